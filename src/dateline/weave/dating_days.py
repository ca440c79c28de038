"""Which days a report can have come out on: small constraints, each with its weight, and the days that fit most of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from math import exp, log

from dateline.grounding import ground
from dateline.intervals import Interval, day
from dateline.records import TimeMeaning

FRESH = 6  # days that news stays news: a lead tells what happened on the day of publication or the six before
SHARPNESS = 3.0  # how many times likelier a day is for evidence of weight 1: e to this power
CERTAIN = 0.6  # share of the probability that an answer holds,
NEARLY = 0.9  # and one that tells the season only
MILDNESS = 0.75  # share of its weight that evidence keeps where an answer must hold: much of it says one thing in several ways
SURELY = 0.95  # share of the probability that such an answer holds
OFF = (0.05, 0.15, 0.6, 0.15, 0.05)  # chances that a report bears a day one or two beside that of its words: time zones, editions
JUST_OVER = (15, 60, 120)  # days that a month told as past is over, and an old picture is old, each worth a little
LAST = 340  # days within which a month gone by is told without its year: "last November"
NEARNESS = 0.3  # weight that a day loses when it lies 2.7 times as far from the other reports


@dataclass(frozen=True)
class Evidence:
    """Days on which the report may have come out as far as this one thing goes."""

    allowed: tuple[Interval, ...]
    weight: float
    reason: str
    fresh: bool = False  # says what the report's news is
    safe: float | None = None  # its weight where an answer must hold, if another

    def allows(self, when: date) -> bool:
        return any(
            (days.earliest is None or days.earliest <= when) and (days.latest is None or when <= days.latest)
            for days in self.allowed
        )


def best_days(
    window: Interval, evidence: Sequence[Evidence], others: Sequence[Interval], certain: float = CERTAIN
) -> Interval | None:
    """The shortest run of days that holds a share of the probability, given the evidence and the days of `others`.

    A second answer, weeks from the first and nearly as good, makes the run wide: that is how unknown stays unknown.
    """
    days = days_of(window)
    if not days or not evidence:
        return None
    return _shortest(days, _chances(days, evidence, others, SHARPNESS), certain)


def sure_days(window: Interval, evidence: Sequence[Evidence], others: Sequence[Interval]) -> Interval | None:
    """The shortest run of days that holds the day of publication nineteen times of twenty.

    The same evidence is believed less, and a day may be given that is one or two off what the report's own words say.
    """
    days = days_of(window)
    if not days or not evidence:
        return None
    safe = [one if one.safe is None else replace(one, weight=one.safe) for one in evidence]
    chances = _chances(days, safe, others, MILDNESS * SHARPNESS)
    reach = len(OFF) // 2
    spread = [0.0] * (len(days) + 2 * reach)
    for at, chance in enumerate(chances):
        for step, share in enumerate(OFF):
            spread[at + step] += chance * share
    around = days_of(stretch(window, -reach, reach))
    return _shortest(around, spread, SURELY) if len(around) == len(spread) else None  # None at the end of the calendar


def _chances(days: Sequence[date], evidence: Sequence[Evidence], others: Sequence[Interval], sharpness: float) -> list[float]:
    """How likely each day is, 1 the likeliest."""
    scores = [nearness(others, when) + sum(one.weight for one in evidence if one.allows(when)) for when in days]
    best = max(scores)
    return [exp(sharpness * (score - best)) for score in scores]


def _shortest(days: Sequence[date], chances: Sequence[float], share: float) -> Interval:
    """The shortest run of days with a share of the chances, with the days beside it that are not told apart from its ends."""
    wanted, start, held = share * sum(chances), 0, 0.0
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


def nearness(others: Sequence[Interval], when: date) -> float:
    """Reports of one story come out near each other: the weight of a day, 0 among the others and falling slowly away from them."""
    gap = min((other.gap(day(when)) for other in others), default=0)
    return -NEARNESS * log(1 + gap)


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


def fresh(days: Interval) -> Interval:
    return stretch(days, 0, FRESH)


def stretch(days: Interval, before: int, after: int) -> Interval:
    try:
        return Interval(
            days.earliest + timedelta(days=before) if days.earliest else None,
            days.latest + timedelta(days=after) if days.latest else None,
        )
    except OverflowError:
        return days


@lru_cache(maxsize=100_000)
def grounded(meaning: TimeMeaning, published: date) -> Interval | None:
    return ground(meaning, day(published))


def in_words(meaning: TimeMeaning) -> str:
    """A short name for a meaning, for reasons."""
    parts = [
        f"{name} {value}"
        for name, value in (
            ("year", meaning.year), ("month", meaning.month), ("day", meaning.day), ("weekday", meaning.weekday),
            ("feast", meaning.feast), (f"{meaning.unit}s", meaning.shift),
        )
        if value is not None
    ]  # fmt: skip
    return " ".join(parts) or meaning.unit
