"""Attributions of a report: whole stretches of attributed words with their cue and speaker, before mentions are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dateline.languages.en import turns
from dateline.mark.parse import READ_ROLES, Parsed, Piece
from dateline.mark.statements.cues import Cue, cues
from dateline.mark.statements.found import WORD, Carried, Found, FoundKind, Who, who
from dateline.mark.statements.quotation import Quotation, outermost, quotations, stands_alone
from dateline.mark.statements.speakers import quoting_subject, subject
from dateline.mark.statements.turns import actor, meet, turn
from dateline.records import Block

_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[A-Z\u00c0-\u00dd])|\n")
_NEXT_QUOTATIONS = 6  # quotations looked ahead for a speaker
_FARTHEST_CUE = 160  # characters between quoted words and a cue in the same sentence
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Maj|Prof|St|Jr|Sr|Rev|Hon|U\.S|U\.N|No|vs)\.$")


def find(parsed: Parsed) -> list[Found]:
    """All attributions in text order: those inside others have `nested` set."""
    double = _double_marks(parsed)
    pieces: dict[int, list[Piece]] = {}
    for piece in parsed.pieces:
        pieces.setdefault(piece.block, []).append(piece)
    found: list[Found] = []
    waiting: list[int] = []  # quotations with no speaker yet, to be given the next paragraph's
    state = Carried()
    for number, block in enumerate(parsed.report.blocks):
        if block.role not in READ_ROLES:
            continue
        if block.role == "turn":
            for one in turn(parsed, block, state):
                if one.cue is not None and state.scene and not state.dialogue[:-1] and one.speaker:
                    meet(parsed, found, state, one.speaker)
                found.append(one)
            continue
        state.dialogue = []  # a dialogue that the writer breaks off starts anew
        state.scene = actor(pieces.get(number, [])) if block.role == "body" else None
        here = _prose(parsed, block, pieces.get(number, []), state, double)
        if block.role == "body":
            if here and here[0].speaker and waiting:
                for index in waiting:
                    found[index] = replace(found[index], speaker=here[0].speaker, cue=here[0].cue)
            waiting = [len(found) + i for i, f in enumerate(here) if f.speaker is None and f.cue is None]
        found.extend(here)
    return _nest(found)


def _double_marks(parsed: Parsed) -> bool:
    """Whether the report quotes with double marks: its single marks then only hold names, titles and other people's words."""
    double = single = 0
    for block in parsed.report.blocks:
        if block.role in ("body", "turn"):
            for q in outermost(quotations(parsed.report.text, block.span.start, block.span.end)):
                words = len(WORD.findall(parsed.report.text, q.start, q.end))
                double, single = double + (not q.single), single + (q.single and words > 3)
    return double > 0 or single == 0


# ---------------------------------------------------------------- prose


def _prose(parsed: Parsed, block: Block, pieces: Sequence[Piece], state: Carried, double: bool) -> list[Found]:
    text, start, end = parsed.report.text, block.span.start, block.span.end
    quoted = outermost(quotations(text, start, end))
    if double and block.role != "title":
        quoted = [q for q in quoted if not q.single]
    hidden = [(q.outer_start, q.outer_end) for q in quoted]
    known = [cue for piece in pieces if not piece.label for cue in cues(parsed, piece, hidden)]
    found: list[Found] = []
    owner: dict[int, Found] = {}
    for cue in known:
        for run in _joined(cue.runs, quoted):
            inside = tuple(q for q in _near(quoted, *run) if run[0] < q.end and q.start < run[1])
            held = _attribution(text, cue, run, inside)
            found.append(held)
            for q in inside:
                owner.setdefault(q.outer_start, held)
    if block.role in ("subhead", "caption"):
        return found
    previous: Found | None = None
    for index, q in enumerate(quoted):
        if q.outer_start in owner:
            previous = owner[q.outer_start]
            continue
        if previous is not None and (longer := _continued(text, previous, q)) is not None:
            found[_place(found, previous)] = owner[q.outer_start] = longer
            owner.update({part.outer_start: longer for part in longer.quoted})
            previous = longer
            continue
        floor = quoted[index - 1].outer_end if index else start
        ceiling = quoted[index + 1].outer_start if index + 1 < len(quoted) else end
        one: Found | None = None
        near = _cue_after(text, known, q, ceiling) or _cue_before(text, known, q, floor)
        if near is not None:
            one = _attribution(text, near, (q.outer_start, q.outer_end), (q,))
        elif (label := _label(parsed, start, q)) is not None:
            one = Found(q.outer_start, q.outer_end, "direct", "speech", (q.outer_start - 1, q.outer_start), label, (q,))
        elif (bare := _bare_cue(text, pieces, q)) is not None:
            one = replace(bare, start=q.outer_start, end=q.outer_end, quoted=(q,))
        elif stands_alone(text, q, start, end):
            one = _standing(
                parsed, block, pieces, q, previous, state, owner, quoted[index + 1 : index + 1 + _NEXT_QUOTATIONS], known
            )
        if one is not None:
            found.append(one)
            owner[q.outer_start] = previous = one
    _remember(text, block, quoted, found, known, state)
    return sorted(found, key=lambda f: (f.start, -f.end))


def _place(found: Sequence[Found], one: Found) -> int:
    """Where an attribution stands in the list, most likely near its end."""
    return next(index for index in reversed(range(len(found))) if found[index] is one)


def _attribution(text: str, cue: Cue, run: tuple[int, int], quoted: tuple[Quotation, ...]) -> Found:
    start = min([run[0], *(q.outer_start for q in quoted)])
    end = max([run[1], *(q.outer_end for q in quoted)])
    inside = sum(sum(c.isalnum() for c in text[q.start : q.end]) for q in quoted)
    total = sum(c.isalnum() for c in text[start:end]) if inside else 0
    kind: FoundKind = "indirect" if not inside else "direct" if inside >= 0.95 * total else "mixed"
    relay = who(cue.piece, cue.relay) if cue.relay is not None else None
    speaker = who(cue.piece, cue.speaker) if cue.speaker is not None else None
    scope = cue.piece.offset + cue.token.sent.start_char, cue.piece.offset + cue.token.sent.end_char
    return Found(
        start,
        end,
        kind,
        cue.force,
        (cue.start, cue.end),
        speaker,
        quoted,
        relay,
        clause=cue.clause,
        words=cue.clause or cue.words,
        scope=scope,
    )


def _continued(text: str, one: Found, q: Quotation) -> Found | None:
    """'"A," and "B"', '"A" to "B"': the second part belongs to the attribution that holds the first."""
    if not one.quoted or one.quoted[-1].outer_end != one.end or q.outer_start - one.end > 24:
        return None
    words = WORD.findall(text, one.end, q.outer_start)
    if not 1 <= len(words) <= 3:
        return None
    if words[0].lower() not in ("and", "or", "but", "to") or _breaks(text, one.end - 1, q.outer_start):
        return None
    return replace(one, end=q.outer_end, kind="mixed" if one.kind == "mixed" else "direct", quoted=(*one.quoted, q))


def _joined(runs: tuple[tuple[int, int], ...], quoted: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Runs widened to the quotations that they touch, those that then overlap put together."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        for q in _near(quoted, start, end):
            if start < q.end and q.start < end:
                start, end = min(start, q.outer_start), max(end, q.outer_end)
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return out


def _near(quoted: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of the quotations, which are in text order and apart from each other, that touch start..end."""
    first = bisect_left(quoted, start, key=lambda q: q.outer_end)
    return quoted[first : bisect_right(quoted, end, key=lambda q: q.outer_start)]


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets."""
    ends = _SENTENCE_END.finditer(text, start, end)
    return any(not _ABBREVIATION.search(text, max(start, found.start() - 6), found.start() + 1) for found in ends)


def _cue_after(text: str, known: Sequence[Cue], q: Quotation, ceiling: int) -> Cue | None:
    """'"...," said X' and '"...," X said': the first speech cue after the words, in the same sentence."""
    if text[q.end - 1] in ".\u2026" and text[q.outer_end : q.outer_end + 2].strip()[:1].isupper():
        return None
    for index in range(bisect_left(known, q.outer_end, key=_start), len(known)):
        cue = known[index]
        if cue.start >= min(ceiling, q.outer_end + _FARTHEST_CUE):
            return None
        if cue.force != "view":
            gap = text[q.outer_end : cue.start]
            if _breaks(text, q.outer_end, cue.start) or "." in gap.strip()[:1] or not _opens_cue(text, q, gap):
                return None
            return cue
    return None


def _start(cue: Cue) -> int:
    return cue.start


def _opens_cue(text: str, q: Quotation, gap: str) -> bool:
    """Quoted words run into their cue with a comma, a question or exclamation mark, a dash, or nothing but a short subject."""
    return text[q.end - 1] in ",?!-\u2014\u2013" or gap.lstrip()[:1] in (",", "-", "\u2014", "\u2013") or len(gap) < 40


def _cue_before(text: str, known: Sequence[Cue], q: Quotation, floor: int) -> Cue | None:
    """'X said: "..."', 'X said, "..."', 'X said "..."'."""
    before = text[max(floor, q.outer_start - 3) : q.outer_start].rstrip()[-1:]
    for index in reversed(range(bisect_left(known, q.outer_start, key=_start))):
        cue = known[index]
        if cue.start < floor or q.outer_start - cue.end >= _FARTHEST_CUE:
            return None
        if cue.end <= q.outer_start:
            if _breaks(text, cue.end, q.outer_start):
                return None
            near = cue.token.lower_ == "words" or not WORD.search(text, cue.end, q.outer_start)
            if before in (":", ",") or near:
                return cue if cue.force != "view" or before == ":" else None
    return None


def _bare_cue(text: str, pieces: Sequence[Piece], q: Quotation) -> Found | None:
    """'"Never!" the envoy thundered', '- Petrov: "..."': the place after or before the words makes a verb or a name a cue."""
    if text[q.end - 1] in ",?!\u2014-" or text[q.outer_end : q.outer_end + 1] == ",":
        for piece, token in _token_at(pieces, q.outer_end + 1):
            heads = quoting_subject(token)
            if heads is not None:
                verb, head = heads
                start = piece.offset + verb.idx
                return Found(0, 0, "direct", "speech", (start, start + len(verb.text)), who(piece, head))
    colon = text.rfind(":", max(0, q.outer_start - 3), q.outer_start)
    if colon > 0 and not text[colon + 1 : q.outer_start].strip():
        for piece, token in _token_at(pieces, colon - 1):
            if token.pos_ == "PROPN":
                return Found(0, 0, "direct", "speech", (colon, colon + 1), who(piece, token))
    return None


def _token_at(pieces: Sequence[Piece], at: int) -> Iterator[tuple[Piece, Token]]:
    """The token that covers or follows a character of the report."""
    for piece in pieces:
        inside = at - piece.offset
        if len(piece.doc) and 0 <= inside < piece.doc[-1].idx + len(piece.doc[-1]):
            span = piece.doc.char_span(inside, inside + 1, alignment_mode="expand")
            if span is not None and len(span):
                yield piece, span[0]


def _label(parsed: Parsed, start: int, q: Quotation) -> Who | None:
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


def _last_word(text: str, start: int, end: int) -> int:
    words = [m.start() for m in WORD.finditer(text, start, end)]
    return words[-1] if words else start


def _standing(
    parsed: Parsed, block: Block, pieces: Sequence[Piece], q: Quotation, previous: Found | None, state: Carried,
    owner: dict[int, Found], later: Sequence[Quotation], known: Sequence[Cue],
) -> Found | None:  # fmt: skip
    """A quotation with no cue: who spoke before it in the paragraph, or after it, or in the paragraph before, speaks."""
    text = parsed.report.text
    source: Found | None = None
    if previous is not None and previous.force != "view":
        source = previous
    if source is None:
        coming = next((owner[x.outer_start] for x in later if x.outer_start in owner), None)
        source = coming
    if source is None and later:
        floor = q.outer_end
        for x in later:
            cue = _cue_after(text, known, x, block.span.end) or _cue_before(text, known, x, floor)
            floor = x.outer_end
            if cue is not None:
                source = _attribution(text, cue, (x.outer_start, x.outer_end), (x,))
                break
    at_start = not text[max(block.span.start, q.outer_start - 200) : q.outer_start].strip()
    if source is None and at_start:
        source = state.announced or state.last
    if source is None and not at_start:
        source = _scene(parsed, pieces, q, known)
    one = Found(q.outer_start, q.outer_end, "direct", "speech", None, None, (q,))
    if source is not None:
        one = replace(one, speaker=source.speaker, cue=source.cue, relay=source.relay)
    return one


def _scene(parsed: Parsed, pieces: Sequence[Piece], q: Quotation, known: Sequence[Cue]) -> Found | None:
    """'Petrov shook his head. "Not today."': who acts in the sentence before speaks."""
    for piece in reversed(pieces):
        for sentence in reversed(list(piece.doc.sents)):
            if piece.offset + sentence.end_char <= q.outer_start and not piece.label:
                head = subject(sentence.root)
                if head is None or head.pos_ not in ("PROPN", "PRON"):
                    return None
                return Found(0, 0, "direct", "speech", None, who(piece, head))
    return None


def _remember(
    text: str, block: Block, quoted: Sequence[Quotation], found: Sequence[Found], known: Sequence[Cue], state: Carried
) -> None:
    if block.role != "body":
        return
    spoken = [f for f in found if f.speaker is not None and f.force == "speech"]
    direct = [f for f in spoken if f.kind in ("direct", "mixed")]
    if spoken:
        state.last = max(direct or spoken, key=lambda f: f.start)
    state.open = bool(quoted) and not quoted[-1].closed
    state.announced = None
    tail = text[block.span.start : block.span.end].rstrip()
    if tail.endswith(":"):
        closing = [c for c in known if c.speaker is not None and not _breaks(text, c.end, block.span.end)]
        if closing:
            cue = closing[-1]
            state.announced = _attribution(text, cue, (cue.start, cue.end), ())
            state.last = state.announced


# ---------------------------------------------------------------- overlaps


def _nest(found: Sequence[Found]) -> list[Found]:
    """In text order, equal spans once, crossing ones dropped for the first, inner ones marked."""
    out: list[Found] = []
    holders: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end, f.cue or (0, 0))):
        holders = [f for f in holders if f.end > one.start]
        if any(one.end > f.end or (f.start, f.end) == (one.start, one.end) for f in holders):
            continue
        out.append(replace(one, nested=bool(holders)))
        holders.append(out[-1])
    return out
