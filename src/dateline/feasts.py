"""Feasts that move: the days that Easter, Ramadan, Passover, Thanksgiving or the Lunar New Year have in a year.

A feast is a rule in words: its calendar, numbers for it, and at the end how many days it lasts. The Islamic months begin with the
sight of the moon, so their days are known to a day on either side only; the others are exact (the moon's from Meeus, Astronomical
Algorithms, chapter 49, its largest terms, right to some minutes).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import floor, radians, sin

from dateline.intervals import Interval

_MONTH = 29.530588861  # days from new moon to new moon


def days(rule: str, year: int) -> Interval:
    """The days of the (first) feast that begins in `year`. Raises ValueError for a year that no calendar has."""
    calendar, *numbers = rule.split()
    return Interval(*_CALENDARS[calendar](year, *(int(number) for number in numbers)))


def _fixed(year: int, month: int, day: int, length: int) -> tuple[date, date]:
    return _lasting(date(year, month, day), length)


def _weekday(year: int, month: int, weekday: int, count: int, length: int) -> tuple[date, date]:
    """The fourth Thursday of November; a count of -1 is the last one."""
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    if count < 0:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        found = end - timedelta(days=(end.weekday() - weekday) % 7)
    return _lasting(found, length)


def _easter(year: int, shift: int, length: int) -> tuple[date, date]:
    """Days from Easter Sunday of the Western churches (the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return _lasting(date(year, n // 31, n % 31 + 1) + timedelta(days=shift), length)


def _orthodox(year: int, shift: int, length: int) -> tuple[date, date]:
    """Days from Easter Sunday of the Eastern churches, reckoned in the Julian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    julian = date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1)
    return _lasting(julian + timedelta(days=year // 100 - year // 400 - 2 + shift), length)


def _islamic(year: int, month: int, day: int, length: int) -> tuple[date, date]:
    """By the tabular calendar, whose year 1 began on 19 July 622 of ours; a day wider on both sides for the sight of the moon."""
    hijri = floor((year - 622) * 365.2425 / 354.367) - 1
    while True:
        passed = floor((11 * hijri + 3) / 30) + 354 * hijri + 30 * month - (month - 1) // 2 - 30 + day
        first = date.fromordinal(227014 + passed - 354)
        if first.year >= year:
            return first - timedelta(days=1), first + timedelta(days=length)
        hijri += 1


def _jewish(year: int, shift: int, length: int) -> tuple[date, date]:
    """Days from the New Year (Rosh Hashanah) that begins in `year`."""
    return _lasting(date.fromordinal(_new_year(year + 3761) + shift), length)


def _new_year(hebrew: int) -> int:
    """The ordinal of the first day of a Jewish year, put off where the year before or after would be too short or too long."""
    before, this, after = (_elapsed(one) for one in (hebrew - 1, hebrew, hebrew + 1))
    return this - 1373427 + (2 if after - this == 356 else 1 if this - before == 382 else 0)


def _elapsed(hebrew: int) -> int:
    """Days to the new moon that a Jewish year begins with; it never falls on a Sunday, Wednesday or Friday."""
    months = (235 * hebrew - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + (3 * (day + 1) % 7 < 3)


def _moon(year: int, month: int, day: int, hours: int, length: int) -> tuple[date, date]:
    """The first new moon from a day of the year on, by the clock of a place so many hours east of Greenwich."""
    start = date(year, month, day)
    number = floor((start.toordinal() - date(2000, 1, 6).toordinal()) / _MONTH) - 1
    while (found := _new_moon(number, hours)) < start:
        number += 1
    return _lasting(found, length)


def _new_moon(number: int, hours: int) -> date:
    """The day of a new moon, counted from that of 6 January 2000."""
    century = number / 1236.85
    sun = radians(2.5534 + 29.10535670 * number - 0.0000014 * century**2)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    node = radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    instant = 2451550.09766 + _MONTH * number + 0.00015437 * century**2
    instant += -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
    instant += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    return date.fromordinal(floor(instant + 0.5 + hours / 24) - 1721425)


def _lasting(first: date, length: int) -> tuple[date, date]:
    return first, first + timedelta(days=length - 1)


_CALENDARS: dict[str, Callable[..., tuple[date, date]]] = {
    "fixed": _fixed,
    "weekday": _weekday,
    "easter": _easter,
    "orthodox": _orthodox,
    "islamic": _islamic,
    "jewish": _jewish,
    "moon": _moon,
}
