"""The reports as CSL-JSON, the input of citation processors (Citation Style Language 1.0.2)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from dateline.intervals import Interval, month
from dateline.intervals import year as whole_year
from dateline.records import Account
from dateline.tell import words
from dateline.tell.citations import Citation, citations

FORMAT = "the reports to cite, as CSL-JSON"
_TYPES = {"transcript": "broadcast", "other": "document"}


def export(account: Account, out: Path) -> None:
    """Write a JSON array with one item for each report."""
    out.write_bytes(write(citations(account)))


def write(cited: Iterable[Citation]) -> bytes:
    return msgspec.json.format(msgspec.json.encode([item(c) for c in cited]), indent=1) + b"\n"


def item(citation: Citation) -> dict[str, Any]:
    """One item. Authors are literal: which part of a name is the family's no report says."""
    found: dict[str, Any] = {
        "id": citation.key,
        "type": _TYPES.get(citation.kind, "article-newspaper"),
        "title": citation.title,
        "container-title": citation.outlet,
        "author": [{"literal": name} for name in citation.authors],
        "issued": issued(citation.issued, citation.inferred) if citation.issued else None,
        "URL": citation.url,
        "language": citation.language,
        "note": citation.note,
    }
    return {name: value for name, value in found.items() if value}


def issued(interval: Interval, inferred: bool) -> dict[str, Any]:
    """A CSL date: a day, month or year, a range of days, or words where an end is open; `circa` where it was worked out."""
    first, last = interval.earliest, interval.latest
    told: dict[str, Any]
    if first is None or last is None:
        told = {"literal": words.label(interval)}
    elif interval == whole_year(first.year):
        told = {"date-parts": [[first.year]]}
    elif interval == month(first.year, first.month):
        told = {"date-parts": [[first.year, first.month]]}
    else:
        told = {"date-parts": [[d.year, d.month, d.day] for d in dict.fromkeys((first, last))]}
    return told | ({"circa": True} if inferred else {})
