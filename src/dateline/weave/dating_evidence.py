"""What a report's times say of the day it came out: small constraints, each the days it allows, its weight, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateline.grounding import ground
from dateline.intervals import Interval, day
from dateline.records import TimeMeaning

FRESH = 6  # days that news stays news: a lead tells what happened on the day of publication or the six before
FEW = 4  # days that a bare weekday mostly lies off
AHEAD, BEHIND = 120, 300  # days within which a date is told without its year: still to come, and past


@dataclass(frozen=True)
class Evidence:
    """Days on which the report may have come out as far as this one thing goes."""

    allowed: tuple[Interval, ...]
    weight: float
    reason: str

    def allows(self, when: date) -> bool:
        return any(
            (days.earliest is None or days.earliest <= when) and (days.latest is None or when <= days.latest)
            for days in self.allowed
        )


def caption(taken: Interval) -> Evidence:
    """A picture is printed soon after it was taken."""
    return Evidence((fresh(taken),), 3.0, f"caption of {taken.edtf}")


def dateline(filed: Interval) -> Evidence:
    """A dispatch comes out on the day that its dateline gives."""
    return Evidence((filed,), 5.0, f"dateline {filed.edtf}")


def dateline_without_year(meaning: TimeMeaning, window: Interval) -> Evidence:
    """The day and month of a dateline are today's or yesterday's."""

    def filed(when: date) -> bool:
        return any((back.month, back.day) == (meaning.month, meaning.day) for back in (when, when - timedelta(days=1)))

    return Evidence(allowed_days(window, filed), 5.0, f"dateline {_words(meaning)}")


def weekdays(meaning: TimeMeaning, window: Interval) -> Evidence | None:
    """A bare weekday is seldom more than a few days off."""
    if meaning.base != "publication" or meaning.weekday is None or meaning.shift is not None or meaning.month is not None:
        return None
    if meaning.tense not in ("past", "future"):
        return None
    number, ahead = meaning.weekday, meaning.tense == "future"

    def close(when: date) -> bool:
        return 1 <= (number - when.weekday()) % 7 <= FEW if ahead else (when.weekday() - number) % 7 <= FEW

    return Evidence(allowed_days(window, close), 0.7, f"{_words(meaning)} is some days {'ahead' if ahead else 'ago'} at most")


def not_before(days: Interval, weight: float, what: str) -> Evidence:
    """What is told in the past has happened."""
    return Evidence((Interval(days.earliest, None),), weight, f"{what} on {days.edtf} is past")


def not_after(days: Interval, weight: float, what: str) -> Evidence:
    """What is still to come has not happened."""
    return Evidence((Interval(None, days.latest),), weight, f"{what} on {days.edtf} is still to come")


def news(days: Interval, weight: float, what: str) -> Evidence:
    """The event that a report leads with is fresh."""
    return Evidence((fresh(days),), weight, f"{what} on {days.edtf} is its news")


def news_of_the_day(days: Interval, weight: float) -> Evidence:
    """A dispatch that says "today" or "this morning" comes out on the day of its news or the next."""
    return Evidence((_stretch(days, 0, 1),), weight, f"the same event on {days.edtf} is told the same day")


def bare_date(meaning: TimeMeaning, window: Interval) -> Evidence | None:
    """A day or month named without a year lies near, on the side that the tense tells."""
    if (
        meaning.base != "publication"
        or meaning.month is None
        or meaning.shift is not None
        or meaning.tense not in ("past", "future")
    ):
        return None
    ahead = meaning.tense == "future"

    def near(when: date) -> bool:
        found = ground(meaning, day(when))
        if found is None or found.earliest is None or found.latest is None:
            return False
        gap = found.gap(day(when))
        on_its_side = found.latest >= when if ahead else found.earliest <= when
        return on_its_side and gap <= (AHEAD if ahead else BEHIND)

    return Evidence(
        allowed_days(window, near), 1.0 if meaning.day else 0.5, f"names {_words(meaning)} as {meaning.tense}, with no year"
    )


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


def best_days(window: Interval, evidence: tuple[Evidence, ...], tolerance: float) -> Interval | None:
    """The hull of the days that satisfy the most evidence by weight, or within `tolerance` of it."""
    scores = [(sum(one.weight for one in evidence if one.allows(when)), when) for when in days_of(window)]
    if not scores or not evidence:
        return None
    bar = max(score for score, _ in scores) - tolerance
    chosen = [when for score, when in scores if score >= bar]
    return Interval(chosen[0], chosen[-1])


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
