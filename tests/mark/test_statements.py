"""Statements on sentences written for the tests: golden/statements.jsonl names each quoted part, its speaker, and no more."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mark import statements
from dateline.mark.parse import parse
from dateline.mark.statements.quotation import outermost, quotations
from dateline.records import Block, Mention, Report, TimeExpression
from dateline.spans import Span

GOLDEN = Path(__file__).parent.parent / "golden" / "statements.jsonl"
BODIES = ("ministry", "foreign ministry", "Baltica", "Norwegian government")
CASES = [json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()]


def report(text: str, roles: list[str] | None = None) -> Report:
    lines = list(re.finditer(r"[^\n]+", text))
    blocks = tuple(Block(Span("r", m.start(), m.end()), (roles or ["body"] * len(lines))[i]) for i, m in enumerate(lines))
    return Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, blocks)


def mentions(text: str, actors: list[list[str]]) -> tuple[Mention, ...]:
    """Every place where a surface of an actor stands, the longest surfaces first; one entity an actor."""
    surfaces = sorted(((surface, i) for i, actor in enumerate(actors) for surface in actor), key=lambda x: -len(x[0]))
    taken: list[Mention] = []
    for surface, entity in surfaces:
        for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            span = Span("r", m.start(), m.end())
            if not any(span.overlap(t.span) for t in taken):
                kind = (
                    "organization" if surface in ("ministry", "foreign ministry", "Baltica", "Norwegian government") else "person"
                )
                form = "pronoun" if surface.lower() in ("she", "he") else "name" if surface[0].isupper() else "title"
                taken.append(Mention(span, form, kind, surface if form == "name" else "", entity))
    return tuple(sorted(taken, key=lambda m: m.span))


def marked(case: dict[str, Any]) -> list[tuple[str, str, int | None]]:
    found = mentions(case["text"], case["actors"])
    out = statements.mark(parse(report(case["text"], case.get("roles"))), found, ())
    return [(s.kind, s.span.of(case["text"]), found[s.speaker].entity if s.speaker is not None else None) for s in out]


def alike(a: str, b: str) -> bool:
    mine, theirs = set(re.findall(r"\w+", a)), set(re.findall(r"\w+", b))
    return len(mine & theirs) >= 0.75 * len(mine | theirs)


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"], marks=[pytest.mark.xfail] if c.get("hard") else []) for c in CASES])
def test_golden(case: dict[str, Any]) -> None:
    found = marked(case)
    gold = [(s["kind"], s["text"], s["speaker"]) for s in case["statements"]]
    assert [s for s in found if s[0] != "indirect"] == [s for s in gold if s[0] != "indirect"]
    for _, text, speaker in (s for s in gold if s[0] == "indirect"):
        assert any(alike(text, t) and w == speaker for k, t, w in found if k == "indirect"), found


def test_relay_is_told_from_speaker() -> None:
    text = '"We are neighbours," Ivan Horvat was quoted as saying by Baltica News Agency.'
    found = mentions(text, [["Ivan Horvat"], ["Baltica News Agency"]])
    found = tuple(Mention(m.span, m.form, "organization", m.name, m.entity) if m.entity == 1 else m for m in found)
    (one,) = statements.mark(parse(report(text)), found, ())
    assert one.speaker is not None and found[one.speaker].entity == 0
    assert one.relayed_by is not None and found[one.relayed_by].entity == 1


def test_said_is_the_date_beside_the_cue() -> None:
    text = "Horvat said on Tuesday that the ferry would run again in May."
    days = [TimeExpression(Span("r", text.index(w), text.index(w) + len(w)), "DATE", "XXXX", None, "t") for w in ("Tuesday", "May")]
    (one,) = statements.mark(parse(report(text)), mentions(text, [["Horvat"]]), tuple(days))
    assert one.said == 0


def test_no_two_statements_cross() -> None:
    text = "\n".join(c["text"] for c in CASES if "roles" not in c)
    out = statements.mark(parse(report(text)), (), ())
    for a in out:
        for b in out:
            assert not a.span.overlap(b.span) or a.span.covers(b.span) or b.span.covers(a.span)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .,\"'“”‘’«»„\n-—", max_size=60))
def test_quotations_lie_inside_and_do_not_cross(text: str) -> None:
    found = quotations(text, 0, len(text))
    for q in found:
        assert 0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text)
    flat = outermost(found)
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(flat))


def test_many_open_marks_end() -> None:
    text = '"a ' * 3000
    assert statements.find(parse(report(text))) is not None


def test_single_marks_around_a_paragraph_close_where_those_inside_it_do() -> None:
    text = "'The envoy from Lima said that the 'ferry would sail on Monday.'"
    found = [text[q.start : q.end] for q in quotations(text, 0, len(text))]
    assert found == [text[1:-1], "ferry would sail on Monday."]


def test_a_report_quotes_with_the_marks_that_it_has_more_of() -> None:
    text = (
        "The ferry, a \"good old ship\", sailed.\nBerg said: 'We shall sail again on Monday.'\n"
        "'Nobody will hold us in this port,' Berg said. 'It was a cold night for all of us.'"
    )
    said = said_in(text, [["Berg"]])
    assert "We shall sail again on Monday." in said and "It was a cold night for all of us." in said


def test_in_a_headline_with_capitals_a_quoted_word_may_have_one() -> None:
    text = "Norway Condemns Chile's 'Outrageous' Ban On Trawlers From Oslo\nThe ban was to last."
    assert "Outrageous" in said_in(text, [["Norway"], ["Chile"]], ["title", "body"])


@pytest.mark.parametrize(
    "text",
    [
        "Berg said the port will open soon and pledged more money for it.",
        "Berg has said the port will open soon and proposed last month that the tax fall.",
    ],
)
def test_a_second_deed_of_the_speaker_is_not_part_of_what_is_said(text: str) -> None:
    assert "the port will open soon" in said_in(text, [["Berg"]])


def said_in(text: str, actors: list[list[str]], roles: list[str] | None = None) -> list[str]:
    parsed = parse(report(text, roles))
    return [text[s.span.start : s.span.end] for s in statements.mark(parsed, mentions(text, actors), ())]
