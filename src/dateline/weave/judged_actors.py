"""Actors as people corrected them: who is the same whatever names and offices say, and the spelling to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.languages import names
from dateline.records import Marks, MentionRef
from dateline.weave.judgements import ActorKey, Said
from dateline.weave.locals import Cluster, Local, part_of
from dateline.weave.ties import obeying

Marked = Mapping[str, Marks]
SAME_COUNTRY = 0.1  # what a country in common adds to the likeness of two names, or a difference takes away


def regrouped(clusters: Sequence[Cluster], marks: Mapping[str, Marks], said: Said) -> list[list[Local]]:
    """The clusters, changed as little as what people said demands."""
    if not said.actors:
        return [list(cluster) for cluster in clusters]
    entity = {ref: marks[ref.report].mentions[ref.index].entity for cluster in clusters for local in cluster for ref in local.refs}
    whole: dict[ActorKey, Local] = {}
    groups: list[list[ActorKey]] = []
    light = set(said.light)
    for cluster in clusters:
        named = any(local.spellings for local in cluster)
        group: list[ActorKey] = []
        for local in cluster:
            number = entity[local.refs[0]]
            whole[local.report, number, -1] = local
            group.append((local.report, number, -1))
            if named and not local.spellings:  # an office that was taken for somebody
                light.add((local.report, number, -1))
            group += [key for ref in local.refs if (key := (ref.report, number, ref.index)) in said.light]
        groups.append(group)

    known = {key for group in groups for key in group}

    def likeness(key: ActorKey, others: Sequence[ActorKey]) -> float:
        one = whole.get(key)
        near = [other for key_ in others if (other := whole.get(key_))]
        return max((_alike(one, other) for other in near), default=0.0) if one else 0.0

    found = obeying(groups, [t for t in said.actors if {t.left, t.right} <= known], likeness, frozenset(light))
    return [_cluster(group, whole, said.light, marks) for group in found]


def _alike(a: Local, b: Local) -> float:
    score = names.compare(a.name, b.name) if a.name and b.name else 0.0
    if a.country and b.country:
        score += SAME_COUNTRY if a.country == b.country else -SAME_COUNTRY
    return score


def _cluster(group: Sequence[ActorKey], whole: Mapping[ActorKey, Local], light: frozenset[ActorKey], marks: Marked) -> list[Local]:
    """The locals of a group; one that lost mentions to another group, or is made of such, is made anew."""
    parts: dict[ActorKey, set[int]] = defaultdict(set)
    for report, entity, index in group:
        parts[report, entity, -1].add(index)
    made = []
    for key, indexes in parts.items():
        local = whole[key]
        refs = [r for r in local.refs if (r.index if (*key[:2], r.index) in light else -1) in indexes]
        made.append(local if refs == local.refs else part_of(local, refs, marks[key[0]]))
    return made


def name_wanted(refs: Iterable[MentionRef], said: Said) -> str | None:
    """The name that people want for the actor with these mentions: the last word counts."""
    words = [said.names[ref] for ref in refs if ref in said.names] if said.names else []
    return max(words, key=lambda word: word.order).value if words else None


def bearing(refs: Iterable[MentionRef], said: Said) -> tuple[str, ...]:
    """The ids of the judgements that bear on the actor with these mentions."""
    return tuple(dict.fromkeys(id_ for ref in refs for id_ in said.mentions.get(ref, ()))) if said.mentions else ()
