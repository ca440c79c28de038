"""Quotation marks paired inside one paragraph, whatever their style, never giving up on an odd one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

_CORNERS = "\u300c\u300e\u300d\u300f"  # the first two open
_DOUBLE = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb' + _CORNERS)
_SINGLE = frozenset("'\u2018\u2019\u201a\u201b\u2039\u203a")
_GUILLEMETS = frozenset("\u00ab\u00bb\u2039\u203a")
_TWO_SINGLES = ("''", "``", "\u2019\u2019", "\u2018\u2018")  # agencies type '' for a double mark
DEEPEST = 8  # quotations inside each other that are still followed
_MARK = re.compile("|".join(_TWO_SINGLES) + f"|[{''.join(sorted(_DOUBLE | _SINGLE))}]")
_MAY_PRECEDE_OPENING = frozenset("([{-\u2013\u2014/\u2026:;=") | _DOUBLE
_ELISION = re.compile(r"['\u2019](?:\d|(?:em|tis|twas|til|cause|n)\b)", re.IGNORECASE)  # "'90s", "'em"
_WORDS = re.compile(r"\w[\w'\u2019-]*")
_CLAUSE_END = re.compile(r"[.!?,](?=\s|$)")


@dataclass(frozen=True)
class Quotation:
    """Offsets into the report: `start`..`end` the words, `outer_start`..`outer_end` with their marks. `single`: single marks."""

    outer_start: int
    start: int
    end: int
    outer_end: int
    single: bool
    closed: bool


@dataclass(frozen=True)
class _Mark:
    at: int
    width: int
    char: str
    single: bool
    opens: bool
    closes: bool


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """All quotations of the paragraph text[start:end], those inside others included, ordered by start, the longer first."""
    found: list[Quotation] = []
    open_marks: list[_Mark] = []
    marks = list(_marks(text, start, end))

    def close(mark: _Mark, at: int, outer_end: int, closed: bool) -> None:
        if closed or not mark.single:  # a single mark that nothing closes was an apostrophe
            found.append(_quotation(text, mark, at, outer_end, closed))

    for number, mark in enumerate(marks):
        if mark.single and mark.closes and _plural(text, marks, number):
            continue
        if len(open_marks) > DEEPEST:
            close(open_marks.pop(0), mark.at, mark.at, False)
        partner = next((i for i in reversed(range(len(open_marks))) if _closes(mark, open_marks[i])), None)
        if partner is not None:
            for stray in open_marks[partner + 1 :]:
                close(stray, mark.at, mark.at, False)
            close(open_marks[partner], mark.at, mark.at + mark.width, True)
            del open_marks[partner:]
        elif mark.opens or (not mark.single and not open_marks and mark.at + 1 < end and text[mark.at + 1].isalnum()):
            if _forgotten(open_marks, marks, number):
                at = _clause_end(text, open_marks[0].at + 1, mark.at)
                for stray in open_marks:
                    close(stray, at, at, False)
                open_marks.clear()
            open_marks.append(mark)
    last = next((m for m in reversed(marks) if m.single), None)
    for stray in open_marks:
        if stray.single and last is not None and _holds(text, stray, last, start, end):
            close(stray, last.at, last.at + last.width, True)
        else:
            close(stray, end, end, False)
    return sorted((q for q in found if q.end > q.start), key=lambda q: (q.outer_start, -q.outer_end))


def outermost(found: list[Quotation]) -> list[Quotation]:
    """Quotations that lie in no other one."""
    out: list[Quotation] = []
    for quotation in found:
        if not out or quotation.outer_start >= out[-1].outer_end:
            out.append(quotation)
    return out


def stands_alone(text: str, q: Quotation, start: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own."""
    before = text[max(start, q.outer_start - 200) : q.outer_start].rstrip()
    opened = not before or before[-1] in '.!?:\u2026"\u201d\u2019\u2014-' or before[-1] == "\u201c"
    words = len(_WORDS.findall(text, q.start, q.end))
    ended = text[q.end - 1] in ".!?\u2026,-\u2014" or text[q.outer_end : q.outer_end + 1] in (".", "!", "?") or not q.closed
    whole = not before and not text[q.outer_end : min(end, q.outer_end + 200)].strip(" .\t\n")
    return (
        opened
        and words >= 2
        and (ended or (whole and words >= 4))
        and (text[q.start].isupper() or not text[q.start].isalpha() or whole)
    )


def _quotation(text: str, mark: _Mark, end: int, outer_end: int, closed: bool) -> Quotation:
    start = mark.at + mark.width
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(mark.at, start, end, max(end, outer_end), mark.single, closed)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    out: list[_Mark] = []
    for match in _MARK.finditer(text, start, end):
        at, width = match.start(), len(match.group())
        char = match.group() if width == 1 else '"'
        before = text[at - 1] if at > start else " "
        after = text[at + width] if at + width < end else " "
        judge = _judge_single if char in _SINGLE else _judge_double
        opens, closes = judge(text, at, char, before, after)
        if opens or closes:
            out.append(_Mark(at, width, char, char in _SINGLE, opens, closes))
    return out


def _judge_double(text: str, at: int, char: str, before: str, after: str) -> tuple[bool, bool]:
    """(opens, closes) from the mark's neighbours; a curly mark's shape counts unless both neighbours speak against it."""
    if char in _CORNERS:
        return char in _CORNERS[:2], char in _CORNERS[2:]
    free = before.isspace() or before in _MAY_PRECEDE_OPENING or before in _SINGLE
    opens = free and not after.isspace()
    if char == "\u201c":
        opens = opens or free or after.isalnum()
    elif char == "\u201d":
        opens = opens and before.isspace() and after.isalnum()
    elif before.isdigit() and (after.isspace() or after in ",x)"):
        return False, True
    either = opens and not before.isspace() and not after.isalnum()
    return opens, not opens or either


def _judge_single(text: str, at: int, char: str, before: str, after: str) -> tuple[bool, bool]:
    if (before.isalnum() and after.isalnum()) or _ELISION.match(text, at):
        return False, False
    free = before.isspace() or before in _MAY_PRECEDE_OPENING
    opens = free and not after.isspace() and char != "\u203a"
    return opens, not opens and not before.isspace() and not after.isalnum() and char != "\u2018"


def _plural(text: str, marks: list[_Mark], number: int) -> bool:
    """Whether a single mark after an s is a possessive ("workers' rights"): another one that closes comes before any that opens."""
    at = marks[number].at
    if text[at - 1 : at].lower() != "s" or not text[at + 1 : at + 3].strip()[:1].isalpha():
        return False
    later = next((marks[i] for i in range(number + 1, len(marks)) if marks[i].single), None)
    return later is not None and not later.opens


def _closes(mark: _Mark, opened: _Mark) -> bool:
    if mark.single != opened.single:
        return False
    if opened.char in _GUILLEMETS:
        return mark.char in _GUILLEMETS and mark.char != opened.char
    return mark.closes or (opened.char in "\u201e\u201a" and mark.char in "\u201c\u2018")


def _forgotten(open_marks: list[_Mark], marks: list[_Mark], number: int) -> bool:
    """Whether an open mark of the same shape as marks[number] was never closed: unless enough closing ones follow for both."""
    mark = marks[number]
    if mark.single or not any(m.char == mark.char for m in open_marks[-3:]):
        return False
    later = (m for m in marks[number + 1 : number + 9] if not m.single)
    return sum(1 for _ in takewhile(lambda m: not m.opens, later)) < 2


def _holds(text: str, opened: _Mark, last: _Mark, start: int, end: int) -> bool:
    """Whether two single marks stand around the whole paragraph: one mark then closes both it and a quotation at its end."""
    return last.closes and not text[start : opened.at].strip() and not text[last.at + last.width : end].strip()


def _clause_end(text: str, start: int, end: int) -> int:
    """Where a quotation that was never closed most likely ends: at its first clause."""
    found = _CLAUSE_END.search(text, start, end)
    return found.end() if found else end
