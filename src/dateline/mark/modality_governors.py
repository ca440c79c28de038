"""What a governing word makes of what depends on it ("is due to hold", "ruled out talks"), and what becomes of a noun's event."""

from __future__ import annotations

from dateline.mark.events_frames import Modals, lemma
from dateline.mark.modality_own import (
    BY_NAME,
    CANCELLED,
    DENIED,
    HAPPENED,
    INVITED,
    PLANNED,
    UNKNOWN,
    Standing,
    infinitive,
    is_negated,
    own_standing,
)
from dateline.trees import Token, once

ORDER = ("cancelled", "denied", "unknown", "proposed", "planned")  # the strongest word first


@once
def governor_status(word: Token, modals: Modals, through: str = "") -> Standing | None:
    """What a governor makes of what depends on it, directly or `through` a preposition; None when it says nothing."""
    called_off = lemma(word) == "call" and any(c.dep_ in ("prt", "prep") and c.lower_ == "off" for c in word.children)
    if (called_off or lemma(word) in modals.governors["upset"]) and word.pos_ == "VERB" and _withheld(word, modals):
        return PLANNED  # "would not delay the journey"
    if called_off:
        return UNKNOWN if only_possible(word, modals) else CANCELLED
    if lemma(word) == "open" and word.pos_ == "VERB":  # "is open to talks", but "opened the talks"
        return None
    names = [f"{lemma(word)}_{through}", *phrased(word)]
    if lemma(word) in modals.governors["achieved"] and (word.head if word.pos_ == "ADJ" else word).lower_ in ("was", "were"):
        return HAPPENED if not any(c.dep_ == "neg" for c in word.head.children) else DENIED
    name = next((kind for n in names for kind in ORDER if n in modals.governors[kind]), None)
    if name is None:
        return None
    standing = BY_NAME[name]
    negated = any(c.dep_ == "neg" for c in (*word.children, *(word.head.children if word.pos_ == "ADJ" else ())))
    if negated and lemma(word) in modals.governors["excluding"]:
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


def phrased(word: Token) -> list[str]:
    """The word's lemma, after the forms that it takes with its particles: "call_off", "stop_short", "call"."""
    beside = [c for c in word.children if c.dep_ in ("prt", "advmod", "advcl") or (c.dep_ == "prep" and c.lower_ in ("off", "out"))]
    return [*(f"{lemma(word)}_{c.lower_}" for c in beside), lemma(word)]


def in_headline_passive(verb: Token, modals: Modals) -> bool:
    """Whether a headline leaves out the auxiliary: "Oslo summit called off", "talks set for Sunday"."""
    if verb.tag_ not in ("VBD", "VBN") or any(c.dep_ in ("dobj", "xcomp", "ccomp", "aux", "auxpass") for c in verb.children):
        return False
    names = {*phrased(verb), *(f"{lemma(verb)}_{c.lower_}" for c in verb.children if c.dep_ == "prep")}
    return bool(names & (modals.governors["cancelled"] | modals.happenings["scheduled"]))


def noun_standing(noun: Token, modals: Modals) -> Standing | None:
    """What a noun makes of what depends on it, and what has become of it: "plans to meet", "dropped plans to meet"."""
    verb = noun.head
    kind = next((k for k in ORDER if lemma(noun) in modals.nouns[k]), None)
    if lemma(noun) in modals.nouns["told"]:
        disowned = noun.dep_ in ("dobj", "nsubjpass") and lemma(verb) in modals.governors["disowning"]
        return DENIED if disowned and not is_negated(verb, modals) else None
    if kind is None:
        return None
    if noun.dep_ == "nsubj" and own_standing(verb, modals) is HAPPENED and set(phrased(verb)) & modals.governors["collapsing"]:
        return CANCELLED
    if called_off(noun, modals) or (noun.dep_ in ("dobj", "nsubjpass") and turned_down(verb, modals)):
        return CANCELLED
    if any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children):
        return UNKNOWN if lemma(noun) == "decision" else CANCELLED
    taken = lemma(noun) in modals.nouns["offered"] and not set(phrased(verb)).isdisjoint(modals.governors["taken_up"])
    if taken and noun.dep_ in ("dobj", "nsubjpass") and own_standing(verb, modals) is HAPPENED:
        return PLANNED
    made_good = noun.dep_ in ("dobj", "nsubjpass") and not set(phrased(verb)).isdisjoint(modals.governors["fulfilling"])
    return HAPPENED if made_good and own_standing(verb, modals) is HAPPENED else BY_NAME[kind]


def came_about(noun: Token, modals: Modals) -> bool:
    """ "the visit, long planned, began on Monday": its verb tells that it took place after all."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or lemma(verb) not in modals.happenings["started"]:
        return False
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.dep_ in ("aux", "auxpass") for c in verb.children))
    return past and own_standing(verb, modals) is HAPPENED


def called_off(noun: Token, modals: Modals) -> bool:
    """ "the session planned for Thursday was cancelled", "the plans for it collapsed", "backed out of the meeting set for May"."""
    if undone(noun, modals):
        return True
    verb = noun.head
    joined = [c for c in verb.children if c.dep_ == "conj"] if noun.dep_ in ("nsubj", "nsubjpass") else []
    if any(lemma(c) in modals.happenings["coming_about"] and own_standing(c, modals) is DENIED for c in joined):
        return True  # "was overtaken by the coup and did not take place"
    if noun.dep_ == "pobj" and verb.lower_ in ("of", "from"):
        verb = verb.head.head if verb.head.pos_ in ("ADP", "ADV") else verb.head
        return verb.pos_ == "VERB" and governor_status(verb, modals) is CANCELLED
    denied = any(c.dep_ == "neg" for c in verb.children)
    if noun.dep_ == "dobj" and governor_status(verb, modals) is CANCELLED:
        return True  # "gave up a meeting that had been set for Sunday"
    if noun.dep_ == "nsubj" and denied and lemma(verb) in modals.happenings["verbs"]:
        return lemma(verb) in modals.happenings["coming_about"]
    bare = noun.dep_ == "nsubj" and in_headline_passive(verb, modals)
    return (bare or noun.dep_ == "nsubjpass") and not denied and governor_status(verb, modals) is CANCELLED


def undone(noun: Token, modals: Modals) -> bool:
    """ "the talks fell through", "the visit is off"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "of" and lemma(verb.head) == "come":  # "nothing came of the visit"
        return any(c.dep_ == "nsubj" and c.lower_ in ("nothing", "little") for c in verb.head.children)
    if noun.dep_ not in ("nsubj", "nsubjpass") or any(
        c.dep_ in ("neg", "aux") and c.lower_ not in ("had", "has", "have") for c in verb.children
    ):
        return False
    after = [c for c in verb.children if c.i > verb.i]
    after += [t for c in after if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return any(f"{lemma(verb)} {word}" in modals.happenings["undone"] for c in after for word in (lemma(c), c.lower_))
