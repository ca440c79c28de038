"""Who speaks of a deed of force, or does something after it, has no part in it."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from tests.weave.small_stories import written


def those_in(text: str, word: str) -> set[str]:
    """The words of those who take part in the event that a word tells of."""
    (report,) = written([["2004-05-05", text]])
    marks = mark(report)
    (event,) = [e for e in marks.events if e.trigger.of(text) == word]
    return {marks.mentions[p.mention].span.of(text) for p in event.participants}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chilean President Ana Perez was briefed on the truck attack in Lima.", "attack"),
        ("Chilean President Ana Perez addressed the nation following a mass shooting in Quito.", "shooting"),
        ("Chilean President Ana Perez called the assault on the market in Quito a monstrosity.", "assault"),
        ("A militia spokesman, Jan Berg, called the attack in Quito a reprisal for the raid.", "attack"),
        ("Chilean President Ana Perez welcomed the release of the hostages in Quito.", "release"),
        ("Police in Quito killed a gunman after the attack on the market.", "attack"),
        ("Reuters In 2014 rebels kidnapped thirty girls in Quito.", "kidnapped"),
    ],
)
def test_who_only_speaks_of_it_has_no_part_in_it(text: str, word: str) -> None:
    assert those_in(text, word) == set()


def test_who_plans_it_has() -> None:
    assert "Chile" in those_in("Chile planned a raid on the Peruvian port of Callao.", "raid")


def test_who_is_named_with_it_has() -> None:
    assert "Norwegian" in " ".join(those_in("Chilean President Ana Perez condemned the Norwegian raid on Callao.", "raid"))
