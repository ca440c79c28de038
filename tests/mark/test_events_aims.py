"""At whom a deed of words or of power is aimed, where its own object names nobody."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def roles(text: str, word: str) -> dict[str, str]:
    block = Block(Span("r", 0, len(text)), "body")
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, (block,)))
    told = [e for e in marks.events if e.trigger.of(text).startswith(word)]
    return {marks.mentions[p.mention].name: p.role for event in told for p in event.participants}


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Norway condemned Ana Perez's decision to close the border.", "condemned", "Ana Perez"),
        ("President Ana Perez refused to meet Jan Berg on Monday.", "refused", "Jan Berg"),
        ("Norway lifted its blockade of Chile on Monday.", "lifted", "Chile"),
        ("Norway rejected a request by Chile to extradite him.", "rejected", "Chile"),
        ("A Norwegian court ordered the release of Jan Berg on Monday.", "ordered", "Jan Berg"),
        ("Norway offered to send doctors to Chile after the earthquake.", "offered", "Chile"),
        ("Norway demanded that Chile withdraw its troops.", "demanded", "Chile"),
        ("The Norwegian parliament launched an investigation into Jan Berg.", "launched", "Jan Berg"),
        ("Norway threatened to halt talks with Chile.", "threatened", "Chile"),
    ],
)
def test_aimed_at(text: str, word: str, whom: str) -> None:
    assert roles(text, word).get(whom) == "recipient"


@pytest.mark.parametrize(
    ("text", "word", "nobody"),
    [
        ("Norway concluded that Jan Berg had been killed by smugglers from Peru.", "concluded", "Peru"),
        ("Jan Berg refused to confirm the Chile report.", "refused", "Chile"),
        ("Norway suggested that Chile was ready for talks.", "suggested", "Chile"),
    ],
)
def test_what_is_only_spoken_of_has_no_part(text: str, word: str, nobody: str) -> None:
    assert nobody not in roles(text, word)
