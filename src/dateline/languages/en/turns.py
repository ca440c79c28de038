"""The label that opens a turn in an English transcript or interview: who speaks, and where the words begin."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """Offsets into the line: the speaker's name and title are name_start..name_end; an empty range is a dash with no name."""

    name_start: int
    name_end: int
    words_start: int  # where the spoken words begin, opening quotation mark included


_CAPS = r"[A-Z\u00c0-\u00dd][A-Z\u00c0-\u00dd'’.\-]*"
_CAPS_LABEL = re.compile(rf"\s*((?:{_CAPS},?\s+){{1,11}}{_CAPS}|{_CAPS})\s*[:,]?\s*(?=[\"\u201c\u00ab])")
_NAME = r"[A-Z\u00c0-\u00dd][\w'’.\-]*"
_COLON_LABEL = re.compile(rf"\s*((?:{_NAME}|\([^)]{{1,40}}\)|of|the|for|and|de|del|al|el|bin|von|van)(?:,?\s+(?:{_NAME}|\([^)]{{1,40}}\)|of|the|for|and|de|del|al|el|bin|von|van)){{0,8}})\s*:\s+(?=\S)")
_DASH = re.compile(r"\s*[\u2014\u2013\u2015-]\s+(?=\S)")


def label(line: str) -> Label | None:
    """The turn label at the start of a line: `NAME TITLE "..."`, `Name: ...`, `- ...`; None when it is no turn."""
    if found := _CAPS_LABEL.match(line):
        return Label(found.start(1), found.end(1), found.end())
    if found := _COLON_LABEL.match(line):
        return Label(found.start(1), found.end(1), found.end())
    if found := _DASH.match(line):
        return Label(found.end(), found.end(), found.end())
    return None
