"""Which phrases that name nobody stand for one actor, and for which named one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline import languages, world
from dateline.languages import names, offices
from dateline.mark.parse import Parsed
from dateline.mark.statements.found import WORD, Found
from dateline.mark.statements.nameless import Nameless, lists, mention_of, phrases
from dateline.records import Mention

_APPOSED = 80  # characters after a name in which it is said what it names
_BESIDE = 30  # characters before a name in which the word before it stands
_SOON = 700  # characters on to the name of who spoke before it
_REACH = 1500  # characters back to the body that "the group", "the newspaper" means
_ANY_BODY = frozenset({"group", "organization", "organisation", "company", "firm", "movement", "charity", "agency", "concern"})
_OF_STATES = frozenset({"ministry", "embassy", "parliament", "army", "navy", "police", "senate", "cabinet", "council", "court"})


def with_nameless(parsed: Parsed, mentions: tuple[Mention, ...], found: Sequence[Found]) -> tuple[Mention, ...]:
    """The mentions with those who speak and have no name, in text order; one of them is one actor throughout the report."""
    made: list[tuple[Nameless, Mention]] = []
    top = max((m.entity for m in mentions), default=-1)
    every = phrases(parsed, mentions, found)
    voices = [one for one in every if one.speaks]
    for one in every:
        known = _named(one, parsed, mentions)
        same = next((m for other, m in reversed(made) if _same(one, other, mentions)), None) if known is None else None
        if known is None and same is None:
            if not any(_may_be(one, voice) for voice in voices):
                continue
            top += 1
        entity = known.entity if known else same.entity if same else top
        made.append((one, mention_of(one, parsed, entity, known or same)))
    return tuple(sorted([*mentions, *(m for _, m in made)], key=lambda m: (m.span.start, m.span.end, m.kind)))


def _same(one: Nameless, other: Nameless, mentions: Sequence[Mention]) -> bool:
    """Whether a phrase takes up an earlier one: "a witness ... the witness", "local sources ... local sources"."""
    if one.noun != other.noun or one.kind != other.kind or not _may_be(one, other):
        return False
    if one.owner is not None and other.owner is not None:
        if mentions[one.owner].entity != mentions[other.owner].entity:
            return False
    elif one.of is not None and other.of is not None and one.of != other.of:
        return False
    if one.points or one.owned:
        return True
    return one.kind == "group" and one.described == other.described


def _may_be(one: Nameless, other: Nameless) -> bool:
    """Whether the words that describe the two do not tell them apart: "defence lawyers" are not "government lawyers"."""
    if one.noun != other.noun or one.kind != other.kind or (one.name and other.name and one.name != other.name):
        return False
    return one.described <= other.described or other.described <= one.described


def _named(one: Nameless, parsed: Parsed, mentions: Sequence[Mention]) -> Mention | None:
    """The actor known by name whom a phrase means."""
    if one.kind == "person":
        return _relation(one, mentions) or _named_next(one, parsed, mentions)
    if one.kind != "organization" or one.owned:
        return None
    before = [m for m in mentions if m.kind == "organization" and m.name and m.span.start < one.head and m.form != "pronoun"]
    if one.name:
        return next((m for m in reversed(before) if one.name in (m.name, m.name.removesuffix(f" {one.noun}"))), None)
    if not one.points or one.country or one.described:
        return None
    near = [m for m in before if one.start - m.span.end <= _REACH]
    return next((m for m in reversed(near) if _is_such(m, one.noun, parsed)), None)


def _is_such(mention: Mention, noun: str, parsed: Parsed) -> bool:
    """Whether a noun may mean a body: its name or the words beside it say so, it is an outlet, or the noun says little."""
    language = parsed.report.language
    words = mention.name.casefold().split()
    start, end = mention.span.start, mention.span.end
    called = WORD.findall(parsed.text, max(0, start - _BESIDE), start)[-1:]
    if (
        noun in words
        or noun in called
        or re.match(rf"(?:, (?:[^.\n]{{0,25}}, )?an? [^.,\n]{{0,25}})? ?{noun}\b", parsed.text[end : end + _APPOSED])
    ):
        return True
    if noun in lists(language)["press"]:
        spoken = languages.words(language, "outlet_words")
        return world.is_outlet(mention.name) or not spoken.isdisjoint(words)
    if noun in _ANY_BODY:
        return _OF_STATES.isdisjoint(words) and not world.is_outlet(mention.name) and mention.country is None
    return False


def _relation(one: Nameless, mentions: Sequence[Mention]) -> Mention | None:
    """Who somebody's father is: the only person whom the report calls a father, else the only other one of the family's name."""
    if one.noun not in offices.kin() or not (one.owned or one.points):
        return None
    people = [m for m in mentions if m.kind == "person" and m.name]
    held = [m for m in people if m.title == one.noun]
    if not held and one.owner is not None:
        of = mentions[one.owner].entity
        families = {names.family_name(m.name) for m in people if m.entity == of and not names.is_short(m.name)}
        other = {of} | {m.entity for m in people if m.title in offices.kin()}
        held = [m for m in people if m.entity not in other and not names.is_short(m.name) and names.family_name(m.name) in families]
    return held[0] if len({m.entity for m in held}) == 1 else None


def _named_next(one: Nameless, parsed: Parsed, mentions: Sequence[Mention]) -> Mention | None:
    """Who is named first soon after "a spokesman for the rebels", as "the spokesman, Ivan Petrov" or "spokesman Ivan Petrov"."""
    if one.points or one.owned:
        return None
    brought_in = re.compile(rf"(?:\bthe {one.noun}, |(?<!\ba )(?<!other )\b{one.noun} )$")
    met: set[int] = set()
    for mention in mentions:
        if mention.kind != "person" or mention.form != "name" or mention.entity in met:
            continue
        met.add(mention.entity)
        start = mention.span.start
        if one.end < start <= one.end + _SOON and brought_in.search(parsed.text, max(one.end, start - _BESIDE), start):
            return mention
    return None
