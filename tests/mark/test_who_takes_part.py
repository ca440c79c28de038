"""Who takes part in an event where the words name several at once, stand for them, or tell of what came of their meeting."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def taking_part(text: str, words: str) -> set[str]:
    """The names or offices of those who take part, or the words that stand for them."""
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
        ("According to Kari Lind, Chile and Peru are planning to hold the peace talks in Oslo.", "talks", {"Chile", "Peru"}),
        ("Jan Berg of Norway and Ana Perez of Chile are both due at the summit in Lima.", "summit", {"Jan Berg", "Ana Perez"}),
        ("Jan Berg of Norway will travel to the summit in Lima.", "summit", {"Jan Berg"}),
        (
            "At a summit of the Nordic Council in Oslo, Ana Perez of Chile offered to host the talks.",
            "summit",
            {"Nordic Council", "Ana Perez"},
        ),
        (
            "Ana Perez of Chile was in Oslo. Ana Perez was accompanied on the trip by Foreign Minister Jan Kowal.",
            "trip",
            {"Ana Perez", "Jan Kowal"},
        ),
    ],
)
def test_who_takes_part(text: str, words: str, names: set[str]) -> None:
    assert names <= taking_part(text, words)


@pytest.mark.parametrize(
    ("text", "words", "absent"),
    [
        ("In a telephone call President Jan Berg told President Ana Perez that Russia was ready.", "call", "Russia"),
        ("The opposition has walked out of the cabinet.", "walked", "cabinet"),
    ],
)
def test_who_does_not(text: str, words: str, absent: str) -> None:
    assert not any(absent in name for name in taking_part(text, words))


def test_him_is_not_who_does_it() -> None:
    text = "Jan Berg of Norway received Juan Perez of Chile in Oslo and embraced him."
    assert taking_part(text, "embraced") == {"Jan Berg", "him"}
