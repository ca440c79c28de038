"""What patterns need of a text, and that no rule of the time grammar is passed over where it would match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mark.needs import fulfilled, needs
from dateline.mark.times_rules import grammar


@pytest.mark.parametrize(
    ("pattern", "clauses"),
    [
        (r"the (?:day|week)s?", (("the",), ("day", "week"))),
        (r"(?:last )?year", (("year",),)),
        (r"(?:early|late)? ?may", (("may",),)),
        (r"\d{1,2} may", (("may",), tuple("0123456789"))),
        (r"may(?! be)", (("may",),)),
        (r"(?:a|)b", (("b",),)),
        (r"x{0,3}y{2}", (("y",),)),
        (r"[abc]+", ()),
        (r"(?P<m>jan\.|jan|feb) of (?P=m)", (("feb", "jan"), ("of",))),
    ],
)
def test_needs_of_a_pattern(pattern: str, clauses: tuple[tuple[str, ...], ...]) -> None:
    assert needs(pattern) == clauses


def test_fulfilled_asks_for_one_of_each() -> None:
    clauses = needs(r"the (?:day|week)")
    assert fulfilled(clauses, "on the third week")
    assert not fulfilled(clauses, "on the third month")
    assert fulfilled((), "anything")


_WORDS = sorted({word for table in grammar("en").tables.values() for key in table for word in str(key).split()})


@given(
    st.lists(
        st.sampled_from([*_WORDS, "the", "of", "in", "4", "1994", "21st", "5:30", "p.m.", "1990s", ",", "century", "eve"]),
        max_size=12,
    )
)
def test_no_rule_that_matches_is_passed_over(words: list[str]) -> None:
    text = " ".join(words).title()
    for rule in grammar("en").rules:
        for shown in (text, text.lower()):
            if re.search(rule.pattern, shown):
                assert fulfilled(rule.needs, shown.lower()), rule.name
