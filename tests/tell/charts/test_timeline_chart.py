from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intervals import Interval, day, month, year
from dateline.records import Account
from dateline.tell import charts
from dateline.tell.charts import axis, timeline
from dateline.tell.charts.from_account import timeline_of
from dateline.tell.charts.timeline import Bar, Lane, PlanTrack, Timeline
from dateline.tell.lookup import Lookup
from tests.tell.charts.charting import HOSTILE, having, read, words

DAY = day(date(2019, 5, 31))


def href(kind: str, id: str) -> str:
    return f"../{kind}/{id}.html"


def marks(*bars: Bar, plans: tuple[PlanTrack, ...] = (), width: float = 720) -> str:
    return timeline.draw(Timeline((Lane("A", "", bars, plans),)), width=width)


def boxes(svg: str, class_: str) -> int:
    """How many marks of this class are drawn, without the legend's."""
    drawn = [node for node in having(read(svg), class_) if node.tag.endswith(("rect", "circle"))]
    legend = [node for node in drawn if node.attrib.get("x", "").startswith("-") and node.attrib.get("width") in ("9", "18")]
    return len(drawn) - len(legend)


def test_a_day_is_filled_and_days_that_it_may_be_are_hollow() -> None:
    assert boxes(marks(Bar(DAY, DAY, "")), "chart-known") == 1
    wide = month(2019, 5)
    assert boxes(marks(Bar(wide, wide, "")), "chart-known") == 0
    assert boxes(marks(Bar(wide, wide, "")), "chart-some") == 1


def test_a_day_that_no_report_gives_is_never_filled(account: Account) -> None:
    svg = marks(Bar(DAY, DAY, "x", inferred=True), plans=(PlanTrack((DAY,), "kept", "y", held=DAY, inferred=True),))
    drawn = [n for n in having(read(svg), "chart-known") if n.attrib["x"] not in ("-2.75", "-4.5")]
    assert not drawn and "day inferred, in no report" in words(read(svg))
    events = [msgspec.structs.replace(e, date_basis="inferred") for e in account.events]
    made = timeline_of(events, Lookup(account), href)
    assert all(bar.inferred for lane in made.lanes for bar in lane.bars)
    assert all("no report gives the day" in bar.title for lane in made.lanes for bar in lane.bars)


@pytest.mark.parametrize("days", [Interval(None, date(2019, 5, 1)), Interval(date(2019, 5, 1), None)])
def test_an_open_end_is_dashes_and_no_day(days: Interval) -> None:
    svg = marks(Bar(days, days, "x"))
    assert having(read(svg), "chart-open") and boxes(svg, "chart-known") == 0


def test_a_span_is_filled_where_it_is_sure() -> None:
    svg = marks(Bar(month(2019, 1), day(date(2019, 6, 30)), "tour"), Bar(DAY, DAY, ""))
    assert boxes(svg, "chart-known") == 2 and boxes(svg, "chart-some") == 1


def test_what_has_no_day_is_counted_and_not_drawn() -> None:
    svg = timeline.draw(Timeline((Lane("A", "", (Bar(None, None, "lost"),)),), undated=3))
    assert "3 events have no known day" in words(read(svg)) and "lost" not in words(read(svg))


@pytest.mark.parametrize(
    ("outcome", "held", "sign"), [("kept", DAY, "plan kept"), ("cancelled", None, "called off"), ("overdue", None, "due, no news")]
)
def test_a_plan_is_an_open_circle_with_the_sign_of_its_outcome(outcome: str, held: Interval | None, sign: str) -> None:
    svg = marks(plans=(PlanTrack((DAY,), outcome, "talks", held=held),))  # type: ignore[arg-type]
    assert sign in words(read(svg)) and "planned for" in words(read(svg))


def test_a_moved_plan_is_joined_to_its_new_day() -> None:
    later = day(date(2019, 6, 12))
    root = read(marks(plans=(PlanTrack((DAY, later), "open", "talks"),)))
    circles = [n for n in root.iter() if n.tag.endswith("circle") and n.attrib["r"] == "5.5" and n.attrib["cx"] != "0"]
    joints = having(root, "chart-joint")
    assert len(circles) == 2
    assert any(float(circles[0].attrib["cx"]) == pytest.approx(float(j.attrib["x1"]), abs=1) for j in joints)


def test_nobody_reported_the_publication_day_as_the_day_of_the_event(account: Account) -> None:
    made = timeline_of(account.events, Lookup(account), href)
    assert made.undated == 1  # the invitation, though its report has a day
    drawn = [bar for lane in made.lanes for bar in lane.bars]
    assert {bar.start for bar in drawn} == {e.date for e in account.events if e.id in ("e-meeting", "e-visit")}


def test_the_lanes_are_those_who_act_with_links_and_sentences(account: Account) -> None:
    made = timeline_of(account.events, Lookup(account), href)
    assert [lane.label for lane in made.lanes] == ["Kari Moen", "Luis Soto"]
    plan = made.lanes[0].plans[0]
    assert plan.due == (month(2019, 5), day(date(2019, 6, 12))) and plan.outcome == "moved"
    assert plan.href == "../events/e-again.html"
    root = read(timeline.draw(made))
    assert "meeting, Soto, Santiago" in words(root)
    assert any(n.attrib.get("href") == "../events/e-meeting.html" for n in root.iter())


def test_hostile_words_stay_words() -> None:
    bar = Bar(DAY, DAY, HOSTILE, "javascript:alert(1)", HOSTILE)
    read(timeline.draw(Timeline((Lane(HOSTILE * 50, "x", (bar,)),), HOSTILE, HOSTILE, 0, (HOSTILE,)), id=HOSTILE))


def test_ten_thousand_events_are_a_small_drawing() -> None:
    days = [
        Interval(date.fromordinal(730_000 + 7 * n % 4000), date.fromordinal(730_000 + 7 * n % 4000 + n % 40)) for n in range(400)
    ]
    bars = tuple(
        Bar(days[n % 400], days[n % 400], "meeting, somebody, somewhere", "e", "t" * 200, weight=n % 7) for n in range(500)
    )
    made = timeline.draw(Timeline(tuple(Lane(f"actor {n}", "x", bars) for n in range(20))))
    assert len(made) < 1_500_000 and "8 lanes more not drawn" in words(read(made))


def test_what_has_no_room_is_a_stroke_only_where_its_day_is_known() -> None:
    wide = tuple(Bar(month(2019, 5), month(2019, 5), f"talks {n}") for n in range(40))
    sure = tuple(Bar(DAY, DAY, f"visit {n}") for n in range(40))
    drawn = [n.attrib["d"] for n in having(read(marks(*wide)), "chart-stroke") if n.attrib["d"][1] != "-"]
    assert drawn and all("v" not in d for d in drawn)
    drawn = [n.attrib["d"] for n in having(read(marks(*sure, *wide)), "chart-stroke") if n.attrib["d"][1] != "-"]
    assert any("v" in d for d in drawn)


def test_both_widths_have_ids_of_their_own(account: Account) -> None:
    made = timeline_of(account.events, Lookup(account), href)
    both = charts.both(timeline.draw, made, id="t")
    read(f"<html>{both}</html>")
    assert both == charts.both(timeline.draw, made, id="t")


ENDS = st.one_of(st.none(), st.dates())
INTERVALS = st.builds(lambda a, b: Interval(min(a, b), max(a, b)) if a and b else Interval(a, b), ENDS, ENDS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(INTERVALS, INTERVALS), max_size=12), st.sampled_from([320, 720]))
def test_no_days_break_it_and_later_is_never_left_of_earlier(pairs: list[tuple[Interval, Interval]], width: int) -> None:
    bars = tuple(Bar(a, b, "x") for a, b in pairs)
    plans = tuple(PlanTrack((a, b), "kept", "y", held=b) for a, b in pairs)
    root = read(marks(*bars, plans=plans, width=width))
    assert all("nan" not in value and "inf" not in value for node in root.iter() for value in node.attrib.values())
    scale = axis.time_scale([i for pair in pairs for i in pair], 0, width)
    if scale:
        ends = sorted(d.toordinal() for pair in pairs for i in pair for d in (i.earliest, i.latest) if d)
        places = [scale.x(end) for end in ends]
        assert places == sorted(places) and places[0] >= 0 and scale.right <= width + 0.01
        assert all(axis.ticks(stretch) for stretch in scale.stretches)
        assert all(a.last <= b.first and a.right < b.left for a, b in pairwise(scale.stretches))
        drawn = {day: scale.x(day) for day in ends}
        assert len(set(drawn.values())) == len(drawn)  # no day that is told lies in a break


def test_most_of_the_room_is_for_the_days_in_which_most_happened() -> None:
    busy = [day(date(2018, 4, n)) for n in range(1, 29)]
    scale = axis.time_scale([year(1950), *busy], 0, 600)
    assert scale and len(scale.stretches) > 1
    assert scale.x(date(2018, 4, 28).toordinal()) - scale.x(date(2018, 4, 1).toordinal()) > 300


def test_a_busy_spell_after_a_long_history_is_drawn_day_by_day() -> None:
    history = [day(date(year_, 3, 1)) for year_ in range(1990, 2017)]
    busy = [day(date(2017, 8, 1 + n % 28)) for n in range(200)]
    scale = axis.time_scale([*history, *busy], 0, 560)
    assert scale and scale.x(date(2017, 8, 20).toordinal()) - scale.x(date(2017, 8, 10).toordinal()) > 60


def test_even_steps_are_not_broken() -> None:
    scale = axis.time_scale([day(date(2018, n, 1)) for n in (1, 3, 5, 7)], 0, 600)
    assert scale and len(scale.stretches) == 1
