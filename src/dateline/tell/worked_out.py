"""Where a field of an event comes from that no clause on the event gives: the words near by that it was worked out from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dateline.records import Actor, Event, EventRef, Marks, MentionRef, Place
from dateline.spans import Span
from dateline.tell.lookup import Lookup


class Rests(NamedTuple):
    """What a field rests on beside the clauses that give it.

    rule: how it was worked out, a name in the templates' `inferred`; "" where reports state it. spans: words near by, of a report
    the nearest.
    """

    rule: str = ""
    spans: tuple[Span, ...] = ()


def gives_day(ref: EventRef, event: Event, lookup: Lookup) -> bool:
    told = lookup.told_when(ref)
    return told is not None and event.date is not None and told.meet(event.date) is not None


def gives_place(ref: EventRef, event: Event, lookup: Lookup) -> bool:
    told = lookup.told_where(ref)
    return told is not None and told.id == event.place


def gives_part(ref: EventRef, actor: str, lookup: Lookup) -> bool:
    mention = lookup.event_mention(ref)
    found = (lookup.mention_actor(ref.report, p.mention) for p in mention.participants) if mention else ()
    return any(part is not None and part.id == actor for part in found)


def of_day(event: Event, lookup: Lookup) -> Rests:
    """The time words that an event has its days from, where no clause holds them or they were inferred."""
    stated = event.date_basis == "stated"
    if event.date is None or (stated and any(gives_day(ref, event, lookup) for ref in event.mentions)):
        return Rests()
    if event.date_basis == "judged":
        return Rests("judged")
    rule = "" if stated else event.date_rule or "near"
    return Rests(rule, () if rule in ("visit", "meetings", "reports") else _nearest(event, _time_words(event, lookup), lookup))


def of_place(event: Event, place: Place, lookup: Lookup) -> Rests:
    """The words near by that name the place of an event, where no clause does."""
    return Rests() if any(gives_place(ref, event, lookup) for ref in event.mentions) else _named(event, place, lookup)


def of_part(event: Event, actor: Actor, lookup: Lookup) -> Rests:
    """The words near by that name somebody who takes part, where no clause does."""
    return Rests() if any(gives_part(ref, actor.id, lookup) for ref in event.mentions) else _named(event, actor, lookup)


def words_beside(event: Event, lookup: Lookup) -> Iterator[Span]:
    """All words beside its clauses that some field of the event rests on."""
    yield from of_day(event, lookup).spans
    if place := lookup.place(event.place):
        yield from of_place(event, place, lookup).spans
    for part in event.participants:
        if actor := lookup.actor(part.actor):
            yield from of_part(event, actor, lookup).spans


def _named(event: Event, named: Actor | Place, lookup: Lookup) -> Rests:
    """By its own names, or by those of its state who take part."""
    if spans := _nearest(event, _mentions(named.mentions, lookup), lookup):
        return Rests("near", spans)
    others = (a for part in event.participants if (a := lookup.actor(part.actor)) and a.id != named.id)
    through = [ref for a in others if a.country and a.country == named.country for ref in a.mentions]
    spans = _nearest(event, _mentions(through, lookup), lookup)
    return Rests("through" if spans else "silent", spans)


Found = Callable[[EventRef, Marks], Iterable[Span]]


def _mentions(mentions: Iterable[MentionRef], lookup: Lookup) -> Found:
    by_report: dict[str, list[Span]] = {}
    for ref in mentions:
        if mention := lookup.mention(ref):
            by_report.setdefault(ref.report, []).append(mention.span)
    return lambda ref, marks: by_report.get(ref.report, ())


def _time_words(event: Event, lookup: Lookup) -> Found:
    """Time expressions that mean the event's very days, else days among them, else a length of time told in the sentence."""
    days = event.date

    def named(ref: EventRef, marks: Marks) -> Iterable[Span]:
        told = [(time.span, meant) for time, meant in zip(marks.times, lookup.times(ref.report), strict=True) if meant and days]
        exact = [span for span, meant in told if meant == days]
        within = [span for span, meant in told if days and meant.within(days)]
        sentence = _sentence(ref, marks, lookup)
        return exact or within or [time.span for time in marks.times if time.meaning is None and sentence.covers(time.span)]

    return named


def _nearest(event: Event, found: Found, lookup: Lookup) -> tuple[Span, ...]:
    """Of each report, in their order, the span nearest to where it tells of the event; what stands before or beside comes first."""
    best: dict[str, tuple[tuple[bool, int], Span]] = {}
    for ref in sorted(event.mentions, key=lambda r: (lookup.numbers.get(r.report, 10**9), r.index)):
        mention, marks = lookup.event_mention(ref), lookup.marks(ref.report)
        if mention is None or marks is None:
            continue
        sentence, start = _sentence(ref, marks, lookup), mention.trigger.start
        for span in found(ref, marks):
            key = (span.start > start and not sentence.covers(span), abs(span.start - start))
            if ref.report not in best or key < best[ref.report][0]:
                best[ref.report] = key, span
    return tuple(span for _, span in best.values())


def _sentence(ref: EventRef, marks: Marks, lookup: Lookup) -> Span:
    mention = lookup.event_mention(ref)
    assert mention is not None  # whoever asks has it
    return next((s for s in marks.sentences if s.covers(mention.trigger)), mention.span)
