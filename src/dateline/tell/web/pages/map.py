"""Where it happened: a map of the places of events, and the places with what happened there."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Event, Record
from dateline.tell import words
from dateline.tell.names import place_name
from dateline.tell.web.addresses import Href
from dateline.tell.web.drawings import world
from dateline.tell.web.lines import FactLine, fact_line
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Map"
MOST_PLACES = 60
MOST_FACTS = 5  # of one place


class PlaceLine(Record, frozen=True):
    """A place with the weightiest of what happened there; `left` is how much more did. Degrees north and east."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    facts: tuple[FactLine, ...]
    left: int


class Places(Record, frozen=True):
    places: tuple[PlaceLine, ...]
    left: int


def ids(room: Room) -> Iterable[str]:
    return ("",)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    found: dict[str, list[Event]] = {}
    for event in room.account.events:
        if event.place:
            found.setdefault(event.place, []).append(event)
    ordered = sorted(found, key=lambda place: (-len(found[place]), place))
    lines = tuple(made for place in ordered[:MOST_PLACES] if (made := _line(place, found[place], room)))
    return Page(
        "Where it happened", Places(lines, max(0, len(ordered) - MOST_PLACES)), {"map": world(room.account.events, room, href)}
    )


def _line(place_id: str, events: list[Event], room: Room) -> PlaceLine | None:
    place = room.lookup.place(place_id)
    if place is None:
        return None
    told = room.facts([e.id for e in events], kinds=("event", "plan"), limit=MOST_FACTS)
    lines = tuple(fact_line(f, room.lookup) for f in told)
    name, country = words.capital(place_name(place)), place.country or ""
    return PlaceLine(name, country, place.latitude, place.longitude, lines, len(events) - len(lines))
