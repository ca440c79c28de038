"""Whether a verb's object is what its frame asks for: a person, a place, citizens, an office."""

from __future__ import annotations

from dateline.mark.events_candidate import ACTORS, Candidate
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.events_phrases import assembly, bloc, captive, citizens, is_state, office, person_word


def aimed_at(one: Candidate, wanted: str, finder: Finder, words: Modals) -> bool:
    """Whether the object is a "person", an "official" (named or of a nation), an "actor" of any kind, a "place", or "something"."""
    aimed = [t for slot, t in one.arguments if slot == "object"]
    if wanted == "assembly":
        reached = [t for slot, t in one.arguments if slot in one.frame.prepositions]
        return any(assembly(t, finder, words) for t in (*reached, *aimed))
    if wanted == "office":
        return any(office(c, finder, words) for t in (one.trigger, *aimed) for c in t.children)
    if wanted == "bloc":
        return any(bloc(t, finder, words) for t in aimed)
    if wanted == "state":
        return any(is_state(t, finder, words) for t in aimed)
    if wanted == "something":
        return bool(aimed)
    if wanted in ("person", "official"):  # "his half" is nobody
        aimed = [t for t in aimed if person_word(t, finder, words)]
    if wanted == "captives":
        return any(captive(t, words) for t in aimed)
    kinds = {finder.mentions[i].kind for t in aimed for i in finder.resolve(t)}
    if wanted == "people":
        within = [c for t in aimed if t.lower_ == "home" for c in t.lefts]  # "sends 40 Norwegians home"
        return any(citizens(t) for t in (*aimed, *within))
    if wanted == "person":
        return "person" in kinds and sum(c.dep_ in ("dobj", "oprd", "ccomp", "xcomp") for c in one.trigger.children) < 2
    if wanted == "place":  # the place itself, and not what is the place's
        itself = {finder.mentions[i].kind for t in aimed if (i := finder.at(t)) is not None}
        return bool({"place", "state"} & itself)
    if wanted == "official":
        return "person" in kinds or any(
            lemma(t) in words.groups["people"] | words.groups["referents"]
            and (finder.national(t) or any(c.lower_ in ("the", "this") for c in t.children))
            for t in aimed
        )
    return bool(kinds & ACTORS) or any(finder.national(t) for t in aimed)
