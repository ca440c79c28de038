"""Two versions of one statement, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from dateline.records import Record

LONGEST = 600  # words compared; longer versions are shown without marks
LEAST_ALIKE = 0.3  # below this share of common words two versions are a paraphrase, and marking nearly all words says nothing
_PIECE = re.compile(r"\S+\s*|\s+")
_EDGES = re.compile(r"^\W+|\W+$")


class Segment(Record, frozen=True):
    """A run of words, and whether the other version has it not."""

    text: str
    differs: bool


def compare(base: str, other: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Both versions cut into runs that are the same and runs that differ; joined, the segments are the texts unchanged."""
    left, right = _PIECE.findall(base), _PIECE.findall(other)
    if max(len(left), len(right)) > LONGEST:
        return (Segment(base, False),), (Segment(other, False),)
    matcher = SequenceMatcher(None, [word_key(p) for p in left], [word_key(p) for p in right], autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return (Segment(base, False),), (Segment(other, False),)
    blocks = matcher.get_matching_blocks()
    return _segments(left, [(b.a, b.size) for b in blocks]), _segments(right, [(b.b, b.size) for b in blocks])


def word_key(piece: str) -> str:
    """What makes two words the same: their letters, not their case or the punctuation around them."""
    return _EDGES.sub("", piece).casefold().replace("’", "'") or piece.strip()


def _segments(pieces: list[str], same: list[tuple[int, int]]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    at = 0
    for start, size in same:
        found += [Segment("".join(pieces[at:start]), True), Segment("".join(pieces[start : start + size]), False)]
        at = start + size
    return tuple(part for segment in found for part in _without_end(segment) if part.text)


def _without_end(segment: Segment) -> tuple[Segment, ...]:
    """White space after words that differ is no difference."""
    body = segment.text.rstrip() if segment.differs else segment.text
    return Segment(body, segment.differs), Segment(segment.text[len(body) :], False)
