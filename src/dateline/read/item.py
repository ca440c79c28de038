"""What a format hands over: the text of one report, where its characters come from, and what the file itself says about it."""

from __future__ import annotations

from datetime import date

from dateline.records import Record
from dateline.spans import Run

LINES = 20_000  # lines or paragraphs that one report may have


class Piece(Record, frozen=True):
    """A stretch of text that its format shows as one line or paragraph.

    role: what the format already knows it to be ("" for nothing, "body" for inside the article), why: on what grounds.
    """

    start: int
    end: int
    role: str = ""
    why: str | None = None


class Item(Record, frozen=True):
    """One report as its format found it; the fields after `pieces` are what the file's own metadata states, None for nothing."""

    name: str
    text: str
    original: str | None
    runs: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None
