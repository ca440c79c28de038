"""The fields of an event: what the reports say of each, who says otherwise, and whence it is known where no clause says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from dateline.records import Actor, Event, EventRef, Record
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import place_name
from dateline.tell.templates import templates
from dateline.tell.web.addresses import address
from dateline.tell.web.lines import Link, ValueLine, link, to_actor, to_report, value_lines
from dateline.tell.web.room import Room
from dateline.tell.worked_out import Rests, gives_day, gives_part, gives_place, of_day, of_part, of_place

ROLES = {"host": "Host", "initiator": "Initiator", "recipient": "Recipient"}


class Field(Record, frozen=True):
    """One field of the event: its value, the reports that give it, those that give another, and how many say nothing of it.

    inferred: how the value was worked out that no clause on the event gives, "" where one does; rests: what it was worked out from.
    """

    name: str
    value: Link
    says: tuple[Link, ...]
    otherwise: tuple[ValueLine, ...]
    silent: int
    inferred: str = ""
    rests: tuple[Link, ...] = ()


def fields(event: Event, room: Room) -> tuple[Field, ...]:
    """Day, place, who took part, standing, and the figures that the reports do not agree on."""
    table = _Table(event, room.lookup)
    parts = [(actor, p.role) for p in event.participants if (actor := room.lookup.actor(p.actor))]
    return (
        _day(table, room),
        _place(table),
        *(_part(table, actor, ROLES.get(role, "Took part"), room) for actor, role in parts),
        _standing(table),
        *_figures(table),
    )


@dataclass(frozen=True)
class _Table:
    event: Event
    lookup: Lookup

    def row(
        self,
        name: str,
        value: Link,
        field: str,
        says: Callable[[EventRef], bool],
        silent: Callable[[EventRef], bool] = lambda ref: True,
        rests: Rests | None = None,
    ) -> Field:
        """`silent`: of a mention that does not say so, whether it says nothing of the field at all."""
        spans: dict[str, Span] = {}
        for ref in sorted(self.event.mentions, key=lambda ref: (self.lookup.numbers.get(ref.report, 10**9), ref.index)):
            mention = self.lookup.event_mention(ref)
            if mention and says(ref):
                spans.setdefault(ref.report, mention.span)
        told = {ref.report for ref in self.event.mentions if not silent(ref)}
        quiet = {ref.report for ref in self.event.mentions} - set(spans) - told
        made = Field(name, value, self.links(spans.values()), self.others(field, value.text), len(quiet))
        if rests is None or not (rests.rule or rests.spans):
            return made
        beside = self.links(rests.spans)
        if not rests.rule:
            return msgspec.structs.replace(made, says=beside)
        return msgspec.structs.replace(made, inferred=templates().inferred[rests.rule], rests=beside)

    def others(self, field: str, value: str) -> tuple[ValueLine, ...]:
        """Values of the field that are not the one shown, with the reports that give them."""
        given = (line for d in self.event.disagreements if d.field == field for line in value_lines(self.event, d, self.lookup))
        return tuple(line for line in given if line.value.casefold() != value.casefold())

    def links(self, spans: Iterable[Span]) -> tuple[Link, ...]:
        return tuple(link(span, self.lookup) for span in spans)


def _day(table: _Table, room: Room) -> Field:
    event, lookup = table.event, table.lookup
    rests = of_day(event, lookup)
    value = Link(words.label(event.date), "")
    made = table.row(
        "Day", value, "date", lambda ref: gives_day(ref, event, lookup), lambda ref: lookup.told_when(ref) is None, rests
    )
    return msgspec.structs.replace(made, rests=_whence(rests.rule, event, room)) if rests.rule and not made.rests else made


def _whence(rule: str, event: Event, room: Room) -> tuple[Link, ...]:
    """What an inferred day rests on where no words name it: the journal, other events, or the reports with their own days."""
    lookup = room.lookup
    if rule == "judged":
        return (Link("the journal", address("judgements")),)
    others = [lookup.event(event.part_of)] if rule == "visit" else room.parts_of.get(event.id, ()) if rule == "meetings" else ()
    if dated := [other for other in others if other and other.date]:
        return tuple(Link(words.label(other.date), address("events", other.id)) for other in dated)
    known = sorted((r for r in event.reports if lookup.published(r)), key=lambda r: lookup.numbers.get(r, 10**9))
    return tuple(Link(f"{to_report(r, lookup).text} of {words.label(lookup.published(r))}", address("reports", r)) for r in known)


def _place(table: _Table) -> Field:
    event, lookup = table.event, table.lookup
    place = lookup.place(event.place)
    return table.row(
        "Place",
        Link(words.capital(place_name(place)) if place else "not known", ""),
        "place",
        lambda ref: gives_place(ref, event, lookup),
        lambda ref: lookup.told_where(ref) is None,
        of_place(event, place, lookup) if place else None,
    )


def _part(table: _Table, actor: Actor, role: str, room: Room) -> Field:
    rests = of_part(table.event, actor, table.lookup)
    return table.row(role, to_actor(actor, room), "", lambda ref: gives_part(ref, actor.id, table.lookup), rests=rests)


def _standing(table: _Table) -> Field:
    status = table.event.status

    def says(ref: EventRef) -> bool:
        mention = table.lookup.event_mention(ref)
        return mention is not None and mention.status == status

    value = Link(words.capital(templates().standings.get(status, status)), "")
    return table.row("Told as", value, "status", says, lambda ref: False)


def _figures(table: _Table) -> Iterator[Field]:
    if any(d.field == "number" for d in table.event.disagreements):
        yield Field("Figure", Link("not agreed", ""), (), table.others("number", ""), 0)
