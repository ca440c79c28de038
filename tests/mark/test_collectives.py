"""Bodies and camps with nothing but "the" before them."""

from __future__ import annotations

import pytest

from dateline.mark import mentions
from dateline.mark.parse import parse
from dateline.records import Block, Report
from dateline.spans import Span

HOME = "Bolivia is tense. Bolivia's capital is quiet. "


def named(text: str) -> list[tuple[str, str, str | None]]:
    report = Report(
        "r", "r", text, None, (), None, None, (), "en", "article", None, None, (Block(Span("r", 0, len(text)), "body"),)
    )
    found = mentions.mark(parse(report))
    return [(m.span.of(text), m.name, m.country) for m in found if m.name not in ("Bolivia", "") or m.form == "metonym"]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("The opposition accepted the plan.", "The opposition", "Bolivian opposition"),
        ("Talks with the armed rebels failed.", "the armed rebels", "Bolivian rebels"),
        ("Parliament elected a new president.", "Parliament", "Bolivian Parliament"),
        ("The government signed a truce.", "The government", "Bolivia"),
        ("Protesters blocked the road.", "Protesters", "Bolivian protesters"),
    ],
)
def test_bodies_and_camps_of_the_state_that_the_report_is_about(text: str, surface: str, name: str) -> None:
    assert (surface, name, "BOL") in named(HOME + text)


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leader Ana Rojas spoke.",
        "Opposition to the plan grew.",
        "A majority of voters stayed at home.",
        "The army chief resigned.",
        "Such a government cannot last.",
        "The Peruvian opposition spoke.",
    ],
)
def test_words_that_stand_for_nobody_of_it(text: str) -> None:
    assert not [x for x in named(HOME + text) if x[2] == "BOL" and x[0] != "Ana Rojas"]


def test_no_state_is_guessed_between_two() -> None:
    found = named("Bolivia and Peru are at odds. The opposition and the government met.")
    assert ("The opposition", "opposition", None) in found
    assert not any(surface == "the government" for surface, _, _ in found)
