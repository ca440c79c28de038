"""What happened, as paragraphs in order of time: deeds of the same people on the same days are told in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.intervals import Interval
from dateline.records import Event
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.brief.notes import Notes
from dateline.tell.brief.outline import Paragraph, Part, Sentence, sentence
from dateline.tell.facts import Fact, by_day
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.parties import parties
from dateline.tell.sentences import assembled, told_as, worded
from dateline.tell.templates import templates

NO_DAY = "The reports give no day for what follows."
LONGEST = 5  # sentences of a paragraph
PAUSE = 45  # days without an event after which a new paragraph begins


def tell(chosen: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes) -> tuple[Paragraph, ...]:
    """Facts on events as paragraphs; those without a day stand last."""
    events = [(event, fact) for fact in chosen if (event := lookup.event(fact.about))]
    dated = _visits_first(sorted((pair for pair in events if pair[0].date), key=_in_time), lookup)
    undated = [pair for pair in events if not pair[0].date]
    paragraphs = [_paragraph(list(run), lookup, names, notes) for run in _runs(dated)]
    if undated:
        told = [_alone(event, fact, None, False, lookup, names, notes, tail=False) for event, fact in undated]
        paragraphs.append(Paragraph((sentence(NO_DAY), *told)))
    return tuple(paragraphs)


def evidence(event: Event, fact: Fact, lookup: Lookup) -> tuple[Span, ...]:
    """The characters to point at: those that tell of the event as it stands, where there are such."""
    standing = {m.span for ref in event.mentions if (m := lookup.event_mention(ref)) and m.status == event.status}
    return tuple(span for span in fact.evidence if span in standing) or fact.evidence


def _in_time(pair: tuple[Event, Fact]) -> tuple[object, ...]:
    event, fact = pair
    return by_day(event.date), event.mode != "visit", event.place or "", -fact.weight, event.id


def _visits_first(pairs: list[tuple[Event, Fact]], lookup: Lookup) -> list[tuple[Event, Fact]]:
    """The same with each visit before what may have been done on it: the same people, the same place, days that meet."""
    out: list[tuple[Event, Fact]] = []
    for pair in pairs:
        at = len(out)
        if pair[0].mode == "visit" and pair[0].place and pair[0].date:
            on_it = (n for n, (e, _) in enumerate(out) if e.place == pair[0].place and e.date and e.date.meet(pair[0].date))
            at = next((n for n in on_it if out[n][0].mode != "visit" and _doers(out[n][0], lookup) == _doers(pair[0], lookup)), at)
        out.insert(at, pair)
    return out


def _runs(pairs: list[tuple[Event, Fact]]) -> Iterator[list[tuple[Event, Fact]]]:
    """Events of one paragraph: a pause or a full paragraph ends it, but never between events of one day."""
    run: list[tuple[Event, Fact]] = []
    for pair in pairs:
        before = run[-1][0].date if run else None
        now = pair[0].date
        if run and before and now and before != now and (len(run) >= LONGEST or (before.gap(now) > PAUSE and len(run) > 1)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _paragraph(pairs: list[tuple[Event, Fact]], lookup: Lookup, names: Names, notes: Notes) -> Paragraph:
    sentences: list[Sentence] = []
    before: Interval | None = None
    while pairs:
        (event, fact), *pairs = pairs
        other = next((pair for pair in pairs[:4] if _follows(event, pair[0], lookup)), None)
        joined = None
        if other and "disputed" not in fact.marks:
            joined = _joined(event, fact, *other, before, not sentences, lookup, names, notes)
        if other and joined:
            sentences.append(joined)
            pairs.remove(other)
            before = event.date if event.date and other[0].date and event.date.within(other[0].date) else other[0].date
            continue
        sentences.append(_alone(event, fact, before, not sentences, lookup, names, notes))
        before = event.date
    return Paragraph(tuple(sentences))


def _follows(event: Event, other: Event, lookup: Lookup) -> bool:
    """Whether the other deed is told with this one: the same people, near in time."""
    if event.status != "happened" or other.status != "happened" or any(d.kind == "conflict" for d in other.disagreements):
        return False
    if event.date is None or other.date is None or event.date.gap(other.date) > 1:
        return False
    return bool(event.participants) and _doers(event, lookup) == _doers(other, lookup)


def _doers(event: Event, lookup: Lookup) -> tuple[str, ...]:
    who, whom, _ = parties(event, told_as(event, lookup), lookup)
    return who or whom


def _joined(
    event: Event,
    fact: Fact,
    other: Event,
    more: Fact,
    before: Interval | None,
    first: bool,
    lookup: Lookup,
    names: Names,
    notes: Notes,
) -> Sentence | None:
    """ "Sadat visited Jerusalem on 19 November and addressed the Knesset there the next day"; None where a part says more."""
    there = "there" if other.place and other.place == event.place else None
    met = {p.actor for p in other.participants}
    guests = tuple(p for p in event.participants if p.role != "host")
    hosts = {p.actor for p in event.participants if p.role == "host"}
    shorter = msgspec.structs.replace(event, participants=guests) if guests and hosts & met else event
    passing = names.in_passing()
    if not (worded(shorter, lookup, passing, when="").plain and worded(other, lookup, passing, when="", place=there).plain):
        return None
    day = words.then(event.date, before)
    then = "" if event.date and other.date and event.date.within(other.date) else words.then(other.date, event.date)
    one = worded(shorter, lookup, names, when="" if first else day)
    two = worded(other, lookup, names, when="", place=there)
    start = f"{day} {one.body}" if first and day else one.body
    end = f" and {two.done}{f' {then}' if then else ''}"
    return Sentence(
        (
            Part(words.capital(start), notes.refer(evidence(event, fact, lookup))),
            Part(words.stopped(end), notes.refer(evidence(other, more, lookup))),
        )
    )


def _alone(
    event: Event,
    fact: Fact,
    before: Interval | None,
    first: bool,
    lookup: Lookup,
    names: Names,
    notes: Notes,
    tail: bool = True,
) -> Sentence:
    """One event as a sentence; `tail` False leaves out what is not known, which the paragraph says of all its sentences."""
    day = words.then(event.date, before) if event.date else ""
    told = worded(event, lookup, names, when="" if first else day)
    if first and day:
        told = msgspec.structs.replace(told, body=f"{day} {told.body}" if told.who else f"{told.body} {day}")
    differ = [templates().fields[d.field] for d in event.disagreements if d.kind == "conflict" and d.field != "number"]
    differs = f"reports differ on {words.and_list(differ)}" if differ else ""
    last = "; ".join(part for part in (told.tail if tail else "", differs) if part)
    return sentence(assembled(msgspec.structs.replace(told, tail=last)), notes.refer(evidence(event, fact, lookup)))
