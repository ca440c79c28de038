"""Whose national somebody is, by the words beside the name: "Saudi businessman X", "X, a Comorian cleric", "X, R-Texas"."""

from __future__ import annotations

import re

from dateline.mark.mentions.words import Found, Line, Word, word_lists

MOST_DESCRIBING = 4  # words between a people's adjective and a name, an article and an office
_PARTISAN = re.compile(r"[RDI]-[A-Z]")  # a member of Congress with party and state: "R-Texas", "D-Calif."
_APART = frozenset(("-", "\u2013"))
_ORIGIN = frozenset(("born", "trained", "educated", "raised", "speaking", "based"))  # "a Syrian-born Canadian citizen"


def nationality(line: Line, first: int, last: int, taken: list[Found | None], language: str) -> str | None:
    """The state (alpha-3) that the words beside the name first..last give; none for "the French-backed rebel X"."""
    return _before(line, first, taken) or _after(line, last, taken, language)


def several(line: Line, first: int, taken: list[Found | None]) -> str | None:
    """The state of people who are counted before they are named: "two Frenchmen, X and Y"."""
    owner = taken[first - 1] if first > 1 and line.words[first].gap in (", ", " - ", ": ") else None
    if owner is None or owner.kind != "state" or owner.form != "metonym" or owner.name:
        return None
    return owner.country if owner.token.tag_ in ("NNS", "NNPS") or line.words[first - 1].text.endswith(("men", "s")) else None


def _before(line: Line, first: int, taken: list[Found | None]) -> str | None:
    words = line.words
    for number in range(first, max(0, first - MOST_DESCRIBING), -1):
        owner = taken[number - 1]
        if number == first and owner is not None and words[number].gap == ", ":
            return owner.country if _one_of_a_people(line, owner) else None
        if words[number].gap != " " or words[number - 1].possessive:
            return None
        if owner is not None:
            return _people(owner)
        if not describes(words[number - 1]):
            return None
    return None


def _after(line: Line, last: int, taken: list[Found | None], language: str) -> str | None:
    words, start = line.words, last + 1
    if start < len(words) and words[start].gap in (", ", " (") and _PARTISAN.match(words[start].text):
        return "USA"
    if start < len(words) and words[start].gap == ", " and words[start].text.isdigit():
        start += 1  # his age
    if start + 1 >= len(words) or words[start].gap != ", " or words[start].text not in ("a", "an", "the"):
        return None
    number = start + 1
    while number < min(start + 1 + MOST_DESCRIBING, len(words)):
        owner = taken[number]
        after = words[owner.last + 1] if owner and owner.last + 1 < len(words) else None
        if owner is None:
            if not describes(words[number]):
                return None
            number += 1
        elif after is not None and after.gap in _APART:
            if after.text not in _ORIGIN:
                return None
            number = owner.last + 2
        else:
            code = _people(owner) or (owner.country if owner.kind == "place" and after and after.joined else None)
            sure = words[start].text != "the" and owner.kind != "place"
            return code if sure or _somebody(line, owner, language) else None
    return None


def _somebody(line: Line, owner: Found, language: str) -> bool:
    """Whether the words after a people or a place say what a person is: "skipper of the ship", "Socialist leader"."""
    lists = word_lists(language)
    persons = lists["persons"] - (lists["sent_abroad"] if owner.kind == "place" else frozenset())
    for step in range(owner.last + 1, min(owner.last + 1 + MOST_DESCRIBING, len(line.words))):
        word = line.words[step]
        if not word.joined or word.possessive:
            return False
        if word.text.lower() in persons:
            return True
        if word.token.pos_ not in ("NOUN", "ADJ", "PROPN"):
            return False
    return False


def _people(found: Found) -> str | None:
    """The state of a people's adjective."""
    return found.country if found.kind == "state" and found.form == "metonym" and not found.name else None


def _one_of_a_people(line: Line, found: Found) -> bool:
    """Whether words stand for somebody of a people: "the Libyan"."""
    alone = found.first > 0 and line.words[found.first - 1].text in ("the", "The")
    return alone and found.first == found.last and found.token.tag_ in ("NN", "NNP", "JJ")


def describes(word: Word) -> bool:
    """Whether a small word says what somebody is: "shipping" in "a shipping correspondent"."""
    return word.text.islower() and word.token.pos_ in ("NOUN", "ADJ")
