"""Title, outlet, byline, date, origin and kind: what the file states, else what the lines themselves say, else nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dateline import intervals
from dateline.languages.en.bylines import byline, credited, followed, introduces, is_name, posted_by
from dateline.languages.en.furniture import has_press_word
from dateline.languages.en.head_fields import field
from dateline.languages.en.mastheads import issue
from dateline.languages.en.on_air import introduced, presenter, sign_off, thanked
from dateline.languages.en.stamps import Stamp, dateline, ending, stamped
from dateline.read import credits, outlets
from dateline.read.item import Item
from dateline.read.outlets import Line
from dateline.records import Published, Record, ReportKind

_SITE = re.compile(r"\s+[|\u2013\u2014·»:-]+\s+")
_TELLING = frozenset({"section label", "navigation", "above the headline"})  # furniture of the head that may hold the day
_HEAD = 5  # lines of the head at most between the sentence under a headline and the report
_CLOCK = re.compile(r"\d[:.h]\d\d|\d{4} GMT|\d ?[ap]\.?m\b", re.IGNORECASE)
_LAST = re.compile(r"\blast\b", re.IGNORECASE)  # "last updated" is said of pages, long after


class Facts(Record, frozen=True):
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: Published | None
    origin: str | None
    kind: ReportKind


def facts(item: Item, lines: Sequence[Line]) -> Facts:
    """Everything about a report that is not its text. `lines`: each block's words with its role and reason, in reading order."""
    title = next((_title(words, why) for words, role, why in lines if role == "title"), item.title)
    names = tuple(name for name in item.byline if is_name(name)) or _byline(lines)
    outlet = item.outlet or outlets.outlet(lines, names)
    when = item.published
    stated = None if when else _stated(lines)
    published = (
        Published(intervals.day(when), "metadata") if when else Published(intervals.day(stated), "stated") if stated else None
    )
    origin = next((name for name in (*map(credits.agency, (*item.byline, item.outlet or "")), *_origins(lines)) if name), None)
    return Facts(title, outlet, names, published, origin, _kind(lines, origin))


def without_site(title: str, outlet: str | None, others: Sequence[str] = ()) -> tuple[str, str | None]:
    """A page's title without its site's name, and that name: the part that is the outlet, names a paper, or is not in `others`."""
    title = " ".join(title.split())
    parts = _SITE.split(title)
    if len(parts) < 2:
        return title, outlet
    for inner, site in ((title[: -len(parts[-1])], parts[-1]), (title[len(parts[0]) :], parts[0])):
        bare = inner.strip(" |\u2013\u2014·»:-")
        same = outlet is not None and site.casefold() == outlet.casefold()
        if bare and (
            same or bare in others or (outlet is None and has_press_word(site) and len(site.split()) <= 6 and len(site) < len(bare))
        ):
            return bare, outlet or site
    return title, outlet


def _title(words: str, why: str | None) -> str:
    known = field(words) if why == "labelled" else None
    return (known.value if known else words).rstrip("; ") or words


def _byline(lines: Sequence[Line]) -> tuple[str, ...]:
    found: list[str] = []
    for words, role, _ in lines:
        if role == "byline":
            labelled = field(words)
            if labelled and labelled.what == "byline":
                words = labelled.value if credited(labelled.value) else f"by {labelled.value}"
            line = byline(words) or credited(words)
            found.extend(line.names if line else (named.names if (named := byline(f"by {words}")) else ()))
        elif role in ("dateline", "furniture"):
            found.extend(posted_by(words))
    if not found:
        turns = [words for words, role, _ in lines if role == "turn"]
        page = "\n".join(words for words, role, _ in lines if role in ("furniture", "title", "dateline"))
        told = [person for words in turns if (person := presenter(words))]
        found.extend([name for name, _, reports in told if reports] or thanked(turns, page))
    if not found:
        read = [words for words, role, _ in lines if role in ("body", "turn")]
        for words in (*read[:4], *read[-2:]):
            signed = introduced(words) or sign_off(words)
            found.extend(signed.names if signed else ())
    if not found:
        for words, role, why in lines:
            found.extend(followed(words) if role == "furniture" else ())
            found.extend([name] if why == "about the author" and (name := introduces(words)) else ())
    return tuple(dict.fromkeys(found))


def _opens(line: Line) -> bool:
    words, role, _ = line
    return role == "turn" or (role == "body" and (len(words) > 150 or (len(words) > 60 and words.rstrip("\"'”’)")[-1:] in ".!?")))


def _body(lines: Sequence[Line]) -> int:
    """Where the report begins, the sentence between its headline and more lines of the head left out."""
    opens = [n for n, line in enumerate(lines) if _opens(line)]
    if len(opens) > 1 and 1 < opens[1] - opens[0] <= _HEAD and lines[opens[0] + 1][1] != "body":
        return opens[1]
    return opens[0] if opens else len(lines)


def _stamp(words: str) -> Stamp | None:
    paper = issue(words)
    return paper.stamp if paper else stamped(words)


def _stated(lines: Sequence[Line]) -> date | None:
    """The day that the report says it came out: a stamp that says so or stands under the headline, or a dateline with a year.

    Where the head has the day and hour of an update alone, or its day right under the headline, this is when the version that we
    read came out. Dates in sentences, captions and the page's own furniture say nothing about it.
    """
    first = _body(lines)
    title = next((n for n, line in enumerate(lines) if line[1] == "title"), first)
    paper = any(why in ("name of the paper", "the paper and its day") for _, _, why in lines[: max(title, 1)])
    weak = updated = None
    for number, (words, role, why) in enumerate(lines):
        telling = role in ("dateline", "byline") or (role == "furniture" and number < first + 2 and why in _TELLING)
        if not telling:
            continue
        if (found := _stamp(words) or (ending(words) if role == "byline" else None)) is None:
            continue
        if found.cue:
            return found.when
        if title < number < first + 2 or (number <= title and paper):
            if not found.later:
                weak = weak or found.when
            elif _CLOCK.search(words) or (number == title + 1 and not _LAST.search(words)):
                updated = updated or found.when
    if weak:
        return weak
    for words, role, _ in lines[: first + 3]:
        if role in ("body", "dateline") and (head := dateline(words)) and head.when:
            return head.when
    return updated


def _origins(lines: Sequence[Line]) -> Iterator[str | None]:
    read = [words for words, role, _ in lines if role in ("body", "dateline")]
    for words in read[:3]:
        head = dateline(words)
        if head and head.agency:
            yield credits.agency(head.agency) or (head.agency if len(head.agency) < 40 and head.agency[0].isupper() else None)
    for words, role, why in lines:
        if role == "byline" or (role == "furniture" and why == "copyright"):
            yield credits.agency(outlets.copyright_holder(words) or words)
    for words in read[-2:]:
        yield credits.trailing(words) or credits.agency(words)


def _kind(lines: Sequence[Line], origin: str | None) -> ReportKind:
    spoken = sum(len(words) for words, role, _ in lines if role == "turn")
    written = sum(len(words) for words, role, _ in lines if role == "body")
    if spoken > written or any(role == "turn" and re.match(r"[A-Z.'’ -]{4,}\s*[:\"\u201c]", words) for words, role, _ in lines):
        return "transcript"
    if spoken + written < 80:
        return "other"
    return "agency" if origin else "article"
