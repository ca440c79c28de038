"""The account in a terminal: dated facts first, then who said what, plans, disputes, copies and what could not be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.records import Account, Disagreement, Event, StatementRef, VariantGroup
from dateline.tell import words
from dateline.tell.compare import Segment, compare
from dateline.tell.copied import changed
from dateline.tell.disputes import disputes, in_order, kind_of, value_words
from dateline.tell.episodes import episodes_of
from dateline.tell.facts import Fact, by_day, facts
from dateline.tell.labels import backing, moved, published_label, sources
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plain_name
from dateline.tell.one_story import only
from dateline.tell.sentences import nominal
from dateline.tell.statements import apart, compared, importance, parted, spoken, statement_refs, versions
from dateline.tell.summary import summary
from dateline.tell.templates import templates
from dateline.tell.titles import story_title
from dateline.tell.weights import LESSER

WIDEST = 100  # columns; longer lines are hard to read
DAY_COLUMN = 17
MOST_DIFFERENCES = 4  # of one statement; the brackets show them all
LONGEST_WORDS = 500  # characters of one statement


def show(account: Account, console: Console, *, story: str | None = None, limit: int | None = None) -> None:
    """Print the account, or one story of it; `limit` is the most lines in each part.

    Raises LookupError when there is no such story.
    Standing is always told in words, so that nothing is lost without colour or in a pipe.
    """
    chosen = only(account, story)
    lookup = Lookup(chosen)
    page = _Page(console, limit)
    _header(chosen, lookup, page)
    names = Names(lookup)
    _happened(chosen, lookup, names, page)
    _disputes(chosen, lookup, page)
    _said(chosen, lookup, page)
    _plans(chosen, lookup, page)
    _also(chosen, lookup, names, page)
    _reports(chosen, lookup, page)
    _problems(chosen, lookup, page)


class _Page:
    """Prints headings and lines at a readable width."""

    def __init__(self, console: Console, limit: int | None) -> None:
        self.console = console
        self.limit = limit
        self.width = min(console.width, WIDEST)

    def heading(self, text: str, note: str = "") -> None:
        self.console.print()
        self.console.print(Text.assemble((text, "bold"), f"  {note}" if note else ""), width=self.width)

    def line(self, text: Text | str, indent: int = 0) -> None:
        shown = Text(text) if isinstance(text, str) else text
        self.console.print(Padding(_safe(shown), (0, 0, 0, indent), expand=False), width=self.width)

    def dated(self, rows: Iterable[tuple[str, Text]]) -> None:
        table = Table.grid(padding=(0, 2))
        table.add_column(width=DAY_COLUMN, no_wrap=False)
        table.add_column(ratio=1)
        for label, text in rows:
            table.add_row(Text(label, "cyan"), _safe(text))
        self.console.print(table, width=self.width)

    def rest(self, left: int, noun: str) -> None:
        if left > 0:
            self.line(Text(f"… and {words.plural(left, noun)} more", "dim"), 2)

    def bare(self, left: int, noun: str) -> None:
        if left > 0:
            self.line(Text(f"… and {words.plural(left, noun)} more, of which no report tells who or where", "dim"), 2)


def _safe(text: Text) -> Text:
    text.plain = words.visible(text.plain)
    return text


def _header(account: Account, lookup: Lookup, page: _Page) -> None:
    found = summary(account, lookup)
    page.line(Text(found.title, "bold"))
    page.line(found.line + (f"; published {words.label(found.period)}" if found.period else ""))
    page.line(f"{words.capital(found.standing)}")
    if len(account.stories) > 1:
        for story in account.stories:
            page.line(f"{story_title(story, lookup)} ({words.plural(len(story.reports), 'report')})", 2)
    told = episodes_of(account.stories[0], lookup) if len(account.stories) == 1 else ()
    if told:
        page.heading("EPISODES")
        page.dated((words.label(one.days), Text(f"{one.title}  {words.plural(one.reports, 'report')}")) for one in told)


# ---------------------------------------------------------------- what happened


def _happened(account: Account, lookup: Lookup, names: Names, page: _Page) -> None:
    ranked = facts(account, kinds=("event",), names=Names(lookup))
    main = sum(f.weight >= LESSER for f in ranked)
    told = facts(
        account,
        kinds=("event",),
        order="date",
        limit=min(main, page.limit or main) if main else page.limit,
        names=names,
        dated=False,
    )
    page.heading("WHAT HAPPENED")
    if not told:
        page.line("No report tells of a meeting, a visit or another event that took place.", 2)
    page.dated((words.label(fact.date), _fact_text(fact)) for fact in told)
    page.rest(main - len(told), "event")


def _also(account: Account, lookup: Lookup, names: Names, page: _Page) -> None:
    told = facts(account, kinds=("event",), order="date", names=names, dated=False)
    lesser = [fact for fact in told if fact.weight < LESSER]
    named = [fact for fact in lesser if not _bare(lookup.event(fact.about))]
    if lesser:
        page.heading("ALSO REPORTED", "one report each, with little told")
    page.dated((words.label(fact.date), _fact_text(fact)) for fact in named[: page.limit])
    page.rest(len(named) - len(named[: page.limit]), "event")
    page.bare(len(lesser) - len(named), "event")


def _bare(event: Event | None) -> bool:
    """Whether neither who took part nor where is told."""
    return event is None or not (event.participants or event.place)


def _fact_text(fact: Fact) -> Text:
    text = Text(fact.text)
    for mark in fact.marks:
        text.append(f"  {mark.upper()}", "bold yellow" if mark == "disputed" else "bold")
    text.append(f"  {sources(fact)}", "dim")
    return text


# ---------------------------------------------------------------- disputes


def _disputes(account: Account, lookup: Lookup, page: _Page) -> None:
    found = disputes(account.events)
    found.sort(key=lambda pair: (by_day(pair[0].date), pair[0].id, pair[1].field))
    conflicts = [pair for pair in found if pair[1].kind == "conflict"]
    page.heading("DISPUTED")
    if not conflicts:
        page.line("The reports do not contradict each other on any event.", 2)
    _disagreements(conflicts, lookup, page)
    for kind, heading in (("later update", "CHANGED AS TIME WENT ON"), ("less precise", "LESS EXACT IN SOME REPORTS")):
        if other := [pair for pair in found if pair[1].kind == kind]:
            page.heading(heading)
            _disagreements(other, lookup, page)


def _disagreements(found: list[tuple[Event, Disagreement]], lookup: Lookup, page: _Page) -> None:
    for event, disagreement in found[: page.limit]:
        thing = words.capital(nominal(event, lookup, Names(lookup, introduce=False), without=disagreement.field, definite=True))
        conflict = ("  DISPUTED", "bold yellow") if disagreement.kind == "conflict" else ""
        page.line(Text.assemble(f"{thing}: ", (templates().fields[kind_of(event, disagreement)], "italic"), conflict), 2)
        for value in in_order(disagreement, lookup):
            shown = value_words(disagreement.field, value, lookup)
            page.line(f"{shown}: {words.and_list(lookup.outlets(value.reports), 6)}{backing(value)}", 6)
    page.rest(len(found) - len(found[: page.limit]), "disagreement")


# ---------------------------------------------------------------- statements


def _said(account: Account, lookup: Lookup, page: _Page) -> None:
    page.heading("WHO SAID WHAT", "words in [brackets] are not in the other version")
    groups = compared(account)
    single = [ref for ref in statement_refs(account) if lookup.group_of(ref) is None and not lookup.nested(ref)]
    if not groups and not single:
        page.line("No report quotes anybody.", 2)
    for group in groups[: page.limit]:
        _group(group, lookup, page)
    page.rest(len(groups) - len(groups[: page.limit]), "compared statement")
    by_speaker: dict[str, list[StatementRef]] = {}
    for ref in single:
        speaker = lookup.speaker(ref)
        by_speaker.setdefault(plain_name(speaker) if speaker else "", []).append(ref)
    ordered = sorted(by_speaker.items(), key=lambda item: importance(item[0], item[1], lookup))
    shown = ordered[: page.limit]
    for name, refs in shown:
        page.line(Text(words.capital(name) if name else "Speaker not known", "bold"), 2)
        for ref in refs[: page.limit]:
            page.line(_version([ref], lookup, None), 4)
        page.rest(len(refs) - len(refs[: page.limit]), "statement")
    page.rest(len(ordered) - len(shown), "speaker")


def _group(group: VariantGroup, lookup: Lookup, page: _Page) -> None:
    listed = versions(group, lookup)
    if not listed:
        return
    same = apart(group, lookup)
    speaker = lookup.actor(group.speaker) or lookup.speaker(listed[0])
    day = next((d for ref in listed if (d := lookup.said(ref))), None)
    reports = len({ref.report for ref in listed})
    head = Text(words.capital(plain_name(speaker)) if speaker else "Speaker not known", "bold")
    count = words.plural(len(same), "version") if len(same) > 1 else "the same words"
    head.append(f"{f', {words.label(day)}' if day else ''}: {count} in {words.plural(reports, 'report')}")
    page.line(head, 2)
    texts = [_words(refs[0], lookup) for refs in same]
    for number, refs in enumerate(same):
        other = texts[1] if number == 0 and len(texts) > 1 else texts[0]
        page.line(_version(refs, lookup, compare(texts[number], other)[0] if len(texts) > 1 else None), 4)
    told = parted(group, lookup)
    shown = told[: min(page.limit or MOST_DIFFERENCES, MOST_DIFFERENCES)]
    for sentence in shown:
        page.line(Text(sentence, "dim"), 6)
    page.rest(len(told) - len(shown), "difference")


def _words(ref: StatementRef, lookup: Lookup) -> str:
    statement = lookup.statement(ref)
    return spoken(lookup.text(statement.span), LONGEST_WORDS) if statement else ""


def _version(refs: Sequence[StatementRef], lookup: Lookup, segments: tuple[Segment, ...] | None) -> Text:
    ref = refs[0]
    statement = lookup.statement(ref)
    indirect = statement is not None and statement.kind == "indirect"
    outlets = list(dict.fromkeys(lookup.outlet(each.report) for each in refs))
    report = "reports" if len(outlets) == 1 else "report"
    text = Text(f"{words.and_list(outlets, 4)}{f' {report}' if indirect else ''}: ", "cyan")
    text.append("" if indirect else "“", "default")
    for segment in segments or (Segment(_words(ref, lookup), False),):
        body = segment.text.rstrip()
        text.append(f"[{body}]" if segment.differs else body, "bold" if segment.differs else "default")
        text.append(segment.text[len(body) :], "default")
    text.append("" if indirect else "”", "default")
    return text


# ---------------------------------------------------------------- plans


def _plans(account: Account, lookup: Lookup, page: _Page) -> None:
    listed = sorted(account.plans, key=lambda p: (by_day(e.date if (e := lookup.event(p.event)) else None), p.event))
    page.heading("PLANS")
    if not listed:
        page.line("No report announces anything.", 2)
    rows = []
    told = [plan for plan in listed if not _bare(lookup.event(plan.event))]
    for plan in told[: page.limit]:
        event = lookup.event(plan.event)
        if event is None:
            continue
        text = Text(words.capital(nominal(event, lookup, Names(lookup, introduce=False))))
        text.append(f"  {templates().outcomes[plan.outcome].upper()}", "bold")
        for span in lookup.conditions(plan):
            text.append(f"  on condition: “{words.one_line(lookup.text(span))}”", "dim")
        history = moved(plan, lookup)
        if len(history) > 1:
            text.append(f"  reported as: {', then '.join(history)}", "dim")
        rows.append((words.label(event.date), text))
    page.dated(rows)
    page.rest(len(told) - len(told[: page.limit]), "plan")
    page.bare(len(listed) - len(told), "plan")


# ---------------------------------------------------------------- reports and problems


def _reports(account: Account, lookup: Lookup, page: _Page) -> None:
    if lookup.reports:
        page.heading("REPORTS")
    rows = []
    for report in lookup.reports[: page.limit]:
        text = Text.assemble(f"{lookup.numbers[report.id]}. ", (lookup.outlet_name(report), "bold"), f": {lookup.title(report)}")
        if edge := lookup.copy(report.id):
            text.append(f"  COPY of {lookup.outlet(edge.original)}: {edge.why}{changed(edge)}", "default")
        elif report.origin:
            text.append(f"  credited to {report.origin}", "dim")
        rows.append((published_label(report.id, lookup), text))
    page.dated(rows)
    page.rest(len(lookup.reports) - len(rows), "report")


def _problems(account: Account, lookup: Lookup, page: _Page) -> None:
    undated = sum(e.date is None for e in account.events)
    nameless = sum(lookup.speaker(ref) is None for ref in statement_refs(account))
    lines = []
    if undated:
        lines.append(f"{words.plural(undated, 'event')} without a day that the reports let us tell")
    if nameless:
        lines.append(f"{words.plural(nameless, 'statement')} without a speaker that the report names")
    if lines or account.problems or any(actor.may_be for actor in account.actors):
        page.heading("UNRESOLVED")
    for line in lines:
        page.line(line, 2)
    _either(lookup, page)
    for problem in account.problems[: page.limit]:
        page.line(Text.assemble((problem.name, "bold"), f"  {problem.source}: {problem.detail}"), 2)
    page.rest(len(account.problems) - len(account.problems[: page.limit]), "problem")


def _either(lookup: Lookup, page: _Page) -> None:
    """Names and offices that fit several people alike well."""
    open_ones = [actor for actor in lookup.account.actors if actor.may_be]
    open_ones.sort(key=lambda actor: (-len(actor.mentions), actor.id))
    for actor in open_ones[: page.limit]:
        people = words.and_list([plain_name(rival) for id_ in actor.may_be if (rival := lookup.actor(id_))], joint="or")
        outlets = lookup.outlets(tuple(sorted({ref.report for ref in actor.mentions})))
        page.line(f"“{plain_name(actor)}” in {words.and_list(outlets, 4)} may be {people}", 2)
    page.rest(len(open_ones) - len(open_ones[: page.limit]), "name that may be several people's")
