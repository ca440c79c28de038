"""What a report's times say of the day it came out: small constraints, each the days it allows, its weight, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import exp, log

from msgspec.structs import replace

from dateline.grounding import ground
from dateline.intervals import Interval, day
from dateline.records import TimeMeaning

FRESH = 6  # days that news stays news: a lead tells what happened on the day of publication or the six before
FEW = 4  # days that a bare weekday mostly lies off
ONE_DAY = timedelta(days=1)
SHARPNESS = 3.0  # how many times likelier a day is for evidence of weight 1: e to this power
CERTAIN = 0.6  # share of the probability that an answer holds,
NEARLY = 0.9  # and one that tells the season only
NEARNESS = 0.3  # weight that a day loses when it lies 2.7 times as far from the other reports
AHEAD, BEHIND = 120, 300  # days within which a date is told without its year: still to come, and past
CLOSE = (15, 30, 60)  # days within which most of them lie, each worth a little
JUST_OVER = (15, 60, 120)  # days that a month told as past is over, and an old picture is old, each worth a little
NEXT, LAST = 210, 340  # the same for a month: "in November", "last November"


@dataclass(frozen=True)
class Evidence:
    """Days on which the report may have come out as far as this one thing goes."""

    allowed: tuple[Interval, ...]
    weight: float
    reason: str
    fresh: bool = False  # says what the report's news is

    def allows(self, when: date) -> bool:
        return any(
            (days.earliest is None or days.earliest <= when) and (days.latest is None or when <= days.latest)
            for days in self.allowed
        )


def caption(taken: Interval) -> Evidence:
    """A picture is printed soon after it was taken."""
    return Evidence((fresh(taken),), 3.0, f"caption of {taken.edtf}")


def archived(taken: Interval) -> Iterator[Evidence]:
    """A picture from the archive is mostly one of the running story."""
    for reach in JUST_OVER:
        yield Evidence((_stretch(taken, 0, reach),), 0.3, f"an old picture of {taken.edtf} is {reach} days old at most")


def owned(since: int) -> Evidence:
    """The year of its owner's claim is the one in which a text came out."""
    return Evidence((Interval(date(since, 1, 1), date(since, 12, 31)),), 0.8, f"copyright of {since}")


def stamped(number: int, window: Interval) -> Evidence:
    """A weekday above the report, "Updated at 9:50 p.m. Thursday", is the day it came out."""
    return Evidence(allowed_days(window, lambda when: when.weekday() == number), 2.0, f"stamped on weekday {number}")


def dateline(filed: Interval) -> Evidence:
    """A dispatch comes out on the day that its dateline gives."""
    return Evidence((filed,), 5.0, f"dateline {filed.edtf}")


def dateline_without_year(meaning: TimeMeaning, window: Interval) -> Iterator[Evidence]:
    """The day and month of a dateline are today's, or in a morning paper yesterday's."""

    def filed(when: date) -> bool:
        return (when.month, when.day) == (meaning.month, meaning.day)

    yield Evidence(allowed_days(window, lambda when: filed(when) or filed(when - ONE_DAY)), 4.0, f"dateline {_words(meaning)}")
    yield Evidence(allowed_days(window, filed), 1.0, f"filed {_words(meaning)}")


def weekdays(meaning: TimeMeaning, window: Interval) -> Iterator[Evidence]:
    """A bare weekday is seldom more than a few days off."""
    if not is_bare_weekday(meaning) or meaning.tense not in ("past", "future"):
        return
    number, ahead = meaning.weekday or 0, meaning.tense == "future"

    def off(when: date) -> int:
        return (number - when.weekday() if ahead else when.weekday() - number) % 7

    if meaning.strict:  # "last Wednesday" is not yesterday, and may be a week ago
        yield Evidence(allowed_days(window, lambda when: off(when) > 1), 1.0, f"{_words(meaning)} is not the one just over")
        return
    for few, weight in ((FEW, 0.6), (FEW + 1, 0.4)):
        near = allowed_days(window, lambda when, few=few: (1 if ahead else 0) <= off(when) <= few)  # type: ignore[misc]
        yield Evidence(near, weight, f"{_words(meaning)} is {few} days {'ahead' if ahead else 'ago'} at most")


def this_weekday(number: int, window: Interval) -> Iterator[Evidence]:
    """ "this Saturday", told as past, is today, in some languages the one just over."""
    yield Evidence(allowed_days(window, lambda when: when.weekday() == number), 1.0, f"this weekday {number} is today")
    few = allowed_days(window, lambda when: (when.weekday() - number) % 7 <= FEW - 1)
    yield Evidence(few, 0.5, f"this weekday {number} is just over")


def not_before(days: Interval, weight: float, what: str) -> Evidence:
    """What is told in the past has happened."""
    return Evidence((Interval(days.earliest, None),), weight, f"{what} on {days.edtf} is past")


def not_after(days: Interval, weight: float, what: str) -> Evidence:
    """What is still to come has not happened."""
    return Evidence((Interval(None, days.latest),), weight, f"{what} on {days.edtf} is still to come")


def news(days: Interval, weight: float, what: str) -> Evidence:
    """The event that a report leads with is fresh."""
    return Evidence((fresh(days),), weight, f"{what} on {days.edtf} is its news", fresh=True)


def news_of_the_day(days: Interval, weight: float) -> Evidence:
    """A dispatch that says "today" or "this morning" comes out on the day of its news or the next."""
    return Evidence((_stretch(days, 0, 1),), weight, f"the same event on {days.edtf} is told the same day")


def before_its_end(days: Interval) -> Evidence:
    """What is to come by a date has not come, and its year is told where it is not far off."""
    return Evidence((_stretch(Interval(days.latest, days.latest), -LAST, 0),), 1.0, f"something by {days.edtf} is still to come")


def counted(meaning: TimeMeaning, since: TimeMeaning, window: Interval) -> Evidence:
    """The news came some days, weeks or months after a date."""
    unit, steps = {"week": 7, "month": 30.4, "year": 365.25}.get(meaning.unit, 1), meaning.shift or 0
    length = abs(steps * unit)
    slack = max(1, length / 12) + FRESH

    def fits(when: date) -> bool:
        start = ground(since, day(when))
        return start is not None and start.latest is not None and abs((when - start.latest).days - length) <= slack

    return Evidence(allowed_days(window, fits), 1.0, f"{abs(steps)} {meaning.unit}s after {_words(since)}")


def week_around(days: Interval, years: int) -> Interval | None:
    """The days about which something `years` after `days` is written."""
    try:
        first = days.earliest and days.earliest.replace(year=days.earliest.year + years)
    except ValueError:  # 29 February, or after the last year of the calendar
        return None
    return _stretch(Interval(first, first), -FRESH, FRESH + 1) if first else None


def jubilee(weeks: Sequence[Interval]) -> Evidence:
    """A retrospect comes out about the day that it looks back on."""
    return Evidence(tuple(weeks), 2.0, "the years that the title counts are full")


def bare_date(meaning: TimeMeaning, window: Interval, told: bool) -> Evidence | None:
    """A day or month named without a year lies near, on the side that the tense tells; surely where an event is `told` there."""
    if not is_bare_date(meaning) or meaning.tense not in ("past", "future"):
        return None
    ahead = meaning.tense == "future"
    begun = meaning.unit == "day" or meaning.part is not None  # a whole month told as past is over, or it were "this month"

    def near(when: date) -> bool:
        found = grounded(meaning, when)
        if found is None or found.earliest is None or found.latest is None:
            return False
        gap = found.gap(day(when))
        on_its_side = found.latest > when if ahead else (found.earliest if begun else found.latest + ONE_DAY) <= when
        return on_its_side and gap <= (NEXT if ahead and not meaning.day else AHEAD if ahead else BEHIND if meaning.day else LAST)

    weight = (1.0 if meaning.day else 0.5) * (2 if told else 1)
    return Evidence(allowed_days(window, near), weight, f"names {_words(meaning)} as {meaning.tense}, with no year")


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

    return Evidence(allowed_days(window, fits), 2.0, f"{_words(meaning)} falls on that weekday")


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

    return Evidence(allowed_days(window, new), 1.0, f"the opening's {', '.join(_words(meaning) for meaning in named)} is news")


def not_this_week(meaning: TimeMeaning, window: Interval) -> Evidence:
    """Where other days are told by their weekdays, a day told by its date is out of their reach: about a week off or more."""

    named = replace(meaning, bound="exact", until=None)

    def far(when: date) -> bool:
        found = grounded(named, when)
        return found is not None and found.gap(day(when)) >= FRESH - 1

    return Evidence(allowed_days(window, far), 0.5, f"{_words(meaning)} is not told by its weekday")


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


def nearness(others: Sequence[Interval], when: date) -> float:
    """Reports of one story come out near each other: the weight of a day, 0 among the others and falling slowly away from them."""
    gap = min((other.gap(day(when)) for other in others), default=0)
    return -NEARNESS * log(1 + gap)


def copied(days: Interval) -> Evidence:
    """Copy is printed within a day or two of its original, or before it by as much."""
    return Evidence((_stretch(days, -2, 2),), 1.0, f"the same text came out on {days.edtf}")


def is_bare_weekday(meaning: TimeMeaning) -> bool:
    """ "on Tuesday"."""
    return meaning.base == "publication" and meaning.weekday is not None and meaning.shift is None and meaning.month is None


def is_this_weekday(meaning: TimeMeaning) -> bool:
    """ "this Saturday" of what is past."""
    return meaning.base == "publication" and meaning.weekday is not None and meaning.shift == 0 and meaning.month is None


def is_bare_date(meaning: TimeMeaning) -> bool:
    """ "3 May" or "May", with no year."""
    return meaning.base == "publication" and meaning.month is not None and meaning.shift is None


def is_day_count(meaning: TimeMeaning) -> bool:
    """ "today", "yesterday", "three days ago"."""
    counted = meaning.base == "publication" and meaning.unit == "day" and meaning.shift is not None
    return counted and meaning.weekday is None and meaning.month is None


def agreement(meaning: TimeMeaning, known: Interval, window: Interval, slack: int, weight: float, what: str) -> Evidence:
    """The time that the report gives must fall on the days that the event is known to have had."""
    target = _stretch(known, -slack, slack)

    def agrees(when: date) -> bool:
        found = grounded(meaning, when)
        return found is not None and found.meet(target) is not None

    return Evidence(allowed_days(window, agrees), weight, f"{what} was on {known.edtf}, told here as {_words(meaning)}")


def consistency(one: TimeMeaning, other: TimeMeaning, window: Interval) -> Evidence:
    """Two times that the report gives for one event must fall together."""

    def agrees(when: date) -> bool:
        left, right = grounded(one, when), grounded(other, when)
        return left is not None and right is not None and left.meet(right) is not None

    return Evidence(allowed_days(window, agrees), 1.0, f"{_words(one)} and {_words(other)} are one time")


@lru_cache(maxsize=100_000)
def grounded(meaning: TimeMeaning, published: date) -> Interval | None:
    return ground(meaning, day(published))


def allowed_days(window: Interval, test: Callable[[date], bool]) -> tuple[Interval, ...]:
    """The runs of days in a closed window that pass a test."""
    runs: list[Interval] = []
    start: date | None = None
    for when in days_of(window):
        if test(when):
            start = start or when
        elif start:
            runs.append(Interval(start, when - timedelta(days=1)))
            start = None
    if start:
        runs.append(Interval(start, window.latest))
    return tuple(runs)


def days_of(window: Interval) -> list[date]:
    """Every day of a closed interval."""
    if window.earliest is None or window.days is None:
        return []
    return [window.earliest + timedelta(days=step) for step in range(window.days)]


def best_days(
    window: Interval, evidence: Sequence[Evidence], others: Sequence[Interval], certain: float = CERTAIN
) -> Interval | None:
    """The shortest run of days that holds a share of the probability, given the evidence and the days of `others`.

    A second answer, weeks from the first and nearly as good, makes the run wide: that is how unknown stays unknown.
    """
    days = days_of(window)
    if not days or not evidence:
        return None
    scores = [nearness(others, when) + sum(one.weight for one in evidence if one.allows(when)) for when in days]
    best = max(scores)
    chances = [exp(SHARPNESS * (score - best)) for score in scores]
    wanted, start, held = certain * sum(chances), 0, 0.0
    runs = []
    for end, chance in enumerate(chances):
        held += chance
        while held - chances[start] >= wanted:
            held -= chances[start]
            start += 1
        if held >= wanted:
            runs.append((end - start, -held, start, end))
    first, last = min(runs, default=(0, 0.0, 0, len(days) - 1))[2:]
    while first > 0 and chances[first - 1] >= chances[first]:  # days as likely as the first or last are not told apart from it
        first -= 1
    while last < len(days) - 1 and chances[last + 1] >= chances[last]:
        last += 1
    return Interval(days[first], days[last])


def fresh(days: Interval) -> Interval:
    return _stretch(days, 0, FRESH)


def _stretch(days: Interval, before: int, after: int) -> Interval:
    try:
        return Interval(
            days.earliest + timedelta(days=before) if days.earliest else None,
            days.latest + timedelta(days=after) if days.latest else None,
        )
    except OverflowError:
        return days


def _words(meaning: TimeMeaning) -> str:
    """A short name for a meaning, for reasons."""
    parts = [
        f"{name} {value}"
        for name, value in (
            ("year", meaning.year), ("month", meaning.month), ("day", meaning.day), ("weekday", meaning.weekday),
            (f"{meaning.unit}s", meaning.shift),
        )
        if value is not None
    ]  # fmt: skip
    return " ".join(parts) or meaning.unit
