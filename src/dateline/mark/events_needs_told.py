"""Needs of a frame that the report before the clause, or the reader's knowledge, may meet: talks told of, "the abduction"."""

from __future__ import annotations

from dateline.mark.events_clause import Clause
from dateline.mark.events_links import antecedent
from dateline.mark.events_nouns import comes_about, dated_owner, definite, points_back
from dateline.mark.events_phrases import day_of, picked_out, proper, says_when, time_bearer

_POINTING = ("the", "this", "that", "these", "those")


def known(clause: Clause) -> bool:
    """The report has told who confers with whom: "the two sides began"."""
    return clause.known


def official_or_known(clause: Clause) -> bool:
    """Officials have a part in it, or the report has told who confers: "the round ended"."""
    return clause.official or clause.known


def amid_talks(clause: Clause) -> bool:
    """The report has told of talks or pacts: "both sides made gestures"."""
    return clause.told("CONSULT", "AGREE", of_somebody=True)


def after_talks(clause: Clause) -> bool:
    """Talks or pacts were told of, and this one comes of them on a day: "the signing will take place on Friday"."""
    trigger = clause.trigger
    awaited = clause.one.standing.status in ("planned", "proposed") and trigger.dep_ in ("dobj", "nsubjpass")
    dated = says_when(time_bearer(trigger)) or comes_about(trigger, clause.words)
    return clause.told("CONSULT", "AGREE") and (awaited or definite(trigger)) and dated


def expected(clause: Clause) -> bool:
    """The occasion of something told, after talks: "at the signing"."""
    occasion = clause.trigger.dep_ == "pobj" and clause.trigger.head.lower_ in ("at", "after", "during", "since")
    return occasion and definite(clause.trigger) and clause.told("CONSULT", "AGREE")


def an_offer(clause: Clause) -> bool:
    """An offer or invitation was told of: "the offer was turned down"."""
    return _offered(clause) and (not clause.noun or definite(clause.trigger))


def offered_before(clause: Clause) -> bool:
    """An offer was told of, and the verb stands alone: "the president accepted"."""
    around = {c.dep_ for c in clause.trigger.children}
    bare = "nsubj" in around and not around & {"dobj", "ccomp", "xcomp", "aux", "neg", "advcl"}
    return bare and _offered(clause)


def _offered(clause: Clause) -> bool:
    return any(other.frame.type == "REQUEST" or other.frame.name.startswith("offer") for other in clause.earlier)


def before(clause: Clause) -> bool:
    """The report has told of an event of the type by another word: "the move" after "expelled the envoy"."""
    return any(other.frame.type == clause.frame.type and other.frame.name != clause.frame.name for other in clause.earlier)


def alike(clause: Clause) -> bool:
    """The noun points back to a deed of the same code: "the test" after "fired a missile"."""
    told = any(other.frame.cameo == clause.frame.cameo for other in clause.earlier)
    return points_back(clause.trigger, clause.frame.nouns) and told


def noun_arguments(clause: Clause) -> bool:
    """The noun says who or where, "talks in Oslo", or is one that the report told of: "the talks"."""
    return clause.somebody or clause.somewhere or (clause.noun and _noun_told_of(clause))


def _noun_told_of(clause: Clause) -> bool:
    """Whether a noun that says neither who nor where is an event of its own: "Monday's talks", "the two-day meeting"."""
    one, trigger, words, frame = clause.one, clause.trigger, clause.words, clause.frame
    if frame.name == "invitation" and any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for c in trigger.children):
        return True
    if frame.type == "CONSULT" and (proper(trigger) or (clause.known and picked_out(trigger, words))):
        return True
    if frame.mode == "visit" and clause.known and dated_owner(trigger):
        return True
    if frame.type == "CONSULT" and clause.known and comes_about(trigger, words):
        return _goes_back(clause)
    if frame.mode == "meet" and clause.earlier and definite(trigger) and day_of(trigger, words):
        return True
    announced = one.standing.status in ("planned", "cancelled") and any(
        c.dep_ == "acl" and c.tag_ == "VBN" for c in trigger.children
    )
    return one.anaphoric and frame.type == "CONSULT" and (announced or _goes_back(clause))


def _goes_back(clause: Clause) -> bool:
    return antecedent(clause.one, clause.earlier) is not None


def arguments_or_kind(clause: Clause) -> bool:
    """A deed that says who or where, or one of a kind picked out: "the launch", but not "fears missile tests"."""
    trigger = clause.trigger
    shown = any(c.dep_ == "det" and c.lower_ not in ("a", "an", "any", "no", "every") for c in trigger.children)
    if trigger.tag_ in ("NNS", "NNPS") and not shown and not says_when(trigger):
        return any(c.dep_ in ("poss", "nummod") for c in trigger.children)
    return clause.somebody or clause.somewhere or shown or dated_owner(trigger)


def one_told_of(clause: Clause) -> bool:
    """One that the reader is taken to know, dated or somebody's: "the mass abduction"."""
    shown = any(c.lower_ in _POINTING or c.dep_ == "poss" for c in clause.trigger.children)
    return shown or clause.official or clause.somewhere or says_when(clause.trigger)


def dated_deed(clause: Clause) -> bool:
    """A deed of officials, or one with a day or a place, or picked out: "the worst fighting", "ten days of fighting"."""
    trigger = clause.trigger
    worst = any(c.tag_ == "JJS" for c in trigger.children)
    days = trigger.dep_ == "pobj" and trigger.head.head.ent_type_ == "DATE"
    return clause.official or clause.somewhere or says_when(trigger) or definite(trigger) or worst or days
