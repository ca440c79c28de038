"""Whose national somebody is, where a people's adjective stands beside the name: "Saudi businessman X", "X, a Comorian cleric"."""

from __future__ import annotations

from dateline.mark.mentions.words import Found, Line, Word

MOST_DESCRIBING = 4  # words between a people's adjective and a name, an article and an office


def nationality(line: Line, first: int, last: int, taken: list[Found | None]) -> str | None:
    """The state (alpha-3) that the words beside the name first..last give; none for "the French-backed rebel X"."""
    return _before(line, first, taken) or _after(line, last, taken)


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


def _after(line: Line, last: int, taken: list[Found | None]) -> str | None:
    words = line.words
    if last + 2 >= len(words) or words[last + 1].gap != ", " or words[last + 1].text not in ("a", "an"):
        return None
    for number in range(last + 2, min(last + 2 + MOST_DESCRIBING, len(words))):
        owner = taken[number]
        if owner is not None:
            hyphen = owner.last + 1 < len(words) and words[owner.last + 1].gap == "-"
            return None if hyphen else _people(owner)
        if not describes(words[number]):
            return None
    return None


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
