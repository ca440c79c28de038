"""The room of a desk that others may write to: loaded once, and again when the desk has changed."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from dateline.engine import local
from dateline.store import Desk
from dateline.tell.web.room import Room

MOST_KEPT = 500  # pages drawn and kept until the desk changes

Stamp = tuple[tuple[int, int], ...]


class Live:
    """A desk behind pages. Safe to use from several threads."""

    def __init__(self, path: Path, *, editable: bool = False) -> None:
        self.path = path
        self.editable = editable
        self._lock = Lock()
        self._stamp: Stamp = ()
        self._room: Room | None = None
        self._kept: dict[str, str] = {}

    def room(self) -> Room:
        """The room as the desk is now."""
        with self._lock:
            return self._fresh()

    def _fresh(self) -> Room:
        stamp = _stamp(self.path)
        if self._room is None or stamp != self._stamp:
            with Desk(self.path, create=False) as desk:
                self._room = Room(local.account(desk), editable=self.editable)
            self._stamp = _stamp(self.path)  # closing the desk may have written its log back
            self._kept.clear()
        return self._room

    def kept(self, key: str) -> str | None:
        """A page drawn since the desk last changed."""
        with self._lock:
            self._fresh()
            return self._kept.get(key)

    def keep(self, key: str, html: str) -> str:
        with self._lock:
            if len(self._kept) < MOST_KEPT:
                self._kept[key] = html
        return html


def _stamp(path: Path) -> Stamp:
    """What tells that the desk's file, or the log beside it, was written."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return tuple((s.st_mtime_ns, s.st_size) for f in files if f.exists() and (s := f.stat()))
