"""JSON with every character of a string knowing where it stands in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from dateline.spans import Run

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_PIECE = re.compile(r"[^\\]+|(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_BLANK = re.compile(r"\s*")
_LONE = re.compile(r"[\ud800-\udfff]")


def fields(raw: str) -> dict[str, tuple[object, int]] | None:
    """The top-level fields of the one JSON object in `raw`: value, and the offset of the value's first character in `raw`.

    None when `raw` is not exactly one object.
    """
    decoder = json.JSONDecoder(strict=False)
    at = _blank(raw, 1 if raw.startswith("\ufeff") else 0)
    if at >= len(raw) or raw[at] != "{":
        return None
    found: dict[str, tuple[object, int]] = {}
    at = _blank(raw, at + 1)
    try:
        while raw[at] != "}":
            name, at = decoder.raw_decode(raw, at)
            at = _blank(raw, at)
            if not isinstance(name, str) or raw[at] != ":":
                return None
            start = _blank(raw, at + 1)
            value, at = decoder.raw_decode(raw, start)
            found.setdefault(name, (value, start))
            at = _blank(raw, at)
            if raw[at] not in ",}":
                return None
            at = _blank(raw, at + 1) if raw[at] == "," else at
        return found if not raw[at + 1 :].strip() else None
    except (ValueError, IndexError, RecursionError):
        return None


def shown(raw: str, start: int, at: int = 0) -> tuple[str, tuple[Run, ...]]:
    """The string literal that begins at `start`, and runs that map it back when it stands at offset `at` of a readable text.

    Escapes are one unit each, a pair of surrogates one unit for one character; half a pair becomes U+FFFD.
    """
    literal = _STRING.match(raw, start)
    if literal is None:
        raise ValueError(f"no JSON string at {start}")
    parts: list[str] = []
    runs: list[Run] = []
    for piece, origin in _pieces(raw, start + 1, literal.end() - 1):
        words = _LONE.sub("\ufffd", json.loads(f'"{piece}"')) if piece[0] == "\\" else piece
        if runs and runs[-1].shown == runs[-1].source and len(words) == len(piece) and runs[-1].origin + runs[-1].source == origin:
            last = runs.pop()
            runs.append(Run(last.at, last.shown + len(words), last.origin, last.source + len(piece)))
        else:
            runs.append(Run(at, len(words), origin, len(piece)))
        parts.append(words)
        at += len(words)
    return "".join(parts), tuple(runs)


def _pieces(raw: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for found in _PIECE.finditer(raw, start, end):
        yield found.group(), found.start()


def _blank(raw: str, at: int) -> int:
    found = _BLANK.match(raw, at)
    return found.end() if found else at
