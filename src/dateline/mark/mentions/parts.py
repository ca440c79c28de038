"""Committees and the like of a body, as far as an office is held in them: "head of the Duma's Committee on Foreign Affairs"."""

from __future__ import annotations

from dateline.mark.mentions.words import Found, Line

_PARTS_OF_BODIES = frozenset(
    ("committee", "subcommittee", "commission", "council", "board", "panel", "bureau", "department", "directorate", "caucus")
)
_MATTERS = frozenset(
    [
        "affairs",
        "relations",
        "security",
        "defence",
        "defense",
        "policy",
        "cooperation",
        "trade",
        "finance",
        "rights",
        "development",
        "energy",
        "justice",
        "intelligence",
        "budget",
        "legislation",
        "integration",
        "information",
        "economy",
        "peace",
        "law",
    ]
)
_LONGEST_OWNER = 5  # words of "the Russian Federation Council's"
_LONGEST_BODY = 8  # words of "Defense and Security Committee"


def part_of_body(line: Line, step: int, taken: list[Found | None]) -> int | None:
    """Last word of a committee's name after that of whose it is: "the Danish Parliament's Foreign Policy Committee"."""
    words, owner = line.words, None
    last = step
    while last < min(len(words), step + _LONGEST_OWNER) and (last == step or words[last].joined):
        if words[last].possessive:
            owner = last
            break
        last += 1
    if owner is None and (body := taken[step]) is not None and body.kind == "organization":
        owner = body.last
    if owner is None:
        return None
    for last in range(owner + 1, min(len(words), owner + _LONGEST_BODY)):
        word = words[last]
        known = taken[last]
        if not (word.joined or word.gap == ", ") or word.possessive or (known and known.kind != "organization"):
            return None
        if word.text.lower() in _PARTS_OF_BODIES:
            last = _with_topic(line, last)
            after = words[last + 1] if last + 1 < len(words) else None
            further = words[last + 2] if last + 2 < len(words) else None
            full = further is not None and further.joined and further.capital
            named = after is not None and after.capital and (after.gap == ", " or (after.gap == " " and full))
            return last if named else None
        if not (word.capital or word.token.pos_ in ("NOUN", "ADJ", "CCONJ", "PROPN")):
            return None
    return None


def _with_topic(line: Line, last: int) -> int:
    """The end of "on Foreign Affairs" after a committee, where the words say what its matter is."""
    words = line.words
    if last + 1 >= len(words) or words[last + 1].text not in ("on", "for"):
        return last
    ends = [k for k in range(last + 2, min(len(words), last + _LONGEST_BODY)) if words[k].text.lower() in _MATTERS]
    return ends[-1] if ends and all(words[k].joined for k in range(last + 1, ends[-1] + 1)) else last
