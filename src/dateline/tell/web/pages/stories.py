"""A story: its standing account; and the list of stories."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record
from dateline.tell.facts import Draft
from dateline.tell.web.addresses import Href, safe
from dateline.tell.web.lines import FactList
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet
from dateline.tell.web.standing import A_SHEET as A_SHEET_OF
from dateline.tell.web.standing import StoryRow, happened, of_story, standing, story_row

LABEL = "Stories"
A_SHEET = 100  # stories


class StoryList(Record, frozen=True):
    """`loose` are facts that belong to no story."""

    stories: tuple[StoryRow, ...]
    loose: FactList
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    yield from names("", _sheets(room))
    for story in room.stories:
        yield from names(safe(story.id), of_story(story, room).sheets)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    if not at.id:
        row = at.among("stories", _sheets(room))
        shown = tuple(story_row(s, room) for s in at.cut(room.stories, A_SHEET))
        return Page("Stories", StoryList(shown, happened(_loose(room), at, room), row)) if row else None
    story = room.story(at.id)
    return standing(room.titles[story.id], of_story(story, room), at, "stories", room, href, story) if story else None


def _sheets(room: Room) -> int:
    return needed((len(room.stories), A_SHEET), (len(_loose(room)), A_SHEET_OF["facts"]))


def _loose(room: Room) -> list[Draft]:
    """What belongs to no story."""
    return room.ranked([e.id for e in room.account.events if e.id not in room.story_of], kinds=("event",))
