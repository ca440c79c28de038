"""Whom "the group", "the boy", "the ministers" stand for among those who take part in an event."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def people(text: str, trigger: str) -> set[str]:
    """Names of those who take part in the last event with this trigger."""
    block = Block(Span("r", 0, len(text)), "body")
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, (block,)))
    names = {m.entity: m.name for m in reversed(marks.mentions) if m.name}
    found = [e for e in marks.events if e.trigger.of(text) == trigger]
    return {names.get(marks.mentions[p.mention].entity, "") for p in found[-1].participants} if found else set()


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Dara Front kidnapped nine girls in May. The group released the girls on Monday.", "released", {"Dara Front"}),
        ("NATO invited Poland in 1997. The alliance held a summit in Madrid.", "summit", {"NATO"}),
        ("A Chilean delegation came to Oslo. The delegation met Kari Dahl, the prime minister.", "met", {"Chile", "Kari Dahl"}),
        ("The Chilean government imposed a ban in May. The government lifted the ban on Monday.", "lifted", {"Chile"}),
        ("Norwegian police arrested two Chilean sailors. The sailors were released on Monday.", "released", {"Chilean sailors"}),
        (
            "Carlos Moya was found at sea in November. The boy was returned to Chile on Monday.",
            "returned",
            {"Carlos Moya", "Chile"},
        ),
        ("The rebels and the Chilean government signed a truce. The parties will meet again in Oslo.", "meet", {"rebels", "Chile"}),
        ("Norway and Chile have been at odds. The neighbours signed a treaty on Monday.", "signed", {"Norway", "Chile"}),
        (
            "The foreign ministers of Poland, Hungary and Chile flew to Oslo. The three ministers signed the documents.",
            "signed",
            {"Poland", "Hungary", "Chile"},
        ),
        (
            "President Jan Berg urged Prime Minister Ana Perez during a meeting to lift the ban.",
            "meeting",
            {"Jan Berg", "Ana Perez"},
        ),
    ],
)
def test_whom_a_definite_noun_stands_for(text: str, trigger: str, expected: set[str]) -> None:
    assert people(text, trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Carlos Moya was found at sea. A boy was returned to Chile on Monday.",
        "President Carlos Moya fell ill. The boy was returned to Chile on Monday.",
    ],
)
def test_nobody_of_that_kind_was_named(text: str) -> None:
    assert people(text, "returned") <= {"Chile"}
