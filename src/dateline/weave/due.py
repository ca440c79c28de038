"""By when something planned is due where no date stands beside it: "within three months", "was postponed until 3 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

import msgspec

from dateline import languages
from dateline.grounding import ground
from dateline.intervals import Interval
from dateline.records import EventMention, Marks, TimeExpression
from dateline.spans import Span

_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([HDWMY])")
_DAYS = {"H": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.5, "Y": 365.25}
_MOVER_BEFORE, _MOVER_AFTER, _TO_DAY = (
    40,
    140,
    60,
)  # characters around a mention in which words say that it was put off, and to the new day
_LOOK_BACK = 40  # characters before a length of time in which its preposition stands
_LONGEST = 3660  # days
_SOON = {"hours": 2, "days": 14, "weeks": 56, "months": 270}  # days that "in the coming weeks" reaches at most
_AROUND = 0.25  # how far off "in four weeks" may be, as a share of the time


@cache
def _words(language: str) -> dict[str, re.Pattern[str]]:
    """The language's patterns: `term` ends right before a length of time (that looks back where
    a word of `compared` stands before it), `ahead` begins it, `until` ends right before a day."""
    any_of = languages.alternatives(language, "due")
    return {
        "term": re.compile(rf"\b({any_of['within']})\s+(?:(?:{any_of['roughly']}|{any_of['ahead']})\s+)*$", re.I),
        "around": re.compile(any_of["around"], re.I),
        "compared": re.compile(rf"\b(?:{any_of['compared']})\b", re.I),
        "ahead": re.compile(rf"(?:\w+\s+)?(?:{any_of['ahead']})\b", re.I),
        "put_off": re.compile(rf"\b(?:{any_of['put_off']})\b", re.I),
        "nearer": re.compile(rf"\b(?:{any_of['nearer']})\b", re.I),
        "moved by": re.compile(rf"\b(?:{any_of['moved_by']})\s+(?:(?:{any_of['roughly']})\s+)*$", re.I),
        "until": re.compile(rf"\b(?:{any_of['until']})\s+(?:(?:{any_of['roughly']}|{any_of['part']})\s+)*$", re.I),
        "only from": re.compile(
            rf"\b(?:{any_of['denied']})\b[^.;:]*\b(?:{any_of['only_from']})\s+(?:(?:{any_of['part']})\s+)*$", re.I
        ),
        "not yet": re.compile(rf"\b(?:{any_of['not_put_off']})\s+(?:\w+\s+)?$", re.I),
    }


@dataclass(frozen=True)
class PutOff:
    """A plan that its sentence says was put off or brought forward: to which days, from which, by how many, where it says so."""

    to: Interval | None
    formerly: Interval | None
    by: int | None = None  # less than 0 where it was brought forward


def put_off(
    mention: EventMention, marks: Marks, times: Sequence[Interval | None], published: Interval | None, text: str, language: str
) -> PutOff | None:
    """Whether and to what days the clause says that a foreseen event was moved. The arguments are those of `due`."""
    if mention.status not in ("planned", "proposed"):
        return None
    sentence = next((s for s in marks.sentences if s.covers(mention.trigger)), None)
    if sentence is None:
        return None
    rivals = [e.trigger for e in marks.events if e is not mention and e.type != "REJECT" and sentence.covers(e.trigger)]
    before = max((r.end for r in rivals if r.end <= mention.trigger.start), default=sentence.start)
    after = min((r.start for r in rivals if r.start >= mention.trigger.end), default=sentence.end)
    start, end = max(before, mention.trigger.start - _MOVER_BEFORE), min(after, mention.trigger.end + _MOVER_AFTER)
    words = _words(language)
    for time, days in zip(marks.times, times, strict=True):
        after_it = sentence.covers(time.span) and time.span.start > mention.trigger.end
        if days and after_it and words["only from"].search(text[start : time.span.start]):
            return PutOff(_day_set(time, days, published), None)
    movers = [m for m in words["put_off"].finditer(text, start, end) if not words["not yet"].search(text[start : m.start()])]
    if not movers:
        return None
    mover = movers[-1]
    to: Interval | None = None
    others: list[Interval] = []
    for index, time in enumerate(marks.times):
        if not sentence.covers(time.span) or time.type not in ("DATE", "TIME") or (days := times[index]) is None:
            continue
        if time.meaning and time.meaning.until and to is None:  # "put off from May 13 to June 10"
            to = ground(time.meaning.until, published)
            days = ground(msgspec.structs.replace(time.meaning, until=None), published) or days
        lead = text[mover.start() : time.span.start] if time.span.start >= mover.end() else ""
        if to is None and len(lead) < _TO_DAY and words["until"].search(lead):
            to = _day_set(time, days, published)
        elif index == mention.when or time.span.start < mover.start():
            others.append(_nearest_reading(time, days, published))
    formerly = next((o for o in others if o != to and o.closed), None)
    by = _moved_by(marks, sentence, mover, text, words) if to is None else None
    return PutOff(formerly.shifted(by) if formerly and by else to, formerly, by)


def _moved_by(marks: Marks, sentence: Span, mover: re.Match[str], text: str, words: Mapping[str, re.Pattern[str]]) -> int | None:
    """By how many days it was put off: "by a week", "for two days"."""
    for time in marks.times:
        lead = text[mover.start() : time.span.start] if time.span.start >= mover.end() else ""
        if time.type == "DURATION" and sentence.covers(time.span) and len(lead) < _TO_DAY and words["moved by"].search(lead):
            days = _days(time) if time.value.endswith(("D", "W")) else None  # a month is not so exact
            return round(-days if words["nearer"].match(mover.group()) else days) if days and days >= 1 else None
    return None


def due(
    mention: EventMention, marks: Marks, times: Sequence[Interval | None], published: Interval | None, text: str, language: str
) -> Interval | None:
    """The days by which a foreseen event is due; None where its sentence does not say.

    A term counts from the report's day. `times`: the days that each of the marks' times means.
    """
    if mention.modality != "future":
        return None
    sentence = next((s for s in marks.sentences if s.covers(mention.trigger)), None)
    if sentence is None:
        return None
    around = [i for i, t in enumerate(marks.times) if sentence.covers(t.span) and _nearest(mention, t.span, sentence, marks)]
    terms = [marks.times[i] for i in around if marks.times[i].type == "DURATION" or _coming(marks.times[i])]
    return next(_terms(terms, sentence, published, text, language), None)


def _coming(time: TimeExpression) -> bool:
    """ "the coming weeks"."""
    return time.meaning is not None and time.meaning.base == "vague" and time.meaning.tense == "future"


def _day_set(time: TimeExpression, read: Interval | None, published: Interval | None) -> Interval | None:
    """The day to which it was put off: still to come, and "until May" means the month, not all the days before it."""
    if time.meaning is None:
        return read
    over = published and read and read.latest and published.earliest and read.latest < published.earliest
    bound = "exact" if time.meaning.bound == "not after" else time.meaning.bound
    tense = "future" if over and time.meaning.base == "publication" else time.meaning.tense
    return ground(msgspec.structs.replace(time.meaning, bound=bound, tense=tense), published) or read


def _nearest_reading(time: TimeExpression, read: Interval, published: Interval | None) -> Interval:
    """The day from which it was put off: "first announced for May" means last May or next May, whichever is nearer."""
    if time.meaning is None or time.meaning.base != "publication" or time.meaning.year is not None or published is None:
        return read
    other = ground(msgspec.structs.replace(time.meaning, tense="future"), published)
    return other if other and other.gap(published) < read.gap(published) else read


def _terms(
    terms: Sequence[TimeExpression], sentence: Span, published: Interval | None, text: str, language: str
) -> Iterator[Interval]:
    found = _words(language)
    for term in terms:
        days = _days(term) or _soon(term, text, language)
        before = text[max(sentence.start, term.span.start - _LOOK_BACK) : term.span.start]
        leads = found["term"].search(before)
        ahead = found["ahead"].match(text[term.span.start : term.span.end])
        # "the first visit in three years" looks back over them
        if leads and found["around"].fullmatch(leads.group(1)) and found["compared"].search(text[sentence.start : term.span.start]):
            continue
        if (
            days is None
            or published is None
            or published.earliest is None
            or published.latest is None
            or not (leads or ahead or _coming(term))
        ):
            continue
        spare = round(days * _AROUND)
        if leads and not ahead and _days(term) and found["around"].fullmatch(leads.group(1)):
            yield Interval(
                published.earliest + timedelta(days=round(days) - spare), published.latest + timedelta(days=round(days) + spare)
            )
        else:
            yield Interval(published.earliest, published.latest + timedelta(days=round(days)))


def _days(term: TimeExpression) -> float | None:
    match = _LENGTH.fullmatch(term.value)
    if not match or (match.group(1) and match.group(3) == "M"):
        return None
    days = float(match.group(2)) * _DAYS[match.group(3)]
    return days if days <= _LONGEST else None


def _soon(term: TimeExpression, text: str, language: str) -> float | None:
    """How many days a term without a number reaches at most."""
    any_of = languages.alternatives(language, "due")
    said = term.span.of(text)
    return next((days for unit, days in _SOON.items() if re.search(rf"\b(?:{any_of[f'soon_{unit}']})'?$", said, re.I)), None)


def _nearest(mention: EventMention, time: Span, sentence: Span, marks: Marks) -> bool:
    """Whether no other foreseen event of the sentence stands nearer to the time."""
    rivals = [e.span for e in marks.events if e is not mention and e.modality == "future" and sentence.covers(e.trigger)]
    return all(mention.span.gap(time) <= rival.gap(time) for rival in rivals)
