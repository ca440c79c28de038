"""Reports marked together have the marks that each has alone."""

from __future__ import annotations

import pytest

from dateline.mark import report as marking
from dateline.mark.report import mark, mark_together
from dateline.records import Block, Report
from dateline.spans import Span


def report(name: str, text: str, language: str = "en") -> Report:
    body = (Block(Span(name, 0, len(text)), "body"),)
    return Report(name, name, text, None, (), None, None, (), language, "article", None, None, body)


@pytest.mark.parametrize("together", [0, 140, 100_000])
def test_together_as_alone(monkeypatch: pytest.MonkeyPatch, together: int) -> None:
    monkeypatch.setattr(marking, "TOGETHER", together)
    given = [
        report("a", "The Norwegian foreign minister met the Chilean president in Geneva on Tuesday."),
        report("b", ""),
        report("c", "Norway expelled three Chilean diplomats on Monday. Norway protested."),
        report("d", "Le ministre est venu.", "xx"),
        report("e", "They signed a treaty in Lima, President Jan Berg said."),
    ]
    found = list(mark_together(given))
    assert found == [mark(one) for one in given]
    assert [bool(marks.events) for marks in found] == [True, False, True, False, True]
