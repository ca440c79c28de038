"""Plans of small stories: which are registered, when each report said they would be, and what became of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_stories import events_at, parameters, told

from dateline.intervals import Interval, day
from dateline.records import Account, Plan


def plan_at(account: Account, words: str) -> Plan | None:
    """The plan behind the event that these words tell of."""
    plans: dict[str, Plan] = {}
    for plan in account.plans:
        for event in (plan.event, plan.kept_by):
            if event:
                plans.setdefault(event, plan)
    return next((plans[e.id] for e in events_at(account, words) if e.id in plans), None)


@pytest.mark.parametrize("case", parameters("plans"))
def test_golden(case: dict[str, Any]) -> None:
    plan = plan_at(told(case["reports"]), case["about"])
    assert (plan.outcome if plan else None) == case["outcome"]
    said = [step.interval for step in plan.history if step.interval] if plan else []
    for first, last in case["dates"]:
        window = Interval(date.fromisoformat(first), date.fromisoformat(last))
        assert any(interval.within(window) for interval in said)


def test_order_of_reports_does_not_matter() -> None:
    reports = [
        ["2019-05-06", "The foreign ministers of Jordan and Oman are to meet in Doha on May 15."],
        ["2019-05-13", "The foreign ministers of Jordan and Oman will meet in Doha on May 29 instead."],
        ["2019-05-30", "The foreign ministers of Jordan and Oman met in Doha on Wednesday."],
    ]
    one, two = told(reports), told(reports[::-1])
    assert [p.outcome for p in one.plans] == [p.outcome for p in two.plans] == ["moved"]
    assert [str(s.interval) for p in one.plans for s in p.history] == [str(s.interval) for p in two.plans for s in p.history]


def test_a_deed_before_the_plan_was_told_does_not_keep_it() -> None:
    account = told(
        [
            ["2019-03-04", "Slovak Foreign Minister Igor Novak visited Bern on March 1."],
            ["2019-03-11", "Slovak Foreign Minister Igor Novak will visit Bern on May 20."],
        ]
    )
    plan = plan_at(account, "visit Bern")
    assert plan and plan.outcome == "open" and plan.kept_by is None


def test_a_deed_keeps_one_plan_only() -> None:
    account = told(
        [
            ["2019-03-04", "Kenya plans to send a delegation to Lusaka on March 12."],
            ["2019-03-05", "Kenya plans to send a delegation to Lusaka on June 20."],
            ["2019-03-13", "Kenya sent a delegation to Lusaka on Tuesday."],
        ]
    )
    kept = [
        p
        for p in account.plans
        if p.outcome == "kept" and any(s.interval and s.interval.earliest == date(2019, 6, 20) for s in p.history)
    ]
    assert kept == []


def test_calling_off_a_trip_is_no_event_beside_the_trip() -> None:
    account = told([["2010-07-26", "Nicaraguan President Daniel Rivas called off a trip to Cuba on Sunday."]])
    assert [(e.type, e.status) for e in account.events] == [("CONSULT", "cancelled")]
    assert len(account.events[0].mentions) == 2 and account.events[0].date is None


def test_a_kept_plan_says_when_each_report_says_that_it_was() -> None:
    account = told(
        [
            ["2019-03-04", "Finnish Foreign Minister Aino Salmi will visit Oslo soon."],
            ["2019-03-13", "Finnish Foreign Minister Aino Salmi visited Oslo on Tuesday and toured the port."],
        ]
    )
    plan = plan_at(account, "visit Oslo")
    assert plan and plan.outcome == "kept" and [s.interval for s in plan.history] == [None]
    assert [s.interval for s in plan.held] == [day(date(2019, 3, 12))]


def test_a_conference_that_is_only_spoken_of_never_met() -> None:
    account = told(
        [
            ["1987-11-02", "Peru and Chile agreed on Oct. 1 to reconvene the Lima conference on fishing by the end of December."],
            [
                "1987-11-09",
                "On Friday Peruvian President Ana Rojas spoke on the radio to the people of Chile. "
                "Peru says it still wants the Lima conference to reconvene by the end of the year.",
            ],
            ["1987-12-21", "Chile's ministers parted. The Lima conference, once promised for this month, was not mentioned."],
        ]
    )
    assert all(e.status != "happened" for e in account.events if e.type == "CONSULT")
    plan = plan_at(account, "reconvene the Lima conference")
    assert plan and plan.outcome == "open" and plan.kept_by is None
    assert not any(e.disagreements for e in account.events)


def test_what_is_still_to_be_this_year_lies_ahead() -> None:
    account = told([["1987-11-02", "Peru said on Sunday that it still hoped to hold a second meeting with Chile this year."]])
    plan = plan_at(account, "second meeting")
    assert plan and [s.interval for s in plan.history] == [Interval(date(1987, 11, 2), date(1987, 12, 31))]


def test_a_deadline_told_when_it_is_past_is_its_day() -> None:
    account = told([["1979-03-23", "Peru and Chile will sign the fishing treaty. It was to have been signed by December 17."]])
    days = [s.interval for p in account.plans for s in p.history if s.interval]
    assert days == [day(date(1978, 12, 17))]


def test_a_trip_put_off_is_the_trip_that_was_made() -> None:
    account = told(
        [["2010-11-03", "Peru's president Ana Rojas visited Quito on Tuesday. The trip had been planned for October 29."]]
    )
    plan = plan_at(account, "visited Quito")
    assert plan and plan.outcome == "moved" and plan.history[0].interval == day(date(2010, 10, 29))
