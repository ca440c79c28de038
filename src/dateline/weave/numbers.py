"""Numbers that reports of one event give for one thing: how long it lasted, how many came, how many died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.records import Disagreement, Marks, Quantity, Value
from dateline.spans import Span
from dateline.weave.items import Item

_SCALE = {
    "second": ("hour", 1 / 3600),
    "minute": ("hour", 1 / 60),
    "hour": ("hour", 1.0),
    "day": ("day", 1.0),
    "week": ("day", 7.0),
}
_FEWEST = 5  # a bare count below this ("the two leaders") says who, not how many
_ROUGHLY = 0.2  # relative difference that a rounded number allows
_PEOPLE = frozenset({"people", "person", "member", "businessman", "businessmen", "delegate", "official", "expert", "man", "men"})
_DEAD = frozenset({"dead", "killed", "death", "victim", "life", "lives", "died"})


def number_disagreements(items: Sequence[Item], marks: Mapping[str, Marks]) -> tuple[Disagreement, ...]:
    """A disagreement for each kind of number on which no two reports' values of it can be one."""
    given: dict[str, dict[str, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        for quantity in _beside(item, marks[item.ref.report]):
            key = _kind(quantity)
            if key and quantity not in given[key][item.ref.report]:
                given[key][item.ref.report].append(quantity)
    found = []
    for kind in sorted(given):
        reports = given[kind]
        apart = [
            (a, b)
            for a in sorted(reports)
            for b in sorted(reports)
            if a < b and not any(_agree(x, y) for x in reports[a] for y in reports[b])
        ]
        if apart:
            found.append(_record(kind, {r: reports[r] for pair in apart for r in pair}))
    return tuple(found)


def _beside(item: Item, marks: Marks) -> Iterator[Quantity]:
    """Quantities in the mention's sentence to which no other mention of an event stands nearer."""
    span = item.mention.span
    sentence = next((s for s in marks.sentences if s.covers(item.mention.trigger)), span)
    rivals = [e.span for i, e in enumerate(marks.events) if i != item.ref.index and sentence.covers(e.trigger)]
    for quantity in marks.quantities:
        if sentence.covers(quantity.span):
            own = _distance(span, quantity.span)
            if all(own <= _distance(rival, quantity.span) for rival in rivals):
                yield quantity


def _distance(a: Span, b: Span) -> int:
    return max(0, max(a.start, b.start) - min(a.end, b.end))


def _kind(quantity: Quantity) -> str | None:
    """What two numbers must both be to be compared: hours, days, the dead, people, or the same counted noun."""
    if quantity.unit in _SCALE:
        return _SCALE[quantity.unit][0]
    words = quantity.about.split()
    if _DEAD & set(words):
        return "dead"
    if quantity.unit and quantity.unit != "person":
        return f"{quantity.unit} {words[-1]}" if words else quantity.unit
    if not words or quantity.value < _FEWEST:
        return None
    return "people" if words[-1] in _PEOPLE else words[-1]


def _agree(a: Quantity, b: Quantity) -> bool:
    x, y = (q.value * _SCALE.get(q.unit, ("", 1.0))[1] for q in (a, b))
    allowed = _ROUGHLY if a.approximate or b.approximate else 0.005
    return abs(x - y) <= allowed * max(x, y)


def _record(kind: str, reports: Mapping[str, Sequence[Quantity]]) -> Disagreement:
    values: dict[str, set[str]] = defaultdict(set)
    for report, quantities in reports.items():
        for quantity in quantities:
            about = quantity.unit or quantity.about
            values[f"{'about ' if quantity.approximate else ''}{quantity.value:g} {about}".strip()].add(report)
    return Disagreement("number", "conflict", tuple(Value(v, tuple(sorted(r))) for v, r in sorted(values.items())))
