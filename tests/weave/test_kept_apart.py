"""What is told in like words and is not one event: deeds of different doers, other matters, what is done beside a meeting."""

from __future__ import annotations

import pytest

from tests.weave.small_stories import events_at, told

FIRST = "2004-05-05"


def one_event(left: str, right: str, first: str, second: str) -> bool:
    """Whether the words of the first and of the second report are mentions of one event."""
    account = told([[FIRST, left], ["2004-05-06", right]])
    return bool({e.id for e in events_at(account, first)} & {e.id for e in events_at(account, second)})


@pytest.mark.parametrize(
    ("left", "right", "first", "second"),
    [
        (
            "Norwegian Prime Minister Jan Berg said that he was ready to go to Lima on any day.",
            "Eleven days ago the guest had made a promise before the chamber in Lima.",
            "ready to go",
            "made a promise",
        ),
        (
            "Chile and Peru signed a border treaty on 3 May. Chilean President Carlos Perez thanked the hosts.",
            "Peru promised in the end to free the sailors, its treaty lawyers said.",
            "signed a border treaty",
            "promised in the end",
        ),
        (
            "The Chilean cabinet backed down over the decision.",
            "The Norwegian parliament revoked its decision on the fishing rights.",
            "backed down",
            "revoked its decision",
        ),
        (
            "Norwegian Foreign Minister Kari Holm wrote to President Carlos Perez that she could no longer serve.",
            "The ambassador's letter was delivered to President Carlos Perez the same day.",
            "wrote to President",
            "delivered to President",
        ),
    ],
)
def test_deeds_that_share_only_words_are_apart(left: str, right: str, first: str, second: str) -> None:
    assert not one_event(left, right, first, second)


@pytest.mark.parametrize(
    ("left", "right", "first", "second"),
    [
        (
            "Norwegian Foreign Minister Kari Holm resigned on Tuesday.",
            "The foreign minister of Norway, Kari Holm, stepped down on 4 May.",
            "resigned on Tuesday",
            "stepped down",
        ),
        (
            "Chile and Peru signed a border treaty in Lima on Tuesday.",
            "The border treaty was signed in Lima on 4 May.",
            "signed a border",
            "was signed in Lima",
        ),
    ],
)
def test_one_deed_told_twice_is_one(left: str, right: str, first: str, second: str) -> None:
    assert one_event(left, right, first, second)


ASKED = [
    "Norwegian Prime Minister Jan Berg spoke to the miners of Chile and asked them for an end to the strike.",
    "Norwegian Prime Minister Jan Berg then asked him to come.",
    "Norwegian Prime Minister Jan Berg asked them for patience and for paper.",
]


def test_what_is_asked_stands_behind_the_pronoun() -> None:
    """Three requests of one man are three, though each names whom he asked by a pronoun."""
    account = told([[FIRST, ASKED[0]], ["2004-05-06", ASKED[1]], ["2004-05-07", ASKED[2]]])
    ids = [events_at(account, words)[0].id for words in ("asked them for an end", "asked him", "asked them for patience")]
    assert len(set(ids)) == 3


BESIDE = [
    "President Carlos Perez held talks with Norwegian Prime Minister Jan Berg in Oslo on Tuesday.",
    "President Carlos Perez and Norwegian Prime Minister Jan Berg held a joint news conference.",
    "Norwegian Prime Minister Jan Berg welcomed President Carlos Perez at the airport.",
]


@pytest.mark.parametrize("beside", BESIDE[1:])
def test_what_is_done_beside_the_talks_is_another_event(beside: str) -> None:
    account = told([[FIRST, BESIDE[0] + " " + beside]])
    talks = {e.id for e in events_at(account, "held talks")}
    verb = next(words for words in ("joint news conference", "welcomed") if words in beside)
    assert talks and not talks & {e.id for e in events_at(account, verb)}


def test_two_dinners_of_one_evening_are_one() -> None:
    left = "President Carlos Perez dined with Norwegian Prime Minister Jan Berg in Oslo on Tuesday."
    right = "President Carlos Perez had dinner with Norwegian Prime Minister Jan Berg on 4 May."
    assert one_event(left, right, "dined with", "had dinner")


def test_a_letter_has_one_writer() -> None:
    """Letters of two people to one are two, whatever words they share."""
    left = "Foreign Minister Kari Moen wrote to President Carlos Perez on Tuesday about the salmon."
    right = "Prime Minister Jan Berg wrote to President Carlos Perez on 4 May about the salmon."
    assert not one_event(left, right, "Moen wrote", "Berg wrote")
