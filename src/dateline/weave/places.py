"""Places of the account: cities and regions, under all their names and those of the buildings in them, and states as places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from dateline import world
from dateline.ids import content_id
from dateline.records import Marks, Mention, MentionRef, Place
from dateline.weave.persons import SUCCESSORS


class Places:
    """Place ids of mentions. A state named as a place has the same id however it is spelt."""

    def __init__(self, marks: Mapping[str, Marks]) -> None:
        self._found: dict[str, tuple[str, str | None]] = {}
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        self._refs: dict[str, list[MentionRef]] = defaultdict(list)
        self.place_of: dict[MentionRef, str] = {}
        self._states: dict[str, list[tuple[MentionRef, Mention]]] = defaultdict(list)
        used = {MentionRef(m.report, e.place) for m in marks.values() for e in m.events if e.place is not None}
        for report in sorted(marks):
            for index, mention in enumerate(marks[report].mentions):
                ref = MentionRef(report, index)
                if mention.kind == "place" or ref in used:
                    self._add(ref, mention)
                elif mention.kind == "state" and mention.form == "name" and mention.country:
                    self._states[mention.country].append((ref, mention))

    def _add(self, ref: MentionRef, mention: Mention) -> None:
        town = world.city_of(mention.name, mention.country) if mention.name else None
        if mention.kind == "state" and mention.country and (mention.form != "metonym" or not mention.name):
            name: str = world.state_name(mention.country)
            country: str | None = mention.country
        elif town is not None:
            name, country = town.name, town.country
        elif mention.name and mention.kind != "organization":
            name, country = mention.name.removeprefix("the ").removeprefix("The "), mention.country
        else:
            return
        id_ = content_id("place", _usual(name, country).casefold(), country)
        self._names[id_][name] += 1 if town is None else 0
        self._found[id_] = (min(self._names[id_], key=lambda n: (-self._names[id_][n], n)), country)
        self._refs[id_].append(ref)
        self.place_of[ref] = id_

    def capital_of(self, country: str) -> str | None:
        """The capital of a state, where the reports name it; a state that is no more had the capital of one of today."""
        states = (country, SUCCESSORS.get(country))
        named = [p for p, (name, code) in self._found.items() if code in states and world.capital_of(name) in states]
        return min(named, key=lambda p: (-len(self._refs[p]), p), default=None)

    def home(self, country: str) -> str | None:
        """A state as a place, where the reports name the state; else its capital."""
        found = next((p for p in self._found if self._found[p][1] == country and self.is_state(p)), None)
        if found is None and self._states[country]:
            for ref, mention in self._states[country]:
                self._add(ref, mention)
            found = self.place_of[self._states[country][0][0]]
        return found or self.capital_of(country)

    def name(self, place: str) -> str:
        return self._found[place][0]

    def country(self, place: str) -> str | None:
        return self._found[place][1]

    def is_state(self, place: str) -> bool:
        name, country = self._found[place]
        return country is not None and name == world.state_name(country)

    def holds(self, outer: str, inner: str) -> bool:
        """Whether `outer` is the country that `inner` lies in."""
        return self.is_state(outer) and self.country(outer) == self.country(inner)

    def capital(self, place: str) -> bool:
        return self.is_state(place) or world.capital_of(self.name(place)) is not None

    def known(self, place: str) -> bool:
        """Whether the place is on the map: a venue ("the State House") is not, and can lie in any city."""
        return self._found[place][1] is not None

    def agree(self, a: str, b: str) -> bool:
        """Whether two places can be one: the same, one in the other, a venue that may be in either, or the airport one comes to."""
        if a == b or self.holds(a, b) or self.holds(b, a) or not self.known(a) or not self.known(b):
            return True
        return self.country(a) == self.country(b) and (self.airport(a) or self.airport(b))

    def airport(self, place: str) -> bool:
        return world.airport(self.name(place))

    def records(self) -> tuple[Place, ...]:
        made = []
        for id_, (name, country) in sorted(self._found.items()):
            city = None if self.is_state(id_) else world.city(name, country)
            refs = tuple(sorted(self._refs[id_], key=lambda r: (r.report, r.index)))
            made.append(Place(id_, name, country, city.latitude if city else None, city.longitude if city else None, refs))
        return tuple(made)


def _usual(name: str, country: str | None) -> str:
    """One name for a city under its several: "Peking" and "Beijing"."""
    town = world.city(name, country) if country else None
    return town.name if town is not None and town.country == country else name
