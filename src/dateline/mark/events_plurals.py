"""Who "they" are by the grammar of the sentence, and the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.trees import Token

_SUBJECT = ("nsubj", "nsubjpass")
_DEEPEST = 12


def plural(pronoun: Token, resolve: Callable[[Token], list[int]]) -> list[int]:
    """The mentions that "they", "both" or "the two" stands for: those of the nearest clause before it with several; or none."""
    for verb in _verbs_before(pronoun):
        subjects = [
            c for c in verb.children if c.dep_ in _SUBJECT and c != pronoun and c.i < pronoun.i and not c.is_ancestor(pronoun)
        ]
        if not subjects:
            continue
        for parts in (subjects, [*subjects, *_beside(verb)]):
            found = [index for token in parts if token.i < pronoun.i for index in resolve(token)]
            if len(found) > 1 or (found and all(t.tag_ in ("NNS", "NNPS") for t in parts)):
                return list(dict.fromkeys(found))
    return []


def _beside(verb: Token) -> list[Token]:
    """Those whom the subject has to do with: "she met him", "he was there with her"."""
    reached = [t for p in verb.children if p.dep_ == "prep" and p.lower_ == "with" for t in p.children if t.dep_ == "pobj"]
    return reached + [c for c in verb.children if c.dep_ == "dobj"]


def _verbs_before(pronoun: Token) -> Iterator[Token]:
    """Verbs of the clauses above the pronoun's, the nearest first, then that of the sentence before."""
    verb = pronoun.head
    for _ in range(_DEEPEST):
        if verb.pos_ in ("VERB", "AUX"):
            yield verb
        if verb.head == verb:
            break
        verb = verb.head
    if start := pronoun.sent.start:
        yield pronoun.doc[start - 1].sent.root
