"""Actors across reports: namesakes apart, spellings together, surnames and offices alone, and any order of reports."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.languages import names
from dateline.records import Actor, Marks, Mention, Published
from dateline.spans import Span
from dateline.weave.actors import Actors, weave_actors
from dateline.weave.organizations import organization_key

Told = tuple[int, str, str | None, str | None]
"""A person's mention: entity number, name, country, office."""


def report(name: str, *told: Told, kind: str = "person", of: str | None = None, wording: str | None = None) -> Marks:
    mentions = tuple(
        Mention(
            Span(name, 10 * n, 10 * n + 5),
            "name" if spelling else "title",
            kind,  # type: ignore[arg-type]
            spelling,
            entity,
            country,
            office,
            of or country,
            wording=wording,
        )
        for n, (entity, spelling, country, office) in enumerate(told)
    )
    return Marks(name, (), mentions, (), (), (), ())


def clusters(*marks: Marks) -> set[frozenset[tuple[str, int]]]:
    """Who is one with whom: (report, index of the mention) grouped by actor."""
    weaving = weave_actors(marks)
    found: dict[str, set[tuple[str, int]]] = {}
    for ref, actor in weaving.actor_of.items():
        found.setdefault(actor, set()).add((ref.report, ref.index))
    return {frozenset(group) for group in found.values()}


def together(*marks: Marks) -> bool:
    return len(clusters(*marks)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [("Sergei Antonov", "Sergey Antonov"), ("Mohammed Haddad", "Muhammad Haddad"), ("Kim Chol-min", "Kim Chol Min")],
)
def test_spellings_of_one_name_are_joined(left: str, right: str) -> None:
    assert together(report("a", (0, left, None, None)), report("b", (0, right, None, None)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((0, "Kim Chol Min", "PRK", None), (0, "Kim Chol-min", "KOR", None)),
        ((0, "Pedro Vega", "CHL", "president"), (0, "Luis Vega", "CHL", "president")),
        ((0, "Kim Yong Nam", None, None), (0, "Kim Jong Nam", None, None)),
    ],
)
def test_namesakes_are_kept_apart(left: Told, right: Told) -> None:
    assert not together(report("a", left), report("b", right))


def test_two_of_one_name_in_one_report_stay_two() -> None:
    assert len(clusters(report("a", (0, "Ana Lima", None, None), (1, "Anna Lima", None, None)))) == 2


def test_a_state_that_followed_another_is_no_bar() -> None:
    assert together(report("a", (0, "Yuri Sokolov", "SUN", None)), report("b", (0, "Yuri Sokolov", "RUS", None)))


def test_a_surname_alone_goes_to_the_only_one_of_that_name() -> None:
    assert together(report("a", (0, "Ida Lund", "DNK", "prime minister")), report("b", (0, "Lund", None, None)))


def test_a_surname_goes_to_the_namesake_whose_office_and_country_fit() -> None:
    both = report("a", (0, "Ida Lund", "DNK", "prime minister"), (1, "Olaf Lund", "NOR", "envoy"))
    assert frozenset({("a", 1), ("b", 0)}) in clusters(both, report("b", (0, "Lund", "NOR", "envoy")))


def test_a_surname_of_two_stays_alone_when_nothing_speaks_for_one() -> None:
    both = report("a", (0, "Ida Lund", "DNK", None), (1, "Olaf Lund", "NOR", None))
    assert frozenset({("b", 0)}) in clusters(both, report("b", (0, "Lund", None, None)))


def test_one_name_that_is_a_given_name_goes_to_its_bearer() -> None:
    assert together(report("a", (0, "Abebe Tesfaye", "ETH", None)), report("b", (0, "Abebe", "ETH", None)))


def test_an_office_alone_is_the_person_who_holds_it_elsewhere() -> None:
    assert together(report("a", (0, "Karl Vogt", "AUT", "chancellor")), report("b", (0, "", "AUT", "chancellor")))
    assert together(report("a", (0, "Jan Kos", "POL", "president")), report("b", (0, "", "POL", "leader")))


def test_an_office_of_two_holders_is_left() -> None:
    both = report("a", (0, "Jan Kos", "POL", "president"), (1, "Piotr Wilk", "POL", "president"))
    assert frozenset({("b", 0)}) in clusters(both, report("b", (0, "", "POL", "president")))


def test_an_office_with_no_state_is_left() -> None:
    assert not together(report("a", (0, "Jan Kos", "POL", "president")), report("b", (0, "", None, "president")))


def body(name: str, spelling: str, country: str | None = None) -> Marks:
    return report(name, (0, spelling, country, None), kind="organization")


def test_a_ministry_with_no_state_is_the_only_one_of_its_name() -> None:
    polish = body("a", "Polish Foreign Ministry", "POL")
    assert together(polish, body("b", "Ministry of Foreign Affairs"))
    assert len(clusters(polish, body("b", "Foreign Ministry"), body("c", "Kenyan Foreign Ministry", "KEN"))) == 3


def test_a_ministry_is_that_of_the_people_who_serve_in_it() -> None:
    served = report("c", (0, "Eva Nowak", "POL", "director"), of="Foreign Ministry")
    bare = Mention(Span("c", 90, 95), "name", "organization", "Foreign Ministry", 7)
    served = Marks("c", (), (*served.mentions, bare), (), (), (), ())
    found = clusters(body("a", "Polish Foreign Ministry", "POL"), body("b", "Kenyan Foreign Ministry", "KEN"), served)
    assert frozenset({("a", 0), ("c", 1)}) in found


def test_initials_find_the_only_name_that_has_them() -> None:
    whole = body("a", "Office of Border Inspection")
    assert together(whole, body("b", "OBI"))
    assert not together(whole, body("b", "OBX"))


def test_an_agency_has_one_name_and_a_broadcaster_its_own_without_the_noun() -> None:
    assert together(body("a", "Korean Central News Agency", "PRK"), body("b", "KCNA", "PRK"))
    assert together(body("a", "NHK Television", "JPN"), body("b", "NHK", "JPN"))
    assert not together(body("a", "Nordfax Television"), body("b", "Nordfax"))


def test_organization_keys() -> None:
    assert organization_key("Ministry of Foreign Affairs of Poland".replace(" of Poland", "")) == organization_key(
        "Foreign Ministry"
    )
    assert organization_key("The Board of Peace") == organization_key("Board for Peace")


def records(*marks: Marks) -> tuple[Actor, ...]:
    day = Published(Interval(date(2020, 5, 1), date(2020, 5, 1)), "stated")
    return weave_actors(marks).records({m.report: day for m in marks})


def test_offices_are_named_in_the_reports_words_too_and_once() -> None:
    held = report("a", (0, "Ann Cole", "GBR", "foreign minister"), wording="foreign secretary")
    loose = Marks("b", (), (Mention(Span("b", 0, 8), "name", "person", "Ann Cole", 0, None, "foreign minister"),), (), (), (), ())
    (actor,) = records(held, loose)
    assert [office.title for office in actor.offices] == ["foreign minister", "foreign secretary"]
    assert actor.offices[0].held == Interval(date(2020, 5, 1), date(2020, 5, 1))


def test_who_serves_a_states_body_is_of_that_state() -> None:
    person = Mention(Span("a", 0, 8), "name", "person", "Tom Bekele", 0, None, "chief executive", "Sheba Airlines")
    airline = Mention(Span("a", 20, 30), "name", "organization", "Sheba Airlines", 1, "ETH")
    found = {actor.name: actor for actor in records(Marks("a", (), (person, airline), (), (), (), ()))}
    assert found["Tom Bekele"].country == "ETH"
    assert found["Tom Bekele"].offices[0].of == content_id("actor", "organization", "Sheba Airlines", "ETH")


def many(count: int) -> list[Marks]:
    """Reports with few people under many spellings and many people under one each."""
    chance = random.Random(7)
    people = ["Sergei Antonov", "Sergey Antonov", "Antonov", "Maria Gomez", "María Gómez", "Gomez", "Luis Gomez", ""]
    out = []
    for n in range(count):
        told: Sequence[Told] = [
            (e, chance.choice(people), chance.choice([None, "RUS", "PER"]), chance.choice([None, "president"])) for e in range(6)
        ]
        tail = "".join(chance.choice("bdgklmnprstvz") + chance.choice("aeiou") for _ in range(4))
        out.append(report(f"r{n:03}", *told, (9, f"{chance.choice(['Ana', 'Ivo', 'Lea'])} {tail.title()}", None, None)))
    return out


def test_any_order_of_reports_gives_the_same_actors() -> None:
    marks = many(30)
    first = weave_actors(marks)
    random.Random(3).shuffle(marks)
    again: Actors = weave_actors(marks)
    assert first.actor_of == again.actor_of
    assert first.records({}) == again.records({})


def test_spellings_that_begin_alike_are_compared_not_all_mentions(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = many(200)
    mentions = sum(len(one.mentions) for one in marks)
    calls: list[tuple[str, str]] = []

    def counting(left: str, right: str) -> float:
        calls.append((left, right))
        return compare(left, right)

    compare = names.compare
    monkeypatch.setattr(names, "compare", counting)
    weave_actors(marks).records({})
    assert 0 < len(calls) < mentions * mentions / 50
