"""Long lists in sheets: a page holds the first of each of its lists, sheets at addresses of their own hold what comes next.

The sheets of "disputes" are "disputes/page-2", "disputes/page-3"; those of "actors/actor-04f0" are "actors/actor-04f0-page-2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from dateline.records import Record
from dateline.tell.web.addresses import Address

Item = TypeVar("Item")
_NAME = re.compile(r"(?:(.+)-)?page-([1-9]\d{0,5})")


class Sheets(Record, frozen=True):
    """Where in the row one is: `number` of `of`, from 1; `before` and `after` are addresses, "" at the ends."""

    number: int
    of: int
    before: str
    after: str


class Sheet(NamedTuple):
    """One sheet of a page: `id` is the page's own, "" for the one of a kind that has only one or the list of its pages."""

    id: str
    number: int

    def cut(self, items: Sequence[Item], most: int) -> tuple[Item, ...]:
        """The items that stand on this sheet, where a sheet holds `most`."""
        return tuple(items[(self.number - 1) * most : self.number * most])

    def after(self, items: Sequence[object], most: int) -> int:
        """How many items stand on the sheets after this one."""
        return max(0, len(items) - self.number * most)

    def after_all(self, lists: Mapping[str, Sequence[object]], most: Mapping[str, int]) -> dict[str, int]:
        """The same of several lists, by their names."""
        return {of: self.after(items, most[of]) for of, items in lists.items()}

    def among(self, kind: str, of: int) -> Sheets | None:
        """The row of sheets, None where this one is not in it."""
        if not 1 <= self.number <= of:
            return None
        to = [str(Address(kind, name(self.id, n))) if 1 <= n <= of else "" for n in (self.number - 1, self.number + 1)]
        return Sheets(self.number, of, *to)


def sheet(name: str) -> Sheet:
    """What an address's name leads to: a page, or one of its further sheets."""
    found = _NAME.fullmatch(name)
    return Sheet(found[1] or "", int(found[2])) if found and found[2] != "1" else Sheet(name, 1)


def name(id_: str, number: int) -> str:
    """The name of a sheet in an address."""
    return id_ if number == 1 else f"{id_}-page-{number}" if id_ else f"page-{number}"


def names(id_: str, of: int) -> Iterator[str]:
    """The names of a page and of its further sheets."""
    return (name(id_, number) for number in range(1, of + 1))


def needed(*lists: tuple[int, int]) -> int:
    """How many sheets lists need: pairs of how many items there are and how many of them a sheet holds."""
    return max([1, *(-(-items // most) for items, most in lists)])


def needed_by(lists: Mapping[str, Sequence[object]], most: Mapping[str, int]) -> int:
    """The same of lists by their names."""
    return needed(*((len(items), most[of]) for of, items in lists.items()))
