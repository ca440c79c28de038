"""Events of the account: what the mentions of one event say together, and which meetings belong to which visit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.records import Event, EventLink, EventParticipant, EventRef, Marks, Published, Report, Role, Status
from dateline.spans import Span
from dateline.weave.alike import Alike
from dateline.weave.at_home import where_done
from dateline.weave.coreference import CALLED_OFF, cluster, family, link
from dateline.weave.disagreements import disagreements, settle_date, settle_place
from dateline.weave.evidence import Rarity
from dateline.weave.freshness import days_left, days_told, news_day
from dateline.weave.hosts import with_hosts
from dateline.weave.items import NEWS, Item, items_of
from dateline.weave.judged_events import as_said, kept_apart, regrouped
from dateline.weave.judgements import NOTHING, Said
from dateline.weave.keeping import fates_of
from dateline.weave.linking import linked, reasons, spanning, told_link
from dateline.weave.numbers import number_disagreements
from dateline.weave.origins import Origins, backed
from dateline.weave.places import Places
from dateline.weave.reckoned import Counts, counts_of, dated_by_count, inferred
from dateline.weave.together import Group
from dateline.weave.visits import WIDE, complete
from dateline.weave.weaving import Weaving

STANDINGS: tuple[Status, ...] = ("planned", "cancelled", "proposed", "denied")  # the first that any report gives
NEAR = 3  # days: a count no wider than this is surer than what a report tells as its news
DEEDS_OF_STATES = frozenset({"ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION"})  # done by a state through its own
FAIR = 10  # of so many mentions that name anybody one must name whoever did it
MANY = 4  # reports of violence from which what one of them alone makes of somebody's part is not enough
LEAD = 900  # characters from the first block that people read in which a report tells its news


@dataclass(frozen=True)
class WovenEvents:
    """The events, and the resolved mentions of each by its id."""

    events: tuple[Event, ...]
    items: Mapping[str, tuple[Item, ...]]


def resolve(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    places: Places,
    published: Mapping[str, Published],
    counts: Counts,
    stories: Iterable[Sequence[str]] = (),
) -> list[Item]:
    """All event mentions of all reports, resolved, in the order of report id and text. stories: the reports of each story."""
    found: list[Item] = []
    alike = Alike(reports, stories)
    for report in sorted(reports, key=lambda r: r.id):
        days, told = published.get(report.id), counts[report.id]
        if report.id in marks:
            found += items_of(marks[report.id], weaving, places, days, _news(report), report, told, alike)
    return found


def _news(report: Report) -> list[Span]:
    """Where a report tells its news: the first LEAD characters that people read, and the captions."""
    start = next((b.span.start for b in report.blocks if b.role in ("title", "body", "turn")), 0)
    return [Span(report.id, start, start + LEAD)] + [b.span for b in report.blocks if b.role == "caption"]


def weave_events(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    places: Places,
    published: Mapping[str, Published],
    origins: Origins,
    said: Said = NOTHING,
    stories: Iterable[Sequence[str]] = (),
) -> WovenEvents:
    """The events that the reports tell of.

    said: what people corrected. stories: the reports of each story, as far as is known before any event is.
    """
    counts = counts_of(reports, marks)
    told_of = resolve(reports, marks, weaving, places, published, counts, stories)
    groups = _spanned(regrouped(_with_calls_off(cluster(told_of, places)), places, said), places)
    texts = {r.id: r.text for r in reports}

    def settled_of(groups: Iterable[tuple[Sequence[Item], tuple[EventLink, ...]]]) -> dict[str, tuple[Event, tuple[Item, ...]]]:
        made = ((as_said(settle(items, links, places, origins, weaving), said), tuple(items)) for items, links in groups)
        return {event.id: (event, items) for event, items in made}

    settled = settled_of(groups)
    fates = fates_of(settled.values(), marks, texts, weaving, places)
    fates = kept_apart(fates, {id_: items for id_, (_, items) in settled.items()}, said)
    settled = settled_of(_with_plans(settled, fates))
    items = {id_: members for id_, (_, members) in settled.items()}
    news = _news_days(members for _, members in settled.values())
    exactly = dated_by_count([event for event, _ in settled.values()], counts, NEAR)
    told = dated_by_count([_dated_by_news(event, items[event.id], news) for event in exactly], counts, NEAR)
    events = with_hosts(complete(told, items, places), items, weaving, places)
    figures = number_disagreements(events, items, reports, marks, weaving, published, places.agree, origins)
    events = [msgspec.structs.replace(e, disagreements=e.disagreements + figures.get(e.id, ())) for e in events]
    events = [_dated_by_reports(e, items[e.id]) for e in dated_by_count(events, counts, WIDE)]
    return WovenEvents(tuple(sorted((as_said(e, said) for e in events), key=lambda e: e.id)), items)


def _spanned(groups: Sequence[Group], places: Places) -> list[Group]:
    """The groups, each with the links that hold it together and no others."""
    rarity = Rarity(item for items, _ in groups for item in items)

    def compare(a: Item, b: Item) -> EventLink:
        return told_link(a, b, link(a, b, places, rarity), places, rarity)

    return [(items, tuple(spanning(items, links, compare))) for items, links in groups]


def _with_calls_off(groups: Sequence[Group]) -> list[Group]:
    """The groups of mentions, "called off his trip" put to those of the trip: it is what became of it, and no other event."""
    at = {item.ref: (number, item) for number, (items, _) in enumerate(groups) for item in items}
    left: list[list[Item]] = [[] for _ in groups]
    links: list[list[EventLink]] = [list(own) for _, own in groups]
    for number, (items, _) in enumerate(groups):
        for item in items:
            about = item.mention.content
            to, trip = at.get(EventRef(item.ref.report, about), (number, None)) if about is not None else (number, None)
            if item.mention.type == "REJECT" and trip and trip.mention.type == "CONSULT" and trip.mention.status == "cancelled":
                said = msgspec.structs.replace(trip.mention, span=item.mention.span)
                left[to].append(replace(trip, ref=item.ref, mention=said))
                links[to].append(linked(trip.ref, item.ref, None, ("it was called off",)))
            else:
                left[number].append(item)
    return [(items, tuple(own)) for items, own in zip(left, links, strict=True) if items]


def _with_plans(
    settled: Mapping[str, tuple[Event, tuple[Item, ...]]], fates: Mapping[str, str]
) -> Iterator[tuple[tuple[Item, ...], tuple[EventLink, ...]]]:
    """The groups of mentions, each plan's put to those of what became of it where both are told as one kind of event."""
    plans: dict[str, list[str]] = defaultdict(list)
    for plan, fate in sorted(fates.items()):
        if family(settled[plan][1][0]) == family(settled[fate][1][0]):
            plans[fate].append(plan)
    gone = {plan for many in plans.values() for plan in many}
    for id_, (event, items) in settled.items():
        if id_ not in gone:
            parts = [(event, items), *(settled[plan] for plan in plans[id_])]
            kept = (linked(items[0].ref, plan[0].ref, None, ("a plan and its deed",)) for _, plan in parts[1:])
            yield tuple(i for _, part in parts for i in part), (*(own for one, _ in parts for own in one.links), *kept)


def settle(
    items: Sequence[Item],
    links: tuple[EventLink, ...],
    places: Places,
    origins: Origins,
    weaving: Weaving,
) -> Event:
    """One event from the mentions that tell of it."""
    items, everything = [i for i in items if i.sure] or items, items
    first = items[0]
    reports = tuple(sorted({i.ref.report for i in everything}))
    date = settle_date(items)
    mode = _vote(i.mention.mode for i in items if i.mention.mode)
    participants = _participants(items, weaving)
    sources = origins.of_events(i.mention for i in everything)
    differing = disagreements(items, places, [i for i in everything if not i.sure] if items[0].sure else ())
    return Event(
        id=content_id("event", first.mention.type, first.ref.report, first.mention.trigger.start, first.mention.trigger.end),
        type=first.mention.type,
        mode=mode,
        cameo=_vote(i.mention.cameo for i in items if i.mention.cameo),
        status=settle_status(items),
        participants=participants,
        place=settle_place(items, places) or _scene(items) or _home(items, participants, weaving, places),
        date=date,
        date_basis="stated" if date else None,
        part_of=None,
        mentions=tuple(sorted((i.ref for i in everything), key=lambda r: (r.report, r.index))),
        reports=reports,
        independent_sources=len(sources),
        disagreements=backed(differing, everything, origins),
        why=reasons(links),
        origins=sources,
        links=links,
        confidence=max(i.mention.confidence for i in everything),
    )


def _vote(values: Iterable[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _scene(items: Sequence[Item]) -> str | None:
    """Where the reports that tell of it as their news were written, if that is one place."""
    scenes = {i.scene for i in items if i.scene}
    return min(scenes) if len(scenes) == 1 else None


def _home(items: Sequence[Item], participants: Sequence[EventParticipant], weaving: Weaving, places: Places) -> str | None:
    """The state of those who do what nobody does but at home."""
    frames = [i.mention.frame for i in items]
    return where_done(frames, [(p.actor, p.role) for p in participants], items[0].language, weaving, places, "state")


def settle_status(items: Sequence[Item]) -> Status:
    """The event's standing at the end of the reports: a deed outweighs plans, the newest report decides between plans."""
    if any(i.told for i in items) or all(i.deed for i in items):
        return "happened"
    newest = max((i.published.latest for i in items if i.published and i.published.latest), default=None)
    last = [i for i in items if not newest or (i.published and i.published.latest == newest)]
    told, told_last = {i.mention.status for i in items}, {i.mention.status for i in last}
    return next((s for s in (*(s for s in CALLED_OFF if s in told_last), *STANDINGS) if s in told), "unknown")


def _participants(items: Sequence[Item], weaving: Weaving) -> tuple[EventParticipant, ...]:
    """Everyone whom a mention names.

    An office with no name, and at an encounter a state, is left out when a named person of its country takes part.
    """
    roles: dict[str, Counter[Role]] = defaultdict(Counter)
    for item in items:
        for actor, role in item.participants:
            roles[actor][role] += 1
    if items[0].mention.type in DEEDS_OF_STATES:  # of those who came to meet, or signed, many are named once
        naming = [i for i in items if i.participants]
        tellers = {a: {i.ref.report for i in naming if a in dict(i.participants)} for a in roles}
        violent = items[0].mention.type == "ASSAULT"
        few = 2 if violent and len({i.ref.report for i in items}) >= MANY else 1
        roles = {a: c for a, c in roles.items() if FAIR * sum(c.values()) >= len(naming) and len(tellers[a]) >= few}
    if items[0].mention.type == "CONSULT" and sum(weaving.named_person(a) for a in roles) > 1:
        # Where people met, a state that few mentions name is as likely what they talked about.
        full = max(1, sum(len(i.sides) > 1 for i in items))
        roles = {a: c for a, c in roles.items() if weaving.kind(a) != "state" or 2 * sum(c.values()) >= full}
    if items[0].mention.mode == "resign":  # one man's act: "A and B resigned along the way" tells of two
        most = max((sum(c.values()) for c in roles.values()), default=0)
        roles = {a: c for a, c in roles.items() if 2 * sum(c.values()) >= most}
    told = Counter[str | None]()
    for actor in roles:
        if weaving.named_person(actor):
            told[weaving.country(actor)] += sum(roles[actor].values())
    represented = set(told) - {None}
    kinds = {"person", "group", "state"} if items[0].mention.type == "CONSULT" else {"person", "group"}
    stand_ins = {a for a in roles if not weaving.named_person(a) and weaving.kind(a) in kinds}
    # A state that most mentions name is not left out for a person whom one of them names.
    stand_ins -= {a for a in stand_ins if weaving.kind(a) == "state" and sum(roles[a].values()) > told[weaving.country(a)]}
    chosen = [a for a in sorted(roles) if a not in stand_ins or weaving.country(a) not in represented]
    taking_part = {a: min(roles[a], key=lambda r: (-roles[a][r], r)) for a in chosen}
    kind = items[0].mention.type
    for actor in chosen:
        state = weaving.state_served(actor) if weaving.country(actor) not in represented else None
        if kind in DEEDS_OF_STATES or (kind != "CONSULT" and weaving.kind(actor) == "organization"):
            state = state or (weaving.state_of_deed(actor) if taking_part[actor] == "initiator" else None)
        if state:
            taking_part.setdefault(state, taking_part[actor])
    return tuple(EventParticipant(actor, role) for actor, role in sorted(taking_part.items()))


def _news_days(groups: Iterable[Sequence[Item]]) -> dict[str, Interval]:
    """The one day of which a report's lead tells deeds, by report; none where the lead names several days."""
    found: dict[str, set[Interval]] = defaultdict(set)
    for items in groups:
        for item in items:
            recent = item.stated and item.published and item.stated.gap(item.published) <= NEWS
            if item.head and item.deed and item.stated and item.stated.exact and recent:
                found[item.ref.report].add(item.stated)
    return {report: min(days) for report, days in found.items() if len(days) == 1}


def _dated_by_news(event: Event, items: Sequence[Item], news: Mapping[str, Interval]) -> Event:
    """An undated deed was done on the day that its reports go on about, else on the day of their news; the date is inferred."""
    if event.date or event.status != "happened":
        return event
    heads = [i for i in items if i.head and i.deed and not i.older and i.mention.modality in ("asserted", "reported")]
    leads = {news.get(i.ref.report) for i in heads}
    one = min((d for d in leads if d), default=None) if len(leads) == 1 else None
    if days := days_told(items):
        return inferred(event, days, "goes on")
    days = one or news_day(items)
    return inferred(event, days, "news") if days else event


def _dated_by_reports(event: Event, items: Sequence[Item]) -> Event:
    """A deed that is still undated has the few days that its reports leave it."""
    days = days_left(items) if event.date is None and event.status == "happened" else None
    return inferred(event, days, "reports") if days else event
