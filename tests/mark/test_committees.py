"""Bodies named by their task, and those whose offices stand before them."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Mention, Report
from dateline.spans import Span


def found(text: str) -> dict[str, Mention]:
    block = Block(Span("r", 0, len(text)), "body")
    marks = mark(Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, (block,)))
    return {mention.span.of(text): mention for mention in marks.mentions}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Israel's Foreign Affairs and Defense Committee will meet on Monday.", "Foreign Affairs and Defense Committee", "ISR"),
        ("The Immigration and Naturalization Service ruled on Friday.", "Immigration and Naturalization Service", "USA"),
        ("The head of the Cuban Interests Section was recalled.", "Cuban Interests Section", "CUB"),
        ("The Ethiopian Mission to the UN said so on Friday.", "Ethiopian Mission to the UN", "ETH"),
        ("The Polish Senate voted on Friday, and its speaker was glad.", "Polish Senate", "POL"),
        ("The Kenyan Senate's Budget Committee met reporters.", "Budget Committee", "KEN"),
    ],
)
def test_bodies_named_by_their_task(text: str, name: str, country: str | None) -> None:
    mention = found(text)[name]
    assert mention.kind == "organization" and mention.country == country


def test_a_body_does_not_swallow_its_neighbours() -> None:
    text = "Hamas and Security Council members met, and Norway and Agriculture Department officials did too."
    assert {"Hamas", "Security Council", "Norway", "Agriculture Department"} <= set(found(text))


def test_the_holder_of_a_long_office_is_named_behind_it() -> None:
    text = "Head of the Russian State Duma's Energy and Industry Committee Pavel Zavalny said on Friday that prices would rise."
    told = found(text)
    assert told["Pavel Zavalny"].title == "head" and told["Pavel Zavalny"].country == "RUS"
    assert told["Energy and Industry Committee"].kind == "organization"


def test_a_mission_is_not_the_body_it_is_sent_to() -> None:
    told = found("The Ethiopian Mission to the UN said so, and the UN agreed.")
    assert told["UN"].entity != told["Ethiopian Mission to the UN"].entity


def test_a_cabinet_secretary_is_no_cabinet() -> None:
    told = found("The Japanese chief Cabinet secretary, Taro Endo, said the missile flew far.")
    assert told["Taro Endo"].title == "cabinet secretary" and told["Taro Endo"].country == "JPN"
