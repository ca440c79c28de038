"""Who has a part in an event mention, and on which side."""

from __future__ import annotations

from bisect import bisect_right

from dateline.records import EventMention, Marks, MentionRef, Role
from dateline.weave.weaving import Weaving


def participants_of(marks: Marks, mention: EventMention, weaving: Weaving) -> tuple[tuple[str, Role], ...]:
    found: dict[str, Role] = {}
    for participant in mention.participants:
        actor = weaving.actor_of.get(MentionRef(marks.report, participant.mention))
        if actor:
            found.setdefault(actor, participant.role)
    return tuple(found.items())


def lent(marks: Marks, mention: EventMention, weaving: Weaving) -> frozenset[str]:
    """The participants whom the mention's own sentence names by no word."""
    at = bisect_right(marks.sentences, mention.trigger.start, key=lambda s: s.start) - 1
    if at < 0:
        return frozenset()
    named: dict[str, bool] = {}
    for participant in mention.participants:
        if actor := weaving.actor_of.get(MentionRef(marks.report, participant.mention)):
            inside = marks.sentences[at].covers(marks.mentions[participant.mention].span)
            named[actor] = named.get(actor, False) or inside
    return frozenset(actor for actor, inside in named.items() if not inside)


def sides_of(participants: tuple[tuple[str, Role], ...], weaving: Weaving) -> dict[str, frozenset[str]]:
    sides: dict[str, frozenset[str]] = {}
    for actor, _ in participants:
        key = weaving.country(actor) or actor
        people = frozenset({actor}) if weaving.named_person(actor) else frozenset()
        sides[key] = sides.get(key, frozenset()) | people
    return sides
