"""Event mentions with everything that other reports and other sentences add: who, where, when, and how they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dateline.grounding import ground
from dateline.intervals import Interval
from dateline.records import EventMention, EventRef, Marks, MentionRef, Published, Role
from dateline.weave.actors import Weaving
from dateline.weave.places import Places

NEWS = 7  # days: what a lead tells without a date is no older


@dataclass(frozen=True)
class Item:
    """One event mention, resolved.

    sides: its participants by country: the people named of that country, empty when only the state or an office is. visitors: the
    same for those who travel.
    """

    ref: EventRef
    mention: EventMention
    participants: tuple[tuple[str, Role], ...]
    sides: Mapping[str, frozenset[str]]
    place: str | None
    country: str | None  # of the place
    stated: Interval | None  # the days that this mention gives
    window: Interval | None  # the days it can be on, given when its report came out
    published: Interval | None
    head: bool  # told in the title or the first paragraphs
    visitors: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def visit(self) -> bool:
        return self.mention.mode == "visit"

    @property
    def deed(self) -> bool:
        return self.mention.status == "happened"

    @property
    def parties(self) -> Mapping[str, frozenset[str]]:
        """Those who tell this encounter from others: the visitors of a visit, both sides of a meeting."""
        return self.visitors if self.visit else self.sides

    @property
    def partial(self) -> bool:
        """Whether the words alone do not say which encounter is meant: "the meeting", "the delegation's visit"."""
        if self.visit:
            return not self.place or not any(self.visitors.values())
        return len(self.sides) < 2

    @property
    def people(self) -> frozenset[str]:
        return frozenset(p for people in self.sides.values() for p in people)


def ground_times(marks: Marks, published: Published | None) -> list[Interval | None]:
    """The interval of each time expression of a report; references ("the same day") count from the one before."""
    found: list[Interval | None] = []
    reference: Interval | None = None
    for time in marks.times:
        interval = ground(time.meaning, published.interval if published else None, reference) if time.meaning else None
        found.append(interval)
        if interval and interval.closed:
            reference = interval
    return found


def items_of(
    marks: Marks, weaving: Weaving, places: Places, published: Published | None, lead: int
) -> list[Item]:
    """The report's event mentions, resolved. `lead`: offset at which the lead ends."""
    times = ground_times(marks, published)
    days = published.interval if published else None
    made = []
    for index, mention in enumerate(marks.events):
        participants = _participants(marks, mention, weaving)
        place = places.place_of.get(MentionRef(marks.report, mention.place)) if mention.place is not None else None
        stated = times[mention.when] if mention.when is not None else None
        initiators = tuple((a, r) for a, r in participants if r == "initiator") or participants
        made.append(
            Item(
                ref=EventRef(marks.report, index),
                mention=mention,
                participants=participants,
                sides=_sides(participants, weaving),
                place=place,
                country=places.country(place) if place else None,
                stated=stated,
                window=_window(mention, stated, days, fresh=mention.span.start < lead),
                published=days,
                head=mention.span.start < lead,
                visitors=_sides(initiators, weaving),
            )
        )
    return made


def _participants(marks: Marks, mention: EventMention, weaving: Weaving) -> tuple[tuple[str, Role], ...]:
    found: dict[str, Role] = {}
    for participant in mention.participants:
        actor = weaving.actor_of.get(MentionRef(marks.report, participant.mention))
        if actor:
            found.setdefault(actor, participant.role)
    return tuple(found.items())


def _sides(participants: tuple[tuple[str, Role], ...], weaving: Weaving) -> dict[str, frozenset[str]]:
    sides: dict[str, frozenset[str]] = {}
    for actor, _ in participants:
        key = weaving.country(actor) or actor
        people = frozenset({actor}) if weaving.named_person(actor) else frozenset()
        sides[key] = sides.get(key, frozenset()) | people
    return sides


def _window(mention: EventMention, stated: Interval | None, published: Interval | None, *, fresh: bool) -> Interval | None:
    """The days an event can be on. A deed told in the lead with no date of its own is the report's news, a few days old at most."""
    if published is None:
        return stated
    bound: Interval | None = None
    if mention.status == "happened" and published.latest:
        news = fresh and stated is None and mention.modality == "asserted" and published.earliest
        bound = Interval(published.earliest - timedelta(days=NEWS) if news and published.earliest else None, published.latest)
    elif mention.status in ("planned", "proposed") and mention.modality == "future" and published.earliest:
        bound = Interval(published.earliest, None)
    if bound is None:
        return stated
    return (stated.meet(bound) or stated) if stated else bound
