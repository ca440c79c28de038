"""What somebody said on a matter, one time after the other.

Matters are nouns that his statements return to and others speak of too. Where he stands is told only where the words of a statement
say so themselves: he is for or against it, asks for it, or ties it to a condition.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from dateline import languages
from dateline.intervals import Interval
from dateline.records import StatementRef
from dateline.spans import Span
from dateline.tell.lookup import Lookup
from dateline.weave.wording import Word, light, stem, words

LEAST = 2  # statements, not versions of one, that a matter is found in
MOST = 8  # matters of one speaker
SURE = 0.3  # of the uses of a word, from which it is a noun
SPEAKERS = 2  # of statements that a noun is found in, from which it is a matter and no turn of speech
_CLAUSE = re.compile(r"[,;:.!?\u2013\u2014]|\bbut\b")
_OWNS = re.compile(r"['\u2019]")  # "the pilot's decision" is about the decision
_SENTENCE = re.compile(r"[.!?;]")


class Position(NamedTuple):
    """One statement on a matter, `others` its versions in other reports.

    stance: "for", "against", "asks", "if", or "" where the words do not say. verb: by which the report tells that it was said, ""
    for a turn of talk. day: when it was said (`said_then`), else when its report came out.
    """

    ref: StatementRef
    matter: Span
    stance: str
    verb: str
    day: Interval | None
    said_then: bool
    others: tuple[StatementRef, ...]


class Matter(NamedTuple):
    name: str
    positions: tuple[Position, ...]


def matters(refs: Sequence[StatementRef], lookup: Lookup, nouns: frozenset[str]) -> tuple[Matter, ...]:
    """The matters of some statements of one speaker, those he spoke of most often first; `nouns` as `nouns_of` gives them."""
    found: dict[str, dict[str, list[tuple[StatementRef, Word]]]] = {}
    for ref in refs:
        group, statement = lookup.group_of(ref), lookup.statement(ref)
        same = group.id if group else " ".join(lookup.text(statement.span).casefold().split()) if statement else ""
        for word in _nouns_in(ref, lookup, nouns):
            found.setdefault(word.folded, {}).setdefault(same, []).append((ref, word))
    ranked = sorted(((name, by) for name, by in found.items() if len(by) >= LEAST), key=lambda item: (-len(item[1]), item[0]))
    out: list[Matter] = []
    taken: list[frozenset[str]] = []
    for _, by in ranked:
        if any(set(by) <= other for other in taken):  # "self" of "self-rule": the same statements again
            continue
        taken.append(frozenset(by))
        told = sorted((_position(versions, lookup) for versions in by.values()), key=_in_time)
        ref, word = next(iter(by.values()))[0]
        out.append(Matter(lookup.text(Span(ref.report, word.start, word.end)).lower(), tuple(told)))
    return tuple(out[:MOST])


def nouns_of(refs: Iterable[StatementRef], lookup: Lookup) -> frozenset[str]:
    """Stems that two speakers use and that mostly end a noun phrase: "the peace treaty will" has "treaty"."""
    heads: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    users: dict[str, set[str]] = {}
    for ref in refs:
        speaker = lookup.speaker(ref)
        language, said = _said(ref, lookup)
        text, opens = _text(ref, lookup), frozenset(_lists(language)["determiners"])
        endings = tuple(_lists(language)["no_nouns"])
        inside = False
        for word, after in zip_longest(said, said[1:]):
            users.setdefault(word.folded, set()).add(speaker.id if speaker else "")
            uses[word.folded] += word.kind == "content"
            if not (inside and word.kind == "content"):
                opened = text[word.start : word.end].lower() in opens
                inside = opened and after is not None and text[word.end : after.start] in (" ", "-")
            elif _ends_phrase(word, after, text):
                heads[word.folded] += not text[word.start : word.end].lower().endswith(endings)
                inside = False
    return frozenset(n for n in heads if heads[n] >= SURE * uses[n] and heads[n] > 1 and len(users[n]) >= SPEAKERS)


def _ends_phrase(word: Word, after: Word | None, text: str) -> bool:
    return after is None or after.kind != "content" or text[word.end : after.start] not in (" ", "-")


def _nouns_in(ref: StatementRef, lookup: Lookup, nouns: frozenset[str]) -> list[Word]:
    """The words of a statement that can be a matter: nouns, none of them a name, light, or a verb there ("to plan")."""
    language, said = _said(ref, lookup)
    marks = lookup.marks(ref.report)
    named = [m.span for m in marks.mentions if m.form == "name"] if marks else []
    named += [t.span for t in marks.times] if marks else []
    empty = light(language) | {stem(word, language) for word in _lists(language)["no_matter"]}
    before_verbs, endings = _lists(language)["before_verbs"], tuple(_lists(language)["no_nouns"])
    text, out = _text(ref, lookup), []
    for before, word, after in zip_longest((None, *said[:-1]), said, said[1:]):
        shown = text[word.start : word.end]
        if word.kind != "content" or word.folded not in nouns or word.folded in empty or not _ends_phrase(word, after, text):
            continue
        if (
            shown[0].isupper()
            or _OWNS.match(text, word.end)
            or shown.endswith(endings)
            or (before and text[before.start : before.end].lower() in before_verbs)
        ):
            continue
        span = Span(ref.report, word.start, word.end)
        if not any(span.overlap(other) for other in named):
            out.append(word)
    return out


def _position(versions: Sequence[tuple[StatementRef, Word]], lookup: Lookup) -> Position:
    """The position of one statement: by the first of its versions whose words say where the speaker stands."""
    stances = [stance_on(ref, word, lookup) for ref, word in versions]
    at = next((n for n, stance in enumerate(stances) if stance), 0)
    ref, word = versions[at]
    statement = lookup.statement(ref)
    verb = lookup.text(statement.cue).lower() if statement and statement.cue and statement.kind != "turn" else ""
    said = lookup.said(ref)
    others = tuple(dict.fromkeys(other for other, _ in versions if other != ref))
    matter, day = Span(ref.report, word.start, word.end), said or lookup.published(ref.report)
    return Position(ref, matter, stances[at], verb, day, said is not None, others)


def stance_on(ref: StatementRef, matter: Word, lookup: Lookup) -> str:
    """How the words of a statement stand to a noun in it: by a verb whose subject is the speaker and whose object the noun is
    ("we do not accept the plan"), or by a condition that the clause with the noun hangs on."""
    language, _ = _said(ref, lookup)
    statement, text = lookup.statement(ref), _text(ref, lookup)
    assert statement is not None
    first, last = _around(_SENTENCE, text, matter, statement.span.start, statement.span.end)
    begin, _ = _around(_CLAUSE, text, matter, first, last)
    lead, rest = text[begin : matter.start], text[matter.end : last]
    reported = statement.kind == "indirect"
    if re.search(_would(language, reported), lead, re.IGNORECASE) and re.search(_condition(language), rest, re.IGNORECASE):
        return "" if re.search(_condition(language), lead, re.IGNORECASE) else "if"
    for stance in ("against", "asks", "for"):
        found = re.search(_by_speaker(language, stance, reported), lead, re.IGNORECASE)
        if found:
            turned = bool(found["turned"]) != bool(re.match(r"no\b", found["object"], re.IGNORECASE))
            return stance if not turned else "against" if stance == "for" else ""
    return ""


def _around(mark: re.Pattern[str], text: str, word: Word, start: int, end: int) -> tuple[int, int]:
    """The stretch between two marks that a word stands in."""
    first = max((m.end() for m in mark.finditer(text, start, word.start)), default=start)
    last = next((m.start() for m in mark.finditer(text, word.end, end)), end)
    return first, last


def _said(ref: StatementRef, lookup: Lookup) -> tuple[str, tuple[Word, ...]]:
    statement, report = lookup.statement(ref), lookup.report(ref.report)
    if statement is None or report is None or not languages.known(report.language):
        return "en", ()
    return report.language, words(report.text, statement.span.start, statement.span.end, report.language)


def _text(ref: StatementRef, lookup: Lookup) -> str:
    report = lookup.report(ref.report)
    return report.text if report else ""


def _in_time(position: Position) -> tuple[object, ...]:
    day = position.day
    return (day is None, day.latest or day.earliest if day else None, position.ref.report, position.ref.index)


def _lists(language: str) -> Mapping[str, Sequence[str]]:
    return languages.lists(language, "stances")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _condition(language: str) -> str:
    return rf"\b(?:{_any_of(_lists(language)['if'])})\b"


@cache
def _would(language: str, reported: bool) -> str:
    """The speaker and what he would do, close by."""
    listed = _lists(language)
    return rf"\b(?:{_any_of(listed['self_reported' if reported else 'self'])})(?:\s+\w+){{0,2}}?\s*(?:{_any_of(listed['will'])})\b"


@cache
def _by_speaker(language: str, stance: str, reported: bool) -> str:
    """ "we do not accept the", up to the noun: `turned` where the verb is denied, `object` what stands before the noun."""
    listed = _lists(language)
    helps, turns = _any_of(listed["helps"]), _any_of(listed["not"])
    between = rf"(?:\s*(?:{helps}|(?P<turned>{turns})|n['’]t)\b|['’](?:s|re|ve|ll|d|m))*"
    away = rf"(?!(?:{_any_of(listed['leads_away'])})\b)"
    verb = rf"(?:{_any_of(listed[stance])})(?:s|es|d|ed|ing)?"
    who = _any_of(listed["self_reported" if reported else "self"])
    return rf"\b(?:{who})\b{between}\s+{verb}\s+(?P<object>(?:{away}[\w'’-]+\s+){{0,4}})$"
