"""Who somebody is, by the words that bring the name in: a second office, a people's adjective, whom they serve."""

from __future__ import annotations

import re

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def known_of(text: str, name: str) -> tuple[str | None, set[str]]:
    """State and titles of the actor of this name."""
    blocks = tuple(Block(Span("r", m.start(), m.end()), "body") for m in re.finditer(r"[^\n]+", text))
    marks = mark(Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, blocks))
    entity = next(m.entity for m in marks.mentions if m.name == name)
    mentions = [m for m in marks.mentions if m.entity == entity]
    titles = {title for m in mentions for title in (m.title, m.wording) if title}
    return next((m.country for m in mentions if m.country), None), titles


@pytest.mark.parametrize(
    ("text", "name", "country", "title"),
    [
        ("Gen. Paul Morel, commander of French forces in the Gulf, said it was over.", "Paul Morel", "FRA", "commander"),
        ("Gen. Norman Hale, commander of U.S. forces in the Gulf, said it was over.", "Norman Hale", "USA", "commander"),
        ("Prince Khalid bin Salim, the Saudi ambassador to Washington, said it was over.", "Khalid bin Salim", "SAU", "ambassador"),
        ("Adm. John Hale, a former chairman of the Joint Chiefs of Staff, said it was over.", "John Hale", "USA", "chairman"),
        ("It was over, said John Hale, a ballistic missile analyst at a think tank.", "John Hale", None, "analyst"),
        ("Saudi businessman Khalid Salim said it was over.", "Khalid Salim", "SAU", "businessman"),
        ("Pakistani education activist Fatima Malik said it was over.", "Fatima Malik", "PAK", "activist"),
        ("Officers escorted the Libyan, Atif Salim, to the airport.", "Atif Salim", "LBY", None),
        ("Atif Salim, a Comorian cleric, had lived in Sudan.", "Atif Salim", "COM", "cleric"),
        ("The ship was chartered by Taiwanese company Billions Group on Monday.", "Billions Group", "TWN", None),
        ("A spokesperson for Finnish President Pekka Laine, Anna Berg, said it was over.", "Anna Berg", "FIN", "spokesperson"),
        ("Secretary of State Mary Alder and Defense Secretary John Hale met the king.", "John Hale", "USA", "secretary of defense"),
        ("Officials called President Bush a liar.", "Bush", "USA", "president"),
    ],
)
def test_who_somebody_is(text: str, name: str, country: str | None, title: str | None) -> None:
    state, titles = known_of(text, name)
    assert state == country
    assert title is None or title in titles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("French-backed rebel chief John Hale said it was over.", "John Hale"),
        ("John Hale, a French-trained engineer, said it was over.", "John Hale"),
    ],
)
def test_a_peoples_adjective_in_another_word_is_nobodys_state(text: str, name: str) -> None:
    assert known_of(text, name)[0] is None
