"""Events as sentences. A sentence says what the record says and no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from dateline.records import Actor, Event, EventRef, Place, Record
from dateline.tell import own_words, words
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, place_name, plural_name, where
from dateline.tell.parties import parties
from dateline.tell.templates import Telling, fill, participle, telling, templates, verb_forms

DOUBTFUL = 0.6  # an event of less confidence may be none: its words are vague, or nobody is named
STEM = 5  # letters that make two words of one kind
_AFTER_NOUN = re.compile(r" (?:of|by|in|at|on|to|for|from|between|with|against|concluded|hosted|announced|put|imposed|granted) ")
_SPOKEN = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})  # deeds done by saying so


class Worded(Record, frozen=True):
    """A sentence on an event in its parts, in their order; "" for what it has not.

    doers: ids of those who act. who, done: they and their deed without its day ("visited Oslo"), "" where nobody is said to act.
    """

    body: str
    says: str  # on whose word: ", according to B"
    quote: str
    tail: str  # what is not known: "the day is not known"
    doers: tuple[str, ...] = ()
    who: str = ""
    done: str = ""

    @property
    def plain(self) -> bool:
        """Whether nothing but a deed is told, so that another deed can follow with "and"."""
        return bool(self.who) and not (self.says or self.quote or self.tail)


def event_sentence(
    event: Event, lookup: Lookup, names: Names, *, dated: bool = True, when: str | None = None, first: bool = False
) -> str:
    """What happened, is planned or was called off, who took part, where and when, as one sentence with its full stop.

    `dated` False leaves the day out, for lists that show it beside the sentence. `when` stands for the day where the sentences
    before have said part of it; `first` begins with it where somebody acts.
    """
    told = worded(event, lookup, names, dated=dated, when="" if first else when)
    day = words.when(event.date) if when is None and event.date else when or ""
    if first and day and dated:
        told = msgspec.structs.replace(told, body=f"{day} {told.body}") if told.who else worded(event, lookup, names, when=when)
    return assembled(told)


def assembled(told: Worded) -> str:
    """The parts as one sentence with its full stop."""
    text = f"{told.body}{told.says}{f': {told.quote}' if told.quote else ''}{f'; {told.tail}' if told.tail else ''}"
    return words.stopped(words.capital(text))


def worded(
    event: Event,
    lookup: Lookup,
    names: Names,
    *,
    dated: bool = True,
    when: str | None = None,
    place: str | None = None,
    late: bool = False,
) -> Worded:
    """The sentence in its parts; `when` and `place` stand for the day and the place where they are given ("the same day", "there").

    `late`: of what is planned, its day had passed when the last report came out.
    """
    told = told_as(event, lookup)
    slots, doers = _slots(event, told, lookup, names)
    slots |= ({"when": when or ""} if when is not None or not dated else {}) | ({"place": place} if place is not None else {})
    form = _form(event, told, slots, lookup)
    frames = templates().status if form else templates().nobody
    if form:
        past, base = verb_forms(form)
        slots |= {"past": fill(past, slots) or "", "base": fill(base, slots) or "", "perfect": fill(participle(form), slots) or ""}
    else:
        slots["nominal"] = fill(told.nominal, slots) or "an event"
        many = _plural(slots["nominal"])
        slots |= {"were": "were" if many else "was", "are": "are" if many else "is"}
    standing = _standing(event, lookup, dated)
    standing = "overdue" if late and standing in ("planned", "planned_undated") else standing
    if not form and slots["nominal"].startswith("the "):
        standing = {"happened": "told", "undated": "told_undated"}.get(standing, standing)
    body = fill(frames[standing], slots) or ""
    told_so, _, tail = body.partition("; ")
    quoted = own_words.quotation(event, lookup) if told.words and "{quote}" not in form and not slots["thing"] else ""
    acts = bool(form) and standing in ("happened", "undated", "doubtful", "doubtful_undated")
    return Worded(
        body=told_so,
        says=_attribution(event, lookup, names),
        quote=quoted,
        tail=tail,
        doers=doers if acts else (),
        who=slots["who"] if acts else "",
        done=slots["past"] if acts else "",
    )


def nominal(event: Event, lookup: Lookup, names: Names, *, without: str = "", definite: bool = False) -> str:
    """The event as a thing: "a visit by A to B". `without` leaves out the place or the participants; `definite`: "the visit"."""
    told = told_as(event, lookup)
    slots, _ = _slots(event, told, lookup, names)
    if without == "place":
        slots |= {"place": "", "to": ""}
    text = fill(told.nominal, slots) or "an event"
    if definite:
        first, _, rest = text.partition(" ")
        text = f"the {rest}" if first in ("a", "an", "the") else f"the {text}"
    return text


def told_as(event: Event, lookup: Lookup) -> Telling:
    """How an event is told: as most of its mentions tell it, where they are even as the best does, or as its mode does.

    Where some mentions say who did it, by these: "the conference" does not say whether those who called it meet.
    """
    plain = telling(event.type, None, event.mode)
    found = [m for ref in event.mentions if (m := lookup.event_mention(ref)) and m.frame]
    for field in ("type", "mode", "status"):
        found = [m for m in found if getattr(m, field) == getattr(event, field)] or found
    found = [m for m in found if m.participants] or found
    loose = plain if plain.general else msgspec.structs.replace(plain, words=True)
    counts = Counter(loose if m.loose else telling(event.type, m.frame, event.mode) for m in found)
    if not counts:
        return plain
    most = max(counts.values())
    if plain.general and 2 * most <= len(found) and len(counts) > 1:
        return plain
    best = own_words.best_mention(event, lookup)
    shown = lookup.event_mention(best) if best else None
    first = plain if not shown else loose if shown.loose else telling(event.type, shown.frame, event.mode)
    chosen = min((t for t in counts if counts[t] == most), key=lambda t: (t != first, t.forms))
    return first if chosen.words and not first.words and first in counts else chosen


def _form(event: Event, told: Telling, slots: dict[str, str], lookup: Lookup) -> str:
    """The form to use, "" for none; fills in what it needs. Where nobody acts, those acted on are told of."""
    passive = not slots["who"]
    if passive:
        slots |= {"who": slots["whom"], "whom": "", "is": slots["are_whom"], "was": slots["were_whom"]}
    if not slots["who"]:
        return ""
    if told.words and (found := own_words.predicate(event, lookup, passive=passive)):
        form, slots["quote"] = found
        return form
    verb = own_words.verb(event, told, lookup)
    slots["done"] = participle(verb)
    forms = [f.replace("{verb}", verb) for f in (told.passive if passive else told.forms)]
    fit = [f for f in forms if fill(verb_forms(f)[0], slots)]
    return next((f for f in fit if not _doubles(f, slots["thing"])), fit[0] if fit else "") or _undo(slots, passive)


def _doubles(form: str, thing: str) -> bool:
    """Whether the thing says the verb again: to agree on an agreement."""
    verb_, noun = verb_forms(form)[1].split()[0], thing.split()[-1] if thing else ""
    return "{thing}" in form and len(verb_) >= STEM and noun.startswith(verb_[:STEM])


def _undo(slots: dict[str, str], passive: bool) -> str:
    if passive:
        slots |= {"whom": slots["who"], "who": ""}
    return ""


def _plural(nominal_: str) -> bool:
    head = _AFTER_NOUN.split(f"{nominal_} ")[0].strip()
    return not head.startswith(("a ", "an ", "the ")) and head.endswith("s") and not head.endswith("ss")


def _standing(event: Event, lookup: Lookup, dated: bool) -> str:
    plan = lookup.plan(event.id)
    if event.status == "planned":
        if plan and plan.outcome in ("overdue", "cancelled"):
            return plan.outcome
        return "planned" if event.date or not dated else "planned_undated"
    if event.status == "happened":
        sure = "doubtful" if event.confidence < DOUBTFUL else "happened"
        return sure if event.date or not dated else "undated" if sure == "happened" else f"{sure}_undated"
    return event.status


def _slots(event: Event, told: Telling, lookup: Lookup, names: Names) -> tuple[dict[str, str], tuple[str, ...]]:
    """What fills a sentence, and the ids of those who act, or of those acted on where nobody does."""
    who, whom, hosts = parties(event, told, lookup)
    named = {actor: names.actor(actor) for actor in dict.fromkeys((*who, *whom, *hosts))}
    place = lookup.place(event.place)
    if place and place_name(place) in named.values():
        place = None  # a state is not told to be in itself
    everyone = tuple(dict.fromkeys((*who, *whom)))
    slots = {
        "who": words.and_list([named[a] for a in who]),
        "whom": words.and_list([named[a] for a in whom]),
        "all": words.and_list([named[a] for a in everyone]),
        "between": _between(everyone, named),
        "between_whom": _between(whom, named),
        "host": words.and_list([named[a] for a in hosts]),
        "place": where(place) if place else "",
        "to": place_name(place) if place else "",
        "home": place_name(place) if place and place.country and _at_home(who, place, lookup) else "",
        "dest": _destination(event, lookup),
        "when": words.when(event.date, term=_ahead(event) and lookup.term(event.date, event.reports)) if event.date else "",
        "thing": own_words.thing(event, told, lookup),
        "is": "are" if _many(who, named, lookup) else "is",
        "was": "were" if _many(who, named, lookup) else "was",
        "are_whom": "are" if _many(whom, named, lookup) else "is",
        "were_whom": "were" if _many(whom, named, lookup) else "was",
    }
    return slots, who or whom


def _many(actors: Sequence[str], named: Mapping[str, str], lookup: Lookup) -> bool:
    """Whether their verb stands in the plural: several, or one of many heads ("the girls", "the police")."""
    return len({named[a] for a in actors}) != 1 or plural_name(lookup.actor(actors[0]))


def _ahead(event: Event) -> bool:
    return event.status in ("planned", "proposed", "cancelled")


def _at_home(who: Sequence[str], place: Place, lookup: Lookup) -> bool:
    """Whether it is the country of all who act: nobody is said to visit it."""
    found = [lookup.actor(actor) for actor in who]
    return bool(found) and all(actor is not None and actor.country == place.country for actor in found)


def _between(actors: Sequence[str], named: Mapping[str, str]) -> str:
    joint = {0: "", 1: "with ", 2: "between "}.get(len(actors), "of ")
    return f"{joint}{words.and_list([named[a] for a in actors])}"


def _destination(event: Event, lookup: Lookup) -> str:
    """Where an invitation, or the acceptance of one, is to: the place of the visit that it is about."""
    for ref in event.mentions:
        mention = lookup.event_mention(ref)
        content = EventRef(ref.report, mention.content) if mention and mention.content is not None else None
        visit = lookup.event_of(content) if content else None
        if visit and visit.mode == "visit" and (place := lookup.place(visit.place)):
            return place_name(place)
    place = lookup.place(event.place) if event.type == "REQUEST" else None
    return place_name(place) if place else ""


def _attribution(event: Event, lookup: Lookup, names: Names) -> str:
    """Whose word it is when no report tells it as its own; of what is done by saying so, nobody's but another's."""
    speakers: list[str | None] = []
    for ref in event.mentions:
        mention = lookup.event_mention(ref)
        if mention is None:
            continue
        speaker = lookup.attributed_to(ref)
        if speaker is None and mention.attributed_to is None and mention.modality != "reported":
            return ""
        speakers.append(speaker.id if speaker else None)
    known = _without_states([actor for s in dict.fromkeys(speakers) if (actor := lookup.actor(s))])
    parties_ = {p.actor for p in event.participants}
    own = {actor.id for actor in known} <= parties_
    if known and own and event.type in _SPOKEN:
        return ""
    if len(known) == 1 and own:
        return f", {names.actor(known[0].id)} said" if known[0].type == "person" else ", by its own account"
    if not own:
        known = [actor for actor in known if actor.id not in parties_]
    if known:
        return f", according to {words.and_list([names.actor(actor.id) for actor in known], 3)}"
    return ", it is said" if speakers else ""


def _without_states(speakers: Sequence[Actor]) -> list[Actor]:
    """The speakers without the states that others of them speak for."""
    others = {actor.country for actor in speakers if actor.type != "state"}
    return [actor for actor in speakers if actor.type != "state" or actor.country not in others]
