"""Plans and promises: when each report said it would be, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from dateline.intervals import Interval
from dateline.records import Event, Plan, PlanOutcome, PlanStep, Published
from dateline.weave.items import Item

FORESEEN = frozenset({"planned", "proposed", "cancelled"})


SLIP = 3  # days by which a deed may miss its plan and still keep it


def plan(event: Event, items: Sequence[Item], published: Mapping[str, Published], last_day: date | None) -> Plan | None:
    """The plan behind an event, None when no report foresaw it. `last_day`: the newest day that any report was published on."""
    foretold = [i for i in items if i.mention.status in FORESEEN]
    if not foretold:
        return None
    history = _history(foretold, published)
    announced = tuple(dict.fromkeys(step.report for step in history))
    outcome = _outcome(event, history, last_day)
    return Plan(event.id, outcome, announced, history, event.id if event.status == "happened" else None)


def _history(items: Sequence[Item], published: Mapping[str, Published]) -> tuple[PlanStep, ...]:
    """What each report said, in the order of publication; a report that gives no date has one step without."""

    def order(item: Item) -> tuple[date, date, str, int]:
        days = published.get(item.ref.report)
        first = days.interval.earliest if days else None
        last = days.interval.latest if days else None
        return last or date.max, first or date.max, item.ref.report, item.ref.index

    steps: list[PlanStep] = []
    dated = {i.ref.report for i in items if i.stated}
    for item in sorted(items, key=order):
        step = PlanStep(item.ref.report, item.stated)
        if step not in steps and (item.stated or item.ref.report not in dated):
            steps.append(step)
    return tuple(steps)


def _outcome(event: Event, history: Sequence[PlanStep], last_day: date | None) -> PlanOutcome:
    if event.status == "happened":
        said = next((s.interval for s in reversed(history) if s.interval), None)
        return "moved" if said and event.date and said.gap(event.date) > SLIP else "kept"
    if event.status in ("cancelled", "denied"):
        return "cancelled"
    due = event.date.latest if event.date else None
    if due and last_day and due < last_day:
        return "overdue"
    intervals = [s.interval for s in history if s.interval]
    if any(_moved(a, b) for a, b in pairwise(intervals)):
        return "moved"
    return "open"


def _moved(earlier: Interval, later: Interval) -> bool:
    return earlier.meet(later) is None
