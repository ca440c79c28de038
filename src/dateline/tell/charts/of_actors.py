"""Charts of actors: whom one deals with, who deals with whom, and which offices somebody held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from dateline.intervals import Interval
from dateline.records import Actor, Event, Office
from dateline.tell import words
from dateline.tell.charts.ego import Ego, Tie
from dateline.tell.charts.matrix import MOST_WIDE, Cell, Head, Matrix
from dateline.tell.charts.of_events import Href
from dateline.tell.charts.offices import Held, Offices
from dateline.tell.charts.short import full_name, sentence, short_name
from dateline.tell.lookup import Lookup

_NOT_DONE = "planned or not sure"
_AGREEING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


def ego_of(actor: Actor, lookup: Lookup, href: Href) -> Ego:
    """An actor and those who take part in the same events, each under the kind of event that they share most.

    Counted is what happened; only those who share nothing but plans, or what is denied or not clear, are counted by these.
    More than `ego.MOST` ties: the drawing shows the most frequent, and `matrix_of` says more.
    """
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for event in lookup.account.events:
        sides = {p.actor: p.role == "recipient" for p in reversed(event.participants)}
        if actor.id in sides:
            for other in sides.keys() - {actor.id}:
                kinds[other][_kind(event, together=sides[other] == sides[actor.id])] += 1
    ties = [_tie(found, counts, lookup, href) for other, counts in kinds.items() if (found := lookup.actor(other))]
    ties.sort(key=lambda tie: (-tie.count, tie.label, tie.href))
    name = full_name(actor)
    return Ego(name, tuple(ties), title=f"Who {short_name(actor, lookup)} deals with")


def _tie(other: Actor, counts: Counter[str], lookup: Lookup, href: Href) -> Tie:
    deeds = Counter({kind: count for kind, count in counts.items() if kind != _NOT_DONE}) or counts
    most = max(deeds, key=lambda kind: (deeds[kind], kind))
    told = ", ".join(f"{kind} {counts[kind]}" for kind in sorted(counts, key=lambda kind: (-counts[kind], kind)))
    return Tie(full_name(other), most, deeds.total(), href("actors", other.id), f"{full_name(other)}: {told}")


def _kind(event: Event, *, together: bool) -> str:
    """What two actors have to do with each other in an event, in words; `together`: both do it, or it is done to both."""
    if event.status in ("planned", "proposed", "cancelled", "denied", "unknown"):
        return _NOT_DONE
    if event.type == "CONSULT":
        return "met or talked"
    if event.type in _AGREEING:
        return "agreed or helped"
    if together:
        return "on one side"
    return "asked or invited" if event.type == "REQUEST" else "opposed"


def matrix_of(
    actors: Iterable[Actor],
    lookup: Lookup,
    href: Href,
    *,
    pair: Callable[[str, str], str] | None = None,
) -> Matrix:
    """How many events that happened each two of these actors share, those with the most first; a plan is no deed.

    A cell leads to `pair(a, b)`, a list of what two actors share; without that, to their event with the most sources.
    """
    given = {a.id: a for a in actors}
    counts: Counter[tuple[str, str]] = Counter()
    best: dict[tuple[str, str], Event] = {}
    for event in lookup.account.events:
        if event.status != "happened":
            continue
        present = sorted({p.actor for p in event.participants} & given.keys())[:40]
        for key in ((a, b) for n, a in enumerate(present) for b in present[n + 1 :]):
            counts[key] += 1
            best[key] = min(best.get(key, event), event, key=lambda e: (-e.independent_sources, -len(e.reports), e.id))
    total: Counter[str] = Counter()
    for (a, b), count in counts.items():
        total.update({a: count, b: count})
    alone = sum(1 for a in given if not total[a])
    ordered = sorted((a for a in given if total[a]), key=lambda a: (-total[a], given[a].name, a))[: 2 * MOST_WIDE]
    places = {actor: number for number, actor in enumerate(ordered)}
    cells = []
    for (a, b), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if a in places and b in places:
            first = f"{full_name(given[a])} and {full_name(given[b])}: {words.plural(count, 'event')}"
            shown = max(places[a], places[b]) < MOST_WIDE
            title = f"{first}; most told: {sentence(best[a, b], lookup)}" if shown and not pair else first
            cells.append(Cell(places[a], places[b], count, pair(a, b) if pair else href("events", best[a, b].id), title))
    heads = tuple(Head(full_name(given[a]), href("actors", a)) for a in ordered)
    beyond = len(given) - alone - len(ordered)
    left_out: tuple[str, ...] = (f"{words.plural(beyond, 'actor')} more with fewer events not drawn.",) if beyond > 0 else ()
    if alone:
        left_out += (f"{words.plural(alone, 'actor')} {'shares' if alone == 1 else 'share'} no event with any of the others.",)
    return Matrix(heads, tuple(cells), left_out=left_out)


def offices_of(actor: Actor, lookup: Lookup, href: Href) -> Offices:
    """The offices that reports give somebody, the earliest first: held on the days seen, with no known beginning or end."""
    known = [office for office in actor.offices if office.held is not None]
    known.sort(key=lambda o: ((o.held and (o.held.earliest or o.held.latest)) or date.max, o.title, o.of or ""))
    unknown = len(actor.offices) - len(known)
    left_out = (f"{words.plural(unknown, 'office')} of which no day is known not drawn.",) if unknown else ()
    shown = tuple(_held(office, lookup, href) for office in known)
    return Offices(shown, title=f"Offices of {full_name(actor)}", left_out=left_out)


def _held(office: Office, lookup: Lookup, href: Href) -> Held:
    owner = lookup.actor(office.of)
    name = f"{words.capital(words.one_line(office.title))}{f', {full_name(owner)}' if owner else ''}"
    first = Interval(None, office.held.earliest) if office.held and office.held.earliest else None
    last = Interval(office.held.latest, None) if office.held and office.held.latest else None
    return Held(name, first, last, href("actors", owner.id) if owner else "")
