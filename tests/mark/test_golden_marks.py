"""Whole reports and the marks they get, kept as readable files: `pytest tests/mark/test_golden_marks.py --update` writes them anew.

A difference is not an error by itself; it is shown so that whoever changes a rule sees all that it changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import read
from dateline.mark.report import mark
from dateline.records import Marks, Report

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden" / "marks"
REPORTS = [
    sorted((TESTS / "stories" / story / "reports").iterdir())[number]
    for story, number in (("ankara-2016", 0), ("asmara-2018", 0), ("havana-2014", 2), ("vienna-2015", 4))
]


def lines(report: Report, marks: Marks) -> Iterator[str]:
    text = report.text

    def who(index: int | None) -> str:
        return (
            "-" if index is None else f"{marks.mentions[index].name or marks.mentions[index].title or marks.mentions[index].form}"
        )

    for block in report.blocks:
        if block.role != "body":
            yield f"block      {block.role}: {block.span.of(text)[:60]!r}"
    for m in marks.mentions:
        yield f"mention    {m.entity:3} {m.kind} {m.form}: {m.span.of(text)!r} | {m.name} | {m.title} of {m.of} | {m.country}"
    for t in marks.times:
        yield f"time       {t.type} {t.value}: {t.span.of(text)!r}"
    for s in marks.statements:
        yield f"statement  {s.kind} by {who(s.speaker)}, relayed by {who(s.relayed_by)}: {s.span.of(text)[:80]!r}"
    for e in marks.events:
        people = ", ".join(f"{who(p.mention)} ({p.role})" for p in e.participants)
        when = marks.times[e.when].span.of(text) if e.when is not None else "-"
        told = f"{e.type} {e.mode or '-'} {e.status} {e.modality}"
        yield f"event      {told}: {e.span.of(text)!r} | {people} | {when} | {who(e.place)}"
    for q in marks.quantities:
        yield f"quantity   {q.value:g} {q.unit} of {q.about}: {q.span.of(text)!r}"


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.parents[1].name)
def test_marks_are_as_kept(path: Path, update: bool) -> None:
    (source,) = read.sources(str(path))
    (report,) = read.read(source)  # type: ignore[arg-type]
    assert isinstance(report, Report)
    marks = mark(report)
    found = "\n".join(lines(report, marks)) + "\n"
    kept = GOLDEN / f"{path.parents[1].name}.txt"
    if update:
        kept.write_text(found, "utf-8")
    assert kept.is_file(), "no golden file: run this test with --update"
    assert found == kept.read_text("utf-8")
