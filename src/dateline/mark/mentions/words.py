"""Words of a parsed piece, split the way names need it, and what the rules for mentions pass to each other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from dateline import languages, world
from dateline.mark.parse import Parsed, Piece
from dateline.records import MentionForm, MentionKind
from dateline.trees import Token

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'][^\W_]+)*")
_POSSESSIVE = re.compile(r"'[sS]$")
LONGEST_ABBREVIATION = 4  # letters of "Prof", "Capt"
# work that is no office
IDLE = frozenset(("journalist", "analyst", "professor", "specialist", "expert", "historian", "researcher", "official", "fellow"))
PREFIXES = frozenset(("then", "ex"))


_LANGUAGES = Path(__file__).parents[2] / "languages"


@cache
def word_lists(language: str) -> dict[str, frozenset[str]]:
    """The language's lists of words that decide what a name stands for."""
    path = _LANGUAGES / language / "mention_words.toml"
    return {name: frozenset(words) for name, words in tomllib.loads(path.read_text("utf-8")).items()}


@dataclass(eq=False, slots=True)
class Word:
    """A word of a piece: offsets into the piece's text, possessive ending left out; `gap` is what stands before it."""

    text: str
    start: int
    end: int
    possessive: bool
    gap: str
    token: Token
    starts: bool = False  # a full stop before it ends a sentence and no abbreviation

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def joined(self) -> bool:
        """Whether only white space (or the point of an abbreviation, or the hyphen of "then-") parts it from the word before."""
        return self.gap.strip() == "" or (self.gap in (". ", ".", "-") and not self.starts)

    @property
    def opens(self) -> bool:
        """Whether a sentence opens with it, so that its capital says nothing."""
        if self.token.i == 0 or self.token.is_sent_start:
            return True
        before = self.token.nbor(-1)
        return bool(before.i == 0 or before.is_sent_start) and not before.is_alpha


@dataclass(eq=False)
class Found:
    """A mention in the making; offsets into the report. `first` and `last` are word numbers of its piece (last inclusive)."""

    piece: int
    first: int
    last: int
    start: int
    end: int
    form: MentionForm
    kind: MentionKind
    name: str
    token: Token
    country: str | None = None
    title: str | None = None
    of: str | None = None
    former: bool = False
    entity: int = -1
    owner_word: int | None = None  # word number of the owner's name or office, before it is known as a mention
    possessor: int | None = None  # word number of his, her, its before the office
    owner: Found | None = None  # "Kim's foreign affairs chief": the person whose state it is
    counterpart: bool = False  # "his Chinese counterpart": the office is somebody else's
    given_title: bool = False  # the title stands beside the name
    plural: bool = False
    indefinite: bool = False  # "a Russian official"
    female: bool | None = None
    states: tuple[str, ...] = field(default=())  # states named in a group's words
    wording: str | None = None  # the title as the report words it
    also: int | None = None  # word number of a second office, set off behind the name: "General X, commander of the fleet"
    apposed: Found | None = None  # whose second office it is
    assumed: bool = False  # the country is a guess from what the report is about


@dataclass(frozen=True)
class Line:
    """One piece with its words."""

    number: int
    piece: Piece
    text: str
    words: tuple[Word, ...]

    @cached_property
    def headline(self) -> bool:
        """Whether nearly every word has a capital, so that a capital says nothing."""
        long = [w for w in self.words if w.end - w.start > 3]
        sentence = self.text.rstrip(" \"')").endswith((".", "?", "!"))
        return not sentence and len(long) > 2 and sum(self.text[w.start].isupper() for w in long) >= 0.7 * len(long)

    def found(self, first: int, last: int, form: MentionForm, kind: MentionKind, name: str, **more: object) -> Found:
        a, b = self.words[first], self.words[last]
        offset = self.piece.offset
        return Found(self.number, first, last, a.start + offset, b.end + offset, form, kind, name, b.token, **more)  # type: ignore[arg-type]

    def phrase(self, first: int, last: int) -> str:
        """Text from one word to another, white space made single."""
        return " ".join(self.text[self.words[first].start : self.words[last].end].split())


def lines(parsed: Parsed) -> list[Line]:
    """Every piece with its words, labels of turns too."""
    language = parsed.report.language
    return [Line(number, piece, text, tuple(_words(text, piece, language))) for number, (piece, text) in enumerate(_texts(parsed))]


def _texts(parsed: Parsed) -> Iterator[tuple[Piece, str]]:
    for piece in parsed.pieces:
        yield piece, parsed.text[piece.offset : piece.offset + len(piece.text)]


def _words(text: str, piece: Piece, language: str) -> list[Word]:
    shown = piece.text
    at: list[Token] = []
    for token in piece.tokens:
        at.extend([token] * (token.idx + len(token.text) + len(token.whitespace_) - len(at)))
    out: list[Word] = []
    position = 0
    for match in _WORD.finditer(text):
        for start, end in _parts(text, *match.span(), language):
            owned = bool(_POSSESSIVE.search(text[start:end])) and end - start > 2
            end -= 2 * owned
            plural_owner = (
                not owned and text[end - 1] in "sSzx" and text[end : end + 1] == "'" and text[end + 1 : end + 2] in ("", " ")
            )
            word = shown[start:end] if shown[start:end].islower() and not (piece.label and len(out) < 2) else text[start:end]
            gap = text[position:start]
            starts = gap == ". " and (not out or len(out[-1].text) > LONGEST_ABBREVIATION or out[-1].text.islower())
            out.append(Word(word, start, end, owned or plural_owner, gap, at[min(start, len(at) - 1)], starts))
            position = end + 2 * owned + plural_owner
    return out


def _parts(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """A hyphenated word falls apart where one part names a state or people, or says "then" or "ex", or two people meet in it."""
    word = text[start:end]
    if "-" not in word or world.state(word) or world.demonym(word):
        return [(start, end)]
    pieces = word.split("-")
    names = [_POSSESSIVE.sub("", part) for part in pieces]
    follower = _WORD.match(text, end + 1)
    pair = (
        len(pieces) == 2 and all(n[:1].isupper() and len(n) > 2 for n in names) and follower is not None
    )  # "the Berg-Perez summit"
    if (
        not (pair and follower and follower.group().lower() in word_lists(language)["between"])
        and pieces[0].lower() not in PREFIXES
        and not any(world.state(n) or world.demonym(n) or n in ("North", "Korean", "South") for n in names)
    ):
        return [(start, end)]
    out = []
    for part in pieces:
        out.append((start, start + len(part)))
        start += len(part) + 1
    return [(a, b) for a, b in out if a < b]


def given_name(word: str, language: str) -> bool:
    """Whether a word is a known given name, as it is or in its first half ("Frank-Walter")."""
    forms = {word, word.title(), world.plain(word.title()), word.split("-")[0].title()}
    return any(forms & languages.words(language, listed) for listed in ("given_names_male", "given_names_female"))
