"""What changed: the facts gained, lost and told otherwise since the account was woven before."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Record, Weave
from dateline.tell.corrections import change_lines
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.lines import Link, ReportLine, link, report_lines
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "What changed"
MOST_RUNS = 10
MOST_LINES = 200


class ChangeText(Record, frozen=True):
    """One change; `to` is the page of what it is about in the account as it is now."""

    group: str
    text: str
    to: str
    characters: Link | None


class Run(Record, frozen=True):
    """One weaving: the reports that were new, and what changed; `left` changes are not listed."""

    number: int
    at: str
    judgements: int
    reports: tuple[ReportLine, ...]
    changes: tuple[ChangeText, ...]
    left: int


class Runs(Record, frozen=True):
    """The newest first."""

    runs: tuple[Run, ...]


def ids(room: Room) -> Iterable[str]:
    return ("",)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    return Page("What changed", Runs(tuple(_run(weave, room) for weave in room.weaves[:MOST_RUNS])))


def _run(weave: Weave, room: Room) -> Run:
    lookup = room.lookup
    lines = change_lines(weave.changes, lookup)
    changes = tuple(
        ChangeText(line.group, line.text, _page(line.about, room), link(line.span, lookup) if line.span else None)
        for line in lines[:MOST_LINES]
    )
    new = [r for id_ in weave.changes.reports[:MOST_LINES] if (r := lookup.report(id_))]
    at = weave.at.replace("T", " ").removesuffix("Z")
    return Run(weave.number, at, weave.judgements, report_lines(new, lookup), changes, len(lines) - len(changes))


def _page(about: str, room: Room) -> str:
    """The page of an event or an actor that is still in the account."""
    if room.lookup.event(about):
        return address("events", about)
    return room.actor_address(about)
