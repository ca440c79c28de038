"""Marks as people corrected them: who said a statement, which words tell of no event, which mentions one report took for one actor.

Nothing is moved: mentions are only added behind the others, and what a report says stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from dateline import world
from dateline.languages import names
from dateline.records import EventMention, EventRef, Judgement, Marks, Mention, MentionKind, MentionRef, StatementRef
from dateline.spans import Span

NOBODY = "nobody"
OVERLAP = 0.5  # share of all characters of two spans that both have, from which they are one: marking may have become better since


class Found:
    """Marks that are being corrected, and where the mention that a span means is among them."""

    def __init__(self, marks: Mapping[str, Marks]) -> None:
        self.marks = dict(marks)

    def actor(self, span: Span | str) -> MentionRef | None:
        if not isinstance(span, Span) or span.report not in self.marks:
            return None
        spans = ((n, m.span) for n, m in enumerate(self.marks[span.report].mentions) if m.kind != "place")
        index = _nearest(span, spans)
        return None if index is None else MentionRef(span.report, index)

    def event(self, span: Span | str) -> EventRef | None:
        """The mention of an event whose trigger, else whose clause, the span is."""
        if not isinstance(span, Span) or span.report not in self.marks:
            return None
        events = self.marks[span.report].events
        index = next((n for n, event in enumerate(events) if event.trigger == span), None)
        if index is None:
            index = _nearest(span, ((n, event.span) for n, event in enumerate(events)))
        if index is None:
            index = _nearest(span, ((n, event.trigger) for n, event in enumerate(events)))
        return None if index is None else EventRef(span.report, index)

    def statement(self, span: Span | str) -> StatementRef | None:
        if not isinstance(span, Span) or span.report not in self.marks:
            return None
        index = _nearest(span, ((n, s.span) for n, s in enumerate(self.marks[span.report].statements)))
        return None if index is None else StatementRef(span.report, index)

    def mention(self, ref: MentionRef) -> Mention:
        return self.marks[ref.report].mentions[ref.index]

    def named(self, ref: MentionRef) -> bool:
        return bool(self.mention(ref).name)

    def entity(self, ref: MentionRef) -> list[MentionRef]:
        """All mentions of its report that stand for the same actor."""
        number, mentions = self.mention(ref).entity, self.marks[ref.report].mentions
        return [MentionRef(ref.report, n) for n, m in enumerate(mentions) if m.entity == number and m.kind != "place"]

    def new_entity(self, report: str) -> int:
        return max((m.entity for m in self.marks[report].mentions), default=-1) + 1

    def change(self, report: str, **fields: Any) -> None:
        self.marks[report] = msgspec.structs.replace(self.marks[report], **fields)


def _nearest(wanted: Span, spans: Iterable[tuple[int, Span]]) -> int | None:
    """The index of the same span, else of the one that shares most with it, if that is half of both together."""
    best: tuple[float, int] | None = None
    for index, span in spans:
        if span == wanted:
            return index
        shared = span.overlap(wanted)
        if shared:
            share = shared / (len(span) + len(wanted) - shared)
            if share >= OVERLAP and (best is None or (-share, index) < best):
                best = (-share, index)
    return best[1] if best else None


# ---------------------------------------------------------------- who said it


Same = tuple[MentionRef, MentionRef]
"""Two mentions that stand for one actor."""


def with_speakers(found: Found, judgements: Sequence[Judgement]) -> dict[str, Same | None]:
    """Give statements the speakers that people named; of several words on one statement the last counts.

    Returns the ids of the judgements that were obeyed. Where the speaker is somebody whom only another report mentions, the
    statement has got a new mention: with it, and with the mention that it is to be one with.
    """
    last: dict[tuple[str, int], Judgement] = {}
    for judgement in judgements:
        if (ref := found.statement(judgement.left)) and _known(found, judgement.right):
            last[ref.report, ref.index] = judgement
    return {judgement.id: _speaker(found, report, index, judgement) for (report, index), judgement in last.items()}


def _known(found: Found, speaker: Span | str) -> bool:
    return found.actor(speaker) is not None if isinstance(speaker, Span) else bool(speaker.strip())


def _speaker(found: Found, report: str, index: int, judgement: Judgement) -> Same | None:
    statements = found.marks[report].statements
    statement, said = statements[index], judgement.right
    place = statement.cue or statement.span
    same: Same | None = None
    meant = found.actor(said)
    if meant and meant.report == report:
        speaker: int | None = meant.index
    elif meant:
        whom = found.mention(meant)
        speaker = _add(found, place, whom.kind, "", whom.country if whom.kind == "state" else None)
        same = MentionRef(report, speaker), meant
    else:
        name = " ".join(str(said).split())
        speaker = None if name.casefold() == NOBODY else _called(found, report, name)
        if speaker is None and name.casefold() != NOBODY:
            speaker = _add(found, place, _kind(name), name, world.state(name))
    changed = msgspec.structs.replace(statement, speaker=speaker, judged=(judgement.id,))
    found.change(report, statements=(*statements[:index], changed, *statements[index + 1 :]))
    return same


def _called(found: Found, report: str, name: str) -> int | None:
    """The first mention of a report that has this name."""
    wanted = name.casefold().split()
    mentions = enumerate(found.marks[report].mentions)
    return next((n for n, m in mentions if m.kind != "place" and m.name.casefold().split() == wanted), None)


def _kind(name: str) -> MentionKind:
    return "state" if world.state(name) else "organization" if world.organization(name) else "person"


def _add(found: Found, span: Span, kind: MentionKind, name: str, country: str | None) -> int:
    """The index of a new mention, of an actor of its own, at the words that say that somebody spoke."""
    mentions = found.marks[span.report].mentions
    made = Mention(span, "name" if name else "pronoun", kind, name, found.new_entity(span.report), country=country)
    found.change(span.report, mentions=(*mentions, made))
    return len(mentions)


# ---------------------------------------------------------------- what is no event


def without_events(found: Found, judgements: Sequence[Judgement]) -> set[str]:
    """Take away the mentions of events that people said are none. Returns the ids of the judgements that were obeyed."""
    obeyed: set[str] = set()
    gone: dict[str, set[int]] = defaultdict(set)
    for judgement in judgements:
        if ref := found.event(judgement.left):
            obeyed.add(judgement.id)
            gone[ref.report].add(ref.index)
    for report, indexes in gone.items():
        found.change(report, events=_without(found.marks[report].events, indexes))
    return obeyed


def _without(events: Sequence[EventMention], gone: set[int]) -> tuple[EventMention, ...]:
    """The other events; what was about one of those taken away is about none."""
    kept = [n for n in range(len(events)) if n not in gone]
    new = {old: n for n, old in enumerate(kept)}
    return tuple(
        events[n] if events[n].content is None else msgspec.structs.replace(events[n], content=new.get(events[n].content or 0))
        for n in kept
    )


# ---------------------------------------------------------------- who one report took for one


def with_split_entities(found: Found, apart: Iterable[tuple[MentionRef, MentionRef]]) -> None:
    """Give an actor of its own to the first of two mentions that one report has as one actor, and to those that go with it.

    A pronoun or a title goes alone. A name takes its namesakes along, and the pronouns and titles that follow it.
    """
    for left, right in apart:
        if left.report != right.report or left == right or found.mention(left).entity != found.mention(right).entity:
            continue
        leaving, staying = (right, left) if found.named(left) and not found.named(right) else (left, right)
        going = set(_following(found, leaving, staying)) if found.named(leaving) else {leaving}
        entity = found.new_entity(left.report)
        mentions = found.marks[left.report].mentions
        found.change(
            left.report,
            mentions=tuple(
                msgspec.structs.replace(m, entity=entity) if MentionRef(left.report, n) in going else m
                for n, m in enumerate(mentions)
            ),
        )


def _following(found: Found, leaving: MentionRef, staying: MentionRef) -> Iterable[MentionRef]:
    ends = {end: found.mention(end).name for end in (staying, leaving)}
    side = staying
    for ref in sorted(found.entity(leaving), key=lambda r: (found.mention(r).span, r.index)):
        name = found.mention(ref).name
        if ref in ends:
            side = ref
        elif name and ends[staying] != ends[leaving]:
            side = max(ends, key=lambda end: names.compare(name, ends[end]))
        if side == leaving:
            yield ref
