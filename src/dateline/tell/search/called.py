"""Who or what is meant by a name: actors, places, outlets and stories by any spelling that the reports have, or by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from dateline import world
from dateline.languages import names
from dateline.records import Place
from dateline.tell.lookup import Lookup
from dateline.tell.names import plain_name
from dateline.tell.search.fold import folded
from dateline.tell.titles import story_title

ALIKE = 75.0  # of 100: names less alike are not proposed
_PROPOSED = 3


class Called:
    """Spellings of one kind of thing, with the ids of those that bear them.

    A name means the things that are called just so; else those one of whose spellings has all its words; else, with `sounds`, those
    with a spelling that sounds so in another romanisation.
    """

    def __init__(self, spellings: Iterable[tuple[str, str]], shown: Mapping[str, str], *, sounds: bool = False) -> None:
        self._shown = shown
        self._ids: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for name, id_ in spellings:
            if words := folded(name):
                self._ids[words].add(id_)
        self._containing: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for words in self._ids:
            for word in words:
                self._containing[word].add(words)
        self._sounds = sounds
        self._sounding: dict[str, set[tuple[str, ...]]] | None = None

    def of(self, name: str) -> frozenset[str]:
        """The ids that a name, or an id, means; none when nothing is called so."""
        if name in self._shown:
            return frozenset({name})
        words = folded(name)
        if words in self._ids:
            return frozenset(self._ids[words])
        spelt = _holding(words, self._containing)
        if not spelt and self._sounds:
            spelt = _holding(names.skeleton(name).split(), self._sounding_words())
        return frozenset(id_ for one in spelt for id_ in self._ids[one])

    def shown(self, id_: str) -> str:
        return self._shown.get(id_, id_)

    def like(self, name: str) -> list[str]:
        """Names as they are shown that may have been meant, the likest first."""
        spelt = {" ".join(words): ids for words, ids in self._ids.items()}
        near = process.extract(" ".join(folded(name)), spelt.keys(), scorer=fuzz.token_sort_ratio, limit=10, score_cutoff=ALIKE)
        listed = (self.shown(id_) for spelling, _, _ in near for id_ in sorted(spelt[spelling]))
        return list(dict.fromkeys(listed))[:_PROPOSED]

    def all(self) -> list[str]:
        """All names as they are shown."""
        return sorted(set(self._shown.values()))

    def _sounding_words(self) -> dict[str, set[tuple[str, ...]]]:
        if self._sounding is None:
            made: dict[str, set[tuple[str, ...]]] = defaultdict(set)
            for words in self._ids:
                for sound in names.skeleton(" ".join(words)).split():
                    made[sound].add(words)
            self._sounding = made  # whole at once: a server asks from several threads
        return self._sounding


def _holding(words: Iterable[str], containing: Mapping[str, set[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    found = [containing.get(word, set()) for word in words]
    return set.intersection(*found) if found else set()


def actors(lookup: Lookup) -> Called:
    """Actors by every spelling in the reports; states by their three-letter code too."""
    return Called(_actor_spellings(lookup), {a.id: plain_name(a) for a in lookup.account.actors}, sounds=True)


def _actor_spellings(lookup: Lookup) -> Iterable[tuple[str, str]]:
    for actor in lookup.account.actors:
        yield actor.name, actor.id
        yield plain_name(actor), actor.id
        if actor.type == "state" and actor.country:
            yield actor.country, actor.id
        for ref in actor.mentions:
            if (mention := lookup.mention(ref)) and mention.form == "name":
                yield mention.name, actor.id


def places(lookup: Lookup) -> Called:
    """Places by every spelling in the reports; states, in which other places lie, by their three-letter code too."""
    shown = {p.id: " ".join(p.name.split()) for p in lookup.account.places if not is_state(p)}
    return Called(_place_spellings(lookup), shown | {code: world.state_name(code) for code in _states(lookup)})


def lies_in(place: Place) -> frozenset[str]:
    """What a place is found by: its id, and the code of its state; of a state the code alone."""
    state = {place.country} if place.country else set()
    return frozenset(state if is_state(place) else {place.id, *state})


def is_state(place: Place) -> bool:
    """Whether the place is a whole state."""
    name = " ".join(place.name.split())
    return place.country is not None and (place.country == world.state(name) or name == world.state_name(place.country))


def _states(lookup: Lookup) -> set[str]:
    return {place.country for place in lookup.account.places if place.country}


def _place_spellings(lookup: Lookup) -> Iterable[tuple[str, str]]:
    states = _states(lookup)
    for code in sorted(states):
        yield code, code
        yield world.state_name(code), code
    for actor in lookup.account.actors:
        if actor.type == "state" and actor.country in states:
            yield actor.name, actor.country
    for place in lookup.account.places:
        if is_state(place) and place.country:
            yield place.name, place.country
            continue
        yield place.name, place.id
        for ref in place.mentions:
            if mention := lookup.mention(ref):
                yield mention.name, place.id


def outlets(lookup: Lookup) -> Called:
    found = {lookup.outlet_name(report) for report in lookup.account.reports}
    return Called(((name, name) for name in sorted(found)), {name: name for name in found})


def stories(lookup: Lookup) -> Called:
    """Stories by the words of their titles and of their headlines."""
    shown = {story.id: story_title(story, lookup) for story in lookup.account.stories}
    spellings = ((title, s.id) for s in lookup.account.stories for title in (shown[s.id], s.title))
    return Called(spellings, shown)
