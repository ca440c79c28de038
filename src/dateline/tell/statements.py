"""Statements as sentences, one by one and as the versions of one statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.records import Account, StatementRef, VariantGroup
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.templates import templates

_QUOTES = frozenset('"“”')
_PLAIN = re.compile(r"[\W_]+")


def statement_refs(account: Account) -> list[StatementRef]:
    """Every statement of the account, in the order of the reports."""
    return [StatementRef(m.report, i) for m in account.marks for i in range(len(m.statements))]


def statement_sentence(ref: StatementRef, lookup: Lookup, names: Names, longest: int = 400) -> str:
    """Who said it and the words; reported speech is given in the words of the outlet that reports it."""
    statement = lookup.statement(ref)
    if statement is None:
        return ""
    speaker = lookup.speaker(ref)
    relay = lookup.relayed_by(ref)
    quoted = f"“{spoken(lookup.text(statement.span), longest)}”"
    said = words.capital(names.actor(speaker.id)) if speaker else "Somebody the report does not name"
    day = lookup.said(ref)
    on = f" {words.when(day)}" if day else ""
    via = f", as {names.actor(relay.id)} relays it" if relay and (speaker is None or relay.id != speaker.id) else ""
    if statement.kind == "indirect":
        return words.stopped(f"{said} said{on}{via}, in the words of {lookup.outlet(ref.report)}: {quoted}")
    return words.stopped(f"{said} said{on}{via}: {quoted}")


def variant_sentence(group: VariantGroup, lookup: Lookup, names: Names) -> str:
    """One statement that several reports give, with how many versions and how they part."""
    main = main_version(group, lookup)
    if main is None:
        return ""
    kinds = Counter(d.kind for d in group.differences)
    reports = len({ref.report for ref in group.statements})
    body = statement_sentence(main, lookup, names)
    if not kinds:
        return f"{body} {words.capital(words.plural(reports, 'report', words=True))} give the same words."
    parts = words.and_list([templates().differences[kind] for kind in sorted(kinds)])
    return f"{body} Its {words.count(len(wordings(versions(group, lookup), lookup)))} versions differ in {parts}."


def main_version(group: VariantGroup, lookup: Lookup) -> StatementRef | None:
    """The version to show first: direct words before reported speech, then the longest."""
    known = [ref for ref in group.statements if lookup.statement(ref)]

    def order(ref: StatementRef) -> tuple[bool, int, str, int]:
        statement = lookup.statement(ref)
        indirect = statement is None or statement.kind == "indirect"
        return indirect, -len(statement.span) if statement else 0, ref.report, ref.index

    return min(known, key=order) if known else None


def versions(group: VariantGroup, lookup: Lookup) -> Sequence[StatementRef]:
    """All versions, the main one first, the others in the order of the reports."""
    main = main_version(group, lookup)
    rest = sorted(
        (r for r in group.statements if r != main and lookup.statement(r)),
        key=lambda r: (lookup.numbers.get(r.report, 10**9), r.index),
    )
    return [main, *rest] if main else rest


def wordings(listed: Sequence[StatementRef], lookup: Lookup) -> list[list[StatementRef]]:
    """Versions that give the same words, put together in the order of the first of each; kinds of quotation mark say nothing."""
    found: dict[tuple[bool, str], list[StatementRef]] = {}
    for ref in listed:
        if statement := lookup.statement(ref):
            found.setdefault((statement.kind == "indirect", _key(ref, lookup)), []).append(ref)
    return list(found.values())


def apart(group: VariantGroup, lookup: Lookup) -> list[list[StatementRef]]:
    """The wordings of a statement that a reader compares. Of one report that gives the words twice, whole and in part, only the
    whole is one, for a report does not differ from itself."""
    found = wordings(versions(group, lookup), lookup)
    said = {ref: _key(ref, lookup) for same in found for ref in same}

    def repeated(ref: StatementRef) -> bool:
        return any(o.report == ref.report and said[o] != said[ref] and f" {said[ref]} " in f" {said[o]} " for o in said)

    kept = ([ref for ref in same if not repeated(ref)] for same in found)
    once = [list({ref.report: ref for ref in reversed(same)}.values())[::-1] for same in kept]
    return [same for same in once if same]


def _key(ref: StatementRef, lookup: Lookup) -> str:
    statement = lookup.statement(ref)
    return _PLAIN.sub(" ", spoken(lookup.text(statement.span), 10**6)).strip().casefold() if statement else ""


def spoken(text: str, longest: int) -> str:
    """Quoted words on one line, without marks around them and without the comma that the sentence around them asked for."""
    line = words.shorten(text, longest).strip().rstrip(",")
    marks = sum(character in _QUOTES for character in line)
    around = marks == 2 and line[0] in _QUOTES and line[-1] in _QUOTES
    if around or (marks % 2 and line[-1] in _QUOTES):
        line = line[:-1]
    if around or (marks % 2 and line[:1] in _QUOTES):
        line = line[1:]
    return line


def importance(name: str, refs: Sequence[StatementRef], lookup: Lookup) -> tuple[bool, int, int, str]:
    """Order of speakers: those who act most first, then those who say most; the unknown last."""
    speaker = lookup.speaker(refs[0]) if refs else None
    return not name, -lookup.deeds(speaker.id) if speaker else 0, -len(refs), name


def compared(account: Account) -> list[VariantGroup]:
    """Groups of versions: those that differ first, of these and of the others those in most reports."""
    return sorted(
        account.variant_groups,
        key=lambda g: (not g.differences, -len({r.report for r in g.statements}), -len(g.differences), g.id),
    )


def parted(group: VariantGroup, lookup: Lookup) -> tuple[str, ...]:
    """Where the versions part, a sentence each: the words and which reports have them. What parts many pairs is told once."""
    kept = {(ref.report, _key(ref, lookup)) for same in apart(group, lookup) for ref in same}
    found: dict[tuple[str, str, str], tuple[str, str, list[str], list[str]]] = {}
    for one in group.differences:
        if one.a.report == one.b.report or any((ref.report, _key(ref, lookup)) not in kept for ref in (one.a, one.b)):
            continue
        sides = [(words.shorten(said, 160), lookup.outlet(ref.report)) for said, ref in ((one.a_text, one.a), (one.b_text, one.b))]
        (first, left), (second, right) = sorted(sides, key=lambda side: (not side[0], side[0].casefold(), side[1]))
        _, _, has, other = found.setdefault((one.kind, first.casefold(), second.casefold()), (first, second, [], []))
        has.append(left)
        other.append(right)
    return tuple(
        f"{words.capital(kind)}: “{first}” in {words.and_list(has, 5)}, "
        + (f"“{second}” in {words.and_list(other, 5)}" if second else f"not in {words.and_list(other, 5)}")
        for (kind, *_), (first, second, has, other) in found.items()
    )
