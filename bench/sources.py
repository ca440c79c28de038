"""Records of a gold file as reports, and an account of them, by the code that `dateline add` runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dateline import read
from dateline.engine import local
from dateline.engine.steps import woven
from dateline.records import Account, Block, Marks, Report, Source
from dateline.spans import Span


def text_report(name: str, text: str) -> Report | None:
    """A plain text as `read` makes a report of it; None where nothing can be read."""
    return _first(Source(name, text.encode("utf-8", "surrogatepass"), "text"))


def fields_report(name: str, fields: Mapping[str, Any]) -> Report | None:
    """A JSON line with a title, a text and a date as `read` makes a report of it."""
    return _first(Source(name, json.dumps(dict(fields), ensure_ascii=False).encode("utf-8", "surrogatepass"), "jsonl"))


def page_report(name: str, page: bytes) -> Report | None:
    """A web page as `read` makes a report of it."""
    return _first(Source(name, page, "html"))


def _first(source: Source) -> Report | None:
    return next((found for found in read.read(source) if isinstance(found, Report)), None)


def body_report(text: str, spans: list[tuple[int, int]]) -> Report:
    """A bare text whose stretches are all body, for gold that has the sentences alone."""
    blocks = tuple(Block(Span("bench", start, end), "body") for start, end in spans)
    return Report("bench", "bench", text, None, (), None, None, (), "en", "article", None, None, blocks)


def account(reports: Iterable[Report], given: Callable[[Marks], Marks] = lambda marks: marks) -> Account:
    """The account of these reports, marked and woven without a desk; `given` adds to a report's marks what the gold file gives."""
    known = tuple(sorted({report.id: report for report in reports}.values(), key=lambda report: report.id))
    mark = local.step("mark").run
    return woven(known, {r.id: given(mark(r)) for r in known})
