"""Which meetings were held on which visit, and the day or place that a visit and its meetings lend each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.intervals import Interval
from dateline.records import Event
from dateline.weave.coreference import family
from dateline.weave.items import Item
from dateline.weave.places import Places
from dateline.weave.stays import where_they_were

BREATH = 500  # characters within which a report tells two things in one breath
SHORT_VISIT = 5  # days: meetings on a visit no longer than this are dated by it
WIDE = 20  # days: a date told as a month, or as a term in which it will be


def complete(events: Sequence[Event], items: Mapping[str, Sequence[Item]], places: Places) -> list[Event]:
    """Events with their visits, and with the day or place that a visit and its meetings lend each other."""
    visit_of = nest(events, items, places)
    by_id = {e.id: e for e in events}
    parts: dict[str, list[Event]] = defaultdict(list)
    for part, visit in visit_of.items():
        parts[visit].append(by_id[part])
    out = []
    for event in events:
        date, place, rule = event.date, event.place, event.date_rule
        if event.id in visit_of:
            of = by_id[visit_of[event.id]]
            days = of.date or _hull([p.date for p in parts[of.id] if p.date])
            date = _narrower(date, days if days and (days.days or 99) <= SHORT_VISIT else None)
            rule = "visit" if date != event.date else rule
            place = place or of.place
        elif event.id in parts:
            dates = [p.date for p in parts[event.id] if p.date]
            date = _narrower(date, _hull([d for d in dates if d.exact] or dates))
            rule = "meetings" if date != event.date else rule
        basis = "inferred" if date != event.date else event.date_basis
        held_on = visit_of.get(event.id)
        out.append(msgspec.structs.replace(event, date=date, date_basis=basis, date_rule=rule, place=place, part_of=held_on))
    return where_they_were(out, places)


def _narrower(told: Interval | None, found: Interval | None) -> Interval | None:
    """What is told, or what was found where it tells no more than a month or a season that holds it."""
    wide = told is None or ((told.days or 99) >= WIDE and found is not None and found.within(told))
    return found if wide else told


def _hull(intervals: Iterable[Interval]) -> Interval | None:
    """The days from the first to the last of several closed intervals."""
    joined: Interval | None = None
    for interval in intervals:
        if interval.closed:
            joined = joined.join(interval) if joined else interval
    return joined


def nest(events: Sequence[Event], items: Mapping[str, Sequence[Item]], places: Places) -> dict[str, str]:
    """Meetings that were held on a visit: event id to the visit's id.

    The visitor takes part, nothing speaks against it, and two of these speak for it: the place, the days, a host of the visited
    country, one report that tells both in one breath.
    """
    visits = [e for e in events if e.type == "CONSULT" and e.mode == "visit" and family(items[e.id][0]) == "visit"]
    found: dict[str, str] = {}
    for event in events:
        if event.type != "CONSULT" or family(items[event.id][0]) in ("visit", "phone", "letter"):
            continue
        fits = [(score, v.id) for v in visits if (score := _held_on(event, v, items, places)) >= 2]
        if fits:
            found[event.id] = max(fits)[1]
    return found


def _held_on(event: Event, visit: Event, items: Mapping[str, Sequence[Item]], places: Places) -> float:
    """How much speaks for a meeting on a visit; 0 when something speaks against it."""
    people = {p.actor for p in event.participants}
    visitors = {p.actor for p in visit.participants if p.role == "initiator"}
    if not visitors & people or (visit.status == "happened") != (event.status == "happened"):
        return 0
    if visit.place and event.place and not places.agree(visit.place, event.place):
        return 0
    if visit.date and event.date and visit.date.gap(event.date) > 1:
        return 0
    place = bool(visit.place and event.place)
    days = bool(visit.date and event.date and (event.date.days or 99) <= 31)
    host = visit.place is not None and any(places.country(visit.place) in i.sides for i in items[event.id])
    near = any(
        a.ref.report == b.ref.report and abs(a.mention.span.start - b.mention.span.start) < BREATH
        for a in items[event.id]
        for b in items[visit.id]
    )
    return place + days + host + near + len(visit.reports) / 1000
