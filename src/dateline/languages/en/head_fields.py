"""Labelled lines at the head of a report, as databases, mail and feeds print them: "HEADLINE: ...", "Author: ...", "HD"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline import languages

_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{0,24}?)\s?:\s*(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True)
class Field:
    """what: title, byline, outlet, date, dateline or dropped. value: the words behind the label, maybe none."""

    what: str
    value: str


def field(line: str) -> Field | None:
    """The field on a line whose label is known; None for any other line. Whether the value fits is for the caller to say."""
    found = _LABELLED.fullmatch(line.strip()) if len(line) < 400 else None
    what = _kinds().get(found["label"].casefold()) if found else None
    return Field(what, found["value"].strip()) if found and what else None


def code(line: str) -> str | None:
    """The field that a two-letter code of a news database heads ("HD", "BY"), on a line of its own; "body" for its paragraphs."""
    return _codes().get(line.strip())


@cache
def _codes() -> dict[str, str]:
    return dict(entry.split(" = ", 1) for entry in sorted(languages.words("en", "database_codes")))


@cache
def _kinds() -> dict[str, str]:
    return dict(entry.split(" = ", 1) for entry in sorted(languages.words("en", "head_fields")))
