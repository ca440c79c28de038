"""The few days that reports leave a deed that none of them gives a day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.intervals import Interval
from tests.weave.small_stories import events_at, told

CONDEMNED = "Russia condemned the missile launch by North Korea."
LETTERS = "So much for the letters. "


@pytest.mark.parametrize(
    ("reports", "days"),
    [
        ([("2016-03-11", CONDEMNED)], Interval(date(2016, 3, 10), date(2016, 3, 11))),
        ([("2016-03-11", CONDEMNED), ("2016-03-12", CONDEMNED)], Interval(date(2016, 3, 11), date(2016, 3, 11))),
        ([("2016-03-11", "It was the first launch since Russia condemned the missile launch by North Korea.")], None),
        ([("2016-03-11", f"{LETTERS * 40}Envoys met on March 2, 2016. {LETTERS * 12}{CONDEMNED}")], None),
        ([("2016-03-11", f"{LETTERS * 40}{CONDEMNED}")], Interval(date(2016, 3, 10), date(2016, 3, 11))),
    ],
)
def test_the_days_that_reports_leave(reports: list[tuple[str, str]], days: Interval | None) -> None:
    (event, *_) = events_at(told(reports), "condemned the missile launch")
    assert event.date == days and event.date_basis == ("inferred" if days else None)


def on(month: int, day: int) -> Interval:
    return Interval(date(2016, month, day), date(2016, month, day))


CHRONICLE = """Steps on the road.
Feb 2 - North Korea fires a rocket.
March 1 - Russia condemns the missile launch by North Korea.
March 20 - The envoys of Russia and Japan are to meet in Oslo."""


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (CHRONICLE, "condemns the missile launch", on(3, 1)),
        (f"It all began on Tuesday. {CONDEMNED}", "condemned the missile launch", on(3, 8)),
        (f"On Wednesday the talk was of nothing else. {LETTERS * 12}{CONDEMNED}", "condemned the missile launch", on(3, 9)),
        (f"On Wednesday the talk was of nothing else. {LETTERS * 50}{CONDEMNED}", "condemned the missile launch", on(3, 9)),
    ],
)
def test_the_day_that_a_text_implies(text: str, words: str, day: Interval) -> None:
    """Of its line, of the sentence before, of the one day that the lead names."""
    (event, *_) = events_at(told([("2016-03-11", text)]), words)
    assert event.date == day


def test_what_news_followed_was_not_done_on_its_day() -> None:
    text = f"{LETTERS * 40}The offer came on Tuesday. It followed a visit by Russia to Oslo."
    (event, *_) = events_at(told([("2016-03-11", text)]), "a visit by Russia")
    assert event.date is None
