from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Account
from dateline.tell.charts import aligned
from dateline.tell.charts.aligned import Aligned, Version, align
from dateline.tell.charts.from_account import aligned_of
from dateline.tell.charts.lettering import width_of
from dateline.tell.lookup import Lookup
from tests.tell.charts.charting import HOSTILE, SVG, having, read, words


def rows(*versions: str) -> list[str]:
    """Each version with a word that differs in capitals and a missing one as a line."""
    table, _ = align(list(versions))
    return [" ".join((cell.word.upper() if cell.differs else cell.word) or "_" for cell in row) for row in table]


def test_a_missing_word_is_a_gap_and_the_word_it_misses_is_marked() -> None:
    assert rows("there is no precondition for talks", "there is precondition for talks") == [
        "there is NO precondition for talks",
        "there is _ precondition for talks",
    ]


def test_an_added_word_has_a_column_of_its_own() -> None:
    assert rows("we are ready", "we are always ready") == ["we are _ ready", "we are ALWAYS ready"]


def test_other_words_stand_under_those_they_replace() -> None:
    assert rows("I am going to the end of the earth", "I am going to the ends of the world") == [
        "I am going to the END of the EARTH",
        "I am going to the ENDS of the WORLD",
    ]


def test_case_and_punctuation_are_no_difference() -> None:
    assert rows("Peace, at last", "peace at last.") == ["Peace, at last", "peace at last."]


def test_a_paraphrase_is_given_whole() -> None:
    _, apart = align(["there is no precondition for talks", "he saw nothing that stood in their way at all"])
    assert apart == [1]
    root = read(aligned.draw(Aligned((Version("A", "there is no precondition"), Version("B", "nothing stands in the way")))))
    assert "Too unlike the first" in words(root) and "nothing stands in the way" in words(root)


@pytest.mark.parametrize("width", [320, 720])
def test_no_word_leaves_the_drawing_and_none_is_lost(width: int) -> None:
    first = " ".join(f"word{n}" for n in range(90))
    second = " ".join(f"word{n}" for n in range(90) if n % 7)
    root = read(aligned.draw(Aligned((Version("A", first, "a"), Version("B", second, "b"))), width=width))
    shown = ["".join(n.itertext()) for n in root.iter(f"{SVG}text")]
    assert [w for w in first.split() if w not in shown] == []
    assert len(having(root, "chart-missing")) >= 13
    for node in root.iter(f"{SVG}text"):
        size = float(node.attrib["font-size"])
        assert float(node.attrib["x"]) + width_of("".join(node.itertext()), size) / 1.04 <= width + 1


def test_the_versions_of_an_account_stand_under_each_other(account: Account) -> None:
    made = aligned_of(account.variant_groups[0], Lookup(account), lambda kind, id: f"../{kind}/{id}")
    assert [v.href for v in made.versions] == ["../reports/r-fjord", "../reports/r-faro"]
    assert made.versions[0].label == "Fjord Post, direct words"
    assert len(having(read(aligned.draw(made)), "chart-missing")) == 1


WORDS = st.lists(st.sampled_from(["a", "b", "no", "talks", HOSTILE, "x" * 300, "平壤"]), max_size=40).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=10), st.sampled_from([320, 720]))
def test_no_words_break_it(versions: list[str], width: int) -> None:
    table, apart = align(versions)
    assert len(table) + len(apart) == len(versions)
    for row, text in zip(table, (v for n, v in enumerate(versions) if n not in apart), strict=True):
        assert [c.word for c in row if c.word] == text.split()
    read(aligned.draw(Aligned(tuple(Version(HOSTILE, v) for v in versions)), width=width))


def test_long_speeches_are_cut() -> None:
    long = " ".join(f"w{n}" for n in range(5000))
    made = aligned.draw(Aligned(tuple(Version(f"v{n}", long[n:]) for n in range(20))))
    assert len(made) < 400_000 and "12 versions more not drawn" in words(read(made)) and "first 150 words" in words(read(made))
