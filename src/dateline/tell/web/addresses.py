"""Addresses of pages: one canonical form in the views, turned into links for a server or for a folder when a page is drawn.

A canonical address is "KIND" or "KIND/ID", with "#characters" where it leads to characters of a report, or "?q=..." for a search:
"disputes", "events/event-04f0", "reports/report-1a2b#c10-25".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from dateline.ids import content_id

Href = Callable[[str], str]
"""A canonical address as the `href` of a link; "" where it leads to no page."""

FRONT = "index"
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}")


class Address(NamedTuple):
    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}" if self.id else self.kind


def safe(id_: str) -> str:
    """An id as a name in an address: itself where it is a safe name, else an id made from it."""
    return id_ if _SAFE_NAME.fullmatch(id_) else content_id("id", id_)


def address(kind: str, id_: str = "", fragment: str = "") -> str:
    """The canonical address of a page, and of a place on it."""
    return str(Address(kind, safe(id_) if id_ else "")) + (f"#{fragment}" if fragment else "")


def search_for(query: str) -> str:
    """The canonical address of a search."""
    return f"search?q={quote(query)}"


def served(to: str) -> str:
    """Links of a server: "/", "/events/event-04f0"."""
    if not to or to.startswith("#"):
        return to
    path, mark, rest = _parted(to)
    return f"/{'' if path == FRONT else path}{mark}{rest}"


def beside(at: Address) -> Href:
    """Links between the files of a folder, seen from one of them: "../events/event-04f0.html"."""
    root = "../" if at.id else ""

    def href(to: str) -> str:
        if not to or to.startswith("#"):
            return to
        path, mark, rest = _parted(to)
        return "" if mark == "?" else f"{root}{path}.html{mark}{rest}"  # a folder cannot search

    return href


def file_name(at: Address, ending: str = "html") -> str:
    """Where a page lies in a folder."""
    return f"{at}.{ending}"


def _parted(to: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", to)
    return (to[: found.start()], found[0], to[found.end() :]) if found else (to, "", "")
