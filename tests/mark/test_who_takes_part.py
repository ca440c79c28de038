"""Who takes part in an event where the words name several at once, stand for them, or tell of what came of their meeting."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def taking_part(text: str, words: str) -> set[str]:
    block = Block(Span("r", 0, len(text)), "body")
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, (block,)))
    event = next(e for e in marks.events if words in e.span.of(text))
    found = (marks.mentions[p.mention] for p in event.participants)
    return {mention.name or mention.title or mention.span.of(text) for mention in found}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Armed men battled with Chilean and Peruvian forces.", "battled", {"Chile", "Peru"}),
        (
            "Foreign ministers Kari Lind, Ana Perez and Jan Kowal signed the accord.",
            "signed",
            {"Kari Lind", "Ana Perez", "Jan Kowal"},
        ),
        (
            "Norway and Chile have a pact. The pact, signed by their foreign ministers in Lima, is void.",
            "signed",
            {"Norway", "Chile"},
        ),
        (
            "Presidents Jan Berg of Norway and Ana Perez of Chile met in Lima. The two leaders signed an accord.",
            "signed an accord",
            {"Jan Berg", "Ana Perez"},
        ),
        ("Taliban attacks German consulate in Herat", "attacks", {"Taliban", "German Consulate"}),
        ("Militants from Boko Haram kidnapped 200 girls.", "kidnapped", {"Boko Haram"}),
        ("Hamas fighters fired rockets at Israel.", "fired rockets", {"Hamas", "Israel"}),
    ],
)
def test_who_takes_part(text: str, words: str, names: set[str]) -> None:
    assert names <= taking_part(text, words)
