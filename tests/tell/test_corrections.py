"""Corrections in words: what people may type, what the journal and the list of changes say, and the commands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.engine import local
from dateline.intervals import day
from dateline.records import Account, Change, Changes, Judgement, Published
from dateline.spans import Span
from dateline.store import Desk
from dateline.tell.corrections import change_lines, judgements, told
from dateline.tell.labels import published_label
from dateline.tell.lookup import Lookup
from tests.weave.small_stories import told as account_of

AT = "2026-01-31T12:00:00Z"


def meant(account: Account, verdict: str, left: str, right: str = "") -> tuple[Judgement, ...]:
    return judgements(verdict, left, right, Lookup(account), by="Ada", why="", at=AT)


def words_of(account: Account, side: Span | str) -> str:
    return Lookup(account).text(side) if isinstance(side, Span) else side


def test_actors_are_meant_by_id_name_or_a_part_of_it(account: Account) -> None:
    actor = next(a for a in account.actors if a.name == "Kari Moen")
    for wanted in (actor.id, "Kari Moen", "kari moen", "Kari"):
        (judgement,) = meant(account, "name", wanted, "Kari Moen-Lie")
        assert words_of(account, judgement.left).endswith("Moen") and judgement.verdict == "name"


def test_an_actor_is_meant_by_the_words_of_a_report_too() -> None:
    text = (
        "Norwegian Foreign Minister Kari Moen met President Karim Nasr of Egypt in Cairo on 4 May 2016. Mr. Nasr thanked Ms. Moen."
    )
    (people,) = meant(account_of([("2016-05-05", text)]), "different", "Mr. Nasr", "Kari Moen")
    assert people.of == "actor"


def test_two_actors_or_two_events_are_told_apart_by_what_they_are(account: Account) -> None:
    (people,) = meant(account, "different", "Kari Moen", "Luis Soto")
    assert people.of == "actor" and {words_of(account, people.left), words_of(account, people.right)} == {"Kari Moen", "Luis Soto"}
    first, second = account.events[:2]
    (events,) = meant(account, "same", first.id, second.id)
    assert events.of == "event" and isinstance(events.left, Span)
    marks = {m.report: m for m in account.marks}
    assert events.left in {e.trigger for e in marks[events.left.report].events}


def test_what_is_no_event_is_so_in_every_mention(account: Account) -> None:
    event = max(account.events, key=lambda e: len(e.mentions))
    found = meant(account, "no-event", event.id)
    assert len(found) == len(event.mentions) > 1 and {j.verdict for j in found} == {"no event"}


def test_a_speaker_is_an_actor_or_a_name(account: Account) -> None:
    assert meant(account, "speaker", "salmon", "Luis Soto")[0].left == meant(account, "speaker", "salmon", "Lena Holm")[0].left
    assert isinstance(meant(account, "speaker", "salmon", "Luis Soto")[0].right, Span)
    assert meant(account, "speaker", "salmon", "Lena Holm")[0].right == "Lena Holm"
    assert meant(account, "speaker", "salmon", "Nobody")[0].right == "nobody"


def test_places_and_reports_can_be_pointed_at(account: Account) -> None:
    report = account.reports[0]
    assert meant(account, "name", f"{report.id}:3-9", "X")[0].left == Span(report.id, 3, 9)
    assert meant(account, "date", report.id, "2016")[0].left == report.id
    assert meant(account, "date", "r1", "2016")[0].left in {r.id for r in account.reports}


@pytest.mark.parametrize(
    ("verdict", "left", "right", "says"),
    [
        ("name", "Nemo", "X", "no actor 'Nemo'"),
        ("name", "", "X", "no actor"),
        ("no-event", "zebra", "", "no event 'zebra'"),
        ("speaker", "cod dispute", "Luis Soto", "several statements"),
        ("same", "Kari Moen", "", "wants two things"),
        ("merge", "a", "b", "no-event"),
    ],
)
def test_what_means_nothing_or_several_says_what_would_do(account: Account, verdict: str, left: str, right: str, says: str) -> None:
    with pytest.raises(LookupError, match=says):
        meant(account, verdict, left, right)


def test_the_journal_reads_like_sentences(account: Account) -> None:
    lookup = Lookup(account)

    def says(verdict: str, left: str, right: str = "") -> str:
        return told(meant(account, verdict, left, right)[0], lookup)

    assert says("same", "Kari Moen", "Luis Soto").endswith("are one actor")
    assert "“Kari Moen” (" in says("different", "Kari Moen", "Luis Soto")
    assert says("name", "Kari Moen", "K. Moen").endswith("is to be shown as “K. Moen”")
    assert says("speaker", "salmon", "nobody").startswith("nobody known said “We welcome")
    assert says("date", account.events[0].id, "2019-05-31").endswith("was on 31 May 2019")
    assert says("date", account.reports[0].id, "unknown").endswith("came out on a day that is not known")
    assert says("no-event", account.events[0].id).endswith("tells of no event")
    earlier = meant(account, "name", "Kari Moen", "K. Moen")[0]
    back = Judgement(earlier.id, "", "withdrawn", "Ada", "", AT)
    assert told(back, lookup, {earlier.id: earlier}) == f"taken back: {told(earlier, lookup)}"
    assert told(back, lookup) == "an earlier judgement is taken back"
    assert "not here" in told(Judgement(Span("r9", 1, 2), Span("r9", 3, 4), "same", "Ada", "", AT), lookup)
    assert told(Judgement("actor-1", "actor-2", "same", "me", "", AT), lookup) == "“actor-1” and “actor-2” are one actor"


def test_changes_read_like_sentences(account: Account) -> None:
    event = account.events[0]
    span = Span(account.reports[0].id, 0, 10)
    found = Changes(
        (),
        (
            Change("actor", "merged", "a", "b", "", "Anna", "Anne", span),
            Change("event", "changed", event.id, event.id, "date", "2019-05", "2019-05-31", span),
            Change("event", "gained", event.id, "", "", "", "CONSULT", span),
            Change("event", "lost", "", "event-x", "", "Anna; CONSULT; happened", "", Span("r9", 0, 4)),
            Change("statement", "changed", "", "", "speaker", "Anna", "", span),
        ),
    )
    lines = change_lines(found, Lookup(account))
    assert [line.group for line in lines] == ["New", "No longer told", "Changed", "Changed", "Put together"]
    assert lines[1].text == "Anna; CONSULT; happened"
    assert lines[2].text.endswith(": date 31 May 2019, before May 2019")
    assert lines[3].text.endswith("said by nobody known, before by Anna")
    assert lines[4].text == "Anna is one with Anne"


def test_a_record_leads_to_those_who_corrected_it(account: Account) -> None:
    (said,) = meant(account, "name", "Kari Moen", "K. Moen")
    lookup = Lookup(msgspec.structs.replace(account, judgements=(said,)))
    assert lookup.judged((said.id, "judgement-gone")) == (said,)


def test_a_corrected_publication_date_says_so(account: Account) -> None:
    report = account.reports[0].id
    published = {**account.published, report: Published(day(date(2019, 5, 31)), "judged", ("judgement-1",))}
    label = published_label(report, Lookup(msgspec.structs.replace(account, published=published)))
    assert label == "31 May 2019 (corrected)"


# ---------------------------------------------------------------- commands


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_commands_judge_list_undo_and_tell_what_changed(tmp_path: Path) -> None:
    text = (
        "Ministers meet\n\n5 May 2016\n\nNorwegian Foreign Minister Anna Berg met Egyptian Foreign Minister Omar Said in Oslo on "
        '4 May 2016. "We will talk again," Berg said after the meeting.\n'
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    store = ("--store", tmp_path / "a.desk")
    assert run("add", tmp_path / "a.txt", *store).exit_code == 0
    assert "No judgements" in run("judgements", *store).output
    judged = run("judge", "speaker", "talk again", "Omar Said", "--why", "I heard it", "--by", "Ada", *store)
    assert judged.exit_code == 0, judged.output
    assert "1. “Omar Said”" in judged.output and "before by Anna Berg" in judged.output
    listed = run("judgements", *store).output
    assert "Ada" in listed and "because: I heard it" in listed
    assert "before by Anna Berg" in run("changes", *store).output
    assert run("undo", 1, *store).exit_code == 0
    assert "[taken back]" in run("judgements", *store).output
    for arguments, says in (
        (("undo", 1), "taken back already"),
        (("undo", 9), "no judgement 9"),
        (("judge", "date", "met Omar", "someday"), "is no date"),
        (("judge", "date", "zebra", "2016"), "no event"),
        (("judge", "guess", "a", "b"), "no verdict"),
    ):
        failed = run(*arguments, *store)
        assert failed.exit_code == 1 and says in " ".join(failed.output.split()), failed.output
    with Desk(tmp_path / "a.desk") as desk:
        assert len(local.journal(desk)) == 2
