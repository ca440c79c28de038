"""What was said, in the reports' words: statements that several reports give, with where they part, then those that one gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.records import Account, Actor, Difference, StatementRef, VariantGroup
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.brief.notes import Notes
from dateline.tell.brief.outline import Paragraph, Sentence, sentence
from dateline.tell.facts import Fact, facts
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.statements import main_version, spoken, statement_refs, versions

QUOTE = 180  # characters of a statement that are quoted
DIFFERENCE = 70  # characters of a difference between versions that are quoted
FEWEST_WORDS = 6  # of a statement that can be understood by itself
OF_ONE = 2  # statements of one speaker
MOST = 5  # statements; of as many speakers where there are as many
_WEIGHTIEST = ("negation", "number")
_NO_THAT = frozenset(["to", "if", "whether", "how", "why", "what", "who", "when", "where", "that"])


def tell(account: Account, lookup: Lookup, names: Names, notes: Notes, budget: int) -> tuple[Paragraph, ...]:
    """Paragraphs of about `budget` words, the weightiest statements first, those of one speaker together."""
    chosen = _chosen(account, lookup)
    said: list[tuple[str, list[Sentence]]] = []
    left, last = budget, ""
    for speaker, ref, group in _together(chosen):
        more = len(said) and last == speaker.id
        sentences = [_sentence(ref, speaker, lookup, names, notes, also=bool(more), turned=len(said) % 2 == 1, group=group)]
        if group is not None and (parted := _parted(group, lookup, notes, turned=len(said) % 2 == 1)):
            sentences.append(parted)
        left -= sum(len(s.text.split()) for s in sentences)
        if said and left < 0:
            break
        said.append((speaker.id, sentences))
        last = speaker.id
    return tuple(Paragraph(tuple(run)) for run in _runs(said))


def _runs(said: list[tuple[str, list[Sentence]]]) -> Iterator[list[Sentence]]:
    """One paragraph for each speaker."""
    run: list[Sentence] = []
    last = ""
    for speaker, sentences in said:
        if run and speaker != last:
            yield run
            run = []
        run = [*run, *sentences]
        last = speaker
    if run:
        yield run


def _chosen(account: Account, lookup: Lookup) -> list[tuple[Actor, StatementRef, VariantGroup | None]]:
    """The weightiest statements whose speaker is known, those of several independent reports first."""
    groups = {g.id: g for g in account.variant_groups}
    by_span = {s.span: ref for ref in statement_refs(account) if (s := lookup.statement(ref))}
    found: list[tuple[Actor, StatementRef, VariantGroup | None]] = []
    heard: Counter[str] = Counter()
    told = facts(account, kinds=("statement", "variant"))
    for fact in sorted(told, key=lambda f: (f.independent_sources < 2, _cut(f, lookup))):
        group = groups.get(fact.about)
        ref = main_version(group, lookup) if group else _ref(fact, by_span)
        speaker = lookup.speaker(ref) if ref else None
        statement = lookup.statement(ref) if ref else None
        if ref is None or speaker is None or statement is None or heard[speaker.id] >= OF_ONE or _doubled(ref, found, lookup):
            continue
        if len(spoken(lookup.text(statement.span), QUOTE).split()) < FEWEST_WORDS:
            continue
        heard[speaker.id] += 1
        found.append((speaker, ref, group if fact.independent_sources > 1 else None))
        if len(found) >= 12:
            break
    each = [one for at, one in enumerate(found) if one[0].id not in {speaker.id for speaker, _, _ in found[:at]}]
    return each[:MOST] if len(each) >= MOST else [*each, *(one for one in found if one not in each)][:MOST]


def _cut(fact: Fact, lookup: Lookup) -> bool:
    """Whether its words are a piece of a sentence."""
    return not fact.evidence or lookup.text(fact.evidence[0]).lstrip(" \n\"“'‘")[:1].islower()


def _doubled(ref: StatementRef, found: list[tuple[Actor, StatementRef, VariantGroup | None]], lookup: Lookup) -> bool:
    """Whether its words are told already."""
    told = {spoken(lookup.text(s.span), QUOTE) for _, other, _ in found if (s := lookup.statement(other))}
    statement = lookup.statement(ref)
    return statement is not None and spoken(lookup.text(statement.span), QUOTE) in told


def _ref(fact: Fact, by_span: dict[Span, StatementRef]) -> StatementRef | None:
    return by_span.get(fact.evidence[0]) if fact.evidence else None


def _together(
    chosen: list[tuple[Actor, StatementRef, VariantGroup | None]],
) -> list[tuple[Actor, StatementRef, VariantGroup | None]]:
    """The same with the statements of one speaker side by side, in the order of each speaker's first."""
    order = {speaker.id: at for at, (speaker, _, _) in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda one: order[one[0].id])


def _sentence(
    ref: StatementRef,
    speaker: Actor,
    lookup: Lookup,
    names: Names,
    notes: Notes,
    *,
    also: bool,
    turned: bool,
    group: VariantGroup | None,
) -> Sentence:
    """Who said it and the words: the speaker first, or, `turned`, the words first; reported speech in its outlet's words."""
    statement = lookup.statement(ref)
    if statement is None:
        return sentence("")
    listed = versions(group, lookup) if group else [ref]
    numbers = notes.refer(s.span for one in listed if (s := lookup.statement(one)))
    quoted = words.quoted(spoken(lookup.text(statement.span), QUOTE))
    cut = quoted[1:2].islower() and statement.kind != "indirect"
    quoted = f"“… {quoted[1:]}" if cut else quoted
    day = lookup.said(ref)
    said = f"{'also ' if also else ''}said{f' {words.when(day)}' if day else ''}"
    who = names.actor(speaker.id)
    relay = lookup.relayed_by(ref)
    via = f", as {names.actor(relay.id)} relays it" if relay and relay.id != speaker.id else ""
    if statement.kind == "indirect":
        where = via or f", in the words of {lookup.in_text(ref.report)}"
        return sentence(words.stopped(f"{words.capital(who)} {said}{where}, {_that(quoted)}{quoted}"), numbers)
    if turned and not also and not cut and len(quoted) < QUOTE // 2 + 30 and not via:
        return sentence(words.stopped(f"{_opening(quoted)} {who} {said}"), numbers)
    return sentence(words.stopped(f"{words.capital(who)} {said}{via}: {quoted}"), numbers)


def _opening(quoted: str) -> str:
    """The words in quotation marks as they open a sentence: a comma stands for their full stop."""
    said = words.capital(quoted[1:-1])
    return f"“{said}”" if said.endswith(("?", "!", "…")) else f"“{said.rstrip('.')},”"


def _that(quoted: str) -> str:
    """Reported speech that is a clause of its own follows "that"."""
    first = quoted.strip("“”").casefold().split(maxsplit=1)[:1]
    return "" if not first or first[0] in _NO_THAT or first[0].endswith("ing") else "that "


def _parted(group: VariantGroup, lookup: Lookup, notes: Notes, *, turned: bool) -> Sentence | None:
    """Whether the reports give the same words, and where they do not, the difference that matters most."""
    listed = versions(group, lookup)
    reports = words.capital(words.plural(len({ref.report for ref in listed}), "report", words=True))
    spans = [s.span for ref in listed if (s := lookup.statement(ref))]
    if not group.differences:
        return sentence(f"{reports} give the same words.", notes.refer(spans))
    told: list[str] = []
    for one in sorted(group.differences, key=_worth):
        a, b = lookup.in_text(one.a.report), lookup.in_text(one.b.report)
        first, second = spoken(one.a_text, DIFFERENCE), spoken(one.b_text, DIFFERENCE)
        if first and second and a != b:
            told.append(f"where {a} has “{first}”, {b} has “{second}”")
        elif (first or second) and a != b:
            has, lacks, text = (a, b, first) if first else (b, a, second)
            told.append(f"{has} has “{text}”, which {lacks} leaves out")
        elif first and second:
            told.append(f"one report of {a} has “{first}”, another “{second}”")
        elif first or second:
            told.append(f"one report of {a} has “{first or second}”, which another leaves out")
        if told:
            break
    if turned and told:
        return sentence(f"The versions of {reports.casefold()} differ: {told[0]}.", notes.refer(spans))
    return sentence(f"{reports} give it, and not alike{f': {told[0]}' if told else ''}.", notes.refer(spans))


def _worth(one: Difference) -> tuple[int, bool, int, str]:
    """Differences of sense first; of the others those that can be seen at a glance."""
    longest = max(len(one.a_text), len(one.b_text))
    return _WEIGHTIEST.index(one.kind) if one.kind in _WEIGHTIEST else 9, longest > DIFFERENCE, -longest, one.a_text
