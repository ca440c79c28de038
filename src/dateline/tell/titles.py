"""What a story or an episode is called: its weightiest event, who, where and when, in the account's words and nobody's headline."""

from __future__ import annotations

import msgspec

from dateline.records import Episode, Event, EventRef, Story
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.sentences import nominal
from dateline.tell.templates import fill, templates
from dateline.tell.weights import weight

LONGEST = 110  # characters; a longer title names fewer of those who took part
FEW = 2  # who are named then
HEAD = 300  # characters of the body in which a report says what it is about
OPENING = 3.0  # what a report that begins with an event adds to its worth


def story_title(story: Story, lookup: Lookup) -> str:
    """ "Meeting between A and B in Geneva, 16 June 2021"; a report's headline where the account has no event to name it by."""
    best = main_event(story, lookup)
    return event_title(best, lookup) if best else " ".join(story.title.split())


def event_title(event: Event, lookup: Lookup, *, dated: bool = True) -> str:
    """What is named by an event is called so; `dated`: with its day."""
    title = _title(event, lookup, dated)
    return title if len(title) <= LONGEST else _title(with_few(event, lookup), lookup, dated)


def main_event(part: Story | Episode, lookup: Lookup) -> Event | None:
    """The event that a story or an episode is named by, None where it has none to be named by."""
    events = [e for id_ in part.events if (e := lookup.event(id_)) and _tellable(e)]
    return min(events, key=lambda e: (-_worth(e, part, lookup), e.id), default=None)


def _tellable(event: Event) -> bool:
    """Whether it has a form, and enough of those who took part are known: nobody meets himself."""
    together = event.type == "CONSULT" and event.mode != "visit"
    return event.status in templates().titles and len(event.participants) > together


def _worth(event: Event, part: Story | Episode, lookup: Lookup) -> float:
    """Its weight to a reader, and more for each report that tells of it, or begins with it: background is told by few."""
    told = len(set(event.reports) & set(part.reports))
    begun = {ref.report for ref in event.mentions if ref.report in part.reports and _at_the_head(ref, lookup)}
    return weight(event, lookup) + told + OPENING * len(begun) + (2.0 if event.status == "happened" else 0.0)


def _at_the_head(ref: EventRef, lookup: Lookup) -> bool:
    """Whether a report tells of it in its title or in its first words."""
    report, mention = lookup.report(ref.report), lookup.event_mention(ref)
    if report is None or mention is None:
        return False
    start = next((b.span.start for b in report.blocks if b.role in ("body", "turn")), 0)
    titles = (b.span for b in report.blocks if b.role == "title")
    return start <= mention.span.start < start + HEAD or any(t.covers(mention.span) for t in titles)


def with_few(event: Event, lookup: Lookup) -> Event:
    """The event with those alone who take part in most of the account's events."""
    first = sorted(event.participants, key=lambda p: (-lookup.deeds(p.actor), p.actor))[:FEW]
    return msgspec.structs.replace(event, participants=tuple(p for p in event.participants if p in first))


def _title(event: Event, lookup: Lookup, dated: bool) -> str:
    what = nominal(event, lookup, Names(lookup, introduce=False))
    first, _, rest = what.partition(" ")
    what = rest if first in ("a", "an", "the") and rest else what
    slots = {"what": what, "when": words.label(event.date) if event.date and dated else ""}
    return words.capital(fill(templates().titles[event.status], slots) or what)
