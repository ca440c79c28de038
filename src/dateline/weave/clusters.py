"""Deterministic clustering under vetoes: the one way in which Dateline decides that several things are the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)


class Link:
    """Evidence that two items are one: a score in 0..1, and the reason in words where it is not the evidence itself."""

    __slots__ = ("score", "why")

    def __init__(self, score: float, why: str = "") -> None:
        self.score = score
        self.why = why


class Sets(Generic[Key]):
    """Things put together pair by pair; each set is known by one of its members, its root."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}

    def root(self, item: Key) -> Key:
        while (above := self._above.get(item, item)) != item:
            self._above[item] = self._above.get(above, above)
            item = above
        return item

    def join(self, kept: Key, gone: Key) -> bool:
        """Put the sets of two things together, the root of the first stays. Returns whether they were two."""
        kept, gone = self.root(kept), self.root(gone)
        if kept != gone:
            self._above[gone] = kept
        return kept != gone


def components(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected components of 0..count-1, each sorted, in order of their smallest member."""
    sets = Sets[int]()
    for a, b in edges:
        sets.join(*sorted((sets.root(a), sets.root(b))))
    found: dict[int, list[int]] = {}
    for item in range(count):
        found.setdefault(sets.root(item), []).append(item)
    return [found[key] for key in sorted(found)]


def strongest(links: Mapping[tuple[int, int], Link]) -> list[tuple[int, int]]:
    """The pairs that hold together all that `links` connects, none to spare, the best first: a spanning forest of maximum score."""
    sets = Sets[int]()
    return [pair for pair in sorted(links, key=lambda pair: (-links[pair].score, pair)) if sets.join(*pair)]


def alike_on_average(alike: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Groups of items by average link over all pairs, each sorted: every pair counts, one that has nothing in common as 0.

    alike: square and symmetric, 0..1; more counts as 1.
    """
    if len(alike) < 2:
        return [[i] for i in range(len(alike))]
    from scipy.cluster.hierarchy import fcluster, linkage

    apart = 1 - np.clip(alike, 0, 1).round(9)  # rounded: the last bits depend on the processor
    rows, columns = np.triu_indices(len(apart), 1)
    labels = fcluster(linkage(apart[rows, columns], "average"), 1 - threshold, "distance")
    groups: dict[int, list[int]] = {}
    for item, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(item)
    return sorted(groups.values())


USUAL, PAIRS = 0.15, 6  # likeness within a group of which nothing is known yet, and the pairs that this supposition counts for


def as_alike_as_within(
    alike: NDArray[np.float64], threshold: float, together: Sequence[Sequence[int]] | None = None
) -> list[list[int]]:
    """Groups of items, each sorted: two are one when the mean likeness of their pairs is `threshold` of that within them.

    So a short report joins what it is somewhat like, and two groups that each hold together stay two when they are less alike than
    that. Within: the geometric mean of the two; a group of few is supposed to be as much alike as is usual.
    alike: square and symmetric, 0..1; more counts as 1. together: groups to begin with, of all items; how much alike the items of
    one are says nothing of how much alike others should be.
    """
    groups = {n: list(group) for n, group in enumerate(together or [[item] for item in range(len(alike))])}
    member = np.zeros((len(groups), len(alike)))
    for number, group in groups.items():
        member[number, group] = 1
    between = member @ np.clip(alike, 0, 1).round(9) @ member.T  # sums; rounded: the last bits depend on the processor
    between = between.round(9)
    np.fill_diagonal(between, 0)
    sizes = member.sum(axis=1)
    inside, pairs = np.zeros(len(groups)), np.zeros(len(groups))  # sum of the likeness of a group's pairs, and their number
    gone = np.zeros(len(groups), dtype=bool)  # joined to another

    def scores(group: int) -> NDArray[np.float64]:
        """Of the group with each; below 0 with itself and with those that are gone."""
        within = (inside + PAIRS * USUAL) / (pairs + PAIRS)
        found: NDArray[np.float64] = between[group] / (sizes[group] * sizes) / np.sqrt(within[group] * within)
        found[gone] = found[group] = -1
        return found

    scored = np.array([scores(item) for item in groups]).reshape(between.shape)
    best = scored.max(axis=1, initial=-1)
    while len(groups) > 1 and best.max() >= threshold:
        one = int(best.argmax())
        left, right = sorted((one, int(scored[one].argmax())))
        stale = scored[:, [left, right]].max(axis=1) >= best  # their best was one of the two
        inside[left] += inside[right] + between[left, right]
        pairs[left] += pairs[right] + sizes[left] * sizes[right]
        sizes[left] += sizes[right]
        groups[left] += groups.pop(right)
        gone[right] = True
        between[left] += between[right]
        between[:, left] = between[left]
        scored[right] = scored[:, right] = -1
        scored[left] = scored[:, left] = scores(left)
        best = np.maximum(best, scored[:, left])
        for item in [*np.flatnonzero(stale).tolist(), left, right]:
            best[item] = scored[item].max()
    return sorted(sorted(group) for group in groups.values())


def average_link(
    count: int,
    links: Mapping[tuple[int, int], Link],
    threshold: float,
    vetoed: Callable[[int, int], bool],
    allowed: Callable[[Sequence[int], Sequence[int]], bool] = lambda left, right: True,
) -> list[list[int]]:
    """Clusters of 0..count-1 by greedy average link: the best pair first, as long as its mean score reaches `threshold`.

    links: scores of pairs (smaller index first); a pair without one counts 0 unless `vetoed(a, b)`, which keeps the two clusters
    apart for good. `allowed` can refuse a merge for what the two clusters are together. Ties go to the smaller indexes, so the
    result depends on the order of the items alone: sort them by content first.
    """
    found: list[list[int]] = []
    parts = components(count, (pair for pair, link in links.items() if link.score >= threshold))
    part_of = {item: number for number, part in enumerate(parts) for item in part}
    inside: list[dict[tuple[int, int], Link]] = [{} for _ in parts]
    for (a, b), link in links.items():
        if part_of[a] == part_of[b]:
            inside[part_of[a]][(a, b)] = link
    for part, own in zip(parts, inside, strict=True):
        found += _average_link(part, own, threshold, vetoed, allowed)
    return sorted(found)


def _average_link(
    items: Sequence[int],
    links: Mapping[tuple[int, int], Link],
    threshold: float,
    vetoed: Callable[[int, int], bool],
    allowed: Callable[[Sequence[int], Sequence[int]], bool],
) -> list[list[int]]:
    clusters: dict[int, list[int]] = {i: [i] for i in items}
    # Only pairs with evidence count in the mean: silence between two mentions says nothing, a conflict is a veto.
    found: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in items}  # sum and number of the scores of two clusters
    for (a, b), link in links.items():
        found[a][b] = found[b][a] = (link.score, 1)
    barred: set[tuple[int, int]] = set()
    queue = [(-link.score, pair) for pair, link in links.items() if link.score >= threshold]
    heapify(queue)
    while queue:
        mean, (left, right) = heappop(queue)
        total, number = found.get(left, {}).get(right, (0.0, 0))
        if not number or -total / number != mean or (left, right) in barred:
            continue  # one of them was joined with another since
        if any(vetoed(min(a, b), max(a, b)) for a in clusters[left] for b in clusters[right]) or not allowed(
            clusters[left], clusters[right]
        ):
            barred.add((left, right))
            continue
        clusters[left] = sorted(clusters[left] + clusters.pop(right))
        for other, (score, count) in found.pop(right).items():
            del found[other][right]
            if other == left:
                continue
            total, number = found[left].get(other, (0.0, 0))
            found[left][other] = found[other][left] = total, number = total + score, number + count
            joined = (min(left, other), max(left, other))
            if (min(right, other), max(right, other)) in barred:
                barred.add(joined)
            if total / number >= threshold:
                heappush(queue, (-total / number, joined))
    return list(clusters.values())
