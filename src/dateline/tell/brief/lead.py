"""The first paragraph, after which a busy reader can stop: the main event, what else weighs, what comes next, what is disputed."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Account, Event
from dateline.tell import words
from dateline.tell.brief.disputed import about, conflicts, of_few
from dateline.tell.brief.happened import evidence, has_day
from dateline.tell.brief.notes import Notes
from dateline.tell.brief.outline import Paragraph, Part, Sentence, sentence
from dateline.tell.brief.plans import passed
from dateline.tell.facts import Fact
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.sentences import DOUBTFUL, assembled, nominal, worded
from dateline.tell.titles import main_event
from dateline.tell.weights import LESSER

ALSO = 2  # other events that the first paragraph names


def lead(account: Account, ranked: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes) -> tuple[Paragraph, ...]:
    """One paragraph of two to four sentences."""
    told = {f.about: f for f in ranked}
    main = _main(account, lookup, told)
    if main is None:
        return ()
    sentences = [_first(main, told[main.id], lookup, names, notes)]
    if others := _others(main, told, lookup):
        sentences.append(_also(others, lookup, names, notes))
    if plan := _next(main, told, lookup):
        event, fact = plan
        sentences.append(sentence(assembled(worded(event, lookup, names)), notes.refer(evidence(event, fact, lookup))))
    sentences.append(_disputes(account, lookup, names, notes))
    return (Paragraph(tuple(sentences)),)


def _main(account: Account, lookup: Lookup, told: dict[str, Fact]) -> Event | None:
    """The event that the story is named by; of several stories, the weightiest."""
    found = [e for s in account.stories if (e := main_event(s, lookup)) and e.id in told]
    if not found:
        found = sorted((e for id_ in told if (e := lookup.event(id_)) and e.status == "happened"), key=lambda e: not has_day(e))[:1]
    return max(found, key=lambda e: (told[e.id].weight, e.id), default=None)


def _first(event: Event, fact: Fact, lookup: Lookup, names: Names, notes: Notes) -> Sentence:
    """The main event, with how many tell of it."""
    parts = worded(event, lookup, names)
    text = assembled(parts)
    numbers = notes.refer(evidence(event, fact, lookup))
    if parts.says or parts.quote or parts.tail:
        return sentence(text, numbers)
    if fact.independent_sources > 1:
        backing = f"{words.count(fact.independent_sources)} independent reports"
    else:
        backing = lookup.in_text((numbers and fact.evidence[0].report) or "") if fact.evidence else "one report"
    return sentence(f"{text.removesuffix('.')}, according to {backing}.", numbers)


def _others(main: Event, told: dict[str, Fact], lookup: Lookup) -> list[tuple[Event, Fact]]:
    """The next weightiest deeds, those of the main event's own days and place left out: the paragraphs after tell of these."""
    found: list[tuple[Event, Fact]] = []
    for fact in told.values():
        event = lookup.event(fact.about)
        if event is None or event.id == main.id or event.status != "happened" or event.date is None:
            continue
        if fact.weight < LESSER or event.confidence < DOUBTFUL or len(event.participants) < 2:
            continue
        if any(_one_visit(event, other) for other in (main, *(e for e, _ in found))):
            continue
        found.append((event, fact))
        if len(found) == ALSO:
            break
    return sorted(found, key=lambda pair: (pair[0].date.earliest or pair[0].date.latest, pair[0].id))  # type: ignore[union-attr]


def _one_visit(event: Event, other: Event) -> bool:
    if event.part_of in (other.id, other.part_of or "") or other.part_of == event.id:
        return True
    near = event.date is not None and other.date is not None and event.date.gap(other.date) <= 1
    return near and bool({p.actor for p in event.participants} & {p.actor for p in other.participants})


def _also(others: list[tuple[Event, Fact]], lookup: Lookup, names: Names, notes: Notes) -> Sentence:
    """ "The reports also tell of a meeting between A and B in Oslo on 3 May and of talks between C and D on 5 June." """
    parts: list[Part] = []
    for number, (event, fact) in enumerate(others):
        thing = nominal(of_few(event, lookup), lookup, names.in_passing())
        joint = "The reports also tell of " if number == 0 else " and of "
        end = "." if number == len(others) - 1 else ""
        parts.append(Part(f"{joint}{thing} {words.when(event.date)}{end}", notes.refer(evidence(event, fact, lookup))))
    return Sentence(tuple(parts))


def _next(main: Event, told: dict[str, Fact], lookup: Lookup) -> tuple[Event, Fact] | None:
    """The weightiest plan that is still ahead."""
    for fact in told.values():
        event, plan = lookup.event(fact.about), lookup.plan(fact.about)
        if event is None or plan is None or event.id == main.id or event.status != "planned" or passed(fact, lookup):
            continue
        if fact.weight >= LESSER and event.confidence >= DOUBTFUL and event.date:
            return event, fact
    return None


def _disputes(account: Account, lookup: Lookup, names: Names, notes: Notes) -> Sentence:
    found = conflicts(account, lookup)
    if not found:
        return sentence("On no event do the reports contradict each other outright.")
    listed = [about(event, d, lookup, names) for event, d in found[:2]]
    more = len(found) - len(listed)
    listed += [words.plural(more, "other point", words=True)] * (more > 0)
    return sentence(f"The reports contradict each other on {words.and_list(listed)}.")
