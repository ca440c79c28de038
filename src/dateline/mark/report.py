"""All marks of one report, in one pass over its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline import languages
from dateline.mark import events, mentions, quantities, statements, times
from dateline.mark.coordination import mark_coordination
from dateline.mark.datelines import mark_datelines
from dateline.mark.nominals import mark_nominals
from dateline.mark.parse import Parsed, parse_together
from dateline.records import Marks, Report

TOGETHER = 40_000  # characters of reports that are parsed in one call, if there is more than one


def mark(report: Report) -> Marks:
    """Sentences, mentions, times, statements, events and quantities. A report in a language with no pack has empty marks."""
    return next(mark_together([report]))


def mark_together(reports: Iterable[Report]) -> Iterator[Marks]:
    """The marks of each report, in order: the same as one by one, sooner."""
    for batch in _batches(reports):
        if languages.known(batch[0].language):
            yield from map(_marked, parse_together(batch))
        else:
            yield from (Marks(report.id, (), (), (), (), (), ()) for report in batch)


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Neighbours of one language, not more than are parsed in one call."""
    batch: list[Report] = []
    size = 0
    for report in reports:
        size += len(report.text)
        if batch and (report.language != batch[0].language or size > TOGETHER):
            yield batch
            batch, size = [], len(report.text)
        batch.append(report)
    if batch:
        yield batch


def _marked(parsed: Parsed) -> Marks:
    attributed = statements.find(parsed)
    named = mark_datelines(parsed, mentions.mark(parsed))
    found = statements.with_nameless(parsed, named, attributed)
    when = times.mark(parsed, found)
    said = statements.mark(parsed, found, when, attributed)
    return Marks(
        report=parsed.report.id,
        sentences=tuple(parsed.span(piece, sentence) for piece, sentence in parsed.sentences()),
        mentions=found,
        times=when,
        statements=said,
        events=mark_coordination(parsed, found, mark_nominals(parsed, events.mark(parsed, found, when, said))),
        quantities=quantities.mark(parsed, found, when),
    )
