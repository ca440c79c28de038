"""Stories: reports of the same matter, told in much the same words, of the same people and the same events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise

import numpy as np

from dateline.ids import content_id
from dateline.records import CopyEdge, Event, Published, Report, Story
from dateline.weave.clusters import alike_on_average, components
from dateline.weave.likeness import Likeness, likeness

ONE_STORY = 0.14  # mean likeness of the reports of a story; chosen on the topics of ECB+ (train) and on our own stories
PEOPLE, EVENTS = 0.2, 0.05  # likeness that the same people, and the same events, add to that of the words
SHARED = 2  # events, or people, in common that count in full
ONE_PERSON = 0.4  # what one person in common counts of that


def stories(
    reports: Sequence[Report],
    events: Sequence[Event],
    copies: Sequence[CopyEdge],
    published: Mapping[str, Published],
    people: Mapping[str, frozenset[str]],
) -> tuple[Story, ...]:
    """Reports that are alike on average; copies are of one story whatever else.

    people: ids of the persons that each report names. A report that is like no other is a story of its own.
    """
    by_id = {r.id: r for r in reports}
    order = sorted(by_id)
    alike_ones = likeness([by_id[id_] for id_ in order]) + _shared(order, events, people)
    index = {id_: i for i, id_ in enumerate(order)}
    edges = [pair for group in alike_on_average(alike_ones, ONE_STORY) for pair in pairwise(group)]
    edges += [(index[c.copy], index[c.original]) for c in copies]
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


def _shared(order: Sequence[str], events: Sequence[Event], people: Mapping[str, frozenset[str]]) -> Likeness:
    """What the same events and the same people add, for every pair of reports."""
    index = {id_: i for i, id_ in enumerate(order)}
    found: Likeness = np.zeros((len(order), len(order)))
    together: Counter[tuple[int, int]] = Counter()
    for event in events:
        together.update(combinations(sorted(index[r] for r in event.reports), 2))
    for (a, b), number in together.items():
        found[a, b] += EVENTS * min(number, SHARED) / SHARED
    bearers: dict[str, list[int]] = defaultdict(list)
    for report, named in people.items():
        for person in named if report in index else ():
            bearers[person].append(index[report])
    common: Counter[tuple[int, int]] = Counter()
    for reports in bearers.values():
        common.update(combinations(sorted(reports), 2))
    for (a, b), number in common.items():
        share = number / min(len(people[order[a]]), len(people[order[b]]))
        found[a, b] += PEOPLE * share * (1 if number >= SHARED else ONE_PERSON)
    both: Likeness = found + found.T
    return both


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
