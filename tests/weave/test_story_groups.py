"""Stories: reports of one matter come together, reports of another stay apart, whatever the order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.intervals import day
from dateline.records import Block, CopyEdge, Published, Report, Story
from dateline.spans import Span
from dateline.weave.clusters import PAIRS, USUAL, as_alike_as_within
from dateline.weave.stories import of_one_story, stories

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
    return with_blocks(f"r{number}", [text])


def with_blocks(name: str, texts: Sequence[str]) -> Report:
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    blocks = tuple(Block(Span(name, start, start + len(text)), "body") for start, text in zip(starts, texts, strict=True))
    return Report(name, name, "\n".join(texts), None, (), None, None, (), "en", "article", None, None, blocks)


def woven(
    texts: Sequence[str], copies: Sequence[CopyEdge] = (), people: dict[str, frozenset[str]] | None = None
) -> tuple[Story, ...]:
    return of_one_line([report(i, text) for i, text in enumerate(texts)], (), copies, {}, people or {})


def of_one_line(reports: Sequence[Report], *rest: Any) -> tuple[Story, ...]:
    """The stories of reports that all have to do with each other."""
    return of_lines([[r.id for r in reports]], reports, *rest)


def of_lines(lines: Sequence[Sequence[str]], reports: Sequence[Report], *rest: Any) -> tuple[Story, ...]:
    """The stories of reports of which each line's have to do with each other."""
    return stories(of_one_story(lines, reports, *rest), reports, rest[0], rest[2])


def groups(found: Sequence[Story]) -> set[tuple[str, ...]]:
    return {story.reports for story in found}


def test_words_in_common_make_a_story() -> None:
    assert groups(woven([*FISH, *DAM])) == {("r0", "r1", "r2"), ("r3", "r4")}


def test_the_order_of_the_reports_does_not_matter() -> None:
    texts = [report(i, text) for i, text in enumerate([*FISH, *DAM])]
    assert of_one_line(texts, (), (), {}, {}) == of_one_line(texts[::-1], (), (), {}, {})


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


def test_an_outlets_formula_makes_no_story() -> None:
    formula = "Subscribe to our newsletter about fisheries, ministers and reservoirs, free of charge every single morning."
    reports = [with_blocks("a", [FISH[0], formula]), with_blocks("b", [DAM[0], formula]), with_blocks("c", ["Brahms was played."])]
    assert ("a", "b") not in groups(of_one_line(reports, (), (), {}, {}))


def test_what_copies_share_is_no_formula() -> None:
    reports = [with_blocks(name, [text]) for name, text in zip("abc", [FISH[0], FISH[0], FISH[1]], strict=True)]
    assert groups(of_one_line(reports, (), [CopyEdge("b", "a", 1.0, "the same text")], {}, {})) == {("a", "b", "c")}


def test_years_between_part_what_weeks_do_not() -> None:
    texts = [
        "Guests of the embassy ball saw fireworks over the river.",
        "The ball ended early as rain fell on tents and on the lanterns.",
    ]
    reports = [report(i, text) for i, text in enumerate([*texts, *DAM])]

    def days(year: int) -> dict[str, Published]:
        return {f"r{i}": Published(day(date(y, 6, 1)), "stated") for i, y in enumerate((1999, year))}

    assert ("r0", "r1") in groups(of_one_line(reports, (), (), days(1999), {}))
    assert ("r0", "r1") not in groups(of_one_line(reports, (), (), days(2003), {}))
    assert ("r0", "r1") in groups(of_one_line(reports, (), (), {}, {}))


def test_groups_that_hold_together_need_more_to_be_one_than_a_single_report() -> None:
    alike = np.full((7, 7), 0.12)
    alike[:3, :3] = alike[3:6, 3:6] = 0.4
    alike[6, 3:6] = alike[3:6, 6] = 0.14
    alike[6, :3] = alike[:3, 6] = 0.0
    assert as_alike_as_within(alike, 0.6) == [[0, 1, 2], [3, 4, 5, 6]]
    turned = alike[::-1, ::-1]
    assert as_alike_as_within(turned, 0.6) == [[0, 1, 2, 3], [4, 5, 6]]
    assert as_alike_as_within(np.full((5, 5), 0.12), 0.6) == [[0, 1, 2, 3, 4]]
    assert as_alike_as_within(np.zeros((0, 0)), 0.6) == []


def test_ten_prints_of_one_text_ask_no_more_of_others_than_one_does() -> None:
    alike = np.full((11, 11), 1.0)
    alike[10] = alike[:, 10] = 0.15
    assert as_alike_as_within(alike, 0.6, [[*range(10)], [10]]) == [[*range(11)]]
    assert as_alike_as_within(alike, 0.6) == [[*range(10)], [10]]


@given(st.integers(0, 10_000), st.integers(2, 14), st.floats(0.3, 1.0))
def test_the_best_pair_is_found_as_by_looking_at_all(seed: int, count: int, threshold: float) -> None:
    drawn = np.random.default_rng(seed).random((count, count)) ** 3
    alike = (drawn + drawn.T) / 2
    kept: list[list[int]] = [[i] for i in range(count)]

    def score(left: list[int], right: list[int]) -> float:
        def within(group: list[int]) -> float:
            pairs = list(combinations(group, 2))
            return float((sum(alike[p] for p in pairs) + PAIRS * USUAL) / (len(pairs) + PAIRS))

        between = sum(alike[a, b] for a in left for b in right) / (len(left) * len(right))
        return float(between / (within(left) * within(right)) ** 0.5)

    while len(kept) > 1:
        best, left, right = max((score(a, b), a, b) for a, b in combinations(kept, 2))
        if best < threshold:
            break
        kept = [g for g in kept if g not in (left, right)] + [left + right]
    assert as_alike_as_within(alike, threshold) == sorted(sorted(group) for group in kept)


def test_reports_without_a_word_are_stories_of_their_own() -> None:
    assert groups(woven(["...", "— —"])) == {("r0",), ("r1",)}
    assert woven([]) == ()


def test_reports_of_two_lines_are_never_one_story() -> None:
    reports = [report(i, text) for i, text in enumerate(FISH)]
    assert groups(of_one_line(reports, (), (), {}, {})) == {("r0", "r1", "r2")}
    assert groups(of_lines([["r0", "r2"], ["r1"]], reports, (), (), {}, {})) == {("r0", "r2"), ("r1",)}
