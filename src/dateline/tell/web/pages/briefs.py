"""The brief of a story: a page and a half of plain sentences, each with its footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.spans import Span
from dateline.tell.brief import brief_of, html_body
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.lines import link
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Brief"


def ids(room: Room) -> Iterable[str]:
    return ("", *(s.id for s in room.stories))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    story = room.story(id_) if id_ else None
    if id_ and story is None:
        return None
    found = brief_of(room.account, story.id if story else None)

    def to(span: Span) -> str:
        return href(link(span, room.lookup).to)

    return Page(
        found.title, found, {"text": html_body(found, to, href(address("stories", story.id, "reports") if story else "reports"))}
    )
