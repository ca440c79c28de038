"""Which frames fit a word by what stands around it. Of several that fit, the one that asks for most comes first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dateline.mark.events_frames import Frame, Known, by_word, deed_pieces, deeds, lemma, modals, pieces
from dateline.mark.events_syntax import antecedents, complement, objects, phrases, subject_heads, verb_names
from dateline.trees import Token, once

_ASKING = frozenset({"why", "how", "whether", "if", "what", "who", "where", "when", "which"})
_LIGHT = frozenset(
    {"take", "make", "give", "have", "leave", "get", "see", "do", "bring", "show", "find", "keep", "hold"}
)  # of too much
_ADVERBIAL = ("advmod", "prt", "acomp", "npadvmod", "appos", "dobj", "oprd")
_BACKSHIFTED = {"will": "would"}  # "said that it would free them"


@once
def match(token: Token, language: str) -> list[Frame]:
    """Frames that fit a token, most demanding first. Whether the arguments fit (`needs`, `object_is`) is for the caller to see."""
    if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.dep_ == "acl"):
        table = by_word(language, "verbs")
        if lemma(token) not in pieces(language, "verbs"):
            return []
        fits = [(name, frame) for name in verb_names(token) for frame in table.get(name, ()) if _verb_fits(token, frame)]
        return [frame for _, frame in sorted(fits, key=lambda pair: -_weight(*pair))]
    if token.pos_ in ("NOUN", "PROPN"):
        nouns = by_word(language, "nouns")
        if not (
            {lemma(token), token.lower_} & pieces(language, "nouns")
            or any(c.dep_ == "quantmod" or c.tag_ == "$" for c in token.children)
        ):
            return []
        names = sorted(dict.fromkeys(phrases(token)), key=lambda name: -name.count(" "))
        found = {(frame.type, frame.name): frame for name in names for frame in nouns.get(name, ())}
        return [
            frame
            for frame in found.values()
            if not (frame.without and _described(token, frame.without))
            and (not frame.without_prepositions or prepositions(token).isdisjoint(frame.without_prepositions))
        ]
    if token.pos_ == "ADJ":
        return [frame for frame in by_word(language, "adjectives").get(lemma(token), ()) if _verb_fits(token, frame)]
    return []


def loosely(token: Token, language: str, fitting: frozenset[str] = frozenset()) -> list[Known]:
    """What the word may tell of, whatever stands around it: of each type a frame that knows the word, else a deed.

    Beside types of which a frame fits, only such as it mostly tells of.
    """
    if token.pos_ not in ("VERB", "NOUN", "PROPN") or not (known := known_as(token, language)):
        return []
    known = tuple(one for one in known if one.deed.type not in fitting and (one.mostly or not fitting))
    names = verb_names(token) if known and token.pos_ == "VERB" else []
    table = by_word(language, "verbs")
    framed = {frame.type: frame for name in reversed(names) for frame in reversed(table.get(name, ()))}
    return [Known(framed.get(one.deed.type, one.deed), one.mostly) for one in known]


def known_as(token: Token, language: str) -> tuple[Known, ...]:
    """The deeds that a verb, with its particle if that is known, or a noun, with what it is compounded with, may tell of."""
    part: Literal["verbs", "nouns"] = "verbs" if token.pos_ == "VERB" else "nouns"
    if not {lemma(token), token.lower_} & deed_pieces(language, part):
        return ()
    table = deeds(language, part)
    names = verb_names(token) if part == "verbs" else sorted(phrases(token), key=lambda name: -name.count(" "))
    return next((table[name] for name in names if name in table), ())


def _described(noun: Token, words: tuple[str, ...]) -> bool:
    return any(lemma(c) in words for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod"))


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


@once
def _objects(verb: Token) -> frozenset[str]:
    return _all_phrases(objects(verb))


@once
def _subjects(verb: Token) -> frozenset[str]:
    return _all_phrases(subject_heads(verb))


@once
def _referred(verb: Token) -> frozenset[str]:
    """What "it" or "them" can stand for: "Chile had relations with Norway. It broke them off"."""
    return frozenset() if lemma(verb) in _LIGHT else _all_phrases(antecedents(verb))


@once
def _purposes(verb: Token) -> list[Token]:
    """Infinitives of the objects and of the aim: "gave them a week to leave"."""
    holders = [verb, *(t for t in verb.children if t.dep_ in ("dobj", "dative", "npadvmod"))]
    return [c for t in holders for c in t.children if c.dep_ in ("acl", "relcl", "advcl", "ccomp") and c.tag_ == "VB"]


def _verb_fits(verb: Token, frame: Frame) -> bool:
    named = _objects(verb) if frame.objects or frame.without else frozenset()
    if frame.subjects and _subjects(verb).isdisjoint(frame.subjects):
        return False
    if frame.objects and frame.symmetric and not named:  # "the declaration signed in Oslo", taken for a clause; "flights resumed"
        named = _all_phrases(c for c in verb.children if c.dep_ == "nsubj")
    if frame.objects and named.isdisjoint(frame.objects) and _referred(verb).isdisjoint(frame.objects):
        reached = _reached(verb, frame.prepositions) if frame.prepositions else ()
        if _all_phrases(reached).isdisjoint(frame.objects):
            taken = _reached_in(verb) if verb.lemma_ in ("participate", "take") else ()
            if _all_phrases(taken).isdisjoint(frame.objects):
                return False
    elif (not frame.objects or frame.both) and not _led_on(verb, frame):
        return False
    if "*" in frame.without and (named or any(c.dep_ == "dobj" for c in verb.children)):
        return False
    spoken_to = _reached(verb, ("to", "with")) if frame.without and frame.symmetric else ()
    if not (named | _all_phrases(spoken_to)).isdisjoint(frame.without):
        return False
    if frame.without_prepositions and not prepositions(verb).isdisjoint(frame.without_prepositions):
        return False
    following = complement(verb)
    if "=" in frame.without_complements and {"oprd", "dobj"} <= {c.dep_ for c in verb.children}:
        return False  # "called Chile a partner"
    if any(_complement_fits(c, wanted) for c in following for wanted in frame.without_complements):
        return False
    if frame.objects or frame.object_is or frame.prepositions:
        following = [*following, *_purposes(verb)]
    return not frame.complements or any(_complement_fits(c, wanted) for c in following for wanted in frame.complements)


def _led_on(verb: Token, frame: Frame) -> bool:
    """Whether the verb has one of the frame's prepositions, on its object too; or the frame asks for none."""
    return not frame.prepositions or not prepositions(verb, bool(frame.objects)).isdisjoint(frame.prepositions)


def _reached(verb: Token, prepositions: tuple[str, ...]) -> list[Token]:
    preps = [p for p in verb.children if p.dep_ in ("prep", "prt", "advmod")]
    preps += [inner for p in preps for inner in p.children if inner.dep_ == "prep"]  # "out of prison"
    return [t for p in preps if p.lower_ in prepositions for t in p.children if t.dep_ == "pobj"]


def _reached_in(verb: Token) -> list[Token]:
    outer = [*verb.children, *(inner for c in verb.children if c.dep_ == "dobj" for inner in c.children)]
    return [t for p in outer if p.dep_ == "prep" and p.lower_ == "in" for t in p.children if t.dep_ == "pobj"]


@once
def prepositions(word: Token, deep: bool = False) -> frozenset[str]:
    """What leads on from a word, and where `deep` from its objects: "with", and with what it leads to: "on strike"."""
    found = {c.lower_ for c in word.children if c.dep_ in _ADVERBIAL}
    if word.tag_ == "VBN" and word.dep_ == "relcl" and any(c.lower_ == "where" for c in word.children):
        found.add("in")  # "Oslo, where the king is expected in May"
    for holder in (
        word,
        *(objects(word) if deep else ()),
        *(c for c in word.children if c.dep_ in ("prep", "advmod", "agent", "prt")),
    ):
        for prep in holder.children:
            if prep.dep_ in ("prep", "dative", "prt", "aux", "advmod", "agent"):
                reached = [t for t in prep.children if t.dep_ in ("pobj", "pcomp")]
                if not reached or prep.lower_ in ("until", "till") or not all(_says_time(t) for t in reached):
                    found.add(prep.lower_)
                found.update(f"{prep.lower_} {phrase}" for t in reached for phrase in phrases(t))
    return frozenset(found)


def _says_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") or lemma(token) in modals(token.doc.lang_).groups["hours"]


def _complement_fits(head: Token, wanted: str) -> bool:
    """`wanted`: "mediate"; "not go"; "will release"; "must *".

    "*" is any infinitive, "that" any clause, "?" an indirect question, "=" what somebody or something is called.
    """
    if wanted == "?":
        return head.dep_ == "ccomp" and any(t.lower_ in _ASKING for t in head.lefts)
    if wanted == "=":
        return head.pos_ in ("ADJ", "NOUN", "PROPN")
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
