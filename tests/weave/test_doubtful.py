"""Doubtful mentions: they join what they fit, bring no two events together, and say nothing against surer ones."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.intervals import day
from dateline.mark.report import mark
from dateline.records import Event, EventMention, Marks
from dateline.weave.actors import weave_actors
from dateline.weave.events import weave_events
from dateline.weave.items import SURE
from dateline.weave.origins import Origins
from dateline.weave.places import Places
from tests.weave.test_coreference import report

FIRST = report(
    "a", date(2016, 5, 4), "Polish Foreign Minister Jan Kowal met Norwegian Foreign Minister Kari Dahl in Oslo on 3 May 2016."
)
SECOND = report("b", date(2016, 5, 9), "Foreign Minister Jan Kowal of Poland and Kari Dahl of Norway met in Oslo on 5 May 2016.")


def woven(doubtful: str) -> tuple[Event, ...]:
    """The events of both reports, where the mentions of one of them are doubtful."""
    marks: dict[str, Marks] = {r.id: mark(r) for r in (FIRST, SECOND)}
    unsure = [msgspec.structs.replace(e, confidence=SURE - 0.1) for e in marks[doubtful].events]
    sure = {id_: msgspec.structs.replace(m, events=tuple(_sure(e) for e in m.events)) for id_, m in marks.items()}
    sure[doubtful] = msgspec.structs.replace(marks[doubtful], events=tuple(unsure))
    published = {r.id: r.published for r in (FIRST, SECOND) if r.published}
    return weave_events(
        (FIRST, SECOND), sure, weave_actors(sure.values()).weaving, Places(sure), published, Origins((FIRST, SECOND), {}, (), {})
    ).events


def _sure(event: EventMention) -> EventMention:
    return msgspec.structs.replace(event, confidence=0.9)


def test_a_doubtful_day_disputes_none() -> None:
    meetings = [e for e in woven("b") if e.mode == "meet"]
    assert all(not e.disagreements for e in meetings)
    assert any(e.date == day(date(2016, 5, 3)) for e in meetings)


def test_confidence_is_the_highest_of_the_mentions() -> None:
    found = woven("b")
    assert {e.confidence for e in found if "a" in e.reports} == {0.9}
    assert all(e.confidence < SURE for e in found if e.reports == ("b",))


def test_which_report_is_doubtful_decides_the_day() -> None:
    assert any(e.date == day(date(2016, 5, 5)) for e in woven("a") if e.mode == "meet")
