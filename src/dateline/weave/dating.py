"""When undated reports came out: the days that fit most of what they, and other reports of the same events, say of time.

A publication day is unknown but not free: every weekday, date without a year, tense and "last month" allows some days and not
others, more so where another report dates the same event. The reports are worked out in rounds until nothing changes. A report
whose days stay wide keeps no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.grounding import ground, ground_all
from dateline.intervals import Interval
from dateline.records import Block, EventMention, EventRef, Marks, Published, Report, TimeMeaning
from dateline.weave import dating_evidence as say
from dateline.weave.dating_evidence import Evidence

WIDEST = 45  # days: a publication interval wider than this says too little
AROUND = 150  # days on either side of the reports of the same events
ALONE = 400  # days after its newest full date for a report that nothing else dates
TOLERANCE = 0.6  # weight that the best days may lose and still be as good
ROUNDS = 8
LEAD = 3  # sentences after the title that tell the news
NEIGHBOUR = 2  # days between things told in one breath
LONGEST_EVENT = 31  # days: a time wider than this does not date an event

Links = Sequence[tuple[EventRef, EventRef]]


def date_reports(
    reports: Sequence[Report], marks: Mapping[str, Marks], links: Links = (), peers: Sequence[frozenset[str]] = ()
) -> dict[str, Published]:
    """Publication intervals by report id: stated ones as they are, inferred ones where they can be said within `WIDEST` days.

    `links` are pairs of event mentions believed to tell of one event; `peers` are groups of reports of one story.
    """
    case = _case(reports, marks, links, peers)
    known = _solve(case)
    dated = {report.id: report.published for report in reports if report.published}
    for report in case.undated:
        days = known.get(report.id)
        if days is not None and (days.days or WIDEST + 1) <= WIDEST:
            dated[report.id] = Published(days, "inferred")
    return {report.id: dated[report.id] for report in reports if report.id in dated}


def explain(
    reports: Sequence[Report], marks: Mapping[str, Marks], links: Links, report: str, peers: Sequence[frozenset[str]] = ()
) -> tuple[str, ...]:
    """The evidence on one report's publication day: reason, weight and the days allowed."""
    case = _case(reports, marks, links, peers)
    known = _solve(case)
    window = _window(case, report, known)
    if window is None:
        return ()
    return tuple(
        f"{one.weight:.1f} {one.reason}: {', '.join(days.edtf for days in one.allowed) or 'no day'}"
        for one in _evidence(case, report, known, window)
    )


@dataclass(frozen=True)
class _Case:
    """Everything the rounds look at; none of it changes."""

    marks: Mapping[str, Marks]
    blocks: Mapping[str, tuple[Block, ...]]
    stated: Mapping[str, Interval]
    undated: tuple[Report, ...]
    same: Mapping[EventRef, tuple[EventRef, ...]]  # the other mentions of a mention's event
    near: Mapping[str, tuple[str, ...]]  # reports that share an event or a story
    lead: Mapping[str, frozenset[int]] = field(default_factory=dict)  # event mentions that tell a report's news


def _case(reports: Sequence[Report], marks: Mapping[str, Marks], links: Links, peers: Sequence[frozenset[str]]) -> _Case:
    same, near = _groups(links), defaultdict(set)
    for ref, others in same.items():
        near[ref.report].update(other.report for other in others)
    for group in peers:
        for one in group:
            near[one].update(group)
    ordered = sorted(reports, key=lambda report: report.id)
    return _Case(
        marks,
        {report.id: report.blocks for report in ordered},
        {report.id: report.published.interval for report in ordered if report.published},
        tuple(report for report in ordered if not report.published and report.id in marks),
        same,
        {one: tuple(sorted(others - {one})) for one, others in near.items()},
        {report.id: _lead(report, marks[report.id]) for report in ordered if report.id in marks},
    )


def _groups(links: Links) -> dict[EventRef, tuple[EventRef, ...]]:
    """For every linked mention, the mentions that are linked to it directly; chains are not followed, they drift."""
    found: dict[EventRef, set[EventRef]] = defaultdict(set)
    for a, b in links:
        found[a].add(b)
        found[b].add(a)
    return {ref: tuple(sorted(others, key=lambda r: (r.report, r.index))) for ref, others in found.items()}


def _lead(report: Report, marks: Marks) -> frozenset[int]:
    """Mentions in the title and the first sentences of the body."""
    titles = [block.span for block in report.blocks if block.role == "title"]
    body = [block.span for block in report.blocks if block.role == "body"]
    first = [span for span in marks.sentences if any(block.covers(span) for block in body)][:LEAD]
    places = [*titles, *first]
    return frozenset(i for i, event in enumerate(marks.events) if any(place.overlap(event.span) for place in places))


# ---------------------------------------------------------------- rounds


def _solve(case: _Case) -> dict[str, Interval]:
    known = dict(case.stated)
    for _ in range(ROUNDS):
        found = dict(case.stated)
        for report in case.undated:
            window = _window(case, report.id, known)
            days = say.best_days(window, tuple(_evidence(case, report.id, known, window)), TOLERANCE) if window else None
            if days is not None:
                found[report.id] = days
        if found == known:
            break
        known = found
    return known


def _window(case: _Case, report: str, known: Mapping[str, Interval]) -> Interval | None:
    """The days worth looking at: around the reports of the same events, and after the newest full date that the report tells."""
    own = max((days.earliest for days in _full_dates(case, report) if days.earliest), default=None)
    around = [known[other] for other in case.near.get(report, ()) if other in known and known[other].closed]
    try:
        if not around:
            return Interval(own, own + timedelta(days=ALONE)) if own else None
        first = min(days.earliest for days in around if days.earliest) - timedelta(days=AROUND)
        last = max(days.latest for days in around if days.latest) + timedelta(days=AROUND)
    except OverflowError:
        return None
    if own and own > first:
        first, last = own, max(last, own + timedelta(days=AROUND))
    return Interval(first, last)


def _full_dates(case: _Case, report: str) -> Iterator[Interval]:
    """Exact days with their year in captions and in what is told as past."""
    for time in case.marks[report].times:
        meaning = time.meaning
        if meaning is None or meaning.base != "absolute" or meaning.day is None:
            continue
        days = ground(meaning, None)
        if days is not None and (_role(case, report, time.span.start) in ("caption", "dateline") or meaning.tense == "past"):
            yield days


def _role(case: _Case, report: str, at: int) -> str:
    return next((block.role for block in case.blocks[report] if block.span.start <= at < block.span.end), "furniture")


# ---------------------------------------------------------------- evidence


def _evidence(case: _Case, report: str, known: Mapping[str, Interval], window: Interval) -> list[Evidence]:
    """All constraints on one report's day, each reason once."""
    found = [*_from_times(case, report, window), *_from_events(case, report, known, window)]
    return list({one.reason: one for one in found if one.allowed}.values())


def _from_times(case: _Case, report: str, window: Interval) -> Iterator[Evidence]:
    newest: Interval | None = None
    for time in case.marks[report].times:
        meaning, role = time.meaning, _role(case, report, time.span.start)
        if meaning is None or meaning.bound not in ("exact", "about"):
            continue
        if meaning.base == "absolute":
            days = ground(meaning, None)
            if days is None:
                continue
            if role == "dateline" and days.exact:
                yield say.dateline(days)
            elif role == "caption":
                yield say.not_before(days, 4.0, "a picture")
                newest = max(newest, days) if newest and days.exact else days if days.exact else newest
            elif meaning.tense == "past":
                yield say.not_before(days, 2.0, "something")
            elif meaning.tense == "future" and meaning.unit == "day":
                yield say.not_after(days, 1.0, "something")
        elif bare := say.bare_date(meaning, window):
            yield bare
    if newest:
        yield say.caption(newest)


def _from_events(case: _Case, report: str, known: Mapping[str, Interval], window: Interval) -> Iterator[Evidence]:
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


def _days(case: _Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
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


def _timed_days(case: _Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    marks = case.marks[ref.report]
    event = marks.events[ref.index]
    if (days := _own_days(case, ref, known)) is not None:
        return days
    meaning = _meaning(marks, event)
    published = known.get(ref.report)
    if meaning is None or event.when is None or published is None:
        return None
    return ground_all(marks.times[: event.when + 1], published)[-1]


def _own_days(case: _Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
    """The days of a mention that do not hang on its report's own publication: a full date, or "two weeks before" a dated event."""
    marks = case.marks[ref.report]
    meaning = _meaning(marks, marks.events[ref.index])
    if meaning is None:
        return None
    if meaning.base == "absolute":
        return ground(meaning, None)
    return _before_event(case, ref, meaning, known) if meaning.base == "event" else None


def _before_event(case: _Case, ref: EventRef, meaning: TimeMeaning, known: Mapping[str, Interval]) -> Interval | None:
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


def _in_one_breath(case: _Case, ref: EventRef, known: Mapping[str, Interval]) -> Interval | None:
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
    return meaning if meaning is not None and meaning.base != "vague" and meaning.bound in ("exact", "about", "not before") else None


def _timed(case: _Case, ref: EventRef) -> bool:
    marks = case.marks[ref.report]
    return _meaning(marks, marks.events[ref.index]) is not None


def _happened(event: EventMention) -> bool:
    return event.status == "happened" and event.modality in ("asserted", "reported")


def _counted(*meanings: TimeMeaning) -> bool:
    """Whether these can be worked out from a publication day alone."""
    return all(meaning.base in ("publication", "absolute") for meaning in meanings)


def _dates(days: Interval) -> bool:
    return days.days is not None and days.days <= LONGEST_EVENT + 31


def published_on(published: Mapping[str, Published], report: str) -> date | None:
    """The last day a report can have come out, None when that is unknown."""
    found = published.get(report)
    return found.interval.latest if found else None
