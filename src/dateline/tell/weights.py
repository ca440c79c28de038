"""What a reader of diplomacy looks for first: how much an event matters, by who takes part in it and how well it is told."""

from __future__ import annotations

from dateline import world
from dateline.languages import offices
from dateline.records import Actor, Event
from dateline.tell.lookup import Lookup
from dateline.tell.sentences import DOUBTFUL, told_as

LESSER = 4.5  # events of less weight are told apart: one report, and hardly more than that something was done
SHARE = 0.35  # of what an event weighs beyond that, where no state, no body of states and no holder of an office has a part in it,
ONE_SIDE = 0.7  # and where one such side alone has, of a deed that is mostly a crime, an accident or a trial
CRIME = frozenset({"ASSAULT", "COERCE", "ACCUSE"})


def weight(event: Event, lookup: Lookup) -> float:
    """How much an event matters to a reader: independent sources first, then its kind, its reports, and how much of it is known.

    What passes between states stands before what one does at home, and that before what no official has a part in. Of a deed those
    count that tell of it as done.
    """
    people = sum(1 for p in event.participants if (a := lookup.actor(p.actor)) and a.type == "person")
    known = 1.0 * (event.date is not None) + 1.0 * (event.place is not None) + 0.5 * min(people, 2)
    core = 4.0 if event.type == "CONSULT" else 3.0 if told_as(event, lookup).main else 0.0
    alone = -6.0 if not event.participants else -1.0 if len(event.participants) == 1 else 0.0
    if event.type == "CONSULT" and len(event.participants) == 1:
        alone = (0.0 if event.place else -5.0) if event.mode == "visit" else -4.0
    unclear = -2.0 if event.status in ("unknown", "proposed") else 0.0
    unclear -= 4.0 if event.confidence < DOUBTFUL else 0.0
    told = tellers(event, lookup)
    worth = 3.0 * min(len(lookup.behind(event, told)), 6) + 0.5 * min(len(told), 8) + core + known + alone + unclear
    sides = {side for p in event.participants if (a := lookup.actor(p.actor)) and (side := side_of(a, lookup))}
    if not sides:
        return lessened(worth)
    if len(sides) > 1 or event.type not in CRIME:
        return worth
    by_police = any((a := lookup.actor(p.actor)) and offices.keep_order() & set(a.name.lower().split()) for p in event.participants)
    return lessened(worth, SHARE if by_police else ONE_SIDE)


def lessened(worth: float, share: float = SHARE) -> float:
    """Less weight, but nothing that many tell of comes among what hardly anything is told of."""
    return LESSER + share * (worth - LESSER) if worth > LESSER else worth


def tellers(event: Event, lookup: Lookup) -> tuple[str, ...]:
    """The reports that tell of a deed as done; a report that only announced it does not say so. Of other events, all reports."""
    known = known_in(event, lookup)
    if event.status != "happened":
        return known
    done = {ref.report for ref in event.mentions if (m := lookup.event_mention(ref)) and m.status == "happened"}
    return tuple(r for r in known if r in done) or known


def known_in(event: Event, lookup: Lookup) -> tuple[str, ...]:
    """The event's reports in this account: one story of a larger account has not all of them."""
    return tuple(r for r in event.reports if lookup.marks(r)) or event.reports


def side_of(actor: Actor, lookup: Lookup) -> str | None:
    """The state or body of states that somebody stands for: its code, or the body's id; None for whoever stands for none."""
    if actor.type == "state":
        return actor.country or actor.id
    if actor.type == "organization":
        return (actor.country or actor.id) if _public(actor) else None
    held = [(office.title, lookup.actor(office.of)) for office in actor.offices if offices.named(office.title)]
    private = {title for title, of in held if of and of.type == "organization" and not _public(of)}  # a company's chief executive
    public = [of for title, of in held if title not in private and (of is None or of.type == "state" or _public(of))]
    return next((of.country or of.id if of else actor.country for of in public if of or actor.country), None)


def _public(body: Actor) -> bool:
    """Whether a body is one of states or of a state, or a party or movement: no company, no paper, no police."""
    known = world.organization(body.name)
    if known is not None and not world.is_outlet(body.name) and (known.country is None or world.homeland(body.name)):
        return True
    return world.metonym(body.name) is not None or bool((offices.organs() - offices.keep_order()) & set(body.name.lower().split()))
