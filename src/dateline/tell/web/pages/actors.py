"""One actor: names and offices seen, what was done last and is due next, with whom, what was said; and the list of actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from dateline.records import Actor, Event, Plan, Record, StatementRef
from dateline.tell import words
from dateline.tell.facts import Draft, by_day
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.offices import seen
from dateline.tell.templates import templates
from dateline.tell.web.addresses import Href, safe
from dateline.tell.web.choices import like_actor, other_names
from dateline.tell.web.drawings import dyads, ego_network, office_bars
from dateline.tell.web.issues import Issue, issues
from dateline.tell.web.lines import FactLine, FactList, Link, PlanLine, VersionLine, fact_line, plan_lines, to_actor, whole
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheet, Sheets, names, needed, needed_by, sheet

LABEL = "Actors"
A_SHEET = 200  # actors
OF_ONE = {"facts": 60, "plans": 30, "said": 60, "names": 12, "met": 20}  # of a sheet of one actor's page


class OfficeLine(Record, frozen=True):
    """An office as far as it is seen held: "from 3 January 2025 or before until 19 March 2025 or after"."""

    title: str
    of: Link | None
    seen: str


class Seen(Record, frozen=True):
    name: str
    count: int


class Met(Record, frozen=True):
    """With whom an actor took part in events, and in how many."""

    actor: Link
    events: int


class ActorView(Record, frozen=True):
    """`after`: how many of each list stand on the sheets after this one."""

    id: str
    name: str
    type: str
    office: str
    country: str
    reports: int
    names: tuple[Seen, ...]
    offices: tuple[OfficeLine, ...]
    last: FactLine | None
    next: PlanLine | None
    outcomes: tuple[Seen, ...]
    facts: FactList
    met: tuple[Met, ...]
    plans: tuple[PlanLine, ...]
    issues: tuple[Issue, ...]
    said: tuple[VersionLine, ...]
    after: dict[str, int]
    sheets: Sheets


class ActorLine(Record, frozen=True):
    actor: Link
    type: str
    office: str
    events: int
    mentions: int


class ActorList(Record, frozen=True):
    """`count` of all."""

    actors: tuple[ActorLine, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    yield from names("", needed((len(room.actors), A_SHEET)))
    for actor in room.actors:
        yield from names(safe(actor.id), _lists(actor, room).sheets)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    if not at.id:
        row = at.among("actors", needed((len(room.actors), A_SHEET)))
        lines = tuple(_line(a, room) for a in at.cut(room.actors, A_SHEET))
        drawn = {"matrix": dyads(room.actors, room, href)} if at.number == 1 else {}
        return Page("Actors", ActorList(lines, len(room.actors), row), drawn) if row else None
    actor = room.actor(at.id)
    lists = _lists(actor, room) if actor else None
    row = at.among("actors", lists.sheets) if lists else None
    if actor is None or lists is None or row is None:
        return None
    drawn = {"ego": ego_network(actor, room, href), "offices": office_bars(actor, room, href)} if at.number == 1 else {}
    choices = {"same": like_actor(actor, room), "names": other_names(actor, room)} if room.editable else {}
    return Page(words.capital(plain_name(actor)), _view(actor, lists, at, row, room), drawn, choices)


class _Lists(NamedTuple):
    facts: list[Draft]
    plans: list[Plan]
    said: list[StatementRef]
    names: list[tuple[str, int]]
    met: list[tuple[Actor, int]]

    @property
    def sheets(self) -> int:
        return needed_by(self.by_name(), OF_ONE)

    def by_name(self) -> dict[str, Sequence[object]]:
        return {"facts": self.facts, "plans": self.plans, "said": self.said, "names": self.names, "met": self.met}


def _lists(actor: Actor, room: Room) -> _Lists:
    """All that the page of an actor tells, what weighs most first."""
    events = room.events_of.get(actor.id, [])
    plans = [p for e in events if (p := room.lookup.plan(e.id))]
    return _Lists(
        room.ranked([e.id for e in events], kinds=("event",)),
        sorted(plans, key=lambda p: (-len(p.announced_in), p.event)),
        _said(actor, room.lookup),
        _names(actor, room.lookup),
        _met(actor, events, room),
    )


def _line(actor: Actor, room: Room) -> ActorLine:
    office = Names(room.lookup).office(actor) or ""
    return ActorLine(to_actor(actor, room), actor.type, office, len(room.events_of.get(actor.id, ())), len(actor.mentions))


def _view(actor: Actor, lists: _Lists, at: Sheet, row: Sheets, room: Room) -> ActorView:
    lookup = room.lookup
    events = room.events_of.get(actor.id, [])
    now = room.lookup.last_day or date.max
    done = [e for e in events if e.status == "happened" and e.date and (e.date.earliest or now) <= now]  # a year to come is misread
    last = max(done, key=lambda e: (by_day(e.date), e.id), default=None)
    ahead = plan_lines([p for p in lists.plans if p.outcome in ("open", "moved") and _ahead(lookup.event(p.event), room)], lookup)
    outcomes = sorted(Counter(p.outcome for p in lists.plans).items())
    told = room.told(at.cut(lists.facts, OF_ONE["facts"]))
    return ActorView(
        id=actor.id,
        name=words.capital(plain_name(actor)),
        type=actor.type,
        office=Names(lookup).office(actor) or "",
        country=actor.country or "",
        reports=len({ref.report for ref in actor.mentions}),
        names=tuple(Seen(name, count) for name, count in at.cut(lists.names, OF_ONE["names"])),
        offices=_offices(actor, room),
        last=_fact(last, room) if last else None,
        next=ahead[0] if ahead else None,
        outcomes=tuple(Seen(templates().outcomes[outcome], count) for outcome, count in outcomes),
        facts=FactList(tuple(fact_line(f, lookup) for f in told)),
        met=tuple(Met(to_actor(other, room), number) for other, number in at.cut(lists.met, OF_ONE["met"])),
        plans=plan_lines(at.cut(lists.plans, OF_ONE["plans"]), lookup),
        issues=issues(lists.said, room) if at.number == 1 else (),
        said=tuple(whole(ref, lookup) for ref in at.cut(lists.said, OF_ONE["said"])),
        after=at.after_all(lists.by_name(), OF_ONE),
        sheets=row,
    )


def _ahead(event: Event | None, room: Room) -> bool:
    """Whether what was planned lay ahead on the last day that a report is known to have come out on."""
    last = room.lookup.last_day
    return event is not None and (event.date is None or event.date.latest is None or last is None or event.date.latest > last)


def _fact(event: Event, room: Room) -> FactLine | None:
    return next((fact_line(f, room.lookup) for f in room.facts([event.id], kinds=("event",), dated=True)), None)


def _names(actor: Actor, lookup: Lookup) -> list[tuple[str, int]]:
    """How reports name the actor, titles and pronouns left out, the commonest first."""
    named = (m for ref in actor.mentions if (m := lookup.mention(ref)) and m.form in ("name", "metonym"))
    count = Counter(words.one_line(lookup.text(m.span)) for m in named)
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))


def _offices(actor: Actor, room: Room) -> tuple[OfficeLine, ...]:
    lines = []
    for office in sorted(actor.offices, key=lambda o: (by_day(o.held), o.title)):
        holder = room.lookup.actor(office.of)
        lines.append(OfficeLine(words.one_line(office.title), to_actor(holder, room) if holder else None, seen(office.held)))
    return tuple(lines)


def _met(actor: Actor, events: list[Event], room: Room) -> list[tuple[Actor, int]]:
    """Those who took part in the same consultations that took place, and in how many."""
    together = (e for e in events if e.type == "CONSULT" and e.status == "happened")
    count = Counter(p for e in together for p in {p.actor for p in e.participants} if p != actor.id)
    ordered = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    return [(found, number) for id_, number in ordered if (found := room.lookup.actor(id_))]


def _said(actor: Actor, lookup: Lookup) -> list[StatementRef]:
    """Statements of the actor, in the order of the reports."""
    indexes: dict[str, set[int]] = {}
    for ref in actor.mentions:
        indexes.setdefault(ref.report, set()).add(ref.index)
    found = []
    for report in sorted(indexes, key=lambda r: lookup.numbers.get(r, 10**9)):
        marks = lookup.marks(report)
        for index, statement in enumerate(marks.statements if marks else ()):
            if statement.speaker in indexes[report] and not lookup.nested(StatementRef(report, index)):
                found.append(StatementRef(report, index))
    return found
