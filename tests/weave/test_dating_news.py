"""Publication days told by an opening, an announced day, "this Saturday", a retrospect's title or a season."""

from __future__ import annotations

from datetime import date

from dateline.intervals import Interval, day
from dateline.records import EventRef
from dateline.weave.dating import COARSE, WIDEST, date_reports, explain
from tests.weave.test_dating import dated, made

JUNE = made("a", [("body", "The ministers met in Riga on Wednesday.")], [("met", "happened")], date(2019, 6, 13))


def reasons(line: str, told: list[tuple[str, str]], links: list[tuple[EventRef, EventRef]]) -> tuple[str, ...]:
    report, marks = made("b", [("body", line)], told)
    return explain([JUNE[0], report], {"a": JUNE[1], "b": marks}, links, "b", [frozenset("ab")])


def test_a_retrospect_comes_out_in_the_week_of_its_anniversary() -> None:
    told = made("a", [("title", "The treaty of Riga: fifty years after"), ("body", "It was signed on 3 May 1970 in Riga.")], [])
    assert Interval(date(1970 + 50, 4, 27), date(2020, 5, 10)).meet(dated(told)["a"]) == dated(told)["a"]


def test_years_counted_in_the_text_make_no_retrospect() -> None:
    told = made("a", [("title", "Talks in Riga"), ("body", "Fifty years ago all was calm. A pact was signed on 3 May 1970.")], [])
    found = dated(told).get("a")
    assert found is None or found.latest is None or found.latest < date(2019, 1, 1)


def test_what_an_opening_names_is_its_news_where_no_event_of_it_is_linked() -> None:
    report, marks = made("b", [("body", "All eyes were on Riga.")], [])
    reports, both = [JUNE[0], report], {"a": JUNE[1], "b": marks}
    with_it = date_reports(reports, both, (), [frozenset("ab")], (), {"b": (EventRef("a", 0),)})
    assert with_it["b"].interval.meet(Interval(date(2019, 6, 12), date(2019, 6, 18)))
    assert explain(reports, both, (), "b", [frozenset("ab")]) == ()


def test_what_was_announced_for_a_day_and_came_then_was_announced_before() -> None:
    found = reasons("The ministers will meet on Wednesday.", [("meet", "planned")], [(EventRef("a", 0), EventRef("b", 0))])
    assert any("give or take a day, was on 2019-06-12" in reason for reason in found)


def test_this_weekday_is_today_and_last_weekday_is_not_yesterday() -> None:
    assert any("this weekday 5 is today" in one for one in reasons("They spent this Saturday in Riga.", [], []))
    (last,) = (one for one in reasons("They arrived last Wednesday.", [], []) if "not the one just over" in one)
    assert "2019-06-13" not in last.split(": ")[1].split(", ")


def test_a_day_that_stays_open_leaves_the_season() -> None:
    told = made("b", [("body", "The ministers met in March and will meet again in September.")], [])
    reports, marks = [JUNE[0], told[0]], {"a": JUNE[1], "b": told[1]}
    found = date_reports(reports, marks, (), [frozenset("ab")])["b"].interval
    assert found.days is not None and WIDEST < found.days <= COARSE
    assert found.meet(day(date(2019, 6, 12)))


def test_a_weekday_above_the_report_is_the_day_it_came_out() -> None:
    report, marks = made("b", [("dateline", "Updated at 9:50 p.m. Thursday"), ("body", "The ministers met in Riga.")], [])
    found = explain([JUNE[0], report], {"a": JUNE[1], "b": marks}, (), "b", [frozenset("ab")])
    assert any("stamped on weekday 3" in one for one in found)


def test_an_old_picture_is_not_fresh_and_a_new_one_is() -> None:
    def told(caption: str) -> bool:
        report, marks = made("b", [("caption", caption), ("body", "The ministers met in Riga.")], [])
        found = explain([JUNE[0], report], {"a": JUNE[1], "b": marks}, (), "b", [frozenset("ab")])
        return any("caption of 2019-05-03" in one for one in found)

    assert told("The ministers in Riga, May 3, 2019.")
    assert not told("FILE - In this Friday, May 3, 2019, file photo, the ministers meet in Riga.")


def test_the_owner_claims_the_year_of_publication() -> None:
    for line, claimed in (("Copyright 2019 The Northern Press. All rights reserved.", True), ("© 2001-2019 Northern Press", False)):
        report, marks = made("b", [("body", "The ministers met in Riga."), ("furniture", line)], [])
        found = explain([JUNE[0], report], {"a": JUNE[1], "b": marks}, (), "b", [frozenset("ab")])
        assert any("copyright of 2019" in one for one in found) == claimed


def test_a_report_at_the_turn_of_the_year_comes_out_in_one_of_the_two() -> None:
    told = made("a", [("body", "The pact was the greatest success of 2017. The league will vote on it in 2018.")], [])
    found = explain([told[0]], {"a": told[1]}, (), "a")
    assert found and all("2016" not in one for one in found)


def test_where_no_report_is_dated_a_month_that_is_past_is_just_over() -> None:
    told = made("a", [("body", "The pact of 2017 was a success. It will end in 2018. The ministers met in November in Riga.")], [])
    assert any("a month named without its year is over for 15 days" in one for one in explain([told[0]], {"a": told[1]}, (), "a"))


def news_of(line: str) -> bool:
    """Whether a linked deed in the first sentence counts as the report's news."""
    found = reasons(line, [("met", "happened")], [(EventRef("a", 0), EventRef("b", 0))])
    return any("is its news" in reason for reason in found)


def test_what_had_been_done_before_is_no_news() -> None:
    for line in (
        "Envoys closed weeks of talks between ministers who had met in Riga.",
        "The two, who had never met, wrote to each other.",
        "A truce began after a quarrel between men that had also met in Riga.",
    ):
        assert not news_of(line), line
    for line in (
        "The ministers met in Riga.",
        "They went home hours after they had met in Riga.",
        "The ministers have met in Riga.",
    ):
        assert news_of(line), line


def test_the_week_of_fresh_news_fits_no_weekday_exactly() -> None:
    a = made("a", [("body", "The ministers met in Riga.")], [("met", "happened")], date(2019, 6, 13))
    b = made("b", [("body", "The ministers met early on Friday.")], [("met", "happened")])
    links = [(EventRef("a", 0), EventRef("b", 0))]
    assert not any(" the same event was on" in one for one in explain([a[0], b[0]], {"a": a[1], "b": b[1]}, links, "b"))
    assert dated(a, b, links=links)["b"].meet(day(date(2019, 6, 14)))
