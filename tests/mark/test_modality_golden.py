"""The standing of an event at its word, on 409 sentences of golden/modality.jsonl: the word, the types it may have, what it is.

A word that is no event for want of known participants is judged by `modality` alone, so that every sentence counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline import languages
from dateline.mark import modality, modality_nouns
from dateline.mark.events_frames import modals
from dateline.mark.modality_deeds import hearsay
from dateline.mark.modality_own import Standing
from dateline.mark.report import mark
from dateline.records import Block, Report
from dateline.spans import Span
from dateline.trees import Doc

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "golden" / "modality.jsonl").read_text("utf-8").splitlines()]
SHARE = 0.94  # of all sentences
AT_ODDS = {  # what is not yet understood
    "m051",
    "m060",
    "m065",
    "m068",
    "m158",
    "m162",
    "m166",
    "m183",
    "m192",
    "m217",
    "m270",
    "m322",
    "m346",
    "m369",
    "m370",
    "m377",
    "m384",
    "m386",
    "m390",
    "m391",
    "m399",
    "m405",
}


def _standings(text: str, start: int, end: int, types: list[str]) -> list[Standing]:
    """What the events at the word say, or the word alone where there is none."""
    block = Block(Span("r", 0, len(text)), "body")
    report = Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, (block,))
    at = [e for e in mark(report).events if e.type in types and e.trigger.start < end and start < e.trigger.end]
    if at:
        return [Standing(e.modality, e.status) for e in at]
    word = next(t for t in Doc(languages.pack("en").pipeline()(text)) if t.idx <= start < t.idx + len(t.text))
    found = (modality.of_verb if word.pos_ in ("VERB", "AUX") else modality_nouns.of_noun)(word, modals("en"))
    told = found == modality.HAPPENED and hearsay(word, modals("en"))
    return [Standing("reported", "happened") if told else found]


def _is(standing: Standing, name: str) -> bool:
    """Whether the two are one: a deed that somebody vouches for is "happened", else "reported"."""
    if name in ("happened", "reported"):
        return standing == Standing("asserted" if name == "happened" else "reported", "happened")
    if name == "conditional":
        return standing.modality == "conditional" and standing.status in ("proposed", "unknown")
    return standing.status == name


def right(case: dict[str, Any]) -> bool:
    """Whether an event of an accepted type at the marked word has an accepted standing; "none": there need be no event."""
    text = case["text"].replace("*", "")
    start, end = case["text"].index("*"), case["text"].rindex("*") - 1
    return any(_is(one, name) for one in _standings(text, start, end, case["types"]) for name in case["is"] if name != "none")


@pytest.fixture(scope="module")
def wrong() -> set[str]:
    return {case["id"] for case in CASES if not right(case)}


def test_what_was_understood_still_is(wrong: set[str]) -> None:
    assert wrong <= AT_ODDS, [case for case in CASES if case["id"] in wrong - AT_ODDS]


def test_share(wrong: set[str]) -> None:
    assert 1 - len(wrong) / len(CASES) >= SHARE
    assert len({case["id"] for case in CASES}) == len(CASES) >= 320
