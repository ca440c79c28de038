"""Adapter for coreference across documents: which of the given mentions are one event, or one actor, in the account of all.

A given mention belongs to the event or the actor whose own mention its words touch. Most events of general news lie outside
politics, and no frame knows them: those are added to the marks as they are given, with their word for a type, and woven like all
others. So the figure is one of coreference, not of finding events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from bench.sources import account, text_report
from dateline.records import Account, EventMention, Marks, Participant, Report
from dateline.spans import Span
from dateline.weave.wording import meaning, words

Held = tuple[Span, str]
"""A mention's characters and the id of the record that it belongs to."""

Record = Mapping[str, Any]


def predict_all(records: list[dict[str, Any]], _gold: Path) -> Iterator[dict[str, Any]]:
    """Of each record "doc", "text" and the mentions' "id", "start", "end" and "kind" are read.

    The answer has "doc" and "mentions" with "id" and "cluster".
    """
    reports = {record["doc"]: _english(text_report(record["doc"], record["text"])) for record in records}
    by_report = {report.id: record for record in records if (report := reports[record["doc"]])}
    woven = account((r for r in reports.values() if r), lambda marks: with_given(marks, by_report[marks.report]))
    found = {"event": _events(woven), "other": _actors(woven)}
    for record in records:
        report = reports[record["doc"]]
        answers = []
        for one in record["mentions"]:
            held = found["event" if one["kind"] == "event" else "other"][report.id if report else ""]
            answers.append({"id": one["id"], "cluster": _best(held, one["start"], one["end"]) or one["id"]})
        yield {"doc": record["doc"], "mentions": answers}


def _english(report: Report | None) -> Report | None:
    """A report in the language of the gold: a text of one sentence is easily taken for another's."""
    return report and msgspec.structs.replace(report, language="en")


def with_given(marks: Marks, record: Record) -> Marks:
    """The marks and, of the record's event mentions, those that touch none of them."""
    spans = [Span(marks.report, one["start"], one["end"]) for one in record["mentions"] if one["kind"] == "event"]
    free = [s for s in spans if not any(e.trigger.start < s.end and s.start < e.trigger.end for e in marks.events)]
    listed = [*marks.events, *(_given(span, marks, record["text"]) for span in free)]
    order = sorted(range(len(listed)), key=lambda n: (listed[n].trigger.start, listed[n].trigger.end, n))
    place = {old: new for new, old in enumerate(order)}
    events = (listed[n] for n in order)
    moved = (e if e.content is None else msgspec.structs.replace(e, content=place[e.content]) for e in events)
    return msgspec.structs.replace(marks, events=tuple(moved))


def _given(span: Span, marks: Marks, text: str) -> EventMention:
    """An event mention with its word for a type, and the actors, the first day and the first place that its sentence names."""
    word = _word(text, span)
    sentence = next((s for s in marks.sentences if s.covers(span)), span)
    near = [n for n, mention in enumerate(marks.mentions) if sentence.covers(mention.span)]
    actors = {marks.mentions[n].entity: n for n in reversed(near) if marks.mentions[n].kind != "place"}
    days = (n for n, time in enumerate(marks.times) if sentence.covers(time.span) and time.type in ("DATE", "TIME"))
    return EventMention(
        span=span,
        trigger=span,
        lemma=word,
        type=f"word {word}",
        mode=None,
        cameo=None,
        modality="asserted",
        status="happened",
        participants=tuple(Participant(n, "participant") for n in sorted(actors.values())),
        when=next(days, None),
        place=next((n for n in near if marks.mentions[n].kind == "place"), None),
        frame=word,
    )


def _word(text: str, span: Span) -> str:
    """The longest content word of a mention without its ending, or what stands for it and its synonyms."""
    content = [word for word in words(text, span.start, span.end) if word.kind in ("content", "number")]
    return meaning(max(content, key=lambda word: (len(word.folded), -word.start))) if content else span.of(text).casefold()


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
