"""Web pages: all their visible words, each mapped back to the page's source; the article told from what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.languages.en.bylines import byline
from dateline.languages.en.stamps import is_time_line, stamp
from dateline.read.decode import decode
from dateline.read.item import LINES, Item, Piece
from dateline.read.markup import Page, layout, scan
from dateline.read.page_body import in_article
from dateline.read.page_facts import PageFacts, day, page_facts
from dateline.records import Problem, Source

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
ORDER = 20
LIMIT = 20_000_000

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE = frozenset({"nav", "aside", "footer", "form"})


def sniff(content: bytes) -> bool:
    return _PAGE.match(content) is not None


def items(source: Source) -> Iterator[Item | Problem]:
    declared = _CHARSET.search(source.content[:4096])
    original = decode(source.content, declared[1].decode("ascii", "ignore") if declared else None)
    if original is None:
        yield Problem(source.name, "read", "not text", "The page is not text in an encoding that can be told. Save it as UTF-8.")
        return
    page = scan(original)
    if not page.blocks:
        yield Problem(
            source.name,
            "read",
            "no text",
            "The page shows no words. It may be built by a script: save it from a browser, as a whole page.",
        )
        return
    if len(page.blocks) > LINES:
        yield Problem(
            source.name, "read", "too large", f"More than {LINES:,} paragraphs on one page. Split it into one page a report."
        )
        return
    facts = page_facts(page)
    body = in_article(original, page)
    text, runs, ranges = layout(page.blocks)
    pieces = _pieces(page, facts, body, text, ranges)
    published = facts.published or _stamped(page, body, pieces)
    yield Item(source.name, text, original, runs, pieces, facts.title, facts.outlet, facts.byline, published, page.language)


def _pieces(page: Page, facts: PageFacts, body: list[bool], text: str, ranges: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """A piece for each block; its role is left open ("") for what the line grammar may judge."""
    titles = [n for n, block in enumerate(page.blocks) if facts.title and _same(text[slice(*ranges[n])], facts.title)]
    headed = [n for n in titles if "title" not in page.blocks[n].around]
    title = next((n for n in headed if "h1" in page.blocks[n].around), headed[0] if headed else None)
    first = next((n for n, inside in enumerate(body) if inside and n != title), len(body))
    found = []
    for number, (block, inside, (start, end)) in enumerate(zip(page.blocks, body, ranges, strict=True)):
        words, role, why = text[start:end], "", None  # type: str, str, str | None
        near = title is not None and title < number <= first
        if number == title:
            role, why = "title", "the page's headline"
        elif "title" in block.around:
            role, why = ("title", "the page's title") if title is None else ("repeat", "the page's title again")
        elif "figcaption" in block.around:
            role, why = "caption", "stands under a picture"
        elif not inside and not (near and (byline(words) or stamp(words) or is_time_line(words) or "byline" in block.hints)):
            role, why = "furniture", "the page around the article" if not block.around & _BESIDE else "navigation of the page"
        found.append(Piece(start, end, role, why))
    return tuple(found)


def _same(words: str, title: str) -> bool:
    plain = [" ".join(re.findall(r"\w+", side.casefold())) for side in (words, title)]
    return plain[0] == plain[1] or (len(plain[1]) > 20 and plain[0].startswith(plain[1]) and len(plain[0]) < 1.6 * len(plain[1]))


def _stamped(page: Page, body: list[bool], pieces: tuple[Piece, ...]) -> date | None:
    """The day of the <time> that stands between the headline and the second paragraph of the article."""
    title = next((n for n, piece in enumerate(pieces) if piece.role == "title"), 0)
    inside = [n for n, found in enumerate(body) if found and n > title]
    last = inside[1] if len(inside) > 1 else len(pieces)
    return next((found for number, words in page.times if title <= number <= last and (found := day(words))), None)
