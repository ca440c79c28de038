"""Two wordings of one statement side by side: where they differ, word by word, and what kind of difference that is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from dateline import languages
from dateline.records import DifferenceKind

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+?(?=n['\u2019]t\b)|n['\u2019]t\b|[^\W_]+|['\u2019](?:s|re|ve|ll|d|m)\b", re.IGNORECASE)
_BRITISH = (
    (re.compile(r"is(ations?|e|ed|es|ing|ers?)$"), r"iz\1"),
    (re.compile(r"our(ed|ing|s|able)?$"), r"or\1"),
    (re.compile(r"re$"), "er"),
)
_SHORTEST_STEM = 4
_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 800  # words compared of one statement


@dataclass(frozen=True)
class Word:
    """A word at start..end of its report, folded for comparison: case, accents, endings and British spelling aside."""

    start: int
    end: int
    folded: str
    kind: str  # content, function, number or negation


@dataclass(frozen=True)
class Gap:
    """A stretch where two wordings differ: word ranges a0..a1 of the first and b0..b1 of the second."""

    kind: DifferenceKind
    a0: int
    a1: int
    b0: int
    b1: int


def words(text: str, start: int, end: int, language: str = "en") -> tuple[Word, ...]:
    """Words of text[start:end], at most 800, with offsets into `text`."""
    out: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        out.append(Word(match.start(), match.end(), *_folded(match.group(), language)))
        if len(out) == _LONGEST:
            break
    return tuple(out)


@lru_cache(maxsize=50_000)
def _folded(word: str, language: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("\u2019", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    if plain in languages.words(language, "negations"):
        return plain, "negation"
    if plain[:1].isdigit():
        return plain.replace(",", "").rstrip("."), "number"
    if plain in languages.words(language, "number_words"):
        return plain, "number"
    if plain in languages.words(language, "function_words") or not plain[:1].isalnum():
        return plain, "function"
    return stem(plain, language), "content"


def meaning(word: Word, language: str = "en") -> str:
    """What stands for a word and its synonyms, so that "the gate opened" and "the door opened" meet; for a number its figure."""
    if word.kind == "number":
        return _figures(language).get(word.folded, word.folded)
    return _synonyms(language).get(word.folded, word.folded) if word.kind == "content" else word.folded


def sense(lemma: str, language: str = "en") -> str:
    """What stands for a verb or a noun by its lemma, its other forms and its synonyms: "win", "victory", "triumph"."""
    content = [word for word in words(lemma, 0, len(lemma), language) if word.kind in ("content", "number")]
    return meaning(content[0], language) if content else lemma


def light(language: str) -> frozenset[str]:
    """Content words, folded, that say little of what a statement is about."""
    return frozenset(stem(word, language) for word in languages.words(language, "light_words"))


@cache
def _synonyms(language: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for group in sorted(languages.words(language, "synonyms")):
        first, *others = group.split()
        for word in (first, *others):
            if (folded := stem(word, language)) not in light(language):
                out.setdefault(folded, stem(first, language))
    return out


@cache
def _figures(language: str) -> dict[str, str]:
    rows = (line.split() for line in languages.words(language, "number_figures"))
    return {row[0]: row[1] for row in rows if len(row) == 2}


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(languages.words(language, "endings"), key=lambda e: (-len(e), e)))


def stem(word: str, language: str = "en") -> str:
    """The word without its ending, so that "normalisation" and "normalize" meet."""
    for pattern, put in _BRITISH:
        if len(word) > _SHORTEST_STEM + 1:
            word = pattern.sub(put, word)
    for ending in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


def gaps(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[Gap]:
    """Where b departs from a, in a's order; spelling and endings aside, and function words unless nothing else differs."""
    matcher = SequenceMatcher(None, [w.folded for w in a], [w.folded for w in b], autojunk=False)
    merged: list[list[int]] = []
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if merged and all(w.kind == "function" for w in a[merged[-1][1] : a0]) and a0 - merged[-1][1] <= 2:
            merged[-1][1], merged[-1][3] = a1, b1  # parted by nothing but an article or a preposition
        else:
            merged.append([a0, a1, b0, b1])
    out = []
    for a0, a1, b0, b1 in merged:
        kind = _kind(a[a0:a1], b[b0:b1])
        if kind:
            out.append(Gap(kind, a0, a1, b0, b1))
    return _unmoved(out, a, b) if out else [Gap("wording", *m) for m in merged if _small(a[m[0] : m[1]], b[m[2] : m[3]])]


def _small(a: tuple[Word, ...], b: tuple[Word, ...]) -> bool:
    """Whether a little word stands for another: "does not" for "did not", but no article for an article, no "they've"."""
    plain = all(w.kind == "function" and w.folded.isalnum() and w.folded not in _ARTICLES for w in (*a, *b))
    return plain and bool(a) and bool(b)


def _unmoved(found: list[Gap], a: tuple[Word, ...], b: tuple[Word, ...]) -> list[Gap]:
    """Without omissions whose words stand elsewhere as additions, and the other way round: those were only moved."""
    lost = Counter(w for gap in found if gap.kind == "omission" for w in _matter(a[gap.a0 : gap.a1]))
    gained = Counter(w for gap in found if gap.kind == "addition" for w in _matter(b[gap.b0 : gap.b1]))
    out = []
    for gap in found:
        other = gained if gap.kind == "omission" else lost
        here = Counter(_matter(a[gap.a0 : gap.a1]) + _matter(b[gap.b0 : gap.b1]))
        if gap.kind not in ("omission", "addition") or not here <= other:
            out.append(gap)
    return out


def _matter(part: tuple[Word, ...]) -> list[str]:
    return [w.folded for w in part if w.kind != "function"]


def _kind(a: tuple[Word, ...], b: tuple[Word, ...]) -> DifferenceKind | None:
    ours, theirs = _of(a, "content"), _of(b, "content")
    numbers = _of(a, "number"), _of(b, "number")
    denials = len(_of(a, "negation")), len(_of(b, "negation"))
    if denials[0] != denials[1] and sorted(ours) == sorted(theirs) and numbers[0] == numbers[1]:
        return "negation"
    if numbers[0] and numbers[1] and sorted(numbers[0]) != sorted(numbers[1]):
        return "number"
    left = len(ours) + len(numbers[0]) + denials[0]
    right = len(theirs) + len(numbers[1]) + denials[1]
    if sorted(ours) == sorted(theirs) and numbers[0] == numbers[1]:
        return None  # the same words in another order
    if left and not right:
        return "omission"
    if right and not left:
        return "addition"
    return "wording"


def _of(part: tuple[Word, ...], kind: str) -> list[str]:
    return [w.folded for w in part if w.kind == kind]
