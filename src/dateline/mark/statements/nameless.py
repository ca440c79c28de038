"""Those who speak with no name: "local sources", "a witness", "the newspaper", "the boy's relatives in Miami"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline import languages, world
from dateline.languages import offices
from dateline.mark.parse import Parsed, Piece
from dateline.mark.statements.attaching import Speakers
from dateline.mark.statements.found import Found
from dateline.records import ActorType, Mention
from dateline.spans import Span
from dateline.trees import Token

POINTS = frozenset({"the", "this", "that", "these", "those"})
_COUNTS = frozenset({"some", "several", "many", "few", "other", "others", "another", "more", "most", "all", "both", "one", "same"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "quantmod"})
_SAID_OF = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "appos"})
_AT = frozenset({"in", "from"})
_PRONOUNS: dict[str, frozenset[ActorType]] = {
    "it": frozenset({"organization"}), "they": frozenset({"group", "organization"}),
    "he": frozenset({"person"}), "she": frozenset({"person"}),
}  # fmt: skip
_ACTS = re.compile(r".{2,}(?:er|or|ist|man|woman|men|women|eer)")


@dataclass(frozen=True)
class Nameless:
    """A phrase that names nobody: characters start..end from its first describing word, `noun` in the singular."""

    start: int
    end: int
    head: int
    kind: ActorType
    noun: str
    described: frozenset[str]  # lower-case words before the noun
    points: bool  # "the", "those"
    owner: int | None  # index of the mention that it belongs to: "Petrov's aides"
    of: str | None  # the name of whom it belongs to, mention or not
    owned: bool
    country: str | None
    name: str | None  # that its describing words give a body: "the Maariv newspaper"
    speaks: bool
    proper: bool  # its first word has a capital wherever it stands
    pronoun: bool = False  # "it" after "the army denied the report"


def phrases(parsed: Parsed, mentions: Sequence[Mention], found: Sequence[Found]) -> list[Nameless]:
    """Every speaker whom no mention stands for, and what else the report says of the same by the same noun, in text order."""
    speakers = Speakers(parsed, mentions, found)
    heads: dict[int, Nameless] = {}
    for one in found:
        if one.speaker is None or one.kind == "turn" or one.force not in ("speech", "show") or one.speaker.head in heads:
            continue
        if not (one.words or one.quoted):
            continue  # "attacked a village"
        if speakers.speaker(one) is None and (at := _token(parsed, one.speaker.head)) is not None:
            phrase = _one_of(parsed, *at, mentions) or _phrase(parsed, *at, mentions, speaks=True)
            if phrase is not None:
                heads[phrase.head] = phrase
            elif (before := _before_pronoun(parsed, *at, mentions)) is not None:
                start = at[0].offset + at[1].idx
                heads[before.head] = heads.get(before.head, before)
                heads[start] = replace(
                    before, start=start, end=start + len(at[1].text), head=start, described=frozenset(), points=True,
                    owner=None, of=None, owned=False, name=None, pronoun=True,
                )  # fmt: skip
    spoken = {phrase.noun for phrase in heads.values()}
    quoted = sorted((q.outer_start, q.outer_end) for one in found for q in one.quoted)
    for piece in parsed.pieces if spoken else ():
        for token in piece.tokens:
            if token.lemma_.lower() not in spoken and token.lower_ not in spoken:
                continue
            at_ = piece.offset + token.idx
            if at_ in heads or token.dep_ not in _SAID_OF or piece.label or any(a <= at_ < b for a, b in quoted):
                continue
            phrase = _phrase(parsed, piece, token, mentions, speaks=False)
            if phrase is not None and (phrase.points or phrase.owned or phrase.name):
                heads[at_] = phrase
    return [heads[at_] for at_ in sorted(heads)]


def _token(parsed: Parsed, at: int) -> tuple[Piece, Token] | None:
    piece = parsed.piece_at(at)
    span = piece.doc.char_span(at - piece.offset, at - piece.offset + 1, alignment_mode="expand") if piece else None
    return (piece, span[0]) if piece is not None and span is not None and len(span) else None


def _one_of(parsed: Parsed, piece: Piece, head: Token, mentions: Sequence[Mention]) -> Nameless | None:
    """ "One of the hostages", "some of the settlers" as who speaks."""
    link = next((c for c in head.children if c.lower_ == "of" and c.i == head.i + 1), None)
    many = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None and head.lower_ in _COUNTS else None
    whole = _phrase(parsed, piece, many, mentions, speaks=True) if many is not None else None
    if whole is None or whole.kind != "group":
        return None
    start = piece.offset + head.idx
    kind: ActorType = "person" if head.lower_ == "one" else "group"
    return replace(
        whole, start=start, head=start, kind=kind, described=whole.described | {head.lower_, "of"}, points=False, owned=False
    )


def _before_pronoun(parsed: Parsed, piece: Piece, head: Token, mentions: Sequence[Mention]) -> Nameless | None:
    """The subject of the sentence before, where it can be what the pronoun that opens its clause stands for."""
    kinds = _PRONOUNS.get(head.lower_)
    first = head.sent.start
    if kinds is None or first == 0:
        return None
    verb = head.doc[first - 1].sent.root
    lead = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    found = _phrase(parsed, piece, lead, mentions, speaks=True) if lead is not None else None
    return found if found is not None and found.kind in kinds else None


def _phrase(parsed: Parsed, piece: Piece, head: Token, mentions: Sequence[Mention], *, speaks: bool) -> Nameless | None:
    language = parsed.report.language
    at = piece.offset + head.idx
    sort = kind_of(head, language)
    if sort is None or any(m.span.start <= at < m.span.end for m in mentions):
        return None
    kind, noun = sort
    before = [t for t in _before(head) if t.dep_ != "det"]
    owner = next((t for t in head.children if t.dep_ == "poss"), None)
    if owner is not None:
        before = [t for t in before if t.i > owner.i and t.lower_ not in ("'s", "'")]
    while before and (before[0].lower_ in _COUNTS or before[0].pos_ in ("NUM", "PUNCT", "PART")):
        before.pop(0)
    first = before[0] if before else head
    last = _place_after(head) if kind == "group" else head
    start, end = piece.offset + first.idx, piece.offset + last.idx + len(last.text)
    inside = [m for m in mentions if m.span.end > start - 1 and m.span.start < at and piece.offset <= m.span.start]
    owners = [i for i, m in enumerate(mentions) if owner is not None and m.span.start <= piece.offset + owner.idx < m.span.end]
    holder = min(owners, key=lambda i: (len(mentions[i].span), i), default=None)
    states = [m.country for m in inside if m.kind == "state" and m.country]
    states += [code for i in owners if mentions[i].kind == "state" and (code := mentions[i].country)]
    states += [code for t in before if (code := world.demonym(t.text))]
    named = _named(before, noun, kind, language)
    return Nameless(
        start, end, at, kind, noun, frozenset(t.lower_ for t in before),
        any(c.dep_ == "det" and c.lower_ in POINTS for c in head.children), holder,
        owner.text if owner is not None and owner.pos_ == "PROPN" else None, owner is not None,
        next(iter(states), None), named, speaks, first.pos_ == "PROPN" or world.demonym(first.text) is not None,
    )  # fmt: skip


def _before(head: Token) -> Iterator[Token]:
    """The words that describe a noun, in text order."""
    first = min((c.left_edge.i for c in head.children if c.i < head.i and c.dep_ in _MODIFIES), default=head.i)
    return (t for t in head.doc[first : head.i])


def _place_after(head: Token) -> Token:
    """The last word of "relatives in Miami", "diplomats in Geneva"."""
    doc, i = head.doc, head.i + 1
    if i + 1 >= len(doc) or doc[i].lower_ not in _AT or doc[i + 1].pos_ != "PROPN":
        return head
    i += 1
    while i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN":
        i += 1
    return doc[i]


def _named(before: Sequence[Token], noun: str, kind: ActorType, language: str) -> str | None:
    """The name that a body's describing words are: "Maariv" in "the Maariv newspaper"."""
    if kind != "organization":
        return None
    words = [t for t in before if t.text[:1].isupper() and world.demonym(t.text) is None]
    if not words or len(words) != words[-1].i - words[0].i + 1 or any(t.ent_type_ in ("DATE", "TIME") for t in words):
        return None
    name = words[0].doc[words[0].i : words[-1].i + 1].text
    return name if noun in lists(language)["press"] else f"{name} {words[0].doc[words[-1].i + 1 : _head_of(words[-1]).i + 1].text}"


def _head_of(token: Token) -> Token:
    while token.dep_ in ("compound", "amod", "nmod", "poss", "det") and token.head.i > token.i:
        token = token.head
    return token


def kind_of(head: Token, language: str) -> tuple[ActorType, str] | None:
    """What a noun stands for when it speaks, and its singular; None for what is nobody: "results", "the poll"."""
    if head.pos_ not in ("NOUN", "PROPN") or (head.text[:1].isupper() and head.pos_ == "PROPN" and not head.is_sent_start):
        return None
    word, nouns = head.lower_, lists(language)
    singular = _singular(word, language)
    many = head.tag_ in ("NNS", "NNPS") or singular != word
    if word in nouns["crowds"]:
        return "group", word
    if singular in nouns["bodies"]:
        return ("group" if many else "organization"), singular
    if singular in _people(language) or (singular not in nouns["things"] and _ACTS.fullmatch(singular)):
        return ("group" if many else "person"), singular
    return None


def _singular(word: str, language: str) -> str:
    known = _people(language) | lists(language)["bodies"]
    endings = (("men", "man"), ("ies", "y"), ("es", ""), ("s", ""))
    forms = [word, *(word.removesuffix(end) + put for end, put in endings if word.endswith(end))]
    return next((form for form in forms if form in known), forms[-1] if word.endswith("s") and not word.endswith("ss") else word)


@cache
def lists(language: str) -> dict[str, frozenset[str]]:
    """The lists of the language's voices.toml."""
    return {name: frozenset(nouns) for name, nouns in languages.lists(language, "voices").items()}


@cache
def _people(language: str) -> frozenset[str]:
    """Nouns, in the singular, for one who acts: of the list, and the last words of offices and occupations."""
    listed = offices.listed(language)
    forms = (form for group in listed if group != "honor" for normal, more in listed[group].items() for form in (normal, *more))
    own = lists(language)["people"] | languages.words(language, "person_nouns") | languages.words(language, "partners")
    return own | {form.split()[-1] for form in forms if " of " not in form and " for " not in form}


def mention_of(one: Nameless, parsed: Parsed, entity: int, known: Mention | None = None) -> Mention:
    """The mention that a phrase is; of an actor that is `known` by another mention it takes name and state."""
    words = " ".join(parsed.text[one.start : one.end].split())
    span = Span(parsed.report.id, one.start, one.end)
    if one.pronoun:
        name, country = (known.name, known.country) if known else ("", one.country)
        return Mention(span, "pronoun", one.kind, name, entity, country, assumed=known is not None and known.assumed)
    if one.kind == "organization":
        name = known.name if known else one.name or ""
        country = known.country if known else one.country
        return Mention(span, "name" if one.name else "title", "organization", name, entity, country, None if name else one.noun)
    if one.kind == "group":
        return Mention(span, "title", "group", words if one.proper else words[:1].lower() + words[1:], entity, one.country)
    title = " ".join(parsed.text[one.start : one.end].split()).lower()
    country = known.country if known and known.country else one.country
    if known and known.title:
        title = known.title
    assumed = known is not None and known.assumed
    return Mention(span, "title", "person", "", entity, country, title, known.of if known else None, assumed=assumed)
