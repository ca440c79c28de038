"""All pages as a folder that opens from the file system: it loads nothing and runs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.records import Account
from dateline.tell.web.addresses import Address, beside, file_name
from dateline.tell.web.downloads import brief_files
from dateline.tell.web.page import Page, addresses, kinds
from dateline.tell.web.render import as_json, render
from dateline.tell.web.room import Room

Progress = Callable[[str, int, int], None]


def write_site(account: Account, folder: Path, progress: Progress = lambda step, done, total: None) -> int:
    """Write every page as HTML and, beside it, as JSON into `folder`, made when it is not there. Returns how many pages."""
    room = Room(account)
    listed = list(addresses(room))
    for kind in {at.kind for at in listed if at.id}:
        (folder / kind).mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for at, page in _gathered(room, listed):
        html = render(page, at, room, beside(at))
        (folder / file_name(at)).write_bytes(html.encode("utf-8", "replace"))
        (folder / file_name(at, "json")).write_bytes(as_json(page))
        if at.kind == "briefs":
            for ending, content in brief_files(room, at.id):
                (folder / file_name(at, ending)).write_bytes(content)
        number += 1
        progress("pages", number, len(listed))
    return number


def pages(account: Account) -> dict[str, str]:
    """Each page's path in the folder and its HTML."""
    room = Room(account)
    return {file_name(at): render(page, at, room, beside(at)) for at, page in _gathered(room, list(addresses(room)))}


def _gathered(room: Room, listed: list[Address]) -> Iterator[tuple[Address, Page]]:
    for at in listed:
        if page := kinds()[at.kind].gather(room, at.id, beside(at)):
            yield at, page
