"""Which reports print the same text, and how many independent origins there are: ten outlets with one agency's copy are one source.

Reports are compared by their runs of five words. An editor who changes words throughout breaks most of these runs, and fewer of
three words: the two together tell how much of a text was taken and how many of its words were changed. Reports are copies while
half of the shorter one's text stands in the other, on average over the group: a page that mixes two texts is of the one that it has
most of, and does not make one of both. Words inside quotation marks do not count where there are enough others: two reporters may
quote one speech and owe each other nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np

from dateline.records import Block, BlockRole, CopyEdge, Report
from dateline.weave.clusters import alike_on_average, components

LONG, SHORT = 5, 3  # words in a run
COPIED = 0.5  # share of the shorter text that makes a copy;
CREDITED = 0.25  # where both credit one agency
UNCHANGED = 0.6  # share of the runs of three that go on to five, at the least: one word in four or five is changed
STOCK = 30  # runs that go on, supposed beside those in common: what a stock phrase or two share shows nothing
TRACE = 0.05  # share of the shorter one's runs in common from which two reports are compared at all
ENOUGH = 40  # runs outside quotation marks that stand for a report on their own

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"\u201c[^\u201d\u201c]*\u201d|\"[^\"]*\"|\u00ab[^\u00bb\u00ab]*\u00bb")

Runs = frozenset[int]


@dataclass(frozen=True)
class Shared:
    """What two texts have in common, as shares of the shorter: the text that was taken, and the runs that stand there unchanged."""

    taken: float
    unchanged: float
    both: float  # runs in common as a share of the longer


def copies(reports: Sequence[Report]) -> tuple[tuple[CopyEdge, ...], dict[str, str]]:
    """For each copy the edge to the report it most likely prints, and for each report id the id of its origin.

    An origin is "agency:NAME" where a report or one of its copies credits an agency, else the id of the original.
    The original of two copies is the one with an agency's credit, then the earlier, then the longer.
    """
    ordered = sorted({report.id: report for report in reports}.values(), key=_rank)
    texts: dict[Runs, list[int]] = defaultdict(list)  # by their runs, so that a text that everybody prints is compared once
    words = [_words(report) for report in ordered]
    for index, said in enumerate(words):
        texts[_runs(said, LONG) or frozenset((-1 - index,))].append(index)
    printed = list(texts.values())
    shared = _shared(list(texts), [_runs(words[same[0]], SHORT) for same in printed])
    credits = [{_agency(ordered[index]) for index in same} - {None} for same in printed]
    alike = {(a, b): s.taken * (COPIED / CREDITED if credits[a] & credits[b] else 1) for (a, b), s in shared.items()}
    edges, groups = [], []
    for group in _groups(len(printed), alike):
        groups.append([ordered[index] for text in group for index in printed[text]])
        for text in group:
            first, *others = printed[text]
            edges += [_edge(ordered[other], ordered[first], Shared(1.0, 1.0, 1.0)) for other in others]
            near = [(shared[pair], other) for other in group if (pair := (other, text)) in shared]
            if near:
                most, other = max(near, key=lambda one: (round(one[0].taken, 4), round(one[0].both, 4), -one[1]))
                edges.append(_edge(ordered[first], ordered[printed[other][0]], most))
    return tuple(sorted(edges, key=lambda edge: (edge.copy, edge.original))), _origins(groups)


def _edge(copy: Report, original: Report, shared: Shared) -> CopyEdge:
    why = f"{shared.unchanged:.0%} of the shorter text is the same"
    if shared.taken - shared.unchanged >= CREDITED:
        why += f", and about {shared.taken:.0%} with words changed"
    if _agency(copy) is not None and _agency(copy) == _agency(original):
        why += f", both credit {copy.origin}"
    return CopyEdge(copy.id, original.id, round(shared.unchanged, 4), why)


def _groups(count: int, alike: Mapping[tuple[int, int], float]) -> Iterator[list[int]]:
    """Copies that are alike on average, each group sorted."""
    inside: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    parts = components(count, (pair for pair, share in alike.items() if share >= COPIED))
    part_of = {item: number for number, part in enumerate(parts) for item in part}
    for (a, b), share in alike.items():
        if part_of[a] == part_of[b]:
            inside[part_of[a]][(a, b)] = share
    for number, part in enumerate(parts):
        place = {item: i for i, item in enumerate(part)}
        shares = np.zeros((len(part), len(part)))
        for (a, b), share in inside[number].items():
            shares[place[a], place[b]] = shares[place[b], place[a]] = min(share, 1.0)
        for group in alike_on_average(shares, COPIED):
            yield [part[i] for i in group]


def _shared(long: Sequence[Runs], short: Sequence[Runs]) -> dict[tuple[int, int], Shared]:
    """Pairs of texts, smaller index first, that have more than a trace in common."""
    found = {}
    for a, b, common in _in_common(long):
        few, many = sorted((len(long[a]), len(long[b])))
        if common >= TRACE * few:
            both = len(short[a] & short[b])
            # If each word was kept with chance k, runs of n words were kept with k to the n: two lengths of run give k.
            kept = max((common + STOCK) / (both + STOCK), UNCHANGED) ** (1 / (LONG - SHORT))
            length = min(len(short[a]), len(short[b]))
            # Of few words the changed ones may be the news: there only what stands unchanged counts.
            taken = both / length / min(kept, 1.0) ** SHORT if length >= ENOUGH else 0.0
            found[a, b] = Shared(max(common / few, min(1.0, taken)), common / few, common / many)
    return found


def _in_common(runs: Sequence[Runs]) -> Iterator[tuple[int, int, int]]:
    """Pairs of sets that have members in common, and how many."""
    from scipy.sparse import csr_array

    if not runs:
        return
    _, columns = np.unique(np.fromiter(chain.from_iterable(runs), dtype=np.int64), return_inverse=True)
    rows = np.repeat(np.arange(len(runs)), [len(own) for own in runs])
    held = csr_array((np.ones(len(rows), dtype=np.int32), (rows, columns)))
    common = (held @ held.T).tocoo()
    above = common.row < common.col
    pairs = zip(common.row[above].tolist(), common.col[above].tolist(), common.data[above].tolist(), strict=True)
    yield from sorted(pairs)


def _words(report: Report) -> list[list[str]]:
    """The words of each block in which the report tells its news; of a report that is all headlines, theirs."""
    telling = [b for b in report.blocks if b.role in ("body", "turn")] or [
        b for b in report.blocks if b.role in ("title", "subhead")
    ]
    blocks = [block.span.of(report.text).casefold() for block in telling]
    own = [_WORD.findall(_QUOTED.sub(" ", block)) for block in blocks]
    enough = sum(max(0, len(words) - LONG + 1) for words in own) >= ENOUGH
    return own if enough else [_WORD.findall(block) for block in blocks]


def _in_roles(report: Report, *roles: BlockRole) -> list[Block]:
    return [block for block in report.blocks if block.role in roles]


def _runs(blocks: Sequence[Sequence[str]], length: int) -> Runs:
    """Digests of the runs of so many words, none across the end of a block."""
    return frozenset(_digest(" ".join(words[n : n + length])) for words in blocks for n in range(len(words) - length + 1))


def _digest(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def _rank(report: Report) -> tuple[bool, date, int, str]:
    """Originals first."""
    when = report.published.interval.earliest if report.published else None
    size = sum(len(block.span) for block in _in_roles(report, "body", "turn"))
    return report.origin is None, when or date.max, -size, report.id


def _agency(report: Report) -> str | None:
    return agency_key(report.origin) if report.origin else None


def agency_ids(origins: Mapping[str, str]) -> dict[str, str]:
    """The origins that are agencies by the key of their names."""
    return {agency_key(id_.removeprefix("agency:")): id_ for id_ in origins.values() if id_.startswith("agency:")}


def agency_key(name: str) -> str:
    """One key for an agency's name and its initials: "Middle East News Agency" and "MENA"."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.casefold() not in ("the", "of", "and")]
    return "".join(word[0] for word in words).upper() if len(words) > 1 else name.upper()


def _origins(groups: Sequence[Sequence[Report]]) -> dict[str, str]:
    """The origin of each report from groups of copies, the original first in each."""
    names: dict[str, str] = {}
    for report in chain.from_iterable(groups):
        if (key := _agency(report)) and report.origin:
            names[key] = min(names.get(key, report.origin), report.origin, key=lambda name: (-len(name), name))
    origins: dict[str, str] = {}
    for together in groups:
        credits = Counter(key for report in together if (key := _agency(report)))
        agency = min(credits, key=lambda name: (-credits[name], name), default=None)
        origin = f"agency:{names[agency]}" if agency else together[0].id
        origins.update((report.id, origin) for report in together)
    return dict(sorted(origins.items()))
