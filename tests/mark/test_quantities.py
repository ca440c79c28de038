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
        ("Fifteen died in the raid on Basra.", 15, "person", "dead", False),
        ("The blast killed 12 on Monday.", 12, "person", "dead", False),
        ("More than 40 were wounded in the shelling.", 40, "person", "injured", True),
        ("The deaths of 41 people were announced.", 41, "person", "people killed", False),
        ("Half a million people marched.", 500_000, "person", "people", True),
        ("A hundred soldiers crossed the border.", 100, "person", "soldiers", True),
        ("Forty-two ships sailed.", 42, "", "ships", False),
        ("They spoke for nearly an hour.", 1, "hour", "", True),
        ("They talked for an hour and a half.", 1.5, "hour", "", False),
        ("They met for two and a half hours.", 2.5, "hour", "", False),
        ("The presidents held 11 days of talks.", 11, "day", "talks", False),
        ("In the bombing 44 people died.", 44, "person", "people killed", False),
        ("The war killed about 70,000 people.", 70_000, "person", "people killed", True),
        ("The blast left at least 41 dead.", 41, "person", "dead", True),
        ("The blast left 23 people dead.", 23, "person", "people killed", False),
        ("The death toll rose to 44.", 44, "person", "dead", False),
        ("They stood in front of 2.500 invited people.", 2500, "person", "people", False),
        ("They talked for two hours and 45 minutes.", 2.75, "hour", "", False),
        ("He brought a five-point plan.", 5, "", "point", False),
    ],
)
def test_value_unit_and_object(text: str, value: float, unit: str, about: str, approximate: bool) -> None:
    (quantity,) = found(text)
    assert (quantity.value, quantity.unit, quantity.about, quantity.approximate) == (value, unit, about, approximate)
    assert quantity.span.of(text).strip() == quantity.span.of(text)


@pytest.mark.parametrize(
    ("text", "value", "against", "about"),
    [
        ("The assembly voted, 76 to 35, to expel them.", 76, 35, "votes"),
        ("Parliament approved it by 312 votes to 210.", 312, 210, "votes"),
        ("The motion passed 61-50.", 61, 50, "votes"),
        ("He was elected by 118 of the 127 members present.", 118, 127, "members"),
        ("The parliament elected him with 118 votes of 128.", 118, 128, "votes"),
    ],
)
def test_two_numbers_that_stand_together(text: str, value: float, against: float, about: str) -> None:
    (quantity,) = found(text)
    assert (quantity.value, quantity.against, quantity.about) == (value, against, about)


@pytest.mark.parametrize(
    "text", ["Prices rose from 10 to 15 dollars.", "The war of 1967-1973 was long.", "They met at 3:15 to 4:20."]
)
def test_no_two_numbers(text: str) -> None:
    assert all(q.against is None for q in found(text))


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ("They talked for three hours.", True),
        ("The presidents were talking during three hours.", True),
        ("They signed it after four hours of talks.", True),
        ("The conversation lasted barely forty minutes.", True),
        ("She made a three-day visit.", True),
        ("He came five days after the agreement.", False),
        ("They will sign it within three months.", False),
        ("It was the first visit in ten years.", False),
        ("Two weeks ago he flew home.", False),
    ],
)
def test_what_lasted(text: str, lasting: bool) -> None:
    assert any(q.lasting for q in found(text)) == lasting


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("At least 40 people came.", "at least"),
        ("Nearly 40 people came.", "nearly"),
        ("Some 40 people came.", "about"),
        ("Fewer than 40 people came.", "at most"),
        ("The rebels will hand over 40 rifles.", "exact"),
        ("The death toll rose to at least 40.", "at least"),
        ("The death toll rose to 40.", "exact"),
    ],
)
def test_side_of_a_hedge(text: str, bound: str) -> None:
    (quantity,) = found(text)
    assert (quantity.value, quantity.bound) == (40, bound)


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
