"""What pages show, line by line, each with the addresses of the characters that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.intervals import Interval
from dateline.records import Actor, Disagreement, Event, Plan, Record, Report, StatementRef, VariantGroup
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.compare import Segment, compare
from dateline.tell.copied import changed
from dateline.tell.disputes import in_order, kind_of, value_words
from dateline.tell.facts import Fact, by_day, event_evidence
from dateline.tell.labels import backing, published_label, sources, stages
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.sentences import nominal
from dateline.tell.statements import apart, parted, spoken
from dateline.tell.templates import templates
from dateline.tell.web.addresses import address
from dateline.tell.web.marked import anchor
from dateline.tell.web.room import Room, outlet_id

SOON = 99  # days ahead of the last report that are counted


class Link(Record, frozen=True):
    """`to` is a canonical address; "" for text that leads nowhere. `title` says more to who asks."""

    text: str
    to: str
    title: str = ""


class FactLine(Record, frozen=True):
    """One fact. `tags` are words on its standing, `to` the page that tells what it rests on, `links` its characters.

    inferred: no report gives the day. as_of: the last day on which one of its reports is known to have come out, "" where none is.
    """

    about: str
    day: str
    inferred: bool
    as_of: str
    text: str
    tags: tuple[str, ...]
    sources: str
    independent: int
    reports: int
    to: str
    links: tuple[Link, ...]


class FactList(Record, frozen=True):
    """`left` counts lesser facts that are not listed."""

    lines: tuple[FactLine, ...]
    lesser: tuple[FactLine, ...] = ()
    left: int = 0


class ValueLine(Record, frozen=True):
    """`backing`: ", from one origin", where the reports have it from fewer origins than they are."""

    value: str
    links: tuple[Link, ...]
    backing: str = ""


class DisputeLine(Record, frozen=True):
    thing: str
    to: str
    field: str
    kind: str
    values: tuple[ValueLine, ...]


class VersionLine(Record, frozen=True):
    """`also` are further reports that give the same words; `via` is who passed them on ("according to the agency")."""

    link: Link
    indirect: bool
    segments: tuple[Segment, ...]
    also: tuple[Link, ...] = ()
    via: str = ""


class Comparison(Record, frozen=True):
    """The versions of one statement; `differences` are sentences."""

    speaker: Link
    day: str
    to: str
    versions: tuple[VersionLine, ...]
    differences: tuple[str, ...]


class PlanLine(Record, frozen=True):
    """`kept_by` is the deed by which it was kept, where that is told as another event."""

    day: str
    text: str
    to: str
    status: str
    outcome: str
    history: tuple[ValueLine, ...]
    links: tuple[Link, ...]
    kept_by: Link | None = None


class ReportLine(Record, frozen=True):
    number: int
    day: str
    outlet: Link
    link: Link
    note: str
    key: bool  # a reader marked it as one to build on
    id: str


# ---------------------------------------------------------------- links


def link(span: Span, lookup: Lookup, *, say: bool = True) -> Link:
    """To the characters of a span, called by its outlet; its title are the characters, unless they stand beside it."""
    report = lookup.report(span.report)
    inside = report is not None and 0 <= span.start < span.end <= len(report.text)
    fragment = anchor(span.start, span.end) if inside else ""
    return Link(
        lookup.outlet(span.report), address("reports", span.report, fragment), words.shorten(lookup.text(span), 100) if say else ""
    )


def links(spans: Iterable[Span], lookup: Lookup) -> tuple[Link, ...]:
    """One link for each report, to the best of its spans."""
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.report, span)
    return tuple(link(span, lookup) for span in first.values())


def to_report(report: str, lookup: Lookup) -> Link:
    return Link(lookup.outlet(report), address("reports", report))


def to_actor(actor: Actor, room: Room) -> Link:
    return Link(words.capital(plain_name(actor)), room.actor_address(actor.id))


def to_outlet(report: Report, lookup: Lookup) -> Link:
    name = lookup.outlet_name(report)
    return Link(name, address("outlets", outlet_id(name)) if lookup.outlet_known(report) else "")


# ---------------------------------------------------------------- lines


def fact_line(fact: Fact, lookup: Lookup) -> FactLine:
    kind = "statements" if fact.kind == "variant" else "events" if fact.about else ""
    event = lookup.event(fact.about)
    published = [days.latest for span in fact.evidence if (days := lookup.published(span.report)) and days.latest]
    return FactLine(
        about=fact.about,
        day=words.label(fact.date),
        inferred=event is not None and event.date_basis == "inferred",
        as_of=words.days(max(published)) if published else "",
        text=fact.text,
        tags=fact.marks,
        sources=sources(fact),
        independent=fact.independent_sources,
        reports=fact.report_count,
        to=address(kind, fact.about) if kind else "",
        links=links(fact.evidence, lookup),
    )


def dispute_lines(found: Sequence[tuple[Event, Disagreement]], lookup: Lookup) -> tuple[DisputeLine, ...]:
    """Disagreements in the order of their events' days."""
    ordered = sorted(found, key=lambda pair: (by_day(pair[0].date), pair[0].id, pair[1].field))
    return tuple(dispute_line(event, disagreement, lookup) for event, disagreement in ordered)


def dispute_line(event: Event, disagreement: Disagreement, lookup: Lookup) -> DisputeLine:
    thing = nominal(event, lookup, Names(lookup, introduce=False), without=disagreement.field, definite=True)
    field = templates().fields[kind_of(event, disagreement)]
    values = value_lines(event, disagreement, lookup)
    return DisputeLine(words.capital(thing), address("events", event.id), field, disagreement.kind, values)


def value_lines(event: Event, disagreement: Disagreement, lookup: Lookup) -> tuple[ValueLine, ...]:
    """What the reports do not agree on: each value with those that give it."""
    at = _words_on(event, lookup)
    return tuple(
        ValueLine(
            value_words(disagreement.field, v, lookup),
            tuple(at(r, words.edtf_interval(v.value) if disagreement.field == "date" else None) for r in v.reports),
            backing(v),
        )
        for v in in_order(disagreement, lookup)
    )


def _words_on(event: Event, lookup: Lookup) -> Callable[[str, Interval | None], Link]:
    """Where a report, given by its id, tells of the event: best where it gives it these days."""
    best = {span.report: span for span in reversed(event_evidence(event, lookup))}
    dated: dict[tuple[str, Interval], Span] = {}
    for ref in event.mentions:
        mention, days = lookup.event_mention(ref), lookup.told_when(ref)
        if mention and days:
            dated.setdefault((ref.report, days), mention.span)

    def at(report: str, days: Interval | None) -> Link:
        span = (dated.get((report, days)) if days else None) or best.get(report)
        return link(span, lookup) if span else to_report(report, lookup)

    return at


def comparison(group: VariantGroup, room: Room) -> Comparison | None:
    """The versions of one statement, each with the words marked that the first (the first: that the second) has not."""
    lookup = room.lookup
    listed = apart(group, lookup)
    if not listed:
        return None
    texts = [said(same[0], lookup) for same in listed]
    lines = []
    for number, (ref, *also) in enumerate(listed):
        other = texts[1] if number == 0 and len(texts) > 1 else texts[0]
        segments = compare(texts[number], other)[0] if len(texts) > 1 else (Segment(texts[number], False),)
        lines.append(version(ref, segments, lookup, also))
    speaker = lookup.actor(group.speaker) or lookup.speaker(listed[0][0])
    day = next((d for same in listed for ref in same if (d := lookup.said(ref))), None)
    return Comparison(
        speaker=to_actor(speaker, room) if speaker else Link("Speaker not known", ""),
        day=words.label(day) if day else "",
        to=address("statements", group.id),
        versions=tuple(lines),
        differences=parted(group, lookup),
    )


def said(ref: StatementRef, lookup: Lookup) -> str:
    """The words of a statement on one line."""
    statement = lookup.statement(ref)
    return spoken(lookup.text(statement.span), 2000) if statement else ""


def version(ref: StatementRef, segments: Sequence[Segment], lookup: Lookup, also: Sequence[StatementRef] = ()) -> VersionLine:
    def source(ref: StatementRef) -> Link:
        statement = lookup.statement(ref)
        return link(statement.span, lookup, say=False) if statement else to_report(ref.report, lookup)

    statement = lookup.statement(ref)
    indirect = statement is not None and statement.kind == "indirect"
    relay, speaker = lookup.relayed_by(ref), lookup.speaker(ref)
    via = plain_name(relay) if relay and (speaker is None or relay.id != speaker.id) else ""
    return VersionLine(source(ref), indirect, tuple(segments), tuple(map(source, also)), via)


def whole(ref: StatementRef, lookup: Lookup) -> VersionLine:
    """A statement that nothing is compared with."""
    return version(ref, (Segment(said(ref, lookup), False),), lookup)


def plan_lines(plans: Iterable[Plan], lookup: Lookup) -> tuple[PlanLine, ...]:
    """Plans in the order of their days."""
    listed = [(plan, event) for plan in plans if (event := lookup.event(plan.event))]
    listed.sort(key=lambda pair: (by_day(pair[1].date), pair[1].id))
    return tuple(_plan(plan, event, lookup) for plan, event in listed)


def _due(plan: Plan, event: Event, lookup: Lookup) -> str:
    """ ", due in 6 days": of a day that lies not far after the last that a report is known to have come out on."""
    if plan.outcome not in ("open", "moved") or event.date is None or not event.date.exact or event.date.latest is None:
        return ""
    ahead = (event.date.latest - lookup.last_day).days if lookup.last_day else 0
    return f", due in {words.plural(ahead, 'day')}" if 0 < ahead <= SOON else ""


def _plan(plan: Plan, event: Event, lookup: Lookup) -> PlanLine:
    text = words.capital(nominal(event, lookup, Names(lookup, introduce=False)))
    text += "".join(f", on condition: “{words.one_line(lookup.text(span))}”" for span in lookup.conditions(plan))
    at = _words_on(event, lookup)
    given = [ValueLine(day, tuple(at(*one) for one in told.items())) for day, told in stages(plan, lookup)]
    history = tuple(given) if len(given) > 1 else ()
    stepped = {step.report for step in plan.history if step.interval} if history else set()
    others = links((span for span in event_evidence(event, lookup) if span.report not in stepped), lookup)
    outcome = templates().outcomes[plan.outcome] + _due(plan, event, lookup)
    deed = lookup.event(plan.kept_by) if plan.kept_by != event.id else None
    kept_by = Link(nominal(deed, lookup, Names(lookup, introduce=False)), address("events", deed.id)) if deed else None
    return PlanLine(words.label(event.date), text, address("events", event.id), plan.outcome, outcome, history, others, kept_by)


def report_lines(reports: Iterable[Report], room: Room) -> tuple[ReportLine, ...]:
    """Reports as they come: when, where, what they are called."""
    lookup = room.lookup
    return tuple(
        ReportLine(
            number=lookup.numbers[report.id],
            day=published_label(report.id, lookup),
            outlet=to_outlet(report, lookup),
            link=Link(lookup.title(report), address("reports", report.id)),
            note=note(report, lookup),
            key=report.id in room.key,
            id=report.id,
        )
        for report in reports
    )


def note(report: Report, lookup: Lookup) -> str:
    """Where the report's text comes from, when not from its outlet."""
    if edge := lookup.copy(report.id):
        return f"Copy of {lookup.outlet(edge.original)}: {edge.why}{changed(edge)}"
    return f"Credited to {report.origin}" if report.origin else ""
