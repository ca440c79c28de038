"""Title, outlet, byline, date, origin and kind: what the file states, else what the lines themselves say, else nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dateline import intervals, world
from dateline.languages.en.bylines import byline, introduced, is_name, posted_by, sign_off
from dateline.languages.en.furniture import has_press_word, is_section
from dateline.languages.en.stamps import dateline, stamp
from dateline.read import credits
from dateline.read.item import Item
from dateline.records import BlockRole, Published, Record, ReportKind

Line = tuple[str, BlockRole, str | None]

_SITE = re.compile(r"\s+[|\u2013\u2014·»:-]+\s+")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s,©]*(?:\([cC]\)\s*)?(?:(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:19"
    r"|20)?\d\d)?)?[\s,]*(?:by\s+)?(?P<name>(?:[A-Z\u00c0-\u00de][\w'’&-]*\s?|of\s|the\s|and\s){1,6})"
)
_MAIL = re.compile(r"[\w.+-]{1,40}@(?P<host>[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})")
_PROPER = r"[A-Z\u00c0-\u00de][\w'’&-]*"
_OFFER = re.compile(
    rf"\b(?:[Tt]he|[Yy]our|[Gg]et|[Jj]oin|[Ff]rom)\s+(?P<name>{_PROPER}(?:\s+{_PROPER}){{1,4}})\s+(?:newsletter|app"
    rf"|newsletters|bulletin|briefing|podcast|(?:evening|morning|daily|weekly) (?:letter|newsletter|briefing|bulletin))\b"
)
_PRINTED = re.compile(rf"(?:Printed and published by )?(?P<name>(?:The )?{_PROPER}(?: {_PROPER}){{0,5}})")
_BOX = re.compile(rf"\b(?:Box \d+|[Ww]rite to(?: the)?), (?P<name>{_PROPER}(?: {_PROPER}){{0,4}})\.?$")
_COMPANY = re.compile(r"\s+(?:Company|Co|Ltd|Limited|Inc|LLC|Plc|PLC|Group|Corporation|Corp|GmbH|Publications?)\b\.?.*$")
_NATIONAL = frozenset({"co", "me", "tv", "io", "ai", "ly", "fm", "cc", "to", "ws", "eu", "uk", "us", "la", "gg", "ac", "st", "am"})
_LABELS = frozenset(
    {"co", "com", "org", "net", "gov", "edu", "ac", "info", "news", "example", "press", "media", "int", "www", "mail"}
)


class Facts(Record, frozen=True):
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: Published | None
    origin: str | None
    kind: ReportKind


def facts(item: Item, lines: Sequence[Line]) -> Facts:
    """Everything about a report that is not its text. `lines`: each block's words with its role and reason, in reading order."""
    title = next((words for words, role, _ in lines if role == "title"), item.title)
    outlet = item.outlet or next((name for name in _outlets(lines) if name), None)
    names = tuple(name for name in item.byline if is_name(name)) or _byline(lines)
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


def _outlets(lines: Sequence[Line]) -> Iterator[str | None]:
    """Names of the outlet, the surest first: sign-offs, bylines, masthead, navigation, copyright, offers to readers, addresses."""
    read = [words for words, role, _ in lines if role in ("body", "turn", "byline")]
    for words in reversed(read[-3:]):
        signed = sign_off(words) or byline(words)
        yield signed.outlet if signed else None
    for words, role, _ in lines:
        if role == "byline" and (found := byline(words)):
            yield found.outlet
    for words in read[:4]:
        brought = introduced(words)
        yield brought.outlet if brought else None
    head = next((n for n, line in enumerate(lines) if line[1] == "title"), 0)
    for words, _, why in lines[:head]:
        if why == "name of the paper":
            yield _running(words)
        elif why == "navigation":
            yield next(
                (_running(part) for part in re.split(r"\s*[|/·•»>]\s*", words) if has_press_word(part) and not is_section(part)),
                None,
            )
    page = [words for words, role, why in lines if role == "furniture" and why not in ("list of other reports",)]
    for words in page:
        if owned := _COPYRIGHT.match(words):
            name = _COMPANY.sub("", owned["name"]).strip(" .,")
            yield None if credits.agency(name) or name.casefold().startswith(("all rights", "reproduction")) else name
    for words in page:
        printed = _PRINTED.match(words) if "rinted" in words else None
        yield _COMPANY.sub("", printed["name"]) if printed and has_press_word(printed["name"]) else None
    for words in page:
        for address in _MAIL.finditer(words):
            yield _by_address(address["host"], " \n ".join(page))
    for words in page:
        if offer := _OFFER.search(words):
            yield offer["name"] if has_press_word(offer["name"]) else None
    for words in page:
        if boxed := _BOX.search(words):
            yield boxed["name"] if has_press_word(boxed["name"]) else None


def _by_address(host: str, page: str) -> str | None:
    """The outlet behind an address: the capitalised words of the page that its host runs together, and the state of an edition.

    A host right under a state's own domain ("name.ng") belongs to one edition of a name that others share, so the state is added.
    """
    labels = host.casefold().split(".")
    brand = next((label for label in labels if label not in _LABELS and len(label) > 2), None)
    if brand is None:
        return None
    squashed = brand.replace("-", "")
    for found in re.finditer(rf"(?=\b((?:The )?{_PROPER}(?: {_PROPER}){{0,4}}))", page):
        words = found[1].split()
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            if re.sub(r"[^\w]", "", name).casefold() == squashed and not name.isupper():
                state = (
                    world.state_name(_alpha3(labels[-1])) if len(labels) == 2 and size == 1 and labels[-1] not in _NATIONAL else ""
                )
                return f"{name} {state}" if len(labels[-1]) == 2 and state and state != _alpha3(labels[-1]) else name
    return None


def _alpha3(domain: str) -> str:
    from rigour.territories import get_territory

    territory = get_territory(domain)
    return (territory.alpha3 or "").upper() if territory else ""


def _byline(lines: Sequence[Line]) -> tuple[str, ...]:
    found: list[str] = []
    for words, role, _ in lines:
        if role == "byline":
            line = byline(words)
            found.extend(line.names if line else ([words] if is_name(words) else []))
        elif role in ("dateline", "furniture"):
            found.extend(posted_by(words))
    if not found:
        read = [words for words, role, _ in lines if role == "body"]
        for words in (*read[:4], *read[-2:]):
            signed = introduced(words) or sign_off(words)
            found.extend(signed.names if signed else ())
    return tuple(dict.fromkeys(found))


def _stated(lines: Sequence[Line]) -> date | None:
    """The day that the report says it came out: a stamp that says so or stands under the headline, or a dateline with a year.

    Dates in sentences, captions and the page's own furniture say nothing about it.
    """
    first = next((n for n, line in enumerate(lines) if line[1] in ("body", "turn")), len(lines))
    title = next((n for n, line in enumerate(lines) if line[1] == "title"), first)
    paper = any(why == "name of the paper" for _, _, why in lines[:title])
    weak = None
    for number, (words, role, _) in enumerate(lines):
        if role not in ("dateline", "byline") or (found := stamp(words)) is None:
            continue
        if found.cue:
            return found.when
        if not found.later and weak is None and (title < number < first + 2 or (number < title and paper)):
            weak = found.when
    if weak:
        return weak
    for words, role, _ in lines[: first + 3]:
        if role in ("body", "dateline") and (head := dateline(words)) and head.when:
            return head.when
    return None


def _origins(lines: Sequence[Line]) -> Iterator[str | None]:
    read = [words for words, role, _ in lines if role in ("body", "dateline")]
    for words in read[:3]:
        head = dateline(words)
        if head and head.agency:
            yield credits.agency(head.agency) or (head.agency if len(head.agency) < 40 and head.agency[0].isupper() else None)
    for words, role, why in lines:
        if role == "byline" or (role == "furniture" and why == "copyright"):
            found = _COPYRIGHT.match(words)
            yield credits.agency(found["name"] if found else words)
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


def _running(name: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 3 else word for word in name.split()).strip()
