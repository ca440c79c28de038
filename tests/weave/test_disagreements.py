"""Disagreements of small stories: exactly those that a careful reader would call one, and of which kind."""

from __future__ import annotations

from typing import Any

import pytest
from small_stories import parameters, told

from dateline.tell.disputes import disputes


@pytest.mark.parametrize("case", parameters("disagreements"))
def test_golden(case: dict[str, Any]) -> None:
    account = told(case["reports"])
    found = sorted((d.field, d.kind) for _, d in disputes(account.events))
    assert found == sorted((field, kind) for field, kind in case["disagreements"])


def test_order_of_reports_does_not_matter() -> None:
    reports = [
        ["2019-03-13", "Finnish Foreign Minister Aino Salmi met Norwegian Foreign Minister Kari Lund in Oslo on March 12."],
        ["2019-03-14", "Finnish Foreign Minister Aino Salmi met Norwegian Foreign Minister Kari Lund in Bergen on March 12."],
    ]
    one, two = ([d.field for e in told(r).events for d in e.disagreements] for r in (reports, reports[::-1]))
    assert one == two == ["place"]
