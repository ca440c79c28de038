"""The brief: one or two pages of Markdown in plain sentences, each with a footnote to the characters that say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from dateline.intervals import Interval
from dateline.records import Account, VariantGroup
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.facts import LESSER, Fact, facts
from dateline.tell.labels import moved
from dateline.tell.lookup import Lookup, only
from dateline.tell.names import Names
from dateline.tell.statements import main_version, spoken, statement_refs, statement_sentence, versions
from dateline.tell.summary import Summary, summary
from dateline.tell.templates import tails

MOST = {"happened": 16, "said": 6, "quoted": 6, "planned": 8, "disputed": 8, "changed": 6}
NO_DAY = "The reports give no day for what follows."
NO_NEWS = "The days of these have passed, and no report says whether they took place:"
NOTES_A_FACT = 3
LONGEST_NOTE = 160  # characters of a report quoted in a footnote
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&^$])")
_LIST_MARK = re.compile(r"^(\s*)([-+=:]|\d+[.)])(?=\s|$)")


def brief(account: Account, *, story: str | None = None) -> str:
    """The account, or one story of it, as Markdown. Raises LookupError when there is no such story."""
    chosen = only(account, story)
    lookup = Lookup(chosen)
    notes = _Notes(lookup)
    names = Names(lookup)
    found = summary(chosen, lookup)
    parts = [
        f"# {escape(found.title)}",
        _standfirst(found),
        _happened(chosen, notes, names),
        _said(chosen, lookup, notes, names),
        _planned(chosen, lookup, notes, names),
        _disputed(chosen, notes, names),
        _changed(chosen, notes, names),
        _reporters(chosen, lookup),
        notes.text(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """A report's words as Markdown that shows them and does nothing else."""
    return _LIST_MARK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", words.visible(words.one_line(text))))


class _Notes:
    """Numbers footnotes in the order of use; the same characters always have the same number."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._numbers: dict[Span, int] = {}

    def refer(self, spans: Iterable[Span]) -> str:
        """Marks for one span of each report, the first few reports."""
        first: dict[str, Span] = {}
        for span in spans:
            first.setdefault(span.report, span)
        chosen = list(first.values())[:NOTES_A_FACT]
        return "".join(f"[^{self._numbers.setdefault(span, len(self._numbers) + 1)}]" for span in chosen)

    def text(self) -> str:
        return "\n".join(f"[^{number}]: {self._note(span)}" for span, number in self._numbers.items())

    def _note(self, span: Span) -> str:
        report = self._lookup.report(span.report)
        if report is None:
            return escape(span.report)
        start, end = self._lookup.cite(span)
        quote = escape(words.shorten(self._lookup.text(span), LONGEST_NOTE))
        outlet, title = escape(self._lookup.outlet_name(report)), escape(self._lookup.title(report))
        return f"{outlet}, “{title}”, {published_words(report.id, self._lookup)}, characters {start}–{end}: “{quote}”"


def published_words(report: str, lookup: Lookup) -> str:
    """When a report came out, as words; what was worked out says so."""
    days = lookup.published(report)
    if days is None:
        return "undated"
    inferred = lookup.basis(report) == "inferred"
    return f"undated, about {words.label(days)}" if inferred else words.label(days)


def _standfirst(found: Summary) -> str:
    if not found.reports:
        return "*There are no reports.*"
    reports, outlets = words.plural(found.reports, "report", words=True), words.plural(found.outlets, "outlet", words=True)
    told = f"{words.capital(reports)} from {outlets}"
    origin = f", at most {words.count(found.origins)} of them independent" if found.reports > 1 else ""
    period = f", published {words.when(found.period)}" if found.period else ""
    return f"*{told}{origin}{period}. What follows rests on a single report where it does not say otherwise.*"


# ---------------------------------------------------------------- sections


def _happened(account: Account, notes: _Notes, names: Names) -> str:
    main = sum(f.weight >= LESSER for f in facts(account, kinds=("event",)))
    told = facts(account, kinds=("event",), order="date", limit=min(main or MOST["happened"], MOST["happened"]), names=names)
    if not told:
        return "## What happened\n\nThe reports tell of nothing that took place."
    paragraphs = [
        " ".join([*([] if month else [NO_DAY]), *(_sentence(f, notes, tail=month is not None) for f in of_month)])
        for month, of_month in groupby(told, key=lambda f: _month(f.date))
    ]
    return "## What happened\n\n" + "\n\n".join(paragraphs)


def _month(interval: Interval | None) -> tuple[int, int] | None:
    """Facts of one month stand in one paragraph, those without a day in the last."""
    last = (interval.latest or interval.earliest) if interval else None
    return (last.year, last.month) if last else None


def _sentence(fact: Fact, notes: _Notes, *, tail: bool = True) -> str:
    """A fact with its backing and footnotes; without `tail`, what the paragraph has said already of all its facts is left out."""
    backing = _backing(fact)
    told, semicolon, last = fact.text.removesuffix(".").rpartition("; ")
    if last not in tails():  # what is not known stands last, after the backing
        told, semicolon, last = fact.text.removesuffix("."), "", ""
    unknown = f"{semicolon}{escape(last)}" if tail else ""
    if not backing and not semicolon:
        return f"{escape(fact.text)}{notes.refer(fact.evidence)}"
    return f"{escape(told)}{f' ({backing})' if backing else ''}{unknown}.{notes.refer(fact.evidence)}"


def _backing(fact: Fact) -> str:
    """How many tell it, where it is more than one, how many had only announced it, and whether they differ."""
    parts = []
    if fact.report_count > 1:
        reports = words.count(fact.report_count)
        if fact.independent_sources >= fact.report_count:
            parts.append(f"{reports} independent reports")
        elif fact.independent_sources == 1:
            parts.append(f"{reports} reports, all from one source")
        else:
            parts.append(f"{reports} reports, {words.count(fact.independent_sources)} of them independent")
    if fact.announced:
        parts.append(
            f"{words.count(fact.announced)} more had announced it"
            if parts
            else f"{words.plural(fact.announced, 'other report', words=True)} had announced it"
        )
    if "disputed" in fact.marks:
        parts.append("they differ, see below" if parts else "disputed, see below")
    return "; ".join(parts)


def _said(account: Account, lookup: Lookup, notes: _Notes, names: Names) -> str:
    groups = {g.id: g for g in account.variant_groups}
    compared = [groups[f.about] for f in facts(account, kinds=("variant",)) if f.about in groups and f.independent_sources > 1]
    named = [g for g in compared if (ref := main_version(g, lookup)) and lookup.speaker(ref)][: MOST["said"]]
    lines = [_variant(group, lookup, notes, names) for group in named]
    lines += [f"{escape(f.text)}{notes.refer(f.evidence)}" for f in _quoted(account, lookup, names)]
    return "## What was said\n\n" + "\n\n".join(lines) if lines else ""


def _quoted(account: Account, lookup: Lookup, names: Names) -> list[Fact]:
    """The weightiest statements that one source gives, at most two of one speaker."""
    by_span = {s.span: ref for ref in statement_refs(account) if (s := lookup.statement(ref))}
    heard: Counter[str] = Counter()
    chosen: list[Fact] = []
    for fact in facts(account, kinds=("statement", "variant")):
        ref = by_span[fact.evidence[0]]
        speaker = lookup.speaker(ref)
        alone = fact.independent_sources == 1
        if alone and speaker and heard[speaker.id] < 2 and len(chosen) < MOST["quoted"]:
            heard[speaker.id] += 1
            chosen.append(msgspec.structs.replace(fact, text=statement_sentence(ref, lookup, names)))
    return chosen


def _variant(group: VariantGroup, lookup: Lookup, notes: _Notes, names: Names) -> str:
    """A statement that several sources give, and where their versions part."""
    listed = versions(group, lookup)
    reports = words.capital(words.plural(len({ref.report for ref in listed}), "report", words=True))
    spans = [s.span for ref in listed if (s := lookup.statement(ref))]
    head = f"{escape(statement_sentence(listed[0], lookup, names))}{notes.refer(spans)}"
    if not group.differences:
        return f"{head} {reports} give the same words."
    told = []
    for difference in group.differences[:3]:
        a, b = escape(lookup.outlet(difference.a.report)), escape(lookup.outlet(difference.b.report))
        first, second = (escape(spoken(t, 120)) for t in (difference.a_text, difference.b_text))
        if first and second:
            told.append(f"Where {a} has “{first}”, {b} has “{second}”.")
        elif first or second:
            has, lacks, text = (a, b, first) if first else (b, a, second)
            told.append(f"{has} has “{text}”, which {lacks} leaves out.")
    more = len(group.differences) - len(told)
    rest = f" They differ in {words.plural(more, 'more place', words=True)}." if more > 0 else ""
    return f"{head} {reports} give it, and not alike. {' '.join(told)}{rest}"


def _planned(account: Account, lookup: Lookup, notes: _Notes, names: Names) -> str:
    told = facts(account, kinds=("plan",), order="date", limit=MOST["planned"], names=names)
    past = [f for f in told if (plan := lookup.plan(f.about)) and plan.outcome == "overdue" and "plan overdue" in f.marks]
    ahead = [f for f in told if f not in past]
    parts = [_plan_list(ahead, lookup, notes)] if ahead else []
    if past:
        parts.append(f"{NO_NEWS}\n\n{_plan_list(past, lookup, notes, tail=False)}")
    return "## What is planned\n\n" + "\n\n".join(parts) if parts else ""


def _plan_list(told: Sequence[Fact], lookup: Lookup, notes: _Notes, *, tail: bool = True) -> str:
    lines = []
    for fact in told:
        plan = lookup.plan(fact.about)
        history = moved(plan, lookup) if plan else []
        then = f" The reports give the time first {', then '.join(_as(h) for h in history)}." if len(history) > 1 else ""
        lines.append(f"- {_sentence(fact, notes, tail=tail)}{then}")
    return "\n".join(lines)


def _as(label: str) -> str:
    return "without a day" if label == "no day given" else f"as {label}"


def _disputed(account: Account, notes: _Notes, names: Names) -> str:
    told = _disagreements(account, "disputed", notes, names)
    return "## What is disputed\n\n" + (told or "On no event do the reports contradict each other outright.")


def _changed(account: Account, notes: _Notes, names: Names) -> str:
    told = _disagreements(account, "later update", notes, names)
    return f"## What changed as time went on\n\n{told}" if told else ""


def _disagreements(account: Account, mark: str, notes: _Notes, names: Names) -> str:
    found = [f for f in facts(account, kinds=("dispute",), names=names) if mark in f.marks]
    most = MOST["disputed" if mark == "disputed" else "changed"]
    return "\n\n".join(f"{escape(f.text)}{notes.refer(_one_each(f.evidence))}" for f in found[:most])


def _one_each(spans: Sequence[Span]) -> list[Span]:
    return list({span.report: span for span in reversed(spans)}.values())[::-1]


def _reporters(account: Account, lookup: Lookup) -> str:
    lines = []
    for report in lookup.reports:
        outlet, title = escape(lookup.outlet_name(report)), escape(lookup.title(report))
        line = f"{lookup.numbers[report.id]}. {outlet}, “{title}”, {published_words(report.id, lookup)}."
        if edge := lookup.copy(report.id):
            line += f" It prints the text of {escape(lookup.outlet(edge.original))}."
        elif report.origin:
            line += f" It is credited to {escape(report.origin)}."
        lines.append(line)
    return "## Who reported\n\n" + "\n".join(lines) if lines else ""
