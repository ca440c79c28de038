"""What is marked in one report. Records refer to each other by index into the tuples of the same `Marks`."""

from __future__ import annotations

from typing import Literal

from dateline.records.record import Record
from dateline.spans import Span

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
    condition: Span | None = None  # the words on which a plan hangs: "if the boats leave"


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
