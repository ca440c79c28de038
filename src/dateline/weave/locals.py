"""An actor as one report knows it, before the reports are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.records import ActorType, Marks, Mention, MentionRef
from dateline.weave.guesses import groundless

Held = tuple[str, str | None]
"""An office: title and whose it is (alpha-3 of a state or an organisation's name)."""


@dataclass
class Local:
    """An actor as one report knows it: all mentions with one entity number."""

    report: str
    kind: ActorType
    refs: list[MentionRef] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)  # as words say them
    assumed: Counter[str] = field(default_factory=Counter)  # guessed where no words say one
    barred: set[str] = field(default_factory=set)  # guesses that the report speaks against
    titles: Counter[Held] = field(default_factory=Counter)
    wordings: dict[Held, set[str]] = field(default_factory=dict)  # an office to the report's own words for it
    former: set[Held] = field(default_factory=set)
    guessed: set[Held] = field(default_factory=set)  # offices whose state no words say
    rivals: frozenset[MentionRef] = frozenset()  # a mention of each person that a surname or an office fits alike well

    @property
    def country(self) -> str | None:
        return country_of([self])

    def belongs_to(self, country: str | None) -> None:
        """Put what is known in the place of what was guessed: the person's state, and whose the offices are."""
        wrong = {held for held in self.guessed if held[1] != country}
        for held in wrong:
            right = (held[0], country)
            self.titles[right] += self.titles.pop(held)
            self.wordings.setdefault(right, set()).update(self.wordings.pop(held, ()))
            if held in self.former:
                self.former = self.former - {held} | {right}
        self.guessed = (self.guessed - wrong) | ({(title, country) for title, _ in wrong} if country else set())
        if self.assumed.keys() - {country}:
            self.assumed.clear()

    @cached_property
    def name(self) -> str:
        """The fullest spelling, the most frequent of those."""
        return max(self.spellings, key=lambda s: (len(s.split()) > 1, self.spellings[s], len(s), s), default="")

    @property
    def order(self) -> tuple[str, int]:
        """Sorts locals the same way however the reports came in."""
        return self.report, self.refs[0].index


Cluster = Sequence[Local]
"""Locals of several reports that are one actor."""


def locals_of(marks: Marks) -> list[Local]:
    """The report's actors in order of first mention; places are not among them."""
    found: dict[int, Local] = {}
    for index, mention in enumerate(marks.mentions):
        if mention.kind == "place":
            continue
        local = found.setdefault(mention.entity, Local(marks.report, mention.kind))
        local.refs.append(MentionRef(marks.report, index))
        _note(local, mention)
    for entity in groundless(marks):
        if entity in found:
            found[entity].barred.update(found[entity].assumed)
            found[entity].belongs_to(None)
    return list(found.values())


def part_of(local: Local, refs: Sequence[MentionRef], marks: Marks) -> Local:
    """The actor that only some of a local's mentions stand for."""
    part = Local(local.report, local.kind, list(refs))
    for ref in refs:
        _note(part, marks.mentions[ref.index])
    return part


def _note(local: Local, mention: Mention) -> None:
    if mention.name and (mention.form in ("name", "metonym") or mention.kind == "group"):
        local.spellings[mention.name] += 1
    if mention.country:
        (local.assumed if mention.assumed else local.countries)[mention.country] += 1
    if mention.title:
        held = (mention.title, mention.of)
        guessed = mention.assumed and mention.of == mention.country
        if held not in local.titles and guessed:
            local.guessed.add(held)
        elif not guessed:
            local.guessed.discard(held)
        local.titles[held] += 1
        if mention.wording:
            local.wordings.setdefault(held, set()).add(mention.wording)
        if mention.former:
            local.former.add(held)


def most(counter: Counter[str]) -> str | None:
    """The most frequent key, the first in the alphabet of several."""
    return min(counter, key=lambda k: (-counter[k], k)) if counter else None


def country_of(cluster: Cluster) -> str | None:
    """The country that most mentions give in words; where none does, the one that every guess comes to."""
    if stated := country_stated(cluster):
        return stated
    guesses = {country for local in cluster for country in (*local.assumed, *local.barred)}
    barred = any(local.barred for local in cluster)
    return guesses.pop() if len(guesses) == 1 and not barred else None


def country_stated(cluster: Cluster) -> str | None:
    """The country that most mentions give in words."""
    counts: Counter[str] = Counter()
    for local in cluster:
        counts.update(local.countries)
    return most(counts)
