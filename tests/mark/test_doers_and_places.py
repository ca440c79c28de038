"""Who does a deed that an adjective or an owner names, which body acts, and where a deed is that is called by a city."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Marks, Report
from dateline.spans import Span


def marked(text: str) -> Marks:
    block = Block(Span("r", 0, len(text)), "body")
    return mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, (block,)))


def roles(text: str, word: str) -> dict[str, str]:
    marks = marked(text)
    told = [e for e in marks.events if e.trigger.of(text).startswith(word)]
    return {marks.mentions[p.mention].name: p.role for event in told for p in event.participants}


@pytest.mark.parametrize(
    ("text", "word", "cast"),
    [
        ("Chile's arrest of Jan Berg angered Norway.", "arrest", {"Chile": "initiator", "Jan Berg": "recipient"}),
        ("Norway spoke of Mubarak's ouster in Egypt.", "ouster", {"Mubarak": "recipient"}),
        ("Norway condemned the Russian invasion.", "invasion", {"Russia": "initiator"}),
        ("Russian and Syrian air strikes killed 12 in Aleppo.", "strikes", {"Russia": "initiator", "Syria": "initiator"}),
        ("The Kenya bombing killed 12 people.", "bombing", {"Kenya": "recipient"}),
        (
            "A court in Istanbul ordered the release of Jan Berg.",
            "ordered",
            {"Istanbul Court": "initiator", "Jan Berg": "recipient"},
        ),
        ("Authorities in Pakistan have arrested Jan Berg.", "arrested", {"Pakistan": "initiator", "Jan Berg": "recipient"}),
    ],
)
def test_roles(text: str, word: str, cast: dict[str, str]) -> None:
    assert cast.items() <= roles(text, word).items()


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        ("Norway condemned the Paris attacks.", "attacks", "Paris"),
        ("The attacks in Mumbai left 130 dead.", "attacks", "Mumbai"),
        ("Police said the Mumbai siege was planned in Karachi.", "siege", "Mumbai"),
        ("He was accused of planning the Madrid train bombings.", "bombings", "Madrid"),
    ],
)
def test_a_deed_called_by_its_city(text: str, word: str, where: str) -> None:
    marks = marked(text)
    event = next(e for e in marks.events if e.trigger.of(text) == word)
    assert event.place is not None
    assert marks.mentions[event.place].name == where
    assert where not in roles(text, word)


def test_what_is_condemned_is_elsewhere() -> None:
    assert all(e.place is None for e in marked("Norway condemned the Mumbai attacks.").events if e.type == "ACCUSE")


def test_who_appears_in_court_is_no_court() -> None:
    assert not [m for m in marked("Jan Berg appeared in court in Lima.").mentions if m.kind == "organization"]
