"""Pronouns that stand for an actor of the report; one that may be anybody is left out."""

from __future__ import annotations

from bisect import bisect_left

from dateline.mark.mentions.persons import Person
from dateline.mark.mentions.words import Found, Line
from dateline.trees import Token

_GENDER = {"he": False, "him": False, "his": False, "himself": False, "she": True, "her": True, "hers": True, "herself": True}
_NEUTER = frozenset(("it", "its", "itself"))
_SUBJECT = ("nsubj", "nsubjpass")
REACH = 700  # characters back
ENOUGH = 2.0
ENOUGH_ALONE = 1.4  # for the only person near who is known to be of the pronoun's gender


def resolve(lines: list[Line], found: list[Found], people: list[Person]) -> list[Found]:
    """Mentions for the pronouns that can be resolved, with the entity of what they stand for."""
    person_of = {id(m): person for person in people for m in person.mentions}
    known = sorted((f for f in found if f.piece >= 0 and f.kind in ("person", "state", "organization")), key=lambda f: f.start)
    starts = [f.start for f in known]
    top = max((f.entity for f in found), default=-1)
    out: list[Found] = []
    for line in lines:
        if line.piece.label or not line.words:
            continue
        quoted = _quoted(line.piece.text)
        for number, word in enumerate(line.words):
            lower = word.text.lower()
            if word.token.pos_ not in ("PRON", "DET") and lower not in _GENDER:
                continue
            at = word.start + line.piece.offset
            here = quoted[word.start]
            choice: Found | None = None
            if lower in _GENDER:
                near = known[bisect_left(starts, at - REACH) : bisect_left(starts, at)]
                choice = _person(line, word.token, here, _GENDER[lower], near, person_of, quoted)
                if choice is None and not here:
                    later = known[bisect_left(starts, at) : bisect_left(starts, at + REACH)]
                    choice = _ahead(line, word.token, _GENDER[lower], later, person_of)
            elif lower in _NEUTER:
                choice = _body(line, word.token, here, known[bisect_left(starts, at - REACH) : bisect_left(starts, at)], quoted)
            elif lower == "they" and not here and word.token.dep_ in _SUBJECT and word.token.head.dep_ == "ROOT":
                made = line.found(number, number, "pronoun", "group", "", title="they")
                top += 1
                made.entity = top
                out.append(made)
                continue
            if choice is None:
                continue
            made = line.found(number, number, "pronoun", choice.kind, "", country=choice.country)
            made.entity, made.title, made.of, made.assumed = choice.entity, choice.title, choice.of, choice.assumed
            if choice.kind == "state":
                made.name = choice.name
            out.append(made)
            if id(choice) in person_of:
                person_of[id(made)] = person_of[id(choice)]
            at_index = bisect_left(starts, made.start)
            known.insert(at_index, made)
            starts.insert(at_index, made.start)
    return out


def _quoted(text: str) -> list[bool]:
    """For each character whether it stands between double quotation marks."""
    out, inside = [], False
    for char in text:
        inside ^= char == '"'
        out.append(inside)
    return out or [False]


def _subject(token: Token) -> bool:
    while token.dep_ in ("compound", "flat", "appos", "conj", "poss") and token.head != token and token.dep_ != "poss":
        token = token.head
    return token.dep_ in _SUBJECT


def _person(
    line: Line,
    pronoun: Token,
    here: bool,
    female: bool,
    near: list[Found],
    person_of: dict[int, Person],
    quoted: list[bool],
) -> Found | None:
    """The person before a pronoun who is nearest and most likely its subject; None when nobody is likely enough."""
    best: tuple[float, int] | None = None
    choice: Found | None = None
    able: set[int] = set()
    for candidate in reversed(near):
        if candidate.kind != "person" or candidate.plural:
            continue
        same = candidate.piece == line.number
        if here and not (same and quoted[candidate.token.idx]):
            continue
        person = person_of.get(id(candidate))
        if person and person.female is not None and person.female != female:
            continue
        if candidate.title == "journalist" or (person is None and candidate.form != "title"):
            continue
        score = _closeness(candidate, pronoun, same, line)
        if same and not here and quoted[candidate.token.idx]:
            score -= 1.5
        score += _standing(candidate, same)
        if same and pronoun.dep_ in ("dobj", "pobj") and candidate.token in _doers(pronoun.head):
            continue  # "Kim met him", "Kim came and met him": not Kim
        able.add(candidate.entity)
        key = (score, candidate.start)
        if best is None or key > best:
            best, choice = key, candidate
    person = person_of.get(id(choice))
    alone = len(able) == 1 and person is not None and person.female == female
    return choice if best and best[0] >= (ENOUGH_ALONE if alone else ENOUGH) else None


def _doers(verb: Token) -> list[Token]:
    """The subjects of a verb, or of the one that it is joined to where it has none of its own."""
    while verb.dep_ == "conj" and verb.head.i < verb.i and not any(c.dep_ in _SUBJECT for c in verb.children):
        verb = verb.head
    return [c for c in verb.children if c.dep_ in _SUBJECT]


def _standing(candidate: Found, same: bool) -> float:
    """How much the sentence is about the candidate: its subject, its topic ("as for her"), the owner of its subject, or no more."""
    if _subject(candidate.token) or _topic(candidate.token):
        return 2.0 if candidate.form != "pronoun" else 1.8
    if candidate.token.dep_ == "poss":
        return 1.5 if same and candidate.token.head.dep_ in _SUBJECT else 0.7
    return 0.3


def _topic(token: Token) -> bool:
    """ "As for Perez, he ..."."""
    lead = token.head
    return (
        token.dep_ == "pobj"
        and lead.lower_ == "for"
        and lead.i > 0
        and lead.nbor(-1).lower_ == "as"
        and lead.i - 1 == lead.sent.start
    )


def _closeness(candidate: Found, pronoun: Token, same: bool, line: Line) -> float:
    if same:
        opened = line.piece.openings
        between = opened[pronoun.i + 1] - opened[candidate.token.i + 1]
        return (2.0, 1.2, 0.3)[between] if between < 3 else -2.0
    gap = line.number - candidate.piece
    first = pronoun.sent.start == 0
    last = candidate.token.sent.end == len(candidate.token.doc)
    return (0.9 if gap == 1 else 0.0) + 0.3 * first + 0.2 * last - (gap > 2) * 2


def _ahead(line: Line, pronoun: Token, female: bool, later: list[Found], person_of: dict[int, Person]) -> Found | None:
    """ "In his first trip abroad, Kim ...": the subject of the main clause when the pronoun stands before it."""
    for candidate in later:
        if candidate.piece == line.number and candidate.kind == "person" and candidate.form == "name":
            person = person_of.get(id(candidate))
            if (
                person
                and person.female in (None, female)
                and candidate.token.dep_ in _SUBJECT
                and candidate.token.sent.start == pronoun.sent.start
            ):
                return candidate
    return None


def _body(line: Line, pronoun: Token, here: bool, near: list[Found], quoted: list[bool]) -> Found | None:
    """A state or organisation that is subject earlier in the same sentence."""
    if pronoun.dep_ == "expl" or (
        pronoun.lower_ == "it" and any(child.dep_ in ("acomp", "attr") for child in pronoun.head.children)
    ):
        return None
    for candidate in reversed(near):
        if candidate.piece != line.number:
            break
        if candidate.token.sent.start != pronoun.sent.start or (candidate.form == "pronoun" and candidate.kind == "person"):
            continue
        if candidate.kind in ("state", "organization") and _subject(candidate.token) and (not here or quoted[candidate.token.idx]):
            return candidate
    return None
