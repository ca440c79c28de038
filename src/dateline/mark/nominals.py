"""Events that are only named ("the visit to Oslo") say less than events that are told ("she visited Oslo")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.mark.events_frames import Modals, counts, lemma, modals
from dateline.mark.modality_own import main_verb
from dateline.mark.parse import Parsed
from dateline.records import EventMention
from dateline.trees import Token


def mark_nominals(parsed: Parsed, events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions; those whose trigger is a noun with no verb of holding or making it are marked as named only.

    "After the talks he said", "the summit ended": what has been gone through is told as well.
    """
    words = modals(parsed.report.language)
    nouns = {
        piece.offset + token.idx
        for piece in parsed.pieces
        for token in piece.tokens
        if token.pos_ == "NOUN" and not _told(_whole(token), words)
    }
    return tuple(msgspec.structs.replace(event, nominal=True) if _only_noun(event, nouns) else event for event in events)


def _told(noun: Token, words: Modals) -> bool:
    """Whether a verb says that somebody held it, that it went on, or what came after it."""
    head = noun.head
    if noun.dep_ in ("dobj", "obj", "ROOT"):
        return head.pos_ == "VERB"
    if noun.dep_ == "nsubj" and lemma(head) in words.happenings["verbs"]:
        return head.tag_ == "VBD" and head.pos_ == "VERB"
    if noun.dep_ != "pobj" or head.lower_ not in words.prepositions["gone_through"] or head.head.pos_ == "ADP":
        return False
    above = main_verb(head.head)
    return above is not None and (above.tag_ == "VBD" or (above.tag_ == "VBN" and any(c.tag_ == "VBD" for c in above.children)))


def _whole(noun: Token) -> Token:
    """What counts it: the days of "ended two days of talks"."""
    of = noun.head
    return of.head if noun.dep_ == "pobj" and of.lower_ == "of" and counts(of.head) else noun


def _only_noun(event: EventMention, nouns: set[int]) -> bool:
    """A trigger of one word that is such a noun; light verbs ("paid a visit") begin their trigger with the verb."""
    return event.trigger.start in nouns and len(event.trigger) <= len(event.lemma) + 3
