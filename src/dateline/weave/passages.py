"""What a copy took, added and cut, sentence by sentence, and which of its passages go back to whom.

A sentence of one report stands in another when its runs of three words do, wherever they stand there, or when most of its words
stand in one sentence. So sentences that an editor joined or moved are found, and words changed throughout do not hide them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import msgspec

from dateline.records import CopyEdge, Marks, Passage, Report
from dateline.spans import Span, hull
from dateline.weave.copies import agency_ids, agency_key

RUN = 3  # words
IN_RUNS = 0.4  # share of a sentence's words in runs that both texts have, from which it stands in the other
IN_ONE = 0.6  # share of its words that one sentence of the other has, from which it is that sentence
COMMON = 50  # sentences that have a word, beyond which it finds no partner

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Text:
    """A report's sentences, each with its words and the block that it stands in."""

    spans: Sequence[Span]
    words: Sequence[Sequence[str]]
    blocks: Sequence[int]

    @cached_property
    def runs(self) -> Mapping[str, Sequence[int]]:
        """The sentences that each run of words stands in."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.words):
            for run in dict.fromkeys(_runs(words)):
                found[run].append(number)
        return found

    @cached_property
    def holding(self) -> Mapping[str, Sequence[int]]:
        """The sentences that each word stands in."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.words):
            for word in dict.fromkeys(words):
                found[word].append(number)
        return found

    @cached_property
    def vocabularies(self) -> Sequence[frozenset[str]]:
        return [frozenset(words) for words in self.words]

    def at(self, words: Sequence[str]) -> int | None:
        """The sentence in which these words stand, or that has most of them; None where they do not stand in the text."""
        runs = _runs(words)
        here = [n for n, run in enumerate(runs) if run in self.runs]
        covered = {n + k for n in here for k in range(RUN)}
        if words and len(covered) >= IN_RUNS * len(words):
            return _most(number for n in here for number in self.runs[runs[n]][:COMMON])
        own = frozenset(words)
        near = _most(number for word in own for number in self._rare(word))
        return near if near is not None and len(own & self.vocabularies[near]) >= IN_ONE * len(own) else None

    def _rare(self, word: str) -> Sequence[int]:
        found = self.holding.get(word, ())
        return found if len(found) <= COMMON else ()


def _runs(words: Sequence[str]) -> list[str]:
    return [" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]


def _most(numbers: Iterable[int]) -> int | None:
    """The number that comes most often, the smaller of two."""
    count = Counter(numbers)
    return min(count, key=lambda number: (-count[number], number), default=None)


def text_of(report: Report, marks: Marks | None) -> Text:
    """The sentences in which a report tells its news; a block that nobody marked is one."""
    telling = [b for b in report.blocks if b.role in ("body", "turn")] or [
        b for b in report.blocks if b.role in ("title", "subhead")
    ]
    sentences = sorted(marks.sentences) if marks else []
    starts = [s.start for s in sentences]
    spans, blocks = [], []
    for number, block in enumerate(telling):
        inside = sentences[bisect_left(starts, block.span.start) : bisect_right(starts, block.span.end - 1)]
        for span in inside or [block.span]:
            spans.append(span)
            blocks.append(number)
    words = [_WORD.findall(span.of(report.text).casefold()) for span in spans]
    told = [n for n, said in enumerate(words) if said]
    return Text([spans[n] for n in told], [words[n] for n in told], [blocks[n] for n in told])


def passages(
    reports: Sequence[Report], marks: Mapping[str, Marks], edges: Sequence[CopyEdge], origins: Mapping[str, str]
) -> tuple[tuple[CopyEdge, ...], tuple[Passage, ...]]:
    """The edges, each with what the copy added and what it cut, and the passages of copies that go back to other than their origin.

    What a copy added is its own, or the agency's that it credits, and stays so in the copies of that copy. Each text is compared
    with the one that it prints only.
    """
    agencies = agency_ids(origins)
    by_id = {report.id: report for report in reports}
    texts = {id_: text_of(by_id[id_], marks.get(id_)) for edge in edges for id_ in (edge.copy, edge.original)}
    original_of = {edge.copy: edge for edge in edges}
    from_whom: dict[str, list[str]] = {}  # by report, of each sentence
    out: list[CopyEdge] = []
    found: list[Passage] = []
    for report in _originals_first(texts, original_of):
        text, edge = texts[report], original_of.get(report)
        if edge is None:
            from_whom[report] = [origins[report]] * len(text.spans)
            continue
        original = texts[edge.original]
        taken = [original.at(words) for words in text.words]
        left = [text.at(words) for words in original.words]
        credit = by_id[report].origin
        own = agencies.get(agency_key(credit), report) if credit else report
        from_whom[report] = [own if at is None else from_whom[edge.original][at] for at in taken]
        out.append(msgspec.structs.replace(edge, added=_stretches(text, taken), cut=_stretches(original, left)))
        found += _told_by_others(text, from_whom[report], taken, origins[report])
    return tuple(sorted(out, key=lambda e: (e.copy, e.original))), tuple(sorted(found, key=lambda p: p.span))


def _originals_first(texts: Iterable[str], original_of: Mapping[str, CopyEdge]) -> list[str]:
    done: dict[str, None] = {}
    for report in sorted(texts):
        road = [report]
        while (edge := original_of.get(road[-1])) and edge.original not in done and edge.original not in road:
            road.append(edge.original)
        done.update(dict.fromkeys(reversed(road)))
    return list(done)


def _stretches(text: Text, found: Sequence[int | None]) -> tuple[Span, ...]:
    """Sentences that were not found, those that follow each other as one."""
    runs = groupby(range(len(found)), key=lambda n: found[n] is None)
    return tuple(hull(text.spans[n] for n in numbers) for missing, numbers in runs if missing)


def _told_by_others(text: Text, whose: Sequence[str], taken: Sequence[int | None], origin: str) -> Iterator[Passage]:
    for (who, added, _), numbers in groupby(range(len(whose)), key=lambda n: (whose[n], taken[n] is None, text.blocks[n])):
        if who != origin:
            yield Passage(hull(text.spans[n] for n in numbers), who, "added" if added else "copied")
