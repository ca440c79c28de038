"""Needs of a frame that those named in its clause meet: who does it, to whom, with whom, and where."""

from __future__ import annotations

from dateline.mark.events_candidate import role_of
from dateline.mark.events_clause import Clause
from dateline.mark.events_frames import lemma
from dateline.mark.events_match import match
from dateline.mark.events_nouns import definite
from dateline.mark.events_phrases import capitalised, named_as, names_a_state, presented, says_where, stands_for
from dateline.mark.events_syntax import phrases

_ARRIVING = frozenset({"arrive", "land", "disembark", "alight"})
_SIGNED = frozenset({"sign", "reach", "agree", "adopt", "issue", "conclude", "initial", "announce"})


def nothing(clause: Clause) -> bool:
    """The words are enough: "the ceasefire collapsed"."""
    return True


def anything(clause: Clause) -> bool:
    """An actor or a place: "shelling in Norway"."""
    return clause.somebody or clause.somewhere


def place(clause: Clause) -> bool:
    """Where: "riots in Oslo"."""
    return clause.somewhere


def actor(clause: Clause) -> bool:
    """Somebody named, titled or of a nation does it: "Perez resigned"."""
    return clause.done and clause.somebody


def target(clause: Clause) -> bool:
    """Against whom: "protests against Chile"."""
    return any(p.role == "recipient" for p in clause.one.participants)


def named_target(clause: Clause) -> bool:
    """Against a person, where officials have a part: "sanctioned Perez"."""
    return clause.official and any(p.role == "recipient" and m.kind == "person" for p, m in clause.cast)


def person(clause: Clause) -> bool:
    """A person: "the arrest of Perez"."""
    return any(m.kind == "person" for m in clause.people)


def person_in_office(clause: Clause) -> bool:
    """A person with a title or an office: "President Perez was sworn in"."""
    return any(m.kind == "person" and (m.title is not None or clause.finder.official(p.mention)) for p, m in clause.cast)


def somebody(clause: Clause) -> bool:
    """Officials do it, or a person takes part by name: "Perez telephoned"."""
    named = any(m.kind == "person" and (clause.known or m.form == "name") for m in clause.people)
    return (clause.official and clause.done) or named


def official(clause: Clause) -> bool:
    """States, officials or organs of state have a part in it: "the ministry's offer"."""
    return clause.official or (clause.one.carrier != clause.trigger and bool(clause.people))


def state(clause: Clause) -> bool:
    """Officials do it, "Norway protested", or somebody goes to a place of a state: "the team's visit to Oslo"."""
    one, trigger = clause.one, clause.trigger
    if clause.frame.mode == "visit" and one.place is not None and clause.finder.located(one.place):
        invited = trigger.dep_ == "acl" and lemma(trigger.head) in ("invitation", "invite")
        return clause.somebody or any(capitalised(t) for t in clause.acting) or invited
    return clause.official and clause.done


def state_or_place(clause: Clause) -> bool:
    """Officials do it, or where: "the exercise off Norway"; amid talks, what the reader knows: "opened the round"."""
    told = clause.known and any(definite(t) for t in clause.at("object"))
    return (clause.official and clause.done) or clause.somewhere or told


def time_or_place(clause: Clause) -> bool:
    """Where, or who and when: "the signing on Friday", after talks even of nobody."""
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in clause.trigger.subtree)
    return clause.somewhere or (dated and (clause.somebody or clause.told("CONSULT")))


def two(clause: Clause) -> bool:
    """At least two, one of them of a state: "Norway and Chile argued", "the two sides met", "he saw her"."""
    one, frame = clause.one, clause.frame
    if clause.known and frame.symmetric and _each_other(clause):
        return True
    if not clause.official:
        return False
    actors = {m.entity for m in clause.people}
    others = [t for t in clause.nations if not stands_for(t, clause.finder)]
    if len(actors) + len(others) > 1:
        return True
    pronouns = {t.lower_ for t in clause.at("subject", "object")} & {"he", "she", "him", "her"}
    many = any(t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "two", "both") for t in clause.at("subject"))
    if frame.symmetric and (many or (len(pronouns) > 1 and frame.mode == "host")):
        return True
    meant = {s for s, t in one.arguments if t.tag_ == "PRP" or t.lower_ in ("both", "two", "pair") or clause.finder.resolve(t)}
    return clause.known and {"subject", "object"} <= meant


def _each_other(clause: Clause) -> bool:
    """ "a chance to see each other"."""
    return not {"other", "another"}.isdisjoint(p for t in clause.at("object") for p in phrases(t))


def two_officials(clause: Clause) -> bool:
    """Two persons, both in office: "President Perez and Prime Minister Hansen smiled"."""
    persons = {m.entity for m in clause.people if m.kind == "person"}
    return len(persons) > 1 and sum(clause.finder.official(p.mention) for p in clause.one.participants) > 1


def two_in_a_place(clause: Clause) -> bool:
    """Two officials said to be somewhere: "Perez and Hansen at the hotel"."""
    seen = {m.entity for p, m in clause.cast if m.kind == "person" and clause.finder.official(p.mention)}
    return len(seen) > 1 and (clause.somewhere or _at_venue(clause))


def with_somebody(clause: Clause) -> bool:
    """With an official: "sat down with President Perez"."""
    company = [i for t in clause.at("with") for i in clause.finder.resolve(t)]
    return any(clause.finder.mentions[i].kind == "person" and clause.finder.official(i) for i in company)


def parties(clause: Clause) -> bool:
    """A pact whose sides or place are told: "the accord between Norway and Chile", "the Vienna agreement"."""
    entities = {m.entity for m in clause.people}
    if len(entities) > 1:
        return True
    one = clause.one
    borne = bool(entities) and (one.carrier != one.trigger or clause.somewhere)
    return borne or (bool(one.participants) and bool(clause.at("with", "between"))) or _named_after(clause)


def signed(clause: Clause) -> bool:
    """A text that was signed or reached, whose or which: "the declaration signed in Oslo"."""
    by = any(c.dep_ == "acl" and lemma(c) in _SIGNED for c in clause.trigger.children)
    return by and (clause.somebody or clause.somewhere or definite(clause.trigger))


def state_and_place(clause: Clause) -> bool:
    """Officials go somewhere: "Perez landed in Oslo", "the minister flew home"; a company or a ship does not count."""
    one, people = clause.one, clause.people
    if people and all(m.kind == "organization" and m.country is None for m in people):
        return False
    somewhere = one.place is not None and (clause.official or clause.finder.located(one.place))
    if somewhere and not clause.somebody and any(capitalised(t) for t in clause.acting):
        return True
    there = somewhere or (clause.official and (_deictic(clause) or _unnamed_place(clause)))
    return there and (bool(people) or (bool(clause.nations) and clause.done))


def _deictic(clause: Clause) -> bool:
    """ "arrived on Monday", "left for home", "came here"."""
    trigger = clause.trigger
    alone = not says_where(trigger) and not any(c.dep_ == "dobj" for c in trigger.children)
    homeward = any(t.lower_ == "home" for t in clause.at("for", "to"))
    beside = {c.lower_ for c in trigger.children}
    return (lemma(trigger) in _ARRIVING and alone) or homeward or bool(beside & {"here", "home", "back", "there"})


def person_and_place(clause: Clause) -> bool:
    """Somebody is somewhere: "Perez is in Oslo", but not "Here is our reporter"."""
    one, finder, people = clause.one, clause.finder, clause.people
    if lemma(one.trigger) == "be" and _says_what(clause):
        return False
    group = any(lemma(t) in clause.words.groups["people"] or t.tag_ == "NNS" for t in clause.nations)
    human = any(m.kind == "person" or m.title for m in people) or (bool(clause.nations) and not people) or group
    if not human or not (clause.official or clause.somewhere or clause.known):
        return False
    adverbs = {c.lower_ for c in one.trigger.children if c.dep_ != "expl"}
    here = bool(adverbs & {"here", "there"}) or _unnamed_place(clause)
    return here or (one.place is not None and finder.mentions[one.place].name != "")


def _says_what(clause: Clause) -> bool:
    """Whether "be" says what somebody is, and not where."""
    acting = clause.acting
    named = bool(acting) and all(names_a_state(t, clause.finder) for t in acting)
    return presented(clause.trigger) or named_as(clause.trigger) or named


def _unnamed_place(clause: Clause) -> bool:
    """ "the Chilean capital", "the island", or a name that no list knows."""
    finder = clause.finder
    return any(
        lemma(t) in clause.words.groups["places"]
        or any(finder.mentions[i].kind in ("organization", "group") for i in finder.resolve(t))
        or (t.pos_ == "PROPN" and finder.at(t) is None and t.ent_type_ not in ("DATE", "TIME") and not match(t, t.doc.lang_))
        for slot, t in clause.one.arguments
        if role_of(clause.one, slot, finder, t) == "place"
    )


def _at_venue(clause: Clause) -> bool:
    """ "at his hotel", "over dinner"."""
    return any(lemma(t) in clause.words.groups["venues"] for t in clause.at("at", "in", "over", "during", "on"))


def _named_after(clause: Clause) -> bool:
    """ "the Vienna agreement", "the Chile deal"."""
    named = {clause.one.place, *(p.mention for p in clause.one.participants)} - {None}
    return any(clause.finder.at(t) in named for t in clause.at("modifier"))
