"""The days of an event that lasted: "ended two days of talks on Monday" is Sunday and Monday."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from dateline import languages
from dateline.intervals import Interval
from dateline.records import EventMention, Marks

LONGEST = 14  # days; what lasts longer is no one event
_DAYS = re.compile(r"P(\d+)D")
_LOOK_BACK = 90  # characters before a length of time in which its verb stands


def lasted(mention: EventMention, stated: Interval | None, marks: Marks, text: str, language: str) -> Interval | None:
    """The whole stretch of days where a mention gives its first or last day and its length in days; else `stated` as it is."""
    if stated is None or not stated.exact or stated.earliest is None:
        return stated
    for time in marks.times:
        length = _DAYS.fullmatch(time.value) if time.type == "DURATION" and mention.span.covers(time.span) else None
        if length is None or not 1 < int(length[1]) <= LONGEST:
            continue
        left = text[max(0, time.span.start - _LOOK_BACK) : time.span.start]
        more = timedelta(days=int(length[1]) - 1)
        sides = _sides(language)
        if sides["ends"].search(left):
            return Interval(stated.earliest - more, stated.earliest)
        if sides["begins"].search(left):
            return Interval(stated.earliest, stated.earliest + more)
    return stated


@cache
def _sides(language: str) -> dict[str, re.Pattern[str]]:
    """Patterns that end right before a length of time, for the side of the day on which it lies."""
    any_of = languages.alternatives(language, "lasting")
    between = rf"(?:(?:{any_of['between']})\s+){{0,3}}$"
    comes = rf"(?:{any_of['comes']})\b[^.;:\n]*\b(?:{any_of['for']})"
    return {
        "ends": re.compile(rf"\b(?:{any_of['ends']})\s+{between}", re.I),
        "begins": re.compile(rf"\b(?:{any_of['begins']}|{comes})\s+{between}", re.I),
    }
