"""`dateline search`: one search printed as text, JSON or Atom; searches saved, listed, looked at again and forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from rich.console import Console

from dateline.records import Account
from dateline.store import Desk, SavedSearch
from dateline.tell.search import alerts, terminal
from dateline.tell.search.feed import feed
from dateline.tell.search.index import Found, Index
from dateline.tell.search.parse import QueryError

FORMATS = ("text", "json", "atom")
_STEERING = re.compile(r"[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Asked:
    """What the command was asked for."""

    query: str
    limit: int
    format: str = "text"
    save: str | None = None
    saved: bool = False
    new: str | None = None
    forget: str | None = None


def run(store: Path, account: Callable[[], Account], asked: Asked, out: Console, err: Console) -> int:
    """Do it and print it; returns the exit code: 0, also when nothing is found, or 2 for what cannot be read."""
    if asked.format not in FORMATS:
        raise LookupError(f"no format {asked.format!r}; there are: {', '.join(FORMATS)}.")
    if asked.forget is not None:
        return _forget(store, asked.forget, out)
    try:
        if asked.saved:
            index = Index(account())
            with Desk(store, create=False) as desk:
                terminal.show_alerts(alerts.alerts(desk.searches(), index), out)
        elif asked.new is not None:
            _new(store, account, asked, out)
        else:
            _search(store, account, asked, out, err)
    except QueryError as error:
        terminal.show_slip(error, err)
        return 2
    return 0


def _search(store: Path, account: Callable[[], Account], asked: Asked, out: Console, err: Console) -> None:
    index = Index(account())
    _print(index.find(asked.query, asked.limit), asked.format, out)
    if asked.save is not None:
        search = alerts.saved(asked.save, asked.query, _now(), index)
        if not search.name:
            raise LookupError("a saved search wants a name: --save NAME")
        with Desk(store, create=False) as desk:
            desk.save_search(search)
        err.print(f"Saved. What is new in it later: dateline search --new {search.name}", markup=False, soft_wrap=True)


def _new(store: Path, account: Callable[[], Account], asked: Asked, out: Console) -> None:
    index = Index(account())
    with Desk(store, create=False) as desk:
        search = _named(asked.new or "", desk.searches())
        found = alerts.news(search, index, asked.limit)
        since = search.looked[:10]
        _print(found, asked.format, out, noun=f"New since {since}: ", nothing=f"Nothing new since {since}.")
        desk.save_search(alerts.looked_at(search, _now(), index))


def _forget(store: Path, name: str, out: Console) -> int:
    with Desk(store, create=False) as desk:
        desk.forget_search(_named(name, desk.searches()).name)
    out.print("Forgotten.")
    return 0


def _named(name: str, searches: tuple[SavedSearch, ...]) -> SavedSearch:
    found = [search for search in searches if search.name == name]
    if not found:
        known = ", ".join(search.name for search in searches)
        raise LookupError(f"no search is saved as {name!r}; there are: {known or 'none'}.")
    return found[0]


def _print(found: Found, format: str, out: Console, **told: str) -> None:
    if format == "json":
        out.file.write(as_json(found))
    elif format == "atom":
        out.file.write(feed(found, found.query))
    else:
        terminal.show(found, out, **told)


def as_json(found: Found) -> str:
    """What was found as JSON; characters that steer a terminal are written as escapes."""
    text = msgspec.json.format(msgspec.json.encode(found), indent=2).decode()
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
