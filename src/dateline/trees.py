"""A parse as plain Python, so that what rules ask of a word over and over costs no more than an attribute.

Names and meanings are spaCy's; a document of its, made plain once, can be let go.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar, overload

from spacy.tokens import Doc as Parse

_READ = ("idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_", "is_sent_start")
_read = attrgetter("head.i", *_READ)

Rest = ParamSpec("Rest")
Result = TypeVar("Result")


class Token:
    """A word, or a mark of punctuation, and what it hangs on."""

    __slots__ = (*_READ, "children", "doc", "found", "head", "i", "lefts", "rights", "sent")
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
    doc: Doc
    sent: TokenSpan
    head: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    found: dict[Any, Any]  # what was worked out `once`

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        return bool(self.doc.vocabulary[self.text].is_punct)

    @property
    def is_quote(self) -> bool:
        return bool(self.doc.vocabulary[self.text].is_quote)

    @property
    def like_num(self) -> bool:
        return bool(self.doc.vocabulary[self.text].like_num)

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

    def _below(self) -> list[Token]:
        """The subtree in no order."""
        found = [self]
        for token in found:  # which grows
            found += token.children
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self._below(), key=_place)

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self._below(), key=_place)

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

    __slots__ = ("_starts", "ents", "lang_", "sents", "text", "tokens", "vocabulary")

    def __init__(self, parse: Parse) -> None:
        self.text: str = parse.text
        self.lang_: str = parse.lang_
        self.vocabulary = parse.vocab
        self.tokens = tokens = tuple([Token() for _ in range(len(parse))])
        below: dict[int, list[Token]] = {}
        cuts = [0]
        for i, (token, read) in enumerate(zip(tokens, map(_read, parse), strict=True)):
            (head, token.idx, token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_,
             token.ent_iob_, token.whitespace_, token.is_sent_start) = read  # fmt: skip
            token.doc, token.i, token.head, token.found = self, i, tokens[head], {}
            token.lefts = token.rights = token.children = ()
            if head != i:
                below.setdefault(head, []).append(token)
            if i and token.is_sent_start:
                cuts.append(i)
        for i, hanging in below.items():
            token, left = tokens[i], sum(c.i < i for c in hanging)
            token.lefts, token.rights, token.children = tuple(hanging[:left]), tuple(hanging[left:]), tuple(hanging)
        self.sents = tuple([TokenSpan(self, start, end) for start, end in pairwise([*cuts, len(tokens)])]) if tokens else ()
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence
        self.ents = tuple([TokenSpan(self, ent.start, ent.end) for ent in parse.ents])
        self._starts = [token.idx for token in tokens]

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


def once(work: Callable[Concatenate[Token, Rest], Result]) -> Callable[Concatenate[Token, Rest], Result]:
    """Work done once for a word and the same further arguments: what came of it is kept with the word, and goes with it."""

    @wraps(work)
    def asked(token: Token, /, *rest: Rest.args, **named: Rest.kwargs) -> Result:
        key = (work, *rest, *named.items()) if rest or named else work
        found: dict[Any, Result] = token.found
        if key not in found:
            found[key] = work(token, *rest, **named)
        return found[key]

    return asked
