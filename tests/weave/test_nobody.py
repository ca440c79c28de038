"""Deeds that name nobody: one word in one story is one event, unless it is of saying, or one sentence has it twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.mark.report import mark
from dateline.weave.actors import weave_actors
from dateline.weave.conflicts import ONE_SENTENCE, WORDS_ALONE, conflict
from dateline.weave.coreference import cluster
from dateline.weave.events import resolve
from dateline.weave.items import Item
from dateline.weave.nobody import by_word, names_nobody
from dateline.weave.places import Places
from dateline.weave.reckoned import counts_of
from dateline.weave.wording import sense
from tests.weave.small_stories import written

ONE, TWO = [("r0", "r1")], [("r0",), ("r1",)]
ROAD = "Snow lay on the pass. The hostages were freed on the road. Nobody would say who had paid."
NIGHT = "It was cold on the pass. The captives were freed at night, with blankets and soup."


def told(texts: Sequence[str], stories: Sequence[Sequence[str]], word: str) -> tuple[list[Item], Places]:
    """The two mentions with this word in reports r0, r1, ... of these stories, both of nobody; and the places."""
    reports = written([["2004-05-05", text] for text in texts])
    marks = {r.id: mark(r) for r in reports}
    places = Places(marks)
    published = {r.id: r.published for r in reports if r.published}
    items = resolve(reports, marks, weave_actors(marks.values()).weaving, places, published, counts_of(reports, marks), stories)
    found = [item for item in items if item.sense == word]
    assert len(found) == 2
    assert all(names_nobody(item) for item in found)
    return found, places


def test_one_word_in_one_story_is_one_event() -> None:
    items, places = told([ROAD, NIGHT], ONE, "free")
    assert by_word(*items)
    assert len(cluster(items, places)) == 1


def test_the_same_word_in_two_stories_is_two_events() -> None:
    items, places = told([ROAD, NIGHT], TWO, "free")
    assert not by_word(*items)
    assert conflict(items[0], items[1], places) == WORDS_ALONE
    assert len(cluster(items, places)) == 2


def test_where_stories_are_not_known_nothing_is_one_for_its_word() -> None:
    assert not by_word(*told([ROAD, NIGHT], [], "free")[0])


def test_synonyms_are_one_word() -> None:
    liberated = NIGHT.replace("freed", "liberated")
    items, places = told([ROAD, liberated], ONE, "free")
    assert {item.mention.lemma for item in items} == {"free", "liberate"}
    assert len(cluster(items, places)) == 1


def test_one_sentence_has_a_word_twice_for_two_events() -> None:
    both = "The hostages were freed on the road, and the captives were freed at the bridge."
    items, places = told([both], [("r0",)], "free")
    assert conflict(items[0], items[1], places) == ONE_SENTENCE
    assert len(cluster(items, places)) == 2


@pytest.mark.parametrize(
    ("second", "one"),
    [("In the village it was promised that the dam would open soon.", True), ("It was promised that wages would rise.", False)],
)
def test_things_said_are_one_where_the_same_is_said(second: str, one: bool) -> None:
    first = "It was promised that the dam would open in spring."
    items, _ = told([first, second], ONE, sense("promise"))
    assert all(item.cue for item in items)
    assert by_word(*items) is one
