"""One event: field by field what the reports say, who says so, who says otherwise, who is silent; and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.records import Event, EventRef, Record
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.copied import on_whose_word, whence
from dateline.tell.disputes import disputes
from dateline.tell.linked import Told, told_links
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, place_name, plain_name
from dateline.tell.sentences import event_sentence
from dateline.tell.templates import fill, templates
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.choices import like_event, place_of
from dateline.tell.web.drawings import source_bar
from dateline.tell.web.fields import Field, fields
from dateline.tell.web.lines import (
    DisputeLine,
    FactLine,
    Link,
    PlanLine,
    dispute_lines,
    fact_line,
    link,
    plan_lines,
)
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "Events"
A_SHEET = 200  # events
AROUND = 300  # characters of its sentence before and after a clause


class Joined(Record, frozen=True):
    """With which clause before it one was put together, and what was weighed."""

    other: Link
    why: str


class Clause(Record, frozen=True):
    """One clause that tells of the event, inside its sentence; `told` says how the report puts it, `ref` is where it stands.

    joined: its links to clauses before it; each clause but the first has one, or is linked by one after it.
    """

    link: Link
    ref: str
    before: str
    words: str
    after: str
    told: tuple[str, ...]
    doubtful: bool
    joined: tuple[Joined, ...] = ()


class EventView(Record, frozen=True):
    id: str
    text: str
    tags: tuple[str, ...]
    sources: str
    whence: str
    independent: int
    reports: int
    type: str
    mode: str
    cameo: str
    confidence: float
    fields: tuple[Field, ...]
    disputes: tuple[DisputeLine, ...]
    plan: PlanLine | None
    kept_by: Link | None
    part_of: Link | None
    parts: tuple[Link, ...]
    clauses: tuple[Clause, ...]
    why: tuple[str, ...]
    story: Link | None


class EventList(Record, frozen=True):
    """In the order of time; `count` of all."""

    events: tuple[FactLine, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    return (*names("", needed((len(room.account.events), A_SHEET))), *(e.id for e in room.account.events))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    if not at.id:
        listed = room.ranked(kinds=("event", "plan"), order="date")
        row = at.among("events", needed((len(listed), A_SHEET)))
        told = room.told(at.cut(listed, A_SHEET))
        return Page("Events", EventList(tuple(fact_line(f, room.lookup) for f in told), len(listed), row)) if row else None
    event = room.event(id_)
    if event is None:
        return None
    lookup = room.lookup
    fact = next(iter(room.facts([event.id], kinds=("event", "plan"), dated=True)))
    line = fact_line(fact, lookup)
    plan, story = lookup.plan(event.id), room.story_of.get(event.id)
    view = EventView(
        id=event.id,
        text=fact.text,
        tags=fact.marks,
        sources=line.sources,
        whence=whence(event, lookup),
        independent=fact.independent_sources,
        reports=len(event.reports),
        type=event.type,
        mode=event.mode or "",
        cameo=event.cameo or "",
        confidence=round(event.confidence, 2),
        fields=fields(event, room),
        disputes=dispute_lines(disputes([event]), lookup),
        plan=next(iter(plan_lines([plan], lookup)), None) if plan else None,
        kept_by=_to_event(lookup.event(plan.kept_by), lookup) if plan else None,
        part_of=_to_event(lookup.event(event.part_of), lookup),
        parts=tuple(made for e in room.parts_of.get(event.id, ()) if (made := _to_event(e, lookup))),
        clauses=_clauses(event, lookup),
        why=_reasons(event),
        story=Link(room.titles[story.id], address("stories", story.id)) if story else None,
    )
    bar = source_bar(len(lookup.outlets(event.reports)), fact.independent_sources)
    return Page(words.shorten(fact.text, 120), view, {"sources": bar}, {"same": like_event(event, room)} if room.editable else {})


def _to_event(event: Event | None, lookup: Lookup) -> Link | None:
    if event is None:
        return None
    return Link(event_sentence(event, lookup, Names(lookup, introduce=False)), address("events", event.id))


def _reasons(event: Event) -> tuple[str, ...]:
    """What speaks for its clauses being one event, each reason once, the commonest first."""
    bare = {name: fill(words_, {}) or name for name, words_ in templates().evidence.items()}
    return tuple(dict.fromkeys(bare.get(reason, reason) for reason in event.why))


# ---------------------------------------------------------------- clauses


def _clauses(event: Event, lookup: Lookup) -> tuple[Clause, ...]:
    shown = [ref for ref in lookup.in_order(event) if lookup.event_mention(ref)]
    links = told_links(event, shown, lookup)
    numbers = {ref: number for number, ref in enumerate(shown, 1)}
    return tuple(made for ref in shown if (made := _clause(ref, event, lookup, _joined(links.get(ref, ()), numbers, lookup))))


def _joined(links: Sequence[Told], numbers: Mapping[EventRef, int], lookup: Lookup) -> tuple[Joined, ...]:
    def other(ref: EventRef) -> Link:
        mention = lookup.event_mention(ref)
        said = f" “{words.one_line(lookup.text(mention.trigger))}”" if mention else ""
        return Link(f"{lookup.outlet(ref.report)}{said}", f"#c{numbers[ref]}")

    return tuple(Joined(other(told.other), told.words()) for told in links)


def _clause(ref: EventRef, event: Event, lookup: Lookup, joined: tuple[Joined, ...]) -> Clause | None:
    mention, marks = lookup.event_mention(ref), lookup.marks(ref.report)
    if mention is None or marks is None:
        return None
    span = mention.span
    sentence = next((s for s in marks.sentences if s.covers(span)), span)
    start, end = max(sentence.start, span.start - AROUND), min(sentence.end, span.end + AROUND)
    edges = ((start, span.start), (span.start, span.end), (span.end, end))
    before, said, after = (_in_line(lookup.text(Span(ref.report, a, b))) for a, b in edges)
    told = [templates().standings.get(mention.status, mention.status)] if mention.status != event.status else []
    if day := lookup.told_when(ref):
        told.append(words.label(day))
    if place := lookup.told_where(ref):
        told.append(words.capital(place_name(place)))
    if on_whose := on_whose_word(mention.trigger, lookup):
        told.append(on_whose)
    elif source := lookup.attributed_to(ref):
        told.append(f"according to {plain_name(source)}")
    doubtful = mention.confidence < 0.6
    return Clause(link(span, lookup), place_of(span), before.lstrip(), said.strip(), after.rstrip(), tuple(told), doubtful, joined)


def _in_line(text: str) -> str:
    """Text on one line, with a space at an end where it has white space there: what it is part of is put together again."""
    line = words.one_line(text)
    return f"{' ' * text[:1].isspace()}{line}{' ' * (bool(line) and text[-1:].isspace())}"
