"""The links that make mentions one event, in words: each beside the later of the two, with what both have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.records import Event, EventLink, EventRef, Record
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import place_name, plain_name
from dateline.tell.templates import fill, templates

MOST_NAMES = 3
SUREST = 0.99  # nothing that was weighed is certain


class Told(Record, frozen=True):
    """One link as a mention has it: with which other, what both have in common, what speaks against it, and how sure it is."""

    other: EventRef
    common: tuple[str, ...]
    against: tuple[str, ...]
    sure: str

    def words(self) -> str:
        """What was weighed, as one line."""
        said = "; ".join(self.common) or "nothing in particular"
        apart = f". Against it: {'; '.join(self.against)}" if self.against else ""
        return f"{said}{apart}{f' ({self.sure})' if self.sure else ''}"


def told_links(event: Event, order: Sequence[EventRef], lookup: Lookup) -> dict[EventRef, list[Told]]:
    """By mention its links to those before it in `order`."""
    place = {ref: number for number, ref in enumerate(order)}
    found: dict[EventRef, list[Told]] = defaultdict(list)
    for link in event.links:
        if link.a in place and link.b in place:
            first, later = sorted((link.a, link.b), key=place.__getitem__)
            sure = f"{min(link.score, SUREST):.0%} likely" if link.score is not None else ""
            shown = templates().evidence
            against = tuple(shown.get(name, name) for name in link.against)
            found[later].append(Told(first, _common(link, lookup), against, sure))
    return {ref: sorted(links, key=lambda told: place[told.other]) for ref, links in found.items()}


def _common(link: EventLink, lookup: Lookup) -> tuple[str, ...]:
    """What both have in common, with the names, the days and the words themselves where both clauses give them."""
    values = {"parties": _people(link, lookup), "people": _people(link, lookup, "person"), "day": _day(link, lookup)}
    values |= {"place": _place(link, lookup), "verb": _verb(link, lookup)}
    if values["people"] == values["parties"] and any("parties" in name for name in link.common):
        values["people"] = ""  # they have just been named
    return tuple(fill(templates().evidence.get(name, name), values) or name for name in link.common)


def _people(link: EventLink, lookup: Lookup, kind: str = "") -> str:
    def taking_part(ref: EventRef) -> dict[str, str]:
        mention = lookup.event_mention(ref)
        found = (lookup.mention_actor(ref.report, p.mention) for p in mention.participants) if mention else ()
        return {actor.id: plain_name(actor) for actor in found if actor and kind in ("", actor.type)}

    a, b = taking_part(link.a), taking_part(link.b)
    return words.and_list([name for id_, name in a.items() if id_ in b], MOST_NAMES)


def _day(link: EventLink, lookup: Lookup) -> str:
    a, b = lookup.told_when(link.a), lookup.told_when(link.b)
    shared = a.meet(b) if a and b else None
    return words.label(shared) if shared and shared.closed else ""


def _place(link: EventLink, lookup: Lookup) -> str:
    a, b = lookup.told_where(link.a), lookup.told_where(link.b)
    return place_name(a) if a and b and a.id == b.id else ""


def _verb(link: EventLink, lookup: Lookup) -> str:
    a, b = lookup.event_mention(link.a), lookup.event_mention(link.b)
    return f"“{a.lemma}”" if a and b and a.lemma == b.lemma else ""
