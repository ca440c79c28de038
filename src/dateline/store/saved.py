"""A search that is kept, so that it can say what is new."""

from __future__ import annotations

from dateline.records import Record


class SavedSearch(Record, frozen=True):
    """A query under a name. seen: ids of the hits that it had when it was last looked at. saved, looked: times, ISO 8601."""

    name: str
    query: str
    saved: str
    looked: str
    seen: frozenset[str]
