"""The place from which a report is filed: the city at the head of its first paragraph, before the dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline import world
from dateline.mark.parse import Parsed
from dateline.records import Mention
from dateline.spans import Span

# "GENEVA, 4 May (Agency) -", "GENEVA (Agency) _", "Geneva, May 4 -": a place, then a comma, bracket or dash, and a dash soon after;
# "GENEVA: The", "GENEVA. 4 May (Agency). The", "GENEVA (Agency) The": a place in capitals, then a colon or an agency in brackets.
_HEAD = re.compile(
    r"\s*(?:(?P<place>[A-Z][\w'.]*(?: [A-Z][\w'.]*){0,3})(?:[,.][^\n\u2014\u2013-]{0,40})?"
    r"\s*(?:\([^)\n]{1,40}\))?\s*(?:\u2014|\u2013|--| - |_(?!\w))"
    r"|(?P<capitals>[A-Z][A-Z'.]+(?: [A-Z][A-Z'.]*){0,3})(?::\s|(?:[,.][^\n(]{0,40})?\s*\([A-Z][^)\n]{1,30}\)\.?\s+[A-Z]))"
)
_FIRST = 3  # body blocks in which a dateline can stand


def mark_datelines(parsed: Parsed, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, the place of the report's dateline marked as such: a city known for one by standing there too."""
    found = list(mentions)
    body = [b for b in parsed.report.blocks if b.role in ("body", "dateline")][:_FIRST]
    for block in body:
        if head := _HEAD.match(parsed.report.text, block.span.start, block.span.end):
            span = Span(parsed.report.id, *head.span("place" if head["place"] else "capitals"))
            sure = "(" in head[0] and span.of(parsed.report.text).isupper()
            found = _dated(found, span, span.of(parsed.report.text)) if sure else found
            found = [msgspec.structs.replace(m, dateline=True) if m.kind == "place" and span.covers(m.span) else m for m in found]
    return tuple(found)


def _dated(mentions: list[Mention], span: Span, name: str) -> list[Mention]:
    """The mentions with the city that a dateline names, whatever else it was taken for; as they are where no city has that name."""
    city = world.city(name.title())
    over = [m for m in mentions if span.covers(m.span)]
    if city is None or any(m.kind != "organization" or m.country for m in over):
        return mentions
    if over:
        taken = {m.entity for m in over}
        return [msgspec.structs.replace(m, kind="place", country=city.country) if m.entity in taken else m for m in mentions]
    made = Mention(span, "name", "place", city.name, max((m.entity for m in mentions), default=-1) + 1, country=city.country)
    return sorted([*mentions, made], key=lambda m: m.span.start)
