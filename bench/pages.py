"""`python -m bench.pages`: what a story's page costs the server when the story has ten times the reports.

Medians of processor seconds in one process, the two stories by turns. `first` is the first page after the desk has changed: the
room made (the account's indexes, and each of its facts drafted), the story's standing page gathered, its time line drawn, and all
of it written out as HTML. `next` is the same page in a room that stands. Loading the account from its desk is in neither.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from statistics import median
from time import process_time

from bench import story
from dateline.tell.web.addresses import Address, served
from dateline.tell.web.page import Page, kinds
from dateline.tell.web.render import render
from dateline.tell.web.room import Room

SMALL, LARGE = 40, 400


def gathered(room: Room) -> Page:
    """The standing page of the account's largest story."""
    found = kinds()["stories"].gather(room, room.stories[0].id, served)
    if found is None:
        raise LookupError("no story has a page")
    return found


def page(room: Room) -> str:
    """That page as a server sends it."""
    return render(gathered(room), Address("stories", room.stories[0].id), room, served, {"served": True})


def seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    accounts = {count: story.account(count) for count in (SMALL, LARGE)}
    standing = {count: Room(account) for count, account in accounts.items()}
    sizes = {count: len(page(room)) for count, room in standing.items()}  # templates and patterns are made by now
    times: dict[tuple[str, int], list[float]] = {}
    for _ in range(given.runs):
        for count, account in accounts.items():
            times.setdefault(("first", count), []).append(seconds(lambda account=account: page(Room(account))))  # type: ignore[misc]
            times.setdefault(("next", count), []).append(seconds(lambda count=count: page(standing[count])))  # type: ignore[misc]
    for name in ("first", "next"):
        small, large = (median(times[name, count]) for count in (SMALL, LARGE))
        print(f"| {name} page | {1000 * small:.0f} ms | {1000 * large:.0f} ms | {large / small:.1f} |")
    print(f"| its characters | {sizes[SMALL]} | {sizes[LARGE]} | {sizes[LARGE] / sizes[SMALL]:.1f} |")


if __name__ == "__main__":
    main()
