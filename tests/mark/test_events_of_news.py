"""What general news tells: weapons tests and drills, accession to a body of states, pacts in force, calls and strikes as nouns."""

import pytest

from dateline.mark.parse import parse
from tests.mark.test_events import marked
from tests.mark.test_mentions import report


def told(text: str) -> list[tuple[str, str | None]]:
    return [(e.type, e.status) for e in marked(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan's latest missile launch drew protests.",
        "Pakistan's fifth nuclear test, carried out on May 28, shook the region.",
        "The firing of two missiles by Iran alarmed the region.",
        "The ballistic missile was launched from a base in Iran.",
        "Iran's ballistic missile was fired at dawn.",
        "Iran put a satellite into orbit on Monday.",
        "Wednesday's missile test was the third of the year.",
        "Iran fired three missiles into the sea.",
        "The missile flew over Norway.",
        "Naval exercises of Norway and Chile were over on Monday.",
    ],
)
def test_weapons_are_tested_and_shown(text: str) -> None:
    assert ("MOBILIZE", "happened") in told(text)


def test_a_missile_that_falls_into_the_sea_attacks_nobody() -> None:
    assert {t for t, _ in told("The missile landed in the Pacific Ocean on Monday.")} == {"MOBILIZE"}


def test_the_test_told_of_is_that_of_who_fired() -> None:
    found = marked(
        "Iran fired a ballistic missile on Monday. The latest launch alarmed Pakistan. The president discussed the launch."
    )
    last = [e for e in found.events if e.frame == "the test told of before"]
    assert [found.who(e) for e in last] == ["Iran Iran", "Iran Iran"]


def test_a_launch_of_something_else_is_no_test() -> None:
    found = marked(
        "Iran fired a ballistic missile on Monday. The product launch in Oslo drew crowds. The launch of the book was dull."
    )
    assert len(found.events) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Finland joined NATO in April 2023.", "happened"),
        ("Croatia became the 28th member of the European Union.", "happened"),
        ("The United Nations admitted South Sudan.", "happened"),
        ("The alliance took Chile in as a member.", "happened"),
        ("Chile will join the alliance in May.", "planned"),
        ("The EU added ten members in May 2004.", "happened"),
        ("Norway's parliament approved Chile's accession.", "happened"),
        ("The African Union was founded in 2002.", "happened"),
        ("The treaty entered into force on Monday.", "happened"),
        ("A cease-fire took effect on Monday.", "happened"),
        ("The truce will begin at dawn.", "planned"),
    ],
)
def test_states_join_and_pacts_come_into_force(text: str, status: str) -> None:
    assert ("AGREE", status) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Olav Berg joined the ministry in May.",
        "The workers founded a union.",
        "The organization she founded closed in May.",
        "The boy was admitted to hospital.",
        "His admission of guilt came late.",
    ],
)
def test_no_state_joins_anything(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize("text", ["Chile left the Commonwealth in May.", "Chile's exit from OPEC surprised Norway."])
def test_states_leave(text: str) -> None:
    assert ("RETREAT", "happened") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's call for a truce went unheard.",
        "Chile rejected calls from Norway to free the sailors.",
        "The council met at the request of Norway.",
        "An appeal by Norway for help was read out.",
    ],
)
def test_calls_are_made(text: str) -> None:
    assert ("REQUEST", "happened") in told(text)
    assert "phone" not in {e.mode for e in marked(text).events}


@pytest.mark.parametrize("text", ["A request by Norway TV for comment went unanswered.", "Norway took a phone call from Chile."])
def test_not_every_call_asks_for_something(text: str) -> None:
    assert "REQUEST" not in {t for t, _ in told(text)}


def test_a_hyphen_does_not_part_a_noun() -> None:
    assert ("AGREE", "happened") in told("Norway and Chile signed a cease-fire in Geneva.")
    assert ("ASSAULT", "happened") in told("Norwegian strikes on the Chilean coast went on.")
    assert ("ASSAULT", "happened") in told("The truce ended ten days of fighting.")


def test_the_day_of_what_is_offered_is_not_that_of_the_offer() -> None:
    found = marked("Norway responded with an offer to hold talks on January 9.")
    offer = next(e for e in found.events if e.type == "AGREE")
    assert offer.status == "happened" and offer.when is None


def test_a_headlines_one_verb_is_no_part_of_the_noun_behind_it() -> None:
    (piece,) = parse(report("Anna Berg-un reopens hotline with South Korea")).pieces
    assert [t.text for t in piece.doc if t.dep_ == "ROOT"] == ["reopens"]
