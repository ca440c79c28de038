"""Which news agency a report is credited to."""

from __future__ import annotations

import re
from functools import cache

from dateline import world

_PREFIX = re.compile(
    r"(?:with (?:additional )?(?:inputs?|reporting|material|information) from|source:?|by|from|via|\(?c\)|©|copyright"
    r"|courtesy(?: of)?|agencies:?)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:\((?P<a>[^()]{2,60})\)|/\s?(?P<b>[^/.]{2,40})/?|(?:--|[\u2014\u2013-])\s?(?P<c>[A-Z][^.\u2014\u2013-]{1,40}))\.?\s*$"
)
_END = " .()[]/-\u2014\u2013*_\"'"


@cache
def _agencies() -> dict[str, str]:
    return {form.casefold(): names[0] for names in world.agency_names() for form in names}


def agency(words: str) -> str | None:
    """The agency that a credit names, in the one name that all its credits share; an unlisted "... News Agency" keeps its own.

    Short forms count in capitals only: "PAP" is an agency, "pap" is not.
    """
    bare = words.strip(_END)
    found = _PREFIX.match(bare)
    bare = (bare[found.end() :] if found else bare).strip(_END)
    bare = re.split(r"\s*(?:[;,/|]|\band\b)\s*", bare)[0]
    listed = _agencies().get(bare.casefold())
    if listed and (bare[:1].isupper() or len(bare) > 4):
        return listed
    return bare if re.fullmatch(r"(?:[A-Z][\w'’-]+ ){1,4}(?:News |Press )?Agency", bare) else None


def trailing(paragraph: str) -> str | None:
    """The agency credited at the end of a paragraph: "(Reuters)", "/AFP", "— PTI"."""
    found = _TRAIL.search(paragraph[-80:])
    return agency(found["a"] or found["b"] or found["c"]) if found else None
