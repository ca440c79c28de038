"""What a line says about itself, whatever stands around it."""

from __future__ import annotations

import unicodedata
from collections import Counter

from dateline.languages.en.bylines import byline
from dateline.languages.en.captions import caption
from dateline.languages.en.furniture import furniture
from dateline.languages.en.mastheads import issue
from dateline.languages.en.stamps import dateline, is_time_line, stamp, stamped
from dateline.read.credits import agency
from dateline.read.outlets import filed
from dateline.records import BlockRole

RoleWhy = tuple[BlockRole, str | None]

_OF_DAYS = frozenset({"section label", "no words", "a direction or a code"})  # furniture that a date stamp may look like
BODY: RoleWhy = ("body", None)
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH", "HALFWIDTH"})  # one line mixes them


def alone(line: str) -> RoleWhy:
    """The role of a line by its own words alone."""
    if why := caption(line):
        return ("caption", why)
    if agency(line) and not filed(line) and not line.casefold().startswith(("©", "(c)", "copyright")):
        return ("byline", "an agency's credit")
    if why := furniture(line):
        return ("dateline", "a date stamp") if why in _OF_DAYS and stamp(line) else ("furniture", why)
    if stamp(line) or is_time_line(line):
        return ("dateline", "a date stamp")
    if issue(line):
        return ("dateline", "the paper and its day")
    if byline(line):
        return ("byline", "names who wrote or edited")
    if stamped(line):
        return ("dateline", "a date stamp")
    head = dateline(line)
    if head and head.end >= len(line):
        return ("dateline", "a dateline on its own")
    return BODY


def script_of(line: str) -> str:
    """Script of most letters of a line ("LATIN"), "" when it has fewer than three."""
    names = (unicodedata.name(c, "?").split()[0].split("-")[0] for c in line[:300] if c.isalpha())
    count = Counter("CJK" if name in _EAST_ASIAN else name for name in names)
    name, number = max(sorted(count.items()), key=lambda pair: pair[1], default=("", 0))
    return name if number >= 3 else ""
