"""Where one speaker's words end and another's begin, and what only seems to be said."""

from __future__ import annotations

import re

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Marks, Report
from dateline.spans import Span


def marks_of(text: str) -> Marks:
    blocks = tuple(Block(Span("r", m.start(), m.end()), "body") for m in re.finditer(r"[^\n]+", text))
    return mark(Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, blocks))


def said(text: str) -> dict[str, str | None]:
    """Who speaks each statement, by its words: a name of the speaker's actor, else the words that stand for it."""
    marks = marks_of(text)
    named = {m.entity: m.name for m in marks.mentions if m.name}
    out: dict[str, str | None] = {}
    for one in marks.statements:
        voice = marks.mentions[one.speaker] if one.speaker is not None else None
        out[one.span.of(text)] = named.get(voice.entity, voice.span.of(text)) if voice else None
    return out


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "France said the plan was dead; Finnish minister Anna Berg said it would be revived.",
            ("the plan was dead", "France"),
            ("it would be revived", "Anna Berg"),
        ),
        (
            "France said the plan was dead, but Finland said it would be revived.",
            ("the plan was dead", "France"),
            ("it would be revived", "Finland"),
        ),
        (
            "Officials said two men died, while police said the toll was higher.",
            ("two men died", "officials"),
            ("the toll was higher", "police"),
        ),
        (
            "France has said there is no proof, and the family's lawyer, Anna Berg, said the claims were a sign of despair.",
            ("there is no proof", "France"),
            ("the claims were a sign of despair", "Anna Berg"),
        ),
    ],
)
def test_each_clause_has_its_own_speaker(text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert said(text) == dict([first, second])


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("France said that Finland assured it the port would be closed.", "Finland assured it the port would be closed", "France"),
        ("France urged Finland to tell its allies that the sea is safe for ships.", "the sea is safe for ships", "France"),
        (
            'The team saw three sites classed as secret, and described as "sensitive" by the French authorities.',
            "sensitive",
            "France",
        ),
        ("The republic of Finland said its troops would join the force.", "its troops would join the force", "Finland"),
        ('The vote came as envoy Anna Berg dismissed the offer, calling it "a farce".', "a farce", "Anna Berg"),
        ('Reuters released a report on Monday. "No end is near," the report said.', "No end is near,", "Reuters"),
        ('Replied State Department deputy spokesman John Hale, "We have not seen it."', "We have not seen it.", "John Hale"),
        ('"We want this ... statement," Japan\'s envoy to Chad, Ken Mori, told reporters.', "We want this", "Ken Mori"),
        ("We welcome the release of our girls. \u2014 Pekka Laine (@plaine) October 13, 2016", "We welcome", "Pekka Laine"),
        ("The army saw the launch of a missile at noon Oslo time, Reuters reported.", "Oslo time", "Reuters"),
    ],
)
def test_who_said_it(text: str, words: str, name: str) -> None:
    found = [who for statement, who in said(text).items() if words in statement]
    assert found == [name]


def test_what_might_be_said_is_no_statement() -> None:
    assert list(said("France said it would go if Finland promised it would open the gate.").values()) == ["France"]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ('A French army spokesman said it was over. "We will stay," said spokesman Paul Morel.', True),
        ('A government spokesman said it was over.\n"We will stay," the spokesman, Paul Morel, said.', True),
        ("A lawyer for the family said they would sue. The lawyer, Anna Berg, said the case was strong.", True),
        ("A senior official said the talks were off. Another official, Paul Morel, said they were on.", False),
        ("A senior general said the army would fight. General Paul Morel said it would not.", False),
    ],
)
def test_who_is_named_after_the_office(text: str, one: bool) -> None:
    marks = marks_of(text)
    first, second = (marks.mentions[s.speaker].entity for s in marks.statements if s.speaker is not None)
    assert (first == second) == one
