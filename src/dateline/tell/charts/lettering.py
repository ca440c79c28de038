"""How much room words take, and words made to fit. No font is measured when a chart is drawn: which one a reader's machine has is
not known, so the widths are those of the wider of the two kinds of sans serif that machines have. The style sheet brings the small
letters of all fonts to one height."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_THOUSANDTHS = {  # of the font size: the wider of Helvetica and of DejaVu Sans at the same height of its small letters
    260: "'",
    280: "Iijl",
    300: " ,.",
    320: "/:;\\|\u2019\u2018\u00b7",
    340: "f",
    360: "-",
    380: "!()[]rt",
    440: '"',
    480: "*`",
    500: "Jsz\u201c\u201d",
    520: "c",
    560: "?L_eko\u2013",
    580: "vxy",
    600: "a",
    620: "$0123456789FTbdghnpqu{}",
    660: "Z",
    680: "ABEKPSVXY",
    720: "CHNRU",
    740: "D",
    760: "&",
    780: "GOQw",
    800: "#+<=>^~",
    840: "M",
    920: "%",
    940: "m",
    960: "W",
    1000: "\u2014\u2026",
    1020: "@",
}
_WIDTHS = {letter: thousandths / 1000 for thousandths, letters in _THOUSANDTHS.items() for letter in letters}
_SPARE = 1.02  # other fonts than the two measured may be a little wider
_BOLD = 1.15
LONGEST = 400  # characters measured; nothing in a chart is longer


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in the units of its font size."""
    total = sum(map(_width, text[:LONGEST]))
    return total * size * _SPARE * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4096)
def _width(character: str) -> float:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.combining(character):
        return 0.0
    base = unicodedata.normalize("NFD", character)[:1]
    if base != character and base in _WIDTHS:
        return _WIDTHS[base]
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.65


def fit(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text on one line, cut with an ellipsis where it is wider than `room`; "" where not even two letters fit."""
    line = " ".join(text[: 2 * LONGEST].split())
    if len(line) <= LONGEST and width_of(line, size, bold=bold) <= room:
        return line
    left = room - width_of("…", size, bold=bold)
    kept = 0
    while kept < min(len(line), LONGEST) and (left := left - width_of(line[kept], size, bold=bold)) >= 0:
        kept += 1
    cut = line[:kept].rstrip()
    return f"{cut}…" if len(cut) > 1 else ""


def wrap(text: str, size: float, room: float, most: int = 99, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `room`, at most so many; what does not fit ends in an ellipsis."""
    lines = [""]
    pieces = text.split()
    for number, piece in enumerate(pieces):
        longer = f"{lines[-1]} {piece}".strip()
        if width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        elif len(lines) == most and lines[-1]:
            lines[-1] = _ended(lines[-1], size, room, bold)
            return lines
        else:
            lines += [fit(piece, size, room, bold=bold)] if lines[-1] else []
            lines[-1] = lines[-1] or fit(piece, size, room, bold=bold)
        if len(lines) > most or number > 20_000:
            break
    return lines[:most]


def _ended(line: str, size: float, room: float, bold: bool) -> str:
    while line and width_of(f"{line} …", size, bold=bold) > room:
        line = line.rpartition(" ")[0]
    return f"{line} …" if line else "…"
