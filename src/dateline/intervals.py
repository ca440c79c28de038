"""Days we know, days we half know: a date is always the interval of days it may be."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec


class Interval(msgspec.Struct, frozen=True, order=True):
    """Days from `earliest` to `latest`, both inclusive; None is an open end. Both None says nothing: use None instead."""

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"interval ends before it begins: {self.earliest} .. {self.latest}")

    @property
    def closed(self) -> bool:
        return self.earliest is not None and self.latest is not None

    @property
    def days(self) -> int | None:
        """Number of days, None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def exact(self) -> bool:
        return self.days == 1

    def meet(self, other: Interval) -> Interval | None:
        """Days in both, None when there are none."""
        earliest = max((d for d in (self.earliest, other.earliest) if d), default=None)
        latest = min((d for d in (self.latest, other.latest) if d), default=None)
        if earliest and latest and earliest > latest:
            return None
        return Interval(earliest, latest)

    def join(self, other: Interval) -> Interval:
        """Smallest interval that holds both."""
        earliest = min(self.earliest, other.earliest) if self.earliest and other.earliest else None
        latest = max(self.latest, other.latest) if self.latest and other.latest else None
        return Interval(earliest, latest)

    def within(self, other: Interval) -> bool:
        """Whether every day of this one lies in the other."""
        starts = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends

    def gap(self, other: Interval) -> int:
        """Days between two intervals, 0 when they meet or touch an open end."""
        if self.latest and other.earliest and self.latest < other.earliest:
            return (other.earliest - self.latest).days
        if other.latest and self.earliest and other.latest < self.earliest:
            return (self.earliest - other.latest).days
        return 0

    def shifted(self, days: int) -> Interval:
        """The same number of days, that many later; itself where the calendar ends."""
        try:
            earliest, latest = (d and d + timedelta(days=days) for d in (self.earliest, self.latest))
        except OverflowError:
            return self
        return Interval(earliest, latest)

    @property
    def edtf(self) -> str:
        """Extended Date/Time Format (ISO 8601-2): a day, month or year where the interval is exactly that, else an interval."""
        first, last = self.earliest, self.latest
        if first and last:
            if first == last:
                return first.isoformat()
            if first.day == 1 and last == month(first.year, first.month).latest:
                return f"{first.year:04d}-{first.month:02d}"
            if (first.month, first.day, last.month, last.day, first.year) == (1, 1, 12, 31, last.year):
                return f"{first.year:04d}"
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def day(when: date) -> Interval:
    return Interval(when, when)


def month(year: int, number: int) -> Interval:
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31))


def week(when: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = when - timedelta(days=when.weekday())
    return Interval(monday, monday + timedelta(days=6))


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def parse(text: str) -> Interval:
    """The interval that EDTF text gives: a day, month or year, or two of them with a slash between, ".." for an open end.

    Raises ValueError, which says what was expected.
    """
    first, slash, last = text.strip().partition("/")
    ends = [None if slash and end.strip() in ("", "..") else _parse_one(end.strip()) for end in (first, last if slash else first)]
    found = Interval(ends[0].earliest if ends[0] else None, ends[1].latest if ends[1] else None)
    if found.earliest is None and found.latest is None:
        raise ValueError(f"{text!r} is open at both ends and says nothing")
    return found


def _parse_one(text: str) -> Interval:
    if not (found := _DATE.fullmatch(text)):
        raise ValueError(f"{text!r} is no date: 2019-05-31, 2019-05, 2019, 2019-05-30/2019-06-02 and ../2019-05 are")
    parts = [int(part) for part in found.groups() if part]
    try:
        return day(date(*parts)) if len(parts) == 3 else month(*parts) if len(parts) == 2 else year(*parts)
    except ValueError as error:
        raise ValueError(f"{text!r} is not in the calendar") from error
