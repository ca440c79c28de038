"""Bodies and camps with nothing but "the" before them: "the opposition", "parliament", "the rebels", in a report on one state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline import world
from dateline.mark.mentions.words import Found, Line, Word, word_lists
from dateline.records import MentionKind

SHARE = 0.5  # of the mentions of states and their places that the report's own state must have
LEAD = 2.0  # times as many as the second
_FURTHEST = 3  # words between "the" and the noun


def home(found: Iterable[Found]) -> str | None:
    """The state that a report is about (alpha-3), None where two or more are."""
    counts = Counter(one.country for one in found if one.country and one.kind in ("state", "place"))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < SHARE * sum(counts.values()):
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= LEAD * ranked[1][1] else None


def find(line: Line, taken: list[Found | None], language: str, country: str | None) -> list[Found]:
    """Mentions of the bodies and camps of the state that the report is about; where that is not known, of camps alone."""
    lists = word_lists(language)
    nouns = lists["camps"] | (lists["home_bodies"] | lists["home_state"] if country else frozenset())
    out = []
    for number, word in enumerate(line.words):
        noun = word.text.lower()
        if noun not in nouns or taken[number] or _says_no_actor(line, number):
            continue
        first = _article(line, number, taken)
        if first is None and not (noun in lists["bare"] and _stands_alone(line, number, taken)):
            continue
        name = noun if country is None else f"{world.adjective(country) or world.state_name(country)} {noun}"
        kind: MentionKind = "state" if noun in lists["home_state"] else "organization" if noun in lists["home_bodies"] else "group"
        name = world.state_name(country or "") if kind == "state" else name
        form = "metonym" if kind == "state" else "name" if kind == "organization" else "title"
        if kind == "organization":
            name = " ".join(part[:1].upper() + part[1:] for part in name.split())
        found = line.found(number if first is None else first, number, form, kind, name, country=country)  # type: ignore[arg-type]
        found.plural = noun.endswith("s")
        out.append(found)
    return out


def _says_no_actor(line: Line, number: int) -> bool:
    """ "opposition leader", "opposition to the plan", "a majority of votes", "the government's" own are something else."""
    word = line.words[number]
    after = line.words[number + 1] if number + 1 < len(line.words) else None
    if word.token.pos_ not in ("NOUN", "PROPN") or word.token.dep_ == "compound":
        return True
    return bool(after and after.joined and not word.possessive and after.text.lower() in ("to", "of", "against", "between"))


def _article(line: Line, number: int, taken: list[Found | None]) -> int | None:
    """Where the words begin that "the" opens; None when no "the" stands before or a name stands between."""
    for k in range(number - 1, max(-1, number - 2 - _FURTHEST), -1):
        word = line.words[k]
        if not line.words[k + 1].joined or taken[k] or word.possessive:
            return None
        if word.text.lower() == "the":
            return k
        if not _describes(word):
            return None
    return None


def _describes(word: Word) -> bool:
    return word.text.islower() and (word.token.pos_ in ("ADJ", "NOUN") or word.token.tag_ in ("VBG", "VBN"))


def _stands_alone(line: Line, number: int, taken: list[Found | None]) -> bool:
    """Whether no word before the noun says which one it is: "parliament elected", "Rebels attacked"."""
    if number == 0 or not line.words[number].joined:
        return True
    before = line.words[number - 1]
    return (
        not taken[number - 1] and not before.possessive and before.token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
    )
