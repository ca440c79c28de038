"""What speaks for and against two statements being versions of one, and how much: weights learned from pairs with known answers.

Each kind of evidence has a name, a strength and a weight in same_words.toml; they add up to the log-odds of "one statement".
`python -m bench.learn_variants` learns the weights anew.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from dateline.weave.versions import UNKNOWN, Version
from dateline.weave.wording import Word

NEAR_DAYS, LATER_DAYS = 3, 31  # apart at most, for one occasion, and for reports that look back at it
FEW_WORDS = 5  # content words below which a statement is a fragment
MUCH = 6.0  # rare words beyond which more add nothing
LONG_RUN = 8  # words
RARE = 0.6  # how much a word must tell to be rare


@cache
def weights() -> Mapping[str, float]:
    """The weight of each kind of evidence."""
    found: dict[str, float] = tomllib.loads((Path(__file__).parent / "same_words.toml").read_text("utf-8"))["weights"]
    return found


def belief(a: Version, b: Version, telling: Mapping[str, float], one_copy: bool) -> float:
    """How likely, 0 to 1, two statements of one voice are versions of one. telling: `versions.rarity`."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds(evidence(a, b, telling, one_copy), weights())))))


def odds(seen: Mapping[str, float], weighed: Mapping[str, float]) -> float:
    """Log-odds of two being one."""
    return weighed["any two"] + math.fsum(weighed.get(name, 0.0) * strength for name, strength in seen.items())


def evidence(a: Version, b: Version, telling: Mapping[str, float], one_copy: bool) -> dict[str, float]:
    """What speaks for and against, by name."""
    short, long = sorted((a, b), key=lambda v: (len(v.content), len(v.words), v.ref.report, v.ref.index))
    shared = list((Counter(short.content) & Counter(long.content)).elements())
    ordered = in_order(short.content, long.content)
    whole, other = _sum(short.content, telling), _sum(long.content, telling)
    kept = _sum(shared, telling) / whole
    run = _run(short.words, long.words)
    gap = a.day.gap(b.day) if a.day and b.day else 0
    quoted = a.direct and b.direct
    found = {
        "kept": kept,
        "kept, and nothing else": _sum(shared, telling) / other * kept,
        "in order": _sum(ordered, telling) / whole,
        "much in order": min(_sum(ordered, telling), MUCH) / MUCH,
        "much in common": min(_sum(shared, telling), MUCH) / MUCH,
        "rare words in order": min(sum(telling[w] >= RARE for w in ordered), MUCH) / MUCH,
        "word for word, of a quotation": min(run, LONG_RUN) / LONG_RUN if short.direct else 0.0,
        "all of it word for word": float(short.direct and run == len(short.words)),
        "words of its own": min(_sum((Counter(short.content) - Counter(shared)).elements(), telling), MUCH) / MUCH,
        "both have words of their own": min(whole - _sum(shared, telling), other - _sum(shared, telling), MUCH) / MUCH,
        "an unusual word in common": float(bool(short.unusual & long.unusual)),
        "unusual words of its own": min(len(short.unusual - long.unusual), MUCH) / MUCH,
        "said of the same": min(len((a.within & b.within) - set(short.content)), 3) / 3,
        "kept, a fragment": kept * (len(short.content) < FEW_WORDS),
        "a fragment": float(len(short.content) < FEW_WORDS),
        "two quotations": float(quoted),
        "two retellings": float(not a.direct and not b.direct),
        "another number": float(_numbers(short) != _numbers(long) and bool(_numbers(short)) and bool(_numbers(long))),
        "one denies": float(short.denials > long.denials),
        "told later": float(gap > NEAR_DAYS),
        "told long after": float(gap > LATER_DAYS),
        "one copy": float(one_copy),
        "a speaker unknown": float(UNKNOWN in (a.speaker, b.speaker) and a.speaker != b.speaker),
        "both speakers unknown": float(a.speaker == b.speaker == UNKNOWN),
        "speaks for": float(a.speaker != b.speaker and UNKNOWN not in (a.speaker, b.speaker)),
    }  # fmt: skip
    return {name: strength for name, strength in found.items() if strength}


def _sum(found: Iterable[str], telling: Mapping[str, float]) -> float:
    return math.fsum(telling.get(word, 1.0) for word in found)


def _numbers(version: Version) -> frozenset[str]:
    return frozenset(w.folded for w in version.words if w.kind == "number")


def in_order(short: Sequence[str], long: Sequence[str]) -> list[str]:
    """The words that both have in the same order."""
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    return [w for block in blocks for w in short[block.a : block.a + block.size]]


def _run(short: Sequence[Word], long: Sequence[Word]) -> int:
    """Words of the longest stretch that both have word for word."""
    mine, theirs = [w.folded for w in short], [w.folded for w in long]
    return SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match().size
