"""The standing of an event as one clause puts it: did it happen, is it planned, proposed, called off, denied, not known?

Rules climb the parse from the event's word: first what it says itself (`modality_own`: auxiliaries, adverbs, negation), then what
governs it (`modality_governors`: "is due to hold", "the possibility of talks"), clause by clause. The word lists are in
`languages/<code>/modality.toml`.
"""

from __future__ import annotations

from dateline.mark.events_frames import Modals, lemma
from dateline.mark.modality_governors import called_off, governor_status, noun_standing
from dateline.mark.modality_own import (
    CANCELLED,
    DENIED,
    HAPPENED,
    INVITED,
    PLANNED,
    PROPOSED,
    UNKNOWN,
    Standing,
    bare_infinitive,
    has_own_clause,
    infinitive,
    inverted,
    main_verb,
    own_standing,
    was_to_have,
)
from dateline.trees import Token, once

DEEPEST = 10
_BESIDE = frozenset(("before", "after", "since", "by", "while", "in", "following", "when", "upon", "on", "with", "despite", "as"))
_BELOW = frozenset(("xcomp", "ccomp", "dobj", "acomp", "oprd", "attr", "csubj", "dep", "pcomp", "prep"))


@once
def of_verb(verb: Token, modals: Modals, depth: int = 0) -> Standing:
    """What the verb's clause says of it, with all that governs the clause."""
    own = own_standing(verb, modals)
    if depth > DEEPEST:
        return own
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if marks & modals.marks["unknown"]:
        weighed = governor_status(verb.head, modals)
        return INVITED if weighed is INVITED else UNKNOWN  # "is weighing whether to send them"
    if marks & modals.marks["conditional"]:
        return PROPOSED if own.status != "denied" else UNKNOWN
    if supposed := _supposed(verb):
        return DENIED if supposed == "had" else PROPOSED
    if "before" in marks and own is PROPOSED and verb.head.tag_ == "VBD":
        return DENIED  # "broke out before they could sign it"
    if own.status == "happened" or bare_infinitive(verb):
        governed = _governed(verb, own, modals, depth)
        own = DENIED if own.modality == "negated" and governed is HAPPENED else governed
    disowned = verb.dep_ == "ccomp" and own in (PLANNED, PROPOSED) and _told(verb, verb.head, own, modals) is DENIED
    return CANCELLED if disowned or (own is PLANNED and _in_lost_clause(verb, modals)) else own


def _supposed(verb: Token) -> str | None:
    """The auxiliary that makes the clause a condition, or one just above it: "were the king to come"."""
    for _ in range(3):
        if first := inverted(verb):
            return first
        verb = verb.head
    return None


def _in_lost_clause(verb: Token, modals: Modals) -> bool:
    """ "the dinner at which they were to meet was cancelled"."""
    clause = verb if verb.dep_ == "relcl" else verb.head
    return clause.dep_ == "relcl" and called_off(clause.head, modals)


def _governed(verb: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    """What stands above the verb's clause."""
    head, dep = verb.head, verb.dep_
    if head == verb or dep == "ROOT":
        return PLANNED if infinitive(verb) else own
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return own if has_own_clause(verb) and not infinitive(verb) else of_verb(head, modals, depth + 1)
    if dep == "acl" or (dep == "relcl" and (infinitive(verb) or noun_standing(head, modals) is DENIED)):
        return _under_noun(verb, own, modals, depth)
    if dep != "relcl" and dep in _BELOW | {"advcl", "conj"}:
        if head.dep_ in ("prep", "mark") or head.pos_ in ("ADP", "SCONJ"):
            return _under_preposition(head, own, modals, depth)
        if dep in _BELOW and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            return _under_verb(verb, head, own, modals, depth)
        if dep == "advcl":
            return _adverbial(verb, own, modals, depth)
    return own


def _under_verb(verb: Token, head: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    if verb.dep_ == "ccomp" and not infinitive(verb):
        return _told(verb, head, own, modals)
    status = governor_status(head, modals)
    if status is not None:
        return CANCELLED if own.modality == "negated" else _passed_on(status, head, modals, depth)
    yet = infinitive(verb) and any(c.lower_ == "yet" for c in (*head.children, *verb.children))
    if yet and lemma(head) in ("have", "be", "remain"):
        return DENIED  # "has yet to visit Oslo"
    if head.pos_ == "AUX" or lemma(head) == "be":
        if was_to_have(verb):
            return CANCELLED
        still_to_come = infinitive(verb) and not any(c.dep_ in ("attr", "acomp") for c in head.children)
        return PLANNED if still_to_come else of_verb(head, modals, depth + 1)
    if own.modality == "negated":
        return CANCELLED
    if head.pos_ == "VERB":
        above = of_verb(head, modals, depth + 1)
        going = lemma(head) == "go" and head.tag_ == "VBG" and infinitive(verb)
        return PLANNED if above is HAPPENED and going else above
    return PLANNED if infinitive(verb) else own


def _passed_on(status: Standing, head: Token, modals: Modals, depth: int) -> Standing:
    """What is said of the governor is said of what it governs: "failed to agree to meet", "may agree to meet"."""
    if status not in (PLANNED, INVITED) or head.pos_ != "VERB" or head.dep_ not in ("xcomp", "pcomp", "ROOT"):
        return status
    above = of_verb(head, modals, depth + 1)
    if above is PROPOSED:
        return PROPOSED
    return CANCELLED if above.modality == "negated" and above is not own_standing(head, modals) else status


def _told(verb: Token, head: Token, own: Standing, modals: Modals) -> Standing:
    """What a verb makes of a clause that it tells: "denied that they met", "agreed that they meet in May"."""
    word = lemma(head)
    judged = {lemma(c) for c in head.children if c.dep_ in ("acomp", "attr")} if head.pos_ == "AUX" else set()
    if judged & modals.governors["untrue"] or ("true" in judged and any(c.dep_ == "neg" for c in head.children)):
        return DENIED
    if word in modals.governors["disowning"]:
        return own if any(c.dep_ == "neg" for c in head.children) else DENIED
    if word in modals.governors["unknown"]:
        return UNKNOWN
    timeless = verb.tag_ in ("VB", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if word in ("hope", "wish", "propose", "suggest", "demand", "urge", "request"):
        return INVITED
    if timeless and word in modals.happenings["settling"]:
        return governor_status(head, modals) or own
    return own


def _under_noun(verb: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    noun = verb.head
    standing = noun_standing(noun, modals)
    if not infinitive(verb):
        that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
        wanted = that and verb.tag_ in ("VB", "VBP") and own is HAPPENED and standing is not PLANNED
        return standing if standing is not None and (standing.modality == "negated" or wanted) else own
    if standing is not None:
        return CANCELLED if own.modality == "negated" else standing
    ranked = any(
        c.ent_type_ == "ORDINAL" or c.tag_ in ("JJS", "RBS") or c.lower_ in ("last", "only", "first") for c in noun.children
    )
    if not ranked:
        return PLANNED
    return of_verb(noun.head, modals, depth + 1) if noun.head.pos_ in ("VERB", "AUX") else HAPPENED


def _under_preposition(prep: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    above, word = prep.head, prep.lower_
    if word == "without":
        return DENIED
    if word == "against" and above.pos_ == "VERB":
        return CANCELLED  # "decided against going"
    if {word, above.lower_, *(c.lower_ for c in prep.children)} & {"instead", "rather"}:
        return DENIED  # "went home instead of meeting them"
    meant = noun_standing(above, modals) if above.pos_ in ("NOUN", "PROPN") else None
    if word in _BESIDE and meant is None:
        main = main_verb(above)
        standing = of_verb(main, modals, depth + 1) if main is not None else own
        if standing.status == "happened" and word == "before":
            return HAPPENED if main is not None and main.tag_ == "VBD" else PLANNED
        return standing if standing.status in ("planned", "proposed", "happened") else own
    if above.pos_ in ("NOUN", "PROPN"):
        return meant or own
    if above.pos_ in ("ADV", "ADP") and above.head.pos_ == "VERB":
        above = above.head  # "stopped short of signing"
    return governor_status(above, modals, word) or own


def _adverbial(verb: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    main = main_verb(verb.head)
    if main is None:
        return PLANNED if infinitive(verb) else own
    above = of_verb(main, modals, depth + 1)
    if infinitive(verb):
        judged = [s for c in main.children if c.dep_ == "acomp" and (s := governor_status(c, modals))]
        if judged and main.pos_ == "AUX":  # "it would be wise for them to meet"
            return judged[0]
        return HAPPENED if above is HAPPENED and lemma(verb) in modals.happenings["said"] else PLANNED
    if verb.tag_ not in ("VBG", "VBN", "VBZ", "VBP"):
        return own
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if above.status in ("planned", "proposed") and not marks & modals.marks["ahead"]:  # "will sign it when they meet in May"
        return above
    over = main.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in main.children)
    pending = verb.tag_ in ("VBZ", "VBP") and own is HAPPENED and not over
    return PLANNED if pending and marks & modals.marks["ahead"] else own  # "wants to see it before he flies home"
