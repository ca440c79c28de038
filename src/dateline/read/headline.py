"""Which line is the title: the first that reads like a headline and shares its words with what stands under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline import languages
from dateline.languages.en.furniture import has_press_word
from dateline.languages.en.mastheads import is_office, masthead, slogan
from dateline.languages.en.stamps import bracketed, dateline

_CLOSED = tuple(".;\u2026\u2019\u201d'\"")
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
    plain = [n for n in able if masthead(lines[n]) is None]
    told_of = any(kin[n] > _SURE and len(lines[n].split()) >= 4 for n in plain)
    own = plain if told_of else [n for n in able if n in plain or (has_press_word(lines[n]) and kin[n] > _SURE)]
    whole = [n for n in own if len(lines[n].split()) >= 4]
    best = max((kin[n] for n in whole if not slogan(lines[n])), default=0.0)
    whole = [n for n in whole if not slogan(lines[n]) or kin[n] > max(best, _SURE)]
    best = max((kin[n] for n in whole), default=0.0)
    enough = min(_FAINT, _CLOSE * best) if best >= _SURE else 0.0
    return next(iter([n for n in whole if kin[n] >= enough] or own or [n for n in able if not is_office(lines[n])]), None)


def closed(line: str, rest: Sequence[str]) -> bool:
    """Whether a report's first line, though it ends as a sentence does, is its headline: some papers close theirs.

    It ends in a semicolon before the line that goes on with it; or it has the capitals of a headline; or it leaves out what
    headlines do (articles, pronouns, days) while a dateline, with which dispatches begin, stands below or the report `rest`
    comes back to its words; or the longer paragraph right below tells nearly all of it again.
    """
    if not (3 <= len(line.split()) <= 24 and len(line) <= 160 and starts_high(line) and line[-1] in _CLOSED):
        return False
    if line.endswith(";"):
        return True
    below = rest[0]
    if all(len(other) <= len(line) or re.search(r"[.!?][\"\u201d\u2019']*(?: |$)", other) is None for other in rest[:3]):
        return False
    if line.isupper() or in_title_case(line):
        return True
    if len(below) > 2 * len(line) and kinship(line, stems(below[:600])) > _TOLD_AGAIN:
        return True
    words = re.findall(r"[^\W\d_]+", line.casefold())
    terse = len(words) <= 14 and languages.words("en", "not_in_headlines").isdisjoint(words)
    above_dispatch = any(map(_dispatch, rest[:2])) and not _dispatch(line)
    return terse and (above_dispatch or kinship(line, stems(" ".join(rest)[:_LOOKED_AT])) > _SURE)


def _dispatch(line: str) -> bool:
    return dateline(line) is not None or bracketed(line) is not None


def in_title_case(line: str) -> bool:
    """Whether a line of one sentence has capitals as headlines of some papers have them."""
    found = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return len(line) < 150 and len(found) > 3 and sum(word[0].isupper() for word in found) > 0.85 * len(found)


def kinship(line: str, told: frozenset[str]) -> float:
    """The share of a line's words of meaning that are among the word stems `told`."""
    words = stems(line)
    return len(words & told) / len(words) if words else 0.0


def can_be_title(line: str) -> bool:
    """Whether a line has the length and the ends of a headline; one cut short to fit ends in dots."""
    words = line.split()
    ends = line.endswith((".", ",", ";")) and not line.endswith("...")
    return 2 <= len(words) <= 40 and 10 <= len(line) <= 250 and starts_high(line) and not ends


def starts_high(line: str) -> bool:
    """Whether a line begins as a headline does: not in lower case, where its script has one."""
    first = line[1:2] if line[:1] in _OPENING else line[:1]
    return first.isdigit() or (first.isalpha() and not first.islower())


def stems(text: str) -> frozenset[str]:
    """Heads of the words of meaning in a text."""
    small = languages.words("en", "function_words")
    words = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    return frozenset(word[:_STEM] for word in words if len(word) > 2 and word not in small)


def can_be_subhead(line: str) -> bool:
    """Whether a line is short and whole enough to head a part of the report."""
    return (
        3 <= len(line) <= 80
        and len(line.split()) <= 12
        and starts_high(line)
        and line[-1] not in ".,;:!-—–"
        and not re.search(',["\u201d]', line)
    )
