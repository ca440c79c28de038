"""Event coreference: mentions that tell of one event are put together, with the reasons; mentions that cannot be one are kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.weave.clusters import Link, average_link
from dateline.weave.items import Item
from dateline.weave.places import Places

THRESHOLD = 0.7
SLIP = 3  # days by which two reports may differ on one event when everything else is equal
MOVED = 200  # days by which a plan may move and still be the same plan


def family(item: Item) -> str:
    """Mentions are compared within a family only: encounters with encounters, and each other type with itself."""
    if item.mention.type == "CONSULT":
        return "visit" if item.visit else "meeting"
    return item.mention.type


# ---------------------------------------------------------------- comparing two mentions


def conflict(a: Item, b: Item, places: Places) -> str | None:
    """Why two mentions cannot be one event, None when they can."""
    if a.mention.ordinal and b.mention.ordinal and a.mention.ordinal != b.mention.ordinal:
        return "different ordinals"
    if who := _sides_conflict(a, b):
        return who
    place_differs = bool(a.place and b.place and not places.agree(a.place, b.place))
    date_differs = bool(a.window and b.window and a.window.meet(b.window) is None)
    if a.ref.report == b.ref.report and a.deed != b.deed and "cancelled" not in (a.mention.status, b.mention.status):
        return "one report tells a deed and a plan"
    if date_differs and not _date_may_slip(a, b):
        return "different days"
    if place_differs and not (_same_people(a, b) and not date_differs and a.ref.report != b.ref.report and _same_day(a, b)):
        return "different places"
    return None


def _sides_conflict(a: Item, b: Item) -> str | None:
    left, right = (a.visitors, b.visitors) if a.visit and b.visit else (a.sides, b.sides)
    for side in left.keys() & right.keys():
        if left[side] and right[side] and not left[side] & right[side]:
            return "different people"
    if len(left) > 1 and len(right) > 1 and not (left.keys() <= right.keys() or right.keys() <= left.keys()):
        return "different parties"
    if left and right and not left.keys() & right.keys():
        return "different parties"
    return None


def _same_people(a: Item, b: Item) -> bool:
    """Both name people, at least one on every side, and all sides agree."""
    left, right = (a.visitors, b.visitors) if a.visit and b.visit else (a.sides, b.sides)
    return left.keys() == right.keys() and all(left[s] & right[s] for s in left) and (len(left) > 1 or a.visit)


def _same_day(a: Item, b: Item) -> bool:
    return bool(a.stated and b.stated and a.stated.meet(b.stated) and (a.stated.days or 99) <= 3 and (b.stated.days or 99) <= 3)


def _date_may_slip(a: Item, b: Item) -> bool:
    if a.ref.report == b.ref.report or not a.window or not b.window:
        return False
    gap = a.window.gap(b.window)
    if a.deed and b.deed:
        return gap <= SLIP and _same_people(a, b) and a.country == b.country
    return gap <= MOVED and (a.sides.keys() == b.sides.keys()) and len(a.sides) > 0


def link(a: Item, b: Item, places: Places) -> Link | None:
    """Evidence that two mentions tell of one event; None without any."""
    if conflict(a, b, places):
        return None
    reasons: list[str] = []
    score = _party_score(a, b, reasons)
    if a.mention.frame == b.mention.frame and a.mention.lemma == b.mention.lemma:
        score += 0.05
        reasons.append(f"both '{a.mention.lemma}'")
    if a.place and b.place and places.agree(a.place, b.place):
        score += 0.25 if a.visit and b.visit else 0.15
        reasons.append(f"place {places.name(places.narrower(a.place, b.place))}")
    if a.stated and b.stated:
        if a.stated.meet(b.stated):
            score += 0.2 if (a.stated.days or 99) <= 7 and (b.stated.days or 99) <= 7 else 0.1
            reasons.append("dates agree")
        elif a.deed and b.deed:
            score -= 0.1
            reasons.append(f"dates {a.stated.gap(b.stated)} days apart")
        elif a.stated.gap(b.stated) > 60:
            score -= 0.1
    if a.head and b.head and a.ref.report == b.ref.report:
        score += 0.1
        reasons.append("told together")
    return Link(min(score, 1.0), ", ".join(reasons)) if score > 0.3 else None


def _party_score(a: Item, b: Item, reasons: list[str]) -> float:
    visits = a.visit and b.visit
    left, right = (a.visitors, b.visitors) if visits else (a.sides, b.sides)
    shared = left.keys() & right.keys()
    named = [s for s in shared if left[s] & right[s]]
    if not shared:
        return 0.15
    if visits:
        reasons.append("same visitor" if named else "visitor of the same country")
        return 0.55 if named else 0.4
    if len(shared) > 1:
        reasons.append("same participants" if len(named) > 1 else "same parties")
        return 0.75 if len(named) > 1 else 0.65 if named else 0.55
    reasons.append("one participant in common")
    both = len(left) == len(right) == 1
    if a.mention.type != "CONSULT":
        return 0.6 if named or both else 0.45
    return (0.5 if both else 0.45) if named else 0.35


# ---------------------------------------------------------------- clustering


def event_links(items: Sequence[Item], places: Places) -> dict[tuple[int, int], Link]:
    """Linked pairs of mentions (positions in `items`), found through shared actors, countries and places."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        keys = {side for side in item.sides} | item.people
        keys |= {item.place} if item.place else set()
        for key in keys or {item.ref.report}:
            blocks[(family(item), key)].append(index)
    links: dict[tuple[int, int], Link] = {}
    for members in blocks.values():
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                pair = (min(a, b), max(a, b))
                if pair not in links and (found := link(items[pair[0]], items[pair[1]], places)):
                    links[pair] = found
    return links


def cluster(items: Sequence[Item], places: Places) -> list[tuple[list[Item], tuple[str, ...]]]:
    """Groups of mentions that tell of one event, with the reasons that joined them."""
    links = event_links(items, places)
    groups = average_link(
        len(items),
        links,
        THRESHOLD,
        lambda a, b: family(items[a]) != family(items[b]) or conflict(items[a], items[b], places) is not None,
    )
    out = []
    for group in groups:
        chosen = set(group)
        whys = sorted({link.why for pair, link in links.items() if chosen.issuperset(pair) and link.score >= THRESHOLD})
        out.append(([items[i] for i in group], tuple(whys)))
    return out
