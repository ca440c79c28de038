"""What the words around an event mention point at: "in the Chilean capital", "flew home", "there"; "on 4 May, when the two"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline import world
from dateline.grounding import ground
from dateline.intervals import Interval
from dateline.records import EventMention, Marks, Role
from dateline.spans import Span
from dateline.weave.actors import Weaving
from dateline.weave.places import Places

REACH = 90  # characters of its clause, on either side, in which a mention's place is pointed at
_IN = r"\b(?:[Ii]n|[Tt]o|[Aa]t|into|for|from|leave|left|visit(?:ed|s|ing)?|reach(?:ed|es|ing)?) the "
_CAPITAL = re.compile(_IN + r"(?:\w+ )?((?:[A-Z]\w+ )?[A-Z]\w+) capital\b(?! of\b)")
_HOME = re.compile(r"\b(?:home\b(?! town| to\b)|home to\b)")
_AT = re.compile(r"\b(?:at|in|inside|outside) (?:the |No\. )?$")
_GOES = frozenset({"fly", "go", "return", "travel", "head", "come", "drive", "leave"})
_HERE = re.compile(r"\bhere\b")
_EXISTS = r"(?! (?:is|are|was|were|has|have|had|will|would|could|can|may|might)\b)"
_THERE = re.compile(rf"\b(?:there\b{_EXISTS}|in (?:the|that) (?:city|town)\b)")
_CLAUSE_ENDS = re.compile(r"[;:\n]|[.!?](?:\s|$)|, (?:who|which|while|but|where|when|after|before|as|and)\b")
_WHEN = re.compile(r",? (?:when|on which|as)\b[^.;:\n]*$")
_GOING_ON = re.compile(r"\b(?:is|are)(?: now| still| currently| also)? $")


def pointed_at(
    mention: EventMention,
    sentence: Span,
    marks: Marks,
    text: str,
    participants: tuple[tuple[str, Role], ...],
    weaving: Weaving,
    places: Places,
    here: str | None,
    there: str | None,
) -> str | None:
    """The place that the clause does not name but points at: a capital, a home, where the report was written, the place before."""
    if state := _capital_named(mention, sentence, text):
        return places.capital_of(state)
    seat = _seat_named(mention, sentence, marks, text)
    if seat and (place := places.capital_of(seat)):
        return place
    if _leads_home(mention, text):
        homes = {weaving.country(a) for a, role in participants if role == "initiator"} - {None}
        return places.home(min(h for h in homes if h)) if len(homes) == 1 else None
    if _HERE.search(_after(mention, sentence, text)):
        return here
    return there if _THERE.search(_after(mention, sentence, text)) else None


def _capital_named(mention: EventMention, sentence: Span, text: str) -> str | None:
    """The state in whose capital the mention's clause says it is: "in the Chilean capital", alpha-3."""
    lead = text[sentence.start : min(sentence.start + REACH, mention.trigger.start)]
    for part in (_after(mention, sentence, text), lead if len(lead) < REACH else ""):
        for match in _CAPITAL.finditer(part):
            words = match.group(1)
            code = world.demonym(words) or world.demonym(words.split()[-1])
            if code:
                return code
    return None


def _seat_named(mention: EventMention, sentence: Span, marks: Marks, text: str) -> str | None:
    """The state in whose seat of power the mention's clause says it is: "received him at the White House", alpha-3."""
    reach = mention.trigger.start + len(_after(mention, sentence, text))
    for named in marks.mentions:
        inside = mention.trigger.start < named.span.start and named.span.end <= reach
        if inside and _AT.search(text[max(0, named.span.start - 16) : named.span.start]) and (state := world.metonym(named.name)):
            return state
    return None


def _leads_home(mention: EventMention, text: str) -> bool:
    """Whether somebody goes home: "flew home for consultations"."""
    near = text[mention.trigger.start : mention.trigger.end + 12]
    return mention.lemma in _GOES and bool(_HOME.search(near))


def _after(mention: EventMention, sentence: Span, text: str) -> str:
    rest = text[mention.trigger.start : max(mention.trigger.end, min(sentence.end, mention.trigger.end + REACH))]
    end = _CLAUSE_ENDS.search(rest, len(mention.trigger))
    return rest[: end.start()] if end else rest


def going_on(mention: EventMention, text: str) -> bool:
    """Whether the report says that it goes on while it is written: "who is visiting Oslo"."""
    trigger = text[mention.trigger.start : mention.trigger.end].split(" ")[0]
    return trigger.endswith("ing") and bool(_GOING_ON.search(text[max(0, mention.trigger.start - 16) : mention.trigger.start]))


def day_pointed_at(
    mention: EventMention, sentence: Span, marks: Marks, times: Sequence[Interval | None], text: str
) -> Interval | None:
    """The days that a clause gets from a time right before it that is no part of it.

    "It changed on 4 May, when the two met" has them meet on that day, "said on Tuesday, a day after they met" on Monday.
    """
    before = [n for n, t in enumerate(marks.times) if sentence.start <= t.span.start and t.span.end <= mention.trigger.start]
    if not before:
        return None
    last = marks.times[before[-1]]
    between = [e for e in marks.events if last.span.end <= e.trigger.start < mention.trigger.start]
    if between:
        return None
    meaning, gap = last.meaning, text[last.span.end : mention.trigger.start]
    if mention.when not in (None, *before[-2:-1]):
        return None
    if meaning is not None and meaning.base == "event" and meaning.bound == "exact" and meaning.shift and len(before) > 1:
        base = times[before[-2]]
        back = msgspec.structs.replace(meaning, shift=-meaning.shift)
        return ground(back, None, base) if base and base.exact and not _CLAUSE_ENDS.search(gap) else None
    found = times[before[-1]] if mention.when is None else None
    if found and meaning and meaning.base == "absolute":  # "not since 1990, when they met" has them meet in 1990
        found = ground(msgspec.structs.replace(meaning, bound="exact"), None)
    return found if found and found.closed and len(gap) < 2 * REACH and _WHEN.fullmatch(gap) else None
