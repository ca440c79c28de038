"""Lines under pictures, told by the marks that captions carry and running prose does not."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r".*(?:/\s?(?:[A-Z][\w.]+\s){0,3}(?:Photo|Handout|Pool|File|Getty Images|Images)\.?"
    r"|\((?:[^()]{0,60}\b)?(?:AP|EPA|AFP|Reuters|Getty|Photo|Pool|File|Image|Credit|Courtesy|Picture|Handout)\b[^()]{0,80}\)"
    r"|\[[^\[\]]{0,60}(?:/\s?(?:Reuters|AFP|AP|EPA|Getty)|Photo)[^\[\]]{0,60}\]"
    r"|\b(?:Photo|Photograph|Picture|Image|Photo credit|Credit)s?\s?(?::|by)\s.{2,80}"
    r"|\b(?:AP|EPA|AFP|Reuters|Getty Images)\s?(?:Photo|/\s?\w[\w .]{2,40})"
    r"|[|—–-]\s?(?:Reuters|AFP|AP|EPA|Getty(?: Images)?)\s?(?:photo)?)\s*[.)]?"
)
_HEAD = re.compile(
    r"(?:FILE(?: PHOTO)?\s?[-–—:]|FILE - |(?:File|Stock|Undated) (?:photo|picture|image)\b|Photos?\s?:|Pictured?:|Caption:"
    r"|IMAGE:|Image(?: source| credit)?:)"
)
_SHOWN = re.compile(
    r"(?:In this|This) (?:\w+\.? )?(?:\w+,? )?(?:\w+\.? \d{1,2}, \d{4},? )?(?:file )?(?:photo|photograph|image|picture)\b"
)
_SIDES = re.compile(
    r"\((?:[LRC]|left|right|center|centre|background|[2-9](?:nd|rd|th)? [LR]|front|back)\)|, (?:left|right|center|centre),"
    r"| \((?:from )?(?:left|right)"
)
_DAY = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b")
_NOW = re.compile(
    r"\b(?:[a-z]+s|shake|meet|arrive|attend|hold|walk|speak|pose|enter|sit|stand|talk|leave|greet|listen|sign|wait|embrace"
    r"|look|gather|take part)\b"
)
_SAID = re.compile(r"\b(?:said|told|says|added)\b")
_PAST = re.compile(r"\b(?:was|were|had|has|have|did|will|would|since|through|until|by|after|before)\b")


def caption(line: str) -> str | None:
    """Why a line is the caption of a picture; None for any other line."""
    if len(line) > 600:
        return None
    if _HEAD.match(line) or _SHOWN.match(line):
        return "opens like a caption"
    if _CREDIT.fullmatch(line[-200:] if len(line) > 200 else line) and not _SAID.search(line):
        return "picture credit"
    if len(line) < 400 and _SIDES.search(line) and _NOW.search(line) and not _SAID.search(line):
        return "left and right"
    if (
        len(line) < 260
        and _DAY.search(line)
        and _NOW.search(line)
        and '"' not in line
        and line.count(". ") < 2
        and _DAY.search(line[-30:])
        and not _PAST.search(line)
    ):
        return "present tense with a full date"
    return None
