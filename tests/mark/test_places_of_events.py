"""Where events are: the place of their clause, the land that a deed is done to; and names that their own words make places."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Marks, Report
from dateline.spans import Span


def marks_of(text: str) -> Marks:
    block = Block(Span("r", 0, len(text)), "body")
    return mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, (block,)))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway's invasion of Chile on Aug. 2 shocked the world.", "Chile"),
        ("Norway launched air strikes against Chile on Friday.", "Chile"),
        ("Norway deployed 300 soldiers to Chile last month.", "Chile"),
        ("Norwegian troops withdrew from Chile on Friday.", "Chile"),
        ("Police in the Comoros islands raided two homes on Tuesday.", "Comoros"),
        ("The army chiefs of Norway, Chile and Peru met in the Peruvian capital Lima on Thursday.", "Lima"),
        ("More than 90 girls were taken from their school in the town of Arkova in April.", "Arkova"),
        ("Chilean soldiers killed two men outside a mosque in the northern city of Tarapoto on Sunday.", "Tarapoto"),
        ("The nine were freed before dawn in the town of Arkova, near the border with Peru.", "Arkova"),
        ("Norwegian jets bombed targets in southern Libya overnight.", "Libya"),
        ("Norway moved a second aircraft carrier into the Persian Gulf on Friday.", "Persian Gulf"),
        ("Chile closed the port of Iquique to Bolivian trade on Monday.", "Iquique"),
        ("A bomber rammed a car packed with explosives into a wall in the northern Afghan city of Herat, killing four.", "Herat"),
        ("The tanker was seized after it came into South Korea's port in Yeosu.", "Yeosu"),
        ("The rebels freed two French hostages held in the north of Mali.", "Mali"),
        ("On the sidelines of a forum in Geneva, Jan Berg met Chilean Foreign Minister Ana Perez.", "Geneva"),
    ],
)
def test_the_place_in_the_clause(text: str, place: str) -> None:
    marks = marks_of(text)
    assert place in {marks.mentions[e.place].name for e in marks.events if e.place is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Perez arrived from Lima on Monday.",
        "Norway attacked the embassy of Chile.",
        "Chile seized a Hong Kong-flagged ship in November.",
        "Norway condemned the crackdown in Chile.",
    ],
)
def test_no_place_told(text: str) -> None:
    assert all(e.place is None for e in marks_of(text).events if e.loose is None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI, Kenya (AP) _ Ambassador Ana Perez met the trade minister.", "Nairobi"),
        ("ISLAMABAD: The military ruler has accepted an invitation.", "Islamabad"),
        ("GENEVA (Agency) - Norway and Chile signed a treaty.", "Geneva"),
        ("LONDON (Agency) The queen met Ana Perez.", "London"),
    ],
)
def test_datelines(text: str, place: str) -> None:
    assert [m.name for m in marks_of(text).mentions if m.dateline] == [place]


def test_a_label_is_no_dateline() -> None:
    assert not any(m.dateline for m in marks_of("QUESTION: What did Perez say in Lima?").mentions)


@pytest.mark.parametrize(
    "text", ["He was held near Darva, a remote village.", "Rebels took the Darva valley.", "They left the town of Darva."]
)
def test_a_noun_beside_a_name_makes_it_a_place(text: str) -> None:
    assert [m.kind for m in marks_of(text).mentions if m.name == "Darva"] == ["place"]
