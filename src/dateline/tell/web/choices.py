"""What the forms of a page offer to choose from: events and actors that may be the same as the one shown."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Actor, Event, Record, Report
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.names import Names, plain_name
from dateline.tell.sentences import event_sentence
from dateline.tell.web.room import Room

MOST = 20


class Choice(Record, frozen=True):
    id: str
    text: str


def like_event(event: Event, room: Room) -> tuple[Choice, ...]:
    """Events of the same type or days with somebody in common, the likest first."""
    people = {p.actor for p in event.participants}
    found = {e.id: e for actor in people for e in room.events_of.get(actor, ()) if e.id != event.id}

    def likeness(other: Event) -> tuple[float, str]:
        shared = len(people & {p.actor for p in other.participants}) / max(1, len(people))
        near = bool(event.date and other.date and event.date.meet(other.date))
        return -(shared + (other.type == event.type) + near + (other.place is not None and other.place == event.place)), other.id

    ordered = sorted(found.values(), key=likeness)[:MOST]
    names = Names(room.lookup, introduce=False)
    return tuple(Choice(e.id, words.shorten(event_sentence(e, room.lookup, names), 110)) for e in ordered)


def like_actor(actor: Actor, room: Room) -> tuple[Choice, ...]:
    """Actors of the same kind with a word of the name, or the country, in common."""
    own = _words(actor)

    def likeness(other: Actor) -> tuple[float, int, str]:
        same_state = actor.country is not None and actor.country == other.country
        return -(2 * len(own & _words(other)) + same_state), -len(other.mentions), other.id

    others = (a for a in room.actors if a.id != actor.id and a.type == actor.type)
    ordered = sorted((a for a in others if likeness(a)[0] < 0), key=likeness)[:MOST]
    return of_actors(ordered)


def other_names(actor: Actor, room: Room) -> tuple[Choice, ...]:
    """The names of an actor but for the one shown, each by a mention that has it: it may be somebody else's."""
    found: dict[str, str] = {}
    for ref in sorted(actor.mentions, key=lambda ref: (ref.report, ref.index)):
        mention = room.lookup.mention(ref)
        if mention and mention.form == "name" and mention.name and mention.name != actor.name:
            found.setdefault(words.one_line(mention.name), place_of(mention.span))
    return tuple(Choice(place, name) for name, place in sorted(found.items()))[:MOST]


def statements_of(report: Report, room: Room) -> tuple[Choice, ...]:
    """The statements of a report, by where they stand."""
    marks = room.lookup.marks(report.id)
    spans = [s.span for s in marks.statements] if marks else []
    return tuple(Choice(place_of(s), words.shorten(words.one_line(room.lookup.text(s)), 80)) for s in spans)


def speakers_of(report: Report, room: Room) -> tuple[Choice, ...]:
    """Who may have said something in a report: those that it names."""
    marks = room.lookup.marks(report.id)
    named = (room.lookup.mention_actor(report.id, n) for n, m in enumerate(marks.mentions) if m.name) if marks else ()
    found = {a.id: a for a in named if a}
    return (*of_actors(sorted(found.values(), key=lambda a: (a.type != "person", a.name, a.id))), Choice("nobody", "nobody known"))


def place_of(span: Span) -> str:
    """Where characters stand, as a correction names them."""
    return f"{span.report}:{span.start}-{span.end}"


def of_actors(actors: Iterable[Actor]) -> tuple[Choice, ...]:
    return tuple(Choice(a.id, words.capital(plain_name(a))) for a in actors)


def _words(actor: Actor) -> set[str]:
    return {word.casefold() for word in actor.name.split() if len(word) > 2}
