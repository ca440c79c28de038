"""Who holds an office that stands with no name, where a report names several holders or well-known people."""

from __future__ import annotations

from dateline.mark import mentions
from dateline.mark.parse import parse
from dateline.records import Block, Report
from dateline.spans import Span


def _holder(text: str, surface: str) -> str:
    """The name of whoever the last mention with these words is; "" for nobody named."""
    blocks, position = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Span("r", position, position + len(line)), "body"))
        position += len(line) + 1
    report = Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, tuple(blocks))
    found = mentions.mark(parse(report))
    bare = [m for m in found if m.span.of(text).lower() == surface][-1]
    return next((m.name for m in found if m.entity == bare.entity and m.form == "name" and m.name), "")


def test_a_later_office_of_somebody_named_near_is_not_the_reports() -> None:
    text = (
        "President Richard Nixon will go to China in 1972.\n"
        "George Bush, the American ambassador at the United Nations, lost the vote.\n"
        "The president will speak on Friday."
    )
    assert _holder(text, "president") == "Richard Nixon"


def test_no_holder_is_known_out_of_his_time() -> None:
    text = "BERLIN, May 3, 1966.\nHelmut Kohl came to the dinner.\nThe chancellor spoke for an hour."
    assert _holder(text, "chancellor") == ""


def test_a_compatriot_who_speaks_points_to_the_holder() -> None:
    text = (
        "Egyptian Foreign Minister Samir Kamel resigned. Egyptian President Anwar Farid met American President Paul Carver.\n"
        "Kamel told the president that he could not sign."
    )
    assert _holder(text, "president") == "Anwar Farid"


def test_who_is_named_later_in_the_sentence_is_somebody_else() -> None:
    text = "Russian President Pavel Orlov was elected again.\nOn Tuesday the president rang up Pavel Orlov to wish him well."
    assert _holder(text, "president") == ""
