"""Matters that a speaker returns to, and where he stands on them: told only where his words say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import read
from dateline.engine import local
from dateline.store import Desk
from dateline.tell.positions import matters, nouns_of, stance_on
from dateline.tell.statements import statement_refs
from dateline.tell.web.room import Room
from dateline.weave.wording import words

FIRST = """Moen on the ceasefire

OSLO, February 12, 2019 - Norwegian Foreign Minister Kari Moen spoke in Oslo on Tuesday.

"We do not accept a ceasefire," Moen said. "We demand the inspection," she added.

Chilean President Luis Soto said the ceasefire was near. He said the inspection could wait.
"""
SECOND = """Moen on the ceasefire again

OSLO, March 15, 2019 - Norwegian Foreign Minister Kari Moen spoke in Oslo on Friday.

"We will sign the ceasefire if the guns are silent," Moen said.

Moen said the inspection had begun.
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    folder = tmp_path_factory.mktemp("positions")
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    with Desk(folder / "p.desk") as desk:
        local.add(desk, [*read.sources(str(folder / "a.txt")), *read.sources(str(folder / "b.txt"))])
        return Room(local.account(desk))


def test_a_matter_has_its_statements_in_the_order_of_time(room: Room) -> None:
    lookup = room.lookup
    moen = next(a.id for a in room.actors if "Moen" in a.name)
    own = [ref for ref in statement_refs(room.account) if (s := lookup.speaker(ref)) and s.id == moen]
    found = {m.name: [(p.stance, p.ref.report) for p in m.positions] for m in matters(own, lookup, room.nouns)}
    assert [stance for stance, _ in found["ceasefire"]] == ["against", "if"]
    assert [stance for stance, _ in found["inspection"]] == ["asks", ""]


def test_a_word_of_one_speaker_is_no_matter(room: Room) -> None:
    assert "gun" not in nouns_of(statement_refs(room.account), room.lookup)


@pytest.mark.parametrize(
    ("said", "noun", "stance"),
    [
        ("We support the plan", "plan", "for"),
        ("We do not support the plan", "plan", "against"),
        ("We reject any plan", "plan", "against"),
        ("We do not reject the plan", "plan", ""),
        ("We want a new plan", "plan", "asks"),
        ("We will sign no plan", "plan", "against"),
        ("We will discuss the plan unless they leave", "plan", "if"),
        ("If they accept the plan we shall see", "plan", ""),
        ("They reject the plan", "plan", ""),
        ("We support the authors of the plan", "plan", ""),
        ("The plan is good", "plan", ""),
    ],
)
def test_where_a_speaker_stands(tmp_path: Path, said: str, noun: str, stance: str) -> None:
    text = (
        f'Moen speaks\n\nOSLO, March 15, 2019 - Kari Moen spoke in Oslo.\n\n"{said}," Norwegian Foreign Minister Kari Moen said.\n'
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    with Desk(tmp_path / "p.desk") as desk:
        local.add(desk, read.sources(str(tmp_path / "a.txt")))
        lookup = Room(local.account(desk)).lookup
    ref = next(iter(statement_refs(lookup.account)))
    statement = lookup.statement(ref)
    assert statement is not None
    word = next(w for w in words(lookup.reports[0].text, statement.span.start, statement.span.end) if w.folded.startswith(noun))
    assert stance_on(ref, word, lookup) == stance
