"""What could not be read or marked, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Problem, Record
from dateline.tell.web.addresses import Href
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Problems"


class ProblemList(Record, frozen=True):
    problems: tuple[Problem, ...]


def ids(room: Room) -> Iterable[str]:
    return ("",)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    return Page("What could not be done", ProblemList(room.account.problems))
