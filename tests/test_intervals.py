from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intervals import Interval, day, month, parse, week, year

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
INTERVALS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda ends: Interval(*sorted(ends)) if None not in ends else Interval(*ends)  # type: ignore[type-var]
)


@given(INTERVALS, INTERVALS)
def test_meet_lies_in_both_and_is_symmetric(a: Interval, b: Interval) -> None:
    shared = a.meet(b)
    assert shared == b.meet(a)
    if shared:
        assert shared.within(a) and shared.within(b)
        assert a.gap(b) == 0
    else:
        assert a.gap(b) > 0


@given(INTERVALS, INTERVALS)
def test_join_holds_both(a: Interval, b: Interval) -> None:
    assert a.within(a.join(b)) and b.within(a.join(b))


def test_an_interval_never_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Interval(date(2018, 4, 2), date(2018, 4, 1))


@pytest.mark.parametrize(
    ("interval", "edtf"),
    [
        (day(date(2018, 4, 10)), "2018-04-10"),
        (month(2018, 2), "2018-02"),
        (year(2018), "2018"),
        (Interval(date(2018, 4, 2), date(2018, 4, 8)), "2018-04-02/2018-04-08"),
        (Interval(None, date(2018, 4, 8)), "../2018-04-08"),
        (Interval(date(2018, 12, 1), date(2019, 12, 31)), "2018-12-01/2019-12-31"),
    ],
)
def test_edtf(interval: Interval, edtf: str) -> None:
    assert interval.edtf == edtf


@given(DAYS)
def test_a_week_is_monday_to_sunday(when: date) -> None:
    found = week(when)
    assert found.earliest and found.latest
    assert found.earliest.weekday() == 0
    assert found.latest - found.earliest == timedelta(days=6)
    assert day(when).within(found)


@given(INTERVALS.filter(lambda i: i.earliest or i.latest))
def test_edtf_is_read_back(interval: Interval) -> None:
    assert parse(interval.edtf) == interval


@pytest.mark.parametrize(
    "text", ["", "..", "../..", "May 2019", "2019-02-30", "2019-05-00", "2019-13", "2020/2019", "0000", "２０１９"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)
