"""What pictures, copies, events and the times of events say of the day a report came out: the days each allows, its weight, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.intervals import Interval
from dateline.records import TimeMeaning
from dateline.weave.dating_days import FRESH, JUST_OVER, LAST, Evidence, allowed_days, fresh, grounded, in_words, stretch


def caption(taken: Interval) -> Evidence:
    """A picture is printed soon after it was taken, or again with later news of the same matter."""
    return Evidence((fresh(taken),), 3.0, f"caption of {taken.edtf}", safe=1.0)


def archived(taken: Interval) -> Iterator[Evidence]:
    """A picture from the archive is mostly one of the running story."""
    for reach in JUST_OVER:
        yield Evidence((stretch(taken, 0, reach),), 0.3, f"an old picture of {taken.edtf} is {reach} days old at most")


def owned(since: int) -> Evidence:
    """The year of its owner's claim is the one in which a text came out."""
    return Evidence((Interval(date(since, 1, 1), date(since, 12, 31)),), 0.8, f"copyright of {since}")


def dateline(filed: Interval) -> Evidence:
    """A dispatch comes out on the day that its dateline gives."""
    return Evidence((filed,), 5.0, f"dateline {filed.edtf}")


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
    return Evidence((stretch(days, 0, 1),), weight, f"the same event on {days.edtf} is told the same day")


def counted(days: Interval) -> Evidence:
    """What is told so long after another event is fresh then."""
    return Evidence((fresh(days),), 1.5, f"its news is counted to {days.edtf}", fresh=True)


def before_its_end(days: Interval) -> Evidence:
    """What is to come by a date has not come, and its year is told where it is not far off."""
    return Evidence((stretch(Interval(days.latest, days.latest), -LAST, 0),), 1.0, f"something by {days.edtf} is still to come")


def week_around(days: Interval, years: int) -> Interval | None:
    """The days about which something `years` after `days` is written."""
    try:
        first = days.earliest and days.earliest.replace(year=days.earliest.year + years)
    except ValueError:  # 29 February, or after the last year of the calendar
        return None
    return stretch(Interval(first, first), -FRESH, FRESH + 1) if first else None


def jubilee(weeks: Sequence[Interval]) -> Evidence:
    """A retrospect comes out about the day that it looks back on."""
    return Evidence(tuple(weeks), 2.0, "the years that the title counts are full")


def copied(days: Interval) -> Evidence:
    """Copy is printed within a day or two of its original, or before it by as much."""
    return Evidence((stretch(days, -2, 2),), 1.0, f"the same text came out on {days.edtf}")


def alike(days: Interval) -> Evidence:
    """Reports that tell their news in much the same words come out within days of each other: of public news, nine in ten."""
    return Evidence((stretch(days, -2, 2),), 1.0, f"much the same words came out on {days.edtf}")


def agreement(meaning: TimeMeaning, known: Interval, window: Interval, slack: int, weight: float, what: str) -> Evidence:
    """The time that the report gives must fall on the days that the event is known to have had."""
    target = stretch(known, -slack, slack)

    def agrees(when: date) -> bool:
        found = grounded(meaning, when)
        return found is not None and found.meet(target) is not None

    return Evidence(allowed_days(window, agrees), weight, f"{what} was on {known.edtf}, told here as {in_words(meaning)}")


def consistency(one: TimeMeaning, other: TimeMeaning, window: Interval) -> Evidence:
    """Two times that the report gives for one event must fall together."""

    def agrees(when: date) -> bool:
        left, right = grounded(one, when), grounded(other, when)
        return left is not None and right is not None and left.meet(right) is not None

    return Evidence(allowed_days(window, agrees), 1.0, f"{in_words(one)} and {in_words(other)} are one time")
