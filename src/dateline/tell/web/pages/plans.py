"""The calendar of plans: what was announced, for when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.records import Record
from dateline.tell import words
from dateline.tell.web.addresses import Href
from dateline.tell.web.drawings import month_calendar
from dateline.tell.web.lines import PlanLine, plan_lines
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Plans"
MOST_LISTED = 200  # those told by most reports


class PlanList(Record, frozen=True):
    """`last` is the last day on which a report is known to have come out: what was due after it cannot have been told of."""

    last: str
    plans: tuple[PlanLine, ...]
    left: int


def ids(room: Room) -> Iterable[str]:
    return ("",)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    known = [days.latest for r in room.lookup.reports if (days := room.lookup.published(r.id)) and days.latest]
    last: date | None = max(known, default=None)
    shown = sorted(room.account.plans, key=lambda p: (-len(p.announced_in), p.event))[:MOST_LISTED]
    left = len(room.account.plans) - len(shown)
    return Page(
        "Plans",
        PlanList(words.days(last) if last else "", plan_lines(shown, room.lookup), left),
        {"calendar": month_calendar(shown, room, href)},
    )
