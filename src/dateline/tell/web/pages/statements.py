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

LABEL = "Statements"
MOST_LISTED = 100


class StatementView(Record, frozen=True):
    """`earliest` is the report that is known to have come out first; `stories` the stories that the reports belong to."""

    comparison: Comparison
    reports: int
    origins: int
    earliest: Link | None
    stories: tuple[Link, ...]


class StatementList(Record, frozen=True):
    statements: tuple[Comparison, ...]
    left: int


def ids(room: Room) -> Iterable[str]:
    return ("", *(g.id for g in room.account.variant_groups))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    lookup = room.lookup
    if not id_:
        groups = compared(room.account)
        made = (comparison(g, room) for g in groups[:MOST_LISTED])
        return Page("Statements compared", StatementList(tuple(c for c in made if c), max(0, len(groups) - MOST_LISTED)))
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
        origins=len({room.account.origins.get(r, r) for r in reports}),
        earliest=next((v.link for v in made_one.versions if dated and _of(v.link, dated[0])), None),
        stories=tuple(Link(room.titles[s], address("stories", s)) for s in stories),
    )
    who = made_one.speaker.text
    drawn = {"aligned": word_by_word(group, room, href)}
    return Page(f"{who}, {made_one.day}" if made_one.day else who, view, drawn)


def _of(link: Link, report: str) -> bool:
    return link.to.partition("#")[0] == address("reports", report)
