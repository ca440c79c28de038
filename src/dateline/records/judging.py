"""What people say against the account, and what a weaving changed."""

from __future__ import annotations

from typing import Literal

from dateline.ids import content_id
from dateline.records.record import Record
from dateline.spans import Span

Verdict = Literal["same", "different", "speaker", "date", "no event", "name", "withdrawn"]


class Judgement(Record, frozen=True):
    """A person's word, which outranks whatever was worked out. Append-only: `withdrawn` takes an earlier one back.

    It speaks of characters of reports, which stay what they are whatever reports are added later, never of woven ids.

    verdict    left                                   right
    same       a mention of an actor or event         another: the two are one
    different  a mention of an actor or event         another: the two are not one
    speaker    a statement                            a mention of who said it, or a name; "nobody": unknown
    date       a mention of an event, or a report id  EDTF: when it was, or came out; "unknown"
    no event   a mention of an event                  "": the words tell of none
    name       a mention of an actor                  the spelling to show
    withdrawn  the id of an earlier judgement         ""

    A mention of an event is given by its trigger or its whole span. at: ISO 8601, UTC.
    """

    left: Span | str
    right: Span | str
    verdict: Verdict
    by: str
    why: str
    at: str
    of: Literal["actor", "event"] = "actor"  # what `same` and `different` speak of

    @property
    def id(self) -> str:
        """Made from content: the same word of the same person at the same time is the same judgement."""
        return content_id("judgement", *self._plain(), self.verdict, self.of, self.by, self.why, self.at)

    def _plain(self) -> tuple[str, ...]:
        sides = (self.left, self.right)
        return tuple(f"{s.report}:{s.start}-{s.end}" if isinstance(s, Span) else s for s in sides)


ChangeKind = Literal["gained", "lost", "changed", "merged", "split"]
Changed = Literal["event", "actor", "statement", "plan"]


class Change(Record, frozen=True):
    """One difference between two accounts.

    id: in the new account, "" for what is lost; was: in the old one, "" for what is gained. field, before, after: what changed, in
    plain values (a name, EDTF, a status, names joined by ", "). span: the characters that it rests on.
    """

    of: Changed
    kind: ChangeKind
    id: str
    was: str
    field: str
    before: str
    after: str
    span: Span | None


class Changes(Record, frozen=True):
    """What a run changed: reports that are new, and every difference between the account before it and after it."""

    reports: tuple[str, ...]
    changes: tuple[Change, ...]


class Weave(Record, frozen=True):
    """One weaving of the desk. number: from 1; at: ISO 8601, UTC; judgements: how many the journal held."""

    number: int
    at: str
    judgements: int
    changes: Changes
