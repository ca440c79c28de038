"""Whole pages of many kinds: which lines are dropped, which one is the title, and what the page says about itself.

A file of `pages/` has fields, a line of dashes, and the page: before each line F (to be dropped), T (the title) or K (to be kept).
"""

from pathlib import Path

import pytest

from dateline import read
from dateline.records import Report, Source

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
DROPPED = ("furniture", "repeat")


def page(path: Path) -> tuple[dict[str, str], list[tuple[str, str]], Report]:
    head, _, rest = path.read_text("utf-8").partition("---\n")
    fields = {name: value.strip() for name, _, value in (line.partition(":") for line in head.splitlines())}
    lines = [(line[0], line[2:]) for line in rest.splitlines() if line]
    blank = "\n\n" if len(path.stem) % 2 else "\n"
    (found,) = read.read(Source(path.name, blank.join(words for _, words in lines).encode(), "text"))
    assert isinstance(found, Report)
    return fields, lines, found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_roles(path: Path) -> None:
    _, lines, report = page(path)
    wrong, at, titled = [], 0, False
    for want, words in lines:
        at = report.text.index(words, at)
        role = next(block.role for block in report.blocks if block.span.start <= at < block.span.end)
        good = {"F": role in DROPPED, "K": role not in (*DROPPED, "title"), "T": role == ("repeat" if titled else "title")}[want]
        titled = titled or want == "T"
        wrong += [] if good else [(want, role, words)]
        at += len(words)
    assert not wrong


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_facts(path: Path) -> None:
    fields, lines, report = page(path)
    title = fields.get("title", next((words for want, words in lines if want == "T"), None))
    names = tuple(name.strip() for name in fields.get("byline", "").split(";") if name.strip())
    day = report.published.interval.earliest.isoformat() if report.published and report.published.interval.earliest else ""
    found = (report.title, report.outlet, report.byline, day)
    assert found == (title, fields.get("outlet"), names, fields.get("date", ""))
