"""Matters: what a deed of words is about tells one promise from another."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from dateline.languages.en import __name__ as english
from tests.weave.test_coreference import events, report

PLEDGE = "Norwegian President Kari Dahl promised to return the frozen deposits of Polish depositors."
WORDS = [
    (PLEDGE, "Norwegian President Kari Dahl promised that no more tanks would cross the bridge.", False),
    (PLEDGE, "Kari Dahl of Norway has promised Polish depositors to return their deposits.", True),
    ("Norway demanded that Chile close the tannery on the river.", "Norway demanded that Chile free the eleven fishermen.", False),
    (
        "Norway demanded that Chile close the tannery on the river.",
        "Norway has demanded the closing of the tannery.",
        True,
    ),
    ("Chile threatened to cut the gas supply to Peru.", "Chile threatened Peru with a blockade of its southern harbours.", False),
]


def test_every_deed_in_the_list_exists() -> None:
    folder = files(english)
    known: set[tuple[str, str]] = set()
    for kind in ("frames", "deeds"):
        for path in folder.joinpath(kind).iterdir():
            listed = tomllib.loads(path.read_text("utf-8"))
            type_ = path.name.removesuffix(".toml")
            known |= (
                {(f.get("type", type_), f["name"]) for f in listed["frame"]} if kind == "frames" else {(type_, n) for n in listed}
            )
    frames = tomllib.loads(folder.joinpath("matters.toml").read_text("utf-8"))["frames"]
    assert not {(type_, frame) for type_, listed in frames.items() for frame in listed} - known


@pytest.mark.parametrize(("told", "retold", "one"), WORDS)
def test_a_deed_of_words_is_known_by_what_it_is_about(told: str, retold: str, one: bool) -> None:
    assert _reports_of_one_event(told, retold) is one


def _reports_of_one_event(told: str, retold: str) -> bool:
    found = events(report("a", date(2016, 5, 4), told), report("b", date(2016, 5, 6), retold))
    return any(len(event.reports) == 2 for event, _ in found)
