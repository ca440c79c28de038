"""The journal of judgements: who corrected what, when and why, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record
from dateline.spans import Span
from dateline.tell.corrections import told
from dateline.tell.web.addresses import Href
from dateline.tell.web.lines import Link, link
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "Judgements"
A_SHEET = 200  # judgements


class JudgementLine(Record, frozen=True):
    """`what` is a plain sentence, `standing` whether it holds, `on` leads to the characters that it speaks of."""

    number: int
    at: str
    by: str
    what: str
    why: str
    standing: str
    on: Link | None


class Journal(Record, frozen=True):
    """The newest first."""

    judgements: tuple[JudgementLine, ...]
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    return names("", needed((len(room.journal), A_SHEET)))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    row = at.among("judgements", needed((len(room.journal), A_SHEET)))
    if at.id or row is None:
        return None
    earlier = {entry.judgement.id: entry.judgement for entry in room.journal}
    lines = tuple(
        JudgementLine(
            number=entry.number,
            at=entry.judgement.at.replace("T", " ").removesuffix("Z"),
            by=entry.judgement.by,
            what=told(entry.judgement, room.lookup, earlier),
            why=entry.judgement.why,
            standing=entry.standing,
            on=_on(entry.judgement.left, room),
        )
        for entry in at.cut(room.journal[::-1], A_SHEET)
    )
    return Page("Judgements", Journal(lines, row))


def _on(side: Span | str, room: Room) -> Link | None:
    """The characters that a judgement speaks of, where their report is here."""
    return link(side, room.lookup) if isinstance(side, Span) and room.lookup.report(side.report) else None
