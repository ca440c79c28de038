"""What the small model gets wrong so regularly that it is put right after each parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

_AHEAD = frozenset({"due", "set", "scheduled", "expected", "slated", "bound", "poised", "ready", "supposed", "meant"})
_TOLD = frozenset({"VBD", "VBN", "VBZ"})
_FEW = frozenset({"two", "three", "four", "pair", "duo", "trio", "couple", "both"})


def mend(doc: Doc) -> Doc:
    """The parse with what the functions below name put right."""
    _infinitives(doc)
    _second_deed(doc)
    for sentence in list(doc.sents):
        _deed_before_thing(sentence)
        _deed_of_few(sentence)
        _title_noun(sentence)
    return doc


def _deed_of_few(sentence: TokenSpan) -> None:
    """ "The two exchanged greetings", "the pair locked horns", taken for a noun and its participle."""
    root = sentence.root
    if root.tag_ != "NNS" or any(t.pos_ == "AUX" or (t.tag_ in ("VBD", "VBZ", "VBP") and t.head != root) for t in sentence):
        return
    verb = next((c for c in root.lefts if c.dep_ == "amod" and c.tag_ in ("VBN", "VBD") and c.i > sentence.start), None)
    if verb is None or verb.nbor(-1).lower_ not in _FEW:
        return
    who = verb.nbor(-1)
    before = [c for c in root.lefts if c.i < verb.i and c != who]
    after = list(root.rights)
    _hang(verb, verb, "ROOT")
    verb.tag_, verb.pos_ = "VBD", "VERB"
    _hang(root, verb, "dobj")
    _hang(who, verb, "nsubj")
    for token in before:
        _hang(token, who if token.dep_ in ("det", "amod", "poss") else verb, token.dep_)
    for token in after:
        if token.dep_ == "punct":
            _hang(token, verb, "punct")


def _deed_before_thing(sentence: TokenSpan) -> None:
    """ "Lima reopens hotline with Oslo", where the line's one verb is taken for a part of the noun behind it."""
    thing = sentence.root
    deed = next((c for c in thing.lefts if c.dep_ == "compound" and c.tag_ == "VBZ" and c.i == thing.i - 1), None)
    if deed is None or thing.tag_ not in ("NN", "NNS") or not any(c.dep_ == "nsubj" for c in deed.lefts):
        return
    _hang(deed, deed, "ROOT")
    _hang(thing, deed, "dobj")


def _title_noun(sentence: TokenSpan) -> None:
    """ "Handshake in Lima", a line whose only word for a deed is taken for a command."""
    root = sentence.root
    alone = root.i == sentence.start and root.tag_ == "VB" and len(sentence) < 9 and sentence[-1].text not in ".!?"
    if alone and all(c.dep_ in ("prep", "punct") for c in root.children) and any(c.lower_ in ("in", "at") for c in root.children):
        root.tag_, root.pos_ = "NN", "NOUN"


def _hang(token: Token, head: Token, dep: str) -> None:
    token.head, token.dep_ = head, dep


def _infinitives(doc: Doc) -> None:
    """ "is due to land in Lima on Friday", where "land" is taken for a noun."""
    for token in doc[2:]:
        to = doc[token.i - 1]
        bare = token.tag_ == "NN" and token.lower_ == token.lemma_ and not any(c.i < token.i for c in token.children)
        if not bare or to.lower_ != "to" or token.head != to or doc[token.i - 2].lower_ not in _AHEAD:
            continue
        told = any(c.dep_ == "prep" and c.lower_ in ("at", "in", "on", "for", "to", "from") for c in token.children)
        if not told or any(c.lower_ == "of" for c in token.children):  # "due to lack of funds"
            continue
        token.tag_, token.pos_, token.dep_, token.head = "VB", "VERB", "xcomp", to.head
        to.tag_, to.pos_, to.dep_, to.head = "TO", "PART", "aux", token


def _second_deed(doc: Doc) -> None:
    """ "She said Lima will help and pledged more": "pledged" is told beside "said", not beside "will help"."""
    for token in doc:
        said, helped = token.head.head, token.head
        if token.dep_ != "conj" or helped.dep_ != "ccomp" or token.tag_ not in _TOLD or said.i > helped.i:
            continue
        since = said.tag_ == "VBN" and any(c.lower_ in ("has", "have", "had") for c in said.children)
        same = {"VBD": said.tag_ == "VBD" or since, "VBN": since, "VBZ": said.tag_ == "VBZ"}[token.tag_]
        own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children)
        if not same or own or not any(c.tag_ == "MD" for c in helped.children):
            continue
        for child in list(helped.rights):
            if child.dep_ == "cc" and child.i < token.i:
                _hang(child, said, "cc")
        _hang(token, said, "conj")
