"""What could not be read or marked, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Problem, Record
from dateline.tell.web.addresses import Href
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "Problems"
A_SHEET = 200  # problems


class ProblemList(Record, frozen=True):
    """`count` of all."""

    problems: tuple[Problem, ...]
    count: int
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    return names("", needed((len(room.account.problems), A_SHEET)))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at, problems = sheet(id_), room.account.problems
    row = at.among("problems", needed((len(problems), A_SHEET)))
    if at.id or row is None:
        return None
    return Page("What could not be done", ProblemList(at.cut(problems, A_SHEET), len(problems), row))
