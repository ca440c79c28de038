"""When undated reports came out: the days that fit most of what they, and other reports of the same events, say of time.

A publication day is unknown but not free: every weekday, date without a year, tense and "last month" allows some days and not
others, more so where another report dates the same event. The reports are worked out in rounds until nothing changes. A report
whose days stay wide keeps no date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from dateline.grounding import ground
from dateline.intervals import Interval
from dateline.records import EventRef, Marks, Published, Report, TimeExpression
from dateline.spans import Span
from dateline.weave import dating_evidence as say
from dateline.weave.dating_events import Case, from_events
from dateline.weave.dating_evidence import Evidence

WIDEST = 45  # days: a publication interval wider than this says too little
AROUND = 150  # days on either side of the reports of the same events
ALONE = 400  # days after its newest full date for a report that nothing else dates
TOLERANCE = 0.5  # weight that the best days may lose and still be as good
ROUNDS = 8
LEAD = 2  # sentences after the title that tell the news

_PLACE = re.compile(r"(?:[^\W\d_a-z][^\n\d.:;]{1,58}, ?)?")
_DASH = re.compile(r"\s*(?:$|[-\u2010-\u2015(/|:])")

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


def _case(reports: Sequence[Report], marks: Mapping[str, Marks], links: Links, peers: Sequence[frozenset[str]]) -> Case:
    same = _groups(links)
    near: dict[str, set[str]] = defaultdict(set)
    for ref, others in same.items():
        near[ref.report].update(other.report for other in others)
    for group in peers:
        for one in group:
            near[one].update(group)
    ordered = sorted(reports, key=lambda report: report.id)
    return Case(
        marks,
        {report.id: report.blocks for report in ordered},
        {report.id: report.text for report in ordered},
        {report.id: report.published.interval for report in ordered if report.published},
        tuple(report for report in ordered if not report.published and report.id in marks),
        same,
        {one: tuple(sorted(others - {one})) for one, others in near.items()},
        {report.id: _lead(report, marks[report.id], same) for report in ordered if report.id in marks},
    )


def _groups(links: Links) -> dict[EventRef, tuple[EventRef, ...]]:
    """For every linked mention, the mentions that are linked to it directly; chains are not followed, they drift."""
    found: dict[EventRef, set[EventRef]] = defaultdict(set)
    for a, b in links:
        found[a].add(b)
        found[b].add(a)
    return {ref: tuple(sorted(others, key=lambda r: (r.report, r.index))) for ref, others in found.items()}


def _lead(report: Report, marks: Marks, same: Mapping[EventRef, tuple[EventRef, ...]]) -> frozenset[int]:
    """Mentions in the title and the first sentences of the body, and the same events told again further down."""
    titles = [block.span for block in report.blocks if block.role == "title"]
    body = [block.span for block in report.blocks if block.role == "body"]
    first = [span for span in marks.sentences if any(block.covers(span) for block in body)][:LEAD]
    places = [*titles, *first]
    head = {i for i, event in enumerate(marks.events) if any(place.overlap(event.span) for place in places)}
    again = {other.index for i in head for other in same.get(EventRef(report.id, i), ()) if other.report == report.id}
    return frozenset(head | again)


# ---------------------------------------------------------------- rounds


def _solve(case: Case) -> dict[str, Interval]:
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


def _window(case: Case, report: str, known: Mapping[str, Interval]) -> Interval | None:
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


def _full_dates(case: Case, report: str) -> Iterator[Interval]:
    """Exact days with their year in captions and in what is told as past."""
    for time in case.marks[report].times:
        meaning = time.meaning
        if meaning is None or meaning.base != "absolute" or meaning.day is None:
            continue
        days = ground(meaning, None)
        if days is not None and (_told_as_done(case, report, time)):
            yield days


def _told_as_done(case: Case, report: str, time: TimeExpression) -> bool:
    past = time.meaning is not None and time.meaning.tense == "past"
    return past or _role(case, report, time.span.start) == "caption" or _in_dateline(case, report, time.span)


def _in_dateline(case: Case, report: str, span: Span) -> bool:
    """Whether a date stands where datelines stand: "CITY, May 3, 2016 -" at the head of the text, or a line of its own."""
    blocks = [block for block in case.blocks[report] if block.role in ("body", "dateline")][:2]
    block = next((block for block in blocks if block.span.covers(span)), None)
    if block is None:
        return False
    text = case.texts[report]
    return bool(_PLACE.fullmatch(text[block.span.start : span.start])) and bool(_DASH.match(text[span.end : block.span.end]))


def _role(case: Case, report: str, at: int) -> str:
    return next((block.role for block in case.blocks[report] if block.span.start <= at < block.span.end), "furniture")


# ---------------------------------------------------------------- evidence


def _evidence(case: Case, report: str, known: Mapping[str, Interval], window: Interval) -> list[Evidence]:
    """All constraints on one report's day, each reason once."""
    found = [*_from_times(case, report, window), *from_events(case, report, known, window)]
    return list({one.reason: one for one in found if one.allowed}.values())


def _from_times(case: Case, report: str, window: Interval) -> Iterator[Evidence]:
    newest: Interval | None = None
    for time in case.marks[report].times:
        meaning, role = time.meaning, _role(case, report, time.span.start)
        if meaning is None or meaning.bound not in ("exact", "about"):
            continue
        if meaning.base == "absolute":
            days = ground(meaning, None)
            if days is None:
                continue
            if days.exact and _in_dateline(case, report, time.span):
                yield say.dateline(days)
            elif role == "caption":
                yield say.not_before(days, 4.0, "a picture")
                newest = max(newest, days) if newest and days.exact else days if days.exact else newest
            elif meaning.tense == "past":
                yield say.not_before(days, 2.0, "something")
            elif meaning.tense == "future" and meaning.unit == "day":
                yield say.not_after(days, 1.0, "something")
        elif meaning.day is not None and meaning.base == "publication" and _in_dateline(case, report, time.span):
            yield say.dateline_without_year(meaning, window)
        else:
            yield from (one for one in (say.bare_date(meaning, window), say.weekdays(meaning, window)) if one)
    if newest:
        yield say.caption(newest)
