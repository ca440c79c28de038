"""A parse as plain Python, so that what rules ask of a word over and over costs no more than an attribute.

Names and meanings are spaCy's; a document of its, made plain once, can be let go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Literal, overload

from spacy.tokens import Doc as Parse

_READ = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_", "is_sent_start",
         "is_alpha", "is_punct", "is_quote", "is_space", "like_num")  # fmt: skip
_read = attrgetter(*_READ, "head.i")


class Token:
    """A word, or a mark of punctuation, and what it hangs on."""

    __slots__ = (*_READ, "children", "doc", "head", "lefts", "rights", "sent")
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool | None
    is_alpha: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    like_num: bool
    doc: Doc
    sent: TokenSpan
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]

    def __repr__(self) -> str:
        return self.text

    def nbor(self, steps: int = 1) -> Token:
        """The token so many further on. Raises IndexError beyond the ends of the document."""
        if self.i + steps < 0:
            raise IndexError(self.i + steps)
        return self.doc.tokens[self.i + steps]

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, what that hangs on, and so on."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other hangs on it, over whatever there is between."""
        return any(token is self for token in other.ancestors)

    @property
    def subtree(self) -> list[Token]:
        """The token with all that hangs on it, each between what is left and right of it."""
        found: list[Token] = []
        todo: list[tuple[Token, bool]] = [(self, False)]
        while todo:
            token, opened = todo.pop()
            if opened or not token.children:
                found.append(token)
            else:
                todo += [(t, False) for t in reversed(token.rights)]
                todo.append((token, True))
                todo += [(t, False) for t in reversed(token.lefts)]
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=_place)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other tokens that it is joined with by "and"."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for token in joined:  # which grows
            joined += [c for c in token.rights if c.dep_ == "conj"]
        return tuple(token for token in joined if token is not self)


_place = attrgetter("i")


def _depth(token: Token) -> int:
    """How many tokens stand above it."""
    bare = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) if bare else sum(1 for _ in token.ancestors)


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """Tokens `start` to `end`, the last not among them."""

    doc: Doc
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> TokenSpan: ...
    def __getitem__(self, place: int | slice) -> Token | TokenSpan:
        if isinstance(place, slice):
            start, stop, _ = place.indices(len(self))
            return TokenSpan(self.doc, self.start + start, self.start + max(start, stop))
        return self.doc.tokens[range(self.start, self.end)[place]]

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        if not len(self):
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> TokenSpan:
        """The sentence of its first token."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token that stands highest in the tree, the first of several; punctuation only where there is nothing else."""
        if found := next((token for token in self if token.head is token), None):
            return found
        outside = [token for token in self if not self.start <= token.head.i < self.end]
        return min(outside, key=_depth, default=self.doc.tokens[self.start])


class Doc:
    """A parsed text."""

    __slots__ = ("_starts", "ents", "lang_", "sents", "text", "tokens")

    def __init__(self, parse: Parse) -> None:
        self.text: str = parse.text
        self.lang_: str = parse.lang_
        self.tokens = tokens = tuple(Token() for _ in range(len(parse)))
        hanging: list[list[Token]] = [[] for _ in tokens]
        for token, given in zip(tokens, map(_read, parse), strict=True):
            (token.i, token.idx, token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_,
             token.ent_iob_, token.whitespace_, token.is_sent_start, token.is_alpha, token.is_punct, token.is_quote, token.is_space,
             token.like_num, head) = given  # fmt: skip
            token.doc = self
            token.head = tokens[head]
            if head != token.i:
                hanging[head].append(token)
        for token, below in zip(tokens, hanging, strict=True):
            token.lefts = tuple([c for c in below if c.i < token.i])
            token.rights = tuple(below[len(token.lefts) :])
            token.children = tuple(below)
        self._starts = [token.idx for token in tokens]
        self.ents = tuple(TokenSpan(self, ent.start, ent.end) for ent in parse.ents)
        cuts = [0, *(token.i for token in tokens[1:] if token.is_sent_start), len(tokens)]
        self.sents = tuple(TokenSpan(self, start, end) for start, end in pairwise(cuts) if start < end)
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> TokenSpan: ...
    def __getitem__(self, place: int | slice) -> Token | TokenSpan:
        if isinstance(place, slice):
            start, stop, _ = place.indices(len(self.tokens))
            return TokenSpan(self, start, max(start, stop))
        return self.tokens[place]

    def char_span(self, start: int, end: int, alignment_mode: Literal["strict", "expand"] = "strict") -> TokenSpan | None:
        """The tokens that the characters `start` to `end` make up, with "expand" all that have any of them; None where none do."""
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        before, behind = self.tokens[first], self.tokens[last]
        if alignment_mode == "strict" and (start != before.idx or end != behind.idx + len(behind.text)):
            return None
        first += start == before.idx + len(before.text)  # the blank behind a token is none of its
        return TokenSpan(self, first, max(first, last + 1))
