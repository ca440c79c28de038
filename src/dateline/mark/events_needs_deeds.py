"""Needs that frames of one kind of deed have: crowds, soldiers, captives, blocs, and how the clause tells of them."""

from __future__ import annotations

from dateline import world
from dateline.mark import events_arguments as arguments
from dateline.mark.events_clause import Clause
from dateline.mark.events_frames import lemma
from dateline.mark.events_nouns import asks
from dateline.mark.events_phrases import armed, assembly, bloc, captive, in_the_world, leads_on, pointed_at

_OF_STATE = ("presidential", "royal", "papal", "official", "imperial")
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "nsubjpass", "acomp", "prt"})


def crowd(clause: Clause) -> bool:
    """People in numbers, or officials: "thousands marched"."""
    crowds = clause.words.groups["crowd"]
    return clause.official or any(lemma(t) in crowds or t.ent_type_ in ("NORP", "CARDINAL") for t in clause.at("subject"))


def by_armed(clause: Clause) -> bool:
    """Soldiers, gunmen and the like do it, or an actor: "gunmen opened fire"."""
    return any(armed(t, clause.words) for t in clause.at("subject", "by")) or (clause.done and clause.somebody)


def of_captives(clause: Clause) -> bool:
    """Of whom it tells people are held: "the release of the hostages"."""
    owned = clause.at("of", "poss", "object")
    return any(captive(t, clause.words) and t.tag_ not in ("PRP", "PRP$") for t in owned)


def in_state(clause: Clause) -> bool:
    """In a state that is named, of a person or people of a nation: "held him in Norway"."""
    one = clause.one
    there = one.place is not None and clause.finder.mentions[one.place].kind == "state"
    return there and (clause.somebody or all(t.tag_ == "PRP" for t in clause.at("object")))


def craft(clause: Clause) -> bool:
    """The plane of an official, or one told of: "the presidential jet landed", "the plane touched down"."""
    finder, carried = clause.finder, clause.at("subject")
    if any(c.lower_ in _OF_STATE for t in carried for c in t.lefts):
        return True
    within = [i for t in carried for x in t.subtree if (i := finder.at(x)) is not None]
    owned = any(finder.mentions[i].kind == "person" and finder.official(i) for i in within)
    return owned or (clause.known and any(pointed_at(t) for t in carried))


def bare(clause: Clause) -> bool:
    """The verb of an official stands alone: "the president will come", "then came the king", but not "they came close"."""
    trigger, finder = clause.trigger, clause.finder
    if not (clause.official and clause.done):
        return False
    subjects = clause.at("subject")
    named = any(finder.at(t) is not None or lemma(t) in clause.words.groups["people"] for t in subjects)
    behind = any(t.i > trigger.i for t in subjects)
    comes = lemma(trigger) != "come" or clause.one.standing.status != "happened" or behind
    further = any(c.dep_ in _OBJECTS or (c.dep_ == "prep" and leads_on(c)) for c in trigger.children)
    return named and comes and not further


def before_assembly(clause: Clause) -> bool:
    """Before a parliament or the like: "Perez spoke to the assembly"."""
    listening = clause.at("to", "before", "in")
    return bool(clause.people) and any(assembly(t, clause.finder, clause.words) for t in listening)


def of_bloc(clause: Clause) -> bool:
    """What states belong to is named, and who: "Norway joined the union"."""
    return clause.somebody and any(bloc(t, clause.finder, clause.words) for _, t in clause.one.arguments)


def the_bloc(clause: Clause) -> bool:
    """An organization of states, or a pact: "the enlargement of the alliance"."""
    named = any(m.kind == "organization" and in_the_world(m.name) for m in clause.people)
    return named or any(lemma(t) in clause.words.groups["pacts"] for t in clause.at("object", "of", "poss"))


def struck(clause: Clause) -> bool:
    """Against whom or what, where officials have a part: "raids on Norway"."""
    struck = clause.at("on", "against", "at", "into")
    return clause.official and any(clause.finder.resolve(t) or clause.finder.national(t) for t in struck)


def into_the_sea(clause: Clause) -> bool:
    """Where a rocket goes: "fired into the ocean"."""
    reached = clause.at("in", "into", "toward", "towards", "off")
    return any(lemma(t) in clause.words.groups["seas"] for t in reached)


def asked_for(clause: Clause) -> bool:
    """An official asks for something: "the president's call for talks", "the Norwegian call for a truce"."""
    asking = any(p.role == "initiator" and clause.finder.official(p.mention) for p in clause.one.participants)
    asking = asking or any(world.demonym(c.text) is not None for c in clause.trigger.lefts)
    return asking and asks(clause.trigger, clause.words)


def undergone(clause: Clause) -> bool:
    """It is said in the passive: "was stranded"."""
    return arguments.passive(clause.trigger)


def obliged(clause: Clause) -> bool:
    """It must be done: "Norway must withdraw"."""
    return any(c.lower_ in ("must", "to") for c in clause.trigger.children if c.dep_ == "aux")


def planned(clause: Clause) -> bool:
    """It is still to come: "will be received"."""
    return clause.one.standing.status == "planned"


def no_longer(clause: Clause) -> bool:
    """It is so no more: "no longer recognises"."""
    either = (clause.trigger, clause.trigger.head)
    return any(c.dep_ == "neg" or c.lower_ == "longer" for t in either for c in t.children)
