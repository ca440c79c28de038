"""The standing account of some reports: what happened, what is disputed, who said what, what is planned, who reported."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Disagreement, Event, Record, Report, StatementRef, Story
from dateline.tell import words
from dateline.tell.disputes import disputes
from dateline.tell.facts import LESSER, by_day
from dateline.tell.lookup import Lookup
from dateline.tell.names import plain_name
from dateline.tell.statements import compared, importance
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.drawings import time_line
from dateline.tell.web.lines import (
    Comparison,
    DisputeLine,
    FactList,
    Link,
    PlanLine,
    ReportLine,
    VersionLine,
    comparison,
    dispute_lines,
    fact_line,
    plan_lines,
    report_lines,
    to_actor,
    whole,
)
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

MOST_FACTS = 30  # told in full; the others are folded
MOST_LESSER = 15
MOST_DISPUTES = 30  # contradictions, and as many changes: those of the events that most reports tell
MOST_COMPARED = 25
MOST_PLANS = 15  # those told by most reports
MOST_QUOTED = 24  # statements that one report gives


class Speaker(Record, frozen=True):
    speaker: Link
    versions: tuple[VersionLine, ...]


class Standing(Record, frozen=True):
    """`compared` counts the statements that several reports give, `quoted` are those that only one gives, by speaker; `unquoted`
    counts those not listed. `disputed`, `changed` and `planned` count all, the lists hold the weightiest."""

    title: str
    brief: str
    line: str
    period: str
    disputed: int
    changed: int
    happened: FactList
    disputes: tuple[DisputeLine, ...]
    comparisons: tuple[Comparison, ...]
    compared: int
    quoted: tuple[Speaker, ...]
    unquoted: int
    plans: tuple[PlanLine, ...]
    planned: int
    reports: tuple[ReportLine, ...]


def of_story(story: Story, room: Room, href: Href) -> Page:
    lookup = room.lookup
    events = [e for id_ in story.events if (e := lookup.event(id_))]
    reports = sorted((r for id_ in story.reports if (r := lookup.report(id_))), key=lambda r: lookup.numbers[r.id])
    return standing(room.titles[story.id], events, reports, room, href, story.id)


def standing(title: str, events: Sequence[Event], reports: Sequence[Report], room: Room, href: Href, story: str = "") -> Page:
    """The page of these events as these reports tell them."""
    lookup = room.lookup
    known = {r.id for r in reports}
    groups = [g for g in compared(room.account) if any(ref.report in known for ref in g.statements)]
    found = disputes(events)
    plans = [p for e in events if (p := lookup.plan(e.id))]
    quoted, left = _quoted(reports, room)
    view = Standing(
        title=title,
        brief=address("briefs", story),
        line=counted(reports, lookup),
        period=period(reports, lookup),
        disputed=sum(d.kind == "conflict" for _, d in found),
        changed=sum(d.kind != "conflict" for _, d in found),
        happened=happened(events, room),
        disputes=dispute_lines(_weightiest(found), lookup),
        comparisons=tuple(made for g in groups[:MOST_COMPARED] if (made := comparison(g, room))),
        compared=len(groups),
        quoted=quoted,
        unquoted=left,
        plans=plan_lines(sorted(plans, key=lambda p: (-len(p.announced_in), p.event))[:MOST_PLANS], lookup),
        planned=len(plans),
        reports=report_lines(reports, lookup),
    )
    return Page(title, view, {"timeline": time_line(events, room, href)})


def counted(reports: Sequence[Report], lookup: Lookup) -> str:
    """ "41 reports from 17 outlets, at most 6 independent origins"."""
    outlets = len({lookup.outlet_name(r) for r in reports})
    origins = len({lookup.account.origins.get(r.id, r.id) for r in reports})
    told = f"{words.plural(len(reports), 'report')} from {words.plural(outlets, 'outlet')}"
    return f"{told}, at most {words.plural(origins, 'independent origin')}"


def period(reports: Sequence[Report], lookup: Lookup) -> str:
    """From the first to the last day on which one of the reports is known to have come out; "" when none is."""
    known = [days for r in reports if (days := lookup.published(r.id)) and days.closed]
    if not known:
        return ""
    joined = known[0]
    for days in known[1:]:
        joined = joined.join(days)
    return words.label(joined)


def happened(events: Sequence[Event], room: Room) -> FactList:
    """What happened, in the order of time; what is told by few and hardly more than that it happened, apart."""
    about = [e.id for e in events]
    told = room.facts(about, kinds=("event",), limit=MOST_FACTS + MOST_LESSER)
    main = {f.about for f in sorted(told, key=lambda f: (-f.weight, f.about))[:MOST_FACTS] if f.weight >= LESSER}
    lesser = [f for f in told if f.about not in main][:MOST_LESSER]
    return FactList(
        tuple(fact_line(f, room.lookup) for f in told if f.about in main),
        tuple(fact_line(f, room.lookup) for f in lesser),
        room.count(about, kinds=("event",)) - len(main) - len(lesser),
    )


def _weightiest(found: Sequence[tuple[Event, Disagreement]]) -> list[tuple[Event, Disagreement]]:
    """Of contradictions and of changes those of the events that most reports tell."""
    ordered = sorted(found, key=lambda pair: (-len(pair[0].reports), by_day(pair[0].date), pair[0].id))
    conflicts, others = ([p for p in ordered if (p[1].kind == "conflict") is alike][:MOST_DISPUTES] for alike in (True, False))
    return [*conflicts, *others]


def _quoted(reports: Sequence[Report], room: Room) -> tuple[tuple[Speaker, ...], int]:
    """Statements that only one report gives, by speaker: those who act most first, the unknown last; how many more there are."""
    lookup = room.lookup
    found: dict[str, list[StatementRef]] = {}
    count = 0
    for report in reports:
        marks = lookup.marks(report.id)
        for index in range(len(marks.statements) if marks else 0):
            ref = StatementRef(report.id, index)
            if lookup.group_of(ref) is None and not lookup.nested(ref):
                count += 1
                speaker = lookup.speaker(ref)
                found.setdefault(words.capital(plain_name(speaker)) if speaker else "", []).append(ref)
    out: list[Speaker] = []
    left = count
    for _, refs in sorted(found.items(), key=lambda item: importance(item[0], item[1], lookup)):
        kept = refs[: max(0, MOST_QUOTED - (count - left))]
        left -= len(kept)
        if kept:
            speaker = lookup.speaker(kept[0])
            name = to_actor(speaker, room) if speaker else Link("Speaker not known", "")
            out.append(Speaker(name, tuple(whole(r, lookup) for r in kept)))
    return tuple(out), left
