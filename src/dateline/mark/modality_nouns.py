"""The standing of an event that a noun tells: its modifiers, the verb above it, the phrase that it stands in."""

from __future__ import annotations

from dateline.mark.events_frames import Modals, lemma
from dateline.mark.modality import DEEPEST, of_verb
from dateline.mark.modality_governors import (
    called_off,
    came_about,
    governor_status,
    in_headline_passive,
    noun_standing,
    only_possible,
)
from dateline.mark.modality_own import (
    BY_NAME,
    CANCELLED,
    DENIED,
    HAPPENED,
    INVITED,
    PLANNED,
    PROPOSED,
    UNKNOWN,
    Standing,
    infinitive,
    own_standing,
)
from dateline.trees import Token, once


@once
def of_noun(noun: Token, modals: Modals, depth: int = 0) -> Standing:
    """What a noun's modifiers, its verb and the noun or preposition above it say of it."""
    determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "neg", "amod", "predet")}
    if "no" in determiners or "neither" in determiners:
        return CANCELLED if noun.head.pos_ in ("VERB", "AUX") and own_standing(noun.head, modals) is PLANNED else DENIED
    if noun.dep_ == "dobj" and lemma(noun.head) == "deny":
        return HAPPENED if any(c.dep_ == "neg" for c in noun.head.children) else DENIED
    told = _before_noun(noun, determiners, modals) or _after_noun(noun, modals, depth)
    if told is None and called_off(noun, modals) and noun.dep_ in ("nsubj", "nsubjpass"):
        return CANCELLED
    if told is not None and told.modality == "future":
        return CANCELLED if called_off(noun, modals) else HAPPENED if came_about(noun, modals) else told
    if told is not None:
        return told
    return _above_noun(noun, modals, depth) if depth <= DEEPEST else HAPPENED


def _before_noun(noun: Token, determiners: set[str], modals: Modals) -> Standing | None:
    """ "the planned visit", "a possible meeting", "the now-cancelled trip"."""
    said = determiners | {lemma(c) for c in noun.children if c.dep_ in ("amod", "compound", "nmod")}
    if said & modals.modifiers["conditional"]:
        return PROPOSED
    return next((BY_NAME[name] for name in ("cancelled", "proposed", "planned", "happened") if said & modals.modifiers[name]), None)


def _after_noun(noun: Token, modals: Modals, depth: int) -> Standing | None:
    """ "the summit scheduled for June", "talks to be held in May", "a visit which will begin on Monday"."""
    lower = [t for p in noun.rights if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj" and t.pos_ == "PROPN"]
    for clause in (c for t in lower for c in t.rights if c.dep_ == "relcl" and lemma(c) in modals.happenings["promising"]):
        if any(c.tag_ == "WDT" and c.dep_ == "dobj" for c in clause.children):  # "the visit to Oslo which he promised"
            return governor_status(clause, modals)
    for child in (*noun.rights, *_aside(noun)):
        if child.dep_ in ("acl", "advcl") and (child.tag_ == "VBN" or infinitive(child)):
            own = any(c.dep_ == "dobj" for c in child.children)  # "an offer to hold talks" tells what for
            if infinitive(child) and lemma(child) in modals.happenings["verbs"] and not own:
                return PLANNED
            status = governor_status(child, modals)
            if (
                status is not None
                and child.tag_ == "VBN"
                and lemma(child) not in ("demand", "request", "call", "head", "lead", "want", "require")
            ):
                return status
        if (
            child.dep_ in ("relcl", "acl")
            and lemma(child) in modals.happenings["verbs"] | {"schedule", "plan", "set", "expect"}
            and depth <= DEEPEST
        ):
            subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in child.children)
            if subject:
                return _of_fate(child, modals, depth)
        if child.dep_ == "relcl" and (promised := _promised(child, modals)):
            return promised
    return None


def _aside(noun: Token) -> list[Token]:
    """What is put in between a subject and its verb: "the summit, once promised for May, was not mentioned"."""
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return []
    between = [c for c in noun.head.children if c.dep_ == "advcl" and noun.i < c.i < noun.head.i]
    return [c for c in between if c.tag_ == "VBN" and c.left_edge.i > 0 and c.doc[c.left_edge.i - 1].text == ","]


def _promised(verb: Token, modals: Modals) -> Standing | None:
    """ "the visit which the king promised", "a summit that both have said they want", "talks to which he was invited"."""
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in verb.children) and lemma(verb) != "expect":
        return None
    for one in (verb, *(c for c in verb.children if c.dep_ == "ccomp")):
        status = governor_status(one, modals)
        if status is not None and lemma(one) in modals.happenings["promising"]:
            return status
    return None


def _of_fate(verb: Token, modals: Modals, depth: int) -> Standing:
    """Standing of the subject of a verb: "is planned to follow", "will take place", "is due on Friday", "was called off"."""
    own = own_standing(verb, modals)
    if verb.pos_ == "AUX" and any(c.lower_ in modals.auxiliaries["would"] for c in verb.children if c.dep_ == "aux"):
        return PROPOSED if own.modality != "negated" else own  # "a summit would be useless"
    if phrased := _in_words(verb, modals):
        return CANCELLED if own is DENIED else phrased
    complements = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "xcomp")]
    for word in (verb, *(c for c in complements if c.pos_ in ("ADJ", "VERB") and c.dep_ != "xcomp")):
        if word.tag_ != "VBN" and word.pos_ != "ADJ" and lemma(word) not in ("plan", "schedule"):
            continue
        if lemma(word) in modals.happenings["arranged"] and _over(word):
            return HAPPENED
        children = {c.lower_ for c in word.children}
        moved = lemma(word) == "move" and children & {"to", "from"} and children & {"has", "have"}  # "has been moved to Lima"
        status = governor_status(word, modals)
        if status is not None and (moved or lemma(word) not in ("lead", "like", "mean", "welcome", "move", "want", "head")):
            return status
    aims = [c for c in verb.children if c.dep_ == "xcomp" and infinitive(c)]
    if lemma(verb) in ("mean", "intend") and not any(lemma(c) in modals.happenings["verbs"] for c in aims):
        aims = []  # "the trip was meant to mend things"
    if aims and lemma(verb) in modals.happenings["ahead"]:
        return CANCELLED if own.modality == "negated" else PLANNED
    if own is DENIED and not (verb.pos_ == "AUX" or lemma(verb) in modals.happenings["verbs"]):
        return HAPPENED  # "the summit was not mentioned"
    if own.status != "happened":
        return CANCELLED if own is DENIED and lemma(verb) in modals.happenings["coming_about"] else own
    return of_verb(verb, modals, depth + 1) if verb.dep_ in ("ccomp", "advcl", "xcomp") else own


def _in_words(verb: Token, modals: Modals) -> Standing | None:
    """ "is on the programme", "is taken for granted", "is in doubt"."""
    said = {f"{p.lower_} {t.lower_}" for p in verb.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"}
    said |= {f"{m.lower_} {c.lower_}" for c in verb.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark"}
    return next((BY_NAME[name] for name, listed in modals.phrases.items() if said & listed), None)


def _over(verb: Token) -> bool:
    """ "was arranged in a hurry", not "is being arranged", "was arranged for Monday"."""
    past = any(c.lower_ in ("was", "were") for c in verb.children)
    return past and not any(c.lower_ in ("for", "being", "to") for c in verb.children)


def _above_noun(noun: Token, modals: Modals, depth: int) -> Standing:
    head, dep = noun.head, noun.dep_
    if comes_before(noun, modals):
        return PLANNED
    if dep in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return of_noun(head, modals, depth + 1) if dep == "conj" else HAPPENED
    if dep == "nsubj" and in_headline_passive(head, modals):
        return governor_status(head, modals) or PLANNED
    if dep in ("nsubj", "nsubjpass") and (head.pos_ in ("VERB", "AUX") or infinitive(head)):
        if passive_or_happening(head, modals):
            return _of_fate(head, modals, depth)
        if lemma(head) in ("have", "need") and any(infinitive(c) for c in head.children if c.dep_ == "xcomp"):
            return PLANNED  # "the withdrawal has to begin in May"
        own = own_standing(head, modals)
        return own if own in (PLANNED, PROPOSED) else HAPPENED
    if dep == "attr" and head.pos_ in ("VERB", "AUX"):
        own = of_verb(head, modals, depth + 1)
        return own if own.status in ("planned", "proposed") else HAPPENED
    if dep in ("dobj", "dative", "oprd") and head.pos_ in ("VERB", "AUX"):
        status = governor_status(head, modals)
        if status is INVITED and lemma(head) == "call":
            return PLANNED  # "called a meeting", which who calls it will hold
        if status is not None and lemma(head) not in ("confirm", "welcome", "discuss", "announce", "press", "push"):
            return status
        if lemma(head) == "announce":
            return PLANNED
        above = of_verb(head, modals, depth + 1)
        return above if lemma(head) in modals.light["give"] | modals.light["take"] else HAPPENED
    if dep == "pobj" and head.dep_ in ("prep", "agent", "pcomp", "advmod", "mark"):
        return _in_phrase(noun, head, modals, depth)
    return HAPPENED


def passive_or_happening(verb: Token, modals: Modals) -> bool:
    """Whether the verb tells the fate of its subject rather than a deed of it."""
    return lemma(verb) in modals.happenings["verbs"] or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def lead_in(prep: Token) -> str:
    """The preposition with the words that make it one: "ahead of", "on the eve of", "in the run-up to"."""
    words = [prep.lower_]
    above = prep.head
    if above.pos_ in ("ADV", "ADP", "NOUN", "SCONJ") and above.i < prep.i and prep.i - above.i < 3:
        words.insert(0, above.lower_)
        if above.pos_ == "NOUN" and above.dep_ == "pobj":
            words[0:0] = [t.lower_ for t in above.lefts]
            words.insert(0, above.head.lower_)
    return " ".join(words)


def comes_before(noun: Token, modals: Modals) -> bool:
    """Whether the clause says that it comes before this: "ahead of the summit"."""
    if noun.dep_ != "pobj" and noun.head.dep_ != "pobj":
        return False
    prep = noun.head if noun.dep_ == "pobj" else noun.head.head
    if any(c.lower_ in ("this", "that") for c in noun.children if c.dep_ == "det"):
        return False
    phrase = lead_in(prep)
    return (
        phrase in modals.prepositions["before"]
        or prep.lower_ in modals.prepositions["before"]
        or phrase.endswith(("run-up to", "eve of", "lead-up to"))
    )


def _in_phrase(noun: Token, prep: Token, modals: Modals, depth: int) -> Standing:
    above = prep.head
    if called_off(noun, modals):
        return CANCELLED  # "backed out of the meeting"
    if above.pos_ == "NOUN" and prep.lower_ in ("of", "for", "on", "about", "to", "with", "over", "from", "between"):
        if standing := noun_standing(above, modals):
            return UNKNOWN if _denied_noun(above) else standing
        return (
            of_noun(above, modals, depth + 1)
            if lemma(above) in ("round", "series", "part", "day", "set", "start", "opening")
            else HAPPENED
        )
    if above.pos_ in ("ADP", "ADV") and f"{lemma(above.head)}_{above.lower_}" in modals.governors["cancelled"]:
        return UNKNOWN if only_possible(above.head, modals) else CANCELLED  # "pulled out of the summit"
    if above.pos_ in ("VERB", "AUX", "ADJ"):
        if any(_denied_noun(c) for c in above.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")):
            return UNKNOWN
        if prep.lower_ in ("for", "on", "about") and (foreseen := _foreseen_by(above, modals)):
            return foreseen
        if prep.lower_ in ("to", "for") and any(c.dep_ == "dobj" and lemma(c) in modals.nouns["leading"] for c in above.children):
            return PLANNED  # "opened the way to talks", "set the stage for a summit"
        status = governor_status(above, modals, prep.lower_)
        if status is not None and status is not governor_status(above, modals):
            return status  # "robbed them of their meeting"
        if prep.lower_ == "for" and above.tag_ in ("VBZ", "VBP", "VBG") and lemma(above) in modals.happenings["going"]:
            return PLANNED  # "heads to Oslo for talks"
        if (
            status is not None
            and prep.lower_ in ("for", "to", "on", "about")
            and lemma(above) not in ("head", "move", "come", "set", "bind")
        ):
            return CANCELLED if status is CANCELLED else status
        if (
            above.dep_ in ("acomp", "ROOT", "xcomp", "ccomp")
            and lemma(above) in ("due", "expect", "schedule")
            and (above.pos_ == "ADJ" or above.tag_ == "VBN")
        ):
            return PLANNED
        if prep.lower_ in modals.prepositions["within"] or prep.lower_ == "to":
            standing = of_verb(above, modals, depth + 1) if above.pos_ != "ADJ" else HAPPENED
            return standing if standing.status in ("planned", "proposed") else HAPPENED
    return HAPPENED


def _foreseen_by(verb: Token, modals: Modals) -> Standing | None:
    """ "preparations have begun for a visit", "a date was set for talks"."""
    subjects = [lemma(c) for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if set(subjects) & modals.nouns["open"]:
        return PLANNED  # with a date or with none yet
    names = ("planned", "proposed") if own_standing(verb, modals).modality != "negated" else ()
    return next((BY_NAME[name] for name in names if any(s in modals.nouns[name] for s in subjects)), None)


def _denied_noun(noun: Token) -> bool:
    """ "no decision has been made on", "a date has not been set for"."""
    if any(c.lower_ == "no" for c in noun.children if c.dep_ == "det"):
        return lemma(noun) in ("decision", "agreement", "plan", "intention")
    return False
