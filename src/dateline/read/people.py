"""People and the offices that they held, from a FollowTheMoney file: JSON lines of Person, Position and Occupancy entities.

The form is that of https://followthemoney.tech, as Aleph, OpenSanctions and the `ftm` tool write it. Everything but these three is
passed over. A person's own `position` property counts as an office with no days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from dateline import world
from dateline.intervals import Interval, parse
from dateline.languages import offices
from dateline.records import KnownOffice, KnownPerson

PEOPLE = "Person"
NAMES = ("name", "alias", "weakAlias", "previousName")


class Entity(msgspec.Struct):
    """One line: only what is read of it."""

    id: str
    schema: str
    properties: dict[str, list[str]] = {}


def people(lines: Iterable[bytes]) -> tuple[KnownPerson, ...]:
    """The people of a file, by id. Raises ValueError, with the number of the line, where it is not of this form."""
    entities: dict[str, Entity] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                entity = msgspec.json.decode(line, type=Entity)
            except msgspec.MsgspecError as error:
                raise ValueError(f"line {number} is no FollowTheMoney entity: {error}") from error
            entities[entity.id] = entity
    held: dict[str, list[KnownOffice]] = defaultdict(list)
    for entity in entities.values():
        if entity.schema == "Occupancy":
            for post in (entities[id_] for id_ in entity.properties.get("post", ()) if id_ in entities):
                found = _offices(post.properties.get("name", ()), post.properties.get("country", ()), _days(entity.properties))
                for holder in entity.properties.get("holder", ()):
                    held[holder] += found
    made = []
    for entity in entities.values():
        names = tuple(dict.fromkeys(name for key in NAMES for name in entity.properties.get(key, ())))
        if entity.schema != PEOPLE or not names:
            continue
        states = [*entity.properties.get("country", ()), *entity.properties.get("nationality", ())]
        country = next((code for state in states if (code := world.alpha3(state))), None)
        own = _offices(entity.properties.get("position", ()), states, Interval(None, None))
        listed = sorted({*held[entity.id], *own}, key=lambda o: (o.title, o.of or "", str(o.held)))
        made.append(KnownPerson(entity.id, names, country, tuple(listed)))
    return tuple(sorted(made, key=lambda person: person.id))


def _offices(names: Iterable[str], states: Iterable[str], days: Interval) -> list[KnownOffice]:
    of = next((code for state in states if (code := world.alpha3(state))), None)
    titles = {title for name in names if (title := offices.named(name))}
    return [KnownOffice(title, of, days) for title in sorted(titles)]


def _days(properties: Mapping[str, list[str]]) -> Interval:
    """From the first start that is given to the last end, open where none is. Raises ValueError for what is no date."""
    starts, ends = ([parse(value[:10]) for value in properties.get(key, ())] for key in ("startDate", "endDate"))
    first = min((days.earliest for days in starts if days.earliest), default=None)
    last = max((days.latest for days in ends if days.latest), default=None)
    return Interval(first, last)
