"""Whose person somebody is, where the words beside the name do not say it: owners, predicates and those who serve a state."""

from __future__ import annotations

from dateline.mark.mentions.owners import Title
from dateline.mark.mentions.words import IDLE, Found, Line, word_lists
from dateline.trees import Token

# offices that English news leaves to one state unless it says whose
SOLE = {"secretary of state": "USA", "treasury secretary": "USA", "special counsel": "USA"}
IN_CONGRESS = frozenset(("senator", "congressman", "assistant secretary of state"))  # American where the report speaks of America
# offices worded as America words them
AMERICAN = frozenset(
    ("defense secretary", "secretary of defense", "chairman of the joint chiefs of staff", "homeland security secretary")
)
_SUBJECT = ("nsubj", "nsubjpass")
_BECOMING = frozenset(("be", "become", "remain", "name", "appoint", "elect", "make"))
_SERVING = frozenset(("serve", "act", "work"))
_HEADING = {
    "head": "head",
    "lead": "leader",
    "chair": "chairman",
    "command": "commander",
    "govern": "governor",
    "direct": "director",
}
_LEADING = frozenset(("lead", "head", "represent"))
_SPEAKING = frozenset(("speak", "negotiate", "sign", "act", "lead", "play", "answer", "initial", "vote"))


def own(found: list[Found]) -> None:
    """Link a holder of an office to the person whose it is ("the prime minister's chief of staff"), or give it a state ("its")."""
    ends: dict[tuple[int, int], Found] = {}
    for one in found:
        if one.kind == "person":
            ends.setdefault((one.piece, one.last), one)
    states = [one for one in found if one.kind == "state" and one.country]
    for one in found:
        if one.owner_word is not None and one.owner is None:
            owner = ends.get((one.piece, one.owner_word))
            one.owner = owner if owner is not one else None
        if one.country is not None or one.kind != "person" or one.counterpart or not (one.given_title or one.form == "title"):
            continue
        if one.possessor is not None:
            one.country = one.of = _subject_state(one, states)
        elif one.given_title:  # "its Foreign Minister A and presidential adviser B"
            beside = ends.get((one.piece, one.first - len((one.wording or one.title or "").split()) - 2))
            if beside is not None and beside.possessor is not None and beside.country:
                one.country = one.of = beside.country


def _subject_state(one: Found, states: list[Found]) -> str | None:
    """The state before "its" or "their" in the same sentence that is its subject."""
    for state in reversed(states):
        if (
            state.piece == one.piece
            and state.first < one.first
            and state.token.sent.start == one.token.sent.start
            and state.token.dep_ in _SUBJECT
        ):
            return state.country
    return None


def serve(found: list[Found]) -> None:
    """ "X led the Egyptian team", "Y spoke for Israel": a person of that state."""
    states: dict[tuple[int, int], str] = {}
    for one in found:
        if one.kind == "state" and one.country and one.piece >= 0:
            states.setdefault((one.piece, one.token.i), one.country)
    for one in found:
        if one.kind != "person" or one.form != "name" or one.country or one.piece < 0:
            continue
        top = _top(one.token)
        if top.dep_ not in _SUBJECT:
            continue
        verb = top.head
        for child in verb.children:
            if verb.lemma_ in _LEADING and child.dep_ == "dobj":
                one.country = one.country or states.get((one.piece, child.i))
            if verb.lemma_ in _SPEAKING and child.dep_ == "prep" and child.lower_ == "for":
                for served in child.children:
                    one.country = one.country or states.get((one.piece, served.i))


def made(line: Line, titles: list[Title], found: list[Found]) -> None:
    """ "X was named acting foreign minister", "Y, who became president of Chile": the office is the subject's."""
    waiting = [
        title for title in titles if not title.plural and title.group in ("head", "state", "body") and title.possessor is None
    ]
    if not waiting:
        return
    people = {_top(one.token).i: one for one in found if one.piece == line.number and one.kind == "person" and one.form == "name"}
    for title in waiting:
        core = line.words[title.core_last].token
        verb = core.head
        if core.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in _SERVING and verb.head.tag_ in ("VBD", "VBN", "VBZ"):
            _give(title, people.get(_subject(verb.head)))
            continue
        if core.dep_ not in ("attr", "oprd", "dobj") or verb.lemma_ not in _BECOMING or verb.tag_ not in ("VBD", "VBN", "VBZ"):
            continue
        if core.dep_ == "dobj" and verb.lemma_ != "become":
            continue
        if any(child.dep_ in ("neg", "aux") and child.lower_ not in ("has", "had", "have") for child in verb.children):
            continue
        _give(title, people.get(_subject(verb)))


def _give(title: Title, one: Found | None) -> None:
    """Give somebody named before it the office, unless he has one."""
    if one is not None and one.title in {None, *IDLE} and one.last < title.first:
        one.title, one.of, one.country = title.normal, title.of, one.country or title.country
        one.wording, one.former, one.given_title = title.wording or None, title.former, True


def heading(found: list[Found], language: str) -> None:
    """ "X, who heads the agency": an office that a verb tells of."""
    headed_bodies = word_lists(language)["headed"]
    bodies = {(one.piece, one.token.i): one for one in found if one.kind in ("organization", "state") and one.piece >= 0}
    for one in found:
        top = _top(one.token)
        if one.kind != "person" or one.form != "name" or one.piece < 0 or one.title:
            continue
        for verb in (c for c in top.children if c.dep_ == "relcl" and c.lemma_ in _HEADING and c.tag_ in ("VBZ", "VBD")):
            subject = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
            headed = next((c for c in verb.children if c.dep_ == "dobj"), None)
            if subject is None or subject.lower_ != "who" or headed is None:
                continue
            body = bodies.get((one.piece, headed.i))
            if body is not None or headed.lemma_.lower() in headed_bodies:
                one.title, one.given_title, one.former = _HEADING[verb.lemma_], True, verb.tag_ == "VBD"
                one.of = None if body is None else (body.name or None) if body.kind == "organization" else body.country
                one.country = one.country or (body.country if body is not None else None)


def _top(token: Token) -> Token:
    """The head of a name of several tokens."""
    while token.dep_ in ("compound", "flat", "nmod", "punct") and token.head != token:
        token = token.head
    return token


def _subject(verb: Token) -> int:
    """Number of the token that is the verb's subject; of "who", the word it takes up; -1 for none."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
    if subject is None:
        return -1
    if subject.lower_ == "who" and verb.dep_ == "relcl":
        return int(verb.head.i)
    return int(subject.i)
