"""What a deed of words is about: two promises of one man are one event only when the same is promised."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import zip_longest

from dateline import languages
from dateline.weave.pointers import Clause
from dateline.weave.wording import light, meaning, stem, words

ENOUGH = 3  # words of two deeds together from which it is clear that they are about different things


@cache
def _frames(language: str) -> frozenset[tuple[str, str]]:
    """The deeds of words, by type and frame."""
    return frozenset((type_, frame) for type_, found in _listed(language).get("frames", {}).items() for frame in found)


@cache
def _empty(language: str) -> frozenset[str]:
    """The stems that say nothing of what such a deed is about."""
    listed = _listed(language)["words"]
    return light(language) - {stem(word, language) for word in listed["moves"]} | {stem(w, language) for w in listed["empty"]}


@cache
def _listed(language: str) -> Mapping[str, Mapping[str, list[str]]]:
    path = files("dateline.languages").joinpath(language, "matters.toml") if languages.known(language) else None
    return tomllib.loads(path.read_text("utf-8")) if path is not None and path.is_file() else {}


def other_matter(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two deeds of words are clearly about different things: both say what, in enough words, and none is the same."""
    return bool(a and b) and not a & b and len(a) + len(b) >= ENOUGH


def matter(clause: Clause) -> frozenset[str]:
    """What is promised, asked or threatened: the words after the verb but for those who take part and times, synonyms as one.

    Nothing for deeds of any other kind, and for those that do not say what they are about ("made a promise").
    """
    mention, marks, language = clause.mention, clause.marks, clause.language
    if (mention.type, mention.frame) not in _frames(language):
        return frozenset()
    start = mention.trigger.start
    first = start + len(mention.trigger.of(clause.text).split(" ")[0])
    taken = [marks.mentions[p.mention].span for p in mention.participants] + [t.span for t in marks.times]
    taken += [m.span for n, m in enumerate(marks.mentions) if m.form == "pronoun" or n == mention.place]
    listed = _listed(language)["words"]
    found: list[str] = []
    said = words(clause.text, first, start + len(clause.rest), language)
    for word, after in zip_longest(said, said[1:]):
        if found and word.folded in listed["until"]:
            break
        if word.folded in listed["back"] and not (after and after.folded in listed["goes_on"]):
            return frozenset()
        cut = word.end == start + len(clause.rest) and clause.text[word.end : word.end + 1].isalnum()
        named = any(s.start < word.end and word.start < s.end for s in taken)
        if word.kind in ("content", "number") and not (cut or named or word.folded in _empty(language)):
            found.append(meaning(word, language))
    return frozenset(found)
