"""The first page: of one story its standing account; of several the stories, what matters most in all, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Account, Record
from dateline.tell.summary import summary
from dateline.tell.web.addresses import Href
from dateline.tell.web.lines import DisputeLine, FactLine, PlanLine, dispute_lines, fact_line, plan_lines
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import names, sheet
from dateline.tell.web.standing import Lists, StoryRow, lists_of, period, standing, story_row
from dateline.tell.weights import LESSER

LABEL = "Overview"
MOST_FACTS = 12
MOST_STORIES = 40
MOST_DISPUTES = 8
MOST_PLANS = 8


class Overview(Record, frozen=True):
    """Of several stories. The counts are of all, the lists hold the weightiest."""

    title: str
    line: str
    period: str
    disputed: int
    planned: int
    loose: int  # reports in no story with another
    stories: tuple[StoryRow, ...]
    more_stories: int
    facts: tuple[FactLine, ...]
    disputes: tuple[DisputeLine, ...]
    plans: tuple[PlanLine, ...]


def ids(room: Room) -> Iterable[str]:
    return names("", _whole(room).sheets) if len(room.account.stories) < 2 else ("",)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    account, lookup = room.account, room.lookup
    found = summary(account, lookup)
    at = sheet(id_)
    if at.id:
        return None
    if len(account.stories) < 2:
        return standing(found.title, _whole(room), at, "index", room, href, next(iter(account.stories), None))
    if at.number > 1:
        return None
    conflicts = [(e, d) for e, d in room.disputes() if d.kind == "conflict"]
    ahead = [p for p in account.plans if p.outcome in ("open", "moved", "overdue")]
    shown = room.stories[:MOST_STORIES]
    weighty = room.facts(order="weight", kinds=("event", "plan"), limit=MOST_FACTS, dated=True)
    return Page(
        found.title,
        Overview(
            title=found.title,
            line=found.line,
            period=period(lookup.reports, lookup),
            disputed=found.disputes,
            planned=len(ahead),
            loose=_loose(account),
            stories=tuple(story_row(s, room) for s in shown),
            more_stories=len(room.stories) - len(shown),
            facts=tuple(fact_line(f, lookup) for f in weighty if f.weight >= LESSER),
            disputes=dispute_lines(conflicts[:MOST_DISPUTES], lookup),
            plans=plan_lines(sorted(ahead, key=lambda p: -len(p.announced_in))[:MOST_PLANS], lookup),
        ),
    )


def _whole(room: Room) -> Lists:
    """Everything as one story."""
    return lists_of(room.account.events, room.lookup.reports, room)


def _loose(account: Account) -> int:
    return len(account.reports) - len({r for s in account.stories for r in s.reports})
