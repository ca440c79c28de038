"""Publication days of undated reports."""

from __future__ import annotations

from datetime import date

from dateline.intervals import Interval, day
from dateline.mark.parse import parse
from dateline.mark.times import mark as mark_times
from dateline.records import Block, BlockRole, EventMention, EventRef, Marks, Published, Report
from dateline.spans import Span
from dateline.weave.dating import date_reports, explain

Told = tuple[str, str]  # the words of an event mention, its status


def made(name: str, lines: list[tuple[BlockRole, str]], told: list[Told], published: date | None = None) -> tuple[Report, Marks]:
    """A report of these blocks with real times and hand-made event mentions, each dated by a time in its sentence."""
    text, blocks = "", []
    for role, line in lines:
        blocks.append(Block(Span(name, len(text), len(text) + len(line)), role))
        text += line + "\n"
    stated = Published(day(published), "stated") if published else None
    report = Report(name, name, text, None, (), None, None, (), "en", "article", stated, None, tuple(blocks))
    parsed = parse(report)
    sentences = tuple(parsed.span(piece, sentence) for piece, sentence in parsed.sentences())
    times = mark_times(parsed)
    events = []
    for words, status in told:
        start = text.index(words)
        span = Span(name, start, start + len(words))
        sentence = next(one for one in sentences if one.start <= start < one.end)
        when = next((i for i, time in enumerate(times) if sentence.covers(time.span) and time.meaning), None)
        events.append(
            EventMention(
                span, span, "", "CONSULT", None, None, "asserted" if status == "happened" else "future", status, (), when  # type: ignore[arg-type]
            )
        )  # fmt: skip
    return report, Marks(name, sentences, (), times, (), tuple(events), ())


def dated(*told: tuple[Report, Marks], links: list[tuple[EventRef, EventRef]] | None = None) -> dict[str, Interval]:
    reports = [report for report, _ in told]
    marks = {mark.report: mark for _, mark in told}
    return {name: one.interval for name, one in date_reports(reports, marks, links or []).items()}


def test_stated_dates_stay() -> None:
    report, marks = made("a", [("body", "They met on Monday.")], [], date(2019, 6, 12))
    assert date_reports([report], {"a": marks}) == {"a": Published(day(date(2019, 6, 12)), "stated")}


def test_nothing_to_go_by_is_no_date() -> None:
    assert dated(made("a", [("body", "They met on Monday and will meet again next month.")], [("met", "happened")])) == {}


def test_the_day_of_one_undated_report_tells_no_year_of_another_matter() -> None:
    one = made("a", [("body", "Broadcast on Monday 17 November 2014."), ("body", "They met on Saturday.")], [("met", "happened")])
    other = made("b", [("body", "The orchestra played in Lima on Thursday, 13 November.")], [("played", "happened")])
    assert set(dated(one, other)) == {"a"}


def test_old_years_alone_are_no_date() -> None:
    assert dated(made("a", [("body", "He came to power in 2011 and signed a treaty in 2015.")], [])) == {}


def test_caption_dates_a_report() -> None:
    lines: list[tuple[BlockRole, str]] = [
        ("body", "The ministers have met in Lisbon."),
        ("caption", "The ministers shake hands in Lisbon, March 5, 2014. /Photo Agency"),
    ]
    assert dated(made("a", lines, [("met", "happened")]))["a"] == Interval(date(2014, 3, 5), date(2014, 3, 11))


def test_a_date_in_the_past_of_a_plan_is_an_upper_bound() -> None:
    lines: list[tuple[BlockRole, str]] = [
        ("body", "The ministers have met in Lisbon. A summit is planned for March 8."),
        ("caption", "The ministers shake hands in Lisbon, March 5, 2014."),
    ]
    assert dated(made("a", lines, [("met", "happened")]))["a"] == Interval(date(2014, 3, 5), date(2014, 3, 7))


def test_a_report_that_says_when_it_was_broadcast() -> None:
    first = made("a", [("body", "They met on 15 November 2014.")], [("met", "happened")], date(2014, 11, 16))
    second = made("b", [("body", "Broadcast on Monday 17 November."), ("body", "They met on Saturday.")], [("met", "happened")])
    found = dated(first, second, links=[(EventRef("a", 0), EventRef("b", 0))])
    assert found["b"] == day(date(2014, 11, 17))


def test_a_day_named_twice() -> None:
    first = made("a", [("body", "They will meet on 14 December 2023.")], [("meet", "planned")], date(2023, 12, 10))
    second = made("b", [("body", "Tomorrow, Thursday the fourteenth, they meet.")], [("meet", "planned")])
    found = dated(first, second, links=[(EventRef("a", 0), EventRef("b", 0))])
    assert found["b"] == day(date(2023, 12, 13))


def test_weekday_and_full_date_of_one_event() -> None:
    known = made("b", [("body", "The envoys met in Lisbon on March 5, 2014.")], [("met", "happened")], date(2014, 3, 20))
    undated = made("a", [("body", "The envoys met in Lisbon on Wednesday.")], [("met", "happened")])
    links = [(EventRef("a", 0), EventRef("b", 0))]
    found = dated(known, undated, links=links)["a"]
    assert found.earliest == date(2014, 3, 5)  # that Wednesday
    assert found.latest is not None
    assert found.latest <= date(2014, 3, 11)


def test_plan_here_deed_there() -> None:
    known = made("b", [("body", "The envoys met in Lisbon on March 5, 2014.")], [("met", "happened")], date(2014, 3, 6))
    undated = made(
        "a",
        [("body", "The envoy flew to Lisbon on Monday. He will meet his colleague there.")],
        [("flew", "happened"), ("meet", "planned")],
    )
    found = dated(known, undated, links=[(EventRef("a", 1), EventRef("b", 0))])
    assert "a" not in found or (found["a"].latest or date.max) <= date(2014, 3, 5)


def test_two_undated_reports_by_way_of_a_third() -> None:
    third = made("c", [("body", "A summit of the two is set for October 20, 2014.")], [("summit", "planned")], date(2014, 9, 1))
    arrival = made(
        "a",
        [("body", "The envoy has visited Lisbon. He arrived less than two weeks before the summit of the two.")],
        [("visited", "happened"), ("arrived", "happened"), ("summit", "planned")],
    )
    other = made("b", [("body", "The envoy visited Lisbon on Thursday.")], [("visited", "happened")])
    links = [
        (EventRef("a", 2), EventRef("c", 0)),
        (EventRef("a", 0), EventRef("a", 1)),
        (EventRef("a", 1), EventRef("b", 0)),
        (EventRef("a", 0), EventRef("b", 0)),
    ]
    found = dated(third, arrival, other, links=links)
    assert found["b"].within(Interval(date(2014, 10, 9), date(2014, 10, 15)))  # Thursday 9 October


def test_order_does_not_matter_and_reasons_are_given() -> None:
    known = made("b", [("body", "The envoys met in Lisbon on March 5, 2014.")], [("met", "happened")], date(2014, 3, 20))
    undated = made("a", [("body", "The envoys met in Lisbon on Wednesday.")], [("met", "happened")])
    links = [(EventRef("a", 0), EventRef("b", 0))]
    assert dated(known, undated, links=links) == dated(undated, known, links=links)
    reasons = explain([known[0], undated[0]], {"a": undated[1], "b": known[1]}, links, "a")
    assert any("2014-03-05" in reason for reason in reasons)


def test_two_weeks_that_fit_alike_are_no_day() -> None:
    known = made("b", [("body", "The envoys met in Lisbon.")], [("met", "happened")], date(2014, 3, 20))
    undated = made("a", [("body", "The envoys met in Lisbon on Wednesday.")], [("met", "happened")])
    found = dated(known, undated)
    assert "a" not in found or (found["a"].days or 0) > 7


def test_copies_come_out_together() -> None:
    known = made("b", [("body", "The envoys met in Lisbon.")], [], date(2014, 3, 20))
    undated = made("a", [("body", "The envoys met in Lisbon on Wednesday.")], [])
    reports, marks = [known[0], undated[0]], {"a": undated[1], "b": known[1]}
    found = date_reports(reports, marks, copies=[frozenset(("a", "b"))])["a"].interval
    assert found.within(Interval(date(2014, 3, 18), date(2014, 3, 22)))


def test_news_in_much_the_same_words_comes_out_within_days() -> None:
    def told(ending: str) -> list[tuple[BlockRole, str]]:
        opening = (
            "The harbour pilots of Lisbon walked out over the dredging levy that the council put on every hull above nine metres. "
        )
        more = "No ship was berthed, four tankers turned back, and the levy's author would not be drawn. " + ending
        return [
            ("body", opening + more),
            ("body", "Crews waited in the estuary, and fish went to waste in the holds of eleven boats. " * 3),
        ]

    known = made("b", told("The governor of the port asked both camps to a breakfast."), [], date(2014, 3, 20))
    other = made("c", [("body", "A choir from Porto sang in the cathedral before a thousand guests. " * 8)], [], date(2014, 5, 2))
    undated = made("a", told("Pilots were still out on Thursday."), [])
    found = dated(known, other, undated)
    assert found["a"].within(Interval(date(2014, 3, 18), date(2014, 3, 22)))
