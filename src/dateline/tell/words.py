"""Dates, lists and counts in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline import intervals
from dateline.intervals import Interval

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_QUOTE = re.compile('["“”]')
_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_EDTF_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_EDTF_MONTH = re.compile(r"(\d{4})-(\d\d)")
_EDTF_YEAR = re.compile(r"\d{4}")
_MOMENT = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[T ](\d\d:\d\d)")


def when(interval: Interval | None, *, term: bool = False) -> str:
    """The days as an adverb: "on 10 April 2018", "in March 2018", "between 2 and 8 April 2018", "on an unknown day".

    `term`: they begin with the telling, and only their last tells anything: "by 8 April 2018".
    """
    if interval is not None and term:
        return f"by {days(interval.latest)}"
    if interval is None or (interval.earliest is None and interval.latest is None):
        return "on an unknown day"
    if interval.earliest is None:
        return f"on or before {days(interval.latest)}"
    if interval.latest is None:
        return f"on or after {days(interval.earliest)}"
    if interval.exact:
        return f"on {days(interval.earliest)}"
    if name := _calendar_name(interval):
        return f"in {name}"
    joint = " or " if interval.days == 2 else " and "
    return f"{'on' if interval.days == 2 else 'between'} {_from_to(interval.earliest, interval.latest, joint)}"


def then(interval: Interval | None, before: Interval | None, *, near: bool = True) -> str:
    """The days as an adverb in a paragraph that spoke of `before` last: "the same day", "the next day"; no year is told twice.

    `near` False never counts on from the day before.
    """
    full = when(interval)
    if interval is None or before is None or not interval.closed or not before.closed:
        return full
    if interval == before:
        same = ((_EDTF_DAY, "the same day"), (_EDTF_MONTH, "the same month"), (_EDTF_YEAR, "the same year"))
        return next((text for pattern, text in same if pattern.fullmatch(interval.edtf)), "in those days")
    if near and interval.exact and before.exact and before.gap(interval) == 1 and before < interval:
        return "the next day"
    years = {day.year for day in (interval.earliest, interval.latest, before.earliest, before.latest) if day}
    return full.removesuffix(f" {years.pop()}") if len(years) == 1 and not _EDTF_YEAR.fullmatch(interval.edtf) else full


def label(interval: Interval | None, *, term: bool = False) -> str:
    """The days as a heading: "10 April 2018", "March 2018", "2-8 April 2018" with an en dash, "day unknown".

    `term` as for `when`: "8 April 2018 at the latest".
    """
    if interval is not None and term:
        return f"{days(interval.latest)} at the latest"
    if interval is None or (interval.earliest is None and interval.latest is None):
        return "day unknown"
    if interval.earliest is None:
        return f"by {days(interval.latest)}"
    if interval.latest is None:
        return f"from {days(interval.earliest)}"
    if interval.exact:
        return days(interval.earliest)
    if name := _calendar_name(interval):
        return name
    if (interval.earliest.year, interval.earliest.month) == (interval.latest.year, interval.latest.month):
        return _from_to(interval.earliest, interval.latest, "–")
    return _from_to(interval.earliest, interval.latest, " – ")


def days(day: date | None) -> str:
    """10 April 2018."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else "an unknown day"


def edtf_interval(text: str) -> Interval | None:
    """The interval that an EDTF text of `Interval.edtf` stands for; None when it is none."""
    try:
        if "/" in text:
            first, _, last = text.partition("/")
            return Interval(_end(first), _end(last))
        if _EDTF_DAY.fullmatch(text):
            return intervals.day(date.fromisoformat(text))
        if found := _EDTF_MONTH.fullmatch(text):
            return intervals.month(int(found[1]), int(found[2]))
        return intervals.year(int(text)) if _EDTF_YEAR.fullmatch(text) else None
    except ValueError:
        return None


def and_list(parts: Sequence[str], most: int = 4, joint: str = "and") -> str:
    """ "A", "A and B", "A, B and C"; the same words stand once, and beyond `most` the rest is counted. joint: "and" or "or"."""
    listed = list(dict.fromkeys(parts))
    if len(listed) > most:
        listed = [*listed[: most - 1], f"{count(len(listed) - most + 1)} others"]
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {joint} {listed[-1]}"


def count(number: int) -> str:
    """Small numbers in words, larger ones in figures."""
    return _SMALL[number] if 0 < number < len(_SMALL) else str(number)


def plural(number: int, noun: str, words: bool = False) -> str:
    """ "1 report", "3 reports"; with `words`, "one report"."""
    return f"{count(number) if words else number} {noun}{'' if number == 1 else 's'}"


def capital(text: str) -> str:
    """The text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def visible(text: str) -> str:
    """The text with every character that steers a terminal or turns the reading direction replaced, one for one.

    Reports are strangers' text: an escape sequence in one must not reach the terminal.
    """
    return _STEERING.sub("\ufffd", text)


def stopped(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already, inside quotation marks or not."""
    return text if text.rstrip('”"').endswith((".", "?", "!", "…")) else f"{text}."


def quoted(text: str) -> str:
    """Words in quotation marks, those inside them as single ones; of marks that do not pair, the words up to the odd one."""
    line = text.strip()
    marks = [found.start() for found in _QUOTE.finditer(line)]
    if len(marks) % 2:
        odd = marks[-1]
        before, after = line[:odd].strip(" ,"), line[odd + 1 :].strip(" ,")
        line = before if len(before.split()) > 1 or not after else f"{before} {after}".strip()
        marks = [found.start() for found in _QUOTE.finditer(line)]
    if len(marks) == 2 and marks[0] == 0 and marks[1] == len(line) - 1:
        line, marks = line[1:-1].strip(), []
    for number, at in enumerate(marks):
        line = f"{line[:at]}{'’' if number % 2 else '‘'}{line[at + 1 :]}"
    return f"“{line}”"


def headline(text: str) -> str:
    """A sentence as a heading: without its full stop."""
    return text.removesuffix(".")


def moment(at: str) -> str:
    """A moment of UTC in ISO 8601 as people write it: "23 November 2026, 14:05 UTC"; what is no moment as it is."""
    found = _MOMENT.match(at)
    return f"{days(date.fromisoformat(found[1]))}, {found[2]} UTC" if found else at


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def shorten(text: str, most: int) -> str:
    """The text on one line, cut at a word with an ellipsis when it is longer than `most` characters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line.rfind(" ", most // 2, most)
    return f"{line[: cut if cut > 0 else most]} …"


def _end(text: str) -> date | None:
    return None if text in ("", "..") else date.fromisoformat(text)


def _calendar_name(interval: Interval) -> str | None:
    edtf = interval.edtf
    if found := _EDTF_MONTH.fullmatch(edtf):
        return f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    return edtf if _EDTF_YEAR.fullmatch(edtf) else None


def _from_to(first: date, last: date, joint: str) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{joint}{days(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]}{joint}{days(last)}"
    return f"{days(first)}{joint}{days(last)}"
