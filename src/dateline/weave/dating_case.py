"""What the rounds of dating look at, and small questions about where in a report something stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.intervals import Interval
from dateline.records import Block, EventRef, Marks, Report, ReportKind
from dateline.spans import Span
from dateline.weave.reckoned import Reckoned

_PLACE = re.compile(r"(?:[^\W\d_a-z][^\n\d.:;]{1,58}, ?)?")
_DASH = re.compile(r"\s*(?:$|[-\u2010-\u2015(/|:])")


@dataclass(frozen=True)
class Case:
    """Everything the rounds look at; none of it changes."""

    marks: Mapping[str, Marks]
    blocks: Mapping[str, tuple[Block, ...]]
    texts: Mapping[str, str]
    stated: Mapping[str, Interval]
    undated: tuple[Report, ...]
    same: Mapping[EventRef, tuple[EventRef, ...]]  # the other mentions of a mention's event
    near: Mapping[str, tuple[str, ...]]  # reports that share an event or a story
    copied: Mapping[str, tuple[str, ...]]  # reports with the same text
    lead: Mapping[str, frozenset[int]] = field(default_factory=dict)  # event mentions that tell a report's news
    kinds: Mapping[str, ReportKind] = field(default_factory=dict)
    opening: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)  # the title and the first sentences
    about: Mapping[str, tuple[EventRef, ...]] = field(default_factory=dict)  # others' deeds whose people and place it names
    languages: Mapping[str, str] = field(default_factory=dict)
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # reports told in much the same words
    reckoned: Mapping[str, tuple[Reckoned, ...]] = field(default_factory=dict)  # days counted from other events of the report
    retrospects: frozenset[str] = frozenset()  # reports written for an anniversary: they come out near no other
    late: frozenset[str] = frozenset()  # reports of outlets that date their pages when these are fetched or put up anew


def narrated(case: Case, report: str, span: Span) -> bool:
    """Whether these are the report's own words, not a speaker's; on air, speakers' turns are the report."""
    on_air = case.kinds.get(report) == "transcript"
    if role_at(case, report, span.start) not in ("title", "subhead", "body", *(("turn",) if on_air else ())):
        return False
    own = ("indirect", "turn") if on_air else ("indirect",)
    return not any(one.kind not in own and one.span.covers(span) for one in case.marks[report].statements)


def in_dateline(case: Case, report: str, span: Span) -> bool:
    return stands_in_dateline(case.blocks[report], case.texts[report], span)


def stands_in_dateline(blocks: Sequence[Block], text: str, span: Span) -> bool:
    """Whether a date stands where datelines stand: "CITY, May 3, 2016 -" at the head of the text, or a line of its own."""
    blocks = [block for block in blocks if block.role in ("body", "dateline")][:2]
    block = next((block for block in blocks if block.span.covers(span)), None)
    if block is None:
        return False
    return bool(_PLACE.fullmatch(text[block.span.start : span.start])) and bool(_DASH.match(text[span.end : block.span.end]))


def role_at(case: Case, report: str, at: int) -> str:
    return next((block.role for block in case.blocks[report] if block.span.start <= at < block.span.end), "furniture")
