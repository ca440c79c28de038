from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intervals import Interval, day, month, year
from dateline.records import Account
from dateline.tell.charts import calendar, offices
from dateline.tell.charts.calendar import Due, PlanCalendar
from dateline.tell.charts.from_account import calendar_of, offices_of
from dateline.tell.charts.offices import Held, Offices
from dateline.tell.lookup import Lookup
from tests.tell.charts.charting import HOSTILE, SVG, having, read, words

DAY = day(date(2019, 6, 12))
ENDS = st.one_of(st.none(), st.dates())
INTERVALS = st.builds(lambda a, b: Interval(min(a, b), max(a, b)) if a and b else Interval(a, b), ENDS, ENDS)


def href(kind: str, id: str) -> str:
    return f"../{kind}/{id}"


def test_each_outcome_has_a_sign_of_its_own_with_its_word() -> None:
    outcomes = {"open": "open", "kept": "kept", "cancelled": "called off", "moved": "moved", "overdue": "due, no news"}
    drawn = set()
    for outcome, word in outcomes.items():
        root = read(calendar.draw(PlanCalendar((Due(DAY, outcome, "talks", "x"),))))  # type: ignore[arg-type]
        linked = next(n for n in root.iter(f"{SVG}a"))
        drawn.add("".join(f"{n.tag}{n.attrib.get('d', '')}{n.text or ''}" for n in list(linked)[1:]))
        assert word in words(root)
    assert len(drawn) == len(outcomes)


def test_a_plan_with_no_exact_day_stands_in_words_and_on_no_day() -> None:
    root = read(calendar.draw(PlanCalendar((Due(month(2019, 6), "open", "talks in Oslo"), Due(None, "open", "lost")))))
    assert "June 2019: talks in Oslo" in words(root) and "12" not in words(root).split(" | ")
    assert "1 plan of which no day is known is not drawn" in words(root)


def test_a_plan_for_some_day_of_a_year_stands_in_no_month() -> None:
    drawn = words(read(calendar.draw(PlanCalendar((Due(year(2019), "open", "talks"), Due(year(2020), "kept", "visit"))))))
    assert "2019: talks" in drawn and "2020: visit" in drawn and "January" not in drawn


def test_a_moved_plan_stands_on_its_old_and_on_its_new_days(account: Account) -> None:
    made = calendar_of(account.plans, Lookup(account), href)
    assert [(d.when, d.outcome, d.href) for d in made.plans] == [
        (month(2019, 5), "moved", "../events/e-again"),
        (DAY, "open", "../events/e-again"),
    ]
    assert "May 2019" in words(read(calendar.draw(made)))


@pytest.mark.parametrize("width", [320, 720])
def test_many_plans_on_one_day_are_counted(width: int) -> None:
    root = read(calendar.draw(PlanCalendar(tuple(Due(DAY, "open", f"talks {n}", "x") for n in range(40))), width=width))
    assert any(word.startswith("+3") for word in words(root).split(" | "))


def test_a_long_calendar_ends_with_the_latest_months() -> None:
    plans = tuple(Due(day(date(1900 + n // 12, n % 12 + 1, 1)), "open", HOSTILE, "x") for n in range(1000))
    made = calendar.draw(PlanCalendar(plans), id=HOSTILE)
    assert "976 earlier months with plans not drawn" in words(read(made)) and len(made) < 300_000


def test_an_office_is_filled_where_it_is_seen_and_open_before_and_after(account: Account) -> None:
    moen = next(a for a in account.actors if a.id == "a-moen")
    made = offices_of(moen, Lookup(account), href)
    held = made.offices[0]
    assert held.label == "Foreign minister, Norway" and held.href == "../actors/a-norway"
    assert held.start == Interval(None, date(2019, 5, 31)) and held.end == Interval(date(2019, 5, 31), None)
    root = read(offices.draw(made))
    assert len(having(root, "chart-open")) == 2 and "seen on 31 May 2019" in words(root)


def test_an_office_of_no_known_day_is_counted(account: Account) -> None:
    moen = next(a for a in account.actors if a.id == "a-moen")
    unknown = msgspec.structs.replace(moen, offices=tuple(msgspec.structs.replace(o, held=None) for o in moen.offices))
    made = offices_of(unknown, Lookup(account), href)
    assert "1 office of which no day is known" in words(read(offices.draw(made)))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.one_of(st.none(), INTERVALS), st.one_of(st.none(), INTERVALS)), max_size=20), st.sampled_from([320, 720])
)
def test_no_days_break_either(pairs: list[tuple[Interval | None, Interval | None]], width: int) -> None:
    read(offices.draw(Offices(tuple(Held(HOSTILE, a, b, "javascript:x") for a, b in pairs)), width=width))
    read(calendar.draw(PlanCalendar(tuple(Due(a, "kept", HOSTILE, "javascript:x", HOSTILE) for a, _ in pairs)), width=width))
