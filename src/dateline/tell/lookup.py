"""Finding one's way in an account: from a reference to its record, from a mention to its actor, from a span to its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import PurePath

from dateline.grounding import ground_all
from dateline.intervals import Interval
from dateline.records import (
    Account,
    Actor,
    CopyEdge,
    Event,
    EventMention,
    EventRef,
    Judgement,
    Marks,
    Mention,
    MentionRef,
    Origin,
    Place,
    Plan,
    Published,
    Report,
    Statement,
    StatementRef,
    VariantGroup,
)
from dateline.spans import Alignment, Span
from dateline.weave.origins import Origins

_URL = re.compile(r"https?://([^/?#\s]+)", re.IGNORECASE)


class Lookup:
    """Indexes over one account. What is not there is None; nothing raises on a reference that leads nowhere."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._reports = {r.id: r for r in account.reports}
        self._marks = {m.report: m for m in account.marks}
        self._actors = {a.id: a for a in account.actors}
        self._places = {p.id: p for p in account.places}
        self._events = {e.id: e for e in account.events}
        self._plans = {p.event: p for p in account.plans}
        self._actor_of = {ref: actor for actor in account.actors for ref in actor.mentions}
        self._place_of = {ref: place for place in account.places for ref in place.mentions}
        self._group_of = {ref: group for group in account.variant_groups for ref in group.statements}
        self._event_of = {ref: event for event in account.events for ref in event.mentions}
        self._judgements = {j.id: j for j in account.judgements}
        self._copies = {edge.copy: edge for edge in reversed(account.copies)}
        self._deeds = Counter(p.actor for event in account.events for p in event.participants)
        self._times: dict[str, tuple[Interval | None, ...]] = {}
        self._alignments = {r.id: Alignment(r.runs) for r in account.reports if r.runs}
        self.reports = tuple(sorted(account.reports, key=self._report_order))
        self._reports_of = Counter(self.outlet_name(report) for report in account.reports)
        self.numbers = {report.id: number for number, report in enumerate(self.reports, 1)}

    def _report_order(self, report: Report) -> tuple[str, str, str]:
        days = self.published(report.id)
        return (days.edtf if days else "~", self.outlet_name(report).casefold(), report.id)

    # ------------------------------------------------------------ records by id

    def report(self, report: str) -> Report | None:
        return self._reports.get(report)

    def marks(self, report: str) -> Marks | None:
        return self._marks.get(report)

    def actor(self, actor: str | None) -> Actor | None:
        return self._actors.get(actor) if actor else None

    def place(self, place: str | None) -> Place | None:
        return self._places.get(place) if place else None

    def event(self, event: str | None) -> Event | None:
        return self._events.get(event) if event else None

    def plan(self, event: str) -> Plan | None:
        return self._plans.get(event)

    def conditions(self, plan: Plan) -> list[Span]:
        """The words on which a plan hangs, each wording once."""
        event = self.event(plan.event)
        found = [m.condition for ref in event.mentions if (m := self.event_mention(ref)) and m.condition] if event else []
        return list({self.text(span).casefold(): span for span in found[::-1]}.values())[::-1]

    def copy(self, report: str) -> CopyEdge | None:
        """What the report prints the text of, None when it is no copy."""
        return self._copies.get(report)

    @cached_property
    def sources(self) -> Origins:
        """Who stands behind what is told, passage by passage."""
        account = self.account
        return Origins(account.reports, account.origins, account.passages, account.outlets)

    def behind(self, event: Event, reports: Iterable[str]) -> tuple[Origin, ...]:
        """The independent origins that some reports have an event from."""
        known = set(reports)
        return self.sources.of_events(m for r in event.mentions if r.report in known and (m := self.event_mention(r)))

    def behind_statement(self, group: VariantGroup) -> tuple[Origin, ...]:
        """The independent origins of one statement in the reports of this account."""
        return self.sources.of_statements(s for ref in group.statements if (s := self.statement(ref)))

    def origin_name(self, origin: str) -> str:
        """What an origin is called: an agency, an outlet that is cited, or the report that tells it in its own words."""
        kind, mark, name = origin.partition(":")
        return name if mark and kind in ("agency", "outlet") else self.outlet(origin)

    def copies_of(self, report: str) -> list[CopyEdge]:
        """The reports that print its text, in their order."""
        return self._printed_by.get(report, [])

    @cached_property
    def _printed_by(self) -> dict[str, list[CopyEdge]]:
        found: dict[str, list[CopyEdge]] = {}
        for edge in sorted(self._copies.values(), key=lambda edge: self.numbers.get(edge.copy, 10**9)):
            found.setdefault(edge.original, []).append(edge)
        return found

    def in_order(self, event: Event) -> list[EventRef]:
        """The mentions of an event in the order of the reports and of their text."""
        return sorted(event.mentions, key=lambda ref: (self.numbers.get(ref.report, 10**9), ref.report, ref.index))

    def judged(self, ids: Iterable[str]) -> tuple[Judgement, ...]:
        """The judgements that a record's `judged` names: who corrected it, when and why."""
        return tuple(self._judgements[id_] for id_ in ids if id_ in self._judgements)

    def deeds(self, actor: str) -> int:
        """In how many events of the account an actor takes part: those who act are worth quoting before those who comment."""
        return self._deeds[actor]

    # ------------------------------------------------------------ records by reference

    def mention(self, ref: MentionRef) -> Mention | None:
        marks = self._marks.get(ref.report)
        return marks.mentions[ref.index] if marks and 0 <= ref.index < len(marks.mentions) else None

    def statement(self, ref: StatementRef) -> Statement | None:
        marks = self._marks.get(ref.report)
        return marks.statements[ref.index] if marks and 0 <= ref.index < len(marks.statements) else None

    def event_mention(self, ref: EventRef) -> EventMention | None:
        marks = self._marks.get(ref.report)
        return marks.events[ref.index] if marks and 0 <= ref.index < len(marks.events) else None

    def actor_of(self, ref: MentionRef) -> Actor | None:
        return self._actor_of.get(ref)

    def place_of(self, ref: MentionRef) -> Place | None:
        return self._place_of.get(ref)

    def event_of(self, ref: EventRef) -> Event | None:
        return self._event_of.get(ref)

    def group_of(self, ref: StatementRef) -> VariantGroup | None:
        return self._group_of.get(ref)

    def speaker(self, ref: StatementRef) -> Actor | None:
        """Who is reported to have said it."""
        statement = self.statement(ref)
        return self._by_index(ref.report, statement.speaker if statement else None)

    def relayed_by(self, ref: StatementRef) -> Actor | None:
        """Who passed it on ("according to the agency")."""
        statement = self.statement(ref)
        return self._by_index(ref.report, statement.relayed_by if statement else None)

    def nested(self, ref: StatementRef) -> bool:
        """Whether its words stand inside another statement of the same report: a quotation within reported speech."""
        statement, marks = self.statement(ref), self._marks.get(ref.report)
        if statement is None or marks is None:
            return False
        return any(other.span != statement.span and other.span.covers(statement.span) for other in marks.statements)

    def attributed_to(self, ref: EventRef) -> Actor | None:
        """On whose word the report tells of the event."""
        mention = self.event_mention(ref)
        return self._by_index(ref.report, mention.attributed_to if mention else None)

    def mention_actor(self, report: str, index: int) -> Actor | None:
        """The actor behind a mention, by report id and index."""
        return self._actor_of.get(MentionRef(report, index))

    def _by_index(self, report: str, index: int | None) -> Actor | None:
        return None if index is None else self._actor_of.get(MentionRef(report, index))

    # ------------------------------------------------------------ days

    @cached_property
    def last_day(self) -> date | None:
        """The last day on which a report is known to have come out; what was due after it cannot have been told of."""
        known = [days.latest for r in self.reports if (days := self.published(r.id)) and days.latest]
        return max(known, default=None)

    def published(self, report: str) -> Interval | None:
        """When the report came out: stated or inferred."""
        found = self._published(report)
        return found.interval if found else None

    def _published(self, report: str) -> Published | None:
        known = self._reports.get(report)
        return self.account.published.get(report) or (known.published if known else None)

    def term(self, days: Interval | None, reports: Iterable[str]) -> bool:
        """Whether days that reports give a plan are all those from its telling on: "by June", "within three months"."""
        if days is None or days.earliest is None or days.latest is None or days.exact:
            return False
        return any(told is not None and told.earliest == days.earliest for told in map(self.published, reports))

    def basis(self, report: str) -> str | None:
        """How the publication day is known: metadata, stated, inferred, or judged: a person said so."""
        found = self.account.published.get(report)
        known = self._reports.get(report)
        found = found or (known.published if known else None)
        return found.basis if found else None

    def surely(self, report: str) -> Interval | None:
        """The days that surely hold an inferred day of publication; None where they are too many to say, or the day is no guess."""
        found = self.account.published.get(report)
        return found.surely if found else None

    def said(self, ref: StatementRef) -> Interval | None:
        """The day on which it was said, where the report gives one."""
        statement = self.statement(ref)
        if statement is None or statement.said is None:
            return None
        times = self.times(ref.report)
        return times[statement.said] if 0 <= statement.said < len(times) else None

    def told_when(self, ref: EventRef) -> Interval | None:
        """The day that one report gives an event in one clause, None where it gives none."""
        mention = self.event_mention(ref)
        times = self.times(ref.report) if mention and mention.when is not None else ()
        return times[mention.when] if mention and mention.when is not None and 0 <= mention.when < len(times) else None

    def told_where(self, ref: EventRef) -> Place | None:
        """The place that one report gives an event in one clause."""
        mention = self.event_mention(ref)
        return self._place_of.get(MentionRef(ref.report, mention.place)) if mention and mention.place is not None else None

    def times(self, report: str) -> tuple[Interval | None, ...]:
        """The days that each time expression of a report means, None where they cannot be known."""
        if report not in self._times:
            marks = self._marks.get(report)
            out = self._published(report)
            days, stamped = (out.interval, out.basis == "metadata") if out else (None, False)
            self._times[report] = ground_all(marks.times, days, stamped=stamped) if marks else ()
        return self._times[report]

    # ------------------------------------------------------------ words

    def text(self, span: Span) -> str:
        """The characters of a span as the report has them."""
        report = self._reports.get(span.report)
        return report.text[span.start : span.end] if report else ""

    def cite(self, span: Span) -> tuple[int, int]:
        """The span's characters counted in the source file."""
        alignment = self._alignments.get(span.report)
        return alignment.to_source(span.start, span.end) if alignment else (span.start, span.end)

    def outlet_name(self, report: Report) -> str:
        """The outlet, named or told from the text; where it is not known the site or the file that the report came from."""
        if named := report.outlet or self.account.outlets.get(report.id):
            return " ".join(named.split())
        if found := _URL.match(report.source):
            return found[1].removeprefix("www.")
        return PurePath(report.source.replace("\\", "/")).name or report.id

    def outlet_known(self, report: Report) -> bool:
        """Whether the report's outlet is named, told from its text, or the site that it came from: not only its file."""
        return bool(report.outlet or self.account.outlets.get(report.id) or _URL.match(report.source))

    def outlet(self, report: str) -> str:
        """Name of the outlet of a report id, with the report's number where the outlet has several reports."""
        found = self._reports.get(report)
        if found is None:
            return report
        name = self.outlet_name(found)
        return f"{name} ({self.numbers[report]})" if self._reports_of[name] > 1 else name

    def in_text(self, report: str) -> str:
        """What a sentence calls the outlet of a report id; where it is not known, the report by its number."""
        found = self._reports.get(report)
        if found and self.outlet_known(found):
            return self.outlet_name(found)
        return f"report {self.numbers[report]}" if found else report

    def title(self, report: Report) -> str:
        """The title on one line; "untitled" when it has none."""
        return " ".join((report.title or "").split()) or "untitled"

    def outlets(self, reports: tuple[str, ...]) -> list[str]:
        """Names of the outlets of some reports, each once, in the order of the reports."""
        ordered = sorted(reports, key=lambda r: self.numbers.get(r, 10**9))
        return list(dict.fromkeys(self.outlet(r) for r in ordered))

    def origins(self) -> int:
        """Number of independent origins: an upper bound, for copies that were not noticed count twice."""
        return len({self.account.origins.get(r.id, r.id) for r in self.account.reports})
