"""What happened, as paragraphs in order of time: deeds of the same people on the same days are told in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.intervals import Interval
from dateline.records import Event
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.brief.notes import Notes
from dateline.tell.brief.outline import Paragraph, Part, Sentence, sentence
from dateline.tell.facts import Fact, by_day
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.parties import parties
from dateline.tell.sentences import Worded, assembled, told_as, worded
from dateline.tell.templates import templates

NO_DAY = "The reports give no day for what follows."
LONGEST = 5  # sentences of a paragraph
WIDEST = 370  # days; an event on one of more has no place in the order of time
PAUSE = 45  # days without an event after which a new paragraph begins


def tell(chosen: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes) -> tuple[Paragraph, ...]:
    """Facts on events as paragraphs; those without a day, or with one of very many, stand last."""
    events = [(event, fact) for fact in chosen if (event := lookup.event(fact.about))]
    dated = _visits_first(sorted((pair for pair in _without_receptions(events) if has_day(pair[0])), key=_in_time), lookup)
    paragraphs = [_Teller(lookup, names, notes).paragraph(list(run)) for run in _runs(dated)]
    if undated := [pair for pair in events if not has_day(pair[0])]:
        paragraphs.append(_Teller(lookup, names, notes).undated(undated))
    return tuple(paragraphs)


def _without_receptions(pairs: list[tuple[Event, Fact]]) -> list[tuple[Event, Fact]]:
    """Of a visit and its reception by the same people the visit alone, with what both rest on."""
    out: list[tuple[Event, Fact]] = []
    visits = [(event, fact) for event, fact in pairs if event.mode == "visit"]
    for event, fact in pairs:
        received = [v for v in visits if event.mode == "host" and _same_occasion(v[0], event)]
        if not received:
            halls = [f for e, f in pairs if e.mode == "host" and event.mode == "visit" and _same_occasion(event, e)]
            spans = tuple(dict.fromkeys((*fact.evidence, *(s for f in halls for s in f.evidence))))
            out.append((event, msgspec.structs.replace(fact, evidence=spans)))
    return out


def _same_occasion(one: Event, other: Event) -> bool:
    people = [{p.actor for p in e.participants} for e in (one, other)]
    return one.place == other.place and one.date == other.date and one.date is not None and people[1] <= people[0]


def has_day(event: Event) -> bool:
    """Whether its day is known closely enough to stand in an order of time."""
    return event.date is not None and (event.date.days or 0) <= WIDEST


def evidence(event: Event, fact: Fact, lookup: Lookup) -> tuple[Span, ...]:
    """The characters to point at: those that tell of the event as it stands, where there are such."""
    standing = {m.span for ref in event.mentions if (m := lookup.event_mention(ref)) and m.status == event.status}
    return tuple(span for span in fact.evidence if span in standing) or fact.evidence


def _in_time(pair: tuple[Event, Fact]) -> tuple[object, ...]:
    event, fact = pair
    return by_day(event.date), event.mode != "visit", event.place or "", -fact.weight, event.id


def _visits_first(pairs: list[tuple[Event, Fact]], lookup: Lookup) -> list[tuple[Event, Fact]]:
    """The same with each visit before what may have been done on it: the same people, the same place, days that meet."""
    out: list[tuple[Event, Fact]] = []
    for pair in pairs:
        at = len(out)
        if pair[0].mode == "visit" and pair[0].place and pair[0].date:
            on_it = (n for n, (e, _) in enumerate(out) if e.place == pair[0].place and e.date and e.date.meet(pair[0].date))
            at = next((n for n in on_it if out[n][0].mode != "visit" and _doers(out[n][0], lookup) == _doers(pair[0], lookup)), at)
        out.insert(at, pair)
    return out


def _runs(pairs: list[tuple[Event, Fact]]) -> Iterator[list[tuple[Event, Fact]]]:
    """Events of one paragraph: a pause or a full paragraph ends it, but never between events of one day."""
    run: list[tuple[Event, Fact]] = []
    for pair in pairs:
        before = run[-1][0].date if run else None
        now = pair[0].date
        if run and before and now and before != now and (len(run) >= LONGEST or (before.gap(now) > PAUSE and len(run) > 1)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


class _Teller:
    """Tells the events of one paragraph; it remembers the day told last, and in which words."""

    def __init__(self, lookup: Lookup, names: Names, notes: Notes) -> None:
        self._lookup, self._names, self._notes = lookup, names, notes
        self._before: Interval | None = None
        self._words = ""
        self._told: list[Sentence] = []

    def paragraph(self, pairs: list[tuple[Event, Fact]]) -> Paragraph:
        while pairs:
            (event, fact), *pairs = pairs
            other = self._other(event, pairs) if not _differing(event) else None
            made = (self._joined(event, fact, *other) or self._beside(event, fact, *other)) if other else None
            if other and made:
                pairs.remove(other)
            self._told.append(made or self._alone(event, fact))
        return Paragraph(tuple(self._told))

    def undated(self, pairs: list[tuple[Event, Fact]]) -> Paragraph:
        told = (sentence(assembled(self._worded(e, when="", tail=False)), self._refer(e, f)) for e, f in pairs)
        return Paragraph((sentence(NO_DAY), *told))

    def _other(self, event: Event, pairs: list[tuple[Event, Fact]]) -> tuple[Event, Fact] | None:
        """The deed to tell in the same sentence: one of the same people, the next one or of the same days; else one of that day."""
        following = [pair for pair in pairs[:4] if _near(event, pair[0]) and not _differing(pair[0])]
        for at, pair in enumerate(following):
            soon = at == 0 or pair[0].date == event.date or (event.mode == "visit" and pair[0].place == event.place)
            if soon and _doers(event, self._lookup) == _doers(pair[0], self._lookup):
                return pair
        same = (pair for pair in following if pair[0].date == event.date == self._before and event.date and event.date.exact)
        return next(same, None)

    def _joined(self, event: Event, fact: Fact, other: Event, more: Fact) -> Sentence | None:
        """ "Sadat visited Jerusalem on 19 November and addressed the Knesset there the next day"; None where it cannot be."""
        if _doers(event, self._lookup) != _doers(other, self._lookup):
            return None
        there = "there" if other.place and other.place == event.place else None
        shorter = _without_hosts(event, other)
        if not (self._plain(shorter) and self._plain(other, there)):
            return None
        day = self._day(event)
        start = self._opened(self._worded(shorter, when="" if self._first else day), day)
        within = event.date and other.date and event.date.within(other.date)
        then = "" if within else words.then(other.date, event.date)
        end = f" and {self._worded(other, when='', place=there).done}{f' {then}' if then else ''}"
        self._before, self._words = event.date if within else other.date, then or day
        parts = ((start, event, fact), (words.stopped(end), other, more))
        return Sentence(tuple(Part(text, self._refer(e, f)) for text, e, f in parts))

    def _beside(self, event: Event, fact: Fact, other: Event, more: Fact) -> Sentence | None:
        """ "The same day Rabin met Arafat, and Peres signed a treaty": of others, on the day told before."""
        if event.date != self._before or not (self._plain(event) and self._plain(other)):
            return None
        day = self._day(event)
        one, two = (self._worded(e, when="") for e in (event, other))
        self._words = day
        parts = ((words.capital(f"{day} {one.body}"), event, fact), (words.stopped(f", and {two.body}"), other, more))
        return Sentence(tuple(Part(text, self._refer(e, f)) for text, e, f in parts))

    def _alone(self, event: Event, fact: Fact) -> Sentence:
        day = self._day(event)
        told = self._worded(event, when="" if self._first else day)
        told = msgspec.structs.replace(told, body=self._opened(told, day))
        self._before, self._words = event.date, day
        return sentence(assembled(told), self._refer(event, fact))

    @property
    def _first(self) -> bool:
        return not self._told

    def _opened(self, told: Worded, day: str) -> str:
        """The sentence so far; the first of a paragraph begins with its day where somebody acts."""
        if not (self._first and day):
            return words.capital(told.body)
        return words.capital(f"{day} {told.body}" if told.who else f"{told.body} {day}")

    def _day(self, event: Event) -> str:
        """The day in words that were not used just before."""
        day = words.then(event.date, self._before)
        if day == self._words == "the same day":
            return "that day"
        return words.then(event.date, self._before, near=False) if day == self._words == "the next day" else day

    def _worded(self, event: Event, *, when: str, place: str | None = None, tail: bool = True) -> Worded:
        """The sentence in its parts, with what reports differ on; `tail` False leaves out what is not known."""
        told = worded(event, self._lookup, self._names, when=when, place=place)
        differ = _differing(event)
        differs = f"reports differ on {words.and_list(differ)}" if differ else ""
        return msgspec.structs.replace(told, tail="; ".join(part for part in (told.tail if tail else "", differs) if part))

    def _plain(self, event: Event, place: str | None = None) -> bool:
        return worded(event, self._lookup, self._names.in_passing(), when="", place=place).plain

    def _refer(self, event: Event, fact: Fact) -> tuple[int, ...]:
        return self._notes.refer(evidence(event, fact, self._lookup))


def _differing(event: Event) -> list[str]:
    """What of the sentence itself is in dispute; figures do not stand in it."""
    return [templates().fields[d.field] for d in event.disagreements if d.kind == "conflict" and d.field != "number"]


def _near(event: Event, other: Event) -> bool:
    """Whether both were done, on days next to each other."""
    done = event.status == other.status == "happened"
    return done and event.date is not None and other.date is not None and event.date.gap(other.date) <= 1


def _doers(event: Event, lookup: Lookup) -> tuple[str, ...]:
    who, whom, _ = parties(event, told_as(event, lookup), lookup)
    return who or whom


def _without_hosts(event: Event, other: Event) -> Event:
    """The event without its hosts, where the other deed tells of them."""
    guests = tuple(p for p in event.participants if p.role != "host")
    met = {p.actor for p in other.participants}
    told = any(p.actor in met for p in event.participants if p.role == "host")
    return msgspec.structs.replace(event, participants=guests) if guests and told else event
