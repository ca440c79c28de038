"""Which line is the title: the first that reads like a headline and shares its words with what stands under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline import languages
from dateline.languages.en.furniture import has_press_word
from dateline.languages.en.mastheads import is_office, masthead, slogan

_OPENING = "\"\u201c\u2018'«[("
_LOOKED_AT = 12_000  # characters of the report that a headline is compared with
_SURE, _FAINT, _CLOSE = 0.5, 0.34, 0.6  # kinship of a headline to trust; under which a line above it is none; share of the best
_TOLD_AGAIN = 0.85  # kinship of a sentence to the paragraph under it that makes it a headline
_STEM = 5  # letters by which "Korean" and "Korea", "agreed" and "agree" are one word


def headline(lines: Sequence[str], able: Sequence[int], first: int, same: Callable[[int, int], bool]) -> int | None:
    """Of the lines `able` to be a title, all above line `first` where the report begins, the one that is it; None: there is none.

    A line that stands there twice is the title. Otherwise it is the first line, unless few of its words come back in the report and
    many of a later one's do; names of papers and lines of three words or fewer stand behind all others.
    """
    doubled = next((n for n in able if n + 1 < len(lines) and same(n, n + 1)), None)
    if doubled is not None:
        return doubled
    told = stems(" ".join(lines[first:])[:_LOOKED_AT])
    kin = {n: kinship(lines[n], told) for n in able}
    own = [n for n in able if masthead(lines[n]) is None or (has_press_word(lines[n]) and kin[n] > _SURE)]
    whole = [n for n in own if len(lines[n].split()) >= 4]
    best = max((kin[n] for n in whole if not slogan(lines[n])), default=0.0)
    whole = [n for n in whole if not slogan(lines[n]) or kin[n] > max(best, _SURE)]
    best = max((kin[n] for n in whole), default=0.0)
    enough = min(_FAINT, _CLOSE * best) if best >= _SURE else 0.0
    return next(iter([n for n in whole if kin[n] >= enough] or own or [n for n in able if not is_office(lines[n])]), None)


def told_at_once(line: str, below: str) -> bool:
    """Whether a sentence is a headline: short, and the longer paragraph right under it tells nearly all of it again."""
    enough = 4 <= len(line.split()) <= 20 and len(line) <= 140 and starts_high(line) and line.endswith(".")
    return enough and len(below) > 2 * len(line) and kinship(line, stems(below[:600])) > _TOLD_AGAIN


def kinship(line: str, told: frozenset[str]) -> float:
    """The share of a line's words of meaning that are among the word stems `told`."""
    words = stems(line)
    return len(words & told) / len(words) if words else 0.0


def can_be_title(line: str) -> bool:
    """Whether a line has the length and the ends of a headline."""
    words = line.split()
    return 2 <= len(words) <= 40 and 10 <= len(line) <= 250 and starts_high(line) and not line.endswith((".", ",", ";"))


def starts_high(line: str) -> bool:
    """Whether a line begins as a headline does: not in lower case, where its script has one."""
    first = line[1:2] if line[:1] in _OPENING else line[:1]
    return first.isdigit() or (first.isalpha() and not first.islower())


def stems(text: str) -> frozenset[str]:
    """Heads of the words of meaning in a text."""
    small = languages.words("en", "function_words")
    words = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    return frozenset(word[:_STEM] for word in words if len(word) > 2 and word not in small)
