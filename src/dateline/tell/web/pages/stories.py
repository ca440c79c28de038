"""A story: its standing account; and the list of stories."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record, Story
from dateline.tell.disputes import disputes
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.lines import FactList, Link
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.standing import counted, happened, of_story, period

LABEL = "Stories"


class StoryLine(Record, frozen=True):
    link: Link
    period: str
    line: str
    disputes: int
    plans: int


class StoryList(Record, frozen=True):
    """`loose` are facts that belong to no story."""

    stories: tuple[StoryLine, ...]
    loose: FactList


def ids(room: Room) -> Iterable[str]:
    return ("", *(s.id for s in room.stories))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    if not id_:
        loose = [e for e in room.account.events if e.id not in room.story_of]
        return Page("Stories", StoryList(tuple(story_line(s, room) for s in room.stories), happened(loose, room)))
    story = room.story(id_)
    return of_story(story, room, href) if story else None


def story_line(story: Story, room: Room) -> StoryLine:
    """A story in a list: what it is called, when it was reported, by how many, and how much of it is disputed or planned."""
    lookup = room.lookup
    reports = [r for id_ in story.reports if (r := lookup.report(id_))]
    events = [e for id_ in story.events if (e := lookup.event(id_))]
    return StoryLine(
        link=Link(room.titles[story.id], address("stories", story.id)),
        period=period(reports, lookup),
        line=counted(reports, lookup),
        disputes=sum(d.kind == "conflict" for _, d in disputes(events)),
        plans=sum(lookup.plan(e.id) is not None for e in events),
    )
