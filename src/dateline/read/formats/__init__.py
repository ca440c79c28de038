"""One file a format, found by name. A format module has:

    SUFFIXES: frozenset[str]                          file name endings, with the dot
    ORDER: int                                        lower is asked first when the ending says nothing
    LIMIT: int                                        bytes that one source may have
    sniff(content: bytes) -> bool                     whether the first bytes look like it
    items(source: Source) -> Iterator[Item | Problem] the reports in it

To read a new format, add a file here; nothing else names it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from dateline.read.item import Item
from dateline.records import Problem, Source


class Format(Protocol):
    SUFFIXES: frozenset[str]
    ORDER: int
    LIMIT: int

    def sniff(self, content: bytes) -> bool: ...

    def items(self, source: Source) -> Iterator[Item | Problem]: ...


@cache
def known() -> dict[str, Format]:
    """Every format by its name, in the order in which they are asked."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = {name: cast(Format, import_module(f"{__name__}.{name}")) for name in names}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].ORDER, pair[0])))


def by_suffix(name: str) -> str | None:
    """Name of the format that a file name's ending stands for."""
    suffix = PurePath(name).suffix.casefold()
    return next((media for media, form in known().items() if suffix in form.SUFFIXES), None)


def by_content(content: bytes) -> str:
    """Name of the first format that takes the bytes for its own; plain text takes anything."""
    return next(media for media, form in known().items() if form.sniff(content))
