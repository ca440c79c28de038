"""Names joined by "and" before a verb act together, whatever the parser makes of a name that is also a word ("May", "Rice")."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.mark.parse import Parsed
from dateline.records import EventMention, Mention, Participant

# "A and B", "A and Prime Minister B": nothing between the names but the word and a title.
_JOINED = re.compile(r"(?:'s)? (?:and|&) (?:(?:[A-Z][\w.'-]*|of|for|the) ){0,6}")


def mark_coordination(parsed: Parsed, mentions: Sequence[Mention], events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The event mentions, each subject with the name that is joined to it from the left."""
    return tuple(_completed(event, parsed.text, mentions) for event in events)


def _completed(event: EventMention, text: str, mentions: Sequence[Mention]) -> EventMention:
    present = {mentions[p.mention].entity for p in event.participants}
    added: list[Participant] = []
    for participant in event.participants:
        if mentions[participant.mention].span.end > event.trigger.start:
            continue
        joined = _joined(participant.mention, text, mentions)
        if joined is not None and mentions[joined].entity not in present:
            present.add(mentions[joined].entity)
            added.append(Participant(joined, participant.role))
    return msgspec.structs.replace(event, participants=event.participants + tuple(added)) if added else event


def _joined(index: int, text: str, mentions: Sequence[Mention]) -> int | None:
    """The named person or state right before a named person's "and"."""
    own = mentions[index]
    if own.kind != "person" or own.form != "name":
        return None
    for left in range(index - 1, max(-1, index - 6), -1):
        other = mentions[left]
        if other.kind == "person" and other.form == "name" and other.span.end < own.span.start:
            return left if _JOINED.fullmatch(text[other.span.end : own.span.start]) else None
    return None
