"""Saved searches as alerts: what each has found since it was last looked at."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.records import Record
from dateline.store import SavedSearch
from dateline.tell.search.index import Found, Index
from dateline.tell.search.parse import QueryError, parse


class Alert(Record, frozen=True):
    """A saved search with how many hits it has and how many of them are new; `problem` when its query can no longer be read."""

    search: SavedSearch
    total: int
    new: int
    problem: str = ""


def alerts(searches: Iterable[SavedSearch], index: Index) -> tuple[Alert, ...]:
    """How each saved search stands, in the order given. Nothing counts as looked at."""
    return tuple(_alert(search, index) for search in searches)


def _alert(search: SavedSearch, index: Index) -> Alert:
    try:
        ids = index.ids(search.query)
    except QueryError as error:  # saved by another version, or by hand
        return Alert(search, 0, 0, str(error))
    return Alert(search, len(ids), len(ids - search.seen))


def saved(name: str, query: str, at: str, index: Index) -> SavedSearch:
    """A search to save, all its hits seen. `at` is now, ISO 8601. Raises QueryError when the query cannot be read."""
    asked = parse(query)
    return SavedSearch(" ".join(name.split()), str(asked), at, at, index.ids(asked))


def news(search: SavedSearch, index: Index, limit: int | None = 50, offset: int = 0) -> Found:
    """The hits of a saved search that are new since it was last looked at."""
    return index.find(search.query, limit, offset, seen=search.seen)


def looked_at(search: SavedSearch, at: str, index: Index) -> SavedSearch:
    """The search with all that it finds now seen."""
    return msgspec.structs.replace(search, looked=at, seen=index.ids(search.query))
