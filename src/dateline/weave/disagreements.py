"""Where reports of one event differ, field by field, and which value the account shows without hiding the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.intervals import Interval
from dateline.records import Disagreement, DisagreementField, DisagreementKind, Value
from dateline.weave.items import Item
from dateline.weave.places import Places

LONGEST_VISIT = 7  # days
SAME_DAYS = 3  # that a report may give a plan for them to be its days
ARRIVALS = frozenset({"arrive", "land", "arrival"})  # and not "fly": one flies home as well


def settle_date(items: Sequence[Item]) -> Interval | None:
    """The days on which the event was, or is to be.

    Deeds: the days that the most reports share; between equals the narrowest, then the earliest. Plans: the newest report's.
    """
    deeds = [i for i in items if i.deed and i.stated]
    if deeds:
        return _days_of_visit(deeds) or _best([i for i in deeds if i.stated and i.stated.closed] or deeds)
    dated = [i for i in items if i.stated]
    if not dated:
        return None
    newest = _newest(dated)
    found = _best(newest)
    for item in dated:  # what older reports said more exactly still holds where the newest does not speak against it
        if found and item.stated:
            found = found.meet(item.stated) or found
    return found


def _newest(items: Sequence[Item]) -> list[Item]:
    """The mentions of the newest report."""
    newest = max((i.published.latest for i in items if i.published and i.published.latest), default=None)
    return [i for i in items if not newest or (i.published and i.published.latest == newest)]


def _days_of_visit(deeds: Sequence[Item]) -> Interval | None:
    """A visit named on several days close together lasted over them."""
    days = [i.stated for i in deeds if i.visit and i.stated and i.stated.exact]
    if len(days) < 2 or _arrivals_differ(deeds):
        return None
    whole = days[0]
    for other in days[1:]:
        whole = whole.join(other)
    return whole if (whole.days or 99) <= LONGEST_VISIT else None


def _arrivals_differ(items: Sequence[Item]) -> bool:
    """Whether two reports have the visitor arrive on different days: a visit has several days, an arrival one."""
    days: dict[str, set[Interval]] = defaultdict(set)
    for item in items:
        if item.stated and item.stated.exact and item.mention.lemma in ARRIVALS:
            days[item.ref.report].add(item.stated)
    return len({frozenset(d) for d in days.values()}) > 1


def _best(items: Sequence[Item]) -> Interval | None:
    given: dict[Interval, set[str]] = defaultdict(set)
    for item in items:
        if item.stated:
            given[item.stated].add(item.ref.report)
    votes: dict[Interval, set[str]] = defaultdict(set)
    for days in given:
        for other in given:
            days = days.meet(other) or days
        for other, reports in given.items():
            if days.within(other):
                votes[days] |= reports
    if not votes:
        return None
    return min(votes, key=lambda d: (-len(votes[d]), d.days or 10**6, d.edtf))


def settle_place(items: Sequence[Item], places: Places) -> str | None:
    """The place on the map that most reports of the deed give (for a plan, the newest report), the narrowest of those that agree.

    A venue when no place on the map is given, and the airport where somebody landed only where nothing else is.
    """
    votes: dict[str, set[str]] = defaultdict(set)
    placed = [i for i in items if i.place]
    for item in [i for i in placed if i.deed] or _newest(placed):
        if item.place:
            votes[item.place].add(item.ref.report)
    if not votes:
        return None
    backed = {p: len({r for q, reports in votes.items() if places.agree(p, q) for r in reports}) for p in votes}
    return min(
        votes,
        key=lambda p: (not places.known(p), places.airport(p), -backed[p], places.is_state(p), -len(votes[p]), places.name(p), p),
    )


def disagreements(items: Sequence[Item], places: Places, doubtful: Sequence[Item] = ()) -> tuple[Disagreement, ...]:
    """Fields on which the reports of one event do not say the same.

    doubtful: mentions that bear on nothing else; but what one report tells as done, another's denial denies.
    """
    denials = [i for i in doubtful if i.mention.status == "denied" and _said_off(i)]
    found = [_dates(items) or _moves(items), _places(items, places), _statuses([*items, *denials])]
    return tuple(d for d in found if d)


def _dates(items: Sequence[Item]) -> Disagreement | None:
    given: dict[str, set[Interval]] = defaultdict(set)
    for item in items:
        if item.stated and item.stated.closed:
            given[item.ref.report].add(item.stated)
    apart = [
        (a, b)
        for n, a in enumerate(sorted(given))
        for b in sorted(given)[n + 1 :]
        if not any(x.meet(y) for x in given[a] for y in given[b]) and not _after(items, a, b) and not _after(items, b, a)
    ]
    if not apart:
        return None
    dated = [i for i in items if i.stated]
    deeds = [i for i in dated if i.deed]
    stay = items[0].visit and not _arrivals_differ(items) and _days_of_visit(deeds)
    if stay and all(i.deed or not i.stated or i.stated.meet(stay) for i in dated):
        return None  # the days of one stay
    kept: dict[str, set[str]] = defaultdict(set)
    for report in sorted({r for pair in apart for r in pair}):
        for interval in given[report]:
            kept[interval.edtf].add(report)
    return _record("date", "conflict" if len(deeds) == len(dated) else "later update", kept)


def _after(items: Sequence[Item], first: str, then: str) -> bool:
    """Whether one report plans a visit when the day for which the other planned it is over: they are two visits."""
    before, plans = ([i for i in items if i.ref.report == report] for report in (first, then))
    if not before[0].visit or any(i.deed or i.put_off or i.retold for i in (*before, *plans)):
        return False
    over = max((i.stated.latest for i in before if i.stated and i.stated.latest), default=None)
    told = min((i.published.earliest for i in plans if i.published and i.published.earliest), default=None)
    return over is not None and told is not None and over < told


def _moves(items: Sequence[Item]) -> Disagreement | None:
    """The days of a plan that a report says was moved: "put off from May 13 to June 10", "it had been planned for October"."""
    given: dict[str, set[str]] = defaultdict(set)
    for item in items:
        if item.put_off and item.put_off.formerly and item.put_off.formerly.closed:
            then = [item.put_off.to or item.stated] if item.put_off.to or not item.deed else []
            then += [i.stated for i in items if i.deed]
            now = next((d for d in then if d and d.closed and not d.meet(item.put_off.formerly)), None)
        elif item.retold and not item.deed and item.stated and item.stated.closed:
            now = next(
                (i.stated for i in items if i.deed and i.stated and i.stated.closed and not i.stated.meet(item.stated)), None
            )
        else:
            continue
        before = item.put_off.formerly if item.put_off and item.put_off.formerly else item.stated
        if now and before:
            given[before.edtf].add(item.ref.report)
            given[now.edtf].add(item.ref.report)
    return _record("date", "later update", given) if given else None


def _places(items: Sequence[Item], places: Places) -> Disagreement | None:
    """Where reports put it in places that are not one; a plan was moved only where both places are given for the same days."""
    placed = [i for i in items if i.place]
    deeds = all(i.deed for i in placed)
    by_report: dict[str, set[str]] = defaultdict(set)
    for item in placed:
        if item.place and (deeds or (item.stated and (item.stated.days or 99) <= SAME_DAYS)):
            by_report[item.ref.report].add(item.place)
    parted = {
        r for r in by_report for other in by_report if not any(places.agree(p, q) for p in by_report[r] for q in by_report[other])
    }
    pairs = list(_across(placed, parted, places))
    if not deeds and not any(a.stated and b.stated and a.stated.meet(b.stated) for a, b in pairs):
        return None
    if items[0].visit and not any(a.mention.frame == b.mention.frame for a, b in pairs):
        return None  # the towns of one tour
    given: dict[str, set[str]] = defaultdict(set)
    for report in parted:
        for place in by_report[report]:
            given[places.name(place)].add(report)
    return _record("place", "conflict" if deeds else "later update", given) if given else None


def _across(items: Sequence[Item], reports: set[str], places: Places) -> Iterator[tuple[Item, Item]]:
    """Pairs of mentions of different reports that give it different places."""
    chosen = [i for i in items if i.ref.report in reports]
    for a, b in combinations(chosen, 2):
        if a.ref.report != b.ref.report and a.place and b.place and not places.agree(a.place, b.place):
            yield a, b


def _statuses(items: Sequence[Item]) -> Disagreement | None:
    """Where one report tells it as done and another, which may mean the same days, that it was not."""
    deeds = [i for i in items if i.mention.status == "happened" and _sure(i)]
    off = [
        i
        for i in items
        if i.mention.status in ("denied", "cancelled")
        and (_said_off(i) or (_sure(i) and i.mention.status == "denied"))
        and all(not (i.stated and d.stated) or i.stated.meet(d.stated) for d in deeds)
    ]
    done, undone = {i.ref.report for i in deeds}, {i.ref.report for i in off}
    if not done - undone or not undone - done:
        return None
    given: dict[str, set[str]] = defaultdict(set)
    for item in (*deeds, *off):
        given[item.mention.status].add(item.ref.report)
    return _record("status", "conflict" if _contradicted(items) else "later update", given)


def _sure(item: Item) -> bool:
    return item.told or bool(item.people and (item.place or item.stated))


def _said_off(item: Item) -> bool:
    """Whether a denial is one of this event: "it did not happen" said of nobody, or of no place or day, is not."""
    if item.mention.status == "denied":
        return not item.mention.nominal and bool(item.participants) and bool(item.mention.place is not None or item.stated)
    return item.stated is not None or (bool(item.people) and item.mention.place is not None)


def _contradicted(items: Sequence[Item]) -> bool:
    """Whether a report that could know of the deed says that it was off: earlier ones spoke of what was then still to come."""
    done = min((i.published.earliest for i in items if i.deed and i.published and i.published.earliest), default=None)
    off = [i.published for i in items if i.mention.status in ("denied", "cancelled")]
    return any(p is None or done is None or p.latest is None or p.latest >= done for p in off)


def _record(field: DisagreementField, kind: DisagreementKind, given: Mapping[str, set[str]]) -> Disagreement:
    values = tuple(Value(value, tuple(sorted(reports))) for value, reports in sorted(given.items()))
    return Disagreement(field, kind, values)
