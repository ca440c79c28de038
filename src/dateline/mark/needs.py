"""What a text must hold for a pattern to match anywhere in it, read off the pattern: a cheap look before a dear search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

Clause = frozenset[str]
"""Strings in lower case of which a text must hold at least one."""

_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)(?!\?)|(?P<back>\(\?P=\w+\))|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<digit>\\d)|(?P<letter>[^\W\d_])|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<other>\\.|.)",
    re.DOTALL,
)
_REPEAT = re.compile(r"(?P<optional>[?*]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\}")
_DIGITS = frozenset("0123456789")


def needs(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Clauses that every text with a match of `pattern` fulfils, the hardest first. Letters match whatever their case."""
    clauses = _alternatives(_Tokens(pattern))
    return tuple(tuple(sorted(clause)) for clause in sorted(clauses, key=_ease))


def fulfilled(clauses: tuple[tuple[str, ...], ...], lowered: str) -> bool:
    """Whether a text in lower case holds one string of every clause."""
    for clause in clauses:
        for word in clause:
            if word in lowered:
                break
        else:
            return False
    return True


def _ease(clause: Clause) -> tuple[float, int, list[str]]:
    """What a text holds the more easily the shorter the words are; a digit is rarer than two letters."""
    return -min(2.5 if word.isdigit() else len(word) for word in clause), len(clause), sorted(clause)


def found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `finditer` finds, with no search where the text lacks what the pattern needs."""
    return pattern.finditer(text) if fulfilled(_needs_of(pattern), text.lower()) else iter(())


@cache
def _needs_of(pattern: re.Pattern[str]) -> tuple[tuple[str, ...], ...]:
    return needs(pattern.pattern)


class _Tokens:
    """The tokens of a pattern, each with whether it may be left out."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        while self.at < len(self.pattern):
            found = _TOKEN.match(self.pattern, self.at)
            if found is None or found.lastgroup is None:
                raise ValueError(f"cannot read {self.pattern[self.at :]!r}")
            self.at = found.end()
            yield found.lastgroup, found.group()

    def optional(self) -> bool:
        """Takes a quantifier, and says whether what stands before it may be missing."""
        found = _REPEAT.match(self.pattern, self.at)
        if found is None:
            return False
        self.at = found.end() + (self.pattern[found.end() : found.end() + 1] in ("?", "+"))
        return found["optional"] is not None


def _alternatives(tokens: _Tokens) -> set[Clause]:
    """Clauses of everything up to the closing bracket."""
    sides: list[set[Clause]] = [set()]
    word = ""

    def end_word() -> str:
        if word:
            sides[-1].add(frozenset({word.lower()}))
        return ""

    for kind, text in tokens:
        if kind == "letter":
            word = end_word() if tokens.optional() else word + text
            continue
        word = end_word()
        if kind == "close":
            break
        if kind == "bar":
            sides.append(set())
        elif kind in ("open", "look"):
            inner = _alternatives(tokens)
            if not tokens.optional() and kind == "open":
                sides[-1] |= inner
        elif not tokens.optional() and kind == "digit":
            sides[-1].add(_DIGITS)
    word = end_word()
    if len(sides) == 1:
        return sides[0]
    if not all(sides):
        return set()
    hardest = [min(side, key=_ease) for side in sides]
    joined = frozenset(word for clause in hardest for word in clause)
    return {frozenset(one for one in joined if not any(other in one for other in joined if other != one))}
