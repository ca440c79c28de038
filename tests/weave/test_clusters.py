from hypothesis import given
from hypothesis import strategies as st

from dateline.weave.clusters import Link, average_link, components


def never(a: int, b: int) -> bool:
    return False


def test_components_are_sorted() -> None:
    assert components(5, [(3, 1), (4, 3)]) == [[0], [1, 3, 4], [2]]


def test_a_veto_outweighs_every_score() -> None:
    links = {(0, 1): Link(1.0, "x"), (1, 2): Link(0.9, "y")}
    assert average_link(3, links, 0.5, lambda a, b: (a, b) == (0, 2)) == [[0, 1], [2]]


def test_the_best_pair_joins_first() -> None:
    links = {(0, 1): Link(0.6, "x"), (1, 2): Link(0.9, "y")}
    assert average_link(3, links, 0.5, lambda a, b: (a, b) == (0, 2)) == [[0], [1, 2]]


def test_below_the_threshold_nothing_joins() -> None:
    assert average_link(2, {(0, 1): Link(0.49, "x")}, 0.5, never) == [[0], [1]]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 1), max_size=20))
def test_clusters_are_a_partition(scores: dict[tuple[int, int], float]) -> None:
    found = average_link(8, {pair: Link(score, "") for pair, score in scores.items()}, 0.5, never)
    assert sorted(i for group in found for i in group) == list(range(8))
