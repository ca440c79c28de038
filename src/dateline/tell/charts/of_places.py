"""Charts of places: where events took place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline import world
from dateline.records import Event, Place
from dateline.tell import words
from dateline.tell.charts.of_events import Href
from dateline.tell.charts.short import sentence
from dateline.tell.charts.world import MOST, Land, Spot, WorldMap
from dateline.tell.lookup import Lookup


def map_of(events: Iterable[Event], lookup: Lookup, href: Href) -> WorldMap:
    """Places by the number of events there; a spot leads to its one event, or to the event there that most sources tell."""
    at: dict[tuple[str, float, float], list[Event]] = defaultdict(list)
    within: dict[str, list[Event]] = defaultdict(list)
    nowhere = 0
    unknown: dict[str, int] = defaultdict(int)
    for event in sorted({e.id: e for e in events}.values(), key=lambda e: (-e.independent_sources, -len(e.reports), e.id)):
        place = lookup.place(event.place)
        if place is None:
            nowhere += 1
        elif place.latitude is not None and place.longitude is not None:
            at[words.one_line(place.name), round(place.latitude, 2), round(place.longitude, 2)].append(event)
        elif code := _state(place):
            within[code].append(event)
        else:
            unknown[words.one_line(place.name)] += 1
    spots = [
        Spot(name, latitude, longitude, len(there), href("events", there[0].id), _title(name, there, lookup))
        for (name, latitude, longitude), there in sorted(at.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    lands = [
        Land(world.state_name(code), code, len(there), href("events", there[0].id), _title(world.state_name(code), there, lookup))
        for code, there in sorted(within.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return WorldMap(tuple(spots[: 2 * MOST]), tuple(lands), left_out=_left_out(nowhere, unknown))


def _state(place: Place) -> str | None:
    """The country that the place is, None when it is a place in it or none."""
    code = world.state(place.name)
    return code if code and (place.country is None or place.country == code) else None


def _title(name: str, events: list[Event], lookup: Lookup) -> str:
    return f"{name}, {words.plural(len(events), 'event')}. {'Most told: ' if len(events) > 1 else ''}{sentence(events[0], lookup)}"


def _left_out(nowhere: int, unknown: dict[str, int]) -> tuple[str, ...]:
    told = []
    if unknown:
        listed = sorted(unknown, key=lambda name: (-unknown[name], name))
        names = ", ".join(f"{name} {unknown[name]}" for name in listed[:12])
        told.append(f"Not on the map, for where it lies is not known: {names}{' …' if len(listed) > 12 else ''}.")
    if nowhere:
        told.append(f"{words.plural(nowhere, 'event')} of which no place is reported {'is' if nowhere == 1 else 'are'} not drawn.")
    return tuple(told)
