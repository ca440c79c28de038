"""Stories: reports of one matter come together, reports of another stay apart, whatever the order."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Block, CopyEdge, Report, Story
from dateline.spans import Span
from dateline.weave.stories import stories

FISH = [
    "Norway and Iceland began talks on mackerel quotas in Bergen. The fisheries ministers said the mackerel stock was at risk.",
    "Iceland's fisheries minister left Bergen without a mackerel deal. Norway wants smaller quotas.",
    "No deal on mackerel: the quota talks between Norway and Iceland will go on in Reykjavik, the fisheries ministers said.",
]
DAM = [
    "Egypt and Ethiopia discussed the dam on the Blue Nile in Khartoum. Water ministers want rules for filling the reservoir.",
    "Ethiopia will fill the reservoir of its Nile dam in July, its water minister told Egypt in Khartoum.",
]


def report(number: int, text: str) -> Report:
    block = Block(Span(f"r{number}", 0, len(text)), "body")
    return Report(f"r{number}", f"r{number}", text, None, (), None, None, (), "en", "article", None, None, (block,))


def woven(
    texts: Sequence[str], copies: Sequence[CopyEdge] = (), people: dict[str, frozenset[str]] | None = None
) -> tuple[Story, ...]:
    return stories([report(i, text) for i, text in enumerate(texts)], (), copies, {}, people or {})


def groups(found: Sequence[Story]) -> set[tuple[str, ...]]:
    return {story.reports for story in found}


def test_words_in_common_make_a_story() -> None:
    assert groups(woven([*FISH, *DAM])) == {("r0", "r1", "r2"), ("r3", "r4")}


def test_the_order_of_the_reports_does_not_matter() -> None:
    texts = [report(i, text) for i, text in enumerate([*FISH, *DAM])]
    assert stories(texts, (), (), {}, {}) == stories(texts[::-1], (), (), {}, {})


def test_a_report_like_no_other_is_a_story_of_its_own() -> None:
    assert ("r3",) in groups(woven([*FISH, "The orchestra played Brahms to a full house."]))


def test_the_same_people_bring_retellings_together() -> None:
    texts = ["Ana Ruiz flew to Lima for talks with Juan Soto about copper.", "Years ago the two shared a desk at school."]
    apart = groups(woven([*texts, *DAM]))
    both = frozenset({"ruiz", "soto"})
    assert apart >= {("r0",), ("r1",)}
    assert ("r0", "r1") in groups(woven([*texts, *DAM], people={"r0": both, "r1": both}))


def test_a_copy_is_of_its_originals_story() -> None:
    edge = CopyEdge("r1", "r0", 1.0, "the same text")
    assert groups(woven(["The orchestra played Brahms.", "Grain ships wait at the straits."], [edge])) == {("r0", "r1")}


def test_reports_without_a_word_are_stories_of_their_own() -> None:
    assert groups(woven(["...", "— —"])) == {("r0",), ("r1",)}
    assert woven([]) == ()
