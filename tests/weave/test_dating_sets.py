"""Small sets of reports, some with no day, of many kinds: the days that a careful reader would give them and what they tell.

A day that is "unknown" must stay open or wide. What is still missed is listed, so that nobody forgets to say when it no longer is.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.intervals import Interval
from tests.weave.small_stories import cases, events_at, told

WIDE = 10  # days: an answer wider than this claims to know no day


def judged(found: Interval | None, wanted: list[str] | None) -> bool:
    if wanted is None:
        return found is None or (found.days or WIDE + 1) > WIDE
    first, last = (date.fromisoformat(day) for day in wanted)
    return found is not None and found.within(Interval(first, last))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in cases("dating")])
def test_days_of_reports_and_events(case: dict[str, Any]) -> None:
    account = told(case["reports"])
    missed = []
    for number, wanted in case["published"].items():
        found = account.published.get(f"r{number}")
        if not judged(found.interval if found else None, wanted):
            missed.append(f"report {number}")
        if found and found.surely and wanted and not found.surely.meet(Interval(*map(date.fromisoformat, wanted))):
            missed.append(f"what is sure of report {number}")
    for words, wanted in case["events"]:
        events = events_at(account, words)
        if not events or not judged(events[0].date, wanted):
            missed.append(words)
    assert missed == case.get("missed", [])
