"""What an invitation is to, where no verb says it: the visit in "invited him to Oslo", "took back its invitation to the king"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mark.events_arguments import subjects
from dateline.mark.events_candidate import Candidate
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Frame, Modals, frames, lemma
from dateline.mark.events_syntax import objects
from dateline.mark.modality_governors import turned_down
from dateline.mark.modality_own import CANCELLED, INVITED, PLANNED, Standing
from dateline.records import Participant
from dateline.trees import Token

_LEADING = ("to", "in", "at")  # of the noun only the first: "handed over the invitation in Oslo"


def invited_to(one: Candidate, found: Sequence[Candidate], finder: Finder, words: Modals, language: str) -> Candidate | None:
    """The visit that an invitation, its acceptance or its withdrawal is about; what it names itself gets its guests instead.

    found: the candidates of the sentence. None where a verb of its own tells the visit ("invited him to visit Oslo").
    """
    verb = lemma(one.trigger) in words.invitations["verbs"]
    noun = None if verb else _invitation(one, words)
    if not verb and noun is None:
        return None
    holder = noun or one.trigger
    standing = _standing(one, holder, words)
    if standing is None:
        return None
    guests = _guests(one, noun, finder, words, found)
    told = [o for o in found if o is not one and o.frame.type == "CONSULT" and _below(o, one, holder)]
    for other in told:
        _entertain(other, guests, standing, {p.mention for p in one.participants})
    if told or not guests:
        return None
    place, token = _place(one, noun, guests, finder)
    if place is None and standing is CANCELLED:
        hosts = [p.mention for p in one.participants if p.mention not in guests and finder.mentions[p.mention].kind == "state"]
        place, token = (hosts[0] if hosts else None), holder
    if token is None or (place is None and standing is not CANCELLED):
        return None
    made = Candidate(one.piece, token, token, _visit(language), [("to", token)], standing)
    made.participants = [Participant(index, "initiator") for index in guests]
    made.place = place
    made.where = finder.mentions[place].name if place is not None else ""
    made.near = [place] if place is not None and token is not holder else []
    return made


def _entertain(other: Candidate, guests: Sequence[int], standing: Standing, invited: set[int]) -> None:
    """Give what somebody is invited to its guests; a visit that an invitation withdrawn was for is off, a gathering is not."""
    gathering = other.trigger.pos_ in ("NOUN", "PROPN")
    mistaken = standing is CANCELLED and {p.mention for p in other.participants} <= invited
    if guests and (mistaken or (gathering and not other.participants)):
        other.participants = [Participant(index, "participant" if gathering else "initiator") for index in guests]
    if standing is CANCELLED and not gathering and other.standing.status in ("planned", "proposed"):
        other.standing = CANCELLED


def _visit(language: str) -> Frame:
    return next(f for f in frames(language) if f.name == "travel")


def _invitation(one: Candidate, words: Modals) -> Token | None:
    nouns = words.invitations["nouns"]
    near = [one.trigger, *(t for slot, t in one.arguments if slot == "object"), *objects(one.trigger)]
    return next((t for t in near if t.pos_ == "NOUN" and lemma(t) in nouns), None)


def _standing(one: Candidate, holder: Token, words: Modals) -> Standing | None:
    """What becomes of the visit; None when nobody was invited."""
    verb = holder.head if holder.dep_ in ("dobj", "nsubjpass") else one.carrier
    if verb.pos_ == "VERB" and turned_down(verb, words):
        return CANCELLED if one.standing.status in ("happened", "planned") else None
    if one.standing.status in ("denied", "cancelled", "unknown"):
        return None
    return PLANNED if lemma(verb) in words.invitations["taken_up"] else INVITED


def _guests(one: Candidate, noun: Token | None, finder: Finder, words: Modals, found: Sequence[Candidate]) -> list[int]:
    """Who is invited: the object of the verb, whom the invitation is to, else who takes it up or turns it down."""
    if noun is None:
        heads = [t for slot, t in one.arguments if slot == "object"]
    else:
        verb = noun.head
        preps = [p for p in (*noun.children, *verb.children) if p.dep_ in ("prep", "dative") and p.lower_ in ("to", "for")]
        heads = [t for p in preps for t in p.children if t.dep_ == "pobj"]
        heads += [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        known = any(finder.mentions[i].kind == "person" for t in heads for i in finder.resolve(t))
        if noun.dep_ == "dobj" and not known and lemma(verb) in words.invitations["answered"] | words.invitations["taken_up"]:
            heads = subjects(verb, words)
    named = [i for t in heads for i in finder.resolve(t) if finder.mentions[i].kind != "place"]
    if noun is not None:
        return list(dict.fromkeys(named))
    hosts = {finder.mentions[p.mention].entity for p in one.participants if p.role == "initiator"}
    guests = [i for i in named if finder.mentions[i].entity not in hosts]
    if not guests and any(t.pos_ == "PRON" for t in heads):  # "met the king and invited him"
        before = [o.participants for o in found if o is not one and len(o.participants) > 1]
        guests = [p.mention for p in before[-1] if finder.mentions[p.mention].entity not in hosts] if before else []
    return list(dict.fromkeys(guests))


def _place(one: Candidate, noun: Token | None, guests: Sequence[int], finder: Finder) -> tuple[int | None, Token | None]:
    """The place that the invitation names, and its word."""
    taken = {finder.mentions[i].entity for i in guests}
    holders = [one.trigger, *((noun, noun.head) if noun is not None else (t for slot, t in one.arguments if slot == "object"))]
    leading = _LEADING[:1] if noun is not None else _LEADING
    preps = [p for holder in holders for p in holder.children if p.dep_ in ("prep", "dative") and p.lower_ in leading]
    for token in (t for p in preps for t in p.children if t.dep_ == "pobj"):
        index = finder.at(token)
        if index is not None and finder.mentions[index].kind in ("place", "state") and finder.mentions[index].entity not in taken:
            return index, token
    return None, None


def _below(other: Candidate, one: Candidate, holder: Token) -> bool:
    """Whether a candidate stands below the invitation in the parse, or right behind it."""
    return holder.is_ancestor(other.trigger) or one.trigger.is_ancestor(other.trigger)
