"""What changed: the facts gained, lost and told otherwise since the account was woven before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import Change, Record, Weave
from dateline.tell.corrections import in_groups, worded
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.lines import Link, ReportLine, link, report_lines
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room
from dateline.tell.web.sheets import Sheets, names, needed, sheet

LABEL = "What changed"
A_SHEET = 300  # changes


class ChangeText(Record, frozen=True):
    """One change; `to` is the page of what it is about in the account as it is now."""

    group: str
    text: str
    to: str
    characters: Link | None


class Run(Record, frozen=True):
    """One weaving: the reports that were new, and what changed. One that changed much goes on on the next sheet."""

    number: int
    at: str
    judgements: int
    reports: tuple[ReportLine, ...]
    changes: tuple[ChangeText, ...]


class Runs(Record, frozen=True):
    """The newest first."""

    runs: tuple[Run, ...]
    sheets: Sheets


def ids(room: Room) -> Iterable[str]:
    return names("", _sheets(room))


def gather(room: Room, id_: str, href: Href) -> Page | None:
    at = sheet(id_)
    row = at.among("changes", _sheets(room))
    if at.id or row is None:
        return None
    steps: list[tuple[Weave, str | Change]] = []
    for weave in room.weaves:
        steps += [(weave, report) for report in weave.changes.reports]
        steps += [(weave, change) for change in in_groups(weave.changes)]
    shown: dict[int, list[str | Change]] = {}
    for weave, step in at.cut(steps, A_SHEET):
        shown.setdefault(weave.number, []).append(step)
    runs = (_run(weave, shown[weave.number], room) for weave in room.weaves if weave.number in shown)
    return Page("What changed", Runs(tuple(runs), row))


def _sheets(room: Room) -> int:
    return needed((sum(len(w.changes.reports) + len(w.changes.changes) for w in room.weaves), A_SHEET))


def _run(weave: Weave, steps: Sequence[str | Change], room: Room) -> Run:
    """One weaving with some of its steps: ids of reports that were new, and changes."""
    lookup = room.lookup
    changes = tuple(
        ChangeText(line.group, line.text, _page(line.about, room), link(line.span, lookup) if line.span else None)
        for line in worded((step for step in steps if isinstance(step, Change)), lookup)
    )
    new = [r for step in steps if isinstance(step, str) and (r := lookup.report(step))]
    at = weave.at.replace("T", " ").removesuffix("Z")
    return Run(weave.number, at, weave.judgements, report_lines(new, room), changes)


def _page(about: str, room: Room) -> str:
    """The page of an event or an actor that is still in the account."""
    if room.lookup.event(about):
        return address("events", about)
    return room.actor_address(about)
