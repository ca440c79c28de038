"""One key for a Chinese name in pinyin and in Wade-Giles: "Zhou Enlai" and "Chou En-lai", "Deng Xiaoping" and "Teng Hsiao-ping".

Wade-Giles as papers print it, without its apostrophes, writes two sounds with one letter (p for p and b); the key keeps what both
systems tell apart and no more.
"""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(spelt), key)
    for spelt, key in (
        (r"szu|ssu", "si"),
        (r"tzu", "zi"),
        (r"hs", "x"),
        (r"zh|ch|q|j", "C"),
        (r"ts|tz|c", "z"),
        (r"b", "p"),
        (r"d", "t"),
        (r"ng(?![aeiou])", "N"),
        (r"g", "k"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"ien", "ian"),
        (r"yen", "yan"),
        (r"oN", "uN"),
        (r"uei", "ui"),
        (r"you", "yu"),
        (r"uo", "o"),
        (r"e(?![inrN])", "o"),
    )
)
_ONLY_WADE_GILES = re.compile(r"hs|ts|tz|ung|ien|[aeiou]h\b|-|szu")


@lru_cache(maxsize=20_000)
def key(family: str, given: str) -> str:
    """The sounds of a family name and a given name that both systems write; words in lower case without accents."""
    return _sounds(family) + " " + _sounds(re.sub(r"[^a-z]", "", given))


def _sounds(word: str) -> str:
    for spelt, sound in _RULES:
        word = spelt.sub(sound, word)
    return word


def wade_giles(name: str) -> bool:
    """Whether a name can be no pinyin: a hyphen, or letters that pinyin does not put together."""
    return _ONLY_WADE_GILES.search(name.casefold()) is not None
