"""Deeds: the words that may tell of each type of event, whatever stands around them."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from dateline.mark.events_frames import by_word, deeds, frames, lemma
from dateline.mark.events_match import loosely, match
from dateline.mark.parse import parse
from dateline.records import Block, Report
from dateline.spans import Span
from dateline.trees import Token

FOLDER = files("dateline.languages").joinpath("en", "deeds")
FILES = {file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8")) for file in FOLDER.iterdir()}


def tokens(text: str) -> dict[str, Token]:
    body = (Block(Span("r", 0, len(text)), "body"),)
    parsed = parse(Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, body))
    return {token.lower_: token for _, sentence in parsed.sentences() for token in sentence}


@pytest.mark.parametrize("kind", sorted({frame.type for frame in frames("en")}))
def test_every_type_has_deeds_and_every_deed_a_code(kind: str) -> None:
    names = {frame.name for frame in frames("en") if frame.type == kind}
    for name, table in FILES[kind].items():
        if name != "roles":
            assert ("cameo" in table) != (name in names), name
            for keys in (("verbs", "sometimes"), ("nouns",)):
                words = [word.strip() for key in keys for word in table.get(key, "").split(",") if word.strip()]
                assert len(words) == len(set(words)), f"{name}: a word stands twice"


def test_a_word_has_one_deed_of_each_type_and_both_spellings() -> None:
    for table in (deeds("en", "verbs"), deeds("en", "nouns")):
        assert all(len({known.deed.type for known in listed}) == len(listed) for listed in table.values())
    assert {k.deed.type for k in deeds("en", "verbs")["nationalize"]} == {k.deed.type for k in deeds("en", "verbs")["nationalise"]}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Rebels torched the Chilean consulate at dawn.", "torched", "ASSAULT"),
        ("The minister pooh-poohed the idea and nixed the visit.", "nixed", "REJECT"),
        ("Soldiers frogmarched the editor to a lorry.", "frogmarched", "COERCE"),
        ("Norway lambasted Chile over the dam.", "lambasted", "ACCUSE"),
        ("A walkout by the Chilean delegation ended the session.", "walkout", "REJECT"),
        ("The defection of the pianist embarrassed Chile.", "defection", "RETREAT"),
        ("He was grieved by the airlift of grain to Chile.", "airlift", "AID"),
        ("The bishop interceded with the generals.", "interceded", "CONSULT"),
    ],
)
def test_a_word_that_no_frame_fits_is_proposed(text: str, word: str, kind: str) -> None:
    token = tokens(text)[word]
    fitting = frozenset(frame.type for frame in match(token, "en"))
    found = {known.deed.type for known in loosely(token, "en", fitting)}
    assert kind in found | fitting


def test_beside_a_frame_that_fits_only_what_a_word_mostly_tells_of() -> None:
    token = tokens("Norway banned Chilean newspapers.")["banned"]
    fitting = frozenset(frame.type for frame in match(token, "en"))
    assert fitting
    assert all(known.mostly and known.deed.type not in fitting for known in loosely(token, "en", fitting))


def test_a_frame_that_knows_the_verb_goes_before_a_deed() -> None:
    token = tokens("They arrested on Monday whoever came.")["arrested"]
    named = {known.deed.type: known.deed for known in loosely(token, "en")}
    assert named["COERCE"] in by_word("en", "verbs")["arrest"]


def test_a_past_is_not_taken_for_a_verb_with_an_e() -> None:
    assert lemma(tokens("He sat in the garden.")["sat"]) == "sit"
