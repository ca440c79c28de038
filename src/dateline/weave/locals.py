"""An actor as one report knows it, before the reports are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.records import ActorType, Marks, Mention, MentionRef

Held = tuple[str, str | None]
"""An office: title and whose it is (alpha-3 of a state or an organisation's name)."""


@dataclass
class Local:
    """An actor as one report knows it: all mentions with one entity number."""

    report: str
    kind: ActorType
    refs: list[MentionRef] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    titles: Counter[Held] = field(default_factory=Counter)
    wordings: dict[Held, set[str]] = field(default_factory=dict)  # an office to the report's own words for it
    former: set[Held] = field(default_factory=set)

    @property
    def country(self) -> str | None:
        return most(self.countries)

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
        local.countries[mention.country] += 1
    if mention.title:
        held = (mention.title, mention.of)
        local.titles[held] += 1
        if mention.wording:
            local.wordings.setdefault(held, set()).add(mention.wording)
        if mention.former:
            local.former.add(held)


def most(counter: Counter[str]) -> str | None:
    """The most frequent key, the first in the alphabet of several."""
    return min(counter, key=lambda k: (-counter[k], k)) if counter else None


def country_of(cluster: Cluster) -> str | None:
    """The country that most mentions give."""
    counts: Counter[str] = Counter()
    for local in cluster:
        counts.update(local.countries)
    return most(counts)
