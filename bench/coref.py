"""Adapter for coreference across documents: which of the given mentions are one event, or one actor, in the account of all.

A given mention belongs to the event or the actor whose own mention its words touch. What Dateline does not look for (most events
outside politics) stays by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.sources import account, text_report
from dateline.records import Account
from dateline.spans import Span

Held = tuple[Span, str]
"""A mention's characters and the id of the record that it belongs to."""


def predict_all(records: list[dict[str, Any]], _gold: Path) -> Iterator[dict[str, Any]]:
    """Of each record "doc", "text" and the mentions' "id", "start", "end" and "kind" are read.

    The answer has "doc" and "mentions" with "id" and "cluster".
    """
    reports = {record["doc"]: text_report(record["doc"], record["text"]) for record in records}
    woven = account(r for r in reports.values() if r)
    found = {"event": _events(woven), "other": _actors(woven)}
    for record in records:
        report = reports[record["doc"]]
        answers = []
        for one in record["mentions"]:
            held = found["event" if one["kind"] == "event" else "other"][report.id if report else ""]
            answers.append({"id": one["id"], "cluster": _best(held, one["start"], one["end"]) or one["id"]})
        yield {"doc": record["doc"], "mentions": answers}


def _best(held: list[Held], start: int, end: int) -> str | None:
    """The record whose mention shares most characters with a run; the first of equals."""
    shared = [(min(end, span.end) - max(start, span.start), -span.start, id_) for span, id_ in held]
    return max((one for one in shared if one[0] > 0), default=(0, 0, None))[2]


def _events(woven: Account) -> dict[str, list[Held]]:
    marks = {one.report: one for one in woven.marks}
    found: dict[str, list[Held]] = defaultdict(list)
    for event in woven.events:
        for ref in event.mentions:
            found[ref.report].append((marks[ref.report].events[ref.index].trigger, event.id))
    return found


def _actors(woven: Account) -> dict[str, list[Held]]:
    marks = {one.report: one for one in woven.marks}
    found: dict[str, list[Held]] = defaultdict(list)
    known = [(actor.id, actor.mentions) for actor in woven.actors] + [(place.id, place.mentions) for place in woven.places]
    for id_, refs in known:
        for ref in refs:
            found[ref.report].append((marks[ref.report].mentions[ref.index].span, id_))
    return found
