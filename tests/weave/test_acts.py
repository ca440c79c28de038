"""Acts: the kinds of deed within a type of event, listed by the frames that tell of them."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from dateline.languages.en import __name__ as english
from dateline.mark.events_force import STOPPED
from dateline.weave.acts import act


def test_every_frame_in_the_list_exists_and_stands_once() -> None:
    folder = files(english)
    frames: set[tuple[str, str]] = set()
    for path in folder.joinpath("frames").iterdir():
        listed = tomllib.loads(path.read_text("utf-8"))["frame"]
        frames |= {(frame.get("type", path.name.removesuffix(".toml")), frame["name"]) for frame in listed}
    acts = tomllib.loads(folder.joinpath("acts.toml").read_text("utf-8"))
    named = [(type_, frame) for type_, lists in acts.items() for listed in lists.values() for frame in listed]
    assert not set(named) - frames - {("ASSAULT", STOPPED)}
    assert len(named) == len(set(named))


def test_an_act_in_other_words_is_the_same_act() -> None:
    assert act("en", "SANCTION", "order out") == act("en", "SANCTION", "expulsions") != act("en", "SANCTION", "recall")


def test_a_frame_that_says_nothing_has_no_act() -> None:
    assert act("en", "CONSULT", "meet") is None
    assert act("xx", "SANCTION", "recall") is None
