"""Every record type, in the order of the road: read, mark, weave.

Records are frozen and compare by value. Spans count characters of `Report.text`. Mark records refer to each other by index into
the tuples of the same `Marks`; woven records refer by id.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.spans import Run, Span

# ---------------------------------------------------------------- read

BlockRole = Literal["title", "byline", "dateline", "subhead", "body", "turn", "caption", "repeat", "furniture"]
ReportKind = Literal["article", "transcript", "agency", "other"]
Basis = Literal["metadata", "stated", "inferred", "judged"]  # judged: a person said so


class Record(msgspec.Struct, frozen=True):
    """A value: equal content is an equal record."""


class Source(Record, frozen=True):
    """One thing to read, as its format found it: `name` is a path or URL, `media` the format's name."""

    name: str
    content: bytes
    media: str


class Problem(Record, frozen=True):
    """Something that could not be done, and what to do about it. Never stops the run, never vanishes."""

    source: str
    step: str
    name: str  # short and fixed, e.g. "empty file"
    detail: str


class Published(Record, frozen=True):
    """When a report came out and how we know."""

    interval: Interval
    basis: Basis
    judged: tuple[str, ...] = ()  # ids of the judgements it rests on


class Block(Record, frozen=True):
    """A run of a report's text with one role. `why` says what the role rests on where it is not plain body."""

    span: Span
    role: BlockRole
    why: str | None = None


class Report(Record, frozen=True):
    """One report as read.

    `text` is what people read; for plain text it is the decoded file unchanged and `runs` is empty. For other formats `original` is
    the decoded file and `runs` map `text` back to it.
    """

    id: str
    source: str
    text: str
    original: str | None
    runs: tuple[Run, ...]
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    language: str
    kind: ReportKind
    published: Published | None
    origin: str | None  # the agency that the copy is credited to
    blocks: tuple[Block, ...]


# ---------------------------------------------------------------- mark

MentionForm = Literal["name", "title", "pronoun", "metonym"]
ActorType = Literal["person", "state", "organization", "group"]
MentionKind = Literal["person", "state", "organization", "group", "place"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "indirect", "turn"]
Modality = Literal["asserted", "future", "conditional", "negated", "reported"]
Status = Literal["happened", "planned", "proposed", "cancelled", "denied", "unknown"]
Role = Literal["initiator", "recipient", "participant", "host"]


class Mention(Record, frozen=True):
    """Words that stand for an actor or a place. The span has no title and no possessive."""

    span: Span
    form: MentionForm
    kind: MentionKind
    name: str  # the name in running case ("Sergei Lavrov" for "SERGEI LAVROV"); "" for a bare title or pronoun
    entity: int  # mentions of one report with the same number are one actor (or one place)
    country: str | None = None  # ISO 3166 alpha-3 of a state, a person's or organisation's country
    title: str | None = None  # office in lower case without the country: "foreign minister"
    of: str | None = None  # whose office: alpha-3 of a state, or an organisation's name
    former: bool = False  # "then-", "former", "ex-"
    dateline: bool = False  # the place from which the report is filed, at its head
    wording: str | None = None  # the title in the report's own words where they differ from `title`: "foreign secretary"
    assumed: bool = False  # no words say the country, nor whose the office is: a guess from what the report is about


TimeBase = Literal["absolute", "publication", "reference", "event", "vague"]
TimeUnit = Literal["day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"]
TimePart = Literal["early", "mid", "late"]
TimeBound = Literal["exact", "not before", "not after", "before", "after", "about"]


class TimeMeaning(Record, frozen=True):
    """What a time expression says, before anyone knows when the report came out.

    base: what it counts from: nothing ("10 April 2018"), the publication day ("last month", "Thursday", "27 April"), the time
    spoken of just before ("the same day", "a month earlier"), another event ("before the summit"), or nothing that can be counted
    from ("recently"). shift: how many units from the base, negative for the past. year, month, day, weekday (Monday is 0): the
    named parts. tense: where a part with no year or a bare weekday lies, seen from the publication day.
    """

    base: TimeBase
    unit: TimeUnit = "day"
    shift: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    tense: Literal["past", "present", "future"] | None = None
    part: TimePart | None = None
    bound: TimeBound = "exact"
    until: TimeMeaning | None = None  # "from April 9 to 11": the last day's meaning
    strict: bool = False  # "last Wednesday", "next Wednesday": never the day it is counted from
    feast: str | None = None  # a feast that moves from year to year: its rule for `feasts.days`


class TimeExpression(Record, frozen=True):
    """A time expression: TIMEX3 type and value as far as the text alone tells, what it means, and the rule that found it."""

    span: Span
    type: TimeType
    value: str  # TIMEX3 value; relative to a known publication day where there is one, else "XXXX-..." or PAST_REF and the like
    meaning: TimeMeaning | None  # None for durations and sets
    rule: str


class Statement(Record, frozen=True):
    """Words that somebody is reported to have said. speaker, relayed_by index `Marks.mentions`; said indexes `Marks.times`."""

    span: Span  # the words without their quotation marks
    kind: StatementKind
    cue: Span | None
    speaker: int | None
    relayed_by: int | None = None
    said: int | None = None
    judged: tuple[str, ...] = ()  # ids of the judgements that changed it


class Participant(Record, frozen=True):
    """Who takes part, as an index into `Marks.mentions`."""

    mention: int
    role: Role


class EventMention(Record, frozen=True):
    """One clause that tells of an event.

    status is what this mention alone says; modality how it says it. when indexes `Marks.times`, place `Marks.mentions`.
    content: the event mention that this one is about (an invitation's visit, a summit's announcement), index into `Marks.events`.
    """

    span: Span  # trigger to last argument of the clause
    trigger: Span
    lemma: str
    type: str  # PLOVER
    mode: str | None
    cameo: str | None
    modality: Modality
    status: Status
    participants: tuple[Participant, ...]
    when: int | None = None
    place: int | None = None
    attributed_to: int | None = None
    content: int | None = None
    ordinal: int | None = None  # "second summit"
    frame: str = ""  # the frame that matched, for `why`
    nominal: bool = False  # only named, not told: "the visit to Oslo"
    confidence: float = 1.0  # belief, 0 to 1, that the words tell of an event of this type at all
    loose: Literal["verb", "noun"] | None = None  # what stands around the word fits no frame: only its own words tell it well


CountBound = Literal["exact", "about", "nearly", "at least", "at most"]
FATES = ("killed", "injured")  # what befell people who are counted, by the names of its lists in a language's `counts.toml`


class Quantity(Record, frozen=True):
    """A number with its unit and what it counts."""

    span: Span
    value: float
    unit: str  # "km", "USD", "person", "" for a bare count
    about: str  # the words counted, lower case: "north korean labourers"
    approximate: bool = False
    bound: CountBound = "exact"  # on which side of it the hedge puts the true number: "at least 40", "nearly 40"
    against: float | None = None  # the other number of two that stand together: 35 of "76 votes to 35", 128 of "118 of 128"
    lasting: bool = False  # the length of time that something took


class Marks(Record, frozen=True):
    """All marks of one report."""

    report: str
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    events: tuple[EventMention, ...]
    quantities: tuple[Quantity, ...]


# ---------------------------------------------------------------- weave

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


class Actor(Record, frozen=True):
    id: str
    type: ActorType
    name: str
    country: str | None
    offices: tuple[Office, ...]
    mentions: tuple[MentionRef, ...]
    judged: tuple[str, ...] = ()  # ids of the judgements that bear on it


class Place(Record, frozen=True):
    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    mentions: tuple[MentionRef, ...]


class CopyEdge(Record, frozen=True):
    """`copy` prints text of `original` (both report ids), or credits it."""

    copy: str
    original: str
    containment: float
    why: str


class Value(Record, frozen=True):
    """One value of a field and the reports that give it."""

    value: str
    reports: tuple[str, ...]


class Disagreement(Record, frozen=True):
    field: DisagreementField
    kind: DisagreementKind
    values: tuple[Value, ...]


class EventParticipant(Record, frozen=True):
    actor: str
    role: Role


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
    why: tuple[str, ...]  # the reasons its mentions were put together
    date_basis: Literal["stated", "inferred", "judged"] | None = None  # inferred: from its visit, or its report's day
    confidence: float = 1.0  # the highest of its mentions
    judged: tuple[str, ...] = ()  # ids of the judgements that bear on it
    date_rule: DateRule | None = None  # of an inferred date: what it was inferred from


class PlanStep(Record, frozen=True):
    """What one report said about when it would be; None is "no date"."""

    report: str
    interval: Interval | None


class Plan(Record, frozen=True):
    """What was planned: `history` is when each report said it would be, `held` when each said it had been."""

    event: str
    outcome: PlanOutcome
    announced_in: tuple[str, ...]
    history: tuple[PlanStep, ...]
    kept_by: str | None
    held: tuple[PlanStep, ...] = ()


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


class Story(Record, frozen=True):
    id: str
    title: str
    reports: tuple[str, ...]
    events: tuple[str, ...]


# ---------------------------------------------------------------- judgements

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


# ---------------------------------------------------------------- the account


class Account(Record, frozen=True):
    """Everything the reports say happened, and whether they agree."""

    reports: tuple[Report, ...]
    marks: tuple[Marks, ...]
    published: dict[str, Published]  # stated or inferred, a report id to its publication interval
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    variant_groups: tuple[VariantGroup, ...]
    events: tuple[Event, ...]
    plans: tuple[Plan, ...]
    copies: tuple[CopyEdge, ...]
    origins: dict[str, str]  # report id to the id of its independent origin
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]
    outlets: dict[str, str] = {}  # of reports that name none themselves
    judgements: tuple[Judgement, ...] = ()  # those that hold and were obeyed, in the order in which they were given
