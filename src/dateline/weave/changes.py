"""What changed between two accounts of the same desk: which events and actors are others now, and what is said of them.

Woven ids change with what is woven, so that an event or actor is known again by the characters that its mentions stand at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from dateline.records import Account, Change, Changed, Changes, Event, EventMention, EventRef, Plan
from dateline.spans import Span

Key = TypeVar("Key", bound=Hashable)


def difference(before: Account, after: Account) -> Changes:
    """What `after` has that `before` had not, and the other way round. The first account of a desk has changed nothing."""
    known = {report.id for report in before.reports}
    reports = tuple(report.id for report in after.reports if report.id not in known)
    if not known:
        return Changes(reports, ())
    old, new = _View(before), _View(after)
    actors = _matched(old.actors, new.actors)
    events = _matched(old.events, new.events)
    return Changes(reports, (*_events(old, new, events, actors), *_actors(old, new, actors), *_statements(old, new, actors)))


class _View:
    """An account by its ids, and the characters of everything in it."""

    def __init__(self, account: Account) -> None:
        marks = {m.report: m for m in account.marks}
        self._marks = marks
        self.event = {event.id: event for event in account.events}
        self.name = {actor.id: actor.name for actor in account.actors}
        self.place = {place.id: place.name for place in account.places}
        self.plan: dict[str, Plan] = {plan.event: plan for plan in account.plans}
        self.events = {e.id: [m.trigger for ref in e.mentions if (m := self._event_mention(ref))] for e in account.events}
        self.actors: dict[str, list[Span]] = {}
        at: dict[tuple[str, int], str] = {}
        for actor in account.actors:
            refs = [ref for ref in actor.mentions if ref.report in marks and ref.index < len(marks[ref.report].mentions)]
            self.actors[actor.id] = [marks[ref.report].mentions[ref.index].span for ref in refs]
            at |= {(ref.report, ref.index): actor.id for ref in refs}
        self.speakers = {
            s.span: at.get((m.report, s.speaker)) if s.speaker is not None else None for m in account.marks for s in m.statements
        }

    def _event_mention(self, ref: EventRef) -> EventMention | None:
        marks = self._marks.get(ref.report)
        return marks.events[ref.index] if marks and ref.index < len(marks.events) else None

    def clause(self, event: Event) -> Span | None:
        """The clause to open: one that has the event's own status, the longest."""
        found = [m for ref in event.mentions if (m := self._event_mention(ref))]
        best = min(found, key=lambda m: (m.status != event.status, -len(m.span), m.span), default=None)
        return best.span if best else None

    def named(self, actors: Iterable[str]) -> str:
        return ", ".join(sorted({self.name.get(actor, "") for actor in actors} - {""}))

    def summary(self, event: Event) -> str:
        """Who, what, where and when, as far as it is known."""
        what = f"{event.type} ({event.mode})" if event.mode else event.type
        who = self.named(p.actor for p in event.participants)
        parts = (who, what, event.status, self.place.get(event.place or "", ""), event.date.edtf if event.date else "")
        return "; ".join(part for part in parts if part)


class _Match(NamedTuple):
    """Which old thing is which new one; what went into another, and what came out of another."""

    new_of: dict[str, str]
    merged: dict[str, str]
    split: dict[str, str]


def _matched(old: Mapping[str, Iterable[Key]], new: Mapping[str, Iterable[Key]]) -> _Match:
    """Pairs that share most of their members first, each thing once; of the others, where most of their members went to or were."""
    home = {member: id_ for id_, members in old.items() for member in members}
    shared: Counter[tuple[str, str]] = Counter()
    for id_, members in new.items():
        shared.update((home[member], id_) for member in members if member in home)
    new_of: dict[str, str] = {}
    taken: set[str] = set()
    into: dict[str, str] = {}
    out_of: dict[str, str] = {}
    # The same id is the same thing where two share as many members.
    for was, id_ in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        into.setdefault(was, id_)
        out_of.setdefault(id_, was)
        if was not in new_of and id_ not in taken:
            new_of[was] = id_
            taken.add(id_)
    merged = {was: id_ for was, id_ in into.items() if was not in new_of}
    split = {id_: was for id_, was in out_of.items() if id_ not in taken}
    return _Match(new_of, merged, split)


def _events(old: _View, new: _View, match: _Match, actors: _Match) -> Iterator[Change]:
    known = set(match.new_of.values())
    for id_, event in new.event.items():
        if id_ not in known:
            was = match.split.get(id_, "")
            yield Change("event", "split" if was else "gained", id_, was, "", "", new.summary(event), new.clause(event))
    for was, event in old.event.items():
        if was not in match.new_of:
            id_ = match.merged.get(was, "")
            yield Change("event", "merged" if id_ else "lost", id_, was, "", old.summary(event), "", old.clause(event))
    for was, id_ in sorted(match.new_of.items(), key=lambda pair: pair[1]):
        yield from _fields(old, new, was, id_, actors)


def _fields(old: _View, new: _View, was: str, id_: str, actors: _Match) -> Iterator[Change]:
    a, b = old.event[was], new.event[id_]
    span = new.clause(b)

    def changed(of: Changed, field: str, before: str, after: str) -> Iterator[Change]:
        if before != after:
            yield Change(of, "changed", id_, was, field, before, after, span)

    yield from changed("event", "type", " ".join(filter(None, (a.type, a.mode))), " ".join(filter(None, (b.type, b.mode))))
    yield from changed("event", "status", a.status, b.status)
    yield from changed("event", "date", a.date.edtf if a.date else "", b.date.edtf if b.date else "")
    yield from changed("event", "place", old.place.get(a.place or "", ""), new.place.get(b.place or "", ""))
    who = {actors.new_of.get(p.actor, actors.merged.get(p.actor, "")) for p in a.participants}
    if who != {p.actor for p in b.participants}:
        before, after = old.named(p.actor for p in a.participants), new.named(p.actor for p in b.participants)
        yield from changed("event", "participants", before, after)
    yield from changed("event", "sources", str(a.independent_sources), str(b.independent_sources))
    disputes = (", ".join(sorted(d.field for d in e.disagreements if d.kind == "conflict")) for e in (a, b))
    yield from changed("event", "disputed", *disputes)
    outcomes = (plan.outcome if plan else "" for plan in (old.plan.get(was), new.plan.get(id_)))
    yield from changed("plan", "outcome", *outcomes)


def _actors(old: _View, new: _View, match: _Match) -> Iterator[Change]:
    def at(view: _View, actor: str) -> Span | None:
        return min(view.actors[actor], default=None)

    for was, id_ in sorted(match.merged.items()):
        yield Change("actor", "merged", id_, was, "", old.name[was], new.name[id_], at(old, was))
    for id_, was in sorted(match.split.items()):
        yield Change("actor", "split", id_, was, "", old.name[was], new.name[id_], at(new, id_))
    for was, id_ in sorted(match.new_of.items()):
        if old.name[was] != new.name[id_]:
            yield Change("actor", "changed", id_, was, "name", old.name[was], new.name[id_], at(new, id_))


def _statements(old: _View, new: _View, actors: _Match) -> Iterator[Change]:
    now = {**actors.merged, **actors.new_of}
    for span in sorted(old.speakers.keys() & new.speakers.keys()):
        a, b = old.speakers[span], new.speakers[span]
        if (now.get(a) if a else None) != b:
            before, after = old.name.get(a or "", ""), new.name.get(b or "", "")
            yield Change("statement", "changed", "", "", "speaker", before, after, span)
