"""Who "they", "both", "the two presidents" and "I" are, among the participants of an event."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def people(text: str, trigger: str) -> frozenset[str]:
    """Names of those who take part in the last event with this trigger; a report of one paragraph."""
    blocks = (Block(Span("r", 0, len(text)), "body"),)
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, blocks))
    names = {m.entity: m.name for m in reversed(marks.mentions) if m.name}
    found = [e for e in marks.events if e.trigger.of(text) == trigger]
    return frozenset(names.get(marks.mentions[p.mention].entity, "") for p in found[-1].participants) if found else frozenset()


BOTH = "Polish President Jan Kowal met Finnish President Kari Dahl and her adviser Olli Salo."


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Poles and the Finns announced that they are talking in Oslo.", "talking", {"Poland", "Finland"}),
        (f"{BOTH} The two presidents will meet again in May.", "meet", {"Jan Kowal", "Kari Dahl"}),
        ("Polish diplomats came to Oslo. They met Finnish President Kari Dahl.", "met", {"Poland", "Kari Dahl"}),
        ("A Polish delegation headed by Foreign Minister Adam Nowak arrived in Oslo.", "arrived", {"Poland", "Adam Nowak"}),
        (
            "Polish President Jan Kowal saw Kari Dahl. Poland and Finland are at odds. The two governments signed a treaty.",
            "signed",
            {"Poland", "Finland"},
        ),
    ],
)
def test_who_a_plural_stands_for(text: str, trigger: str, expected: set[str]) -> None:
    assert people(text, trigger) == expected


def test_i_is_who_speaks_and_met_somebody() -> None:
    said = 'Polish President Jan Kowal said: "I will meet Finnish President Kari Dahl in Oslo."'
    assert people(said, "meet") == {"Jan Kowal", "Kari Dahl"}


def test_a_number_of_ministers_are_nobody_told_of_before() -> None:
    assert "Jan Kowal" not in people(f"{BOTH} Six ministers met in Oslo.", "met")


def test_plurals_that_lead_to_each_other_end() -> None:
    text = "They told both that they met them, and both said they met both when they and they met them. " * 4
    assert people(text, "met") is not None
