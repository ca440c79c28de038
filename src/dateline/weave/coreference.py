"""Event coreference: mentions of one event are put together, with the reasons; mentions that cannot be one are kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.weave.clusters import Link, average_link
from dateline.weave.disagreements import ARRIVALS, settle_date, settle_place
from dateline.weave.evidence import Rarity, evidence, probability, reasons
from dateline.weave.items import Item
from dateline.weave.places import Places

THRESHOLD = 0.4  # probability from which a link is sure enough to date reports by
ONE = 0.3  # mean probability from which mentions are one event
COMMON = 60  # mentions from which a word is too common to bring them together
SLIP = 3  # days by which two reports may differ on one event when everything else is equal
BACK = 0.75  # score of a back reference
REACH = 2500  # characters between a back reference and what it can mean
STAY = 3  # days within which a visit is told of on different days
PUT_OFF = 31  # days by which a plan may move that is known by its parties alone
# What a visitor does on a visit is no visit; by frame.
ACTS = {
    "address a parliament": "speech",
    "speak in a parliament": "speech",
    "speech to a parliament": "speech",
    "pray": "prayer",
}
MOVED = 120  # days by which a plan may move and still be the same plan


def family(item: Item) -> str:
    """Mentions are compared within a family only: visits, what is done on them, calls, letters, meetings, other types each."""
    if item.mention.frame in ACTS:
        return ACTS[item.mention.frame]
    if item.mention.type == "CONSULT":
        return item.mention.mode if item.mention.mode in ("visit", "phone", "letter") else "meeting"
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
    plan_and_deed = (a.told and not b.deed) or (b.told and not a.deed)
    if a.ref.report == b.ref.report and plan_and_deed and not (a.retold or b.retold):
        return "one report tells a deed and a plan"
    if date_differs and not _date_may_slip(a, b):
        return "different days"
    if place_differs and not _place_may_differ(a, b):
        return "different places"
    return None


def _sides_conflict(a: Item, b: Item) -> str | None:
    left, right = a.parties, b.parties
    for side in left.keys() & right.keys():
        if left[side] and right[side] and not left[side] & right[side]:
            return "different people"
    if a.mention.type != "CONSULT":
        return None
    if len(left) > 1 and len(right) > 1 and not (left.keys() <= right.keys() or right.keys() <= left.keys()):
        return "different parties"
    if left and right and not left.keys() & right.keys():
        return "different parties"
    return None


def _same_people(a: Item, b: Item) -> bool:
    """Both name people, at least one on every side, and all sides agree."""
    left, right = a.parties, b.parties
    return left.keys() == right.keys() and all(left[s] & right[s] for s in left) and (len(left) > 1 or a.visit)


def _same_day(a: Item, b: Item) -> bool:
    return bool(a.stated and b.stated and a.stated.meet(b.stated) and (a.stated.days or 99) <= 3 and (b.stated.days or 99) <= 3)


def _place_may_differ(a: Item, b: Item) -> bool:
    """Whether two reports can give one event different places: a slip on the same day, or a plan that was moved."""
    plan = not (a.deed and b.deed)
    if a.mention.type != "CONSULT":
        return plan
    if a.ref.report == b.ref.report:
        return False
    if plan and a.sides.keys() == b.sides.keys() and a.stated and b.stated and a.stated.meet(b.stated):
        return True
    return _same_people(a, b) and _same_day(a, b)


def _date_may_slip(a: Item, b: Item) -> bool:
    """Whether two reports can give one event different days: a slip, the days of one stay, or a plan that was moved."""
    if not a.window or not b.window:
        return False
    gap = a.window.gap(b.window)
    if a.visit and b.visit and a.deed and b.deed and not (_arrival(a) and _arrival(b)):
        return gap <= STAY and any(a.visitors[s] & b.visitors[s] for s in a.visitors.keys() & b.visitors.keys())
    if a.ref.report == b.ref.report:
        return False
    if a.deed and b.deed:
        return gap <= SLIP and _same_people(a, b) and a.country == b.country
    plan, other = (b, a) if a.deed else (a, b)
    announced = plan.published.earliest if plan.published else None
    if other.deed and announced and other.window and other.window.latest and other.window.latest < announced:
        return False
    if gap > PUT_OFF and a.stated and b.stated and a.stated.exact and b.stated.exact and not a.people & b.people:
        return False
    return gap <= MOVED and a.sides.keys() == b.sides.keys() and len(a.sides) > 0


def _arrival(item: Item) -> bool:
    return item.mention.lemma in ARRIVALS


def link(a: Item, b: Item, places: Places, rarity: Rarity) -> Link | None:
    """Evidence that two mentions tell of one event; None where something rules it out."""
    if conflict(a, b, places):
        return None
    found = evidence(a, b, places, rarity)
    return Link(probability(found), ", ".join(reasons(found)))


# ---------------------------------------------------------------- clustering


def event_links(
    items: Sequence[Item], places: Places, *, back_references: bool = True, rarity: Rarity | None = None
) -> dict[tuple[int, int], Link]:
    """Pairs of mentions (positions in `items`) that share an actor, a place or a rare word, and that nothing keeps apart."""
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    worded: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        keys = {*item.sides, *item.people, *((item.place,) if item.place else ())}
        for key in keys or {item.ref.report}:
            named[(family(item), key)].append(index)
        for word in item.words:
            worded[(family(item), word)].append(index)
    rarity = rarity or Rarity(items)
    links: dict[tuple[int, int], Link] = {}
    for members in (*named.values(), *(m for m in worded.values() if len(m) <= COMMON)):
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                pair = (min(a, b), max(a, b))
                if pair not in links and (found := link(items[pair[0]], items[pair[1]], places, rarity)):
                    links[pair] = found
    for pair, found in _back_references(items, places) if back_references else ():
        if pair not in links or links[pair].score < found.score:
            links[pair] = found
    return links


def _back_references(items: Sequence[Item], places: Places) -> Iterator[tuple[tuple[int, int], Link]]:
    """A partial mention ("the meeting") and the nearest mention of its report that it can mean: one before it, else one after."""
    by_report: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if item.mention.type == "CONSULT":
            by_report[(item.ref.report, family(item))].append(index)
    for members in by_report.values():
        for position, index in enumerate(members):
            item = items[index]
            if not item.partial:
                continue
            order = members[:position][::-1] + members[position + 1 :]
            fits = [m for m in order if abs(items[m].mention.span.start - item.mention.span.start) < REACH]
            fits = [m for m in fits if not conflict(item, items[m], places) and _speaks_for(item, items[m], places)]
            # A mention that names more is what a poorer one refers to.
            best = next((m for m in fits if not items[m].partial), fits[0] if fits else None)
            if best is not None:
                yield (min(index, best), max(index, best)), Link(BACK, "the same report goes on about it")


def _speaks_for(partial: Item, other: Item, places: Places) -> bool:
    """Whether a partial mention has something in common with another, or names nothing that could differ."""
    shared = partial.parties.keys() & other.parties.keys()
    if partial.parties and other.parties and not shared:
        return False
    same_place = bool(partial.place and other.place and places.agree(partial.place, other.place))
    same_date = bool(partial.stated and other.stated and partial.stated.meet(other.stated))
    return bool(shared) or same_place or same_date or not partial.parties


def cluster(items: Sequence[Item], places: Places) -> list[tuple[list[Item], tuple[str, ...]]]:
    """Groups of mentions that tell of one event, with the reasons that joined them.

    First within each report, where a poor mention leans on a full one; then across reports, each report's mentions of one event
    taken together.
    """
    by_report: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_report[item.ref.report].append(item)
    told: list[tuple[list[Item], set[str]]] = []
    rarity = Rarity(items)
    for report in sorted(by_report):
        told += _groups(by_report[report], places, rarity, back_references=True)
    together = [_together(group, places) for group, _ in told]
    index = {item.ref: n for n, item in enumerate(together)}
    out = []
    for group, whys in _groups(together, places, rarity, back_references=False):
        members = [index[item.ref] for item in group]
        reasons = whys.union(*(told[m][1] for m in members))
        out.append(([item for m in members for item in told[m][0]], tuple(sorted(reasons))))
    return out


def _groups(items: Sequence[Item], places: Places, rarity: Rarity, *, back_references: bool) -> list[tuple[list[Item], set[str]]]:
    links = event_links(items, places, back_references=back_references, rarity=rarity)
    groups = average_link(
        len(items),
        links,
        ONE,
        lambda a, b: family(items[a]) != family(items[b]) or conflict(items[a], items[b], places) is not None,
    )
    out = []
    for group in groups:
        chosen = set(group)
        whys = {link.why for pair, link in links.items() if chosen.issuperset(pair) and link.score >= ONE}
        out.append(([items[i] for i in group], whys))
    return out


def _together(group: Sequence[Item], places: Places) -> Item:
    """One report's mentions of one event as if it had said everything at once."""
    if len(group) == 1:
        return group[0]
    fullest = min(group, key=lambda i: (not i.told, i.deed, i.partial, i.stated is None, i.ref.index))
    windows = [i.window for i in group if i.window]
    window = windows[0] if windows else None
    for other in windows[1:]:
        window = (window.meet(other) or window) if window else other
    place = settle_place(group, places)
    return replace(
        fullest,
        sides=all_sides(i.sides for i in group),
        visitors=all_sides(i.visitors for i in group),
        place=place,
        country=places.country(place) if place else None,
        capital=place is not None and places.capital(place),
        stated=settle_date(group),
        inferred=next((i.inferred for i in group if i.inferred), None),
        window=window,
        head=any(i.head for i in group),
        words=frozenset().union(*(i.words for i in group)),
        recent=next((i.recent for i in group if i.recent), None),
    )


def all_sides(many: Iterable[Mapping[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """The sides of several mentions taken together: the people named on each."""
    found: dict[str, frozenset[str]] = {}
    for sides in many:
        for side, people in sides.items():
            found[side] = found.get(side, frozenset()) | people
    return found
