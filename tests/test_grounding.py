"""The days that a meaning has, from a known or half known publication day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.grounding import ground
from dateline.intervals import Interval, day, month, year
from dateline.records import TimeMeaning

PUBLISHED = day(date(2019, 6, 12))  # a Wednesday


def test_absolute_needs_no_publication() -> None:
    assert ground(TimeMeaning("absolute", year=2017, month=5, day=4), None) == day(date(2017, 5, 4))
    assert ground(TimeMeaning("absolute", "month", year=2017, month=2), None) == month(2017, 2)
    assert ground(TimeMeaning("absolute", "year", year=2017), None) == year(2017)


def test_unknown_stays_unknown() -> None:
    assert ground(TimeMeaning("publication", "month", -1), None) is None
    assert ground(TimeMeaning("vague", tense="past"), PUBLISHED) is None
    assert ground(TimeMeaning("reference", "day", 0), PUBLISHED) is None
    assert ground(TimeMeaning("event", "week", -2), PUBLISHED) is None
    assert ground(TimeMeaning("absolute", year=2017, month=6, day=31), None) is None


def test_weekday_by_tense() -> None:
    thursday = TimeMeaning("publication", weekday=3, tense="past")
    assert ground(thursday, PUBLISHED) == day(date(2019, 6, 6))
    assert ground(TimeMeaning("publication", weekday=2, tense="past"), PUBLISHED) == PUBLISHED
    assert ground(TimeMeaning("publication", weekday=2, tense="future"), PUBLISHED) == day(
        date(2019, 6, 12)
    )  # "later on Wednesday"
    assert ground(TimeMeaning("publication", weekday=2, tense="future", strict=True), PUBLISHED) == day(date(2019, 6, 19))
    assert ground(TimeMeaning("publication", weekday=2, tense="past", strict=True), PUBLISHED) == day(date(2019, 6, 5))


def test_day_of_the_month_is_of_the_month_spoken_of() -> None:
    meaning = TimeMeaning("reference", "day", day=3, tense="past")
    assert ground(meaning, day(date(2019, 6, 12)), day(date(2018, 11, 28))) == day(date(2018, 12, 3))
    assert ground(meaning, day(date(2019, 6, 12)), month(2018, 11)) == day(date(2018, 11, 3))
    assert ground(meaning, day(date(2019, 6, 12))) == day(date(2019, 6, 3))
    assert ground(meaning, day(date(2019, 6, 2))) == day(date(2019, 5, 3))
    assert ground(TimeMeaning("publication", "day", day=31, weekday=4), day(date(2019, 6, 12))) == day(date(2019, 5, 31))


def test_date_without_year_by_tense() -> None:
    april = TimeMeaning("publication", month=4, day=27, tense="future")
    assert ground(april, day(date(2019, 4, 10))) == day(date(2019, 4, 27))
    assert ground(TimeMeaning("publication", month=4, day=27, tense="past"), PUBLISHED) == day(date(2019, 4, 27))
    assert ground(TimeMeaning("publication", "month", month=9, tense="past"), PUBLISHED) == month(2018, 9)


def test_calendar_units() -> None:
    assert ground(TimeMeaning("publication", "week", -1), PUBLISHED) == Interval(date(2019, 6, 3), date(2019, 6, 9))
    assert ground(TimeMeaning("publication", "month", -1), PUBLISHED) == month(2019, 5)
    assert ground(TimeMeaning("publication", "year", -1), PUBLISHED) == year(2018)
    assert ground(TimeMeaning("publication", "month", 0, tense="future"), PUBLISHED) == Interval(
        date(2019, 6, 12), date(2019, 6, 30)
    )
    assert ground(TimeMeaning("publication", "month", 0, tense="past"), PUBLISHED) == Interval(date(2019, 6, 1), date(2019, 6, 12))


def test_parts_of_a_month() -> None:
    def part(name: str) -> Interval | None:
        return ground(TimeMeaning("absolute", "month", year=2019, month=2, part=name), None)  # type: ignore[arg-type]

    assert part("early") == Interval(date(2019, 2, 1), date(2019, 2, 10))
    assert part("mid") == Interval(date(2019, 2, 11), date(2019, 2, 20))
    assert part("late") == Interval(date(2019, 2, 21), date(2019, 2, 28))


def test_as_early_as_keeps_its_month() -> None:
    assert ground(TimeMeaning("publication", "month", month=7, tense="future", bound="not before"), PUBLISHED) == month(2019, 7)


def test_days_to_days() -> None:
    last = TimeMeaning("publication", month=4, day=11, tense="past")
    first = TimeMeaning("publication", month=4, day=9, tense="past", until=last)
    assert ground(first, PUBLISHED) == Interval(date(2019, 4, 9), date(2019, 4, 11))


def test_less_than_two_weeks_before_is_more_than_one() -> None:
    meaning = TimeMeaning("event", "week", -2, bound="not before")
    found = ground(meaning, None, day(date(2019, 6, 30)))
    assert found == Interval(date(2019, 6, 16), date(2019, 6, 22))


def test_half_known_publication_joins() -> None:
    span = Interval(date(2019, 6, 10), date(2019, 6, 14))
    assert ground(TimeMeaning("publication", "day", -1), span) == Interval(date(2019, 6, 9), date(2019, 6, 13))
    assert ground(TimeMeaning("publication", "month", -1), Interval(None, date(2019, 6, 14))) is None


@given(
    st.sampled_from(["day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"]),
    st.one_of(st.none(), st.integers(-10_000, 10_000)),
    st.one_of(st.none(), st.integers(1, 12)),
    st.one_of(st.none(), st.integers(0, 99)),
    st.sampled_from(["past", "present", "future", None]),
    st.dates(),
)
def test_never_fails(unit: str, shift: int | None, number: int | None, of_month: int | None, tense: str | None, when: date) -> None:
    meaning = TimeMeaning("publication", unit, shift, None, number, of_month, None, tense)  # type: ignore[arg-type]
    found = ground(meaning, day(when), day(when))
    assert found is None or found.earliest is not None


def test_a_week_earlier_is_about_that_day() -> None:
    found = ground(TimeMeaning("reference", "week", -1), PUBLISHED, day(date(2019, 6, 10)))
    assert found == Interval(date(2019, 6, 2), date(2019, 6, 4))
