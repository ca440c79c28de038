"""A report's text as HTML with the words that facts rest on marked: every character of the text, escaped, once, in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup, escape

from dateline.records import Block, Record, Report

FOLDED = ("furniture", "repeat")
_WHY = {"furniture": "Page furniture", "repeat": "Repeated text"}


class Mark(Record, frozen=True):
    """Characters to mark: `kind` is a CSS class, `title` a few plain words on what they are."""

    start: int
    end: int
    kind: str
    title: str


class _Piece(Record, frozen=True):
    """A part of a mark after crossing marks were cut, so that pieces nest. `first` carries the anchor."""

    start: int
    end: int
    mark: Mark
    first: bool


def anchor(start: int, end: int) -> str:
    """The name of a span on its report's page: it tells the characters."""
    return f"c{start}-{end}"


def marked(report: Report, marks: Sequence[Mark]) -> Markup:
    """The text in its blocks. Furniture and repeats are folded with the reason; marks may nest and overlap."""
    out: list[Markup] = []
    blocks = _covering(report)
    cut = [_pieces(marks, start, end) for start, end, _ in blocks]
    titles = [n for n, (_, _, block) in enumerate(blocks) if block and block.role == "title"]
    seen: set[str] = set()
    for folded, group in groupby(range(len(blocks)), key=lambda n: _folded(blocks[n][2])):
        run = list(group)
        inner = Markup("").join(_block(report.text, *blocks[n], _anchored(cut[n], seen), n in titles[:1]) for n in run)
        why = _reasons([blocks[n][2] for n in run]) if folded else ""
        out.append(Markup('<details class="folded"><summary>{}</summary>{}</details>').format(why, inner) if folded else inner)
    return Markup("").join(out)


def _covering(report: Report) -> list[tuple[int, int, Block | None]]:
    """The whole text cut into blocks and the gaps between them; a block that overlaps the one before begins where that ends."""
    parts: list[tuple[int, int, Block | None]] = []
    at = 0
    for block in sorted(report.blocks, key=lambda b: (b.span.start, b.span.end)):
        start, end = max(at, block.span.start), min(len(report.text), block.span.end)
        if end <= start:
            continue
        if start > at:
            parts.append((at, start, None))
        parts.append((start, end, block))
        at = end
    if at < len(report.text):
        parts.append((at, len(report.text), None))
    return _gaps_join_folds(report.text, parts)


def _gaps_join_folds(text: str, parts: list[tuple[int, int, Block | None]]) -> list[tuple[int, int, Block | None]]:
    """White space between two folded blocks belongs to the fold, so that neighbours fold together."""
    out = list(parts)
    for n in range(1, len(out) - 1):
        start, end, block = out[n]
        before, after = out[n - 1][2], out[n + 1][2]
        if block is None and text[start:end].isspace() and _folded(before) and _folded(after):
            out[n] = (start, end, before)
    return out


def _folded(block: Block | None) -> bool:
    return block is not None and block.role in FOLDED


def _reasons(blocks: Sequence[Block | None]) -> str:
    """What is folded, and the reasons that the blocks give, each once."""
    told = []
    for role, what in _WHY.items():
        of_role = [b for b in blocks if b and b.role == role]
        reasons = [r for r in dict.fromkeys(b.why for b in of_role) if r and r.casefold() != what.casefold()]
        told += [f"{what}: {', '.join(reasons)}" if reasons else what] if of_role else []
    return "; ".join(told)


def _block(text: str, start: int, end: int, block: Block | None, pieces: list[_Piece], heads: bool) -> Markup:
    inner = _nest(text, start, end, pieces)
    if block is None:
        gap = text[start:end]
        return inner if gap.isspace() else Markup('<div class="b gap">{}</div>').format(inner)
    if text[start:end].isspace():
        return inner
    tag = "h1" if heads else "h2" if block.role == "title" else "h3" if block.role == "subhead" else "p"
    return Markup('<{0} class="b {1}">{2}</{0}>').format(Markup(tag), block.role, inner)


def _pieces(marks: Sequence[Mark], start: int, end: int) -> list[_Piece]:
    """Marks inside a block, crossing ones cut so that each piece holds or is apart from every other."""
    inside = [_Piece(max(m.start, start), min(m.end, end), m, True) for m in marks if m.start < end and m.end > start]
    todo = sorted((p for p in inside if p.end > p.start), key=_outer_first, reverse=True)
    done: list[_Piece] = []
    open_: list[_Piece] = []
    while todo:
        piece = todo.pop()
        while open_ and open_[-1].end <= piece.start:
            open_.pop()
        if open_ and open_[-1].end < piece.end:  # it crosses the innermost open mark: the rest begins where that ends
            edge = open_[-1].end
            _put(todo, _Piece(edge, piece.end, piece.mark, False))
            piece = _Piece(piece.start, edge, piece.mark, piece.first)
        done.append(piece)
        open_.append(piece)
    return done


def _outer_first(piece: _Piece) -> tuple[int, int, str, str]:
    return piece.start, -piece.end, piece.mark.kind, piece.mark.title


def _put(todo: list[_Piece], piece: _Piece) -> None:
    at = len(todo)
    while at and _outer_first(todo[at - 1]) < _outer_first(piece):
        at -= 1
    todo.insert(at, piece)


def _anchored(pieces: list[_Piece], seen: set[str]) -> list[_Piece]:
    """Each anchor once: a mark may go on in the next block, and two marks may have the same characters."""
    out = []
    for piece in pieces:
        name = anchor(piece.mark.start, piece.mark.end)
        out.append(_Piece(piece.start, piece.end, piece.mark, piece.first and name not in seen))
        seen.add(name)
    return out


def _nest(text: str, start: int, end: int, pieces: list[_Piece]) -> Markup:
    out: list[str] = []
    ends: list[int] = []
    at = start

    def advance(to: int) -> None:
        nonlocal at
        out.append(str(escape(visible(text[at:to]))))
        at = to

    for piece in pieces:
        while ends and ends[-1] <= piece.start:
            advance(ends.pop())
            out.append("</mark>")
        advance(piece.start)
        name = Markup(' id="{}"').format(anchor(piece.mark.start, piece.mark.end)) if piece.first else ""
        out.append(Markup('<mark class="{}"{} title="{}">').format(piece.mark.kind, name, visible(piece.mark.title)))
        ends.append(piece.end)
    while ends:
        advance(ends.pop())
        out.append("</mark>")
    advance(end)
    return Markup("".join(out))  # every part was escaped above


def visible(text: str) -> str:
    """The text without the characters that HTML cannot hold, one for one."""
    return "".join(
        c if c in "\t\n\r" or not (ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 or 0x7F <= ord(c) < 0xA0) else "\ufffd" for c in text
    )
