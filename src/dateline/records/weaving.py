"""What is woven from all reports. Records refer to each other by id, and to marks by their report and index."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dateline.intervals import Interval
from dateline.records.marking import ActorType, Role, Status
from dateline.records.record import Record
from dateline.spans import Span

PlanOutcome = Literal["open", "kept", "moved", "cancelled", "overdue"]
DifferenceKind = Literal["omission", "addition", "wording", "number", "negation"]
DisagreementField = Literal["date", "place", "participants", "status", "number"]
DisagreementKind = Literal["conflict", "less precise", "later update"]


DateRule = Literal["goes on", "news", "reports", "count", "visit", "meetings"]
"""Where an inferred day comes from: the day that the text goes on about; the news of its report; the reports that foresee it and
those that tell it as done; a count from another event ("two days later"); the visit that it was part of; what was done on it."""


class MentionRef(Record, frozen=True):
    """A mention of one report: `Marks.report` and the index into `Marks.mentions`."""

    report: str
    index: int


class EventRef(Record, frozen=True):
    """An event mention of one report."""

    report: str
    index: int


class StatementRef(Record, frozen=True):
    report: str
    index: int


class Office(Record, frozen=True):
    """A title, whose it is (actor id of a state or organisation), and when it is seen to be held."""

    title: str
    of: str | None
    held: Interval | None


class KnownOffice(Record, frozen=True):
    """An office that a list of people gives: its usual title, the alpha-3 code of its state, and when it was held."""

    title: str
    of: str | None
    held: Interval


class KnownPerson(Record, frozen=True):
    """Somebody whom a list of people gives, with every spelling of the name. The list decides who is meant; it states no facts."""

    id: str
    names: tuple[str, ...]
    country: str | None
    offices: tuple[KnownOffice, ...] = ()


class Actor(Record, frozen=True):
    id: str
    type: ActorType
    name: str
    country: str | None
    offices: tuple[Office, ...]
    mentions: tuple[MentionRef, ...]
    judged: tuple[str, ...] = ()  # ids of the judgements that bear on it
    may_be: tuple[str, ...] = ()  # ids of the people that fit a surname or an office alike well: which is meant stays open


class Place(Record, frozen=True):
    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    mentions: tuple[MentionRef, ...]


class CopyEdge(Record, frozen=True):
    """`copy` prints text of `original` (both report ids), or credits it.

    added: what of the copy does not stand in the original; cut: what of the original does not stand in the copy.
    """

    copy: str
    original: str
    containment: float
    why: str
    added: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()


class Passage(Record, frozen=True):
    """Characters of a report that go back to another origin than the report as a whole.

    origin: the report's own id for what it added to a text that it prints; that of another copy for what that one added; the outlet
    or agency on whose word it is told.
    """

    span: Span
    origin: str
    why: Literal["added", "copied", "cited"]


class Origin(Record, frozen=True):
    """One independent origin and the reports that have it from there.

    id: that of a report, "agency:NAME", or "outlet:NAME" of an outlet that is cited.
    """

    id: str
    reports: tuple[str, ...]


class Value(Record, frozen=True):
    """One value of a field, the reports that give it, and how many independent origins these have it from."""

    value: str
    reports: tuple[str, ...]
    independent_sources: int = 0


class Disagreement(Record, frozen=True):
    field: DisagreementField
    kind: DisagreementKind
    values: tuple[Value, ...]


class EventParticipant(Record, frozen=True):
    actor: str
    role: Role


class EventLink(Record, frozen=True):
    """Two mentions of one event, and why they are taken for one.

    score: how likely they are one by what was weighed, 0 to 1; None where nothing was: a person said so, a plan met its
    deed. common, against: what was seen to speak for it and against it, in words.
    """

    a: EventRef
    b: EventRef
    score: float | None
    common: tuple[str, ...]
    against: tuple[str, ...] = ()


class Event(Record, frozen=True):
    """One thing that happened or was to happen, as all its mentions together tell it."""

    id: str
    type: str
    mode: str | None
    cameo: str | None
    status: Status
    participants: tuple[EventParticipant, ...]
    place: str | None
    date: Interval | None
    part_of: str | None
    mentions: tuple[EventRef, ...]
    reports: tuple[str, ...]
    independent_sources: int
    disagreements: tuple[Disagreement, ...]
    why: tuple[str, ...]  # what its links have in common, the commonest first; and what people said
    date_basis: Literal["stated", "inferred", "judged"] | None = None  # inferred: from its visit, or its report's day
    confidence: float = 1.0  # the highest of its mentions
    judged: tuple[str, ...] = ()  # ids of the judgements that bear on it
    date_rule: DateRule | None = None  # of an inferred date: what it was inferred from
    origins: tuple[Origin, ...] = ()  # as many as `independent_sources`
    links: tuple[EventLink, ...] = ()  # the strongest that hold its mentions together: one fewer than there are mentions


class PlanStep(Record, frozen=True):
    """What one report said about when it would be; None is "no date"."""

    report: str
    interval: Interval | None


class Plan(Record, frozen=True):
    """What was planned: `history` is when each report said it would be, `held` when each said it had been.

    due: of a plan that nothing came of yet the last day by which it was to be.
    """

    event: str
    outcome: PlanOutcome
    announced_in: tuple[str, ...]
    history: tuple[PlanStep, ...]
    kept_by: str | None
    held: tuple[PlanStep, ...] = ()
    due: date | None = None


class Difference(Record, frozen=True):
    """Where two versions of a statement part: a and b are statement refs, the texts what each has there ("" for nothing)."""

    kind: DifferenceKind
    a: StatementRef
    b: StatementRef
    a_text: str
    b_text: str


class VariantGroup(Record, frozen=True):
    """Versions of one statement of one speaker."""

    id: str
    speaker: str | None
    statements: tuple[StatementRef, ...]
    differences: tuple[Difference, ...]
    origins: tuple[Origin, ...] = ()


class Story(Record, frozen=True):
    id: str
    title: str
    reports: tuple[str, ...]
    events: tuple[str, ...]


class Episode(Record, frozen=True):
    """What happened in a story line at one time: the deeds of these days, in their order, and the reports that tell of them."""

    days: Interval
    events: tuple[str, ...]
    reports: tuple[str, ...]


class StoryLine(Record, frozen=True):
    """Stories that follow each other up, the earliest first, and what happened in them, time by time."""

    id: str
    stories: tuple[str, ...]
    episodes: tuple[Episode, ...]
