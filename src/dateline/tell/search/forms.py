"""The other forms of a word that a text may have: "met" for "meet", "allies" for "ally".

The packs of the languages say them, in the tables of their lemmatizers: rules, exceptions and known words of each part of speech. A
word is another's form when some reading of both has the same lemma. A language without such tables is searched by words as written.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline import languages

_PARTS = ("noun", "verb", "adj")
_SHORTEST = 4  # letters of a word whose ending is taken off: "his" is no form of "hi"
_KEPT = 3  # letters of a lemma that all its regular forms begin with, at least


@dataclass(frozen=True)
class _Tables:
    """What one pack's lemmatizer knows, by part of speech; `irregular` leads from a lemma to its irregular forms."""

    rules: Mapping[str, Sequence[tuple[str, str]]]
    exceptions: Mapping[str, Mapping[str, Sequence[str]]]
    known: Mapping[str, frozenset[str]]
    irregular: Mapping[str, frozenset[str]]


class Forms:
    """Forms of words among the words of one collection of texts."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = sorted(vocabulary)

    def of(self, word: str) -> frozenset[str]:
        """The words of the collection that are forms of a folded word, and the word itself."""
        found = {word}
        for tables in _all_tables():
            own = _lemmas(word, tables)
            for lemma in own:
                near = self.beginning(lemma[:-1] if len(lemma) > _KEPT else lemma)
                found |= {w for w in (*near, *tables.irregular.get(lemma, ())) if _lemmas(w, tables) & own}
        return frozenset(found)

    def beginning(self, start: str) -> Sequence[str]:
        """The words of the collection that begin so."""
        first = bisect_left(self._words, start)
        return self._words[first : bisect_left(self._words, f"{start}\U0010ffff", lo=first)]


def _lemmas(word: str, tables: _Tables) -> frozenset[str]:
    found: set[str] = set()
    for part in _PARTS:
        if irregular := tables.exceptions[part].get(word):
            found.update(irregular)
            continue
        if word in tables.known[part]:
            found.add(word)
        for ending, put in tables.rules[part] if len(word) >= _SHORTEST else ():
            if word.endswith(ending) and (base := word[: len(word) - len(ending)] + put) in tables.known[part]:
                found.add(base)
    return frozenset(found)


@cache
def _all_tables() -> tuple[_Tables, ...]:
    return tuple(tables for code in languages.codes() if (tables := _tables(code)))


def _tables(code: str) -> _Tables | None:
    """The tables of a pack's lemmatizer; None where it has none, or its model is not there."""
    try:
        lookups = languages.pack(code).pipeline().get_pipe("lemmatizer").lookups
        rules, exceptions, index = (lookups.get_table(name) for name in ("lemma_rules", "lemma_exc", "lemma_index"))
    except (KeyError, ImportError, OSError, AttributeError):
        return None
    forms: dict[str, set[str]] = defaultdict(set)
    for part in _PARTS:
        for form, lemmas in exceptions.get(part, {}).items():
            for lemma in lemmas:
                forms[lemma].add(form)
    return _Tables(
        {part: tuple((old, new) for old, new in rules.get(part, ()) if old) for part in _PARTS},
        {part: exceptions.get(part, {}) for part in _PARTS},
        {part: frozenset(index.get(part, ())) for part in _PARTS},
        {lemma: frozenset(found) for lemma, found in forms.items()},
    )
