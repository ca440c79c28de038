"""What can be found: each fact of the account and each report, with the fields that a query asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.records import Event, MentionRef, Report, StatementRef
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.facts import Draft, FactKind, drafts
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.search.called import lies_in

HitKind = FactKind | Literal["report"]
Address = tuple[Literal["events", "statements", "reports"], str]
LONGEST = 600  # characters of a headline
REPORT = 2.0  # weight of a report, that of a statement of somebody who does little
_FOLDED = frozenset({"furniture", "repeat", "title"})  # roles of blocks that are not read for a report's words


@dataclass(frozen=True, slots=True)
class Item:
    """A fact or a report.

    id: stable while what it tells of stays the same. line: its sentence without the day, or its headline. passages: where its words
    stand in the reports, the best first. kinds: what `type:` finds it by, in lower case. reports: ids of those that tell of it.
    """

    id: str
    kind: HitKind
    line: str
    date: Interval | None
    passages: tuple[Span, ...]
    weight: float
    sources: int
    reports: tuple[str, ...]
    tags: tuple[str, ...]
    address: Address
    kinds: frozenset[str]
    statuses: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    outlets: frozenset[str]
    stories: frozenset[str]


def items(lookup: Lookup) -> list[Item]:
    """All facts, then all reports in the order of publication; no two have the same id."""
    seen: Counter[str] = Counter()
    found: list[Item] = []
    for item in _Items(lookup).all():
        seen[item.id] += 1
        found.append(item if seen[item.id] == 1 else replace(item, id=f"{item.id} {seen[item.id]}"))
    return found


class _Items:
    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.names = Names(lookup, introduce=False)  # a hit is read by itself, in whatever order
        account = lookup.account
        self.outlet = {report.id: lookup.outlet_name(report) for report in account.reports}
        self.spoken = {s.span: StatementRef(m.report, i) for m in account.marks for i, s in enumerate(m.statements)}
        self.stories: Mapping[str, set[str]] = defaultdict(set)
        for story in account.stories:
            for part in (*story.events, *story.reports):
                self.stories[part].add(story.id)

    def all(self) -> Iterator[Item]:
        told = drafts(self.lookup.account, self.lookup)
        yield from (self.fact(draft) for draft in told)
        yield from (self.report(report) for report in self.lookup.reports)

    def fact(self, draft: Draft) -> Item:
        event = self.lookup.event(draft.key)
        refs = [ref for span in draft.evidence if (ref := self.spoken.get(span))] if event is None else []
        return Item(
            id=self.id(draft),
            kind=draft.kind,
            line=draft.write(self.names, False),
            date=draft.date,
            passages=draft.evidence,
            weight=draft.weight,
            sources=draft.sources,
            reports=draft.reports,
            tags=draft.marks,
            address=self.address(draft),
            kinds=frozenset({draft.kind, *(self.event_kinds(event, draft.kind) if event else ())}),
            statuses=frozenset(self.statuses(draft, event)),
            actors=frozenset({p.actor for p in event.participants} if event else self.speakers(refs)),
            places=lies_in(place) if event and (place := self.lookup.place(event.place)) else frozenset(),
            outlets=frozenset(self.outlet[r] for r in draft.reports if r in self.outlet),
            stories=frozenset(s for part in ([event.id] if event else draft.reports) for s in self.stories.get(part, ())),
        )

    def id(self, draft: Draft) -> str:
        if draft.kind == "dispute":
            return f"{draft.key} {draft.field} {draft.marks[0]}"
        if draft.key or not draft.evidence:
            return draft.key
        span = draft.evidence[0]
        return content_id("statement", span.report, span.start, span.end)  # as in the exported account

    def address(self, draft: Draft) -> Address:
        if self.lookup.event(draft.key):
            return "events", draft.key
        if draft.key or not draft.evidence:
            return "statements", draft.key
        return "reports", draft.evidence[0].report  # one statement alone has no page but its report's

    def event_kinds(self, event: Event, kind: str) -> Iterator[str]:
        yield event.type.casefold()
        yield from (code.casefold() for code in (event.mode, event.cameo) if code)
        if kind != "dispute" and self.lookup.plan(event.id):
            yield "plan"  # also what was planned and then done

    def statuses(self, draft: Draft, event: Event | None) -> Iterator[str]:
        if draft.kind == "dispute":
            yield "changed" if draft.marks == ("later update",) else "disputed"
            return
        if draft.kind == "variant" and draft.marks:
            yield "differs"
        if event is None:
            return
        yield event.status
        if plan := self.lookup.plan(event.id):
            yield plan.outcome
        yield from (mark for mark in draft.marks if mark in ("disputed", "doubtful"))

    def speakers(self, refs: Sequence[StatementRef]) -> Iterator[str]:
        for ref in refs:
            for actor in (self.lookup.speaker(ref), self.lookup.relayed_by(ref)):
                if actor:
                    yield actor.id

    def report(self, report: Report) -> Item:
        marks, whole = self.lookup.marks(report.id), Span(report.id, 0, len(report.text))
        refs = [MentionRef(report.id, index) for index in range(len(marks.mentions) if marks else 0)]
        return Item(
            id=report.id,
            kind="report",
            line=words.shorten(self.lookup.title(report), LONGEST),
            date=self.lookup.published(report.id),
            passages=tuple(b.span for b in report.blocks if b.role not in _FOLDED) if report.blocks else (whole,),
            weight=REPORT,
            sources=1,
            reports=(report.id,),
            tags=("copy",) if self.lookup.copy(report.id) else (),
            address=("reports", report.id),
            kinds=frozenset({"report", report.kind}),
            statuses=frozenset(),
            actors=frozenset(actor.id for ref in refs if (actor := self.lookup.actor_of(ref))),
            places=frozenset(id_ for ref in refs if (place := self.lookup.place_of(ref)) for id_ in lies_in(place)),
            outlets=frozenset({self.outlet[report.id]}),
            stories=frozenset(self.stories.get(report.id, ())),
        )
