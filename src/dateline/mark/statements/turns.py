"""Turns of transcripts and interviews: labelled ones, and dash lines by alternation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.languages.en import turns
from dateline.mark.parse import Parsed, Piece
from dateline.mark.statements.content import clause
from dateline.mark.statements.found import WORD, Carried, Found, Who, who
from dateline.mark.statements.quotation import outermost, quotations, stands_alone
from dateline.mark.statements.speakers import subject
from dateline.records import Block


def turn(parsed: Parsed, block: Block, state: Carried) -> list[Found]:
    """A turn's words: the quotations after its label, or all that follows it."""
    text, start, end = parsed.report.text, block.span.start, block.span.end
    label = turns.label(parsed.text[start:end])
    words = start + label.words_start if label else start
    speaker: Who | None = None
    if label is not None and label.name_end > label.name_start:
        first, last = start + label.name_start, start + label.name_end
        speaker = Who(first, last, first)
        _speaks(state, _key(text[first:last]), speaker)
    elif label is not None and label.goes_on:
        speaker = state.last.speaker if state.last else None
    elif len(state.dialogue) == 2:
        key, speaker = state.dialogue[0]
        _speaks(state, key, speaker)
    quoted = [q for q in outermost(quotations(text, words, end)) if not q.single]
    spans = [(q.start, q.end) for q in quoted] if quoted and quoted[0].outer_start <= words + 1 else [(words, end)]
    if quoted and len(quoted) > 1 and spans[0] != (words, end):
        spans = [s for s, q in zip(spans, quoted, strict=True) if stands_alone(text, q, words, end) or q is quoted[0]]
    cue = (speaker.start, speaker.end) if speaker is not None and label and label.name_end > label.name_start else None
    out = []
    for first, last in spans:
        while last > first and text[last - 1].isspace():
            last -= 1
        while first < last and text[first].isspace():
            first += 1
        if last > first:
            out.append(Found(first, last, "turn", "speech", cue, speaker))
    if out:
        state.last = out[-1]
    return out


def actor(pieces: Sequence[Piece]) -> Who | None:
    """Who acts, by name, in a paragraph's last sentence: its subject, the name beside that, or a name it ends with."""
    sentences = [(piece, sentence) for piece in pieces for sentence in piece.doc.sents if len(sentence) > 2]
    if not sentences:
        return None
    piece, sentence = sentences[-1]
    head = subject(sentence.root)
    names = [head, *(t for t in clause(head) if t.dep_ == "appos")] if head is not None else []
    last = next((t for t in reversed(list(sentence)) if t.is_alpha), None)
    if last is not None and last.dep_ != "pobj":
        names.append(last)
    name = next((t for t in names if t.pos_ == "PROPN"), None)
    return who(piece, name) if name is not None else None


def interview(found: list[Found], first: int, scene: Who | None) -> None:
    """A dialogue with dashes alone, the `found` from `first` on, that a question opens: whom the scene shows answers."""
    lines = found[first:]
    if scene is not None and len(lines) > 1 and all(one.speaker is None for one in lines):
        for index in range(first + 1, len(found), 2):
            found[index] = replace(found[index], speaker=scene)


def meet(parsed: Parsed, found: list[Found], state: Carried, other: Who) -> None:
    """The first named speaker of a dialogue makes whom the scene shows, if somebody else, the one who opened it with a dash."""
    text, scene = parsed.report.text, state.scene
    if scene is None or set(_key(text[scene.start : scene.end]).split()) & set(_key(text[other.start : other.end]).split()):
        return
    index = len(found) - 1
    while index >= 0 and found[index].kind == "turn" and found[index].speaker is None and found[index].start > scene.end:
        found[index] = replace(found[index], speaker=scene)
        index -= 1
    if index < len(found) - 1:
        state.dialogue.insert(0, (_key(text[scene.start : scene.end]), scene))
    state.scene = None


def _key(name: str) -> str:
    return " ".join(WORD.findall(name.casefold()))


def _speaks(state: Carried, key: str, speaker: Who) -> None:
    state.dialogue = [*[entry for entry in state.dialogue if entry[0] != key][-1:], (key, speaker)]
