"""What a number counts: its noun and the words beside it."""

from __future__ import annotations

import re

from dateline.trees import Token


def counted(last: Token) -> Token | None:
    """The noun that the number counts: its head, or the noun after "of its"."""
    token: Token = last
    for _ in range(4):
        if token.pos_ == "NOUN" and token.i > last.i:
            return token
        head = token.head
        if head == token or head.i < last.i - 1:
            break
        token = head
    following = last.doc[last.i + 1 : last.i + 6]
    for token in following:
        if token.pos_ == "ADP" and token.lower_ != "of":
            break
        if token.pos_ == "NOUN":
            return token
        within = (
            token.pos_ in ("ADJ", "PRON", "PROPN", "DET", "ADP", "PUNCT", "NUM", "PART") or token.tag_ == "VBN"
        )  # "invited people"
        if not within or token.text in (".", ",", ";", ")"):
            break
    return None


def about_words(head: Token | None, last: Token, match: re.Match[str], unit: str) -> tuple[str, int]:
    """The words counted and where they end, as an offset into the piece."""
    if head is None or head.i <= last.i or head.i - last.i > 6 or head.sent.start > last.i:
        return "", match.end()
    between = last.doc[last.i + 1 : head.i + 1]
    words = [t for t in between if t.pos_ in ("NOUN", "ADJ", "PROPN") and t.text not in ("long", "more")]
    return " ".join(t.lower_ for t in words), match.end() if unit else head.idx + len(head.text)
