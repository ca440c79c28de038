"""What an invitation is to: a visit that no verb tells, or a gathering that gets its guests."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, EventMention, Marks, Report
from dateline.spans import Span


def encounter(text: str) -> tuple[Marks, EventMention | None]:
    body = Block(Span("r", 0, len(text)), "body")
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, (body,)))
    return marks, next((e for e in marks.events if e.type == "CONSULT"), None)


@pytest.mark.parametrize(
    ("text", "status", "guest", "place"),
    [
        ("Norwegian President Kari Dahl invited Polish President Jan Kowal to Oslo.", "proposed", "Jan Kowal", "Oslo"),
        ("Polish President Jan Kowal has accepted an invitation to Oslo from the Norwegian king.", "planned", "Jan Kowal", "Oslo"),
        ("Polish President Jan Kowal declined an invitation to Oslo.", "cancelled", "Jan Kowal", "Oslo"),
        ("Norway took back its invitation to Polish President Jan Kowal.", "cancelled", "Jan Kowal", "Norway"),
        ("Norway withdrew its invitation to Polish President Jan Kowal to visit Oslo.", "cancelled", "Jan Kowal", "Oslo"),
    ],
)
def test_who_is_invited_somewhere_is_to_go_there(text: str, status: str, guest: str, place: str) -> None:
    marks, event = encounter(text)
    assert event is not None and event.status == status and event.mode == "visit"
    assert [marks.mentions[p.mention].name for p in event.participants] == [guest]
    assert event.place is not None and marks.mentions[event.place].name == place


def test_a_gathering_gets_its_guests_and_its_day() -> None:
    marks, event = encounter("Lebanon was invited to the summit in Lima on July 13.")
    assert event is not None and event.when is not None
    assert [marks.mentions[p.mention].country for p in event.participants] == ["LBN"]
    assert all(e.when is None for e in marks.events if e.type == "REQUEST")


def test_the_day_of_the_invitation_is_not_that_of_the_visit() -> None:
    _, event = encounter("Norway invited Polish President Jan Kowal to Oslo on Tuesday.")
    assert event is not None and event.when is None


def test_an_invitation_to_nowhere_is_no_visit() -> None:
    assert encounter("King Hassan of Morocco extended an invitation to Polish President Jan Kowal.")[1] is None
    assert encounter("Norway did not invite Polish President Jan Kowal to Oslo.")[1] is None
