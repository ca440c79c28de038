"""`python -m bench.searching DESK`: what search costs beside loading the account, in one process.

Medians of processor seconds, and each as a multiple of loading; the same texts in SQLite's FTS5 beside them. Ten queries of all
kinds, each answered with its first twenty hits and its facets.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

from dateline.engine import local
from dateline.records import Account
from dateline.store import Desk
from dateline.tell.lookup import Lookup
from dateline.tell.search import Index
from dateline.tell.search.items import Item, items
from dateline.tell.search.postings import Postings

QUERIES = (
    "minister", "talks OR visit", '"prime minister"', "meet -type:report", "type:plan status:open", "in:China",
    "src>=2 sort:newest", "from:2016 to:2017", "who:president nuclear", "",
)  # fmt: skip
T = TypeVar("T")


def timed(runs: int, work: Callable[[], T]) -> tuple[float, T]:
    """Median processor seconds of some runs, and the last result."""
    seconds = []
    for _ in range(runs):
        start = process_time()
        result = work()
        seconds.append(process_time() - start)
    return median(seconds), result


def fts(listed: list[Item], lookup: Lookup) -> sqlite3.Connection:
    """The same texts in a full-text table of SQLite."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE found USING fts5(line, body, tokenize = 'porter unicode61 remove_diacritics 2')")
    rows = ((i.line, "\n".join(lookup.text(s) for s in i.passages)) for i in listed)
    table.executemany("INSERT INTO found VALUES (?, ?)", rows)
    return table


def filled(listed: list[Item], lookup: Lookup) -> Postings:
    """The same texts in our own index."""
    postings = Postings()
    for item in listed:
        postings.add(item.line, (lookup.text(span) for span in item.passages))
    return postings


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.searching", description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with Desk(given.desk, create=False) as desk:
        local.account(desk)  # woven, should that be needed, and in the system's cache
        loading, account = timed(given.runs, lambda: local.account(desk))
    _print(account, loading, given.runs)


def _print(account: Account, loading: float, runs: int) -> None:
    lookup = Lookup(account)
    wording, listed = timed(runs, lambda: items(lookup))
    building, index = timed(runs, lambda: Index(lookup))
    filling, _ = timed(runs, lambda: fts(listed, lookup))
    first, _ = timed(1, lambda: index.find("minister", 20))
    writing, _ = timed(runs, lambda: filled(listed, lookup))
    asking = [timed(runs, lambda query=query: index.find(query, 20))[0] for query in QUERIES]  # type: ignore[misc]
    print(f"{len(account.reports)} reports, {len(listed) - len(account.reports)} facts; loading the account {loading:.2f} s")
    for name, seconds in (
        ("index, with the sentences of all facts", building),
        ("of it the sentences and fields", wording),
        ("of it the words of all texts", writing),
        ("FTS5 of the same texts, filled", filling),
        ("first query, the pack's forms of words loaded", first),
        ("a query, median", median(asking)),
        ("a query, slowest", max(asking)),
    ):
        print(f"| {name} | {seconds:.3f} | {seconds / loading:.3f} |")


if __name__ == "__main__":
    main()
