"""The parts of a time expression: which year, month, day, number or hour the slots of a rule name."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Literal, cast

from dateline.mark.times_rules import Grammar
from dateline.records import TimeBase, TimeMeaning, TimePart, TimeUnit

_COMMON_YEAR = 2001  # any year without a leap day

Tense = Literal["past", "present", "future"]
Slots = Mapping[str, str]


def number(grammar: Grammar, phrase: str) -> float:
    """The number that digits or words stand for: "2 1/2", "twenty-four", "a hundred and ten", "two and a half"."""
    half = 0.5 if phrase.endswith((" and a half", " 1/2")) else 0.0
    phrase = phrase.removesuffix(" and a half").removesuffix(" 1/2").replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", phrase):
        return float(phrase) + half
    total = current = 0.0
    for word in re.split(r"[ -]", phrase):
        if word in ("and", "of", "the", "more", ""):
            continue
        worth = grammar.tables["cardinal"][word]
        if not isinstance(worth, int | float):
            raise TypeError(f"cardinal.{word} is no number")
        if worth >= 100:
            current = (current or 1) * worth
            if worth == 1000:
                total, current = total + current, 0.0
        elif current == 1.0 and word in ("couple", "dozen", "half"):  # "a couple"
            current = float(worth)
        else:
            current += worth
    return total + current + half


def scaled(count: float, unit: str) -> tuple[int, TimeUnit]:
    if unit == "fortnight":
        return round(count * 2), "week"
    if count != int(count) and unit in ("century", "centurie"):
        return round(count * 100), "year"
    if unit in ("centurie", "millennium"):
        return round(count * (10 if unit == "millennium" else 1)), "century"
    if unit == "decade":
        return round(count * 10), "year"
    if count != int(count) and unit == "year":
        return round(count * 12), "month"
    return round(count), cast(TimeUnit, unit)


def named_year(slots: Slots) -> int | None:
    for slot in ("year", "year2"):
        if slot in slots:
            return int(slots[slot])
    if "yy" in slots:
        return 1900 + int(slots["yy"]) if int(slots["yy"]) > 30 else 2000 + int(slots["yy"])
    if "yearwords" in slots:
        return _year_in_words(slots["yearwords"])
    for slot in ("decade", "dec2", "decword"):
        if slot in slots:
            return _decade(slots[slot])
    for slot in ("cent", "centword"):
        if slot in slots:
            digits = slots[slot] if slots[slot].isdigit() else str(_ORDINALS.index(slots[slot]) + 1)
            return (int(digits) - 1) * 100
    return None


_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = {w: i for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])}


def _year_in_words(words: str) -> int:
    if words.startswith("two"):
        return 2000
    first, *rest = re.split(r"[ -]", words)
    return {"nineteen": 1900, "eighteen": 1800}[first] + sum(_TENS.get(word, _ONES.get(word, 0)) for word in rest)


def _decade(word: str) -> int:
    if word.isdigit():
        return int(word) if len(word) == 4 else 1900 + int(word) if int(word) > 20 else 2000 + int(word)
    return 1900 + _TENS[word.replace("ties", "ty")]


_UNITS = {
    "day": "day", "day2": "day", "dayword": "day", "holiday": "day", "feast": "day", "month": "month", "monthnum": "month",
    "quarter": "quarter", "season": "season", "season2": "season", "decade": "decade", "dec2": "decade", "decword": "decade",
    "cent": "century", "centword": "century", "weekday": "weekday",
}  # fmt: skip


def calendar_unit(slots: Slots) -> str:
    if "weekof" in slots or slots.get("feast", "").endswith(" week"):
        return "week"
    return next((unit for slot, unit in _UNITS.items() if slot in slots), "year")


def named_month(grammar: Grammar, slots: Slots) -> int | None:
    for slot in ("month", "month2"):
        if slot in slots:
            return grammar.number("month", slots[slot])
    if "monthnum" in slots:
        return int(slots["monthnum"])
    if "holiday" in slots:
        return cast(int, grammar.pair("holiday", slots["holiday"])[0])
    if "quarter" in slots:
        word = slots["quarter"]
        return (4 if word == "final" else int(word[0]) if word[0].isdigit() else _ORDINALS.index(word) + 1) * 3 - 2
    for slot in ("season", "season2"):
        if slot in slots:
            return grammar.number("season", slots[slot])
    return None


def named_day(grammar: Grammar, slots: Slots) -> int | None:
    for slot in ("day", "day2"):
        if slot in slots:
            return int(slots[slot])
    if "dayword" in slots:
        return grammar.number("ordinal", slots["dayword"])
    if "holiday" in slots:
        return cast(int, grammar.pair("holiday", slots["holiday"])[1])
    return None


def related(
    grammar: Grammar, slots: Slots, relation: str, counted: bool, tense: Tense | None
) -> tuple[TimeBase, int | None, Tense | None]:
    """ "last June" is the latest one; "June last year" and "Thursday last week" count years and weeks."""
    word = relation.removeprefix("the ")
    base, step = grammar.pair("relation", relation if relation in grammar.tables["relation"] else word)
    if base == "reference" or counted:
        return cast(TimeBase, base), cast(int, step), None
    if step == 0:
        return "publication", 0 if "month" in slots or "season" in slots else None, tense or "future"
    return "publication", None, "past" if cast(int, step) < 0 else "future"


def named_part(grammar: Grammar, slots: Slots) -> tuple[TimePart | None, Tense | None]:
    """The part, and the tense that "earlier" and "later" tell."""
    word = slots.get("part") or slots.get("part2")
    if not word:
        return None, None
    part = grammar.text("part", word.strip()) if word.strip() in grammar.tables["part"] else ""
    if part in ("before", "after"):
        return None, "past" if part == "before" else "future"
    return (cast(TimePart, part), None) if part in ("early", "mid", "late") else (None, None)


def stretch_of(grammar: Grammar, slots: Slots, meaning: TimeMeaning) -> tuple[bool, int, int] | None:
    """The first and last day of "the first week of May", "the second half of May", or their months in half a year.

    The flag says that they are months. None where the words name no such stretch.
    """
    word = (slots.get("part") or "").strip()
    half = grammar.text("part", word) if word in grammar.tables["part"] else ""
    if meaning.month is None and half in ("first half", "second half") and meaning.unit == "year":
        return (True, 1, 6) if half == "first half" else (True, 7, 12)
    if meaning.month is None or meaning.unit != "month":
        return None
    days = monthrange(meaning.year or _COMMON_YEAR, meaning.month)[1]
    if half in ("first half", "second half"):
        return (False, 1, 15) if half == "first half" else (False, 16, days)
    if "ofweek" not in slots:
        return None
    if slots["ofweek"] in ("last", "final"):
        return False, days - 6, days
    number_ = _ORDINALS.index(slots["ofweek"])
    return False, 7 * number_ + 1, 7 * number_ + 7


def named_clock(grammar: Grammar, slots: Slots) -> str:
    for slot in ("tod", "tod2"):
        if slot in slots:
            return grammar.text("daytime", slots[slot])
    if "hour24" in slots:
        return f"T{int(slots['hour24']):02d}:{slots['minute24']}"
    if "hourword" in slots:
        return f"T{int(number(grammar, slots['hourword'])):02d}:00"
    if "hour" not in slots:
        return ""
    hour = int(slots["hour"])
    if "ampm" in slots:
        hour = hour % 12 + (12 if slots["ampm"].startswith("p") else 0)
    return f"T{hour:02d}:{slots.get('minute', '00')}"
