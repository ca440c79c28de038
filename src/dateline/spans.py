"""Character ranges. Everything Dateline claims points at one."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open range of Unicode code points in one report's text: `report` is its id, 0 <= start <= end."""

    report: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """Number of shared characters; 0 in different reports."""
        if self.report != other.report:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def gap(self, other: Span) -> int:
        """Number of characters between two ranges of one report; 0 when they touch or share some."""
        return max(0, max(self.start, other.start) - min(self.end, other.end))

    def covers(self, other: Span) -> bool:
        return self.report == other.report and self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def hull(spans: Iterable[Span]) -> Span:
    """Smallest span over all of `spans` (one report, at least one span)."""
    listed = list(spans)
    return Span(listed[0].report, min(s.start for s in listed), max(s.end for s in listed))


class Run(msgspec.Struct, frozen=True, array_like=True):
    """`shown` characters of readable text starting at `at` stand for `source` characters of the original starting at `origin`.

    Equal lengths mean the characters are the same one by one; otherwise (an HTML entity, a JSON escape) the whole run is one unit.
    """

    at: int
    shown: int
    origin: int
    source: int


class Alignment:
    """Maps offsets in readable text to offsets in the original it was taken from. No runs: the two are the same."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs
        self._starts = [run.at for run in runs]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Original range that holds readable characters start..end (end > start unless both are equal)."""
        if not self._runs:
            return start, end
        first = self._offset(start, last=False)
        return first, max(first, self._offset(end - 1, last=True)) if end > start else first

    def _offset(self, position: int, *, last: bool) -> int:
        index = max(0, bisect.bisect_right(self._starts, position) - 1)
        run = self._runs[index]
        inside = position - run.at
        if inside >= run.shown:  # white space that only the readable text has
            return run.origin + run.source
        if run.shown == run.source:
            return run.origin + inside + last
        return run.origin + run.source if last else run.origin
