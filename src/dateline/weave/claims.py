"""Numbers as claims: each with what it counts, the event it is told of, and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline import languages
from dateline.intervals import Interval
from dateline.records import FATES, Event, Marks, MentionRef, Published, Quantity, Report
from dateline.spans import Span
from dateline.weave.items import Item, ground_times
from dateline.weave.weaving import Weaving
from dateline.weave.wording import meaning, words

ORDERS = {"second": "hour", "minute": "hour", "hour": "hour", "day": "day", "week": "day", "month": "month", "year": "month"}
LASTING, PAIR, SUM = "lasting", "a pair", "a sum"
BROAD = ("people", "states")  # kinds in which different nouns meet
LENGTHS = ("km", "m", "mi", "kg", "t", "kt", "ha", "km2")  # of something that must be named to be compared
_FEWEST = 5  # a bare count below this ("the two leaders") says who, not how many
_JOINED = re.compile(r",? and |, ")
_AT_ONCE = 40  # characters beside a number in which a word says that it counts the rest
_BACK = 300  # characters in which a number goes on about the event told before it


@dataclass(frozen=True)
class Told:
    """An event and one of its mentions."""

    item: Item
    event: Event


@dataclass(frozen=True)
class Claim:
    """A number, what it counts, the event nearest to it, and what stands around it."""

    report: str
    quantity: Quantity
    kind: str  # what two numbers must both be to be compared
    noun: str  # what it counts, in the report's own word
    befell: frozenset[str]  # what the report says befell those counted: "freed"
    told: Told | None
    events: frozenset[str]  # all that its clause tells of
    context: frozenset[str]  # actors and words of its clause
    around: frozenset[str]  # words of the sentences before and after
    named: frozenset[str]  # people of the clause
    people: frozenset[str]  # those, and the people of the event
    when: Interval | None  # the days of the event; of what lasted, else those that the clause names
    place: str | None = None  # of the event
    rest: bool = False  # those left of a number, or some more: "197 are still missing", "22 other defendants"
    whole: float = 0.0  # with what is counted beside it: 15 of "twelve soldiers and three civilians"
    published: date | None = None  # the last day on which its report can have come out


def claims_of(report: Report, marks: Marks, told: Sequence[Told], weaving: Weaving, published: Published | None) -> Iterator[Claim]:
    """The claims of one report, in text order."""
    if not languages.known(report.language):
        return
    mentions = [(m, weaving.actor_of.get(MentionRef(report.id, i))) for i, m in enumerate(marks.mentions)]
    actors = [(m.span, a) for m, a in mentions if a]
    aside = [t.span for t in marks.times] + [span for span, _ in actors]
    bodies = [m.span.start for m, _ in mentions if m.kind in ("organization", "state")]
    starts = [s.start for s in marks.sentences]
    days = ground_times(marks, published)

    def content(span: Span, without: Span) -> frozenset[str]:
        found = [w for w in words(report.text, span.start, span.end, report.language) if w.kind == "content"]
        return frozenset(w.folded for w in found if not any(s.start <= w.start < s.end for s in (*aside, without)))

    for quantity in marks.quantities:
        at = bisect_right(starts, quantity.span.start) - 1
        if at < 0 or not marks.sentences[at].covers(quantity.span):
            continue
        following = re.match(r" of (?:the |its )?", report.text[quantity.span.end : quantity.span.end + 12])
        of_body = following is not None and quantity.span.end + following.end() in bodies
        kind, noun = _kind(quantity, report.language, of_body=of_body)
        if not kind:
            continue
        clause = _clause(marks.sentences[at], quantity.span, report.text)
        near = _told_of(quantity, clause, told, report.text)
        events = frozenset(t.event.id for t in told if clause.covers(t.item.mention.trigger))
        here = frozenset(a for span, a in actors if clause.covers(span))
        known = {p.actor for p in near.event.participants} if near else set()
        named = frozenset(a for a in here if weaving.named_person(a))
        yield Claim(
            report.id,
            quantity,
            kind,
            noun,
            frozenset(w for w in quantity.about.split() if _nouns(report.language)["befell"].fullmatch(w)),
            near,
            events or frozenset(t.event.id for t in (near,) if t),
            here | content(clause, quantity.span),
            frozenset().union(*(content(s, quantity.span) for s in marks.sentences[max(0, at - 1) : at + 2])),
            named,
            named | {a for a in known if weaving.named_person(a)},
            _when(
                near,
                [d for t, d in zip(marks.times, days, strict=True) if d and kind.startswith(LASTING) and clause.covers(t.span)],
            ),
            (near.item.place or near.event.place) if near else None,
            _rest(quantity, report.text, report.language),
            _whole(quantity, marks.quantities, report.text),
            published.interval.latest if published else None,
        )


def _clause(sentence: Span, inside: Span, text: str) -> Span:
    """The part of a sentence between semicolons that holds a span."""
    start = text.rfind(";", sentence.start, inside.start) + 1 or sentence.start
    end = text.find(";", inside.end, sentence.end)
    return Span(sentence.report, start, end if end >= 0 else sentence.end)


def _told_of(quantity: Quantity, clause: Span, told: Sequence[Told], text: str) -> Told | None:
    """The event mention of the clause that is nearest to a number, else the last one of the paragraph before it."""
    near: list[tuple[int, int, int, Told]] = []
    for one in told:
        mention, start = one.item.mention, quantity.span.start
        if clause.covers(mention.trigger):
            near.append((mention.span.gap(quantity.span), abs(mention.trigger.start - start), one.item.ref.index, one))
        elif 0 < start - mention.trigger.end < _BACK and "\n\n" not in text[mention.trigger.end : start]:
            near.append((_BACK, start - mention.trigger.end, one.item.ref.index, one))
    return min(near, key=lambda n: n[:3])[3] if near else None


def _rest(quantity: Quantity, text: str, language: str) -> bool:
    """Whether a number is of those who are left, or come on top of others."""
    nouns = _nouns(language)
    before, after = text[max(0, quantity.span.start - _AT_ONCE) : quantity.span.start], text[quantity.span.end :][:_AT_ONCE]
    added = nouns["others"].search(quantity.span.of(text)) or nouns["others_before"].search(before)
    return added is not None or nouns["left"].match(after) is not None


def _whole(quantity: Quantity, listed: Sequence[Quantity], text: str) -> float:
    """A number of people with those joined to it: "twelve soldiers, two nurses and a guard" are none of them all who died."""
    people = [q for q in listed if q.unit == "person"]
    if quantity not in people:
        return quantity.value
    at = people.index(quantity)
    first = last = at
    while first and _JOINED.fullmatch(text, people[first - 1].span.end, people[first].span.start):
        first -= 1
    while last + 1 < len(people) and _JOINED.fullmatch(text, people[last].span.end, people[last + 1].span.start):
        last += 1
    return sum(q.value for q in people[first : last + 1])


def _when(near: Told | None, named: Sequence[Interval]) -> Interval | None:
    if near and (told := near.item.stated or near.event.date):
        return told
    return named[0] if len(named) == 1 else None


@cache
def _nouns(language: str) -> dict[str, re.Pattern[str]]:
    any_of = languages.alternatives(language, "counts")
    kinds = {kind: re.compile(rf"(?:{any_of[kind]})", re.I) for kind in (*FATES, *BROAD, "befell")}
    others = rf"\b(?:{any_of['others']})\b(?! than)"
    before, after = rf"\b(?:{any_of['others']}) $", rf"[^.;]{{0,20}}?\b(?:{any_of['left']})\b"
    return kinds | {"others": re.compile(others, re.I), "others_before": re.compile(before, re.I), "left": re.compile(after, re.I)}


def _kind(quantity: Quantity, language: str, *, of_body: bool) -> tuple[str, str]:
    """What two numbers must both be to be compared, and the noun that they count; ("", "") for one that cannot be compared.

    Lengths of time of one order, pairs of numbers, the dead, sums of one currency, people, states, or the same noun. of_body: it
    counts the members of a body, which are states as like as not.
    """
    nouns = _nouns(language)
    listed = [w for w in quantity.about.split() if not nouns["befell"].fullmatch(w)]
    noun = next((meaning(w, language) for w in words(listed[-1], 0, len(listed[-1]), language)[-1:]), "") if listed else ""
    if quantity.unit in ORDERS:
        return (f"{LASTING} {ORDERS[quantity.unit]}", noun) if quantity.lasting else ("", "")
    if quantity.against is not None:
        return PAIR, noun
    if fate := next((k for k in FATES if any(nouns[k].fullmatch(w) for w in listed)), None):
        return fate, fate
    if quantity.unit and quantity.unit != "person":
        unnamed = quantity.unit == "%" or (quantity.unit in LENGTHS and not noun)
        return ("", "") if unnamed else (f"{SUM} {quantity.unit} {noun}".strip(), noun)
    if not noun or quantity.value < _FEWEST:
        return "", ""
    kind = next((k for k in BROAD if nouns[k].fullmatch(listed[-1])), noun)
    return "states" if of_body and kind == "people" else kind, noun
