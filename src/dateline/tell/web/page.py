"""What a page is: a title, a template, a view that `.json` shows as well, and drawings that only people look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, Protocol, cast

from markupsafe import Markup

from dateline.records import Record
from dateline.tell.web.addresses import FRONT, Address, Href, safe
from dateline.tell.web.choices import Choice
from dateline.tell.web.room import Room


@dataclass(frozen=True)
class Page:
    """One page before it is drawn. `view` holds all that the page tells; `drawn` its charts and marked texts, `choices`
    what its forms offer."""

    title: str
    view: Record
    drawn: Mapping[str, Markup] = field(default_factory=dict)
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)


class Gather(Protocol):
    def __call__(self, room: Room, id_: str, href: Href) -> Page | None: ...


class Kind(NamedTuple):
    """A kind of page. `ids` names all its pages, "" the one of a kind that has only one or the list of its pages."""

    name: str
    label: str
    ids: Callable[[Room], Iterable[str]]
    gather: Gather


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of page, by the name of its module in `pages/`: a new page is a new file there and a template of the same name."""
    package = import_module("dateline.tell.web.pages")
    found = {}
    for module in sorted(m.name for m in iter_modules(package.__path__)):
        made = import_module(f"{package.__name__}.{module}")
        found[module] = Kind(module, cast(str, made.LABEL), made.ids, made.gather)
    return found


def addresses(room: Room) -> Iterable[Address]:
    """Every page of an account, the front page first."""
    for name, kind in sorted(kinds().items(), key=lambda item: item[0] != FRONT):
        yield from (Address(name, safe(id_) if id_ else "") for id_ in kind.ids(room))
