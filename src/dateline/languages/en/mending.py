"""What the small model gets wrong so regularly that it is put right after each parse."""

from __future__ import annotations

from spacy.tokens import Doc

_AHEAD = frozenset({"due", "set", "scheduled", "expected", "slated", "bound", "poised", "ready", "supposed", "meant"})


def mend(doc: Doc) -> Doc:
    """The parse with bare nouns after "due to", "set to" made infinitives: "is due to land in Lima on Friday"."""
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
    return doc
