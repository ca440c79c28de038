"""Who acts in an event, who is acted on or met, and who is host, as a sentence names them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Actor, Event
from dateline.tell.lookup import Lookup
from dateline.tell.templates import Telling, templates

_ROLE_ORDER = {"initiator": 0, "participant": 1, "recipient": 2, "host": 3}


def parties(event: Event, told: Telling, lookup: Lookup) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Actor ids of those who act, those acted on or met, and the hosts, each in the order in which the reports name them."""
    order = _order(event, lookup)
    listed = sorted(event.participants, key=lambda p: (_ROLE_ORDER[p.role], order.get(p.actor, 10**9), p.actor))
    by_role = {role: [p.actor for p in listed if p.role == role] for role in _ROLE_ORDER}
    hosts = persons_first(by_role["host"], lookup)
    if told.hosting:
        guests = by_role["initiator"] + by_role["recipient"] + by_role["participant"]
        return hosts, tuple(a for a in persons_first(guests, lookup) if a not in hosts), ()
    if not (told.together or told.joint):
        who = by_role["initiator"] or by_role["participant"]
        rest = [] if who is by_role["participant"] else by_role["participant"]
        return persons_first(who, lookup), persons_first(by_role["recipient"] + rest, lookup), hosts
    everyone = persons_first(by_role["initiator"] + by_role["participant"] + by_role["recipient"], lookup)
    if len(everyone) < 2:
        everyone, hosts = tuple(dict.fromkeys((*everyone, *hosts))), ()
    if told.joint:
        return everyone, (), hosts
    first = sum(actor in by_role["initiator"] for actor in everyone) or 1
    cut = first if first < len(everyone) else 1
    return everyone[:cut], everyone[cut:], hosts


def persons_first(actors: Sequence[str], lookup: Lookup) -> tuple[str, ...]:
    """The actors without the states and bodies whose own officials or parts are named beside them: they act through these."""
    found = {actor: lookup.actor(actor) for actor in actors}
    known = [a for a in found.values() if a is not None]
    return tuple(actor for actor, a in found.items() if a is None or not any(_serves(b, a) for b in known if b.id != a.id))


def _serves(one: Actor, owner: Actor) -> bool:
    """Whether one acts for the other: a person for the state or the body of the office, a ministry for its state, a council for
    the body whose name is in its own."""
    if owner.type not in ("state", "organization"):
        return False
    if one.type == "person":
        of_state = owner.type == "state" and one.country is not None and one.country == owner.country
        return of_state or any(office.of == owner.id for office in one.offices)
    if one.type != "organization":
        return False
    if owner.type == "state":
        return one.country is not None and one.country == owner.country and one.name.split()[-1] in templates().bodies.last
    return f" {owner.name.casefold()} " in f" {one.name.casefold()} " and one.name != owner.name


def _order(event: Event, lookup: Lookup) -> dict[str, int]:
    """Where each participant first stands in the clauses that tell of the event."""
    order: dict[str, int] = {}
    for ref in event.mentions:
        marks, mention = lookup.marks(ref.report), lookup.event_mention(ref)
        if marks is None or mention is None:
            continue
        for participant in mention.participants:
            actor = lookup.mention_actor(ref.report, participant.mention)
            if actor and 0 <= participant.mention < len(marks.mentions):
                start = marks.mentions[participant.mention].span.start - mention.span.start
                order.setdefault(actor.id, start)
    return order
