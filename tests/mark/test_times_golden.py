"""Time expressions against hand-made answers: text, publication day, and each expression's type, value and days."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from dateline.grounding import ground_all
from dateline.intervals import day
from dateline.mark.times import mark_text

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "golden" / "times.jsonl").read_text("utf-8").splitlines()
]  # fmt: skip


def missed(case: dict[str, Any]) -> str | None:
    """What is wrong with one case, None where all of it is found; a value of null is not looked at."""
    published = date.fromisoformat(case["published"])
    times = mark_text(case["text"], published)
    found = [(time.span.of(case["text"]), time.type, time.value) for time in times]
    wanted = [(words, kind, value) for words, kind, value in case["times"]]
    same = len(found) == len(wanted) and all(
        one[:2] == other[:2] and other[2] in (None, one[2]) for one, other in zip(found, wanted, strict=True)
    )
    if not same:
        return f"{case['text']} {found} instead of {wanted}"
    if "days" in case:
        grounded = ground_all(times, day(published))[0]
        days = grounded and [str(grounded.earliest), str(grounded.latest)]
        return None if days == case["days"] else f"{case['text']} {days} instead of {case['days']}"
    return None


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 150


def test_times_mean_what_they_say() -> None:
    misses = [miss for case in CASES if (miss := missed(case))]
    assert not misses, "\n".join(misses)
