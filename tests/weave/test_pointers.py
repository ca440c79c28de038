"""What the words around a mention point at: its place and its day, on small reports through marking and weaving."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.intervals import Interval, day
from dateline.mark.report import mark
from dateline.records import Block, Published, Report
from dateline.spans import Span
from dateline.weave.actors import weave_actors
from dateline.weave.events import weave_events
from dateline.weave.origins import Origins
from dateline.weave.places import Places


def report(name: str, text: str) -> Report:
    blocks = (Block(Span(name, 0, len(text)), "body"),)
    came_out = Published(day(date(2016, 3, 11)), "stated")
    return Report(name, name, text, None, (), None, None, (), "en", "article", came_out, None, blocks)


def told(text: str, *others: str) -> dict[str, tuple[str | None, Interval | None]]:
    """Place and days of each event of a report of Friday 11 March 2016, by its trigger's first word."""
    reports = [report(name, t) for name, t in zip("abc", (text, *others), strict=False)]
    marks = {r.id: mark(r) for r in reports}
    places = Places(marks)
    published = {r.id: r.published for r in reports if r.published}
    woven = weave_events(reports, marks, weave_actors(marks.values()).weaving, places, published, Origins(reports, {}, (), {}))
    out = {}
    for event in woven.events:
        for ref in event.mentions:
            word = marks[ref.report].events[ref.index].trigger.of(next(r.text for r in reports if r.id == ref.report)).split()[0]
            out[word] = (places.name(event.place) if event.place else None, event.date)
    return out


@pytest.mark.parametrize(
    "text",
    [
        "Polish President Jan Kowal met Finnish President Kari Dahl in the Finnish capital on Tuesday.",
        "Polish President Jan Kowal arrived in the snowy Finnish capital on Tuesday.",
    ],
)
def test_a_capital_need_not_be_named(text: str) -> None:
    assert next(place for place, _ in told(text + " Snow fell in Helsinki.").values()) == "Helsinki"


def test_who_flies_home_flies_to_the_own_country() -> None:
    found = told("Snow fell in Helsinki. Finnish Foreign Minister Kari Dahl flew home on Tuesday for consultations.")
    assert found["flew"][0] == "Helsinki"


def test_there_is_the_place_told_of_just_before() -> None:
    found = told("Kari Dahl arrived in Oslo on Tuesday. She met Norwegian Prime Minister Per Lund there on Wednesday.")
    assert found["met"][0] == "Oslo"


def test_a_clause_with_when_has_the_day_before_it() -> None:
    found = told("Everything changed on 3 March, when Norwegian Prime Minister Per Lund met Polish President Jan Kowal.")
    assert found["met"][1] == day(date(2016, 3, 3))


def test_a_day_after_counts_from_the_day_named_before() -> None:
    found = told(
        "The office confirmed it on 9 March, a day after Norwegian Prime Minister Per Lund met Polish President Jan Kowal."
    )
    assert found["met"][1] == day(date(2016, 3, 8))


def test_what_goes_on_while_it_is_written_is_on_the_report_s_day() -> None:
    assert told("President Jan Kowal, who is visiting Oslo, praised the fishermen.")["visiting"][1] == day(date(2016, 3, 11))


def test_in_three_years_looks_back_after_a_first() -> None:
    found = told("Syrian Foreign Minister Adib Haddad is the first official to set foot in Lebanon in three years.")
    assert found["set"][1] is None


def test_the_day_of_an_offer_is_not_the_day_of_the_visit() -> None:
    assert told("Egyptian President Omar Saleh offered on Wednesday to go to Israel in search of peace.")["go"][1] is None


def test_the_seat_of_a_government_lies_in_its_capital() -> None:
    found = told(
        "Kari Dahl left Washington on Monday. President Donald Trump received German Chancellor Angela Merkel at the White House."
    )
    assert found["received"][0] == "Washington"


def test_a_speech_to_parliament_is_no_visit() -> None:
    found = told(
        "Egyptian President Omar Saleh arrived in Jerusalem on Tuesday. On Wednesday Saleh addressed the Israeli parliament."
    )
    assert found["arrived"][1] == day(date(2016, 3, 8))
    assert found["addressed"] == ("Jerusalem", day(date(2016, 3, 9)))


def test_since_a_year_when_something_was_done_is_that_year() -> None:
    found = told(
        "The town has seen no such crowd since 1990, when Norwegian Prime Minister Per Lund met Polish President Jan Kowal."
    )
    assert found["met"][1] == Interval(date(1990, 1, 1), date(1990, 12, 31))


def test_a_deed_of_home_is_done_at_home() -> None:
    assert told("Chile expelled the Norwegian writer Ola Ness on Tuesday.")["expelled"][0] == "Chile"


def test_there_is_the_place_named_last() -> None:
    found = told(
        "Finnish Foreign Minister Kari Dahl flew to Lima on Tuesday. The next stop is Geneva. "
        "Norwegian Foreign Minister Per Lund will meet Kari Dahl there on Friday."
    )
    assert (found["flew"][0], found["meet"][0]) == ("Lima", "Geneva")


def test_here_of_the_speaker_is_not_the_place_of_the_deed() -> None:
    found = told("Kari Dahl flew to Oslo. Per Lund was kidnapped by Polish rebels on Tuesday, said a spokesman here.")
    assert found["kidnapped"][0] is None


def test_a_sentence_sets_the_scene() -> None:
    found = told("In Lima, Finnish Foreign Minister Kari Dahl laid a wreath on Tuesday. She later met Norwegian envoy Per Lund.")
    assert found["met"][0] == "Lima"
