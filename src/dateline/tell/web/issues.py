"""Positions by issue: what an actor said on a matter, one time after the other, as the page of the actor shows it."""

from __future__ import annotations

from dateline.records import Record, StatementRef
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.labels import published_label
from dateline.tell.lookup import Lookup
from dateline.tell.positions import Position, matters
from dateline.tell.templates import templates
from dateline.tell.web.lines import Link, links
from dateline.tell.web.room import Room

AROUND = 90  # characters of a statement before and after the matter


class PositionLine(Record, frozen=True):
    """One statement on an issue: `day` is when it was said, or "reported" and when; `stance` in words, "" where the statement
    does not say; `told` is the report's own verb. The words stand around `matter`."""

    day: str
    stance: str
    told: str
    before: str
    matter: str
    after: str
    links: tuple[Link, ...]


class Issue(Record, frozen=True):
    name: str
    positions: tuple[PositionLine, ...]


def issues(refs: list[StatementRef], room: Room) -> tuple[Issue, ...]:
    """Of statements of one actor."""
    return tuple(Issue(m.name, tuple(_line(p, room.lookup) for p in m.positions)) for m in matters(refs, room.lookup, room.nouns))


def _line(position: Position, lookup: Lookup) -> PositionLine:
    statement = lookup.statement(position.ref)
    assert statement is not None  # it was found in one
    report, (start, end) = position.ref.report, (position.matter.start, position.matter.end)
    before = words.one_line(lookup.text(Span(report, max(statement.span.start, start - AROUND), start)))
    after = words.one_line(lookup.text(Span(report, end, min(statement.span.end, end + AROUND))))
    spans = [s.span for ref in (position.ref, *position.others) if (s := lookup.statement(ref))]
    return PositionLine(
        day=words.label(position.day) if position.said_then else f"reported {published_label(report, lookup)}",
        stance=templates().stances.get(position.stance, ""),
        told=words.one_line(position.verb),
        before=f"… {before.partition(' ')[2]}" if start - AROUND > statement.span.start else before,
        matter=lookup.text(position.matter),
        after=f"{after.rpartition(' ')[0]} …" if end + AROUND < statement.span.end else after,
        links=links(spans, lookup),
    )
