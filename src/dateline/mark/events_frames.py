"""Frames: which words tell of which kind of event, and who is who around them. They are data, in `languages/<code>/frames`.

A frame says what must stand around its words. A deed only lists words (`languages/<code>/deeds`): where no frame fits, it proposes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import msgspec

from dateline.records import Status
from dateline.trees import Token, once

Slot = str  # "subject", "object", "poss", "modifier", or a preposition
PartRole = Literal["initiator", "recipient", "participant", "host", "place", "ignore"]


class Frame(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
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
    deed: bool = False  # only a list of words


class _Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of one deed, with commas between. The fields are explained in deeds/COERCE.toml."""

    cameo: str = ""
    verbs: str = ""
    sometimes: str = ""
    nouns: str = ""


class Known(NamedTuple):
    """A deed that a word may tell of, and whether the word mostly does so in the news."""

    deed: Frame
    mostly: bool


class _File(msgspec.Struct, frozen=True):
    frame: tuple[Frame, ...]


class Modals(msgspec.Struct, frozen=True, eq=False):
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
    negations: dict[str, frozenset[str]]
    control: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]]
    standins: dict[str, frozenset[str]]
    invitations: dict[str, frozenset[str]]
    whereabouts: dict[str, frozenset[str]]
    definites: dict[str, frozenset[str]]
    telling: dict[str, frozenset[str]]
    pronouns: dict[str, frozenset[str]]
    aims: dict[str, frozenset[str]]
    force: dict[str, frozenset[str]]


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
def deeds(language: str, part: Literal["verbs", "nouns"]) -> dict[str, tuple[Known, ...]]:
    """What each word may tell of, one deed a type: the first that it mostly tells of, else the first that it may."""
    folder = files("dateline.languages").joinpath(language, "deeds")
    found: dict[str, dict[str, Known]] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else ():
        kind = file.name.removesuffix(".toml")
        for words, known in _listed(tomllib.loads(file.read_text("utf-8")), kind, language, part):
            for word in words:
                by_type = found.setdefault(word, {})
                if kind not in by_type or (known.mostly and not by_type[kind].mostly):
                    by_type[kind] = known
    return {word: tuple(by_type.values()) for word, by_type in found.items()}


def _listed(
    tables: Mapping[str, Any], kind: str, language: str, part: Literal["verbs", "nouns"]
) -> Iterator[tuple[list[str], Known]]:
    """The words of each deed of a file: those that mostly tell of it, and those that do at times."""
    named = {frame.name: frame for frame in frames(language) if frame.type == kind}
    for name, table in tables.items():
        if name == "roles":
            continue
        listed = msgspec.convert(table, _Deed)
        alike = named.get(name, Frame(name, "", listed.cameo, "", kind))
        roles = alike.roles or (tables.get("roles", {}) if part == "nouns" else {})
        deed = Frame(name, "", alike.cameo, "official", kind, deed=True, roles=roles)
        deed = msgspec.structs.replace(deed, mode=alike.mode, status=alike.status, symmetric=alike.symmetric)
        for text, mostly in ((listed.verbs, True), (listed.sometimes, False)) if part == "verbs" else ((listed.nouns, True),):
            words = [word.strip() for word in text.split(",") if word.strip()]
            yield [*words, *(re.sub(r"is(e|ation|ations)\b", r"iz\1", word) for word in words)], Known(deed, mostly)


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
def deed_pieces(language: str, part: Literal["verbs", "nouns"]) -> frozenset[str]:
    """The words that the names of deeds are made of."""
    return frozenset(piece for name in deeds(language, part) for piece in (*name.split(), *re.split("[ -]", name)))


@cache
def _ending_in_e(language: str) -> frozenset[str]:
    words = modals(language)
    listed = [*(verb for frame in frames(language) for verb in frame.verbs), *deeds(language, "verbs")]
    listed += [
        w for group in (words.governors, words.light, words.happenings, words.control) for each in group.values() for w in each
    ]
    return frozenset(word for word in listed if word.endswith("e"))


@once
def lemma(token: Token) -> str:
    """The token's lemma in lower case; the lemmatizer's lost e's ("staged" from "stag") are given back."""
    given = token.lemma_.lower()
    formed = token.lower_.startswith(given) and token.lower_ != given  # "sat" is no form of "site"
    doubled = token.lower_.startswith(given + given[-1:])  # "scrapped" is no form of "scrape"
    if token.pos_ == "VERB" and formed and not doubled and given + "e" in _ending_in_e(token.doc.lang_):
        return given + "e"
    return given


def counts(token: Token) -> bool:
    """Whether the noun only says how many or how long: "a series of talks", "two days of talks"."""
    return lemma(token) in modals(token.doc.lang_).groups["counts"]
