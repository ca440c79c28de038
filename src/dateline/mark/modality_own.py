"""What a verb says of its own standing: its auxiliaries, its negation, its adverbs."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from dateline.mark.events_frames import Modals, lemma
from dateline.records import Modality, Status
from dateline.trees import Token, once


class Standing(NamedTuple):
    modality: Modality
    status: Status


HAPPENED = Standing("asserted", "happened")
PLANNED = Standing("future", "planned")
PROPOSED = Standing("conditional", "proposed")
INVITED = Standing("future", "proposed")
CANCELLED = Standing("negated", "cancelled")
DENIED = Standing("negated", "denied")
UNKNOWN = Standing("conditional", "unknown")
BY_NAME = {
    "planned": PLANNED,
    "proposed": INVITED,
    "cancelled": CANCELLED,
    "denied": DENIED,
    "unknown": UNKNOWN,
    "happened": HAPPENED,
}


@once
def own_standing(verb: Token, modals: Modals) -> Standing:
    """The verb's auxiliaries and negation."""
    holder = verb
    while holder.dep_ == "conj" and holder.head.pos_ in ("VERB", "AUX") and not has_own_clause(holder) and holder.head.i < holder.i:
        holder = holder.head
    auxiliaries = {c.lower_ for v in {verb, holder} for c in v.children if c.dep_ in ("aux", "auxpass") and not named(c)}
    negated = is_negated(verb, modals)
    going = verb.tag_ == "VBG" and lemma(verb) in modals.happenings["going"] and bool(auxiliaries & modals.auxiliaries["present"])
    if auxiliaries & modals.auxiliaries["planned"] or (going and negated):  # "he is not coming"
        if on_condition(verb, modals):
            return PROPOSED
        return CANCELLED if negated else PLANNED
    if auxiliaries & modals.auxiliaries["would"]:
        if negated:
            return CANCELLED
        if "have" in auxiliaries:
            return DENIED  # "would have met him"
        reported = any(a.pos_ == "VERB" and a.tag_ == "VBD" for a in verb.ancestors)
        return PLANNED if reported and not on_condition(verb, modals) else PROPOSED
    if auxiliaries & modals.auxiliaries["proposed"]:
        return DENIED if negated else PROPOSED
    return DENIED if negated else HAPPENED


def is_negated(verb: Token, modals: Modals) -> bool:
    """ "did not meet", "never met", "nobody met", "neither of them met", "met no envoy", "nearly met", "not once have they met"."""
    if verb.pos_ == "VERB" and any(c.lower_ == "longer" and any(t.lower_ == "no" for t in c.children) for c in verb.children):
        return True
    absent = modals.negations["determiners"]
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in modals.negations["adverbs"]):
            if not only_from(verb):
                return True
        elif child.dep_ == "advmod" and child.lower_ in ("once", "ever") and any(c.dep_ == "neg" for c in child.children):
            return True
        elif child.dep_ in ("nsubj", "nsubjpass"):
            if child.lower_ in modals.negations["nobody"] or any(
                (c.lower_ in absent and c.dep_ in ("det", "preconj")) or (c.dep_ == "neg" and c.doc[c.i + 1].lower_ != "only")
                for c in child.children
            ):
                return True
        elif child.dep_ == "dobj" and any(c.lower_ == "no" and c.dep_ == "det" for c in child.children):
            return True
    return False


def inverted(clause: Token) -> str | None:
    """The auxiliary before the subject that makes a clause a condition: "had he met them", "were the king to come"."""
    first = clause.doc[clause.left_edge.i]
    if clause.dep_ != "advcl" or first.lower_ not in ("had", "were", "should") or first not in (clause, *clause.children):
        return None
    behind = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for c in clause.children)
    return first.lower_ if behind else None


def on_condition(verb: Token, modals: Modals) -> bool:
    """Whether the verb's clause holds only if another does: "will sign if they are freed", but "even if they are not"."""
    return condition(verb, modals) is not None


def condition(verb: Token, modals: Modals) -> Token | None:
    """The head of the clause or phrase that must hold for the verb's to do so."""
    for prep in verb.children:
        if prep.dep_ == "prep" and any(
            f"{prep.lower_} {t.lower_}" in modals.marks["terms"] for t in prep.children if t.dep_ == "pobj"
        ):
            return prep
    for clause in verb.children:
        if clause.dep_ not in ("advcl", "prep"):
            continue
        near = [t.lower_ for t in clause.doc[max(0, clause.left_edge.i - 1) : clause.left_edge.i + 2]]
        if any(" ".join(pair) in modals.marks["only"] for pair in pairwise(near)):
            return clause
        marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ in modals.marks["conditional"]]
        if inverted(clause) or (marks and not any(c.lower_ in ("even", "as") for c in clause.children)):
            return clause
    return None


def only_from(verb: Token) -> bool:
    """Whether a negation says when, not whether: "will not open until June 19", "did not leave until Monday"."""
    return any(
        c.dep_ in ("prep", "mark") and c.lower_ in ("until", "till") and any(g.pos_ in ("NOUN", "PROPN", "NUM") for g in c.children)
        for c in verb.children
    )


def named(auxiliary: Token) -> bool:
    """Whether a person or a month is taken for an auxiliary: "May told them", "Will met the king", "on 11 May they met"."""
    if auxiliary.tag_ not in ("MD", "NNP") or not auxiliary.text.istitle():
        return False
    beside = auxiliary.doc[max(0, auxiliary.i - 1) : auxiliary.i + 2]
    return (
        auxiliary.tag_ == "NNP" or auxiliary.head.tag_ in ("VBD", "VBZ") or any(t.like_num and t.i != auxiliary.i for t in beside)
    )


def has_own_clause(verb: Token) -> bool:
    """Whether a conjoined verb has a subject or an auxiliary of its own, or another form than an infinitive."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children) or verb.tag_ in ("VBD", "VBZ")


def infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def was_to_have(verb: Token) -> bool:
    """ "was to have visited Oslo": foreseen once, and not done."""
    return infinitive(verb) and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def bare_infinitive(verb: Token) -> bool:
    return infinitive(verb) and not any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)


def main_verb(token: Token) -> Token | None:
    """The verb of the clause that a token stands in."""
    steps = 0
    while token.pos_ not in ("VERB", "AUX") and token.head != token and steps < 10:
        token, steps = token.head, steps + 1
    return token if token.pos_ in ("VERB", "AUX") else None
