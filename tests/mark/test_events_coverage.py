"""The many ways in which news tells a deed: idioms, nouns with no more said, deeds abroad, and what was left undone."""

import pytest

from tests.mark.test_events import marked

BEFORE = "Norwegian President Olav Berg met Chilean President Carlos Perez in Lima. "


def told(text: str) -> list[tuple[str, str]]:
    """Type and status of the events of what follows the opening."""
    return [(e.type, e.status) for e in marked(BEFORE + text).events][1:]


@pytest.mark.parametrize(
    "text",
    [
        "The two compared notes for an hour.",
        "They saw one another again in Quito.",
        "Berg ran into Perez in a corridor.",
        "Then came Berg, without the press.",
        "Berg landed at the head of a delegation of eight.",
        "There will be a chance to see each other in May.",
        "A working breakfast produced the date.",
        "This is the story of a lightning visit.",
        "Berg left for home without a word.",
        "A lunch that Berg was to give for him was called off.",
        "The next visit is pencilled in for May.",
    ],
)
def test_meetings_and_visits(text: str) -> None:
    assert "CONSULT" in {type_ for type_, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Berg put his name to the letter.", "AGREE"),
        ("The two sides have struck a bargain.", "AGREE"),
        ("White smoke rose on Friday.", "AGREE"),
        ("The Norwegian parliament backed the accord by 61 votes to 50.", "AGREE"),
        ("Norway pointed the finger at Chile.", "ACCUSE"),
        ("Norway vowed revenge on Chile.", "THREATEN"),
        ("They parted without a deal.", "REJECT"),
        ("No declaration came out of the talks.", "REJECT"),
        ("Norway is removing over 100 Chilean officials.", "SANCTION"),
        ("Norwegian soldiers went out from the Chilean islands.", "RETREAT"),
        ("Norway let the Chilean fishermen go.", "CONCEDE"),
        ("Norway asked that the talks be moved to Chile.", "REQUEST"),
    ],
)
def test_deeds_of_the_other_types(text: str, type_: str) -> None:
    assert type_ in {found for found, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Berg opened a school in Lima.", True),
        ("Berg opened a school in Oslo.", False),  # at home
        ("Berg said in Lima that he was tired.", False),
        ("Berg grew up in Lima.", False),
    ],
)
def test_who_does_something_abroad_is_there(text: str, there: bool) -> None:
    found = marked("Norwegian President Olav Berg is 60. " + text).events
    assert any(e.type == "CONSULT" and e.mode == "visit" for e in found) == there


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Berg did not travel to Santiago.", "cancelled"),
        ("Berg could not attend the funeral.", "cancelled"),
        ("Berg has never visited Santiago.", "denied"),
        ("Berg denied that he had visited Santiago.", "denied"),
        ("Berg did not deny that he had visited Santiago.", "happened"),
        ("Berg was to have visited Santiago in May.", "cancelled"),
        ("Berg will no longer visit Santiago.", "cancelled"),
        ("Berg decided against going to Santiago.", "cancelled"),
        ("Nothing came of the visit to Santiago.", "cancelled"),
    ],
)
def test_what_was_left_undone(text: str, status: str) -> None:
    assert status in {found for type_, found in told(text) if type_ == "CONSULT"}


def test_who_decides_to_expel_has_expelled() -> None:
    assert ("SANCTION", "happened") in told("Norway decided to recall its ambassador from Chile.")


def test_a_preposition_may_be_asked_for_beside_the_object() -> None:
    assert "AGREE" not in {type_ for type_, _ in told("Norway has diplomatic relations with Chile.")}
    assert "AGREE" in {type_ for type_, _ in told("Norway and Chile have diplomatic relations again.")}
