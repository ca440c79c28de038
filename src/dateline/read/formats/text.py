"""Plain text: the report's text is the decoded file, unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.read.decode import decode
from dateline.read.item import Item, Piece
from dateline.records import Problem, Source

SUFFIXES = frozenset({".txt", ".text", ".md"})
ORDER = 100
LIMIT = 20_000_000

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_EDGE = " \t\u00a0\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u3000"
_ENDS = tuple(".!?:;\"'”’»)]*")
_WRAPPED = range(50, 101)  # characters of a line that was broken to fit a page or a mail


def sniff(content: bytes) -> bool:
    return True


def items(source: Source) -> Iterator[Item | Problem]:
    text = decode(source.content)
    if text is None:
        yield Problem(source.name, "read", "not text", "The file is not text in an encoding that can be told. Save it as UTF-8.")
    else:
        yield Item(source.name, text, None, (), pieces(text))


def pieces(text: str, start: int = 0) -> tuple[Piece, ...]:
    """Lines from `start` on, without white space at their edges; paragraphs where lines are broken at a fixed width."""
    lines = [found for match in _LINE.finditer(text, start) if (found := _trim(text, match.start(), match.end()))]
    return tuple(_join(text, lines) if _is_wrapped(text, lines) else lines)


def _trim(text: str, start: int, end: int) -> Piece | None:
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return Piece(start, end) if end > start else None


def _is_wrapped(text: str, lines: list[Piece]) -> bool:
    """Whether most lines that run on into the next one are about as long as each other, which only a page width explains."""
    if max((line.end - line.start for line in lines), default=0) > _WRAPPED.stop:
        return False
    running = [a for a, b in pairwise(lines) if _adjacent(text, a, b) and not text[a.start : a.end].endswith(_ENDS)]
    return len(running) >= 4 and sum(line.end - line.start in _WRAPPED for line in running) > 0.7 * len(running)


def _adjacent(text: str, left: Piece, right: Piece) -> bool:
    return text.count("\n", left.end, right.start) < 2


def _join(text: str, lines: list[Piece]) -> Iterator[Piece]:
    """Lines of one paragraph together: a new one begins after a blank line, or after a short line that ends a sentence."""
    start = lines[0]
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        ends = following is None or not _adjacent(text, line, following)
        if ends or (line.end - line.start < _WRAPPED.start and text[line.end - 1] in '.!?"”'):
            yield Piece(start.start, line.end)
            if following is not None:
                start = following
