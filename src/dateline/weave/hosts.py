"""Who receives the visitor: those of the country whom he meets on the visit, and whoever invited him to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.records import Event, EventParticipant, EventRef, Role
from dateline.weave.items import Item
from dateline.weave.places import Places
from dateline.weave.weaving import Weaving

INVITERS: Mapping[str | None, Role] = {"invitation": "initiator", "acceptance": "recipient"}  # by the kind of act


def with_hosts(events: Sequence[Event], items: Mapping[str, Sequence[Item]], weaving: Weaving, places: Places) -> list[Event]:
    """The events, visits with their hosts among those who take part."""
    hosts = _inviters(events, items, weaving)
    by_id = {event.id: event for event in events}
    for event in events:
        visit = by_id.get(event.part_of or "")
        country = places.country(visit.place) if visit and visit.place else None
        if visit and country:
            hosts[visit.id] |= {
                p.actor for p in event.participants if weaving.named_person(p.actor) and weaving.country(p.actor) == country
            }
    return [_received(event, hosts[event.id], weaving) if hosts.get(event.id) else event for event in events]


def _inviters(events: Iterable[Event], items: Mapping[str, Sequence[Item]], weaving: Weaving) -> defaultdict[str, set[str]]:
    """Who invited to each visit, by its id."""
    at: dict[EventRef, Event] = {ref: event for event in events for ref in event.mentions}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for members in items.values():
        for item in members:
            about = EventRef(item.ref.report, item.mention.content) if item.mention.content is not None else None
            visit = at.get(about) if about else None
            role = INVITERS.get(item.act)
            if visit is not None and visit.mode == "visit" and role:
                found[visit.id] |= {
                    actor for actor, r in item.participants if r == role and weaving.kind(actor) in ("person", "state")
                }
    return found


def _received(event: Event, hosts: Iterable[str], weaving: Weaving) -> Event:
    """A visit with its hosts: nobody who visits, nor his own state."""
    own = {p.actor for p in event.participants}
    home = {weaving.country(actor) for actor in own} - {None}
    added = tuple(EventParticipant(a, "host") for a in sorted(hosts) if a not in own and weaving.country(a) not in home)
    return msgspec.structs.replace(event, participants=event.participants + added)
