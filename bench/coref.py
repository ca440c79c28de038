"""Adapter for coreference across documents: which of the given mentions are one event, or one actor, in the account of all.

A given mention belongs to the event or the actor whose own mention its words touch. Most events of general news lie outside
politics, and no frame knows them: mentions of events are taken as they are given, each with its word for a type, and woven like
those of a desk that name nobody. So the figure is one of coreference by word and story, not of finding events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.sources import account, text_report
from dateline.mark.events_frames import lemma
from dateline.mark.parse import Parsed, parse
from dateline.records import Account, EventMention, Marks, Report
from dateline.spans import Span
from dateline.weave.wording import sense

Held = tuple[Span, str]
"""A mention's characters and the id of the record that it belongs to."""

CONTENT = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "VERB"})


def predict_all(records: list[dict[str, Any]], _gold: Path) -> Iterator[dict[str, Any]]:
    """Of each record "doc", "text" and the mentions' "id", "start", "end" and "kind" are read.

    The answer has "doc" and "mentions" with "id" and "cluster".
    """
    reports = {record["doc"]: _english(text_report(record["doc"], record["text"])) for record in records}
    by_report = {report.id: record for record in records if (report := reports[record["doc"]])}
    parsed = {report.id: parse(report) for report in reports.values() if report}
    woven = account(
        (r for r in reports.values() if r), lambda marks: given(marks, by_report[marks.report]["mentions"], parsed[marks.report])
    )
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


def given(marks: Marks, mentions: Iterable[Mapping[str, Any]], parsed: Parsed) -> Marks:
    """The marks with the event mentions of a record for events, and no others.

    What is known of a mention is where it stands, so that those which frames find are told no better than the rest: its word, for a
    type too, and the first day and place of its sentence where that tells of nothing else. Who has a part in it is not known: the
    actors of a sentence have parts in some of what it tells, and nothing here says in which.
    """
    spans = sorted((Span(marks.report, one["start"], one["end"]) for one in mentions if one["kind"] == "event"), key=_place)
    events = tuple(_mention(span, spans, marks, parsed) for span in spans)
    return msgspec.structs.replace(marks, events=events)


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _mention(span: Span, others: Sequence[Span], marks: Marks, parsed: Parsed) -> EventMention:
    lemma = _lemma(span, parsed)
    word = sense(lemma)
    sentence = next((s for s in marks.sentences if s.covers(span)), span)
    alone = sum(sentence.covers(other) for other in others) == 1
    near = [n for n, mention in enumerate(marks.mentions) if sentence.covers(mention.span)]
    days = (n for n, time in enumerate(marks.times) if sentence.covers(time.span) and time.type in ("DATE", "TIME"))
    return EventMention(
        span=span,
        trigger=span,
        lemma=lemma,
        type=f"word {word}",
        mode=None,
        cameo=None,
        modality="asserted",
        status="happened",
        participants=(),
        when=next(days, None) if alone else None,
        place=next((n for n in near if marks.mentions[n].kind == "place"), None) if alone else None,
        frame=word,
    )


def _lemma(span: Span, parsed: Parsed) -> str:
    """The lemma of the word of a mention on which its others hang, a content word if it can be."""
    piece = parsed.piece_at(span.start)
    inside = [t for t in piece.tokens if span.start <= piece.offset + t.idx < span.end] if piece else []
    heads = [t for t in inside if t.head is t or t.head not in inside] or inside
    return lemma(next((t for t in heads if t.pos_ in CONTENT), heads[0])) if heads else span.of(parsed.text).casefold()


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
