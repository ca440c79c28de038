"""Event mentions: predicates in verbs, nouns and light verbs, with who, where, when and how sure.

`mark` goes over the sentences of a report: every token that a frame knows becomes a candidate, its arguments are found in the parse,
the frame says what must be there, and `modality` gives its standing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token
from spacy.tokens import Span as TokenSpan

from dateline.mark import events_arguments as arguments
from dateline.mark import modality
from dateline.mark.events_arguments import Argument, Finder
from dateline.mark.events_frames import Frame, Modals, complement, lemma, match, modals
from dateline.mark.events_links import contents, inherit, ordinal, speaker_of, when
from dateline.mark.modality import Standing
from dateline.mark.parse import Parsed, Piece
from dateline.records import EventMention, Mention, Participant, Role, Statement, TimeExpression
from dateline.spans import Span, hull

_ACTORS = frozenset({"person", "state", "organization", "group"})
_MEETING_MODES = frozenset({"meet", "negotiation", "mediation"})


@dataclass
class Candidate:
    """An event in the making. `carrier` is the verb that bears a noun ("held" in "held talks"), else the trigger itself."""

    piece: Piece
    trigger: Token
    carrier: Token
    frame: Frame
    arguments: list[Argument]
    standing: Standing
    participants: list[Participant] = field(default_factory=list)
    place: int | None = None
    anaphoric: bool = False


def mark(
    parsed: Parsed,
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
) -> tuple[EventMention, ...]:
    """Event mentions of a report in text order; indices refer to `mentions`, `times` and the tuple itself."""
    words = modals(parsed.report.language)
    found: list[Candidate] = []
    finder: Finder | None = None
    piece_seen: Piece | None = None
    for piece, sentence in parsed.sentences():
        if finder is None or piece is not piece_seen:
            finder, piece_seen = Finder(parsed, piece, mentions, words), piece
        found += _in_sentence(piece, sentence, finder, words, parsed.report.language, found)
    inherit(found, mentions)
    linked = contents(found)
    used = when(parsed, found, times)
    events = []
    for number, one in enumerate(found):
        span = _span(parsed, one, mentions)
        speaker, reported = speaker_of(span, statements, one, words)
        standing = one.standing
        if reported and standing.modality == "asserted":
            standing = Standing("reported", standing.status)
        if standing == modality.HAPPENED and used[number] is not None and _still_to_come(times[used[number] or 0], one):
            standing = modality.PLANNED
        events.append(
            EventMention(
                span=span,
                trigger=parsed.span(one.piece, one.trigger),
                lemma=lemma(one.trigger),
                type=one.frame.type,
                mode=one.frame.mode,
                cameo=one.frame.cameo,
                modality=standing.modality,
                status=one.frame.status if one.frame.status and standing.status == "happened" else standing.status,  # type: ignore[arg-type]
                participants=tuple(one.participants),
                when=used[number],
                place=one.place,
                attributed_to=speaker,
                content=linked[number],
                ordinal=ordinal(one.trigger),
                frame=one.frame.name,
            )
        )
    return tuple(events)


def _in_sentence(
    piece: Piece, sentence: TokenSpan, finder: Finder, words: Modals, language: str, earlier: list[Candidate]
) -> list[Candidate]:
    found: list[Candidate] = []
    taken: set[int] = set()
    for token in sentence:
        if token.i in taken or not _eligible(token, finder):
            continue
        for frame in match(token, language):
            one = _candidate(piece, token, frame, finder, words, [*earlier[-12:], *found])
            if one is not None:
                found.append(one)
                taken |= {token.i, one.carrier.i}
                if token.pos_ in ("VERB", "AUX", "ADJ"):
                    taken |= {t.i for slot, t in one.arguments if slot == "object" and _swallows(frame, t)}
                break
    return [one for one in found if not _inside_another(one, found)]


def _swallows(frame: Frame, head: Token) -> bool:
    """Whether a verb frame takes its object noun with it: "called off the talks" is no event "talks" beside it."""
    return bool(frame.objects) and lemma(head) not in ("visit", "trip", "invitation")


def _eligible(token: Token, finder: Finder) -> bool:
    """Words of a name or of a title are no events; nor is a participle that only describes ("attacked areas")."""
    index = finder.at(token)
    if index is not None and finder.mentions[index].form != "title":
        return False
    if token.pos_ == "VERB" and token.dep_ == "amod":
        return False
    return not (token.pos_ == "NOUN" and token.dep_ == "compound" and token.head.pos_ == "NOUN")


def _inside_another(one: Candidate, found: list[Candidate]) -> bool:
    """A purpose clause that only says what the meeting was for: "met the king to discuss trade"."""
    if one.frame.name not in ("discuss", "talk with", "negotiate", "talks") or one.trigger.dep_ not in ("advcl", "xcomp"):
        return False
    return any(other is not one and other.carrier is one.trigger.head and other.frame.type == "CONSULT" and other.frame.mode != "visit" for other in found)


def _candidate(piece: Piece, token: Token, frame: Frame, finder: Finder, words: Modals, earlier: list[Candidate]) -> Candidate | None:
    noun = token.pos_ in ("NOUN", "PROPN")
    carrier, swapped = _carrier(token, words) if noun else (token, False)
    if noun and frame.light_only and carrier is token:
        return None
    listed = arguments.of_noun(token) if noun else arguments.of_verb(token, words)
    if noun and carrier is not token:
        listed = [*listed, *_of_carrier(token, carrier, swapped, words)]
    if not noun and frame.objects:
        listed += [a for slot, t in listed if slot == "object" for a in arguments.of_noun(t) if a[0] not in ("modifier", "poss")]
    if not noun and token.pos_ == "ADJ":
        listed = [("subject", t) for t in arguments.clause_subjects(token, words)]
    own = len(listed)
    if noun and carrier is token:
        listed += _of_clause(token, frame, words)
    standing = modality.of_noun(token, words) if noun else modality.of_verb(token, words)
    if noun and carrier is not token and standing == modality.HAPPENED:
        standing = modality.of_verb(carrier, words)
    one = Candidate(piece, token, carrier, frame, listed, standing)
    _cast(one, finder, words)
    one.anaphoric = noun and own == 0 and _definite(token)
    if not _enough(one, finder, words, noun, earlier):
        return None
    return one


def _carrier(noun: Token, words: Modals) -> tuple[Token, bool]:
    """The light verb that bears a noun, and whether the verb's subject receives ("received an invitation")."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ == "NOUN" or (head.dep_ == "pobj" and head.head.lower_ == "of" and lemma(head.head.head) in ("round", "series")):
        head = head.head if head.dep_ == "conj" else head.head.head
    if head.dep_ in ("dobj", "nsubjpass", "acl", "oprd") and head.head.pos_ == "VERB":
        verb = head.head
        if lemma(verb) in words.light["take"]:
            return verb, True
        if lemma(verb) in words.light["give"]:
            return verb, False
    for child in head.children:  # "talks held in Oslo"
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma(child) in words.light["give"]:
            return child, False
    if head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.head.pos_ == "VERB" and lemma(head.head.head) in ("embark", "engage", "enter", "go"):
        return head.head.head, False
    return noun, False


def _of_carrier(noun: Token, verb: Token, swapped: bool, words: Modals) -> list[Argument]:
    found: list[Argument] = []
    for slot, token in arguments.of_verb(verb, words):
        if token.i == noun.i or noun in token.conjuncts or (slot == "object" and token.i != noun.i and token not in noun.conjuncts and noun.is_ancestor(token)):
            continue
        if slot == "object" and lemma(token) in ("round", "series"):
            continue
        found.append(("receiver" if swapped and slot == "subject" else slot, token))
    return [(slot, token) for slot, token in found if slot != "object"]


def _of_clause(noun: Token, frame: Frame, words: Modals) -> list[Argument]:
    """What the clause around a noun lends it: "flew to Oslo for talks", "entered a hall during a meeting"."""
    if noun.dep_ != "pobj" or noun.head.dep_ not in ("prep", "mark", "advmod"):
        return []
    if any(c.dep_ == "poss" for c in noun.children) or any(p.lower_ in ("of", "between") for p in noun.children if p.dep_ == "prep"):
        return []
    prep, verb = noun.head, noun.head.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    if prep.lower_ == "for" or (prep.lower_ in ("during", "on", "in", "at", "after", "following") and (not _definite(noun) or prep.lower_ in ("during", "on"))):
        if prep.lower_ == "for" and lemma(verb) not in ("visit", "travel", "fly", "arrive", "come", "meet", "go", "gather", "host", "head", "welcome", "receive", "join", "be", "sit", "return", "land"):
            return []
        found: list[Argument] = [("subject", t) for t in arguments.subjects(verb, words) or arguments.clause_subjects(verb, words)]
        if prep.lower_ == "for":
            found += [a for a in arguments.of_verb(verb, words) if a[0] in ("object", "in", "to", "at")]
        return found
    return []


def _definite(noun: Token) -> bool:
    """ "the meeting", "this visit", "their talks", with nothing that tells it from another one."""
    determiners = [c.lower_ for c in noun.children if c.dep_ == "det"]
    other = [c for c in noun.children if c.dep_ in ("amod", "compound", "nummod", "poss", "relcl")]
    return bool(determiners) and determiners[0] in ("the", "this", "that", "these", "those") and not other


def _cast(one: Candidate, finder: Finder, words: Modals) -> None:
    """Give each argument its role; places go to `place`, the nearest first."""
    places: list[tuple[int, int]] = []
    cast: dict[int, Role] = {}
    for slot, token in one.arguments:
        role = _role(one, slot, finder, token)
        for index in finder.resolve(token) if role != "ignore" else ():
            mention = finder.mentions[index]
            placed = role == "place" or mention.kind == "place" or (slot in ("in", "at", "near", "outside", "inside") and mention.kind == "state")
            if placed and mention.kind in ("place", "state"):
                rank = 0 if role == "place" or mention.kind == "place" else 1
                places.append((rank, index))
            elif mention.kind in _ACTORS and role != "place" and index not in cast:
                cast[index] = role  # type: ignore[assignment]
            elif role == "place" and mention.kind in ("person", "organization", "group") and index not in cast:
                cast[index] = "recipient"
    one.participants = [Participant(index, role) for index, role in cast.items()]
    if places:
        one.place = min(places)[1]


def _role(one: Candidate, slot: str, finder: Finder, token: Token) -> str:
    frame = one.frame
    given = frame.roles.get("subject" if slot == "receiver" else slot)
    if slot == "receiver" and not given:
        return "participant" if frame.symmetric else "recipient"
    if given:
        if slot == "modifier" and given == "place" and not _city_or_noun(finder, token):
            return "initiator"
        return given
    if slot in ("in", "at", "near", "outside", "inside"):
        return "place"
    if slot in ("subject", "poss", "by"):
        return "participant" if frame.symmetric else "initiator"
    if slot in ("object", "dative", "with", "to", "against", "on", "from", "receiver", "upon", "toward", "towards"):
        if slot in ("on", "from") and frame.symmetric:
            return "ignore"
        return "participant" if frame.symmetric else "recipient"
    if slot in ("between", "among", "amongst", "involving", "alongside"):
        return "participant"
    if slot in ("of", "modifier"):
        return "participant" if frame.symmetric else "initiator"
    return "ignore"


def _city_or_noun(finder: Finder, token: Token) -> bool:
    """Whether a modifier is a place's name ("Oslo visit") and no adjective of a people ("Norwegian visit")."""
    index = finder.at(token)
    return index is not None and token.pos_ != "ADJ" and finder.mentions[index].kind in ("place", "state")


def _enough(one: Candidate, finder: Finder, words: Modals, noun: bool, earlier: list[Candidate]) -> bool:
    """Whether what the frame needs is there."""
    frame = one.frame
    people = [finder.mentions[p.mention] for p in one.participants]
    initiators = [p for p in one.participants if p.role in ("initiator", "participant", "host")]
    if frame.object_is:
        objects = [i for slot, t in one.arguments if slot == "object" for i in finder.resolve(t)]
        kinds = {finder.mentions[i].kind for i in objects}
        if not (kinds & _ACTORS if frame.object_is == "actor" else frame.object_is in kinds):
            return False
    if frame.needs == "arguments":
        if noun and one.carrier is one.trigger and not people and one.place is None:
            return one.anaphoric and frame.type == "CONSULT" and _antecedent(one, earlier) is not None
        return bool(people) or one.place is not None
    official = any(m.country is not None or m.kind in ("state", "organization") or m.title for m in people)
    if frame.needs == "actor":
        return bool(people) and (bool(initiators) or modality_passive(one))
    if frame.needs == "crowd":
        return bool(people) or any(lemma(t) in words.groups["crowd"] or t.ent_type_ in ("NORP", "CARDINAL") for slot, t in one.arguments if slot == "subject")
    if frame.needs == "two":
        actors = {finder.mentions[p.mention].entity for p in one.participants}
        plural = any(t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "two", "both") for slot, t in one.arguments if slot == "subject")
        return official and (len(actors) > 1 or (plural and frame.symmetric))
    if frame.needs == "state and place":
        return one.place is not None and bool(people) and official
    return official and (bool(initiators) or modality_passive(one))


def modality_passive(one: Candidate) -> bool:
    return arguments.passive(one.trigger)


def _antecedent(one: Candidate, earlier: list[Candidate]) -> Candidate | None:
    """The event spoken of last that "the meeting" or "the visit" can mean."""
    visit = one.frame.mode == "visit"
    for other in reversed(earlier):
        if other.frame.type == "CONSULT" and (other.frame.mode in ("visit", "host") if visit else other.frame.mode in _MEETING_MODES or other.frame.mode == "host"):
            return other
    return next((o for o in reversed(earlier) if o.frame.type == "CONSULT"), None)


def _still_to_come(time: TimeExpression, one: Candidate) -> bool:
    meaning = time.meaning
    if meaning is None or one.carrier.tag_ in ("VBD", "VBN"):
        return False
    return meaning.tense == "future" or (meaning.base == "publication" and (meaning.shift or 0) > 0)


def _span(parsed: Parsed, one: Candidate, mentions: tuple[Mention, ...]) -> Span:
    """Trigger to last argument; a noun's own modifiers and owners stand before it and count too."""
    noun = one.trigger.pos_ in ("NOUN", "PROPN")
    spans = [parsed.span(one.piece, one.trigger)]
    if one.carrier is not one.trigger and abs(one.carrier.i - one.trigger.i) < 12:
        spans.append(parsed.span(one.piece, one.carrier))
    start = min(s.start for s in spans)
    last = one.trigger.sent.end
    for slot, token in one.arguments:
        near = abs(token.i - one.trigger.i) < 14 and token.i < last
        if not near:
            continue
        span = parsed.span(one.piece, token)
        if span.start > start or (noun and slot in ("poss", "modifier")):
            spans.append(span)
    listed = [mentions[p.mention].span for p in one.participants] + ([mentions[one.place].span] if one.place is not None else [])
    whole = hull(spans)
    return hull([whole, *(s for s in listed if s.overlap(whole))])


__all__ = ["Candidate", "complement", "mark"]
