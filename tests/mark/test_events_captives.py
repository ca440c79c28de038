"""Captives, who are no actors, are taken, freed, exchanged and brought home."""

from __future__ import annotations

import pytest

from tests.mark.test_events import marked


def _types(text: str) -> list[tuple[str, str]]:
    return [(e.type, text[e.trigger.start : e.trigger.end]) for e in marked(text).events]


@pytest.mark.parametrize(
    ("text", "type_", "word"),
    [
        ("Nine of the nurses were freed before dawn.", "CONCEDE", "freed"),
        ("The 14 were set free on Sunday.", "CONCEDE", "set"),
        ("The sailors were exchanged for five jailed rebels.", "CONCEDE", "exchanged"),
        ("The release of the pilgrims came at noon.", "CONCEDE", "release"),
        ("More than sixty boys were taken from their school in March.", "ASSAULT", "taken"),
        ("The mass abduction shocked the country.", "ASSAULT", "abduction"),
        ("Lawyers for the family filed a petition in a federal court.", "ACCUSE", "filed"),
        ("Norwegian officials issued five visas to the family.", "CONCEDE", "issued"),
        ("The court ruled that the girl should go home.", "COERCE", "ruled"),
    ],
)
def test_captives_are_found(text: str, type_: str, word: str) -> None:
    assert (type_, word) in _types(text)


@pytest.mark.parametrize(
    "text",
    ["The film was released in March.", "The boys were taken to the museum.", "The figures were released on Monday."],
)
def test_other_things_are_not(text: str) -> None:
    assert not [t for t, _ in _types(text) if t in ("CONCEDE", "ASSAULT")]
