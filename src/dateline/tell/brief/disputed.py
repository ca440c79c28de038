"""What is disputed and what changed as time went on: each value with the outlets that give it and its own footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dateline.records import Account, Disagreement, Event, Value
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.brief.notes import Notes
from dateline.tell.brief.outline import Paragraph, Part, Sentence, sentence
from dateline.tell.disputes import disputes, in_order, kind_of, value_words
from dateline.tell.facts import Fact, event_evidence
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.parties import parties
from dateline.tell.sentences import event_sentence, nominal, told_as
from dateline.tell.templates import templates
from dateline.tell.titles import with_few
from dateline.tell.weights import LESSER, weight

NONE = "On no event do the reports contradict each other outright."
MOST_CHANGES = 3
MOST_DENIED = 2
MOST_NAMED = 3  # of those who took part, when an event is named as a thing


def conflicts(account: Account, lookup: Lookup, kind: str = "conflict") -> list[tuple[Event, Disagreement]]:
    """Disagreements of one kind, those on the weightiest events first."""
    found = [(e, here) for e, d in disputes(account.events) if d.kind == kind and (here := _of_these(d, lookup))]
    return sorted(found, key=lambda pair: (pair[1].field == "number", -weight(pair[0], lookup), pair[0].id, pair[1].field))


def _of_these(disagreement: Disagreement, lookup: Lookup) -> Disagreement | None:
    """With the values that reports of this account give; None where these are not two."""
    values = [(v.value, tuple(r for r in v.reports if lookup.report(r))) for v in disagreement.values]
    kept = tuple(Value(value, reports) for value, reports in values if reports)
    return msgspec.structs.replace(disagreement, values=kept) if len(kept) > 1 else None


def about(event: Event, disagreement: Disagreement, lookup: Lookup, names: Names) -> str:
    """ "the day of the meeting between A and B in Oslo"."""
    thing = _thing(event, disagreement, lookup, names)
    return templates().differ[kind_of(event, disagreement)].format(thing=thing)


def _thing(event: Event, disagreement: Disagreement, lookup: Lookup, names: Names) -> str:
    few = of_few(event, lookup)
    return nominal(few, lookup, names.in_passing(), without=disagreement.field, definite=True)


def of_few(event: Event, lookup: Lookup) -> Event:
    """The event by a few of those who took part, where naming all of them would make it long."""
    who, whom, _ = parties(event, told_as(event, lookup), lookup)
    return event if len(who) + len(whom) <= MOST_NAMED else with_few(event, lookup)


def tell(
    account: Account, ranked: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes, budget: int
) -> tuple[Paragraph, ...]:
    """A paragraph on what the reports contradict each other on, and one on what later ones gave differently."""
    found = conflicts(account, lookup)
    told = _within(budget, found, lambda event, d: _conflict(event, d, lookup, names, notes))
    left = len(found) - len(told)
    if left > 0 and told:
        told.append(sentence(f"They differ on {words.plural(left, 'more point', words=True)}."))
    denied = [(e, f) for f in ranked if f.weight >= LESSER and (e := lookup.event(f.about)) and e.status == "denied"]
    told += [
        sentence(event_sentence(event, lookup, names), notes.refer(fact.evidence))
        for event, fact in [pair for pair in denied if len(pair[0].participants) > 1][:MOST_DENIED]
    ]
    changed = conflicts(account, lookup, "later update")[:MOST_CHANGES]
    later = _within(budget // 2, changed, lambda event, d: _change(event, d, lookup, names, notes))
    first = Paragraph(tuple(told) or (sentence(NONE),))
    return (first, Paragraph((sentence("Some details changed as time went on."), *later))) if later else (first,)


def _within(
    budget: int, found: Sequence[tuple[Event, Disagreement]], tell_of: Callable[[Event, Disagreement], Sentence]
) -> list[Sentence]:
    """The first sentences that there is room for, and one at least."""
    kept: list[Sentence] = []
    for event, disagreement in found:
        if budget <= 0:
            break
        kept.append(tell_of(event, disagreement))
        budget -= len(kept[-1].text.split())
    return kept


def _conflict(event: Event, disagreement: Disagreement, lookup: Lookup, names: Names, notes: Notes) -> Sentence:
    parts = [Part(f"Reports differ on {about(event, disagreement, lookup, names)}: ")]
    values = in_order(disagreement, lookup)
    for number, value in enumerate(values):
        end = "." if number == len(values) - 1 else "; " if len(values) > 2 or _listed(value, lookup) else ", "
        shown = value_words(disagreement.field, value, lookup)
        parts.append(Part(f"{shown} according to {_outlets(value, values, lookup)}", ()))
        parts.append(Part(end, notes.refer(_spans(event, value, lookup), 2)))
    return Sentence(tuple(_footed(parts)))


def _change(event: Event, disagreement: Disagreement, lookup: Lookup, names: Names, notes: Notes) -> Sentence:
    thing = _thing(event, disagreement, lookup, names)
    head, _, end = templates().changed[kind_of(event, disagreement)].format(thing=thing, given="\x00").partition("\x00")
    parts = [Part(words.capital(head))]
    values = in_order(disagreement, lookup)
    for number, value in enumerate(values):
        shown = templates().standings.get(value.value, "") if disagreement.field == "status" else ""
        shown = shown or value_words(disagreement.field, value, lookup)
        last = number == len(values) - 1
        parts.append(Part(f"{'first ' if not number else 'then '}as {shown} ({_outlets(value, values, lookup)})"))
        parts.append(Part(f"{end}." if last else ", ", notes.refer(_spans(event, value, lookup), 2)))
    return Sentence(tuple(_footed(parts)))


def _footed(parts: Sequence[Part]) -> list[Part]:
    """Punctuation joined to the words before it, so that the footnotes stand after both."""
    joined: list[Part] = []
    for part in parts:
        if joined and part.text in (". ", ".", ", ", "; "):
            joined[-1] = Part(joined[-1].text + part.text.rstrip(), part.notes)
            if part.text.endswith(" "):
                joined.append(Part(" "))
        elif joined and joined[-1] == Part(" "):
            joined[-1] = Part(f" {part.text}", part.notes)
        else:
            joined.append(part)
    return joined


def _listed(value: Value, lookup: Lookup) -> bool:
    return len(lookup.outlets(value.reports)) > 1


def _outlets(value: Value, values: Sequence[Value], lookup: Lookup) -> str:
    """The outlets that give a value; numbered where an outlet's reports give different ones."""
    others = {r for other in values if other != value for r in other.reports} - set(value.reports)
    shared = {lookup.in_text(r) for r in others}
    told = sorted(value.reports, key=lambda r: lookup.numbers.get(r, 10**9))
    return words.and_list([lookup.outlet(r) if lookup.in_text(r) in shared else lookup.in_text(r) for r in told], 3)


def _spans(event: Event, value: Value, lookup: Lookup) -> list[Span]:
    return [span for span in event_evidence(event, lookup) if span.report in value.reports]
