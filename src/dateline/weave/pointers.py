"""What the words around an event mention point at: "in the Chilean capital", "flew home", "there"; "on 4 May, when the two"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import msgspec

from dateline import languages, world
from dateline.grounding import ground
from dateline.intervals import Interval
from dateline.records import EventMention, Marks, MentionRef, Role
from dateline.spans import Span
from dateline.weave.at_home import where_done
from dateline.weave.places import Places
from dateline.weave.weaving import Weaving

REACH = 90  # characters of its clause, on either side, in which a mention's place is pointed at
BESIDE = 16  # characters in which a preposition or a form of "to be" stands before a word, and "home" after its verb
BEFORE = 80  # characters of a clause before its trigger that tell what it is about
SCENE = 600  # characters within which a text goes on about where a sentence set its scene
GOES_ON = 220  # characters within which a text goes on about the day or the place it named
_SENTENCE_ENDS = re.compile(r"[.!?]\s")


@cache
def _words(language: str) -> dict[str, re.Pattern[str]]:
    """The language's patterns, named for what they point at."""
    any_of = languages.alternatives(language, "pointers")
    return {
        "capital": re.compile(
            rf"\b(?i:{any_of['to_a_place']}) (?:\w+ )?((?:[A-Z]\w+ )?[A-Z]\w+) (?:{any_of['capital']})\b"
            rf"(?! (?:{any_of['named_after_all']})\b)"
        ),
        "opens": re.compile(rf"(?:{any_of['opens']})", re.IGNORECASE),
        "at": re.compile(rf"\b(?:{any_of['at']}) $"),
        "goes": re.compile(any_of["goes"]),
        "home": re.compile(rf"\b(?:(?:{any_of['home']})\b(?! (?:{any_of['no_home']})\b)|(?:{any_of['again_home']})\b)"),
        "here": re.compile(rf"\b(?:{any_of['here']})\b"),
        "there": re.compile(
            rf"\b(?:(?:{any_of['there']})\b(?! (?:{any_of['exists']})\b)"
            rf"|(?:{any_of['same_place']})\b(?! (?:{any_of['named_after_all']})\b))"
        ),
        "clause ends": re.compile(rf"[;:\n]|[.!?](?:\s|$)|, (?:{any_of['next_clause']})\b"),
        "where": re.compile(any_of["where"]),
        "when": re.compile(rf",? (?:{any_of['when']})\b[^.;:\n]*$"),
        "going on": re.compile(rf"\w(?:{any_of['going_on_ends']})$"),
        "is": re.compile(rf"\b(?:{any_of['is']})(?: (?:{any_of['now']}))? $"),
        "retold": re.compile(
            rf"\b(?:(?:{any_of['was_to']}) (?:\w+ )?(?:{any_of['to']})|(?:{any_of['had']}) (?:\w+ )?(?:{any_of['been']})"
            rf"|(?:{any_of['was_or_had']}) (?:\w+ )?(?:{any_of['planned']}))\b"
        ),
        "had": re.compile(rf"\b(?:{any_of['had']})(?: (?:\w+ly|{any_of['been']}|{any_of['had_ever']}))* $"),
        "soon after": re.compile(rf"\b(?:{any_of['after']}) (?:(?!\b(?:{any_of['relative']})\b)[^,;])*$"),
        "told then": re.compile(rf",? (?:{any_of['told_then']})\b"),
    }


@dataclass(frozen=True)
class Clause:
    """An event mention and the text that it stands in."""

    mention: EventMention
    marks: Marks
    text: str
    language: str

    @cached_property
    def sentence(self) -> Span:
        return next((s for s in self.marks.sentences if s.covers(self.mention.trigger)), self.mention.span)

    @cached_property
    def rest(self) -> str:
        """From the trigger to the end of its clause."""
        trigger = self.mention.trigger
        rest = self.text[trigger.start : max(trigger.end, min(self.sentence.end, trigger.end + REACH))]
        end = self.words["clause ends"].search(rest, len(trigger))
        return rest[: end.start()] if end else rest

    @cached_property
    def words(self) -> Mapping[str, re.Pattern[str]]:
        return _words(self.language)


def pointed_at(
    clause: Clause,
    participants: tuple[tuple[str, Role], ...],
    weaving: Weaving,
    places: Places,
    here: str | None,
    there: str | None,
) -> str | None:
    """The place that the clause does not name but points at: a capital, a home, where the report was written, the place before."""
    if state := _capital_named(clause):
        return places.capital_of(state)
    seat = _seat_named(clause)
    if seat and (place := places.capital_of(seat)):
        return place
    if _leads_home(clause):
        homes = {weaving.country(a) for a, role in participants if role == "initiator"} - {None}
        return places.home(min(h for h in homes if h)) if len(homes) == 1 else None
    if clause.words["here"].search(clause.rest):
        return here or _named_before(clause, places)
    if clause.words["there"].search(clause.rest):
        return _named_before(clause, places) or there
    return where_done([clause.mention.frame], participants, clause.language, weaving, places, "capital")


def _named_before(clause: Clause, places: Places) -> str | None:
    """The place named last before a mention, close by: Vienna in "Its next stop is Vienna. On Friday the two will meet there"."""
    start = clause.mention.trigger.start
    for index in range(len(clause.marks.mentions) - 1, -1, -1):
        named = clause.marks.mentions[index]
        if named.span.end > start or named.dateline or named.kind not in ("place", "state"):
            continue
        if start - named.span.end > GOES_ON:
            return None
        lead = clause.text[max(0, named.span.start - BESIDE) : named.span.start]
        if named.kind == "place" or clause.words["at"].search(lead):
            found = places.place_of.get(MentionRef(clause.marks.report, index))
            return found or (places.home(named.country) if named.country else None)
    return None


def setting(clause: Clause, places: Places) -> str | None:
    """The place that opens a sentence before a mention and sets the scene: "In Lima, she laid a wreath. Later she met the king".

    None where another place is named since, or the text has gone on too long.
    """
    start = clause.mention.trigger.start
    for index in range(len(clause.marks.mentions) - 1, -1, -1):
        named = clause.marks.mentions[index]
        if named.span.start >= start or named.dateline or named.kind != "place":
            continue
        between = clause.text[named.span.end : start]
        sentence = next((s for s in clause.marks.sentences if s.covers(named.span)), None)
        if sentence is None or len(between) > SCENE or not between.startswith(","):
            return None
        lead = clause.text[sentence.start : named.span.start].strip()
        return places.place_of.get(MentionRef(clause.marks.report, index)) if clause.words["opens"].fullmatch(lead) else None
    return None


def _capital_named(clause: Clause) -> str | None:
    """The state in whose capital the mention's clause says it is: "in the Chilean capital", alpha-3."""
    start = clause.sentence.start
    lead = clause.text[start : min(start + REACH, clause.mention.trigger.start)]
    for part in (clause.rest, lead if len(lead) < REACH else ""):
        for match in clause.words["capital"].finditer(part):
            named = match.group(1)
            code = world.demonym(named) or world.demonym(named.split()[-1])
            if code:
                return code
    return None


def _seat_named(clause: Clause) -> str | None:
    """The state in whose seat of power the mention's clause says it is: "received him at the White House", alpha-3."""
    begin = clause.mention.trigger.start
    for named in clause.marks.mentions:
        if begin < named.span.start and named.span.end <= begin + len(clause.rest):
            before = clause.text[max(0, named.span.start - BESIDE) : named.span.start]
            if clause.words["at"].search(before) and (state := world.metonym(named.name)):
                return state
    return None


def _leads_home(clause: Clause) -> bool:
    """Whether somebody goes home: "flew home for consultations"."""
    trigger = clause.mention.trigger
    near = clause.text[trigger.start : trigger.end + BESIDE]
    return bool(clause.words["goes"].fullmatch(clause.mention.lemma) and clause.words["home"].search(near))


def lies_there(before: EventMention, clause: Clause) -> bool:
    """Whether a mention is told as at the place of the one before: "flew to Oslo, where she met"."""
    between = clause.text[before.trigger.end : clause.mention.trigger.start]
    return len(between) < GOES_ON and bool(clause.words["where"].search(between)) and not _SENTENCE_ENDS.search(between)


def retold(clause: Clause) -> bool:
    """Whether a plan is told in the past tense: "was to meet", "had been planned"; the day it was for may be over."""
    trigger = clause.mention.trigger
    near = clause.text[max(clause.sentence.start, trigger.start - BEFORE) : trigger.end + BEFORE // 2]
    return clause.mention.status != "happened" and bool(clause.words["retold"].search(near))


def told_then(gap: str, language: str) -> bool:
    """Whether the words after a day say that it is the day of the telling: "offered on Wednesday to go"."""
    return bool(_words(language)["told then"].match(gap))


def going_on(clause: Clause) -> bool:
    """Whether the report says that it goes on while it is written: "who is visiting Oslo"."""
    trigger = clause.mention.trigger.of(clause.text).split(" ")[0]
    before = clause.text[max(0, clause.mention.trigger.start - BESIDE) : clause.mention.trigger.start]
    return bool(clause.words["going on"].search(trigger) and clause.words["is"].search(before))


def told_as_news(clause: Clause, elsewhen: frozenset[str]) -> bool:
    """Whether a deed told in a report's head is its news: told, not named, and with no word before it that leads elsewhen."""
    mention = clause.mention
    if mention.nominal or mention.status != "happened" or mention.modality not in ("asserted", "reported"):
        return False
    before = clause.text[clause.sentence.start : mention.trigger.start]
    return elsewhen.isdisjoint(re.findall(r"\w+", before.lower()))


def harks_back(clause: Clause) -> bool:
    """Whether a deed is told as behind the time of the news: "the fighting that had claimed lives".

    What somebody is reported to have done ("said he had met her"), and what the news came right after, is new all the same.
    """
    mention = clause.mention
    word = mention.trigger.of(clause.text).split(" ")[0].lower()
    if mention.modality != "asserted" or word == mention.lemma or word.endswith("s"):  # "had lunch", "had talks"
        return False
    before = clause.text[clause.sentence.start : mention.trigger.start]
    had = clause.words["had"].search(before)
    return had is not None and not clause.words["soon after"].search(before[: had.start()])


def day_pointed_at(clause: Clause, times: Sequence[Interval | None]) -> Interval | None:
    """The days that a clause gets from a time right before it that is no part of it.

    "It changed on 4 May, when the two met" has them meet on that day, "said on Tuesday, a day after they met" on Monday.
    """
    mention, marks = clause.mention, clause.marks
    start, end = clause.sentence.start, mention.trigger.start
    before = [n for n, t in enumerate(marks.times) if start <= t.span.start and t.span.end <= end]
    if not before:
        return None
    last = marks.times[before[-1]]
    if any(last.span.end <= e.trigger.start < end for e in marks.events):
        return None
    meaning, gap = last.meaning, clause.text[last.span.end : end]
    if mention.when not in (None, *before[-2:-1]):
        return None
    if meaning is not None and meaning.base == "event" and meaning.bound == "exact" and meaning.shift and len(before) > 1:
        base = times[before[-2]]
        back = msgspec.structs.replace(meaning, shift=-meaning.shift)
        return ground(back, None, base) if base and base.exact and not clause.words["clause ends"].search(gap) else None
    found = times[before[-1]] if mention.when is None else None
    if found and meaning and meaning.base == "absolute":  # "not since 1990, when they met" has them meet in 1990
        found = ground(msgspec.structs.replace(meaning, bound="exact"), None)
    return found if found and found.closed and len(gap) < 2 * REACH and clause.words["when"].fullmatch(gap) else None
