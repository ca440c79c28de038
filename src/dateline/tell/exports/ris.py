"""The reports as RIS, which reference managers read: lines of a tag and a value, each record ended by ER."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.intervals import Interval
from dateline.records import Account
from dateline.tell import words
from dateline.tell.citations import Citation, citations, year

FORMAT = "the reports to cite, as RIS"
_TYPES = {"article": "NEWS", "agency": "NEWS"}


def export(account: Account, out: Path) -> None:
    """Write one record for each report."""
    out.write_bytes(write(citations(account)))


def write(cited: Iterable[Citation]) -> bytes:
    """In UTF-8, lines ended as RIS asks for."""
    return "\r\n".join(map(record, cited)).encode("utf-8", "replace")


def record(citation: Citation) -> str:
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(citation))


def _lines(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(citation.kind, "GEN")
    yield "ID", citation.key
    for author in citation.authors:
        yield "AU", author.replace("*", "")
    for tag, value in (("TI", citation.title), ("T2", citation.outlet)):
        if value:
            yield tag, value
    if found := year(citation.issued):
        yield "PY", str(found)
    if citation.issued and (date := _date(citation.issued, citation.inferred)):
        yield "DA", date
    for tag, value in (("UR", citation.url), ("LA", citation.language), ("N1", citation.note)):
        if value:
            yield tag, value
    yield "ER", ""


def _date(issued: Interval, inferred: bool) -> str:
    """ "YYYY/MM/DD/other": the parts that are known, and in words what they do not tell; "" where no year is."""
    first, last = issued.earliest, issued.latest
    if first is None or last is None or first.year != last.year:
        return ""
    month = f"{first.month:02d}" if first.month == last.month else ""
    day = f"{first.day:02d}" if first == last else ""
    other = "" if day and not inferred else f"{'about ' if inferred else ''}{words.label(issued)}"
    return f"{first.year:04d}/{month}/{day}/{other}"
