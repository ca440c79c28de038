"""Whether a clause has what a frame needs. The needs are explained at the top of CONSULT.toml."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.mark import events_needs_deeds as deeds
from dateline.mark import events_needs_parts as parts
from dateline.mark import events_needs_told as told
from dateline.mark.events_candidate import Candidate
from dateline.mark.events_clause import Clause
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals
from dateline.mark.events_nouns import asks, definite
from dateline.mark.events_phrases import citizens, is_state
from dateline.mark.events_targets import aimed_at

NEEDS: dict[str, Callable[[Clause], bool]] = {
    "a bloc": deeds.the_bloc,
    "actor": parts.actor,
    "after talks": told.after_talks,
    "amid talks": told.amid_talks,
    "an offer told of": told.an_offer,
    "anything": parts.anything,
    "arguments": told.noun_arguments,
    "arguments or one of its kind": told.arguments_or_kind,
    "armed": deeds.by_armed,
    "asked for": deeds.asked_for,
    "assembly": deeds.before_assembly,
    "bare": deeds.bare,
    "bloc": deeds.of_bloc,
    "craft": deeds.craft,
    "crowd": deeds.crowd,
    "dated deed": told.dated_deed,
    "expected": told.expected,
    "in a state": deeds.in_state,
    "into the sea": deeds.into_the_sea,
    "known": told.known,
    "named target": parts.named_target,
    "no longer": deeds.no_longer,
    "nothing": parts.nothing,
    "obliged": deeds.obliged,
    "of captives": deeds.of_captives,
    "offered before": told.offered_before,
    "official": parts.official,
    "official or known": told.official_or_known,
    "one told of": told.one_told_of,
    "parties": parts.parties,
    "person": parts.person,
    "person and place": parts.person_and_place,
    "person in office": parts.person_in_office,
    "place": parts.place,
    "planned": deeds.planned,
    "signed": parts.signed,
    "somebody": parts.somebody,
    "state": parts.state,
    "state and place": parts.state_and_place,
    "state or place": parts.state_or_place,
    "struck": deeds.struck,
    "target": parts.target,
    "time or place": parts.time_or_place,
    "told alike": told.alike,
    "told before": told.before,
    "two": parts.two,
    "two in a place": parts.two_in_a_place,
    "two officials": parts.two_officials,
    "undergone": deeds.undergone,
    "with somebody": parts.with_somebody,
}
"""What a frame may need, each with the function that looks for it."""


def enough(one: Candidate, finder: Finder, words: Modals, noun: bool, earlier: Sequence[Candidate]) -> bool:
    """Whether what the frame needs is there."""
    clause = Clause(one, finder, words, noun, earlier)
    if _ruled_out(clause):
        return False
    if one.anaphoric and not noun:
        return clause.known
    if one.standing.status == "unknown" and one.frame.type != "CONSULT":
        return False
    if _sent(clause):
        return clause.told(one.frame.type, of_somebody=True)
    return NEEDS[one.frame.needs](clause)


def _ruled_out(clause: Clause) -> bool:
    """Whether what the clause holds speaks against the frame, whatever it needs: "we'll be there in a minute"."""
    frame, acting = clause.frame, clause.acting
    if frame.mode == "visit" and not clause.somewhere and acting and all(t.lower_ in ("we", "you") for t in acting):
        return True  # "when we come back"
    if frame.mode == "visit" and not clause.people and acting and all(t.lower_ in clause.words.standins["it"] for t in acting):
        return True  # "it goes down to the sea"
    if clause.noun and frame.mode == "phone" and asks(clause.trigger, clause.words):
        return True
    if frame.object_is and not aimed_at(clause.one, frame.object_is, clause.finder, clause.words):
        return True
    return frame.subject_is is not None and not any(
        is_state(t, clause.finder, clause.words) if frame.subject_is == "state" else citizens(t) for t in clause.at("subject")
    )


def _sent(clause: Clause) -> bool:
    """ "The invitation was sent on Monday": it is one that the report told of."""
    return (
        clause.noun
        and not clause.people
        and clause.frame.type in ("AGREE", "REQUEST")
        and clause.trigger.dep_ == "nsubjpass"
        and definite(clause.trigger)
    )
