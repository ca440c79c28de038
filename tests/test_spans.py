from hypothesis import given
from hypothesis import strategies as st

from dateline.spans import Alignment, Run, Span, hull


def test_overlap_and_cover() -> None:
    a, b, other = Span("r", 0, 10), Span("r", 5, 12), Span("s", 0, 10)
    assert (a.overlap(b), a.overlap(other)) == (5, 0)
    assert hull([a, b]) == Span("r", 0, 12)
    assert hull([a, b]).covers(b) and not a.covers(b)


def test_no_runs_means_the_same_text() -> None:
    assert Alignment(()).to_source(3, 9) == (3, 9)


def test_an_entity_is_one_unit() -> None:
    # "A&amp;B" reads "A&B"
    alignment = Alignment((Run(0, 1, 0, 1), Run(1, 1, 1, 5), Run(2, 1, 6, 1)))
    assert alignment.to_source(0, 3) == (0, 7)
    assert alignment.to_source(1, 2) == (1, 6)
    assert alignment.to_source(2, 3) == (6, 7)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 4)), min_size=1, max_size=20), st.data())
def test_readable_characters_map_to_the_same_original_characters(parts: list[tuple[int, int]], data: st.DataObject) -> None:
    runs, text, original = [], "", ""
    for length, gap in parts:
        words = "abcde"[:length]
        runs.append(Run(len(text), length, len(original), length))
        text += words
        original += words + "<" * gap
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = Alignment(tuple(runs)).to_source(start, end)
    assert original[first:last].replace("<", "") == text[start:end]
