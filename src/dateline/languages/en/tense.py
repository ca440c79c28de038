"""The time in which an English clause stands, from the parse: what governs a word is past, present or still to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dateline.trees import Token

Tense = Literal["past", "present", "future"]

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo", "may", "might", "would", "could", "should"})
_AWAITED = frozenset(
    """due set scheduled schedule plan planned slated slate expect expected poise poised hope intend prepare aim vow promise pledge
    agree invite propose await upcoming forthcoming coming likely ready bind bound tentative probable possible prospective future
    proposed anticipate anticipated certain sure supposed meant about effective""".split()  # noqa: SIM905
)
_BY_NOW = frozenset(("invite", "agree", "propose", "vow", "promise", "pledge", "plan", "prepare"))  # had been done by the day named
# what a deed was about has a time of its own
_ASIDE = frozenset(("over", "about", "following", "since", "despite", "for"))
_ARRANGED = ("ccomp", "oprd", "xcomp")  # how a participle hangs on "have" where someone else is to do it
_LEADING = frozenset(
    """go be need want seek offer decide decision proposal deal arrange arrangement intention commitment readiness willingness
    refuse decline urge appeal order instruct demand request determine threaten""".split()  # noqa: SIM905
)
_SAYING = frozenset("say comment speak confirm discuss disclose elaborate reveal identify specify describe provide".split())  # noqa: SIM905
_ALIKE = frozenset("put set cut hit let quit hurt shut spread cost burst cast split bet beat thrust shed".split())  # noqa: SIM905  past as present
_SHIFTED = frozenset("postpone delay defer reschedule adjourn extend shift".split())  # noqa: SIM905
_SHIFTED_BY = frozenset(
    (("put", "off"), ("put", "back"), ("push", "back"), ("move", "back"), ("move", "forward"), ("bring", "forward"))
)
_BY_TIMETABLE = frozenset(("flight", "train", "bus", "service", "airline", "ferry"))  # a scheduled flight is no plan
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_WIDEST = 60  # children; what has more is no clause but a list
_FAR_ENOUGH = 12  # steps up the tree


def tense(token: Token) -> Tense | None:
    """The tense of the clause that `token` stands in; None in a headline or a fragment without a finite verb."""
    if _set_for(token):
        return "future"
    nominal = False
    for node in _ancestors(token):
        if nominal and node.lower_ in _ASIDE and node.pos_ in ("ADP", "SCONJ"):  # "sanctions over the attack in March"
            return None
        nominal |= node.pos_ == "NOUN"
        found = _of_node(node)
        if found:
            return found
    return None


def _set_for(token: Token) -> bool:
    """A day that something is "for": a strike for Monday, a session called for the 10th of June."""
    verb = token.head.head
    if token.head.lower_ in ("to", "until", "till") and (
        verb.lemma_ in _SHIFTED or (verb.lemma_, *(c.lower_ for c in verb.children if c.dep_ == "prt")) in _SHIFTED_BY
    ):  # "put off to Friday"
        return True
    if token.head.lower_ != "for" or token.head.pos_ != "ADP" or any(child.dep_ == "poss" for child in token.children):
        return False
    numbered = token.like_num or token.lower_[:-2].isdigit() or any(c.dep_ == "nummod" and len(c.text) <= 2 for c in token.children)
    return token.lower_ in _DAYS or numbered


def _ancestors(token: Token) -> Iterator[Token]:
    node = token
    for _ in range(_FAR_ENOUGH):
        yield node
        if node.head is node:
            return
        node = node.head


def _of_node(node: Token) -> Tense | None:
    if len(node.children) > _WIDEST:
        return None
    if node.pos_ not in ("VERB", "AUX"):
        awaited = node.pos_ in ("ADJ", "NOUN", "PROPN") and (
            (node.pos_ == "ADJ" and node.lower_ in _AWAITED and node.dep_ != "amod")
            or any(_awaits(child) for child in node.children)
        )
        over = node.dep_ == "acomp" and any(child.dep_ == "aux" and child.lower_ == "had" for child in node.head.children)
        return ("past" if over else "future") if awaited else None  # "had been due"
    auxiliaries = [child for child in node.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if node.tag_ == "VBN" and node.head.lemma_ == "have" and node.dep_ in _ARRANGED:  # "is to have his knee replaced"
        return None
    if node.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in _AWAITED for c in node.children):  # "was likely in July"
        return "past" if "had" in words else "future"  # "had been due on Friday"
    negated = any(child.dep_ in ("neg", "preconj") or child.lower_ in ("neither", "nor", "no") for child in node.children)
    if ("could" in words and (negated or _negated_subject(node))) or (
        words & {"would", "could"} and negated and node.lemma_ in _SAYING
    ):
        return "past"  # "could not be reached on Friday"
    if node.tag_ == "VBN" and not auxiliaries and node.dep_ not in ("conj", "ROOT"):  # "the decision announced on"
        return "future" if node.lemma_ in _AWAITED or node.lower_ in _AWAITED else "past"
    if (
        node.tag_ in ("VBD", "VBN")
        and node.lemma_ in ("schedule", "slate", "plan")
        and any(c.dep_ == "dobj" for c in node.children)
    ):
        return "future"  # "scheduled a hearing Thursday"
    if node.tag_ == "VBD":  # "May spoke": no modal stands before a past tense
        return "past"
    if words & _FUTURE_AUX:
        perfect = "have" in words and node.tag_ == "VBN"
        return "past" if perfect else "future"
    if node.lemma_ == "be" and any(child.dep_ == "attr" and child.lower_ in _AWAITED for child in node.children):
        return "future"
    awaited = node.lemma_ in _AWAITED or node.lower_ in _AWAITED
    if awaited and any(child.dep_ == "auxpass" for child in auxiliaries):  # "is scheduled", "was set to"
        return "past" if "had" in words and node.lemma_ in _BY_NOW else "future"
    if "to" in words:  # an infinitive looks forward from a plan, and otherwise stands in the time of its governor
        if node.head.lemma_ in ("decline", "refuse") and node.lemma_ in _SAYING:
            return None
        return "future" if _looks_forward(node.head) else None
    if node.tag_ in ("VBP", "VB") and node.lemma_ in _ALIKE and not auxiliaries:
        return "past"
    if node.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return "past"
    if node.tag_ == "VBN" and any(child.lemma_ == "have" for child in auxiliaries):
        return "past"
    if node.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "present"
    return None


def _negated_subject(node: Token) -> bool:
    """ "Neither of them could be reached"."""
    return any(
        child.dep_ in ("nsubj", "nsubjpass") and (child.lower_ in ("neither", "none", "nobody") or any(
            inner.lower_ in ("neither", "no") for inner in child.children))
        for child in node.children
    )  # fmt: skip


def _looks_forward(governor: Token) -> bool:
    """Whether a plan governs the infinitive; "had been due to" looks back on one."""
    verb = governor.head if governor.dep_ == "acomp" else governor
    if any(child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in verb.children):
        return False
    return governor.lemma_ in _AWAITED | _LEADING or governor.lower_ in _AWAITED


def _awaits(child: Token) -> bool:
    if child.i > 0 and child.doc[child.i - 1].text == "-":  # "Iraqi-bound cargo"
        return False
    return child.dep_ == "amod" and child.lower_ in _AWAITED and child.head.lemma_ not in _BY_TIMETABLE
