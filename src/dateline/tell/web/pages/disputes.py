"""What the reports contradict each other on, and what changed or was told less exactly."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record
from dateline.tell.disputes import disputes
from dateline.tell.web.addresses import Href
from dateline.tell.web.lines import DisputeLine, dispute_lines
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Disputed"


class DisputeList(Record, frozen=True):
    conflicts: tuple[DisputeLine, ...]
    updates: tuple[DisputeLine, ...]
    less_precise: tuple[DisputeLine, ...]


def ids(room: Room) -> Iterable[str]:
    return ("",)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    found = dispute_lines(disputes(room.account.events), room.lookup)
    kinds = {kind: tuple(line for line in found if line.kind == kind) for kind in ("conflict", "later update", "less precise")}
    return Page("Disputed", DisputeList(kinds["conflict"], kinds["later update"], kinds["less precise"]))
