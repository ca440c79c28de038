"""Stories: reports of the same events, or of the same people, are one story, told in episodes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from dateline.ids import content_id
from dateline.records import CopyEdge, Event, Published, Report, Story
from dateline.weave.clusters import components

SHARED = 2  # events, or people, in common without which two reports are not one story
ALIKE = 0.4  # share of the people of the report with fewer that must be in the other


def stories(
    reports: Sequence[Report],
    events: Sequence[Event],
    copies: Sequence[CopyEdge],
    published: Mapping[str, Published],
    people: Mapping[str, frozenset[str]],
) -> tuple[Story, ...]:
    """Reports joined by copies, by at least two events that both tell, or by their people.

    people: ids of the persons that each report names. A report that shares nothing is a story of its own.
    """
    order = sorted(r.id for r in reports)
    index = {id_: i for i, id_ in enumerate(order)}
    together: Counter[tuple[int, int]] = Counter()
    for event in events:
        together.update(combinations(sorted(index[r] for r in event.reports), 2))
    edges = [pair for pair, shared in together.items() if shared >= SHARED]
    edges += [(a, b) for a, b in combinations(range(len(order)), 2) if alike(people.get(order[a]), people.get(order[b]))]
    edges += [(index[c.copy], index[c.original]) for c in copies]
    by_id = {r.id: r for r in reports}
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for report in event.reports:
            told[report].append(event)
    made = []
    for group in components(len(order), edges):
        ids = tuple(order[i] for i in group)
        own = sorted({e.id: e for r in ids for e in told[r]}.values(), key=_when)
        made.append(Story(content_id("story", ids[0]), _title(ids, by_id, told, published), ids, tuple(e.id for e in own)))
    return tuple(sorted(made, key=lambda s: (-len(s.reports), s.id)))


def alike(a: frozenset[str] | None, b: frozenset[str] | None) -> bool:
    """Whether two reports name the same people."""
    if not a or not b:
        return False
    shared = len(a & b)
    return shared >= SHARED and shared >= ALIKE * min(len(a), len(b))


def _when(event: Event) -> tuple[date, date, str]:
    days = event.date
    return (days.earliest if days and days.earliest else date.max), (days.latest if days and days.latest else date.max), event.id


def _title(
    ids: Sequence[str], by_id: Mapping[str, Report], told: Mapping[str, Sequence[Event]], published: Mapping[str, Published]
) -> str:
    """The headline of the report that tells most of what others tell too; the newest of equals."""

    def central(report: str) -> tuple[int, date, str]:
        shared = sum(len(e.reports) > 1 for e in told[report])
        days = published.get(report)
        return shared, (days.interval.earliest if days and days.interval.earliest else date.min), report

    titled = [r for r in ids if by_id[r].title]
    if not titled:
        return "Untitled"
    return by_id[max(titled, key=central)].title or "Untitled"
