"""Footnotes in the order of use, and the reports that they point at."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Report
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.brief.outline import Note, SourceLine
from dateline.tell.citations.fragments import page_link, text_link
from dateline.tell.copied import changed
from dateline.tell.lookup import Lookup

MOST = 4  # footnotes of one fact, one for each independent report
LONGEST_QUOTE = 160  # characters


class Notes:
    """Numbers footnotes in the order of use; the same characters always have the same number."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._numbers: dict[Span, int] = {}

    def refer(self, spans: Iterable[Span], most: int = MOST) -> tuple[int, ...]:
        """Numbers of one span of each independent origin, of the first few: where the origin is a report, of that one."""
        listed = list(spans)
        origin_of = {report: origin.id for origin in self._lookup.sources.behind(listed) for report in origin.reports}
        first: dict[str, Span] = {}
        for span in listed:
            origin = origin_of[span.report]
            if origin not in first or (span.report == origin != first[origin].report):
                first[origin] = span
        return tuple(self._numbers.setdefault(span, len(self._numbers) + 1) for span in list(first.values())[:most])

    def listed(self) -> tuple[Note, ...]:
        numbers = {source.report: source.number for source in self.sources()}
        return tuple(self._note(span, number, numbers[span.report]) for span, number in self._numbers.items())

    def sources(self) -> tuple[SourceLine, ...]:
        """The reports that footnotes point at, in the order of publication."""
        cited = {span.report for span in self._numbers}
        known = [_source(report, self._lookup) for report in self._lookup.reports if report.id in cited]
        lost = sorted(cited - {line.report for line in known})
        return (*known, *(SourceLine(0, id_, id_, "", "") for id_ in lost))

    def _note(self, span: Span, number: int, source: int) -> Note:
        start, end = self._lookup.cite(span)
        quote = words.shorten(self._lookup.text(span), LONGEST_QUOTE)
        report = self._lookup.report(span.report)
        line = note_words(report, span, self._lookup) if report else span.report
        return Note(number, span, start, end, quote, line, source, text_link(report, span) if report else None)


def note_words(report: Report, span: Span, lookup: Lookup) -> str:
    """A footnote as one line: outlet, title, day, characters of the source file, and the words that stand there."""
    start, end = lookup.cite(span)
    quote = words.shorten(lookup.text(span), LONGEST_QUOTE)
    head = f"{lookup.outlet_name(report)}, “{lookup.title(report)}”, {published_words(report.id, lookup)}"
    return f"{head}, characters {start}–{end}: “{quote}”"


def published_words(report: str, lookup: Lookup) -> str:
    """When a report came out, as words; what was worked out says so."""
    days = lookup.published(report)
    if days is None:
        return "undated"
    return f"undated, about {words.label(days)}" if lookup.basis(report) == "inferred" else words.label(days)


def _source(report: Report, lookup: Lookup) -> SourceLine:
    """number: that of the report in its account or story, by which sentences may call it."""
    edge = lookup.copy(report.id)
    original = lookup.report(edge.original) if edge else None
    remark = f"It prints the text of {lookup.outlet_name(original)}{changed(edge)}." if edge and original else ""
    remark = remark or (f"It is credited to {words.one_line(report.origin)}." if report.origin else "")
    day = published_words(report.id, lookup)
    number = lookup.numbers[report.id]
    return SourceLine(number, report.id, lookup.outlet_name(report), lookup.title(report), day, remark, page_link(report))
