"""How much alike reports are: in their words, rare words first, in the people they name, the events they tell of, and in time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline import languages
from dateline.records import Published, Report

HEAD = 1500  # characters of a report that are compared: news puts who and what first
TELLING = frozenset(("title", "body", "turn", "subhead"))  # roles of blocks that tell the news
PEOPLE, EVENTS = 0.2, 0.05  # likeness that the same people, and the same events, add to that of the words
SHARED = 2  # events, or people, in common that count in full
ONE_PERSON = 0.4  # what one person in common counts of that
FADES = 0.2  # share of the likeness that time takes,
WEEK, HALF_YEAR = 7, 180  # days that it does not count, and days until most is gone

Likeness = NDArray[np.float64]
"""Square and symmetric, for every pair of reports."""


def likeness(reports: Sequence[Report]) -> Likeness:
    """Cosine of the reports' words, each weighted by its rarity; 0 where a report has no words."""
    return _cosines([_text(report, _blocks(report)) for report in reports], {report.language for report in reports})


def of_texts(reports: Sequence[Report], texts: Sequence[Sequence[int]]) -> Likeness:
    """The same, with an outlet's formulas left out: blocks that stand in several texts.

    texts: for each the reports, 0.., that print it.
    """
    told = [_blocks(report) for report in reports]
    held = Counter(block for prints in texts for block in {block for number in prints for block in told[number]})
    own = [_text(r, [b for b in blocks if held[b] == 1]) for r, blocks in zip(reports, told, strict=True)]
    return _cosines(own, {report.language for report in reports})


def _cosines(texts: Sequence[str], codes: Iterable[str]) -> Likeness:
    from sklearn.feature_extraction.text import TfidfVectorizer  # a second to load

    listed = (word for code in codes if languages.known(code) for word in languages.words(code, "function_words"))
    common = sorted({part for word in listed for part in re.findall(r"\w\w+", word)})
    try:
        vectors = TfidfVectorizer(sublinear_tf=True, stop_words=common).fit_transform(texts)
    except ValueError:  # not one word in all of them
        return np.zeros((len(texts), len(texts)))
    found: Likeness = (vectors @ vectors.T).toarray()
    return found


def _blocks(report: Report) -> list[str]:
    told = [block for block in report.blocks if block.role in TELLING]
    told = told or [block for block in report.blocks if block.role == "caption"]  # a report that is a caption, or was taken for one
    return [block.span.of(report.text) for block in told]


def _text(report: Report, blocks: Sequence[str]) -> str:
    return f"{report.title or ''} {' '.join(blocks)[:HEAD]}"


def of_events(told: Iterable[Iterable[int]], count: int) -> Likeness:
    """What the same events add; told: for each event the reports, 0..count-1, that tell of it."""
    together = Counter(pair for reports in told for pair in combinations(sorted(set(reports)), 2))
    return _both(count, {pair: EVENTS * min(number, SHARED) / SHARED for pair, number in together.items()})


def of_people(named: Sequence[frozenset[str]]) -> Likeness:
    """What the same people add, by their share of those whom the report with fewer names."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for report, people in enumerate(named):
        for person in people:
            bearers[person].append(report)
    common = Counter(pair for reports in bearers.values() for pair in combinations(reports, 2))
    added = {}
    for (a, b), number in common.items():
        added[a, b] = PEOPLE * number / min(len(named[a]), len(named[b])) * (1 if number >= SHARED else ONE_PERSON)
    return _both(len(named), added)


def in_time(published: Sequence[Published | None]) -> Likeness:
    """What time leaves of the likeness of two reports: all of it in the same week and where a day is not known, never nothing."""
    first = np.array([_day(p.interval.earliest if p else None) for p in published])
    last = np.array([_day(p.interval.latest if p else None) for p in published])
    days = np.maximum(np.subtract.outer(first, last), np.subtract.outer(first, last).T)  # none between is under 0
    left: Likeness = 1 - FADES + FADES * np.exp(-np.maximum(np.nan_to_num(days) - WEEK, 0) / HALF_YEAR)
    return left


def _day(day: date | None) -> float:
    return day.toordinal() if day else np.nan


def _both(count: int, pairs: Mapping[tuple[int, int], float]) -> Likeness:
    found: Likeness = np.zeros((count, count))
    for (a, b), value in pairs.items():
        found[a, b] = found[b, a] = value
    return found
