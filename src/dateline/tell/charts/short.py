"""Short words for charts: what an event was, whom an actor is called."""

from __future__ import annotations

from collections import Counter

import msgspec

from dateline.intervals import Interval
from dateline.records import Actor, Event
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, place_name, plain_name
from dateline.tell.sentences import event_sentence, nominal

_ARTICLES = ("a", "an", "the")


def short_name(actor: Actor, lookup: Lookup) -> str:
    """A person's name as the reports use it alone most often ("Sadat"); of others the whole name."""
    if actor.type == "person":
        parts = actor.name.split()
        used = Counter(
            m.name for ref in actor.mentions[:500] if (m := lookup.mention(ref)) and m.form == "name" and m.name in parts
        )
        if used:
            return max(used, key=lambda name: (used[name], name))
    return full_name(actor)


def full_name(actor: Actor) -> str:
    """The name as a label: without "the", its first letter a capital."""
    return words.capital(plain_name(actor).removeprefix("the "))


def what(event: Event, lookup: Lookup) -> str:
    """The event as a noun without who and where: "meeting", "visit"; its mode or type where it has no form."""
    bare = msgspec.structs.replace(event, participants=(), place=None)
    told = nominal(bare, lookup, Names(lookup, introduce=False))
    first, _, rest = told.partition(" ")
    return rest if first in _ARTICLES and rest else told


def label(event: Event, lookup: Lookup, of: str | None = None) -> str:
    """ "meeting, Begin, Jerusalem": what it was, with whom, seen from one actor, and where."""
    others = [actor for p in event.participants if p.actor != of and (actor := lookup.actor(p.actor))]
    own = lookup.actor(of)
    others = [a for a in others if not (own and a.type == "state" and a.country == own.country)] or others
    people = [a for a in others if a.type == "person"] or others
    names = list(dict.fromkeys(short_name(a, lookup) for a in people))
    place = lookup.place(event.place)
    parts = [what(event, lookup), " and ".join(names[:2]) + (" …" if len(names) > 2 else ""), place_name(place) if place else ""]
    return ", ".join(part for part in parts if part)


def sentence(event: Event, lookup: Lookup) -> str:
    """The event in full, as the pages tell it, with the number of its independent sources."""
    told = event_sentence(event, lookup, Names(lookup, introduce=False))
    inferred = "; no report gives the day, it is inferred" if event.date_basis == "inferred" and event.date else ""
    return f"{told} ({words.plural(event.independent_sources, 'independent source')}{inferred})"


def due(interval: Interval | None, reports: tuple[str, ...], lookup: Lookup) -> Interval | None:
    """When a plan is due: of days from its telling on ("by June") only the last; the first is but the day it was told."""
    if interval is not None and lookup.term(interval, reports):
        return Interval(None, interval.latest)
    return interval
