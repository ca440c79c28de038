"""Marks hold for any text: spans are of the text, statements nest, intervals run forward, and no part of the work explodes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.grounding import ground
from dateline.intervals import day
from dateline.languages import names
from dateline.mark.mentions import chains
from dateline.mark.parse import LONGEST_PIECE, LONGEST_WORD, parse
from dateline.mark.report import mark
from dateline.mark.statements.quotation import outermost, quotations
from dateline.records import Block, Marks, Report
from dateline.spans import Span

_TEXT = """Norway's foreign minister Anna Berg President Vo Kenya Nairobi said told that he she met them on Friday 3 May
    between from to 2011 early next week talks visit "we shall see" it is ' “Never!” — - : ; ... Reuters \u202e\u200b
    \U0001f642 \u300c \u300d \u2015 \u00ab \u00bb
    "BERG: per 東京 Путин    not yet , . ? ( ) [ 1,200 10% according former His will be held"""
ODD = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=120)
NEWS = st.lists(st.sampled_from([*_TEXT.split(), "\n"]), max_size=60).map(" ".join)


def report(text: str) -> Report:
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Block(Span("r", start, start + len(line)), "body"))
        start += len(line) + 1
    return Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, tuple(lines))


def holds(text: str, marks: Marks) -> None:
    """Assert what every report's marks keep to."""
    spans = [*marks.sentences, *(m.span for m in marks.mentions), *(t.span for t in marks.times)]
    spans += [s.span for s in marks.statements] + [s.cue for s in marks.statements if s.cue]
    spans += [s for e in marks.events for s in (e.span, e.trigger)] + [q.span for q in marks.quantities]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span in marks.sentences or text[span.start : span.end].strip(), "a mark of nothing but blanks"
    for left, right in pairwise(marks.sentences):
        assert left.end <= right.start
    for index, one in enumerate(marks.statements):
        for other in marks.statements[index + 1 :]:
            assert not one.span.overlap(other.span) or one.span.covers(other.span) or other.span.covers(one.span)
    for time in marks.times:
        found = ground(time.meaning, day(date(2020, 2, 29)), None) if time.meaning else None
        if found and found.earliest and found.latest:
            assert found.earliest <= found.latest
    people = {m.entity: m.kind for m in marks.mentions}
    assert all(people[m.entity] == m.kind for m in marks.mentions), "one entity, two kinds"


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.one_of(NEWS, ODD))
def test_marks_of_any_text_hold(text: str) -> None:
    holds(text, mark(report(text)))


@pytest.mark.parametrize(
    "text",
    [
        '"' * 400,
        "'a " * 200,
        '"a ' * 150,
        "\u200b\u202e" * 200,
        "\U0001f642\u200d" * 200,
        "Путин 習近平 محمد " * 30,
        "the minister said that he met him on Friday and " * 30,
        "Friday " * 150,
        "said " * 150,
        "a\n" * 60,
        "(" * 200 + "Anna Berg" + ")" * 200,
    ],
)
def test_odd_texts_hold(text: str) -> None:
    holds(text, mark(report(text)))


def test_long_blocks_are_parsed_in_bounded_parts_that_make_up_the_text() -> None:
    sentences = "The envoy of Norway said that the talks in Nairobi went on for days. " * 80
    for text in ("a " * 6_000, sentences.strip(), "x" * 1_000, "word" * 20 + " " + "-" * 900):
        parsed = parse(report(text))
        assert "".join(piece.text for piece in parsed.pieces) == text
        assert max(len(piece.text) for piece in parsed.pieces) <= LONGEST_PIECE
        assert max(len(word) for piece in parsed.pieces for word in piece.text.split()) <= max(LONGEST_WORD, 80)
    assert all(piece.text.lstrip().startswith("The envoy") for piece in parse(report(sentences.strip())).pieces)


def test_names_are_held_against_a_bounded_number_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    compare = names.compare

    def counted(left: str, right: str) -> float:
        nonlocal calls
        calls += 1
        return compare(left, right)

    monkeypatch.setattr(chains.names, "compare", counted)
    given_names = ("Anna", "Anders", "Anton", "Antje", "Andrea", "Andrei")
    families = [f"Vo{a}o{b}en" for a in "bdfgklmnprst" for b in "bdfgklmnprst"]
    listed = [f"President {given_names[i % 6]} {family} spoke." for i, family in enumerate(families)]
    mark(report("\n".join(listed)))
    assert 0 < calls < 2 * chains.MOST_ALIKE * chains.MOST_SPELLINGS * len(listed)


@pytest.mark.parametrize(
    "marks", ['"', "'", "\u201c", "\u201d", "\u2018", "\u00ab", "\u300c", "``", '"\u201d', "\u201c'\u00bb", "\u300d\u300e"]
)
@pytest.mark.parametrize("between", ["", "a ", " a", "a. \u2015 B "])
def test_ten_thousand_marks_of_quotation_are_paired_in_order(marks: str, between: str) -> None:
    text = (marks + between) * (10_000 // len(marks))
    found = quotations(text, 0, len(text))
    for q in found:
        assert 0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text)
        assert text[q.start : q.end] == text[q.start : q.end].strip()
    outer = outermost(found)
    assert all(left.outer_end <= right.outer_start for left, right in pairwise(outer))


def test_marks_of_quotation_that_nothing_closes_are_followed_to_a_bounded_depth() -> None:
    text = "'a " * 3_000 + '"b" '
    assert [text[q.start : q.end] for q in quotations(text, 0, len(text)) if not q.single] == ["b"]
