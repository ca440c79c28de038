"""The engine: same reports, same bytes; a failure is shown and stops nothing; what is finished is kept."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from dateline import read
from dateline.engine import local
from dateline.records import Problem, Report
from dateline.store import Desk
from dateline.tell.exports.account import export

STORY = Path(__file__).parents[1] / "stories" / "ankara-2016" / "reports"
FILES = sorted(STORY.iterdir())


def account_bytes(folder: Path, name: str, batches: list[list[Path]]) -> bytes:
    with Desk(folder / f"{name}.desk") as desk:
        for batch in batches:
            local.add(desk, (s for file in batch for s in read.sources(str(file))))
        export(local.account(desk), folder / f"{name}.json")
    return (folder / f"{name}.json").read_bytes()


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return account_bytes(tmp_path_factory.mktemp("desk"), "at_once", [FILES])


def test_two_runs_give_the_same_bytes(at_once: bytes, tmp_path: Path) -> None:
    assert account_bytes(tmp_path, "again", [FILES]) == at_once


@pytest.mark.parametrize("seed", [1, 2])
def test_one_by_one_in_any_order_gives_the_same_bytes(at_once: bytes, tmp_path: Path, seed: int) -> None:
    order = FILES[:]
    random.Random(seed).shuffle(order)
    assert account_bytes(tmp_path, "shuffled", [[file] for file in order]) == at_once


def test_adding_again_changes_nothing(at_once: bytes, tmp_path: Path) -> None:
    assert account_bytes(tmp_path, "twice", [FILES, FILES]) == at_once


def test_a_report_that_breaks_the_marking_is_a_problem_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = local.step("mark")
    broken = FILES[0].name

    def run(report: Report) -> object:
        if report.source.endswith(broken):
            raise RuntimeError("boom")
        return step.run(report)

    def together(reports: Sequence[Report]) -> list[object]:
        return [run(report) for report in reports]

    steps = {"read": local.step("read"), "mark": dataclasses.replace(step, run=run, together=together)}
    monkeypatch.setattr(local, "step", steps.__getitem__)
    with Desk(tmp_path / "a.desk") as desk:
        new, _, problems = local.add(desk, (s for file in FILES[:2] for s in read.sources(str(file))))
        assert new == 2
        assert [(p.step, p.name) for p in problems] == [("mark", "internal error")]
        assert "boom" in problems[0].detail
        account = desk.account(local.version(step))
        assert len(account.reports) == 1 and account.problems == problems
        assert desk.problems() == problems


def test_what_cannot_be_read_is_kept_as_a_problem(tmp_path: Path) -> None:
    with Desk(tmp_path / "a.desk") as desk:
        problem = Problem("x", "read", "no such path", "There is nothing there.")
        assert local.add(desk, [problem]) == (0, 0, (problem,))
        assert desk.problems() == (problem,)


def test_a_problem_goes_when_its_cause_is_mended(tmp_path: Path) -> None:
    file, other = tmp_path / "one.txt", tmp_path / "one.txt.old"
    file.write_text("")
    with Desk(tmp_path / "a.desk") as desk:
        local.add(desk, [*read.sources(str(file)), Problem(other.as_posix(), "read", "no such path", "Gone.")])
        local.add(desk, read.sources(str(tmp_path / "none")))
        assert [p.name for p in desk.problems()] == ["no such path", "empty file", "no such path"]
        file.write_text("The minister arrived in Oslo on Monday and met the king. " * 4)
        assert local.add(desk, read.sources(str(file)))[0] == 1
        assert [Path(p.source).name for p in desk.problems()] == ["none", "one.txt.old"]


def test_a_report_in_a_language_without_a_pack_is_kept_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "ru.txt"
    file.write_text(
        "Министры двух стран встретились в Женеве\n\n3 марта 2019 года\n\n"
        "Министры иностранных дел двух стран встретились в воскресенье в Женеве и договорились продолжить переговоры.\n",
        "utf-8",
    )
    with Desk(tmp_path / "a.desk") as desk:
        _, _, problems = local.add(desk, read.sources(str(file)))
        assert [(p.step, p.name) for p in problems] == [("mark", "unknown language")]
        (report,) = local.account(desk).reports
        assert (report.language, report.title) == ("ru", "Министры двух стран встретились в Женеве")


def test_a_weave_that_did_not_come_to_its_end_is_done_again_before_anything_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with Desk(tmp_path / "a.desk") as desk:
        local.add(desk, read.sources(str(FILES[0])))
        with monkeypatch.context() as patched:
            patched.setattr(local, "difference", stopped)
            with pytest.raises(KeyboardInterrupt):
                local.add(desk, read.sources(str(FILES[1])))
        assert len(desk.account(None).reports) == 2 and not any(len(e.reports) > 1 for e in desk.account(None).events)
        account = local.account(desk)
        assert len(account.published) == 2 and {r for e in account.events for r in e.reports} == {r.id for r in account.reports}
