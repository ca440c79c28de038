"""The days of an event that lasted."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.intervals import Interval, day
from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span
from dateline.weave.lasting import lasted


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sadik and Orlov ended two days of talks in Geneva on Monday.", (11, 12)),
        ("Sadik and Orlov began three days of talks in Geneva on Monday.", (12, 14)),
        ("Sadik and Orlov met in Geneva on Monday.", (12, 12)),
        ("Sadik and Orlov ended two years of talks in Geneva on Monday.", (12, 12)),
    ],
)
def test_a_length_of_time_stretches_the_day(text: str, days: tuple[int, int]) -> None:
    lead = "Prime Minister Ali Sadik and President Ivan Orlov are in Switzerland. "
    block = Block(Span("r", 0, len(lead + text)), "body")
    report = Report("r", "r", lead + text, None, (), None, None, (), "en", "article", None, None, (block,))
    marks = mark(report)
    event = next(e for e in marks.events if e.span.start >= len(lead))
    found = lasted(event, day(date(2018, 3, 12)), marks, report.text, "en")
    assert found == Interval(date(2018, 3, days[0]), date(2018, 3, days[1]))
