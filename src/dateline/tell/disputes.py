"""What the reports of an event do not agree on, as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.records import Disagreement, Event, Value
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.sentences import nominal
from dateline.tell.templates import templates

_COUNTED = re.compile(r"((?:about |nearly |at least |at most )?)([\d.,]+) (person|year|month|week|day|hour|minute)s?")
_LARGE = re.compile(r"\b\d+(?:\.\d+)?e\+\d{1,3}\b|\b\d{5,}\b")
_VOTE = re.compile(r"([\d.,]+) to ([\d.,]+), (votes)")
_LASTING = re.compile(r"\b(?:year|month|week|day|hour|minute)s?$")


def disputes(events: Iterable[Event]) -> list[tuple[Event, Disagreement]]:
    """Every disagreement; a number told of several events ("18 days of talks" before a pact) once, with the one most reported."""
    found: dict[tuple[str, Disagreement], Event] = {}
    for event in sorted(events, key=lambda e: (-len(e.reports), e.id)):
        for disagreement in event.disagreements:
            found.setdefault(("" if disagreement.field == "number" else event.id, disagreement), event)
    return [(event, disagreement) for (_, disagreement), event in found.items()]


def kind_of(event: Event, disagreement: Disagreement) -> str:
    """The field in dispute; how long a meeting or visit took is told apart from other numbers."""
    lasting = event.type == "CONSULT" and all(_LASTING.search(v.value.strip()) for v in disagreement.values)
    return "lasting" if disagreement.field == "number" and lasting else disagreement.field


def dispute_sentence(event: Event, disagreement: Disagreement, lookup: Lookup, names: Names) -> str:
    """What the reports of an event do not agree on, each value with the outlets that give it."""
    thing = nominal(event, lookup, names, without=disagreement.field, definite=True)
    if disagreement.kind == "later update":
        template = templates().changed[kind_of(event, disagreement)]
        return words.capital(f"{template.format(thing=thing, given=_one_after_another(disagreement, lookup))}.")
    about = templates().differ[kind_of(event, disagreement)].format(thing=thing)
    given = [f"{value_words(disagreement.field, v, lookup)} {_outlets(v, lookup)}" for v in disagreement.values]
    if disagreement.kind == "less precise":
        return f"Some reports are less exact than others on {about}: {'; '.join(given)}."
    return f"Reports differ on {about}: {'; '.join(given)}."


def _one_after_another(disagreement: Disagreement, lookup: Lookup) -> str:
    """ "first as A (outlet), then as B (outlet)"; of values that one report gives, none is later."""
    told: list[str] = []
    last = 0
    for value in in_order(disagreement, lookup):
        shown = templates().standings.get(value.value, "") if disagreement.field == "status" else ""
        shown = shown or value_words(disagreement.field, value, lookup)
        first = _first_told(value, lookup)
        told.append(f"{'then ' if first > last and told else 'also ' if told else 'first '}as {shown} {_outlets(value, lookup)}")
        last = first
    return ", ".join(told)


def _outlets(value: Value, lookup: Lookup) -> str:
    return f"({words.and_list(lookup.outlets(value.reports))})"


def _first_told(value: Value, lookup: Lookup) -> int:
    return min((lookup.numbers.get(r, 10**9) for r in value.reports), default=10**9)


def in_order(disagreement: Disagreement, lookup: Lookup) -> list[Value]:
    """The values, of later updates the one that the earliest report gives first."""
    if disagreement.kind != "later update":
        return list(disagreement.values)
    return sorted(disagreement.values, key=lambda v: _first_told(v, lookup))


def value_words(field: str, value: Value, lookup: Lookup) -> str:
    """A value of a disagreement as people write it."""
    given = value.value
    if field == "date":
        interval = words.edtf_interval(given)
        return words.label(interval, term=lookup.term(interval, value.reports)) if interval else given
    if field == "status":
        return templates().values.get(given, given)
    if field == "number":
        return _number_words(given)
    actor = lookup.actor(given)
    return " ".join((actor.name if actor else given).split())


def _number_words(value: str) -> str:
    """A count with its unit in the plural ("18 days", "3 people"); anything else stays as it is."""
    if vote := _VOTE.fullmatch(value.strip()):
        return f"{vote[1]} {vote[3]} to {vote[2]}"
    found = _COUNTED.fullmatch(value.strip())
    if not found or found[2] in ("1", "1.0"):
        return _LARGE.sub(_large, words.one_line(value))
    unit = "people" if found[3] == "person" else f"{found[3]}s"
    return f"{found[1]}{_LARGE.sub(_large, found[2])} {unit}"


def _large(found: re.Match[str]) -> str:
    """ "5.1e+06" as "5.1 million", "12000" as "12,000"."""
    number = float(found[0])
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if size <= number < size * 1000:
            return f"{number / size:.4g} {name}"
    return f"{number:,.0f}" if number < 1e6 and number == int(number) else found[0]
