"""Cues that attribute words to somebody, from the parse: who, by which word, and which characters they carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline import languages
from dateline.mark.parse import Parsed, Piece

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_PASSIVE_SPEAKERS = frozenset({"quote", "cite", "hear"})  # "Kim was quoted as saying"


@dataclass(frozen=True)
class Verb:
    """An entry of cue_verbs.txt."""

    force: str
    frames: frozenset[str]


@dataclass(frozen=True)
class Cue:
    """One attribution. All offsets are characters of the report; `runs` are the contiguous stretches of its content, in order."""

    start: int
    end: int
    force: str
    speaker: Token | None  # head of the speaker's phrase
    runs: tuple[tuple[int, int], ...]
    piece: Piece
    token: Token
    relay: Token | None = None
    clause: bool = False  # the content is a clause, not a noun phrase or an infinitive
    words: bool = False  # the cue gives somebody's very words for a thing: 'called it "a farce"'


@cache
def verbs(language: str) -> dict[str, Verb]:
    """Cue verbs of a language by lemma."""
    rows = (line.split() for line in languages.words(language, "cue_verbs"))
    return {row[0]: Verb(row[1], frozenset(row[2:])) for row in rows if len(row) > 1}


def cues(parsed: Parsed, piece: Piece, hidden: Iterable[tuple[int, int]]) -> Iterator[Cue]:
    """Cues of one piece in text order; tokens inside the `hidden` ranges (quoted words) attribute nothing."""
    language = parsed.report.language
    lexicon, nouns = verbs(language), _nouns(language)
    quoted = _inside(piece, sorted(hidden))
    for token in piece.doc:
        if token.i in quoted:
            continue
        if token.lower_ == "according" and token.i + 1 < len(piece.doc) and token.nbor().lower_ == "to":
            cue = _according(piece, token)
        elif token.pos_ in ("VERB", "AUX") and (verb := lexicon.get(token.lemma_.lower())):
            cue = _verbal(piece, token, verb, quoted)
        elif token.pos_ == "NOUN" and (force := nouns.get(token.lemma_.lower())):
            cue = _nominal(piece, token, force)
        else:
            cue = _wording(piece, token)
        if cue:
            yield cue


def _inside(piece: Piece, ranges: list[tuple[int, int]]) -> frozenset[int]:
    """Tokens that start in one of the ordered ranges."""
    found, at = set(), 0
    for token in piece.doc:
        start = piece.offset + token.idx
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        if at < len(ranges) and ranges[at][0] <= start:
            found.add(token.i)
    return frozenset(found)


@cache
def _nouns(language: str) -> dict[str, str]:
    rows = (line.split() for line in languages.words(language, "cue_nouns"))
    return {row[0]: row[1] for row in rows if len(row) > 1}


def phrase(token: Token) -> tuple[int, int]:
    """Characters, in the piece, of the noun phrase around its head: modifiers and appositions, no relative clauses."""
    keep = [token]
    for child in token.children:
        if child.dep_ in ("compound", "amod", "det", "poss", "nummod", "nmod", "flat", "quantmod"):
            keep.append(child)
        elif child.dep_ == "prep" and child.i == token.i + 1 and child.lower_ in ("of", "for"):
            keep.extend(child.subtree)
    return min(t.idx for t in keep), max(t.idx + len(t.text) for t in keep)


def subject(verb: Token) -> Token | None:
    """The head of who says: the verb's own subject, or that of the verb it hangs on ("Trump hurled insults, calling him ...")."""
    current, aside = verb, False
    for _ in range(6):
        own = next((c for c in current.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            if own.dep_ == "nsubjpass" and current.lemma_ not in _PASSIVE_SPEAKERS:
                agent = next((g for c in current.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
                return agent if current is verb else own
            return None if current is not verb and own.lower_ == "it" and verb.tag_ == "VB" else own
        if current is verb and any(c.dep_ == "auxpass" for c in current.children):
            return next((g for c in current.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
        if current.dep_ in ("acl", "relcl"):
            return current.head
        if current is not verb and current.tag_ == "VB" and current.i == current.sent.start and current.text.istitle():
            return current  # a name that opens its sentence, misread as an order
        if (
            current.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "acomp", "attr")
            or current.head is current
        ):
            return None
        aside = aside or current.dep_ in ("advcl", "prep")  # 'urged them to hold out, calling it ...': not they, but who urged
        if current.dep_ == "xcomp" and not aside and any(c.tag_ == "TO" for c in current.children):
            patient = next((c for c in current.head.children if c.dep_ == "dobj"), None)
            if patient is not None and patient.i < current.i:
                return patient
        current = current.head
    return None


def _verbal(piece: Piece, token: Token, verb: Verb, quoted: frozenset[int]) -> Cue | None:
    passive = token.lemma_ in _PASSIVE_SPEAKERS and any(c.dep_ == "auxpass" for c in token.children)
    parts = [] if passive else list(_content(token, verb))
    content = [t for part in parts for t in part]
    if (
        "as" in verb.frames
        and not verb.frames & {"np", "that"}
        and len(parts) == 1
        and content
        and all(t.dep_ != "prep" for t in content[:1])
    ):
        content = _named(token, content, quoted)
    who = subject(token)
    if who is None or who.i in quoted:
        who = _beside(token, quoted)
    if "nobody" in verb.frames:
        who = None
    runs = _runs(piece, content)
    clause = any(c.dep_ == "ccomp" for c in token.children)
    if (
        not clause
        and "that" in verb.frames
        and not verb.frames & {"np", "whom"}
        and who is not None
        and who.i < token.i
        and (rest := _rest(token))
    ):
        runs, clause = _runs(piece, rest), True
    if "that" in verb.frames and who is not None and (before := _trailing(token, who)):
        runs, clause = _runs(piece, before), True
    if not runs and "that" in verb.frames:
        runs, clause = _bracketed(piece, token, who), True
    return Cue(*_range(piece, token), verb.force, who, runs, piece, token, _relay(token), clause, "as" in verb.frames)


def _content(token: Token, verb: Verb) -> Iterator[list[Token]]:
    frames = verb.frames
    for child in token.children:
        dep = child.dep_
        if dep == "ccomp" and ("that" in frames or ("as" in frames and child.i > token.i)):
            yield _after_whom(token, list(child.subtree)) if "whom" in frames else list(child.subtree)
        elif dep == "xcomp":
            marked = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            if ("to" in frames and marked) or ("as" in frames and not marked):
                yield list(child.subtree)
        elif dep in ("dobj", "attr", "oprd") and (
            not frames.isdisjoint({"np", "as"})
            or (dep == "dobj" and (child.lower_ in ("what", "which") or ("whom" not in frames and _lost_subject(token, child))))
        ):
            yield list(child.subtree)
        elif dep == "prep" and (child.lower_ in frames or (child.lower_ == "to" and "to_np" in frames)):
            yield [t for c in child.children if c.dep_ in ("pobj", "pcomp") for t in c.subtree]
        elif dep == "prep" and child.lower_ == "as" and not frames.isdisjoint({"as", "np"}):
            yield [t for c in child.children for t in c.subtree]


def _lost_subject(token: Token, thing: Token) -> bool:
    """Whether a cue's object is really the subject of the clause after it: 'He added [the invitation] [is a good gesture]'."""
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > thing.i), None)
    return clause is not None and thing.i > token.i and not any(c.dep_ in SUBJECTS for c in clause.children)


def _after_whom(token: Token, clause: list[Token]) -> list[Token]:
    """The clause without whom it was said to, where the parser took both together: 'told [his hosts that ...]'."""
    if clause[0].i == token.i + 1:
        for position, word in enumerate(clause[:8]):
            if word.pos_ in ("VERB", "AUX"):
                break
            if word.lower_ == "that" and position:
                return clause[position:]
    return clause


def _rest(token: Token) -> list[Token]:
    """What follows a cue whose clause has no 'that' and was misread as an object: 'He added the invitation is a good gesture'."""
    rest = list(token.doc[token.i + 1 : token.sent.end])
    if (
        not rest
        or rest[0].pos_ not in ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM")
        or (rest[0].dep_ == "nsubj" and rest[0].head is token)
    ):
        return []
    return rest if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in rest[1:12]) else []


def _runs(piece: Piece, tokens: Iterable[Token]) -> tuple[tuple[int, int], ...]:
    """Contiguous stretches of tokens as report offsets, without white space, commas and dashes at their edges."""
    out: list[tuple[int, int]] = []
    stretch: list[Token] = []
    for token in [*sorted(set(tokens), key=lambda t: t.i), None]:
        if token is not None and (not stretch or token.i == stretch[-1].i + 1):
            stretch.append(token)
            continue
        while stretch and (stretch[0].is_space or stretch[0].text in ",;:-—–"):
            stretch.pop(0)
        while stretch and (stretch[-1].is_space or stretch[-1].text in ",;:-—–."):
            stretch.pop()
        if any(t.is_alpha or t.like_num for t in stretch):
            out.append((piece.offset + stretch[0].idx, piece.offset + stretch[-1].idx + len(stretch[-1].text)))
        stretch = [token] if token is not None else []
    return tuple(out)


def _range(piece: Piece, token: Token) -> tuple[int, int]:
    return piece.offset + token.idx, piece.offset + token.idx + len(token.text)


def _named(token: Token, content: list[Token], quoted: frozenset[int]) -> list[Token]:
    """'called him "a fool"', 'called for talks': an object alone ('called the minister') says nothing."""
    if any(c.dep_ in ("oprd", "xcomp", "ccomp") or (c.dep_ == "prep" and c.i < content[0].i) for c in token.children):
        return content
    last = max(t.i for t in content)
    ahead = [t.i for t in token.doc[last + 1 : last + 4] if t.i in quoted]
    return [*content, *token.doc[last + 1 : ahead[-1] + 1]] if ahead else content if any(t.i in quoted for t in content) else []


def _beside(token: Token, quoted: frozenset[int]) -> Token | None:
    """The noun phrase right beside a cue whose subject the parser missed: 'said Ivan Petrov', 'Petrov said'."""
    doc = token.doc
    if token.i + 1 < len(doc):
        after = doc[token.i + 1]
        if after.pos_ in ("PROPN", "PRON") and after.i not in quoted and after.dep_ not in ("dobj", "dative"):
            while after.i + 1 < len(doc) and after.nbor().pos_ == "PROPN":
                after = after.nbor()
            return after
    if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    before = token.i - 1
    while before >= 0 and doc[before].pos_ in ("ADV", "AUX"):
        before -= 1
    if before >= 0 and before not in quoted and doc[before].pos_ in ("PROPN", "NOUN", "PRON"):
        return doc[before]
    if before >= 0 and doc[before].text == "," and before not in quoted:  # 'Petrov, who leads the talks, said'
        earlier = [t for t in token.sent if t.i < before and t.i not in quoted and t.pos_ in ("PROPN", "PRON", "NOUN")]
        return next((t for t in earlier if t.dep_ in SUBJECTS or t.dep_ in ("ROOT", "npadvmod")), None)
    return None


def _nominal(piece: Piece, token: Token, force: str) -> Cue | None:
    """'Petrov's claim that ...', 'a statement by the ministry that ...'."""
    clause = next((c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > token.i), None)
    if clause is None or not any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
        return None
    who = next((c for c in token.children if c.dep_ == "poss"), None)
    if who is None:
        who = next((g for c in token.children if c.lower_ in ("by", "from", "of") for g in c.children if g.dep_ == "pobj"), None)
    if who is None and token.dep_ == "dobj":
        who = subject(token.head)
    return Cue(*_range(piece, token), force, who, _runs(piece, clause.subtree), piece, token, clause=True)


def _trailing(token: Token, who: Token) -> list[Token]:
    """All of the sentence before 'X said on Tuesday' at its end, however the parser hung the parts together."""
    sent, doc = token.sent, token.doc
    if token.tag_ not in ("VBD", "VBZ", "VBP") or not who.i < token.i or sent.end - token.i > 9:
        return []
    if any(c.i > token.i and c.dep_ in ("dobj", "ccomp", "xcomp", "oprd", "acomp") for c in token.children):
        return []
    left = min([t.i for t in who.lefts if t.dep_ in ("compound", "det", "amod", "poss", "nummod", "nmod")], default=who.i)
    left = min([t.i for t in doc[left].subtree if t.i <= left], default=left)
    if (
        left - 1 <= sent.start
        or doc[left - 1].text != ","
        or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[who.i + 1 : token.i])
    ):
        return []
    before = list(doc[sent.start : left - 1])
    return before if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in before) else []


def _bracketed(piece: Piece, token: Token, who: Token | None) -> tuple[tuple[int, int], ...]:
    """The sentence around a cue that stands between commas or at its end: 'The plan, he said, was good'."""
    cue = {t.i for t in token.subtree} if token.head is not token else set()
    if not cue:
        parts = [token, who] if who is not None else [token]
        first, last = min(t.i for t in parts), max(t.i for t in parts)
        if first > token.sent.start and token.doc[first - 1].text == ",":
            return _runs(piece, [t for t in token.sent if t.i < first - 1])
        return ()
    if token.dep_ not in ("parataxis", "ccomp", "advcl", "dep", "conj"):
        return ()
    first, last = min(cue), max(cue)
    doc = token.doc
    opened = first > token.sent.start and (doc[first].text in ",-—–" or doc[first - 1].text in ",-—–")
    closed = last + 1 >= token.sent.end or doc[last].text in ",.—–" or doc[last + 1].text in (",", ".", "-", "—", "–")
    if not (opened and closed) or last - first > 12 or who is None or token.dep_ == "conj" or token.head.i > token.i + 60:
        return ()
    return _runs(piece, [t for t in token.head.subtree if t.i not in cue])


def _according(piece: Piece, token: Token) -> Cue | None:
    """'S, according to X': all of its sentence but the phrase where that stands at an edge, else the clause it hangs on."""
    to = token.nbor()
    who = next((t for t in to.children if t.dep_ == "pobj"), None)
    if who is None:
        who = next((t for t in token.doc[to.i + 1 : token.sent.end] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if who is None:
        return None
    own = {t.i for t in token.subtree} | {t.i for t in who.subtree} | {token.i, to.i}
    first, last = min(own), max(own)
    doc, sent = token.doc, token.sent
    if first <= sent.start + 1 or last + 2 >= sent.end:
        content = [t for t in sent if t.i not in own and not first <= t.i <= last]
    else:
        content = [t for t in token.head.subtree if t.i not in own]
        if len(content) < 4:
            content = list(doc[sent.start : first])
    start = piece.offset + token.idx
    return Cue(start, piece.offset + to.idx + 2, "speech", who, _runs(piece, content), piece, token, clause=True)


def _wording(piece: Piece, token: Token) -> Cue | None:
    """'in X's words', 'in the words of X'."""
    if token.lower_ != "words" or token.dep_ != "pobj" or token.head.lower_ != "in":
        return None
    who = next((c for c in token.children if c.dep_ == "poss"), None)
    if who is None:
        who = next((g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
    return Cue(*_range(piece, token), "speech", who, (), piece, token) if who is not None else None


def _relay(token: Token) -> Token | None:
    """Who passed the words on: 'was quoted as saying by X', 'in X', 'told X'."""
    holder = token
    for _ in range(2):
        if holder.dep_ == "pcomp" and holder.head.head.lemma_ in _PASSIVE_SPEAKERS:
            holder = holder.head.head
    if holder.lemma_ not in _PASSIVE_SPEAKERS and token.lemma_ != "tell":
        return None
    for verb in (holder, token):
        for child in verb.children:
            if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "in"):
                return next((g for g in child.children if g.dep_ == "pobj"), None)
            if token.lemma_ == "tell" and child.dep_ in ("dobj", "dative"):
                return child
    return None
