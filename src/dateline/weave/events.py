"""Events across reports: mentions that tell of one thing are put together, with the reasons; mentions that cannot be one are kept apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.records import Event, EventParticipant, EventRef, Role, Status
from dateline.weave.clusters import Link, average_link
from dateline.weave.disagreements import disagreements, settle_date, settle_place
from dateline.weave.items import Item
from dateline.weave.places import Places

THRESHOLD = 0.7
SLIP = 3  # days by which two reports may differ on one event when everything else is equal
MOVED = 200  # days by which a plan may move and still be the same plan
CONSULT = frozenset({"CONSULT", "COOPERATE"})


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


# ---------------------------------------------------------------- from mentions to an event


def settle(items: Sequence[Item], why: tuple[str, ...], places: Places, origins: Mapping[str, str]) -> Event:
    """One event from the mentions that tell of it."""
    first = items[0]
    reports = tuple(sorted({i.ref.report for i in items}))
    mode = _vote(i.mention.mode for i in items if i.mention.mode)
    return Event(
        id=content_id("event", first.mention.type, first.ref.report, first.mention.trigger.start, first.mention.trigger.end),
        type=first.mention.type,
        mode=mode,
        cameo=_vote(i.mention.cameo for i in items if i.mention.cameo),
        status=settle_status(items),
        participants=_merge_participants(items),
        place=settle_place(items, places),
        date=settle_date(items),
        part_of=None,
        mentions=tuple(sorted((i.ref for i in items), key=lambda r: (r.report, r.index))),
        reports=reports,
        independent_sources=len({origins.get(r, r) for r in reports}),
        disagreements=disagreements(items, places),
        why=why,
    )


def _vote(values: object) -> str | None:
    counts = Counter(values)  # type: ignore[call-overload]
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def settle_status(items: Sequence[Item]) -> Status:
    """The event's standing at the end of the reports: a deed outweighs plans, the newest report decides between plans."""
    if any(i.deed for i in items):
        return "happened"
    newest = max((i.published.latest for i in items if i.published and i.published.latest), default=None)
    last = [i for i in items if not newest or (i.published and i.published.latest == newest)]
    for status in ("cancelled", "denied"):
        if any(i.mention.status == status for i in last):
            return status
    for status in ("planned", "cancelled", "proposed", "denied"):
        if any(i.mention.status == status for i in items):
            return status
    return "unknown"


def _merge_participants(items: Sequence[Item]) -> tuple[EventParticipant, ...]:
    roles: dict[str, Counter[Role]] = defaultdict(Counter)
    for item in items:
        for actor, role in item.participants:
            roles[actor][role] += 1
    return tuple(EventParticipant(actor, min(c, key=lambda r: (-c[r], r))) for actor, c in sorted(roles.items()))


def drop_stand_ins(participants: tuple[EventParticipant, ...], people_of: Mapping[str, str | None], states: Mapping[str, str | None]) -> tuple[EventParticipant, ...]:
    """Leave out a state when a person of that state takes part: "Pyongyang" stands for its leader in "talks between Pyongyang and Seoul"."""
    represented = {people_of[p.actor] for p in participants if people_of.get(p.actor)}
    return tuple(p for p in participants if p.actor not in states or states[p.actor] not in represented)


def nest(events: Sequence[Event], places: Places) -> dict[str, str]:
    """Meetings that were held on a visit: event id to the visit's id."""
    visits = [e for e in events if e.type == "CONSULT" and e.mode == "visit"]
    found: dict[str, str] = {}
    for event in events:
        if event.type != "CONSULT" or event.mode == "visit":
            continue
        people = {p.actor for p in event.participants}
        fits = []
        for visit in visits:
            visitors = {p.actor for p in visit.participants if p.role == "initiator"}
            if not visitors & people or not (visit.place and event.place and places.agree(visit.place, event.place)):
                continue
            if visit.date and event.date and visit.date.gap(event.date) > 1:
                continue
            if (visit.status == "happened") != (event.status == "happened"):
                continue
            together = len(set(visit.reports) & set(event.reports))
            fits.append((bool(visit.date and event.date and visit.date.meet(event.date)), together, len(visit.mentions), visit.id))
        if fits and (max(fits)[0] or max(fits)[1]):
            found[event.id] = max(fits)[3]
    return found


def refs_of(events: Sequence[Event]) -> dict[EventRef, str]:
    return {ref: event.id for event in events for ref in event.mentions}


def hull_of(intervals: Sequence[Interval]) -> Interval | None:
    """The days from the first to the last of several closed intervals."""
    closed = [i for i in intervals if i.closed]
    joined = closed[0] if closed else None
    for interval in closed[1:]:
        joined = joined.join(interval) if joined else interval
    return joined
