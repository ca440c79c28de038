"""Deeds of one kind that are done again and again are told apart by who does them, by their day, and by what is done."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.intervals import day
from dateline.mark.report import mark
from dateline.records import Account, Event
from tests.weave.small_stories import events_at, told, woven, written

AUGUST = (
    "Norway fired a missile over Iceland on 29 August. The missile fell into the sea. "
    "The launch alarmed Denmark, which had asked for talks."
)
SEPTEMBER = (
    "Norway fired another missile over Iceland on 15 September. The missile fell into the sea. "
    "The launch alarmed Denmark, which has broken off talks."
)


def one(account: Account, words: str) -> Event:
    return events_at(account, words)[0]


def test_the_launch_is_that_of_its_report() -> None:
    account = told([["2017-08-29", AUGUST], ["2017-09-15", SEPTEMBER]])
    assert one(account, "Norway fired a missile").date == day(date(2017, 8, 29))
    assert one(account, "Norway fired another missile").date == day(date(2017, 9, 15))
    august, september = (
        next(e for e in account.events if e.mentions[0].report == r and e.type == "MOBILIZE") for r in ("r0", "r1")
    )
    assert set(august.reports) == {"r0"} and set(september.reports) == {"r1"}


def test_what_another_state_tests_is_another_test() -> None:
    text = "Norway fired a missile over Iceland on Friday. In answer Denmark fired a missile into the sea on Friday."
    account = told([["2017-09-15", text]])
    assert one(account, "Norway fired a missile").id != one(account, "Denmark fired a missile").id


def test_a_drill_is_no_launch() -> None:
    text = "Norway fired a missile over Iceland on Friday. Norway held military drills near Iceland on Friday."
    account = told([["2017-09-15", text]])
    assert one(account, "Norway fired a missile").id != one(account, "held military drills").id


def test_a_missile_flies_from_one_place_over_another() -> None:
    account = told(
        [
            ["2017-09-15", "Norway launched a missile from Bergen on 15 September."],
            ["2017-09-15", "Norway launched a missile over Reykjavik on 15 September."],
        ]
    )
    assert one(account, "from Bergen").id == one(account, "over Reykjavik").id


def test_the_end_of_an_attacker_is_not_what_he_did() -> None:
    text = (
        "A lorry ploughed into a crowd in Lima on Sunday, killing 12 people. Police shot and killed the driver in Lima on Sunday."
    )
    account = told([["2004-05-03", text], ["2004-05-04", text.replace("crowd", "crowd of shoppers")]])
    attack, end = one(account, "ploughed into a crowd"), one(account, "killed the driver")
    assert attack.id != end.id
    assert attack.participants == ()
    assert set(end.reports) == {"r0", "r1"}


def test_it_is_tomorrow_already_in_the_east() -> None:
    """2017-08-28 was a Monday: "on Tuesday" in a page stamped so is the 29th, and not the 22nd."""
    text = "Norway fired a missile over Iceland on Tuesday."
    (report,) = written([["2017-08-28", text]])
    assert report.published is not None
    stamped = msgspec.structs.replace(report, published=msgspec.structs.replace(report.published, basis="metadata"))
    for given, wanted in ((stamped, 29), (report, 22)):
        account = woven([given], {given.id: mark(given)})
        assert one(account, "Norway fired a missile").date == day(date(2017, 8, wanted))
