"""Reports that each give several numbers of one thing: nobody disputes anything, and nothing breaks."""

from __future__ import annotations

from dateline.records import Quantity
from dateline.spans import Span
from dateline.weave.numbers import Claim, _dispute
from dateline.weave.origins import Origins


def claim(report: str, value: float) -> Claim:
    none: frozenset[str] = frozenset()
    quantity = Quantity(Span(report, 0, 3), value, "km", "the pipeline")
    return Claim(report, quantity, "km", "pipeline", none, None, none, none, none, none, none, None)


def test_who_gives_several_numbers_himself_counts_several_things() -> None:
    assert _dispute([claim("a", 10), claim("a", 500), claim("b", 90), claim("b", 4000)], Origins((), {}, (), {})) == (None, [])
