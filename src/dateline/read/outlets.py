"""Whose report it is: the name that the page's own lines give its outlet, the surest kind of line first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline import world
from dateline.languages.en.bylines import byline, credited, is_name
from dateline.languages.en.furniture import furniture, has_press_word, is_section
from dateline.languages.en.head_fields import field
from dateline.languages.en.mastheads import (
    bare,
    emblem,
    is_document,
    is_office,
    issue,
    masthead,
    reserving,
    running,
    slogan,
    titled,
)
from dateline.languages.en.on_air import introduced, opened, presenter, sign_off, staffed
from dateline.languages.en.stamps import bracketed, dateline, stamped
from dateline.read import credits
from dateline.records import BlockRole

Line = tuple[str, BlockRole, str | None]

_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright|\bCOPYRIGHT)[\s,©:]*(?:\([cC]\)\s*)?(?:(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:19"
    r"|20)?\d\d)?)?[\s,]*(?:by\s+)?(?P<name>(?:[A-Z\u00c0-\u00de][\w'’&-]*\s?|\d{1,2}\b\s?"
    r"|(?:of|the|and|de|del|della|di|do|da|dos|du|des|la|le|les|el|al|van|von|der|y|e|et|und|&)\s){1,6})"
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
_OFFERS = (  # the first six need a press word in the name
    re.compile(rf"(?:^(?!(?:Get|Join|From|The)\b)|\b(?:[Tt]he|[Gg]et|[Jj]oin|[Ff]rom)\s+(?:the )?){_NAME}\s+{_KIND}\b"),
    re.compile(rf"\b(?:notifications|alerts|updates|news|stories|headlines|emails|more|More) (?:for|from) {_THEIRS}"),
    re.compile(rf"\b(?:subscribed to|originally (?:published|appeared) (?:by|in|on|at)|first appeared (?:in|on)) {_THEIRS}"),
    re.compile(
        rf"^(?:[Ll]isten to|[Ww]atch|[Ff]ollow|[Ss]ubscribe to|[Dd]onate to|[Ss]upport(?: for)?|[Dd]ownload|[Aa]bout) {_THEIRS}"
    ),
    re.compile(rf"\bis an? (?:\w+ )?(?:production|presentation|programme|program|broadcast|podcast) (?:of|by|from) {_THEIRS}"),
    re.compile(
        rf"^{_NAME} is (?:an? (?:member|part|division|product|publication|service|project|imprint|unit|trade ?mark) of"
        r"|published|produced|owned|a registered|printed|a member)\b"
    ),
    re.compile(rf"^(?:[Dd]iscover more from|[Tt]hanks (?:you )?for (?:reading|watching|listening to)|[Ww]elcome to) {_THEIRS}"),
    re.compile(rf"^{_NAME} is (?:an? )?(?:reader-supported|independent|non-?profit|member-supported)\b"),
)
_PRINTED = re.compile(rf"(?:Printed and published by )?(?P<name>(?:The )?{_PROPER}(?: {_PROPER}){{0,5}})")
_BOX = re.compile(rf"\b(?:Box \d+|[Ww]rite to(?: the)?), (?P<name>{_PROPER}(?: {_PROPER}){{0,4}})\.?$")
_SOURCE = re.compile(r"(?:Source|SOURCE)\s?:\s+(?P<name>[^|,;:()]{2,60})")
_ABOUT_ITSELF = re.compile(
    r"©|copyright|\b(?:19|20)\d\d$|all rights|\([cC]\)|@|\w\.\w{2,}|\b(?:subscribe|follow|sign(?:ed)? up|join|about"
    r"|donate|support|contact|welcome|thanks|thank you|reading|listening|watching|download|app|newsletter"
    r"|is (?:an?|the|published|part|owned))\b",
    re.IGNORECASE,
)
_LOOSE = frozenset(
    ["News", "Online", "Media", "Group", "Digital", "Website", "TV", "Radio", "Television", "Newspaper", "Newspapers", "Holdings"]
)
_CALLS = frozenset(
    {"speaks to the reader", "newsletter", "subscription wall", "share buttons", "advertisement", "comment form", "contact"}
)
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
    found = _COPYRIGHT.search(words)
    name = found["name"] if found and found["name"][:1].isupper() else None
    return name if name and not name.casefold().startswith(("all rights", "reproduction")) else reserving(words)


def _named(lines: Sequence[Line], people: Sequence[str]) -> Iterator[str | None]:
    read = [words for words, role, _ in lines if role in ("body", "turn", "byline")]
    for words in reversed(read[-3:]):
        signed = sign_off(words) or byline(words)
        yield masthead(signed.outlet) or signed.outlet if signed and signed.outlet else None
    for words, role, _ in lines:
        if role == "byline" and (found := byline(words) or credited(words)):
            yield found.outlet
    for words in (*read[:4], *(words for words, role, _ in lines if role == "turn")):
        brought = introduced(words)
        yield brought.outlet if brought else None
    yield next((name for words in read[:2] if (name := opened(words))), None)
    yield from _at_the_head(lines)
    yield _in_full(_station(lines), _page(lines))
    yield from _told_again(lines)
    yield _address_alone(lines)
    yield from _at_the_foot(_page(lines), people)
    for words, role, _ in lines:
        if role in ("body", "byline", "furniture"):
            yield _source(words)
    yield from _by_its_people(read)
    yield from _by_its_credit([words for words, role, _ in lines if role in ("body", "turn", "byline", "dateline")][:5])


def _at_the_head(lines: Sequence[Line]) -> Iterator[str | None]:
    head = next((n for n, line in enumerate(lines) if line[1] == "title"), 0)
    for words, role, why in lines[: head + 6]:
        if role == "dateline" and (paper := issue(words)):
            yield paper.name
        elif why == "labelled" and (known := field(words)) and known.what == "outlet":
            yield re.sub(r"\s*<.*|\s*\S+@\S+", "", known.value).strip(" \"'") or None
    for number, (words, role, why) in enumerate(lines[: head + 6]):
        if role == "furniture" and number > head and (name := filed(words)):
            yield name
        elif why == "name of the paper":
            yield masthead(words) or emblem(words, None)
        elif role == "furniture" and number < head and why not in _CALLS:
            parts = re.split(r"\s*(?:[|/·•»>]|::)\s*|\s{2,}|\s[-\u2013\u2014]\s", words)
            most = 0 if len(parts) < 2 else 6 if why == "navigation" and number < 3 else 1
            yield next(
                (running(part) for part in parts[:most] if masthead(part) and not is_section(part) and not furniture(part)), None
            ) or slogan(words)
        elif (
            number < head + 4 and role != "body" and len(parts := re.split(r"\s*[|\u00b7\u2022]\s*", words)) > 1 and stamped(words)
        ):
            yield masthead(parts[0])


def filed(line: str) -> str | None:
    """The outlet on a line that says under which of its sections a report stands: "Nordfax | World > Asia", "Nordfax Politics"."""
    name, *sections = re.split(r"\s*[|>\u00bb\u00b7\u2022]\s*", line.strip())
    if not sections:
        words = name.split()
        known = next((size for size in range(len(words) - 1, 0, -1) if world.is_outlet(" ".join(words[:size]))), 0)
        name, sections = " ".join(words[:known]), [" ".join(words[known:])]
    if not all(section and is_section(section) for section in sections) or not titled(name, 5) or is_section(name):
        return None
    return None if is_name(name) and not (world.is_outlet(name) or has_press_word(name)) else running(name)


def _in_full(name: str | None, page: Sequence[str]) -> str | None:
    """A station's name as its own copyright line has it ("CHANNEL NINE" is "Channel Nine World" there)."""
    owners = [bare(owner) for words in page if (owner := copyright_holder(words))]
    return next((owner for owner in owners if name and owner.casefold().startswith(name.casefold() + " ")), name)


def _told_again(lines: Sequence[Line]) -> Iterator[str | None]:
    """A name that stands above the headline and that the page's words to its readers, or its owner's line, come back to."""
    head = next((n for n, line in enumerate(lines) if line[1] == "title"), 0)
    asks = [_squashed(words) for words, role, _ in lines[head:] if role == "furniture" and _ABOUT_ITSELF.search(words)]
    for words, role, _ in lines[: head + 4]:
        first = re.split(r"\s+[|/\u00b7\u2022>\u00bb:]+\s+", words)[0]
        name = first if role == "furniture" and titled(first, 6) and not is_section(first) and not is_document(first) else ""
        yield running(name) if len(_squashed(name)) > 5 and any(_squashed(name) in ask for ask in asks) else None


def _source(words: str) -> str | None:
    """The outlet that a line of its own credits: "Source: Xinhua | ...", "Source: Coastal News Agency, Oslo, in English"."""
    found = _SOURCE.match(words)
    name = found["name"].strip() if found else ""
    return credits.agency(name) or (name if has_press_word(name) or is_office(name) else None) if name else None


def _by_its_people(read: Sequence[str]) -> Iterator[str | None]:
    """The outlet that the report says its own people work for ("NPR's Jane Doe reports from Harare"); agencies lend theirs."""
    for words in read:
        name = staffed(words)
        yield name if name and world.is_outlet(name) and not credits.agency(name) else None


def _by_its_credit(head: Sequence[str]) -> Iterator[str | None]:
    """The agency or station that a page which names no outlet of its own credits at its head.

    "OSLO, May 2 (Xinhua) --", "By AFP", "(CNN) Ministers met".
    """
    for words in head:
        told = dateline(words)
        if told and told.agency:
            yield credits.agency(told.agency) or (told.agency if titled(told.agency, 5) else None)
        if credit := bracketed(words):
            yield credit if world.is_outlet(credit) else credits.agency(credit)
        yield credits.agency(words) if len(words) < 80 else None


def _address_alone(lines: Sequence[Line]) -> str | None:
    """The outlet whose bare address stands above the headline, by the name that the page gives it or else by the address."""
    head = next((n for n, line in enumerate(lines) if line[1] == "title"), 0)
    alone = next((found for words, _, _ in lines[:head] if (found := _HOST.fullmatch(words.strip()))), None)
    if alone is None or "@" in alone[0]:
        return None
    return _by_address(alone["host"], " \n ".join(words for words, _, _ in lines)) or alone["host"].casefold()


def _at_the_foot(page: Sequence[str], people: Sequence[str]) -> Iterator[str | None]:
    for words in page:
        if owned := copyright_holder(words):
            name = bare(owned)
            yield None if credits.agency(name) or name in people else name
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
                yield offer["name"] if has_press_word(offer["name"]) or number > 5 else None
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
    short = " ".join(words[:-1])
    owned = rf"(?:©|\([cC]\)|[Cc]opyright)[^a-z]*{re.escape(short)}(?! {re.escape(words[-1])})"
    if short and words[-1] in _LOOSE and re.search(owned, whole):
        words, name = words[:-1], short
    for size in range(len(words) - 1, 1, -1):
        if _squashed(name) not in hosts and words[-1] in _LOOSE and _squashed(" ".join(words[:size])) in hosts:
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
