"""Who stands behind what is told: copies go back to whom they print, "Reuters reported" to Reuters, and the rest to its report.

An origin is the id of the report that tells it in its own words, "agency:NAME" or "outlet:NAME". The number of origins is an upper
bound: who rewrites an agency's text and hides it counts for himself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from dateline import languages, world
from dateline.records import (
    Disagreement,
    EventMention,
    Marks,
    Mention,
    MentionRef,
    Origin,
    Passage,
    Report,
    Statement,
    Value,
    VariantGroup,
)
from dateline.spans import Span
from dateline.weave.actors import Actors
from dateline.weave.clusters import Sets
from dateline.weave.copies import agency_ids, agency_key
from dateline.weave.items import Item

AGENCY, OUTLET = "agency:", "outlet:"
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def cited(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    actors: Actors,
    origins: Mapping[str, str],
    outlets: Mapping[str, str],
    printed: Iterable[Passage] = (),
) -> tuple[Passage, ...]:
    """With the `printed` passages the words that a report gives on the word of another outlet or of an agency: "Reuters reported",
    "told the BBC".

    The nearest to the words counts: where Reuters says that AFP reported it, it is AFP's.
    """
    spelled = agency_ids(origins)
    known: dict[str, str] = {}
    for name in sorted(set(outlets.values()), key=lambda name: (-len(name), name)):
        known.setdefault(_folded(name), name)
    found: list[Passage] = []
    for report in reports:
        own = {origins.get(report.id, report.id)}
        if (outlet := outlets.get(report.id)) is not None:
            own.add(_source(outlet, spelled, known))
        told = marks.get(report.id)
        for statement in told.statements if told else ():
            for index in (statement.speaker, statement.relayed_by):
                named = _outlet(report, told, index, actors, known) if told and index is not None else None
                source = _source(named, spelled, known) if named else None
                if source and source not in own:
                    found.append(Passage(statement.span, source, "cited"))
                if source:
                    break
    return tuple(sorted((*printed, *found), key=lambda p: (p.span, p.origin, p.why)))


def _outlet(report: Report, marks: Marks, index: int, actors: Actors, known: Mapping[str, str]) -> str | None:
    """The name of an outlet or agency that a mention stands for, None where it stands for anything else."""
    mention = marks.mentions[index]
    if mention.kind != "organization":
        return None
    if here := _around(mention, report.text, known):
        return here
    actor = actors.actor_of.get(MentionRef(report.id, index))
    for name in (mention.name, actors.name(actor) if actor else ""):
        if world.is_outlet(name) or name in _agencies() or _names_outlet(name, report.language, known):
            return name
    return None


def _around(mention: Mention, text: str, known: Mapping[str, str]) -> str | None:
    """The name of an outlet of these reports that stands where the mention does, of which the mention may be a part."""
    part = mention.span.of(text).casefold()
    for name, outlet in known.items():
        if part in name and name != part:
            start = max(0, mention.span.end - len(name))
            at = text[start : mention.span.start + len(name)].casefold().find(name)
            if at >= 0 and start + at <= mention.span.start:
                return outlet
    return None


def _names_outlet(name: str, language: str, known: Mapping[str, str]) -> bool:
    """Whether a name of several words has one that outlets have: any such word where a report here is of that outlet, else one that
    no other body bears; "the agency" alone names none."""
    words = {word.casefold() for word in name.split()}
    if len(words) < 2 or not languages.known(language):
        return False
    telling = languages.words(language, "outlet_words") - languages.words(language, "outlet_or_body")
    return not words.isdisjoint(telling | languages.words(language, "press_words") if _folded(name) in known else telling)


@cache
def _agencies() -> Mapping[str, str]:
    return {form: names[0] for names in world.agency_names() for form in names}


def _source(name: str, spelled: Mapping[str, str], known: Mapping[str, str]) -> str:
    """The origin that a name stands for, however it is spelled."""
    bare = _ARTICLE.sub("", " ".join(name.split()))
    usual = _agencies().get(bare)
    if usual or bare.casefold().endswith("agency"):
        return spelled.get(agency_key(usual or bare), f"{AGENCY}{usual or bare}")
    return f"{OUTLET}{_ARTICLE.sub('', known.get(_folded(bare), bare))}"


def _folded(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).casefold()


def with_origins(groups: Sequence[VariantGroup], marks: Mapping[str, Marks], origins: Origins) -> tuple[VariantGroup, ...]:
    """The groups of versions, each with the independent origins that it has."""
    return tuple(
        msgspec.structs.replace(g, origins=origins.of_statements(marks[r.report].statements[r.index] for r in g.statements))
        for g in groups
    )


def backed(found: Iterable[Disagreement], items: Sequence[Item], origins: Origins) -> tuple[Disagreement, ...]:
    """Where reports of one event differ, with how many independent origins each value has; `items` are its mentions."""
    gives: Mapping[str, Callable[[Item], str | None]] = {
        "date": lambda i: i.stated.edtf if i.stated else None,
        "place": lambda i: i.place,
        "status": lambda i: i.mention.status,
    }

    def counted(field: str, value: Value) -> Value:
        told = [item for item in items if item.ref.report in value.reports]
        so = [item for item in told if gives[field](item) == value.value]
        known = {item.ref.report for item in so}
        so += [item for item in told if item.ref.report not in known]
        return msgspec.structs.replace(value, independent_sources=len(origins.of_events(item.mention for item in so)))

    return tuple(msgspec.structs.replace(d, values=tuple(counted(d.field, v) for v in d.values)) for d in found)


class Origins:
    """The origins of an account.

    whole: of each report as a whole; passages: those that go back to another; outlets: by report id, where it is known.
    """

    def __init__(
        self, reports: Iterable[Report], whole: Mapping[str, str], passages: Iterable[Passage], outlets: Mapping[str, str]
    ) -> None:
        self._whole = whole
        self._printed: dict[str, list[Passage]] = defaultdict(list)
        self._cited: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            (self._cited if passage.why == "cited" else self._printed)[passage.span.report].append(passage)
        self._body: dict[str, list[Span]] = {}
        self._day: dict[str, date] = {}
        self._outlet: dict[str, str] = {}
        for report in reports:
            self._body[report.id] = [b.span for b in report.blocks if b.role in ("body", "turn")]
            self._day[report.id] = (report.published.interval.earliest if report.published else None) or date.max
            if name := outlets.get(report.id):
                self._outlet[report.id] = _folded(name)

    def passage(self, span: Span) -> Passage | None:
        """What makes the origin of these characters another than their report's: on whose word, else whence they are printed."""
        return self._holding(self._cited, span) or self._holding(self._printed, span)

    def of(self, span: Span) -> str:
        """The origin of these characters."""
        found = self.passage(span)
        return found.origin if found else self._whole.get(span.report, span.report)

    def behind(self, told: Iterable[Span], named: Iterable[Span] = ()) -> tuple[Origin, ...]:
        """The independent origins of what these spans tell, each with the reports that have it from there.

        A report has it from one: what it adds to a copy counts before what it prints, and where it first tells of it there counts
        whose word it gives, for it is named once and then gone on with. Headlines, and spans that only name it, count where nothing
        else does.
        """
        whence = {report: self._whence(spans) for report, spans in sorted(self._telling(told, named).items())}
        return self._joined(whence)

    def of_events(self, mentions: Iterable[EventMention]) -> tuple[Origin, ...]:
        """The independent origins of one event from its mentions."""
        listed = list(mentions)
        return self.behind((m.trigger for m in listed if not m.nominal), (m.trigger for m in listed if m.nominal))

    def of_statements(self, statements: Iterable[Statement]) -> tuple[Origin, ...]:
        """The independent origins of one statement from its versions."""
        return self.behind(s.span for s in statements)

    def _telling(self, told: Iterable[Span], named: Iterable[Span]) -> Mapping[str, list[Span]]:
        """By report the spans that count."""
        best: dict[str, dict[tuple[bool, bool], list[Span]]] = defaultdict(lambda: defaultdict(list))
        for spans, only_named in ((told, False), (named, True)):
            for span in spans:
                outside = not any(body.covers(span) for body in self._body.get(span.report, ()))
                best[span.report][outside, only_named].append(span)
        return {report: sorted(kinds[min(kinds)]) for report, kinds in best.items()}

    def _whence(self, spans: Sequence[Span]) -> str:
        report = spans[0].report

        def from_others(span: Span) -> bool:
            found = self._holding(self._printed, span)
            return found.why != "added" if found else self._whole.get(report, report) != report

        return self.of(min(spans, key=lambda span: (from_others(span), span)))

    def _joined(self, whence: Mapping[str, str]) -> tuple[Origin, ...]:
        """The reports by origin; an outlet whose own report is here is that report's origin, also where the two cite each other."""
        sets = Sets[str]()
        first: dict[str, str] = {}  # by outlet its earliest report
        for report in sorted(whence, key=lambda r: (self._day.get(r, date.max), r)):
            if report in self._outlet:
                first.setdefault(self._outlet[report], report)
        for source in sorted(set(whence.values())):
            own = first.get(_folded(source.removeprefix(OUTLET))) if source.startswith(OUTLET) else None
            if own is not None:
                pair = sets.root(source), sets.root(whence[own])
                sets.join(*sorted(pair, key=lambda s: (not s.startswith(AGENCY), s.startswith(OUTLET), s)))
        reports: dict[str, list[str]] = defaultdict(list)
        for report, source in whence.items():
            reports[sets.root(source)].append(report)
        return tuple(Origin(source, tuple(sorted(own))) for source, own in sorted(reports.items()))

    @staticmethod
    def _holding(among: Mapping[str, Sequence[Passage]], span: Span) -> Passage | None:
        """The closest passage around a span."""
        found = [p for p in among.get(span.report, ()) if p.span.covers(span)]
        return min(found, key=lambda p: (len(p.span), p.span), default=None)
