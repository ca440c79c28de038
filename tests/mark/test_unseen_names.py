"""Names and speakers over regions and periods: golden/names.jsonl says who is one actor, of what state, and who said what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.languages.en import turns
from dateline.mark.report import mark
from dateline.records import Block, Marks, Mention, Report
from dateline.spans import Span

GOLDEN = Path(__file__).parent.parent / "golden" / "names.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()]


def report(text: str) -> Report:
    lines = list(re.finditer(r"[^\n]+", text))
    why = turns.turns([line.group() for line in lines])
    blocks = tuple(Block(Span("r", m.start(), m.end()), "turn" if w else "body") for m, w in zip(lines, why, strict=True))
    return Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, blocks)


def alike(a: str, b: str) -> bool:
    mine, theirs = set(re.findall(r"\w+", a)), set(re.findall(r"\w+", b))
    return len(mine & theirs) >= 0.75 * len(mine | theirs)


def wrong_actors(case: dict[str, Any], marks: Marks, entity: dict[int, int]) -> Iterator[str]:
    """What is wrong with the actors; fills in which actor each entity number is."""
    for number, actor in enumerate(case["actors"]):
        named: list[Mention] = []
        for name in actor["names"]:
            found = [m for m in marks.mentions if m.span.of(case["text"]) == name and m.kind != "place"]
            named += found
            if not found:
                yield f"{name!r} is no mention"
        numbers = {m.entity for m in named}
        if len(numbers) > 1:
            yield f"{actor['names']} are several"
        for one in numbers:
            if entity.setdefault(one, number) != number:
                yield f"{actor['names']} are also {case['actors'][entity[one]]['names']}"
        every = [m for m in marks.mentions if m.entity in numbers]
        if {m.kind for m in every} != {actor["kind"]}:
            yield f"{actor['names']} is no {actor['kind']}"
        if actor.get("country") and actor["country"] not in {m.country for m in every}:
            yield f"{actor['names']} of {[m.country for m in every]}"
        title, of = actor.get("office") or (None, None)
        if title and not any(m.title == title and of in (None, m.of) for m in every):
            yield f"{actor['names']} holds {[(m.title, m.of) for m in every]}"


def wrong_statements(case: dict[str, Any], marks: Marks, entity: dict[int, int]) -> Iterator[str]:
    for statement in case["statements"]:
        indirect = statement["kind"] == "indirect"
        found = [
            s
            for s in marks.statements
            if s.kind == statement["kind"]
            and (alike(s.span.of(case["text"]), statement["text"]) if indirect else s.span.of(case["text"]) == statement["text"])
        ]
        speakers = {entity.get(marks.mentions[s.speaker].entity) for s in found if s.speaker is not None}
        if not found or (statement["speaker"] is not None and statement["speaker"] not in speakers):
            yield f"{statement['text']!r}: {len(found)} found, said by {speakers}"


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"], marks=[pytest.mark.xfail] if c.get("hard") else []) for c in CASES])
def test_golden(case: dict[str, Any]) -> None:
    marks = mark(report(case["text"]))
    entity: dict[int, int] = {}
    assert [*wrong_actors(case, marks, entity), *wrong_statements(case, marks, entity)] == []
