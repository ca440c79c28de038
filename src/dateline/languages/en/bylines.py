"""Who wrote an English report and for whom: bylines and credits."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from dateline import languages, world
from dateline.languages.en.furniture import has_press_word
from dateline.languages.en.stamps import is_time_line, stamp, undated

_PARTICLE = r"(?:al|el|bin|ibn|abu|de|del|della|der|den|di|da|dos|du|la|le|van|von|y)"
WORD = r"(?:(?:al|el|as|ad|an|ar)-)?[A-Z\u00c0-\u00de][\w'’.-]*"
NAME = rf"{WORD}(?:\s+(?:{_PARTICLE}\s+)?{WORD}){{1,4}}"
OUTLET = rf"(?:(?i:the)\s+)?{WORD}(?:\s+(?:of\s+|the\s+|&\s+)?(?:{WORD}|\d{{1,3}})){{0,5}}"
PLACE = rf"{WORD}(?:\s+{WORD}){{0,3}}"
JOIN = r"(?:\s*,\s*(?:and\s+|with\s+)?|\s+with\s+|\s+and\s+|\s*&\s*|\s*;\s*)"
LIST = rf"{NAME}(?:{JOIN}{NAME}){{0,7}}"
_AWAY = rf"{NAME}(?:\s+in\s+{PLACE})?"  # "Jane Doe in Cairo"
_PEOPLE = rf"{_AWAY}(?:{JOIN}{_AWAY}){{0,7}}"

_SPLIT = re.compile(r"\s*(?:,\s*(?:and|with)\s+|\s+with\s+|,|\s+and\s+|&|;)\s*")
_NOT_NAMES = re.compile(
    r"\b(?:agency|agencies|press|news|staff|desk|reporters?|correspondents?|editors?|admin|reuters|afp|ap|bureau|team"
    r"|monitoring|writers?|cooperative|embassy|ministry|consulate|office|government|department|mission|by|conducted|release|edition|service|subscribe|register|sitemap|homepage|street|avenue"
    r"|they|we|he|she|it|i|you|this|that|these|those|there|here|why|how|what|when|where|who)\b",
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
_OF = re.compile(
    rf"\s*(?:,|\||/|-|–|—|of|for|at|in|\()\s*(?:(?:the )?(?:daily|weekly|newspaper|magazine|paper|radio|agency|news agency)\s+)?"
    rf"(?P<outlet>{OUTLET})\b(?:,\s+{PLACE})?\)?(?P<rest>.*)"
)
_FOR = re.compile(
    rf"(?P<names>{LIST})\s*,?\s+for\s+(?P<outlet>{OUTLET}?)\s*,?\s+(?:from|in)\s+(?P<place>{PLACE}(?:,\s+{PLACE})?)\.?"
)
_SIGNED = re.compile(
    rf"(?P<names>(?:{NAME}|[A-Z]{{2,3}})(?:{JOIN}{NAME}){{0,5}}?)\s*,\s*(?P<outlet>{OUTLET})\s*,\s*(?P<place>{PLACE})\.?\s*$"
)
_SERVICE = re.compile(
    rf"(?i:by|from)\s+(?P<outlet>{OUTLET})['’]s?\s+(?:{WORD}\s+)?(?:Service|Desk|Bureau|Staff|staff|desk|bureau|reporters?|team)"
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
    rf"{NAME}\s+(?:was\s+)?(?:reported|reporting|reports|contributed(?:\s+reporting)?)\s+(?:from|in)\s+{PLACE}"
    rf"(?:(?:\s*[;,]|\s+and|\s*[;,]\s*and)\s+{NAME}(?:\s+(?:reported|reporting))?\s+(?:from|in)\s+{PLACE}){{0,6}}\.?"
)
_AGE = re.compile(r"\d+ ?(?:h|d|w|hours?|days?)(?: ago)?")
_FROM = re.compile(rf"(?i:from)\s+(?P<names>{LIST}?)\s*(?:,|\s+in|\()\s*(?P<place>{PLACE})\)?[.:]?")
_FED = re.compile(rf"(?P<outlet>{OUTLET})\s+by\s+(?P<names>{LIST})(?:\s*[/|\u00b7\u2022,-]\s*.{{1,30}})?")
_CUED = re.compile(
    r"\b(?:posted|published|written|submitted|filed|uploaded|created|added|report|story|text|words|reported)\b", re.I
)
_LABEL = re.compile(r"(?:I['\u2019]m|I am|[Tt]his is|Author|Authors|Text|Words|Reporter|Correspondent)\s+(?=[A-Z])")
_CONTRIBUTING = re.compile(rf"(?:Contributing|CONTRIBUTING|Contributors?|With reporting by)\s?:?\s+(?P<names>{_PEOPLE})\.?")
_SURNAMES = re.compile(
    rf"{WORD}(?:(?:,|,? and) {WORD}){{0,3}} (?:also )?reported from {PLACE}"
    rf"(?:(?:[;,]|,? and) {WORD}(?: reported)? from {PLACE})?\.?"
)
_FOLLOWED = re.compile(rf"(?i:you can follow|follow|e-?mail|contact)\s+(?P<names>{LIST})\s+(?:on|at|via)\b")
_POST = re.compile(
    rf"(?P<name>{NAME})(?:, [^.;:]{{2,120}},)? (?:(?:is|are) (?:an? |the |editors? |chair|co-?|professor|director|president)"
    r"|(?:teaches|writes|covers|reports on|blogs|edits|lectures) )"
)
_CLOSED = re.compile(r"(?<=[^\W\d_]{3})\.$")  # the stop of a line, not that of "Jr." or an initial
_DOES = re.compile(r",? (?:is|was|are|has|covers|writes|reports|teaches|edits|hosts|heads|leads|works|blogs|tweets|can be)\b")


@dataclass(frozen=True)
class Byline:
    """Names in running case, and the outlet where the line says it."""

    names: tuple[str, ...]
    outlet: str | None = None


def byline(line: str) -> Byline | None:
    """What a line that is only a byline or a sign-off says; None for any other line."""
    if len(line) > 240:
        return None
    line = undated(line.strip().strip("*_|"))
    if found := _SERVICE.fullmatch(line):
        return Byline((), found["outlet"])
    if found := _FOR.fullmatch(line) or _SIGNED.fullmatch(line):
        said = Byline(names(found["names"]), found["outlet"])
        return said if said.names or has_press_word(found["outlet"]) else None
    if found := _BY.fullmatch(line):
        return _with_rest(found["names"], found["rest"])
    if (found := _FROM.fullmatch(line)) and _is_town(found["place"]):
        return Byline(names(found["names"]))
    if (found := _FED.fullmatch(line)) and has_press_word(found["outlet"]):
        return Byline(names(found["names"]), found["outlet"])
    if found := _CONTRIBUTING.fullmatch(line):
        *people, paper = _SPLIT.split(found["names"].rstrip("."))
        return Byline((), paper if people and has_press_word(paper) and not paper.endswith("Associated Press") else None)
    if _SURNAMES.fullmatch(line):
        return Byline(())
    if _REPORTED.fullmatch(line):
        return Byline(names(", ".join(re.findall(rf"({NAME})(?=\s+(?:was\s+)?(?:report|contribut|from|in))", line))))
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
        return Byline(names(line))
    if (found := _WITH.fullmatch(line)) is None:
        return None
    rest = found["rest"].strip(" .,")
    outlet = rest if re.fullmatch(OUTLET, rest) and (has_press_word(rest) or re.fullmatch(r"[A-Z]{2,6}", rest)) else None
    post = _TITLES.fullmatch(rest) or stamp(rest) or _AGE.fullmatch(rest) or rest.startswith("@") or _is_town(rest)
    return Byline(names(found["names"]), outlet) if (outlet or post) and names(found["names"]) else None


def about(line: str, authors: Collection[str]) -> bool:
    """Whether a line tells in the present tense who one of a report's authors is or what he or she does."""
    author = next((name for name in authors if line.startswith(name)), None)
    return author is not None and (_DOES.match(line, len(author)) is not None or introduces(line) == author)


def introduces(line: str) -> str | None:
    """Whose post or work a line tells in the present tense, as the last line under an essay does of its author."""
    found = _POST.match(line) if len(line) < 400 and '"' not in line and "\u201c" not in line else None
    return found["name"] if found and found["name"].split()[0].casefold() in _given() and is_name(found["name"]) else None


def followed(line: str) -> tuple[str, ...]:
    """The reporters whom a page asks its readers to follow or to write to."""
    found = _FOLLOWED.match(line)
    return names(found["names"]) if found and is_name(found["names"]) else ()


def posted_by(line: str) -> tuple[str, ...]:
    """Names in a date stamp that says who posted ("Posted on 18 December 1978 by Tobias Quill", "Jane Doe | 22 May 2008")."""
    parts = re.split(r"\s*[|\u2022\u00b7]\s*|\s+[\u2013\u2014/-]\s+", line[:200])
    if (
        len(parts) > 1
        and any(stamp(part) or is_time_line(part) for part in parts)
        and (people := [part for part in parts if is_name(part)])
    ):
        return names(", ".join(people))
    found = re.search(rf"(?P<first>^|[|\u2022\u00b7\u2014/-]\s*)?\b[Bb]y\s+(?P<names>{LIST})", line[:160])
    if found is None or len(line) >= 160 or not (found["first"] is not None or _CUED.search(line[: found.start()]) or _dated(line)):
        return ()
    return () if has_press_word(found["names"]) else names(found["names"])


def is_name(line: str) -> bool:
    """Whether a line is nothing but the names of people."""
    words = re.findall(r"[\w'\u2019-]+", line.casefold())
    return (
        len(line) < 80
        and any(word not in languages.words("en", "common_words") or word in _given() for word in words)
        and re.fullmatch(LIST, line.strip()) is not None
        and not _NOT_NAMES.search(line)
        and not has_press_word(line)
    )


def _is_town(words: str) -> bool:
    return world.capital_of(words) is not None or world.city(words) is not None


def _dated(line: str) -> bool:
    return any(stamp(part) for part in re.split(r"\s*[|\u2022\u00b7\u2014/]\s*|\s+by\s+|\s+at\s+", line))


@cache
def _given() -> frozenset[str]:
    listed = languages.words("en", "given_names_female") | languages.words("en", "given_names_male")
    return frozenset(name.casefold() for name in listed)


def _with_rest(people_named: str, rest: str) -> Byline | None:
    people, outlet = list(_SPLIT.split(people_named)), None
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
    return Byline(names(", ".join(people)), outlet)


def names(listed: str) -> tuple[str, ...]:
    """The people in a list of names, in running case; posts, outlets and single words are left out."""
    listed = _LABEL.sub("", listed)
    found = (running_name(_CLOSED.sub("", _TITLES.sub("", name).strip())) for name in _SPLIT.split(listed))
    people = (name for name in found if " " in name and not _NOT_NAMES.search(name) and not name.startswith("The "))
    return tuple(dict.fromkeys(people))


def running_name(name: str) -> str:
    """A name in capitals as running text has it; initials stay."""
    shouted = name.isupper()
    return " ".join(word.capitalize() if shouted and len(word) > 2 and "." not in word else word for word in name.split())
