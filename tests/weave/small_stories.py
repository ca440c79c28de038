"""Small stories for the tests: a few sentences a report, each with its day, woven into an account."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.engine.steps import woven
from dateline.intervals import day
from dateline.mark.report import mark
from dateline.records import Account, Block, Event, KnownPerson, Published, Report
from dateline.spans import Span

GOLDEN = Path(__file__).parent.parent / "golden"


def cases(name: str) -> list[dict[str, Any]]:
    """The records of one golden file, one a line."""
    return [json.loads(line) for line in (GOLDEN / f"{name}.jsonl").read_text("utf-8").splitlines()]


def parameters(name: str) -> list[Any]:
    """One parameter a case; those known to be missed must fail, so that nobody forgets to say when they no longer do."""
    marks = {True: [pytest.mark.xfail(strict=True, reason="a known miss")], False: []}
    return [pytest.param(case, id=case["id"], marks=marks[case.get("known_miss", False)]) for case in cases(name)]


def told(reports: Sequence[Sequence[str | None]], known: Sequence[KnownPerson] = ()) -> Account:
    """The account of reports given as [ISO day or None where it is not known, text]."""
    made = written(reports)
    return woven(made, {r.id: mark(r) for r in made}, known=known)


def written(reports: Sequence[Sequence[str | None]]) -> tuple[Report, ...]:
    """Reports "r0", "r1", ..., each with its day and its text."""
    made = []
    for number, (when, text) in enumerate(reports):
        assert text is not None
        name = f"r{number}"
        body = Block(Span(name, 0, len(text)), "body")
        published = Published(day(date.fromisoformat(when)), "stated") if when else None
        made.append(Report(name, f"{name}.txt", text, None, (), None, None, (), "en", "article", published, None, (body,)))
    return tuple(made)


def events_at(account: Account, words: str) -> list[Event]:
    """The events with a mention that overlaps the first place where these words stand, the best overlap first."""
    report = next(r for r in account.reports if words in r.text)
    start = report.text.index(words)
    place = Span(report.id, start, start + len(words))
    marks = {m.report: m for m in account.marks}
    found = []
    for event in account.events:
        shared = [place.overlap(marks[r.report].events[r.index].span) for r in event.mentions if r.report == report.id]
        if any(shared):
            found.append((max(shared), event))
    return [event for _, event in sorted(found, key=lambda f: (-f[0], f[1].id))]
