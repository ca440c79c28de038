"""TIMEX3 values: what a time expression's meaning is called in the standard's own notation."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.grounding import ground
from dateline.intervals import Interval, day
from dateline.records import TimeMeaning

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_REFS = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


def value(meaning: TimeMeaning, published: date | None, reference: Interval | None) -> str:
    """The value of a point in time; parts that nobody can know yet are X."""
    if meaning.base == "vague":
        return _REFS[meaning.tense or "present"]
    if meaning.until is not None and meaning.unit == "month" and meaning.until.month != meaning.month:  # half a year
        half = f"-H{1 if meaning.month == 1 else 2}"
        return value(msgspec.structs.replace(meaning, unit="year", month=None, until=None), published, reference) + half
    plain = msgspec.structs.replace(meaning, bound="exact", part=None, until=None)
    if meaning.month is None and meaning.unit != "day" and meaning.shift is not None:
        plain = msgspec.structs.replace(plain, tense=None)  # the whole week, month or year, not what has passed of it
    found = ground(plain, day(published) if published else None, reference)
    if found is None or found.earliest is None:
        return _open(meaning)
    return of_interval(found, meaning)


def of_interval(found: Interval, meaning: TimeMeaning) -> str:
    """The value of a grounded interval at the unit that the meaning names."""
    first = found.earliest
    if first is None:
        return _open(meaning)
    unit = meaning.unit
    if unit == "day" or (found.exact and unit != "month"):
        return first.isoformat()
    if unit in ("week", "weekend"):
        middle = found.latest - (found.latest - first) // 2 if found.latest else first
        calendar = middle.isocalendar()
        return f"{calendar.year:04d}-W{calendar.week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{first.year:04d}-{first.month:02d}"
    if unit == "quarter":
        return f"{first.year:04d}-Q{(first.month - 1) // 3 + 1}"
    if unit == "season":
        return f"{first.year:04d}-{_SEASONS.get(first.month, 'XX')}"
    return f"{first.year:04d}"[: {"decade": 3, "century": 2}.get(unit, 4)]


def _open(meaning: TimeMeaning) -> str:
    year = f"{meaning.year:04d}" if meaning.year is not None else "XXXX"
    if meaning.weekday is not None and meaning.month is None and meaning.day is None:
        return f"{year}-WXX-{meaning.weekday + 1}"
    if meaning.unit in ("week", "weekend"):
        return f"{year}-WXX" + ("-WE" if meaning.unit == "weekend" else "")
    if meaning.unit == "quarter":
        return f"{year}-Q{(meaning.month - 1) // 3 + 1 if meaning.month else 'X'}"
    if meaning.unit == "season":
        return f"{year}-{_SEASONS.get(meaning.month or 0, 'XX')}"
    if meaning.unit == "month" or meaning.month is not None or meaning.unit == "day":
        month = f"{meaning.month:02d}" if meaning.month is not None else "XX"
        if meaning.unit == "month":
            return f"{year}-{month}"
        return f"{year}-{month}-{f'{meaning.day:02d}' if meaning.day is not None else 'XX'}"
    return year[: {"decade": 3, "century": 2}.get(meaning.unit, 4)]


_LETTERS = {
    "second": ("T", "S"), "minute": ("T", "M"), "hour": ("T", "H"), "day": ("", "D"), "night": ("", "NI"), "week": ("", "W"),
    "weekend": ("", "WE"), "month": ("", "M"), "quarter": ("", "Q"), "year": ("", "Y"), "season": ("", "SU"),
}  # fmt: skip
_LARGER = {
    "fortnight": (2, "week"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "centurie": (100, "year"),
    "millennium": (1000, "year"),
}


def duration(count: float | None, unit: str) -> str:
    """ISO 8601 duration; `count` None is an X. Halves go down one unit where that is whole."""
    if unit in _LARGER:
        factor, unit = _LARGER[unit]
        if count is None:
            return "PX" + {2: "W", 10: "DE", 100: "CE", 1000: "ML"}[factor]
        count *= factor
    clock, letter = _LETTERS.get(unit, ("", "D"))
    if count is None:
        return f"P{clock}X{letter}"
    whole = int(count)
    if count == whole:
        return f"P{clock}{whole}{letter}"
    below = {"year": (12, "M"), "hour": (60, "M"), "day": (24, "H"), "minute": (60, "S")}.get(unit)
    if below is None:
        return f"P{clock}{count:g}{letter}"
    lead = f"{whole}{letter}" if whole else ""
    small = round((count - whole) * below[0])
    return f"P{clock}{lead}{'T' if unit == 'day' else ''}{small}{below[1]}"
