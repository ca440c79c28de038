"""The time grammar of a language, read from its `times.toml`: word tables and rules, and what matches where."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline import languages
from dateline.mark.needs import fulfilled, needs

_CAPITALISED = ("month", "weekday")  # "march", "sat" and "may" are other words,
_OTHER_WORDS = frozenset(("march", "may", "august"))  # and so are these in full; the others are clear in small letters too
_IN_FULL = 5  # letters of a name that is not cut short; "june" and "july" are clear as well
_KEEP = "\x00"
_EDGE_BEFORE, _EDGE_AFTER = r"(?<![\w$€£#-])", r"(?!\w)"


@dataclass(frozen=True)
class Rule:
    name: str
    kind: str
    pattern: re.Pattern[str]
    needs: tuple[
        tuple[str, ...], ...
    ] = ()  # what a text must hold for the pattern to match: most rules need no search in most texts


@dataclass(frozen=True)
class Match:
    """A rule that fits characters start..end of a text; `slots` are the named parts it found, in lower case."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, str]


@dataclass(frozen=True)
class Grammar:
    """Tables by name (word to value) and the rules in order."""

    tables: Mapping[str, Mapping[str, object]]
    rules: tuple[Rule, ...]

    def number(self, table: str, word: str) -> int:
        value = self.tables[table][word]
        if not isinstance(value, int):
            raise TypeError(f"{table}.{word} is no whole number")
        return value

    def text(self, table: str, word: str) -> str:
        return str(self.tables[table][word])

    def pair(self, table: str, word: str) -> tuple[object, object]:
        value = self.tables[table][word]
        if not isinstance(value, list) or len(value) != 2:
            raise TypeError(f"{table}.{word} is no pair")
        return value[0], value[1]

    def side(self, name: str) -> re.Pattern[str]:
        """The pattern of the text beside an expression that a reading asks for."""
        return re.compile(self.text("side", name), re.IGNORECASE)

    def matches(self, text: str) -> list[Match]:
        """The longest matches that do not overlap, in text order; of equal ones the rule that comes first."""
        lowered = text.lower()
        found = [
            (match.start() - match.end(), order, match.start(), rule, match)
            for order, rule in enumerate(self.rules)
            if fulfilled(rule.needs, lowered)
            for match in _all(rule.pattern, text)
        ]
        taken = bytearray(len(text))
        chosen: list[Match] = []
        for _, _, start, rule, match in sorted(found, key=lambda item: item[:3]):
            end = match.end()
            if end > start and not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                slots = {name: re.sub(r"\s+", " ", value.lower()) for name, value in match.groupdict().items() if value is not None}
                chosen.append(Match(rule, start, end, slots))
        return sorted(chosen, key=lambda match: match.start)


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        names = match.groupdict()
        if all(names.get(slot) is None or _is_name(names[slot], names) for slot in _CAPITALISED):
            yield match


def _is_name(word: str, slots: Mapping[str, str | None]) -> bool:
    """Whether this can be the name of a day or month: with a capital, or unmistakable without one ("monday", "19 august")."""
    if word[0].isupper():
        return True
    dated = slots.get("day") is not None and word != "may"
    return (len(word) >= _IN_FULL or word in ("june", "july")) and word.isalpha() and (dated or word not in _OTHER_WORDS)


@cache
def grammar(code: str) -> Grammar:
    """The grammar of a language pack. Raises LookupError when the pack has none."""
    path = Path(languages.__file__).parent / code / "times.toml"
    if not path.is_file():
        raise LookupError(f"no time rules for {code!r}: add languages/{code}/times.toml")
    data = tomllib.loads(path.read_text("utf-8"))
    tables = {name: value for name, value in data.items() if isinstance(value, dict)}
    words = {name: "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True)) for name, table in tables.items()}
    macros = dict(words)
    for name, pattern in data["macros"].items():
        macros[name] = _fill(pattern, macros)
    return Grammar(tables, tuple(_rule(rule["name"], rule["kind"], _fill(rule["pattern"], macros)) for rule in data["rules"]))


def _rule(name: str, kind: str, pattern: str) -> Rule:
    compiled = _compile(pattern)
    return Rule(name, kind, compiled, needs(compiled.pattern))


def _fill(pattern: str, macros: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda m: f"(?:{macros[m.group(1)]})", pattern)


def _compile(pattern: str) -> re.Pattern[str]:
    kept = re.sub(
        r"\(\?<=[^)]*\)|\[[^\]]*\]", lambda m: m.group().replace(" ", _KEEP), pattern
    )  # fixed width, and single characters
    spaced = kept.replace(" ?", "[ ]{0,3}").replace("\\ ", " ")
    spaced = re.sub(r"(?<!\[) ", "[ ]{1,3}", spaced)
    return re.compile(f"{_EDGE_BEFORE}(?:{spaced.replace(_KEEP, ' ')}){_EDGE_AFTER}", re.IGNORECASE)
