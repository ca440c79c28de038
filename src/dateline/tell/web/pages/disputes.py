"""What the reports contradict each other on, and what changed or was told less exactly: what most sources tell of first."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Disagreement, Event, Record
from dateline.tell.web.addresses import Href
from dateline.tell.web.lines import DisputeLine, dispute_line
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheet, Sheets, names, needed, sheet

LABEL = "Disputed"
A_SHEET = 40  # of each kind
KINDS = ("conflict", "later update", "less precise")


class DisputeList(Record, frozen=True):
    """`counts` are of all, the lists hold those of one sheet."""

    conflicts: tuple[DisputeLine, ...]
    updates: tuple[DisputeLine, ...]
    less_precise: tuple[DisputeLine, ...]
    counts: tuple[int, int, int]
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    return names("", _sheets(_by_kind(room)))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    found = _by_kind(room)
    row = at.among("disputes", _sheets(found))
    if at.id or row is None:
        return None
    conflicts, updates, less_precise = (_lines(at, listed, room) for listed in found)
    counts = (len(found[0]), len(found[1]), len(found[2]))
    return Page("Disputed", DisputeList(conflicts, updates, less_precise, counts, row))


def _by_kind(room: Room) -> list[list[tuple[Event, Disagreement]]]:
    found = room.disputes()
    return [[pair for pair in found if pair[1].kind == kind] for kind in KINDS]


def _sheets(found: list[list[tuple[Event, Disagreement]]]) -> int:
    return needed(*((len(listed), A_SHEET) for listed in found))


def _lines(at: Sheet, listed: list[tuple[Event, Disagreement]], room: Room) -> tuple[DisputeLine, ...]:
    return tuple(dispute_line(event, disagreement, room.lookup) for event, disagreement in at.cut(listed, A_SHEET))
