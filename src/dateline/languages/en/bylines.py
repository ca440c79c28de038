"""Who wrote an English report and for whom: bylines, sign-offs and credits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.languages.en.furniture import has_press_word
from dateline.languages.en.stamps import stamp

_PARTICLE = r"(?:al|el|bin|ibn|abu|de|del|della|der|den|di|da|dos|du|la|le|van|von|y)"
_WORD = r"(?:(?:al|el|as|ad|an|ar)-)?[A-Z\u00c0-\u00de][\w'’.-]*"
NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_WORD}){{1,4}}"
_OUTLET = rf"(?:(?i:the)\s+)?{_WORD}(?:\s+(?:of\s+|the\s+|&\s+)?(?:{_WORD}|\d{{1,3}})){{0,5}}"
_LIST = rf"{NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*){NAME}){{0,7}}"
_PLACE = rf"{_WORD}(?:\s+{_WORD}){{0,3}}"

_SPLIT = re.compile(r"\s*(?:,\s*and\s+|,|\s+and\s+|&|;)\s*")
_NOT_NAMES = re.compile(
    r"\b(?:agency|agencies|press|news|staff|desk|reporters?|correspondents?|editors?|admin|reuters|afp|ap|bureau|team"
    r"|monitoring|writers?)\b",
    re.I,
)
_TITLES = re.compile(
    r",?\s*\b(?:(?:senior|chief|special|staff|foreign|political|diplomatic|our|\w+ affairs)\s+)*(?:correspondent|reporter"
    r"|writer|editor|columnist|in)\b.*",
    re.I,
)

_BY = re.compile(rf"(?i:(?:story |report |analysis |text |words |written |reported )?by:?)\s+(?P<names>{_LIST})(?P<rest>.*)")
_OF = re.compile(rf"\s*(?:,|\||/|-|–|—|of|for|at|in|\()\s*(?P<outlet>{_OUTLET})\b\)?(?P<rest>.*)")
_FOR = re.compile(
    rf"(?P<names>{_LIST})\s*,?\s+for\s+(?P<outlet>{_OUTLET}?)\s*,?\s+(?:from|in)\s+(?P<place>{_PLACE}(?:,\s+{_PLACE})?)\.?"
)
_SIGNED = re.compile(
    rf"(?P<names>(?:{NAME}|[A-Z]{{2,3}})(?:\s*,\s*{NAME}){{0,5}}?)\s*,\s*(?P<outlet>{_OUTLET})\s*,\s*(?P<place>{_PLACE})\.?\s*$"
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
    if _CREDITS.fullmatch(line):
        return Byline(())
    return None


def posted_by(line: str) -> tuple[str, ...]:
    """Names in a date stamp that says who posted ("Posted on 18 December 1978 by Tobias Quill")."""
    found = re.search(rf"\b[Bb]y\s+(?P<names>{_LIST})", line)
    return _names(found["names"]) if found and len(line) < 160 else ()


def is_name(line: str) -> bool:
    """Whether a line is nothing but the names of people."""
    return (
        len(line) < 80
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
    return Byline(_names(found["names"]), found["outlet"]) if found else None


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
