"""The lists of the world: states, peoples, capitals, cities, organisations."""

from __future__ import annotations

import pytest

from dateline import world
from dateline.world.files import data


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "USA"),
        ("the Soviet Union", "SUN"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("East Germany", "DDR"),
        ("Atlantis", None),
        ("us", None),
    ],
)
def test_states(name: str, code: str | None) -> None:
    assert world.state(name) == code


def test_every_listed_state_has_a_name() -> None:
    assert all(world.state_name(code) != code for code in set(world._demonyms().values()))


def test_peoples() -> None:
    assert world.demonym("Poles") == "POL"
    assert world.demonym("Soviet") == "SUN"
    assert world.adjective("PRK") == "North Korean"


def test_capitals_old_and_new_and_one_that_stands_for_no_state() -> None:
    assert [world.capital_of(name) for name in ("Kiev", "Bonn", "Seoul", "Brussels", "Lyon")] == ["UKR", "DEU", "KOR", None, None]


def test_cities_by_size_and_by_hint() -> None:
    paris, texan = world.city("Paris"), world.city("Paris", "USA")
    assert paris and paris.country == "FRA"
    assert texan and texan.country == "USA"
    assert world.city("Nowhere at all") is None


def test_venues() -> None:
    place = world.city("Camp David")
    assert place and place.country == "USA" and place.latitude


def test_organizations_by_short_name() -> None:
    found = world.organization("IAEA")
    assert found and found.name == "International Atomic Energy Agency"


def test_states_are_named_as_english_news_names_them() -> None:
    assert [world.state_name(code) for code in ("TUR", "CIV", "TLS")] == ["Turkey", "Ivory Coast", "East Timor"]


def test_states_of_the_past_are_states_of_their_own() -> None:
    past = (
        "Soviet Union",
        "East Germany",
        "Yugoslavia",
        "South Vietnam",
        "North Vietnam",
        "South Yemen",
        "Rhodesia",
        "Upper Volta",
    )
    codes = [world.state(name) for name in past]
    assert len(set(codes)) == len(past)
    assert all(code and world.state_name(code) == name for name, code in zip(past, codes, strict=True))
    assert world.state("United Arab Republic") == "EGY"


@pytest.mark.parametrize(
    ("name", "country", "city"),
    [
        ("Kremlin", None, "Moscow"),
        ("Vnukovo airport", None, "Moscow"),
        ("Villa Madama", None, "Rome"),
        ("Russian Foreign Ministry", "RUS", "Moscow"),
        ("Dutch Foreign Ministry", "NLD", "The Hague"),
        ("Oslo", None, None),
    ],
)
def test_what_a_venue_lies_in(name: str, country: str | None, city: str | None) -> None:
    found = world.city_of(name, country)
    assert (found.name if found else None) == city


def test_a_venue_lies_in_one_city() -> None:
    listed = [venue for towns in data("venues").values() for venues in towns.values() for venue in venues]
    assert len(listed) == len(set(listed)) > 1500
