"""JSON lines: one report a line, as corpora and crawlers write them. A file that is one JSON object is one report.

The readable text is the title (unless the text begins with it), a blank line, and the text; markup inside a text field stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.read.decode import decode
from dateline.read.formats import text as plain
from dateline.read.item import Item, Piece
from dateline.read.json_strings import fields, shown
from dateline.records import Problem, Source
from dateline.spans import Run

SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})
ORDER = 10
LIMIT = 1_000_000_000
LINE_LIMIT = plain.LIMIT

_TEXT = ("text", "body", "content", "article", "maintext", "article_text", "full_text")
_TITLE = ("title", "headline")
_OUTLET = ("outlet", "publisher", "source", "site", "sitename", "source_name")
_AUTHOR = ("authors", "author", "byline", "creator")
_DATE = (
    "published",
    "date",
    "published_at",
    "date_published",
    "date_publish",
    "publish_date",
    "publication_date",
    "pub_date",
    "dct",
)
_LANGUAGE = ("language", "lang")
_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)|[\w-]+(?:\.[\w-]+)+/?$|.*[/\\_]")

Fields = dict[str, tuple[object, int]]


def sniff(content: bytes) -> bool:
    return re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"', content) is not None


def items(source: Source) -> Iterator[Item | Problem]:
    text = decode(source.content)
    if text is None:
        yield Problem(source.name, "read", "not text", "The file is not text in an encoding that can be told. Save it as UTF-8.")
        return
    if len(text) <= LINE_LIMIT and (whole := fields(text)) is not None:
        yield _item(source.name, text, whole, f"{source.name}: the object")
        return
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip("\ufeff \t\r")]
    if text.lstrip("\ufeff \t\r\n").startswith("[") and fields(lines[0][1]) is None:
        yield Problem(source.name, "read", "wrong format", "It is one JSON list. Write one object a line (JSON lines).")
        return
    for number, line in lines:
        where = f"Line {number}"
        if len(line) > LINE_LIMIT:
            yield Problem(
                source.name, "read", "too large", f"{where} is longer than {LINE_LIMIT // 1_000_000} MB. It was left out."
            )
        elif (found := fields(line)) is None:
            yield Problem(source.name, "read", "bad line", f"{where} is not one JSON object. The other lines were read.")
        else:
            name = f"{source.name}#{number}" if len(lines) > 1 else source.name
            yield _item(name, line if len(lines) > 1 else text, found if len(lines) > 1 else fields(text) or found, where)


def _item(name: str, raw: str, found: Fields, where: str) -> Item | Problem:
    body = next((found[key] for key in _TEXT if key in found and _words(found[key][0])), None)
    if body is None:
        return Problem(name, "read", "bad line", f"{where} has no text: none of the fields {', '.join(_TEXT)} holds any.")
    title = next((found[key] for key in _TITLE if key in found and _words(found[key][0])), None)
    text = ""
    runs: tuple[Run, ...] = ()
    pieces: tuple[Piece, ...] = ()
    words, _ = shown(raw, body[1])
    if title is not None:
        head, head_runs = shown(raw, title[1])
        if not words.lstrip().startswith(head.strip()):
            text, runs = head, head_runs
            pieces = tuple(Piece(p.start, p.end, "title", "the title field") for p in plain.pieces(head)[:1])
            text += "\n\n"
    start = len(text)
    words, more = shown(raw, body[1], start)
    text += words
    return Item(
        name,
        text,
        raw,
        runs + more,
        pieces + plain.pieces(text, start),
        title=" ".join(str(title[0]).split()) if title else None,
        outlet=_outlet(found),
        byline=_authors(found),
        published=_date(found),
        language=next(
            (str(found[key][0])[:2].lower() for key in _LANGUAGE if key in found and isinstance(found[key][0], str)), None
        ),
    )


def _words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _outlet(found: Fields) -> str | None:
    for key in _OUTLET:
        value = found.get(key, (None, 0))[0]
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip() and not _ADDRESS.match(value.strip()):
            return value.strip()
    return None


def _authors(found: Fields) -> tuple[str, ...]:
    for key in _AUTHOR:
        value = found.get(key, (None, 0))[0]
        listed = value if isinstance(value, list) else [value]
        named = [one.get("name") if isinstance(one, dict) else one for one in listed]
        names = [
            part
            for one in named
            if isinstance(one, str)
            for part in re.split(r"\s*(?:;|,| and | & )\s*", re.sub(r"^[Bb]y\s+", "", one.strip()))
        ]
        if any(names):
            return tuple(dict.fromkeys(name for name in names if name))
    return ()


def _date(found: Fields) -> date | None:
    for key in _DATE:
        value = found.get(key, (None, 0))[0]
        if isinstance(value, str) and (day := _DAY.match(value)):
            try:
                return date(int(day[1]), int(day[2]), int(day[3]))
            except ValueError:
                continue
    return None
