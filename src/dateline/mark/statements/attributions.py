"""Attributions of a report: whole stretches of attributed words with their cue and speaker, before mentions are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.mark.parse import READ_ROLES, Parsed, Piece
from dateline.mark.statements.beside import bare_cue, breaks, cue_after, cue_before, label, label_inside, scene, told
from dateline.mark.statements.cues import Cue, cues
from dateline.mark.statements.found import WORD, Carried, Found, FoundKind, who
from dateline.mark.statements.posts import post, signature
from dateline.mark.statements.quotation import Quotation, outermost, quotations, stands_alone
from dateline.mark.statements.sharing import shared_out
from dateline.mark.statements.turns import actor, interview, meet, turn
from dateline.records import Block

_NEXT_QUOTATIONS = 6  # quotations looked ahead for a speaker


def find(parsed: Parsed) -> list[Found]:
    """All attributions in text order: those inside others have `nested` set."""
    double = _double_marks(parsed)
    pieces: dict[int, list[Piece]] = {}
    for piece in parsed.pieces:
        pieces.setdefault(piece.block, []).append(piece)
    found: list[Found] = []
    waiting: list[int] = []  # quotations with no speaker yet, to be given the next paragraph's
    state = Carried()
    retold: list[Found] = []
    lines = 0  # of the dialogue with dashes that goes on
    for number, block in enumerate(parsed.report.blocks):
        if block.role not in READ_ROLES:
            continue
        inside = pieces.get(number, [])
        if block.role == "turn":
            spoken = turn(parsed, block, state)
            for one in spoken:
                if one.cue is not None and state.scene and not state.dialogue[:-1] and one.speaker:
                    meet(parsed, found, state, one.speaker)
                found.append(one)
            lines += len(spoken)
            retold.extend(_retold(parsed, block, inside, spoken, double))
            continue
        interview(found, len(found) - lines, state.scene)
        lines = 0
        state.dialogue = []  # a dialogue that the writer breaks off starts anew
        state.scene = actor(inside) if block.role == "body" else None
        here = _prose(parsed, block, inside, state, double)
        if block.role == "body":
            if here and here[0].speaker and waiting:
                for index in waiting:
                    found[index] = replace(found[index], speaker=here[0].speaker, cue=here[0].cue)
            waiting = [len(found) + i for i, f in enumerate(here) if f.speaker is None and f.cue is None]
        found.extend(here)
    interview(found, len(found) - lines, state.scene)
    return _nest([*found, *retold])


def _double_marks(parsed: Parsed) -> bool:
    """Whether the report quotes with double marks more than with single ones, which then hold names, titles and others' words."""
    double = single = 0
    for block in parsed.report.blocks:
        if block.role in ("body", "turn"):
            for q in outermost(quotations(parsed.report.text, block.span.start, block.span.end)):
                words = len(WORD.findall(parsed.report.text, q.start, q.end))
                double, single = double + (not q.single), single + (q.single and words > 3)
    return double >= single


# ---------------------------------------------------------------- prose


def _retold(parsed: Parsed, block: Block, pieces: Sequence[Piece], spoken: Sequence[Found], double: bool) -> Iterator[Found]:
    """What a speaker in a turn says that others said: 'Moscow calls that nonsense and says it will answer'."""
    for one in _prose(parsed, block, pieces, Carried(), double):
        inside = any(t.start <= one.start and one.end <= t.end and one.end - one.start < t.end - t.start for t in spoken)
        if inside and one.cue is not None and one.speaker is not None:
            yield replace(one, retold=True)


def _prose(parsed: Parsed, block: Block, pieces: Sequence[Piece], state: Carried, double: bool) -> list[Found]:
    text, start, end = parsed.report.text, block.span.start, block.span.end
    if block.role in ("body", "caption") and (posted := post(text, start, end)) is not None:
        return [posted]
    quoted = outermost(quotations(text, start, end))
    if double and block.role != "title":
        quoted = [q for q in quoted if not q.single]
    hidden = [(q.outer_start, q.outer_end) for q in quoted]
    known = shared_out(text, [list(cues(parsed, piece, hidden)) for piece in pieces if not piece.label])
    found: list[Found] = []
    owner: dict[int, Found] = {}
    for cue in known:
        for run in (_without_speaker(text, cue, run, quoted) for run in _joined(cue.runs, quoted)):
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
            announced = text[max(start, q.outer_start - 3) : q.outer_start].rstrip().endswith(":")
            nearer = cue_before(text, known, q, previous.start) if announced else None
            if nearer is not None and previous.cue is not None and nearer.start > previous.cue[0] and nearer.speaker is not None:
                found.append(replace(_attribution(text, nearer, (q.outer_start, q.outer_end), (q,)), words=True))
            continue
        if previous is not None and (longer := _continued(text, previous, q)) is not None:
            found[_place(found, previous)] = owner[q.outer_start] = longer
            owner.update({part.outer_start: longer for part in longer.quoted})
            previous = longer
            continue
        floor = quoted[index - 1].outer_end if index else start
        ceiling = quoted[index + 1].outer_start if index + 1 < len(quoted) else end
        one: Found | None = None
        near = cue_after(text, known, q, ceiling) or cue_before(text, known, q, floor)
        if near is not None:
            one = _attribution(text, near, (q.outer_start, q.outer_end), (q,))
        elif (named := label(parsed, start, q)) is not None:
            one = Found(q.outer_start, q.outer_end, "direct", "speech", (q.outer_start - 1, q.outer_start), named, (q,))
        elif (inner := label_inside(parsed, start, q)) is not None:
            one = Found(
                inner[1], q.end, "direct", "speech", (inner[0].start, inner[0].end), inner[0], (replace(q, start=inner[1]),)
            )
        elif (signer := signature(text, q)) is not None:
            one = Found(q.outer_start, q.outer_end, "direct", "speech", (signer.start, signer.end), signer, (q,))
        elif (bare := bare_cue(text, pieces, q)) is not None:
            one = replace(bare, start=q.outer_start, end=q.outer_end, quoted=(q,))
        elif stands_alone(text, q, start, end):
            one = _standing(
                parsed, block, pieces, q, previous, state, owner, quoted[index + 1 : index + 1 + _NEXT_QUOTATIONS], known
            )
        elif block.role == "body":
            one = told(text, pieces, q)
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
        real=cue.real,
    )


def _continued(text: str, one: Found, q: Quotation) -> Found | None:
    """'"A," and "B"', '"A" to "B"': the second part belongs to the attribution that holds the first."""
    if not one.quoted or one.quoted[-1].outer_end != one.end or q.outer_start - one.end > 24:
        return None
    words = WORD.findall(text, one.end, q.outer_start)
    if not 1 <= len(words) <= 3:
        return None
    if words[0].lower() not in ("and", "or", "but", "to") or breaks(text, one.end - 1, q.outer_start):
        return None
    return replace(one, end=q.outer_end, kind="mixed" if one.kind == "mixed" else "direct", quoted=(*one.quoted, q))


def _joined(runs: tuple[tuple[int, int], ...], quoted: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Runs widened to the quotations that they touch, those that then overlap put together."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        for q in _near(quoted, start, end):
            if start < q.end and q.start < end:
                start, end = min(start, q.outer_start), max(end, q.outer_end)
            elif q.outer_start < end <= q.start:
                end = q.outer_start  # half a mark of the next quotation
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return out


def _without_speaker(text: str, cue: Cue, run: tuple[int, int], quoted: Sequence[Quotation]) -> tuple[int, int]:
    """The quotation alone of words that go on to the phrase of their speaker: '"We won," [Finland's envoy, Anna Berg,] said'."""
    inside = _near(quoted, *run)
    if len(inside) != 1 or cue.start < run[1] or inside[0].outer_start != run[0] or inside[0].outer_end >= run[1]:
        return run
    one = inside[0]
    named = cue.speaker is not None and one.outer_end < cue.piece.offset + cue.speaker.idx < run[1]
    return (one.outer_start, one.outer_end) if named and text[one.end - 1] in ",?!" else run


def _near(quoted: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of the quotations, which are in text order and apart from each other, that touch start..end."""
    first = bisect_left(quoted, start, key=lambda q: q.outer_end)
    return quoted[first : bisect_right(quoted, end, key=lambda q: q.outer_start)]


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
            cue = cue_after(text, known, x, block.span.end) or cue_before(text, known, x, floor)
            floor = x.outer_end
            if cue is not None:
                source = _attribution(text, cue, (x.outer_start, x.outer_end), (x,))
                break
    at_start = not text[max(block.span.start, q.outer_start - 200) : q.outer_start].strip()
    if source is None and at_start:
        source = state.announced or state.last
    if source is None and not at_start:
        source = scene(parsed, pieces, q, known)
    one = Found(q.outer_start, q.outer_end, "direct", "speech", None, None, (q,))
    if source is not None:
        one = replace(one, speaker=source.speaker, cue=source.cue, relay=source.relay)
    return one


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
        closing = [c for c in known if c.speaker is not None and not breaks(text, c.end, block.span.end)]
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
