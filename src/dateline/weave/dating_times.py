"""What the times that a report names, its weekdays, dates and "today", say of the day it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec.structs import replace

from dateline import languages
from dateline.grounding import ground
from dateline.intervals import Interval
from dateline.records import TimeExpression, TimeMeaning
from dateline.spans import Span
from dateline.weave import dating_calendar as named
from dateline.weave import dating_evidence as say
from dateline.weave.dating_case import Case, in_dateline, narrated, role_at
from dateline.weave.dating_days import Evidence

_JUBILEE = 5  # years from which a title that counts them looks back
_LINE = 300  # characters of a copyright line that are read
_CLAUSE = 120  # characters in which "four months after ..." comes to its date


def from_times(case: Case, report: str, window: Interval) -> Iterator[Evidence]:
    """The constraints of each time, then those of the report's weekdays and of its opening taken together."""
    times = case.marks[report].times
    today = _both_ways(case, report)
    people = [mention.span for mention in case.marks[report].mentions if mention.kind == "person"]
    newest: Interval | None = None
    for index, time in enumerate(times):
        meaning, role = time.meaning, role_at(case, report, time.span.start)
        if meaning is None or any(person.covers(time.span) for person in people):  # Theresa May
            continue
        if meaning.bound == "not after" and meaning.tense == "future" and named.is_bare_date(meaning):
            yield from (one for one in (named.bare_date(meaning, window, told=True),) if one)
        if meaning.bound not in ("exact", "about"):
            ahead = meaning.base == "absolute" and meaning.bound in ("before", "not after") and _is_awaited(case, report, index)
            if ahead and (days := ground(replace(meaning, bound="exact"), None)):
                yield say.before_its_end(days)
            continue
        if meaning.base == "absolute":
            days = ground(meaning, None)
            if days is None:
                continue
            if days.exact and _of_issue(case, report, time.span):
                yield say.dateline(days)
            elif role == "caption":
                yield say.not_before(days, 4.0, "a picture")
                if days.exact and from_archive(case, report, time.span):
                    yield from say.archived(days)
                elif days.exact:
                    newest = max(newest, days) if newest else days
            else:
                yield from named.dated_with_year(meaning, days, told=_is_told(case, report, index))
        elif named.is_bare_date(meaning) and meaning.day and _of_issue(case, report, time.span):
            yield from named.dateline_without_year(meaning, window)
        else:
            told = _is_told(case, report, index)
            if not (meaning.tense == "future" and meaning.weekday in today):
                yield from named.weekdays(meaning, window)
            if near := named.bare_date(meaning, window, told):
                yield near
            if named.is_bare_date(meaning) and meaning.day is not None and meaning.weekday is not None:
                yield named.weekday_of_date(meaning, window)
            if named.is_day_of_month(meaning):
                yield named.weekday_of_the_month(meaning, window)
            if meaning.strict and meaning.day is not None:
                yield named.counted_weekday_of_date(meaning, window)
        if meaning.base == "event" and meaning.shift and (later := _counted_from(case, report, index)):
            yield named.counted(meaning, later, window)
        if named.is_bare_weekday(meaning) and (role == "dateline" or _came_out(case, report, time.span)):
            yield named.stamped(meaning.weekday or 0, window)
        if index and (shift := _apposed(case, report, index)) is not None:
            yield named.day_named_twice(meaning, shift, window)
    if newest:
        yield say.caption(newest)
    if since := claimed(case, report):
        yield say.owned(since)
    if feasts := jubilees(case, report):
        yield say.jubilee(feasts)
    if len(today) == 1:
        yield named.todays_weekday(min(today), window)
    for number in dict.fromkeys(t.meaning.weekday for t in times if t.meaning is not None and named.is_this_weekday(t.meaning)):
        yield from named.this_weekday(number or 0, window)
    yield from _together(case, report, window)


def _of_issue(case: Case, report: str, span: Span) -> bool:
    """Whether a date is said to be the report's own."""
    return in_dateline(case, report, span) or _came_out(case, report, span)


def _came_out(case: Case, report: str, span: Span) -> bool:
    """Whether the head of a report says that it came out that day: "Broadcast on Monday 17 November"."""
    head = next((block.span for block in case.blocks[report] if block.role == "body"), None)
    if head is None or not head.covers(span):
        return False
    before = case.texts[report][max(head.start, span.start - _LINE) : span.start]
    return bool(_patterns(case.languages.get(report, ""))["came_out"].search(before))


def _apposed(case: Case, report: str, index: int) -> int | None:
    """How many days after the report's own a day is that is named twice: "today, Sunday", "tomorrow, Thursday the fourteenth"."""
    before, time = case.marks[report].times[index - 1 : index + 1]
    between = case.texts[report][before.span.end : time.span.start]
    counted = before.meaning is not None and named.is_day_count(before.meaning) and between in (", ", " ", " (")
    heard = case.kinds[report] == "transcript" or narrated(case, report, time.span)
    return before.meaning.shift if counted and heard and before.meaning else None


def _both_ways(case: Case, report: str) -> frozenset[int]:
    """Weekdays that the opening tells as past, and that are still to come: "was to meet later on Wednesday" is written that day."""
    own = [t for t in case.marks[report].times if narrated(case, report, t.span) and t.meaning and named.is_bare_weekday(t.meaning)]
    opening = [t for t in own if any(place.covers(t.span) for place in case.opening[report])]
    past = {m.weekday for m in _meanings(opening) if m.tense == "past"}
    ahead = {m.weekday for m in _meanings(own) if m.tense == "future"}
    return frozenset(number for number in past & ahead if number is not None)


def _together(case: Case, report: str, window: Interval) -> Iterator[Evidence]:
    """News copy names the day of its news: a weekday of today or yesterday, or "today" beside other days by their weekdays."""
    own = [time for time in case.marks[report].times if narrated(case, report, time.span)]
    opening = [time for time in own if any(place.covers(time.span) for place in case.opening[report])]
    relative = [m.shift for m in _meanings(own) if named.is_day_count(m) and m.shift in (0, -1)]
    past = [m for m in _meanings(own) if named.is_bare_weekday(m) and m.tense == "past" and not m.strict]
    dated = [m for m in _meanings(own) if named.is_bare_date(m) and named.is_one_day(m)]
    yield from named.close_date([m for m in dated if m.tense == "past"] or dated, window)
    if not case.stated:  # where other reports are dated, nearness to them says more
        yield from named.close_month(
            [m for m in _meanings(own) if named.is_bare_date(m) and m.tense == "past" and not m.day], window
        )
    spoken = case.kinds[report] == "transcript"  # on air, today has its weekday too
    if any(named.is_bare_weekday(meaning) for meaning in _meanings(own)):
        plain = [time for time in own if time.rule != "holiday"]  # a feast has its name in its own week too
        for meaning in dict.fromkeys(m for m in _meanings(plain) if named.is_bare_date(m) and m.day and m.weekday is None):
            if meaning.tense in ("past", "future"):
                yield named.not_this_week(meaning, window)
    if relative and past and not spoken:
        if -1 in relative or any(named.is_day_count(m) for m in _meanings(opening)):  # "today" can be these times
            yield named.not_among(past, 1 - min(shift for shift in relative if shift is not None), window)
    elif past:
        yield named.newest_weekday(past, window, 0.5, "the newest weekday")
        if leading := [m for m in _meanings(opening) if m in past]:
            yield named.newest_weekday(leading, window, 0.8, "the opening's weekday")
    dates = [m for m in _meanings(opening) if m.tense == "past" and named.is_bare_date(m) and named.is_one_day(m)]
    if dates and not relative and not any(named.is_bare_weekday(m) for m in _meanings(opening)):
        yield named.newest_date(dates, window)


def _meanings(times: list[TimeExpression]) -> list[TimeMeaning]:
    return [time.meaning for time in times if time.meaning is not None]


def _is_told(case: Case, report: str, time: int) -> bool:
    """Whether a deed told as done, or a plan still to come, bears out the tense of a time."""
    meaning = case.marks[report].times[time].meaning
    wanted = ("planned",) if meaning is not None and meaning.tense == "future" else ("happened",)
    return any(event.when == time and event.status in wanted for event in case.marks[report].events)


def _is_awaited(case: Case, report: str, time: int) -> bool:
    """Whether something planned is to come by a time."""
    return any(event.when == time and event.status in ("planned", "proposed") for event in case.marks[report].events)


def _counted_from(case: Case, report: str, time: int) -> TimeMeaning | None:
    """The date that the opening counts its news from: "on Monday, four months after he announced it on July 15"."""
    times, span = case.marks[report].times, case.marks[report].times[time].span
    if time + 1 == len(times) or not any(place.covers(span) for place in case.opening[report]):
        return None
    meaning = times[time + 1].meaning
    dated = meaning is not None and meaning.day is not None and (meaning.base == "absolute" or named.is_bare_date(meaning))
    return meaning if dated and times[time + 1].span.start - span.end <= _CLAUSE else None


def full_dates(case: Case, report: str, opening: bool = False) -> Iterator[Interval]:
    """Days, months and years with their year, in captions, datelines and what is told as past; of the last, the opening's alone."""
    for time in case.marks[report].times:
        meaning = time.meaning
        if meaning is None or meaning.base != "absolute" or meaning.unit not in ("day", "month", "year"):
            continue
        days = ground(meaning, None)
        told = meaning.tense == "past" and narrated(case, report, time.span)
        told = told and (not opening or any(place.covers(time.span) for place in case.opening[report]))
        caption = role_at(case, report, time.span.start) == "caption"
        if days is not None and (told or caption or in_dateline(case, report, time.span)):
            yield days


def turn_of_years(case: Case, report: str) -> Interval | None:
    """The two years that a report looks back on and ahead to: "the greatest achievement of 2017", "the 2018 games"."""
    years: dict[str | None, set[int]] = {"past": set(), "future": set()}
    for time in case.marks[report].times:
        meaning = time.meaning
        if meaning is not None and meaning.base == "absolute" and meaning.year and meaning.tense in years:
            years[meaning.tense].add(meaning.year)
    last, following = max(years["past"], default=0), min(years["future"], default=0)
    return Interval(date(last, 1, 1), date(following, 12, 31)) if 0 <= following - last <= 1 and last else None


def from_archive(case: Case, report: str, span: Span) -> bool:
    """Whether a caption says that its picture is an old one."""
    block = next((block.span for block in case.blocks[report] if block.span.covers(span)), span)
    return bool(_patterns(case.languages.get(report, ""))["archive"].search(block.of(case.texts[report])))


def claimed(case: Case, report: str) -> int | None:
    """The year of the copyright line under the text, where it is one year and no span of years."""
    lines = (block.span.of(case.texts[report]) for block in case.blocks[report] if block.role == "furniture")
    found = {year for line in lines for year in _patterns(case.languages.get(report, ""))["copyright"].findall(line[:_LINE])}
    return int(found.pop()) if len(found) == 1 else None


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    any_of = languages.alternatives(language, "dating")
    return {
        "came_out": re.compile(rf"(?:^|[(.:\n] ?)(?:{any_of['came_out']})(?:,? on|:)? ?(?:the )?$", re.IGNORECASE),
        "archive": re.compile(rf"(?<!\w)(?:{any_of['archive']})(?!\w)"),
        "copyright": re.compile(rf"(?:{any_of['copyright']})[\s,]+(?:\([cC]\)\s*)?((?:19|20)\d\d)(?!\s*[-\u2013,]\s*\d)"),
    }


def jubilees(case: Case, report: str) -> tuple[Interval, ...]:
    """The weeks around the anniversaries that a retrospect's title counts ("Fifty years after"), one for each day it tells."""
    times = case.marks[report].times
    counted = {
        abs(time.meaning.shift)
        for time in times
        if role_at(case, report, time.span.start) == "title"
        and time.meaning is not None
        and time.meaning.unit == "year"
        and time.meaning.base != "absolute"
        and abs(time.meaning.shift or 0) >= _JUBILEE
        and time.meaning.shift is not None
    }
    told = {days for days in full_dates(case, report) if days.exact}
    return tuple(sorted(found for days in told for years in counted if (found := say.week_around(days, years))))


def newest_day(case: Case, report: str) -> Interval | None:
    """The newest day with its year that the report tells anywhere and not as still to come: chronicles tell in the present."""
    found: list[Interval] = []
    for time in case.marks[report].times:
        meaning = time.meaning
        if meaning is None or meaning.base != "absolute" or meaning.tense == "future" or meaning.bound != "exact":
            continue
        days = ground(meaning, None)
        if days is not None and days.exact and narrated(case, report, time.span):
            found.append(days)
    return max(found, default=None)
