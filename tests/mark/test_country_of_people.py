"""Whose national or official somebody is, by the places, peoples and relations in the words around the name."""

from __future__ import annotations

import pytest

from dateline.mark.report import mark
from dateline.records import Block, Mention, Report
from dateline.spans import Span


def found(text: str) -> dict[str, Mention]:
    block = Block(Span("r", 0, len(text)), "body")
    marks = mark(Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, (block,)))
    return {mention.span.of(text): mention for mention in marks.mentions if mention.form == "name"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Senator Tom Harrow of Ohio said he would vote against it.", "Tom Harrow", "USA"),
        ("Texas Governor Ann Rickard met the delegation.", "Ann Rickard", "USA"),
        ("Rep. Jack Brook, a Texas Democrat, opposed the bill.", "Jack Brook", "USA"),
        ("Sen. Peter Menici, R-N.M., praised the plan.", "Peter Menici", "USA"),
        ("Ahmed Karimi, the police chief of Balkh province, said six people were dead.", "Ahmed Karimi", "AFG"),
        ("Noor Faizi, head doctor at the Kandahar provincial hospital, said four had died.", "Noor Faizi", "AFG"),
        ("Six people died in Mosul on Friday. The local police chief, Sami Tarek, blamed a gas leak.", "Sami Tarek", "IRQ"),
        ("Captain Lars Holm, the Danish skipper of the ship, said the pirates had fired on it.", "Lars Holm", "DNK"),
        ("Maher Nasr, 41, a Syrian-born Canadian citizen, was sent to Damascus.", "Maher Nasr", "CAN"),
        ("Two Frenchmen, Pierre Legris and Philippe Verlin, were kidnapped.", "Philippe Verlin", "FRA"),
        ("Maria Gomez, the mother of a captured Colombian soldier, said she had heard nothing.", "Maria Gomez", "COL"),
        ("Michel Dupin, who served as French ambassador to Iraq in the 1980s, was there.", "Michel Dupin", "FRA"),
        ("Ahmed Yasser, the Israeli army said, was killed.", "Ahmed Yasser", None),
        ("Carl Bergman, a Geneva envoy, met the rebels.", "Carl Bergman", None),
    ],
)
def test_country_of_a_person(text: str, name: str, country: str | None) -> None:
    assert found(text)[name].country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("An Israeli military court jailed her.", "Israeli military court", "ISR"),
        ("The Moscow city court jailed him for two years.", "Moscow city court", "RUS"),
        ("The Iranian Red Crescent said 40 people had died.", "Iranian Red Crescent", "IRN"),
        ("The Norwegian-flagged tanker Nordvik was seized off Somalia.", "Nordvik", "NOR"),
        ("Zimbabwe's opposition Congress for Renewal Party said its leader was held.", "Zimbabwe's opposition Congress", None),
    ],
)
def test_country_of_a_body(text: str, name: str, country: str | None) -> None:
    bodies = found(text)
    assert (name in bodies) == (country is not None) and (country is None or bodies[name].country == country)
    assert country is None or bodies[name].kind == "organization"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Anna Lind, who heads the agency, said the inspectors would return.", "Anna Lind", "head"),
        ("The agency's chief, Anna Lind, said the inspectors would return.", "Anna Lind", "head"),
        ("The movement's spokesman, Zahir Mujad, said the attack was revenge.", "Zahir Mujad", "spokesperson"),
    ],
)
def test_office_told_around_a_name(text: str, name: str, title: str) -> None:
    assert found(text)[name].title == title


def test_a_body_that_is_only_described_has_its_own_spokesman() -> None:
    text = "The movement's spokesman, Zahir Mujad, said it was revenge. A German foreign ministry spokesman said nobody was hurt."
    mentions = found(text)
    assert mentions["Zahir Mujad"].country is None
