"""Those who speak and have no name: they are actors of their kind, the same one each time the report speaks of them."""

from __future__ import annotations

import re

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Marks, Mention, Report
from dateline.spans import Span


def marks_of(text: str) -> Marks:
    blocks = tuple(Block(Span("r", m.start(), m.end()), "body") for m in re.finditer(r"[^\n]+", text))
    return mark(Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, blocks))


def voices(text: str) -> list[Mention | None]:
    """Who speaks each statement, in text order."""
    marks = marks_of(text)
    return [marks.mentions[s.speaker] if s.speaker is not None else None for s in marks.statements]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A militant said the hostages had been moved.", "militant", "person"),
        ("Local sources said the release was part of a swap.", "Local sources", "group"),
        ("The family's lawyers said they would appeal the ruling.", "lawyers", "group"),
        ("One crew chief said the planes had been refuelled.", "crew chief", "person"),
        ("Senior officials said the raids would go on.", "Senior officials", "group"),
        ("The company said it had halted all shipments.", "company", "organization"),
        ("The pilots' union said its members would strike.", "union", "organization"),
        ("Relatives of the hostages said they had not been told.", "Relatives", "group"),
        ("Diplomats in Geneva said the text was agreed.", "Diplomats in Geneva", "group"),
        ("Police in the town said two men had died.", "Police", "group"),
        ("The Mercy campaign said the arrests were illegal.", "Mercy campaign", "organization"),
        ("A woman who fled the village said soldiers had burned it.", "woman", "person"),
        ("State television said the raid had killed nine villagers.", "State television", "organization"),
        ("The raid had killed nine villagers, state radio reported.", "state radio", "organization"),
        ("The tanker had turned back, local media said.", "local media", "group"),
        ("The zoo said its keepers had been paid.", "zoo", "organization"),
        ("The pilots' families said they had not been told.", "families", "group"),
        ("One of the hostages said the guards had treated them well.", "One of the hostages", "person"),
        ("Several of the settlers said they would not leave the valley.", "Several of the settlers", "group"),
    ],
)
def test_who_has_no_name_speaks(text: str, words: str, kind: str) -> None:
    (voice,) = voices(text)
    assert voice is not None
    assert (voice.span.of(text), voice.kind) == (words, kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The army denied the report. "No soldier of ours crossed the river," it said in a statement.', "army"),
        ('A spokesman for the rebels denied the report. "We hold nobody," he said.', "spokesman"),
        ("The company rejected the claims. It said the ships had been sold in May.", "company"),
    ],
)
def test_a_pronoun_stands_for_the_nameless_subject_before_it(text: str, words: str) -> None:
    marks = marks_of(text)
    (statement,) = [s for s in marks.statements if s.span.of(text).startswith(("No soldier", "We hold", "the ships"))]
    assert statement.speaker is not None
    entity = marks.mentions[statement.speaker].entity
    assert words in {m.span.of(text) for m in marks.mentions if m.entity == entity}


@pytest.mark.parametrize(
    "text",
    [
        "The results said little about the vote.",
        "A poll said the government would lose.",
        "The number said that nothing had changed.",
    ],
)
def test_what_is_nobody_does_not_speak(text: str) -> None:
    assert all(voice is None for voice in voices(text))


@pytest.mark.parametrize(
    "text",
    [
        "A witness said shots were fired. The witness said one man was masked.",
        "Local sources said they were freed. They said a swap had been made.",
        "The boy's relatives said they would sue.\nThe relatives said a hearing was set for Monday.",
        "The newspaper Vreme reported that the talks would resume. The newspaper said a date had been set.",
        "The Vreme newspaper said the talks would resume.\nA date had been set, the newspaper said.",
        "The company said it had halted shipments. It said a review was under way.",
    ],
)
def test_one_voice_is_one_actor(text: str) -> None:
    first, second = voices(text)
    assert first is not None
    assert second is not None
    assert first.entity == second.entity


@pytest.mark.parametrize(
    "text",
    [
        "A witness said shots were fired. Another witness said it was quiet.",
        "Defence lawyers said he was ill. Government lawyers said he was well.",
        "Kovac's aides said he was ill. Novak's aides said he was well.",
    ],
)
def test_two_voices_are_two_actors(text: str) -> None:
    first, second = voices(text)
    assert first is not None
    assert second is not None
    assert first.entity != second.entity


def test_somebodys_father_has_the_familys_name() -> None:
    text = "Petr Novak's father said he wanted him home.\nPavel Novak wrote that he was content."
    first, second = voices(text)
    assert first is not None
    assert second is not None
    assert first.entity == second.entity


def test_a_report_speaks_of_who_spoke_elsewhere_too() -> None:
    text = "Soldiers met the boy's relatives on Monday.\nThe relatives said they would sue."
    found = [m for m in marks_of(text).mentions if m.span.of(text) == "relatives"]
    assert len({m.entity for m in found}) == len(found) - 1 == 1
