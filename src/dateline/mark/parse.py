"""One pass of the parser over a report, with every token still knowing its characters.

Each block that people read is parsed by itself, and the label of a turn apart from its words. Before parsing, characters are
replaced one for one (curly quotation marks, odd spaces) and headlines are put into running case, so offsets never move.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, chain

from dateline import languages
from dateline.mark.events_frames import headline_verbs
from dateline.records import Block, Report
from dateline.spans import Span
from dateline.trees import Doc, Token, TokenSpan

READ_ROLES = frozenset({"title", "subhead", "body", "turn", "caption", "dateline"})
LONGEST_PIECE = 5_000  # characters given to the parser at once; longer blocks are cut, after a sentence if there is one
LONGEST_SENTENCE = 2_500  # characters that a block is cut after where no sentence ends
LONGEST_WORD = 200  # characters; the tokenizer and what works on words take the square of a word's length

_PLAIN = {
    "'": "\u2018\u2019\u201a\u201b\u02bc",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb",
    "-": "\u2010\u2011",
    # spaces of every width, characters of no width, marks of direction
    " ": "\u00a0\u2007\u2009\u200a\u202f\u3000\t\r\n\u200b\u200c\u200d\ufeff"
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}
_SENTENCE_END = re.compile(r"[.!?]['\")\]]{0,3} +(?=['\"(\[]{0,2}[^\W\d_a-z])")
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
_CLOSERS = " \"')"
_SAME_WIDTH = str.maketrans({odd: plain for plain, many in _PLAIN.items() for odd in many})
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_BESIDE_DIGITS = re.compile(r"\d(?:st|nd|rd|th)? [^\W\d_]|[^\W\d_]\.? \d")
_INSIDE = re.compile(r"(?<=[a-z,] )([^\W\d_a-z][^\W\d_A-Z]+)")


@dataclass(frozen=True)
class Piece:
    """A parsed run of one block: `doc` starts at character `offset` of the report. `label` marks a turn's speaker label."""

    doc: Doc
    offset: int
    block: int
    label: bool = False

    @property
    def text(self) -> str:
        """The piece's text as parsed."""
        return self.doc.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.doc.tokens

    @cached_property
    def openings(self) -> tuple[int, ...]:
        """For each token how many sentences begin before it, and at the end how many there are."""
        return tuple(accumulate((int(token.i == 0 or bool(token.is_sent_start)) for token in self.tokens), initial=0))


@dataclass(frozen=True)
class Parsed:
    """A report with its parse. `text` is the report's text with same-width characters replaced: equal length, equal offsets."""

    report: Report
    text: str
    pieces: tuple[Piece, ...]

    def span(self, piece: Piece, tokens: TokenSpan | Token) -> Span:
        """Characters of a token or a run of tokens."""
        if isinstance(tokens, Token):
            start, end = tokens.idx, tokens.idx + len(tokens.text)
        else:
            start, end = tokens.start_char, tokens.end_char
        return Span(self.report.id, piece.offset + start, piece.offset + end)

    def sentences(self) -> Iterator[tuple[Piece, TokenSpan]]:
        """Sentences in reading order, labels of turns left out."""
        for piece in self.pieces:
            if not piece.label:
                for sentence in piece.doc.sents:
                    yield piece, sentence

    def piece_at(self, position: int) -> Piece | None:
        """The piece that holds a character of the report."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece.offset) - 1
        piece = self.pieces[index] if index >= 0 else None
        return piece if piece is not None and position < piece.offset + len(piece.text) else None

    def block(self, piece: Piece) -> Block:
        return self.report.blocks[piece.block]


def same_width(text: str) -> str:
    """The text with typographic characters replaced one for one by plain ones."""
    return text.translate(_SAME_WIDTH)


def parse(report: Report) -> Parsed:
    """Parse the blocks that people read in the report's language; blocks in other languages have no pieces."""
    return parse_together([report])[0]


def parse_together(reports: Sequence[Report]) -> list[Parsed]:
    """Parse reports of one language in one call of the parser: a tenth sooner than in a call for each."""
    pack = languages.pack(reports[0].language)
    mend = getattr(pack, "mend", lambda doc: doc)
    texts = [same_width(report.text) for report in reports]
    cuts = [list(_cuts(report, text, pack)) for report, text in zip(reports, texts, strict=True)]
    inputs = chain.from_iterable(_inputs(*given, pack) for given in zip(reports, texts, cuts, strict=True))
    docs = (Doc(mend(doc)) for doc in pack.pipeline().pipe(inputs, batch_size=256))
    return [
        Parsed(report, text, tuple(Piece(next(docs), start, block, label) for start, _, block, label in own))
        for report, text, own in zip(reports, texts, cuts, strict=True)
    ]


def _inputs(report: Report, text: str, cuts: Iterable[tuple[int, int, int, bool]], pack: object) -> Iterator[str]:
    """What the parser gets of each piece."""
    running = _running_words(text, report.blocks)
    common = _common_words(report.language).intersection(map(str.lower, _WORD.findall(text)))
    lowered = running | (common - _proper_words(text, report.blocks))
    return (running_case(text[start:end], lowered, pack) for start, end, _, _ in cuts)


def _cuts(report: Report, text: str, pack: object) -> Iterator[tuple[int, int, int, bool]]:
    """(start, end, block number, is a label) of each piece to parse."""
    from dateline.languages.en import turns  # the label grammar of the pack

    for number, block in enumerate(report.blocks):
        if block.role not in READ_ROLES:
            continue
        start, end = block.span.start, block.span.end
        if block.role == "turn":
            found = turns.label(text[start:end])
            if found:
                yield start, start + found.words_start, number, True
                start += found.words_start
        yield from ((a, b, number, False) for a, b in _chunks(text, start, end))


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The block start..end in parts that the parser takes in bounded time: whole where it can be, else cut between sentences."""
    for stop in (*(m.end() for m in _LONG_WORD.finditer(text, start, end)), end):
        while stop - start > LONGEST_PIECE:
            cut = _cut(text, start)
            yield start, cut
            start = cut
        if stop > start:
            yield start, stop
        start = stop


def _cut(text: str, start: int) -> int:
    """Where to cut a text that is too long: after the last sentence that fits, else at a blank."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start + LONGEST_PIECE // 2, start + LONGEST_PIECE)]
    blank = text.rfind(" ", start, start + LONGEST_SENTENCE)
    return ends[-1] if ends else blank if blank > start else start + LONGEST_SENTENCE


@cache
def _common_words(language: str) -> frozenset[str]:
    return languages.words(language, "common_words") | headline_verbs(language)


def _running_words(text: str, blocks: tuple[Block, ...]) -> frozenset[str]:
    """Words that the report's own running text writes in lower case."""
    found: set[str] = set()
    for block in blocks:
        if block.role in ("body", "turn", "caption"):
            found.update(word for word in _WORD.findall(text[block.span.start : block.span.end]) if word.islower())
    return frozenset(found)


def _proper_words(text: str, blocks: tuple[Block, ...]) -> frozenset[str]:
    """Words in lower case that the running text writes with a capital inside a sentence: "Begin" is a name there."""
    found: set[str] = set()
    for block in blocks:
        if block.role in ("body", "turn", "caption"):
            found.update(m.group(1).lower() for m in _INSIDE.finditer(text[block.span.start : block.span.end]))
    return frozenset(found)


def running_case(text: str, lowered: frozenset[str], pack: object = None) -> str:
    """A Title Case or ALL CAPS line as running text of the same length: known lower-case words lowered, the rest capitalised.

    Text that is already in running case comes back unchanged.
    """
    words = [m for m in _WORD.finditer(text) if len(m.group()) > 3]
    if len(words) < 3 or sum(m.group()[0].isupper() for m in words) < 0.7 * len(words):
        return text
    if text.rstrip(_CLOSERS).endswith((".", "?", "!")) and any(m.group().islower() for m in words):
        return text  # a sentence full of names
    out = list(text)
    months: frozenset[str] = getattr(pack, "MONTHS_AND_WORDS", frozenset())
    shouting = sum(m.group().isupper() for m in words) > 0.7 * len(words)
    first = True
    for match in _WORD.finditer(text):
        word = match.group()
        lower = word.lower()
        if len(lower) == len(word):
            dated = lower in months and _BESIDE_DIGITS.search(text, max(0, match.start() - 3), match.end() + 3)  # "on May 25"
            if lower in lowered and not first and not dated and not (word.isupper() and len(word) < 4 and not shouting):
                out[match.start() : match.end()] = lower
            elif shouting and len(word) > 3:
                out[match.start() : match.end()] = word[0] + lower[1:]
        first = False
    return "".join(out)
