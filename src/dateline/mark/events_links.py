"""What ties event mentions to each other and to speakers, once each stands by itself."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.mark.events_candidate import Candidate
from dateline.mark.events_force import bare_harm, of_police
from dateline.mark.events_frames import Modals, lemma, modals
from dateline.mark.events_nouns import definite
from dateline.mark.events_syntax import objects
from dateline.mark.events_unreal import unreal
from dateline.mark.modality_deeds import hearsay
from dateline.mark.modality_governors import turned_down
from dateline.mark.modality_own import CANCELLED, HAPPENED, infinitive, main_verb
from dateline.records import Participant, Statement
from dateline.spans import Span
from dateline.trees import Token

NEAR = 400  # characters back to those who met
TRUSTED = 0.6  # confidence of an event from which another takes its people
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(" "), 1)}


def ordinal(trigger: Token) -> int | None:
    """2 for "the second summit"; None for "for the second time" (that counts the doing, not the event)."""
    for child in trigger.children:
        if child.dep_ in ("amod", "nummod", "compound", "advmod") or child.ent_type_ == "ORDINAL":
            word = child.lower_
            if word in _ORDINALS:
                return _ORDINALS[word]
            digits = word.rstrip("stndrh")
            if digits.isdigit() and digits != word and len(digits) < 4:
                return int(digits)
    return None


def _call_before(found: Sequence[Candidate], number: int) -> Candidate | None:
    """The telephone call told of before; a conversation told of after it is that call."""
    return next((o for o in reversed(found[max(0, number - 12) : number]) if o.frame.mode == "phone"), None)


def inherit(found: Sequence[Candidate], words: Modals) -> None:
    """ "The meeting" takes its people, and where the clause leaves it open its standing, from the meeting spoken of just before."""
    either = words.standins["either"]  # nouns that may be a meeting or a telephone call
    for number, one in enumerate(found):
        if one.means is not None:
            one.participants = one.participants or list(one.means.participants)
            one.place = one.means.place if one.place is None and one.means.piece is one.piece else one.place
        if lemma(one.trigger) in either and one.place is None and (call := _call_before(found, number)):
            one.frame = msgspec.structs.replace(one.frame, mode=call.frame.mode, cameo=call.frame.cameo)
        if not one.participants and one.frame.name in modals(one.trigger.doc.lang_).standins["joint"]:
            one.participants = _those_who_met(one, found[max(0, number - 4) : number])
        if not one.anaphoric:
            continue
        earlier = [o for o in found[max(0, number - 12) : number] if o.confidence >= TRUSTED]
        if one.trigger.pos_ == "VERB":  # "they will meet again"
            people = [o.participants for o in earlier if o.frame.type == "CONSULT" and len(o.participants) > 1]
            one.participants = list(people[-1]) if people else one.participants
            continue
        same = [o for o in earlier if o.frame.type == one.frame.type and (o.participants or o.frame.type == "ASSAULT")]
        if one.frame.type == "ASSAULT":  # "the attack" is the one told of last, though nobody is named there
            same = [o for o in same if not (bare_harm(o, words) or of_police(o, words) or unreal(o, words))]
        same = [
            o for o in same if o.piece is not one.piece or not o.trigger.is_ancestor(one.trigger)
        ]  # "killed him after the raid"
        same = [o for o in same if o.frame.cameo == one.frame.cameo] or same
        other = antecedent(one, earlier) if one.frame.type == "CONSULT" or not same else same[-1]
        if other is None or not other.participants:
            continue
        mine, theirs = {p.mention for p in one.participants}, {p.mention for p in other.participants}
        if mine <= theirs or not mine:
            one.participants = list(other.participants)
        if one.place is None and other.piece is one.piece:
            one.place = other.place
        verb = main_verb(one.trigger)
        if one.standing == HAPPENED and other.standing.status != "happened" and (verb is None or verb.tag_ not in ("VBD", "VBN")):
            one.standing = other.standing


def _those_who_met(one: Candidate, earlier: Sequence[Candidate]) -> list[Participant]:
    """The parties of the encounter told of just before, for what came of it: "talks broke down", "the pact took effect"."""
    at = one.piece.offset + one.trigger.idx
    for other in reversed(earlier):
        near = at - other.piece.offset - other.trigger.idx < NEAR
        if near and other.frame.type in ("CONSULT", "AGREE") and len(other.participants) > 1:
            return list(other.participants)
    return []


def turn_down(found: Sequence[Candidate]) -> None:
    """ "Oslo turned the offer down": what was offered, asked or ordered just before will not be."""
    for number, one in enumerate(found):
        words = modals(one.trigger.doc.lang_)
        verb = one.carrier
        about = [t for t in objects(verb) if lemma(t) in words.nouns["offered"] and definite(t)]
        if verb.pos_ != "VERB" or not about or not turned_down(verb, words):
            continue
        if any(c.dep_ in ("acl", "prep", "relcl") for t in about for c in t.children):
            continue  # it says itself what was offered
        offered = [o for o in found[max(0, number - 4) : number] if o.piece is one.piece and o.frame.type == "CONSULT"]
        for other in (o for o in offered if o.standing.status in ("planned", "proposed")):
            other.standing = CANCELLED


def antecedent(one: Candidate, earlier: Sequence[Candidate]) -> Candidate | None:
    """The event spoken of last that "the meeting" or "the visit" can mean: of its kind, and planned if it is planned."""
    visit = one.frame.mode == "visit"
    expected = one.standing.status in ("planned", "proposed") and not _once_planned(one)
    for other in reversed(earlier):
        if other.frame.type != "CONSULT" or other.frame.status == "cancelled" or (other.frame.mode == "visit") != visit:
            continue
        if one.where and other.where and one.where != other.where:
            continue
        if expected and other.standing.status == "happened":
            continue
        if lemma(one.trigger) == "summit" and lemma(other.trigger) not in ("summit", "meeting", "meet"):
            continue
        return other
    return None


def _once_planned(one: Candidate) -> bool:
    """ "the trip had been pencilled in for May": a deed told before may be what became of it."""
    verb = one.trigger.head
    past = {c.lower_ for c in verb.children if c.pos_ == "AUX"} & {"had", "was", "were"}
    foreseen = one.standing.modality == "future" and lemma(verb) not in (
        "arrange",
        "organise",
        "organize",
        "prepare",
        "announce",
        "confirm",
    )
    return one.trigger.dep_ in ("nsubj", "nsubjpass") and bool(past) and (foreseen or "had" in past)


def contents(found: Sequence[Candidate]) -> list[int | None]:
    """For an invitation, acceptance, offer or agreement: the event that it is about, below it in the parse."""
    answers: list[int | None] = []
    at: dict[tuple[int, int], int] = {}
    for number, one in enumerate(found):
        at.setdefault((id(one.piece), one.trigger.i), number)
    for number, one in enumerate(found):
        answer = None
        if one.frame.type != "CONSULT" or one.frame.status == "cancelled":
            below = [t for t in one.carrier.subtree if one.trigger.i < t.i < one.trigger.i + 10]
            if one.frame.type == "REJECT":  # "the talks were called off"
                below += [c for c in one.trigger.children if c.dep_ == "nsubjpass"]
            for token in below:
                other = at.get((id(one.piece), token.i))
                if other is None or other == number or found[other].frame.type == one.frame.type:
                    continue
                if found[other].carrier.dep_ == "advcl" and not infinitive(found[other].carrier):
                    continue  # "will sign it before he flies home"
                if found[other].standing.status != "happened" or one.frame.type == "REJECT":
                    answer = other
                    break
        answers.append(answer)
    return answers


def speaker_of(span: Span, statements: tuple[Statement, ...], one: Candidate, words: Modals) -> tuple[int | None, bool]:
    """Who says so (an index into the mentions), and whether the mention stands in somebody's words at all."""
    for statement in statements:
        if statement.span.overlap(span) * 2 > len(span):
            return statement.speaker, True
    return None, hearsay(one.carrier, words) or hearsay(one.trigger, words)
