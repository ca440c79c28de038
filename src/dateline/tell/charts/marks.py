"""The marks of a time line: a box for what happened, a circle for what was planned, hollow where the day is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from dateline.intervals import Interval
from dateline.records import PlanOutcome, Status
from dateline.tell.charts.axis import TimeScale, cut
from dateline.tell.charts.legend import Sign
from dateline.tell.charts.signs import circle, cross, onward, question, square
from dateline.tell.charts.svg import join, line, rect
from dateline.tell.words import label

LEAST = 8.0  # the width of the mark of one day
_HALF = 4.5  # half the height of a box
_OPEN = 24.0  # how far the dashes of an open end reach
_RADIUS = 5.5
_TRAIL = 15.0  # from a plan to a sign that has no day of its own


@dataclass(frozen=True)
class Words:
    """What is said of a mark: beside it, on pointing at it, and where it leads."""

    label: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True)
class Drawn:
    """A mark about the line y = 0, from `left` to `right`."""

    left: float
    right: float
    parts: Callable[[], list[Markup]]
    signs: frozenset[Sign]
    words: Words

    def draw(self) -> Markup:
        return join(self.parts())


def draw_bar(
    start: Interval | None, end: Interval | None, status: Status, scale: TimeScale, words: Words, *, inferred: bool = False
) -> Drawn | None:
    """A box from `start` to `end`; None where neither is known. Days that are `inferred` are never filled."""
    if not _known(start) and not _known(end):
        return None
    if status in ("planned", "proposed", "cancelled"):
        days = start or end
        outcome: PlanOutcome = "cancelled" if status == "cancelled" else "open"
        return draw_plan((days,) if days else (), None, outcome, scale, words)
    box = _Box.of(start, end, scale, inferred)
    signs = box.signs()
    right = box.reach_right
    if status in ("denied", "unknown"):
        signs.add(status)
        right += 11 if status == "unknown" else 0

    def parts() -> list[Markup]:
        drawn = box.draw()
        if status == "denied":
            drawn.append(line(box.left - 4, 7, box.right + 4, -7, "chart-cross"))
        if status == "unknown":
            drawn.append(question(box.reach_right + 7, 0))
        return drawn

    return Drawn(box.reach_left, right, parts, frozenset(signs), words if words.title else _titled(words, start, end))


@dataclass(frozen=True)
class _Box:
    """Outer edges, the part in between that is sure, and which ends are open."""

    left: float
    right: float
    core: tuple[float, float] | None
    open_left: bool
    open_right: bool
    inferred: bool
    cuts: tuple[float, ...]  # where it runs through breaks of the axis

    @classmethod
    def of(cls, start: Interval | None, end: Interval | None, scale: TimeScale, inferred: bool) -> _Box:
        first, begun = (start.earliest, start.latest) if start else (None, None)
        until, last = (end.earliest, end.latest) if end else (None, None)
        ordinals = [day.toordinal() for day in (first, begun, until, last) if day]
        left, right = scale.x(min(ordinals)), scale.x(max(ordinals) + 1)
        left, right = _at_least(left, right, LEAST)
        core = None
        if begun and until and begun <= until:
            core = _at_least(scale.x(begun.toordinal()), scale.x(until.toordinal() + 1), LEAST)
            left, right = min(left, core[0]), max(right, core[1])
        return cls(left, right, core, first is None, last is None, inferred, _cuts(left, right, scale))

    def signs(self) -> set[Sign]:
        found: set[Sign] = {"some"} if not self.core else {"inferred"} if self.inferred else {"known"}
        return found | {"beyond"} if self.open_left or self.open_right else found

    @property
    def class_(self) -> str:
        return "chart-some" if not self.core else "chart-inferred" if self.inferred else "chart-known"

    @property
    def reach_left(self) -> float:
        return self.left - (_OPEN if self.open_left else 0)

    @property
    def reach_right(self) -> float:
        return self.right + (_OPEN if self.open_right else 0)

    def draw(self) -> list[Markup]:
        height = 2 * _HALF
        parts: list[Markup] = []
        if self.open_left:
            parts.append(line(self.reach_left, 0, self.left, 0, "chart-open"))
        if self.open_right:
            parts.append(line(self.right, 0, self.reach_right, 0, "chart-open"))
        if self.core != (self.left, self.right):
            parts.append(rect(self.left, -_HALF, self.right - self.left, height, "chart-some"))
        if self.core:
            parts.append(rect(self.core[0], -_HALF, self.core[1] - self.core[0], height, self.class_))
        parts += [cut(x, 0) for x in self.cuts]
        return parts


def draw_plan(
    due: tuple[Interval, ...],
    held: Interval | None,
    outcome: PlanOutcome,
    scale: TimeScale,
    words: Words,
    *,
    inferred: bool = False,
) -> Drawn | None:
    """Open circles for the days it was due, joined to what became of it; None where no day is known."""
    days = [interval for interval in due if _known(interval)]
    stops = [_stop(interval, scale) for interval in days]
    if not stops:
        return draw_bar(held, held, "happened", scale, words, inferred=inferred) if outcome == "kept" else None
    box = _Box.of(held, held, scale, inferred) if outcome == "kept" and _known(held) else None
    inside = box is not None and _inside(box, stops[-1])
    edges = [edge for stop in stops for edge in stop] + ([box.left, box.right] if box else [])
    left = min(edges) - (_TRAIL if days[0].earliest is None else 0)
    right = max(edges) + (_TRAIL if days[-1].latest is None else 0)
    trails = outcome in ("cancelled", "overdue") or (outcome == "kept" and not box) or (outcome == "moved" and len(stops) == 1)
    signs: set[Sign] = {"plan"}
    if outcome != "open" and (trails or outcome == "kept"):
        signs.add(outcome)
    if len(stops) > 1:
        signs.add("moved")
    if box and (not inside or not box.core or inferred):
        signs |= box.signs()

    def parts() -> list[Markup]:
        middles = [(a + b) / 2 for a, b in stops] + ([(box.left + box.right) / 2] if box else [])
        drawn = [line(a, 0, b, 0, "chart-joint") for a, b in pairwise(middles) if abs(a - b) > 1]
        drawn += _open_ends(days, stops)
        drawn += [part for a, b in stops for part in (_circle(a, b), *(cut(x, 0) for x in _cuts(a, b, scale)))]
        if box and inside:
            drawn.append(rect((box.left + box.right) / 2 - 2.75, -2.75, 5.5, 5.5, box.class_))
        elif box:
            drawn += box.draw()
        if trails:
            drawn.append(line(right, 0, right + _TRAIL - 5, 0, "chart-joint"))
            drawn.append(_sign(outcome, right + _TRAIL))
        return drawn

    reach = right + (_TRAIL + 5 if trails else 0)
    return Drawn(left, reach, parts, frozenset(signs), words if words.title else _titled(words, days[-1], days[-1]))


def _cuts(left: float, right: float, scale: TimeScale) -> tuple[float, ...]:
    return tuple(x for x in scale.breaks() if left < x < right)


def _sign(outcome: PlanOutcome, x: float) -> Markup:
    if outcome == "cancelled":
        return cross(x, 0)
    if outcome == "overdue":
        return question(x, 0)
    if outcome == "moved":
        return onward(x, 0)
    return square(x, 0)


def _inside(box: _Box, stop: tuple[float, float]) -> bool:
    return box.right - box.left <= 2 * _RADIUS and stop[0] - 1 <= (box.left + box.right) / 2 <= stop[1] + 1


def _open_ends(days: list[Interval], stops: list[tuple[float, float]]) -> list[Markup]:
    """Dashes where a plan is due by a day or from a day on, and nothing else is drawn on that side."""
    parts = []
    for number, (interval, (left, right)) in enumerate(zip(days, stops, strict=True)):
        if interval.earliest is None and number == 0:
            parts.append(line(left - _TRAIL, 0, left, 0, "chart-open"))
        if interval.latest is None and number == len(days) - 1:
            parts.append(line(right, 0, right + _TRAIL, 0, "chart-open"))
    return parts


def _stop(days: Interval, scale: TimeScale) -> tuple[float, float]:
    """Where a day or the days that are due begin and end; of an open end, the circle stands at the other."""
    first, last = days.earliest or days.latest, days.latest or days.earliest
    left, right = (scale.x(first.toordinal()), scale.x(last.toordinal() + 1)) if first and last else (0.0, 0.0)
    if days.exact:
        left = right = (left + right) / 2
    return _at_least(left, right, 2 * _RADIUS)


def _circle(left: float, right: float) -> Markup:
    if right - left <= 2 * _RADIUS + 0.5:
        return circle((left + right) / 2, 0, _RADIUS)
    return rect(left, -_RADIUS, right - left, 2 * _RADIUS, "chart-some", rx=_RADIUS)


def _at_least(left: float, right: float, least: float) -> tuple[float, float]:
    if right - left >= least:
        return left, right
    middle = (left + right) / 2
    return middle - least / 2, middle + least / 2


def _known(interval: Interval | None) -> bool:
    return interval is not None and (interval.earliest is not None or interval.latest is not None)


def _titled(words: Words, start: Interval | None, end: Interval | None) -> Words:
    days = label(start) if start == end else f"{label(start)} to {label(end)}"
    return Words(words.label, words.href, f"{words.label}, {days}" if words.label else days)
