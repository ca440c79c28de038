"""Corrections on a desk: they hold for ever, in any order of reports, after a restart, and undoing them leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from dateline import read
from dateline.engine import local
from dateline.records import Judgement
from dateline.spans import Span
from dateline.store import Desk
from dateline.tell.exports.account import export
from dateline.weave.judgement_rules import JudgementError

DAY = "2026-01-31T12:00:00Z"
TEXTS = {
    "a.txt": "Ministers meet in Oslo\n\n5 May 2016\n\nNorwegian Foreign Minister Anna Berg met Egyptian Foreign Minister Omar Said "
    'in Oslo on 4 May 2016. "We will talk again," Berg said after the meeting.\n',
    "b.txt": "Berg visits Cairo\n\n20 May 2016\n\nNorwegian Foreign Minister Anne Bergh visited Cairo on 19 May 2016 and met "
    "President Karim Nasr of Egypt. The two spoke for an hour.\n",
    "c.txt": "Nasr receives envoy\n\n21 May 2016\n\nEgyptian President Karim Nasr received Norwegian Foreign Minister Anna Berg in "
    "Cairo on 18 May 2016, his office announced in a short note.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def add(desk: Desk, folder: Path, names: Sequence[str] = tuple(TEXTS)) -> None:
    local.add(desk, (source for name in names for source in read.sources(str(folder / name))))


def span(folder: Path, words: str) -> Span:
    """Characters of a report, whether or not the report is on a desk."""
    found = (r for name in TEXTS for source in read.sources(str(folder / name)) for r in local.step("read").run(source))
    report = next(r for r in found if words in r.text)
    start = report.text.index(words)
    return Span(report.id, start, start + len(words))


def one_person(folder: Path) -> Judgement:
    return Judgement(span(folder, "Anna Berg"), span(folder, "Anne Bergh"), "same", "Ada", "she married", DAY)


def saved(desk: Desk, folder: Path) -> bytes:
    export(local.account(desk), folder / "account.json")
    return (folder / "account.json").read_bytes()


def ministers(desk: Desk) -> list[int]:
    """In how many reports each person called Ann... is mentioned."""
    return sorted(
        len({m.report for m in a.mentions}) for a in local.account(desk).actors if a.type == "person" and a.name.startswith("Ann")
    )


@pytest.mark.parametrize("order", [("a.txt", "b.txt", "c.txt"), ("c.txt", "b.txt", "a.txt"), ("b.txt", "a.txt", "c.txt")])
def test_a_correction_holds_for_ever_in_any_order_of_reports(folder: Path, order: tuple[str, ...]) -> None:
    with Desk(folder / "at_once.desk") as desk:
        add(desk, folder)
        assert ministers(desk) == [1, 2]
        local.judge(desk, one_person(folder))
        expected = saved(desk, folder)
    path = folder / "one_by_one.desk"
    with Desk(path) as desk:
        add(desk, folder, order[:1])
        local.judge(desk, one_person(folder))  # at least one of its reports is not here yet
        assert local.journal(desk)[0].standing == "waits"
    for name in order[1:]:
        with Desk(path) as desk:
            add(desk, folder, [name])
    with Desk(path) as desk:
        assert ministers(desk) == [3]
        assert local.journal(desk)[0].standing == "in force"
        assert saved(desk, folder) == expected


def test_undo_gives_back_the_bytes_and_keeps_the_word_in_the_journal(folder: Path) -> None:
    with Desk(folder / "a.desk") as desk:
        add(desk, folder)
        before = saved(desk, folder)
        listed = [
            one_person(folder),
            Judgement(span(folder, "visited"), "2016-05-17", "date", "Ada", "", DAY),
            Judgement(span(folder, "received"), "", "no event", "Ada", "", DAY),
            Judgement(span(folder, "We will talk again,"), "Lena Holm", "speaker", "Ada", "", DAY),
            Judgement(span(folder, "Omar Said"), "Omar Saïd", "name", "Ada", "", DAY),
        ]
        for judgement in listed:
            assert local.judge(desk, judgement).changes
        assert saved(desk, folder) != before
        for numbers in (2, [1, 5], 4, [3]):
            assert local.undo(desk, numbers, "Bo").changes
        assert saved(desk, folder) == before
        assert [e.standing for e in local.journal(desk)] == ["withdrawn"] * 5 + ["in force"] * 5
        with pytest.raises(JudgementError, match="taken back already"):
            local.undo(desk, listed[0].id, "Bo")
        local.undo(desk, 7, "Bo")  # an undoing is undone
        assert local.journal(desk)[0].standing == "in force"
        assert ministers(desk) == [3]


def test_words_against_words_are_a_problem_until_one_is_taken_back(folder: Path) -> None:
    with Desk(folder / "a.desk") as desk:
        add(desk, folder)
        a, b, c = (span(folder, words) for words in ("Anna Berg", "Anne Bergh", "Karim Nasr"))
        for left, right, verdict in ((a, b, "same"), (b, c, "same"), (a, c, "different")):
            local.judge(desk, Judgement(left, right, verdict, "Ada", "", DAY))  # type: ignore[arg-type]
        (problem,) = local.account(desk).problems
        assert problem.name == "contradiction" and problem.step == "judge"
        for name in ("Anna Berg", "Anne Bergh", "Karim Nasr"):
            assert name in problem.detail
        assert sorted(e.standing for e in local.journal(desk)) == ["in force", "in force", "overruled"]
        local.undo(desk, 3, "Ada")
        assert local.account(desk).problems == ()


def test_a_run_says_what_it_changed(folder: Path) -> None:
    with Desk(folder / "a.desk") as desk:
        add(desk, folder, ["a.txt", "c.txt"])
        assert desk.weaves()[0].changes.changes == ()  # the first account has changed nothing
        add(desk, folder)
        last = desk.weaves()[0]
        assert last.number == 2 and len(last.changes.reports) == 1
        assert {(c.of, c.kind) for c in last.changes.changes} >= {("event", "gained")}
        changes = local.judge(desk, one_person(folder))
        assert desk.weaves()[0].changes == changes and desk.weaves()[0].judgements == 1
        (merged,) = [c for c in changes.changes if c.kind == "merged" and c.of == "actor"]
        assert {merged.before, merged.after} == {"Anna Berg", "Anne Bergh"}
        back = local.undo(desk, 1, "Ada").changes
        assert [c.kind for c in back if c.of == "actor"] == ["split"]
        runs = len(desk.weaves())
        add(desk, folder)
        assert len(desk.weaves()) == runs  # nothing new, nothing changed


def test_a_speaker_and_a_date_are_named_as_changes(folder: Path) -> None:
    with Desk(folder / "a.desk") as desk:
        add(desk, folder)
        (change,) = local.judge(
            desk, Judgement(span(folder, "We will talk again,"), span(folder, "Omar Said"), "speaker", "Ada", "", DAY)
        ).changes
        assert (change.of, change.field, change.before, change.after) == ("statement", "speaker", "Anna Berg", "Omar Said")
        changes = local.judge(desk, Judgement(span(folder, "received"), "2016-05-17", "date", "Ada", "", DAY)).changes
        assert ("date", "2016-05-18", "2016-05-17") in [(c.field, c.before, c.after) for c in changes]


def test_an_account_woven_before_the_last_word_is_woven_again(folder: Path) -> None:
    with Desk(folder / "a.desk") as desk:
        add(desk, folder)
        desk.judge(one_person(folder))  # as after a kill between keeping a word and weaving
        assert ministers(desk) == [3]


@pytest.mark.parametrize(
    ("left", "right", "verdict", "says"),
    [
        ("Anna Berg", "Anna Berg", "same", "same characters"),
        ("Anna Berg", "some name", "same", "two mentions"),
        ("in Oslo", "Karim Nasr", "same", "no mention of an actor"),
        ("received", "May", "date", "no date"),
        ("Anna Berg", "2016", "date", "no mention of an event"),
        ("received", "", "name", "name"),
        ("Anna Berg", "", "name", "a name"),
        ("Anna Berg", "x" * 200, "name", "at most"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words_and_not_kept(folder: Path, left: str, right: str, verdict: str, says: str) -> None:
    with Desk(folder / "a.desk") as desk:
        add(desk, folder)
        other = span(folder, right) if verdict == "same" and right in ("Anna Berg", "Karim Nasr") else right
        with pytest.raises(JudgementError, match=says):
            local.judge(desk, Judgement(span(folder, left), other, verdict, "Ada", "", DAY))  # type: ignore[arg-type]
        assert desk.judgements() == ()


def test_words_that_cannot_be_shown_are_kept_without_what_steers_a_terminal(folder: Path) -> None:
    with Desk(folder / "a.desk") as desk:
        add(desk, folder)
        judgement = Judgement(span(folder, "Anna Berg"), "An\x1b[31mna\u202e\ud800", "name", "A\nda", "be\x00cause", DAY)
        local.judge(desk, judgement)
        kept = desk.judgements()[0]
        assert (kept.right, kept.by, kept.why) == ("An [31mna", "A da", "be cause")
        with pytest.raises(JudgementError, match="who judges"):
            local.judge(desk, Judgement(span(folder, "Anna Berg"), "A", "name", " ", "", DAY))
        with pytest.raises(JudgementError, match="no time"):
            local.judge(desk, Judgement(span(folder, "Anna Berg"), "A", "name", "Ada", "", "yesterday"))


def test_what_is_remembered_gives_the_same_account_as_what_is_woven_anew(folder: Path) -> None:
    """An undated report too: its day is worked out from the others, and what that took is remembered."""
    text = TEXTS["a.txt"].replace("5 May 2016\n\n", "")
    (folder / "d.txt").write_text(text.replace("4 May 2016", "Wednesday"), "utf-8")
    with Desk(folder / "a.desk") as desk:
        add(desk, folder, (*TEXTS, "d.txt"))
        for judgement in (
            one_person(folder),
            Judgement(span(folder, "visited"), "2016-05-17", "date", "Ada", "", DAY),
            Judgement(span(folder, "We will talk again,"), span(folder, "Karim Nasr"), "speaker", "Ada", "", DAY),
            Judgement(span(folder, "received"), span(folder, "visited"), "same", "Ada", "", DAY, "event"),
        ):
            local.judge(desk, judgement)
            remembered = saved(desk, folder)
            local.weave(desk)
            assert saved(desk, folder) == remembered
        local.undo(desk, [1, 2, 3, 4], "Ada")
        remembered = saved(desk, folder)
    with Desk(folder / "b.desk") as desk:
        add(desk, folder, (*TEXTS, "d.txt"))
        assert saved(desk, folder) == remembered
