"""What the pages show, line by line, and the links from a line to the characters that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.ids import content_id
from dateline.records import Event, Record, Report
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.compare import Segment
from dateline.tell.labels import published_label
from dateline.tell.lookup import Lookup
from dateline.tell.web.marked import anchor

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}")


class Link(Record, frozen=True):
    text: str
    href: str
    title: str = ""


class FactLine(Record, frozen=True):
    """One line of a list of facts: `tags` are words on its standing."""

    day: str
    text: str
    tags: tuple[str, ...]
    sources: str
    links: tuple[Link, ...]


class FactList(Record, frozen=True):
    title: str
    lines: tuple[FactLine, ...]
    lesser: tuple[FactLine, ...]
    left: int


class ValueLine(Record, frozen=True):
    value: str
    links: tuple[Link, ...]


class DisputeLine(Record, frozen=True):
    thing: str
    field: str
    kind: str
    values: tuple[ValueLine, ...]


class VersionLine(Record, frozen=True):
    link: Link
    indirect: bool
    segments: tuple[Segment, ...]


class Comparison(Record, frozen=True):
    """The versions of one statement; `differences` are sentences."""

    speaker: str
    day: str
    versions: tuple[VersionLine, ...]
    differences: tuple[str, ...]


class Speaker(Record, frozen=True):
    name: str
    versions: tuple[VersionLine, ...]


class PlanLine(Record, frozen=True):
    day: str
    text: str
    outcome: str
    history: tuple[ValueLine, ...]
    links: tuple[Link, ...]


class ReportLine(Record, frozen=True):
    number: int
    day: str
    outlet: str
    link: Link
    note: str


class ReportFact(Record, frozen=True):
    text: str
    href: str
    kind: str
    tags: tuple[str, ...]


def page_name(report: str) -> str:
    """File name of a report's page: its id where that is a safe name, else an id made from it."""
    return f"{report if _SAFE_NAME.fullmatch(report) else content_id('report', report)}.html"


def links(spans: Iterable[Span], lookup: Lookup) -> tuple[Link, ...]:
    """One link for each report, to the best of its spans."""
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.report, span)
    return tuple(link(span, lookup) for span in first.values())


def link(span: Span, lookup: Lookup, prefix: str = "reports/") -> Link:
    report = lookup.report(span.report)
    inside = report is not None and 0 <= span.start < span.end <= len(report.text)
    fragment = f"#{anchor(span.start, span.end)}" if inside else ""
    quote = words.shorten(lookup.text(span), 200)
    return Link(lookup.outlet(span.report), f"{prefix}{page_name(span.report)}{fragment}", quote)


def to_report(report: str, lookup: Lookup) -> Link:
    return Link(lookup.outlet(report), f"reports/{page_name(report)}")


def evidence(event: Event, lookup: Lookup) -> list[Span]:
    return [m.span for ref in event.mentions if (m := lookup.event_mention(ref))]


def report_lines(lookup: Lookup) -> list[ReportLine]:
    """The reports in the order of publication."""
    return [
        ReportLine(
            number=lookup.numbers[report.id],
            day=published_label(report.id, lookup),
            outlet=lookup.outlet_name(report),
            link=Link(lookup.title(report), f"reports/{page_name(report.id)}"),
            note=note(report, lookup),
        )
        for report in lookup.reports
    ]


def note(report: Report, lookup: Lookup) -> str:
    """Where the report's text comes from, when not from its outlet."""
    if edge := lookup.copy(report.id):
        return f"Copy of {lookup.outlet(edge.original)}: {edge.why}"
    return f"Credited to {report.origin}" if report.origin else ""
