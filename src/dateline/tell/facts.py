"""The account as facts: plain sentences, each with its day, its sources and the characters that say so, the weightiest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.intervals import Interval
from dateline.records import Account, Disagreement, Event, EventRef, Record, StatementRef, VariantGroup
from dateline.spans import Span
from dateline.tell.disputes import dispute_sentence, disputes
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.one_story import only
from dateline.tell.own_words import best_mention
from dateline.tell.sentences import DOUBTFUL, event_sentence
from dateline.tell.statements import main_version, statement_sentence, variant_sentence, versions
from dateline.tell.weights import known_in, lessened, side_of, tellers, weight

FactKind = Literal["event", "plan", "dispute", "variant", "statement"]
Order = Literal["weight", "date"]
FIGURE = -8.0  # what a dispute on a figure weighs beside its event: who did what, where and when comes first


class Fact(Record, frozen=True):
    """One sentence of the account.

    date: when it was or is due, None when unknown. marks: words on its standing ("disputed", "plan moved"). evidence: the
    characters that say so, the best first. about: id of the event or the variant group; "" for a single statement. report_count and
    independent_sources count those that say so; `announced` those that only told of something that was still to come.
    """

    text: str
    date: Interval | None
    kind: FactKind
    weight: float
    independent_sources: int
    report_count: int
    marks: tuple[str, ...]
    evidence: tuple[Span, ...]
    about: str = ""
    announced: int = 0


@dataclass(frozen=True)
class Draft:
    """A fact before it is worded: what is named first depends on the order in which facts are told."""

    key: str
    date: Interval | None
    kind: FactKind
    weight: float
    reports: tuple[str, ...]
    sources: int
    marks: tuple[str, ...]
    evidence: tuple[Span, ...]
    write: Callable[[Names, bool], str]
    announced: int = 0
    field: str = ""  # of a dispute: what the reports do not agree on
    after: int = 0  # of facts with the same day, visits are told before what was done on them


def facts(
    account: Account,
    *,
    story: str | None = None,
    order: Order = "weight",
    kinds: tuple[FactKind, ...] | None = None,
    limit: int | None = None,
    names: Names | None = None,
    dated: bool = True,
    about: frozenset[str] | None = None,
) -> tuple[Fact, ...]:
    """Facts of an account or of one of its stories.

    The `limit` weightiest are kept, then told in `order`. `names` carries over who has been introduced already; `dated` False
    leaves the days out of the sentences on events; `about` keeps only facts of these events and variant groups. Raises LookupError
    when there is no such story.
    """
    chosen = only(account, story)
    lookup = Lookup(chosen)
    wanted = (d for d in drafts(chosen, lookup) if (kinds is None or d.kind in kinds) and (about is None or d.key in about))
    return worded(wanted, names or Names(lookup), order=order, limit=limit, dated=dated)


def worded(
    chosen: Iterable[Draft], names: Names, *, order: Order = "weight", limit: int | None = None, dated: bool = True
) -> tuple[Fact, ...]:
    """The `limit` weightiest of some drafts as sentences, told in `order`."""
    kept = ordered(chosen)[:limit]
    return told(kept if order == "weight" else ordered(kept, order), names, dated=dated)


def ordered(chosen: Iterable[Draft], order: Order = "weight") -> list[Draft]:
    return sorted(chosen, key=_by_weight if order == "weight" else _by_date)


def told(chosen: Iterable[Draft], names: Names, *, dated: bool = True) -> tuple[Fact, ...]:
    """Drafts as sentences, in their order."""
    return tuple(
        Fact(d.write(names, dated), d.date, d.kind, d.weight, d.sources, len(d.reports), d.marks, d.evidence, d.key, d.announced)
        for d in chosen
    )


def _by_weight(draft: Draft) -> tuple[float, str, str, tuple[Span, ...]]:
    return -draft.weight, draft.date.edtf if draft.date else "~", draft.key, draft.evidence


def _by_date(draft: Draft) -> tuple[object, ...]:
    return by_day(draft.date), draft.after, -draft.weight, draft.key, draft.evidence


def by_day(interval: Interval | None) -> tuple[date, date]:
    """Sort key: by the last day it can have been on, the surer first; unknown days last."""
    if interval is None:
        return date.max, date.max
    last = interval.latest or interval.earliest or date.max
    return last, interval.earliest or date.min


def drafts(account: Account, lookup: Lookup) -> list[Draft]:
    """Everything that the account can tell, not yet worded: pages word the same drafts many times."""
    found: list[Draft] = []
    for event in account.events:
        found.append(_event(event, lookup))
    found += [_dispute(event, disagreement, lookup) for event, disagreement in disputes(account.events)]
    found += [d for group in account.variant_groups if (d := _variant(group, lookup))]
    for marks in account.marks:
        for index in range(len(marks.statements)):
            ref = StatementRef(marks.report, index)
            if lookup.group_of(ref) is None and not lookup.nested(ref):
                found.append(_statement(ref, lookup))
    return found


def _event(event: Event, lookup: Lookup) -> Draft:
    plan = lookup.plan(event.id)
    planned = event.status in ("planned", "proposed", "cancelled")
    marks: tuple[str, ...] = ("disputed",) if any(d.kind == "conflict" for d in event.disagreements) else ()
    if planned:
        marks += (f"plan {plan.outcome}" if plan and event.status != "proposed" else event.status,)
    elif plan and plan.outcome == "kept":
        marks += ("plan kept",)
    elif event.status in ("denied", "unknown"):
        marks += (event.status if event.status == "denied" else "unclear",)
    if event.confidence < DOUBTFUL:
        marks += ("doubtful",)
    told = tellers(event, lookup)
    return Draft(
        key=event.id,
        date=event.date,
        kind="plan" if planned else "event",
        weight=weight(event, lookup),
        reports=told,
        sources=len(lookup.behind(event, told)),
        marks=marks,
        evidence=event_evidence(event, lookup),
        write=lambda names, dated: event_sentence(event, lookup, names, dated=dated),
        announced=len(known_in(event, lookup)) - len(told),
        after=0 if event.mode == "visit" else 1,
    )


def event_evidence(event: Event, lookup: Lookup) -> tuple[Span, ...]:
    """The clauses that tell of an event: the best one first, then by report."""
    best = best_mention(event, lookup)

    def order(ref: EventRef) -> tuple[bool, bool, int, int]:
        mention = lookup.event_mention(ref)
        return ref != best, mention is None or mention.status != event.status, lookup.numbers.get(ref.report, 10**9), ref.index

    spans = [m.span for ref in sorted(event.mentions, key=order) if (m := lookup.event_mention(ref))]
    return tuple(dict.fromkeys(spans))


def _dispute(event: Event, disagreement: Disagreement, lookup: Lookup) -> Draft:
    reports = tuple(dict.fromkeys(r for v in disagreement.values for r in v.reports))
    evidence = tuple(s for s in event_evidence(event, lookup) if s.report in reports)
    base = weight(event, lookup) + (
        FIGURE if disagreement.field == "number" else -0.25 if disagreement.kind == "conflict" else -4.0
    )
    return Draft(
        event.id,
        event.date,
        "dispute",
        base,
        reports,
        len(lookup.behind(event, reports)),
        ("disputed" if disagreement.kind == "conflict" else disagreement.kind,),
        evidence,
        lambda names, dated: dispute_sentence(event, disagreement, lookup, names),
        field=disagreement.field,
    )


def _variant(group: VariantGroup, lookup: Lookup) -> Draft | None:
    main = main_version(group, lookup)
    if main is None:
        return None
    reports = tuple(dict.fromkeys(ref.report for ref in group.statements))
    sources = len(lookup.behind_statement(group))
    evidence = tuple(s.span for ref in versions(group, lookup) if (s := lookup.statement(ref)))
    marks = ("versions differ",) if group.differences else ()
    speaker = lookup.actor(group.speaker)
    worth = 3.0 * min(sources, 6) + 0.5 * len(reports) + 2.0
    return Draft(
        group.id,
        lookup.said(main),
        "variant",
        worth if speaker and side_of(speaker, lookup) else lessened(worth),
        reports,
        sources,
        marks,
        evidence,
        lambda names, dated: variant_sentence(group, lookup, names),
    )


def _statement(ref: StatementRef, lookup: Lookup) -> Draft:
    statement = lookup.statement(ref)
    length = len(statement.span) if statement else 0
    speaker = lookup.speaker(ref)
    worth = (
        3.0 + (0.5 if statement and statement.kind != "indirect" else 0.0) + (0.5 if length > 60 else -0.5 if length < 25 else 0.0)
    )
    worth += 0.25 * min(lookup.deeds(speaker.id), 8) if speaker else -2.0
    return Draft(
        key="",
        date=lookup.said(ref),
        kind="statement",
        weight=worth,
        reports=(ref.report,),
        sources=1,
        marks=(),
        evidence=(statement.span,) if statement else (),
        write=lambda names, dated: statement_sentence(ref, lookup, names),
    )
