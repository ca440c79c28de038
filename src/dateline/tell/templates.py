"""The sentences of `templates.toml` and of `forms/`, and how their slots are filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

_HERE = Path(__file__).parent
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_OTHER_VERB = re.compile(r"([^\s|\[\]]+)\|([^\s|\[\]]+)")


class Telling(msgspec.Struct, frozen=True):
    """How one type of event, or one frame or mode of it, is told; `forms/CONSULT.toml` explains the fields."""

    nominal: str
    forms: tuple[str, ...]
    passive: tuple[str, ...] = ()
    together: bool = False
    joint: bool = False
    hosting: bool = False
    general: bool = False
    words: bool = False
    main: bool = False
    things: tuple[str, ...] | str = ()
    thing: str = ""
    verbs: tuple[str, ...] = ()
    verb: str = ""


class Described(msgspec.Struct, frozen=True):
    """Words that may stand before a noun of `things`, and nouns that take no article."""

    words: frozenset[str]
    numbers: frozenset[str]
    uncountable: frozenset[str]
    meals: frozenset[str]


class Saying(msgspec.Struct, frozen=True):
    verbs: frozenset[str]
    outside: frozenset[str]
    of_others: frozenset[str]
    hanging: frozenset[str]
    pronouns: frozenset[str]
    objects: frozenset[str]


class Offices(msgspec.Struct, frozen=True):
    """Offices that say nothing of their holder, offices that say nothing without the state they are of, those that stand before a
    name without an article, and states that stand before an office in short ("US president"), by their ISO 3166 code."""

    vague: frozenset[str]
    of_a_state: frozenset[str]
    ranks: frozenset[str]
    short: dict[str, str]


class Bodies(msgspec.Struct, frozen=True):
    last: frozenset[str]


class Plurals(msgspec.Struct, frozen=True):
    last: frozenset[str]


class At(msgspec.Struct, frozen=True):
    last: frozenset[str]


class The(msgspec.Struct, frozen=True):
    """Names that take "the": whole names, first and last words; and names that do not."""

    names: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    without: frozenset[str]


class Templates(msgspec.Struct, frozen=True):
    titles: dict[str, str]
    status: dict[str, str]
    nobody: dict[str, str]
    fields: dict[str, str]
    differ: dict[str, str]
    changed: dict[str, str]
    values: dict[str, str]
    standings: dict[str, str]
    inferred: dict[str, str]
    evidence: dict[str, str]
    stances: dict[str, str]
    outcomes: dict[str, str]
    differences: dict[str, str]
    offices: Offices
    bodies: Bodies
    plurals: Plurals
    at: At
    the: The
    things: dict[str, tuple[str, ...]]
    described: Described
    past: dict[str, str]
    participle: dict[str, str]
    saying: Saying


@cache
def templates() -> Templates:
    """The data file, read once."""
    return msgspec.convert(tomllib.loads((_HERE / "templates.toml").read_text("utf-8")), Templates)


@cache
def forms() -> dict[str, dict[str, dict[str, Any]]]:
    """What the files of `forms/` say: type to frame, mode or "" (the type itself) to its fields."""
    read = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((_HERE / "forms").glob("*.toml"))}
    return {
        type_: {"": {k: v for k, v in table.items() if not isinstance(v, dict)}}
        | {name: fields for name, fields in table.items() if isinstance(fields, dict)}
        for type_, table in read.items()
    }


@cache
def telling(type_: str, frame: str | None, mode: str | None) -> Telling:
    """How to tell an event: as its frame says, for the rest as its mode does, for the rest as its type does."""
    table = forms().get(type_) or forms()["OTHER"]
    fields: dict[str, Any] = {}
    for key in ("", mode, frame):
        given = table.get(key or "") if key is not None else None
        if given and key is not None:
            fields |= ({"passive": []} if "forms" in given else {}) | given
    return msgspec.convert(fields, Telling)


def verb_forms(template: str) -> tuple[str, str]:
    """Past and infinitive of "met|meet {whom}"."""
    return _OTHER_VERB.sub(r"\1", template), _OTHER_VERB.sub(r"\2", template)


def participle(template: str) -> str:
    """Past participle of "took|take {whom}": "taken {whom}"."""
    return _OTHER_VERB.sub(lambda found: templates().participle.get(found[2], found[1]), template)


def fill(template: str, slots: Mapping[str, str]) -> str | None:
    """The template with its slots filled; None when a slot outside brackets is empty."""

    def part(found: re.Match[str]) -> str:
        names = _SLOT.findall(found[1])
        return found[1] if all(slots.get(name) for name in names) else ""

    text = _OPTIONAL.sub(part, template)
    if not all(slots.get(name) for name in _SLOT.findall(text)):
        return None
    return _SLOT.sub(lambda found: slots[found[1]], text)
