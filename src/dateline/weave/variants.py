"""Versions of one statement: the same words of the same speaker as different reports quote them, and how the versions differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from dateline.ids import content_id
from dateline.records import Difference, StatementRef, VariantGroup
from dateline.weave.same_words import NEAR_DAYS, belief, in_order
from dateline.weave.versions import UNKNOWN, Version, one_voice, rarity
from dateline.weave.wording import Word, gaps

SURE = 0.5  # belief from which two quotations of one speaker are versions of one, and groups of them
TOLD = (
    0.65  # where one is retold, and nobody's words, or nobody says whose words they are: much that is said of one matter is alike
)
FEWEST_WORDS = 5  # content words of a statement whose lack of a link says something
WHOLE = 0.8  # share of a version's words that a longer one has in their order, for it to be a part of that
KEPT = 0.2  # share of the shorter version's rarest words below which no two are compared
RAREST = 20  # words of a version by which possible partners are looked up
COMMON = 200  # versions that share a word, beyond which it finds no partners
TERSE_WORDS = 3  # words of a statement with a single word of matter: "out of dignity"
ALL_PAIRS = 8  # groups up to this size compare each pair, larger ones each version with the longest

Pairs = Mapping[tuple[int, int], float]
"""Beliefs by the places of two versions in the list, the lower first."""


def variants(
    listed: Sequence[Version], texts: Mapping[str, str], same_copy: Callable[[str, str], bool]
) -> tuple[VariantGroup, ...]:
    """Groups of versions of one statement, each with its word-level differences.

    Pairs are judged by `same_words`; groups are made by average link, so that they do not chain. A clause and the only quotation in
    it stand in one group. texts: by report; `same_copy` says whether two reports print one text.
    """
    everything = sorted(listed, key=lambda v: (v.ref.report, v.ref.index))
    telling = rarity(everything)
    prints = _prints(everything)
    listed = [same[0] for same in prints]
    beliefs = {}
    for i, j in _candidates(listed, telling):
        a, b = listed[i], listed[j]
        if one_voice(a, b) and a.ref.report != b.ref.report:
            found = belief(a, b, telling, same_copy(a.ref.report, b.ref.report))
            if found >= _bar(a, b):
                beliefs[i, j] = found
    clusters = _with_holders(prints, _clusters(listed, beliefs))
    alone = set(range(len(prints))) - {i for found in clusters for i in found}
    clusters = sorted([*clusters, *([i] for i in alone if len(prints[i]) > 1)])
    groups = (_group(_in_order(v for i in members for v in prints[i]), texts) for members in clusters)
    return tuple(g for g in groups if g.differences or len({ref.report for ref in g.statements}) > 1)


def _prints(everything: Iterable[Version]) -> list[list[Version]]:
    """The versions, those together that are the same words of the same speaker in reports of the same day, as copies have them.

    So five hundred prints are compared with the rest once. A word or two may be of another matter: those are compared each.
    """
    found: dict[Hashable, list[Version]] = {}
    for version in everything:
        same: Hashable = (version.speaker, version.direct, version.day, version.folded)
        few = len(version.words) <= TERSE_WORDS or version.speaker == UNKNOWN
        if few or (same in found and found[same][-1].ref.report == version.ref.report):
            same = version.ref
        found.setdefault(same, []).append(version)
    return list(found.values())


def _in_order(versions: Iterable[Version]) -> list[Version]:
    return sorted(versions, key=lambda v: (v.ref.report, v.ref.index))


def _candidates(listed: Sequence[Version], telling: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs that share some of their rarer words, at least two or the only one of a terse piece."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, version in enumerate(listed):
        for word in sorted(set(version.content), key=lambda w: (-telling[w], w))[:RAREST]:
            by_word[word].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for found in by_word.values():
        if len(found) <= COMMON:
            shared.update(combinations(found, 2))
    words_of = [min(len(set(v.content)), RAREST) for v in listed]
    enough = (pair for pair, n in shared.items() if n >= KEPT * min(words_of[i] for i in pair))
    return sorted(pair for pair in enough if shared[pair] >= 2 or _terse(*(listed[i] for i in pair)))


def _terse(a: Version, b: Version) -> bool:
    """Whether one of the two has a single word of matter, and either more words around it or its like on the other side."""
    short, long = sorted((a, b), key=lambda v: (len(v.content), len(v.words)))
    return len(short.content) == 1 and (len(short.words) >= TERSE_WORDS or len(long.content) < FEWEST_WORDS)


def _bar(a: Version, b: Version) -> float:
    """The belief that two must reach: less where both quote one whom they name."""
    return SURE if a.direct and b.direct and a.speaker == b.speaker != UNKNOWN else TOLD


def _clusters(listed: Sequence[Version], beliefs: Pairs) -> list[list[int]]:
    """Average link over the pairs, surest and quotations first; a merge never brings together two that exclude each other."""

    def order(pair: tuple[int, int]) -> tuple[float, int, tuple[int, int]]:
        return -beliefs[pair], -sum(listed[i].direct for i in pair), pair

    group_of = {i: i for pair in beliefs for i in pair}
    members = {i: [i] for i in group_of}
    for i, j in sorted(beliefs, key=order):
        left, right = sorted((group_of[i], group_of[j]))
        if left != right and _joins(listed, beliefs, members[left], members[right]):
            for x in members[right]:
                group_of[x] = left
            members[left] += members.pop(right)
    return sorted(sorted(m) for m in members.values() if len(m) > 1)


def _joins(listed: Sequence[Version], beliefs: Pairs, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two groups are one: the versions that can be compared are alike on average, and no two exclude each other."""
    known = []
    for x, y in ((min(x, y), max(x, y)) for x in left for y in right):
        found = beliefs.get((x, y))
        if found is not None:
            known.append(found)
        elif not one_voice(listed[x], listed[y]):
            return False
        elif not _parts(listed, beliefs, x, y, (*left, *right)):
            if listed[x].ref.report == listed[y].ref.report:
                return False
            if _comparable(listed[x], listed[y]):
                known.append(0.0)
    return sum(known) / len(known) >= SURE


def _parts(listed: Sequence[Version], beliefs: Pairs, x: int, y: int, among: Sequence[int]) -> bool:
    """Whether two are both in a third, as the halves of a sentence that an attribution splits, or in each other."""

    def in_one(i: int, j: int) -> bool:
        return (min(i, j), max(i, j)) in beliefs and _part(listed[i], listed[j])

    return _part(listed[x], listed[y]) or any(in_one(x, z) and in_one(y, z) for z in among)


def _part(a: Version, b: Version) -> bool:
    """Whether one has nearly all words of the other, a fragment word for word."""
    short, long = sorted((a, b), key=lambda v: len(v.words))
    if any(long.folded[i : i + len(short.folded)] == short.folded for i in range(len(long.folded) - len(short.folded) + 1)):
        return True
    return len(short.content) >= FEWEST_WORDS and len(in_order(short.content, long.content)) >= WHOLE * len(short.content)


def _comparable(a: Version, b: Version) -> bool:
    """Whether the lack of a link says anything: a fragment may come from any part of a long version, and far days ask for more."""
    far = a.day is not None and b.day is not None and a.day.gap(b.day) > NEAR_DAYS
    return not far and min(len(a.content), len(b.content)) >= FEWEST_WORDS


def _with_holders(prints: Sequence[Sequence[Version]], clusters: Sequence[list[int]]) -> list[list[int]]:
    """The clusters, with each clause whose only quotation is a member, and with the only quotation of a member."""
    place = {v.ref: i for i, same in enumerate(prints) for v in same}
    held: dict[int, set[int]] = defaultdict(set)
    for i, v in ((i, v) for i, same in enumerate(prints) for v in same):
        holder = None if v.holder is None else place.get(StatementRef(v.ref.report, v.holder))
        if holder is not None:
            held[holder].add(i)
    parts = {holder: sorted(found) for holder, found in held.items()}
    cluster_of = {i: number for number, found in enumerate(clusters) for i in found}
    merged = [list(found) for found in clusters]
    for holder, (part, *others) in sorted(parts.items()):
        ours, theirs = cluster_of.get(holder), cluster_of.get(part)
        if others or ours == theirs:
            continue
        keep, gone = (ours, theirs) if ours is not None else (theirs, None)
        assert keep is not None
        moved = merged[gone] if gone is not None else [part if ours is not None else holder]
        merged[keep] += moved
        cluster_of.update(dict.fromkeys(moved, keep))
        if gone is not None:
            merged[gone] = []
    return sorted(sorted(found) for found in merged if found)


def _group(found: Sequence[Version], texts: Mapping[str, str]) -> VariantGroup:
    longest = max(found, key=lambda v: (len(v.words), v.ref.report, -v.ref.index))
    couples = list(combinations(found, 2)) if len(found) <= ALL_PAIRS else [(longest, v) for v in found if v is not longest]
    apart = [(a, b) for a, b in couples if a.ref.report != b.ref.report]
    differences = tuple(d for a, b in apart for d in _differences(texts, *((a, b) if len(a.words) >= len(b.words) else (b, a))))
    speaker = next((v.speaker for v in found if v.speaker), None)
    key = [f"{v.span.report}:{v.span.start}-{v.span.end}" for v in found]
    return VariantGroup(content_id("variant", speaker, *key), speaker, tuple(v.ref for v in found), differences)


def _differences(texts: Mapping[str, str], a: Version, b: Version) -> Iterator[Difference]:
    """Differences with `a` the longer version; their texts are the exact words of the reports."""
    for gap in gaps(a.words, b.words):
        yield Difference(
            gap.kind, a.ref, b.ref,
            _text(texts[a.ref.report], a.words[gap.a0 : gap.a1]), _text(texts[b.ref.report], b.words[gap.b0 : gap.b1]),
        )  # fmt: skip


def _text(text: str, part: tuple[Word, ...]) -> str:
    return text[part[0].start : part[-1].end] if part else ""
