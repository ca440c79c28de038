"""Who is told of together: heads joined by "and", people named in a list after the first, the peoples of joint forces."""

from __future__ import annotations

from dateline.trees import Token

_MOST = 20  # heads of one list


def conjoined(token: Token) -> list[Token]:
    """The other heads joined to this one by "and"; the list stops at a clause."""
    found: list[Token] = []
    todo = [token]
    while todo and len(found) < _MOST:
        head = todo.pop()
        for child in head.children:
            listed = child.dep_ == "appos" and child.tag_ == "NNP" == head.tag_ and any(c.dep_ == "conj" for c in child.children)
            if (child.dep_ == "conj" or listed) and child.pos_ in ("NOUN", "PROPN", "PRON", "X"):
                found.append(child)
                todo.append(child)
    return found


def joined_before(head: Token) -> list[Token]:
    """The words before a noun that "and" joins: "Chilean" and "Peruvian" in "Chilean and Peruvian forces"."""
    first = [c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod") and any(g.dep_ == "conj" for g in c.children)]
    found: list[Token] = []
    while first and len(found) < _MOST:
        found.append(first[0])
        first = [g for g in first[0].children if g.dep_ == "conj"]
    return found
