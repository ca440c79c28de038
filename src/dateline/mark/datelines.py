"""The place from which a report is filed: the city at the head of its first paragraph, before the dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.mark.parse import Parsed
from dateline.records import Mention

# "GENEVA, 4 May (Agency) -", "GENEVA (Agency) -", "Geneva, May 4 -": a place, then a comma, bracket or dash, and a dash soon after.
_HEAD = re.compile(
    r"\s*(?P<place>[A-Z][\w'.]*(?: [A-Z][\w'.]*){0,3})(?:,[^\n\u2014\u2013-]{0,40})?"
    r"\s*(?:\([^)\n]{1,40}\))?\s*(?:\u2014|\u2013|--| - )"
)
_FIRST = 3  # body blocks in which a dateline can stand


def mark_datelines(parsed: Parsed, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, the place of the report's dateline marked as such."""
    heads = []
    body = [b for b in parsed.report.blocks if b.role in ("body", "dateline")][:_FIRST]
    for block in body:
        found = _HEAD.match(parsed.report.text, block.span.start, block.span.end)
        if found:
            heads.append((found.start("place"), found.end("place")))
    return tuple(
        msgspec.structs.replace(m, dateline=True)
        if m.kind == "place" and any(start <= m.span.start and m.span.end <= end for start, end in heads)
        else m
        for m in mentions
    )
