"""Plans and promises: when each report said it would be, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from dateline.intervals import Interval
from dateline.records import Event, Plan, PlanOutcome, PlanStep, Published
from dateline.weave.items import Item
from dateline.weave.keeping import SLIP

FORESEEN = frozenset({"planned", "proposed", "cancelled"})
BREATH = 150  # characters within which "will travel to Oslo in May to see X" gives both its acts one time


def plans(
    events: Sequence[Event],
    items: Mapping[str, Sequence[Item]],
    fates: Mapping[str, str],
    published: Mapping[str, Published],
) -> tuple[Plan, ...]:
    """The plan behind each event that some report foresaw.

    fates: the event that kept a plan or called it off, where it is another. All plans that one deed kept share their history.
    """
    by_id = {e.id: e for e in events}
    behind: dict[str, list[str]] = defaultdict(list)
    for plan, fate_id in sorted(fates.items()):
        behind[fate_id].append(plan)
    when = _said_beside(items)
    made = []
    for event in events:
        fate = by_id[fates.get(event.id, event.id)]
        foretold = [i for id_ in (fate.id, *behind[fate.id]) for i in items[id_] if i.mention.status in FORESEEN]
        if not foretold or not any(i.mention.status in FORESEEN for i in items[event.id]):
            continue
        history = _history(foretold, published, when)
        announced = tuple(dict.fromkeys(step.report for step in history))
        outcome, due = _outcome(fate, foretold, history)
        kept_by, held = (fate.id, _held(fate, items[fate.id], published)) if fate.status == "happened" else (None, ())
        made.append(Plan(event.id, outcome, announced, history, kept_by, held, due))
    return tuple(made)


def overdue(plans: Sequence[Plan], published: Mapping[str, Published]) -> tuple[Plan, ...]:
    """The plans, those overdue whose last day the newest of all reports has passed with no word of them."""
    newest = max((p.interval.latest for p in published.values() if p.interval.latest), default=None)
    passed = (newest is not None and plan.due is not None and plan.due < newest for plan in plans)
    return tuple(replace(plan, outcome="overdue") if late else plan for plan, late in zip(plans, passed, strict=True))


def _said_beside(items: Mapping[str, Sequence[Item]]) -> Callable[[Item], Interval | None]:
    """The days that a report gives a foreseen act, else those of what it foresees in the same breath with the same people."""
    dated: dict[str, list[Item]] = defaultdict(list)
    for item in (i for many in items.values() for i in many):
        if item.stated and item.mention.status in FORESEEN:
            dated[item.ref.report].append(item)

    def when(item: Item) -> Interval | None:
        if item.stated:
            return item.stated
        near = [
            (gap, other.ref.index, other.stated)
            for other in dated[item.ref.report]
            if (gap := item.mention.span.gap(other.mention.span)) < BREATH and (_shared(item, other) or gap == 0)
        ]
        return min(near)[2] if near else None

    return when


def _shared(a: Item, b: Item) -> bool:
    return bool({actor for actor, _ in a.participants} & {actor for actor, _ in b.participants})


def _history(
    items: Sequence[Item], published: Mapping[str, Published], when: Callable[[Item], Interval | None]
) -> tuple[PlanStep, ...]:
    """What each report said, in the order of publication; a report that gives no date has one step without."""
    said = {i.ref: [d for d in (i.put_off and i.put_off.formerly, when(i)) if d] for i in items}
    dated = {i.ref.report for i in items if said[i.ref]}
    steps: list[PlanStep] = []
    for item in sorted(items, key=_in_order(published)):
        given: list[Interval | None] = [*said[item.ref]]
        if item.put_off and item.put_off.by and not item.put_off.to:  # "put off by a week": from the day that stood till then
            before = next((s.interval for s in reversed(steps) if s.interval), None)
            given = [before.shifted(item.put_off.by)] if before else given
        for days in given or [None]:
            step = PlanStep(item.ref.report, days)
            if step not in steps and (days or item.ref.report not in dated):
                steps.append(step)
    return tuple(steps)


def _held(event: Event, items: Sequence[Item], published: Mapping[str, Published]) -> tuple[PlanStep, ...]:
    """When each report of the deed said that it was; the event's own day where none said."""
    deeds = sorted((i for i in items if i.deed), key=_in_order(published))
    said = dict.fromkeys(PlanStep(i.ref.report, i.stated) for i in deeds if i.stated and i.stated.closed)
    return tuple(said) or tuple(PlanStep(i.ref.report, event.date) for i in deeds[:1] if event.date)


def _in_order(published: Mapping[str, Published]) -> Callable[[Item], tuple[date, date, str, int]]:
    """The order of publication."""

    def order(item: Item) -> tuple[date, date, str, int]:
        days = published.get(item.ref.report)
        first = days.interval.earliest if days else None
        last = days.interval.latest if days else None
        return last or date.max, first or date.max, item.ref.report, item.ref.index

    return order


def _outcome(event: Event, foretold: Sequence[Item], history: Sequence[PlanStep]) -> tuple[PlanOutcome, date | None]:
    """What became of a plan; and of one that still stands the last day by which it was to be, where one is known."""
    said = [s.interval for s in history if s.interval]
    if event.status == "happened":
        return ("moved" if event.date and said and said[0].gap(event.date) > SLIP else "kept"), None
    if event.status in ("cancelled", "denied"):
        return "cancelled", None
    moves = [i.put_off for i in foretold if i.put_off]
    if moves and not any(m.to for m in moves):
        return "moved", None  # to no day that is known
    due = event.date.latest if event.date else said[-1].latest if said else None
    return ("moved" if moves or _moved(history) else "open"), due


def _moved(history: Sequence[PlanStep]) -> bool:
    """Whether a later report sets it for days that an earlier one's exclude."""
    dated = [s for s in history if s.interval]
    return any(a.report != b.report and a.interval and b.interval and not a.interval.meet(b.interval) for a, b in pairwise(dated))
