"""The few days that reports leave a deed that none of them gives a day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.intervals import Interval
from tests.weave.small_stories import events_at, told

CONDEMNED = "Russia condemned the missile launch by North Korea."


@pytest.mark.parametrize(
    ("reports", "days"),
    [
        ([("2016-03-11", CONDEMNED)], Interval(date(2016, 3, 10), date(2016, 3, 11))),
        ([("2016-03-11", CONDEMNED), ("2016-03-12", CONDEMNED)], Interval(date(2016, 3, 11), date(2016, 3, 11))),
        ([("2016-03-11", "It was the first launch since Russia condemned the missile launch by North Korea.")], None),
        ([("2016-03-11", f"Envoys met on March 2, 2016. {'So much for the letters. ' * 40}{CONDEMNED}")], None),
    ],
)
def test_the_days_that_reports_leave(reports: list[tuple[str, str]], days: Interval | None) -> None:
    (event, *_) = events_at(told(reports), "condemned the missile launch")
    assert event.date == days and event.date_basis == ("inferred" if days else None)
