"""Names of persons: family names, and which spellings are one name."""

from __future__ import annotations

import pytest

from dateline.languages import names


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Moon Jae-in", "moon", "jae in"),
        ("Wang Yi", "wang", "yi"),
        ("Nguyen Phu Trong", "nguyen", "phu trong"),
        ("Lee Harvey Oswald", "oswald", "lee harvey"),
        ("Ursula von der Leyen", "von der leyen", "ursula"),
        ("Putin, Vladimir", "putin", "vladimir"),
        ("Sukarno", "sukarno", ""),
    ],
)
def test_family_and_given_name(name: str, family: str, given: str) -> None:
    assert (names.family_name(name), names.given(name)) == (family, given)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Muammar Gaddafi", "Moammar Gadhafi"),
        ("Omar Hassan El Béchir", "Omar Hassan al-Bashir"),
        ("Kim Young Chol", "Kim Yong-chol"),
        ("Muhammad bin Salman", "Mohammed bin Salman"),
        ("Vladimir Vladimirovich Putin", "Putin, Vladimir"),
        ("Oleksandr Turchynov", "Alexander Turchynov"),
        ("Nursultan Nazarbayev", "N. Nazarbayev"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ],
)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert names.compare(left, right) >= 0.85
    assert names.compare(left, right) == names.compare(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Yong Nam", "Kim Jong Nam"),
        ("Jamal Hassan", "Jamil Hussein"),
        ("Raul Castro", "Fidel Castro"),
        ("Chen Guang", "Shen Guang"),
        ("Anwar Ibrahim", "Ahmad Ibrahim"),
        ("", "Angela Merkel"),
    ],
)
def test_names_of_two_people(left: str, right: str) -> None:
    assert names.compare(left, right) < 0.8


def test_a_family_name_alone_finds_a_leader_only_when_one_has_it() -> None:
    assert {leader.name for leader in names.leader("Gorbachev")} == {"Mikhail Gorbachev"}
    assert names.leader("Clinton") == ()
    assert {leader.of for leader in names.leader("Hillary Clinton")} == {"USA"}
