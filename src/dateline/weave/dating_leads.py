"""What a report's opening is about, by who and where: other reports' events of the same people in the same place.

A lead in other words than any frame knows ("as of this afternoon there are no relations") is still about the people and the place
that its first sentences name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.records import EventRef, Marks, MentionRef
from dateline.spans import Span
from dateline.weave.items import Item

SHARED = 2  # people, or people and the place, that an event must name to be known again by them


def told_in_openings(
    openings: Mapping[str, Sequence[Span]], marks: Mapping[str, Marks], items: Sequence[Item], names: Mapping[MentionRef, str]
) -> dict[str, tuple[EventRef, ...]]:
    """By report, the deeds of other reports whose people, and whose place where one is told, its opening names.

    `openings` are the spans of each report's title and first sentences; `names` the actors and places that mentions stand for.
    """
    deeds = [item for item in items if item.deed and len(item.people) + (1 if item.place else 0) >= SHARED]
    by_person: dict[str, list[Item]] = defaultdict(list)  # an opening is compared with the deeds of the people it names alone
    for item in deeds:
        if item.people:
            by_person[min(item.people)].append(item)
    found: dict[str, tuple[EventRef, ...]] = {}
    for report, spans in openings.items():
        here = {
            names[ref]
            for index, mention in enumerate(marks[report].mentions)
            if any(span.covers(mention.span) for span in spans) and (ref := MentionRef(report, index)) in names
        }
        found[report] = tuple(
            item.ref
            for person in sorted(here & by_person.keys())
            for item in by_person[person]
            if item.ref.report != report and item.people <= here and (item.place is None or item.place in here)
        )
    return found
