"""The links that hold an event together: as many as are needed, with their reasons, whatever the order of the reports."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mark.report import mark
from dateline.records import Account, Event, EventLink, EventRef, Judgement
from dateline.spans import Span
from dateline.weave.clusters import Link, components, strongest
from tests.weave.small_stories import events_at, told, woven, written

MET = "Polish Foreign Minister Jan Kowal met Norwegian Foreign Minister Kari Dahl in Oslo on 3 May 2019."
TALKS = "The ministers Jan Kowal and Kari Dahl held talks in Oslo on 3 May. The talks lasted three hours."
LATER = "Foreign Minister Jan Kowal met his counterpart Kari Dahl in Oslo on 3 May 2019 and then left for Accra."


def holds(event: Event) -> bool:
    """Whether the links connect all mentions, and none is to spare."""
    place = {ref: n for n, ref in enumerate(event.mentions)}
    edges = [(place[link.a], place[link.b]) for link in event.links]
    return len(edges) == len(place) - 1 and len(components(len(place), edges)) == 1


def link_of(event: Event, *reports: str) -> EventLink:
    return next(link for link in event.links if {link.a.report, link.b.report} == set(reports))


def test_every_link_says_what_both_have_in_common() -> None:
    account = told([["2019-05-04", MET], ["2019-05-05", LATER]])
    (event, *_) = events_at(account, "met Norwegian")
    link = link_of(event, "r0", "r1")
    assert {"the same parties", "the same day", "the same place", "the same verb"} <= set(link.common)
    assert not link.against and link.score is not None and link.score > 0.5
    assert set(event.why) == set(link.common)


def test_the_links_of_a_whole_account_hold_each_event_together() -> None:
    account = told([["2019-05-04", MET], ["2019-05-04", TALKS], ["2019-05-05", LATER], ["2019-05-09", MET + " " + TALKS]])
    (event, *_) = events_at(account, "met Norwegian")
    assert len(event.mentions) >= 5
    assert all(holds(e) for e in account.events)


def test_what_speaks_against_is_told_too() -> None:
    other = MET.replace("on 3 May", "on 4 May")
    (event, *_) = events_at(told([["2019-05-05", MET], ["2019-05-05", other]]), "met Norwegian")
    assert link_of(event, "r0", "r1").against == ("days apart",)


def test_a_plan_and_its_deed_are_linked_as_such() -> None:
    plan = "Polish Foreign Minister Jan Kowal will meet Norwegian Foreign Minister Kari Dahl in Oslo on 3 May."
    account = told([["2019-05-01", plan], ["2019-05-04", MET]])
    (event, *_) = events_at(account, "met Norwegian")
    assert event.reports == ("r0", "r1") and holds(event)


def test_the_order_of_the_reports_changes_no_link() -> None:
    reports = written([["2019-05-04", MET], ["2019-05-04", TALKS], ["2019-05-05", LATER]])

    def links(order: Sequence[int]) -> list[tuple[EventLink, ...]]:
        chosen = [reports[n] for n in order]
        return [event.links for event in woven(chosen, {r.id: mark(r) for r in chosen}).events]

    assert links([0, 1, 2]) == links([2, 0, 1]) == links([1, 2, 0])


def test_many_mentions_have_few_links() -> None:
    days = [f"2019-05-{4 + n % 9:02}" for n in range(40)]
    account = told([[day, MET] for day in days])
    (event, *_) = events_at(account, "met Norwegian")
    assert len(event.mentions) == 40 and holds(event)


def judged(*said: Judgement) -> Account:
    reports = written([["2019-05-04", MET], ["2019-05-04", TALKS], ["2019-07-01", MET.replace("3 May", "20 June")]])
    return woven(reports, {r.id: mark(r) for r in reports}, said)


def test_what_a_reader_put_together_says_so() -> None:
    one, other = Span("r0", MET.index("met"), MET.index("met") + 3), Span("r2", MET.index("met"), MET.index("met") + 3)
    assert len(events_at(judged(), "met Norwegian")[0].reports) == 2
    said = Judgement(one, other, "same", "Ada", "", "2026-01-31T00:00:00Z", "event")
    (event, *_) = events_at(judged(said), "met Norwegian")
    assert event.reports == ("r0", "r1", "r2") and holds(event)
    assert link_of(event, "r0", "r2") == EventLink(EventRef("r0", 0), EventRef("r2", 0), None, ("you said so",))


def test_what_a_reader_parted_leaves_the_rest_linked() -> None:
    reports = written([["2019-05-04", MET], ["2019-05-04", MET], ["2019-05-05", LATER], ["2019-05-05", TALKS]])
    marks = {r.id: mark(r) for r in reports}
    at = MET.index("met")
    for out in ("r0", "r1"):
        other = "r1" if out == "r0" else "r0"
        said = Judgement(Span(out, at, at + 3), Span(other, at, at + 3), "different", "Ada", "", "2026-01-31T00:00:00Z", "event")
        account = woven(reports, marks, [said])
        assert len([e for e in account.events if "r2" in e.reports or "r3" in e.reports]) >= 1
        assert all(holds(e) for e in account.events)


def test_a_spanning_forest_of_the_strongest() -> None:
    links = {(0, 1): Link(0.9), (1, 2): Link(0.8), (0, 2): Link(0.7), (3, 4): Link(0.1)}
    assert strongest(links) == [(0, 1), (1, 2), (3, 4)]
    assert strongest({}) == []
