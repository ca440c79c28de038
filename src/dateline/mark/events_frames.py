"""Frames: which words tell of which kind of event, and who is who around them. They are data, in `languages/<code>/frames`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from dateline.records import Status
from dateline.trees import Token

Slot = str  # "subject", "object", "poss", "modifier", or a preposition
PartRole = Literal["initiator", "recipient", "participant", "host", "place", "ignore"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of event and the words that tell of it. The fields are explained at the top of CONSULT.toml."""

    name: str
    example: str
    cameo: str
    needs: str
    type: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    object_is: str | None = None
    subject_is: str | None = None
    complements: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_complements: tuple[str, ...] = ()
    without_prepositions: tuple[str, ...] = ()
    both: bool = False
    light_only: bool = False
    mode: str | None = None
    status: Status | None = None
    symmetric: bool = False
    roles: dict[Slot, PartRole] = {}


class _File(msgspec.Struct, frozen=True):
    frame: tuple[Frame, ...]


class Modals(msgspec.Struct, frozen=True):
    """The word lists of `modality.toml`, in its own order."""

    governors: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    modifiers: dict[str, frozenset[str]]
    phrases: dict[str, frozenset[str]]
    auxiliaries: dict[str, frozenset[str]]
    happenings: dict[str, frozenset[str]]
    light: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    hearsay: dict[str, frozenset[str]]
    control: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]]
    standins: dict[str, frozenset[str]]
    invitations: dict[str, frozenset[str]]
    whereabouts: dict[str, frozenset[str]]
    definites: dict[str, frozenset[str]]
    telling: dict[str, frozenset[str]]
    pronouns: dict[str, frozenset[str]]


@cache
def frames(language: str) -> tuple[Frame, ...]:
    """All frames of a language, in order of type and file. A file is named for its PLOVER type."""
    folder = files("dateline.languages").joinpath(language, "frames")
    groups = modals(language).groups
    found: list[Frame] = []
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            read = msgspec.toml.decode(file.read_bytes(), type=_File)
            kind = file.name.removesuffix(".toml")
            found += [msgspec.structs.replace(f, type=kind, without=_spelled_out(f.without, groups)) for f in read.frame]
    return tuple(found)


def _spelled_out(words: tuple[str, ...], groups: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The words of a list with those of a group in the place of its name: "@abstract"."""
    return tuple(w for word in words for w in (sorted(groups[word[1:]]) if word.startswith("@") else [word]))


@cache
def modals(language: str) -> Modals:
    """The language's words for plans, hopes, refusals and the like."""
    return msgspec.toml.decode(files("dateline.languages").joinpath(language, "modality.toml").read_bytes(), type=Modals)


@cache
def by_word(language: str, part: Literal["verbs", "nouns", "adjectives"]) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, list[Frame]] = {}
    for frame in frames(language):
        for word in dict.fromkeys(getattr(frame, part)):
            table.setdefault(word, []).append(frame)
    return {word: tuple(listed) for word, listed in table.items()}


@cache
def headline_verbs(language: str) -> frozenset[str]:
    """The frames' verbs as a headline has them, "severs", "hosts": in capitals a parser takes them for names."""
    return frozenset(
        f"{verb[:-1]}ies" if re.search("[^aeiou]y$", verb) else f"{verb}es" if re.search("(s|x|z|ch|sh|o)$", verb) else f"{verb}s"
        for frame in frames(language)
        for verb in frame.verbs
        if verb.isalpha() and len(verb) > 3
    )


@cache
def pieces(language: str, part: Literal["verbs", "nouns"]) -> frozenset[str]:
    """The words that the names of frames are made of: another word need not be looked at more closely."""
    return frozenset(word for name in by_word(language, part) for word in (*name.split(), *re.split("[ -]", name)))


@cache
def _ending_in_e(language: str) -> frozenset[str]:
    words = modals(language)
    listed = [verb for frame in frames(language) for verb in frame.verbs]
    listed += [
        w for group in (words.governors, words.light, words.happenings, words.control) for each in group.values() for w in each
    ]
    return frozenset(word for word in listed if word.endswith("e"))


def lemma(token: Token) -> str:
    """The token's lemma in lower case; the lemmatizer's lost e's ("staged" from "stag") are given back."""
    given = token.lemma_.lower()
    doubled = token.lower_.startswith(given + given[-1:])  # "scrapped" is no form of "scrape"
    if token.pos_ == "VERB" and not doubled and given + "e" in _ending_in_e(token.doc.lang_) and token.lower_ != given:
        return given + "e"
    return given


def counts(token: Token) -> bool:
    """Whether the noun only says how many or how long: "a series of talks", "two days of talks"."""
    return lemma(token) in modals(token.doc.lang_).groups["counts"]
