"""One person of a report, as far as it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline import world
from dateline.languages import names
from dateline.mark.mentions.words import Found

MAY_BE = 0.8  # likeness above which two full names may be one person's


@dataclass(eq=False)
class Person:
    """One person of the report as far as it is known: mentions and what they say of him."""

    order: int
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[Found] = field(default_factory=list)
    offices: list[tuple[str, str | None]] = field(default_factory=list)
    country: str | None = None
    assumed: bool = False  # no words say the country: a guess from what the report is about
    female: bool | None = None
    known: tuple[world.Leader, ...] = ()
    serving: tuple[world.Leader, ...] = ()  # those of them that were held in the years of the report
    served: tuple[world.Leader, ...] = ()  # those that were held then or before

    def add(self, found: Found) -> None:
        self.mentions.append(found)
        if found.name:
            self.names[found.name] += 1
        if found.title and found.given_title and (found.title, found.of) not in self.offices:
            self.offices.append((found.title, found.of))
        if found.country and (self.country is None or self.assumed):
            self.country, self.assumed = found.country, found.assumed
        self.female = found.female if found.female is not None else self.female

    def assume(self, country: str | None) -> None:
        """Guess the country of somebody of whom none is known."""
        if self.country is None and country is not None:
            self.country, self.assumed = country, True

    def known_as(self, offices: Sequence[world.Leader]) -> bool:
        """Whether the name may be that of a holder of these offices."""
        return any(names.compare(self.full, office.name) > MAY_BE for office in offices)

    @property
    def full(self) -> str:
        return max(self.names, key=lambda name: (len(names.words(name)), self.names[name], name), default="")
