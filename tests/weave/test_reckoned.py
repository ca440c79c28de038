"""Days counted from other events: what they start from, whom they date, and how wide they are."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.intervals import Interval, day
from dateline.mark.report import mark
from dateline.records import Block, Marks, Report
from dateline.spans import Span
from dateline.weave.reckoned import Reckoned, counted, reckonings

BASE = date(2011, 5, 10)


def read(text: str) -> tuple[Marks, tuple[Reckoned, ...]]:
    report = Report(
        "r", "r", text, None, (), None, None, (), "en", "article", None, None, (Block(Span("r", 0, len(text)), "body"),)
    )
    marks = mark(report)
    return marks, reckonings(marks, text, "en")


@pytest.mark.parametrize(
    ("text", "base", "told", "first", "last"),
    [
        ("Two days after the attack on the barracks in Beirut, President Mercier flew to Beirut.", "attack", "flew", 2, 2),
        ("The day after the talks in Oslo, President Ruiz flew home to Lima.", "talks", "flew", 1, 1),
        ("President Ruiz flew home a day before the talks in Oslo with King Olaf.", "talks", "flew", -1, -1),
        ("President Ruiz met Pope Clement hours after the talks in Oslo.", "talks", "met", 0, 1),
        ("On the third day of his visit to Oslo, President Ruiz met King Olaf.", "visit", "met", 2, 2),
        ("On day two of the talks in Geneva, President Ruiz met King Olaf.", "talks", "met", 1, 1),
        ("A week after the summit in Vienna, President Ruiz met King Olaf in Lima.", "summit", "met", 6, 8),
        ("A month after the summit in Vienna, President Ruiz met King Olaf in Lima.", "summit", "met", 26, 34),
    ],
)
def test_a_count_starts_from_the_next_event_told(text: str, base: str, told: str, first: int, last: int) -> None:
    marks, (one,) = read(text)
    assert marks.events[one.base].trigger.of(text) == base
    assert [marks.events[n].trigger.of(text) for n in one.told] == [told]
    days = counted(one, day(BASE))
    assert days == day(BASE).shifted(first).join(day(BASE).shifted(last))


def test_the_last_day_is_known_only_of_what_is_known_to_last() -> None:
    _, (one,) = read("On the last day of her visit to Oslo, Queen Elena met King Olaf.")
    assert counted(one, day(BASE)) is None
    assert counted(one, Interval(BASE, date(2011, 5, 12))) == day(date(2011, 5, 12))


def test_a_deed_with_its_own_day_is_not_dated_by_a_count() -> None:
    _, (one,) = read("Two days after the attack on the barracks in Beirut, President Mercier flew to Beirut on Monday.")
    assert one.told == ()


def test_the_calendar_ends() -> None:
    _, (one,) = read("A month after the summit in Vienna, President Ruiz met King Olaf in Lima.")
    assert counted(one, day(date.max)) is None
