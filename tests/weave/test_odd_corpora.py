"""Corpora that nobody wishes for: the work stays bounded and the account sane."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from dateline.engine.steps import woven
from dateline.mark.report import mark
from dateline.records import Account, Marks, Report
from dateline.weave import coreference
from tests.weave.small_stories import told, written

TREATY = (
    "Norwegian Foreign Minister Anna Berg met President Karim Nasr of Egypt in Cairo on 5 April 2016. The two signed a treaty on "
    'fishing quotas in the northern lakes. "We trust each other more than ever before in these talks," Berg said.'
)
GIVEN = ("Adam", "Bram", "Carl", "Dirk", "Egon", "Finn", "Gert", "Hans", "Ivar", "Jens", "Karl", "Lars", "Marc", "Nils", "Olaf")
MIDDLE = ("Anker", "Berg", "Dahl", "Elm", "Frost", "Gran", "Holt", "Krog", "Lund", "Moe", "Nord", "Oppen", "Rask", "Sand", "Thorn")


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[None]]:
    """One entry for each pair of mentions that is compared."""
    calls: list[None] = []
    link: Callable[..., Any] = coreference.link

    def counting(*args: Any) -> Any:
        calls.append(None)
        return link(*args)

    monkeypatch.setattr(coreference, "link", counting)
    yield calls


def copied(reports: tuple[Report, ...]) -> dict[str, Marks]:
    """The marks of reports with one text, marked once."""
    once = msgspec.json.encode(mark(reports[0]))
    return {r.id: msgspec.json.decode(once.replace(b'"r0"', f'"{r.id}"'.encode()), type=Marks) for r in reports}


def kinds(account: Account) -> list[tuple[str, int, int]]:
    return sorted((e.type, len(e.reports), e.independent_sources) for e in account.events)


def test_five_hundred_prints_of_one_text_are_one_source_and_little_work(links: list[None]) -> None:
    reports = written([("2016-04-06", TREATY)] * 500)
    account = woven(reports, copied(reports))
    assert len(links) < 5000
    assert len(account.stories) == len(set(account.origins.values())) == 1
    assert kinds(account) == [("AGREE", 500, 1), ("CONSULT", 500, 1)]
    (group,) = account.variant_groups
    assert len(group.statements) == 500 and not group.differences


def test_one_report_is_a_story_with_nothing_in_dispute() -> None:
    account = told([("2016-04-06", TREATY)])
    assert len(account.stories) == len(account.lines) == 1 and account.stories[0].reports == ("r0",)
    assert kinds(account) == [("AGREE", 1, 1), ("CONSULT", 1, 1)]
    assert not any(e.disagreements for e in account.events) and not account.variant_groups and not account.copies


def test_a_report_that_names_nobody_is_in_the_account() -> None:
    account = told([("2016-04-06", "It rained all day, and the fog did not lift until the evening."), ("2016-04-06", TREATY)])
    assert {id_ for story in account.stories for id_ in story.reports} == {"r0", "r1"}
    assert not any("r0" in e.reports for e in account.events)
    assert not any(ref.report == "r0" for actor in account.actors for ref in actor.mentions)


def test_nothing_at_all_is_an_account_too() -> None:
    assert told([]).events == ()
    (only,) = told([("2016-04-06", "...")]).stories
    assert only.reports == ("r0",)


def test_one_surname_of_two_hundred_people_stays_open(links: list[None]) -> None:
    names = [f"{first} {second} Hansen" for first in GIVEN for second in MIDDLE][:200]
    each = [("2016-04-06", f"{name}, a teacher, planted a tree in the yard of {name.split()[1]}ville.") for name in names]
    account = told([*each, ("2016-04-07", "Hansen spoke at length. Nobody asked Hansen anything.")])
    people = [a for a in account.actors if a.type == "person" and a.name.endswith(" Hansen")]
    assert len(people) > 150
    assert max(len({ref.report for ref in a.mentions}) for a in people) < 10
    (hansen,) = [a for a in account.actors if a.type == "person" and any(ref.report == "r200" for ref in a.mentions)]
    assert hansen.name == "Hansen" and len(hansen.may_be) > 100


def test_reports_that_agree_in_nothing_keep_each_their_word() -> None:
    met_in = "Norway's foreign minister Anna Berg {met} President Karim Nasr of Egypt in {place} on {day} April 2016. {count} came."
    account = told(
        [
            ("2016-04-06", met_in.format(met="met", place="Cairo", day=4, count=300)),
            ("2016-04-06", met_in.format(met="met", place="Aswan", day=5, count=90)),
            ("2016-04-07", met_in.format(met="did not meet", place="Luxor", day=4, count="No")),
        ]
    )
    met = [e for e in account.events if e.type == "CONSULT"]
    told_of = {r for e in met for r in e.reports}
    assert told_of == {"r0", "r1", "r2"}
    given = {value.value for e in met for d in e.disagreements for value in d.values}
    shown = {e.place for e in met} | given
    names = {p.id: p.name for p in account.places}
    assert {names.get(str(v), str(v)) for v in shown} >= {"Cairo", "Aswan"}
