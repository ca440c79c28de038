"""Whom "the group", "the boy", "the ministers" stand for: the one of that kind, or the two, that the report named last."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from dateline import world
from dateline.languages.offices import trades
from dateline.mark.events_frames import Modals, lemma
from dateline.mark.mentions import members
from dateline.records import Mention
from dateline.trees import Token

FAR = 900  # characters back to the one whom a noun stands for
CLOSE = 350  # characters back to several of them
_POINTED = frozenset({"the", "this", "that", "these", "those", "both"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


class Definites:
    """Finds whom a definite noun with no name stands for, among the mentions of a report; `text` is the report's."""

    def __init__(self, mentions: Sequence[Mention], text: str, words: Modals) -> None:
        self._mentions, self._text, self._words = mentions, text, words

    @cached_property
    def _titles(self) -> dict[int, frozenset[str]]:
        """The offices that the report gives each person, by entity."""
        found: dict[int, set[str]] = {}
        for mention in self._mentions:
            if mention.kind == "person" and mention.title:
                found.setdefault(mention.entity, set()).add(mention.title)
        return {entity: frozenset(titles) for entity, titles in found.items()}

    def meant(self, head: Token, offset: int) -> list[int]:
        """The mentions that a noun stands for; none where it is not definite, says more, or nobody of its kind was named."""
        if head.pos_ != "NOUN" or not self._definite(head):
            return []
        noun, at, kinds = lemma(head), offset + head.idx, self._words.definites
        if head.tag_ == "NNS":
            return self._several(head, noun, at)
        if noun in kinds["bodies"] | kinds["movements"] | kinds["blocs"]:
            return self._first(at, lambda m: self._body(m, noun))
        if noun in kinds["persons"]:
            return self._private_person(at)
        if noun in kinds["servants"]:
            return self._first(at, lambda m: m.kind == "state" and self._written(m).endswith(noun))
        if noun in kinds["houses"]:
            return self._first(at, lambda m: m.kind == "organization" and self._assembly(m))
        return []

    def _definite(self, head: Token) -> bool:
        pointed = any(c.dep_ in ("det", "predet") and c.lower_ in _POINTED for c in head.children)
        more = any(
            c.dep_ in ("relcl", "acl", "poss", "appos") or (c.dep_ == "prep" and c.lower_ in ("of", "from")) for c in head.children
        )
        return pointed and not more and not any(c.pos_ == "PROPN" for c in head.lefts)

    def _before(self, at: int, within: int) -> Iterator[tuple[int, Mention]]:
        """Mentions that end before a place in the text, the last first."""
        for index in range(bisect_left(self._mentions, at, key=lambda m: m.span.start) - 1, -1, -1):
            mention = self._mentions[index]
            if at - mention.span.end > within:
                return
            if mention.span.end <= at and not mention.dateline:
                yield index, mention

    def _first(self, at: int, fits: Callable[[Mention], bool]) -> list[int]:
        return next(([index] for index, mention in self._before(at, FAR) if fits(mention)), [])

    def _body(self, mention: Mention, noun: str) -> bool:
        """Whether a body may be called by this noun: by the last words of its name, a movement of no state, a bloc of states."""
        if mention.kind != "organization" or not mention.name or world.is_outlet(mention.name):
            return False
        kinds, known = self._words.definites, world.organization(mention.name)
        if noun in mention.name.lower().split():
            return True
        of_states = known is not None and known.country is None
        if noun in kinds["blocs"]:
            return of_states
        last = mention.name.lower().split()[-1]
        if world.metonym(mention.name) is not None:
            return False  # "the White House"
        return noun in kinds["movements"] and not of_states and last not in kinds["bodies"] - kinds["movements"]

    def _private_person(self, at: int) -> list[int]:
        """The person with no office whom the report names most often, if he was named close by: "the boy" of whom it tells."""
        private = [m.entity for m in self._mentions if m.kind == "person" and m.form == "name" and m.entity not in self._titles]
        most = Counter(private).most_common(2)
        if not most or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
            return []
        return self._first(at, lambda m: m.entity == most[0][0] and m.form == "name")

    def _assembly(self, mention: Mention) -> bool:
        return bool(self._words.groups["assemblies"] & set(mention.name.lower().split()))

    def _written(self, mention: Mention) -> str:
        return mention.span.of(self._text).lower()

    def _several(self, head: Token, noun: str, at: int) -> list[int]:
        """Those whom a plural takes up: a group named so, the holders of that office, or the two sides spoken of."""
        kinds = self._words.definites
        for index, mention in self._before(at, FAR):
            named_so = mention.title is not None and mention.title.removesuffix("s").endswith(noun)
            if mention.kind == "group" and (named_so or self._written(mention).split()[-1] == head.lower_):
                if mention.name:
                    return [index]
                if len(inside := members(self._mentions, index)) > 1:
                    return list(inside)
        counted = any(c.lower_ in _NUMBERS for c in head.children)
        anyone = noun in kinds["anyone"] and (counted or noun in kinds["leaders"])
        wanted = next((_NUMBERS[c.lower_] for c in head.children if c.lower_ in _NUMBERS), 2)
        found: dict[int, int] = {}
        for index, mention in self._before(at, CLOSE):
            if noun in kinds["holders"]:
                held = self._titles.get(mention.entity, frozenset())
                fits = any(t == noun or t.endswith(f" {noun}") for t in held)
                fits = fits or (anyone and bool(held - trades()) and mention.form != "pronoun")
            else:
                party = mention.kind == "state" or (mention.kind in ("organization", "group") and mention.country is None)
                fits = noun in kinds["parties"] and party and not world.is_outlet(mention.name)
            if fits:
                found.setdefault(mention.entity, index)
        return sorted(found.values()) if len(found) == wanted else []
