"""A country that no words state is a guess: it keeps nobody apart from himself, and gives way to what another report states."""

from __future__ import annotations

import pytest
from small_stories import told

from dateline.records import Account

ON = "2009-06-03"
GENEVA = "Foreign Minister Tomas Arrieta held talks in Geneva on Wednesday. Switzerland was the host. Swiss officials were pleased."
HANOI = (
    "Vice President Elena Marquez met Prime Minister Tran Van Loc in Hanoi on Wednesday. Vietnam wants more rice. "
    "Vietnamese officials were pleased."
)
VIENNA = (
    "Foreign Minister Gabor Szel and Foreign Minister Ion Marin met in Vienna on Tuesday. Austria offered its good offices. "
    "Austrian officials sat in."
)
SANTIAGO = "Foreign Minister Kari Moen met President Luis Soto in Santiago on Tuesday. Chile wants trade. Chilean deputies balked."
ATHENS = "President Rask left Greece after talks with President Lemos. Greece signed a trade pact. Greek exports will rise."
TUNIS = "Interior Minister Carlo Brandi visited Tunisia. Tunisia will work with Brandi, who met Tunisian officials."
CAIRO = "Egypt said talks would go on. Foreign Minister Nabil Haddad said Egypt had done much. Egyptian mediators left."


def countries(account: Account) -> dict[str, list[str | None]]:
    """The countries of all people of a family name."""
    found: dict[str, list[str | None]] = {}
    for actor in account.actors:
        if actor.type == "person":
            found.setdefault(actor.name.split()[-1], []).append(actor.country)
    return found


@pytest.mark.parametrize(
    ("guessed", "stated", "expected"),
    [
        (GENEVA, "Bolivian Foreign Minister Tomas Arrieta held talks in Geneva on Wednesday.", {"Arrieta": "BOL"}),
        (
            HANOI,
            "Philippine Vice President Elena Marquez met Vietnamese Prime Minister Tran Van Loc in Hanoi.",
            {"Marquez": "PHL", "Loc": "VNM"},
        ),
        (
            VIENNA,
            "Hungarian Foreign Minister Gabor Szel met Romanian Foreign Minister Ion Marin in Vienna on Tuesday.",
            {"Szel": "HUN", "Marin": "ROU"},
        ),
        (SANTIAGO, "Norway's Foreign Minister Kari Moen met Chilean President Luis Soto.", {"Moen": "NOR", "Soto": "CHL"}),
        (
            ATHENS,
            "Finnish President Aino Rask met Greek President Kostas Lemos in Athens on Tuesday.",
            {"Rask": "FIN", "Lemos": "GRC"},
        ),
        (TUNIS, "Carlo Brandi, Italy's interior minister, visited Tunisia on Wednesday.", {"Brandi": "ITA"}),
        (CAIRO, "Jordanian Foreign Minister Nabil Haddad thanked Egypt on Wednesday.", {"Haddad": "JOR"}),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_what_one_report_states_stands_against_the_guesses_of_others(
    guessed: str, stated: str, expected: dict[str, str], turned: bool
) -> None:
    reports = [[ON, guessed], [ON, stated]]
    account = told(reports[::-1] if turned else reports)
    found = countries(account)
    assert {name: found[name] for name in expected} == {name: [country] for name, country in expected.items()}
    state_of = {actor.id: actor.country for actor in account.actors}
    for actor in account.actors:
        assert all(office.of is None or state_of[office.of] == actor.country for office in actor.offices if actor.type == "person")


def test_stated_countries_still_tell_namesakes_apart() -> None:
    account = told([[ON, "Spanish Foreign Minister Carlos Ruiz spoke."], [ON, "Colombian Foreign Minister Carlos Ruiz spoke."]])
    assert sorted(map(str, countries(account)["Ruiz"])) == ["COL", "ESP"]


def test_who_is_received_is_not_taken_for_a_local() -> None:
    again = "President Luis Soto received Foreign Minister Kari Moen in Santiago. Chile is keen on trade. Chilean exports fell."
    found = countries(told([[ON, SANTIAGO], [ON, again]]))
    assert found["Moen"] == [None]
    assert found["Soto"] == ["CHL"]


def test_who_arrives_in_a_capital_is_not_taken_for_a_local() -> None:
    found = countries(told([[ON, "Prime Minister Owen Tate arrived in Jakarta on Tuesday. Indonesia and its firms seek trade."]]))
    assert found["Tate"] == [None]


def test_a_guess_that_nothing_speaks_against_is_kept() -> None:
    text = "Portugal will not sign the accord, Foreign Minister Rui Teles said on Monday. Portuguese fishermen had protested."
    assert countries(told([[ON, text]]))["Teles"] == ["PRT"]
