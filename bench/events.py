"""Political event coding: one sentence in, PLOVER events with their source and target out.

The same marks as `dateline add` makes. The bench's gold keeps the codebook's reading of signatures and restored relations (CAMEO
054 and 057 are SUPPORT there), so codes are folded here by CAMEO number and not by the type that accounts carry.
"""

from __future__ import annotations

from typing import Any

from bench.sources import body_report
from dateline.mark import events, mentions, statements, times
from dateline.mark.parse import Parsed, parse
from dateline.records import EventMention, Mention

_BY_CAMEO = {"054": "SUPPORT", "057": "SUPPORT"}
_FIRST = ("happened", "planned", "proposed", "unknown", "cancelled", "denied")


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """Events of a record's text, the main one first. Only `id` and `text` are read."""
    text = record["text"]
    parsed = parse(body_report(text, [(0, len(text))]))
    attributed = statements.find(parsed)
    named = statements.with_nameless(parsed, mentions.mark(parsed), attributed)
    dated = times.mark(parsed)
    found = events.mark(parsed, named, dated, statements.mark(parsed, named, dated, attributed))
    depth = _depths(parsed, found)
    ranked = sorted(range(len(found)), key=lambda i: (_FIRST.index(found[i].status) > 3, depth[i], i))
    return {"id": record["id"], "events": [_coded(found[i], named, text) for i in ranked]}


def _coded(event: EventMention, named: tuple[Mention, ...], text: str) -> dict[str, Any]:
    sides: dict[str, list[Mention]] = {"source": [], "target": []}
    for participant in event.participants:
        side = "target" if participant.role == "recipient" else "source"
        if participant.role == "participant" and sides["source"]:
            side = "target"
        sides[side].append(named[participant.mention])
    plover = _BY_CAMEO.get(event.cameo or "", event.type)
    out: dict[str, Any] = {"plover": plover, "cameo": event.cameo, "trigger": event.trigger.of(text), "frame": event.frame}
    for side, listed in sides.items():
        out[side] = [m.span.of(text) for m in listed]
        out[f"{side}_code"] = [m.country for m in listed if m.country] or None
    return out


def _depths(parsed: Parsed, found: tuple[EventMention, ...]) -> list[int]:
    """How far each trigger stands from the root of its sentence: the main clause tells the main event."""
    depths = []
    for event in found:
        piece = next(p for p in reversed(parsed.pieces) if p.offset <= event.trigger.start)
        tokens = piece.doc.char_span(event.trigger.start - piece.offset, event.trigger.end - piece.offset, alignment_mode="expand")
        depths.append(len(list(tokens.root.ancestors)) if tokens is not None else 99)
    return depths
