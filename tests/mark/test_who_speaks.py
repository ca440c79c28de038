"""Who speaks where the phrase that names the speaker is long, is a text or an office, or hides behind another name."""

from __future__ import annotations

import re

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def speakers(text: str, role: str = "body") -> dict[str, str | None]:
    """The name of the actor who speaks each statement, by the statement's words."""
    blocks = tuple(Block(Span("r", m.start(), m.end()), role) for m in re.finditer(r"[^\n]+", text))
    marks = mark(Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, blocks))
    names: dict[int, str] = {}
    for mention in marks.mentions:
        if len(mention.name) > len(names.get(mention.entity, "")):
            names[mention.entity] = mention.name
    return {
        s.span.of(text): names.get(marks.mentions[s.speaker].entity) if s.speaker is not None else None for s in marks.statements
    }


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Head of the Peruvian Congress's Foreign Relations Committee Luis Vargas said the deal was dead.", "dead", "Luis Vargas"),
        ("Deputy head of the Senate's Defense and Security Committee Marat Omarov said the deal was dead.", "dead", "Marat Omarov"),
        ("Chairman of the Duma's Committee on International Affairs Pavel Horak said the deal was dead.", "dead", "Pavel Horak"),
        ("A spokesperson for Novak, Pavel Horak, said the deal was dead.", "dead", "Pavel Horak"),
        ("An adviser to Prime Minister Ana Kovac, Pavel Horak, told AFP the deal was dead.", "dead", "Pavel Horak"),
        ("Prime Minister Ana Kovac's office said her cabinet had approved the treaty.", "approved", "Ana Kovac"),
        ("A State Department duty officer said she had no news of a threat.", "news", "US State Department"),
        ('A statement from Kovac\'s office hailed "real progress". Prime Minister Ana Kovac left.', "progress", "Ana Kovac"),
        ('A commentary published in the Granma newspaper said "no pressure works on us."', "pressure", "Granma"),
        (
            'Ivan Novak read from a letter signed by Pavel Horak.\n"Only Oslo can decide," said the letter, which Novak read.',
            "decide",
            "Pavel Horak",
        ),
        ('Ana Kovac on Monday rejected President Ivan Novak\'s call for a "quick withdrawal".', "quick withdrawal", "Ivan Novak"),
        (
            "The Peruvian chief of staff, Luis Vargas, says the ship sank near the island, according to Reuters.",
            "the ship sank near the island",
            "Luis Vargas",
        ),
        (
            'Lena Berg said that she was praying that her daughter Dora was freed. "They say it\'s only two," she said.',
            "only two",
            "Lena Berg",
        ),
        ('Dora Berg was found. Her father, Karl Berg, wept. Dora is well. Dora eats. "I am glad," Berg said.', "glad", "Karl Berg"),
    ],
)
def test_who_speaks(text: str, words: str, name: str) -> None:
    said = {part: who for part, who in speakers(text).items() if words in part}
    assert said[min(said, key=len)] == name


def test_whoever_acted_last_is_not_passed_over() -> None:
    text = 'Pavel Horak said that Luis Vargas had agreed. Vargas left at noon. "I am late," he said.'
    assert speakers(text)["I am late,"] == "Luis Vargas"


def test_what_others_should_do_is_not_theirs() -> None:
    text = 'Luis Vargas singled out oil as one area in which the two countries could take "direct action" against Chile.'
    assert speakers(text).get("direct action") in (None, "Luis Vargas")


def test_a_headline_that_goes_on_after_the_name() -> None:
    text = "Kovac rejects Novak plan, says Slovenia 'ready to wait'"
    assert speakers(text, "title").get("ready to wait") != "Slovenia"
