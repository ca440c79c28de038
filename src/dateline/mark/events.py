"""Event mentions: predicates in verbs, nouns and light verbs, with who, where, when and how sure.

`mark` goes over the sentences of a report: every token that a frame knows becomes a candidate, its arguments are found in the
parse, the frame says what must be there, and `modality` gives its standing.
"""

from __future__ import annotations

from dateline.mark import events_arguments as arguments
from dateline.mark import modality, modality_nouns
from dateline.mark.events_aims import aim
from dateline.mark.events_candidate import Candidate, cast, role_of
from dateline.mark.events_finder import Finder
from dateline.mark.events_force import accidents, tell_apart
from dateline.mark.events_frames import Frame, Modals, lemma, modals
from dateline.mark.events_invitations import invited_to
from dateline.mark.events_judge import Judge, likely
from dateline.mark.events_links import contents, inherit, ordinal, speaker_of, turn_down
from dateline.mark.events_match import loosely, match
from dateline.mark.events_needs import enough
from dateline.mark.events_nouns import bearer, bystanders, definite, of_carrier, of_clause, told_of
from dateline.mark.events_officials import officials
from dateline.mark.events_places import places, settle
from dateline.mark.events_presence import deeds_abroad, in_headline
from dateline.mark.events_standins import stand_in
from dateline.mark.events_syntax import antecedents, complement, phrases, subject_heads
from dateline.mark.events_unreal import moved, unreal
from dateline.mark.events_when import when
from dateline.mark.modality_deeds import decreed, disowned, only_meant, stayed_undone
from dateline.mark.modality_governors import turned_down
from dateline.mark.modality_own import BY_NAME, CANCELLED, DENIED, HAPPENED, PLANNED, UNKNOWN, Standing, condition, was_to_have
from dateline.mark.parse import Parsed, Piece
from dateline.records import EventMention, Mention, Statement, TimeExpression
from dateline.spans import Span, hull
from dateline.trees import Token, TokenSpan

NOT_YET = {"ASSAULT": ("future", "negated"), "SANCTION": ("negated",)}  # said of the noun, they are true of what it brings about
FORCE = frozenset({"ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION"})  # who only speaks of it has no part in it
REACH = 4  # words up to the verb that a condition is said of
LONGEST_SPAN = 80  # characters from trigger to argument


def mark(
    parsed: Parsed,
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
    judge: Judge = likely,
) -> tuple[EventMention, ...]:
    """Event mentions of a report in text order; indices refer to `mentions`, `times` and the tuple itself."""
    words = modals(parsed.report.language)
    found: list[Candidate] = []
    known = officials(mentions, words.groups["private"])
    finder: Finder | None = None
    piece_seen: Piece | None = None
    for piece, sentence in parsed.sentences():
        if finder is None or piece is not piece_seen:
            finder, piece_seen = Finder(piece, mentions, times, words, known, statements, parsed.text), piece
        found += _in_sentence(piece, sentence, finder, words, parsed.report.language, found, judge)
    for one in found:
        one.participants = [part for part in one.participants if part.mention not in one.bystanders]
    inherit(found, words)
    tell_apart(found, words)
    turn_down(found)
    linked = contents(found)
    used = when(parsed, found, times, linked)
    places(found, mentions)
    spans = [_span(parsed, one, mentions) for one in found]
    nobodys = accidents(parsed, found, words)
    kept = [number for number, one in enumerate(found) if number not in nobodys and not unreal(one, words)]
    place_of = {number: i for i, number in enumerate(kept)}
    events = []
    for number in kept:
        one, about = found[number], linked[number]
        span = spans[number] if about is None else hull([spans[number], spans[about]])
        speaker, reported = speaker_of(span, statements, one, words)
        standing = one.standing
        if one.frame.status and standing.status == "happened":
            standing = BY_NAME.get(one.frame.status, standing)
        if standing == HAPPENED and used[number] is not None and _still_to_come(times[used[number] or 0], one):
            standing = PLANNED
        if reported and standing.modality == "asserted":
            standing = Standing("reported", standing.status)
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
                content=place_of.get(about) if about is not None else None,
                ordinal=ordinal(one.trigger),
                frame=one.frame.name,
                confidence=round(one.confidence, 2),
                condition=_condition(parsed, one, words) if standing.status in ("planned", "proposed") else None,
                loose=None if one.mostly is None else "noun" if one.trigger.pos_ in ("NOUN", "PROPN") else "verb",
            )
        )
    return tuple(events)


def _condition(parsed: Parsed, one: Candidate, words: Modals) -> Span | None:
    """The words on which it hangs, said of its verb or of the one that governs it: "agreed to sign if the boats leave"."""
    verb = one.carrier
    for _ in range(REACH):
        if (clause := condition(verb, words)) is not None:
            return hull([parsed.span(one.piece, token) for token in clause.subtree if not token.is_punct])
        if verb.head == verb or verb.dep_ not in ("xcomp", "ccomp", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "conj"):
            return None
        verb = verb.head
    return None


def _in_sentence(
    piece: Piece, sentence: TokenSpan, finder: Finder, words: Modals, language: str, earlier: list[Candidate], judge: Judge
) -> list[Candidate]:
    told = earlier[-12:]
    before = len(told)
    taken: set[int] = set()
    for token in sentence:
        if token.i in taken or not _eligible(token, finder):
            continue
        if one := stand_in(piece, token, finder, words, told):
            told.append(one)
            taken |= {token.i, one.carrier.i}
            continue
        one = _best(piece, token, finder, words, told, judge)
        if one is not None:
            told.append(one)
            taken |= {token.i, one.carrier.i}
            if token.pos_ in ("VERB", "AUX", "ADJ"):
                taken |= {t.i for slot, t in one.arguments if slot == "object" and _swallows(one.frame, t)}
    found = told[before:]
    found += [visit for one in tuple(found) if (visit := invited_to(one, found, finder, words, language))]
    found += deeds_abroad(piece, sentence, finder, words, found)
    kept = sorted((one for one in found if not _inside_another(one, found)), key=lambda one: one.trigger.i)
    settle(kept, finder, words)
    aim(kept, finder, words)
    headline = in_headline(piece, sentence, finder, language) if not kept else None
    return [headline] if headline else kept


def _best(piece: Piece, token: Token, finder: Finder, words: Modals, earlier: list[Candidate], judge: Judge) -> Candidate | None:
    """The likeliest event that a word tells of, by the frames that fit it; for other types, by those that know the word at all.

    Of the frames of one type the most demanding is taken that is likely enough and has what it needs, else the most demanding.
    """
    fitting = match(token, language := token.doc.lang_)
    types = frozenset(frame.type for frame in fitting)
    noun = token.pos_ in ("NOUN", "PROPN")
    first: dict[str, Candidate] = {}
    whole: set[str] = set()  # types of which a frame has all that it needs
    sure: dict[str, float] = {}
    for frame, mostly in (*((frame, None) for frame in fitting), *loosely(token, language, types)):
        if frame.subjects and any(o.trigger in subject_heads(token) and o.frame.type == frame.type for o in earlier):
            continue  # "the conference opened" is told by its noun
        one = _candidate(piece, token, frame, finder, words)
        if one is None:
            continue
        one.mostly, one.rivalled = mostly, mostly is not None and bool(types)
        one.met = enough(one, finder, words, noun, earlier)
        if not (found := judge(one, mostly is None, finder, words, earlier)):
            continue
        if frame.type not in whole and one.met:
            whole.add(frame.type)
            first[frame.type] = one
        first.setdefault(frame.type, one)
        sure[frame.type] = max(found, sure.get(frame.type, 0.0))
    if not first:
        return None
    best = first[max(first, key=lambda kind: sure[kind])]
    best.confidence = sure[best.frame.type]
    return best


def _swallows(frame: Frame, head: Token) -> bool:
    """Whether a verb frame takes its object noun with it: "called off the talks" is no event "talks" beside it."""
    return bool(frame.objects) and (frame.type == "CONSULT" or not any(f.type == "CONSULT" for f in match(head, head.doc.lang_)))


def _eligible(token: Token, finder: Finder) -> bool:
    """Words of a name, a title or a date are no events; nor is a participle that only describes ("attacked areas")."""
    if token.i in finder.dates:
        return False
    index = finder.at(token)
    if index is not None and finder.mentions[index].form != "title":
        return False
    if token.pos_ == "VERB" and token.dep_ == "amod":
        return False
    if (
        token.dep_ == "pcomp"
        and token.head.lower_ == "without"
        and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in token.children)
    ):
        return False  # "without warning"
    return not (token.pos_ == "NOUN" and token.dep_ == "compound" and token.head.pos_ == "NOUN")


def _inside_another(one: Candidate, found: list[Candidate]) -> bool:
    """A purpose clause that only says what the meeting was for: "met the king to discuss trade"."""
    if one.frame.name not in ("discuss", "talk with", "negotiate", "talks") or one.trigger.dep_ not in ("advcl", "xcomp"):
        return False
    return any(
        other is not one and other.carrier == one.trigger.head and other.frame.type == "CONSULT" and other.frame.mode != "visit"
        for other in found
    )


def _candidate(piece: Piece, token: Token, frame: Frame, finder: Finder, words: Modals) -> Candidate | None:
    noun = token.pos_ in ("NOUN", "PROPN")
    carrier, swapped = bearer(token, words) if noun else (token, False)
    if frame.needs == "asked for" and lemma(carrier) in words.light["take"]:
        carrier, swapped = token, False  # who turns a call down does a deed of his own
    if noun and frame.light_only and carrier == token:
        return None
    listed = list(arguments.of_noun(token) if noun else arguments.of_verb(token, words))
    if frame.name == "invitation":  # "an invitation to visit Oslo from the king": the parse hangs the sender on the visit
        listed += [a for c in token.children if c.dep_ in ("acl", "relcl") for a in arguments.of_verb(c, words) if a[0] == "from"]
    if noun and carrier != token:
        listed = [*listed, *of_carrier(token, carrier, swapped, words)]
    if not noun and (frame.objects or frame.symmetric):
        meant = [t for t in antecedents(token) if not frozenset(phrases(t)).isdisjoint(frame.objects)][-1:]
        below = [a for slot, t in (*listed, *(("object", t) for t in meant)) if slot == "object" for a in arguments.of_noun(t)]
        listed += [a for a in below if a[0] in ("with", "in", "at") or (frame.objects and a[0] not in ("modifier", "poss"))]
    elif not noun:  # "received the king in the palace": the parse has the king in the palace
        named = [t for slot, t in listed if slot == "object" and t.pos_ == "PROPN"]
        listed += [a for t in named for a in arguments.of_noun(t) if a[0] in ("in", "at")]
    if not noun and token.pos_ == "ADJ":
        listed = [("subject", t) for t in arguments.clause_subjects(token, words)] + arguments.beside(token)
    if not noun and frame.type == "THREATEN":  # "threatened to expel the Chilean ambassador"
        listed += [a for c in complement(token) for a in arguments.of_verb(c, words) if a[0] in ("object", "on", "against")]
    own = len(listed)
    named_itself = frame.needs in ("told alike", "arguments or one of its kind")
    if noun and named_itself:  # who is told of the test has no part in it
        listed = [a for a in listed if a[1].i < token.i or a[0] not in ("modifier", "to", "on")]
    elif noun and carrier == token:
        listed += of_clause(token, words)
    standing = modality_nouns.of_noun(token, words) if noun else modality.of_verb(token, words)
    if noun and carrier != token and standing == HAPPENED:
        standing = modality.of_verb(carrier, words)
    if standing.status in ("happened", "proposed") and (disowned(carrier, words) or disowned(token, words)):
        standing = DENIED
    one = Candidate(piece, token, carrier, frame, listed, standing)
    cast(one, finder)
    if frame.type in FORCE:
        one.bystanders = {i for t in bystanders(token, carrier, words) for i in finder.resolve(t)} if noun else set()
        one.bystanders |= {p.mention for p in one.participants if p.role != "recipient" and finder.outlet(p.mention)}
    one.near = [
        i for slot, t in listed[:own] if slot != "subject" and role_of(one, slot, finder, t) != "ignore" for i in finder.resolve(t)
    ]
    if noun and standing.status != "denied" and standing.modality in NOT_YET.get(frame.type, ()):
        one.standing = HAPPENED  # "the failed coup"; "lift the embargo"
    if standing == DENIED and frame.type == "CONSULT" and turned_down(carrier.head, words) and carrier.dep_ == "xcomp":
        one.standing = CANCELLED  # "refused to make the trip"
    if standing == CANCELLED and frame.type in ("ASSAULT", "COERCE", "THREATEN", "ACCUSE", "CONCEDE") and not noun:
        one.standing = DENIED  # who says that he will not attack calls no plan off
    if standing == CANCELLED and frame.type == "AGREE" and was_to_have(carrier):
        one.standing = PLANNED  # "were to have signed it in May": late, not called off
    undone = standing == DENIED and frame.type in ("CONSULT", "AGREE")
    if undone and stayed_undone(carrier, frame.mode == "visit", words):
        one.standing = CANCELLED  # "did not travel to Oslo", "failed to sign it"
    if standing == PLANNED and frame.type in ("SANCTION", "REQUEST") and decreed(carrier, words):
        one.standing = HAPPENED  # "decided to recall its ambassador"
    if standing == PLANNED and frame.type != "CONSULT" and only_meant(carrier, words):
        one.standing = UNKNOWN
    if frame.status == "happened" or (standing == DENIED and frame.mode == "visit" and _manner(token)):
        one.standing = HAPPENED  # "no statement came out of it" is what happened
    they = (
        not noun
        and frame.symmetric
        and any(slot == "subject" and t.lower_ in ("they", "both") and not finder.resolve(t) for slot, t in listed)
    )
    one.anaphoric = (
        they
        or (noun and not one.participants and (told_of(token, words) if frame.type == "CONSULT" else definite(token)))
        or (noun and own == 0 and definite(token))
        or (noun and not one.participants and named_itself)
    )
    return one if not moved(one, finder, words) else None


def _still_to_come(time: TimeExpression, one: Candidate) -> bool:
    meaning = time.meaning
    if meaning is None or one.carrier.tag_ in ("VBD", "VBN") or one.frame.needs == "asked for":
        return False
    if meaning.tense == "future" or (meaning.base == "publication" and (meaning.shift or 0) > 0):
        return True
    named = meaning.month is not None or meaning.weekday is not None
    under_way = one.carrier.tag_ == "VBG" and any(c.lower_ in ("is", "are", "am", "'s") for c in one.carrier.children)
    return under_way and named and meaning.base == "publication" and meaning.tense != "past"  # "is hosting them in January"


def _span(parsed: Parsed, one: Candidate, mentions: tuple[Mention, ...]) -> Span:
    """Trigger to last argument; what stands before a noun ("Norway's", "Oslo") counts too, the subject of a verb does not."""
    noun = one.trigger.pos_ in ("NOUN", "PROPN")
    spans = [parsed.span(one.piece, one.trigger)]
    if one.trigger.dep_ == "pobj" and ("to", one.trigger) in one.arguments:  # "invited to Oslo"
        spans.append(parsed.span(one.piece, one.trigger.head))
    if one.carrier != one.trigger and abs(one.carrier.i - one.trigger.i) < 7:
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


def _manner(verb: Token) -> bool:
    """ "did not come empty-handed": the negation is of the manner, but not of what follows a comma."""
    near = next((c.i for c in verb.children if c.i > verb.i and c.text == ","), len(verb.doc))
    return any((verb.i < c.i < near and c.dep_ in ("acomp", "advcl", "oprd", "dep")) or c.lower_ == "alone" for c in verb.children)
