"""Who receives a visitor, whose state acts where an unnamed servant does, and what is done at home."""

from __future__ import annotations

import pytest

from tests.weave.small_stories import events_at, told

ASKED = "Finnish President Kari Dahl has invited Polish President Jan Kowal to visit Finland in June."
CAME = "Polish President Jan Kowal flew to Oslo on Thursday. He was received by Norwegian Foreign Minister Olli Salo."


@pytest.mark.parametrize(
    ("text", "words", "host"),
    [(ASKED, "visit Finland", "Kari Dahl"), (CAME, "flew to Oslo", "Olli Salo")],
)
def test_a_visit_has_its_host(text: str, words: str, host: str) -> None:
    account = told([("2016-03-11", text)])
    names = {a.id: a.name for a in account.actors}
    visit = next(e for e in events_at(account, words) if e.mode == "visit")
    assert {p.role for p in visit.participants if names[p.actor] == host} == {"host"}


def test_an_order_makes_no_host() -> None:
    account = told([("2016-03-11", "Finnish President Kari Dahl ordered the envoy Jan Kowal to travel to Lima.")])
    assert all(p.role != "host" for e in account.events for p in e.participants)


def test_the_state_of_an_unnamed_servant_acts() -> None:
    account = told([("2016-03-11", "A senior Finnish envoy travelled to Lima on Thursday. Finland confirmed the trip.")])
    (visit, *_) = events_at(account, "travelled to Lima")
    assert {"Finland"} <= {a.name for a in account.actors if a.id in {p.actor for p in visit.participants}}


def test_an_ambassador_is_summoned_in_the_capital() -> None:
    account = told([("2016-03-11", "Russia summoned the Finnish ambassador on Thursday. In Moscow nobody was surprised.")])
    (event, *_) = events_at(account, "summoned the")
    assert {p.id: p.name for p in account.places}.get(event.place or "") == "Moscow"
