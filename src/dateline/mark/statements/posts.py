"""Posts of a social network set into a report: the words, a dash, who posted them with an address, most often the day."""

from __future__ import annotations

import re

from dateline.mark.statements.found import WORD, Found, Who
from dateline.mark.statements.quotation import Quotation

_SIGNED = re.compile(r"\s*[\u2014\u2013-]{1,2}\s*(?P<name>[^\W\d_][^()@\n]{1,60}?)\s*\(@\w{1,30}\)[^\n@]{0,30}$")
_LONGEST = 120  # characters of the signature
_NUMBER = re.compile(r"\d{1,2}/\d{0,2}\s+")  # "1/2": the first of two posts
_FEWEST_WORDS = 3


def post(text: str, start: int, end: int) -> Found | None:
    """The post that the paragraph text[start:end] is, None where it is none."""
    signed = _SIGNED.search(text, max(start, end - _LONGEST), end)
    if signed is None:
        return None
    counted = _NUMBER.match(text, start, signed.start())
    first = counted.end() if counted else start
    words = [m.start() for m in WORD.finditer(text, *signed.span("name"))]
    if len(WORD.findall(text, first, signed.start())) < _FEWEST_WORDS or not words:
        return None
    who = Who(*signed.span("name"), words[-1])
    words_said = Quotation(first, first, signed.start(), signed.start(), single=False, closed=True)
    return Found(first, signed.start(), "direct", "speech", None, who, (words_said,))
