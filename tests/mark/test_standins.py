"""Events told by nouns, pronouns and numbers: what they are, who takes part, whether they took place."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, EventMention, Report
from dateline.spans import Span

Told = dict[str, tuple[str, str | None, frozenset[str]]]


def told(text: str) -> Told:
    """Standing, time and participants of each event of a report of one paragraph, by its trigger."""
    blocks = (Block(Span("r", 0, len(text)), "body"),)
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, blocks))
    names = {m.entity: m.name for m in reversed(marks.mentions) if m.name}

    def of(event: EventMention) -> tuple[str, str | None, frozenset[str]]:
        when = marks.times[event.when].span.of(text) if event.when is not None else None
        people = frozenset(names.get(marks.mentions[p.mention].entity, "") for p in event.participants)
        return event.status, when, people

    return {event.trigger.of(text): of(event) for event in marks.events}


def test_it_is_the_visit_told_of_before() -> None:
    found = told("Polish President Jan Kowal will visit Finland. It is expected in May.")
    assert found["It"] == ("planned", "May", frozenset({"Jan Kowal"}))


@pytest.mark.parametrize(
    "text",
    [
        "The committee of Poland and Finland met on Monday. It is due to work for a week.",
        "The storm hit Oslo after Polish President Jan Kowal met Finnish President Kari Dahl. It ended on Tuesday.",
        "Polish President Jan Kowal will visit Finland. It rained on Tuesday.",
        "The talks of Poland and Finland that were put off in May will resume.",
    ],
)
def test_it_is_no_event_where_its_clause_tells_no_fate_of_one(text: str) -> None:
    assert not told(text).keys() & {"It", "that"}


def test_one_with_somebody_is_a_meeting_too() -> None:
    found = told("Meetings with Prime Minister Olli Salo are certain, and one with President Kari Dahl is taken for granted.")
    assert found["one"] == ("planned", None, frozenset({"Kari Dahl"}))
    assert found["Meetings"][0] == "planned"


def test_talks_that_follow_have_the_people_of_the_meeting() -> None:
    found = told("Polish President Jan Kowal received Finnish President Kari Dahl at the palace. Two hours of talks followed.")
    assert found["talks"][2] == {"Jan Kowal", "Kari Dahl"}
    assert not told("Polish President Jan Kowal saw Finnish President Kari Dahl. The last talks ended badly.").get(
        "talks", ((), (), ())
    )[2]


def test_whose_journey_is_that_of_the_one_before_it() -> None:
    found = told("Polish President Jan Kowal, whose trip to Finland was called off in May, will fly to Oslo.")
    assert found["trip"] == ("cancelled", None, frozenset({"Jan Kowal"}))  # May is when it was called off


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("A lunch with Finnish Prime Minister Olli Salo is on the programme.", "planned"),
        ("A lunch with Finnish Prime Minister Olli Salo is off the table.", "cancelled"),
        ("A dinner that Polish Ambassador Jan Kowal was to give for President Kari Dahl of Finland was put off.", "planned"),
    ],
)
def test_a_meal_with_somebody_is_a_meeting(text: str, standing: str) -> None:
    assert next(iter(told(text).values()))[0] == standing


def test_a_conversation_is_the_call_told_of_before() -> None:
    text = "Polish President Jan Kowal telephoned Finnish President Kari Dahl. The conversation lasted an hour."
    blocks = (Block(Span("r", 0, len(text)), "body"),)
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, blocks))
    assert [e.mode for e in marks.events] == ["phone", "phone"]
