"""Accidents are nobody's deed, and whoever stops an attacker has not attacked."""

from __future__ import annotations

import pytest

from dateline.mark.events_force import STOPPED
from dateline.mark.report import mark
from dateline.records import EventMention
from tests.weave.small_stories import written


def violence(text: str) -> list[EventMention]:
    (report,) = written([["2004-05-05", text]])
    return [e for e in mark(report).events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed and 50 injured when a tram overturned in Lima on Wednesday.",
        "The earthquake in Peru killed 200 people.",
        "A small plane crash killed ten Chileans in Peru on Sunday.",
        "The storm reached Chile on Sunday. Six people were killed and dozens were injured.",
        "Video shot by Maria Perez shows the flooded streets of Lima.",
    ],
)
def test_what_kills_and_is_nobodys_deed_is_no_violence(text: str) -> None:
    assert violence(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed in a bomb attack in Lima on Sunday.",
        "Chilean soldiers killed two Peruvians at the border.",
        "A suicide bomber crashed a truck into the Chilean embassy in Lima, killing six people.",
        "A gunman opened fire in Lima on Sunday. Six people were killed.",
        "A train derailed near Lima on Friday. Chilean soldiers killed two Peruvians at the border.",
    ],
)
def test_violence_stays_violence(text: str) -> None:
    assert violence(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police shot and killed the driver of the lorry in Lima.", "killed"),
        ("The gunman was shot dead in Lima on Sunday.", "shot"),
        ("Police in Lima shot at the truck on Sunday.", "shot"),
    ],
)
def test_the_end_of_an_attacker_is_known_as_such(text: str, word: str) -> None:
    (told,) = [e for e in violence(text) if e.trigger.of(text) == word]
    assert told.frame == STOPPED


@pytest.mark.parametrize(
    "text",
    [
        "Police shot dead three protesters in Lima.",
        "Gunmen shot dead three ministers in Lima.",
        "Chilean jets shot down a Peruvian bomber.",
        "Police shot dead a student.",
    ],
)
def test_whom_the_police_shoot_is_not_always_an_attacker(text: str) -> None:
    assert all(e.frame != STOPPED for e in violence(text))


def test_who_stopped_an_attacker_did_not_attack() -> None:
    text = (
        "A lorry ploughed into a crowd in Lima on Sunday, killing 12 people. Police shot and killed the driver. "
        "Shops stayed closed after the attack."
    )
    (attack,) = [e for e in violence(text) if e.lemma == "attack"]
    assert attack.participants == ()


def test_the_attack_is_the_one_told_of_last() -> None:
    text = (
        "Chilean troops raided a village in Peru in March. A market in Quito was hit by a bombing on Sunday. "
        "Traders fled from the attack."
    )
    (attack,) = [e for e in violence(text) if e.lemma == "attack"]
    assert attack.participants == ()
