"""The page of the standing account: what happened, what is disputed, who said what, plans, reports."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Account, StatementRef, VariantGroup
from dateline.tell import words
from dateline.tell.compare import Segment, compare
from dateline.tell.disputes import disputes, in_order, kind_of, value_words
from dateline.tell.facts import LESSER, Fact, by_day, facts
from dateline.tell.labels import moved, sources
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.sentences import nominal
from dateline.tell.statements import compared, difference_words, importance, spoken, statement_refs, versions
from dateline.tell.summary import summary
from dateline.tell.templates import templates
from dateline.tell.titles import story_title
from dateline.tell.web.lines import (
    Comparison,
    DisputeLine,
    FactLine,
    FactList,
    PlanLine,
    Speaker,
    ValueLine,
    VersionLine,
    evidence,
    link,
    links,
    report_lines,
    to_report,
)

MOST_FACTS = 30  # told in full; the others are folded
MOST_LESSER = 300


def gather(account: Account, lookup: Lookup) -> dict[str, object]:
    """The values of the template."""
    found = summary(account, lookup)
    return {
        "summary": found,
        "period": words.label(found.period) if found.period else "",
        "disputes": _disputes(account, lookup),
        "lists": _lists(account, lookup),
        "comparisons": _comparisons(account, lookup),
        "speakers": _speakers(account, lookup),
        "plans": _plans(account, lookup),
        "reports": report_lines(lookup),
        "problems": account.problems,
    }


def _lists(account: Account, lookup: Lookup) -> list[FactList]:
    """What happened: one list, or one for each story."""
    if len(account.stories) < 2:
        return [_fact_list("", account, None, lookup)]
    stories = sorted(account.stories, key=lambda s: (-len(s.reports), s.title, s.id))
    lists = [_fact_list(story_title(s, lookup), account, frozenset(s.events), lookup) for s in stories]
    loose = frozenset(e.id for e in account.events) - {e for s in stories for e in s.events}
    return [*lists, _fact_list("In no story", account, loose, lookup)] if loose else lists


def _fact_list(title: str, account: Account, about: frozenset[str] | None, lookup: Lookup) -> FactList:
    names = Names(lookup)  # one for each list: a story is read by itself
    ranked = facts(account, about=about, kinds=("event",))
    main = {f.about for f in ranked[:MOST_FACTS] if f.weight >= LESSER}
    told = facts(account, about=about, kinds=("event",), order="date", names=names, dated=False)
    lines = tuple(_fact_line(f, lookup) for f in told if f.about in main)
    lesser = tuple(_fact_line(f, lookup) for f in told if f.about not in main)
    return FactList(title, lines, lesser[:MOST_LESSER], max(0, len(lesser) - MOST_LESSER))


def _fact_line(fact: Fact, lookup: Lookup) -> FactLine:
    return FactLine(words.label(fact.date), fact.text, fact.marks, sources(fact), links(fact.evidence, lookup))


def _disputes(account: Account, lookup: Lookup) -> list[DisputeLine]:
    found = disputes(account.events)
    found.sort(key=lambda pair: (by_day(pair[0].date), pair[0].id, pair[1].field))
    lines = []
    for event, disagreement in found:
        thing = words.capital(nominal(event, lookup, Names(lookup, introduce=False), without=disagreement.field, definite=True))
        spans = {span.report: span for span in reversed(evidence(event, lookup))}
        values = tuple(
            ValueLine(
                value_words(disagreement.field, v, lookup),
                tuple(link(spans[r], lookup) if r in spans else to_report(r, lookup) for r in v.reports),
            )
            for v in in_order(disagreement, lookup)
        )
        lines.append(DisputeLine(thing, templates().fields[kind_of(event, disagreement)], disagreement.kind, values))
    return lines


def _comparisons(account: Account, lookup: Lookup) -> list[Comparison]:
    return [made for group in compared(account) if (made := _comparison(group, lookup))]


def _comparison(group: VariantGroup, lookup: Lookup) -> Comparison | None:
    listed = versions(group, lookup)
    if not listed:
        return None
    texts = [_words(ref, lookup) for ref in listed]
    lines = []
    for number, ref in enumerate(listed):
        other = texts[1] if number == 0 and len(texts) > 1 else texts[0]
        segments = compare(texts[number], other)[0] if len(texts) > 1 else (Segment(texts[number], False),)
        lines.append(_version(ref, segments, lookup))
    speaker = lookup.actor(group.speaker) or lookup.speaker(listed[0])
    day = next((d for ref in listed if (d := lookup.said(ref))), None)
    told = (difference_words(d.kind, d.a.report, d.b.report, d.a_text, d.b_text, lookup) for d in group.differences)
    name = words.capital(plain_name(speaker)) if speaker else "Speaker not known"
    return Comparison(name, words.label(day) if day else "", tuple(lines), tuple(t for t in dict.fromkeys(told)))


def _words(ref: StatementRef, lookup: Lookup) -> str:
    statement = lookup.statement(ref)
    return spoken(lookup.text(statement.span), 2000) if statement else ""


def _version(ref: StatementRef, segments: Sequence[Segment], lookup: Lookup) -> VersionLine:
    statement = lookup.statement(ref)
    source = link(statement.span, lookup) if statement else to_report(ref.report, lookup)
    indirect = statement is not None and statement.kind == "indirect"
    return VersionLine(source, indirect, tuple(Segment(s.text, s.differs) for s in segments))


def _speakers(account: Account, lookup: Lookup) -> list[Speaker]:
    """Statements that only one report gives, by speaker: those who act most first, the unknown last."""
    found: dict[str, list[StatementRef]] = {}
    for ref in statement_refs(account):
        if lookup.group_of(ref) is None and not lookup.nested(ref):
            speaker = lookup.speaker(ref)
            found.setdefault(words.capital(plain_name(speaker)) if speaker else "", []).append(ref)
    ordered = sorted(found.items(), key=lambda item: importance(item[0], item[1], lookup))
    return [
        Speaker(name or "Speaker not known", tuple(_version(r, (Segment(_words(r, lookup), False),), lookup) for r in refs))
        for name, refs in ordered
    ]


def _plans(account: Account, lookup: Lookup) -> list[PlanLine]:
    listed = [(plan, event) for plan in account.plans if (event := lookup.event(plan.event))]
    listed.sort(key=lambda pair: (by_day(pair[1].date), pair[1].id))
    lines = []
    for plan, event in listed:
        text = words.capital(nominal(event, lookup, Names(lookup, introduce=False)))
        spans = {span.report: span for span in reversed(evidence(event, lookup))}
        history = [
            ValueLine(
                words.label(step.interval, term=lookup.term(step.interval, [step.report])) if step.interval else "no day given",
                (link(spans[step.report], lookup) if step.report in spans else to_report(step.report, lookup),),
            )
            for step in plan.history
        ]
        outcome = templates().outcomes[plan.outcome]
        shown = tuple(history) if len(moved(plan, lookup)) > 1 else ()
        others = links((s for s in evidence(event, lookup) if not shown or s.report not in plan.announced_in), lookup)
        lines.append(PlanLine(words.label(event.date), text, outcome, shown, others))
    return lines
