"""The desk: one SQLite file. Reports and judgements are kept for good; marks and the account are derived and can be made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from sqlalchemy import bindparam, create_engine, delete, event, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError

from dateline.records import Account, Changes, Judgement, KnownPerson, Marks, Problem, Report, Weave
from dateline.store import schema
from dateline.store.saved import SavedSearch
from dateline.weave.judgements import heed

KEPT = 50  # weavings whose changes are kept
_NONE = Changes((), ())
_newest = select(schema.weaving.c.judgements).order_by(schema.weaving.c.number.desc()).limit(1)
_STORED_APART = frozenset({"reports", "marks", "problems"})


class DeskError(Exception):
    """The desk cannot be opened or written; the message says what to do."""


class Desk:
    """An open desk. Every method is one transaction: after a kill the desk holds all that was finished before."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        if not create and not path.is_file():
            raise DeskError(f"There is no desk at {path}. Make one with: dateline add FOLDER --store {path}")
        if path.is_dir():
            raise DeskError(f"{path} is a folder; --store wants the path of a file.")
        if not path.parent.is_dir():
            raise DeskError(f"The folder {path.parent} does not exist; make it first or choose another --store.")
        self.path = path
        self._engine: Engine = create_engine(f"sqlite:///{path}")
        event.listen(self._engine, "connect", _pragmas)
        try:
            schema.metadata.create_all(self._engine)
        except DatabaseError as error:
            raise DeskError(f"{path} is no desk: {error.orig}. Choose another --store.") from error

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._engine.dispose()

    # reports

    def add(self, report: Report) -> bool:
        """Keep a report; False when it is here already."""
        row = {"id": report.id, "source": report.source, "record": msgspec.msgpack.encode(report)}
        with self._engine.begin() as connection:
            return connection.execute(upsert(schema.report).values(row).on_conflict_do_nothing()).rowcount == 1

    def reports(self) -> tuple[Report, ...]:
        """All reports, sorted by id."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.report.c.record).order_by(schema.report.c.id))
            return tuple(msgspec.msgpack.decode(row.record, type=Report) for row in rows)

    def report_ids(self) -> tuple[str, ...]:
        """Sorted."""
        with self._engine.connect() as connection:
            return tuple(row.id for row in connection.execute(select(schema.report.c.id).order_by(schema.report.c.id)))

    # marks

    def marks(self, version: str | None) -> dict[str, Marks]:
        """Marks that this version of the code made, by report id; None: whichever there are."""
        wanted = select(schema.marks.c.record).order_by(schema.marks.c.report)
        with self._engine.connect() as connection:
            rows = connection.execute(wanted if version is None else wanted.where(schema.marks.c.version == version))
            found = (msgspec.msgpack.decode(row.record, type=Marks) for row in rows)
            return {marks.report: marks for marks in found}

    def put_marks(self, marks: Marks, version: str) -> None:
        row = {"report": marks.report, "version": version, "record": msgspec.msgpack.encode(marks)}
        with self._engine.begin() as connection:
            connection.execute(delete(schema.marks).where(schema.marks.c.report == marks.report))
            connection.execute(insert(schema.marks).values(row))

    # problems and judgements

    def put_problem(self, problem: Problem) -> None:
        with self._engine.begin() as connection:
            statement = upsert(schema.problem).values(msgspec.to_builtins(problem))
            connection.execute(
                statement.on_conflict_do_update(index_elements=["source", "step", "name"], set_={"detail": problem.detail})
            )

    def forget_problems(self, step: str, source: str) -> None:
        """Take away what a step once had against a source, its parts and the folders it lies in: it is being tried again."""
        parts, folders = (f"{source}#", f"{source}:"), (f"{source[: at + 1]}" for at, sign in enumerate(source) if sign == "/")
        inside = {folder.rstrip("/") for folder in folders} | {source}
        old = {p.source for p in self.problems() if p.step == step and (p.source in inside or p.source.startswith(parts))}
        with self._engine.begin() as connection:
            connection.execute(
                delete(schema.problem).where(schema.problem.c.step == step, schema.problem.c.source.in_(sorted(old)))
            )

    def problems(self) -> tuple[Problem, ...]:
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(schema.problem).order_by(schema.problem.c.source, schema.problem.c.step, schema.problem.c.name)
            )
            return tuple(Problem(row.source, row.step, row.name, row.detail) for row in rows)

    def replace_problems(self, step: str, problems: Iterable[Problem]) -> None:
        """What a step that looks at everything has to say now, in the place of what it said before."""
        rows = [msgspec.to_builtins(problem) for problem in problems]
        with self._engine.begin() as connection:
            connection.execute(delete(schema.problem).where(schema.problem.c.step == step))
            if rows:
                connection.execute(insert(schema.problem), rows)

    def judge(self, judgement: Judgement) -> None:
        """Append to the journal."""
        with self._engine.begin() as connection:
            connection.execute(insert(schema.judgement).values(record=msgspec.msgpack.encode(judgement)))

    def judgements(self) -> tuple[Judgement, ...]:
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.judgement.c.record).order_by(schema.judgement.c.number))
            return tuple(msgspec.msgpack.decode(row.record, type=Judgement) for row in rows)

    def journal(self) -> tuple[tuple[int, Judgement], ...]:
        """The judgements with their numbers, oldest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.judgement).order_by(schema.judgement.c.number))
            return tuple((row.number, msgspec.msgpack.decode(row.record, type=Judgement)) for row in rows)

    # people whom a list gives

    def know(self, people: Iterable[KnownPerson]) -> None:
        """Keep people of a list, each in the place of one with the same id."""
        with self._engine.begin() as connection:
            for person in people:
                row = {"id": person.id, "record": msgspec.msgpack.encode(person)}
                connection.execute(upsert(schema.known_person).values(row).on_conflict_do_update(index_elements=["id"], set_=row))

    def known_people(self) -> tuple[KnownPerson, ...]:
        """All people of lists, by id."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.known_person.c.record).order_by(schema.known_person.c.id))
            return tuple(msgspec.msgpack.decode(row.record, type=KnownPerson) for row in rows)

    # saved searches

    def save_search(self, search: SavedSearch) -> None:
        """Keep a search under its name, in the place of one that had it."""
        row = {"name": search.name, "record": msgspec.msgpack.encode(search)}
        statement = upsert(schema.saved_search).values(row).on_conflict_do_update(index_elements=["name"], set_=row)
        with self._engine.begin() as connection:
            connection.execute(statement)

    def searches(self) -> tuple[SavedSearch, ...]:
        """All saved searches, by name."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.saved_search.c.record).order_by(schema.saved_search.c.name))
            return tuple(msgspec.msgpack.decode(row.record, type=SavedSearch) for row in rows)

    def forget_search(self, name: str) -> bool:
        """Forget a saved search; False when there is none of this name."""
        with self._engine.begin() as connection:
            return connection.execute(delete(schema.saved_search).where(schema.saved_search.c.name == name)).rowcount == 1

    # key reports

    def mark_key(self, report: str, key: bool = True) -> None:
        """Mark a report, by its id, as one to build on; or no longer."""
        table = schema.key_report
        with self._engine.begin() as connection:
            connection.execute(delete(table).where(table.c.report == report))
            if key:
                connection.execute(insert(table).values(report=report))

    def key_reports(self) -> frozenset[str]:
        with self._engine.connect() as connection:
            return frozenset(connection.execute(select(schema.key_report.c.report)).scalars())

    # the account

    def replace_account(
        self, account: Account, changes: Changes = _NONE, judgements: int = 0, at: str = "", woven_from: str = ""
    ) -> None:
        """Put a newly woven account in the place of the old one, all of it or nothing.

        changes: against the old one; judgements: how many of the journal it heeds; at: when, ISO 8601; woven_from: a digest. A
        weaving that changed nothing leaves no trace among the last KEPT.
        """
        rows = [
            {"kind": kind, "position": position, "record": msgspec.msgpack.encode(record)}
            for kind in _parts()
            for position, record in enumerate(_listed(getattr(account, kind)))
        ]
        with self._engine.begin() as connection:
            connection.execute(delete(schema.account))
            connection.execute(delete(schema.woven_from))
            connection.execute(insert(schema.woven_from).values(digest=woven_from))
            if rows:
                connection.execute(insert(schema.account), rows)
            last = connection.execute(_newest).first()
            if changes.reports or changes.changes or judgements != (last.judgements if last else 0):
                row = {"at": at, "judgements": judgements, "record": msgspec.msgpack.encode(changes)}
                connection.execute(insert(schema.weaving).values(row))
                newest = select(schema.weaving.c.number).order_by(schema.weaving.c.number.desc()).limit(KEPT)
                connection.execute(delete(schema.weaving).where(schema.weaving.c.number.not_in(newest)))

    def woven_from(self) -> str:
        """The digest of what the account was woven from; "" where there is none yet."""
        with self._engine.connect() as connection:
            return connection.execute(select(schema.woven_from.c.digest)).scalar() or ""

    def part(self, key: str) -> bytes | None:
        """What was woven of a part of the reports."""
        with self._engine.connect() as connection:
            return connection.execute(select(schema.part.c.record).where(schema.part.c.key == key)).scalar()

    def keep_part(self, key: str, record: bytes) -> None:
        with self._engine.begin() as connection:
            connection.execute(insert(schema.part).values(key=key, record=record))

    def keep_parts_alone(self, keys: Iterable[str]) -> None:
        """Forget what was woven of all other parts: those are no more."""
        with self._engine.begin() as connection:
            gone = {row.key for row in connection.execute(select(schema.part.c.key))} - set(keys)
            if gone:
                connection.execute(
                    delete(schema.part).where(schema.part.c.key == bindparam("gone")), [{"gone": key} for key in gone]
                )

    def weaves(self) -> tuple[Weave, ...]:
        """The last weavings that changed something, the newest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.weaving).order_by(schema.weaving.c.number.desc())).all()
        return tuple(Weave(r.number, r.at, r.judgements, msgspec.msgpack.decode(r.record, type=Changes)) for r in rows)

    def heeded(self) -> int:
        """How many judgements of the journal the account heeds."""
        with self._engine.connect() as connection:
            last = connection.execute(_newest).first()
            return last.judgements if last else 0

    def account(self, version: str | None) -> Account:
        """The account as last woven, with marks of this version of the code; None: with those that it was woven from."""
        found: dict[str, list[bytes]] = {kind: [] for kind in _parts()}
        with self._engine.connect() as connection:
            for row in connection.execute(select(schema.account).order_by(schema.account.c.kind, schema.account.c.position)):
                found[row.kind].append(row.record)
        parts = {kind: _restored(type_, found[kind]) for kind, type_ in _parts().items()}
        found_marks = self.marks(version)
        reports, marks, _ = heed(
            [r for r in self.reports() if r.id in found_marks], found_marks, self.judgements()[: self.heeded()]
        )
        reports = tuple(r if r.outlet else msgspec.structs.replace(r, outlet=parts["outlets"].get(r.id)) for r in reports)
        return Account(reports=reports, marks=tuple(marks[r] for r in sorted(marks)), problems=self.problems(), **parts)


def _parts() -> dict[str, Any]:
    """Fields of Account that are stored in the account table, with their types."""
    return {name: hint for name, hint in get_type_hints(Account).items() if name not in _STORED_APART}


def _listed(part: Iterable[Any] | Mapping[str, Any]) -> list[Any]:
    return sorted(part.items()) if isinstance(part, Mapping) else list(part)


def _restored(hint: Any, rows: list[bytes]) -> Any:
    if get_origin(hint) is dict:
        pair: Any = tuple.__class_getitem__(get_args(hint))
        return dict(msgspec.msgpack.decode(row, type=pair) for row in rows)
    record = get_args(hint)[0]
    return tuple(msgspec.msgpack.decode(row, type=record) for row in rows)


def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA busy_timeout = 10000")
