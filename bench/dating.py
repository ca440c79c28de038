"""Adapter for dating: the days of reports whose own date is hidden, told by what they say and by the dated reports beside them."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bench.sources import fields_report
from bench.stories import head
from dateline.engine import local
from dateline.engine.steps import woven
from dateline.intervals import Interval, day
from dateline.records import Marks, Published, Report

NARROW = 7  # days of an answer that says the week


def predict_all(records: list[dict[str, Any]], _gold: Path) -> Iterator[dict[str, Any]]:
    """Of each record "id", "title", "text", "date" and "source" are read, and "cluster" to halve each.

    All are one desk; every second report of each cluster is dated without its date, then the others. The answer has "id", and
    "earliest" and "latest" of the days that surely hold it, both null where these are unknown. The figures go to standard error.
    """
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        grouped[record["cluster"]].append(record)
    clusters = [grouped[name] for name in sorted(grouped)]
    made = {record["id"]: _report(record) for cluster in clusters for record in cluster}
    reports = {name: report for name, report in made.items() if report is not None and report.published is not None}
    truth = {record["id"]: day(date.fromisoformat(record["date"][:10])) for cluster in clusters for record in cluster}
    mark = local.step("mark").run
    marks = {report.id: mark(report) for report in reports.values()}
    surely: list[tuple[Interval, Interval | None]] = []
    likely: list[tuple[Interval, Interval | None]] = []
    for half in (0, 1):
        hidden = [name for cluster in clusters for name in sorted(r["id"] for r in cluster if r["id"] in reports)[half::2]]
        told = _dated(reports, frozenset(hidden), marks)
        for name in hidden:
            found = told.get(reports[name].id)
            days = found.surely if found else None
            surely.append((truth[name], days))
            likely.append((truth[name], found.interval if found else None))
            yield {
                "id": name,
                "earliest": days.earliest.isoformat() if days and days.earliest else None,
                "latest": days.latest.isoformat() if days and days.latest else None,
            }
    print(f"the days that surely hold it: {figures(surely)}", file=sys.stderr)
    print(f"the likeliest days alone: {figures(likely)}", file=sys.stderr)


def figures(answers: list[tuple[Interval, Interval | None]]) -> str:
    """How many days were told, how many of those answers hold the true day, and how many say the week, in one line."""
    told = [(truth, days) for truth, days in answers if days is not None]
    holds = sum(truth.within(days) for truth, days in told)
    narrow = sum((days.days or NARROW + 1) <= NARROW for _, days in told)
    share = max(len(told), 1)
    return f"{len(answers)} asked, {len(told)} answered, {holds / share:.3f} hold the day, {narrow / share:.3f} within a week"


def _report(record: dict[str, Any]) -> Report | None:
    """`source` is an address, which is no outlet's name for those who read reports, but tells one from another here."""
    fields = {"title": record["title"], "date": record["date"], "outlet": record["source"].replace(".", " ")}
    return fields_report(record["id"], fields | {"text": head(record["text"])})


def _dated(reports: dict[str, Report], hidden: frozenset[str], marks: dict[str, Marks]) -> dict[str, Published]:
    known = tuple(replace(report, published=None) if name in hidden else report for name, report in sorted(reports.items()))
    return woven(sorted(known, key=lambda report: report.id), marks).published
