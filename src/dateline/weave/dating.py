"""When undated reports came out: the days that fit most of what they, and other reports of the same events, say of time.

A publication day is unknown but not free: every weekday, date without a year, tense and "last month" allows some days and not
others, more so where another report dates the same event. The reports are worked out in rounds until nothing changes. A report
whose days stay wide keeps the season that is nearly sure, which tells the year of its "27 June"; a wider one no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.intervals import Interval
from dateline.records import EventRef, Marks, Published, Report
from dateline.spans import Span
from dateline.weave import dating_evidence as say
from dateline.weave.dating_case import Case
from dateline.weave.dating_days import CERTAIN, NEARLY, Evidence, best_days, sure_days
from dateline.weave.dating_events import counted_news, from_counts, from_events, from_openings
from dateline.weave.dating_times import from_times, full_dates, jubilees, newest_day, turn_of_years
from dateline.weave.likeness import likeness
from dateline.weave.pointers import Clause, harks_back
from dateline.weave.reckoned import Counts, Reckoned, counts_of

WIDEST = 31  # days: a publication interval wider than this says too little of when other reports came out,
MOST = 4  # reasons for a day that are kept
COARSE = 200  # and one wider than this too little of the year that "27 June" is in
AROUND = 150  # days on either side of the reports of the same events
ALONE = 400  # days after the newest date in its opening for a report that nothing else dates
LONGEST = 1500  # days between the first and the last of them: more of them say nothing
SURE = 8  # days: other reports known this well say when a report of the same story came out
ROUNDS = 8
SAME_WORDS = 0.3  # likeness of reports from which they come out near each other
TALKATIVE = 400  # characters of a text that says enough for that
LEAD, LEAD_LENGTH = 2, 240  # sentences after the title that tell the news, more where these are short (characters)

Links = Sequence[tuple[EventRef, EventRef]]
Peers = Iterable[frozenset[str]]
About = Mapping[str, tuple[EventRef, ...]]


def date_reports(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    links: Links = (),
    peers: Peers = (),
    copies: Peers = (),
    about: About | None = None,
    counts: Counts | None = None,
    late: Collection[str] = (),
) -> dict[str, Published]:
    """Publication intervals by report id: stated ones as they are, inferred ones where they can be said within `COARSE` days.

    `links` are pairs of event mentions believed to tell of one event; `peers` are groups of reports of one story; `copies` are
    pairs of reports with the same text; `about` is what `dating_leads` finds; `counts` what they count from their own events;
    `late` are reports (ids) of outlets whose given days tell nothing of when others came out.
    """
    counts = counts_of(reports, marks) if counts is None else counts
    case = _case(reports, marks, links, peers, copies, about or {}, counts, late)
    known, sure = _solve(case), _surely(case)
    dated = {report.id: report.published for report in reports if report.published}
    for report in case.undated:
        days = known.get(report.id)
        if days is not None and not _within(days, WIDEST):
            days = _days(case, report.id, known, NEARLY, anywhere=True)
        if surely := sure.get(report.id):
            days = (days and days.meet(surely)) or surely
        if days is not None and _within(days, COARSE):
            dated[report.id] = Published(days, "inferred", surely=surely, evidence=_reasons(case, report.id, known, days))
    return {report.id: dated[report.id] for report in reports if report.id in dated}


def _reasons(case: Case, report: str, known: Mapping[str, Interval], days: Interval) -> tuple[str, ...]:
    """What speaks for these days, what leaves the fewest first."""
    window = _window(case, report, known, anywhere=True)
    found = _evidence(case, report, known, window) if window else []
    said = []
    for one in found:
        left = [part for allowed in one.allowed if (part := allowed.meet(window)) is not None] if window else []
        if one.weight > 0 and any(part.meet(days) for part in left):
            said.append((sum(part.days or LONGEST for part in left), -one.weight, one.reason))
    return tuple(dict.fromkeys(reason for _, _, reason in sorted(said)))[:MOST]


def explain(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    links: Links,
    report: str,
    peers: Peers = (),
    copies: Peers = (),
    about: About | None = None,
) -> tuple[str, ...]:
    """The evidence on one report's publication day: reason, weight and the days allowed."""
    case = _case(reports, marks, links, peers, copies, about or {}, counts_of(reports, marks))
    known = _solve(case)
    window = _window(case, report, known, anywhere=True)
    if window is None:
        return ()
    return tuple(
        f"{one.weight:.1f} {one.reason}: {', '.join(days.edtf for days in one.allowed) or 'no day'}"
        for one in _evidence(case, report, known, window)
    )


def openings(reports: Iterable[Report], marks: Mapping[str, Marks]) -> dict[str, tuple[Span, ...]]:
    """By report, the title and the first sentences of the body."""
    return {report.id: _opening(report, marks[report.id]) for report in reports if report.id in marks}


def _case(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    links: Links,
    peers: Peers,
    copies: Peers,
    about: About,
    counts: Counts,
    late: Collection[str] = (),
) -> Case:
    same = _groups(links)
    told = [frozenset((a.report, b.report)) for a, b in links]
    copied = [frozenset(pair) for pair in copies]
    ordered = sorted(reports, key=lambda report: report.id)
    case = Case(
        marks,
        {report.id: report.blocks for report in ordered},
        {report.id: report.text for report in ordered},
        {report.id: report.published.interval for report in ordered if report.published and report.id not in late},
        tuple(report for report in ordered if not report.published and report.id in marks),
        same,
        _beside([*told, *peers, *copied]),
        _beside(copied),
        {report.id: _lead(report, marks[report.id], same, counts[report.id]) for report in ordered if report.id in marks},
        {report.id: report.kind for report in ordered},
        openings(ordered, marks),
        about,
        {report.id: report.language for report in ordered},
        _alike(ordered),
        counts,
        late=frozenset(late),
    )
    return replace(case, retrospects=frozenset(report for report in case.opening if jubilees(case, report)))


def _groups(links: Links) -> dict[EventRef, tuple[EventRef, ...]]:
    """For every linked mention, the mentions that are linked to it directly; chains are not followed, they drift."""
    found: dict[EventRef, set[EventRef]] = defaultdict(set)
    for a, b in links:
        found[a].add(b)
        found[b].add(a)
    return {ref: tuple(sorted(others, key=lambda r: (r.report, r.index))) for ref, others in found.items()}


def _beside(groups: Peers) -> dict[str, tuple[str, ...]]:
    """The other members of a report's groups."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for one in group:
            found[one].update(group)
    return {one: tuple(sorted(others - {one})) for one, others in found.items()}


def _alike(reports: Sequence[Report]) -> dict[str, tuple[str, ...]]:
    """By undated report, the others that are told in much the same words, the most alike first.

    One outlet's reports have their stock sentences in common, and no two tell the same news.
    """
    if all(report.published for report in reports):
        return {}
    found = likeness(reports).round(9)  # the last bits depend on the processor
    alike: dict[str, tuple[str, ...]] = {}
    for a, report in enumerate(reports):
        if not report.published and len(report.text) >= TALKATIVE:
            others = ((b, other) for b, other in enumerate(reports) if b != a and len(other.text) >= TALKATIVE)
            apart = ((b, other) for b, other in others if other.outlet != report.outlet or other.outlet is None)
            near = sorted((-found[a, b], other.id) for b, other in apart if found[a, b] >= SAME_WORDS)
            alike[report.id] = tuple(other for _, other in near)
    return alike


def _lead(
    report: Report, marks: Marks, same: Mapping[EventRef, tuple[EventRef, ...]], counts: Sequence[Reckoned]
) -> frozenset[int]:
    """Mentions in the title and the first sentences of the body that tell news, and the same events told again further down."""
    places = _opening(report, marks)
    over = {one.base for one in counts if one.past}  # what the news is counted from
    told = (i for i, event in enumerate(marks.events) if i not in over and any(place.overlap(event.span) for place in places))
    head = {i for i in told if not harks_back(Clause(marks.events[i], marks, report.text, report.language))}
    again = {other.index for i in head for other in same.get(EventRef(report.id, i), ()) if other.report == report.id}
    return frozenset(head | again) - over


def _opening(report: Report, marks: Marks) -> tuple[Span, ...]:
    """The title and the first sentences of the body."""
    titles = [block.span for block in report.blocks if block.role == "title"]
    body = [block.span for block in report.blocks if block.role == "body"]
    told: list[Span] = []
    for span in (span for span in marks.sentences if any(block.covers(span) for block in body)):
        if len(told) >= LEAD and sum(len(one) for one in told) >= LEAD_LENGTH:
            break
        told.append(span)
    return (*titles, *told)


# ---------------------------------------------------------------- rounds


def _solve(case: Case) -> dict[str, Interval]:
    return _rounds(case) or _rounds(case, anywhere=True)


def _rounds(case: Case, anywhere: bool = False) -> dict[str, Interval]:
    known = dict(case.stated)
    for _ in range(ROUNDS):
        found = dict(case.stated)
        for report in case.undated:
            if (days := _days(case, report.id, known, CERTAIN, anywhere)) is not None:
                found[report.id] = days
        if found == known:
            break
        known = found
    return known


def _days(case: Case, report: str, known: Mapping[str, Interval], certain: float, anywhere: bool = False) -> Interval | None:
    """The shortest run of days that is so `certain` for a report, given what is known of the others."""
    window = _window(case, report, known, anywhere)
    if window is None:
        return None
    return best_days(window, _evidence(case, report, known, window), _others(case, report, known, SURE), certain)


def _surely(case: Case) -> dict[str, Interval]:
    """The days that surely hold that of a report, where they are not too many: first by the dated reports, then by these as well.

    What is once sure is not asked again, so no two undated reports make each other surer. No day is sure of an outlet whose given
    days are doubted.
    """
    sure = dict(case.stated)
    for _ in range(ROUNDS):
        found: dict[str, Interval] = {}
        for report in (one.id for one in case.undated if one.id not in sure and one.id not in case.late):
            window = _window(case, report, sure) or _window(case, report, sure, anywhere=True)
            if window is not None:
                days = sure_days(window, _evidence(case, report, sure, window), _others(case, report, sure, SURE))
                if days is not None and _within(days, WIDEST):
                    found[report] = days
        if not found:
            break
        sure |= found
    return sure


def _window(case: Case, report: str, known: Mapping[str, Interval], anywhere: bool = False) -> Interval | None:
    """The days worth looking at: around the reports of the same events, else around all reports, and after the newest day told.

    A report by itself has the months after the date of its picture, its dateline or its opening; a date told `anywhere` else says
    so little that it is asked only where no report of the story has any of these.
    """
    if feasts := jubilees(case, report):
        return feasts[0].join(feasts[-1]) if len(feasts) > 1 else feasts[0]
    for days in counted_news(case, report, known):
        return Interval(
            days.earliest and days.earliest - timedelta(days=WIDEST), days.latest and days.latest + timedelta(days=WIDEST)
        )
    own = max((days.earliest for days in full_dates(case, report) if days.earliest), default=None)
    around = _others(case, report, known)
    try:
        if not around:
            fresh = max(full_dates(case, report, opening=True), default=None) or (newest_day(case, report) if anywhere else None)
            if fresh is None or fresh.earliest is None or fresh.latest is None:
                return turn_of_years(case, report) if anywhere else None
            return Interval(fresh.earliest, fresh.latest + timedelta(days=ALONE))
        first = min(days.earliest for days in around if days.earliest)
        last = max(days.latest for days in around if days.latest)
        if (last - first).days > LONGEST:
            return None
        first, last = first - timedelta(days=AROUND), last + timedelta(days=AROUND)
        return Interval(own, max(last, own + timedelta(days=AROUND))) if own and own > first else Interval(first, last)
    except (OverflowError, ValueError):
        return None


def _others(case: Case, report: str, known: Mapping[str, Interval], widest: int = WIDEST) -> list[Interval]:
    """The days of the reports of the same events or story; of a report with none, the time from the first dated one to the last."""
    if near := _around(known, (other for other in case.near.get(report, ()) if other not in case.retrospects), widest):
        return near
    firsts = [days.earliest for days in case.stated.values() if days.earliest]
    lasts = [days.latest for days in case.stated.values() if days.latest]
    return [Interval(min(firsts), max(lasts))] if firsts and lasts else []


def _around(known: Mapping[str, Interval], others: Iterable[str], widest: int = WIDEST) -> list[Interval]:
    """The days of other reports, as far as they are known well."""
    return [known[other] for other in others if other in known and (known[other].days or widest + 1) <= widest]


def _within(days: Interval, widest: int) -> bool:
    return days.days is not None and days.days <= widest


# ---------------------------------------------------------------- evidence


def _evidence(case: Case, report: str, known: Mapping[str, Interval], window: Interval) -> list[Evidence]:
    """All constraints on one report's day, each reason once."""
    told = [*from_events(case, report, known, window), *from_counts(case, report, known)]
    found = [
        *from_times(case, report, window),
        *told,
        *(from_openings(case, report, known) if not any(one.fresh for one in told) else ()),
        *(say.copied(days) for days in _around(known, case.copied.get(report, ()), SURE)),
    ]
    alike = case.alike.get(report, ())
    if words := _around(case.stated, alike, SURE) or _around(known, alike, SURE):
        found.append(say.alike(words[0]))
    return list({one.reason: one for one in found if one.allowed}.values())
