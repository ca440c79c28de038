"""Days along a line: a scale that is broken where most of it would be empty, and its ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

from markupsafe import Markup

from dateline.intervals import Interval
from dateline.tell import words
from dateline.tell.charts.lettering import width_of
from dateline.tell.charts.svg import join, line, path, text

BREAK = 20.0  # the width of a break
HEIGHT = 34.0  # of the axis with its two lines of text
_MOST = 4  # stretches
_EMPTY = 0.35  # a gap of this share of all days is broken
_OUTSTANDING = 6  # and of so many times the middle gap: what comes at even steps is not broken
_DENSE = 0.7  # where so many of the ends
_NARROW = 0.1  # lie in so small a part of the days, that part has a stretch of its own
_SIZE = 11.0
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_LAST = date.max.toordinal()


@dataclass(frozen=True)
class Stretch:
    """Days `first` to `last`, as ordinals, the last exclusive, drawn from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    @property
    def per_day(self) -> float:
        return (self.right - self.left) / (self.last - self.first)


@dataclass(frozen=True)
class TimeScale:
    stretches: tuple[Stretch, ...]

    def x(self, ordinal: int) -> float:
        """Where a day begins; the middle of the break for a day that lies in one."""
        before = None
        for stretch in self.stretches:
            if ordinal < stretch.first:
                return stretch.left if before is None else (before.right + stretch.left) / 2
            if ordinal <= stretch.last:
                return stretch.left + (ordinal - stretch.first) * stretch.per_day
            before = stretch
        return before.right if before else 0.0

    @property
    def left(self) -> float:
        return self.stretches[0].left

    @property
    def right(self) -> float:
        return self.stretches[-1].right

    def breaks(self) -> list[float]:
        """The middle of every break."""
        return [(a.right + b.left) / 2 for a, b in pairwise(self.stretches)]


def time_scale(intervals: Iterable[Interval | None], left: float, right: float) -> TimeScale | None:
    """A scale for the ends of these intervals, from `left` to `right`; None where no day is known.

    It is broken into stretches at gaps that are much larger than the others, and about the days in which most ends lie; a stretch
    has room by the number of ends in it, so that the scale may change at a break.
    """
    ends = sorted(end.toordinal() for interval in intervals if interval for end in (interval.earliest, interval.latest) if end)
    if not ends:
        return None
    groups = _broken(ends, min(_MOST, int((right - left) // 65)))
    room = (right - left) - BREAK * (len(groups) - 1)
    widths = _widths([len(group) for group in groups], room, min(48.0, 0.11 * (right - left)))
    bounds = [0, *(b[0] - (b[0] - a[-1]) // 2 for a, b in pairwise(groups)), _LAST + 1]
    stretches, at = [], left
    for group, width, first, last in zip(groups, widths, bounds, bounds[1:], strict=False):
        spare = max(1, round(0.03 * (group[-1] - group[0])))
        stretches.append(Stretch(max(1, first, group[0] - spare), min(last, group[-1] + 1 + spare), at, at + width))
        at += width + BREAK
    return TimeScale(tuple(stretches))


def _broken(ends: list[int], most: int) -> list[list[int]]:
    """The ends in at most so many groups, in order; the group with the most ends is looked at first."""
    groups, whole = [ends], list[list[int]]()
    while groups:
        groups.sort(key=lambda group: (-len(group), group[0]))
        first = groups.pop(0)
        parts = _apart(first)
        if len(parts) > 1 and len(groups) + len(whole) + len(parts) <= most:
            groups += parts
        else:
            whole.append(first)
    return sorted(whole)


def _apart(ends: list[int]) -> list[list[int]]:
    """Ends cut at a gap that outstands all others, or before and after the few days in which most of them lie."""
    length = ends[-1] - ends[0]
    gaps = sorted(((b - a, n) for n, (a, b) in enumerate(pairwise(ends), 1) if b > a), key=lambda gap: (-gap[0], gap[1]))
    if len(gaps) > 1 and gaps[0][0] >= max(10, _EMPTY * length, _OUTSTANDING * gaps[len(gaps) // 2][0]):
        return [ends[: gaps[0][1]], ends[gaps[0][1] :]]
    many = ceil(_DENSE * len(ends))
    if len(ends) >= 8 and length > 60:
        window, start = min((ends[n + many - 1] - ends[n], n) for n in range(len(ends) - many + 1))
        if window < _NARROW * length:
            spare = window // 10 + 1
            first, last = ends[start] - spare, ends[start] + window + spare
            parts = [[e for e in ends if e < first], [e for e in ends if first <= e <= last], [e for e in ends if e > last]]
            return [part for part in parts if part]
    return [ends]


def _widths(counts: list[int], room: float, least: float) -> list[float]:
    """Room for each stretch by what lies in it, none under the least where that can be had."""
    least = min(least, room / len(counts))
    spare = room - least * len(counts)
    return [least + spare * count / sum(counts) for count in counts]


@dataclass(frozen=True)
class Tick:
    """A mark at the beginning of a day; `label` stands below it, `above` (the month or year it is in) below that."""

    x: float
    label: str
    above: str


def ticks(stretch: Stretch) -> list[Tick]:
    """Days, months or years, as many as can be read; at least one."""
    first, last, per_day = stretch.first, stretch.last, stretch.per_day
    step = next((s for s in (1, 2, 5, 10) if s * per_day >= 26), 0)
    if step and (last - first) <= 400:
        found = _days(first, last, step)
    elif months := next((m for m in (1, 2, 3, 6) if m * 30.4 * per_day >= 34), 0):
        found = _months(first, last, months)
    else:
        years = next((y for y in _YEARS if y * 365.25 * per_day >= 42), _YEARS[-1])
        found = _years(first, last, years)
    if not found:
        middle = date.fromordinal(min(_LAST, (first + last) // 2))
        found = [(middle, str(middle.day), _month(middle))]
    return [Tick(stretch.left + (day.toordinal() - first) * per_day, label, above) for day, label, above in found]


def _days(first: int, last: int, step: int) -> list[tuple[date, str, str]]:
    """Every day, every second (the odd ones), or the first and the round ones of a month, none close to its end."""
    listed = [date.fromordinal(ordinal) for ordinal in range(first, min(last, _LAST + 1))]
    if step > 1:
        listed = [d for d in listed if d.day == 1 or (d.day % step == (step == 2) and d.day + step // 2 < 31)]
    return [(d, str(d.day), _month(d)) for d in listed]


def _months(first: int, last: int, step: int) -> list[tuple[date, str, str]]:
    start = date.fromordinal(first)
    found = []
    for number in range(start.year * 12 + start.month - 1, start.year * 12 + start.month + (last - first) // 28 + 2):
        year, month = divmod(number, 12)
        if year > 9999 or month % step:
            continue
        day = date(year, month + 1, 1)
        if first <= day.toordinal() < last:
            found.append((day, words.MONTHS[month][:3], str(year)))
    return found


def _years(first: int, last: int, step: int) -> list[tuple[date, str, str]]:
    start = date.fromordinal(first).year
    begun = (date(y, 1, 1) for y in range(start - start % step, min(9999, start + (last - first) // 365 + 1) + 1, step) if y)
    return [(day, str(day.year), "") for day in begun if first <= day.toordinal() < last]


def _month(day: date) -> str:
    return f"{words.MONTHS[day.month - 1][:3]} {day.year}"


def draw_grid(scale: TimeScale, top: float, bottom: float) -> list[Markup]:
    """Faint lines at the ticks, to be drawn under everything else."""
    at = [t.x for stretch in scale.stretches for t in ticks(stretch)]
    return [path("".join(f"M{x:.1f} {top:g}V{bottom:g}" for x in at), "chart-rule")] if at else []


def draw_breaks(scale: TimeScale, top: float, bottom: float) -> list[Markup]:
    """The breaks, to be drawn under the marks: dotted edges, and two slanting lines on the axis."""
    parts: list[Markup] = []
    for x in scale.breaks():
        parts += [line(edge, top, edge, bottom, "chart-rule", stroke_dasharray="1 3") for edge in (x - 4, x + 4)]
        parts.append(cut(x, bottom))
    return parts


def cut(x: float, y: float) -> Markup:
    """Where a line or a box runs through a break: two slanting lines with nothing in between."""
    gap = path(f"M{x - 6:.1f} {y + 7:.1f}l6 -14h6l-6 14z", "chart-gap")
    return join([gap, path(f"M{x - 6:.1f} {y + 6:.1f}l5 -12M{x + 1:.1f} {y + 6:.1f}l5 -12", "chart-axis")])


def draw_axis(scale: TimeScale, y: float) -> list[Markup]:
    """The axis with its labels, `HEIGHT` high, below `y`."""
    parts: list[Markup] = []
    last = said_to = -1e9
    said = ""
    for stretch in scale.stretches:
        parts.append(line(stretch.left, y, stretch.right, y, "chart-axis"))
        said = ""
        for tick in ticks(stretch):
            parts.append(line(tick.x, y, tick.x, y + 4, "chart-axis"))
            half = width_of(tick.label, _SIZE) / 2
            if tick.x - half > last + 3:
                parts.append(text(tick.x, y + 15, tick.label, size=_SIZE, anchor="middle", class_="chart-soft"))
                last = tick.x + half
            x = min(tick.x - half, scale.right - width_of(tick.above, _SIZE))
            if tick.above and tick.above != said and x > said_to + 5:
                parts.append(text(x, y + 29, tick.above, size=_SIZE, class_="chart-soft chart-strong"))
                said, said_to = tick.above, x + width_of(tick.above, _SIZE, bold=True)
    return parts
