"""Adapter for quotation benchmarks: attributed stretches of a plain text with their speakers and cues."""

from __future__ import annotations

import re
from typing import Any

from bench.sources import body_report
from dateline.mark.parse import parse
from dateline.mark.statements import find

_PARAGRAPH = re.compile(r"[^\n]+")


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """`record` has "id" and "text"; the answer has "id" and "quotes" with start, end, kind, speaker and cue."""
    return {"id": record["id"], "quotes": quotes(record["text"])}


def quotes(text: str) -> list[dict[str, Any]]:
    """Outermost attributions of a text with one paragraph a line."""
    lines = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    out = []
    for one in find(parse(body_report(text, lines))):
        if not one.nested:
            speaker = {"start": one.speaker.start, "end": one.speaker.end} if one.speaker else None
            cue = {"start": one.cue[0], "end": one.cue[1]} if one.cue else None
            out.append({"start": one.start, "end": one.end, "kind": one.kind, "speaker": speaker, "cue": cue})
    return out
