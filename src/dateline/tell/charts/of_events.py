"""Charts of events: their time line and their map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from dateline.intervals import Interval
from dateline.records import Event, Plan
from dateline.tell import words
from dateline.tell.charts.short import due, full_name, label, sentence
from dateline.tell.charts.timeline import MOST_LANES, Bar, Lane, PlanTrack, Timeline
from dateline.tell.lookup import Lookup

MOST_TOLD = 60  # marks of a lane with words and a link; of more, the others are strokes

Href = Callable[[str, str], str]  # kind ("events", "actors", "plans") and id to an address


def timeline_of(events: Iterable[Event], lookup: Lookup, href: Href, *, most: int = MOST_LANES) -> Timeline:
    """A lane for each of the actors with the most events, those told by the most sources drawn first; at most `most` lanes."""
    listed = sorted({e.id: e for e in events}.values(), key=lambda e: (-_weight(e), e.id))
    dated = [e for e in listed if _days(e, lookup)]
    of: dict[str, list[Event]] = defaultdict(list)
    for event in dated:
        for actor in dict.fromkeys(p.actor for p in event.participants):
            if lookup.actor(actor):
                of[actor].append(event)
    ranked = sorted(of, key=lambda actor: (-sum(map(_weight, of[actor])), actor))
    shown = ranked[: min(most, MOST_LANES)]
    lanes = [_lane(actor, of[actor], lookup, href) for actor in shown]
    nobody = [e for e in dated if not any(p.actor in of for p in e.participants)]
    if nobody and (not shown or len(shown) < most):
        lanes.append(_lane(None, nobody, lookup, href))
        nobody = []
    drawn = {e.id for actor in shown for e in of[actor]}
    missing = sum(1 for e in dated if e.id not in drawn and any(p.actor in of for p in e.participants))
    return Timeline(
        tuple(lanes),
        title="Timeline",
        undated=len(listed) - len(dated),
        left_out=_left_out(len(ranked) - len(shown), missing, len(nobody)),
    )


def _left_out(actors: int, events: int, nobody: int) -> tuple[str, ...]:
    told = []
    if actors:
        held = "have" if actors > 1 else "has"
        lost = f"; {words.plural(events, 'event')} of theirs alone {'are' if events > 1 else 'is'} not drawn" if events else ""
        told.append(f"{words.plural(actors, 'actor')} with less to tell {held} no lane{lost}.")
    if nobody:
        told.append(
            f"{words.plural(nobody, 'event')} of which no report says who took part {'are' if nobody > 1 else 'is'} not drawn."
        )
    return tuple(told)


def _lane(actor: str | None, events: list[Event], lookup: Lookup, href: Href) -> Lane:
    """The events of one actor, of None those that name nobody."""
    found = lookup.actor(actor)
    here = {e.id for e in events}
    kept = {plan.kept_by for e in events if (plan := lookup.plan(e.id)) and plan.kept_by and plan.kept_by != e.id}
    bars: list[Bar] = []
    plans: list[PlanTrack] = []
    for number, event in enumerate(e for e in events if e.id not in kept & here):
        plan = lookup.plan(event.id)
        told = number < MOST_TOLD
        name = label(event, lookup, actor) if told else ""
        address, full = (href("events", event.id), sentence(event, lookup)) if told else ("", "")
        if plan is not None and event.status != "denied":
            plans.append(_track(event, plan, name, address, full, lookup))
        else:
            days = due(event.date, event.reports, lookup) if event.status in ("planned", "proposed", "cancelled") else event.date
            bars.append(Bar(days, days, name, address, full, event.status, _weight(event), event.date_basis == "inferred"))
    shown = full_name(found) if found else "Nobody named"
    return Lane(shown, href("actors", found.id) if found else "", tuple(bars), tuple(plans))


def _track(event: Event, plan: Plan, name: str, address: str, full: str, lookup: Lookup) -> PlanTrack:
    keeper = lookup.event(plan.kept_by)
    deed = (keeper or (event if event.status == "happened" else None)) if plan.outcome == "kept" else None
    stops = given(plan, lookup)
    if not stops and event.date and event.status != "happened":
        stops = [due(event.date, event.reports, lookup) or event.date]
    title = full
    if keeper and keeper.id != event.id:
        title = f"{full} Kept: {sentence(keeper, lookup)}"
    held = deed.date if deed else None
    inferred = deed is not None and deed.date_basis == "inferred"
    return PlanTrack(tuple(stops), plan.outcome, name, address, title, held, _weight(event), inferred)


def given(plan: Plan, lookup: Lookup) -> list[Interval]:
    """The days that a plan was given, one after the other, where they are other than before; the closest of those that meet."""
    found: list[Interval] = []
    for step in plan.history:
        days = due(step.interval, (step.report,), lookup)
        if days is None:
            continue
        same = next((n for n, one in enumerate(found) if days.meet(one)), None)
        if same is None:
            found.append(days)
        elif (days.days or 10**9) < (found[same].days or 10**9):
            found[same] = days
    return found[:6]


def _days(event: Event, lookup: Lookup) -> bool:
    """Whether a day is known for the event or for what was planned of it."""
    plan = lookup.plan(event.id)
    return event.date is not None or (plan is not None and any(step.interval for step in plan.history))


def _weight(event: Event) -> float:
    """How much an event matters in a drawing: its independent sources, its reports, and that it was more than told."""
    sure = 0.0 if event.confidence < 0.6 or event.status in ("unknown", "proposed") else 1.0
    return (
        3.0 * min(event.independent_sources, 6)
        + 0.5 * min(len(event.reports), 8)
        + sure
        + (2.0 if event.type == "CONSULT" else 0.0)
    )
