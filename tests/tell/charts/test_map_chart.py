from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Account
from dateline.tell.charts import world
from dateline.tell.charts.from_account import map_of
from dateline.tell.charts.ground import middle
from dateline.tell.charts.projection import WORLD_SPAN, clip, equal_earth, view_of
from dateline.tell.charts.world import Land, Spot, WorldMap
from dateline.tell.lookup import Lookup
from dateline.world.outlines import outlines
from tests.tell.charts.charting import HOSTILE, SVG, having, read, words

CITIES = {"Oslo": (59.9, 10.7), "Santiago": (-33.4, -70.6), "Tokyo": (35.7, 139.7), "Suva": (-18.1, 178.4), "Apia": (-13.8, -171.8)}


def href(kind: str, id: str) -> str:
    return f"../{kind}/{id}"


def spots(*names: str) -> tuple[Spot, ...]:
    return tuple(Spot(name, *CITIES[name], count=n) for n, name in enumerate(names, 1))


def test_the_outlines_name_their_source_and_hold_every_continent() -> None:
    known = {o.country for o in outlines()}
    assert {"NOR", "FRA", "CHL", "JPN", "EGY", "AUS", "USA"} <= known and len(known) > 170
    points = [p for o in outlines() for ring in o.rings for p in ring]
    assert all(-180.1 <= x <= 180.1 and -90.1 <= y <= 90.1 for x, y in points) and len(points) > 5000
    assert "Natural Earth" in words(read(world.draw(WorldMap(()))))
    place = middle("EGY")
    assert place and 25 < place[0] < 35 and 22 < place[1] < 31 and middle("XXX") is None and middle("") is None


def test_equal_earth_is_as_published() -> None:
    assert equal_earth(0, 0) == (0, 0)
    assert equal_earth(180, 0)[0] == pytest.approx(2.70663, abs=1e-4)
    assert equal_earth(0, 90)[1] == pytest.approx(1.31735, abs=1e-4)


def test_near_places_are_a_region_and_far_ones_the_world() -> None:
    region = view_of([(10.7, 59.9), (30.3, 59.9)], 720)
    assert not region.world and region.span[0] < WORLD_SPAN
    assert view_of([(10.7, 59.9), (-70.6, -33.4), (139.7, 35.7)], 720).world and view_of([], 720).world


def test_places_on_both_sides_of_the_date_line_are_near() -> None:
    view = view_of([(178.4, -18.1), (-171.8, -13.8)], 720)
    assert not view.world and view.at(178.4, -18.1)[0] < view.at(-171.8, -13.8)[0] <= 720


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), max_size=8))
def test_every_place_is_inside_its_view(points: list[tuple[float, float]]) -> None:
    view = view_of(points, 320)
    assert 0 < view.height < 400
    for point in points:
        x, y = view.at(*point)
        assert view.world or (-0.5 <= x <= 320.5 and -0.5 <= y <= view.height + 0.5)


def test_a_polygon_is_cut_to_the_rectangle() -> None:
    cut = clip([(-5, -5), (5, -5), (5, 5), (-5, 5)], 0, 9, 0, 9)
    assert sorted(cut) == [(0, 0), (0, 5), (5, 0), (5, 5)]
    assert clip([(-5, -5), (-4, -5), (-4, -4)], 0, 9, 0, 9) == [] and clip([], 0, 1, 0, 1) == []


def test_the_area_of_a_circle_is_as_the_number_of_events() -> None:
    root = read(world.draw(WorldMap((Spot("A", 10, 10, 4), Spot("B", 12, 14, 16)))))
    small, large = sorted(float(n.attrib["r"]) for n in root.iter(f"{SVG}circle"))
    assert large / small == pytest.approx(2, abs=0.01)
    assert {"A 4", "B 16"} <= set(words(root).split(" | "))


def test_what_is_only_known_by_its_country_is_striped_and_is_no_circle() -> None:
    root = read(world.draw(WorldMap((), (Land("Egypt", "EGY", 3, "x"),))))
    assert having(root, "chart-country") and not list(root.iter(f"{SVG}circle")) and "Egypt 3" in words(root)


def test_crowded_places_are_shown_again_larger() -> None:
    many = tuple(Spot(f"Town {n}", 31 + n / 5, 34 + n / 7, 1) for n in range(6)) + spots("Santiago", "Tokyo")
    root = read(world.draw(WorldMap(many)))
    assert having(root, "chart-detail") and "Below" in words(root)
    assert len(list(root.iter(f"{SVG}circle"))) == 6 + len(many)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.builds(Spot, st.just(HOSTILE), st.floats(), st.floats(), st.integers(-1, 10**9)), max_size=30),
    st.sampled_from([320, 720]),
)
def test_no_place_breaks_the_map(found: list[Spot], width: int) -> None:
    made = world.draw(WorldMap(tuple(found), (Land(HOSTILE, HOSTILE, 1),)), id=HOSTILE, width=width)
    assert not re.search(r"nan|inf\b", made) and len(made) < 400_000
    read(made)


def test_the_map_of_an_account_has_its_places(account: Account) -> None:
    made = map_of(account.events, Lookup(account), href)
    assert [(s.label, s.count, s.href) for s in made.spots] == [
        ("Santiago", 2, "../events/e-meeting"),
        ("Oslo", 0, "../events/e-again"),  # planned only, and invited to
    ]
    root = read(world.draw(made))
    assert "Oslo, planned" in words(root) and len(having(root, "chart-planned")) == 1
