"""What the builders of time expressions take and give: the place of a match, and an expression before its value."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.mark.times_parts import Tense
from dateline.records import TimeMeaning, TimeType, TimeUnit


@dataclass(frozen=True)
class Context:
    """What a builder may ask about the place of a match: the text on both sides, the clause's tense, day-first habit."""

    left: str
    right: str
    tense: Tense | None
    day_first: bool
    headline: bool = False
    spoken: TimeUnit | None = None  # the unit of the calendar time that the text spoke of last


@dataclass(frozen=True)
class Draft:
    """A time expression before its value: `clock` is appended to the day ("T22:00", "TMO"); `fixed` is the whole value."""

    type: TimeType
    meaning: TimeMeaning | None
    clock: str = ""
    fixed: str | None = None
    aside: bool = False  # a comparison, which the text does not go on from
