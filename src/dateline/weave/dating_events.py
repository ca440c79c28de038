"""What the events of a report, and of the other reports that tell of them, say of the day it came out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dateline.grounding import ground, ground_all
from dateline.intervals import Interval
from dateline.records import Block, EventMention, EventRef, Marks, Report, TimeMeaning
from dateline.weave import dating_evidence as say
from dateline.weave.dating_evidence import Evidence

NEIGHBOUR = 2  # days between things told in one breath
LONGEST_EVENT = 62  # days: a time wider than this does not date an event


@dataclass(frozen=True)
class Case:
    """Everything the rounds look at; none of it changes."""

    marks: Mapping[str, Marks]
    blocks: Mapping[str, tuple[Block, ...]]
    texts: Mapping[str, str]
    stated: Mapping[str, Interval]
    undated: tuple[Report, ...]
    same: Mapping[EventRef, tuple[EventRef, ...]]  # the other mentions of a mention's event
    near: Mapping[str, tuple[str, ...]]  # reports that share an event or a story
    lead: Mapping[str, frozenset[int]] = field(default_factory=dict)  # event mentions that tell a report's news


def from_events(case: Case, report: str, known: Mapping[str, Interval], window: Interval) -> Iterator[Evidence]:
    marks = case.marks[report]
    for index, event in enumerate(marks.events):
        ref = EventRef(report, index)
        meaning = _meaning(marks, event)
        fixed = _own_days(case, ref, known)
        if fixed is not None and _happened(event) and _dates(fixed):
            yield say.not_before(fixed, 2.0, "an event")
            if index in case.lead[report]:
                yield say.news(fixed, 1.5, "an event")
        for other in case.same.get(ref, ()):
            there = case.marks[other.report].events[other.index]
            if other.report == report:
                twin = _meaning(marks, there)
                if meaning and twin and meaning != twin and other.index > index and _counted(meaning, twin):
                    yield say.consistency(meaning, twin, window)
                continue
            days = _days(case, other, known)
            if days is None or not _dates(days) or (_happened(event) and not _happened(there)):
                continue
            yield from _linked(event, meaning, there, days, window, index in case.lead[report], _timed(case, other))


def _linked(
    event: EventMention, meaning: TimeMeaning | None, there: EventMention, days: Interval, window: Interval, lead: bool, timed: bool
) -> Iterator[Evidence]:
    """What a dated mention of the same event in another report says."""
    trust = 1.0 if timed else 0.6
    what = "the same event"
    if meaning is not None and meaning.base == "publication" and (_happened(event) == _happened(there)):
        yield say.agreement(meaning, days, window, 1, 1.5 * trust, f"{what}, give or take a day,")
        yield say.agreement(meaning, days, window, 0, 1.0 * trust, what)
    if _happened(event):
        yield say.not_before(days, 1.5 * trust, what)
        if lead and meaning is None:
            yield say.news(days, 1.5 * trust, what)
    elif event.modality == "future" or event.status == "planned":
        yield say.not_after(days, (2.0 if _happened(there) else 1.0) * trust, what)


def _days(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    """The days of a mention: its own time, else what is told in the same breath, else the freshness of a lead."""
    marks = case.marks[ref.report]
    event = marks.events[ref.index]
    if (days := _timed_days(case, ref, known)) is not None:
        return days
    if not _happened(event) or _meaning(marks, event) is not None:
        return None
    if (days := _in_one_breath(case, ref, known)) is not None:
        return days
    published = known.get(ref.report)
    if ref.index in case.lead[ref.report] and published and published.earliest and published.latest:
        return Interval(published.earliest - timedelta(days=say.FRESH), published.latest)
    return None


def _timed_days(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    marks = case.marks[ref.report]
    event = marks.events[ref.index]
    if (days := _own_days(case, ref, known)) is not None:
        return days
    meaning = _meaning(marks, event)
    published = known.get(ref.report)
    if meaning is None or event.when is None or published is None:
        return None
    return ground_all(marks.times[: event.when + 1], published)[-1]


def _own_days(case: Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    """The days of a mention that do not hang on its report's own publication: a full date, or "two weeks before" a dated event."""
    marks = case.marks[ref.report]
    meaning = _meaning(marks, marks.events[ref.index])
    if meaning is None:
        return None
    if meaning.base == "absolute":
        return ground(meaning, None)
    return _before_event(case, ref, meaning, known) if meaning.base == "event" else None


def _before_event(case: Case, ref: EventRef, meaning: TimeMeaning, known: Mapping[str, Interval]) -> Interval | None:
    """The event that "two weeks before" counts from is the next one told; its day comes from the other reports."""
    marks = case.marks[ref.report]
    when = marks.events[ref.index].when
    end = marks.times[when].span.end if when is not None else 0
    target = min(
        (i for i, event in enumerate(marks.events) if event.trigger.end > end and i != ref.index and event.span.end - end < 150),
        key=lambda i: (marks.events[i].trigger.start, i),
        default=None,
    )
    if target is None:
        return None
    for other in case.same.get(EventRef(ref.report, target), ()):
        if other.report != ref.report:
            there = case.marks[other.report]
            time = _meaning(there, there.events[other.index])
            if time is not None and time.base != "event" and (days := _timed_days(case, other, known)) and _dates(days):
                return ground(meaning, None, days)
    return None


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


def _meaning(marks: Marks, event: EventMention) -> TimeMeaning | None:
    if event.when is None:
        return None
    meaning = marks.times[event.when].meaning
    return (
        meaning if meaning is not None and meaning.base != "vague" and meaning.bound in ("exact", "about", "not before") else None
    )


def _timed(case: Case, ref: EventRef) -> bool:
    marks = case.marks[ref.report]
    return _meaning(marks, marks.events[ref.index]) is not None


def _happened(event: EventMention) -> bool:
    return event.status == "happened" and event.modality in ("asserted", "reported")


def _counted(*meanings: TimeMeaning) -> bool:
    """Whether these can be worked out from a publication day alone."""
    return all(meaning.base in ("publication", "absolute") for meaning in meanings)


def _dates(days: Interval) -> bool:
    return days.days is not None and days.days <= LONGEST_EVENT
