"""Quantities: values, units, what they count, and what is no quantity."""

from __future__ import annotations

import pytest

from dateline.mark import mentions, quantities, times
from dateline.mark.parse import parse
from dateline.records import Block, Quantity, Report
from dateline.spans import Span


def found(text: str) -> list[Quantity]:
    report = Report(
        "r", "r", text, None, (), None, None, (), "en", "article", None, None, (Block(Span("r", 0, len(text)), "body"),)
    )
    parsed = parse(report)
    named = mentions.mark(parsed)
    return list(quantities.mark(parsed, named, times.mark(parsed)))


@pytest.mark.parametrize(
    ("text", "value", "unit", "about", "approximate"),
    [
        ("Chile has some 12,000 of its nationals in Norway.", 12_000, "person", "nationals", True),
        ("They share a 230km-long border.", 230, "km", "border", False),
        ("They share a 230-kilometre border.", 230, "km", "border", False),
        ("Norway wrote off more than 3 billion US dollars.", 3e9, "USD", "", True),
        ("Norway gave $20 million to the hospital.", 2e7, "USD", "", False),
        ("It paid €3.5bn.", 3.5e9, "EUR", "", False),
        ("Exports fell by 12.5 per cent.", 12.5, "%", "", False),
        ("The call lasted about 45 minutes.", 45, "minute", "", True),
        ("She made a three-day visit.", 3, "day", "visit", False),
        ("He led a delegation of 60 businessmen.", 60, "person", "businessmen", False),
        ("Nearly two thousand troops stayed.", 2000, "person", "troops", True),
        ("The war cost 100.000 lives.", 100_000, "", "lives", False),
        ("They sold 1,5 million tonnes of wheat.", 1.5e6, "t", "wheat", False),
        ("Forty-two ships sailed.", 42, "", "ships", False),
        ("They spoke for nearly an hour.", 1, "hour", "", True),
        ("They talked for an hour and a half.", 1.5, "hour", "", False),
        ("They met for two and a half hours.", 2.5, "hour", "", False),
        ("The presidents held 11 days of talks.", 11, "day", "talks", False),
        ("In the bombing 44 people died.", 44, "person", "people killed", False),
        ("The war killed about 70,000 people.", 70_000, "person", "people killed", True),
        ("The blast left at least 41 dead.", 41, "person", "dead", True),
    ],
)
def test_value_unit_and_object(text: str, value: float, unit: str, about: str, approximate: bool) -> None:
    (quantity,) = found(text)
    assert (quantity.value, quantity.unit, quantity.about, quantity.approximate) == (value, unit, about, approximate)
    assert quantity.span.of(text).strip() == quantity.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "They met on June 12, 2018.",
        "The talks began at 15:30.",
        "A 41-year-old officer spoke.",
        "It was the 3rd meeting.",
        "Resolution 2231 was adopted.",
        "The 1990s were quiet.",
        "The two countries share a border.",
        "Nothing is counted here.",
        "He takes it twice a day.",
        "The page g 7 was lost.",
        "",
    ],
)
def test_no_quantity(text: str) -> None:
    assert found(text) == []
