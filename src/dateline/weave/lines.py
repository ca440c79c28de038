"""Story lines: reports that have to do with each other, put together so loosely that what two lines tell can be woven apart.

The reports of one matter over months are a line: one story, or several that follow each other up. Dates, events, versions of
statements and plans are woven line by line: nothing outside a line can change them, so that for a new report one line is woven.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from dateline.records import CopyEdge, Event, Marks, Passage, Place, Plan, Published, Report, VariantGroup
from dateline.records.record import Record
from dateline.weave.clusters import as_alike_as_within, components
from dateline.weave.judgements import Said
from dateline.weave.likeness import of_people, of_texts
from dateline.weave.weaving import Weaving

# Likeness of two groups as a share of that within them: at .45 one of our own stories comes apart, at .4 and less none does.
ONE_LINE = 0.4


class Line(Record, frozen=True):
    """All that the weave of one line takes: its reports, in the order of their ids, and what all reports say of them."""

    reports: tuple[Report, ...]
    marks: dict[str, Marks]
    weaving: Weaving
    copies: tuple[CopyEdge, ...]
    origins: dict[str, str]
    passages: tuple[Passage, ...]
    outlets: dict[str, str]
    said: Said
    late: tuple[str, ...]  # its reports of outlets that date their pages late
    early_stories: tuple[tuple[str, ...], ...]  # ids of the reports of each story, as far as is known before any event is


class Woven(Record, frozen=True):
    """What the weave of one line gives."""

    published: dict[str, Published]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    variants: tuple[VariantGroup, ...]
    plans: tuple[Plan, ...]


def story_lines(
    reports: Sequence[Report], copies: Iterable[CopyEdge], people: Mapping[str, frozenset[str]], said: Said
) -> tuple[tuple[str, ...], ...]:
    """The ids of each line's reports: alike in their words and in whom they name.

    people: ids of the persons that each report names. Copies are of one line whatever else, and so are lines that people tied: they
    said of reports of both that they tell of one event.
    """
    by_id = {r.id: r for r in reports}
    order = sorted(by_id)
    index = {id_: i for i, id_ in enumerate(order)}
    copied = components(len(order), [(index[c.copy], index[c.original]) for c in copies])
    alike = of_texts([by_id[id_] for id_ in order], copied) + of_people([people.get(id_, frozenset()) for id_ in order])
    found = as_alike_as_within(alike, ONE_LINE, copied)
    home = {order[i]: number for number, group in enumerate(found) for i in group}
    tied = components(len(found), [(home[tie.left[0]], home[tie.right[0]]) for tie in said.happenings if tie.same])
    return tuple(tuple(sorted(order[i] for number in line for i in found[number])) for line in tied)


def line_by_line(
    lines: Iterable[Sequence[str]],
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    copies: Sequence[CopyEdge],
    origins: Mapping[str, str],
    passages: Sequence[Passage],
    outlets: Mapping[str, str],
    said: Said,
    late: Collection[str],
    early_stories: Iterable[tuple[str, ...]],
) -> list[Line]:
    """Each line with what belongs to it."""
    by_id = {r.id: r for r in reports}
    home = {id_: number for number, line in enumerate(lines) for id_ in line}
    edges: dict[int, list[CopyEdge]] = defaultdict(list)
    for edge in copies:
        edges[home[edge.copy]].append(edge)
    others: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        others[home[passage.span.report]].append(passage)
    told: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for story in early_stories:
        told[home[story[0]]].append(story)
    cast = weaving.parted(home)
    return [
        Line(
            tuple(by_id[id_] for id_ in line),
            {id_: marks[id_] for id_ in line},
            cast[number],
            tuple(edges[number]),
            {id_: origins[id_] for id_ in line},
            tuple(others[number]),
            {id_: outlets[id_] for id_ in line if id_ in outlets},
            said.within(line),
            tuple(id_ for id_ in line if id_ in late),
            tuple(told[number]),
        )
        for number, line in enumerate(lines)
    ]


def joined(
    woven: Sequence[Woven],
) -> tuple[dict[str, Published], tuple[Place, ...], tuple[Event, ...], tuple[VariantGroup, ...], tuple[Plan, ...]]:
    """What all lines gave, in one order whatever lines there are."""
    published = {id_: days for line in woven for id_, days in line.published.items()}
    events = sorted((event for line in woven for event in line.events), key=lambda e: e.id)
    variants = sorted((group for line in woven for group in line.variants), key=_first)
    plans = sorted((plan for line in woven for plan in line.plans), key=lambda p: p.event)
    places = one_of_each(place for line in woven for place in line.places)
    return dict(sorted(published.items())), places, tuple(events), tuple(variants), tuple(plans)


def _first(group: VariantGroup) -> tuple[str, int]:
    return group.statements[0].report, group.statements[0].index


def one_of_each(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places, by id, each with its mentions in all lines, and named as the line with the most of these names it."""
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        found[place.id].append(place)
    made = []
    for same in found.values():
        usual = min(same, key=lambda p: (-len(p.mentions), p.name))
        mentions = sorted((ref for place in same for ref in place.mentions), key=lambda r: (r.report, r.index))
        made.append(msgspec.structs.replace(usual, mentions=tuple(mentions)))
    return tuple(sorted(made, key=lambda p: p.id))
