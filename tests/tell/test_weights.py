"""What stands first: what passes between states before crime, accidents and what no official has a part in."""

from __future__ import annotations

import pytest

from dateline.records import Account, Event
from dateline.tell.lookup import Lookup
from dateline.tell.weights import LESSER, lessened, side_of, weight
from tests.weave.small_stories import told

TALKS = "Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on 31 May."
CRIME = "The baker Jan Berg shot the cook Ole Dahl in Bergen on 30 May."
ARREST = "Norwegian police arrested Jan Berg in Bergen on 30 May."


def heaviest(account: Account, kind: str) -> Event:
    lookup = Lookup(account)
    return max((e for e in account.events if e.type == kind), key=lambda e: weight(e, lookup))


@pytest.mark.parametrize(("text", "kind"), [(CRIME, "ASSAULT"), (ARREST, "COERCE")])
def test_what_three_tell_of_crime_comes_after_what_two_tell_of_talks(text: str, kind: str) -> None:
    account = told(
        [
            ["2019-05-31", text],
            ["2019-05-31", f"{text} Neighbours heard shouts."],
            ["2019-05-31", f"{text} It was raining hard that night."],
            ["2019-05-31", TALKS],
            ["2019-06-01", f"{TALKS} They spoke of cod and of salmon."],
        ]
    )
    lookup = Lookup(account)
    crime, talks = heaviest(account, kind), heaviest(account, "CONSULT")
    assert len(crime.reports) == 3 and len(talks.reports) == 2
    assert LESSER < weight(crime, lookup) < weight(talks, lookup)


def test_what_many_tell_of_never_falls_among_what_is_hardly_told() -> None:
    assert lessened(20.0) < lessened(25.0) < 25.0
    assert lessened(5.0) > LESSER and lessened(3.0) == 3.0


def test_who_stands_for_a_state_and_who_for_himself() -> None:
    text = (
        "Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on 31 May. "
        "The Norwegian Navy seized a ship. Norwegian police arrested the fisherman Jan Berg in Bergen."
    )
    account = told([["2019-05-31", text]])
    lookup = Lookup(account)
    sides = {a.name: side_of(a, lookup) for a in account.actors}
    assert sides["Kari Moen"] == "NOR" and sides["Luis Soto"] == "CHL"
    assert sides["Norwegian Navy"] == "NOR"
    assert sides["Norwegian Police"] is None and sides["Jan Berg"] is None
