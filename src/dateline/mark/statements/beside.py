"""Who speaks quoted words that no cue's clause holds: a cue or a label beside them, who acts around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.languages.en import turns
from dateline.mark.parse import Parsed, Piece
from dateline.mark.statements.cues import Cue, verbs
from dateline.mark.statements.found import WORD, Found, Who, who
from dateline.mark.statements.quotation import Quotation
from dateline.mark.statements.speakers import quoting_subject, subject
from dateline.trees import Token

_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[A-Z\u00c0-\u00dd])|\n")
_LONGEST_OPENING = 14  # tokens of a speaker between a cue that opens a sentence and the words
_LONGEST_TOLD = 30  # tokens of what a clause quotes without saying that it was said
_FARTHEST_CUE = 160  # characters between quoted words and a cue in the same sentence
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Maj|Prof|St|Jr|Sr|Rev|Hon|U\.S|U\.N|No|vs)\.$")


def breaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets."""
    ends = _SENTENCE_END.finditer(text, start, end)
    return any(not _ABBREVIATION.search(text, max(start, found.start() - 6), found.start() + 1) for found in ends)


def cue_after(text: str, known: Sequence[Cue], q: Quotation, ceiling: int) -> Cue | None:
    """'"...," said X' and '"...," X said': the first speech cue after the words, in the same sentence."""
    if text[q.end - 1] in ".\u2026" and text[q.outer_end : q.outer_end + 2].strip()[:1].isupper():
        return None
    for index in range(bisect_left(known, q.outer_end, key=_start), len(known)):
        cue = known[index]
        if cue.start >= min(ceiling, q.outer_end + _FARTHEST_CUE):
            return None
        if cue.force != "view":
            gap = text[q.outer_end : cue.start]
            if breaks(text, q.outer_end, cue.start) or "." in gap.strip()[:1] or not _opens_cue(text, q, gap):
                return None
            return cue
    return None


def _start(cue: Cue) -> int:
    return cue.start


def _opens_cue(text: str, q: Quotation, gap: str) -> bool:
    """Quoted words run into their cue with a comma, a question or exclamation mark, a dash, or nothing but a short subject."""
    return text[q.end - 1] in ",?!-\u2014\u2013" or gap.lstrip()[:1] in (",", "-", "\u2014", "\u2013") or len(gap) < 40


def cue_before(text: str, known: Sequence[Cue], q: Quotation, floor: int) -> Cue | None:
    """'X said: "..."', 'X said, "..."', 'X said "..."'."""
    before = text[max(floor, q.outer_start - 3) : q.outer_start].rstrip()[-1:]
    for index in reversed(range(bisect_left(known, q.outer_start, key=_start))):
        cue = known[index]
        if cue.start < floor or q.outer_start - cue.end >= _FARTHEST_CUE:
            return None
        if cue.end <= q.outer_start:
            if breaks(text, cue.end, q.outer_start):
                return None
            near = cue.token.lower_ == "words" or not WORD.search(text, cue.end, q.outer_start)
            if before in (":", ",") or near:
                return cue if cue.force != "view" or before == ":" else None
    return None


def bare_cue(text: str, pieces: Sequence[Piece], q: Quotation) -> Found | None:
    """'"Never!" the envoy thundered', '- Petrov: "..."': the place after or before the words makes a verb or a name a cue."""
    if text[q.end - 1] in ",?!\u2014-" or text[q.outer_end : q.outer_end + 1] == ",":
        for piece, token in _token_at(pieces, q.outer_end + 1):
            heads = quoting_subject(token)
            if heads is not None:
                verb, head = heads
                start = piece.offset + verb.idx
                return Found(0, 0, "direct", "speech", (start, start + len(verb.text)), who(piece, head))
    opening = _opened(text, pieces, q)
    if opening is not None:
        return opening
    colon = text.rfind(":", max(0, q.outer_start - 3), q.outer_start)
    if colon > 0 and not text[colon + 1 : q.outer_start].strip():
        for piece, token in _token_at(pieces, colon - 1):
            if token.pos_ == "PROPN":
                return Found(0, 0, "direct", "speech", (colon, colon + 1), who(piece, token))
    return None


def _opened(text: str, pieces: Sequence[Piece], q: Quotation) -> Found | None:
    """'Replied the envoy, Ivan Petrov: "..."': a cue that opens its sentence, whatever the parser makes of it."""
    link = max(text.rfind(mark, max(0, q.outer_start - 3), q.outer_start) for mark in ",:")
    if link < 0 or text[link + 1 : q.outer_start].strip():
        return None
    for piece, first in _token_at(pieces, link):
        verb = piece.doc[first.sent.start]
        before = [t for t in piece.doc[verb.i + 1 : first.i + 1] if piece.offset + t.idx < q.outer_start]
        names = [t for t in before[:_LONGEST_OPENING] if t.pos_ == "PROPN"]
        if (
            _past(verb.text, piece.doc.lang_)
            and names
            and len(before) <= _LONGEST_OPENING
            and not any(t.tag_ in ("VBD", "VBZ") for t in before)
        ):
            head = names[-1]
            start = piece.offset + verb.idx
            whole = Who(piece.offset + names[0].idx, piece.offset + head.idx + len(head.text), piece.offset + head.idx)
            return Found(0, 0, "direct", "speech", (start, start + len(verb.text)), whole)
    return None


def _past(word: str, language: str) -> bool:
    """Whether a word with a capital is the past of a verb of speech: "Replied"."""
    lower, lexicon = word.lower(), verbs(language)
    forms = ("say",) if lower == "said" else (lower.removesuffix("ed"), lower.removesuffix("d"), lower.removesuffix("ied") + "y")
    return word[:1].isupper() and any((found := lexicon.get(form)) is not None and found.force == "speech" for form in forms)


def told(text: str, pieces: Sequence[Piece], q: Quotation) -> Found | None:
    """'Petrov stayed away "out of duty"': who does what a clause tells is taken to have said the words that it quotes."""
    for piece, first in _token_at(pieces, q.start):
        words = list(piece.doc[first.i : first.i + _LONGEST_TOLD])
        inside = [t for t in words if piece.offset + t.idx < q.end]
        head = next((t for t in inside if not q.start <= piece.offset + t.head.idx < q.end), None)
        if not q.closed or sum(t.is_alpha for t in inside) < 2 or len(inside) == len(words) or head is None:
            return None
        titled = all(t.text[0].isupper() for t in inside if len(t.text) > 3)
        if titled or head.dep_ in ("compound", "amod", "nmod", "poss", "appos"):
            return None  # a term, or a title
        quoted = frozenset(t.i for t in inside)
        verb = next((t for t in (head, *head.ancestors) if t.pos_ in ("VERB", "AUX") and t.i not in quoted), None)
        verb = _stated(verb) if verb is not None else None
        doer = subject(verb, quoted) if verb is not None else None
        if verb is None or doer is None or verb.lemma_ in ("be", "have"):
            return None
        if doer.i < inside[0].i and doer.sent.start == first.sent.start:
            start = piece.offset + verb.idx
            cue = start, start + len(verb.text)
            return Found(q.outer_start, q.outer_end, "direct", "told", cue, who(piece, doer), (q,), clause=False)
    return None


def _stated(verb: Token) -> Token:
    """The verb of the clause that tells of what may or should be done: 'he named a field where both could take "real steps"'."""
    while verb.dep_ in ("relcl", "ccomp", "advcl", "acl") and any(c.tag_ == "MD" for c in verb.children):
        holder = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if holder is None:
            break
        verb = holder
    return verb


def _token_at(pieces: Sequence[Piece], at: int) -> Iterator[tuple[Piece, Token]]:
    """The token that covers or follows a character of the report."""
    for piece in pieces:
        inside = at - piece.offset
        if len(piece.doc) and 0 <= inside < piece.doc[-1].idx + len(piece.doc[-1].text):
            span = piece.doc.char_span(inside, inside + 1, alignment_mode="expand")
            if span is not None and len(span):
                yield piece, span[0]


def label(parsed: Parsed, start: int, q: Quotation) -> Who | None:
    """'Name: "..."' at the start of a paragraph that is not marked as a turn."""
    line = parsed.report.text[start : q.outer_end]
    found = turns.label(line)
    if found is None or start + found.words_start != q.outer_start or found.name_end == found.name_start:
        return None
    return Who(
        start + found.name_start,
        start + found.name_end,
        _last_word(parsed.report.text, start + found.name_start, start + found.name_end),
    )


def label_inside(parsed: Parsed, start: int, q: Quotation) -> tuple[Who, int] | None:
    """'"NAME: ...' at the start of a paragraph, of a transcript that is quoted as a whole; and where the words begin."""
    text = parsed.report.text
    found = turns.label(text[q.start : q.end]) if not text[start : q.outer_start].strip() else None
    name = text[q.start + found.name_start : q.start + found.name_end] if found else ""
    if found is None or not name.isupper() or text[q.start + found.name_end : q.start + found.words_start].strip() != ":":
        return None
    first = q.start + found.name_start
    return Who(first, first + len(name), _last_word(text, first, first + len(name))), q.start + found.words_start


def _last_word(text: str, start: int, end: int) -> int:
    words = [m.start() for m in WORD.finditer(text, start, end)]
    return words[-1] if words else start


def scene(parsed: Parsed, pieces: Sequence[Piece], q: Quotation, known: Sequence[Cue]) -> Found | None:
    """'Petrov shook his head. "Not today."': who acts in the sentence before speaks."""
    for piece in reversed(pieces):
        for sentence in reversed(list(piece.doc.sents)):
            if piece.offset + sentence.end_char <= q.outer_start and not piece.label:
                head = subject(sentence.root)
                if head is None or head.pos_ not in ("PROPN", "PRON"):
                    return None
                return Found(0, 0, "direct", "speech", None, who(piece, head))
    return None
