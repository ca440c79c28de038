"""One actor: names and offices seen, what was done last and is due next, with whom, what was said; and the list of actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.intervals import Interval
from dateline.records import Actor, Event, Record, StatementRef
from dateline.tell import words
from dateline.tell.facts import by_day
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.web.addresses import Href
from dateline.tell.web.choices import like_actor, other_names
from dateline.tell.web.drawings import dyads, ego_network, office_bars
from dateline.tell.web.lines import FactLine, FactList, Link, PlanLine, VersionLine, fact_line, plan_lines, to_actor, whole
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Actors"
MOST_FACTS = 60
MOST_NAMES = 12
MOST_MET = 20
MOST_SAID = 60
MOST_LISTED = 500


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
    id: str
    name: str
    type: str
    office: str
    country: str
    reports: int
    names: tuple[Seen, ...]
    more_names: int
    offices: tuple[OfficeLine, ...]
    last: FactLine | None
    next: PlanLine | None
    outcomes: tuple[Seen, ...]
    facts: FactList
    met: tuple[Met, ...]
    plans: tuple[PlanLine, ...]
    said: tuple[VersionLine, ...]
    more_said: int


class ActorLine(Record, frozen=True):
    actor: Link
    type: str
    office: str
    events: int
    mentions: int


class ActorList(Record, frozen=True):
    actors: tuple[ActorLine, ...]
    left: int


def ids(room: Room) -> Iterable[str]:
    return ("", *(a.id for a in room.actors))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    if not id_:
        shown = room.actors[:MOST_LISTED]
        view = ActorList(tuple(_line(a, room) for a in shown), len(room.actors) - len(shown))
        return Page("Actors", view, {"matrix": dyads(shown, room, href)})
    actor = room.actor(id_)
    if actor is None:
        return None
    drawn = {"ego": ego_network(actor, room, href), "offices": office_bars(actor, room, href)}
    choices = {"same": like_actor(actor, room), "names": other_names(actor, room)} if room.editable else {}
    return Page(words.capital(plain_name(actor)), _view(actor, room), drawn, choices)


def _line(actor: Actor, room: Room) -> ActorLine:
    office = Names(room.lookup).office(actor) or ""
    return ActorLine(to_actor(actor, room), actor.type, office, len(room.events_of.get(actor.id, ())), len(actor.mentions))


def _view(actor: Actor, room: Room) -> ActorView:
    lookup = room.lookup
    events = room.events_of.get(actor.id, [])
    about = [e.id for e in events]
    told = room.facts(about, kinds=("event",), dated=False)
    weighty = {f.about for f in room.facts(about, kinds=("event",), order="weight", limit=MOST_FACTS)}
    done = [e for e in events if e.status == "happened" and e.date]
    last = max(done, key=lambda e: (by_day(e.date), e.id), default=None)
    plans = [p for e in events if (p := lookup.plan(e.id))]
    ahead = plan_lines([p for p in plans if p.outcome in ("open", "moved")], lookup)
    names = _names(actor, lookup)
    said = _said(actor, lookup)
    return ActorView(
        id=actor.id,
        name=words.capital(plain_name(actor)),
        type=actor.type,
        office=Names(lookup).office(actor) or "",
        country=actor.country or "",
        reports=len({ref.report for ref in actor.mentions}),
        names=tuple(Seen(name, count) for name, count in names[:MOST_NAMES]),
        more_names=max(0, len(names) - MOST_NAMES),
        offices=_offices(actor, room),
        last=_fact(last, room) if last else None,
        next=ahead[0] if ahead else None,
        outcomes=tuple(Seen(outcome, count) for outcome, count in sorted(Counter(p.outcome for p in plans).items())),
        facts=FactList(tuple(fact_line(f, lookup) for f in told if f.about in weighty), left=max(0, len(told) - len(weighty))),
        met=_met(actor, events, room),
        plans=plan_lines(plans, lookup),
        said=tuple(whole(ref, lookup) for ref in said[:MOST_SAID]),
        more_said=max(0, len(said) - MOST_SAID),
    )


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
        lines.append(OfficeLine(words.one_line(office.title), to_actor(holder, room) if holder else None, _held(office.held)))
    return tuple(lines)


def _held(held: Interval | None) -> str:
    if held is None or (held.earliest is None and held.latest is None):
        return "day not known"
    if held.exact:
        return f"seen on {words.days(held.earliest)}"
    first = f"from {words.days(held.earliest)} or before" if held.earliest else ""
    last = f"until {words.days(held.latest)} or after" if held.latest else ""
    return " ".join(part for part in (first, last) if part)


def _met(actor: Actor, events: list[Event], room: Room) -> tuple[Met, ...]:
    """Those who took part in the same consultations that took place."""
    together = (e for e in events if e.type == "CONSULT" and e.status == "happened")
    count = Counter(p for e in together for p in {p.actor for p in e.participants} if p != actor.id)
    ordered = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:MOST_MET]
    return tuple(Met(to_actor(found, room), number) for id_, number in ordered if (found := room.lookup.actor(id_)))


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
