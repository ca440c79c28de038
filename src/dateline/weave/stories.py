"""Stories: reports of one matter, told in much the same words, of the same people and the same events, at much the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from dateline.ids import content_id
from dateline.records import CopyEdge, Event, Published, Report, Story
from dateline.weave.clusters import as_alike_as_within, components
from dateline.weave.likeness import Likeness, in_time, of_events, of_people, of_texts

# Likeness of two groups as a share of that within them; chosen on the topics of ECB+ (train) and on our own stories.
ONE_STORY = 0.6
SURELY_ONE = 0.65  # the same before events are known, for what leans on it; the best on the topics of ECB+ (train)


def of_one_story(
    lines: Iterable[Sequence[str]],
    reports: Sequence[Report],
    events: Sequence[Event],
    copies: Sequence[CopyEdge],
    published: Mapping[str, Published],
    people: Mapping[str, frozenset[str]],
    threshold: float = ONE_STORY,
) -> tuple[tuple[str, ...], ...]:
    """The ids of each story's reports: about as much alike as those of one story are; copies are of one whatever else.

    lines: the ids of the reports that have to do with each other: those of two lines are never one story. events: as far as they
    are known. people: ids of the persons that each report names. A report that is like no other is a story of its own.
    """
    by_id = {r.id: r for r in reports}
    order = sorted(by_id)
    index = {id_: i for i, id_ in enumerate(order)}
    texts = components(len(order), [(index[c.copy], index[c.original]) for c in copies])
    alike = of_texts([by_id[id_] for id_ in order], texts)
    alike += of_events(([index[r] for r in event.reports] for event in events), len(order))
    alike += of_people([people.get(id_, frozenset()) for id_ in order])
    alike *= in_time([published.get(id_) for id_ in order])
    of_lines = [sorted(index[id_] for id_ in line) for line in lines]
    return tuple(tuple(order[i] for i in group) for group in _line_by_line(alike, of_lines, texts, threshold))


def stories(
    groups: Iterable[tuple[str, ...]], reports: Iterable[Report], events: Iterable[Event], published: Mapping[str, Published]
) -> tuple[Story, ...]:
    """Each group that `of_one_story` finds as a story, with its title and its events in the order of time."""
    by_id = {r.id: r for r in reports}
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for report in event.reports:
            told[report].append(event)
    made = []
    for ids in groups:
        own = sorted({e.id: e for r in ids for e in told[r]}.values(), key=_when)
        made.append(Story(content_id("story", ids[0]), _title(ids, by_id, told, published), ids, tuple(e.id for e in own)))
    return tuple(sorted(made, key=lambda s: (-len(s.reports), s.id)))


def _line_by_line(
    alike: Likeness, lines: Iterable[Sequence[int]], texts: Sequence[Sequence[int]], threshold: float
) -> Iterator[list[int]]:
    """The stories of each line, as places in the order of all reports."""
    printed = {i: text for text in texts for i in text}
    for line in lines:
        place = {i: n for n, i in enumerate(line)}
        together = {text[0]: [place[i] for i in text] for text in (printed[i] for i in line)}
        for group in as_alike_as_within(alike[np.ix_(line, line)], threshold, list(together.values())):
            yield [line[n] for n in group]


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
