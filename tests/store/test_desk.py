from pathlib import Path

import pytest

from dateline.records import Block, Judgement, Marks, Problem, Report
from dateline.spans import Span
from dateline.store import Desk, DeskError


def report(id_: str) -> Report:
    text = "Anna Berg met Omar Said in Oslo."
    return Report(
        id_, f"{id_}.txt", text, None, (), None, None, (), "en", "article", None, None, (Block(Span(id_, 0, len(text)), "body"),)
    )


def test_a_report_is_kept_once(tmp_path: Path) -> None:
    with Desk(tmp_path / "a.desk") as desk:
        assert desk.add(report("r1"))
        assert not desk.add(report("r1"))
    with Desk(tmp_path / "a.desk", create=False) as desk:
        assert desk.reports() == (report("r1"),)


def test_marks_of_other_code_are_not_used(tmp_path: Path) -> None:
    marks = Marks("r1", (), (), (), (), (), ())
    with Desk(tmp_path / "a.desk") as desk:
        desk.put_marks(marks, "one")
        assert desk.marks("one") == {"r1": marks}
        assert desk.marks("two") == {}
        desk.put_marks(marks, "two")
        assert desk.marks("one") == {}


def test_problems_and_judgements_are_kept(tmp_path: Path) -> None:
    problem = Problem("a.txt", "read", "empty file", "There is nothing in it.")
    judgement = Judgement("actor-1", "actor-2", "same", "me", "one man", "2026-01-01")
    with Desk(tmp_path / "a.desk") as desk:
        desk.put_problem(problem)
        desk.put_problem(problem)
        desk.judge(judgement)
        desk.judge(judgement)
        assert desk.problems() == (problem,)
        assert desk.judgements() == (judgement, judgement)


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to have a header" * 4])
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(DeskError, match="is no desk"):
        Desk(path)
    assert path.read_bytes() == content


def test_a_missing_desk_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="dateline add FOLDER"):
        Desk(tmp_path / "none.desk", create=False)
