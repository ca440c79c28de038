"""Who acts for a state or a movement, among the participants of an event."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span


def names(text: str, trigger: str) -> frozenset[str]:
    """Names of those who take part in the last event with this trigger; a report of one paragraph."""
    blocks = (Block(Span("r", 0, len(text)), "body"),)
    marks = mark(Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, blocks))
    named = {m.entity: m.name for m in reversed(marks.mentions) if m.name}
    found = [e for e in marks.events if e.trigger.of(text) == trigger]
    return frozenset(named.get(marks.mentions[p.mention].entity, "") for p in found[-1].participants) if found else frozenset()


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Chilean jets bombed a camp in Bolivia on Tuesday.", "bombed", {"Chile"}),
        ("A Finnish ice hockey team arrived in Oslo on Monday.", "arrived", {"Finland"}),
        ("Polish special forces attacked a village in Sudan on Monday.", "attacked", {"Poland"}),
        ("The military government in Khartoum severed relations with Benin on Monday.", "severed", {"Sudan", "Benin"}),
        ("The Finnish cabinet approved the agreement with Chad on Sunday.", "approved", {"Finland", "Chad"}),
        ("The Thatcher government rejected the proposal of Spain on Monday.", "rejected", {"United Kingdom", "Spain"}),
        ("Two Polish soldiers were shot dead on Sunday by gunmen of Hamas.", "shot", {"Poland", "Hamas"}),
        ("Negotiators for Serbia and Kosovo met in Oslo on Friday.", "met", {"Serbia", "Kosovo"}),
        ("Fighters of the Lord's Resistance Army attacked a village in Sudan.", "attacked", {"Lord's Resistance Army"}),
        (
            "Hassan Nasrallah, the leader of Hezbollah, spoke on Monday. His fighters attacked Tyre on Friday.",
            "attacked",
            {"Hassan Nasrallah", "Hezbollah"},
        ),
        ("Iraqi opposition officials met Polish President Jan Kowal in Oslo.", "met", {"Jan Kowal"}),
    ],
)
def test_whose_deed_it_is(text: str, trigger: str, expected: set[str]) -> None:
    assert names(text, trigger) >= expected
    assert "Iraq" not in names(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Polish President Jan Kowal met Kari Dahl. As for Olli Salo, he flew to Lima.", "flew", {"Olli Salo"}),
        (
            "Jan Kowal, the spokesman, shrugged. Olli Salo's visit to Lima, to which he was invited in May, is off.",
            "invited",
            {"Olli Salo"},
        ),
    ],
)
def test_a_topic_and_an_owner_draw_the_pronoun(text: str, trigger: str, expected: set[str]) -> None:
    assert names(text, trigger) == expected
