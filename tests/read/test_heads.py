"""Titles, writers and the page's own lines of plain texts as collections have them."""

import pytest

from dateline.read import read
from dateline.records import Report, Source

STORY = (
    "The foreign ministers of Norway and Portugal met in Lisbon on Monday to settle who may fish for herring off the islands.",
    "Norway had closed its ports to Portuguese boats in March, and the fleet has stayed at home since then.",
    '"We will share the sea," said Ana Reis, the Portuguese minister, after four hours of talks.',
    "A second round is to be held in Oslo in June, when both fleets hope to be at sea again.",
)


def told(*lines: str) -> Report:
    report = read(Source("x.txt", "\n\n".join(lines).encode(), "text"))[0]
    assert isinstance(report, Report)
    return report


def roles(report: Report) -> list[str]:
    return [block.role for block in report.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Ministers Meet in Lisbon to Settle Herring Quarrel.",
        "MINISTERS MEET IN LISBON.",
        "Norway and Portugal settle herring quarrel.",
        "Norway: \u2018We Will Never Share the Herring With Portugal.\u2019",
        "Herring, ports and islands: Norway meets Portugal.",
    ],
)
def test_a_headline_that_ends_with_a_stop(line: str) -> None:
    report = told(line, *STORY)
    assert report.title == line and roles(report)[1:] == ["body"] * 4


def test_a_headline_that_goes_on_in_the_next_line() -> None:
    report = told(
        "Herring talks open in Lisbon;", "Ports have been closed since March.", "ABSTRACT.", STORY[0], "FULL TEXT.", *STORY[1:]
    )
    assert report.title == "Herring talks open in Lisbon"
    assert roles(report) == ["title", "body", "furniture", "body", "furniture", "body", "body", "body"]


def test_terse_words_above_a_dateline_are_a_headline() -> None:
    report = told("Catch limits near for northern fleets.", "LISBON, Portugal (AP) - " + STORY[0], *STORY[1:])
    assert report.title == "Catch limits near for northern fleets."


@pytest.mark.parametrize(
    "line",
    [
        "The talks are over.",
        "Nobody in Lisbon expected a treaty on Monday.",
        "She said that Norway had closed its ports to herring boats.",
        "Rain fell.",
        "Portugal was ready to talk about herring, its minister said.",
    ],
)
def test_a_short_first_paragraph_is_no_headline(line: str) -> None:
    assert told(line, *STORY).title is None


def test_a_headline_without_a_report_is_none() -> None:
    assert told("Ministers Meet in Lisbon to Settle Quarrel.").title is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Maria Lind is a lecturer in law at the University of Bergen.", ("Maria Lind",)),
        ("David R. Holm, a former envoy, is the author of two books on fishing.", ("David R. Holm",)),
        ("Follow Peter Sande on Twitter @petersande", ("Peter Sande",)),
        ("Ana Reis is a lawyer and has been minister for two years.", ()),
        ("Follow Fjord News on Twitter", ()),
    ],
)
def test_writers_told_in_the_last_line(line: str, byline: tuple[str, ...]) -> None:
    report = told("Ministers meet in Lisbon", *STORY, line)
    assert report.byline == byline
    assert roles(report)[-1] == ("furniture" if byline or "Twitter" in line else "body")


@pytest.mark.parametrize(
    "line", ["Lind reported from Oslo.", "Contributing: Maria Lind and Peter Sande", "Holm and Lind reported from Lisbon."]
)
def test_who_helped_is_no_part_of_the_report(line: str) -> None:
    report = told("Ministers meet in Lisbon", *STORY, line)
    assert roles(report)[-1] == "byline" and report.byline == ()


def test_the_paper_of_those_who_helped() -> None:
    assert (
        told("Ministers meet in Lisbon", *STORY, "Contributing: Maria Lind and Peter Sande, Fjord Gazette.").outlet
        == "Fjord Gazette"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Photo",
        "SaveSave",
        "Scroll down for video",
        "Email the author.",
        "(Fjord Daily 10/03/2017 page4)",
        "Read the original article on Fjord Gazette. Copyright 2018.",
    ],
)
def test_what_pages_leave_in_plain_text(line: str) -> None:
    report = told("Ministers meet in Lisbon", *STORY[:2], line, *STORY[2:])
    assert roles(report) == ["title", "body", "body", "furniture", "body", "body"]


def test_a_kicker_with_a_stop_names_no_paper() -> None:
    assert told("Ministers meet in Lisbon", "News Analysis.", *STORY).outlet is None
    assert told("Jane Holm.", "Ministers meet in Lisbon", "By Jane Holm.", *STORY).byline == ("Jane Holm",)


def test_a_station_is_no_headline() -> None:
    report = told(
        "HERRING COAST 98.2 FM", "Listen live | Tides | Request a song", "The Net: herring talks for Norway and Portugal", *STORY
    )
    assert report.title == "The Net: herring talks for Norway and Portugal"


def test_the_head_of_a_communique_is_no_headline() -> None:
    head = ("MINISTRY OF FISHERIES", "Press and Information Service", "COMMUNIQUÉ No. 011/MFF/2010", "For immediate release")
    assert told(*head, "Ministers of Norway and Portugal settle the herring quarrel", *STORY).title == (
        "Ministers of Norway and Portugal settle the herring quarrel"
    )


def test_columns_of_buttons_are_navigation() -> None:
    report = told("Sign in / Register     Set edition: Africa", "Norway and Portugal settle herring quarrel", *STORY)
    assert (report.title, report.outlet) == ("Norway and Portugal settle herring quarrel", None)


def test_a_headline_of_three_clauses_names_no_writer() -> None:
    report = told(
        "~ The Herring Notebook ~",
        "notes on tides and ports, by a retired pilot",
        "They Met, They Sailed, They Ate Herring",
        *STORY,
    )
    assert (report.title, report.byline, report.outlet) == ("They Met, They Sailed, They Ate Herring", (), "The Herring Notebook")
