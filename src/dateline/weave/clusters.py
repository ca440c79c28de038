"""Deterministic clustering under vetoes: the one way in which Dateline decides that several things are the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)


class Link:
    """Evidence that two items are one: a score in 0..1 and the reason in words."""

    __slots__ = ("score", "why")

    def __init__(self, score: float, why: str) -> None:
        self.score = score
        self.why = why


def components(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected components of 0..count-1, each sorted, in order of their smallest member."""
    parent = list(range(count))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in edges:
        ra, rb = root(a), root(b)
        if ra != rb:
            parent[max(ra, rb)] = min(ra, rb)
    found: dict[int, list[int]] = {}
    for item in range(count):
        found.setdefault(root(item), []).append(item)
    return [found[key] for key in sorted(found)]


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
