"""One outlet: what it reported first, alone or from others, whom it quotes, how it names things; and the list of outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.records import Record, Report, StatementRef
from dateline.tell import words
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.lines import FactLine, Link, ReportLine, fact_line, report_lines, to_actor
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room, outlet_id

LABEL = "Outlets"
MOST = 20


class Naming(Record, frozen=True):
    """How the outlet names one actor, where the account knows more than one name for it: the name and how often."""

    actor: Link
    here: tuple[str, ...]
    elsewhere: tuple[str, ...]


class Quoted(Record, frozen=True):
    actor: Link
    count: int


class OutletView(Record, frozen=True):
    """`copies` counts reports that print another's text; `alone` holds what no other outlet tells."""

    name: str
    reports: tuple[ReportLine, ...]
    copies: int
    credited: int
    alone: tuple[FactLine, ...]
    more_alone: int
    contradicted: tuple[FactLine, ...]
    first: int
    lag: str
    quotes: tuple[Quoted, ...]
    names: tuple[Naming, ...]


class OutletLine(Record, frozen=True):
    outlet: Link
    reports: int
    copies: int
    credited: int
    alone: int


class OutletList(Record, frozen=True):
    outlets: tuple[OutletLine, ...]


def ids(room: Room) -> Iterable[str]:
    return ("", *room.outlets)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    if not id_:
        return Page("Outlets", OutletList(tuple(_line(key, name, reports, room) for key, (name, reports) in room.outlets.items())))
    if id_ not in room.outlets:
        return None
    name, reports = room.outlets[id_]
    return Page(name, _view(name, reports, room))


def _line(key: str, name: str, reports: Sequence[Report], room: Room) -> OutletLine:
    known = frozenset(r.id for r in reports)
    alone = sum(set(e.reports) <= known for e in room.account.events)
    return OutletLine(Link(name, address("outlets", key)), len(reports), _copies(reports, room), _credited(reports, room), alone)


def _copies(reports: Sequence[Report], room: Room) -> int:
    return sum(room.lookup.copy(r.id) is not None for r in reports)


def _credited(reports: Sequence[Report], room: Room) -> int:
    return sum(r.origin is not None and room.lookup.copy(r.id) is None for r in reports)


def _view(name: str, reports: Sequence[Report], room: Room) -> OutletView:
    lookup = room.lookup
    known = frozenset(r.id for r in reports)
    told = [e for e in room.account.events if known & set(e.reports)]
    alone = [e.id for e in told if set(e.reports) <= known]
    disputed = [
        e.id for e in told if any(d.kind == "conflict" and any(known & set(v.reports) for v in d.values) for d in e.disagreements)
    ]
    lags = sorted(lag for e in told if (lag := _lag(e.reports, known, room)) is not None)
    weighty = room.facts(alone, kinds=("event", "plan"), order="weight", limit=MOST, dated=True)
    return OutletView(
        name=name,
        reports=report_lines(reports, lookup),
        copies=_copies(reports, room),
        credited=_credited(reports, room),
        alone=tuple(fact_line(f, lookup) for f in weighty),
        more_alone=max(0, len(alone) - len(weighty)),
        contradicted=tuple(fact_line(f, lookup) for f in room.facts(disputed, kinds=("event", "plan"), dated=True)),
        first=sum(lag == 0 for lag in lags),
        lag=words.plural(lags[len(lags) // 2], "day") if lags else "",
        quotes=_quotes(reports, room),
        names=_naming(outlet_id(name), room),
    )


def _lag(reports: Sequence[str], known: frozenset[str], room: Room) -> int | None:
    """Days from the first report of an event to this outlet's first; None where a day is not known, or nobody else reports it."""
    days = {r: found.earliest for r in reports if (found := room.lookup.published(r)) and found.exact and found.earliest}
    ours = [day for r, day in days.items() if r in known]
    others = [day for r, day in days.items() if r not in known]
    return max(0, (min(ours) - min(others)).days) if ours and others else None


def _quotes(reports: Sequence[Report], room: Room) -> tuple[Quoted, ...]:
    """Whom the outlet quotes, the most quoted first."""
    count: Counter[str] = Counter()
    for report in reports:
        marks = room.lookup.marks(report.id)
        for index in range(len(marks.statements) if marks else 0):
            if speaker := room.lookup.speaker(StatementRef(report.id, index)):
                count[speaker.id] += 1
    ordered = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return tuple(Quoted(to_actor(a, room), number) for id_, number in ordered if (a := room.lookup.actor(id_)))


def _naming(outlet: str, room: Room) -> tuple[Naming, ...]:
    """Names that the outlet uses for actors which other outlets call otherwise; those most named first."""
    out = []
    for actor, here in sorted(room.naming.get(outlet, {}).items(), key=lambda item: (-item[1].total(), item[0])):
        elsewhere = room.named[actor] - here
        found = room.lookup.actor(actor)
        if found and room.actor_address(actor) and set(elsewhere) - set(here):
            out.append(Naming(to_actor(found, room), _counted(here), _counted(elsewhere)))
    return tuple(out[:MOST])


def _counted(names: Counter[str]) -> tuple[str, ...]:
    return tuple(f"{name} {count}" for name, count in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:4])
