"""The reports as BibTeX, in UTF-8 for BibLaTeX: dates are its `date` field (ISO 8601-2), with the year for older programs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dateline.records import Account
from dateline.tell.citations import Citation, citations, year

FORMAT = "the reports to cite, as BibTeX"
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)


def export(account: Account, out: Path) -> None:
    """Write one entry for each report."""
    out.write_bytes(write(citations(account)))


def write(cited: Iterable[Citation]) -> bytes:
    return "\n".join(map(entry, cited)).encode("utf-8", "replace")


def entry(citation: Citation) -> str:
    """One entry. Titles, outlets and authors stand in a second pair of braces: they are kept as they are, and no name is parted."""
    date = citation.issued.edtf if citation.issued else ""
    fields = {
        "author": " and ".join(f"{{{escape(name)}}}" for name in citation.authors),
        "title": f"{{{escape(citation.title)}}}" if citation.title else "",
        "journaltitle": f"{{{escape(citation.outlet)}}}" if citation.outlet else "",
        "date": f"{date}~" if date and citation.inferred and "/" not in date else date,
        "year": str(year(citation.issued) or ""),
        "url": citation.url or "",
        "langid": "english" if citation.language == "en" else "",
        "note": escape(citation.note),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'article' if citation.outlet else 'misc'}{{{citation.key},\n{lines}}}\n"


def escape(text: str) -> str:
    """Text that LaTeX shows as it is. Braces become commands: BibTeX counts even those behind a backslash."""
    return text.translate(_SPECIAL)
