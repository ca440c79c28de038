"""Adapter for web pages: the text of the article, its body alone. The page is pages/ID.html.gz beside the gold file."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.sources import page_report

_BODY = frozenset({"body", "subhead", "turn", "dateline"})


def predict_all(records: list[dict[str, Any]], gold: Path) -> Iterator[dict[str, Any]]:
    """Only "id" is read of each record; the answer has "id" and "text"."""
    for record in records:
        page = gzip.decompress((gold.parent / "pages" / f"{record['id']}.html.gz").read_bytes())
        yield {"id": record["id"], "text": article(record["id"], page)}


def article(name: str, page: bytes) -> str:
    """The body blocks of a page, one a paragraph; "" for a page that cannot be read."""
    report = page_report(name, page)
    if report is None:
        return ""
    return "\n\n".join(block.span.of(report.text) for block in report.blocks if block.role in _BODY)
