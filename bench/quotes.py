"""Adapter for quotation benchmarks: attributed stretches of a plain text with their speakers and cues."""

from __future__ import annotations

import re
from typing import Any

from dateline.mark.parse import parse
from dateline.mark.statements import find
from dateline.records import Block, Report
from dateline.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+")


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """`record` has "id" and "text"; the answer has "id" and "quotes" with start, end, kind, speaker and cue."""
    return {"id": record["id"], "quotes": quotes(record["text"])}


def quotes(text: str) -> list[dict[str, Any]]:
    """Outermost attributions of a text with one paragraph a line."""
    report = _report(text)
    out = []
    for one in find(parse(report)):
        if not one.nested:
            speaker = {"start": one.speaker.start, "end": one.speaker.end} if one.speaker else None
            cue = {"start": one.cue[0], "end": one.cue[1]} if one.cue else None
            out.append({"start": one.start, "end": one.end, "kind": one.kind, "speaker": speaker, "cue": cue})
    return out


def _report(text: str) -> Report:
    blocks = tuple(Block(Span("bench", m.start(), m.end()), "body") for m in _PARAGRAPH.finditer(text) if m.group().strip())
    return Report(
        id="bench", source="bench", text=text, original=None, runs=(), outlet=None, title=None, byline=(), language="en",
        kind="article", published=None, origin=None, blocks=blocks,
    )  # fmt: skip
