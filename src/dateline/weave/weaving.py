"""Who is meant by each mention, and what is known of each actor: all that the steps after the actors ask of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.records import ActorType, MentionRef
from dateline.records.record import Record


class Facts(Record, frozen=True):
    """What all reports together know of an actor.

    country: alpha-3 of the actor's state. named: a person whose name is known. nameless: known to one report, by no name and no
    office. serves: the id of the state that acts where somebody does who is known by his office in it alone; acts_for: where its
    leader or its forces do.
    """

    kind: ActorType
    country: str | None
    named: bool
    nameless: bool
    serves: str | None
    acts_for: str | None


class Weaving(Record, frozen=True):
    """The actor of each mention, by id, and what is known of each."""

    actor_of: dict[MentionRef, str]
    facts: dict[str, Facts]

    def parted(self, home: Mapping[str, int]) -> list[Weaving]:
        """The mentions of each part of the reports alone, and their actors with all that the others know of these.

        home: the part of each report, 0..
        """
        parts: list[dict[MentionRef, str]] = [{} for _ in range(max(home.values(), default=-1) + 1)]
        for ref, actor in self.actor_of.items():
            if ref.report in home:
                parts[home[ref.report]][ref] = actor
        return [Weaving(actor_of, self._facts_of(actor_of.values())) for actor_of in parts]

    def _facts_of(self, actors: Iterable[str]) -> dict[str, Facts]:
        here = set(actors)
        behind = {state for actor in here for state in (self.facts[actor].serves, self.facts[actor].acts_for) if state}
        return {actor: self.facts[actor] for actor in sorted(here | behind)}

    def country(self, actor: str) -> str | None:
        return self.facts[actor].country

    def kind(self, actor: str) -> ActorType:
        return self.facts[actor].kind

    def named_person(self, actor: str) -> bool:
        return self.facts[actor].named

    def nameless(self, actor: str) -> bool:
        return self.facts[actor].nameless

    def state_served(self, actor: str) -> str | None:
        return self.facts[actor].serves

    def state_of_deed(self, actor: str) -> str | None:
        return self.facts[actor].acts_for
