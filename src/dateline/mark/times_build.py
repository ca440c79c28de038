"""From the slots that a rule found to what they mean: one small builder for each kind of rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

import msgspec

from dateline.mark.times_draft import Context, Draft
from dateline.mark.times_lengths import elapsed, lasting, rate, repeating, some_day
from dateline.mark.times_parts import (
    Slots,
    Tense,
    calendar_unit,
    named_clock,
    named_day,
    named_month,
    named_part,
    named_year,
    number,
    related,
    scaled,
    stretch_of,
)
from dateline.mark.times_rules import Grammar, Match
from dateline.mark.times_value import duration
from dateline.records import TimeBase, TimeBound, TimeMeaning, TimeUnit


def build(grammar: Grammar, match: Match, context: Context) -> Draft | None:
    """What the match means, None when its numbers make no time."""
    try:
        return _BUILDERS[match.rule.kind](grammar, match.slots, context)
    except (ValueError, KeyError):
        return None


def calendar(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """Named parts of a date, with or without a year."""
    year, unit, first_month, day = named_year(slots), calendar_unit(slots), named_month(grammar, slots), named_day(grammar, slots)
    if first_month is not None and day is not None and day > 31:
        return None
    weekday = grammar.number("weekday", slots["weekday"]) if "weekday" in slots else None
    counted = slots.get("relweek") or slots.get("relyear") or slots.get("relyear2")
    relation = counted or slots.get("rel")
    base: TimeBase = "absolute" if year is not None and unit != "weekday" else "publication"
    shift, tense = None, context.tense
    if base == "publication" and relation:
        base, shift, tense = related(grammar, slots, relation, bool(counted), tense)
    if unit == "weekday" and relation in (None, "this") and tense != "past":
        owns, awaited = context.right.startswith("'s"), grammar.side("awaited").search(context.left)
        if owns and awaited:  # "ahead of Friday's vote"
            tense = "future"
        elif tense == "present":  # "follows Tuesday's vote"
            tense = "past" if context.headline or owns else "future"
    if unit == "weekday" and base == "publication" and relation == "this" and tense == "past":  # "this Saturday" is just over
        shift = 0
    if day is not None and first_month is None and weekday is None and not relation:
        base = "reference"  # "on the 5th": of the month that the text speaks of
    if (
        unit == "quarter" and base == "publication" and not relation
    ):  # "plans to report its third-quarter results": of one just over
        tense = (
            "past"
            if grammar.side("ended").match(context.right)
            else None
            if grammar.side("reported").match(context.right)
            else tense
        )
    part, side = named_part(grammar, slots)
    if unit == "weekday" and tense == "past":  # "later Friday he left"
        side = None
    strict = weekday is not None and base == "publication" and shift is None and relation in ("last", "next")
    meaning = TimeMeaning(
        base, cast(TimeUnit, "day" if unit == "weekday" else unit), shift, year, first_month, day,
        weekday if day or not first_month else None,
        side or tense, part, strict=strict, feast=grammar.text("feast", slots["feast"]) if "feast" in slots else None,
    )  # fmt: skip
    if "last" in slots:
        last = TimeMeaning(base, "day", shift, year, first_month, int(slots["last"]), None, meaning.tense)
        if int(slots["last"]) < (day or 0):
            return None
        meaning = msgspec.structs.replace(meaning, until=last)
    elif (stretch := stretch_of(grammar, slots, meaning)) is not None:
        months, first_one, last_one = stretch
        ends = [{"unit": "month", "month": one} if months else {"day": one} for one in (first_one, last_one)]
        meaning = msgspec.structs.replace(
            meaning, part=None, **ends[0], until=msgspec.structs.replace(meaning, part=None, **ends[1])
        )
    clock = named_clock(grammar, slots)
    return Draft("TIME" if clock else "DATE", meaning, clock)


def numeric(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """10/04/2018: day first or month first by what can be, then by the text's habit."""
    first, second, mark, raw = int(slots["first"]), int(slots["second"]), slots["mark"], slots["year"]
    if len(raw) == 2 and mark != "/":
        return None
    year = int(raw) if len(raw) == 4 else 1900 + int(raw) if int(raw) > 50 else 2000 + int(raw)
    day_first = first > 12 or (second <= 12 and (mark == "." or context.day_first))
    day, month = (first, second) if day_first else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Draft("DATE", TimeMeaning("absolute", "day", year=year, month=month, day=day))


def relation(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "last week", "the end of the month", "the same day", "the day before"."""
    unit = slots.get("unit") or slots["unit2"]
    if "adjacent" in slots:
        return Draft(
            "DATE",
            TimeMeaning(
                "reference", cast(TimeUnit, "day" if unit == "night" else unit), -1 if slots["adjacent"] == "before" else 1
            ),
        )
    base, shift = grammar.pair("relation", slots["rel"]) if "rel" in slots else ("publication", 0)
    part, side = named_part(grammar, slots)
    if "tail" in slots:
        part = "late"
    if unit == "day" and slots.get("rel") in (None, "next"):  # "the next day" follows the day told just before, not today
        base = "reference"
    unit = unit.removeprefix("fiscal ")
    tense = side or (context.tense if shift == 0 else None)
    meaning = TimeMeaning(
        cast(TimeBase, base), cast(TimeUnit, unit), cast(int, shift), tense=tense if base == "publication" else None, part=part
    )
    return Draft("DATE", meaning)


def offset(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "three weeks ago", "two days later", "a month earlier", "less than two weeks before the summit"."""
    sign, base = grammar.pair("direction", slots["direction"])
    unit = slots["unit"]
    count = number(grammar, slots["count"]) if slots.get("count") else None if "some" in slots else 1.0
    if base == "event" and re.match(r"\s*(?:[,.;:)]|$|and\b|but\b|in\b|at\b)", context.right):
        base = "reference"
    if count is None:
        if base == "event":
            return Draft("DURATION", None, fixed=duration(None, unit))
        return Draft("DATE", TimeMeaning("vague", tense="past" if cast(int, sign) < 0 else "future"))
    if unit in ("second", "minute", "hour", "night"):
        meaning = TimeMeaning(cast(TimeBase, base), "day", 0 if unit != "night" else round(count) * cast(int, sign))
        return Draft("TIME", meaning, clock="" if unit == "night" else "TXX:XX")
    whole, unit = scaled(count, unit)
    bound: TimeBound = "exact"
    if base == "event" and count != int(count) and unit == "month":
        whole, unit = scaled(count * 30.4, "day")
    if base == "event":
        bound = "not before" if "less than" in slots.get("mod", "") else "exact"
        return Draft(
            "DURATION", TimeMeaning("event", unit, whole * cast(int, sign), bound=bound), fixed=duration(count, slots["unit"])
        )
    return Draft("DATE", TimeMeaning(cast(TimeBase, base), unit, whole * cast(int, sign), bound=bound))


def spoken(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "the quarter", "the weekend": the one spoken of, else the one that has just passed or is to come."""
    if slots.get("unit2") == "period" and context.spoken != "quarter":
        return None
    if slots.get("unit") == "weekend":
        shift = {"past": -1, "future": 0}.get(context.tense or "past", -1)
        return Draft("DATE", TimeMeaning("publication", "weekend", shift))
    if context.spoken == "quarter":
        return Draft("DATE", TimeMeaning("reference", "quarter", 0))
    return Draft("DATE", TimeMeaning("publication", "quarter", -1 if context.tense == "past" or "latest" in slots else 0))


def compared(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "a year earlier", "the year-ago quarter": in a text that speaks of a quarter, the same quarter a year before."""
    if "quarter" in slots:
        month = named_month(grammar, slots)
        return Draft("DATE", TimeMeaning("publication", "quarter", -1, month=month), aside=True)
    if context.spoken == "quarter" or "quarter" in (slots.get("what"), slots.get("what2")):
        return Draft("DATE", TimeMeaning("reference" if context.spoken == "quarter" else "publication", "quarter", -4), aside=True)
    from_now = context.spoken is None or "ago" in slots
    return Draft("DATE", TimeMeaning("publication" if from_now else "reference", "year", -1), aside=True)


def beside(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "the day after the vote", "the week before she left": counted from something told after it."""
    sign, _ = grammar.pair("direction", slots["direction"])
    unit = {"night": "day", "morning": "day"}.get(slots["unit"], slots["unit"])
    return Draft("DATE", TimeMeaning("event", cast(TimeUnit, unit), cast(int, sign)), fixed="XXXX-XX-XX")


def eve(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "on the eve of the summit": shortly before another event."""
    return Draft("DATE", TimeMeaning("event", "day", -1, bound="about"), fixed="XXXX-XX-XX")


def deictic(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "today", "yesterday evening", "last night", "later this afternoon", "the day before yesterday"."""
    clock = named_clock(grammar, slots)
    base: TimeBase = "publication"
    if "beyond" in slots:
        shift = -2 if slots["beyond"].startswith("before") else 2
    elif "reltod" in slots:
        shift = -1 if slots["reltod"] == "last" else 0
        base = "reference" if slots["reltod"] in ("that", "the same") else "publication"
    else:
        shift = grammar.number("deictic", slots["deictic"])
        shift += 7 * round(number(grammar, slots["weeks"])) if "weeks" in slots else 0
        clock = clock or ("TNI" if slots["deictic"] in ("tonight", "overnight") else "")
    return Draft("TIME" if clock else "DATE", TimeMeaning(base, "day", shift), clock)


def clock_time(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """A time of day by itself: on the day spoken of, else on the publication day."""
    return Draft("TIME", TimeMeaning("reference", "day", 0), named_clock(grammar, slots))


def vague(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "now", "recently", "soon"."""
    ref = grammar.text("vague", slots["vague"])
    if ref.startswith("P") and not ref.endswith("_REF"):  # "in recent months"
        return Draft("DURATION", TimeMeaning("vague", tense="past"), fixed=ref)
    tense: Tense = "past" if ref == "PAST_REF" else "future" if ref == "FUTURE_REF" else "present"
    return Draft("DATE", TimeMeaning("vague", tense=tense))


_BUILDERS: dict[str, Callable[[Grammar, Slots, Context], Draft | None]] = {
    "calendar": calendar,
    "numeric": numeric,
    "relation": relation,
    "offset": offset,
    "elapsed": elapsed,
    "eve": eve,
    "beside": beside,
    "one day": some_day,
    "rate": rate,
    "spoken": spoken,
    "compared": compared,
    "deictic": deictic,
    "duration": lasting,
    "set": repeating,
    "clock": clock_time,
    "vague": vague,
}
