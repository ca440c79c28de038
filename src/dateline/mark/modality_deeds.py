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
