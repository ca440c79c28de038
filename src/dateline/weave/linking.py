"""The links that hold the mentions of one event together, told so that a reader can check each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dateline.records import EventLink, EventRef
from dateline.weave.clusters import Link, Sets, components
from dateline.weave.evidence import Rarity, against, evidence, in_common
from dateline.weave.items import Item
from dateline.weave.places import Places

MOST = 300  # mentions that one which lost its link is compared with


def told_link(a: Item, b: Item, found: Link, places: Places, rarity: Rarity) -> EventLink:
    """A link between two mentions, or between all that two reports say, with what was seen of them."""
    seen = {} if found.why else evidence(a, b, places, rarity)
    said = (found.why,) if found.why else in_common(seen)
    return linked(a.ref, b.ref, round(found.score, 2), said, against(seen))


def linked(a: EventRef, b: EventRef, score: float | None, common: tuple[str, ...], against: tuple[str, ...] = ()) -> EventLink:
    """A link, the smaller reference first."""
    first, second = sorted((a, b), key=lambda ref: (ref.report, ref.index))
    return EventLink(first, second, score, common, against)


def spanning(items: Sequence[Item], links: Iterable[EventLink], compare: Callable[[Item, Item], EventLink]) -> list[EventLink]:
    """Links that hold all mentions of one event together, none to spare: of `links` those inside it, and for mentions that were
    linked with one that is of another event now, the strongest to the others."""
    place = {item.ref: number for number, item in enumerate(items)}
    kept: list[EventLink] = []
    sets = Sets[int]()
    for link in links:
        if link.a in place and link.b in place and sets.join(place[link.b], place[link.a]):
            kept.append(link)
    first, *others = sorted(
        components(len(items), ((i, sets.root(i)) for i in range(len(items)))), key=lambda part: (-len(part), part)
    )
    for part in others:
        found = (compare(items[part[0]], items[other]) for other in first[:MOST])
        kept.append(max(found, key=lambda link: (link.score or 0.0, link.a.report, link.a.index, link.b.report, link.b.index)))
    return sorted(kept, key=lambda link: (link.a.report, link.a.index, link.b.report, link.b.index))


def reasons(links: Iterable[EventLink]) -> tuple[str, ...]:
    """What the links have in common, the commonest first."""
    count = Counter(reason for link in links for reason in link.common)
    return tuple(sorted(count, key=lambda reason: (-count[reason], reason)))
