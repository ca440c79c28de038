"""The standing account of some reports: what happened, what is disputed, who said what, what is planned, who reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.records import Disagreement, Event, Plan, Record, Report, StatementRef, Story, VariantGroup
from dateline.tell import words
from dateline.tell.disputes import disputes
from dateline.tell.episodes import ToldEpisode, beside, episodes_of
from dateline.tell.facts import Draft
from dateline.tell.lookup import Lookup
from dateline.tell.names import plain_name
from dateline.tell.statements import compared, importance
from dateline.tell.summary import from_outlets
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
from dateline.tell.web.sheets import Sheet, Sheets, needed_by
from dateline.tell.weights import LESSER

MOST_FACTS = 30  # of a sheet, told in full; the others are folded
A_SHEET = {"facts": 45, "conflicts": 30, "changes": 30, "groups": 25, "quoted": 24, "plans": 15, "reports": 100}


class Speaker(Record, frozen=True):
    speaker: Link
    versions: tuple[VersionLine, ...]


class EpisodeLine(Record, frozen=True):
    when: str
    link: Link
    line: str


class StoryRow(Record, frozen=True):
    link: Link
    period: str
    line: str
    disputes: int
    plans: int


class Standing(Record, frozen=True):
    """A sheet of each list, what weighs most on the first; `disputed`, `changed`, `planned` and `reported` count all.

    episodes: what happened at one time, where there are several. beside: other stories of the same line, the earliest first.
    quoted: statements that only one report gives, by speaker. after: how many of each list stand on the sheets after this one.
    """

    title: str
    brief: str
    line: str
    period: str
    disputed: int
    changed: int
    episodes: tuple[EpisodeLine, ...]
    beside: tuple[StoryRow, ...]
    happened: FactList
    disputes: tuple[DisputeLine, ...]
    comparisons: tuple[Comparison, ...]
    quoted: tuple[Speaker, ...]
    plans: tuple[PlanLine, ...]
    planned: int
    reports: tuple[ReportLine, ...]
    reported: int
    after: dict[str, int]
    sheets: Sheets


class Lists(NamedTuple):
    """All that some reports tell, the weightiest first, not yet in words."""

    facts: list[Draft]
    conflicts: list[tuple[Event, Disagreement]]
    changes: list[tuple[Event, Disagreement]]
    groups: list[VariantGroup]
    quoted: list[StatementRef]
    plans: list[Plan]
    reports: Sequence[Report]

    @property
    def sheets(self) -> int:
        """How many sheets they fill."""
        return needed_by(self.by_name(), A_SHEET)

    def by_name(self) -> dict[str, Sequence[object]]:
        return {
            "facts": self.facts,
            "conflicts": self.conflicts,
            "changes": self.changes,
            "groups": self.groups,
            "quoted": self.quoted,
            "plans": self.plans,
            "reports": self.reports,
        }


def lists_of(events: Sequence[Event], reports: Sequence[Report], room: Room) -> Lists:
    known = {r.id for r in reports}
    found = room.disputes(events)
    plans = [p for e in events if (p := room.lookup.plan(e.id))]
    return Lists(
        room.ranked([e.id for e in events], kinds=("event",)),
        [pair for pair in found if pair[1].kind == "conflict"],
        [pair for pair in found if pair[1].kind != "conflict"],
        [g for g in compared(room.account) if any(ref.report in known for ref in g.statements)],
        _quoted(reports, room),
        sorted(plans, key=lambda p: (-len(p.announced_in), p.event)),
        key_first(reports, room),
    )


def key_first(reports: Sequence[Report], room: Room) -> list[Report]:
    """Those that readers build on, then the others, each in their order."""
    return sorted(reports, key=lambda r: r.id not in room.key)


def of_story(story: Story, room: Room) -> Lists:
    lookup = room.lookup
    events = [e for id_ in story.events if (e := lookup.event(id_))]
    reports = [r for id_ in story.reports if (r := lookup.report(id_))]
    return lists_of(events, sorted(reports, key=lambda r: lookup.numbers[r.id]), room)


def standing(title: str, lists: Lists, at: Sheet, kind: str, room: Room, href: Href, story: Story | None) -> Page | None:
    """A sheet of what these lists hold, on the page of this kind and id; None where there is no such sheet.

    story: what the lists are of, if that is one story.
    """
    lookup = room.lookup
    row = at.among(kind, lists.sheets)
    if row is None:
        return None
    disputed = (*at.cut(lists.conflicts, A_SHEET["conflicts"]), *at.cut(lists.changes, A_SHEET["changes"]))
    view = Standing(
        title=title,
        brief=address("briefs", at.id),
        line=counted(lists.reports, lookup),
        period=period(lists.reports, lookup),
        disputed=len(lists.conflicts),
        changed=len(lists.changes),
        episodes=tuple(map(episode_line, episodes_of(story, lookup))) if story and at.number == 1 else (),
        beside=tuple(story_row(other, room) for other in beside(story, lookup)) if story and at.number == 1 else (),
        happened=happened(lists.facts, at, room),
        disputes=dispute_lines(disputed, lookup),
        comparisons=tuple(made for g in at.cut(lists.groups, A_SHEET["groups"]) if (made := comparison(g, room))),
        quoted=_by_speaker(at.cut(lists.quoted, A_SHEET["quoted"]), room),
        plans=plan_lines(at.cut(lists.plans, A_SHEET["plans"]), lookup),
        planned=len(lists.plans),
        reports=report_lines(at.cut(lists.reports, A_SHEET["reports"]), room),
        reported=len(lists.reports),
        after=at.after_all(lists.by_name(), A_SHEET),
        sheets=row,
    )
    events = [event for draft in lists.facts if (event := lookup.event(draft.key))] if at.number == 1 else []
    return Page(title, view, {"timeline": time_line(events, room, href)})


def episode_line(told: ToldEpisode) -> EpisodeLine:
    what = f"{words.plural(told.deeds, 'deed')}, {words.plural(told.reports, 'report')}"
    return EpisodeLine(words.label(told.days), Link(told.title, address("events", told.about)), what)


def story_row(story: Story, room: Room) -> StoryRow:
    """A story in a list: what it is called, when it was reported, by how many, and how much of it is disputed or planned."""
    lookup = room.lookup
    reports = [r for id_ in story.reports if (r := lookup.report(id_))]
    events = [e for id_ in story.events if (e := lookup.event(id_))]
    return StoryRow(
        link=Link(room.titles[story.id], address("stories", story.id)),
        period=period(reports, lookup),
        line=counted(reports, lookup),
        disputes=sum(d.kind == "conflict" for _, d in disputes(events)),
        plans=sum(lookup.plan(e.id) is not None for e in events),
    )


def counted(reports: Sequence[Report], lookup: Lookup) -> str:
    """ "41 reports from 17 outlets, at most 6 independent origins"."""
    known = [lookup.outlet_name(r) for r in reports if lookup.outlet_known(r)]
    origins = len({lookup.account.origins.get(r.id, r.id) for r in reports})
    told = from_outlets(len(reports), len(set(known)), len(reports) - len(known))
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


def happened(ranked: Sequence[Draft], at: Sheet, room: Room) -> FactList:
    """A sheet of what happened, in the order of time; what is told by few and hardly more than that it happened, apart."""
    shown = at.cut(ranked, A_SHEET["facts"])
    main = {draft.key for draft in shown[:MOST_FACTS] if draft.weight >= LESSER}
    told = [fact_line(fact, room.lookup) for fact in room.told(shown)]
    left = at.after(ranked, A_SHEET["facts"])
    return FactList(tuple(f for f in told if f.about in main), tuple(f for f in told if f.about not in main), left)


def _quoted(reports: Sequence[Report], room: Room) -> list[StatementRef]:
    """Statements that only one report gives, by speaker: those who act most first, the unknown last."""
    lookup = room.lookup
    found: dict[str, list[StatementRef]] = {}
    for report in reports:
        marks = lookup.marks(report.id)
        for index in range(len(marks.statements) if marks else 0):
            ref = StatementRef(report.id, index)
            if lookup.group_of(ref) is None and not lookup.nested(ref):
                found.setdefault(_name(ref, room), []).append(ref)
    return [ref for _, refs in sorted(found.items(), key=lambda item: importance(item[0], item[1], lookup)) for ref in refs]


def _name(ref: StatementRef, room: Room) -> str:
    speaker = room.lookup.speaker(ref)
    return words.capital(plain_name(speaker)) if speaker else ""


def _by_speaker(refs: Sequence[StatementRef], room: Room) -> tuple[Speaker, ...]:
    found: dict[str, list[StatementRef]] = {}
    for ref in refs:
        found.setdefault(_name(ref, room), []).append(ref)
    out = []
    for of_one in found.values():
        speaker = room.lookup.speaker(of_one[0])
        name = to_actor(speaker, room) if speaker else Link("Speaker not known", "")
        out.append(Speaker(name, tuple(whole(ref, room.lookup) for ref in of_one)))
    return tuple(out)
