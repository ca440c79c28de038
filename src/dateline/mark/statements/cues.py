"""Cues that attribute words to somebody, from the parse: who, by which word, and which characters they carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline import languages
from dateline.mark.parse import Parsed, Piece
from dateline.mark.statements.content import (
    after_colon,
    around_bracketed,
    before_trailing,
    content_of,
    late_clause,
    named,
    rest,
    runs_of,
)
from dateline.mark.statements.speakers import PASSIVE_SPEAKERS, PERSUADES, beside, relay, set_off, subject
from dateline.trees import Token


@dataclass(frozen=True)
class Verb:
    """An entry of cue_verbs.txt."""

    force: str
    frames: frozenset[str]


_MADE_KNOWN = Verb("speech", frozenset({"that"}))
_KNOWN = frozenset({"know", "known", "clear", "plain", "understand", "understood", "record"})
_OPENERS = frozenset({"for", "of", "about", "to", "as", "on", "over", "against"})  # what opens the matter of a call, a demand
_SUPPOSES = frozenset({"if", "unless", "whether", "lest"})
# verbs whose infinitive was not done, besides those by which somebody is made to do it
_LEFT_UNDONE = frozenset({
    "agree", "avoid", "decline", "expect", "fail", "hesitate", "hope", "intend", "mean", "need", "offer", "plan", "pledge",
    "prepare", "promise", "refuse", "seek", "threaten", "vow", "want", "wish",
})  # fmt: skip
_MAKES = frozenset({"make", "let", "give", "go"})


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
    real: bool = True  # it was said, and not only asked for, feared or supposed


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
    for token in piece.tokens:
        if token.i in quoted:
            continue
        if token.lower_ == "according" and token.i + 1 < len(piece.doc) and token.nbor().lower_ == "to":
            cue = _according(piece, token, token.nbor())
        elif token.lower_ == "per" and token.pos_ == "ADP":
            cue = _according(piece, token, token) if any(t.pos_ == "PROPN" for t in token.children) else None
        elif made := _made_known(token):
            cue = _verbal(piece, token, _MADE_KNOWN, quoted, made)
        elif token.pos_ in ("VERB", "AUX") and (verb := lexicon.get(token.lemma_.lower())):
            cue = _verbal(piece, token, verb, quoted)
        elif token.pos_ == "NOUN" and (force := nouns.get(token.lemma_.lower())):
            cue = _nominal(piece, token, force) or _quoting(piece, token, force, quoted)
        else:
            cue = _wording(piece, token)
        if cue:
            yield cue


def _inside(piece: Piece, ranges: list[tuple[int, int]]) -> frozenset[int]:
    """Tokens that start in one of the ordered ranges."""
    found, at = set(), 0
    for token in piece.tokens if ranges else ():
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


def _made_known(token: Token) -> Token | None:
    """The "make" or "let" of 'made it clear that', 'let it be known that', 'gave to understand that'."""
    if token.lemma_.lower() not in _KNOWN:
        return None
    holder = token
    for _ in range(2):
        holder = holder.head
        if holder.lemma_.lower() in _MAKES:
            return holder if holder.i < token.i else None
    return None


def _verbal(piece: Piece, token: Token, verb: Verb, quoted: frozenset[int], acts: Token | None = None) -> Cue | None:
    """`acts`: the verb whose subject speaks, where that is another than the cue."""
    frames = verb.frames
    if "whom" in frames and token.tag_ == "VBN" and token.dep_ == "advcl" and all(c.i > token.i for c in token.children):
        return None  # "Asked whether ...": who asked is not said
    passive = token.lemma_ in PASSIVE_SPEAKERS and any(c.dep_ == "auxpass" for c in token.children)
    parts = [] if passive else list(content_of(token, frames))
    content = [t for part in parts for t in part]
    if "as" in frames and frames.isdisjoint({"np", "that"}) and len(parts) == 1 and content and content[0].dep_ != "prep":
        content = named(token, content, quoted)
    who = subject(acts or token, quoted)
    if who is None or who.i in quoted:
        who = beside(token, quoted)
    if who is None and (turned := _inverted(token, quoted)) is not None:
        who, content = turned, []
    if "nobody" in frames:
        who = None
    runs = runs_of(piece, content)
    clause = any(c.dep_ == "ccomp" for c in token.children)
    if "that" in frames and who is not None and who.i < token.i:
        if not clause and frames.isdisjoint({"np", "whom"}) and (after := rest(token)):
            runs, clause = runs_of(piece, after), True
        if token.i + 1 not in quoted and (before := before_trailing(token, who)):
            runs, clause = runs_of(piece, before), True
    if "that" in frames and who is not None and token.i + 1 not in quoted and (spoken := _spoken(piece, token, who, bool(runs))):
        runs, clause = spoken, True
    if (name := set_off(token, who)) is not None:
        who, runs = name, tuple(run for run in runs if run[0] > piece.offset + token.idx)
    return Cue(*_range(piece, token), verb.force, who, runs, piece, token, relay(token), clause, "as" in frames, _real(token))


def _real(token: Token) -> bool:
    """Whether a verb tells that something was said: not 'if Oslo said', 'urged him to say', 'will say', 'did not say'."""
    if any(c.i < token.i and (c.dep_ == "neg" or c.tag_ == "MD") for c in token.children):
        return False
    if any(c.dep_ == "mark" and c.lower_ in _SUPPOSES for c in token.children):
        return False
    asked = token.dep_ == "xcomp" and any(c.tag_ == "TO" for c in token.children)
    return not asked or token.head.lemma_.lower() not in PERSUADES | _LEFT_UNDONE


def _inverted(token: Token, quoted: frozenset[int]) -> Token | None:
    """The object that is really the subject of a cue after quoted words: '"Never!" promised Petrov'."""
    before = token.nbor(-1) if token.i else None
    if before is None or not (before.is_quote or before.i in quoted or (before.text == "," and token.i - 2 in quoted)):
        return None
    return next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i and c.i not in quoted), None)


def _spoken(piece: Piece, token: Token, who: Token, found: bool) -> tuple[tuple[int, int], ...]:
    """What a cue's place alone tells that it carries, where the parse does not: the words around, after "that" or after a colon."""
    if around := around_bracketed(piece, token, who, found=found):
        return around
    return () if found else runs_of(piece, late_clause(token) or after_colon(token))


def _range(piece: Piece, token: Token) -> tuple[int, int]:
    return piece.offset + token.idx, piece.offset + token.idx + len(token.text)


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
    return Cue(*_range(piece, token), force, who, runs_of(piece, clause.subtree), piece, token, clause=True)


def _quoting(piece: Piece, token: Token, force: str, quoted: frozenset[int]) -> Cue | None:
    """'Petrov's call for "calm"', 'the demand by Oslo for a "full account"': whose noun of speech quoted words hang on."""
    content = next((c for c in token.children if c.i > token.i and c.lower_ in _OPENERS), None)
    if content is None or not any(t.i in quoted for t in content.subtree):
        return None
    who = next((c for c in token.children if c.dep_ == "poss" or (c.dep_ == "compound" and c.pos_ == "PROPN")), None)
    if who is None:
        who = next((g for c in token.children if c.lower_ in ("by", "from") for g in c.children if g.dep_ == "pobj"), None)
    if who is None:
        return None
    return Cue(*_range(piece, token), force, who, runs_of(piece, content.subtree), piece, token, words=True)


def _according(piece: Piece, token: Token, to: Token) -> Cue | None:
    """'S, according to X', 'Per X, S': its sentence but for the phrase where that stands at an edge, else the clause it is in."""
    who = next((t for t in to.children if t.dep_ == "pobj"), None)
    if who is None:
        who = next((t for t in token.doc[to.i + 1 : token.sent.end] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if who is None:
        return None
    own = {t.i for t in token.subtree} | {t.i for t in who.subtree} | {token.i, to.i}
    doc, sent = token.doc, token.sent
    commas = [i for i in own if i > who.i and doc[i].text == ","]
    if commas and max(own) + 1 < sent.end and doc[max(own) + 1].pos_ in ("AUX", "VERB"):
        own = {
            i for i in own if i < max(commas)
        }  # "According to X, the talks failed": no apposition, but the next clause's subject
    first, last = min(own), max(own)
    if first <= sent.start + 1 or last + 2 >= sent.end:
        content = [t for t in sent if t.i not in own and not first <= t.i <= last]
    else:
        content = [t for t in token.head.subtree if t.i not in own]
        if len(content) < 4:
            content = list(doc[sent.start : first])
    start = piece.offset + token.idx
    return Cue(start, piece.offset + to.idx + 2, "speech", who, runs_of(piece, content), piece, token, clause=True)


def _wording(piece: Piece, token: Token) -> Cue | None:
    """'in X's words', 'in the words of X', 'as X put it'."""
    if token.lower_ == "put" and any(c.lower_ == "it" and c.i == token.i + 1 for c in token.children):
        putter = subject(token) if any(c.lower_ == "as" for c in token.lefts) else None
        return Cue(*_range(piece, token), "speech", putter, (), piece, token) if putter is not None else None
    if token.lower_ != "words" or token.dep_ != "pobj" or token.head.lower_ != "in":
        return None
    who = next((c for c in token.children if c.dep_ == "poss"), None)
    if who is None:
        who = next((g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
    return Cue(*_range(piece, token), "speech", who, (), piece, token) if who is not None else None
