"""Which reports print the same text, and how many independent origins there are: ten outlets with one agency's copy are one source.

Two reports are copies when half of the shorter one's word runs stand in the other. A quarter will do where both credit one agency,
or where it is a quarter of the longer one too: an edited text keeps some of its runs everywhere, two reports with a paragraph in
common do not. Words inside quotation marks do not count where there are enough others: two reporters may quote one speech and owe
each other nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from dateline.records import CopyEdge, Report

SHINGLE = 5  # words in a run
COPIED = 0.5  # containment that makes a copy
EDITED = (
    0.25  # containment that does where both credit one agency, or where it holds for the longer text too (copy reworded throughout)
)
ENOUGH = 40  # runs outside quotation marks that stand for a report on their own
CROWD = 200  # reports that share a run; in longer lists each is compared only with the next few
NEXT = 5

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"\u201c[^\u201d\u201c]*\u201d|\"[^\"]*\"|\u00ab[^\u00bb\u00ab]*\u00bb")


def copies(reports: Sequence[Report]) -> tuple[tuple[CopyEdge, ...], dict[str, str]]:
    """For each copy the edge to the report it most likely prints, and for each report id the id of its origin.

    An origin is "agency:NAME" where a report or one of its copies credits an agency, else the smallest report id among the copies.
    The original of two copies is the one with an agency's credit, then the earlier, then the longer.
    """
    ordered = sorted({report.id: report for report in reports}.values(), key=_rank)
    runs = [shingles(report) for report in ordered]
    near: dict[int, list[tuple[float, int]]] = {}
    for left, right in candidates(runs):
        share = containment(runs[left], runs[right])
        both = share * min(len(runs[left]), len(runs[right])) / max(len(runs[left]), len(runs[right]), 1)
        credited = _agency(ordered[left]) is not None and _agency(ordered[left]) == _agency(ordered[right])
        if share >= COPIED or (share >= EDITED and (credited or both >= EDITED)):
            near.setdefault(right, []).append((share, left))
    edges, prints = [], {}
    for copy, originals in sorted(near.items()):
        share, original = max(originals, key=lambda pair: (round(pair[0], 4), -pair[1]))
        prints[copy] = original
        agency = _agency(ordered[copy])
        shared = agency is not None and agency == _agency(ordered[original])
        why = f"{share:.0%} of the shorter text is the same" + (f", both credit {ordered[copy].origin}" if shared else "")
        edges.append(CopyEdge(ordered[copy].id, ordered[original].id, round(share, 4), why))
    return tuple(sorted(edges, key=lambda edge: (edge.copy, edge.original))), _origins(ordered, prints)


def shingles(report: Report) -> frozenset[int]:
    """Digests of the report's runs of five words, in what it says itself; furniture, captions and repeats do not count."""
    blocks = [block.span.of(report.text) for block in report.blocks if block.role in ("body", "turn")]
    own = _runs([_QUOTED.sub(" ", words) for words in blocks])
    return own if len(own) >= ENOUGH else _runs(blocks)


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Share of the smaller set that lies in the other, 0..1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def candidates(runs: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs (smaller, larger index) that share at least one run, from an inverted index."""
    holders: dict[int, list[int]] = {}
    for index, found in enumerate(runs):
        for run in found:
            holders.setdefault(run, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for posting in {tuple(posting) for posting in holders.values() if len(posting) > 1}:
        if len(posting) <= CROWD:
            pairs.update(combinations(posting, 2))
        else:
            pairs.update((posting[n], later) for n in range(len(posting)) for later in posting[n + 1 : n + 1 + NEXT])
            pairs.update((posting[0], later) for later in posting[1:])
    return sorted(pairs)


def _runs(blocks: Sequence[str]) -> frozenset[int]:
    words = [word for block in blocks for word in _WORD.findall(block.casefold())]
    return frozenset(_digest(" ".join(words[n : n + SHINGLE])) for n in range(len(words) - SHINGLE + 1))


def _digest(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _rank(report: Report) -> tuple[bool, date, int, str]:
    """Originals first."""
    when = report.published.interval.earliest if report.published else None
    size = sum(len(block.span) for block in report.blocks if block.role in ("body", "turn"))
    return report.origin is None, when or date.max, -size, report.id


def _agency(report: Report) -> str | None:
    """One key for an agency's name and its initials: "Middle East News Agency" and "MENA"."""
    if not report.origin:
        return None
    words = [word for word in re.findall(r"[^\W\d_]+", report.origin) if word.casefold() not in ("the", "of", "and")]
    return "".join(word[0] for word in words).upper() if len(words) > 1 else report.origin.upper()


def _origins(ordered: Sequence[Report], prints: dict[int, int]) -> dict[str, str]:
    """Origins by following each copy to what it prints. Only the nearest original counts: a page that mixes two texts joins one."""
    members: dict[int, list[Report]] = {}
    for index, report in enumerate(ordered):
        first = index
        while first in prints:
            first = prints[first]
        members.setdefault(first, []).append(report)
    names: dict[str, str] = {}
    for report in ordered:
        if (key := _agency(report)) and report.origin:
            names[key] = min(names.get(key, report.origin), report.origin, key=lambda name: (-len(name), name))
    origins: dict[str, str] = {}
    for together in members.values():
        credits = Counter(key for report in together if (key := _agency(report)))
        agency = min(credits, key=lambda name: (-credits[name], name), default=None)
        origin = f"agency:{names[agency]}" if agency else min(report.id for report in together)
        origins.update((report.id, origin) for report in together)
    return dict(sorted(origins.items()))
