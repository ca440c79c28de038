"""One outlet: what it reported first, alone or from others, whom it quotes, how it names things; and the list of outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.records import Actor, Event, Record, Report, StatementRef
from dateline.tell import words
from dateline.tell.facts import Draft
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.lines import FactLine, Link, ReportLine, fact_line, report_lines, to_actor
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room, outlet_id
from dateline.tell.web.sheets import Sheet, Sheets, names, needed, needed_by, sheet

LABEL = "Outlets"
A_SHEET = 200  # outlets
OF_ONE = {"reports": 60, "alone": 20, "contradicted": 20, "quotes": 20, "names": 20}  # of a sheet of one outlet's page


class Naming(Record, frozen=True):
    """How the outlet names one actor, where the account knows more than one name for it: the name and how often."""

    actor: Link
    here: tuple[str, ...]
    elsewhere: tuple[str, ...]


class Quoted(Record, frozen=True):
    actor: Link
    count: int


class OutletView(Record, frozen=True):
    """`copies` counts reports that print another's text, `credited` other reports credited to an agency.

    first: with how many events that others report too it was first, or on the first day; lag: the median time behind the first
    report. alone: what no other outlet tells. The counts are of all, the lists hold a sheet; after: how many of each come after it.
    """

    name: str
    count: int
    copies: int
    credited: int
    first: int
    lag: str
    only_here: int
    disputed: int
    reports: tuple[ReportLine, ...]
    alone: tuple[FactLine, ...]
    contradicted: tuple[FactLine, ...]
    quotes: tuple[Quoted, ...]
    names: tuple[Naming, ...]
    after: dict[str, int]
    sheets: Sheets


class OutletLine(Record, frozen=True):
    outlet: Link
    reports: int
    copies: int
    credited: int
    alone: int


class OutletList(Record, frozen=True):
    """`count` of all; `nameless` counts reports of which no outlet is known."""

    outlets: tuple[OutletLine, ...]
    count: int
    nameless: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    yield from names("", needed((len(room.outlets), A_SHEET)))
    for id_, (name, reports) in room.outlets.items():
        yield from names(id_, needed_by(_lists(name, reports, room).by_name(), OF_ONE))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    if not at.id:
        row = at.among("outlets", needed((len(room.outlets), A_SHEET)))
        lines = tuple(_line(key, name, reports, room) for key, (name, reports) in at.cut(list(room.outlets.items()), A_SHEET))
        nameless = sum(not room.lookup.outlet_known(r) for r in room.account.reports)
        return Page("Outlets", OutletList(lines, len(room.outlets), nameless, row)) if row else None
    if at.id not in room.outlets:
        return None
    name, reports = room.outlets[at.id]
    lists = _lists(name, reports, room)
    row = at.among("outlets", needed_by(lists.by_name(), OF_ONE))
    return Page(name, _view(name, reports, lists, at, row, room)) if row else None


def _line(key: str, name: str, reports: Sequence[Report], room: Room) -> OutletLine:
    known = frozenset(r.id for r in reports)
    alone = sum(set(e.reports) <= known for e in room.account.events)
    return OutletLine(Link(name, address("outlets", key)), len(reports), _copies(reports, room), _credited(reports, room), alone)


def _copies(reports: Sequence[Report], room: Room) -> int:
    return sum(room.lookup.copy(r.id) is not None for r in reports)


def _credited(reports: Sequence[Report], room: Room) -> int:
    return sum(r.origin is not None and room.lookup.copy(r.id) is None for r in reports)


class _Lists(NamedTuple):
    """All that the page of an outlet tells, what weighs most first."""

    told: list[Event]
    reports: Sequence[Report]
    alone: list[Draft]
    contradicted: list[Draft]
    quotes: list[tuple[Actor, int]]
    names: list[Naming]

    def by_name(self) -> dict[str, Sequence[object]]:
        return {
            "reports": self.reports,
            "alone": self.alone,
            "contradicted": self.contradicted,
            "quotes": self.quotes,
            "names": self.names,
        }


def _lists(name: str, reports: Sequence[Report], room: Room) -> _Lists:
    known = frozenset(r.id for r in reports)
    told = [e for e in room.account.events if known & set(e.reports)]
    alone = [e.id for e in told if set(e.reports) <= known]
    disputed = [
        e.id for e in told if any(d.kind == "conflict" and any(known & set(v.reports) for v in d.values) for d in e.disagreements)
    ]
    kinds = ("event", "plan")
    return _Lists(
        told,
        reports,
        room.ranked(alone, kinds=kinds),
        room.ranked(disputed, kinds=kinds),
        _quotes(reports, room),
        _naming(outlet_id(name), room),
    )


def _view(name: str, reports: Sequence[Report], lists: _Lists, at: Sheet, row: Sheets, room: Room) -> OutletView:
    lookup = room.lookup
    known = frozenset(r.id for r in reports)
    lags = sorted(lag for e in lists.told if (lag := _lag(e.reports, known, room)) is not None)

    def facts(of: str, drafts: list[Draft]) -> tuple[FactLine, ...]:
        return tuple(fact_line(f, lookup) for f in room.told(at.cut(drafts, OF_ONE[of]), order="date"))

    return OutletView(
        name=name,
        count=len(reports),
        copies=_copies(reports, room),
        credited=_credited(reports, room),
        first=sum(lag == 0 for lag in lags),
        lag=("less than a day" if lags[len(lags) // 2] == 0 else words.plural(lags[len(lags) // 2], "day")) if lags else "",
        only_here=len(lists.alone),
        disputed=len(lists.contradicted),
        reports=report_lines(at.cut(reports, OF_ONE["reports"]), room),
        alone=facts("alone", lists.alone),
        contradicted=facts("contradicted", lists.contradicted),
        quotes=tuple(Quoted(to_actor(a, room), number) for a, number in at.cut(lists.quotes, OF_ONE["quotes"])),
        names=at.cut(lists.names, OF_ONE["names"]),
        after=at.after_all(lists.by_name(), OF_ONE),
        sheets=row,
    )


def _lag(reports: Sequence[str], known: frozenset[str], room: Room) -> int | None:
    """Days from the first report of an event to this outlet's first; None where a day is not known, or nobody else reports it."""
    days = {r: found.earliest for r in reports if (found := room.lookup.published(r)) and found.exact and found.earliest}
    ours = [day for r, day in days.items() if r in known]
    others = [day for r, day in days.items() if r not in known]
    return max(0, (min(ours) - min(others)).days) if ours and others else None


def _quotes(reports: Sequence[Report], room: Room) -> list[tuple[Actor, int]]:
    """Whom the outlet quotes, the most quoted first."""
    count: Counter[str] = Counter()
    for report in reports:
        marks = room.lookup.marks(report.id)
        for index in range(len(marks.statements) if marks else 0):
            if speaker := room.lookup.speaker(StatementRef(report.id, index)):
                count[speaker.id] += 1
    ordered = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    return [(actor, number) for id_, number in ordered if (actor := room.lookup.actor(id_))]


def _naming(outlet: str, room: Room) -> list[Naming]:
    """Names that the outlet uses for actors which other outlets call otherwise; those most named first."""
    out = []
    for actor, here in sorted(room.naming.get(outlet, {}).items(), key=lambda item: (-item[1].total(), item[0])):
        elsewhere = room.named[actor] - here
        found = room.lookup.actor(actor)
        if found and room.actor_address(actor) and set(elsewhere) - set(here):
            out.append(Naming(to_actor(found, room), _counted(here), _counted(elsewhere)))
    return out


def _counted(names: Counter[str]) -> tuple[str, ...]:
    return tuple(f"{name} ×{count}" for name, count in sorted(names.items(), key=lambda item: (-item[1], item[0]))[:4])
