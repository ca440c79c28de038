"""Where a report has people be when it tells what they do: in the city that they came to last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from dateline import languages
from dateline.intervals import Interval
from dateline.records import Event, EventMention, Report, Role
from dateline.weave.places import Places

GOES_ON = 300  # characters within which a text goes on about where somebody came
BRIEF = 900  # the same where somebody of the place takes part too
NOWHERE = frozenset({"phone", "letter"})
SOMEWHERE = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})


@dataclass(frozen=True)
class Stay:
    """A place that somebody came to, and the mention that says so."""

    place: str
    mention: EventMention


@dataclass
class Stays:
    """Where each actor is as a report goes on; `country` gives an actor's state."""

    places: Places
    country: Callable[[str], str | None]
    report: Report
    _last: dict[str, Stay] = field(default_factory=dict)

    def note(self, mention: EventMention, participants: Sequence[tuple[str, Role]], place: str | None) -> None:
        """Remember where a mention puts those who take part; who goes off to no place that is named is nowhere known."""
        if mention.type != "CONSULT" or mention.mode in NOWHERE or mention.status in ("cancelled", "denied"):
            return
        for actor, role in participants:
            if mention.mode == "visit" and role not in ("initiator", "participant"):
                continue
            if place is not None:
                self._last[actor] = Stay(place, mention)
            elif mention.mode == "visit":
                self._last.pop(actor, None)

    def at(self, mention: EventMention, participants: Sequence[tuple[str, Role]]) -> str | None:
        """The place where a mention that names none has those who take part; None where that may be several, or elsewhere."""
        if mention.type not in SOMEWHERE or mention.mode in NOWHERE or mention.mode == "visit":
            return None
        stays = [stay for actor, _ in participants if (stay := self._last.get(actor)) and self._same_time(stay.mention, mention)]
        if len({stay.place for stay in stays}) != 1:
            return None
        place = stays[0].place
        hosted = any(self.country(actor) == self.places.country(place) for actor, _ in participants)
        near = any(self._goes_on(stay.mention, mention, BRIEF if hosted else GOES_ON) for stay in stays)
        return place if near else None

    def elsewhere(self, participants: Sequence[tuple[str, Role]], scene: str | None) -> bool:
        """Whether somebody who takes part was last told of at another place than this."""
        return scene is not None and any(
            not self.places.agree(stay.place, scene) for actor, _ in participants if (stay := self._last.get(actor))
        )

    @staticmethod
    def _same_time(a: EventMention, b: EventMention) -> bool:
        return (a.status == "happened") == (b.status == "happened")

    def _goes_on(self, told: EventMention, mention: EventMention, within: int) -> bool:
        """Whether the text goes on from one mention to the other, with no word between that leads elsewhere."""
        between = self.report.text[told.trigger.end : mention.trigger.start]
        return len(between) <= within and self._parted().isdisjoint(re.findall(r"\w+", between.lower()))

    def _parted(self) -> frozenset[str]:
        return languages.words(self.report.language, "parted") if languages.known(self.report.language) else frozenset()


def where_they_were(events: Sequence[Event], places: Places) -> list[Event]:
    """Events with the city in which others of their day put those who take part, where it is one and the same for all of them."""
    seen: dict[tuple[str, Interval], set[str]] = defaultdict(set)
    for event in events:
        if event.place and event.date and event.date.exact and event.status == "happened" and event.type in SOMEWHERE:
            for one in event.participants:
                seen[one.actor, event.date].add(event.place)
    out = []
    for event in events:
        day = event.date if event.status == "happened" and event.mode not in NOWHERE and event.type in SOMEWHERE else None
        if event.place is None and event.mode != "visit" and day is not None:
            told = [found for one in event.participants if (found := seen.get((one.actor, day)))]
            common = set.intersection(*told) if told else set()
            cities = {p for p in common if not any(q != p and places.holds(p, q) for q in common)}
            if len(cities) == 1:
                event = msgspec.structs.replace(event, place=cities.pop())
        out.append(event)
    return out
