"""The account of whole stories against gold made by hand. Needs the scorer beside the checkout; skips without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import gate


@pytest.mark.parametrize("name", list(gate.STORIES))
def test_no_figure_of_a_story_is_under_its_floor(name: str, shared: Path) -> None:
    folder = gate.STORIES[name]
    known = gate.floors()[name]
    assert known["digest"] == gate.digest(folder), "the gold has changed: measure again and set its floors anew"
    assert gate.shortfalls(name, gate.score_story(folder), known["floor"]) == []  # type: ignore[arg-type]
