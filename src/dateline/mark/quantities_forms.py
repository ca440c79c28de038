"""Numbers that count without a noun beside them ("76 to 35", "118 of 128", "the toll rose to 44"), and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline import languages
from dateline.mark.needs import found
from dateline.records import FATES

_DIGITS = r"\d{1,3}(?:[,.]\d{3})+(?![\d.,:/]*\d)|\d+(?![\d.,:/]*\d)"
_NEAR = 120  # characters on either side of two numbers in which a word says that there was a vote
_LOOK_BACK = 40  # characters before a length of time in which its verb stands
_LOOK_ON = 20  # characters after it in which a word says what it is a distance from


@cache
def _patterns(language: str, number: str) -> dict[str, re.Pattern[str]]:
    """The language's patterns; `number` is one for its number words."""
    any_of = languages.alternatives(language, "counts")
    one = rf"(?:{_DIGITS}|\b(?:{number})(?:-(?:{number}))?\b)"
    begins, ends = r"(?<![\w$€£¥.,:/-])", r"(?![\w%:/-])"
    return {
        "pair": re.compile(
            rf"{begins}(?P<a>{one})(?: (?:{any_of['vote']}))?"
            rf"(?: (?=\w)|, (?=\w)|(?= ?[-–—])) ?(?:{any_of['against']}) ?(?P<b>{one}){ends}",
            re.I,
        ),
        "share": re.compile(rf"{begins}(?P<a>{one})(?: \w+)? (?:out )?of (?:the |its |their |all )?(?P<b>{one}){ends}", re.I),
        "vote": re.compile(rf"\b(?:{any_of['vote']})\b", re.I),
        "toll": re.compile(
            rf"\b(?:{any_of['toll']})\b[^.;\n]{{0,70}}?\b(?:{any_of['reached']}) (?:[a-z]+ ){{0,3}}?(?P<a>{one}){ends}", re.I
        ),
        **{
            fate: re.compile(
                rf"{begins}(?P<a>{one})(?: (?:{any_of['between']})){{0,2}} (?:{any_of[f'{fate}_after']})\b"
                rf"|\b(?:{any_of[f'{fate}_before']}) (?:(?:{any_of['leaning']}) ){{0,2}}(?P<b>{one}){ends}"
                rf"(?! \w+ (?:{any_of[f'{fate}_after']})\b)",
                re.I,
            )
            for fate in FATES
        },
        "took": re.compile(rf"(?:\b(?:{any_of['took']})\s+|\w,\s+)(?:(?:{any_of['hedges']})\s+)*$", re.I),
        "away": re.compile(rf"[ -]?(?:{any_of['away']})\b", re.I),
        "served": re.compile(rf" (?:{any_of['served']})\b", re.I),
        "term": re.compile(rf"\b(?:{any_of['term']})\s+(?:(?:{any_of['hedges']})\s+)*$", re.I),
    }


def pairs(text: str, language: str, number: str) -> Iterator[re.Match[str]]:
    """Two numbers that stand together, groups `a` and `b`: those of a vote, or a part and its whole."""
    patterns = _patterns(language, number)
    for match in found(patterns["pair"], text):
        if patterns["vote"].search(text, max(0, match.start() - _NEAR), min(len(text), match.end() + _NEAR)):
            yield match
    yield from found(patterns["share"], text)


def tolls(text: str, language: str, number: str) -> Iterator[tuple[str, int, int, int]]:
    """Numbers of dead or injured that stand apart from them: which of the two, where the words begin, and the number's two ends."""
    patterns = _patterns(language, number)
    for match in found(patterns["toll"], text):
        yield FATES[0], match.start(), *match.span("a")
    for fate in FATES:
        for match in found(patterns[fate], text):
            at = "a" if match["a"] else "b"
            yield fate, max(0, match.start() - (_LOOK_BACK if at == "a" else 0)), *match.span(at)


def took(text: str, start: int, end: int, language: str, number: str, *, named: bool) -> bool:
    """Whether the length of time at start..end is what something took. `named`: it says of what, "two hours of talks"."""
    patterns = _patterns(language, number)
    before = text[max(0, start - _LOOK_BACK) : start]
    if patterns["away"].match(text[end : end + _LOOK_ON]):
        return False
    if patterns["served"].match(text[end : end + _LOOK_ON]):
        return True
    return named or (patterns["took"].search(before) is not None and not patterns["term"].search(before))
