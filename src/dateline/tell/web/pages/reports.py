"""The page of one report: its text with the words marked that facts rest on, and those facts beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.records import CopyEdge, EventRef, Record, Report, StatementRef
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.labels import day_evidence, published_label
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.sentences import event_sentence
from dateline.tell.statements import spoken
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.choices import place_of, speakers_of, statements_of
from dateline.tell.web.lines import Link, ReportLine, note, report_lines, to_outlet, to_report
from dateline.tell.web.marked import Mark, anchor, marked
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet
from dateline.tell.web.standing import key_first
from dateline.tell.worked_out import words_beside

LABEL = "Reports"
A_SHEET = 200  # reports
LONGEST = 300  # characters of a passage that a copy added or cut
_WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


class ReportFact(Record, frozen=True):
    """A fact that the report tells: `fragment` is where on its page, `to` the page of the fact, `ref` its characters."""

    text: str
    fragment: str
    to: str
    kind: str
    tags: tuple[str, ...]
    ref: str


class Passages(Record, frozen=True):
    """Beside the text that a report prints, or that another prints of it: what stands in the one only, each where it stands."""

    report: Link
    why: str
    added: tuple[Link, ...]
    cut: tuple[Link, ...]


class ReportView(Record, frozen=True):
    """`source` leads out of the account, to the page that the report came from; `unchanged`: who prints its text as it is."""

    id: str
    title: str
    outlet: Link
    byline: str
    published: str
    language: str
    source: Link
    note: str
    key: bool
    story: Link | None
    before: Link | None
    after: Link | None
    facts: tuple[ReportFact, ...]
    text: str
    prints: Passages | None
    printed_by: tuple[Passages, ...]
    unchanged: tuple[Link, ...]


class ReportList(Record, frozen=True):
    """`count` of all."""

    reports: tuple[ReportLine, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    reports = room.lookup.reports
    return (*names("", needed((len(reports), A_SHEET))), *(r.id for r in reports))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    if not at.id:
        listed = key_first(room.lookup.reports, room)
        row = at.among("reports", needed((len(listed), A_SHEET)))
        return Page("Reports", ReportList(report_lines(at.cut(listed, A_SHEET), room), len(listed), row)) if row else None
    report = room.report(id_)
    return _page(report, room) if report else None


def _published(report: str, lookup: Lookup) -> str:
    """When it came out, and the days that surely hold an inferred day."""
    surely = lookup.surely(report)
    told = f"{published_label(report, lookup)}, surely {words.label(surely)}" if surely else published_label(report, lookup)
    why = day_evidence(report, lookup)
    return f"{told}: {'; '.join(why)}" if why else told


def _page(report: Report, room: Room) -> Page:
    lookup = room.lookup
    story = room.story_of.get(report.id)
    at = lookup.numbers[report.id] - 1
    edge, copies = lookup.copy(report.id), lookup.copies_of(report.id)
    view = ReportView(
        id=report.id,
        title=lookup.title(report),
        outlet=to_outlet(report, lookup),
        byline=words.and_list(report.byline),
        published=_published(report.id, lookup),
        language=report.language,
        source=_source(report),
        note=note(report, lookup),
        key=report.id in room.key,
        story=Link(room.titles[story.id], address("stories", story.id)) if story else None,
        before=_neighbour(at - 1, lookup),
        after=_neighbour(at + 1, lookup),
        facts=_facts(report, lookup),
        text=report.text,
        prints=_passages(edge, edge.original, lookup) if edge else None,
        printed_by=tuple(_passages(other, other.copy, lookup) for other in copies if other.added or other.cut),
        unchanged=tuple(to_report(other.copy, lookup) for other in copies if not (other.added or other.cut)),
    )
    title = f"{view.title} – {view.outlet.text}"
    drawn = {"text": marked(report, _marks(report, lookup))}
    choices = {"statements": statements_of(report, room), "speakers": speakers_of(report, room)} if room.editable else {}
    return Page(title, view, drawn, choices)


def _passages(edge: CopyEdge, other: str, lookup: Lookup) -> Passages:
    def links(spans: Iterable[Span]) -> tuple[Link, ...]:
        found = ((words.shorten(lookup.text(span), LONGEST), span) for span in spans)
        return tuple(Link(text, address("reports", span.report, anchor(span.start, span.end))) for text, span in found)

    return Passages(to_report(other, lookup), edge.why, links(edge.added), links(edge.cut))


def _neighbour(at: int, lookup: Lookup) -> Link | None:
    found = lookup.reports[at] if 0 <= at < len(lookup.reports) else None
    return Link(lookup.title(found), address("reports", found.id)) if found else None


def _source(report: Report) -> Link:
    """Where the report came from: a link when it is a web address, otherwise the file's name."""
    if _WEB_ADDRESS.fullmatch(report.source):
        return Link(words.shorten(report.source, 60), report.source)
    return Link(Path(report.source.replace("\\", "/")).name or report.source, "")


def _facts(report: Report, lookup: Lookup) -> tuple[ReportFact, ...]:
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
            fact = ReportFact(
                event_sentence(event, lookup, names),
                _fragment(report, told.span),
                address("events", event.id),
                kind,
                tags,
                place_of(told.span),
            )
            found.append((told.span, fact))
    for index, statement in enumerate(marks.statements if marks else ()):
        ref = StatementRef(report.id, index)
        speaker, group = lookup.speaker(ref), lookup.group_of(ref)
        who = words.capital(plain_name(speaker)) if speaker else "Somebody not named"
        quote = spoken(lookup.text(statement.span), 120)
        text = f"{who}: “{quote}”" if statement.kind != "indirect" else f"{who} said: {quote}"
        to = address("statements", group.id) if group else ""
        fact = ReportFact(
            text, _fragment(report, statement.span), to, "statement", ("compared",) if group else (), place_of(statement.span)
        )
        found.append((statement.span, fact))
    return tuple(fact for _, fact in sorted(found, key=lambda item: (item[0], item[1].text)))


def _fragment(report: Report, span: Span) -> str:
    return f"#{anchor(span.start, span.end)}" if 0 <= span.start < span.end <= len(report.text) else "#text"


def _own_passages(report: Report, lookup: Lookup) -> Iterator[tuple[Span, str]]:
    """What stands in this report and not in the text that it prints, nor in a report that prints it."""
    if edge := lookup.copy(report.id):
        yield from ((span, f"Not in {lookup.outlet(edge.original)}, whose text this report prints") for span in edge.added)
    without: dict[Span, list[str]] = {}
    for other in lookup.copies_of(report.id):
        for span in other.cut:
            without.setdefault(span, []).append(lookup.outlet(other.copy))
    yield from ((span, f"Left out by {words.and_list(outlets, 4)}") for span, outlets in without.items())


def _marks(report: Report, lookup: Lookup) -> list[Mark]:
    """What to mark in the text; marks of the same characters are one."""
    marks = lookup.marks(report.id)
    names = Names(lookup, introduce=False)
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
    for span, title in _own_passages(report, lookup):
        found.setdefault((span.start, span.end), {}).setdefault("passage", []).append(title)
    told_of = [event for n in range(len(marks.events) if marks else 0) if (event := lookup.event_of(EventRef(report.id, n)))]
    for event in dict.fromkeys(told_of):
        for span in words_beside(event, lookup):
            if span.report == report.id and (span.start, span.end) not in found:
                found[(span.start, span.end)] = {"rest": [event_sentence(event, lookup, names)]}
    return [
        Mark(start, end, " ".join(kinds), " · ".join(t for titles in kinds.values() for t in dict.fromkeys(titles) if t))
        for (start, end), kinds in sorted(found.items())
    ]
