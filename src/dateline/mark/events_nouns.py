"""Events that are nouns: the light verb that bears one, and what the clause around it lends it."""

from __future__ import annotations

from dateline.mark import events_arguments as arguments
from dateline.mark import modality_nouns
from dateline.mark.events_arguments import Argument
from dateline.mark.events_frames import Modals, counts, lemma
from dateline.mark.modality_governors import governor_status
from dateline.mark.modality_own import CANCELLED, PLANNED, infinitive
from dateline.trees import Token, once

_OWN = frozenset({"their", "his", "her", "its"})
_LENT = frozenset({"in", "at", "between", "with", "near", "outside", "among"})


@once
def bearer(noun: Token, words: Modals) -> tuple[Token, bool]:
    """The light verb that bears a noun, and whether the verb's subject receives ("received an invitation")."""
    head = noun
    while head.pos_ != "VERB":
        if head.dep_ in ("conj", "appos") and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        elif head.dep_ == "pobj" and (head != noun or (head.head.lower_ == "of" and counts(head.head.head))):
            head = head.head.head
        else:
            break
    if head.pos_ == "VERB" or (head.dep_ in ("dobj", "nsubjpass", "acl", "oprd", "npadvmod") and head.head.pos_ == "VERB"):
        verb = head if head.pos_ == "VERB" else head.head
        if lemma(verb) in words.light["take"] | words.light["give"]:
            return verb, lemma(verb) in words.light["take"]
    for child in noun.children:  # "talks held in Oslo"
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma(child) in words.light["bear"]:
            return child, False
        clause = [child, *(c for c in child.children if c.dep_ == "xcomp")] if child.dep_ == "relcl" else []
        for verb in clause:  # "a dinner that the envoy was to give for him"
            if lemma(verb) in words.light["bear"] and any(
                c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in child.children
            ):
                return verb, False
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in", "into", "for") and lemma(noun.head.head) in words.light["into"]:
        return noun.head.head, False
    return noun, False


def of_carrier(noun: Token, verb: Token, swapped: bool, words: Modals) -> list[Argument]:
    found: list[Argument] = []
    for slot, token in arguments.of_verb(verb, words):
        if (
            token.i == noun.i
            or noun in token.conjuncts
            or (slot == "object" and token.i != noun.i and token not in noun.conjuncts and noun.is_ancestor(token))
        ):
            continue
        if noun.dep_ in ("appos", "conj") and slot != "subject":
            continue  # what the verb has beside the subject belongs to the noun that this one is joined to
        found.append(("receiver" if swapped and slot == "subject" else slot, token))
    return [(slot, token) for slot, token in found if slot != "object"]


@once
def of_clause(noun: Token, words: Modals) -> list[Argument]:
    """What the clause around a noun lends it: "flew to Oslo for talks", "entered a hall during a meeting"."""
    if noun.dep_ == "dobj" and not any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in noun.children):
        told = lemma(noun.head) in words.light["tell"]  # "a spokesman confirmed the visit"
        if not told and governor_status(noun.head, words) is not None:  # "proposed a summit with", "cancelled a visit to"
            return [("subject", t) for t in arguments.subjects(noun.head, words)]
        return []
    if (
        noun.dep_ in ("nsubj", "nsubjpass")
        and noun.head.pos_ in ("VERB", "AUX")
        and modality_nouns.passive_or_happening(noun.head, words)
    ):
        lent = [a for a in arguments.of_verb(noun.head, words) if a[0] in _LENT]
        return [(slot, t) for slot, t in lent if t.ent_type_ not in ("DATE", "TIME")]
    head = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and counts(noun.head.head):  # "for a round of talks"
        head = noun.head.head
    if head.dep_ != "pobj" or head.head.dep_ not in ("prep", "mark", "advmod"):
        return []
    own = [p.lower_ for p in noun.children if p.dep_ == "prep"]
    prep, verb = head.head, head.head.head
    if verb.pos_ == "ADJ" and prep.lower_ in ("at", "in") and lemma(verb) in words.light["due"]:
        return [("subject", t) for t in arguments.clause_subjects(verb, words)]  # "both are due at the summit in Lima"
    if verb.pos_ not in ("VERB", "AUX") or "between" in own:
        return []
    owners = [c for c in noun.children if c.dep_ == "poss" and c.ent_type_ != "DATE"]
    if owners or "of" in own:
        theirs = all(c.lower_ in _OWN for c in owners) and (owners or prep.i == prep.sent.start)
        if not theirs or prep.lower_ not in ("at", "during", "in"):
            return []  # "at their summit in Oslo", "at a summit of the bloc in Oslo" the leaders said something
        return [("subject", t) for t in arguments.subjects(verb, words)]
    if prep.lower_ == "to" and lemma(verb) in words.light["going"]:
        return [("subject", t) for t in arguments.subjects(verb, words)]  # "will travel to the summit in Lima"
    aim = prep.lower_ == "for" and lemma(verb) in words.light["purpose"]
    if (
        aim
        or prep.lower_ in ("during", "on")
        or (prep.lower_ in ("in", "at", "after", "following") and ("with" in own or not definite(noun)))
    ):
        found: list[Argument] = [("subject", t) for t in arguments.subjects(verb, words) or arguments.clause_subjects(verb, words)]
        if arguments.passive(verb) and lemma(verb) in words.light["along"]:  # "was accompanied on the trip by his adviser"
            found += [("subject", c) for c in verb.children if c.dep_ == "nsubjpass"]
        if prep.lower_ == "for":
            found += [a for a in arguments.of_verb(verb, words) if a[0] in ("object", "in", "to", "at")]
        elif lemma(verb) in words.light["address"]:  # "told the king in a telephone call"
            found += [a for a in arguments.of_verb(verb, words) if a[0] in ("object", "dative")]
        return found
    return []


def bystanders(noun: Token, carrier: Token, words: Modals) -> list[Token]:
    """Who only speaks of a deed, or does something after it: "called the raid a crime", "welcomed the release".

    Whoever planned a raid, ordered or called it off, is the one who raids.
    """
    if carrier == noun:
        bid = noun.dep_ == "dobj" and governor_status(noun.head, words) in (PLANNED, CANCELLED)
        bid = (bid and lemma(noun.head) not in words.light["tell"]) or lemma(noun.head) in words.light["bid"]
        return [] if bid else [t for slot, t in of_clause(noun, words) if slot == "subject"]
    return arguments.subjects(carrier, words) if lemma(carrier) in words.light["answer"] else []


def told_of(noun: Token, words: Modals) -> bool:
    """A noun that stands for an event told of before: "the meeting", "two hours of talks followed"."""
    described = any(c.dep_ in ("amod", "compound", "nummod", "poss", "relcl") for c in noun.children)
    return definite(noun) or (comes_about(noun, words) and not described)


def dated_owner(noun: Token) -> bool:
    """ "this week's journey", "Monday's talks"."""
    return any(c.dep_ in ("poss", "nmod", "compound") and c.ent_type_ == "DATE" and c.pos_ != "ADJ" for c in noun.children)


def comes_about(noun: Token, words: Modals) -> bool:
    """Whether its clause only says that it came about: "the deal came after five days", "two hours of talks followed"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and counts(noun.head.head):
        noun = noun.head.head
    happen = words.happenings["verbs"] - {"be", "become", "remain", "hold", "take"}
    return noun.dep_ in ("nsubj", "nsubjpass") and lemma(noun.head) in happen and noun.head.tag_ in ("VBD", "VBZ", "VBP", "VBN")


def asks(noun: Token, words: Modals) -> bool:
    """ "a call for a truce", "calls to free them", "at the request of": something is asked for, and nobody is telephoned."""
    below = any(
        (c.lower_ == "for" and c.dep_ == "prep") or c.dep_ == "ccomp" or (c.dep_ == "acl" and c.tag_ == "VB") for c in noun.children
    )
    further = any(infinitive(c) for p in noun.children if p.lower_ in ("from", "by", "on") for t in p.children for c in t.children)
    heard = noun.dep_ in ("dobj", "nsubjpass") and lemma(noun.head) in words.governors["turned_down"] | words.groups["heeding"]
    return below or further or heard or (noun.dep_ == "pobj" and noun.head.lower_ in ("at", "against"))


def points_back(noun: Token, names: tuple[str, ...]) -> bool:
    """ "the latest test", "Tuesday's launch": one told of before, if one was, and not the launch of something else.

    `names`: what the frame calls it, so that "the war games" are these and "the product launch" is none.
    """
    if any(c.lower_ == "of" for c in noun.children):
        return False
    other = [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.ent_type_ != "DATE"]
    if any(f"{lemma(c)} {lemma(noun)}" not in names for c in other):
        return False
    pointed = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children)
    return pointed or any(c.dep_ == "poss" for c in noun.children)


@once
def definite(noun: Token) -> bool:
    """ "the meeting", "this visit", "their talks", with nothing that tells it from another one."""
    determiners = [c.lower_ for c in noun.children if c.dep_ == "det"]
    other = [c for c in noun.children if c.dep_ in ("amod", "compound", "nummod", "poss", "relcl")]
    return bool(determiners) and determiners[0] in ("the", "this", "that", "these", "those") and not other
