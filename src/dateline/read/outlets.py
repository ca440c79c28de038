"""Whose report it is: the name that the page's own lines give its outlet, the surest kind of line first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline import world
from dateline.languages.en.bylines import byline, credited, introduced, presenter, sign_off
from dateline.languages.en.furniture import has_press_word, is_section
from dateline.languages.en.head_fields import field
from dateline.languages.en.mastheads import bare, emblem, issue, masthead, running
from dateline.read import credits
from dateline.records import BlockRole

Line = tuple[str, BlockRole, str | None]

_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s,©]*(?:\([cC]\)\s*)?(?:(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:19"
    r"|20)?\d\d)?)?[\s,]*(?:by\s+)?(?P<name>(?:[A-Z\u00c0-\u00de][\w'’&-]*\s?|of\s|the\s|and\s){1,6})"
)
_HOST = re.compile(
    r"(?:[\w.+-]{1,40}@|\bhttps?://|\bwww\.|(?<![\w.@/]))(?:www\.)?(?P<host>[a-zA-Z\d][\w-]{2,40}(?:\.[a-zA-Z][\w-]{1,20}){1,3})(?![\w@])"
)
_PROPER = r"[A-Z\u00c0-\u00de][\w'’&-]*"
_NAME = rf"(?P<name>(?:The\s+)?{_PROPER}(?:\s+(?:(?:of|in|and|&|the)\s+)?{_PROPER}){{0,4}}?)"
_END = r"(?=\s*(?:$|[.,;:!?|(]|\s[-\u2013\u2014]))"
_KIND = (
    r"(?:(?:[Ee]vening|[Mm]orning|[Dd]aily|[Ww]eekly|[Ww]eekend|[Nn]ightly|[Ww]hats[Aa]pp|[Tt]elegram|[Yy]ou[Tt]ube|[Nn]ews)\s+)?"
    r"(?:newsletters?|app|bulletin|briefing|podcast|letter|digest|channel|community|website|Newsletter|Bulletin|Briefing|Letter|Digest|App"
    r"|Podcast|Channel)"
)
_THEIRS = rf"(?:the )?{_NAME}{_END}"
_OFFERS = (  # the first three need a press word in the name
    re.compile(rf"(?:^(?!(?:Get|Join|From|The)\b)|\b(?:[Tt]he|[Gg]et|[Jj]oin|[Ff]rom)\s+(?:the )?){_NAME}\s+{_KIND}\b"),
    re.compile(rf"\b(?:notifications|alerts|updates|news|stories|headlines|emails|more|More) (?:for|from) {_THEIRS}"),
    re.compile(rf"\b(?:subscribed to|originally (?:published|appeared) (?:by|in|on|at)|first appeared (?:in|on)) {_THEIRS}"),
    re.compile(rf"^(?:[Dd]iscover more from|[Tt]hanks (?:you )?for (?:reading|watching|listening to)|[Ww]elcome to) {_THEIRS}"),
    re.compile(rf"^{_NAME} is (?:an? )?(?:reader-supported|independent|non-?profit|member-supported)\b"),
)
_PRINTED = re.compile(rf"(?:Printed and published by )?(?P<name>(?:The )?{_PROPER}(?: {_PROPER}){{0,5}})")
_BOX = re.compile(rf"\b(?:Box \d+|[Ww]rite to(?: the)?), (?P<name>{_PROPER}(?: {_PROPER}){{0,4}})\.?$")
_NATIONAL = frozenset({"co", "me", "tv", "io", "ai", "ly", "fm", "cc", "to", "ws", "eu", "uk", "us", "la", "gg", "ac", "st", "am"})
_LABELS = frozenset(
    {"co", "com", "org", "net", "gov", "edu", "ac", "info", "news", "example", "press", "media", "int", "www", "mail", "web"}
)


def outlet(lines: Sequence[Line], people: Sequence[str]) -> str | None:
    """The outlet of a report, None when no line names it. `people`: who wrote it; a copyright of theirs names no outlet."""
    found = next((name for name in _named(lines, people) if name), None)
    return _as_the_page_has_it(found, _page(lines)) if found else None


def copyright_holder(words: str) -> str | None:
    """The name in a copyright line."""
    found = _COPYRIGHT.match(words)
    return found["name"] if found else None


def _named(lines: Sequence[Line], people: Sequence[str]) -> Iterator[str | None]:
    read = [words for words, role, _ in lines if role in ("body", "turn", "byline")]
    for words in reversed(read[-3:]):
        signed = sign_off(words) or byline(words)
        yield signed.outlet if signed else None
    for words, role, _ in lines:
        if role == "byline" and (found := byline(words) or credited(words)):
            yield found.outlet
    for words in read[:4]:
        brought = introduced(words)
        yield brought.outlet if brought else None
    yield from _at_the_head(lines)
    yield _station(lines)
    yield from _at_the_foot(_page(lines), people)


def _at_the_head(lines: Sequence[Line]) -> Iterator[str | None]:
    head = next((n for n, line in enumerate(lines) if line[1] == "title"), 0)
    for words, role, why in lines[: head + 6]:
        if role == "dateline" and (paper := issue(words)):
            yield paper.name
        elif why == "labelled" and (known := field(words)) and known.what == "outlet":
            yield re.sub(r"\s*<.*|\s*\S+@\S+", "", known.value).strip(" \"'") or None
    for number, (words, _, why) in enumerate(lines[: head + 6]):
        if why == "name of the paper":
            yield masthead(words) or emblem(words, None)
        elif why == "navigation" and number < head:
            parts = re.split(r"\s*(?:[|/·•»>]|::)\s*|\s{2,}", words)
            yield next((running(part) for part in parts[: 6 if number < 3 else 1] if masthead(part) and not is_section(part)), None)


def _at_the_foot(page: Sequence[str], people: Sequence[str]) -> Iterator[str | None]:
    for words in page:
        if owned := copyright_holder(words):
            name = bare(owned)
            agency = credits.agency(name) or name.casefold().startswith(("all rights", "reproduction"))
            yield None if agency or name in people else name
    for words in page:
        printed = _PRINTED.match(words) if "rinted" in words else None
        yield bare(printed["name"]) if printed and has_press_word(printed["name"]) else None
    whole = " \n ".join(page)
    for words in page:
        for address in _HOST.finditer(words):
            yield _by_address(address["host"], whole)
    for words in page:
        for number, pattern in enumerate(_OFFERS):
            if offer := pattern.search(words):
                yield offer["name"] if has_press_word(offer["name"]) or number > 2 else None
    for words in page:
        if boxed := _BOX.search(words):
            yield boxed["name"] if has_press_word(boxed["name"]) else None


def _page(lines: Sequence[Line]) -> list[str]:
    return [words for words, role, why in lines if role == "furniture" and why != "list of other reports"]


def _station(lines: Sequence[Line]) -> str | None:
    """The station that most of its own people in a transcript are said to be of."""
    told = [found for words, role, _ in lines if role == "turn" and (found := presenter(words))]
    stations = Counter(station for _, station, _ in told if station)
    return max(stations, key=lambda name: stations[name]) if stations else None


def _as_the_page_has_it(name: str, page: Sequence[str]) -> str:
    """The name with "The" where the page writes it so inside a line, and without what its own address leaves out."""
    whole = " \n ".join(page)
    words = name.split()
    hosts = {_brand(found["host"]) for found in _HOST.finditer(whole)}
    for size in range(len(words) - 1, 1, -1):
        if _squashed(name) not in hosts and _squashed(" ".join(words[:size])) in hosts:
            name = " ".join(words[:size])
            break
    return f"The {name}" if re.search(rf"[a-z,] The {re.escape(name)}\b", whole) else name


def _squashed(name: str) -> str:
    return re.sub(r"[^\w]", "", name).casefold()


def _brand(host: str) -> str | None:
    labels = host.casefold().split(".")
    found = next((label for label in labels if label not in _LABELS and len(label) > 2), None)
    return found.replace("-", "") if found else None


def _by_address(host: str, page: str) -> str | None:
    """The outlet behind an address: the capitalised words of the page that its host runs together, and the state of an edition.

    A host right under a state's own domain ("name.ng") belongs to one edition of a name that others share, so the state is added.
    """
    labels = host.casefold().split(".")
    brand = _brand(host)
    if brand is None:
        return None
    for found in re.finditer(rf"(?=\b((?:The )?{_PROPER}(?: {_PROPER}){{0,4}}))", page):
        words = found[1].split()
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            if _squashed(name) == brand and not name.isupper():
                state = (
                    world.state_name(_alpha3(labels[-1])) if len(labels) == 2 and size == 1 and labels[-1] not in _NATIONAL else ""
                )
                return f"{name} {state}" if len(labels[-1]) == 2 and state and state != _alpha3(labels[-1]) else name
    return None


def _alpha3(domain: str) -> str:
    from rigour.territories import get_territory

    territory = get_territory(domain)
    return (territory.alpha3 or "").upper() if territory else ""
