"""The room of a desk that others may write to: loaded once, and again when the desk has changed."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from dateline.engine import local
from dateline.store import Desk
from dateline.tell.corrections import judgements
from dateline.tell.corrections.command import me
from dateline.tell.search.alerts import Alert, alerts, looked_at, saved
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
                account = local.account(desk)
                self._room = Room(
                    account, editable=self.editable, journal=local.journal(desk), weaves=desk.weaves(), key=desk.key_reports()
                )
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

    def judge(self, verdict: str, left: str, right: str, *, by: str, why: str) -> None:
        """Keep what a reader says and weave again. Raises LookupError or JudgementError where it cannot be kept."""
        meant = judgements(verdict, left, right, self.room().lookup, by=by or me(), why=why, at=local.now())
        with self._lock, Desk(self.path, create=False) as desk:
            local.judge(desk, meant)

    def undo(self, number: int, *, by: str, why: str) -> None:
        """Take a judgement back and weave again. Raises JudgementError where there is none."""
        with self._lock, Desk(self.path, create=False) as desk:
            local.undo(desk, number, by or me(), why)

    def mark_key(self, report: str, key: bool) -> None:
        """Mark a report as one to build on, or no longer. Raises LookupError where there is none."""
        if self.room().lookup.report(report) is None:
            raise LookupError(f"there is no report {report!r}")
        with self._lock, Desk(self.path, create=False) as desk:
            desk.mark_key(report, key)

    def alerts(self) -> tuple[Alert, ...]:
        """How the kept searches stand."""
        with Desk(self.path, create=False) as desk:
            kept = desk.searches()
        return alerts(kept, self.room().index) if kept else ()

    def keep_search(self, name: str, query: str) -> None:
        """Keep a search, all its hits seen. Raises QueryError when it cannot be read."""
        made = saved(name, query, local.now(), self.room().index)
        with Desk(self.path, create=False) as desk:
            desk.save_search(made)

    def forget_search(self, name: str) -> None:
        with Desk(self.path, create=False) as desk:
            desk.forget_search(name)

    def look_at(self, name: str) -> tuple[str, frozenset[str]]:
        """The query of a kept search, and the hits that had been seen before; on a desk that may be written, now all are."""
        with Desk(self.path, create=False) as desk:
            found = next((s for s in desk.searches() if s.name == name), None)
            if found is None:
                return "", frozenset()
            if self.editable:
                desk.save_search(looked_at(found, local.now(), self.room().index))
        return found.query, found.seen


def _stamp(path: Path) -> Stamp:
    """What tells that the desk's file, or the log beside it, was written."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return tuple((s.st_mtime_ns, s.st_size) for f in files if f.exists() and (s := f.stat()))
