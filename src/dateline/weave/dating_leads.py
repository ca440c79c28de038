"""What a report's opening is about, by who and where: other reports' events of the same people in the same place.

A lead in other words than any frame knows ("as of this afternoon there are no relations") is still about the people and the place
that its first sentences name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.records import EventRef, Marks, MentionRef
from dateline.spans import Span
from dateline.weave.items import Item

TWO = 2  # people that an opening must share with an event where it does not name the event's place


def told_in_openings(
    openings: Mapping[str, Sequence[Span]], marks: Mapping[str, Marks], items: Sequence[Item], names: Mapping[MentionRef, str]
) -> dict[str, tuple[EventRef, ...]]:
    """By report, the deeds of other reports whose people, and whose place where one is told, its opening names.

    `openings` are the spans of each report's title and first sentences; `names` the actors and places that mentions stand for.
    """
    deeds = [item for item in items if item.deed and len(item.people) + (1 if item.place else 0) >= TWO and item.people]
    found: dict[str, tuple[EventRef, ...]] = {}
    for report, spans in openings.items():
        here = {
            names[ref]
            for index, mention in enumerate(marks[report].mentions)
            if any(span.covers(mention.span) for span in spans) and (ref := MentionRef(report, index)) in names
        }
        found[report] = tuple(
            item.ref
            for item in deeds
            if item.ref.report != report and item.people <= here and (item.place is None or item.place in here)
        )
    return found
