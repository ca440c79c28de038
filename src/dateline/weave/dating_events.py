"""What the events of a report, and of the other reports that tell of them, say of the day it came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from dateline.grounding import ground, ground_all
from dateline.intervals import Interval
from dateline.records import EventMention, EventRef, Marks, TimeMeaning
from dateline.weave import dating_calendar as named
from dateline.weave import dating_evidence as say
from dateline.weave.dating_case import Case, narrated
from dateline.weave.dating_days import FRESH, Evidence
from dateline.weave.reckoned import Reckoned, by_mention, counted

NEIGHBOUR = 2  # days between things told in one breath
PAST, NEWS, AHEAD, AHEAD_BOTH = 0.6, 1.0, 1.0, 0.8
ABOUT, FEW = 0.3, 3  # and days that what an opening is about may lie within
KEPT = 0.5  # trust that what was announced for a day came on it
LONGEST_EVENT = 62  # days: a time wider than this does not date an event


def from_events(case: Case, report: str, known: Mapping[str, Interval], window: Interval) -> Iterator[Evidence]:
    marks = case.marks[report]
    done = _told_as_done(case, report)
    told_today = any(_is_today(time.meaning) and narrated(case, report, time.span) for time in marks.times)
    for index, event in enumerate(marks.events):
        ref = EventRef(report, index)
        meaning = _meaning(marks, index)
        lead = index in case.lead[report]
        fixed = _own_days(case, ref, known)
        if fixed is not None and _happened(event) and _dates(fixed):
            yield say.not_before(fixed, 2.0, "an event")
            if lead:
                yield say.news(fixed, 1.5, "an event")
        yield from _within(marks, ref, meaning, case.same.get(ref, ()), window)
        camps = _camps(case, list(_dated(case, ref, known)))
        for days, other in camps:
            timed = _timed(case, other)
            trust = (1.0 if timed else 0.6) / len(camps)
            there = case.marks[other.report].events[other.index]
            if not _happened(event) and other in done:
                continue  # the report tells elsewhere that this has happened
            yield from _linked(event, meaning, there, days, window, lead, trust, timed)
            if lead and _happened(event) and meaning is None and told_today:
                yield say.news_of_the_day(days, trust)


def from_openings(case: Case, report: str, known: Mapping[str, Interval]) -> Iterator[Evidence]:
    """What others date and the opening is about, by the people and the place that it names, is fresh."""
    for ref in case.about.get(report, ()):
        days = _days(case, ref, known)
        if days is not None and (days.days or FEW + 1) <= FEW:
            yield say.news(days, ABOUT, "what its opening names")


def _told_as_done(case: Case, report: str) -> frozenset[EventRef]:
    """What other reports tell of the events that this one tells as done."""
    deeds = (EventRef(report, i) for i, event in enumerate(case.marks[report].events) if _happened(event))
    return frozenset(other for ref in deeds for other in case.same.get(ref, ()))


def _within(
    marks: Marks, ref: EventRef, meaning: TimeMeaning | None, others: Iterable[EventRef], window: Interval
) -> Iterator[Evidence]:
    """Two times that one report gives for one event."""
    for other in others:
        if other.report == ref.report and other.index > ref.index and meaning is not None:
            twin = _meaning(marks, other.index)
            if twin is not None and twin != meaning and _counted(meaning, twin) and not _two_days(meaning, twin):
                yield say.consistency(meaning, twin, window)


def _dated(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Iterator[tuple[EventRef, Interval]]:
    """The mentions of the same event in other reports whose days are known; of a deed, only those that tell the deed."""
    event = case.marks[ref.report].events[ref.index]
    for other in case.same.get(ref, ()):
        if other.report == ref.report or (_happened(event) and not _happened(case.marks[other.report].events[other.index])):
            continue
        days = _days(case, other, known)
        if days is not None and _dates(days):
            yield other, days


def _camps(case: Case, dated: list[tuple[EventRef, Interval]]) -> list[tuple[Interval, EventRef]]:
    """The different times that the mentions of one event give, narrowest first, each with a mention that gives it.

    Mentions that agree are one voice, and links that lead to different times are each worth less.
    """
    camps: list[tuple[Interval, EventRef]] = []
    for ref, days in sorted(dated, key=lambda one: (not _timed(case, one[0]), one[1].days or 0, one[1].earliest or date.max)):
        for number, (camp, first) in enumerate(camps):
            if (shared := camp.meet(days)) is not None:
                camps[number] = (shared, first)
                break
        else:
            camps.append((days, ref))
    return camps


def _linked(
    event: EventMention,
    meaning: TimeMeaning | None,
    there: EventMention,
    days: Interval,
    window: Interval,
    lead: bool,
    trust: float,
    timed: bool,
) -> Iterator[Evidence]:
    """What a dated mention of the same event in another report says."""
    what = "the same event"
    if meaning is not None and meaning.base == "publication" and (_happened(event) == _happened(there) or _happened(there)):
        sure = trust if _happened(event) == _happened(there) else trust * KEPT
        yield say.agreement(meaning, days, window, 1, 1.5 * sure, f"{what}, give or take a day,")
        if timed:  # days that are only those of fresh news fit no weekday exactly
            yield say.agreement(meaning, days, window, 0, 1.0 * sure, what)
    if _happened(event):
        yield say.not_before(days, PAST * trust, what)
        if lead and meaning is None:
            yield say.news(days, NEWS * trust, what)
    elif event.modality == "future" or event.status == "planned":
        yield say.not_after(days, (AHEAD if _happened(there) else AHEAD_BOTH) * trust, what)


def _days(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    """The days of a mention: its own time, else what is told in the same breath, else the freshness of a lead."""
    marks = case.marks[ref.report]
    event = marks.events[ref.index]
    if (days := _timed_days(case, ref, known)) is not None:
        return days
    if not _happened(event) or _meaning(marks, ref.index) is not None:
        return None
    if (days := _in_one_breath(case, ref, known)) is not None:
        return days
    published = known.get(ref.report)
    if ref.index in case.lead[ref.report] and published and published.earliest and published.latest:
        return Interval(published.earliest - timedelta(days=FRESH), published.latest)
    return None


def _timed_days(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    marks = case.marks[ref.report]
    event = marks.events[ref.index]
    if (days := _own_days(case, ref, known)) is not None:
        return days
    meaning = _meaning(marks, ref.index)
    published = known.get(ref.report)
    if meaning is None or event.when is None or published is None:
        return None
    return ground_all(marks.times[: event.when + 1], published)[-1]


def _own_days(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    """The days of a mention that do not hang on its report's own publication: a full date, or "two weeks before" a dated event."""
    meaning = _meaning(case.marks[ref.report], ref.index)
    if meaning is not None and meaning.base == "absolute":
        return ground(meaning, None)
    return _counted_days(case, ref, known)


def _counted_days(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    """The days of a mention that are counted from another event, where other reports tell when that was."""
    one = by_mention(case.reckoned.get(ref.report, ())).get(ref.index)
    base = _base_days(case, ref.report, one, known) if one else None
    return counted(one, base) if one and base else None


def _base_days(case: Case, report: str, one: Reckoned, known: Mapping[str, Interval]) -> Interval | None:
    """When the event was that a report counts from: the narrowest of the days that the report itself or others give it."""
    ref = EventRef(report, one.base)
    meaning = _meaning(case.marks[report], one.base)
    if meaning is not None and meaning.base == "absolute":
        return ground(meaning, None)
    dated: list[Interval] = []
    for other in case.same.get(ref, ()):
        if other.report != report and by_mention(case.reckoned.get(other.report, ())).get(other.index) is None:
            days = _timed_days(case, other, known)
            dated += [days] if days is not None and _dates(days) else []
    return min(dated, key=lambda days: (days.days or 0, days.earliest or date.max), default=None)


def from_counts(case: Case, report: str, known: Mapping[str, Interval]) -> Iterator[Evidence]:
    """News that the opening counts from another event came as long after it."""
    yield from (say.counted(days) for days in counted_news(case, report, known))


def counted_news(case: Case, report: str, known: Mapping[str, Interval]) -> Iterator[Interval]:
    """The days to which the opening counts its news."""
    opening = case.opening[report]
    for one in case.reckoned.get(report, ()):
        if (one.past or one.within) and any(place.covers(one.words) for place in opening) and narrated(case, report, one.words):
            base = _base_days(case, report, one, known)
            days = counted(one, base) if base else None
            if days is not None and days.closed:
                yield days


def _in_one_breath(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    """Untimed things told as done in one sentence happened within days of each other: of a visit's day, the meeting's."""
    marks = case.marks[ref.report]
    place = marks.events[ref.index].trigger.start
    sentence = next((span for span in marks.sentences if span.start <= place < span.end), None)
    if sentence is None:
        return None
    found: Interval | None = None
    for index, event in enumerate(marks.events):
        beside = sentence.start <= event.trigger.start < sentence.end and _happened(event) and event.when is None
        if not beside:
            continue
        for other in (EventRef(ref.report, index), *case.same.get(EventRef(ref.report, index), ())):
            days = _own_days(case, other, known) if other.report == ref.report else None
            if days is not None and _dates(days) and days.earliest and days.latest:
                days = Interval(days.earliest - timedelta(days=NEIGHBOUR), days.latest + timedelta(days=NEIGHBOUR))
                found = (found.meet(days) or found) if found else days
    return found


# ---------------------------------------------------------------- small questions


def _meaning(marks: Marks, index: int) -> TimeMeaning | None:
    """What the mention's time means, where it can date it."""
    when = _when(marks, index)
    if when is None:
        return None
    meaning = marks.times[when].meaning
    if meaning is None or meaning.base == "vague":
        return None
    return meaning if meaning.base == "event" or meaning.bound in ("exact", "about") else None


def _when(marks: Marks, index: int) -> int | None:
    """The mention's time, or one right after it that counts from another event: "arrived two weeks before the summit"."""
    event = marks.events[index]
    if event.when is not None:
        return event.when
    for number, time in enumerate(marks.times):
        if time.meaning is not None and time.meaning.base == "event" and 0 <= time.span.start - event.span.end <= 2:
            return number
    return None


def _is_today(meaning: TimeMeaning | None) -> bool:
    return meaning is not None and meaning.base == "publication" and meaning.unit == "day" and meaning.shift == 0


def _timed(case: Case, ref: EventRef) -> bool:
    marks = case.marks[ref.report]
    return _meaning(marks, ref.index) is not None


def _happened(event: EventMention) -> bool:
    return event.status == "happened" and event.modality in ("asserted", "reported")


def _counted(*meanings: TimeMeaning) -> bool:
    """Whether these can be worked out from a publication day alone."""
    return all(meaning.base in ("publication", "absolute") for meaning in meanings)


def _two_days(one: TimeMeaning, other: TimeMeaning) -> bool:
    """Whether these are "today" and a weekday, or two weekdays: one report seldom calls one day both."""
    return all(named.is_day_count(meaning) or named.is_bare_weekday(meaning) for meaning in (one, other))


def _dates(days: Interval) -> bool:
    return days.days is not None and days.days <= LONGEST_EVENT
