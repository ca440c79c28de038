"""What is read: sources, reports and their blocks, and what could not be done."""

from __future__ import annotations

from typing import Literal

from dateline.intervals import Interval
from dateline.records.record import Record
from dateline.spans import Run, Span

BlockRole = Literal["title", "byline", "dateline", "subhead", "body", "turn", "caption", "repeat", "furniture"]
ReportKind = Literal["article", "transcript", "agency", "other"]
Basis = Literal["metadata", "stated", "inferred", "judged"]  # judged: a person said so


class Source(Record, frozen=True):
    """One thing to read, as its format found it: `name` is a path or URL, `media` the format's name."""

    name: str
    content: bytes
    media: str


class Problem(Record, frozen=True):
    """Something that could not be done, and what to do about it. Never stops the run, never vanishes."""

    source: str
    step: str
    name: str  # short and fixed, e.g. "empty file"
    detail: str


class Published(Record, frozen=True):
    """When a report came out and how we know.

    `interval` of an inferred day is the likeliest; `surely` are the days that hold it nineteen times of twenty, and None where
    they are too many to say: the day is a guess then. `evidence` is what speaks for the day, what leaves the fewest first.
    """

    interval: Interval
    basis: Basis
    judged: tuple[str, ...] = ()  # ids of the judgements it rests on
    surely: Interval | None = None
    evidence: tuple[str, ...] = ()


class Block(Record, frozen=True):
    """A run of a report's text with one role. `why` says what the role rests on where it is not plain body."""

    span: Span
    role: BlockRole
    why: str | None = None


class Report(Record, frozen=True):
    """One report as read.

    `text` is what people read; for plain text it is the decoded file unchanged and `runs` is empty. For other formats `original` is
    the decoded file and `runs` map `text` back to it.
    """

    id: str
    source: str
    text: str
    original: str | None
    runs: tuple[Run, ...]
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    language: str
    kind: ReportKind
    published: Published | None
    origin: str | None  # the agency that the copy is credited to
    blocks: tuple[Block, ...]
