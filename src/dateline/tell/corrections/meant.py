"""From what people type or click to judgements about characters: an id, words of a sentence, a name, or REPORT:START-END."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.ids import content_id
from dateline.records import Actor, Event, Judgement, Report, StatementRef, Verdict
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.own_words import best_mention
from dateline.tell.why import found_events

VERDICTS: dict[str, tuple[Verdict, str]] = {
    "same": ("same", "two actors or events that are one"),
    "different": ("different", "two mentions taken for one that are two"),
    "speaker": ("speaker", "a statement, and who said it: a name, or nobody"),
    "date": ("date", "an event or report, and its date: 2019-05-31, 2019-05, 2019, 2019-05-30/2019-06-02, or unknown"),
    "no-event": ("no event", "what is no event at all"),
    "name": ("name", "an actor, and the spelling to show"),
}
SOME = 5  # things named where several are meant
_PLACE = re.compile(r"(\S+):(\d{1,9})-(\d{1,9})")
Found = TypeVar("Found")


def judgements(verdict: str, left: str, right: str, lookup: Lookup, *, by: str, why: str, at: str) -> tuple[Judgement, ...]:
    """The judgements that somebody means by `verdict` (a key of VERDICTS) on `left` and `right`.

    One for each mention of what is no event; else one. Raises LookupError, which says what would do, where nothing or several
    things are meant.
    """
    if verdict not in VERDICTS:
        raise LookupError(f"no verdict {verdict!r}; there are: {', '.join(VERDICTS)}")
    kind = VERDICTS[verdict][0]

    def made(left: Span | str, right: Span | str = "", event: bool = False) -> Judgement:
        return Judgement(left, right, kind, by, why, at, "event" if event else "actor")

    if kind != "no event" and not right.strip():
        raise LookupError(f"{verdict} wants two things: {VERDICTS[verdict][1]}")
    if kind in ("same", "different"):
        event = _is_event(left, right, lookup)
        pick: Callable[[str, Lookup], Span] = event_span if event else actor_span
        return (made(pick(left, lookup), pick(right, lookup), event),)
    if kind == "speaker":
        return (made(statement_span(left, lookup), _speaker(right, lookup)),)
    if kind == "date":
        report = _report(left, lookup)
        return (made(report.id if report else event_span(left, lookup), right),)
    if kind == "name":
        return (made(actor_span(left, lookup), right),)
    if place := _place(left, lookup):
        return (made(place),)
    return tuple(made(span) for span in event_spans(_event(left, lookup), lookup))


def event_span(wanted: str, lookup: Lookup) -> Span:
    """The trigger of the mention that tells an event best."""
    if place := _place(wanted, lookup):
        return place
    event = _event(wanted, lookup)
    best = best_mention(event, lookup)
    mention = lookup.event_mention(best) if best else None
    if mention is None:
        raise LookupError(f"the event {event.id} has no mention that can be pointed at")
    return mention.trigger


def event_spans(event: Event, lookup: Lookup) -> tuple[Span, ...]:
    """The triggers of all mentions of an event."""
    return tuple(m.trigger for ref in event.mentions if (m := lookup.event_mention(ref)))


def actor_span(wanted: str, lookup: Lookup) -> Span:
    """The mention that speaks best for an actor: by the name that is shown, else by a name, else the first."""
    if place := _place(wanted, lookup):
        return place
    actor = _actor(wanted, lookup)
    mentions = [m for ref in sorted(actor.mentions, key=lambda r: (r.report, r.index)) if (m := lookup.mention(ref))]
    if not mentions:
        raise LookupError(f"{actor.name} has no mention that can be pointed at")
    return min(mentions, key=lambda m: (m.name != actor.name, not m.name, m.span)).span


def statement_span(wanted: str, lookup: Lookup) -> Span:
    """A statement's words: by its id in the account, or by words of it."""
    if place := _place(wanted, lookup):
        return place
    refs = [StatementRef(m.report, n) for m in lookup.account.marks for n in range(len(m.statements))]
    spans = [s.span for ref in refs if (s := lookup.statement(ref))]
    named = [s for s in spans if content_id("statement", s.report, s.start, s.end) == wanted.strip()]
    asked = _folded(wanted)
    said = [s for s in spans if asked and asked in _folded(lookup.text(s))] if not named else []
    return _one(named or said, wanted, "statement", lambda s: f"{_place_of(s)} {words.shorten(words.one_line(lookup.text(s)), 60)}")


def _speaker(wanted: str, lookup: Lookup) -> Span | str:
    """An actor of the account where one is meant, else the name as given."""
    if wanted.strip().casefold() == "nobody":
        return "nobody"
    try:
        return actor_span(wanted, lookup)
    except LookupError:
        if wanted.strip().startswith("actor-") or _actors(wanted, lookup):
            raise
        return wanted


def _is_event(left: str, right: str, lookup: Lookup) -> bool:
    """Whether two things are events: by their ids or marked words, else where no actor is called so."""
    for wanted in (left, right):
        if wanted.strip().startswith(("event-", "actor-")):
            return wanted.strip().startswith("event-")
        if place := _place(wanted, lookup):
            marks = lookup.marks(place.report)
            return any(place in (e.trigger, e.span) for e in marks.events) if marks else False
    return not (_actors(left, lookup) and _actors(right, lookup)) and bool(_events(left, lookup))


def _event(wanted: str, lookup: Lookup) -> Event:
    return _one(_events(wanted, lookup), wanted, "event", lambda e: e.id)


def _events(wanted: str, lookup: Lookup) -> list[Event]:
    """Events with this id or these words in their sentence; else those that a report tells in these words."""
    asked = _folded(wanted)

    def says(event: Event) -> bool:
        return any(asked in _folded(lookup.text(m.span)) for ref in event.mentions if (m := lookup.event_mention(ref)))

    return found_events(lookup.account, wanted, lookup) or [e for e in lookup.account.events if asked and says(e)]


def _actor(wanted: str, lookup: Lookup) -> Actor:
    return _one(_actors(wanted, lookup), wanted, "actor", lambda a: f"{a.name} ({a.id})")


def _actors(wanted: str, lookup: Lookup) -> list[Actor]:
    """Actors with this id; else of this name; else with a mention of this name, or by these words; else with them in their name."""
    asked, actors = _folded(wanted), lookup.account.actors
    ways: tuple[Callable[[Actor], bool], ...] = (
        lambda a: a.id == wanted.strip(),
        lambda a: _folded(a.name) == asked,
        lambda a: any(_folded(m.name) == asked for ref in a.mentions if (m := lookup.mention(ref))),
        lambda a: any(_folded(lookup.text(m.span)) == asked for ref in a.mentions if (m := lookup.mention(ref))),
        lambda a: set(asked.split()) <= set(_folded(a.name).split()),
    )
    return next((found for way in ways if asked and (found := [a for a in actors if way(a)])), [])


def _report(wanted: str, lookup: Lookup) -> Report | None:
    """A report by its id, or its number in lists ("R4")."""
    name = wanted.strip()
    return lookup.report(name) or next((r for r in lookup.reports if f"R{lookup.numbers[r.id]}" == name.upper()), None)


def _place(wanted: str, lookup: Lookup) -> Span | None:
    """REPORT:START-END, the characters of a report counted in its readable text."""
    found = _PLACE.fullmatch(wanted.strip())
    return Span(found[1], int(found[2]), int(found[3])) if found and lookup.report(found[1]) else None


def _place_of(span: Span) -> str:
    return f"{span.report}:{span.start}-{span.end}"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _one(found: Sequence[Found], wanted: str, kind: str, name: Callable[[Found], str]) -> Found:
    if len(found) == 1:
        return found[0]
    if not found:
        raise LookupError(f"no {kind} {wanted!r}; give its id, words of it, or REPORT:START-END")
    listed = [name(one) for one in found[:SOME]] + ["..."] * (len(found) > SOME)
    raise LookupError(f"several {kind}s are meant by {wanted!r}, say which: {'; '.join(listed)}")
