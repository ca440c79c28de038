"""What the clause of a candidate holds, as far as a frame may need it: people, nations, who acts, and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.mark import events_arguments as arguments
from dateline.mark.events_candidate import Candidate, role_of
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Frame, Modals, lemma
from dateline.mark.events_phrases import counted, pointed_at
from dateline.records import Mention, Participant
from dateline.trees import Token

_PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "we", "you", "both", "two", "pair", "it", "who"})
_DOERS = ("initiator", "participant", "host")


@dataclass
class Clause:
    """The clause of a candidate. `noun`: its trigger is one; `earlier`: the events that the report told before it."""

    one: Candidate
    finder: Finder
    words: Modals
    noun: bool
    earlier: Sequence[Candidate]

    @property
    def frame(self) -> Frame:
        return self.one.frame

    @property
    def trigger(self) -> Token:
        return self.one.trigger

    def at(self, *slots: str) -> list[Token]:
        """The arguments in these slots."""
        return [t for slot, t in self.one.arguments if slot in slots]

    @cached_property
    def people(self) -> list[Mention]:
        """The mentions that take part, in the order of the participants."""
        return [self.finder.mentions[p.mention] for p in self.one.participants]

    @property
    def cast(self) -> list[tuple[Participant, Mention]]:
        """Those who take part, with their mentions."""
        return list(zip(self.one.participants, self.people, strict=True))

    @cached_property
    def acting(self) -> list[Token]:
        """The words for those who do it, named or not."""
        return [t for slot, t in self.one.arguments if slot != "object" and role_of(self.one, slot, self.finder, t) in _DOERS]

    @cached_property
    def known(self) -> bool:
        """Whether the report has told who confers with whom."""
        return self.told("CONSULT", of_somebody=True)

    @cached_property
    def nations(self) -> list[Token]:
        """The words for nations and officials, and for those whom the report is taken to have named: "he told them"."""
        frame, finder, groups = self.frame, self.finder, self.words.groups
        found = [
            t
            for slot, t in self.one.arguments
            if role_of(self.one, slot, finder, t) not in ("place", "ignore")
            and (finder.national(t) or lemma(counted(t)) in groups["officials"])
        ]
        if self.known:
            personal = _PERSONAL - ({"you"} if frame.type != "CONSULT" else set())  # "you agree to receive our letters"
            found += [t for t in self.acting if t.lower_ in personal and not finder.resolve(t)]
            if frame.type == "CONSULT":
                found += [t for t in self.acting if lemma(t) in groups["referents"] and pointed_at(t) and t not in found]
        if frame.mode == "host":  # "received the players"
            guests = groups["referents"] | groups["people"]
            found += [t for t in self.at("object") if lemma(t) in guests and pointed_at(t) and t not in found]
        return found

    @cached_property
    def official(self) -> bool:
        """Whether a state, its officials or its organs have a part in it."""
        return bool(self.nations) or any(self.finder.official(p.mention) for p in self.one.participants)

    @cached_property
    def done(self) -> bool:
        """Whether somebody does it, or it is done to somebody: "was received"."""
        if any(p.role in _DOERS for p in self.one.participants) or any(t in self.nations for t in self.acting):
            return True
        kind = self.frame.type
        undergoing = bool(self.people or (self.nations and (self.known or kind == "SANCTION")))
        return (
            undergoing
            and arguments.passive(self.trigger)
            and kind not in ("REJECT", "SUPPORT")
            and (kind != "ACCUSE" or self.official)
        )

    @property
    def somebody(self) -> bool:
        """Whether anybody at all is told of."""
        return bool(self.people) or bool(self.nations)

    @property
    def somewhere(self) -> bool:
        return self.one.place is not None

    def told(self, *types: str, of_somebody: bool = False) -> bool:
        """Whether the report has told of an event of one of these types; `of_somebody`: and who took part."""
        return any(other.frame.type in types and (not of_somebody or other.participants) for other in self.earlier)
