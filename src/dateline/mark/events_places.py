"""Where an event was when its frame does not say: the place in its clause, the land it is done to, or "here"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.mark.events_arguments import passive, subjects
from dateline.mark.events_candidate import Candidate, role_of
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, lemma
from dateline.records import Mention
from dateline.trees import Token

_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp", "pcomp"})
_STOPS = frozenset((";", ":", "\u2014", "--", ")", "\u201d", '"'))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_DEEPEST = 7  # steps down from a verb to its place: "met at a hotel on the shore of the lake near Oslo"


def places(found: Sequence[Candidate], mentions: Sequence[Mention]) -> None:
    """Give "here" the place that the report is filed from."""
    filed = next((i for i, m in enumerate(mentions) if m.dateline), None)
    for one in found:
        beside = (*one.trigger.children, *one.carrier.children)
        if one.place is None and filed is not None and any(c.lower_ == "here" for c in beside):
            one.place, one.where = filed, mentions[filed].name


def settle(found: Sequence[Candidate], finder: Finder, words: Modals) -> None:
    """Give the events of a sentence that have no place yet the place of their clause, else the state that they are done to."""
    told = {token.i for one in found for token in (one.trigger, one.carrier)}
    for one in found:
        if one.place is None:
            place = _in_clause(one, told, finder, words)
            place = place if place is not None else _land(one, finder, words)
            place = place if place is not None else _further_on(one, told, finder, words)
            one.place = place if place is not None else _before_or_after(one, finder, words)
            one.where = finder.mentions[one.place].name if one.place is not None else ""


def _in_clause(one: Candidate, told: Collection[int], finder: Finder, words: Modals) -> int | None:
    """The place nearest to the event in its clause: beside its verb or noun, with what it is done to, with who does it."""
    heads = [one.trigger] if one.carrier == one.trigger else [one.trigger, one.carrier]
    talk = one.frame.type in words.whereabouts["talk"]  # what is spoken of is elsewhere
    for head in heads:
        for prep in _prepositions(head, told, words, deep=not talk):
            for reached in prep.children:
                if reached.dep_ == "pobj" and (place := place_of(reached, finder, words)) is not None:
                    return place if prep.lower_ != "outside" or role_of(one, "outside", finder, reached) == "place" else None
    verb = one.carrier
    for subject in subjects(verb, words) if verb.pos_ == "VERB" else []:
        for prep in _prepositions(subject, told, words, deep=False):
            for reached in prep.children:
                if reached.dep_ == "pobj" and (place := place_of(reached, finder, words)) is not None:
                    return place
    return None


def _further_on(one: Candidate, told: Collection[int], finder: Finder, words: Modals) -> int | None:
    """The place "in" which the words after a deed are, as far as its clause goes: the parse may hang them on something between."""
    if one.frame.type in words.whereabouts["talk"] or one.frame.type == "CONSULT":
        return None
    start = max(one.trigger.i, one.carrier.i) + 1
    for token in one.trigger.doc[start : one.trigger.sent.end]:
        if (
            (token.i in told and token.dep_ != "acl")
            or token.text in _STOPS
            or token.tag_ in _FINITE
            or token.dep_ in ("relcl", "mark")
        ):
            return None
        if token.dep_ == "prep" and token.lower_ in words.whereabouts["within"]:
            for reached in token.children:
                if reached.dep_ == "pobj" and (place := place_of(reached, finder, words)) is not None:
                    return place
    return None


def _before_or_after(one: Candidate, finder: Finder, words: Modals) -> int | None:
    """Where somebody came right before or after a deed: "the ship was seized after it sailed into Lima"."""
    if one.frame.type not in words.whereabouts["on_the_spot"]:
        return None
    for clause in one.carrier.children:
        marked = clause.dep_ == "advcl" and any(c.lower_ in words.whereabouts["at_once"] for c in clause.children)
        struck = one.frame.type == "ASSAULT" and passive(one.carrier)  # "were killed when their car hit a mine near Oslo"
        if not marked or not (struck or lemma(clause) in words.whereabouts["coming"]):
            continue
        reached = [t for p in clause.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
        for token in (*reached, *(c for c in clause.children if c.dep_ == "dobj")):
            nearer = [t for p in token.children if p.dep_ == "prep" and p.lower_ == "in" for t in p.children if t.dep_ == "pobj"]
            for at in (*nearer, token):
                if (place := place_of(at, finder, words)) is not None:
                    return place
    return None


def _prepositions(head: Token, told: Collection[int], words: Modals, *, deep: bool) -> list[Token]:
    """Prepositions of place below a token, "in" before "near" and the nearest first; none of another clause or event."""
    found: list[tuple[bool, int, Token]] = []
    level = [head]
    for depth in range(_DEEPEST if deep else 1):
        below = [c for token in level for c in token.children if depth or c.dep_ not in ("nsubj", "nsubjpass")]
        preps = [c for c in below if c.dep_ == "prep" and c.lower_ in words.whereabouts["prepositions"]]
        found += [(c.lower_ not in words.whereabouts["within"], depth, c) for c in preps]
        level = [c for c in below if c.dep_ not in _CLAUSES and c.i not in told and not (c.dep_ == "conj" and c.pos_ == "VERB")]
    return [c for _, _, c in sorted(found, key=lambda f: f[:2])]


def place_of(token: Token, finder: Finder, words: Modals) -> int | None:
    """The place that a noun phrase names: "Oslo", "the port of Oslo", "the capital Oslo", "southern Chile", "Chilean waters"."""
    index, inner = finder.at(token), finder.place(token)
    if index is not None and _somewhere(finder.mentions[index]):
        return index
    if index is not None and inner is not None and finder.mentions[index].kind == "group":
        return inner  # "met the freed girls in Abuja"
    apposed = [c for c in token.children if c.dep_ == "appos"]
    if lemma(token) not in words.whereabouts["parts"]:
        places = [i for c in apposed if (i := finder.at(c)) is not None and finder.mentions[i].kind == "place"]
        return places[0] if places else None  # "the Great Hall, Peking"
    of = [
        t for p in token.children if p.dep_ == "prep" and p.lower_ in ("of", "on", "with") for t in p.children if t.dep_ == "pobj"
    ]
    within = [c for c in token.children if c.dep_ in ("compound", "nmod", "amod", "poss")]
    for near in (*apposed, *of, *reversed(within)):
        found = finder.at(near)
        if found is None:
            found = place_of(near, finder, words) if near in of else None
        if found is not None and finder.mentions[found].kind in ("place", "state"):
            return found
    return None


def _somewhere(mention: Mention) -> bool:
    return mention.kind == "place" or (mention.kind == "state" and mention.form == "name")


def _land(one: Candidate, finder: Finder, words: Modals) -> int | None:
    """The state, or the place in it, that a deed is done to: an invasion of Kuwait is in Kuwait, troops sent to Chile are there."""
    slots = words.whereabouts.get(one.frame.type, frozenset())
    noun = one.trigger.pos_ in ("NOUN", "PROPN")
    listed = [(slot, t) for slot, t in one.arguments if slot in slots and (noun or slot not in ("of", "modifier"))]
    for slot, token in sorted(listed, key=lambda a: a[0] == "modifier"):
        doer = slot == "modifier" and token.text.replace(".", "").isupper()  # "U.S. strikes", but "the Chile invasion"
        if not doer and one.frame.roles.get(slot) != "ignore" and (place := place_of(token, finder, words)) is not None:
            return place
    return None
