"""Visits that no word of visiting tells: a headline that puts somebody in a place, a deed done abroad."""

from __future__ import annotations

from dateline.mark import events_arguments as arguments
from dateline.mark import modality
from dateline.mark.events_arguments import Argument
from dateline.mark.events_candidate import Candidate, cast
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Modals, frames, lemma
from dateline.mark.modality_own import HAPPENED, PLANNED, Standing
from dateline.mark.parse import Piece
from dateline.mark.statements import cues
from dateline.trees import Token, TokenSpan

_LONGEST_HEADLINE = 14  # tokens


def in_headline(piece: Piece, sentence: TokenSpan, finder: Finder, language: str) -> Candidate | None:
    """A line with no verb that puts a person in a place: "Norwegian king in Santiago", "Berg to Lima on Friday"."""
    root = sentence.root
    named = root.pos_ in ("NOUN", "PROPN") or finder.at(root) is not None
    if len(sentence) > _LONGEST_HEADLINE or not named or any(t.pos_ in ("VERB", "AUX") for t in sentence):
        return None
    dated = any(t.ent_type_ == "DATE" for t in sentence)
    for prep in root.children:
        if prep.dep_ != "prep" or not (prep.lower_ == "in" or (prep.lower_ == "to" and dated)):
            continue
        listed: list[Argument] = [("subject", root), *(("in", t) for t in prep.children if t.dep_ == "pobj")]
        one = _presence(piece, prep, listed, HAPPENED if prep.lower_ == "in" else PLANNED, finder, language)
        if one is not None and any(finder.mentions[p.mention].kind == "person" for p in one.participants):
            return one
    return None


def deeds_abroad(piece: Piece, sentence: TokenSpan, finder: Finder, words: Modals, found: list[Candidate]) -> list[Candidate]:
    """What an official does in a city of another state, where nothing else is told of the clause: "in Lima he opened a school"."""
    said = cues.verbs(sentence.doc.lang_)
    told = {token.i for one in found for token in (one.trigger, one.carrier)}
    abroad: list[Candidate] = []
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.dep_ not in ("ROOT", "conj", "ccomp", "advcl", "relcl"):
            continue
        speaking = verb.tag_ == "VBG" and verb.dep_ == "advcl"  # "speaking in Lima, he said"
        if lemma(verb) in said and not speaking:
            continue
        if lemma(verb) in words.groups["dwelling"] or any(t.i in told for t in verb.subtree):
            continue
        standing = modality.of_verb(verb, words)
        cities = [t for p in verb.children if p.dep_ == "prep" and p.lower_ == "in" for t in p.children if _city(t, finder)]
        doers = arguments.subjects(verb, words) if cities and standing == HAPPENED else []
        if len(cities) != 1 or not doers:
            continue
        listed: list[Argument] = [*(("subject", t) for t in doers), ("in", cities[0])]
        one = _presence(piece, verb, listed, standing, finder, sentence.doc.lang_)
        if one is not None and _away(one, finder):
            abroad.append(one)
    return abroad


def _city(token: Token, finder: Finder) -> bool:
    index = finder.at(token)
    return token.dep_ == "pobj" and index is not None and finder.mentions[index].kind == "place"


def _away(one: Candidate, finder: Finder) -> bool:
    """Whether one official, and nobody else, is where another state is."""
    where = finder.mentions[one.place].country if one.place is not None else None
    who = [finder.mentions[p.mention] for p in one.participants]
    if where is None or len(who) != 1 or who[0].kind != "person" or not finder.official(one.participants[0].mention):
        return False
    return who[0].country is not None and who[0].country != where


def _presence(
    piece: Piece, trigger: Token, listed: list[Argument], standing: Standing, finder: Finder, language: str
) -> Candidate | None:
    frame = next((f for f in frames(language) if f.name == "be somewhere"), None)
    if frame is None:
        return None
    one = Candidate(piece, trigger, trigger, frame, listed, standing)
    cast(one, finder)
    one.near = [one.place] if one.place is not None else []
    return one if one.place is not None else None
