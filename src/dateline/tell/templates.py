"""The sentences of `templates.toml`, and how their slots are filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_OWN_KEYS = frozenset({"nominal", "forms", "together", "words", "things"})


class Telling(msgspec.Struct, frozen=True):
    """How one type of event, or one frame or mode of it, is told. `forms` are (past, infinitive)."""

    nominal: str
    forms: tuple[tuple[str, str], ...]
    together: bool = False
    words: bool = False
    things: dict[str, str] = {}  # word of the report to what it names; "" is for none of them


class Offices(msgspec.Struct, frozen=True):
    """Offices that say nothing of their holder, and offices that say nothing without the state they are of."""

    vague: frozenset[str]
    of_a_state: frozenset[str]


class At(msgspec.Struct, frozen=True):
    last: frozenset[str]


class The(msgspec.Struct, frozen=True):
    """Names that take "the": whole names, first and last words; and names that do not."""

    names: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    without: frozenset[str]


class Templates(msgspec.Struct, frozen=True):
    status: dict[str, str]
    nobody: dict[str, str]
    fields: dict[str, str]
    differ: dict[str, str]
    values: dict[str, str]
    outcomes: dict[str, str]
    differences: dict[str, str]
    offices: Offices
    at: At
    the: The
    event: dict[str, dict[str, Telling]]  # type to frame, mode or "" to telling


@cache
def templates() -> Templates:
    """The data file, read once."""
    raw = tomllib.loads((Path(__file__).parent / "templates.toml").read_text("utf-8"))
    raw["event"] = {type_: _tellings(table) for type_, table in raw["event"].items()}
    return msgspec.convert(raw, Templates)


@cache
def tails() -> frozenset[str]:
    """What sentences say last, after a semicolon, on what is not known."""
    return frozenset(tail for text in templates().status.values() if (tail := text.partition("; ")[2]))


def _tellings(table: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    own = {key: value for key, value in table.items() if key in _OWN_KEYS}
    return {"": own} | {name: own | sub for name, sub in table.items() if name not in _OWN_KEYS}


def telling(type_: str, frame: str | None, mode: str | None) -> Telling:
    """How to tell an event: by its frame, else its mode, else its type, else in the most general words."""
    event = templates().event
    table = event.get(type_) or event["OTHER"]
    return next(table[key] for key in (frame, mode, "") if key is not None and key in table)


def fill(template: str, slots: Mapping[str, str]) -> str | None:
    """The template with its slots filled; None when a slot outside brackets is empty."""

    def part(found: re.Match[str]) -> str:
        names = _SLOT.findall(found[1])
        return found[1] if all(slots.get(name) for name in names) else ""

    text = _OPTIONAL.sub(part, template)
    if not all(slots.get(name) for name in _SLOT.findall(text)):
        return None
    return _SLOT.sub(lambda found: slots[found[1]], text)
