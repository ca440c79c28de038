"""An added report has only its own story line woven anew, and the account is the one that all reports at once give."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from dateline.engine import local, steps
from dateline.pipeline import STEPS, Parts
from dateline.records import Judgement, Problem, Source
from dateline.spans import Span
from dateline.store import Desk
from dateline.tell.exports.account import export
from dateline.weave.lines import Line, Woven

MATTERS = 400
CITIES = ("Oslo", "Cairo", "Lima", "Accra", "Doha", "Quito", "Sofia", "Hanoi", "Tunis", "Berne")
STATES = (("Norway", "Egypt"), ("Peru", "Ghana"), ("Qatar", "Ecuador"), ("Bulgaria", "Vietnam"), ("Tunisia", "Switzerland"))
WAYS = (
    "{a} of {x} met {b} of {y} in {city} on {day} May 2016. The two talked about {one} and {two}.",
    "{b} of {y} received {a} in {city} on {day} May 2016 for talks about {one}.",
    "Talks between {a} and {b} about {one} were held in {city} on {day} May. {a} of {x} had called for them for {two}.",
    '"We agree on {one}," {a} said in {city} after meeting {b} of {y} on {day} May 2016.',
    "{a} of {x} will meet {b} again in June to sign a treaty on {one} and {two}, both said in {city}.",
)


def word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice("bdgklmnprstvz") + chance.choice("aeiou") for _ in range(syllables))


def matter(number: int) -> list[Source]:
    """Reports of one meeting between two people of whom no other matter speaks."""
    chance = random.Random(number)
    a, b = (f"{word(chance, 2).title()} {word(chance, 4).title()}" for _ in range(2))
    one, two = (f"the {word(chance, 3)} {word(chance, 3)}" for _ in range(2))
    x, y = STATES[number % len(STATES)]
    fields = {"a": a, "b": b, "x": x, "y": y, "one": one, "two": two, "city": CITIES[number % len(CITIES)], "day": 2 + number % 27}
    head = f"{a.split()[1]} and {b.split()[1]} on {one}\n\n{28 if number % 2 else 29} May 2016\n\n"
    told = [(head + way.format(**fields) + "\n").encode() for way in WAYS]
    return [Source(f"m{number:03}-{n}.txt", text, "text") for n, text in enumerate(told)]


@pytest.fixture
def woven_anew(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The sources of the reports of each line that is woven, and not given out as it was kept."""
    seen: list[tuple[str, ...]] = []
    step = next(s for s in STEPS if isinstance(s, Parts))

    def counting(line: Line) -> Woven:
        seen.append(tuple(sorted(r.source for r in line.reports)))
        found: Woven = step.run(line)
        return found

    counted = dataclasses.replace(step, run=counting)
    monkeypatch.setattr(steps, "STEPS", tuple(counted if s is step else s for s in STEPS))
    return seen


def saved(desk: Desk, folder: Path) -> bytes:
    export(local.account(desk), folder / "account.json")
    return (folder / "account.json").read_bytes()


def at_once(folder: Path, name: str, sources: Sequence[Source | Problem]) -> bytes:
    with Desk(folder / name) as desk:
        local.add(desk, sources)
        return saved(desk, folder)


def test_a_report_added_to_two_thousand_has_one_line_woven(tmp_path: Path, woven_anew: list[tuple[str, ...]]) -> None:
    everything = [source for number in range(MATTERS) for source in matter(number)]
    late = everything.pop(1234)
    with Desk(tmp_path / "a.desk") as desk:
        local.add(desk, everything)
        assert sum(len(line) for line in woven_anew) == len(everything) == 1999
        assert max(len(line) for line in woven_anew) <= 2 * len(WAYS)
        woven_anew.clear()
        local.add(desk, [late])
        assert [late.name in line for line in woven_anew] == [True] and len(woven_anew[0]) <= 2 * len(WAYS)
        woven_anew.clear()
        added = saved(desk, tmp_path)
        assert woven_anew == []
        desk.keep_parts_alone([])
        local.weave(desk)
        assert sum(len(line) for line in woven_anew) == 2000
        assert saved(desk, tmp_path) == added


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_by_one_in_any_order_is_the_same_as_at_once(tmp_path: Path, seed: int) -> None:
    everything = [source for number in (7, 8, 9) for source in matter(number)]
    expected = at_once(tmp_path, "once.desk", everything)
    random.Random(seed).shuffle(everything)
    with Desk(tmp_path / "one.desk") as desk:
        for source in everything:
            local.add(desk, [source])
        assert saved(desk, tmp_path) == expected


def test_a_correction_has_its_own_line_woven_and_ties_two_lines(tmp_path: Path, woven_anew: list[tuple[str, ...]]) -> None:
    with Desk(tmp_path / "a.desk") as desk:
        local.add(desk, [source for number in range(4) for source in matter(number)])
        lines = len(woven_anew)
        assert lines >= 4
        woven_anew.clear()
        met = {r.source: Span(r.id, start, start + 3) for r in desk.reports() if (start := r.text.find(" met ") + 1)}
        local.judge(desk, Judgement(met["m001-0.txt"], "2016-05-09", "date", "Ada", "", "2026-01-31T12:00:00Z"))
        assert len(woven_anew) == 1 and "m001-0.txt" in woven_anew[0]
        woven_anew.clear()
        local.judge(desk, Judgement(met["m001-0.txt"], met["m002-0.txt"], "same", "Ada", "", "2026-01-31T12:00:00Z", "event"))
        assert len(woven_anew) == 1 and {"m001-0.txt", "m002-0.txt"} <= set(woven_anew[0])
        together = [e for e in local.account(desk).events if {met["m001-0.txt"].report, met["m002-0.txt"].report} <= set(e.reports)]
        assert together
