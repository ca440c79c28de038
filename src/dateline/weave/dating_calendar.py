"""What the weekdays and dates that a report names say of the day it came out: the days each allows, its weight, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from dateline.grounding import ground
from dateline.intervals import Interval, day
from dateline.records import TimeMeaning
from dateline.weave.dating_days import FRESH, JUST_OVER, LAST, Evidence, allowed_days, grounded, in_words
from dateline.weave.dating_evidence import not_after, not_before

AHEAD_IN_MONTH, BEHIND_IN_MONTH = 21, 14  # days off that a day of the month is named without its month
FEW = 4  # days that a bare weekday mostly lies off
ONE_DAY = timedelta(days=1)
FORTNIGHT = 14
AHEAD, BEHIND = 120, 300  # days within which a date is told without its year: still to come, and past
CLOSE = (15, 30, 60)  # days within which most of them lie, each worth a little
NEXT = 210  # the same for a month still to come: "in November"


def stamped(number: int, window: Interval) -> Evidence:
    """A weekday above the report, "Updated at 9:50 p.m. Thursday", is the day it came out."""
    return Evidence(allowed_days(window, lambda when: when.weekday() == number), 2.0, f"stamped on weekday {number}")


def dateline_without_year(meaning: TimeMeaning, window: Interval) -> Iterator[Evidence]:
    """The day and month of a dateline are today's, or in a morning paper yesterday's."""

    def filed(when: date) -> bool:
        return (when.month, when.day) == (meaning.month, meaning.day) and meaning.weekday in (None, when.weekday())

    yield Evidence(allowed_days(window, lambda when: filed(when) or filed(when - ONE_DAY)), 4.0, f"dateline {in_words(meaning)}")
    yield Evidence(allowed_days(window, filed), 1.0, f"filed {in_words(meaning)}")


def weekdays(meaning: TimeMeaning, window: Interval) -> Iterator[Evidence]:
    """A bare weekday is seldom more than a few days off."""
    if not is_bare_weekday(meaning) or meaning.tense not in ("past", "future"):
        return
    number, ahead = meaning.weekday or 0, meaning.tense == "future"

    def off(when: date) -> int:
        return (number - when.weekday() if ahead else when.weekday() - number) % 7

    if meaning.strict:  # "last Wednesday" is not yesterday, and may be a week ago
        yield Evidence(allowed_days(window, lambda when: off(when) > 1), 1.0, f"{in_words(meaning)} is not the one just over")
        return
    for few, weight in ((FEW, 0.6), (FEW + 1, 0.4)):
        near = allowed_days(window, lambda when, few=few: (1 if ahead else 0) <= off(when) <= few)  # type: ignore[misc]
        yield Evidence(near, weight, f"{in_words(meaning)} is {few} days {'ahead' if ahead else 'ago'} at most")


def this_weekday(number: int, window: Interval) -> Iterator[Evidence]:
    """ "this Saturday", told as past, is today, in some languages the one just over."""
    yield Evidence(allowed_days(window, lambda when: when.weekday() == number), 1.0, f"this weekday {number} is today")
    few = allowed_days(window, lambda when: (when.weekday() - number) % 7 <= FEW - 1)
    yield Evidence(few, 0.5, f"this weekday {number} is just over")


def counted(meaning: TimeMeaning, since: TimeMeaning, window: Interval) -> Evidence:
    """The news came some days, weeks or months after a date."""
    unit, steps = {"week": 7, "month": 30.4, "year": 365.25}.get(meaning.unit, 1), meaning.shift or 0
    length = abs(steps * unit)
    slack = max(1, length / 12) + FRESH

    def fits(when: date) -> bool:
        start = ground(since, day(when))
        return start is not None and start.latest is not None and abs((when - start.latest).days - length) <= slack

    return Evidence(allowed_days(window, fits), 1.0, f"{abs(steps)} {meaning.unit}s after {in_words(since)}")


def bare_date(meaning: TimeMeaning, window: Interval, told: bool) -> Evidence | None:
    """A day or month named without a year lies near, on the side that the tense tells; surely where an event is `told` there."""
    if not is_bare_date(meaning) or meaning.tense not in ("past", "future"):
        return None
    ahead, one_day = meaning.tense == "future", is_one_day(meaning)
    begun = meaning.unit == "day" or meaning.part is not None  # a whole month told as past is over, or it were "this month"

    def near(when: date) -> bool:
        found = grounded(meaning, when)
        if found is None or found.earliest is None or found.latest is None:
            return False
        gap = found.gap(day(when))
        on_its_side = found.latest > when if ahead else (found.earliest if begun else found.latest + ONE_DAY) <= when
        return on_its_side and gap <= (NEXT if ahead and not one_day else AHEAD if ahead else BEHIND if one_day else LAST)

    weight = (1.0 if one_day else 0.5) * (2 if told else 1)
    return Evidence(allowed_days(window, near), weight, f"names {in_words(meaning)} as {meaning.tense}, with no year")


def dated_with_year(meaning: TimeMeaning, days: Interval, told: bool) -> Iterator[Evidence]:
    """What a date with its year says: on which side of it the report lies, and that it came out in another year."""
    if days.earliest is None or days.latest is None or meaning.tense not in ("past", "future"):
        return
    if meaning.tense == "past":
        yield not_before(days, 2.0, "something")
        other = Interval(date(days.latest.year + 1, 1, 1), None) if days.latest.year < date.max.year else days
    else:
        yield not_after(days, 1.5 if told else 1.0, "something")
        other = Interval(None, date(days.earliest.year - 1, 12, 31)) if days.earliest.year > 1 else days
    yield Evidence((other,), 0.4, f"{days.edtf} is told with its year")


def weekday_of_date(meaning: TimeMeaning, window: Interval) -> Evidence:
    """A date named with its weekday had that weekday in its year."""

    def fits(when: date) -> bool:
        found = grounded(meaning, when)
        return found is not None and found.earliest is not None and found.earliest.weekday() == meaning.weekday

    return Evidence(allowed_days(window, fits), 2.0, f"{in_words(meaning)} falls on that weekday")


def day_named_twice(meaning: TimeMeaning, shift: int, window: Interval) -> Evidence:
    """ "Today, Sunday", "tomorrow, 14 December", `shift` days after the report's own."""

    def fits(when: date) -> bool:
        at = when + timedelta(days=shift)
        parts = ((meaning.weekday, at.weekday()), (meaning.day, at.day), (meaning.month, at.month), (meaning.year, at.year))
        return all(said is None or said == there for said, there in parts)

    return Evidence(allowed_days(window, fits), 4.0, f"{shift} days on is {in_words(meaning)}")


def weekday_of_the_month(meaning: TimeMeaning, window: Interval) -> Evidence:
    """A day of the month named with its weekday, and no month, is of this month or of the one beside it."""
    ahead = meaning.tense == "future"

    def fits(when: date) -> bool:
        found = grounded(meaning, when)
        return found is not None and found.gap(day(when)) <= (AHEAD_IN_MONTH if ahead else BEHIND_IN_MONTH)

    return Evidence(allowed_days(window, fits), 3.0, f"{in_words(meaning)} falls on that weekday, close by")


def counted_weekday_of_date(meaning: TimeMeaning, window: Interval) -> Evidence:
    """ "Next Tuesday, 24 July" and "last Thursday, the 25th" lie within two weeks, on the side that they tell."""
    ahead = meaning.tense == "future"

    def near(when: date) -> bool:
        found = grounded(meaning, when)
        if found is None or found.earliest is None:
            return False
        off = (found.earliest - when).days
        return 1 <= (off if ahead else -off) < FORTNIGHT

    side = "the next" if ahead else "the last"
    return Evidence(allowed_days(window, near), 2.0, f"{in_words(meaning)} is {side} one")


def newest_weekday(named: Sequence[TimeMeaning], window: Interval, weight: float, what: str) -> Evidence:
    """The newest of the weekdays named is today or yesterday."""
    numbers = sorted({meaning.weekday for meaning in named if meaning.weekday is not None})

    def new(when: date) -> bool:
        return any((when.weekday() - number) % 7 <= 1 for number in numbers)

    return Evidence(allowed_days(window, new), weight, f"{what} of {numbers} is today's or yesterday's")


def todays_weekday(number: int, window: Interval) -> Evidence:
    """A weekday on which some things have happened and others are to come is today."""
    return Evidence(allowed_days(window, lambda when: when.weekday() == number), 1.0, f"weekday {number} is past and to come")


def not_among(named: Sequence[TimeMeaning], back: int, window: Interval) -> Evidence:
    """A report that says "today" (`back` 1) or "yesterday" (2) means other days by the weekdays that it names."""
    numbers = sorted({meaning.weekday for meaning in named if meaning.weekday is not None})

    def apart(when: date) -> bool:
        return all((when.weekday() - number) % 7 >= back for number in numbers)

    return Evidence(allowed_days(window, apart), 0.8, f"weekdays {numbers} lie at least {back} back: newer days have other words")


def newest_date(named: Sequence[TimeMeaning], window: Interval) -> Evidence:
    """The newest date that the opening tells is fresh."""

    def new(when: date) -> bool:
        ends = [found.latest for meaning in named if (found := grounded(meaning, when)) and found.latest]
        return any(0 <= (when - end).days <= FRESH for end in ends)

    return Evidence(allowed_days(window, new), 1.0, f"the opening's {', '.join(in_words(meaning) for meaning in named)} is news")


def not_this_week(meaning: TimeMeaning, window: Interval) -> Evidence:
    """Where other days are told by their weekdays, a day told by its date is out of their reach: about a week off or more."""

    named = replace(meaning, bound="exact", until=None)

    def far(when: date) -> bool:
        found = grounded(named, when)
        return found is not None and found.gap(day(when)) >= FRESH - 1

    return Evidence(allowed_days(window, far), 0.5, f"{in_words(meaning)} is not told by its weekday")


def close_date(named: Sequence[TimeMeaning], window: Interval) -> Iterator[Evidence]:
    """Of the days named without their year one is close, the closer the likelier.

    Of 52 reports of the development stories half have it within 12 days, four in five within 35.
    """
    for reach in CLOSE if named else ():

        def close(when: date, reach: int = reach) -> bool:
            grounds = [found for meaning in named if (found := grounded(meaning, when)) is not None]
            return any(found.gap(day(when)) <= reach for found in grounds)

        yield Evidence(allowed_days(window, close), 0.3, f"a day named without its year is within {reach} days")


def close_month(named: Sequence[TimeMeaning], window: Interval) -> Iterator[Evidence]:
    """Of the months told as past without their year one is just over."""
    for reach in JUST_OVER if named else ():

        def close(when: date, reach: int = reach) -> bool:
            ends = [found.latest for meaning in named if (found := grounded(meaning, when)) and found.latest]
            return any((when - end).days <= reach for end in ends)

        yield Evidence(allowed_days(window, close), 0.3, f"a month named without its year is over for {reach} days at most")


def is_bare_weekday(meaning: TimeMeaning) -> bool:
    """ "on Tuesday"."""
    bare = meaning.base == "publication" and meaning.weekday is not None and meaning.shift is None
    return bare and meaning.month is None and meaning.day is None


def is_day_of_month(meaning: TimeMeaning) -> bool:
    """ "Thursday the fourteenth"."""
    return meaning.base == "publication" and meaning.weekday is not None and meaning.day is not None and meaning.month is None


def is_this_weekday(meaning: TimeMeaning) -> bool:
    """ "this Saturday" of what is past."""
    return meaning.base == "publication" and meaning.weekday is not None and meaning.shift == 0 and meaning.month is None


def is_bare_date(meaning: TimeMeaning) -> bool:
    """ "3 May" or "May", with no year."""
    return meaning.base == "publication" and (meaning.month is not None or meaning.feast is not None) and meaning.shift is None


def is_one_day(meaning: TimeMeaning) -> bool:
    """ "3 May" or "Good Friday", and not "May"."""
    return meaning.day is not None or meaning.feast is not None


def is_day_count(meaning: TimeMeaning) -> bool:
    """ "today", "yesterday", "three days ago"."""
    counted = meaning.base == "publication" and meaning.unit == "day" and meaning.shift is not None
    return counted and meaning.weekday is None and meaning.month is None
