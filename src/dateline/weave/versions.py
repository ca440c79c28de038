"""Statements made ready to be compared: their words, what these mean, who spoke and when they were printed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline import languages
from dateline.intervals import Interval
from dateline.records import Marks, StatementRef
from dateline.spans import Span
from dateline.weave.wording import Word, light, meaning, words

UNKNOWN = ""
FAINT = 0.35  # weight of a word that says little
FEWEST_SEEN = 10  # statements that a desk is taken to have, so that in a tiny one a shared word is not taken for a common one

Side = tuple[str, bool]
"""The state that somebody speaks for, or the speaker; whether it is a person."""


@dataclass(frozen=True)
class Version:
    """One statement.

    content: what its content and number words mean, in order; unusual: those of them that are names or no everyday words of the
    news; holder: index of the statement of which it is a quoted part; within: content of that.
    """

    ref: StatementRef
    span: Span
    speaker: str
    side: Side
    day: Interval | None
    words: tuple[Word, ...]
    content: tuple[str, ...]
    unusual: frozenset[str]
    direct: bool
    holder: int | None
    within: frozenset[str]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(w.folded for w in self.words)

    @cached_property
    def denials(self) -> int:
        return sum(w.kind == "negation" for w in self.words)


def versions(
    marks: Sequence[Marks],
    texts: Mapping[str, str],
    speaker_of: Callable[[StatementRef], str | None],
    day_of: Callable[[StatementRef], Interval | None],
    side_of: Callable[[str], Side],
) -> list[Version]:
    """The statements that have a content word. side_of: the state that a speaker speaks for, or the speaker; whether a person."""
    return [v for one in marks for v in _of_report(one, texts[one.report], speaker_of, day_of, side_of)]


def _of_report(
    one: Marks, text: str,
    speaker_of: Callable[[StatementRef], str | None], day_of: Callable[[StatementRef], Interval | None],
    side_of: Callable[[str], Side],
) -> Iterator[Version]:  # fmt: skip
    spoken = [words(text, s.span.start, s.span.end) for s in one.statements]
    content = [tuple(meaning(w) for w in found if w.kind in ("content", "number")) for found in spoken]
    usual = languages.words("en", "common_words")
    holders = _holders(one)
    for index, statement in enumerate(one.statements):
        ref = StatementRef(one.report, index)
        speaker = speaker_of(ref) or UNKNOWN
        holder = holders.get(index)
        within = frozenset(content[holder]) if holder is not None else frozenset[str]()
        if content[index]:
            yield Version(
                ref, statement.span, speaker, side_of(speaker), day_of(ref), spoken[index], content[index],
                frozenset(meaning(w) for w in spoken[index] if w.kind == "content" and text[w.start : w.end].lower() not in usual),
                statement.kind != "indirect", holder, within,
            )  # fmt: skip


def _holders(one: Marks) -> dict[int, int]:
    """For each quoted part of a clause that is a statement too, which statement that is."""
    order = sorted(range(len(one.statements)), key=lambda i: (one.statements[i].span.start, -one.statements[i].span.end))
    out: dict[int, int] = {}
    open_: list[int] = []
    for index in order:
        span = one.statements[index].span
        open_ = [i for i in open_ if one.statements[i].span.end >= span.end]
        if open_:
            out[index] = open_[-1]
        open_.append(index)
    return out


def rarity(listed: Sequence[Version]) -> dict[str, float]:
    """How much a word tells, 0 to 1: the fewer statements have it, the more; less for words that say little."""
    count = Counter(word for v in listed for word in set(v.content))
    total = max(len(listed), FEWEST_SEEN)
    faint = light("en")
    most = math.log(1 + total)
    return {word: math.log(1 + total / n) / most * (FAINT if word in faint else 1.0) for word, n in count.items()}


def one_voice(a: Version, b: Version) -> bool:
    """Whether two speakers can be one: the same, one unknown, or a person and the state or body that the person speaks for."""
    if a.speaker == b.speaker or UNKNOWN in (a.speaker, b.speaker):
        return True
    return a.side[0] == b.side[0] and not (a.side[1] and b.side[1])
