"""An inverted index over words: which texts have them, and in what order.

It is kept in memory and made anew with each account, not in the desk with SQLite's FTS5: so a query touches no file (a desk may be
read only, or being written), is never older than the account, cuts and folds words in every script as the marks on the page do, and
knows the forms of words by the languages' packs, where FTS5 has one English stemmer. docs/performance.md has the times of both.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from dateline.tell.search.fold import fold, written

Pattern = tuple[frozenset[str], ...]
"""Words in a row: at each place one of some folded forms."""

_GAP = 0  # stands between texts that no phrase may cross


class _Written(dict[str, int]):
    """Numbers of words as they are written; a word met for the first time gets that of its folded form."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def __missing__(self, raw: str) -> int:
        word = fold(raw)
        number = self._numbers.setdefault(word, len(self._numbers) + 1) if word else _GAP
        self[raw] = number
        return number


class Postings:
    """Texts numbered from 0, each some passages. Four bytes for a word of text, and four for each text that has a word."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._written = _Written(self._numbers)
        self._texts: list[array[int]] = []
        self._having: dict[int, array[int]] = defaultdict(lambda: array("I"))
        self._heads: dict[int, array[int]] = defaultdict(lambda: array("I"))

    def add(self, head: str, passages: Iterable[str]) -> None:
        """Add a text: its head, whose words count more, and its passages."""
        here, numbers = len(self._texts), self._numbered(head)
        for number in set(numbers) - {_GAP}:
            self._heads[number].append(here)
        for passage in passages:
            numbers.append(_GAP)
            numbers += self._numbered(passage)
        for number in set(numbers) - {_GAP}:
            self._having[number].append(here)
        self._texts.append(array("I", numbers))

    def _numbered(self, text: str) -> list[int]:
        return list(map(self._written.__getitem__, written(text)))

    def words(self) -> Collection[str]:
        """All words of all texts."""
        return self._numbers.keys()

    def with_pattern(self, pattern: Pattern) -> set[int]:
        """The texts that have a pattern."""
        places = [self._known(words) for words in pattern]
        found = _common([set().union(*(self._having[n] for n in numbers)) for numbers in places])
        return found if len(places) < 2 else {text for text in found if _in_row(self._texts[text], places)}

    def headed(self, pattern: Pattern) -> set[int]:
        """The texts that have the words of a pattern in their head, in any order."""
        return _common([set().union(*(self._heads.get(n, ()) for n in self._known(words))) for words in pattern])

    def _known(self, words: Iterable[str]) -> frozenset[int]:
        return frozenset(number for word in words if (number := self._numbers.get(word)) is not None)


def _common(sets: Sequence[set[int]]) -> set[int]:
    return set.intersection(*sorted(sets, key=len)) if sets else set()


def _in_row(text: array[int], places: Sequence[frozenset[int]]) -> bool:
    first, *rest = places
    for at in range(len(text) - len(rest)):
        if text[at] in first and all(text[at + 1 + step] in numbers for step, numbers in enumerate(rest)):
            return True
    return False
