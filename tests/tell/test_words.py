from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intervals import Interval, day, month, year
from dateline.tell import words
from dateline.tell.compare import compare
from dateline.tell.words import headline, moment


@pytest.mark.parametrize(
    ("interval", "when", "label"),
    [
        (None, "on an unknown day", "day unknown"),
        (day(date(2018, 4, 10)), "on 10 April 2018", "10 April 2018"),
        (month(2018, 3), "in March 2018", "March 2018"),
        (year(2015), "in 2015", "2015"),
        (Interval(date(2018, 4, 2), date(2018, 4, 8)), "between 2 and 8 April 2018", "2–8 April 2018"),
        (Interval(date(2018, 4, 2), date(2018, 4, 3)), "on 2 or 3 April 2018", "2–3 April 2018"),
        (Interval(date(2018, 3, 28), date(2018, 4, 8)), "between 28 March and 8 April 2018", "28 March – 8 April 2018"),
        (
            Interval(date(2017, 12, 28), date(2018, 1, 8)),
            "between 28 December 2017 and 8 January 2018",
            "28 December 2017 – 8 January 2018",
        ),
        (Interval(None, date(2018, 1, 8)), "on or before 8 January 2018", "by 8 January 2018"),
        (Interval(date(2018, 1, 8), None), "on or after 8 January 2018", "from 8 January 2018"),
    ],
)
def test_days(interval: Interval | None, when: str, label: str) -> None:
    assert words.when(interval) == when
    assert words.label(interval) == label
    if interval:
        assert words.edtf_interval(interval.edtf) == interval


def test_of_a_term_only_the_last_day_is_told() -> None:
    term = Interval(date(2018, 4, 2), date(2018, 6, 8))
    assert words.when(term, term=True) == "by 8 June 2018"
    assert words.label(term, term=True) == "8 June 2018 at the latest"


@pytest.mark.parametrize("text", ["", "soon", "2018-13", "2018-02-31", "/", "2018-02-31/.."])
def test_what_is_no_date_is_none(text: str) -> None:
    assert words.edtf_interval(text) in (None, Interval(None, None))


def test_lists() -> None:
    assert words.and_list(["A"]) == "A"
    assert words.and_list(["A", "B", "C"]) == "A, B and C"
    assert words.and_list(list("ABCDEF")) == "A, B, C and three others"
    assert words.plural(1, "report") == "1 report" and words.plural(2, "report", words=True) == "two reports"


@given(st.text(max_size=200), st.text(max_size=200))
def test_compare_loses_nothing(a: str, b: str) -> None:
    left, right = compare(a, b)
    assert "".join(s.text for s in left) == a
    assert "".join(s.text for s in right) == b


def test_compare_marks_the_words_that_differ() -> None:
    left, right = compare("There is no precondition for talks", "There is precondition for talks")
    assert [s.text for s in left if s.differs] == ["no"]
    assert not any(s.differs for s in right)


def test_compare_keeps_a_paraphrase_unmarked() -> None:
    left, _ = compare("We are glad", "Nobody expected such a large crowd in the harbour")
    assert not any(s.differs for s in left)


def test_the_same_words_stand_once_in_a_list() -> None:
    assert words.and_list(["the soldiers", "Norway", "the soldiers"]) == "the soldiers and Norway"


def test_a_sentence_as_a_heading_has_no_full_stop() -> None:
    assert [headline("They met."), headline("Did they?")] == ["They met", "Did they?"]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-23T14:05:09Z", "23 November 2026, 14:05 UTC"),
        ("2026-01-02 00:00", "2 January 2026, 00:00 UTC"),
        ("then", "then"),
    ],
)
def test_a_moment_is_told_as_people_write_it(at: str, said: str) -> None:
    assert moment(at) == said
