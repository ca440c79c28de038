"""Who acted just before somebody speaks whom the text gives no name there."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from dateline import languages
from dateline.mark.parse import Parsed
from dateline.mark.statements.found import Found
from dateline.mark.statements.speakers import SUBJECTS
from dateline.records import Mention
from dateline.trees import Token

_REACH = 4  # sentences back
_GENDER = {"he": False, "him": False, "his": False, "himself": False, "she": True, "her": True, "hers": True, "herself": True}


@cache
def _folded(language: str, name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in languages.words(language, name))


class Scene:
    """The people of a report by sentence, without those that only quoted words name."""

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], found: Sequence[Found]) -> None:
        self._parsed = parsed
        self._mentions = mentions
        self._starts = [piece.offset + sentence.start_char for piece, sentence in parsed.sentences()]
        self._named = {m.entity for m in mentions if m.form == "name"}
        self._female: dict[int, set[bool]] = defaultdict(set)
        quoted = sorted({(q.outer_start, q.outer_end) for one in found for q in one.quoted})
        starts = [start for start, _ in quoted]
        self._people: dict[int, list[int]] = defaultdict(list)
        for index, mention in enumerate(mentions):
            if mention.kind != "person":
                continue
            self._learn(mention)
            at = bisect_right(starts, mention.span.start) - 1
            if at < 0 or quoted[at][1] <= mention.span.start:
                self._people[self._sentence(mention.span.start)].append(index)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _learn(self, mention: Mention) -> None:
        word = self._parsed.text[mention.span.start : mention.span.end].casefold()
        if mention.form == "pronoun" and word in _GENDER:
            self._female[mention.entity].add(_GENDER[word])
        elif mention.form == "name" and " " in mention.name:
            given = mention.name.split()[0].casefold()
            for female, name in ((True, "given_names_female"), (False, "given_names_male")):
                if given in _folded(self._parsed.report.language, name):
                    self._female[mention.entity].add(female)

    def acting(self, one: Found, excluded: set[int], female: bool | None) -> int | None:
        """The subject of the nearest sentence before an attribution that tells of people by name, or the only one of them."""
        for number in self._before(one, _REACH):
            able = self._able(number, excluded, female)
            leading = [i for i in able if self._leads(self._mentions[i])]
            if len({self._mentions[i].entity for i in leading or able}) == 1:
                return (leading or able)[0]
            if leading or able:
                return leading[0] if leading else None
        return None

    def alone(self, one: Found, entity: int, female: bool | None) -> int | None:
        """The only person whom the sentence before an attribution names, unless who is `entity` acts there or is named too."""
        assert one.speaker is not None
        beside = self._people.get(self._sentence(one.speaker.start), ())
        if any(self._mentions[i].span.start < one.speaker.start for i in beside):
            return None
        for number in self._before(one, 1):
            here = [i for i in self._people.get(number, ()) if self._mentions[i].entity == entity]
            if any(self._mentions[i].form != "pronoun" or self._leads(self._mentions[i]) for i in here):
                return None
            able = [i for i in self._able(number, {entity}, female) if self._mentions[i].form == "name"]
            return able[0] if len({self._mentions[i].entity for i in able}) == 1 else None
        return None

    def may_be(self, entity: int, female: bool) -> bool:
        """Whether nothing in the report says that a person is of the other sex."""
        return self._female[entity] != {not female}

    def _before(self, one: Found, reach: int) -> range:
        assert one.speaker is not None
        here = self._sentence(min(one.start, one.speaker.start))
        return range(here - 1, max(-1, here - 1 - reach), -1)

    def _able(self, number: int, excluded: set[int], female: bool | None) -> list[int]:
        """People in a sentence who have a name in the report and may be meant."""
        return [
            i
            for i in self._people.get(number, ())
            if (entity := self._mentions[i].entity) not in excluded
            and entity in self._named
            and (female is None or self.may_be(entity, female))
        ]

    def _leads(self, mention: Mention) -> bool:
        """Whether somebody is the subject of a sentence, or does what its passive tells."""
        piece = self._parsed.piece_at(mention.span.start)
        if piece is None:
            return False
        start = mention.span.start - piece.offset
        span = piece.doc.char_span(start, start + len(mention.span), alignment_mode="expand")
        token: Token | None = span.root if span is not None else None
        if token is None:
            return False
        while token.dep_ in ("appos", "compound") and token.head != token:
            token = token.head
        agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
        verb = token.head.head if agent else token.head
        return (agent or token.dep_ in SUBJECTS) and verb.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
