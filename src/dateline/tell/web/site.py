"""Writes the pages: what each shows is gathered here, how it looks is in `templates/` and `style.css`."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dateline.ids import content_id
from dateline.records import Account, Event, EventRef, Record, Report, StatementRef, VariantGroup
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.compare import Segment, compare
from dateline.tell.facts import LESSER, Fact, by_day, facts
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.sentences import event_sentence, nominal, spoken, statement_refs, value_words, versions
from dateline.tell.summary import summary
from dateline.tell.templates import templates
from dateline.tell.terminal import difference_words, published_label, sources
from dateline.tell.web.marked import Mark, anchor, marked

HERE = Path(__file__).parent
MOST_FACTS = 30  # told in full; the others are folded
MOST_LESSER = 300
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}")
_WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


class Link(Record, frozen=True):
    text: str
    href: str
    title: str = ""


class FactLine(Record, frozen=True):
    """One line of a list of facts: `tags` are words on its standing."""

    day: str
    text: str
    tags: tuple[str, ...]
    sources: str
    links: tuple[Link, ...]


class FactList(Record, frozen=True):
    title: str
    lines: tuple[FactLine, ...]
    lesser: tuple[FactLine, ...]
    left: int


class ValueLine(Record, frozen=True):
    value: str
    links: tuple[Link, ...]


class DisputeLine(Record, frozen=True):
    thing: str
    field: str
    kind: str
    values: tuple[ValueLine, ...]


class VersionLine(Record, frozen=True):
    link: Link
    indirect: bool
    segments: tuple[Segment, ...]


class Comparison(Record, frozen=True):
    """The versions of one statement; `differences` are sentences."""

    speaker: str
    day: str
    versions: tuple[VersionLine, ...]
    differences: tuple[str, ...]


class Speaker(Record, frozen=True):
    name: str
    versions: tuple[VersionLine, ...]


class PlanLine(Record, frozen=True):
    day: str
    text: str
    outcome: str
    history: tuple[ValueLine, ...]
    links: tuple[Link, ...]


class ReportLine(Record, frozen=True):
    number: int
    day: str
    outlet: str
    link: Link
    note: str


class ReportFact(Record, frozen=True):
    text: str
    href: str
    kind: str
    tags: tuple[str, ...]


def write_site(account: Account, folder: Path) -> None:
    """Write `index.html` and `reports/*.html` into `folder`, made when it is not there.

    The pages open from the file system, load nothing and run no script.
    """
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    for name, html in pages(account).items():
        (folder / name).write_bytes(html.encode("utf-8", "replace"))


def pages(account: Account) -> dict[str, str]:
    """Each page's path in the site and its HTML."""
    lookup = Lookup(account)
    out = {"index.html": _index(account, lookup)}
    files = [page_name(report.id) for report in lookup.reports]
    for number, report in enumerate(lookup.reports):
        before = files[number - 1] if number else None
        after = files[number + 1] if number + 1 < len(files) else None
        out[f"reports/{files[number]}"] = _report(report, lookup, before, after)
    return out


def page_name(report: str) -> str:
    """File name of a report's page: its id where that is a safe name, else an id made from it."""
    return f"{report if _SAFE_NAME.fullmatch(report) else content_id('report', report)}.html"


@cache
def _environment() -> Environment:
    style = (HERE / "style.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        finalize=_steady,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"style": Markup(style), "policy": f"default-src 'none'; style-src 'sha256-{digest}'"}
    return environment


def _steady(value: object) -> object:
    """Text without characters that turn the reading direction; what is HTML already stays."""
    return words.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(**values)


# ---------------------------------------------------------------- the standing account


def _index(account: Account, lookup: Lookup) -> str:
    found = summary(account, lookup)
    names = Names(lookup)
    return _render(
        "index.html",
        summary=found,
        period=words.label(found.period) if found.period else "",
        disputes=_disputes(account, lookup),
        lists=_lists(account, lookup, names),
        comparisons=_comparisons(account, lookup),
        speakers=_speakers(account, lookup),
        plans=_plans(account, lookup),
        reports=_report_lines(account, lookup),
        problems=account.problems,
    )


def _lists(account: Account, lookup: Lookup, names: Names) -> list[FactList]:
    """What happened: one list, or one for each story."""
    if len(account.stories) < 2:
        return [_fact_list("", account, None, lookup, names)]
    stories = sorted(account.stories, key=lambda s: (-len(s.reports), s.title, s.id))
    return [_fact_list(" ".join(s.title.split()), account, s.id, lookup, names) for s in stories]


def _fact_list(title: str, account: Account, story: str | None, lookup: Lookup, names: Names) -> FactList:
    ranked = facts(account, story=story, kinds=("event",))
    main = {f.about for f in ranked[:MOST_FACTS] if f.weight >= LESSER}
    told = facts(account, story=story, kinds=("event",), order="date", names=names, dated=False)
    lines = tuple(_fact_line(f, lookup) for f in told if f.about in main)
    lesser = tuple(_fact_line(f, lookup) for f in told if f.about not in main)
    return FactList(title, lines, lesser[:MOST_LESSER], max(0, len(lesser) - MOST_LESSER))


def _fact_line(fact: Fact, lookup: Lookup) -> FactLine:
    return FactLine(words.label(fact.date), fact.text, fact.marks, sources(fact), _links(fact.evidence, lookup))


def _links(spans: Iterable[Span], lookup: Lookup) -> tuple[Link, ...]:
    """One link for each report, to the best of its spans."""
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.report, span)
    return tuple(_link(span, lookup) for span in first.values())


def _link(span: Span, lookup: Lookup, prefix: str = "reports/") -> Link:
    report = lookup.report(span.report)
    inside = report is not None and 0 <= span.start < span.end <= len(report.text)
    fragment = f"#{anchor(span.start, span.end)}" if inside else ""
    quote = words.shorten(lookup.text(span), 200)
    return Link(lookup.outlet(span.report), f"{prefix}{page_name(span.report)}{fragment}", quote)


def _disputes(account: Account, lookup: Lookup) -> list[DisputeLine]:
    found = [(e, d) for e in account.events for d in e.disagreements]
    found.sort(key=lambda pair: (pair[1].kind != "conflict", by_day(pair[0].date), pair[0].id, pair[1].field))
    lines = []
    for event, disagreement in found:
        thing = words.capital(nominal(event, lookup, Names(lookup, introduce=False), without=disagreement.field, definite=True))
        spans = {span.report: span for span in reversed(_evidence(event, lookup))}
        values = tuple(
            ValueLine(
                value_words(disagreement.field, v.value, lookup),
                tuple(_link(spans[r], lookup) if r in spans else _to_report(r, lookup) for r in v.reports),
            )
            for v in disagreement.values
        )
        lines.append(DisputeLine(thing, templates().fields[disagreement.field], disagreement.kind, values))
    return lines


def _to_report(report: str, lookup: Lookup) -> Link:
    return Link(lookup.outlet(report), f"reports/{page_name(report)}")


def _evidence(event: Event, lookup: Lookup) -> list[Span]:
    return [m.span for ref in event.mentions if (m := lookup.event_mention(ref))]


def _comparisons(account: Account, lookup: Lookup) -> list[Comparison]:
    groups = sorted(account.variant_groups, key=lambda g: (-len({r.report for r in g.statements}), -len(g.differences), g.id))
    return [made for group in groups if (made := _comparison(group, lookup))]


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
    link = _link(statement.span, lookup) if statement else _to_report(ref.report, lookup)
    indirect = statement is not None and statement.kind == "indirect"
    return VersionLine(link, indirect, tuple(Segment(s.text, s.differs) for s in segments))


def _speakers(account: Account, lookup: Lookup) -> list[Speaker]:
    """Statements that only one report gives, by speaker: those who say most first, the unknown last."""
    found: dict[str, list[StatementRef]] = {}
    for ref in statement_refs(account):
        if lookup.group_of(ref) is None and not lookup.nested(ref):
            speaker = lookup.speaker(ref)
            found.setdefault(words.capital(plain_name(speaker)) if speaker else "", []).append(ref)
    ordered = sorted(found.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))
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
        spans = {span.report: span for span in reversed(_evidence(event, lookup))}
        history = [
            ValueLine(
                words.label(step.interval) if step.interval else "no day given",
                (_link(spans[step.report], lookup) if step.report in spans else _to_report(step.report, lookup),),
            )
            for step in plan.history
        ]
        days = {line.value for line in history}
        outcome = templates().outcomes[plan.outcome]
        shown = tuple(history) if len(days) > 1 else ()
        links = _links((s for s in _evidence(event, lookup) if not shown or s.report not in plan.announced_in), lookup)
        lines.append(PlanLine(words.label(event.date), text, outcome, shown, links))
    return lines


def _report_lines(account: Account, lookup: Lookup) -> list[ReportLine]:
    copies = {edge.copy: edge for edge in reversed(account.copies)}
    lines = []
    for report in lookup.reports:
        note = ""
        if edge := copies.get(report.id):
            note = f"Copy of {lookup.outlet(edge.original)}: {edge.why}"
        elif report.origin:
            note = f"Credited to {report.origin}"
        link = Link(lookup.title(report), f"reports/{page_name(report.id)}")
        lines.append(
            ReportLine(lookup.numbers[report.id], published_label(report.id, lookup), lookup.outlet_name(report), link, note)
        )
    return lines


# ---------------------------------------------------------------- one report


def _report(report: Report, lookup: Lookup, before: str | None, after: str | None) -> str:
    told = _report_facts(report, lookup)
    names = Names(lookup, introduce=False)
    return _render(
        "report.html",
        report=report,
        title=lookup.title(report),
        outlet=lookup.outlet_name(report),
        byline=words.and_list(report.byline),
        published=published_label(report.id, lookup),
        source=_source(report),
        note=next(
            (line.note for line in _report_lines(lookup.account, lookup) if line.link.href.endswith(page_name(report.id))), ""
        ),
        text=marked(report, _marks(report, lookup, names)),
        facts=told,
        before=before,
        after=after,
    )


def _source(report: Report) -> Link:
    """Where the report came from: a link when it is a web address, otherwise the file's name."""
    if _WEB_ADDRESS.fullmatch(report.source):
        return Link(words.shorten(report.source, 60), report.source)
    return Link(Path(report.source.replace("\\", "/")).name or report.source, "")


def _report_facts(report: Report, lookup: Lookup) -> list[ReportFact]:
    """Facts from one report in the order of its text, each with the address of its characters."""
    marks = lookup.marks(report.id)
    names = Names(lookup, introduce=False)
    found: list[tuple[Span, ReportFact]] = []
    seen: set[str] = set()
    for index, told in enumerate(marks.events if marks else ()):
        event = lookup.event_of(EventRef(report.id, index))
        if event and event.id not in seen:
            seen.add(event.id)
            tags = ("disputed",) if any(d.kind == "conflict" for d in event.disagreements) else ()
            kind = "plan" if event.status in ("planned", "proposed", "cancelled") else "event"
            found.append((told.span, ReportFact(event_sentence(event, lookup, names), _fragment(report, told.span), kind, tags)))
    for index, statement in enumerate(marks.statements if marks else ()):
        speaker = lookup.speaker(StatementRef(report.id, index))
        who = words.capital(plain_name(speaker)) if speaker else "Somebody not named"
        quote = spoken(lookup.text(statement.span), 120)
        text = f"{who}: “{quote}”" if statement.kind != "indirect" else f"{who} said: {quote}"
        tags = ("compared",) if lookup.group_of(StatementRef(report.id, index)) else ()
        found.append((statement.span, ReportFact(text, _fragment(report, statement.span), "statement", tags)))
    return [fact for _, fact in sorted(found, key=lambda item: (item[0], item[1].text))]


def _fragment(report: Report, span: Span) -> str:
    return f"#{anchor(span.start, span.end)}" if 0 <= span.start < span.end <= len(report.text) else "#text"


def _marks(report: Report, lookup: Lookup, names: Names) -> list[Mark]:
    """What to mark in the text; marks of the same characters are one."""
    marks = lookup.marks(report.id)
    found: dict[tuple[int, int], dict[str, list[str]]] = {}
    for index, told in enumerate(marks.events if marks else ()):
        event = lookup.event_of(EventRef(report.id, index))
        kind = "plan" if told.status in ("planned", "proposed", "cancelled") else "event"
        title = event_sentence(event, lookup, names) if event else ""
        found.setdefault((told.span.start, told.span.end), {}).setdefault(kind, []).append(title)
    for index, statement in enumerate(marks.statements if marks else ()):
        speaker = lookup.speaker(StatementRef(report.id, index))
        title = f"Said by {plain_name(speaker)}" if speaker else "Speaker not known"
        found.setdefault((statement.span.start, statement.span.end), {}).setdefault("statement", []).append(title)
    return [
        Mark(start, end, " ".join(kinds), " · ".join(t for titles in kinds.values() for t in dict.fromkeys(titles) if t))
        for (start, end), kinds in sorted(found.items())
    ]
