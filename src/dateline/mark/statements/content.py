"""The words that a cue carries: clauses, objects and what stands around a cue between commas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.mark.parse import Piece
from dateline.mark.statements.speakers import SUBJECTS
from dateline.trees import Token, TokenSpan

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE_NOUN = frozenset({"compound", "det", "amod", "poss", "nummod", "nmod"})
_OPENS_NOUN = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})

_LONGEST_BRACKET = 6  # tokens after a cue in which the comma stands that closes its bracket
_LATEST_CLAUSE = 12  # tokens after a cue in which its "that" stands
_LATEST_COLON = 8
LONGEST_CLAUSE = 200  # tokens; what hangs together for longer is no sentence of anybody, and costs the square of its length


def clause(head: Token) -> list[Token]:
    """The words under a token, no more than the longest clause."""
    first, last = head.left_edge.i, head.right_edge.i
    return list(head.subtree) if last - first < LONGEST_CLAUSE else list(head.doc[first : first + LONGEST_CLAUSE])


def content_of(token: Token, frames: frozenset[str]) -> Iterator[list[Token]]:
    for child in token.children:
        dep = child.dep_
        if dep == "ccomp" and ("that" in frames or ("as" in frames and child.i > token.i)):
            yield _after_whom(token, clause(child)) if "whom" in frames else clause(child)
        elif dep == "xcomp":
            marked = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            if ("to" in frames and marked) or ("as" in frames and not marked):
                yield clause(child)
        elif dep in ("dobj", "attr", "oprd") and (
            not frames.isdisjoint({"np", "as"})
            or (dep == "dobj" and (child.lower_ in ("what", "which") or ("whom" not in frames and _lost_subject(token, child))))
        ):
            yield clause(child)
        elif dep == "prep" and child.lower_ != "as" and (child.lower_ in frames or (child.lower_ == "to" and "to_np" in frames)):
            yield [t for c in child.children if c.dep_ in ("pobj", "pcomp") for t in clause(c)]
        elif dep == "prep" and child.lower_ == "as" and not frames.isdisjoint({"as", "np"}):
            yield [t for c in child.children for t in clause(c)]


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


def rest(token: Token) -> list[Token]:
    """What follows a cue whose clause has no 'that' and was misread as an object: 'He added the invitation is a good gesture'."""
    rest = list(token.doc[token.i + 1 : min(token.sent.end, token.i + LONGEST_CLAUSE)])
    if not rest or rest[0].pos_ not in _OPENS_NOUN or (rest[0].dep_ == "nsubj" and rest[0].head == token):
        return []
    finite = next((n for n, t in enumerate(rest[:12]) if n and t.tag_ in _FINITE), 0)
    return rest if finite and all(t.text != "," for t in rest[:finite]) else []


def named(token: Token, content: list[Token], quoted: frozenset[int]) -> list[Token]:
    """'called him "a fool"', 'called for talks': an object alone ('called the minister') says nothing."""
    if any(c.dep_ in ("oprd", "xcomp", "ccomp") or (c.dep_ == "prep" and c.i < content[0].i) for c in token.children):
        return content
    last = max(t.i for t in content)
    ahead = [t.i for t in token.doc[last + 1 : last + 4] if t.i in quoted]
    return [*content, *token.doc[last + 1 : ahead[-1] + 1]] if ahead else content if any(t.i in quoted for t in content) else []


def runs_of(piece: Piece, tokens: Iterable[Token]) -> tuple[tuple[int, int], ...]:
    """Contiguous stretches of tokens as report offsets, without white space, commas and dashes at their edges."""
    out: list[tuple[int, int]] = []
    stretch: list[Token] = []
    for token in [*sorted(set(tokens), key=lambda t: t.i), None]:
        if token is not None and (not stretch or token.i == stretch[-1].i + 1):
            stretch.append(token)
            continue
        while stretch and (stretch[0].is_space or stretch[0].text in ",;:-—–" or (out and stretch[0].dep_ == "cc")):
            stretch.pop(0)
        while stretch and (stretch[-1].is_space or stretch[-1].text in ",;:-—–."):
            stretch.pop()
        if any(t.is_alpha or t.like_num for t in stretch):
            out.append((piece.offset + stretch[0].idx, piece.offset + stretch[-1].idx + len(stretch[-1].text)))
        stretch = [token] if token is not None else []
    return tuple(out)


def before_trailing(token: Token, who: Token) -> list[Token]:
    """All of the sentence before 'X said on Tuesday' at its end, however the parser hung the parts together."""
    sent, doc = token.sent, token.doc
    if token.tag_ not in ("VBD", "VBZ", "VBP") or not who.i < token.i or sent.end - token.i > 9:
        return []
    if any(c.i > token.i and c.dep_ in ("dobj", "ccomp", "xcomp", "oprd", "acomp") for c in token.children):
        return []
    left = min([t.i for t in who.lefts if t.dep_ in _BEFORE_NOUN], default=who.i)
    left = min([t.i for t in doc[left].subtree if t.i <= left], default=left)
    start = _true_start(sent)
    if left - 1 <= start or doc[left - 1].text != "," or any(t.tag_ in _FINITE for t in doc[who.i + 1 : token.i]):
        return []
    before = list(doc[start : left - 1])
    return before if any(t.tag_ in _FINITE for t in before) else []


def _true_start(sent: TokenSpan) -> int:
    """Where a sentence begins that the parser broke off inside: after a full stop, or at the head of its text."""
    start, doc = sent.start, sent.doc
    while start and sent.end - start < LONGEST_CLAUSE and not doc[start - 1].is_space and doc[start - 1].text[-1] not in ".?!\"':;":
        start = doc[start - 1].sent.start
    return start


def around_bracketed(piece: Piece, token: Token, who: Token, *, found: bool) -> tuple[tuple[int, int], ...]:
    """The sentence around a cue that stands between commas or at its end: 'The plan, he said, was good'.

    `found`: whether the parse gives the cue something to carry; then only "It was, he told friends, a mistake" counts.
    """
    doc, sent = token.doc, token.sent
    first = min(who.left_edge.i, *(c.i for c in token.lefts), token.i)
    if first > sent.start and doc[first - 1].text == "," and token.head.i < first and who.tag_ not in ("WP", "WDT"):
        last = next((t.i for t in doc[token.i + 1 : token.i + _LONGEST_BRACKET] if t.text == ","), None)
        if last is not None and not any(t.tag_ in _FINITE or t.lower_ == "that" for t in doc[token.i + 1 : last]):
            return runs_of(piece, [t for t in sent if not first <= t.i <= last][:LONGEST_CLAUSE])
    if found:
        return ()
    cue = {t.i for t in clause(token)} if token.head != token else set()
    while cue and doc[min(cue)].is_quote:
        cue.discard(min(cue))
    if not cue:
        first = min(token.i, who.i)
        if first > sent.start and doc[first - 1].text == ",":
            return runs_of(piece, [t for t in sent if t.i < first - 1])
        return ()
    if token.dep_ not in ("parataxis", "ccomp", "advcl", "dep", "conj"):
        return ()
    first, last = min(cue), max(cue)
    opened = first > sent.start and (doc[first].text in ",-—–" or doc[first - 1].text in ',-—–"')
    closed = last + 1 >= sent.end or doc[last].text in ",.—–" or doc[last + 1].text in (",", ".", "-", "—", "–")
    if not (opened and closed) or last - first > 12 or token.dep_ == "conj" or token.head.i > token.i + 60:
        return ()
    return runs_of(piece, [t for t in token.head.subtree if t.i not in cue])


def late_clause(token: Token) -> list[Token]:
    """A "that" clause that the parser hung elsewhere: 'said before he left that he was content'."""
    after = token.doc[token.i + 1 : min(token.sent.end, token.i + _LATEST_CLAUSE)]
    that = next((t for t in after if t.lower_ == "that" and t.tag_ in ("IN", "WDT")), None)
    between = token.doc[token.i + 1 : that.i] if that is not None else ()
    if that is None or that.dep_ in SUBJECTS or that.head.i < token.i:
        return []
    if any(t.text in ";:" for t in between) or (between and between[-1].pos_ in ("VERB", "AUX")):
        return []
    clause = list(token.doc[that.i : min(token.sent.end, that.i + LONGEST_CLAUSE)])
    return clause if any(t.tag_ in _FINITE for t in clause[1:]) else []


def after_colon(token: Token) -> list[Token]:
    """The sentence after a colon that a cue opens: 'Petrov answered calmly: he would wait'."""
    doc, sent = token.doc, token.sent
    colon = next((t.i for t in doc[token.i + 1 : min(sent.end, token.i + _LATEST_COLON)] if t.text == ":"), None)
    if colon is None or token.tag_ not in _FINITE or any(t.tag_ in _FINITE for t in doc[token.i + 1 : colon]):
        return []
    clause = list(doc[colon + 1 : min(sent.end, colon + 1 + LONGEST_CLAUSE)])
    return clause if not any(t.is_quote for t in clause[:1]) and any(t.tag_ in _FINITE for t in clause) else []
