"""Builders for lengths of time and for what comes again: "three-day", "four flights a week", "every other year"."""

from __future__ import annotations

from dateline.mark.times_draft import Context, Draft
from dateline.mark.times_parts import Slots, number, scaled
from dateline.mark.times_rules import Grammar
from dateline.mark.times_value import duration
from dateline.records import TimeMeaning


def lasting(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "three-day", "the past nine years", "several weeks"."""
    named = slots.get("unit") or slots["unit2"]
    unit = {"summer": "season", "half-century": "century", "quarter century": "century"}.get(named, named)
    count: float | None
    if named == "quarter" and grammar.side("fraction").match(slots.get("count", "")):
        return None
    if slots.get("count"):
        count = number(grammar, slots["count"]) + (0.5 if "half" in slots else 0.0)
        if named == "second" and slots["count"] in ("a", "the"):
            return None
    elif "some" in slots:
        count = 1.0 if context.left[-1:] == "" and not slots["some"] else None
    else:
        count = {"half-century": 0.5, "quarter century": 0.25}.get(named, 1.0)
    return Draft("DURATION", None, fixed=duration(count, unit))


def rate(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "four flights a week", "$500 million a year": so much in each; else a length."""
    if grammar.side("counted").search(context.left):
        return Draft("SET", None, fixed=duration(1.0, slots["unit"]))
    return lasting(grammar, {**slots, "count": "one"}, context)


def some_day(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "One day they will meet" is some time to come; "it took one day" is a length."""
    if context.tense == "future" and not grammar.side("within").search(context.left):
        return Draft("DATE", TimeMeaning("vague", tense="future"))
    return lasting(grammar, {**slots, "count": "one"}, context)


def repeating(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "every other week", "weekly", "Mondays"."""
    if "set" in slots:
        return Draft("SET", None, fixed=grammar.text("set", slots["set"]))
    if "weekdays" in slots:
        day = next(
            index
            for index, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)
            if slots["weekdays"].startswith(name)
        )
        return Draft("SET", None, fixed=f"XXXX-WXX-{day}")
    if "weekday" in slots:
        return Draft("SET", None, fixed=f"XXXX-WXX-{grammar.number('weekday', slots['weekday']) + 1}")
    if "month" in slots:
        return Draft("SET", None, fixed=f"XXXX-{grammar.number('month', slots['month']):02d}")
    if "season" in slots:
        return Draft(
            "SET", None, fixed=f"XXXX-{ {3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI'}[grammar.number('season', slots['season'])] }"
        )
    if "tod" in slots:
        return Draft("SET", None, fixed=f"XXXX-XX-XX{grammar.text('daytime', slots['tod'])}")
    count = number(grammar, slots["count"]) if "count" in slots else 2.0 if slots.get("other") == "other" else 1.0
    return Draft("SET", None, fixed=duration(count, slots["unit"]))


def elapsed(grammar: Grammar, slots: Slots, context: Context) -> Draft | None:
    """ "ten days have passed since the meeting": it was ten days ago; "in ten days, on Monday". The value is a length of time."""
    count = number(grammar, slots["count"])
    whole, unit = scaled(count, slots["unit"])
    if unit in ("second", "minute", "hour", "night"):
        return Draft("DURATION", None, fixed=duration(count, slots["unit"]))
    meaning = TimeMeaning("publication", unit, whole if "ahead" in slots else -whole)
    return Draft("DURATION", meaning, fixed=duration(count, slots["unit"]))
