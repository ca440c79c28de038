"""From the phrase that names a speaker to the mention it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from dateline import languages, world
from dateline.mark.parse import Parsed
from dateline.mark.statements.found import WORD, Found, Who, who
from dateline.mark.statements.scene import Scene
from dateline.mark.statements.speakers import author
from dateline.records import Mention

_LONGEST_MENTION = 200  # characters
_MOST_PRONOUNS = 5  # attributions gone back over for whom "they" stands
_MOST_TEXTS = 5  # earlier texts looked at for who wrote one
_LONGEST_RANK = 40  # characters between an office and the name after its comma
_SHORTEST_NAME = 4  # characters of a phrase that is no pronoun
_PERSONAL = {"he": False, "she": True}  # whether it stands for a woman
_BODIES = {"they": ("group", "organization"), "it": ("organization", "state")}  # what it stands for
_DEFINITE = re.compile(r"(?:the|his|her|their)\s", re.IGNORECASE)
_STOP = re.compile(r"[.!?;]\s")
_RANK = re.compile(r",\s(?:[A-Z][\w.]*\s){0,3}")


class Speakers:
    """Looks mentions up by place; places themselves never speak."""

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], found: Sequence[Found]) -> None:
        self.mentions = mentions
        self._scene = Scene(parsed, mentions, found)
        self._carried: dict[tuple[int, int] | None, list[Found]] = defaultdict(list)  # what one cue carries, before and after it
        for one in found:
            self._carried[one.cue].append(one)
        spoken = (f for f in found if f.speaker and f.kind != "turn" and f.force == "speech")
        self._spoken = sorted(spoken, key=_named_till)
        self._turns = [one for one in found if one.kind == "turn"]
        self._text = parsed.text
        self._parsed = parsed
        self._language = parsed.report.language
        self._order = sorted((i for i, m in enumerate(mentions) if m.kind != "place"), key=lambda i: (mentions[i].span, i))
        self._starts = [mentions[i].span.start for i in self._order]
        self._people: dict[str, list[int]] = defaultdict(list)
        for i, mention in enumerate(mentions):
            if mention.form == "name" and mention.kind == "person":
                for word in set(mention.name.casefold().split()):
                    self._people[word].append(i)

    def speaker(self, one: Found) -> int | None:
        """Index of the mention that speaks; a pronoun or a description is nobody whom the words themselves name.

        'Sarkozy would come, he said': not Sarkozy, but who acted just before. So too 'the Vermont Democrat added', 'his host said'.
        """
        who, found = one.speaker, self.mention(one.speaker)
        if who is None:
            return None
        words = self._text[who.start : who.end].casefold()
        if words in _BODIES and (found is None or self.mentions[found].form == "pronoun"):
            said = self._spoke_before(one, _BODIES[words])
            return found if said is None else said
        if words in _PERSONAL:
            parts = self._carried[one.cue] if one.cue else [one]
            inside = [m for part in parts for m in self._within(part.start, part.end)]
            if (same := self._went_on(one, found, _PERSONAL[words])) is not None:
                return same
            named = {m.entity for m in inside if m.form == "name" and m.kind == "person"}
            if found is None or self.mentions[found].entity in named:
                other = self._scene.acting(one, named, _PERSONAL[words])
                quoted = any(q.start <= m.span.start < q.end for part in parts for q in part.quoted for m in inside)
                return found if other is None and not quoted else other
            if one.quoted and (other := self._scene.alone(one, self.mentions[found].entity, _PERSONAL[words])) is not None:
                return other
        elif found is None and _DEFINITE.match(words) and self._word(who) in languages.words(self._language, "person_nouns"):
            owner = {m.entity for m in self._within(who.start, who.start + 1)}
            partner = words.startswith("the ") or self._word(who) in languages.words(self._language, "partners")
            woman = self._word(who) in languages.words(self._language, "women")
            return self._scene.acting(one, owner, True if woman else None) if partner else None
        elif found is not None and _DEFINITE.match(words) and self._nameless(self.mentions[found]):
            other = self._scene.alone(one, self.mentions[found].entity, None)
            if other is not None and self.mentions[other].country in (self.mentions[found].country, None):
                return other
        return found

    def _spoke_before(self, one: Found, kinds: tuple[str, ...]) -> int | None:
        """Who spoke last before a pronoun, in its paragraph or the one before, where that is one of these kinds."""
        assert one.speaker is not None
        at = bisect_left(self._spoken, one.speaker.start, key=_named_till)
        end = one.speaker.start
        for earlier in reversed(self._spoken[max(0, at - _MOST_PRONOUNS) : at]):
            before = earlier.speaker
            if before is None or self._text.count("\n\n", before.end, end) > 1:
                return None
            said = self.mention(before)
            if said is not None and self.mentions[said].form != "pronoun":
                return said if self.mentions[said].kind in kinds else None
            end = before.start
        return None

    def _went_on(self, one: Found, found: int | None, female: bool) -> int | None:
        """Who spoke just before in the paragraph, where the pronoun is nobody or somebody whom only that speaker's words name."""
        assert one.speaker is not None
        at = bisect_left(self._spoken, one.speaker.start, key=_named_till) - 1
        before = self._spoken[at] if at >= 0 else None
        if before is None or before.speaker is None or before.speaker.end - before.speaker.start < _SHORTEST_NAME:
            return None
        if "\n" in self._text[before.speaker.start : one.speaker.start]:
            return None
        said = self.mention(before.speaker)
        if said is None or self.mentions[said].form != "name" or self.mentions[said].kind != "person":
            return None
        if not self._scene.may_be(self.mentions[said].entity, female):
            return None
        if found is None:
            return said
        meant = self.mentions[found].entity
        since = [m for m in self._within(before.speaker.start, one.speaker.start) if m.entity == meant]
        words = [f for f in self._spoken if f.speaker == before.speaker]
        return said if since and all(any(w.start <= m.span.start < w.end for w in words) for m in since) else None

    def _nameless(self, mention: Mention) -> bool:
        return (
            mention.form == "title"
            and mention.kind == "person"
            and not any(m.form == "name" and m.entity == mention.entity for m in self.mentions)
        )

    def another(self, one: Found) -> bool:
        """Whether words inside a turn are known to be somebody else's than its speaker's."""
        mention = self.speaker(one)
        at = bisect_right(self._turns, one.start, key=lambda turn: turn.start) - 1
        turn = self.mention(self._turns[at].speaker) if at >= 0 else None
        return mention is not None and (turn is None or self.mentions[turn].entity != self.mentions[mention].entity)

    def _within(self, start: int, end: int) -> list[Mention]:
        return [self.mentions[i] for i in self._over(start, end) if self.mentions[i].span.start >= start]

    def _word(self, who: Who) -> str:
        head = WORD.match(self._text, who.head)
        return head.group().casefold() if head else ""

    def mention(self, who: Who | None) -> int | None:
        """Index of the mention of the phrase's head; before a bare title the name beside it; for a government its state."""
        if who is None:
            return None
        head = WORD.match(self._text, who.head)
        covering = self._over(who.head, who.head + 1)
        names = [i for i in covering if self.mentions[i].form == "name"] or self._beside(who, head.end() if head else who.head)
        if names or covering:
            return min(names or covering, key=lambda i: (len(self.mentions[i].span), i))
        if head is None:
            return None
        stand_ins = languages.words(self._language, "speaking_for") | languages.words(self._language, "outlet_words")
        if head.group().lower() in stand_ins:  # "the Russian side", "the Baltica news agency"
            first = who.start if who.by is None else who.by
            bodies = [i for i in self._over(first, who.end) if self.mentions[i].kind in ("state", "organization")]
            if bodies:
                return max(bodies, key=lambda i: (self.mentions[i].kind == "organization", self.mentions[i].span.end))
            owner = [i for i in self._over(first, first + 1) if self.mentions[i].kind == "person"]
            if owner and not self._text[first : who.head].casefold().startswith("the "):  # "his office"
                return owner[0]
            if (state := self._state_of(who)) is not None:
                return state
        if (holder := self._holder(who, head.group().casefold())) is not None:
            return holder
        if (by := self._of_text(head.group(), who.head)) is not None:
            return by
        return self._after(who.end) if head.group().islower() else self._namesake(head.group(), who.head)

    def _of_text(self, word: str, at: int) -> int | None:
        """Who the nearest text of this kind before a place is by: "a letter signed by Petrov ... the letter said"."""
        if word not in languages.words(self._language, "texts"):
            return None
        for found in reversed(list(re.finditer(rf"\b{re.escape(word)}\b", self._text[:at]))[-_MOST_TEXTS:]):
            piece = self._parsed.piece_at(found.start())
            span = piece.doc.char_span(found.start() - piece.offset, found.end() - piece.offset) if piece else None
            by = author(span.root) if span is not None else None
            if piece is not None and by is not None:
                return self.mention(who(piece, by))
        return None

    def _holder(self, who: Who, office: str) -> int | None:
        """Who is named in the phrase or right after it and holds its office: "a spokesman for President Novak, Ivan Petrov"."""
        for i in self._over(who.start, who.end + _LONGEST_RANK):
            mention = self.mentions[i]
            held = f"{mention.title or ''} {mention.wording or ''}".casefold().split()
            beside = not _STOP.search(self._text, who.end, max(who.end, mention.span.start))
            if mention.form == "name" and mention.kind == "person" and mention.span.start > who.head and office in held and beside:
                return i
        return None

    def _state_of(self, who: Who) -> int | None:
        """The nearest mention of the state whose people or person a body is named after: "the American party"."""
        countries = {m.country for m in self._within(who.head, who.end) if m.kind == "person"}
        countries |= {world.demonym(word) for word in WORD.findall(self._text, who.start, who.end)}
        same = [i for i in self._order if self.mentions[i].kind == "state" and self.mentions[i].country in countries - {None}]
        return min(same, key=lambda i: (abs(self.mentions[i].span.start - who.start), i), default=None)

    def _after(self, end: int) -> int | None:
        """The name set off by a comma after an office: "a spokesman for the army, Colonel Ivan Petrov, said"."""
        near = [i for i in self._over(end, end + _LONGEST_RANK) if self.mentions[i].form == "name"]
        found = [i for i in near if _RANK.fullmatch(self._text, end, self.mentions[i].span.start)]
        return min((i for i in found if self.mentions[i].kind == "person"), default=None)

    def _over(self, start: int, end: int) -> list[int]:
        """Mentions that overlap start..end."""
        first, last = bisect_left(self._starts, start - _LONGEST_MENTION), bisect_left(self._starts, end)
        return [i for i in self._order[first:last] if self.mentions[i].span.end > start]

    def _beside(self, who: Who, after: int) -> list[int]:
        """The name that an office or an apposition stands before: "spokesman Ivan Petrov", "the envoy, Ivan Petrov"."""
        near = self._over(after, after + 2)
        found = [i for i in near if self.mentions[i].span.start == after + 1]
        if who.other is not None:
            found.extend(self._over(who.other, who.other + 1))
        return [i for i in found if self.mentions[i].form == "name"]

    def _namesake(self, word: str, at: int) -> int | None:
        """The nearest mention with the word in its name, where the word itself was not taken for a mention."""
        same = self._people.get(word.casefold(), []) if word[0].isupper() and len(word) > 2 else []
        if len({self.mentions[i].entity for i in same}) != 1:
            return None
        return min(same, key=lambda i: (abs(self.mentions[i].span.start - at), i))


def _named_till(one: Found) -> int:
    return one.speaker.end if one.speaker is not None else 0
