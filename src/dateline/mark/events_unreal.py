"""Clauses that have an event's words and tell of none: what is only supposed, aimed at or not done, and things that move."""

from __future__ import annotations

from dateline.mark.events_candidate import Candidate
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.modality_deeds import disowned
from dateline.mark.modality_own import infinitive, main_verb
from dateline.trees import Token

_WORDS = frozenset(("ACCUSE", "REJECT", "THREATEN", "PROTEST", "REQUEST", "SUPPORT"))  # deeds done by saying so
_BLOWS = frozenset(("ASSAULT", "COERCE", "AID"))
_AIMS = frozenset(("advcl", "acl", "relcl"))


def unreal(one: Candidate, words: Modals) -> bool:
    """Whether nobody says that it happened, was planned or was proposed.

    Meetings and visits count even where they are only thought of; what somebody may yet say or strike does not.
    """
    if one.frame.type == "CONSULT":
        return one.frame.mode == "letter" and one.standing.status in ("denied", "unknown")
    if one.carrier.pos_ in ("VERB", "AUX") and _on_condition(one.carrier, words):
        return True
    status, kind = one.standing.status, one.frame.type
    if kind in _WORDS | _BLOWS and one.standing.modality == "conditional":
        return True
    if kind in _WORDS | _BLOWS | {"MOBILIZE"} and status == "denied":
        return kind in _WORDS or not (disowned(one.carrier, words) or disowned(one.trigger, words) or _one_blow(one))
    return (
        kind in (_WORDS | _BLOWS) - {"SUPPORT", "REQUEST", "AID"} and status in ("planned", "proposed") and _aim(one.carrier, words)
    )


def _one_blow(one: Candidate) -> bool:
    """ "did not shell the village of Agwa": a blow that somebody else tells of, where the clause names the place."""
    did = {"did", "had", "was", "were", "have", "has"}
    return one.place is not None and any(c.lower_ in did for c in one.carrier.children if c.dep_ in ("aux", "auxpass"))


def moved(one: Candidate, finder: Finder, words: Modals) -> bool:
    """Whether a visit's words tell of things: "the missile landed in the sea", "when it comes to Chile"."""
    if one.frame.mode != "visit" or any(finder.mentions[p.mention].kind == "person" for p in one.participants):
        return False
    who = [t for slot, t in one.arguments if slot == "subject"]
    if lemma(one.trigger) in ("come", "get") and any(t.lower_ == "it" for t in who):
        return True
    things = words.groups["things"] | words.groups["abstract"]
    return one.frame.needs != "craft" and bool(who) and all(t.pos_ == "NOUN" and lemma(t) in things for t in who)


def _on_condition(verb: Token, words: Modals) -> bool:
    """ "if Norway attacked", "a day when, should Norway attack, it would pay": also where a clause above says so."""
    steps = 0
    while steps < 10:
        if any(c.dep_ == "mark" and c.lower_ in words.marks["conditional"] for c in verb.children):
            return True
        if verb.dep_ not in ("advcl", "xcomp", "conj", "acl") or verb.head == verb:
            return False
        above = main_verb(verb.head)
        if above is None or above == verb:
            return False
        if verb.dep_ == "advcl" and not infinitive(verb):
            return False
        verb, steps = above, steps + 1
    return False


def _aim(verb: Token, words: Modals) -> bool:
    """ "to prevent bloodshed", "able to strike", "wanted to condemn it": what is meant, and no plan that anybody announced."""
    if not infinitive(verb):
        return False
    if verb.dep_ in _AIMS:
        noun = verb.head
        return not (noun.pos_ == "NOUN" and lemma(noun) in words.nouns["planned"])
    governor = lemma(verb.head)
    return verb.dep_ in ("xcomp", "ccomp") and governor not in words.governors["planned"] and governor != "be"
