"""At whom a deed of words or of power is aimed, where it is a word further down: "condemned Berg's plan", "refused to see him"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dateline.mark.events_candidate import ACTORS, Candidate
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.events_syntax import objects
from dateline.records import Participant, Role
from dateline.trees import Token

_DEEPEST = 4  # words down to whom it is aimed at: "revoked the decision on the detention of Berg"


def aim(found: Sequence[Candidate], finder: Finder, words: Modals) -> None:
    """Cast whom each deed is aimed at as its recipient, where its own arguments name none.

    What a verb has below its object is done to it: in "lifted the blockade of Chile" Chile has lifted nothing.
    """
    for one in found:
        if one.frame.symmetric and len(one.participants) > 1:
            continue
        if one.frame.type != "CONSULT" and not one.frame.symmetric and one.trigger.pos_ == "VERB":
            _turn(one, finder)
        if one.trigger.pos_ in ("NOUN", "PROPN"):
            _undergo(one, finder, words)
        if one.frame.type not in words.aims or any(p.role in ("recipient", "host") for p in one.participants):
            continue
        role: Role = "participant" if one.frame.symmetric else "recipient"
        doing = {finder.mentions[p.mention].entity for p in one.participants}
        for token in _aims(one, words):
            for index in finder.resolve(token) if _whole(token, finder, words) else ():
                mention = finder.mentions[index]
                if mention.kind in ACTORS and mention.entity not in doing and not finder.outlet(index):
                    doing.add(mention.entity)
                    one.participants.append(Participant(index, role))


def _whole(token: Token, finder: Finder, words: Modals) -> bool:
    """Whether the word is for somebody, and not for a thing with somebody's name before it: "the Chile report"."""
    if finder.at(token) is not None or lemma(token) in words.groups["people"]:
        return True
    return not any(finder.at(c) is not None for c in token.lefts if c.dep_ != "poss")


def _turn(one: Candidate, finder: Finder) -> None:
    """Make recipients of those who are named below the object and nowhere as those who do it."""
    heads = objects(one.trigger)
    below = {i for head in heads for token in _below(head) for i in finder.resolve(token)}
    doing = {
        i for slot, token in one.arguments if slot in ("subject", "by") and not _under(token, heads) for i in finder.resolve(token)
    }
    entities = {finder.mentions[i].entity for i in doing}
    one.participants = [
        Participant(p.mention, "recipient")
        if p.role == "initiator" and p.mention in below and finder.mentions[p.mention].entity not in entities
        else p
        for p in one.participants
    ]


def _undergo(one: Candidate, finder: Finder, words: Modals) -> None:
    """Make recipients of those to whom it is done, though their name stands before the noun: "his abduction", "the embassy attack".

    With an "of" after it the owner does it: "Chile's arrest of Berg".
    """
    noun, aims = one.trigger, words.aims
    of = [t for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for t in p.children if finder.resolve(t)]
    owners = {i for slot, t in one.arguments if slot == "poss" for i in finder.resolve(t)}
    before = [t for slot, t in one.arguments if slot == "modifier"]
    struck = {i for t in before if lemma(t) in aims["struck"] for i in finder.resolve(t)}
    if lemma(noun) in aims["suffered"] and not any(p.lower_ in ("on", "against") for p in noun.children):
        lands = [t for t in before if t.pos_ == "PROPN" and not t.text.replace(".", "").isupper()]
        struck |= {i for t in lands for i in finder.resolve(t) if finder.mentions[i].kind == "state"}
    away = any(p.dep_ == "prep" and p.lower_ == "from" for p in noun.children)
    cast = []
    for p in one.participants:
        state = finder.mentions[p.mention].kind == "state"
        own = finder.mentions[p.mention].form == "name"
        role = p.role
        if p.mention in owners and role in ("initiator", "recipient") and lemma(noun) in aims["undergone"]:
            role = "initiator" if of else "recipient" if away or not state else role
        elif p.mention in struck and one.frame.type == "ASSAULT" and (own or not state):
            role = "recipient"
        cast.append(Participant(p.mention, role))
    one.participants = cast


def _below(noun: Token) -> Iterator[Token]:
    """The noun's complements and appositions."""
    for child in noun.children:
        if child.dep_ == "appos":
            yield child
        elif child.dep_ == "prep":
            yield from (t for t in child.children if t.dep_ == "pobj")


def _under(token: Token, heads: Collection[Token]) -> bool:
    return any(head.is_ancestor(token) for head in heads)


def _aims(one: Candidate, words: Modals) -> list[Token]:
    """The words for those at whom it is aimed: through its object, else through what it says is to be done."""
    slots = words.aims[one.frame.type]
    head = one.carrier if one.carrier.pos_ == "VERB" else one.trigger
    found: list[Token] = []
    for noun in objects(head) if head.pos_ == "VERB" else [head]:
        if one.frame.type not in words.aims["by_clause"]:
            found += _of_noun(noun, slots, words, 0, own=noun != one.trigger)
    asked = one.frame.type in words.aims["asking"] and any(lemma(t) in words.groups["people"] for t in objects(head))
    for clause in _complements(head) if not asked else ():  # "ordered police to arrest Berg" is aimed at the police
        found += _of_clause(clause, one, words, 0)
    for noun in objects(head) if head.pos_ == "VERB" else ():
        for clause in _complements(noun):
            found += _of_clause(clause, one, words, 0)
    return found


def _of_noun(noun: Token, slots: Collection[str], words: Modals, depth: int, *, own: bool = True) -> Iterator[Token]:
    """Whose act a noun is, or whom it is about: "Berg's decision", "an investigation into Berg", "sanctions on Chile"."""
    if depth > _DEEPEST:
        return
    slots = frozenset(slots) | words.aims["of_probes"] if lemma(noun) in words.aims["probes"] else slots
    for child in noun.children:
        if child.dep_ == "poss" and own and "poss" in slots:
            yield child
        elif child.dep_ in ("prep", "agent", "dative") and child.lower_ in slots:
            for reached in child.children:
                if reached.dep_ == "pobj" and reached.ent_type_ not in ("DATE", "TIME"):
                    yield reached
                    yield from _of_noun(reached, frozenset(slots) - {"by", "poss"}, words, depth + 1)


def _complements(head: Token) -> list[Token]:
    """The clauses that say what is to be done: none that says what was done, or is so."""
    dependent = [c for c in head.children if c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "acl" and c.tag_ == "VB")]
    ahead = [c for c in dependent if c.tag_ in ("VB", "VBG") or any(t.tag_ == "MD" or t.lower_ == "to" for t in c.children)]
    return [c for c in ahead if c.i > head.i]


def _of_clause(verb: Token, one: Candidate, words: Modals, depth: int) -> Iterator[Token]:
    """Who is to do it, or to whom it is to be done: "demanded that Chile leave", "offered to send doctors to Chile"."""
    if depth > _DEEPEST or verb.pos_ not in ("VERB", "AUX"):
        return
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    yield from own
    if own and one.frame.type in words.aims["asking"] and any(c.pos_ in ("PROPN", "NOUN") for c in own):
        return
    for noun in objects(verb):
        if noun not in own:
            yield noun
            yield from _of_noun(noun, words.aims["of_deeds"], words, depth + 1)
    for prep in verb.children:
        if prep.dep_ in ("prep", "dative") and (prep.pos_ != "ADP" or prep.lower_ in words.aims["of_deeds"]):
            yield from ([prep] if prep.pos_ != "ADP" else (t for t in prep.children if t.dep_ == "pobj"))
    for clause in _complements(verb):
        yield from _of_clause(clause, one, words, depth + 1)
