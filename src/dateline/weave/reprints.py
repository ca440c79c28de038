"""Mentions that several reports of one day print in the same words: compared with the others once, however many print them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from dateline.weave.items import Item
from dateline.weave.linking import linked
from dateline.weave.together import Group

ENOUGH = 3  # words beside actors and times that the mentions must have: "the meeting" of one report is not that of another
WHY = "the same words in reports of one day"


def printed_together(groups: Sequence[Group]) -> list[Group]:
    """The groups, each of one report, those put together that say the same in every respect."""
    found: dict[Hashable, list[Group]] = {}
    for number, (items, links) in enumerate(groups):
        key: Hashable = tuple(sorted((_said(item) for item in items), key=repr)) if _telling(items) else number
        found.setdefault(key, []).append((items, links))
    return [same[0] if len(same) == 1 else _as_one(same) for same in found.values()]


def _telling(items: Sequence[Item]) -> bool:
    return len(frozenset().union(*(item.words for item in items))) >= ENOUGH and any(item.participants for item in items)


def _said(item: Item) -> Hashable:
    """All that speaks for or against a mention being one with another, but which report tells it."""
    mention = item.mention
    return (
        (
            mention.type,
            mention.mode,
            mention.frame,
            mention.lemma,
            mention.status,
            mention.modality,
            mention.nominal,
            mention.ordinal,
        ),
        (item.participants, tuple(sorted((side, tuple(sorted(who))) for side, who in item.visitors.items()))),
        (item.place, item.scene, item.act, item.head, item.news, item.older, item.retold, item.put_off),
        (item.stated, item.inferred, item.window, item.recent, item.implied, item.published),
        (tuple(sorted(item.words)), tuple(sorted(item.matter)), tuple(sorted(item.lent))),
    )


def _as_one(same: Sequence[Group]) -> Group:
    first = same[0][0][0]
    links = [link for _, own in same for link in own]
    links += [linked(first.ref, items[0].ref, 1.0, (WHY,)) for items, _ in same[1:]]
    return [item for items, _ in same for item in items], tuple(links)
