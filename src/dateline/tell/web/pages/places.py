"""One place: all that the reports say happened or was planned there."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record
from dateline.tell import words
from dateline.tell.names import place_name
from dateline.tell.web.addresses import Href, safe
from dateline.tell.web.lines import FactLine, fact_line
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "Places"
A_SHEET = 60  # facts


class PlaceView(Record, frozen=True):
    """In the order of time; `count` of all."""

    name: str
    country: str
    facts: tuple[FactLine, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    for id_, events in room.events_at.items():
        yield from names(safe(id_), needed((len(events), A_SHEET)))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    place = room.place(at.id)
    if place is None:
        return None
    events = room.events_at[place.id]
    row = at.among("places", needed((len(events), A_SHEET)))
    told = room.told(at.cut(room.ranked([e.id for e in events], kinds=("event", "plan"), order="date"), A_SHEET))
    name = words.capital(place_name(place))
    facts = tuple(fact_line(f, room.lookup) for f in told)
    return Page(name, PlaceView(name, place.country or "", facts, len(events), row)) if row else None
