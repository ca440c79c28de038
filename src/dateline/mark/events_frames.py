"""Frames: which words tell of which kind of event, and who is who around them. They are data, in `languages/<code>/frames`.

A frame is chosen for one token. Of several that fit, the one that asks for most wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import msgspec
from spacy.tokens import Token

from dateline.records import Status

Slot = str  # "subject", "object", "poss", "modifier", or a preposition
PartRole = Literal["initiator", "recipient", "participant", "host", "place", "ignore"]
_BACKSHIFTED = {"will": "would"}  # "said that it would free them"
_PARTICLES = frozenset({"off", "up", "out", "down"})  # "wrote off the debt" is often parsed as a preposition
_CALLING = frozenset({"call", "haul"})  # "called in the ambassador"


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of event and the words that tell of it. The fields are explained at the top of CONSULT.toml."""

    name: str
    example: str
    cameo: str
    needs: str
    type: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    object_is: str | None = None
    subject_is: str | None = None
    complements: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_complements: tuple[str, ...] = ()
    without_prepositions: tuple[str, ...] = ()
    light_only: bool = False
    mode: str | None = None
    status: Status | None = None
    symmetric: bool = False
    roles: dict[Slot, PartRole] = {}


class _File(msgspec.Struct, frozen=True):
    frame: tuple[Frame, ...]


class Modals(msgspec.Struct, frozen=True):
    """The word lists of `modality.toml`, in its own order."""

    governors: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    modifiers: dict[str, frozenset[str]]
    auxiliaries: dict[str, frozenset[str]]
    happenings: dict[str, frozenset[str]]
    light: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    hearsay: dict[str, frozenset[str]]
    control: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]]


@cache
def frames(language: str) -> tuple[Frame, ...]:
    """All frames of a language, in order of type and file. A file is named for its PLOVER type."""
    folder = files("dateline.languages").joinpath(language, "frames")
    found: list[Frame] = []
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            read = msgspec.toml.decode(file.read_bytes(), type=_File)
            found += [msgspec.structs.replace(frame, type=file.name.removesuffix(".toml")) for frame in read.frame]
    return tuple(found)


@cache
def modals(language: str) -> Modals:
    """The language's words for plans, hopes, refusals and the like."""
    return msgspec.toml.decode(files("dateline.languages").joinpath(language, "modality.toml").read_bytes(), type=Modals)


@cache
def _by_word(language: str, part: Literal["verbs", "nouns", "adjectives"]) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in frames(language):
        for word in dict.fromkeys(getattr(frame, part)):
            table.setdefault(word, []).append(frame)
    return {word: tuple(listed) for word, listed in table.items()}


@cache
def _pieces(language: str, part: Literal["verbs", "nouns"]) -> frozenset[str]:
    """The words that the names of frames are made of: another word need not be looked at more closely."""
    return frozenset(word for name in _by_word(language, part) for word in (*name.split(), *re.split("[ -]", name)))


@cache
def _ending_in_e(language: str) -> frozenset[str]:
    words = modals(language)
    listed = [verb for frame in frames(language) for verb in frame.verbs]
    listed += [
        w for group in (words.governors, words.light, words.happenings, words.control) for each in group.values() for w in each
    ]
    return frozenset(word for word in listed if word.endswith("e"))


def lemma(token: Token) -> str:
    """The token's lemma in lower case; the lemmatizer's lost e's ("staged" from "stag") are given back."""
    given = token.lemma_.lower()
    if token.pos_ == "VERB" and given + "e" in _ending_in_e(token.doc.lang_) and token.lower_ != given:
        return given + "e"
    return given


def counts(token: Token) -> bool:
    """Whether the noun only says how many or how long: "a series of talks", "two days of talks"."""
    return lemma(token) in modals(token.doc.lang_).groups["counts"]


def phrases(token: Token) -> Iterator[str]:
    """A noun as the frames may name it: "military exercise", "joint military exercise", "state of war", "exercise"."""
    head = lemma(token)
    before: list[str] = []
    for child in reversed(list(token.lefts)):
        if child.dep_ in ("compound", "amod", "nmod", "nummod", "quantmod"):
            before.insert(0, lemma(child))
            yield " ".join([*before, head])
            if len(before) > 1:
                yield f"{before[0]} {head}"
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield f"{head} of {lemma(inner)}"
    yield head
    if token.lower_ != head:
        yield token.lower_
    yield from (lemma(child) for child in token.children if child.dep_ == "quantmod" or child.tag_ == "$")


def relative(verb: Token) -> Token:
    """Whom a relative clause is about: for "who" never the place before it ("the envoy held in Lima, who was freed")."""
    head = verb.head
    if not any(c.tag_ == "WP" and c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in verb.children):
        return head
    for _ in range(6):
        somewhere = head.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME") or lemma(head) in (
            "country",
            "nation",
            "state",
            "capital",
        )
        if not somewhere or head.head == head:
            break
        head = head.head
    while head.pos_ not in ("NOUN", "PROPN", "PRON") and head.head != head and head.dep_ in ("prep", "acl", "agent"):
        head = head.head
    return head if head.pos_ in ("NOUN", "PROPN", "PRON") else verb.head


def objects(verb: Token) -> list[Token]:
    """Direct objects, and subjects of a passive, conjoined ones too; "a series of talks" counts as "talks" as well."""
    heads = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "oprd")]
    if any(child.dep_ == "dative" for child in verb.children):
        heads += [child for child in verb.children if child.dep_ == "npadvmod"]  # "gave the envoys a week to leave"
    particles = _PARTICLES | ({"in"} if lemma(verb) in _CALLING else set())
    heads += [t for p in verb.children if p.dep_ == "prep" and p.lower_ in particles for t in p.children if t.dep_ == "pobj"]
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN" and not heads:
        heads = [verb.head]
    if verb.dep_ == "relcl" and any(h.tag_ in ("WDT", "WP") for h in heads):
        heads.append(relative(verb))
    if verb.dep_ == "compound" and verb.tag_ in ("VBZ", "VBP", "VBD"):  # a headline: "Oslo hosts Perez and Gomez"
        heads.append(verb.head)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and not heads and any(c.dep_ == "auxpass" for c in verb.children):
        heads = [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]  # "the treaty was to have been signed"
    if verb.dep_ == "conj" and not heads and verb.i > verb.head.i and not any(c.dep_ == "nsubj" for c in verb.children):
        heads = [c for c in verb.head.children if c.dep_ == "nsubjpass"]
    found: list[Token] = []
    for head in heads:
        for one in (head, *head.conjuncts):
            found.append(one)
            if counts(one) or one.pos_ == "NUM":
                found += [inner for prep in one.children if prep.dep_ == "prep" and prep.lower_ == "of" for inner in prep.children]
    return found


def complement(verb: Token) -> list[Token]:
    """Heads of the verb's infinitives and clauses."""
    return [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i]


def verb_names(verb: Token) -> list[str]:
    """The verb as the frames may name it: with its particle first ("call off"), then alone."""
    head = lemma(verb)
    particles = [
        c.lower_
        for c in verb.children
        if c.dep_ in ("prt", "advmod", "acomp", "oprd", "prep", "intj") and c.i > verb.i and c.i - verb.i < 8
    ]
    hyphened = [f"{lemma(c)}-{head}" for c in verb.lefts if c.i == verb.i - 2 and verb.doc[verb.i - 1].text == "-"]
    particles += [
        c.lower_ for o in verb.children if o.dep_ == "dobj" for c in o.lefts if c.i == verb.i + 1 and c.dep_ == "amod"
    ]  # "set free"
    particles += [c.lower_ for c in verb.children if c.dep_ in ("oprd", "dobj") and c.lower_ == "home"]  # "called its envoy home"
    if verb.lower_ == "gone" and any(c.dep_ == "auxpass" for c in verb.children):
        particles, head = ["gone"], "be"
    return [*hyphened, *(f"{head} {p}" for p in particles), head]


def match(token: Token, language: str, is_actor: bool = False) -> list[Frame]:
    """Frames that fit a token, most demanding first. Whether the arguments fit (`needs`, `object_is`) is for the caller to see."""
    if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.dep_ == "acl"):
        table = _by_word(language, "verbs")
        if lemma(token) not in _pieces(language, "verbs"):
            return []
        said = _Said(token)
        fits = [(name, frame) for name in verb_names(token) for frame in table.get(name, ()) if _verb_fits(said, frame)]
        return [frame for _, frame in sorted(fits, key=lambda pair: -_weight(*pair))]
    if token.pos_ in ("NOUN", "PROPN"):
        nouns = _by_word(language, "nouns")
        if not (
            {lemma(token), token.lower_} & _pieces(language, "nouns")
            or any(c.dep_ == "quantmod" or c.tag_ == "$" for c in token.children)
        ):
            return []
        names = sorted(dict.fromkeys(phrases(token)), key=lambda name: -name.count(" "))
        found = {(frame.type, frame.name): frame for name in names for frame in nouns.get(name, ())}
        return [frame for frame in found.values() if not frame.without or not _described(token, frame.without)]
    if token.pos_ == "ADJ":
        return [frame for frame in _by_word(language, "adjectives").get(lemma(token), ()) if _verb_fits(_Said(token), frame)]
    return []


def _described(noun: Token, words: tuple[str, ...]) -> bool:
    return any(lemma(c) in words for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod"))


def subject_heads(verb: Token) -> list[Token]:
    """Heads of the subject, also where an infinitive or a relative clause leaves it to the words before."""
    for _ in range(6):
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if own and own[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
            return [verb.head]
        if own and (own[0].pos_ == "NUM" or counts(own[0])):
            own += [t for p in own[0].children if p.dep_ == "prep" and p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
        if own or verb.dep_ not in ("xcomp", "conj", "relcl", "acl", "ccomp", "oprd") or verb.head == verb:
            return own
        if verb.dep_ in ("relcl", "acl"):
            return [verb.head]
        verb = verb.head
    return []


def _weight(name: str, frame: Frame) -> int:
    asked = (
        4 * bool(frame.objects)
        + 3 * bool(frame.complements)
        + 3 * bool(frame.prepositions)
        + 3 * bool(frame.subjects)
        + bool(frame.object_is)
        + bool(frame.subject_is)
        + 2 * any(" " in p for p in frame.prepositions)
    )
    return asked + 3 * (" " in name or "-" in name)


def _all_phrases(heads: Iterable[Token]) -> frozenset[str]:
    return frozenset(phrase for head in heads for phrase in phrases(head))


class _Said:
    """What stands around a verb, put together once for all the frames that it is held against."""

    def __init__(self, verb: Token) -> None:
        self.verb = verb

    @cached_property
    def objects(self) -> frozenset[str]:
        return _all_phrases(objects(self.verb))

    @cached_property
    def subjects(self) -> frozenset[str]:
        return _all_phrases(subject_heads(self.verb))

    @cached_property
    def complement(self) -> list[Token]:
        return complement(self.verb)

    @cached_property
    def purposes(self) -> list[Token]:
        """Infinitives of the objects and of the aim: "gave them a week to leave"."""
        holders = [self.verb, *(t for t in self.verb.children if t.dep_ in ("dobj", "dative", "npadvmod"))]
        return [c for t in holders for c in t.children if c.dep_ in ("acl", "relcl", "advcl", "ccomp") and c.tag_ == "VB"]


def _verb_fits(said: _Said, frame: Frame) -> bool:
    verb = said.verb
    named = said.objects if frame.objects or frame.without else frozenset()
    if frame.subjects and said.subjects.isdisjoint(frame.subjects):
        return False
    if frame.objects and frame.symmetric and not named:  # "the declaration signed in Oslo", taken for a clause; "flights resumed"
        named = _all_phrases(c for c in verb.children if c.dep_ == "nsubj")
    if frame.objects and named.isdisjoint(frame.objects):
        reached = _reached(verb, frame) if frame.prepositions else ()
        if _all_phrases(reached).isdisjoint(frame.objects):
            taken = _reached_in(verb) if verb.lemma_ in ("participate", "take") else ()
            if _all_phrases(taken).isdisjoint(frame.objects):
                return False
    elif (frame.prepositions and not frame.objects and not any(_has_preposition(verb, p) for p in frame.prepositions)) or (
        frame.prepositions
        and frame.objects
        and ({"at", "to"} & set(frame.prepositions))
        and not any(_has_preposition(verb, p, deep=True) for p in frame.prepositions)
    ):
        return False
    if not named.isdisjoint(frame.without):
        return False
    if any(_has_preposition(verb, p) for p in frame.without_prepositions):
        return False
    following = [*said.complement, *said.purposes] if frame.objects or frame.object_is or frame.prepositions else said.complement
    if frame.complements and not any(_complement_fits(c, wanted) for c in following for wanted in frame.complements):
        return False
    return not any(_complement_fits(c, wanted) for c in said.complement for wanted in frame.without_complements)


def _reached(verb: Token, frame: Frame) -> list[Token]:
    preps = [p for p in verb.children if p.dep_ in ("prep", "prt", "advmod")]
    preps += [inner for p in preps for inner in p.children if inner.dep_ == "prep"]  # "out of prison"
    return [t for p in preps if p.lower_ in frame.prepositions for t in p.children if t.dep_ == "pobj"]


def _reached_in(verb: Token) -> list[Token]:
    outer = [*verb.children, *(inner for c in verb.children if c.dep_ == "dobj" for inner in c.children)]
    return [t for p in outer if p.dep_ == "prep" and p.lower_ == "in" for t in p.children if t.dep_ == "pobj"]


def _has_preposition(verb: Token, wanted: str, deep: bool = False) -> bool:
    """Whether "with" (or a whole phrase, "on strike") depends on the verb, on its objects too where `deep`."""
    word, _, rest = wanted.partition(" ")
    adverbial = ("advmod", "prt", "acomp", "npadvmod", "appos", "dobj")
    if not rest and any(c.lower_ == word and c.dep_ in adverbial for c in verb.children):
        return True
    holders = [verb, *(objects(verb) if deep else ()), *(c for c in verb.children if c.dep_ in ("prep", "advmod", "agent", "prt"))]
    for holder in holders:
        for prep in holder.children:
            if prep.lower_ == word and prep.dep_ in ("prep", "dative", "prt", "aux", "advmod", "agent"):
                reached = [t for t in prep.children if t.dep_ in ("pobj", "pcomp")]
                if reached and not rest and word not in ("until", "till") and all(t.ent_type_ in ("DATE", "TIME") for t in reached):
                    continue
                if not rest or any(phrase == rest for t in reached for phrase in phrases(t)):
                    return True
    return False


def _complement_fits(head: Token, wanted: str) -> bool:
    """`wanted`: "mediate"; "not go"; "will release"; "must *"; "*" is any infinitive, "that" any clause."""
    if wanted == "that":
        return head.dep_ == "ccomp" and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in head.children)
    if wanted == "*":
        return any(c.lower_ == "to" for c in head.children if c.dep_ == "aux")
    word, _, name = wanted.rpartition(" ")
    if name not in ("*", lemma(head)):
        return False
    negated = any(c.dep_ == "neg" for c in head.children)
    if word in ("not", "never"):
        return negated
    return not negated and (not word or any(c.lower_ in (word, _BACKSHIFTED.get(word)) for c in head.children if c.dep_ == "aux"))
