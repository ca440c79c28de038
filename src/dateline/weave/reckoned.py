"""Days counted from another event: "two weeks after they met", "the day before the summit", "on the second day of his visit"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from dateline import languages
from dateline.grounding import ground
from dateline.intervals import Interval, day
from dateline.records import DateRule, Event, EventMention, EventRef, Marks, Report, TimeMeaning, TimeUnit
from dateline.spans import Span

WIDE = 20  # days: what is known no better is nothing to count from
REACH = 150  # characters after the words that count in which the event stands that they count from
DAYS: Mapping[TimeUnit, float] = {"week": 7, "month": 30.4, "year": 365.25}
FEW: Mapping[TimeUnit, int] = {"week": 1, "month": 4, "year": 15}  # days that one of them may be off
MANY = (2, 9)  # what "days", "weeks" and the like, told without a number, are taken for
UNCOUNTED: Mapping[str, TimeUnit] = {"days": "day", "weeks": "week", "months": "month", "years": "year"}


@dataclass(frozen=True)
class Reckoned:
    """A mention that was done as long after (or before) the mention `base` of the same report as `first` to `last` say.

    `within`: on one of the days of `base` itself, of its last ones where `ending`.
    """

    base: int
    told: tuple[int, ...]
    words: Span
    first: TimeMeaning
    last: TimeMeaning
    within: bool = False
    ending: bool = False

    @property
    def past(self) -> bool:
        """Whether `base` is a day or more behind when this is told."""
        return not self.within and (self.first.shift or 0) > 0


@dataclass(frozen=True)
class _Count:
    words: Span
    first: TimeMeaning
    last: TimeMeaning
    within: bool = False
    ending: bool = False


Counts = Mapping[str, tuple[Reckoned, ...]]
"""What each report counts from its own events, by report id."""


def counts_of(reports: Iterable[Report], marks: Mapping[str, Marks]) -> Counts:
    """What the reports count from their own events."""
    return {r.id: reckonings(marks[r.id], r.text, r.language) for r in reports if r.id in marks}


def reckonings(marks: Marks, text: str, language: str) -> tuple[Reckoned, ...]:
    """What a report counts from its own events, in the order of the text."""
    return tuple(found for count in _counts(marks, text, language) if (found := _applied(count, marks, text)))


def counted(one: Reckoned, base: Interval) -> Interval | None:
    """The days meant where `base` is when the event was that is counted from; None where these are no few days."""
    if base.earliest is None or base.latest is None:
        return None
    if one.within:
        if one.ending and base.exact:  # the day known may be that of its beginning
            return None
        base = day(base.latest if one.ending else base.earliest)
    first, last = _shifted(one.first, base), _shifted(one.last, base)
    return first.join(last) if first and last else None


def _shifted(meaning: TimeMeaning, base: Interval) -> Interval | None:
    """Weeks, months and years are seldom counted to the day: a twelfth of them more or less."""
    size = DAYS.get(meaning.unit)
    if size is None or meaning.bound != "exact":
        return ground(meaning, None, base)
    length = round(size * (meaning.shift or 0))
    slack = max(FEW[meaning.unit], abs(length) // 12)
    moved = base.shifted(length)
    if moved == base or moved.earliest is None or moved.latest is None:
        return None
    return moved.shifted(-slack).join(moved.shifted(slack))


def _counts(marks: Marks, text: str, language: str) -> Iterator[_Count]:
    found = [
        _Count(time.span, time.meaning, time.meaning)
        for time in marks.times
        if time.meaning is not None and time.meaning.base == "event" and time.meaning.shift
    ]
    taken = [count.words for count in found]
    patterns = _patterns(language)
    for name, pattern in patterns.items():
        for match in pattern.finditer(text):
            words = Span(marks.report, *match.span())
            if not any(words.overlap(other) for other in taken) and (count := _read(name, match, words, language)):
                taken.append(words)
                found.append(count)
    yield from sorted(found, key=lambda count: count.words.start)


def _read(name: str, match: re.Match[str], words: Span, language: str) -> _Count | None:
    def days(shift: int, unit: TimeUnit = "day") -> TimeMeaning:
        return TimeMeaning("event", unit, shift)

    if name == "day of":
        number, ending = _number(match, language), bool(match["last"])
        return (
            None
            if number is None and not ending
            else _Count(words, days((number or 1) - 1), days((number or 1) - 1), True, number is None)
        )
    side = 1 if match["after"] else -1
    if name == "next day":
        return _Count(words, days(side), days(side))
    if name == "at once":
        return _Count(words, days(min(side, 0)), days(max(side, 0)))
    unit = UNCOUNTED[name]
    near, far = (side * many for many in MANY)
    return _Count(words, days(near, unit), days(far, unit))


def _number(match: re.Match[str], language: str) -> int | None:
    """Which day it is; None where only its being the last is told."""
    if match["opening"]:
        return 1
    lists = languages.lists(language, "reckoned")
    for group, name in (("ordinal", "ordinals"), ("figure", "figures"), ("number", "numbers")):
        if said := match[group]:
            return int(said) if said.isdigit() else [word.lower() for word in lists[name]].index(said.lower()) + 1
    return None


def _applied(count: _Count, marks: Marks, text: str) -> Reckoned | None:
    """The mention that a count starts from, the next one told, and those that it dates."""
    sentence = next((span for span in marks.sentences if span.covers(count.words)), None)
    if sentence is None:
        return None
    here = [(n, event) for n, event in enumerate(marks.events) if sentence.covers(event.trigger)]
    after = sorted((event.trigger.start, n) for n, event in here if 0 <= event.trigger.start - count.words.end <= REACH)
    if not after:
        return None
    base = after[0][1]
    free = [(n, event) for n, event in here if n != base and _is_free(event, marks, count.words)]
    earlier = [(event.trigger.start, n) for n, event in here if event.trigger.end <= count.words.start]
    if earlier:
        told = [max(earlier)[1]] if max(earlier)[1] in dict(free) else []
    else:
        end = marks.events[base].trigger.end
        told = [n for n, event in free if event.trigger.start > end and "," in text[end : event.trigger.start]]
    return Reckoned(base, tuple(told), count.words, count.first, count.last, count.within, count.ending)


def _is_free(event: EventMention, marks: Marks, words: Span) -> bool:
    """Whether a mention has no time but the one that counts."""
    return event.when is None or bool(marks.times[event.when].span.overlap(words))


def by_mention(found: Sequence[Reckoned]) -> dict[int, Reckoned]:
    """The counts by the mentions that they date."""
    return {told: one for one in reversed(found) for told in one.told}


def dated_by_count(events: Sequence[Event], counts: Counts, most: int) -> list[Event]:
    """Events, the undated ones with the `most` days or fewer that a report counts from another event that is dated."""
    event_of = {ref: event for event in events for ref in event.mentions}
    found: dict[str, Interval] = {}
    for report, ones in sorted(counts.items()):
        for one in ones:
            base = event_of.get(EventRef(report, one.base))
            days = counted(one, base.date) if base and base.date and (base.date.days or WIDE) < WIDE else None
            for index in one.told if days else ():
                event = event_of.get(EventRef(report, index))
                if days and (days.days or most + 1) <= most and event and base and event.id != base.id and event.date is None:
                    found[event.id] = min(found.get(event.id, days), days, key=lambda d: (d.days or 0, d))
    return [inferred(e, found[e.id], "count") if e.id in found else e for e in events]


def inferred(event: Event, days: Interval, rule: DateRule) -> Event:
    """The event with days that were worked out."""
    return msgspec.structs.replace(event, date=days, date_basis="inferred", date_rule=rule)


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    any_of = languages.alternatives(language, "reckoned")
    side = rf"(?:(?P<after>{any_of['after']})|(?:{any_of['before']}))\b"
    which = (
        rf"(?:(?P<opening>{any_of['opening']})|(?P<ordinal>{any_of['ordinals']})|(?P<figure>{any_of['figures']}))"
        rf"(?: (?:{any_of['and']}) (?:{any_of['last']}))?|(?P<last>{any_of['last']})"
    )
    all_through = any_of["all_through"]
    patterns = {
        "day of": rf"(?:\b(?:{any_of['the']}) (?:{which}) (?:(?:{any_of['full']}) )?(?:{any_of['day']})"
        rf"|\b(?:{any_of['day']}) (?P<number>{any_of['numbers']}|\d{{1,2}})) (?:{any_of['of']})\b",
        "next day": rf"\b(?:{any_of['next_day']}) {side}",
        "at once": rf"\b(?:{any_of['at_once']}) {side}",
        **{name: rf"\b(?<!{all_through} )(?:{any_of[name]}) {side}" for name in UNCOUNTED},
    }
    return {name: re.compile(pattern, re.I) for name, pattern in patterns.items()}
