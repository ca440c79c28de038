"""Who a noun phrase is: the mention that a token belongs to, through titles, appositions and what is joined by "and"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline import world
from dateline.languages.offices import kin
from dateline.mark.events_definites import Definites
from dateline.mark.events_frames import Modals, counts, lemma
from dateline.mark.events_joined import conjoined, joined_before
from dateline.mark.events_plurals import plural
from dateline.mark.mentions import members
from dateline.mark.parse import Piece
from dateline.records import Mention, Statement, TimeExpression
from dateline.trees import Token

_DESCRIBES = re.compile(r"-[a-z]+\Z")
_SERVING = frozenset({"of", "from", "for"})  # "gunmen of Hamas", "negotiators for Serbia"
_BELONGING = frozenset({"of", "from", "in"})  # "a court in Santiago"


def _bracketed(text: str, start: int, stop: int) -> bool:
    """Whether a name stands alone in brackets: an agency, or the abbreviation of the name before."""
    return start > 0 and text[start - 1] == "(" and text[stop : stop + 1] == ")"


def _within(marks: Sequence[Mention] | Sequence[TimeExpression], piece: Piece) -> slice:
    """Which of the marks, in text order, begin in the piece."""

    def start(mark: Mention | TimeExpression) -> int:
        return mark.span.start

    return slice(bisect_left(marks, piece.offset, key=start), bisect_left(marks, piece.offset + len(piece.text), key=start))


class Finder:
    """Finds the mention that a token belongs to. One for each piece; `known` are the report's `officials`."""

    def __init__(
        self,
        piece: Piece,
        mentions: tuple[Mention, ...],
        times: tuple[TimeExpression, ...],
        modals: Modals,
        known: frozenset[int],
        statements: Sequence[Statement] = (),
        text: str = "",
    ) -> None:
        self.mentions = mentions
        self._definites = Definites(mentions, text, modals)
        self._spoken = [s for s in statements if s.kind != "indirect" and s.speaker is not None]
        self._offset = piece.offset
        self._nested = False
        self._resolved: dict[tuple[int, bool], tuple[int, ...]] = {}  # the same phrases are asked for by frame after frame
        self.modals = modals
        self._at: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self._official = known
        self.politics = len(known)
        here = _within(mentions, piece)
        times = times[_within(times, piece)]
        months = [t.span for t in times if t.meaning is not None and t.meaning.month is not None]
        self.dates = frozenset(
            token.i
            for span in months
            for token in piece.doc.char_span(max(0, span.start - piece.offset), span.end - piece.offset, alignment_mode="expand")
            or ()
        )
        for index, mention in enumerate(mentions[here], here.start):
            start, stop = mention.span.start - piece.offset, mention.span.end - piece.offset
            if mention.dateline or (mention.kind == "organization" and _bracketed(piece.text, start, stop)):
                continue  # "(CNN) - The king met"
            if mention.kind == "place" and _DESCRIBES.search(piece.text, start, stop):
                continue  # "a Panama-flagged ship" is not in Panama
            if mention.kind != "person" and any(time.span.covers(mention.span) for time in times):
                continue
            tokens = piece.doc.char_span(max(0, start), stop, alignment_mode="expand")
            for token in tokens or ():
                if mention.kind == "place" or (mention.kind == "state" and mention.form == "name"):
                    self._places[token.i] = index
                kept = self._at.get(token.i)
                if kept is None or len(mention.span) > len(mentions[kept].span):
                    self._at[token.i] = index

    def at(self, token: Token) -> int | None:
        """The longest mention over the token."""
        return self._at.get(token.i)

    def official(self, index: int) -> bool:
        """Whether the report anywhere gives this actor a country or an office, or it is a state or an organisation."""
        return self.mentions[index].entity in self._official

    def outlet(self, index: int) -> bool:
        """Whether it is an agency, a paper or a broadcaster: it tells of what others do."""
        return self.mentions[index].kind == "organization" and world.is_outlet(self.mentions[index].name)

    def located(self, index: int) -> bool:
        """Whether a place is known to lie in a state."""
        return self.mentions[index].country is not None or self.official(index)

    def national(self, token: Token) -> bool:
        """Whether the noun phrase is of a people: "two Chilean sailors" are nobody in particular, but they are Chile's."""
        near = [token]
        near += [t for p in token.rights if p.dep_ == "prep" and p.lower_ in _BELONGING for t in p.children if t.dep_ == "pobj"]
        near += [c for t in tuple(near) for c in t.lefts if c.dep_ in ("amod", "compound", "nmod", "poss")]
        return any(world.demonym(t.text) is not None or (t.i in self._at and self.official(self._at[t.i])) for t in near)

    def quoted(self, token: Token) -> bool:
        """Whether the word is said in somebody's own words."""
        at = self._offset + token.idx
        return any(s.span.start <= at < s.span.end for s in self._spoken)

    def resolve(self, token: Token) -> list[int]:
        """Mentions that a noun phrase stands for, conjoined ones too: "the Chilean delegation" is Chile."""
        key = token.i, self._nested
        if key not in self._resolved:
            self._resolved[key] = tuple(self._stood_for(token))
        return list(self._resolved[key])

    def _stood_for(self, token: Token) -> list[int]:
        found: list[int] = []
        joined = conjoined(token)
        if joined and (named := self._named_within(token)):
            return named
        for head in (token, *joined):
            for index in (*self._one(head), *self._leaders(head), *self._peoples(head)):
                if index not in found:
                    found.append(index)
        return found

    def _actors(self, token: Token) -> list[int]:
        """Whom another phrase names, for a pronoun that stands for them: no pronoun leads on to a third."""
        self._nested = True
        found = [i for i in self.resolve(token) if self.mentions[i].kind != "place"]
        self._nested = False
        return found

    def _leaders(self, head: Token) -> list[int]:
        """Who leads a group: "six senators led by Jan Kowal", "a delegation under Jan Kowal"."""
        if head.pos_ != "NOUN":
            return []
        led = [c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN" and lemma(c) in self.modals.standins["lead"]]
        preps = [p for v in led for p in v.children if p.dep_ in ("agent", "prep") and p.lower_ == "by"]
        preps += [p for p in head.children if p.dep_ == "prep" and p.lower_ == "under"]
        named = [i for p in preps for t in p.children if t.dep_ == "pobj" for i in self._one(t)]
        return [i for i in named if self.mentions[i].kind == "person"]

    def _peoples(self, head: Token) -> list[int]:
        """The other states of forces that several send: Chile in "Chilean and Peruvian forces"."""
        found = [i for t in joined_before(head) if (i := self.at(t)) is not None]
        return [i for i in found if self.mentions[i].kind == "state"]

    def _named_within(self, token: Token) -> list[int]:
        """The people named in "A of X and the B of Y, C", where the parse is lost among titles; empty when there are not two."""
        found: dict[int, int] = {}
        last = token.doc[token.left_edge.i].i
        for inner in token.doc[last : token.right_edge.i + 1]:
            if inner.pos_ in ("VERB", "AUX"):
                break
            index = self.at(inner)
            if index is None or self.mentions[index].kind != "person" or self.mentions[index].form == "pronoun":
                continue
            ends = inner.i + 1 >= len(token.doc) or self.at(token.doc[inner.i + 1]) != index
            owner = ends and inner.i + 1 < len(token.doc) and token.doc[inner.i + 1].tag_ == "POS"
            if ends and not owner:
                found.setdefault(self.mentions[index].entity, index)
        return list(found.values()) if len(found) > 1 else []

    def _one(self, head: Token) -> list[int]:
        direct = self.at(head)
        if head.lower_ in self.modals.standins["speaker"]:
            return self._speaker(head)
        if (
            not self._nested
            and head.lower_ in self.modals.standins["they"]
            and head.pos_ in ("PRON", "NUM", "NOUN", "DET")
            and (they := plural(head, self._actors))
        ):
            return they
        apposed = self._appos(head)
        if lemma(head) in self.modals.groups["places"]:  # "the Black Sea resort of Batumi" is Batumi
            named = [t for p in head.rights if p.dep_ == "prep" and p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
            if inside := [i for t in named if (i := self.at(t)) is not None and self.mentions[i].kind == "place"]:
                return inside
        if direct is not None:
            mention = self.mentions[direct]
            if mention.form == "title" and head.pos_ == "ADJ":
                return []
            if mention.kind == "group":
                inside = [i for i in members(self.mentions, direct) if i != direct]
                inside = inside or self._definites.meant(head, self._offset)
                return inside or ([*self._principals(head), direct] if mention.form != "pronoun" else [])
            return [apposed if apposed is not None and mention.form == "title" else direct]
        if apposed is not None:  # "his Turkish and Iranian counterparts, A and B"
            more = [i for c in head.children if c.dep_ == "appos" for t in conjoined(c) if (i := self.at(t)) is not None]
            return list(dict.fromkeys([apposed, *(i for i in more if self.mentions[i].kind != "place")]))
        group = lemma(head) in self.modals.groups["people"] or head.tag_ in ("NNP", "NNPS")
        before = [
            i
            for c in head.lefts
            if c.dep_ in ("compound", "nmod", "poss", "amod") and (i := self.at(c)) is not None
            if group or c.dep_ != "poss" or self.mentions[i].kind != "person"  # "Perez's remarks" are not Perez
        ]
        theirs = [c for c in head.lefts if c.dep_ == "poss" and c.lower_ == "their"]
        if group and theirs and not self._nested and (they := plural(theirs[0], self._actors)):
            return they  # "their foreign ministers"
        if head.lower_ in kin():
            return []  # "my brother" is not I
        followers = lemma(head) in self.modals.groups["followers"]
        if before and self.mentions[before[-1]].kind == "person" and lemma(head) in self.modals.definites["servants"]:
            return self._state_of(before[-1])  # "his government"
        if before and (group or head.pos_ in ("NOUN", "PROPN", "X", "ADP")):
            return self._led(before[-1]) if followers else before[-1:]
        if not before and (meant := self._definites.meant(head, self._offset)):
            return meant
        if not group and not counts(head):
            return []
        inner = [t for p in head.rights if p.dep_ == "prep" and p.lower_ in _SERVING for t in p.children if t.dep_ == "pobj"]
        served = [i for t in inner for i in self.resolve(t)]
        return [k for i in served for k in self._led(i)] if followers else served

    def _led(self, index: int) -> list[int]:
        """Who acts where followers do: the state or body that their leader leads, with the leader, or the one that they are of."""
        leader = self.mentions[index]
        if leader.kind != "person":
            return [index]
        body = next((i for i, m in enumerate(self.mentions) if m.entity in self._bodies_led(leader.entity)), None)
        return [index, *([body] if body is not None else [])]

    def _principals(self, head: Token) -> list[int]:
        """Whose people they are, where that is named beside them: "U.S. government lawyers", "lawyers for Jan Berg"."""
        before = [i for t in head.doc[head.left_edge.i : head.i] if (i := self.place(t)) is not None]
        served = [t for p in head.rights if p.dep_ == "prep" and p.lower_ == "for" for t in p.children if t.dep_ == "pobj"]
        armed = lemma(head) in self.modals.groups["followers"] | self.modals.groups["armed"]
        sent = [t for p in head.rights if p.dep_ == "prep" and p.lower_ in ("from", "of") for t in p.children if t.dep_ == "pobj"]
        served += [
            t for t in sent if armed and (i := self.at(t)) is not None and self.mentions[i].kind in ("organization", "state")
        ]
        return [i for i in before if self.mentions[i].kind == "state"] + [i for t in served if (i := self.at(t)) is not None]

    def _state_of(self, index: int) -> list[int]:
        """The state of a person, where the report names it; else the person."""
        entity = self.mentions[index].entity
        codes = {m.of or m.country for m in self.mentions if m.entity == entity} - {None}
        return next(([i] for i, m in enumerate(self.mentions) if m.kind == "state" and m.country in codes), [index])

    def place(self, token: Token) -> int | None:
        """The place or state named over the token, whatever longer mention it is part of: "the freed girls in Oslo"."""
        return self._places.get(token.i)

    def _bodies_led(self, person: int) -> set[int]:
        """The states and bodies whose first office a person holds."""
        held = {m.of for m in self.mentions if m.entity == person and m.of and m.title in self.modals.standins["leads"]}
        return {
            m.entity
            for m in self.mentions
            if (m.kind == "state" and m.country in held) or (m.kind == "organization" and m.name in held)
        }

    def _speaker(self, pronoun: Token) -> list[int]:
        """Who says "I": the speaker of the shortest quoted words around it."""
        at = self._offset + pronoun.idx
        around = [s for s in self._spoken if s.span.start <= at < s.span.end]
        speaker = min(around, key=lambda s: len(s.span)).speaker if around else None
        return [speaker] if speaker is not None else []

    def _appos(self, head: Token) -> int | None:
        for child in head.children:
            if child.dep_ == "appos":
                index = self.at(child)
                if index is not None and self.mentions[index].kind != "place":
                    return index
        return None
