"""An item of a format becomes a report: roles for its pieces, its facts, its language, its id."""

from __future__ import annotations

from pathlib import PurePath

from dateline.ids import content_id
from dateline.read import blocks, metadata
from dateline.read.item import Item, Piece
from dateline.read.one_line import RoleWhy
from dateline.read.outlets import Line
from dateline.read.tongue import UNKNOWN, language
from dateline.records import Block, BlockRole, Report
from dateline.spans import Span


def report(item: Item) -> Report:
    """The report in `item`: every piece of its text becomes a block, in order."""
    found = _roles(item)
    lines: list[Line] = [(item.text[p.start : p.end], role, why) for p, (role, why) in zip(item.pieces, found, strict=True)]
    facts = metadata.facts(item, lines)
    ident = content_id("r", PurePath(item.name).name, item.text if item.original is None else item.original)
    read = " ".join(words for words, role, _ in lines if role in ("body", "turn")) or item.text
    told = language(read)
    return Report(
        id=ident,
        source=item.name,
        text=item.text,
        original=item.original,
        runs=item.runs,
        outlet=facts.outlet,
        title=facts.title,
        byline=facts.byline,
        language=told if told != UNKNOWN else item.language or UNKNOWN,
        kind=facts.kind,
        published=facts.published,
        origin=facts.origin,
        blocks=tuple(Block(Span(ident, p.start, p.end), role, why) for p, (role, why) in zip(item.pieces, found, strict=True)),
    )


def _roles(item: Item) -> list[RoleWhy]:
    """Roles that the format knows stand; the line grammar gives the rest theirs, from the lines inside the report alone."""
    inside = [piece for piece in item.pieces if piece.role in ("", "body")]
    chosen = any(piece.role == "title" for piece in item.pieces) and any(piece.role == "furniture" for piece in item.pieces)
    told = iter(blocks.roles([item.text[piece.start : piece.end] for piece in inside], item.title, chosen=chosen))
    return [next(told) if piece.role in ("", "body") else (_role(piece), piece.why) for piece in item.pieces]


def _role(piece: Piece) -> BlockRole:
    known: tuple[BlockRole, ...] = ("title", "byline", "dateline", "subhead", "turn", "caption", "repeat")
    return next((role for role in known if role == piece.role), "furniture")
