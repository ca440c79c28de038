"""Charts of plans: their calendar."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Plan
from dateline.tell import words
from dateline.tell.charts.calendar import Due, PlanCalendar
from dateline.tell.charts.of_events import Href, given
from dateline.tell.charts.short import due, label, sentence
from dateline.tell.lookup import Lookup


def calendar_of(plans: Iterable[Plan], lookup: Lookup, href: Href) -> PlanCalendar:
    """Every plan on each day that it was given: the earlier ones as moved, the last with what became of it; leads to its event."""
    found: list[Due] = []
    for plan in sorted({p.event: p for p in plans}.values(), key=lambda p: p.event):
        event = lookup.event(plan.event)
        if event is None:
            continue
        days = given(plan, lookup)
        if not days and event.date is not None:
            days = [due(event.date, event.reports, lookup) or event.date]
        name, title, address = words.capital(label(event, lookup)), sentence(event, lookup), href("events", event.id)
        outcome = "open" if plan.outcome == "moved" and len(days) > 1 else plan.outcome
        found += [Due(day, "moved", name, address, title) for day in days[:-1]]
        found.append(Due(days[-1] if days else None, outcome, name, address, title))
    return PlanCalendar(tuple(found))
