"""A conditional promise keeps its condition."""

from __future__ import annotations

import pytest

from dateline.tell.lookup import Lookup
from tests.weave.small_stories import told


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Kenya will reopen the border with Somalia if the raids stop.", "if the raids stop"),
        ("If the raids stop, Kenya will reopen the border with Somalia.", "If the raids stop"),
        ("Pakistan will hold talks with India only if it pulls back its troops.", "if it pulls back its troops"),
        ("Peru agreed to sign the fishing treaty with Chile in March if the boats leave.", "if the boats leave"),
        ("Peru and Chile will sign the fishing treaty in March.", None),
        ("Peru and Chile will sign the fishing treaty in March even if the boats stay.", None),
    ],
)
def test_the_words_on_which_a_plan_hangs_stay_with_it(text: str, condition: str | None) -> None:
    account = told([["2003-02-04", text]])
    lookup = Lookup(account)
    assert account.plans
    found = [lookup.text(span) for plan in account.plans for span in lookup.conditions(plan)]
    assert [words.removeprefix("only ") for words in dict.fromkeys(found)] == ([condition] if condition else [])
