"""Charts of statements: the versions of one, word under word."""

from __future__ import annotations

from dateline.records import StatementRef, VariantGroup
from dateline.tell import words
from dateline.tell.charts.aligned import Aligned, Version
from dateline.tell.charts.of_events import Href
from dateline.tell.charts.short import full_name
from dateline.tell.lookup import Lookup
from dateline.tell.statements import apart, spoken


def aligned_of(group: VariantGroup, lookup: Lookup, href: Href) -> Aligned:
    """The wordings of a statement, the main one first, each with the outlets that print it; leads to the first one's report."""
    found = [_version(same, lookup, href) for same in apart(group, lookup)]
    speaker = lookup.actor(group.speaker)
    name = full_name(speaker) if speaker else "somebody not named"
    return Aligned(tuple(found), title=f"Versions of what {name} said, word by word")


def _version(same: list[StatementRef], lookup: Lookup, href: Href) -> Version:
    first = lookup.statement(same[0])
    text = spoken(lookup.text(first.span), 10**5) if first else ""
    kind = "reported speech" if first and first.kind == "indirect" else "direct words"
    outlets = lookup.outlets(tuple(ref.report for ref in same))
    return Version(f"{words.and_list(outlets)}, {kind}", text, href("reports", same[0].report))
