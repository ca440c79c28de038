"""What days a time expression means, once something is known of the day its report came out.

A `TimeMeaning` counts from a base. `ground` turns it into an `Interval` for a base that is itself an interval: it is worked out
for the first and the last day of the base, and the answer holds both. What cannot be known is None; the publication day never
stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from dateline import feasts
from dateline.intervals import Interval, day, month, week, year
from dateline.records import TimeExpression, TimeMeaning, TimeUnit

ORDER: tuple[TimeUnit, ...] = ("day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century")
_SAID_WITH_YEAR, _NEAR = 270, 75  # days: a date farther off than the first is told with its year when the other is this near
_LAST = 330  # days: the same for a month, as "last November" reaches farther back
_SIX = 6  # days from a weekday to the day before the next of its name
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}


def ground(meaning: TimeMeaning, published: Interval | None, reference: Interval | None = None) -> Interval | None:
    """The days meant by `meaning` in a report that came out in `published`.

    `reference` is the time that the text spoke of just before (base "reference") or the day of the event (base "event"). Returns
    None when the days cannot be told: nothing to count from, a vague meaning, or a day that no calendar has.
    """
    try:
        found = _ground(meaning, published, reference)
        if found is not None and meaning.until is not None:
            last = _ground(meaning.until, published, reference)
            found = found.join(last) if last else found
        return found
    except (ValueError, OverflowError):  # 31 June, or a shift out of the calendar
        return None


def ground_all(
    times: Sequence[TimeExpression], published: Interval | None, *, stamped: bool = False
) -> tuple[Interval | None, ...]:
    """`ground` for the times of one text in order, each the reference of the ones after it.

    stamped: the day is that of the report's file, which may be behind that of the place it tells of.
    """
    grounded: list[Interval | None] = []
    reference: Interval | None = None
    for time in times:
        event_base = time.meaning is not None and time.meaning.base == "event"
        found = None if time.meaning is None or event_base else ground(time.meaning, published, reference)
        if stamped and found and published and time.meaning:
            found = _elsewhere(time.meaning, found, published)
        grounded.append(found)
        if found is not None and found.closed:
            reference = found
    return tuple(grounded)


def _elsewhere(meaning: TimeMeaning, found: Interval, published: Interval) -> Interval:
    """The day after the report's, for a bare weekday that would else be six days gone: it was that day already where it was done.

    A day six days ago is hardly ever called by its bare name, and a report of Monday night tells what was done in the east on
    Tuesday: of 45 such weekdays in dated news 40 were the day to come.
    """
    bare = meaning.weekday is not None and meaning.day is None and meaning.shift is None and not meaning.strict
    if not bare or meaning.tense != "past" or not (published.exact and found.exact and published.earliest and found.earliest):
        return found
    return day(published.earliest + timedelta(days=1)) if (published.earliest - found.earliest).days == _SIX else found


def _ground(meaning: TimeMeaning, published: Interval | None, reference: Interval | None) -> Interval | None:
    base = meaning.base
    if base == "vague":
        return None
    if base == "absolute":
        return bounded(meaning, named(meaning), published)
    if base == "reference" and meaning.day and meaning.shift is None:
        if reference is not None and reference.earliest and (reference.days or 32) <= 31:
            within = reference.earliest.replace(day=15) if (reference.days or 0) > 27 else reference.earliest
            return _day_of_month(msgspec.structs.replace(meaning, tense=None), within)
        base = "publication"
    if base in ("reference", "event"):
        return None if reference is None else _from_reference(meaning, reference)
    if published is None:
        return None
    ends = [end for end in dict.fromkeys((published.earliest, published.latest)) if end is not None]
    found = [bounded(meaning, from_publication(meaning, end), day(end)) for end in ends]
    if len(ends) == 0 or not published.closed or any(interval is None for interval in found):
        return None
    joined = found[0]
    for interval in found[1:]:
        joined = joined.join(interval) if joined and interval else None
    return joined


def named(meaning: TimeMeaning) -> Interval | None:
    """The days of a meaning that names its year."""
    if meaning.year is None:
        return None
    if meaning.feast is not None:
        return feasts.days(meaning.feast, meaning.year)
    if meaning.month is None:
        if meaning.unit == "decade":
            return part_of(Interval(date(meaning.year, 1, 1), date(meaning.year + 9, 12, 31)), meaning)
        if meaning.unit == "century":
            return part_of(Interval(date(meaning.year, 1, 1), date(meaning.year + 99, 12, 31)), meaning)
        return part_of(year(meaning.year), meaning)
    if meaning.day is not None:
        named_day = date(meaning.year, meaning.month, meaning.day)
        return week(named_day) if meaning.unit == "week" else day(named_day)
    return part_of(_months(meaning.year, meaning.month, _MONTHS.get(meaning.unit, 1)), meaning)


def from_publication(meaning: TimeMeaning, published: date) -> Interval | None:
    """The days that `meaning` has in a report of one day. With a named part, `shift` counts the unit above it."""
    if meaning.month is not None or meaning.feast is not None:
        return _in_a_year(meaning, published)
    if meaning.day is not None and meaning.shift is None:
        return _day_of_month(meaning, published)
    if meaning.weekday is not None:
        return _weekday(meaning, published)
    if meaning.day is not None:  # "the 5th of next month"
        start = _add_months(published, meaning.shift or 0)
        return day(date(start.year, start.month, meaning.day))
    if meaning.shift is None:
        return None
    found = part_of(shifted(published, meaning.unit, meaning.shift), meaning)
    if meaning.shift == 0 and meaning.unit != "day" and meaning.part is None:
        return clip(found, published, meaning)
    return found


def shifted(start: date, unit: TimeUnit, shift: int) -> Interval:
    """The day, week, month, ... that lies `shift` units from the one that holds `start`."""
    if unit == "day":
        return day(start + timedelta(days=shift))
    if unit == "week":
        return week(start + timedelta(weeks=shift))
    if unit == "weekend":
        saturday = week(start).earliest or start
        return Interval(saturday + timedelta(days=5 + 7 * shift), saturday + timedelta(days=6 + 7 * shift))
    if unit == "decade":
        first = start.year // 10 * 10 + 10 * shift
        return Interval(date(first, 1, 1), date(first + 9, 12, 31))
    if unit == "century":
        first = start.year // 100 * 100 + 100 * shift
        return Interval(date(first, 1, 1), date(first + 99, 12, 31))
    size = _MONTHS[unit]
    moved = _add_months(start.replace(day=1), size * shift)
    first_month = 1 if unit == "year" else moved.month if unit == "month" else (moved.month - 1) // 3 * 3 + 1
    if unit == "season":
        moved = _add_months(moved, -(moved.month % 3))
        first_month = moved.month
    return _months(moved.year, first_month, size)


def part_of(interval: Interval, meaning: TimeMeaning) -> Interval:
    """Early, mid or late in a month are its days 1-10, 11-20 and 21 to the end; in anything else its thirds."""
    first, last = interval.earliest, interval.latest
    if meaning.part is None or first is None or last is None:
        return interval
    length = (last - first).days + 1
    third = 10 if meaning.unit == "month" else length // 3
    middle, late = first + timedelta(days=third), first + timedelta(days=2 * third)
    if meaning.part == "early":
        return Interval(first, middle - timedelta(days=1))
    if meaning.part == "mid":
        return Interval(middle, late - timedelta(days=1))
    return Interval(late, last)


def clip(interval: Interval, published: date, meaning: TimeMeaning) -> Interval:
    """What has passed of a running week, month or year, or what is left of it, by tense."""
    if meaning.tense == "past":
        return interval.meet(Interval(None, published)) or interval
    if meaning.tense == "future":
        return interval.meet(Interval(published, None)) or interval
    return interval


def bounded(meaning: TimeMeaning, interval: Interval | None, published: Interval | None) -> Interval | None:
    """ "since 2000" reaches to the publication, "by Friday" from it; "as early as May" keeps the month it names."""
    if interval is None:
        return None
    if meaning.bound == "before" and meaning.part == "late":  # "before the end of May": May 30 is before it
        return Interval(None, interval.latest)
    if meaning.bound == "before":
        return Interval(None, interval.earliest - timedelta(days=1)) if interval.earliest else None
    if meaning.bound == "after":
        return Interval(interval.latest + timedelta(days=1), None) if interval.latest else None
    if meaning.bound == "not before" and meaning.tense != "future":
        return (
            Interval(interval.earliest, published.latest if published else None) if _starts_first(interval, published) else interval
        )
    if meaning.bound == "not after" and meaning.tense == "future":
        return Interval(published.earliest, interval.latest) if published and _starts_first(published, interval) else interval
    return interval


def _starts_first(one: Interval, other: Interval | None) -> bool:
    return other is None or one.earliest is None or other.latest is None or one.earliest <= other.latest


def _from_reference(meaning: TimeMeaning, reference: Interval) -> Interval | None:
    first, last = reference.earliest, reference.latest
    if meaning.shift is None or first is None or last is None:
        return None
    if meaning.month is not None or meaning.weekday is not None or meaning.feast:  # "the following June", "the previous Monday"
        if meaning.shift == 0:  # "that same Saturday"
            same = first + timedelta(days=((meaning.weekday or 0) - first.weekday()) % 7)
            return day(same) if meaning.weekday is not None and (last - first).days < 7 else None
        moved = first + timedelta(days=1) if meaning.shift > 0 else last - timedelta(days=1)
        return from_publication(_tensed(meaning), moved)
    if meaning.base == "event" and meaning.bound != "exact":
        return _near_event(meaning, reference)
    if meaning.unit == "day":
        return Interval(first + timedelta(days=meaning.shift), last + timedelta(days=meaning.shift))
    if meaning.unit == "week" and meaning.shift and reference.exact:  # "a week earlier" is that day of the week, or next to it
        return Interval(first + timedelta(days=7 * meaning.shift - 1), first + timedelta(days=7 * meaning.shift + 1))
    return shifted(first, meaning.unit, meaning.shift).join(shifted(last, meaning.unit, meaning.shift))


def _near_event(meaning: TimeMeaning, event: Interval) -> Interval | None:
    """ "less than two weeks before" is more than one week before; "on the eve" and "about" reach from the event to twice as far."""
    first, last, size, shift = event.earliest, event.latest, _days(meaning.unit), meaning.shift or 0
    if first is None or last is None or shift == 0:
        return None
    near, far = (abs(shift) - 1, abs(shift)) if meaning.bound == "not before" else (0, 2 * abs(shift))
    if meaning.unit == "day" and abs(shift) == 1:
        near, far = 0, 14  # an eve in the news lasts up to a fortnight
    if shift < 0:
        return Interval(first - timedelta(days=far * size), last - timedelta(days=near * size + 1))
    return Interval(first + timedelta(days=near * size + 1), last + timedelta(days=far * size))


def _tensed(meaning: TimeMeaning) -> TimeMeaning:
    tense: Literal["past", "future"] = "future" if (meaning.shift or 0) > 0 else "past"
    return TimeMeaning(
        "publication",
        meaning.unit,
        None,
        None,
        meaning.month,
        meaning.day,
        meaning.weekday,
        tense,
        meaning.part,
        feast=meaning.feast,
    )


def _day_of_month(meaning: TimeMeaning, start: date) -> Interval | None:
    """ "On the 5th", "Thursday the fourteenth": the day of that number, and weekday, that is nearest on the side of its tense."""
    around = [_add_months(start, count) for count in (-2, -1, 0, 1, 2)]
    days = [day(first.replace(day=meaning.day or 1)) for first in around if (meaning.day or 1) <= _length(first)]
    if meaning.weekday is not None:
        days = [d for d in days if d.earliest and d.earliest.weekday() == meaning.weekday]
    ahead = [d for d in days if d.earliest and d.earliest >= start]
    over = [d for d in days if d.earliest and d.earliest <= start]
    if meaning.tense == "future":
        return ahead[0] if ahead else None
    if meaning.tense == "past":
        return over[-1] if over else None
    return min(days, key=lambda d: d.gap(day(start)), default=None)


def _length(first: date) -> int:
    return (_add_months(first, 1) - first).days


def _weekday(meaning: TimeMeaning, published: date) -> Interval:
    number = meaning.weekday or 0
    if meaning.shift is not None:  # "Thursday last week"
        monday = week(published + timedelta(weeks=meaning.shift)).earliest or published
        return day(monday + timedelta(days=number))
    if meaning.strict:
        published += timedelta(days=1 if meaning.tense == "future" else -1)
    if meaning.tense == "future":
        return day(published + timedelta(days=(number - published.weekday()) % 7))
    return day(published - timedelta(days=(published.weekday() - number) % 7))


def _in_a_year(meaning: TimeMeaning, published: date) -> Interval | None:
    """A named day, month, quarter or season without a year: the last one, or the next one, or the nearest when no tense tells."""
    if meaning.shift is not None:
        return named(_with_year(meaning, published.year + meaning.shift))
    around = [found for year in range(published.year - 1, published.year + 2) if (found := _try_named(meaning, year))]
    if not around:
        return None
    nearest = min(around, key=lambda found: (_distance(found, published), found))
    if meaning.tense == "future":
        chosen = next((found for found in around if found.latest and found.latest >= published), around[-1])
    elif meaning.tense == "past":
        begun = [found for found in around if found.earliest and found.earliest <= published]
        chosen = begun[-1] if begun else around[0]
    else:
        return nearest
    reach = _SAID_WITH_YEAR if meaning.day or meaning.feast else _LAST
    far = chosen.gap(day(published)) > reach and nearest.gap(day(published)) < _NEAR
    return nearest if far else chosen


def _distance(found: Interval, published: date) -> float:
    """Days, those ahead half as long again: most dates in the news are of what has happened."""
    ahead = found.earliest is not None and found.earliest > published
    return found.gap(day(published)) * (1.5 if ahead else 1.0)


def _try_named(meaning: TimeMeaning, year: int) -> Interval | None:
    try:
        return named(_with_year(meaning, year))
    except ValueError:  # 29 February
        return None


def _with_year(meaning: TimeMeaning, year: int) -> TimeMeaning:
    return TimeMeaning(
        "absolute", meaning.unit, None, year, meaning.month, meaning.day, None, None, meaning.part, feast=meaning.feast
    )


def _months(year: int, first: int, count: int) -> Interval:
    last = _add_months(date(year, first, 1), count - 1)
    return Interval(date(year, first, 1), month(last.year, last.month).latest)


def _add_months(start: date, count: int) -> date:
    """The first day of the month `count` months on."""
    number = start.year * 12 + start.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


def _days(unit: TimeUnit) -> int:
    return {"day": 1, "weekend": 7, "week": 7}.get(unit) or 30 * _MONTHS.get(unit, 1)
