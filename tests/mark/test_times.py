"""Time expressions: what is found, what it means, and its value."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.mark.times import mark_text
from dateline.records import TimeExpression

WEDNESDAY = date(2019, 6, 12)


def values(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(time.span.of(text), time.value) for time in mark_text(text, published)]


def only(text: str, published: date | None = WEDNESDAY) -> TimeExpression:
    found = mark_text(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 4 May 2017.", "2017-05-04"),
        ("They met on May 4, 2017.", "2017-05-04"),
        ("They met on the 4th of May 2017.", "2017-05-04"),
        ("They met on 2017-05-04.", "2017-05-04"),
        ("They met on 25/05/2017.", "2017-05-25"),
        ("They met on 05/25/2017.", "2017-05-25"),
        ("They met on 27th April.", "2019-04-27"),
        ("They met in Ankara (May 31).", "2019-05-31"),
        ("They met in September.", "2018-09"),
        ("They will meet in September.", "2019-09"),
        ("They met in early March.", "2019-03"),
        ("They met on Thursday.", "2019-06-06"),
        ("They met on Wednesday.", "2019-06-12"),
        ("They will meet on Thursday.", "2019-06-13"),
        ("They are due to meet next Monday.", "2019-06-17"),
        ("They met yesterday.", "2019-06-11"),
        ("They met last week.", "2019-W23"),
        ("They met last month.", "2019-05"),
        ("They met earlier this year.", "2019"),
        ("They met three weeks ago.", "2019-W21"),
        ("They met ten days ago.", "2019-06-02"),
        ("They met in the late 1990s.", "199"),
        ("They met in the third quarter of 2015.", "2015-Q3"),
        ("They met last spring.", "2019-SP"),
        ("They met on Thursday evening.", "2019-06-06TEV"),
        ("They talked for five hours.", "PT5H"),
        ("It was a three-day visit.", "P3D"),
        ("It was the first in the past 9 years.", "P9Y"),
        ("They meet every year.", "P1Y"),
        ("They have met recently.", "PAST_REF"),
        ("They met on Christmas Day.", "2018-12-25"),
        ("They met on Thursday of last week.", "2019-06-06"),
        ("They met in June last year.", "2018-06"),
        ("They met on the 7th, diplomats said.", "2019-06-07"),
        ("They met on the eleventh.", "2019-06-11"),
        ("On the 28th they signed the treaty.", "2019-05-28"),
        ("They will meet on the 20th.", "2019-06-20"),
        ("They will meet on Thursday the twentieth.", "2019-06-20"),
        ("They met on Friday the 7th and ate.", "2019-06-07"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "They may meet.",
        "May I speak to the minister?",
        "The soldiers march through the town.",
        "The 45-year-old minister spoke.",
        "She is 52 years old.",
        "He commands 2000 men.",
        "It was the second visit.",
        "They voted for resolution 1929.",
        "It costs $2000.",
        "The road is 2015 km long.",
        "He lives on the 14th floor.",
        "They agreed on the third round of talks.",
        "On the second, he would not be drawn.",
    ],
)
def test_no_time(text: str) -> None:
    assert values(text) == []


def test_month_may_is_found_beside_the_modal() -> None:
    assert values("They may meet in May.") == [("May", "2020-05")]


def test_unknown_publication_leaves_x() -> None:
    text = "They met on 27 April, then on Monday, and last month, and in 2015."
    assert [value for _, value in values(text, None)] == ["XXXX-04-27", "XXXX-WXX-1", "XXXX-XX", "2015"]


def test_tense_of_the_governing_verb() -> None:
    past, future = mark_text("He visited Rome on Monday. The summit scheduled for Friday is to go ahead.", None)
    assert past.meaning and past.meaning.tense == "past"
    assert future.meaning and future.meaning.tense == "future"


@pytest.mark.parametrize(
    "text",
    [
        "Lima answered with an offer to hold talks on January 9.",
        "She declined to attend the meeting on January 9.",
        "The ministers decided to reopen the bridge on January 9.",
        "They threatened to leave the talks on January 9.",
    ],
)
def test_what_is_offered_or_decided_lies_ahead(text: str) -> None:
    (found,) = mark_text(text, None)
    assert found.meaning and found.meaning.tense == "future"


def test_a_scheduled_flight_is_no_plan() -> None:
    time = only("The envoy flew to Rome on a scheduled flight from Lisbon on Monday.", None)
    assert time.meaning and time.meaning.tense == "past"


def test_bounds() -> None:
    assert [t.meaning.bound for t in mark_text("It has stood since 2000. It could come as early as May.", None) if t.meaning] == [
        "not before",
        "not before",
    ]
    assert only("They have until June to sign.", None).meaning.bound == "not after"  # type: ignore[union-attr]


def test_before_another_event() -> None:
    time = only("She arrived less than two weeks before the summit.", None)
    assert time.meaning is not None
    assert (time.meaning.base, time.meaning.unit, time.meaning.shift, time.meaning.bound) == ("event", "week", -2, "not before")
    eve = only("On the eve of the summit, he spoke.", None)
    assert eve.meaning is not None
    assert (eve.meaning.base, eve.meaning.shift) == ("event", -1)


def test_reference_to_the_time_before() -> None:
    assert values("In 2016 they signed. In the same year they met.") == [("2016", "2016"), ("the same year", "2016")]
    assert values("They met on 4 May 2017 and signed two days later.")[1] == ("two days later", "2017-05-06")


def test_range_of_days() -> None:
    for text in ("It ran from April 9 to 11.", "It ran between 9 and 11 April.", "It ran 9-11 April."):
        meaning = only(text).meaning
        assert meaning is not None
        assert meaning.until is not None
        assert (meaning.month, meaning.day, meaning.until.day) == (4, 9, 11), text


def test_text_order_and_no_overlap() -> None:
    found = mark_text("On Monday, 3 June 2019, at the end of last month, and later this month, they met twice a week.", WEDNESDAY)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text", ["one " * 3000, "May 5 " * 2000, "the last " * 2000, "1-2-3/4/5." * 1500, "9999 centuries ago. 99th century. 31 June."]
)
def test_hostile_text_comes_back(text: str) -> None:
    mark_text(text[:15000], date(2019, 6, 12))


def test_timebank_sample() -> None:
    """A floor on the values of the first documents of the gold that lies beside the checkout."""
    path = Path(__file__).parents[2].parent / "shared" / "bench" / "time" / "timebank.jsonl"
    if not path.exists():
        pytest.skip("no gold beside the checkout")
    right = total = 0
    for line in path.read_text("utf-8").splitlines()[:12]:
        document = json.loads(line)
        found = {(t.span.start, t.span.end): t.value for t in mark_text(document["text"], date.fromisoformat(document["dct"]))}
        for gold in document["timex"]:
            total += 1
            right += any(a < gold["end"] and gold["start"] < b and v == gold["value"] for (a, b), v in found.items())
    assert right / total >= 0.7


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met last Wednesday.", "2019-06-05"),
        ("They will meet next Wednesday.", "2019-06-19"),
        ("They will meet later on Wednesday.", "2019-06-12"),
        ("They met this Monday.", "2019-06-10"),
        ("They will meet this Friday.", "2019-06-14"),
        ("they met on monday.", "2019-06-10"),
        ("they will meet on 19 august.", "2019-08-19"),
        ("They will meet two weeks from today.", "2019-06-26"),
        ("The vote was likely in July.", "2019-07"),
        ("The meeting was set for Friday.", "2019-06-14"),
    ],
)
def test_weekdays_and_months_as_told(text: str, value: str) -> None:
    assert only(text).value == value


def test_other_words_in_small_letters_are_no_months() -> None:
    assert not mark_text("They may meet, and the august body will march on.", WEDNESDAY)


@pytest.mark.parametrize("text", ["They will meet on 11 and 12 October.", "They will meet on October 11 and 12."])
def test_two_days_of_a_month(text: str) -> None:
    meaning = only(text).meaning
    assert meaning is not None
    assert meaning.until is not None
    assert (meaning.month, meaning.day, meaning.until.day) == (10, 11, 12)


def test_two_names_of_one_day() -> None:
    found = mark_text("They will meet in ten days, on Saturday 22 June.", WEDNESDAY)
    assert [(time.value, time.meaning and time.meaning.shift) for time in found] == [("P10D", 10), ("2019-06-22", None)]
