"""Deeds told by verbs: coming and going, receiving, sitting together, relations; and the same words where they tell of none."""

import pytest

from tests.mark.test_events import Marked, by_the_frame, marked

BEFORE = "Norwegian President Olav Berg met Chilean President Carlos Perez in Lima. "


def types(text: str) -> list[str]:
    return [e.type for e in marked(text).events]


def told(text: str) -> list[str]:
    """Frames of what follows the opening."""
    return [e.frame for e in marked(BEFORE + text).events][1:]


def test_a_subject_that_stands_behind_a_date_is_found() -> None:
    found = marked("On Thursday Berg has visited Santiago. Olav Berg is president of Norway.")
    assert "Berg" in found.who(found.events[0])


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway had diplomatic relations with Chile. President Olav Berg cut them on Thursday.", "SANCTION"),
        ("Norway wrote a peace treaty with Chile. Parliament in Oslo ratified it on Monday.", "AGREE"),
    ],
)
def test_an_object_that_points_back_is_what_it_stands_for(text: str, type_: str) -> None:
    assert type_ in types(text)


def test_light_verbs_take_nothing_back() -> None:
    assert "AGREE" not in types("Norway and Chile were near a historic decision. Berg of Norway could have taken it tonight.")


@pytest.mark.parametrize(
    "text",
    [
        "Perez received the visitors in his library.",
        "The guest raised his glass.",
        "Berg was back in Lima on Friday.",
        "The presidential aircraft took off on Monday.",
        "Perez stood at the foot of the ramp.",
        "They joked for an hour.",
        "Perez gave Berg a warm welcome.",
        "Berg inspected the guard of honour.",
        "Perez could not attend.",
        "Both presidents got down to business on Tuesday.",
    ],
)
def test_visits_and_meetings_in_loose_words(text: str) -> None:
    assert Marked(BEFORE + text, judge=by_the_frame).events[1:]


@pytest.mark.parametrize(
    "text",
    [
        "They came close to a deal.",
        "When we come back, the weather.",
        "Here is our reporter Olav Lund.",
        "Berg was shown in without warning.",
        "My brother is in Tampa.",
        "Berg went to fetch his coat.",
    ],
)
def test_the_same_words_where_nobody_goes_anywhere(text: str) -> None:
    assert not [e for e in marked(BEFORE + text).events[1:] if e.type in ("CONSULT", "THREATEN")]


def test_the_united_nations_are_no_club() -> None:
    found = marked("The United Nations withdrew peacekeepers from the Golan Heights.").events
    assert [e.frame for e in found] not in ([], ["leave a bloc"]) and {e.type for e in found} <= {"SANCTION", "RETREAT"}


@pytest.mark.parametrize(
    "text",
    ["Ten days have passed since the ministers met in Oslo.", "It is now three weeks since the summit in Oslo."],
)
def test_what_time_has_passed_since_is_dated_by_it(text: str) -> None:
    found = marked(text)
    assert [found.times[e.when].rule for e in found.events if e.when is not None] == ["elapsed"]
