"""The days that surely hold an inferred day of publication, and the outlets whose given days are not believed."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intervals import Interval, day
from dateline.records import EventRef, Published, Report
from dateline.weave.dating import WIDEST, date_reports
from dateline.weave.dating_days import Evidence, best_days, sure_days
from dateline.weave.outlets import late_pages
from tests.weave.test_dating import made

BROADCAST = (
    made("a", [("body", "They met on 15 November 2014.")], [("met", "happened")], date(2014, 11, 16)),
    made("b", [("body", "Broadcast on Monday 17 November."), ("body", "They met on Saturday.")], [("met", "happened")]),
    [(EventRef("a", 0), EventRef("b", 0))],
)
MAY = Interval(date(2019, 5, 1), date(2019, 5, 31))


def may(first: int, last: int | None = None) -> Interval:
    return Interval(date(2019, 5, first), date(2019, 5, last or first))


def test_what_is_sure_allows_for_a_day_given_beside_that_of_the_words() -> None:
    told = [Evidence((may(10),), 4.0, "dateline")]
    assert best_days(MAY, told, []) == may(10)
    assert sure_days(MAY, told, []) == may(8, 12)


def test_a_second_week_nearly_as_good_is_within_what_is_sure() -> None:
    told = [Evidence((may(6),), 2.0, "one"), Evidence((may(27),), 1.7, "other")]
    assert best_days(MAY, told, []) == may(6)
    sure = sure_days(MAY, told, [])
    assert sure is not None and may(6).within(sure) and may(27).within(sure)


def test_what_is_sure_may_lie_just_outside_the_days_looked_at() -> None:
    sure = sure_days(MAY, [Evidence((may(1),), 4.0, "first day")], [])
    assert sure is not None and day(date(2019, 4, 30)).within(sure)


def test_nothing_is_sure_at_the_end_of_the_calendar() -> None:
    end = Interval(date.max - timedelta(days=3), date.max)
    assert sure_days(end, [Evidence((day(date.max),), 4.0, "last day")], []) is None


@given(st.lists(st.tuples(st.integers(1, 31), st.floats(0.1, 3)), min_size=1, max_size=5))
def test_what_is_likeliest_and_what_is_sure_have_days_in_common(told: list[tuple[int, float]]) -> None:
    evidence = [Evidence((may(on),), weight, str(on)) for on, weight in told]
    likeliest, sure = best_days(MAY, evidence, []), sure_days(MAY, evidence, [])
    assert likeliest and sure and likeliest.meet(sure)


def test_a_day_worked_out_keeps_what_speaks_for_it() -> None:
    (first, marks), (second, others), links = BROADCAST
    found = date_reports([first, second], {"a": marks, "b": others}, links)
    assert found["a"].evidence == ()
    assert found["b"].evidence and len(found["b"].evidence) <= 4
    assert any("month 11 day 17" in reason for reason in found["b"].evidence)


def test_a_day_worked_out_lies_in_the_days_that_are_sure() -> None:
    (first, marks), (second, others), links = BROADCAST
    found = date_reports([first, second], {"a": marks, "b": others}, links, [frozenset("ab")])["b"]
    assert found.basis == "inferred" and found.surely is not None
    assert found.interval.within(found.surely) and (found.surely.days or WIDEST + 1) <= WIDEST


def test_of_a_guess_nothing_is_sure() -> None:
    first, marks = made("a", [("body", "The envoys met in Lisbon.")], [("met", "happened")], date(2019, 6, 12))
    second, others = made("b", [("body", "The ministers met in March and will meet again in September.")], [])
    found = date_reports([first, second], {"a": marks, "b": others}, (), [frozenset("ab")])["b"]
    assert found.basis == "inferred" and found.surely is None


def test_undated_twins_do_not_make_each_other_sure() -> None:
    told = {n: made(n, [("body", "The envoys met in Lisbon in March.")], [("met", "happened")]) for n in "bcd"}
    first, marks = made("a", [("body", "The envoys met in Lisbon.")], [("met", "happened")], date(2019, 6, 12))
    reports = [first, *(report for report, _ in told.values())]
    known = {"a": marks, **{name: mark for name, (_, mark) in told.items()}}
    together = date_reports(reports, known, (), [frozenset("abcd")], [frozenset("bc"), frozenset("cd"), frozenset("bd")])
    alone = date_reports(reports[:2], {"a": marks, "b": known["b"]}, (), [frozenset("ab")])
    assert together["b"].surely == alone["b"].surely is None


def stated(name: str, outlet: str | None, when: date | None, basis: str = "metadata") -> Report:
    published = Published(day(when), basis) if when else None  # type: ignore[arg-type]
    return Report(name, name, "", None, (), outlet, None, (), "en", "article", published, None, ())


def lateness(*given: Report) -> tuple[str, ...]:
    """Of reports named by their line and a letter."""
    lines = [[r.id for r in given if r.id[0] == line] for line in sorted({r.id[0] for r in given})]
    return late_pages(lines, given, {r.id: r.outlet for r in given if r.outlet})


ON_TIME = [stated("1a", "Echo", date(2019, 3, 4)), stated("2a", "Echo", date(2019, 5, 6)), stated("3a", "Globe", date(2019, 6, 3))]
FETCHED = [stated("1b", "Mirror", date(2019, 8, 1)), stated("2b", "Mirror", date(2019, 8, 1)), stated("3b", "Mirror", None)]


def test_an_outlet_that_is_mostly_last_by_weeks_dates_its_pages_late() -> None:
    assert lateness(*ON_TIME, *FETCHED) == ("1b", "2b", "3b")


@pytest.mark.parametrize(
    "more",
    [
        [stated("3c", "Mirror", date(2019, 6, 4)), stated("1c", "Mirror", date(2019, 3, 5))],  # half of them on time
        [stated("1c", "Globe", date(2019, 7, 30))],  # not the only one that follows that matter up
    ],
)
def test_an_outlet_that_reports_in_time_as_often_is_believed(more: list[Report]) -> None:
    assert lateness(*ON_TIME, *FETCHED, *more) == ()


def test_one_late_report_says_nothing_of_its_outlet() -> None:
    assert lateness(*ON_TIME, FETCHED[0]) == ()


def test_a_day_that_a_person_gave_stands() -> None:
    judged = msgspec.structs.replace(FETCHED[0], published=Published(day(date(2019, 3, 4)), "judged"))
    third = stated("3d", "Mirror", date(2019, 8, 1))
    assert lateness(*ON_TIME, judged, *FETCHED[1:], third) == ("2b", "3b", "3d")


def test_days_of_late_pages_date_no_other_report_and_nothing_is_sure_of_an_undated_one() -> None:
    (first, marks), (second, others), links = BROADCAST

    def days(*late: str) -> Published | None:
        return date_reports([first, second], {"a": marks, "b": others}, links, [frozenset("ab")], late=late).get("b")

    believed, of_late = days(), days("b")
    assert believed and believed.surely and of_late and of_late.surely is None
    assert days("a") != believed
    assert date_reports([first, second], {"a": marks, "b": others}, links, late=("a",))["a"] == first.published
