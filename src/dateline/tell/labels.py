"""Short notes beside a fact, a plan or a report."""

from __future__ import annotations

import re
from calendar import day_name, month_name

from dateline.intervals import Interval
from dateline.records import Plan, Value
from dateline.tell import words
from dateline.tell.facts import Fact
from dateline.tell.lookup import Lookup


def sources(fact: Fact) -> str:
    """How many reports say so, how many of them are independent, and how many had only announced it."""
    told = counted_sources(fact.report_count, fact.independent_sources)
    return f"{told}; announced in {fact.announced} more" if fact.announced else told


def counted_sources(reports: int, independent: int) -> str:
    """ "3 reports, 2 independent"."""
    if 1 < reports <= independent:
        return f"{reports} independent reports"
    return words.plural(reports, "report") + (f", {independent} independent" if reports > 1 else "")


def backing(value: Value) -> str:
    """ ", from one origin": where reports that give one value have it from fewer origins than they are."""
    few = 0 < value.independent_sources < len(value.reports)
    return f", from {words.plural(value.independent_sources, 'origin', words=True)}" if few else ""


def moved(plan: Plan, lookup: Lookup) -> list[str]:
    """The days that a plan was given over time, where they are other or closer than before; "no day" where none was yet."""
    given: list[Interval] = []
    for step in plan.history:
        if step.interval and not any(step.interval.meet(one) and not _closer(step.interval, one) for one in given):
            given.append(step.interval)
    first = ["no day given"] if given and plan.history[0].interval is None else []
    reports = [step.report for step in plan.history]
    return first + list(dict.fromkeys(words.label(interval, term=lookup.term(interval, reports)) for interval in given))


def stages(plan: Plan, lookup: Lookup) -> list[tuple[str, dict[str, Interval]]]:
    """The days that a plan was given, in the order in which they were first told, each with what the reports of it gave.

    Days that can be the same are one stage, called by the closest of them: who says "by Friday" contradicts no "on Thursday".
    """
    found: list[tuple[Interval, dict[str, Interval]]] = []
    for step in plan.history:
        if step.interval is None:
            continue
        at = next((n for n, (days, _) in enumerate(found) if days.meet(step.interval)), len(found))
        days, told = found[at] if at < len(found) else (step.interval, {})
        found[at : at + 1] = [(step.interval if _closer(step.interval, days) else days, {step.report: step.interval} | told)]
    return [(words.label(days, term=lookup.term(days, told)), told) for days, told in found]


def _closer(one: Interval, other: Interval) -> bool:
    return one != other and one.days is not None and (other.days is None or one.days < other.days)


def published_label(report: str, lookup: Lookup) -> str:
    """When a report came out; what was worked out, guessed, or corrected, and not stated is marked so."""
    days, basis = lookup.published(report), lookup.basis(report)
    if days is None:
        return "undated"
    inferred = " (inferred)" if lookup.surely(report) else " (a guess)"
    note = {"inferred": inferred, "judged": " (corrected)"}.get(basis or "", "")
    return f"{words.label(days)}{note}"


def day_evidence(report: str, lookup: Lookup) -> tuple[str, ...]:
    """What speaks for an inferred day of publication, in words."""
    published = lookup.account.published.get(report)
    return tuple(_in_words(reason) for reason in published.evidence) if published else ()


def _in_words(reason: str) -> str:
    """ "the opening's weekday of [3]" with the names of days and months."""
    told = re.sub(r"month (\d+) day (\d+)", lambda m: f"{m[2]} {month_name[int(m[1])]}", reason)
    told = re.sub(r"weekday (?:of \[)?(\d)\]?", lambda m: day_name[int(m[1])], told)
    told = re.sub(r"\bmonth (\d+)", lambda m: month_name[int(m[1])], told)
    return re.sub(r"\b(day|week|month|year)s (-?\d+)", lambda m: _COUNTED.get((m[1], int(m[2])), _counted(m[1], int(m[2]))), told)


_COUNTED = {("day", -1): "yesterday", ("day", 0): "today", ("day", 1): "tomorrow"}


def _counted(unit: str, steps: int) -> str:
    """ "last week", "in 2 months"."""
    if abs(steps) < 2:
        return f"{('last', 'this', 'next')[steps + 1]} {unit}"
    return f"{-steps} {unit}s ago" if steps < 0 else f"in {steps} {unit}s"
