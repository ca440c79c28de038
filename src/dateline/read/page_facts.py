"""What a web page's own metadata says: title, site, authors, day of publication. Never a guess from the words on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from dateline.read.markup import Page
from dateline.read.metadata import without_site
from dateline.records import Record

_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre", "apple-mobile-web-app-title")
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "byline")
_DATES = (
    *("article:published_time", "datepublished", "og:published_time", "article:published", "parsely-pub-date", "dc.date.issued"),
    *("dcterms.created", "dc.date", "dcterms.date", "sailthru.date", "pubdate", "publish-date", "publish_date", "publishdate"),
    *(
        "publication_date",
        "date",
        "article.published",
        "displaydate",
        "ptime",
        "originalpublicationdate",
        "citation_publication_date",
    ),
    "rnews:datepublished",
)
_DAY = re.compile(r"\s*(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?!\d)")
_ARTICLE = re.compile(r"(?:\w*Article|Report|BlogPosting|LiveBlogPosting|Posting|WebPage)")


class PageFacts(Record, frozen=True):
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: date | None


def page_facts(page: Page) -> PageFacts:
    """The page's facts by the metadata it carries, in this order: Open Graph and its like, JSON-LD, the page's title."""
    linked = list(_linked(page))
    headings = [" ".join(block.text.split()) for block in page.blocks if "h1" in block.around]
    written = next((" ".join(block.text.split()) for block in page.blocks if "title" in block.around), None)
    site = next((page.meta[key] for key in _SITES if key in page.meta and not page.meta[key].startswith("http")), None)
    site = site or next((name for entry in linked for name in _named(entry.get("publisher"))), None)
    title = next((page.meta[key] for key in _TITLES if key in page.meta), None)
    title = title or next((str(entry["headline"]) for entry in linked if isinstance(entry.get("headline"), str)), None)
    title = title or (headings[0] if len(headings) == 1 and not written else written) or next(iter(headings), None)
    if title:
        title, site = without_site(title, site, headings)
    if written and not site:
        _, site = without_site(written, site, headings)
    authors = [page.meta[key] for key in _AUTHORS if key in page.meta] + [
        name for entry in linked for name in _named(entry.get("author"))
    ]
    return PageFacts(title, site, _people(authors), _published(page, linked))


def day(words: str) -> date | None:
    """The day of an ISO 8601 stamp, as written; None for anything else."""
    if found := _DAY.match(words):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    return None


def _published(page: Page, linked: list[dict[str, object]]) -> date | None:
    stamps = [page.meta[key] for key in _DATES if key in page.meta]
    stamps[1:1] = [str(entry["datePublished"]) for entry in linked if "datePublished" in entry]
    return next((found for found in map(day, stamps) if found), None)


def _people(authors: list[str]) -> tuple[str, ...]:
    for words in authors:
        if "://" not in words:
            names = [re.sub(r"^[Bb]y\s+", "", name).strip() for name in re.split(r"\s*(?:;|,| and | & )\s*", words)]
            if any(names):
                return tuple(dict.fromkeys(name for name in names if name))
    return ()


def _linked(page: Page) -> Iterator[dict[str, object]]:
    for words in page.linked_data[:20]:
        try:
            yield from _articles(json.loads(words, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _articles(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for entry in value[:50]:
            yield from _articles(entry, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)


def _named(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    names = [entry.get("name") if isinstance(entry, dict) else entry for entry in listed]
    return [name.strip() for name in names if isinstance(name, str) and name.strip() and "://" not in name]
