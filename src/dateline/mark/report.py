"""All marks of one report, in one pass over its text."""

from __future__ import annotations

from dateline import languages
from dateline.mark import events, mentions, quantities, statements, times
from dateline.mark.coordination import mark_coordination
from dateline.mark.datelines import mark_datelines
from dateline.mark.nominals import mark_nominals
from dateline.mark.parse import parse
from dateline.records import Marks, Report


def mark(report: Report) -> Marks:
    """Sentences, mentions, times, statements, events and quantities. A report in a language with no pack has empty marks."""
    if not languages.known(report.language):
        return Marks(report.id, (), (), (), (), (), ())
    parsed = parse(report)
    attributed = statements.find(parsed)
    named = mark_datelines(parsed, mentions.mark(parsed))
    found = statements.with_nameless(parsed, named, attributed)
    when = times.mark(parsed, found)
    said = statements.mark(parsed, found, when, attributed)
    return Marks(
        report=report.id,
        sentences=tuple(parsed.span(piece, sentence) for piece, sentence in parsed.sentences()),
        mentions=found,
        times=when,
        statements=said,
        events=mark_coordination(parsed, found, mark_nominals(parsed, events.mark(parsed, found, when, said))),
        quantities=quantities.mark(parsed, found, when),
    )
