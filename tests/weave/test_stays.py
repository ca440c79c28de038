"""Where people are when a report tells what they do: the city they came to, its buildings, its several names."""

from __future__ import annotations

import pytest

from tests.weave.small_stories import events_at, told

CAME = "ROME, March 11, 2016 - Finnish Foreign Minister Kari Dahl flew to Lima on Thursday"


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        (f"{CAME} and signed a treaty with Peru.", "signed a treaty", "Lima"),
        (f"{CAME}. He was received by President Ana Gomez of Peru.", "received by President", "Lima"),
        (f"{CAME}. He laid a wreath at the tomb of the sailors.", "laid a wreath", "Lima"),
        (f"{CAME}. He telephoned President Jan Kowal of Poland.", "telephoned President", None),
        ("Jan Kowal of Poland met Prime Minister Kari Dahl of Finland at Hyderabad House.", "met Prime", "New Delhi"),
        ("President Boris Yeltsin received Kari Dahl of Finland in the Kremlin.", "received Kari", "Moscow"),
        ("President Jan Kowal of Poland visited the Great Wall. In Peking he met Kari Dahl of Finland.", "visited the", "Peking"),
    ],
)
def test_where_they_are(text: str, words: str, place: str | None) -> None:
    account = told([("2016-03-11", text)])
    (event, *_) = events_at(account, words)
    names = {p.id: p.name for p in account.places}
    assert (names[event.place] if event.place else None) == place


def test_a_city_has_one_place_under_all_its_names() -> None:
    account = told(
        [
            ("2016-03-11", "Polish President Jan Kowal came to Peking on Thursday."),
            ("2016-03-12", "Polish President Jan Kowal came to Beijing on Thursday, March 10."),
        ]
    )
    assert len([p for p in account.places if p.country == "CHN"]) == 1


def test_the_day_tells_where_they_were() -> None:
    account = told(
        [
            ("2016-03-11", "Polish President Jan Kowal met Kari Dahl of Finland in Lima on Thursday."),
            ("2016-03-12", "On March 10 Polish President Jan Kowal signed a treaty with Finland."),
        ]
    )
    (signing, *_) = events_at(account, "signed a treaty")
    assert {p.id: p.name for p in account.places}.get(signing.place or "") == "Lima"
