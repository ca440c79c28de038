"""Events told by a word that stands for one: "it was put off until May", "one with the king is taken for granted"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mark import events_arguments as arguments
from dateline.mark import modality_nouns
from dateline.mark.events_candidate import Candidate, cast
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.events_nouns import of_clause
from dateline.mark.parse import Piece
from dateline.trees import Token

NEAR = 260  # characters back to what a pronoun stands for
_SUBJECT = ("nsubj", "nsubjpass")


def stand_in(piece: Piece, token: Token, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> Candidate | None:
    """The event that a pronoun or a number stands for, with what its own clause says of it; None where it stands for none."""
    if token.lower_ in words.standins["it"] and token.dep_ in _SUBJECT and token.tag_ != "WDT":
        if not _tells_fate(token.head, words):
            return None
        carrier = token.head
    elif token.lower_ in words.standins["one"] and _with_somebody(token):
        carrier = token
    else:
        return None
    meant = _meant(piece, token, earlier)
    if meant is None:
        return None
    listed = [*arguments.of_noun(token), *of_clause(token, words)]
    one = Candidate(piece, token, carrier, meant.frame, listed, modality_nouns.of_noun(token, words))
    cast(one, finder)
    one.near = [p.mention for p in one.participants] + ([one.place] if one.place is not None else [])
    if carrier == token and not one.participants:
        return None
    one.means = meant if carrier != token else None
    return one


def _tells_fate(verb: Token, words: Modals) -> bool:
    """Whether the verb says what becomes of an event: "was put back", "will be held", "is expected before the year is out"."""
    complements = [c for c in verb.children if c.dep_ == "acomp"]
    below = [c for t in (verb, *complements) for c in t.children if c.dep_ in ("xcomp", "ccomp", "dobj")]
    if any(c.pos_ == "VERB" and c.dep_ == "xcomp" for c in below):  # "it is due to open on Monday"
        return all(_tells_fate(c, words) for c in below)
    if any(c.lower_ not in words.standins["place"] for c in below):
        return False
    particles = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") or c.lower_ in words.standins["place"]]
    names = {lemma(verb), *(f"{lemma(verb)} {p}" for p in particles), *(lemma(c) for c in complements)}
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in verb.subtree)
    fates = words.standins["fates"] | words.governors["cancelled"] | (words.standins["dated_fates"] if dated else frozenset())
    return bool(names & fates)


def _with_somebody(token: Token) -> bool:
    return token.pos_ != "ADV" and any(c.dep_ == "prep" and c.lower_ in ("with", "between") for c in token.children)


def _meant(piece: Piece, token: Token, earlier: Sequence[Candidate]) -> Candidate | None:
    """The encounter told of last, if it is close by: one that a noun names, or else one still to come."""
    at = piece.offset + token.idx
    near = [o for o in earlier if o.frame.type == "CONSULT" and 0 < at - (o.piece.offset + o.trigger.idx) < NEAR]
    nouns = [o for o in near if o.trigger.pos_ in ("NOUN", "PROPN")]
    ahead = [o for o in near if o.standing.status != "happened"]
    found = nouns or ahead
    return found[-1] if found else None
