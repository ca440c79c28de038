"""Words signed by who said them: posts of a social network set into a report, and quotations with a dash and a name after them."""

from __future__ import annotations

import re

from dateline.mark.statements.found import WORD, Found, Who
from dateline.mark.statements.quotation import Quotation

_SIGNED = re.compile(r"\s*[\u2014\u2013-]{1,2}\s*(?P<name>[^\W\d_][^()@\n]{1,60}?)\s*\(@\w{1,30}\)[^\n@]{0,30}$")
_LONGEST = 120  # characters of the signature
_NUMBER = re.compile(r"\d{1,2}/\d{0,2}\s+")  # "1/2": the first of two posts
_FEWEST_WORDS = 3
_NAME = r"[^\W\d_a-z][\w'\u2019.-]*(?:\s(?:(?:of|de|del|van|von|bin|al|da|di|la)\s)*[^\W\d_a-z][\w'\u2019.-]*){0,5}"
_BELOW = re.compile(  # a dash and a name, most often the office; on the line below as well
    rf"(?:\s*[\u2015\u2014\u2013-]{{1,2}}\s*(?P<name>{_NAME})(?:,\s[^\n\"\u201c\u201d]{{1,90}})?"
    rf"|[ ]\((?P<bracketed>{_NAME})(?:,\s[^\n()]{{1,60}})?\))[.\s]*?(?:\n|$)"
)


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


def signature(text: str, q: Quotation) -> Who | None:
    """Who signs a quotation that its paragraph begins with: '"Peace is a habit." - Marta Veld, former envoy'."""
    if text[text.rfind("\n", 0, q.outer_start) + 1 : q.outer_start].strip():
        return None
    found = _BELOW.match(text[q.outer_end : q.outer_end + 2 * _LONGEST])
    if found is None:
        return None
    start, end = (q.outer_end + at for at in found.span("name" if found["name"] else "bracketed"))
    return Who(start, end, [m.start() for m in WORD.finditer(text, start, end)][-1])
