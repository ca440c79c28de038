"""One statement as several reports give it, word beside word; and the list of such statements."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record
from dateline.tell.statements import compared
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.drawings import word_by_word
from dateline.tell.web.lines import Comparison, Link, comparison
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "Statements"
A_SHEET = 40  # statements


class StatementView(Record, frozen=True):
    """`earliest` is the report that is known to have come out first; `stories` the stories that the reports belong to."""

    comparison: Comparison
    reports: int
    origins: int
    earliest: Link | None
    stories: tuple[Link, ...]


class StatementList(Record, frozen=True):
    """`count` of all."""

    statements: tuple[Comparison, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    groups = room.account.variant_groups
    return (*names("", needed((len(groups), A_SHEET))), *(g.id for g in groups))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    lookup = room.lookup
    at = sheet(id_)
    if not at.id:
        groups = compared(room.account)
        row = at.among("statements", needed((len(groups), A_SHEET)))
        made = tuple(c for g in at.cut(groups, A_SHEET) if (c := comparison(g, room)))
        return Page("Statements compared", StatementList(made, len(groups), row)) if row else None
    group = room.group(id_)
    made_one = comparison(group, room) if group else None
    if group is None or made_one is None:
        return None
    reports = sorted({ref.report for ref in group.statements}, key=lambda r: lookup.numbers.get(r, 10**9))
    dated = [r for r in reports if (days := lookup.published(r)) and days.exact]
    stories = dict.fromkeys(s.id for r in reports if (s := room.story_of.get(r)))
    view = StatementView(
        comparison=made_one,
        reports=len(reports),
        origins=len(lookup.behind_statement(group)),
        earliest=next((v.link for v in made_one.versions if dated and _of(v.link, dated[0])), None),
        stories=tuple(Link(room.titles[s], address("stories", s)) for s in stories),
    )
    who = made_one.speaker.text
    drawn = {"aligned": word_by_word(group, room, href)}
    return Page(f"{who}, {made_one.day}" if made_one.day else who, view, drawn)


def _of(link: Link, report: str) -> bool:
    return link.to.partition("#")[0] == address("reports", report)
