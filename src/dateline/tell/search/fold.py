"""Words of any text as search compares them: case, accents and invisible characters aside, each with its place in the text."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from dateline.records import Record

# Letters that no decomposition takes apart, though keyboards without them write them so.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ʻ": "", "ʼ": ""}
)
# Scripts written without spaces: each sign is a word, and a run of them is found as a phrase.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_CLEAN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\s]+")


class Token(Record, frozen=True):
    """A word at start..end of its text, and the folded form that search compares."""

    start: int
    end: int
    word: str


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order; what has no letter and no digit is none."""
    for found in _pattern().finditer(text):
        if word := fold(found.group()):
            yield Token(found.start(), found.end(), word)


def folded(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(word for raw in written(text) if (word := fold(raw)))


def written(text: str) -> list[str]:
    """The words of a text as they are written."""
    return _pattern().findall(text)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """One word without case, accents and invisible characters: "Tromsø" and "TROMSO" are one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf").translate(_LETTERS)


def clean(text: str) -> str:
    """A text on one line, without characters that nobody means to write: controls, halves of characters, marks of direction."""
    line = " ".join(_CLEAN.sub(" ", text).split())
    return "".join(c for c in unicodedata.normalize("NFC", line) if unicodedata.category(c) != "Cf")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A letter or digit, then letters, digits, accents and invisible characters up to the next that is none of these."""
    silent = (chr(n) for n in range(0x80, min(sys.maxunicode, 0xFFFF)) if unicodedata.category(chr(n)) in ("Mn", "Mc", "Me", "Cf"))
    joined = "".join(re.escape(c) for c in silent)
    spaced = f"[^\\W_{_UNSPACED}]"
    return re.compile(f"{spaced}+(?:[{joined}]+{spaced}*)*|[{_UNSPACED}][{joined}]*")
