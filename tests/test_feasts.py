"""Feasts that move, against days that are known."""

from __future__ import annotations

from datetime import date

import pytest

from dateline import feasts


@pytest.mark.parametrize(
    ("rule", "year", "first"),
    [
        ("easter 0 1", 1961, "1961-04-02"),
        ("easter 0 1", 2000, "2000-04-23"),
        ("easter -2 1", 1998, "1998-04-10"),
        ("orthodox 0 1", 2019, "2019-04-28"),
        ("orthodox 0 1", 2024, "2024-05-05"),
        ("weekday 11 3 4 1", 1999, "1999-11-25"),
        ("weekday 5 0 -1 1", 2018, "2018-05-28"),
        ("weekday 9 0 1 1", 2018, "2018-09-03"),
        ("jewish 0 1", 1994, "1994-09-06"),
        ("jewish 0 1", 2005, "2005-10-04"),
        ("jewish 9 1", 1973, "1973-10-06"),
        ("jewish -163 7", 2024, "2024-04-23"),
        ("moon 1 21 8 1", 1976, "1976-01-31"),
        ("moon 1 21 8 1", 2020, "2020-01-25"),
        ("moon 1 21 8 1", 2023, "2023-01-22"),
    ],
)
def test_first_day(rule: str, year: int, first: str) -> None:
    assert feasts.days(rule, year).earliest == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        ("islamic 9 1 30", "2018-05-17"),
        ("islamic 9 1 30", "1990-03-28"),
        ("islamic 10 1 3", "2023-04-21"),
        ("islamic 1 10 1", "2004-03-02"),
    ],
)
def test_the_moon_that_was_seen_is_within_a_day(rule: str, seen: str) -> None:
    day = date.fromisoformat(seen)
    found = feasts.days(rule, day.year)
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= day <= found.latest
    assert abs((found.earliest - day).days) <= 2


@pytest.mark.parametrize("rule", ["easter 0 1", "jewish 0 2", "moon 1 21 8 1", "islamic 9 1 30", "weekday 5 0 -1 1"])
def test_every_year_has_one(rule: str) -> None:
    for year in range(1850, 2101):
        found = feasts.days(rule, year)
        assert found.earliest is not None
        assert abs(found.earliest.year - year) <= 1
