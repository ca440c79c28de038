"""Events that are only named ("the visit to Oslo") say less than events that are told ("she visited Oslo")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from spacy.tokens import Token

from dateline.mark.events_frames import counts
from dateline.mark.parse import Parsed
from dateline.records import EventMention


def mark_nominals(parsed: Parsed, events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions; those whose trigger is a noun with no verb of holding or making it are marked as named only."""
    nouns = {
        piece.offset + token.idx
        for piece in parsed.pieces
        for token in piece.tokens
        if token.pos_ == "NOUN" and not ((whole := _whole(token)).dep_ in ("dobj", "obj", "ROOT") and whole.head.pos_ == "VERB")
    }
    return tuple(msgspec.structs.replace(event, nominal=True) if _only_noun(event, nouns) else event for event in events)


def _whole(noun: Token) -> Token:
    """What counts it: the days of "ended two days of talks"."""
    of = noun.head
    return of.head if noun.dep_ == "pobj" and of.lower_ == "of" and counts(of.head) else noun


def _only_noun(event: EventMention, nouns: set[int]) -> bool:
    """A trigger of one word that is such a noun; light verbs ("paid a visit") begin their trigger with the verb."""
    return event.trigger.start in nouns and len(event.trigger) <= len(event.lemma) + 3
