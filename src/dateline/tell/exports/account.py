"""The account as one JSON object, the form that other programs read. All offsets count characters of the source text unchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.records import (
    Account,
    CopyEdge,
    EventLink,
    EventRef,
    Judgement,
    MentionRef,
    Origin,
    Passage,
    Published,
    Quantity,
    Report,
    StatementRef,
    Value,
)
from dateline.spans import Alignment, Span
from dateline.tell.lookup import Lookup
from dateline.tell.titles import story_title

FORMAT = "dateline-account/1"


def export(account: Account, out: Path) -> None:
    """Write the account as UTF-8 JSON, keys in the order of the contract, the same bytes for the same account."""
    out.write_bytes(msgspec.json.format(msgspec.json.encode(build(account)), indent=1) + b"\n")


def build(account: Account) -> dict[str, Any]:
    """The JSON object."""
    return _Builder(account).build()


class _Builder:
    def __init__(self, account: Account) -> None:
        self.account = account
        self.marks = {m.report: m for m in account.marks}
        self.alignments = {r.id: Alignment(r.runs) for r in account.reports}
        self.actor_of = {ref: a.id for a in account.actors for ref in a.mentions}
        self.group_of = {ref: g.id for g in account.variant_groups for ref in g.statements}
        self.passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in account.passages:
            self.passages[passage.span.report].append(passage)
        self.event_of = {ref: e.id for e in account.events for ref in e.mentions}

    def build(self) -> dict[str, Any]:
        account, lookup = self.account, Lookup(self.account)
        return {
            "format": FORMAT,
            "reports": [self._report(r) for r in sorted(account.reports, key=lambda r: r.id)],
            "actors": [self._actor(a) for a in account.actors],
            "places": [
                {"id": p.id, "name": p.name, "country": p.country, "latitude": p.latitude, "longitude": p.longitude}
                | {"mentions": [self._span(self._mention(ref).span) for ref in p.mentions]}
                for p in account.places
            ],
            "statements": [self._statement(StatementRef(m.report, i)) for m in account.marks for i in range(len(m.statements))],
            "variant_groups": [
                {
                    "id": g.id,
                    "speaker": g.speaker,
                    "statements": [self.statement_id(ref) for ref in g.statements],
                    "differences": [
                        {
                            "kind": d.kind,
                            "a": self.statement_id(d.a),
                            "b": self.statement_id(d.b),
                            "a_text": d.a_text,
                            "b_text": d.b_text,
                        }
                        for d in g.differences
                    ],
                    "origins": _origins(g.origins),
                }
                for g in account.variant_groups
            ],
            "events": [self._event(e) for e in account.events],
            "plans": [
                {
                    "event": p.event,
                    "outcome": p.outcome,
                    "announced_in": list(p.announced_in),
                    "history": [{"report": s.report} | _days(s.interval) for s in p.history]
                    + [{"report": s.report} | _days(s.interval) | {"held": True} for s in p.held],
                    "kept_by": p.kept_by,
                    "conditions": [self._span(span) for span in lookup.conditions(p)],
                }
                for p in account.plans
            ],
            "quantities": self._quantities(),
            "stories": [
                {
                    "id": s.id,
                    "title": story_title(s, lookup),
                    "headline": s.title,
                    "reports": list(s.reports),
                    "events": list(s.events),
                }
                for s in account.stories
            ],
            "lines": [
                {
                    "id": line.id,
                    "stories": list(line.stories),
                    "episodes": [_days(e.days) | {"events": list(e.events), "reports": list(e.reports)} for e in line.episodes],
                }
                for line in account.lines
            ],
            "judgements": [self._judgement(j) for j in account.judgements],
            "problems": [{"source": p.source, "step": p.step, "name": p.name, "detail": p.detail} for p in account.problems],
        }

    def _report(self, report: Report) -> dict[str, Any]:
        published = self.account.published.get(report.id)
        copy = min(
            (c for c in self.account.copies if c.copy == report.id), key=lambda c: (-c.containment, c.original), default=None
        )
        return {
            "id": report.id,
            "source": report.source,
            "outlet": report.outlet,
            "title": report.title,
            "byline": list(report.byline),
            "language": report.language,
            "kind": report.kind,
            "published": _published(published) if published else None,
            "text": report.text if report.original is None else report.original,
            "blocks": [self._place(b.span) | {"role": b.role, "why": b.why} for b in report.blocks],
            "copy_of": copy.original if copy else None,
            "copied": self._copied(copy) if copy else None,
            "origin": report.origin,
            "independent_origin": self.account.origins.get(report.id, report.id),
            "passages": [self._place(p.span) | {"origin": p.origin, "why": p.why} for p in self.passages[report.id]],
        }

    def _actor(self, actor: Any) -> dict[str, Any]:
        return {
            "id": actor.id,
            "type": actor.type,
            "name": actor.name,
            "country": actor.country,
            "offices": [{"title": o.title, "of": o.of, "held": _date(o.held)} for o in actor.offices],
            "mentions": [self._span(self._mention(ref).span) | {"form": self._mention(ref).form} for ref in actor.mentions],
            "judged": list(actor.judged),
            "may_be": list(actor.may_be),
        }

    def statement_id(self, ref: StatementRef) -> str:
        span = self.marks[ref.report].statements[ref.index].span
        return content_id("statement", span.report, span.start, span.end)

    def _statement(self, ref: StatementRef) -> dict[str, Any]:
        marks = self.marks[ref.report]
        statement = marks.statements[ref.index]
        return {
            "id": self.statement_id(ref),
            **self._span(statement.span),
            "kind": statement.kind,
            "speaker": self._actor_at(ref.report, statement.speaker),
            "cue": self._place(statement.cue) if statement.cue else None,
            "relayed_by": self._actor_at(ref.report, statement.relayed_by),
            "said": None,
            "variant_group": self.group_of.get(ref),
            "judged": list(statement.judged),
        }

    def _event(self, event: Any) -> dict[str, Any]:
        return {
            "id": event.id,
            "type": event.type,
            "mode": event.mode,
            "cameo": event.cameo,
            "status": event.status,
            "participants": [{"actor": p.actor, "role": p.role} for p in event.participants],
            "place": event.place,
            "date": _date(event.date),
            "date_basis": event.date_basis,
            "date_rule": event.date_rule,
            "part_of": event.part_of,
            "mentions": [self._event_mention(ref) for ref in event.mentions],
            "report_count": len(event.reports),
            "independent_sources": event.independent_sources,
            "origins": _origins(event.origins),
            "disagreements": [
                {"field": d.field, "kind": d.kind, "values": [_value(v) for v in d.values]} for d in event.disagreements
            ],
            "why": list(event.why),
            "links": [self._link(link) for link in event.links],
            "confidence": event.confidence,
            "judged": list(event.judged),
        }

    def _copied(self, edge: CopyEdge) -> dict[str, Any]:
        added, cut = ([self._span(span) for span in spans] for spans in (edge.added, edge.cut))
        return {"of": edge.original, "why": edge.why, "added": added, "cut": cut}

    def _link(self, link: EventLink) -> dict[str, Any]:
        a, b = (self._span(self.marks[ref.report].events[ref.index].span) for ref in (link.a, link.b))
        return {"a": a, "b": b, "score": link.score, "common": list(link.common), "against": list(link.against)}

    def _judgement(self, judgement: Judgement) -> dict[str, Any]:
        sides = (judgement.left, judgement.right)
        left, right = (self._span(s) if isinstance(s, Span) and s.report in self.alignments else s for s in sides)
        return {
            "id": judgement.id,
            "verdict": judgement.verdict,
            "of": judgement.of if judgement.verdict in ("same", "different") else None,
            "left": left,
            "right": right,
            "by": judgement.by,
            "why": judgement.why,
            "at": judgement.at,
        }

    def _event_mention(self, ref: EventRef) -> dict[str, Any]:
        mention = self.marks[ref.report].events[ref.index]
        return {
            **self._span(mention.span),
            "modality": mention.modality,
            "attributed_to": self._actor_at(ref.report, mention.attributed_to),
            "frame": mention.frame,
            "confidence": mention.confidence,
        }

    def _quantities(self) -> list[dict[str, Any]]:
        grouped: dict[tuple[float, str, str], list[Quantity]] = defaultdict(list)
        for marks in self.account.marks:
            for quantity in marks.quantities:
                grouped[(quantity.value, quantity.unit, quantity.about)].append(quantity)
        return [
            {
                "id": content_id("quantity", value, unit, about),
                "value": value,
                "unit": unit,
                "about": about,
                "mentions": [self._span(q.span) for q in found],
            }
            for (value, unit, about), found in sorted(grouped.items())
        ]

    def _mention(self, ref: MentionRef) -> Any:
        return self.marks[ref.report].mentions[ref.index]

    def _actor_at(self, report: str, index: int | None) -> str | None:
        return self.actor_of.get(MentionRef(report, index)) if index is not None else None

    def _span(self, span: Span) -> dict[str, Any]:
        return {"report": span.report} | self._place(span)

    def _place(self, span: Span) -> dict[str, Any]:
        start, end = self.alignments[span.report].to_source(span.start, span.end)
        return {"start": start, "end": end}


def _origins(origins: Iterable[Origin]) -> list[dict[str, Any]]:
    return [{"id": origin.id, "reports": list(origin.reports)} for origin in origins]


def _value(value: Value) -> dict[str, Any]:
    return {"value": value.value, "reports": list(value.reports), "independent_sources": value.independent_sources}


def _published(published: Published) -> dict[str, Any]:
    """surely: the days that hold an inferred day nineteen times of twenty, null where they are too many to say."""
    told = _days(published.interval) | {"edtf": published.interval.edtf, "basis": published.basis}
    return told | {"surely": _date(published.surely), "evidence": list(published.evidence)}


def _days(interval: Interval | None) -> dict[str, Any]:
    first = interval.earliest.isoformat() if interval and interval.earliest else None
    last = interval.latest.isoformat() if interval and interval.latest else None
    return {"earliest": first, "latest": last}


def _date(interval: Interval | None) -> dict[str, Any] | None:
    return _days(interval) | {"edtf": interval.edtf} if interval else None
