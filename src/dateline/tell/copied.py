"""What a copy did to the text that it prints, in words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import CopyEdge, Event
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.lookup import Lookup


def changed(edge: CopyEdge) -> str:
    """ ", adds two passages and leaves out one"; nothing where the two are the same."""
    told = [f"adds {words.plural(len(edge.added), 'passage', words=True)}"] if edge.added else []
    if edge.cut:
        number = len(edge.cut)
        told.append(f"leaves out {words.count(number) if edge.added else words.plural(number, 'passage', words=True)}")
    return f", {words.and_list(told)}" if told else ""


def whence(event: Event, lookup: Lookup) -> str:
    """Whose the reports of an event are, where some have it from one origin or from another's word: "Reuters (Herald, Post)"."""
    return "; ".join(_origin(origin.id, origin.reports, lookup) for origin in event.origins) if _told_on(event) else ""


def _told_on(event: Event) -> bool:
    return any(origin.reports != (origin.id,) for origin in event.origins)


def _origin(id_: str, reports: Sequence[str], lookup: Lookup) -> str:
    name, outlets = lookup.origin_name(id_), lookup.outlets(tuple(reports))
    others = [outlet for outlet in outlets if outlet != name]
    return f"{name} ({', '.join(others)})" if others else name


def on_whose_word(span: Span, lookup: Lookup) -> str:
    """ "printed from Reuters", "on the word of Reuters", "its own addition"; nothing of what a report tells by itself."""
    found = lookup.sources.passage(span)
    if found is None:
        edge = lookup.copy(span.report)
        return f"printed from {lookup.outlet(edge.original)}" if edge else ""
    name = lookup.origin_name(found.origin)
    return {"added": "its own addition", "copied": f"printed from {name}", "cited": f"on the word of {name}"}[found.why]
