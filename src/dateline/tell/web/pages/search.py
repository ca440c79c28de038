"""Search with facets. A folder of pages cannot search: it has no page of this kind."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record
from dateline.spans import Span
from dateline.tell.labels import counted_sources
from dateline.tell.search import Facet, Found, Hit, Piece, QueryError
from dateline.tell.search.alerts import Alert
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.lines import Link, link
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Search"
A_PAGE = 40  # hits
LONGEST = 2000  # characters of a query that are looked at


class HitLine(Record, frozen=True):
    """A hit: `line` and `snippet` are cut where hit words begin and end, `characters` leads to the words in a report."""

    id: str
    day: str
    kind: str
    line: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    sources: str
    tags: tuple[str, ...]
    to: str
    characters: Link | None


class SearchView(Record, frozen=True):
    """`problem` says why a query could not be read; `before` and `after` are offsets of further hits."""

    query: str
    problem: str
    counted: str
    hits: tuple[HitLine, ...]
    facets: tuple[Facet, ...]
    hints: tuple[str, ...]
    undated: int
    before: int | None
    after: int | None
    saved: tuple[Alert, ...]


def ids(room: Room) -> Iterable[str]:
    return ()


def gather(room: Room, id_: str, href: Href) -> Page | None:
    return None if id_ else search(room, "", 0)


def search(room: Room, query: str, offset: int, saved: tuple[Alert, ...] = ()) -> Page:
    """What a query finds, from the hit with this number on; nothing is looked up for an empty one."""
    asked = query[:LONGEST].strip()
    if not asked:
        return Page("Search", SearchView("", "", "", (), (), (), 0, None, None, saved))
    try:
        found = room.index.find(asked, A_PAGE, max(0, offset))
    except QueryError as error:
        return Page("Search", SearchView(asked, str(error), "", (), (), (), 0, None, None, saved))
    return Page(f"Search: {asked}", _view(asked, found, room, saved))


def _view(asked: str, found: Found, room: Room, saved: tuple[Alert, ...]) -> SearchView:
    return SearchView(
        query=asked,
        problem="",
        counted=found.counted,
        hits=tuple(_line(hit, room) for hit in found.hits),
        facets=found.facets,
        hints=found.hints,
        undated=found.undated,
        before=max(0, found.offset - A_PAGE) if found.offset else None,
        after=found.offset + A_PAGE if found.offset + A_PAGE < found.total else None,
        saved=saved,
    )


def _line(hit: Hit, room: Room) -> HitLine:
    kind, id_ = hit.address
    return HitLine(
        id=hit.id,
        day=hit.day if hit.date else "",
        kind=hit.kind,
        line=hit.line,
        snippet=hit.snippet,
        sources=counted_sources(hit.reports, hit.sources),
        tags=hit.tags,
        to=address(kind, id_),
        characters=_characters(hit.evidence, room),
    )


def _characters(span: Span | None, room: Room) -> Link | None:
    return link(span, room.lookup) if span else None
