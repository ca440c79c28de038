"""The calendar of plans: what was announced, for when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record
from dateline.tell import words
from dateline.tell.web.addresses import Href
from dateline.tell.web.drawings import month_calendar
from dateline.tell.web.lines import PlanLine, plan_lines
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "Plans"
A_SHEET = 50  # plans


class PlanList(Record, frozen=True):
    """Those told by most reports first, a sheet of them in the order of their days; `count` of all.

    last: the last day on which a report is known to have come out: what was due after it cannot have been told of.
    """

    last: str
    plans: tuple[PlanLine, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    return names("", needed((len(room.account.plans), A_SHEET)))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at, plans = sheet(id_), sorted(room.account.plans, key=lambda p: (-len(p.announced_in), p.event))
    row = at.among("plans", needed((len(plans), A_SHEET)))
    if at.id or row is None:
        return None
    shown = at.cut(plans, A_SHEET)
    return Page(
        "Plans",
        PlanList(words.days(room.lookup.last_day) if room.lookup.last_day else "", plan_lines(shown, room.lookup), len(plans), row),
        {"calendar": month_calendar(shown, room, href)},
    )
