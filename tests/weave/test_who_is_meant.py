"""Whom a surname or an office alone means: its holder on that day, else it stays open and is listed; initials part namesakes."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from dateline.languages import names
from dateline.read.people import people
from dateline.records import Account
from dateline.tell.terminal import show
from tests.weave.small_stories import told

FIRST = "Norwegian Foreign Minister Igor Dahl met Chilean envoy Ana Rojas in Oslo on Tuesday."
LATER = "Norwegian Foreign Minister Sigrid Moen met Chilean envoy Ana Rojas in Bergen on Tuesday."


def meant(account: Account, words: str) -> list[str]:
    """Names of the actors with a mention of exactly these words."""
    texts, marks = {r.id: r.text for r in account.reports}, {m.report: m for m in account.marks}
    return [
        a.name for a in account.actors for m in a.mentions if marks[m.report].mentions[m.index].span.of(texts[m.report]) == words
    ]


def test_the_foreign_minister_is_whoever_held_it_that_day() -> None:
    early, late = (
        ["2010-02-05", "The Norwegian foreign minister visited Lima."],
        ["2010-09-07", "Norway's foreign minister visited Quito."],
    )
    account = told([["2010-02-03", FIRST], ["2010-09-03", LATER], early, late])
    assert meant(account, "Norwegian foreign minister") == ["Igor Dahl"]
    assert meant(account, "Norway's foreign minister") == ["Sigrid Moen"]
    assert not any(actor.may_be for actor in account.actors)


def test_between_two_holders_it_stays_open_and_is_listed() -> None:
    between = ["2010-05-20", "The Norwegian foreign minister visited Lima."]
    account = told([["2010-02-03", FIRST], ["2010-09-03", LATER], between])
    (unresolved,) = [actor for actor in account.actors if actor.may_be]
    assert {a.name for a in account.actors if a.id in unresolved.may_be} == {"Igor Dahl", "Sigrid Moen"}
    printed = Console(file=StringIO(), width=100)
    show(account, printed)
    assert isinstance(printed.file, StringIO)
    listed = printed.file.getvalue().partition("UNRESOLVED")[2]
    assert "may be Igor Dahl or Sigrid Moen" in listed or "may be Sigrid Moen or Igor Dahl" in listed


LIST = b"""
{"id": "a", "schema": "Person", "properties": {"name": ["Igor Dahl"], "country": ["no"]}}
{"id": "b", "schema": "Person", "properties": {"name": ["Sigrid Moen"], "alias": ["Astrid Lie"], "country": ["no"]}}
{"id": "c", "schema": "Position", "properties": {"name": ["Minister of Foreign Affairs of Norway"], "country": ["no"]}}
{"id": "d", "schema": "Occupancy", "properties": {"holder": ["a"], "post": ["c"], "endDate": ["2010-04-30"]}}
{"id": "e", "schema": "Occupancy", "properties": {"holder": ["b"], "post": ["c"], "startDate": ["2010-05-01"]}}
{"id": "f", "schema": "Company", "properties": {"name": ["Fjord AS"]}}
"""


def test_a_list_says_who_held_the_office_and_by_what_names_somebody_goes() -> None:
    known = people(LIST.splitlines())
    between = ["2010-05-20", "The Norwegian foreign minister visited Lima."]
    other_name = ["2010-09-20", "Astrid Lie visited Quito and met President Rafael Correa."]
    account = told([["2010-02-03", FIRST], ["2010-09-03", LATER], between, other_name], known)
    assert not any(actor.may_be for actor in account.actors)
    assert meant(account, "Norwegian foreign minister") == meant(account, "Sigrid Moen") == meant(account, "Astrid Lie")


def test_a_list_adds_nobody_to_the_account() -> None:
    reports = [["2010-02-03", FIRST]]
    assert {a.name for a in told(reports, people(LIST.splitlines())).actors} == {a.name for a in told(reports).actors}


def test_what_is_no_list_is_said_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        people([b'{"id": "a", "schema": "Person"}', b'{"title": "no entity"}'])


def test_initials_tell_namesakes_apart() -> None:
    assert names.compare("George H.W. Bush", "George W. Bush") < 0.7
    assert names.compare("John F. Kennedy", "John Fitzgerald Kennedy") > 0.85
    assert names.compare("George H. Bush", "George H.W. Bush") > 0.85
    father, son = "U.S. President George H.W. Bush spoke in Lima.", "U.S. President George W. Bush spoke in Quito."
    account = told([["1991-03-04", father], ["2003-03-04", son]])
    assert len([actor for actor in account.actors if actor.type == "person"]) == 2
