"""Links to the page that a report came from, at the words that a fact rests on: text fragments (`#:~:text=`).

Source of the form: "URL Fragment Text Directives", draft community group report of the WICG.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from dateline.records import Report
from dateline.spans import Span

WHOLE = 80  # characters; of longer words the first and the last few are named
ENDS = 4  # words named of each end
AROUND = 3  # words named before and after words that stand in the report more than once
_HTTP = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)


def page_link(report: Report) -> str | None:
    """The address that a report was read from; None where it came from a file or has an address of another kind."""
    source = report.source.strip()
    if not _HTTP.fullmatch(source):
        return None
    try:
        return source if urlsplit(source).hostname else None
    except ValueError:
        return None


def text_link(report: Report, span: Span) -> str | None:
    """The address with a text fragment for the characters of `span`; None where the report has no address or the span no words."""
    page = page_link(report)
    if page is None or not (found := text_directive(report.text, span.start, span.end)):
        return None
    address, mark, fragment = page.partition("#")
    return f"{address}#{fragment.split(':~:')[0] if mark else ''}:~:text={found}"


def text_directive(text: str, start: int, end: int) -> str:
    """What stands after `text=`: the words, or their ends where they are long or cross a line; "" where there are none.

    Words that stand in the text more than once are told apart by those before and after them on their line.
    """
    said = text[start:end].split()
    if not said or not any(any(c.isalnum() for c in word) for word in said):
        return ""
    inside = text[start:end].strip()
    if "\n" in inside or len(inside) > WHOLE:
        lines = [line.split() for line in inside.splitlines() if line.split()]
        ends = min(ENDS, max(1, len(said) // 2))
        first, last = lines[0][:ends], lines[-1][-ends:]
        core = f"{_term(first)},{_term(last)}" if len(said) > 1 else _term(said)
    else:
        core = _term(said)
    if " ".join(text.split()).count(" ".join(said)) < 2:
        return core
    before, after = text[:start].split("\n")[-1].split()[-AROUND:], text[end:].split("\n")[0].split()[:AROUND]
    return f"{f'{_term(before)}-,' if before else ''}{core}{f',-{_term(after)}' if after else ''}"


def _term(said: list[str]) -> str:
    """Percent-encoded: a comma, an ampersand and a hyphen have a meaning of their own in a directive."""
    return quote(" ".join(said).encode("utf-8", "replace"), safe="").replace("-", "%2D")
