"""The label that opens a turn in an English transcript or interview: who speaks, and where the words begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline import languages

LONGEST_LABEL = 160  # characters at the head of a line in which a label must end


@dataclass(frozen=True)
class Label:
    """Offsets into the line: the speaker's name and title are name_start..name_end; an empty range is a dash with no name."""

    name_start: int
    name_end: int
    words_start: int  # where the spoken words begin, opening quotation mark included
    goes_on: bool = False  # "(on camera):": who spoke before speaks on


_CAPS = r"[A-Z\u00c0-\u00dd][A-Z\u00c0-\u00dd'’.\-]*"
_SMALL = r"(?:of|the|for|and|to|in|at|de|del|della|der|van|von|bin|ibn|al|el|da|di|la|le)"
_NAME = r"(?:(?:al|el|as|ad|an|ar)-)?[A-Z\u00c0-\u00dd][\w'’.\-]*"
_QUOTE = r"[\"\u201c\u201e\u00ab]"
_BRACKET = r"\([^()]{1,60}\)"
_CAPS_LABEL = re.compile(
    rf"\s*((?:{_CAPS}|&)(?:,?\s+(?:{_CAPS}|&|(?:OF|THE|AND|FOR)\b|{_BRACKET}|\d{{1,3}})){{0,15}})\s*[:,]?\s*(?={_QUOTE})"
)
_COLON_LABEL = re.compile(
    rf"\s*((?:{_NAME}|{_BRACKET})(?:,?\s+(?:{_NAME}|{_BRACKET}|{_SMALL}\b|&)){{0,9}})(?:\s*\[[^\[\]]{{1,30}}\])?\s*:\s+(?=\S)"
)
_STAGE = re.compile(r"\s*\([a-z][a-z -]{2,40}\)\s*:\s+(?=\S)")
_DIALOGUE = re.compile(r"\s*[\u2014\u2013\u2015]")
_DASH = re.compile(r"\s*[\u2014\u2013\u2015-]{1,2}\s*(?=\S)")

_OPENS = re.compile(rf"{_QUOTE}|['\u2018\u2026]|[A-Z\u00c0-\u00dd\d]|\(|\[|[^\x00-\u024f]")
_CLOSES = re.compile(r"[.!?\u2026\"\u201d\u00bb\u2014)\]'\u2019-]\s*$")
_ASKS = frozenset(
    [
        "q",
        "a",
        "question",
        "answer",
        "reporter",
        "journalist",
        "moderator",
        "host",
        "anchor",
        "presenter",
        "interviewer",
        "correspondent",
        "speaker",
    ]
)


def label(line: str) -> Label | None:
    """The turn label at the start of a line: `NAME TITLE "..."`, `Name: ...`, `- ...`; None when it has the form of none.

    Form alone is not enough to call a line a turn ("Breaking: ..."): `turns` looks at all lines of a report.
    """
    head = line[:LONGEST_LABEL]
    if found := _STAGE.match(head):
        return Label(found.end(), found.end(), found.end(), goes_on=True)
    if found := _CAPS_LABEL.match(head) or _COLON_LABEL.match(head):
        return Label(found.start(1), found.end(1), found.end())
    if found := _DASH.match(head):
        return Label(found.end(), found.end(), found.end())
    return None


def turns(lines: Sequence[str]) -> list[str | None]:
    """For each line of a report, why it is a turn; None where it is none.

    A label with opening quotation marks after it stands on its own when it is two words or more; any other needs company: the
    same label again, or other turns in the report. A dash needs a turn before or after it, or a question with a dash before it.
    """
    found = [label(line) for line in lines]
    names = [line[at.name_start : at.name_end] if at else "" for line, at in zip(lines, found, strict=True)]
    counts = Counter(_key(name) for name in names if name)
    why: list[str | None] = [None] * len(lines)
    capitals = len({_key(name) for name in names if _is_caps(name) and _speaks(name)})
    for number, (line, at, name) in enumerate(zip(lines, found, names, strict=True)):
        if at and name and _speaks(name) and _OPENS.match(line, at.words_start):
            quoted = re.match(_QUOTE, line[at.words_start :]) is not None
            if quoted and len(name.split()) > 1:
                why[number] = "speaker's name before quoted words"
            elif counts[_key(name)] > 1 and (quoted or _CLOSES.search(line)):
                why[number] = "speaker's label, used again"
            elif name.casefold() in _ASKS:
                why[number] = "question or answer"
            elif capitals > 1 and _is_caps(name) and len(name.split()) > 1 and _CLOSES.search(line):
                why[number] = "speaker's name in capitals"
    anchors = sum(reason is not None for reason in why)
    for number, (line, at, name) in enumerate(zip(lines, found, names, strict=True)):
        named = why[number] is None and at and name and anchors >= 2 and _speaks(name)
        if named and at and _OPENS.match(line, at.words_start) and _CLOSES.search(line) and not _headline(line[at.words_start :]):
            why[number] = "speaker's label among turns"
    for number in range(1, len(lines)):
        pair = (number - 1, number)
        if lines[number - 1].rstrip().endswith("?") and all(_DIALOGUE.match(lines[n]) and _CLOSES.search(lines[n]) for n in pair):
            why[number - 1], why[number] = (why[n] or "question and answer with dashes" for n in pair)
    for order in (range(len(lines)), reversed(range(len(lines)))):
        for number in order:
            at = found[number]
            if why[number] is None and at and not names[number] and _CLOSES.search(lines[number]):
                beside = [why[n] for n in (number - 1, number + 1) if 0 <= n < len(lines)]
                if any(beside) and _OPENS.match(lines[number], at.words_start):
                    why[number] = "dash among turns"
    return why


def _key(name: str) -> str:
    return re.sub(r"\([^()]*\)", "", name).strip().casefold()


def _is_caps(name: str) -> bool:
    bare = re.sub(r"\([^()]*\)", "", name).strip()
    return bare.isupper() and len(bare) > 3


def _speaks(name: str) -> bool:
    """Whether a label can be somebody's: not "Breaking News", and not a clause that happens to be capitalised."""
    bare = re.sub(r"\([^()]*\)", "", name).strip()
    words = bare.split()
    return 0 < len(words) <= 12 and bare.casefold() not in languages.words("en", "not_speakers") and not words[-1].islower()


def _headline(words: str) -> bool:
    found = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return len(found) > 2 and sum(word[0].isupper() for word in found) > 0.8 * len(found)
