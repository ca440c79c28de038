"""Which time each event has: the one below it in the parse, else the sentence's only one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mark.events_candidate import Candidate
from dateline.mark.events_frames import lemma, modals
from dateline.mark.modality_governors import governor_status
from dateline.mark.modality_own import CANCELLED, INVITED, PLANNED, infinitive, main_verb
from dateline.mark.parse import Parsed
from dateline.mark.statements import cues
from dateline.records import TimeExpression
from dateline.trees import Token

_PASSED = 4  # words at most between a length of time and "since": "ten days have now passed since"

ELSEWHERE = -1


def when(
    parsed: Parsed, found: Sequence[Candidate], times: tuple[TimeExpression, ...], linked: Sequence[int | None]
) -> list[int | None]:
    """For each event the index of its time: the one below it in the parse, else the sentence's only one.

    linked: for each event the one that it is about, as of `contents`.
    """
    ahead = modals(parsed.report.language).happenings["ahead"]
    answers: list[int | None] = [None] * len(found)
    distance: dict[int, int] = {}
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for number, one in enumerate(found):
        by_sentence.setdefault((id(one.piece), one.trigger.sent.start), []).append(number)
    loose: list[tuple[int, Token, tuple[int, int]]] = []
    for index, time in enumerate(times):
        since = _since_when(time, parsed, found)
        if since is not None and answers[since] is None:
            answers[since], distance[since] = index, 0
        if time.type not in ("DATE", "TIME") or time.meaning is None or time.meaning.base == "vague":
            continue
        piece = parsed.piece_at(time.span.start)
        if piece is None or piece.label:
            continue
        tokens = piece.doc.char_span(time.span.start - piece.offset, time.span.end - piece.offset, alignment_mode="expand")
        if tokens is None or len(tokens) == 0 or _since(tokens.root):
            continue
        key = (id(piece), tokens.root.sent.start)
        owner = _owner(tokens.root, by_sentence.get(key, []), found, ahead)
        if owner is None:
            loose.append((index, tokens.root, key))
        if owner is None or owner == ELSEWHERE:
            continue
        away = abs(found[owner].trigger.i - tokens.root.i)
        if answers[owner] is None or away < distance[owner]:
            answers[owner], distance[owner] = index, away
    for index, root, key in loose:
        numbers = by_sentence.get(key, [])
        if len(numbers) == 1 and answers[numbers[0]] is None and not _told_then(root, found[numbers[0]]):
            answers[numbers[0]] = index
    for number, one in enumerate(found):  # a noun shares the time of the visit it was made on: "visited Oslo last week for talks"
        head = one.trigger.head
        if answers[number] is None and one.trigger.dep_ == "pobj" and head.lower_ in ("for", "during", "at"):
            for other in by_sentence.get((id(one.piece), one.trigger.sent.start), []):
                if found[other].carrier.i == head.head.i and answers[other] is not None:
                    answers[number] = answers[other]
    for number, one in enumerate(found):  # "came to Oslo on Monday and met the king"
        if one.carrier.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in one.carrier.children):
            continue
        for other in by_sentence.get((id(one.piece), one.trigger.sent.start), []):
            if found[other].carrier.i == one.carrier.head.i and found[other].frame.type == one.frame.type == "CONSULT":
                answers[number] = answers[other] if answers[number] is None else answers[number]
                if one.place is None and found[other].frame.mode == "visit":
                    one.place, one.where = found[other].place, found[other].where
    for number, about in enumerate(linked):  # "was invited to the summit in Oslo on 3 May"
        at = answers[number]
        if about is None or at is None or answers[about] is not None or not _foresees(found[number], found[about]):
            continue
        if times[at].span.start > found[about].piece.offset + found[about].trigger.idx and _dated_ahead(times[at]):
            answers[about], answers[number] = at, None
    return [_its_day(parsed, times, answer) for answer in answers]


def _its_day(parsed: Parsed, times: tuple[TimeExpression, ...], index: int | None) -> int | None:
    """The time, or of an hour the day that follows at once: "at midnight on May 30"."""
    if index is None or index + 1 >= len(times) or times[index].rule != "clock":
        return index
    gap = parsed.report.text[times[index].span.end : times[index + 1].span.start]
    return index + 1 if gap in (" on ", ", ", " ", ", on ") and times[index + 1].type == "DATE" else index


def _foresees(one: Candidate, about: Candidate) -> bool:
    """Whether a time beside one event is of the other; when a visit was called off is not when it was to be."""
    if about.frame.type != "CONSULT" or one.frame.type == "REJECT" or one.piece is not about.piece:
        return False
    return about.standing.status in ("planned", "proposed", "cancelled")


def _dated_ahead(time: TimeExpression) -> bool:
    """Whether a time is more likely of what is to come than of the telling: a date or a month, not "on Tuesday", "last week"."""
    meaning = time.meaning
    if meaning is None or (meaning.shift or 0) < 0 or (meaning.tense == "past" and "last" in time.rule):
        return False
    return meaning.tense == "future" or (meaning.shift or 0) > 0 or meaning.month is not None or meaning.unit not in ("day", "week")


def _since(root: Token) -> bool:
    """ "since 2011" bounds what did not happen before; it dates no event."""
    return root.head.lower_ == "since" or any(c.lower_ == "since" for c in root.children)


def _since_when(time: TimeExpression, parsed: Parsed, found: Sequence[Candidate]) -> int | None:
    """The event from which time has passed: "ten days have passed since the talks"."""
    piece = parsed.piece_at(time.span.start) if time.rule == "elapsed" else None
    span = piece and piece.doc.char_span(time.span.start - piece.offset, time.span.end - piece.offset, alignment_mode="expand")
    since = span and next((t for t in span.doc[span.end : span.end + _PASSED] if t.lower_ == "since"), None)
    if not since:
        return None
    top = since.head if since.dep_ == "mark" else since
    told = (n for n, one in enumerate(found) if one.piece is piece and (one.trigger == top or top.is_ancestor(one.trigger)))
    return min(told, key=lambda number: found[number].trigger.i, default=None)


def _told_then(root: Token, one: Candidate) -> bool:
    """Whether the time is a dateline's, or of the words that told of the event: "said on Monday that he would go"."""
    after = root.doc[root.i + 1 : min(root.i + 8, one.trigger.i)]
    if root.i - root.sent.start < 8 and any(t.text in ("-", "--", "\u2013", "\u2014") for t in after):
        return True
    verb = main_verb(root)
    if verb is None or verb == one.carrier or not any(c.dep_ == "nsubj" for c in verb.children):
        return False
    if one.trigger.i < root.i < min(c.i for c in verb.children if c.dep_ == "nsubj"):  # "freed him on Tuesday, officials said"
        return False
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    return any(c == one.carrier or c.is_ancestor(one.carrier) or c.is_ancestor(one.trigger) for c in clauses)


def _owner(root: Token, numbers: list[int], found: Sequence[Candidate], ahead: frozenset[str]) -> int | None:
    """The event whose word is met first on the way up from the time; ELSEWHERE when another clause has it."""
    triggers: dict[int, int] = {}
    for number in numbers:
        triggers.setdefault(found[number].trigger.i, number)
        triggers.setdefault(found[number].carrier.i, number)
    token, steps = root, 0
    while steps < 15:
        if token.i in triggers:
            return triggers[token.i]
        for child in token.children:  # "the summit is due on 27 April", "a meeting took place on Friday"
            if child.dep_ in ("nsubj", "nsubjpass", "attr", "acomp") and child.i in triggers:
                undone = child.dep_ == "nsubjpass" and governor_status(token, modals(token.doc.lang_)) is CANCELLED
                return ELSEWHERE if undone else triggers[child.i]  # "the visit was struck off the calendar on Friday"
        if token.pos_ in ("VERB", "AUX"):
            if token.dep_ == "acl" and token.head.i in triggers and _came_about(token, found[triggers[token.head.i]]):
                return ELSEWHERE
            if token.dep_ == "acl" and token.head.i in triggers and _what_for(token):
                return ELSEWHERE
            if token.dep_ == "relcl" and token.head.i in triggers and any(c.tag_ in ("WDT", "WP") for c in token.children):
                return triggers[token.head.i]  # "the conference, which opened on Friday"
            if lemma(token) in ahead or any(c.dep_ == "acomp" and lemma(c) in ahead for c in token.children):
                for child in token.subtree:  # "on Friday the two are due to sign"
                    if child.i in triggers and child.dep_ in ("xcomp", "ccomp") and infinitive(child):
                        return triggers[child.i]
            if token.tag_ in ("VBZ", "VBP") and governor_status(token, modals(token.doc.lang_)) in (PLANNED, INVITED):
                for child in token.children:  # "in October he wants to visit Lima"
                    if child.i in triggers and child.dep_ == "xcomp" and infinitive(child):
                        return triggers[child.i]
            begins = (
                token.tag_ == "VBG" and lemma(token) in modals(token.doc.lang_).happenings["verbs"]
            )  # "a visit starting on Monday"
            if token.i != root.i and token.pos_ == "VERB" and not begins and (token.dep_ in ("relcl", "advcl") or _tells(token)):
                return ELSEWHERE
        if token.i != root.i and token.lower_ in ("since", "until"):
            return ELSEWHERE
        if token.lower_ == "of" and token.head.pos_ == "NOUN" and token.head.i not in triggers and token.head.dep_ == "dobj":
            return ELSEWHERE  # "accepted the agreement of 2000"
        if token.head == token:
            return None
        token, steps = token.head, steps + 1
    return None


def _came_about(planned: Token, one: Candidate) -> bool:
    """Whether a day is one that was planned for what took place: "the talks, scheduled for June, began in May"."""
    status = governor_status(planned, modals(planned.doc.lang_)) if planned.tag_ == "VBN" else None
    return one.standing.status == "happened" and status in (PLANNED, INVITED)


def _what_for(verb: Token) -> bool:
    """ "an offer to hold talks on 9 January": the day is of what is offered; "talks to be held on 9 January" have it themselves."""
    if not infinitive(verb) or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return lemma(verb) not in modals(verb.doc.lang_).happenings["verbs"] or any(c.dep_ == "dobj" for c in verb.children)


def _tells(verb: Token) -> bool:
    """ "..., the ministry announced on Friday", taken for a second deed of the clause before."""
    said = lemma(verb) in cues.verbs(verb.doc.lang_)
    return (
        said
        and verb.dep_ == "conj"
        and verb.head.i < verb.i
        and any(c.dep_ == "nsubj" for c in verb.children)
        and not any(c.dep_ == "cc" for c in verb.head.children)
    )
