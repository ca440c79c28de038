"""Events and disagreements as sentences. A sentence says what the record says and no more."""

from __future__ import annotations

import re
from collections import Counter

from dateline.records import Disagreement, Event, EventMention, EventRef
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, place_name, where
from dateline.tell.templates import Telling, fill, telling, templates

_COUNTED = re.compile(r"([\d.,]+) (person|year|month|week|day|hour|minute)")
_ROLE_ORDER = {"initiator": 0, "participant": 1, "recipient": 2, "host": 3}
FEWEST_WORDS = 4  # of a quotation that can be understood
LONGEST_QUOTE = 140  # characters of a report's words inside a sentence


def event_sentence(event: Event, lookup: Lookup, names: Names, *, dated: bool = True) -> str:
    """What happened, is planned or was called off, who took part, where and when, as one sentence with its full stop.

    `dated` False leaves the day out, for lists that show it beside the sentence.
    """
    told = telling(event.type, _frame(event, lookup), event.mode)
    slots = _slots(event, told, lookup, names)
    form = next((f for f in told.forms if fill(f[0], slots)), None) if slots["who"] else None
    frames = templates().status if form else templates().nobody
    if form:
        slots |= {"past": fill(form[0], slots) or "", "base": fill(form[1], slots) or ""}
    else:
        slots["nominal"] = nominal(event, lookup, names)
        slots["be"] = "were" if slots["nominal"].split()[0].endswith("s") else "was"
    if not dated:
        slots["when"] = ""
    body = fill(frames[_standing(event, lookup, dated)], slots) or ""
    told_so, semicolon, tail = body.partition("; ")
    text = f"{told_so}{_attribution(event, lookup, names)}{_own_words(event, told, lookup)}{semicolon}{tail}"
    return words.stopped(words.capital(text))


def nominal(event: Event, lookup: Lookup, names: Names, *, without: str = "", definite: bool = False) -> str:
    """The event as a thing: "a visit by A to B". `without` leaves out the place or the participants; `definite`: "the visit"."""
    told = telling(event.type, _frame(event, lookup), event.mode)
    slots = _slots(event, told, lookup, names)
    if without == "place":
        slots |= {"place": "", "to": ""}
    text = fill(told.nominal, slots) or "an event"
    if definite:
        first, _, rest = text.partition(" ")
        text = f"the {rest}" if first in ("a", "an", "the") else f"the {text}"
    return text


def _standing(event: Event, lookup: Lookup, dated: bool) -> str:
    plan = lookup.plan(event.id)
    if event.status == "planned":
        if plan and plan.outcome == "overdue":
            return "overdue"
        return "planned" if event.date or not dated else "planned_undated"
    if event.status == "happened":
        return "happened" if event.date or not dated else "undated"
    return event.status


def _slots(event: Event, told: Telling, lookup: Lookup, names: Names) -> dict[str, str]:
    who, whom, hosts = parties(event, told.together, lookup)
    named = {actor: names.actor(actor) for actor in dict.fromkeys((*who, *whom, *hosts))}
    place = lookup.place(event.place)
    to = place_name(place) if place else ""
    everyone = tuple(dict.fromkeys((*who, *whom)))
    return {
        "who": words.and_list([named[a] for a in who]),
        "whom": words.and_list([named[a] for a in whom]),
        "all": words.and_list([named[a] for a in everyone]),
        "host": words.and_list([named[a] for a in hosts]),
        "place": where(place) if place else "",
        "to": to,
        "when": words.when(event.date) if event.date else "",
        "thing": _thing(event, told, lookup),
        "is": "is" if len(who) == 1 else "are",
        "was": "was" if len(who) == 1 else "were",
    }


def _thing(event: Event, told: Telling, lookup: Lookup) -> str:
    """What the event was about, in a word that the report has."""
    ref = best_mention(event, lookup) if told.things else None
    mention = lookup.event_mention(ref) if ref else None
    said = lookup.text(mention.span).casefold() if mention else ""
    return next((noun for word, noun in told.things.items() if word and word in said), told.things.get("", ""))


def parties(event: Event, together: bool, lookup: Lookup) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Actor ids of those who act, those acted on or met, and the hosts, each in the order in which the reports name them."""
    order = _order(event, lookup)
    listed = sorted(event.participants, key=lambda p: (_ROLE_ORDER[p.role], order.get(p.actor, 10**9), p.actor))
    by_role = {role: [p.actor for p in listed if p.role == role] for role in _ROLE_ORDER}
    hosts = by_role["host"]
    if not together:
        who = by_role["initiator"] or by_role["participant"]
        rest = [] if who is by_role["participant"] else by_role["participant"]
        return tuple(who), tuple(by_role["recipient"] + rest), tuple(hosts)
    everyone = by_role["initiator"] + by_role["participant"] + by_role["recipient"]
    if len(everyone) < 2:
        everyone, hosts = everyone + hosts, []
    first = len(by_role["initiator"]) or 1
    cut = first if first < len(everyone) else 1
    return tuple(everyone[:cut]), tuple(everyone[cut:]), tuple(hosts)


def _order(event: Event, lookup: Lookup) -> dict[str, int]:
    """Where each participant first stands in the clauses that tell of the event."""
    order: dict[str, int] = {}
    for ref in event.mentions:
        marks, mention = lookup.marks(ref.report), lookup.event_mention(ref)
        if marks is None or mention is None:
            continue
        for participant in mention.participants:
            actor = lookup.mention_actor(ref.report, participant.mention)
            if actor and 0 <= participant.mention < len(marks.mentions):
                start = marks.mentions[participant.mention].span.start - mention.span.start
                order.setdefault(actor.id, start)
    return order


def best_mention(event: Event, lookup: Lookup) -> EventRef | None:
    """The mention to quote: one that says it happened, if it did, with the most arguments; titles last, for they are clipped."""
    scored: list[tuple[tuple[object, ...], EventRef]] = []
    for ref in event.mentions:
        mention = lookup.event_mention(ref)
        if mention:
            length = len(mention.span)
            scored.append(
                (
                    (
                        mention.status != event.status,
                        length > 300,
                        -len(mention.participants),
                        -min(length, 120),
                        ref.report,
                        ref.index,
                    ),
                    ref,
                )
            )
    return min(scored, key=lambda item: item[0])[1] if scored else None


def _frame(event: Event, lookup: Lookup) -> str | None:
    found = [m for ref in event.mentions if (m := lookup.event_mention(ref)) and m.frame]
    counts = Counter(m.frame for m in found if m.status == event.status) or Counter(m.frame for m in found)
    return min(counts, key=lambda f: (-counts[f], f)) if counts else None


def _attribution(event: Event, lookup: Lookup, names: Names) -> str:
    """Whose word it is when no report tells it as its own."""
    speakers: list[str | None] = []
    for ref in event.mentions:
        mention = lookup.event_mention(ref)
        if mention is None:
            continue
        speaker = lookup.attributed_to(ref)
        if speaker is None and mention.attributed_to is None and mention.modality != "reported":
            return ""
        speakers.append(speaker.id if speaker else None)
    known = list(dict.fromkeys(s for s in speakers if s))
    if known:
        return f", according to {words.and_list([names.actor(s) for s in known], 3)}"
    return ", it is said" if speakers else ""


def _own_words(event: Event, told: Telling, lookup: Lookup) -> str:
    ref = best_mention(event, lookup) if told.words else None
    mention: EventMention | None = lookup.event_mention(ref) if ref else None
    return f": “{words.shorten(_clause(mention, lookup), LONGEST_QUOTE)}”" if mention else ""


def _clause(mention: EventMention, lookup: Lookup) -> str:
    """The words of a mention; where they are too few to understand, to the end of their sentence."""
    text = lookup.text(mention.span)
    marks = lookup.marks(mention.span.report)
    if marks is None or len(text.split()) >= FEWEST_WORDS:
        return text
    sentence = next((s for s in marks.sentences if s.covers(mention.span)), mention.span)
    return lookup.text(Span(sentence.report, mention.span.start, sentence.end)).rstrip().rstrip(".,;")


# ---------------------------------------------------------------- disagreements


def dispute_sentence(event: Event, disagreement: Disagreement, lookup: Lookup, names: Names) -> str:
    """What the reports of an event do not agree on, each value with the outlets that give it."""
    thing = nominal(event, lookup, names, without=disagreement.field, definite=True)
    about = templates().differ[disagreement.field].format(thing=thing)
    given = [
        f"{value_words(disagreement.field, v.value, lookup)} ({words.and_list(lookup.outlets(v.reports))})"
        for v in disagreement.values
    ]
    if disagreement.kind == "later update":
        return f"The reports give {about} differently as time goes on: {'; '.join(given)}."
    if disagreement.kind == "less precise":
        return f"Some reports are less exact than others on {about}: {'; '.join(given)}."
    return f"Reports differ on {about}: {'; '.join(given)}."


def value_words(field: str, value: str, lookup: Lookup) -> str:
    """A value of a disagreement as people write it."""
    if field == "date":
        interval = words.edtf_interval(value)
        return words.label(interval) if interval else value
    if field == "status":
        return templates().values.get(value, value)
    if field == "number":
        return _number_words(value)
    actor = lookup.actor(value)
    return " ".join((actor.name if actor else value).split())


def _number_words(value: str) -> str:
    """A count with its unit in the plural ("18 days", "3 people"); anything else stays as it is."""
    found = _COUNTED.fullmatch(value.strip())
    if not found or found[1] in ("1", "1.0"):
        return words.one_line(value)
    unit = "people" if found[2] == "person" else found[2] if found[2].endswith("s") else f"{found[2]}s"
    return f"{found[1]} {unit}"
