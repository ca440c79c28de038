"""Of what state somebody is, where no office says it outright."""

from __future__ import annotations

import pytest

from dateline.languages import names
from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def country(text: str, name: str) -> str | None:
    report = Report(
        "r", "r", text, None, (), None, None, (), "en", "article", None, None, (Block(Span("r", 0, len(text)), "body"),)
    )
    return next(m.country for m in mark(report).mentions if m.name == name and m.kind == "person")


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("King Olav of Norway, who was angry at first, received the envoy on Sunday.", "Olav", "NOR"),
        ("At night the Israeli Dov Kaplan and the envoy wrote their initials under the paper.", "Dov Kaplan", "ISR"),
        ("Amnon Peretz leads for Israel, and the others have nobody.", "Amnon Peretz", "ISR"),
        ("His Peruvian colleague, Luis Cardenas, answered that the pictures proved nothing.", "Luis Cardenas", "PER"),
        ("Indian officials were livid. Home Minister Ravi Menon, a hawk, threw the paper away.", "Ravi Menon", "IND"),
        ("The visitors from China were led by Chiao Teh-hsing, who said nothing.", "Chiao Teh-hsing", "CHN"),
        ("Bolton told his colleague Pavel Rusu that the plan was dead.", "Pavel Rusu", None),
        ("Norway and Sweden quarrelled. Trade Minister Ola Brekke stayed away.", "Ola Brekke", None),
    ],
)
def test_of_what_state(text: str, name: str, state: str | None) -> None:
    assert country(text, name) == state


def test_a_well_known_name_in_any_romanisation() -> None:
    assert {row.of for row in names.leader("Chou En-lai")} == {row.of for row in names.leader("Zhou Enlai")} == {"CHN"}
