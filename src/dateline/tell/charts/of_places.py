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
    """Places by the number of events that took place there; a spot leads to the one that most sources tell.

    Where something is only planned, the place counts none. What somebody is asked or invited to is nowhere yet.
    """
    at: dict[tuple[str, float, float], list[Event]] = defaultdict(list)
    within: dict[str, list[Event]] = defaultdict(list)
    nowhere = unsure = 0
    unknown: dict[str, int] = defaultdict(int)
    for event in sorted({e.id: e for e in events}.values(), key=lambda e: (-e.independent_sources, -len(e.reports), e.id)):
        place = lookup.place(event.place)
        if event.status not in ("happened", "planned"):
            unsure += 1
        elif place is None or event.type == "REQUEST":
            nowhere += 1
        elif place.latitude is not None and place.longitude is not None:
            at[words.one_line(place.name), round(place.latitude, 2), round(place.longitude, 2)].append(event)
        elif code := _state(place):
            within[code].append(event)
        else:
            unknown[words.one_line(place.name)] += 1
    spots = [
        Spot(name, latitude, longitude, deeds, href("events", best.id), title)
        for (name, latitude, longitude), there in at.items()
        for deeds, best, title in [_counted(name, there, lookup)]
    ]
    lands = [
        Land(name, code, deeds, href("events", best.id), title)
        for name, code, there in ((world.state_name(code), code, there) for code, there in within.items())
        for deeds, best, title in [_counted(name, there, lookup)]
    ]
    spots.sort(key=lambda spot: (-spot.count, spot.label, spot.latitude, spot.longitude))
    lands.sort(key=lambda land: (-land.count, land.label))
    return WorldMap(tuple(spots[: 2 * MOST]), tuple(lands), left_out=_left_out(nowhere, unsure, unknown))


def _counted(name: str, events: list[Event], lookup: Lookup) -> tuple[int, Event, str]:
    """How many of these took place, the one to show, and both in words."""
    deeds = [event for event in events if event.status == "happened"]
    best = (deeds or events)[0]
    plans = len(events) - len(deeds)
    told = ([words.plural(len(deeds), "event")] if deeds else []) + ([words.plural(plans, "plan")] if plans else [])
    return len(deeds), best, f"{name}: {' and '.join(told)}. {'Most told: ' if len(events) > 1 else ''}{sentence(best, lookup)}"


def _state(place: Place) -> str | None:
    """The country that the place is, None when it is a place in it or none."""
    code = world.state(place.name)
    return code if code and (place.country is None or place.country == code) else None


def _left_out(nowhere: int, unsure: int, unknown: dict[str, int]) -> tuple[str, ...]:
    told = []
    if unknown:
        listed = sorted(unknown, key=lambda name: (-unknown[name], name))
        names = ", ".join(f"{name} {unknown[name]}" for name in listed[:12])
        told.append(f"Not on the map, for where it lies is not known: {names}{' …' if len(listed) > 12 else ''}.")
    if nowhere:
        told.append(f"{words.plural(nowhere, 'event')} of which no place is reported {'is' if nowhere == 1 else 'are'} not drawn.")
    if unsure:
        told.append(
            f"{words.plural(unsure, 'event')} proposed, called off, denied or not clear {'is' if unsure == 1 else 'are'} not drawn."
        )
    return tuple(told)
