"""What people said about who is who: which of their words hold together, and groups that obey them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Tie(Generic[Key]):
    """Two things are one, or are not; `by` is the id of the judgement that says so."""

    left: Key
    right: Key
    same: bool
    by: str


def holding(ties: Sequence[Tie[Key]]) -> tuple[list[Tie[Key]], dict[str, tuple[str, ...]]]:
    """The ties that hold, oldest first, and by the id of each judgement that does not, those that speak against it.

    ties: oldest first. Of ties that contradict each other, also through others ("A is B, B is C, A is not C"), the later holds.
    """
    found = _Sides[Key]()
    held: list[Tie[Key]] = []
    overruled: dict[str, tuple[str, ...]] = {}
    for tie in reversed(ties):
        if against := found.against(tie):
            overruled[tie.by] = against
        else:
            found.add(tie)
            held.append(tie)
    return held[::-1], overruled


class _Sides(Generic[Key]):
    """Sets of things that are one, and which of these are not one with which."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}
        self._enemies: dict[Key, dict[Key, str]] = defaultdict(dict)
        self._beside: dict[Key, list[tuple[Key, str]]] = defaultdict(list)

    def root(self, key: Key) -> Key:
        while (above := self._parent.get(key, key)) != key:
            self._parent[key] = self._parent.get(above, above)
            key = above
        return key

    def against(self, tie: Tie[Key]) -> tuple[str, ...]:
        left, right = self.root(tie.left), self.root(tie.right)
        if tie.same:
            return (self._enemies[left][right],) if right in self._enemies[left] else ()
        return self._chain(tie.left, tie.right) if left == right else ()

    def add(self, tie: Tie[Key]) -> None:
        left, right = self.root(tie.left), self.root(tie.right)
        if not tie.same:
            self._enemies[left].setdefault(right, tie.by)
            self._enemies[right].setdefault(left, tie.by)
            return
        self._beside[tie.left].append((tie.right, tie.by))
        self._beside[tie.right].append((tie.left, tie.by))
        if left == right:
            return
        if len(self._enemies[left]) < len(self._enemies[right]):
            left, right = right, left
        self._parent[right] = left
        for enemy, by in self._enemies.pop(right).items():
            self._enemies[left].setdefault(enemy, by)
            self._enemies[enemy].setdefault(left, self._enemies[enemy].pop(right))

    def _chain(self, start: Key, goal: Key) -> tuple[str, ...]:
        """The judgements that, one after the other, make two things one."""
        came: dict[Key, tuple[Key, str]] = {}
        queue = deque([start])
        while queue and goal not in came:
            here = queue.popleft()
            for there, by in self._beside[here]:
                if there != start and there not in came:
                    came[there] = here, by
                    queue.append(there)
        path, here = [], goal
        while here != start and here in came:
            here, by = came[here]
            path.append(by)
        return tuple(sorted(set(path)))


Likeness = Callable[[Key, Sequence[Key]], float]
"""How well one thing fits several others."""


def obeying(
    groups: Sequence[Sequence[Key]],
    ties: Sequence[Tie[Key]],
    likeness: Likeness[Key],
    light: frozenset[Key] = frozenset(),
) -> list[list[Key]]:
    """The groups, changed as little as the ties demand: what is one is put together with all of its group, what is not is parted.

    ties: such as hold together. Where a group is parted, each of the others goes to the side that it is most like, by `likeness`,
    else stays on the right side of the tie. `light` things move alone and take nobody along: a pronoun that was taken for somebody.
    """
    if not ties:
        return [list(group) for group in groups]
    one = _Sides[Key]()
    for tie in ties:
        if tie.same:
            one.add(tie)
    known = {key for group in groups for key in group}
    apart = [(one.root(t.left), one.root(t.right)) for t in ties if not t.same and {t.left, t.right} <= known]
    enemies: dict[Key, set[Key]] = defaultdict(set)
    for left, right in apart:
        enemies[left].add(right)
        enemies[right].add(left)
    leaving = {left for left, _ in apart}

    def parted(members: Sequence[Key]) -> list[list[Key]]:
        return _parted(members, one.root, enemies, leaving, likeness, light)

    sets: dict[Key, list[Key]] = defaultdict(list)
    for key in (key for group in groups for key in group):
        sets[one.root(key)].append(key)
    joined = [members for members in sets.values() if len(members) > 1]
    anchors = {one.root(tie.right): tie.right for tie in ties if tie.same}  # of things that all are light one stays where it is
    anchors = {root: key for root, key in anchors.items() if light.issuperset(sets[root])}
    moving = {key for members in joined for key in members if key in light and anchors.get(one.root(key)) != key}
    settled = [part for group in groups for part in parted([key for key in group if key not in moving]) if part]
    return [part for group in _merged(settled, joined) for part in parted(group)]


def _merged(groups: Sequence[list[Key]], joined: Iterable[Sequence[Key]]) -> list[list[Key]]:
    """The groups, those put together that hold members of one set, in the place of the first; members of none are added."""
    out: list[list[Key]] = [list(group) for group in groups]
    at = {key: number for number, group in enumerate(out) for key in group}
    for members in joined:
        numbers = sorted({at[key] for key in members if key in at})
        first = numbers[0]
        for number in numbers[1:]:
            for key in out[number]:
                at[key] = first
            out[first] += out[number]
            out[number] = []
        for key in (key for key in members if key not in at):
            at[key] = first
            out[first].append(key)
    return [group for group in out if group]


def _parted(
    members: Sequence[Key],
    root: Callable[[Key], Key],
    enemies: Mapping[Key, set[Key]],
    leaving: set[Key],
    likeness: Likeness[Key],
    light: frozenset[Key],
) -> list[list[Key]]:
    """One group in as few parts as its enemies demand, the part of those that stay first."""
    atoms: dict[Key, list[Key]] = defaultdict(list)
    for key in members:
        atoms[root(key)].append(key)
    here = {atom for atom in atoms if not enemies.get(atom, set()).isdisjoint(atoms)}
    if not here:
        return [list(members)]
    weightless = {atom for atom in here if light.issuperset(atoms[atom])}
    order = sorted((a for a in atoms if a in here), key=lambda atom: (atom in weightless, atom in leaving))
    sides: list[list[Key]] = []
    for atom in order:
        fitting = next((side for side in sides if enemies[atom].isdisjoint(side)), None)
        if fitting is None or atom in weightless:
            sides.append([atom])
        else:
            fitting.append(atom)
    parts = [[key for atom in side for key in atoms[atom]] for side in sides]
    seeds = [[key for key in part if key not in light] for part in parts]
    for atom, keys in atoms.items():
        if atom in here:
            continue
        scores = [sum(likeness(key, seed) for key in keys) if seed else float("-inf") for seed in seeds]
        parts[max(range(len(parts)), key=lambda n: (scores[n], -n))] += keys
    position = {key: number for number, key in enumerate(members)}
    return [sorted(part, key=position.__getitem__) for part in parts]
