"""The account as tables: a folder with one CSV file a table, for spreadsheets, R and databases.

UTF-8, a header row, ISO days. A span is three columns: report, start, end, counted in characters of the source; `text` is what
stands there. Several values in one cell are parted by "|". A text that begins like a formula (= + - @) has an apostrophe before it,
because spreadsheets would run it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dateline.intervals import Interval
from dateline.records import Account, EventRef, MentionRef, StatementRef
from dateline.spans import Span
from dateline.tell.lookup import Lookup

FORMAT = "tables: a folder with one CSV file each"

Cell = str | int | float | None
Row = tuple[Cell, ...]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
SPAN = ("report", "start", "end", "text")
DAYS = ("earliest", "latest", "edtf")


def export(account: Account, out: Path) -> None:
    """Write every table into the folder `out`, made when it is not there. Raises NotADirectoryError when it is a file."""
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(f"{out} is a file; the tables need a folder")
    out.mkdir(parents=True, exist_ok=True)
    for name, content in tables(account).items():
        (out / f"{name}.csv").write_bytes(content.encode("utf-8", "replace"))


def tables(account: Account) -> dict[str, str]:
    """Each table's name and its CSV text."""
    lookup = Lookup(account)
    return {name: _written(header, rows(lookup)) for name, (header, rows) in TABLES.items()}


def _written(header: tuple[str, ...], rows: Iterable[Row]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(tuple(_cell(c) for c in row) for row in rows)
    return out.getvalue()


def _cell(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    clean = cell.replace("\x00", "\ufffd")
    return f"'{clean}" if clean.startswith(_FORMULA) else clean


def _days(interval: Interval | None) -> Row:
    if interval is None:
        return None, None, None
    first, last = interval.earliest, interval.latest
    return first.isoformat() if first else None, last.isoformat() if last else None, interval.edtf


def _span(lookup: Lookup, span: Span) -> Row:
    return (span.report, *lookup.cite(span), lookup.text(span))


def _statement_id(ref: StatementRef) -> str:
    return f"{ref.report}:{ref.index}"


# ---------------------------------------------------------------- one function a table


def _reports(lookup: Lookup) -> Iterator[Row]:
    for report in lookup.reports:
        days = _days(lookup.published(report.id))
        yield (
            report.id,
            report.source,
            report.outlet or lookup.account.outlets.get(report.id),
            report.title,
            "|".join(report.byline),
            report.language,
            report.kind,
            *days,
            lookup.basis(report.id),
            edge.original if (edge := lookup.copy(report.id)) else None,
            lookup.account.origins.get(report.id, report.id),
            report.origin,
            len(report.text),
        )


def _actors(lookup: Lookup) -> Iterator[Row]:
    for actor in lookup.account.actors:
        reports = {ref.report for ref in actor.mentions}
        yield actor.id, actor.type, actor.name, actor.country, len(actor.mentions), len(reports)


def _offices(lookup: Lookup) -> Iterator[Row]:
    for actor in lookup.account.actors:
        for office in actor.offices:
            holder = lookup.actor(office.of)
            yield actor.id, actor.name, office.title, office.of, holder.name if holder else None, *_days(office.held)


def _statements(lookup: Lookup) -> Iterator[Row]:
    for marks in lookup.account.marks:
        for index, statement in enumerate(marks.statements):
            ref = StatementRef(marks.report, index)
            speaker, relay, group = lookup.speaker(ref), lookup.relayed_by(ref), lookup.group_of(ref)
            cue = lookup.cite(statement.cue) if statement.cue else (None, None)
            yield (
                _statement_id(ref),
                *_span(lookup, statement.span),
                statement.kind,
                speaker.id if speaker else None,
                speaker.name if speaker else None,
                relay.id if relay else None,
                *_days(lookup.said(ref)),
                *cue,
                group.id if group else None,
            )


def _events(lookup: Lookup) -> Iterator[Row]:
    for event in lookup.account.events:
        place = lookup.place(event.place)
        yield (
            event.id,
            event.type,
            event.mode,
            event.cameo,
            event.status,
            *_days(event.date),
            event.place,
            place.name if place else None,
            place.country if place else None,
            event.part_of,
            len(event.reports),
            event.independent_sources,
            len(event.disagreements),
        )


def _event_participants(lookup: Lookup) -> Iterator[Row]:
    for event in lookup.account.events:
        for participant in event.participants:
            actor = lookup.actor(participant.actor)
            yield event.id, participant.actor, actor.name if actor else None, participant.role


def _mentions(lookup: Lookup) -> Iterator[Row]:
    """What each mention in the text stands for: actors, places and events, in reading order."""
    for marks in lookup.account.marks:
        rows: list[tuple[Span, Row]] = []
        for index, mention in enumerate(marks.mentions):
            ref = MentionRef(marks.report, index)
            actor, place = lookup.actor_of(ref), lookup.place_of(ref)
            of = ("actor", actor.id) if actor else ("place", place.id) if place else (mention.kind, None)
            rows.append((mention.span, (*of, mention.form, None)))
        for index, told in enumerate(marks.events):
            event = lookup.event_of(EventRef(marks.report, index))
            rows.append((told.span, ("event", event.id if event else None, None, told.modality)))
        for span, row in sorted(rows, key=lambda item: (item[0], str(item[1]))):
            yield (*row, *_span(lookup, span))


def _plans(lookup: Lookup) -> Iterator[Row]:
    for plan in lookup.account.plans:
        for step, said in enumerate(plan.history, 1):
            yield plan.event, plan.outcome, plan.kept_by, step, said.report, *_days(said.interval)


def _disagreements(lookup: Lookup) -> Iterator[Row]:
    for event in lookup.account.events:
        for disagreement in event.disagreements:
            for value in disagreement.values:
                yield event.id, disagreement.field, disagreement.kind, value.value, "|".join(value.reports)


def _variants(lookup: Lookup) -> Iterator[Row]:
    for group in lookup.account.variant_groups:
        for difference in group.differences:
            yield (
                group.id,
                group.speaker,
                difference.kind,
                _statement_id(difference.a),
                _statement_id(difference.b),
                difference.a_text,
                difference.b_text,
            )


def _quantities(lookup: Lookup) -> Iterator[Row]:
    for marks in lookup.account.marks:
        for quantity in marks.quantities:
            yield quantity.value, quantity.unit, quantity.about, str(quantity.approximate).lower(), *_span(lookup, quantity.span)


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Lookup], Iterator[Row]]]] = {
    "reports": (
        (
            "id",
            "source",
            "outlet",
            "title",
            "byline",
            "language",
            "kind",
            *DAYS,
            "basis",
            "copy_of",
            "independent_origin",
            "credited_to",
            "characters",
        ),
        _reports,
    ),
    "actors": (("id", "type", "name", "country", "mentions", "reports"), _actors),
    "offices": (("actor", "name", "title", "of", "of_name", *DAYS), _offices),
    "statements": (
        ("id", *SPAN, "kind", "speaker", "speaker_name", "relayed_by", *DAYS, "cue_start", "cue_end", "variant_group"),
        _statements,
    ),
    "events": (
        (
            "id",
            "type",
            "mode",
            "cameo",
            "status",
            *DAYS,
            "place",
            "place_name",
            "country",
            "part_of",
            "reports",
            "independent_sources",
            "disagreements",
        ),
        _events,
    ),
    "event_participants": (("event", "actor", "name", "role"), _event_participants),
    "mentions": (("of", "id", "form", "modality", *SPAN), _mentions),
    "plans": (("event", "outcome", "kept_by", "step", "report", *DAYS), _plans),
    "disagreements": (("event", "field", "kind", "value", "reports"), _disagreements),
    "variants": (("group", "speaker", "kind", "a", "b", "a_text", "b_text"), _variants),
    "quantities": (("value", "unit", "about", "approximate", *SPAN), _quantities),
}
