"""What an attribution is before mentions are known, and what one paragraph leaves to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dateline.mark.parse import Piece
from dateline.mark.statements.quotation import Quotation
from dateline.mark.statements.speakers import author, phrase
from dateline.trees import Token

FoundKind = Literal["direct", "mixed", "indirect", "turn"]
WRITERS = frozenset({"i", "we"})  # outside quotation marks nobody but who writes
WORD = re.compile(r"\w[\w'\u2019-]*")


@dataclass(frozen=True)
class Who:
    """A phrase start..end that names who speaks; `head` is the character where its head word starts."""

    start: int
    end: int
    head: int
    other: int | None = None  # where the head of its apposition starts: "the envoy, Ivan Petrov"
    by: int | None = None  # where the phrase of the head itself starts: "Petrov's office" in "a statement from Petrov's office"


@dataclass(frozen=True)
class Found:
    """One attribution: its content start..end (marks of quotation included), and the quoted parts in it."""

    start: int
    end: int
    kind: FoundKind
    force: str
    cue: tuple[int, int] | None
    speaker: Who | None
    quoted: tuple[Quotation, ...] = ()
    relay: Who | None = None
    nested: bool = False  # inside another attribution
    clause: bool = True  # the content is a clause, not a noun phrase or an infinitive
    words: bool = True  # a clause, or somebody's very words: a quoted part of it is this speaker's
    scope: tuple[int, int] | None = None  # the sentence of the cue
    retold: bool = False  # by the speaker of a turn
    real: bool = True  # it was said, and not only asked for, feared or supposed


class Carried:
    """What one paragraph leaves to the next: who spoke last, whether a quotation is still open, the two in a dialogue."""

    def __init__(self) -> None:
        self.last: Found | None = None
        self.open = False
        self.announced: Found | None = None  # "Petrov continued:" at the end of a paragraph
        self.scene: Who | None = None  # who acts at the end of the paragraph before a dialogue
        self.dialogue: list[tuple[str, Who]] = []  # the last two different speakers of turns, the later one last


def who(piece: Piece, head: Token) -> Who:
    """The phrase of a speaker; a relative pronoun stands for the noun its clause hangs on."""
    start, end = phrase(head)
    resolved = head
    if head.tag_ in ("WP", "WDT"):
        clause = head.head
        for _ in range(4):
            if clause.dep_ == "relcl":
                resolved = clause.head
                break
            clause = clause.head
    if (by := author(resolved)) is not None:
        resolved = by
        first, last = phrase(by)
        start, end = min(start, first), max(end, last)
    other = next((c for c in resolved.children if c.dep_ == "appos"), None)
    beside = piece.offset + other.idx if other is not None else None
    return Who(piece.offset + start, piece.offset + end, piece.offset + resolved.idx, beside, piece.offset + phrase(resolved)[0])
