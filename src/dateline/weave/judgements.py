"""What people said against what was worked out. Their judgements change marks, tie mentions together and keep them apart.

A judgement that is about characters of a report that is not here, or about a mention that is not there, waits. Who is obeyed is
worked out anew at every weave, so that nothing depends on the order in which reports came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import msgspec

from dateline.intervals import Interval, parse
from dateline.records import EventRef, Judgement, Marks, MentionRef, Problem, Published, Report
from dateline.spans import Span
from dateline.weave.judged_marks import Found, Same, with_speakers, with_split_entities, without_events
from dateline.weave.ties import Tie, holding

UNKNOWN = "unknown"

ActorKey = tuple[str, int, int]
"""An actor of one report: (report, entity, -1); a pronoun or title of somebody who is named is apart: (report, entity, mention)."""
EventKey = tuple[str, int]
"""A mention of an event: report and index."""


Value = TypeVar("Value")


@dataclass(frozen=True)
class Word(Generic[Value]):
    """A value that a judgement gives: of several the one with the highest `order` counts; `by` is the judgement's id."""

    order: int
    by: str
    value: Value


@dataclass(frozen=True)
class Said:
    """What the judgements of one desk say of its marks.

    light: mentions that are tied for themselves alone. mentions, events: the ids of the judgements that bear on each. obeyed: the
    judgements that hold and whose reports are here, oldest first.
    """

    actors: tuple[Tie[ActorKey], ...] = ()
    happenings: tuple[Tie[EventKey], ...] = ()
    light: frozenset[ActorKey] = frozenset()
    dates: Mapping[EventRef, Word[Interval | None]] = field(default_factory=dict)
    names: Mapping[MentionRef, Word[str]] = field(default_factory=dict)
    mentions: Mapping[MentionRef, tuple[str, ...]] = field(default_factory=dict)
    events: Mapping[EventRef, tuple[str, ...]] = field(default_factory=dict)
    obeyed: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()

    def within(self, reports: Collection[str]) -> Said:
        """What bears on the events that some reports alone tell of."""
        dates = {ref: word for ref, word in self.dates.items() if ref.report in reports}
        events = {ref: ids for ref, ids in self.events.items() if ref.report in reports}
        bearing = {id_ for ids in events.values() for id_ in ids}
        happenings = tuple(tie for tie in self.happenings if tie.left[0] in reports and tie.right[0] in reports)
        return Said(happenings=happenings, dates=dates, events=events, obeyed=tuple(j for j in self.obeyed if j.id in bearing))


NOTHING = Said()


def withdrawn(judgements: Sequence[Judgement]) -> tuple[bool, ...]:
    """For each judgement, oldest first, whether a later one takes it back; a withdrawal can itself be withdrawn."""
    gone: set[str] = set()
    out = []
    for judgement in reversed(judgements):
        out.append(judgement.id in gone)
        if judgement.verdict == "withdrawn" and not out[-1]:
            gone.add(str(judgement.left))
    return tuple(out[::-1])


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody took back, without the withdrawals."""
    return tuple(j for j, gone in zip(judgements, withdrawn(judgements), strict=True) if not gone and j.verdict != "withdrawn")


def heed(
    reports: Sequence[Report], marks: Mapping[str, Marks], judgements: Sequence[Judgement]
) -> tuple[tuple[Report, ...], dict[str, Marks], Said]:
    """The reports and marks as people corrected them, and what else they said, for the weave to obey. `judgements` oldest first."""
    listed = in_force(judgements)
    if not listed:
        return tuple(reports), dict(marks), NOTHING
    found = Found(marks)
    republished, obeyed = _republished(reports, listed)
    speakers = with_speakers(found, [j for j in listed if j.verdict == "speaker"])
    obeyed |= speakers.keys() | without_events(found, [j for j in listed if j.verdict == "no event"])
    pairs = _pairs(found, listed, speakers)
    with_split_entities(found, [(a, b) for a, b, same, _ in _last(pairs) if not same])
    actors, against = holding([Tie(_key(found, a), _key(found, b), same, by) for a, b, same, by in pairs])
    happenings, more = holding(_event_ties(found, listed))
    overruled = against | more
    dates, names = _dates(found, listed), _names(found, listed)
    bearing: dict[MentionRef, list[str]] = defaultdict(list)
    for a, b, _, by in pairs:
        if by not in overruled:
            bearing[a].append(by)
            bearing[b].append(by)
    told: dict[EventRef, list[str]] = defaultdict(list)
    for tie in happenings:
        for key in (tie.left, tie.right):
            told[EventRef(*key)].append(tie.by)
    for ref, name in names.items():
        bearing[ref].append(name.by)
    for event, days in dates.items():
        told[event].append(days.by)
    obeyed |= {tie.by for tie in actors} | {tie.by for tie in happenings}
    obeyed |= {name.by for name in names.values()} | {days.by for days in dates.values()}
    said = Said(
        actors=tuple(actors),
        happenings=tuple(happenings),
        light=frozenset(key for tie in actors for key in (tie.left, tie.right) if key[2] >= 0),
        dates=dates,
        names=names,
        mentions={ref: tuple(dict.fromkeys(ids)) for ref, ids in bearing.items()},
        events={ref: tuple(dict.fromkeys(ids)) for ref, ids in told.items()},
        obeyed=tuple({j.id: j for j in listed if j.id in obeyed}.values()),
        problems=_problems(overruled, {j.id: j for j in listed}, {r.id: r.text for r in reports}),
    )
    return republished, found.marks, said


# ---------------------------------------------------------------- what each kind of judgement says


def days_of(value: Span | str) -> tuple[Interval | None] | None:
    """The days that the right side of a date gives, None in it for "unknown"; None itself for what is no date."""
    if not isinstance(value, str):
        return None
    try:
        return (None,) if value.strip().casefold() == UNKNOWN else (parse(value),)
    except ValueError:
        return None


def _republished(reports: Sequence[Report], listed: Iterable[Judgement]) -> tuple[tuple[Report, ...], set[str]]:
    """The reports, those with the publication dates that people gave them; of several for one report the last counts."""
    here = {report.id for report in reports}
    last: dict[str, tuple[Judgement, Interval | None]] = {}
    for judgement in listed:
        if judgement.verdict == "date" and judgement.left in here and (days := days_of(judgement.right)):
            last[str(judgement.left)] = judgement, days[0]
    made = []
    for report in reports:
        if report.id in last:
            judgement, interval = last[report.id]
            published = Published(interval, "judged", (judgement.id,)) if interval else None
            report = msgspec.structs.replace(report, published=published)
        made.append(report)
    return tuple(made), {judgement.id for judgement, _ in last.values()}


_Pair = tuple[MentionRef, MentionRef, bool, str]


def _pairs(found: Found, listed: Iterable[Judgement], speakers: Mapping[str, Same | None]) -> list[_Pair]:
    """Pairs of mentions of actors: whether they are one, and the judgement that says so."""
    out: list[_Pair] = []
    for judgement in listed:
        if judgement.verdict == "speaker" and (spoke := speakers.get(judgement.id)):
            out.append((*spoke, True, judgement.id))
        elif judgement.verdict in ("same", "different") and judgement.of == "actor":
            left, right = found.actor(judgement.left), found.actor(judgement.right)
            if left and right and left != right:
                out.append((left, right, judgement.verdict == "same", judgement.id))
    return out


def _last(pairs: Iterable[_Pair]) -> Iterable[_Pair]:
    """The last word on each two."""
    return {frozenset(pair[:2]): pair for pair in pairs}.values()


def _key(found: Found, ref: MentionRef) -> ActorKey:
    """A name speaks for the actor as its report knows it; a pronoun or title of somebody who is named speaks for itself."""
    alone = not found.named(ref) and any(found.named(other) for other in found.entity(ref))
    return ref.report, found.mention(ref).entity, ref.index if alone else -1


def _event_ties(found: Found, listed: Iterable[Judgement]) -> list[Tie[EventKey]]:
    ties = []
    for judgement in listed:
        if judgement.verdict in ("same", "different") and judgement.of == "event":
            left, right = found.event(judgement.left), found.event(judgement.right)
            if left and right and left != right:
                ties.append(Tie((left.report, left.index), (right.report, right.index), judgement.verdict == "same", judgement.id))
    return ties


def _dates(found: Found, listed: Iterable[Judgement]) -> dict[EventRef, Word[Interval | None]]:
    out: dict[EventRef, Word[Interval | None]] = {}
    for order, judgement in enumerate(listed):
        if judgement.verdict == "date" and (ref := found.event(judgement.left)) and (days := days_of(judgement.right)):
            out[ref] = Word(order, judgement.id, days[0])
    return out


def _names(found: Found, listed: Iterable[Judgement]) -> dict[MentionRef, Word[str]]:
    out: dict[MentionRef, Word[str]] = {}
    for order, judgement in enumerate(listed):
        name = " ".join(judgement.right.split()) if isinstance(judgement.right, str) else ""
        if judgement.verdict == "name" and name and (ref := found.actor(judgement.left)):
            out[ref] = Word(order, judgement.id, name)
    return out


# ---------------------------------------------------------------- what does not hold


def _problems(
    overruled: Mapping[str, Iterable[str]], by_id: Mapping[str, Judgement], texts: Mapping[str, str]
) -> tuple[Problem, ...]:
    """One problem for each judgement that later ones speak against."""
    made = []
    for id_, others in sorted(overruled.items()):
        against = " and ".join(_in_words(by_id[other], texts) for other in sorted(others, key=lambda o: (by_id[o].at, o)))
        detail = (
            f"{_in_words(by_id[id_], texts)}; but {against}. Both cannot be, and the later word holds; see `dateline judgements`."
        )
        made.append(Problem(id_, "judge", "contradiction", detail))
    return tuple(made)


def _in_words(judgement: Judgement, texts: Mapping[str, str]) -> str:
    left, right = _quoted(judgement.left, texts), _quoted(judgement.right, texts)
    said = {"same": f"{left} and {right} are one", "different": f"{left} and {right} are not one"}
    what = said.get(judgement.verdict, f"{left} was said by {right}")
    return f"{judgement.by} said on {judgement.at[:10]} that {what}"


def _quoted(side: Span | str, texts: Mapping[str, str]) -> str:
    text = side.of(texts.get(side.report, "")) if isinstance(side, Span) else side
    return f"“{' '.join(text.split())[:60]}”"
