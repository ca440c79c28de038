"""The page of one report: its text with the words marked that facts rest on, and those facts beside it."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.records import EventRef, Report, StatementRef
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.labels import published_label
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.sentences import event_sentence
from dateline.tell.statements import spoken
from dateline.tell.web.lines import Link, ReportFact, note
from dateline.tell.web.marked import Mark, anchor, marked

_WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


def gather(report: Report, lookup: Lookup) -> dict[str, object]:
    """The values of the template."""
    told = _report_facts(report, lookup)
    names = Names(lookup, introduce=False)
    return {
        "report": report,
        "title": lookup.title(report),
        "outlet": lookup.outlet_name(report),
        "byline": words.and_list(report.byline),
        "published": published_label(report.id, lookup),
        "source": _source(report),
        "note": note(report, lookup),
        "text": marked(report, _marks(report, lookup, names)),
        "facts": told,
    }


def _source(report: Report) -> Link:
    """Where the report came from: a link when it is a web address, otherwise the file's name."""
    if _WEB_ADDRESS.fullmatch(report.source):
        return Link(words.shorten(report.source, 60), report.source)
    return Link(Path(report.source.replace("\\", "/")).name or report.source, "")


def _report_facts(report: Report, lookup: Lookup) -> list[ReportFact]:
    """Facts from one report in the order of its text, each with the address of its characters."""
    marks = lookup.marks(report.id)
    names = Names(lookup, introduce=False)
    found: list[tuple[Span, ReportFact]] = []
    seen: set[str] = set()
    for index, told in enumerate(marks.events if marks else ()):
        event = lookup.event_of(EventRef(report.id, index))
        if event and event.id not in seen:
            seen.add(event.id)
            tags = ("disputed",) if any(d.kind == "conflict" for d in event.disagreements) else ()
            kind = "plan" if event.status in ("planned", "proposed", "cancelled") else "event"
            found.append((told.span, ReportFact(event_sentence(event, lookup, names), _fragment(report, told.span), kind, tags)))
    for index, statement in enumerate(marks.statements if marks else ()):
        speaker = lookup.speaker(StatementRef(report.id, index))
        who = words.capital(plain_name(speaker)) if speaker else "Somebody not named"
        quote = spoken(lookup.text(statement.span), 120)
        text = f"{who}: “{quote}”" if statement.kind != "indirect" else f"{who} said: {quote}"
        tags = ("compared",) if lookup.group_of(StatementRef(report.id, index)) else ()
        found.append((statement.span, ReportFact(text, _fragment(report, statement.span), "statement", tags)))
    return [fact for _, fact in sorted(found, key=lambda item: (item[0], item[1].text))]


def _fragment(report: Report, span: Span) -> str:
    return f"#{anchor(span.start, span.end)}" if 0 <= span.start < span.end <= len(report.text) else "#text"


def _marks(report: Report, lookup: Lookup, names: Names) -> list[Mark]:
    """What to mark in the text; marks of the same characters are one."""
    marks = lookup.marks(report.id)
    found: dict[tuple[int, int], dict[str, list[str]]] = {}
    for index, told in enumerate(marks.events if marks else ()):
        event = lookup.event_of(EventRef(report.id, index))
        kind = "plan" if told.status in ("planned", "proposed", "cancelled") else "event"
        title = event_sentence(event, lookup, names) if event else ""
        found.setdefault((told.span.start, told.span.end), {}).setdefault(kind, []).append(title)
    for index, statement in enumerate(marks.statements if marks else ()):
        speaker = lookup.speaker(StatementRef(report.id, index))
        title = f"Said by {plain_name(speaker)}" if speaker else "Speaker not known"
        found.setdefault((statement.span.start, statement.span.end), {}).setdefault("statement", []).append(title)
    return [
        Mark(start, end, " ".join(kinds), " · ".join(t for titles in kinds.values() for t in dict.fromkeys(titles) if t))
        for (start, end), kinds in sorted(found.items())
    ]
