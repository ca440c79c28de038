from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intervals import Interval, month
from dateline.tell.search.parse import LONGEST, QueryError, parse
from dateline.tell.search.query import Filter, Period, Query, Sources, Words

PARTS = [
    "oslo", "-oslo", "OR", "AND", "NOT", '"no precondition"', "who:Moen", 'who:"Kari Moen"', "type:plan", "from:2025-03",
    "to:2025", "src>=2", "src<3", "status:open", "colour:red", "sort:date", "U.S.", "3,000", "cease-fire", "negotiat*",
    "北京", '"', "-", "who:", "(", "12:30", "“a”",
]  # fmt: skip


def test_each_part_of_the_language_is_read() -> None:
    query = parse(
        'oslo OR geneva "no precondition" who:"Kari Moen" -type:plan from:2025-03 to:2025-03-15 src>=2 status:open sort:date'
    )
    assert query == Query(
        (
            (Words("oslo"), Words("geneva")),
            (Words("no precondition", exact=True),),
            (Filter("who", "Kari Moen"),),
            (Filter("type", "plan", negated=True),),
            (Period("from", "2025-03", month(2025, 3)),),
            (Period("to", "2025-03-15", Interval(date(2025, 3, 15), date(2025, 3, 15))),),
            (Sources(">=", 2),),
            (Filter("status", "open"),),
        ),
        "date",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NOT oslo", "-oslo"),
        ("oslo AND geneva", "oslo geneva"),
        ("“no precondition”", '"no precondition"'),
        ("actor:Moen place:Oslo since:2025 until:2026", "who:Moen in:Oslo from:2025 to:2026"),
        ("sources≥2 src:3 src=>4", "src>=2 src=3 src>=4"),
        ("  oslo\t\noslo ", "oslo"),
        ("oslo & geneva — !", "oslo geneva"),
        ("\u200foslo\u200e", "oslo"),
        ("WHO:Moen Type:PLAN", "who:Moen type:plan"),
        ("from:2025-3-5", "from:2025-03-05"),
        ("-−oslo", "-oslo"),
    ],
)
def test_ways_of_writing_the_same(one: str, other: str) -> None:
    assert parse(one) == parse(other)
    assert str(parse(one)) == other


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ('oslo "no precondition', "open quotation mark", '"'),
        ('who:"Kari', "open quotation mark", '"'),
        ("oslo from:2025-13", "no such day", "2025-13"),
        ("from:0000", "no such day", "0000"),
        ("to:2025-02-30", "no such day", "2025-02-30"),
        ("status:finished", "unknown status", "finished"),
        ("oslo src>=many", "no number", "src>=many"),
        ("src:", "nothing after the colon", "src:"),
        ("who: Moen", "nothing after the colon", "who:"),
        ("OR oslo", "OR without a left side", "OR"),
        ("oslo OR OR geneva", "OR without a left side", "OR"),
        ("oslo OR", "OR without a right side", "OR"),
        ("oslo NOT", "NOT without a right side", "NOT"),
        ("sort:colour", "unknown order", "sort:colour"),
        ('""', "nothing to look for", '""'),
        ("... !!", "nothing to look for", "... !!"),
    ],
)
def test_slips_are_named_with_their_place(text: str, name: str, place: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert error.name == name
    assert error.text[error.start : error.end] == place
    assert error.detail


def test_long_queries_are_refused() -> None:
    with pytest.raises(QueryError, match="query too long"):
        parse("oslo " * 2000)
    with pytest.raises(QueryError, match="too many terms"):
        parse(" ".join(f"w{n}" for n in range(LONGEST // 6)))


def test_nothing_asks_for_everything() -> None:
    assert parse("") == parse("  ") == Query()


def test_narrowing_adds_a_part_once_and_widening_takes_it_away() -> None:
    query, plan = parse("oslo"), Filter("type", "plan")
    narrowed = query.narrowed(plan)
    assert str(narrowed) == "oslo type:plan"
    assert narrowed.narrowed(plan) == narrowed
    assert narrowed.has(plan)
    assert narrowed.widened(plan) == query


def _round(text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        assert error.name and error.detail and 0 <= error.start < error.end <= len(error.text)
        return
    assert parse(str(query)) == query
    assert str(parse(str(query))) == str(query)


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=12), st.sampled_from([" ", "", "\u202e ", "\t"]))
def test_what_is_read_reads_back(parts: list[str], joint: str) -> None:
    _round(joint.join(parts))


@given(st.text(max_size=1200))
def test_any_text_is_read_or_named_a_slip(text: str) -> None:
    _round(text)
