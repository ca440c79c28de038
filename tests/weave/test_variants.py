"""Variants on pairs written for the tests: which are versions of one statement, and how they differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from small_stories import cases, parameters

from dateline.intervals import Interval, day
from dateline.records import Marks, Statement, StatementRef, VariantGroup
from dateline.spans import Span
from dateline.weave.variants import variants
from dateline.weave.versions import versions
from dateline.weave.wording import gaps, words

CASES = cases("variants")


def marks(report: str, *statements: Statement) -> Marks:
    return Marks(report, (), (), (), statements, (), ())


def found(
    listed: list[Marks],
    texts: dict[str, str],
    speaker_of: Callable[[StatementRef], str | None],
    day_of: Callable[[StatementRef], Interval | None] = lambda ref: None,
) -> tuple[VariantGroup, ...]:
    return variants(versions(listed, texts, speaker_of, day_of, lambda who: (who, True)), texts, lambda a, b: False)


def whole(report: str, text: str, kind: str = "direct") -> Statement:
    return Statement(Span(report, 0, len(text)), kind, None, None)  # type: ignore[arg-type]


@cache
def woven() -> tuple[tuple[VariantGroup, ...], dict[str, str]]:
    """All cases at once, each pair with a speaker of its own, so that common words are common."""
    texts: dict[str, str] = {}
    listed: list[Marks] = []
    speakers: dict[str, str | None] = {}
    days: dict[str, Interval] = {}
    for case in CASES:
        for side, place in (("a", 0), ("b", 1)):
            report = f"{case['id']}{side}"
            texts[report] = case[side]
            listed.append(marks(report, whole(report, case[side], case.get("kinds", ["direct", "direct"])[place])))
            who = case.get("speakers", ["", ""])[place]
            speakers[report] = None if who is None else case["id"] + who
            days[report] = day(date(2001, 5, 1) + timedelta(place * case.get("days", 0)))
    return found(listed, texts, lambda ref: speakers[ref.report], lambda ref: days[ref.report]), texts


@pytest.mark.parametrize("case", parameters("variants"))
def test_golden(case: dict[str, Any]) -> None:
    groups, texts = woven()
    mine = [g for g in groups if any(ref.report[:-1] == case["id"] for ref in g.statements)]
    assert bool(mine) == case["same"]
    if mine:
        (group,) = mine
        kinds = {d.kind for d in group.differences}
        assert set(case["differences"]) <= kinds
        if not case["differences"]:
            assert not kinds & {"number", "omission", "addition"}
        for d in group.differences:
            assert d.a_text in texts[d.a.report] and d.b_text in texts[d.b.report] and d.a_text != d.b_text


@pytest.mark.parametrize("text", [c["a"] for c in CASES])
def test_a_statement_does_not_differ_from_itself(text: str) -> None:
    assert gaps(words(text, 0, len(text)), words(text, 0, len(text))) == []


TEXT = "The reservoir above the town holds water for ninety days, and the turbines stand idle."


def group(
    other: str, speakers: tuple[str | None, str | None], days: tuple[Interval | None, Interval | None] = (None, None)
) -> bool:
    texts = {"a": TEXT, "b": other}
    who = dict(zip("ab", speakers, strict=True))
    when = dict(zip("ab", days, strict=True))
    listed = [marks(r, whole(r, t)) for r, t in texts.items()]
    return bool(found(listed, texts, lambda ref: who[ref.report], lambda ref: when[ref.report]))


def test_speakers_must_agree_and_the_unknown_only_repeats() -> None:
    assert group(TEXT, ("x", "x"))
    assert not group(TEXT, ("x", "y"))
    assert group(TEXT, ("x", None))
    retold = "The turbines stand idle because the reservoir has no water."
    assert group(retold, ("x", "x")) and not group(retold, ("x", None))


def test_far_days_need_more_shared_words() -> None:

    early, late = Interval(date(2001, 5, 1), date(2001, 5, 1)), Interval(date(2003, 5, 1), date(2003, 5, 1))
    half = "The reservoir holds water for ninety days, yet engineers distrust its walls and doors."
    assert group(half, ("x", "x"), (early, early))
    assert not group(half, ("x", "x"), (early, late))
    assert group(TEXT, ("x", "x"), (early, late))


def test_one_report_repeats_itself_only_in_the_same_words() -> None:
    other = "The reservoir above the town holds water for ninety days and its turbines are new."
    text = f"{TEXT} {other}"
    pair = (whole("a", TEXT), Statement(Span("a", len(TEXT) + 1, len(text)), "direct", None, None))
    assert found([marks("a", *pair)], {"a": text}, lambda ref: "x") == ()


def test_order_of_reports_does_not_matter() -> None:
    texts = {"a": TEXT, "b": TEXT + " Nobody listens.", "c": TEXT.upper()}
    listed = [marks(r, whole(r, t)) for r, t in texts.items()]
    one, two = (found(m, texts, lambda ref: "x") for m in (listed, listed[::-1]))
    assert one == two and len(one) == 1 and len(one[0].statements) == 3


def test_statement_refs_are_exact() -> None:
    groups, _ = woven()
    assert all(isinstance(ref, StatementRef) and ref.index == 0 for g in groups for ref in g.statements)


def test_a_later_version_joins_through_the_one_it_repeats() -> None:
    texts = {
        "a": "This does not mean the dam is safe. The leaking dam, which does huge human and economic harm to our valley, must go.",
        "b": "The old leaking dam, which does huge human and economic harm to our valley, must go.",
        "c": "It means nothing is settled: the old leaking dam, which brings huge human and economic harm to our valley, must go.",
    }
    first, later = (Interval(date(2001, 5, d), date(2001, 5, d)) for d in (1, 30))
    listed = [marks(r, whole(r, t)) for r, t in texts.items()]
    when = {"a": first, "b": first, "c": later}
    (one,) = found(listed, texts, lambda ref: "x", lambda ref: when[ref.report])
    assert len(one.statements) == 3


def test_the_halves_of_a_split_quotation_stand_with_the_whole() -> None:
    texts = {
        "a": "The ferry has been sold to a shipyard. Its sailors will be paid until the autumn storms.",
        "b": "The ferry has been sold to a shipyard. Its sailors will be paid until the autumn storms.",
    }
    halves = (Statement(Span("b", 0, 38), "direct", None, None), Statement(Span("b", 39, len(texts["b"])), "direct", None, None))
    (one,) = found([marks("a", whole("a", texts["a"])), marks("b", *halves)], texts, lambda ref: "x")
    assert len(one.statements) == 3 and {d.kind for d in one.differences} == {"omission"}


def test_a_clause_and_its_quotation_stand_together() -> None:
    texts = {"a": 'the vote was "a carnival of stolen ballots"', "b": "This vote was a carnival of stolen ballots, nothing else."}
    parts = (Statement(Span("a", 0, len(texts["a"])), "indirect", None, None), Statement(Span("a", 14, 42), "direct", None, None))
    (one,) = found([marks("a", *parts), marks("b", whole("b", texts["b"]))], texts, lambda ref: "x")
    assert len(one.statements) == 3
    assert not any(d.a.report == d.b.report for d in one.differences)


def test_two_whom_nobody_names_are_not_one_for_a_likeness() -> None:
    texts = {
        "a": "officers had boarded the tanker, which had broken the sanctions with its load of oil",
        "b": "a man was being questioned about oil sales after the tanker broke the sanctions",
    }
    assert not found([marks(r, whole(r, t, "indirect")) for r, t in texts.items()], texts, lambda ref: None)
