"""Where it happened: a map of the places of events, and the places with what happened there."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Event, Record
from dateline.tell import words
from dateline.tell.names import place_name
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.drawings import world
from dateline.tell.web.lines import FactLine, fact_line
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "Map"
A_SHEET = 30  # places
MOST_FACTS = 5  # of one place


class PlaceLine(Record, frozen=True):
    """A place with the weightiest of what happened there; `to` is the page of all, `left` how much more did. In degrees."""

    name: str
    to: str
    country: str
    latitude: float | None
    longitude: float | None
    facts: tuple[FactLine, ...]
    left: int


class Places(Record, frozen=True):
    """`count` of all."""

    places: tuple[PlaceLine, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    return names("", needed((len(room.events_at), A_SHEET)))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at, found = sheet(id_), room.events_at
    row = at.among("map", needed((len(found), A_SHEET)))
    if at.id or row is None:
        return None
    lines = tuple(made for place in at.cut(list(found), A_SHEET) if (made := _line(place, found[place], room)))
    drawn = {"map": world(room.account.events, room, href)} if at.number == 1 else {}
    return Page("Where it happened", Places(lines, len(found), row), drawn)


def _line(place_id: str, events: list[Event], room: Room) -> PlaceLine | None:
    place = room.lookup.place(place_id)
    if place is None:
        return None
    told = room.facts([e.id for e in events], kinds=("event", "plan"), limit=MOST_FACTS)
    lines = tuple(fact_line(f, room.lookup) for f in told)
    name, country = words.capital(place_name(place)), place.country or ""
    return PlaceLine(name, address("places", place.id), country, place.latitude, place.longitude, lines, len(events) - len(lines))
