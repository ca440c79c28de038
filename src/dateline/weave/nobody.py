"""Deeds that name nobody are known by their word: one story tells of one attack, but has many things said in it."""

from __future__ import annotations

from dateline.weave.items import SERIAL, Item

ENOUGH = 2  # words in common, that of the deed with them, from which two things said are one
LIKELY = 0.7  # how likely mentions of one story are one event that say it in the same word and name nobody


def names_nobody(item: Item) -> bool:
    """Whether a deed, no encounter, is told without anybody who has a part in it."""
    return item.mention.type != "CONSULT" and not item.sides


def by_word(a: Item, b: Item) -> bool:
    """Whether nothing tells two such deeds apart: the same word in two reports of one story, and of saying, the same said."""
    same = names_nobody(a) and names_nobody(b) and a.sense == b.sense and one_story(a, b) and a.ref.report != b.ref.report
    return same and not _of_many(a) and (not (a.cue or b.cue) or len(a.words & b.words) >= ENOUGH)


def _of_many(item: Item) -> bool:
    """Whether one story tells of many such: tests of missiles, agreements that are signed."""
    return item.mention.type in SERIAL or (item.mention.type == "AGREE" and not item.cue)


def story(item: Item) -> str | None:
    """What stands for the story that its report tells, where that is known."""
    return item.alike.story(item.ref.report) if item.alike else None


def one_story(a: Item, b: Item) -> bool:
    return story(a) is not None and story(a) == story(b)


def other_story(a: Item, b: Item) -> bool:
    return story(a) is not None and story(b) is not None and story(a) != story(b)


def in_one_sentence(a: Item, b: Item) -> bool:
    return a.sentence is not None and a.sentence == b.sentence
