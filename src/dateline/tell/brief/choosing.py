"""Which facts a brief has room for."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.records import Account, Event
from dateline.tell.facts import Fact, facts
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.summary import Summary

IN_QUOTES = 3.0  # what an event weighs less that can be told only by quoting a clause after it
BACKGROUND = 365  # days before the first report; what one report tells of earlier days is not told


def ranking(account: Account, lookup: Lookup, found: Summary) -> tuple[Fact, ...]:
    """Facts on events and plans of these reports, the weightiest first; asides and what quotations alone can tell stand back."""
    told: dict[str, Fact] = {}
    for fact in facts(account, kinds=("event", "plan"), names=Names(lookup, introduce=False)):
        event = lookup.event(fact.about)
        if event is None or not event.participants or not _of_these(event, lookup):
            continue  # nobody is known to have done it, or it is of another story and recalled in this one
        if fact.independent_sources < 2 and _long_before(event, found):
            continue
        if same := told.get(fact.text):  # told twice by the account, once by the brief
            spans = tuple(dict.fromkeys((*same.evidence, *fact.evidence)))
            told[fact.text] = msgspec.structs.replace(same, evidence=spans)
            continue
        told[fact.text] = msgspec.structs.replace(fact, weight=fact.weight - IN_QUOTES) if ": “" in fact.text else fact
    return tuple(sorted(told.values(), key=lambda f: (-f.weight, f.about)))


def _long_before(event: Event, found: Summary) -> bool:
    last, first = event.date and event.date.latest, found.period and found.period.earliest
    return bool(last and first and (first - last).days > BACKGROUND)


def _of_these(event: Event, lookup: Lookup) -> bool:
    """Whether half of the reports that tell of it, or more, are reports of this account."""
    return 2 * sum(lookup.report(r) is not None for r in event.reports) >= len(event.reports)


def within(budget: int, ranked: Sequence[Fact], fewest: int) -> list[Fact]:
    """The first of some facts, as many as `budget` words hold, and no fewer than `fewest`."""
    kept: list[Fact] = []
    for fact in ranked:
        budget -= len(fact.text.split())
        if budget < 0 and len(kept) >= fewest:
            break
        kept.append(fact)
    return kept


def event_of(fact: Fact, lookup: Lookup) -> Event:
    """The event of a fact that `ranking` gave."""
    event = lookup.event(fact.about)
    assert event is not None
    return event
