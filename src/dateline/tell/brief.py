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
from dateline.tell.statements import spoken, statement_refs, statement_sentence, versions
from dateline.tell.summary import Summary, summary
from dateline.tell.templates import tails

MOST = {"happened": 16, "said": 6, "quoted": 6, "planned": 8, "disputed": 8}
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
        _disputed(chosen, lookup, notes, names),
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
    paragraphs = [" ".join(_sentence(f, notes) for f in month) for _, month in groupby(told, key=lambda f: _month(f.date))]
    return "## What happened\n\n" + "\n\n".join(paragraphs)


def _month(interval: Interval | None) -> tuple[int, int] | None:
    """Facts of one month stand in one paragraph, those without a day in the last."""
    last = (interval.latest or interval.earliest) if interval else None
    return (last.year, last.month) if last else None


def _sentence(fact: Fact, notes: _Notes) -> str:
    backing = _backing(fact)
    told, semicolon, tail = fact.text.removesuffix(".").rpartition("; ")
    if tail not in tails():  # what is not known stands last, after the backing
        told, semicolon, tail = fact.text.removesuffix("."), "", ""
    text = f"{escape(told)} ({backing}){semicolon}{escape(tail)}." if backing else escape(fact.text)
    return f"{text}{notes.refer(fact.evidence)}"


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
    compared = facts(account, kinds=("variant",), limit=MOST["said"], names=names)
    single = _quoted(account, lookup, names)
    if not compared and not single:
        return ""
    lines = [_variant(groups[f.about], f, lookup, notes) for f in compared if f.about in groups]
    lines += [f"{escape(f.text)}{notes.refer(f.evidence)}" for f in single]
    return "## What was said\n\n" + "\n\n".join(lines)


def _quoted(account: Account, lookup: Lookup, names: Names) -> list[Fact]:
    """The weightiest statements that one report gives, at most two of one speaker."""
    by_span = {s.span: ref for ref in statement_refs(account) if (s := lookup.statement(ref))}
    heard: Counter[str] = Counter()
    chosen: list[Fact] = []
    for fact in facts(account, kinds=("statement",)):
        ref = by_span[fact.evidence[0]]
        speaker = lookup.speaker(ref)
        if speaker and heard[speaker.id] < 2 and len(chosen) < MOST["quoted"]:
            heard[speaker.id] += 1
            chosen.append(msgspec.structs.replace(fact, text=statement_sentence(ref, lookup, names)))
    return chosen


def _variant(group: VariantGroup, fact: Fact, lookup: Lookup, notes: _Notes) -> str:
    head = f"{escape(fact.text)}{notes.refer(fact.evidence)}"
    told = []
    for difference in group.differences[:3]:
        a, b = escape(lookup.outlet(difference.a.report)), escape(lookup.outlet(difference.b.report))
        first, second = (escape(spoken(t, 120)) for t in (difference.a_text, difference.b_text))
        if first and second:
            told.append(f"Where {a} has “{first}”, {b} has “{second}”.")
        elif first or second:
            has, lacks, text = (a, b, first) if first else (b, a, second)
            told.append(f"{has} has “{text}”; {lacks} leaves it out.")
    others = len(versions(group, lookup))
    return " ".join([head, *told]) if others > 1 else head


def _planned(account: Account, lookup: Lookup, notes: _Notes, names: Names) -> str:
    told = facts(account, kinds=("plan",), order="date", limit=MOST["planned"], names=names)
    if not told:
        return ""
    lines = []
    for fact in told:
        plan = lookup.plan(fact.about)
        history = moved(plan) if plan else []
        then = f" The reports give the time first {', then '.join(_as(h) for h in history)}." if len(history) > 1 else ""
        lines.append(f"{_sentence(fact, notes)}{then}")
    return "## What is planned\n\n" + "\n\n".join(lines)


def _as(label: str) -> str:
    return "without a day" if label == "no day given" else f"as {label}"


def _disputed(account: Account, lookup: Lookup, notes: _Notes, names: Names) -> str:
    told: list[Fact] = [f for f in facts(account, kinds=("dispute",), names=names) if "disputed" in f.marks][: MOST["disputed"]]
    if not told:
        return "## What is disputed\n\nOn no event do the reports contradict each other outright."
    return "## What is disputed\n\n" + "\n\n".join(f"{escape(f.text)}{notes.refer(_one_each(f.evidence))}" for f in told)


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
