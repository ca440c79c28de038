"""The standing of an event as one clause puts it: did it happen, is it planned, proposed, called off, denied, not known?

Rules climb the parse from the event's word: its auxiliaries, adverbs and negation, then what governs it ("is due to hold", "the
possibility of talks"). The word lists are in `languages/<code>/modality.toml`.
"""

from __future__ import annotations

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
BY_NAME = {"planned": PLANNED, "proposed": INVITED, "cancelled": CANCELLED, "denied": DENIED, "unknown": UNKNOWN}
DEEPEST = 10


@once
def of_verb(verb: Token, modals: Modals, depth: int = 0) -> Standing:
    """What the verb's clause says of it, with all that governs the clause."""
    own = own_standing(verb, modals)
    if depth > DEEPEST:
        return own
    if any(c.dep_ == "mark" and c.lower_ in modals.marks["unknown"] for c in verb.children):
        return UNKNOWN
    if any(c.dep_ == "mark" and c.lower_ in modals.marks["conditional"] for c in verb.children):
        return PROPOSED if own.status != "denied" else UNKNOWN
    if own.status != "happened" and not _bare_infinitive(verb):
        return own
    governed = _governed(verb, own, modals, depth)
    return DENIED if own.modality == "negated" and governed is HAPPENED else governed


@once
def own_standing(verb: Token, modals: Modals) -> Standing:
    """The verb's auxiliaries and negation."""
    holder = verb
    while (
        holder.dep_ == "conj" and holder.head.pos_ in ("VERB", "AUX") and not _has_own_clause(holder) and holder.head.i < holder.i
    ):
        holder = holder.head
    auxiliaries = {c.lower_ for v in {verb, holder} for c in v.children if c.dep_ in ("aux", "auxpass") and not named(c)}
    negated = any(c.dep_ == "neg" or (c.dep_ == "advmod" and c.lower_ == "never") for c in verb.children) and not only_from(verb)
    negated = negated or any(
        c.lower_ in ("no", "neither") and c.dep_ == "det"
        for s in verb.children
        if s.dep_ in ("nsubj", "nsubjpass")
        for c in s.children
    )
    negated = negated or any(  # "brought no message"
        t.lower_ == "no" and t.dep_ == "det" for c in verb.children if c.dep_ == "dobj" for t in c.children
    )
    longer = [c for c in verb.children if c.lower_ == "longer" and any(t.lower_ == "no" for t in c.children)]
    negated = negated or (bool(longer) and verb.pos_ == "VERB")
    going = verb.tag_ == "VBG" and lemma(verb) in modals.happenings["going"] and bool(auxiliaries & modals.auxiliaries["present"])
    if auxiliaries & modals.auxiliaries["planned"] or (going and negated):  # "he is not coming"
        return CANCELLED if negated else PLANNED
    if auxiliaries & modals.auxiliaries["would"]:
        if negated:
            return CANCELLED
        supposed = any(
            c.dep_ == "advcl" and any(m.lower_ in modals.marks["conditional"] for m in c.children) for c in verb.children
        )
        reported = any(a.pos_ == "VERB" and a.tag_ == "VBD" for a in verb.ancestors)
        return PLANNED if reported and not supposed else PROPOSED
    if auxiliaries & modals.auxiliaries["proposed"]:
        return DENIED if negated else PROPOSED
    return DENIED if negated else HAPPENED


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


def _has_own_clause(verb: Token) -> bool:
    """Whether a conjoined verb has a subject or an auxiliary of its own, or another form than an infinitive."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children) or verb.tag_ in ("VBD", "VBZ")


def infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def was_to_have(verb: Token) -> bool:
    """ "was to have visited Oslo": foreseen once, and not done."""
    return infinitive(verb) and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def _bare_infinitive(verb: Token) -> bool:
    return infinitive(verb) and not any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)


@once
def governor_status(word: Token, modals: Modals, depth: int = 0) -> Standing | None:
    """What a governing verb or adjective makes of what depends on it; None when it says nothing."""
    called_off = lemma(word) == "call" and any(c.dep_ in ("prt", "prep") and c.lower_ == "off" for c in word.children)
    if (called_off or lemma(word) in modals.governors["upset"]) and word.pos_ == "VERB" and _withheld(word, modals):
        return PLANNED  # "would not delay the journey"
    if called_off:
        return UNKNOWN if only_possible(word, modals) else CANCELLED
    if lemma(word) == "open" and word.pos_ == "VERB":  # "is open to talks", but "opened the talks"
        return None
    particles = [c for c in word.children if c.dep_ in ("prt", "advmod") or (c.dep_ == "prep" and c.lower_ in ("off", "out"))]
    names = [f"{lemma(word)}_{c.lower_}" for c in particles] + [lemma(word)]
    order = ("cancelled", "denied", "unknown", "proposed", "planned")
    name = next((kind for n in names for kind in order if n in modals.governors[kind]), None)
    if name is None:
        return None
    standing = BY_NAME[name]
    negated = any(c.dep_ == "neg" for c in (*word.children, *(word.head.children if word.pos_ == "ADJ" else ())))
    if negated and lemma(word) == "rule":
        return UNKNOWN
    if negated:
        return CANCELLED if standing in (PLANNED, INVITED) else HAPPENED if standing is DENIED else standing
    if standing is CANCELLED and only_possible(word, modals):
        return UNKNOWN
    if standing is PLANNED and _turned_down(word, modals):
        return CANCELLED
    return standing


def only_possible(verb: Token, modals: Modals) -> bool:
    """ "may cancel", "threatened to call off": nobody has done it yet."""
    if any(c.dep_ == "aux" and c.lower_ in modals.auxiliaries["proposed"] for c in verb.children):
        return True
    return infinitive(verb) and lemma(verb.head) in modals.governors["proposed"] | {"threaten"}


def _withheld(verb: Token, modals: Modals) -> bool:
    """ "would not cancel", "nothing will stop", "refused to postpone", "has no plans to call off"."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "nothing", "nobody", "neither", "nor") for c in verb.children):
        return True
    if not infinitive(verb):
        return False
    head = verb.head
    turned_down = verb.dep_ == "xcomp" and lemma(head) in modals.governors["denied"]
    return turned_down or any(c.lower_ in ("no", "not", "without") and c.dep_ in ("det", "neg") for c in head.children)


def _turned_down(word: Token, modals: Modals) -> bool:
    """ "was expected to attend but opted not to go", "was to visit but cancelled"."""
    for other in word.conjuncts:
        if other.i < word.i:
            continue
        below = [other, *(c for c in other.children if c.dep_ in ("xcomp", "ccomp"))]
        if any(c.dep_ == "neg" for b in below for c in b.children) or lemma(other) in modals.governors["cancelled"] | {
            "refuse",
            "decline",
        }:
            return True
    return False


def turned_down(verb: Token, modals: Modals) -> bool:
    """ "declined an invitation", "turned the offer down"."""
    names = {lemma(verb), *(f"{lemma(verb)}_{c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod"))}
    return bool(names & modals.governors["turned_down"]) and not any(c.dep_ == "neg" for c in verb.children)


def _governed(verb: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    """What stands above the verb's clause."""
    head, dep = verb.head, verb.dep_
    if head == verb or dep == "ROOT":
        return PLANNED if infinitive(verb) else own
    if dep in ("xcomp", "ccomp", "acomp", "oprd", "pcomp", "prep", "advcl", "acl", "conj", "dobj", "attr", "csubj", "dep", "relcl"):
        if dep == "conj" and head.pos_ in ("VERB", "AUX"):
            return own if _has_own_clause(verb) and not infinitive(verb) else of_verb(head, modals, depth + 1)
        if dep == "acl" or (dep == "relcl" and infinitive(verb)):
            return _under_noun(verb, own, modals, depth)
        if dep == "relcl":
            return own
        if head.dep_ in ("prep", "mark") or head.pos_ in ("ADP", "SCONJ"):
            return _under_preposition(verb, head, own, modals, depth)
        if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and dep in (
            "xcomp",
            "ccomp",
            "dobj",
            "acomp",
            "oprd",
            "attr",
            "csubj",
            "dep",
            "pcomp",
            "prep",
        ):
            return _under_verb(verb, head, own, modals, depth)
        if dep == "advcl":
            return _adverbial(verb, own, modals, depth)
    return own


def _under_verb(verb: Token, head: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    finite_clause = verb.dep_ == "ccomp" and not infinitive(verb)
    status = governor_status(head, modals)
    if finite_clause:
        doubted = lemma(head) in modals.governors["unknown"]
        hoped = lemma(head) in ("hope", "wish", "propose", "suggest", "demand", "urge", "request")
        denied = lemma(head) in ("deny", "dismiss", "reject")
        if denied and any(c.dep_ == "neg" for c in head.children):
            return own  # "did not deny that they had met"
        return UNKNOWN if doubted else DENIED if denied else INVITED if hoped else own
    if status is not None:
        return CANCELLED if own.modality == "negated" else status
    if head.pos_ == "AUX" or lemma(head) == "be":
        if was_to_have(verb):
            return CANCELLED
        return (
            PLANNED
            if infinitive(verb) and not any(c.dep_ in ("attr", "acomp") for c in head.children)
            else of_verb(head, modals, depth + 1)
        )
    if own.modality == "negated":
        return CANCELLED
    if head.pos_ in ("VERB", "AUX"):
        above = of_verb(head, modals, depth + 1)
        if above is HAPPENED and lemma(head) == "go" and head.tag_ == "VBG" and infinitive(verb):
            return PLANNED
        return above
    return PLANNED if infinitive(verb) else own


def _under_noun(verb: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    noun = verb.head
    negated = own.modality == "negated"
    if infinitive(verb) and noun.dep_ in ("dobj", "nsubjpass") and turned_down(noun.head, modals):
        return CANCELLED
    if infinitive(verb):
        denied = any(c.lower_ == "no" for c in noun.children if c.dep_ == "det")
        for name in ("cancelled", "denied", "unknown", "proposed", "planned"):
            if lemma(noun) in modals.nouns[name]:
                standing = BY_NAME[name]
                return (UNKNOWN if lemma(noun) == "decision" else CANCELLED) if denied else CANCELLED if negated else standing
        ranked = any(
            c.ent_type_ == "ORDINAL" or c.tag_ in ("JJS", "RBS") or c.lower_ in ("last", "only", "first") for c in noun.children
        )
        if ranked or noun.head.pos_ in ("VERB", "AUX"):
            above = of_verb(noun.head, modals, depth + 1) if noun.head.pos_ in ("VERB", "AUX") else HAPPENED
            return above if ranked else PLANNED
        return PLANNED
    return own


def _under_preposition(verb: Token, prep: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    above = prep.head
    word = prep.lower_
    if word == "without":
        return DENIED
    if word == "against" and above.pos_ == "VERB":
        return CANCELLED  # "decided against going"
    if word == "instead" or (word == "of" and above.lower_ == "instead") or word == "rather":
        return CANCELLED
    if word in ("before", "after", "since", "by", "while", "in", "following", "when", "upon", "on", "with", "despite", "as"):
        main = main_verb(above)
        standing = of_verb(main, modals, depth + 1) if main is not None else own
        if standing.status == "happened" and word == "before":
            return HAPPENED if main is not None and main.tag_ == "VBD" else PLANNED
        return standing if standing.status in ("planned", "proposed", "happened") else own
    if above.pos_ in ("NOUN", "PROPN"):
        for name in ("cancelled", "denied", "unknown", "proposed", "planned"):
            if lemma(above) in modals.nouns[name]:
                return BY_NAME[name]
        return own
    status = governor_status(above, modals)
    return status or own


def _adverbial(verb: Token, own: Standing, modals: Modals, depth: int) -> Standing:
    main = main_verb(verb.head)
    if infinitive(verb):
        above = of_verb(main, modals, depth + 1) if main is not None else own
        return HAPPENED if above is HAPPENED and lemma(verb) in modals.happenings["said"] else PLANNED
    if main is None or verb.tag_ not in ("VBG", "VBN", "VBZ", "VBP"):  # "will sign it when they meet in May"
        return own
    above = of_verb(main, modals, depth + 1)
    if verb.tag_ in ("VBZ", "VBP") and any(c.dep_ == "mark" and c.lower_ == "before" for c in verb.children):
        return own
    return above if above.status in ("planned", "proposed") else own


def main_verb(token: Token) -> Token | None:
    """The verb of the clause that a token stands in."""
    steps = 0
    while token.pos_ not in ("VERB", "AUX") and token.head != token and steps < 10:
        token, steps = token.head, steps + 1
    return token if token.pos_ in ("VERB", "AUX") else None
