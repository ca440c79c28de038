"""The words of a hit, marked: a line cut into pieces, and a passage cut around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.records import Record
from dateline.tell.search.fold import Token, tokens
from dateline.tell.search.postings import Pattern

SNIPPET = 220  # characters of a passage shown
_BEFORE = 70  # of them before the first marked word
_SEEN = 20_000  # characters of a passage that are looked at
_SPACE = re.compile(r"\s+")


class Piece(Record, frozen=True):
    """A run of a line's text, and whether the query asks for it."""

    text: str
    hit: bool


def pieces(text: str, patterns: Sequence[Pattern]) -> tuple[Piece, ...]:
    """A text in pieces that, joined, are the text."""
    out: list[Piece] = []
    at = 0
    for start, end in found(text, patterns):
        out += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    out.append(Piece(text[at:], False))
    return tuple(piece for piece in out if piece.text)


def found(text: str, patterns: Sequence[Pattern]) -> list[tuple[int, int]]:
    """Where the patterns stand in a text, in order; those that touch or overlap are one."""
    listed = list(tokens(text))
    spots = sorted(spot for pattern in patterns for spot in _spots(listed, pattern))
    joined: list[tuple[int, int]] = []
    for start, end in spots:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def shown_by(text: str, patterns: Sequence[Pattern]) -> int:
    """How many of the patterns a text has."""
    listed = list(tokens(text[:_SEEN]))
    return sum(next(iter(_spots(listed, pattern)), None) is not None for pattern in patterns)


def snippet(text: str, patterns: Sequence[Pattern]) -> tuple[int, int]:
    """The stretch of a text, cut at words, that shows most of the patterns; the earliest of several."""
    listed = list(tokens(text[:_SEEN]))
    spots = sorted((start, end, n) for n, pattern in enumerate(patterns) for start, end in _spots(listed, pattern))
    best, most = 0, 0
    for index, (start, _, _) in enumerate(spots):
        inside = {n for _, end, n in spots[index : index + 40] if end <= start + SNIPPET - _BEFORE}
        if len(inside) > most:
            best, most = start, len(inside)
    first = _word_start(text, best - _BEFORE) if best > _BEFORE else 0
    return first, _word_end(text, first + SNIPPET)


def cut(text: str, start: int, end: int, patterns: Sequence[Pattern]) -> tuple[Piece, ...]:
    """text[start:end] on one line in pieces, with an ellipsis where it goes on."""
    inside = [Piece(_SPACE.sub(" ", piece.text), piece.hit) for piece in pieces(text[start:end], patterns)]
    before = [Piece("… ", False)] * (start > 0)
    after = [Piece(" …", False)] * (end < len(text))
    return (*before, *inside, *after)


def _spots(listed: Sequence[Token], pattern: Pattern) -> Iterable[tuple[int, int]]:
    size = len(pattern)
    for at in range(len(listed) - size + 1 if size else 0):
        if all(listed[at + step].word in words for step, words in enumerate(pattern)):
            yield listed[at].start, listed[at + size - 1].end


def _word_start(text: str, at: int) -> int:
    """The first word's start from `at` on, a little later at most."""
    space = re.compile(r"\s+").search(text, max(0, at), max(0, at) + 30)
    return space.end() if space else max(0, at)


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - 30, at)
    return space if space > 0 else at
