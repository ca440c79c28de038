"""Guesses at somebody's country that the report itself speaks against: who is received is no host, of one office one holds it."""

from __future__ import annotations

from collections import defaultdict

from dateline import world
from dateline.languages import offices
from dateline.records import EventMention, Marks


def groundless(marks: Marks) -> frozenset[int]:
    """Entities of people whose guessed country cannot be right."""
    guess = {m.entity: m.country for m in marks.mentions if m.kind == "person" and m.assumed and m.country}
    for mention in marks.mentions:
        if mention.kind == "person" and mention.country and not mention.assumed:
            guess.pop(mention.entity, None)
    if not guess:
        return frozenset()
    return frozenset(_of_one_office(marks, guess) | {e for event in marks.events for e in _visitors(event, marks, guess)})


def _of_one_office(marks: Marks, guess: dict[int, str]) -> set[int]:
    """Who would hold an office of a state together with somebody else who is named."""
    named = {m.entity for m in marks.mentions if m.name and m.kind == "person"}
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for m in marks.mentions:
        sole = m.title is not None and (m.title in offices.heads() or m.title.endswith(" minister"))
        if m.kind == "person" and m.entity in named and m.title and sole and m.country and not m.former:
            holders[m.title, m.country].add(m.entity)
    return {entity for held in holders.values() if len(held) > 1 for entity in held if entity in guess}


def _visitors(event: EventMention, marks: Marks, guess: dict[int, str]) -> set[int]:
    """Who comes to the state that is taken for his own, or meets nobody but people of it."""
    if event.type != "CONSULT" or event.mode not in ("meet", "visit", "host"):
        return set()
    people = [(marks.mentions[p.mention], p.role) for p in event.participants]
    place = marks.mentions[event.place].country if event.place is not None else None
    own = {m.entity for m, role in people if guess.get(m.entity) is not None and role == "initiator"}
    if event.mode == "visit":
        there = marks.mentions[event.place] if event.place is not None else None
        abroad = there is not None and (there.kind == "state" or world.capital_of(there.name) == there.country)
        return {e for e in own if abroad and event.lemma != "return" and guess[e] == place}
    heads = {m.entity for m, role in people if role == "host" or m.title in offices.heads()}
    states = {guess.get(m.entity) or m.country for m, _ in people}
    if len(people) < 2 or len(states) != 1:
        return set()
    return {m.entity for m, _ in people if m.entity in guess and m.entity not in heads} if heads else own
