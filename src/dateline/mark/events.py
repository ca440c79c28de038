"""Event mentions: predicates in verbs, nouns and light verbs, with who, where, when and how sure.

`mark` goes over the sentences of a report: every token that a frame knows becomes a candidate, its arguments are found in the parse,
the frame says what must be there, and `modality` gives its standing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.mark import events_arguments as arguments
from dateline.mark import modality
from dateline.mark.events_arguments import Argument, Finder
from dateline.mark.events_frames import NUMBER_HEADS, Frame, Modals, complement, frames, lemma, match, modals
from dateline.mark.events_links import antecedent, contents, inherit, ordinal, speaker_of, when
from dateline.mark.modality import Standing
from dateline.mark.parse import Parsed, Piece
from dateline.records import EventMention, Mention, Participant, Role, Statement, TimeExpression
from dateline.spans import Span, hull

LONGEST_SPAN = 80  # characters from trigger to argument
_ACTORS = frozenset({"person", "state", "organization", "group"})


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
    near: list[int] = field(default_factory=list)  # mentions that are arguments in its own clause


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
            finder, piece_seen = Finder(parsed, piece, mentions, times, words), piece
        found += _in_sentence(piece, sentence, finder, words, parsed.report.language, found)
    inherit(found)
    linked = contents(found)
    used = when(parsed, found, times)
    spans = [_span(parsed, one, mentions) for one in found]
    events = []
    for number, one in enumerate(found):
        about = linked[number]
        span = spans[number] if about is None else hull([spans[number], spans[about]])
        speaker, reported = speaker_of(span, statements, one, words)
        standing = one.standing
        if one.frame.status and standing.status == "happened":
            standing = modality.BY_NAME.get(one.frame.status, standing)
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
                status=standing.status,
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
    kept = [one for one in found if not _inside_another(one, found)]
    headline = _somebody_somewhere(piece, sentence, finder, language) if not kept else None
    return [headline] if headline else kept


def _somebody_somewhere(piece: Piece, sentence: TokenSpan, finder: Finder, language: str) -> Candidate | None:
    """A line with no verb that puts a person in a place: "Norwegian king in Santiago"."""
    root = sentence.root
    if len(sentence) > 14 or root.pos_ not in ("NOUN", "PROPN") or any(t.pos_ in ("VERB", "AUX") for t in sentence):
        return None
    frame = next((f for f in frames(language) if f.name == "be somewhere"), None)
    for prep in root.children:
        if frame is None or prep.dep_ != "prep" or prep.lower_ != "in":
            continue
        listed: list[Argument] = [("subject", root), *(("in", t) for t in prep.children if t.dep_ == "pobj")]
        one = Candidate(piece, prep, prep, frame, listed, modality.HAPPENED)
        _cast(one, finder)
        one.near = [one.place] if one.place is not None else []
        if one.place is not None and any(finder.mentions[p.mention].kind == "person" for p in one.participants):
            return one
    return None


def _swallows(frame: Frame, head: Token) -> bool:
    """Whether a verb frame takes its object noun with it: "called off the talks" is no event "talks" beside it."""
    return bool(frame.objects) and (frame.type == "CONSULT" or not any(f.type == "CONSULT" for f in match(head, head.doc.lang_)))


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
    return any(
        other is not one and other.carrier is one.trigger.head and other.frame.type == "CONSULT" and other.frame.mode != "visit"
        for other in found
    )


def _candidate(
    piece: Piece, token: Token, frame: Frame, finder: Finder, words: Modals, earlier: list[Candidate]
) -> Candidate | None:
    noun = token.pos_ in ("NOUN", "PROPN")
    carrier, swapped = _carrier(token, words) if noun else (token, False)
    if noun and frame.light_only and carrier is token:
        return None
    listed = arguments.of_noun(token) if noun else arguments.of_verb(token, words)
    if frame.name == "invitation":  # "an invitation to visit Oslo from the king": the parse hangs the sender on the visit
        listed += [a for c in token.children if c.dep_ in ("acl", "relcl") for a in arguments.of_verb(c, words) if a[0] == "from"]
    if noun and carrier is not token:
        listed = [*listed, *_of_carrier(token, carrier, swapped, words)]
    if not noun and (frame.objects or frame.symmetric):
        below = [a for slot, t in listed if slot == "object" for a in arguments.of_noun(t)]
        listed += [a for a in below if a[0] == "with" or (frame.objects and a[0] not in ("modifier", "poss"))]
    if not noun and token.pos_ == "ADJ":
        listed = [("subject", t) for t in arguments.clause_subjects(token, words)]
    own = len(listed)
    if noun and carrier is token:
        listed += _of_clause(token, frame, words)
    standing = modality.of_noun(token, words) if noun else modality.of_verb(token, words)
    if noun and carrier is not token and standing == modality.HAPPENED:
        standing = modality.of_verb(carrier, words)
    one = Candidate(piece, token, carrier, frame, listed, standing)
    _cast(one, finder)
    one.near = [
        i for slot, t in listed[:own] if slot != "subject" and _role(one, slot, finder, t) != "ignore" for i in finder.resolve(t)
    ]
    if frame.type in ("ASSAULT", "SANCTION") and noun and standing.status in ("cancelled", "planned", "proposed"):
        one.standing = modality.HAPPENED  # "the failed coup"; "lift the embargo"
    if standing == modality.DENIED and frame.mode == "visit" and _manner(token):
        one.standing = modality.HAPPENED
    they = (
        not noun
        and frame.symmetric
        and any(slot == "subject" and t.lower_ in ("they", "both") and not finder.resolve(t) for slot, t in listed)
    )
    one.anaphoric = they or (noun and not one.participants and _definite(token)) or (noun and own == 0 and _definite(token))
    if not _enough(one, finder, words, noun, earlier):
        return None
    return one


def _manner(verb: Token) -> bool:
    """ "did not come empty-handed": the negation is of the manner."""
    return any((c.i > verb.i and c.dep_ in ("acomp", "advcl", "oprd", "dep")) or c.lower_ == "alone" for c in verb.children)


def _carrier(noun: Token, words: Modals) -> tuple[Token, bool]:
    """The light verb that bears a noun, and whether the verb's subject receives ("received an invitation")."""
    head = noun
    while head.pos_ != "VERB":
        if head.dep_ in ("conj", "appos") and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        elif head.dep_ == "pobj" and (head is not noun or (head.head.lower_ == "of" and lemma(head.head.head) in NUMBER_HEADS)):
            head = head.head.head
        else:
            break
    if head.pos_ == "VERB" or (head.dep_ in ("dobj", "nsubjpass", "acl", "oprd") and head.head.pos_ == "VERB"):
        verb = head if head.pos_ == "VERB" else head.head
        if lemma(verb) in words.light["take"] | words.light["give"]:
            return verb, lemma(verb) in words.light["take"]
        return noun, False
    for child in noun.children:  # "talks held in Oslo"
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma(child) in words.light["bear"]:
            return child, False
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in", "into", "for") and lemma(noun.head.head) in words.light["into"]:
        return noun.head.head, False
    return noun, False


def _of_carrier(noun: Token, verb: Token, swapped: bool, words: Modals) -> list[Argument]:
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


def _of_clause(noun: Token, frame: Frame, words: Modals) -> list[Argument]:
    """What the clause around a noun lends it: "flew to Oslo for talks", "entered a hall during a meeting"."""
    if noun.dep_ == "dobj" and not any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in noun.children):
        if modality.governor_status(noun.head, words) is not None:  # "proposed a summit with", "cancelled a visit to"
            return [("subject", t) for t in arguments.subjects(noun.head, words)]
        return []
    if noun.dep_ != "pobj" or noun.head.dep_ not in ("prep", "mark", "advmod"):
        return []
    if any(c.dep_ == "poss" for c in noun.children) or any(
        p.lower_ in ("of", "between") for p in noun.children if p.dep_ == "prep"
    ):
        return []
    prep, verb = noun.head, noun.head.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    if prep.lower_ == "for" or (
        prep.lower_ in ("during", "on", "in", "at", "after", "following")
        and (not _definite(noun) or prep.lower_ in ("during", "on"))
    ):
        if prep.lower_ == "for" and lemma(verb) not in (
            "visit",
            "travel",
            "fly",
            "arrive",
            "come",
            "meet",
            "go",
            "gather",
            "host",
            "head",
            "welcome",
            "receive",
            "join",
            "be",
            "sit",
            "return",
            "land",
        ):
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


def _cast(one: Candidate, finder: Finder) -> None:
    """Give each argument its role; places go to `place`, the nearest first."""
    places: list[tuple[int, int, int]] = []
    cast: dict[int, Role] = {}
    for slot, token in one.arguments:
        role = _role(one, slot, finder, token)
        for index in finder.resolve(token) if role != "ignore" else ():
            mention = finder.mentions[index]
            if mention.entity in {finder.mentions[i].entity for i in cast} and index not in cast:
                continue
            placed = (
                role == "place"
                or mention.kind == "place"
                or (slot in ("in", "at", "near", "outside", "inside") and mention.kind == "state")
            )
            if placed and mention.kind in ("place", "state"):
                rank = 0 if slot in one.frame.roles else 1 if mention.kind == "place" else 2
                places.append((rank, abs(token.i - one.trigger.i), index))
            elif mention.kind in _ACTORS and role != "place" and index not in cast:
                cast[index] = role  # type: ignore[assignment]
            elif role == "place" and slot == "object" and mention.kind in ("person", "organization", "group") and index not in cast:
                cast[index] = "recipient"
    one.participants = [Participant(index, role) for index, role in cast.items()]
    if places:
        one.place = min(places)[2]


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
    acting = [
        t for slot, t in one.arguments if _role(one, slot, finder, t) in ("initiator", "participant", "host") and slot != "object"
    ]
    nations = [
        t
        for slot, t in one.arguments
        if _role(one, slot, finder, t) not in ("place", "ignore") and (finder.national(t) or lemma(t) in words.groups["officials"])
    ]
    done = any(p.role in ("initiator", "participant", "host") for p in one.participants) or any(t in nations for t in acting)
    done = done or (arguments.passive(one.trigger) and frame.type not in ("REJECT", "SUPPORT"))
    official = bool(nations) or any(finder.official(p.mention) for p in one.participants)
    if frame.object_is and not _aimed_at(one, frame.object_is, finder, words):
        return False
    if one.anaphoric and not noun:
        return antecedent(one, earlier) is not None
    if one.standing.status == "unknown" and frame.type != "CONSULT":
        return False
    match frame.needs:
        case "arguments" if noun and not people and not nations and one.place is None:
            told = any(c.dep_ == "acl" and c.tag_ == "VBN" for c in one.trigger.children) and one.standing.status == "planned"
            return one.anaphoric and frame.type == "CONSULT" and (told or antecedent(one, earlier) is not None)
        case "arguments":
            return bool(people) or bool(nations) or one.place is not None
        case "actor":
            return done and (bool(people) or bool(nations))
        case "crowd":
            crowd = words.groups["crowd"]
            return official or any(
                lemma(t) in crowd or t.ent_type_ in ("NORP", "CARDINAL") for slot, t in one.arguments if slot == "subject"
            )
        case "two":
            actors = {finder.mentions[p.mention].entity for p in one.participants}
            many = any(
                t.tag_ in ("NNS", "NNPS") or t.lower_ in ("they", "two", "both") for slot, t in one.arguments if slot == "subject"
            )
            return official and (len(actors) + len([t for t in nations if not finder.resolve(t)]) > 1 or (many and frame.symmetric))
        case "state and place":
            deictic = lemma(one.trigger) == "arrive" or any(
                c.lower_ in ("here", "home", "back", "there") for c in one.trigger.children
            )
            somewhere = one.place is not None and (official or finder.official(one.place))
            return (somewhere or ((deictic or _unnamed_place(one, finder, words)) and official)) and (
                bool(people) or (bool(nations) and done)
            )
        case "person and place":
            human = any(m.kind == "person" or m.title for m in people) or (bool(nations) and not people)
            here = any(c.lower_ == "here" for c in one.trigger.children) or _unnamed_place(one, finder, words)
            return (
                human
                and (official or one.place is not None)
                and (here or (one.place is not None and finder.mentions[one.place].name != ""))
            )
        case "parties":
            entities = {m.entity for m in people}
            return (
                len(entities) > 1
                or (bool(entities) and one.carrier is not one.trigger)
                or (bool(entities) and one.place is not None)
                or _with_party(one)
            )
        case "state or place":
            return (official and done) or one.place is not None
        case "armed":
            armed = any(lemma(t) in words.groups["armed"] for slot, t in one.arguments if slot in ("subject", "by"))
            return armed or (done and (bool(people) or bool(nations)))
        case "nothing":
            return True
        case "official":
            return official or (one.carrier is not one.trigger and bool(people))
        case "target":
            return any(p.role == "recipient" for p in one.participants)
        case "person":
            return any(m.kind == "person" for m in people)
        case "anything":
            return bool(people) or bool(nations) or one.place is not None
    if frame.mode == "visit" and one.place is not None and finder.official(one.place):
        return bool(people) or bool(nations)
    return official and done


def _aimed_at(one: Candidate, wanted: str, finder: Finder, words: Modals) -> bool:
    """Whether the object is a "person", an "official" (named or of a nation), an "actor" of any kind, or a "place"."""
    aimed = [t for slot, t in one.arguments if slot == "object"]
    kinds = {finder.mentions[i].kind for t in aimed for i in finder.resolve(t)}
    if wanted == "person":
        return "person" in kinds and sum(c.dep_ in ("dobj", "oprd", "ccomp", "xcomp") for c in one.trigger.children) < 2
    if wanted == "place":
        return "place" in kinds or "state" in kinds
    if wanted == "official":
        return "person" in kinds or any(
            lemma(t) in words.groups["people"] and (finder.national(t) or any(c.lower_ in ("the", "this") for c in t.children))
            for t in aimed
        )
    return bool(kinds & _ACTORS) or any(finder.national(t) for t in aimed)


def _unnamed_place(one: Candidate, finder: Finder, words: Modals) -> bool:
    """ "the Chilean capital", "the island", or a name that no list knows."""
    return any(
        lemma(t) in words.groups["places"] or (t.pos_ == "PROPN" and finder.at(t) is None and t.ent_type_ not in ("DATE", "TIME"))
        for slot, t in one.arguments
        if _role(one, slot, finder, t) == "place"
    )


def _with_party(one: Candidate) -> bool:
    return bool(one.participants) and any(slot in ("with", "between") for slot, _ in one.arguments)


def _still_to_come(time: TimeExpression, one: Candidate) -> bool:
    meaning = time.meaning
    if meaning is None or one.carrier.tag_ in ("VBD", "VBN"):
        return False
    return meaning.tense == "future" or (meaning.base == "publication" and (meaning.shift or 0) > 0)


def _span(parsed: Parsed, one: Candidate, mentions: tuple[Mention, ...]) -> Span:
    """Trigger to last argument; what stands before a noun ("Norway's", "Oslo") counts too, the subject of a verb does not."""
    noun = one.trigger.pos_ in ("NOUN", "PROPN")
    spans = [parsed.span(one.piece, one.trigger)]
    if one.carrier is not one.trigger and abs(one.carrier.i - one.trigger.i) < 12:
        spans.append(parsed.span(one.piece, one.carrier))
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    sentence = parsed.span(one.piece, one.trigger.sent)
    if noun:
        owners = [t for slot, t in one.arguments if slot in ("poss", "modifier") and t.i < one.trigger.i]
        spans += [parsed.span(one.piece, t) for t in owners if one.trigger.is_ancestor(t)]
    else:
        spans += [parsed.span(one.piece, t) for slot, t in one.arguments if slot == "object" and t.i > one.trigger.i]
        if one.frame.complements and one.frame.complements != ("*",):
            spans += [parsed.span(one.piece, t) for t in complement(one.trigger)[:1]]
    after = [mentions[i].span for i in one.near]
    spans += [s for s in after if s.start > start and s.start < end + LONGEST_SPAN and sentence.covers(s)]
    return hull(spans)


__all__ = ["Candidate", "complement", "mark"]
