"""Deeds left undone, deeds that are done by saying so, and deeds that are only said to have been done."""

from __future__ import annotations

from dateline.mark.events_frames import Modals, lemma
from dateline.mark.modality import of_verb
from dateline.mark.modality_own import HAPPENED, INVITED, infinitive, main_verb, own_standing
from dateline.trees import Token


def stayed_undone(verb: Token, visit: bool, modals: Modals) -> bool:
    """ "did not travel", "could not attend", "failed to sign": no denial of what is said, and not "has never been there"."""
    own = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg", "advmod")}
    if verb.dep_ in ("xcomp", "pcomp") and not own & {"not", "n't", "never"}:
        above = verb.head if verb.dep_ == "xcomp" else verb.head.head
        return lemma(above) in modals.governors["denied"] and lemma(above) not in ("deny", "dismiss", "reject", "refuse", "decline")
    said = any(lemma(a) in ("deny", "dismiss", "reject") for a in verb.ancestors)
    return visit and not said and bool(own & {"not", "n't", "never"}) and not own & {"has", "have", "had", "'ve"}


def decreed(word: Token, modals: Modals) -> bool:
    """ "decided to expel them", "announced the invitation": said is done."""
    head = word.head
    return (
        word.dep_ in ("xcomp", "dobj") and lemma(head) in modals.happenings["decreeing"] and own_standing(head, modals) is HAPPENED
    )


def only_meant(word: Token, modals: Modals) -> bool:
    """ "came to offer condolences": what a deed that is done was for, and nobody says that it will be."""
    came = word.dep_ == "xcomp" and word.head.tag_ == "VBD" and lemma(word.head) in modals.happenings["going"]
    meant = modals.nouns["planned"] | modals.nouns["proposed"]
    if not infinitive(word) or not (word.dep_ == "advcl" or came) or any(lemma(c) in meant for c in word.head.children):
        return False  # "gave an undertaking to free them"
    main = main_verb(word.head)
    return main is not None and of_verb(main, modals) in (HAPPENED, INVITED)


def hearsay(verb: Token, modals: Modals) -> bool:
    """ "allegedly bombed", "is believed to have met him", "it is understood that they met": nobody stands up for it."""
    if any(c.lower_ in modals.hearsay["adverbs"] for c in verb.children):
        return True
    above = verb.head
    passive = any(c.dep_ == "auxpass" for c in above.children)
    told = verb.dep_ == "ccomp" or (verb.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children))
    return passive and told and lemma(above) in modals.hearsay["verbs"]


def disowned(word: Token, modals: Modals) -> bool:
    """ "denied bombing it", "rejected reports that it had bombed it", "reports of a visit were false": others say so."""
    head = word.head
    if word.dep_ in ("xcomp", "dobj", "pcomp") and not infinitive(word):
        return lemma(head) == "deny" and not _negated(head)
    if word.dep_ == "ccomp" and lemma(head) in modals.governors["disowning"]:
        return not _negated(head)
    if word.dep_ in ("ccomp", "csubj") and lemma(head) == "be":
        said = [c for c in head.children if c.dep_ in ("acomp", "attr")]
        return any(_called(c, "untrue", modals) or (_negated(head) and _called(c, "true", modals)) for c in said)
    if word.dep_ in ("acl", "relcl", "ccomp") and not infinitive(word):
        return _not_true(head, modals)
    return word.dep_ == "pobj" and head.lower_ in ("of", "about") and _not_true(head.head, modals)


def _not_true(noun: Token, modals: Modals) -> bool:
    """Whether a report or claim is said to be none."""
    verb = noun.head
    if noun.pos_ != "NOUN" or lemma(noun) not in modals.hearsay["nouns"] or verb.pos_ not in ("VERB", "AUX"):
        return False
    if lemma(verb) in modals.governors["disowning"]:
        return noun.dep_ in ("dobj", "nsubjpass") and not _negated(verb)
    said = [t for c in verb.children if c.i != noun.i and c.dep_ not in ("nsubj", "ccomp") for t in (c, *c.children)]
    untrue = any(_called(t, "untrue", modals) for t in said)
    return untrue and not _negated(verb) and (lemma(verb) == "be" or lemma(verb) in modals.hearsay["calling"])


def _called(word: Token, kind: str, modals: Modals) -> bool:
    return lemma(word) in modals.hearsay[kind] or word.lower_ in modals.hearsay[kind]


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)
