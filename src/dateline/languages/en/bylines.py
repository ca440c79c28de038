"""Who wrote an English report and for whom: bylines, sign-offs and credits."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from dateline import languages
from dateline.languages.en.furniture import has_press_word
from dateline.languages.en.mastheads import running
from dateline.languages.en.stamps import stamp

_PARTICLE = r"(?:al|el|bin|ibn|abu|de|del|della|der|den|di|da|dos|du|la|le|van|von|y)"
_WORD = r"(?:(?:al|el|as|ad|an|ar)-)?[A-Z\u00c0-\u00de][\w'’.-]*"
NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_WORD}){{1,4}}"
_OUTLET = rf"(?:(?i:the)\s+)?{_WORD}(?:\s+(?:of\s+|the\s+|&\s+)?(?:{_WORD}|\d{{1,3}})){{0,5}}"
_PLACE = rf"{_WORD}(?:\s+{_WORD}){{0,3}}"
_JOIN = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*)"
_LIST = rf"{NAME}(?:{_JOIN}{NAME}){{0,7}}"
_AWAY = rf"{NAME}(?:\s+in\s+{_PLACE})?"  # "Jane Doe in Cairo"
_PEOPLE = rf"{_AWAY}(?:{_JOIN}{_AWAY}){{0,7}}"

_SPLIT = re.compile(r"\s*(?:,\s*and\s+|,|\s+and\s+|&|;)\s*")
_NOT_NAMES = re.compile(
    r"\b(?:agency|agencies|press|news|staff|desk|reporters?|correspondents?|editors?|admin|reuters|afp|ap|bureau|team"
    r"|monitoring|writers?|cooperative|embassy|ministry|consulate|office|government|department|mission|by|conducted|release|edition|service|subscribe|register|sitemap|homepage|street|avenue)\b",
    re.I,
)
_TITLES = re.compile(
    r",?\s*\b(?:(?:senior|chief|special|staff|foreign|political|diplomatic|our|\w+ affairs)\s+)*(?:correspondent|reporter"
    r"|writer|editor|columnist|in)\b.*",
    re.I,
)

_CUE = (
    r"(?i:(?:(?:an? )?(?:story|report|analysis|text|words|interview|commentary|column|essay) )?"
    r"(?:written |reported |conducted |compiled |presented )?by:?"
    r"(?: (?:our|a|the|special|staff|own|foreign) )?(?:(?:\w+ )?(?:correspondent|reporter)s?)?"
    r"|from (?:our|a|the) (?:\w+ ){0,3}correspondents?[,:]?)"
)
_BY = re.compile(rf"{_CUE}\s+(?P<names>{_PEOPLE})(?P<rest>.*)")
_OF = re.compile(rf"\s*(?:,|\||/|-|–|—|of|for|at|in|\()\s*(?P<outlet>{_OUTLET})\b\)?(?P<rest>.*)")
_FOR = re.compile(
    rf"(?P<names>{_LIST})\s*,?\s+for\s+(?P<outlet>{_OUTLET}?)\s*,?\s+(?:from|in)\s+(?P<place>{_PLACE}(?:,\s+{_PLACE})?)\.?"
)
_SIGNED = re.compile(
    rf"(?P<names>(?:{NAME}|[A-Z]{{2,3}})(?:{_JOIN}{NAME}){{0,5}}?)\s*,\s*(?P<outlet>{_OUTLET})\s*,\s*(?P<place>{_PLACE})\.?\s*$"
)
_OWN = re.compile(
    rf"(?P<outlet>{_OUTLET})['’]s?\s+(?:[a-z]+\s+){{0,3}}(?P<names>{NAME}|{_WORD})\s+"
    r"(?:reports?\s+(?:from|for|live|now|on)|reported\s+(?:from|this)|has\s+(?:more|the\s+(?:story|details|report|latest))"
    r"|filed\s+this|with\s+(?:more|the\s+(?:story|details))|sent\s+this)\b"
)
_CREDITS = re.compile(
    r"[(\[]?\s*(?:(?:additional |with )?reporting|edited|editing|writing|written|compiled|produced"
    r"|translated)\b[^.]{0,20}\bby\b.{1,300}|[(\[]?\s*(?:associated press |reuters )?(?:writers?"
    r"|reporters?) .{1,200}\bcontributed to this (?:report|story|article)\b.{0,20}"
    r"|.{1,120}\bcontributed to this (?:report|story|article)\b.{0,40}",
    re.I,
)
_WITH = re.compile(rf"(?P<names>{_PEOPLE})\s*(?:,|\||/|\u2022|\u00b7|\(|\s[-\u2013\u2014])\s*(?P<rest>[^()]{{2,60}}?)\)?")
_REPORTED = re.compile(
    rf"{NAME}\s+(?:was\s+)?(?:reported|reporting|reports|contributed(?:\s+reporting)?)\s+(?:from|in)\s+{_PLACE}"
    rf"(?:(?:\s*[;,]|\s+and|\s*[;,]\s*and)\s+{NAME}(?:\s+(?:reported|reporting))?\s+(?:from|in)\s+{_PLACE}){{0,6}}\.?"
)
_TELLS = re.compile(
    rf"(?:.{{0,90}}(?:^|[,;:\u2013\u2014-]\s|\b(?:[Rr]eport|[Ss]tory|[Dd]ispatch|[Aa]nalysis|[Rr]eportage)\s)[Bb]y\s+(?P<a>{NAME})"
    rf"|(?P<b>{NAME})\s+(?:reports?|reporting|has\s+(?:the\s+|all\s+the\s+)?(?:details|story|latest|report|more))"
    rf"(?:\s+(?:from|in)\s+{_PLACE})?)\.?"
)
_AGE = re.compile(r"\d+ ?(?:h|d|w|hours?|days?)(?: ago)?")
_FED = re.compile(rf"(?P<outlet>{_OUTLET})\s+by\s+(?P<names>{_LIST})(?:\s*[/|\u00b7\u2022,-]\s*.{{1,30}})?")
_ROLE = r"(?:ANCHOR|CO-ANCHOR|HOST|CO-HOST|PRESENTER|NEWSREADER|MODERATOR|CORRESPONDENT|REPORTER|CORRESP\.?)"
_PRESENTER = re.compile(
    rf"\s*(?P<name>{NAME})\s*(?:,|\(|\s[-\u2013\u2014])\s*(?P<desk>[^:()]{{0,60}}?)\s*\b(?P<role>{_ROLE})\b[^:]{{0,40}}:",
    re.IGNORECASE,
)
_CUED = re.compile(
    r"\b(?:posted|published|written|submitted|filed|uploaded|created|added|report|story|text|words|reported)\b", re.I
)
_DOES = re.compile(r",? (?:is|was|are|has|covers|writes|reports|teaches|edits|hosts|heads|leads|works|blogs|tweets|can be)\b")
_SENTENCE_END = re.compile(r"(?:^|[.!?][\"”’']?\s+)(?=\S)")


@dataclass(frozen=True)
class Byline:
    """Names in running case, and the outlet where the line says it."""

    names: tuple[str, ...]
    outlet: str | None = None


def byline(line: str) -> Byline | None:
    """What a line that is only a byline or a sign-off says; None for any other line."""
    if len(line) > 240:
        return None
    line = line.strip().strip("*_|")
    if found := _FOR.fullmatch(line) or _SIGNED.fullmatch(line):
        return Byline(_names(found["names"]), found["outlet"])
    if found := _BY.fullmatch(line):
        return _with_rest(found["names"], found["rest"])
    if (found := _FED.fullmatch(line)) and has_press_word(found["outlet"]):
        return Byline(_names(found["names"]), found["outlet"])
    if _REPORTED.fullmatch(line):
        return Byline(_names(", ".join(re.findall(rf"({NAME})(?=\s+(?:was\s+)?(?:report|contribut|from|in))", line))))
    if _CREDITS.fullmatch(line):
        return Byline(())
    return None


def credited(line: str) -> Byline | None:
    """What a line between the headline and the report, or behind it, says when it is people with what marks them as its writers.

    An outlet ("Jane Doe, Evening Star"), an office in a newsroom, a place each ("Jane Doe in Cairo, John Roe in Oslo"), an address.
    """
    line = line.strip().strip("*_|")
    if len(line) > 160:
        return None
    if re.fullmatch(_PEOPLE, line) and " in " in line:
        return Byline(_names(line))
    if (found := _WITH.fullmatch(line)) is None:
        return None
    rest = found["rest"].strip(" .,")
    outlet = rest if re.fullmatch(_OUTLET, rest) and (has_press_word(rest) or re.fullmatch(r"[A-Z]{2,6}", rest)) else None
    post = _TITLES.fullmatch(rest) or stamp(rest) or _AGE.fullmatch(rest) or rest.startswith("@")
    return Byline(_names(found["names"]), outlet) if (outlet or post) and _names(found["names"]) else None


def about(line: str, authors: Collection[str]) -> bool:
    """Whether a line tells in the present tense who one of a report's authors is or what he or she does."""
    author = next((name for name in authors if line.startswith(name)), None)
    return author is not None and _DOES.match(line, len(author)) is not None


def presenter(line: str) -> tuple[str, str | None, bool] | None:
    """Who speaks in a turn for the station itself ("JANE DOE, CNN CORRESPONDENT: ..."): name, station, whether a reporter."""
    found = _PRESENTER.match(line[:140])
    if found is None:
        return None
    desk = languages.words("en", "desk_words")
    station = takewhile(lambda word: word.casefold().rstrip(",").removesuffix("'s") not in desk, found["desk"].split())
    name = " ".join(station).strip(" ,") or None
    return _running(found["name"]), running(name) if name else None, found["role"].upper().startswith(("CORR", "REP"))


def posted_by(line: str) -> tuple[str, ...]:
    """Names in a date stamp that says who posted ("Posted on 18 December 1978 by Tobias Quill", "Jane Doe | 22 May 2008")."""
    parts = re.split(r"\s*[|\u2022\u00b7]\s*|\s+[\u2013\u2014/-]\s+", line[:200])
    if len(parts) > 1 and any(stamp(part) for part in parts) and (people := [part for part in parts if is_name(part)]):
        return _names(", ".join(people))
    found = re.search(rf"(?P<first>^|[|\u2022\u00b7\u2014/-]\s*)?\b[Bb]y\s+(?P<names>{_LIST})", line[:160])
    if found is None or len(line) >= 160 or not (found["first"] is not None or _CUED.search(line[: found.start()]) or _dated(line)):
        return ()
    return () if has_press_word(found["names"]) else _names(found["names"])


def is_name(line: str) -> bool:
    """Whether a line is nothing but the names of people."""
    words = re.findall(r"[\w'\u2019-]+", line.casefold())
    return (
        len(line) < 80
        and any(word not in languages.words("en", "common_words") or word in _given() for word in words)
        and re.fullmatch(_LIST, line.strip()) is not None
        and not _NOT_NAMES.search(line)
        and not has_press_word(line)
    )


def sign_off(paragraph: str) -> Byline | None:
    """The sign-off that ends a paragraph ("JL, CGTN, Moscow."); initials give no name."""
    for found in reversed(list(_SENTENCE_END.finditer(paragraph, max(0, len(paragraph) - 160)))):
        if signed := _SIGNED.fullmatch(paragraph[found.end() :].strip()):
            return Byline(_names(signed["names"]), signed["outlet"])
    return None


def introduced(paragraph: str) -> Byline | None:
    """The reporter whom a broadcaster's own words bring on ("Channel Five's Jane Doe reports from Cairo")."""
    found = None
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph[-1000:]):
        found = _OWN.match(sentence) or found
    if found is None and len(paragraph) < 140 and (tells := _TELLS.fullmatch(paragraph)):
        return Byline(_names(tells["a"] or tells["b"]))
    return Byline(_names(found["names"]), found["outlet"]) if found else None


def _dated(line: str) -> bool:
    return any(stamp(part) for part in re.split(r"\s*[|\u2022\u00b7\u2014/]\s*|\s+by\s+|\s+at\s+", line))


@cache
def _given() -> frozenset[str]:
    return languages.words("en", "given_names_female") | languages.words("en", "given_names_male")


def _with_rest(names: str, rest: str) -> Byline | None:
    people, outlet = list(_SPLIT.split(names)), None
    rest = rest.strip()
    if len(people) > 1 and has_press_word(people[-1]):
        outlet = people.pop()
    if rest and (found := _OF.fullmatch(rest)) and not found["rest"].strip(" ,|.-"):
        outlet = outlet or (
            found["outlet"]
            if not rest.startswith(("in ", "/", "|", "-", "–", "—", "(")) or has_press_word(found["outlet"])
            else None
        )
    elif rest and not (stamp(rest.strip(" ,|-–—•·")) or _TITLES.fullmatch(rest)):
        return None
    return Byline(_names(", ".join(people)), outlet)


def _names(listed: str) -> tuple[str, ...]:
    found = (_running(_TITLES.sub("", name).strip()) for name in _SPLIT.split(listed))
    return tuple(dict.fromkeys(name for name in found if " " in name and not _NOT_NAMES.search(name)))


def _running(name: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 and "." not in word else word for word in name.split())
