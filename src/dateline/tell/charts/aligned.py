"""The versions of one statement, word under word: what one leaves out is an empty box, what it words otherwise is underlined."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup

from dateline.records import Record
from dateline.tell import words
from dateline.tell.charts.legend import notes
from dateline.tell.charts.lettering import fit, width_of, wrap
from dateline.tell.charts.svg import WIDE, el, frame, line, link, rect, text
from dateline.tell.compare import LEAST_ALIKE, word_key

MOST = 8  # versions
MOST_WORDS = 150  # of one version
_SIZE = 13.0
_ROW = 20.0
_SPACE = 7.0  # between two words
_WIDEST = 200.0  # of a word
_NUMBER = 22.0  # room for the numbers of the versions


class Version(Record, frozen=True):
    """The words of one version; `label` says who prints them."""

    label: str
    words: str
    href: str = ""
    title: str = ""


class Aligned(Record, frozen=True):
    """Versions of one statement; the others are laid under the first. `left_out` are sentences on what is not drawn."""

    versions: tuple[Version, ...]
    title: str = "Versions of one statement, word by word"
    desc: str = ""
    left_out: tuple[str, ...] = ()


class Cell(Record, frozen=True):
    """One word in its column; "" where the version has none there. `differs`: another version words it otherwise or has it not."""

    word: str
    differs: bool


@dataclass
class _Row:
    """The words of a version by the words of the first: in place of each, and before each."""

    instead: dict[int, str] = field(default_factory=dict)
    same: set[int] = field(default_factory=set)
    before: dict[int, list[str]] = field(default_factory=dict)


def draw(chart: Aligned, *, id: str = "aligned", width: float = WIDE) -> Markup:
    """The versions, broken into as many lines as the width asks for: any width from 240 on, best drawn at WIDE and at NARROW."""
    shown = chart.versions[:MOST]
    table, apart = align([v.words for v in shown])
    body, y = _names(shown, width)
    order = [n for n in range(len(shown)) if n not in apart]
    for start, end in _lines(table, order, width - _NUMBER):
        for place, number in enumerate(order):
            body += _version(number, table[place][start:end], _columns(table, start, end), y + place * _ROW)
        y += len(order) * _ROW + 12
        body.append(line(0, y - 8, width, y - 8, "chart-rule"))
    for number in apart:
        for n, part in enumerate(wrap(shown[number].words, _SIZE, width - _NUMBER, 6)):
            body += [text(0, y + 14, str(number + 1), size=11, class_="chart-soft")] if n == 0 else []
            body.append(text(_NUMBER, y + 14, part, size=_SIZE, class_="chart-italic"))
            y += 18
        y += 6
    said, bottom = notes(_notes(chart, shown, apart), y - 4, width)
    desc = chart.desc or " ".join(f"{n}. {v.label}: {v.words}" for n, v in enumerate(shown, 1))
    return frame([*body, *said], id=id, title=chart.title, desc=desc, width=width, height=bottom + 4, kind="aligned")


def align(versions: list[str]) -> tuple[list[list[Cell]], list[int]]:
    """Rows of equally many cells, one a version, and the numbers of the versions too unlike the first to be laid under it."""
    split = [version.split()[:MOST_WORDS] for version in versions]
    if not split:
        return [], []
    base, rows, apart = split[0], [_first(split[0])], list[int]()
    for number, other in enumerate(split[1:], 1):
        matcher = SequenceMatcher(None, [word_key(w) for w in base], [word_key(w) for w in other], autojunk=False)
        if matcher.ratio() < LEAST_ALIKE:
            apart.append(number)
        else:
            rows.append(_row(matcher, other))
    columns: list[list[Cell]] = []
    for place in range(len(base) + 1):
        for extra in range(max(len(row.before.get(place, ())) for row in rows)):
            found = [(row.before.get(place, []) + [""] * (extra + 1))[extra] for row in rows]
            columns.append([Cell(word, True) for word in found])
        if place < len(base):
            differs = [place not in row.same for row in rows]
            differs[0] = any(differs)
            columns.append([Cell(row.instead.get(place, ""), own) for row, own in zip(rows, differs, strict=True)])
    return [[column[n] for column in columns] for n in range(len(rows))], apart


def _first(base: list[str]) -> _Row:
    return _Row(dict(enumerate(base)), set(range(len(base))))


def _row(matcher: SequenceMatcher[str], other: list[str]) -> _Row:
    row = _Row()
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        both = min(a_end - a, b_end - b)
        row.instead.update({a + n: other[b + n] for n in range(both)})
        if tag == "equal":
            row.same.update(range(a, a_end))
        if b + both < b_end:
            row.before.setdefault(a + both, []).extend(other[b + both : b_end])
    return row


def _names(shown: tuple[Version, ...], width: float) -> tuple[list[Markup], float]:
    """Who prints which version, and where the list ends."""
    parts: list[Markup] = []
    y = 0.0
    for number, version in enumerate(shown, 1):
        lines = wrap(version.label, 12, width - _NUMBER, 3)
        inner = [text(_NUMBER, y + 14 + 15 * n, part, size=12) for n, part in enumerate(lines)]
        parts.append(text(0, y + 14, str(number), size=11, class_="chart-soft chart-strong"))
        parts.append(link(Markup("").join(inner), version.href, version.title))
        y += 15 * max(1, len(lines)) + 2
    return parts, y + 12


def _columns(table: list[list[Cell]], start: int, end: int) -> list[tuple[float, float]]:
    """Left and right of each column of a line."""
    places, x = [], _NUMBER
    for n in range(start, end):
        wide = max((width_of(row[n].word, _SIZE, bold=row[n].differs) for row in table), default=0.0)
        wide = min(max(wide, 10.0), _WIDEST)
        places.append((x, x + wide))
        x += wide + _SPACE
    return places


def _lines(table: list[list[Cell]], order: list[int], room: float) -> list[tuple[int, int]]:
    """Columns cut into lines that fit."""
    if not order or not table[0]:
        return []
    found, start = [], 0
    for end in range(1, len(table[0]) + 1):
        if end - start > 1 and _columns(table, start, end)[-1][1] - _NUMBER > room:
            found.append((start, end - 1))
            start = end - 1
    return [*found, (start, len(table[0]))]


def _version(number: int, cells: list[Cell], places: list[tuple[float, float]], y: float) -> list[Markup]:
    """One version's part of a line: its words, and one empty box for each run of missing ones."""
    parts = [text(0, y + 14, str(number + 1), size=11, class_="chart-soft")]
    for missing, run in groupby(zip(cells, places, strict=True), key=lambda pair: not pair[0].word):
        listed = list(run)
        if missing:
            left, right = listed[0][1][0], listed[-1][1][1]
            told = f"{words.plural(len(listed), 'word')} not in this version"
            parts.append(el("g", el("title", told), rect(left, y + 2, right - left, 15, "chart-missing")))
            continue
        for cell, (left, right) in listed:
            written = fit(cell.word, _SIZE, max(right - left + 2, 20), bold=cell.differs)
            parts.append(text(left, y + 14, written, size=_SIZE, class_="chart-differs" if cell.differs else "chart-text"))
    return parts


def _notes(chart: Aligned, shown: tuple[Version, ...], apart: list[int]) -> list[str]:
    told = ["Underlined: not so in every version. Empty box: the version has no words there."] if len(shown) > 1 else []
    if apart:
        which = words.and_list([str(n + 1) for n in apart])
        told.append(f"Too unlike the first to be laid under it, and so given whole: {which}.")
    if len(chart.versions) > MOST:
        told.append(f"{words.plural(len(chart.versions) - MOST, 'version')} more not drawn.")
    if any(len(v.words.split()) > MOST_WORDS for v in shown):
        told.append(f"Only the first {MOST_WORDS} words of each are drawn.")
    return [*told, *chart.left_out]
