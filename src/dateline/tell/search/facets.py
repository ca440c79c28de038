"""By what the hits of a query can be told apart: how many have each value of a field, and the query that asks for these alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline import intervals
from dateline.intervals import Interval
from dateline.records import Record
from dateline.tell import words
from dateline.tell.search.called import Called
from dateline.tell.search.fold import clean
from dateline.tell.search.items import Item
from dateline.tell.search.query import Filter, Operator, Period, Query, Term

MOST = 12  # values of one facet
MONTHS = 24  # more of them are told by year


class FacetValue(Record, frozen=True):
    """`query` asks for the hits with this value alone; when it is chosen already, for all others too."""

    label: str
    count: int
    query: str
    chosen: bool = False


class Facet(Record, frozen=True):
    """One field; `more` values are left out."""

    name: str
    values: tuple[FacetValue, ...]
    more: int = 0


def facets(found: Sequence[Item], query: Query, called: Mapping[Operator, Called]) -> tuple[Facet, ...]:
    """The facets of some items, each value with how many of them have it; fields that none of them has are left out."""
    made = (
        _facet("actor", _counted(found, lambda item: item.actors), query, _by_name("who", called)),
        _facet("kind", _counted(found, _own_kinds), query, _plainly("type")),
        _facet("outlet", _counted(found, lambda item: item.outlets), query, _by_name("outlet", called)),
        _facet("place", _counted(found, lambda item: item.places), query, _by_name("in", called)),
        _facet("status", _counted(found, lambda item: item.statuses), query, _plainly("status")),
        _days(found, query),
    )
    return tuple(facet for facet in made if facet.values)


_KINDS = frozenset({"event", "plan", "statement", "dispute", "variant", "report"})
Worded = Callable[[str], tuple[str, tuple[Term, ...]] | None]
"""A value as the facet shows it, and the terms that ask for it; None when no query can."""


def _own_kinds(item: Item) -> Iterable[str]:
    return item.kinds & _KINDS


def _counted(found: Iterable[Item], values: Callable[[Item], Iterable[str]]) -> Counter[str]:
    return Counter(value for item in found for value in values(item))


def _facet(name: str, counts: Counter[str], query: Query, worded: Worded) -> Facet:
    ranked = sorted(counts, key=lambda value: (-counts[value], value))
    made = [_value(shown[0], counts[value], shown[1], query) for value in ranked[:MOST] if (shown := worded(value))]
    return Facet(name, tuple(made), max(0, len(ranked) - MOST))


def _value(label: str, count: int, asked: tuple[Term, ...], query: Query) -> FacetValue:
    chosen = query.has(*asked)
    return FacetValue(label, count, str(query.widened(*asked) if chosen else query.narrowed(*asked)), chosen)


def _plainly(operator: Operator) -> Worded:
    return lambda value: (value, (Filter(operator, value),))


def _by_name(operator: Operator, called: Mapping[Operator, Called]) -> Worded:
    """By the name where it means this one alone, else by the id."""
    known = called[operator]

    def worded(id_: str) -> tuple[str, tuple[Term, ...]] | None:
        name = clean(known.shown(id_)).replace('"', " ").strip()
        for value in (" ".join(name.split()), id_):
            if value and known.of(value) == {id_} and '"' not in value:
                return name, (Filter(operator, value),)
        return None

    return worded


def _days(found: Sequence[Item], query: Query) -> Facet:
    """By month, or by year where there are many months: an item counts for each that its days meet."""
    days = Counter(item.date for item in found if item.date)
    for name, period in (("month", _month), ("year", _year)):
        periods = sorted({one for days_ in days if (one := period(days_))})
        if len(periods) <= MONTHS or name == "year":
            break
    counts = Counter({one: sum(n for days_, n in days.items() if days_.meet(one)) for one in periods[-MONTHS:]})
    made = [_value(words.label(one), counts[one], _between(one.edtf), query) for one in periods[-MONTHS:]]
    return Facet(name, tuple(made), max(0, len(periods) - MONTHS))


def _between(edtf: str) -> tuple[Term, ...]:
    days = words.edtf_interval(edtf)
    return (Period("from", edtf, days), Period("to", edtf, days)) if days else ()


def _month(days: Interval) -> Interval | None:
    """The month that all these days lie in."""
    start = days.earliest
    whole = intervals.month(start.year, start.month) if start else None
    return whole if whole and days.within(whole) else None


def _year(days: Interval) -> Interval | None:
    start = days.earliest
    whole = intervals.year(start.year) if start else None
    return whole if whole and days.within(whole) else None
