"""An invented story of any number of reports, as records: for measuring what stands after reading, marking and weaving.

Each report tells of one meeting on a round of talks that seven others tell of too, of a demand of its own, of a statement that
three others give in other words, and of one that nobody else gives; every tenth announces the next meeting. So events, statements,
disputes, plans and people all grow with the reports.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateline.intervals import Interval, day
from dateline.records import (
    Account,
    Actor,
    Block,
    Difference,
    Disagreement,
    Event,
    EventMention,
    EventParticipant,
    EventRef,
    Marks,
    Mention,
    MentionRef,
    Office,
    Participant,
    Place,
    Plan,
    PlanStep,
    Published,
    Report,
    Statement,
    StatementRef,
    Story,
    TimeExpression,
    TimeMeaning,
    Value,
    VariantGroup,
)
from dateline.spans import Span

TOLD_BY = 8  # reports of one meeting
VERSIONS = 4  # reports of one statement
ANNOUNCED = 10  # reports for each that announces something
PEOPLE = 10  # reports for each person
OUTLETS = 4  # reports for each outlet
FIRST_DAY = date(2019, 3, 1)
TOPICS = ("cod", "salmon", "the strait", "the tunnel", "pensions", "visas", "the islands")
PLACES = (("p-oslo", "Oslo", "NOR", 59.9, 10.7), ("p-santiago", "Santiago", "CHL", -33.4, -70.6))
STATES = (("a-norway", "Norway", "NOR"), ("a-chile", "Chile", "CHL"))
MEET, DEMAND, NEXT = 0, 1, 2  # what a report tells of, in its order
SHARED, OWN = 0, 1  # what it quotes


def account(count: int) -> Account:
    """The account of one story of `count` reports."""
    told = [_Told(number) for number in range(count)]
    meetings = [_meeting(told[start : start + TOLD_BY]) for start in range(0, count, TOLD_BY)]
    demands = [_demand(one) for one in told]
    planned = [_planned(one) for one in told if one.announces]
    events = tuple(sorted((*meetings, *demands, *(e for e, _ in planned)), key=lambda e: e.id))
    ids = tuple(one.id for one in told)
    return Account(
        reports=tuple(one.report() for one in told),
        marks=tuple(one.marks() for one in told),
        published={one.id: Published(day(one.day), "stated") for one in told},
        outlets={},
        actors=_actors(told),
        places=tuple(Place(*place, tuple(MentionRef(one.id, 2) for one in told if one.place == place[0])) for place in PLACES),
        variant_groups=tuple(_group(told[start : start + VERSIONS]) for start in range(0, count - VERSIONS + 1, VERSIONS)),
        events=events,
        plans=tuple(plan for _, plan in planned),
        copies=(),
        origins={id_: id_ for id_ in ids},
        stories=(Story("s-talks", "Moen and Soto talk about cod", ids, tuple(e.id for e in events)),),
        problems=(),
    )


class _Told:
    """One report and its marks, quoted from its text."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.id = f"r-{number:04}"
        self.round = number // TOLD_BY
        self.day = FIRST_DAY + timedelta(days=self.round)
        self.met = self.day - timedelta(days=number % TOLD_BY == 0)  # the first report of each meeting names another day
        self.left, self.right = (f"a-person-{(self.round + side) // (PEOPLE // 2) * 2 + side}" for side in (0, 1))
        self.place, self.city = PLACES[self.round % 2][:2]
        self.announces = number % ANNOUNCED == 0
        topic = TOPICS[self.round % len(TOPICS)]
        more = "" if number % VERSIONS else f" and we are ready to talk about {topic}"
        left, right = _name(self.left), _name(self.right)
        self.shared, self.own = (
            f"We welcome the end of the dispute{more}",
            f"delegation {number} had brought {number + 2} proposals",
        )
        self.meet = f"met {right} in {self.city} on {self.met:%-d %B}"
        self.demand = f"demanded {number + 2} answers from {right}"
        self.next = f"will meet again on {self._due():%-d %B}"
        parts = [
            f"{left} meets {right} for round {self.round + 1}",
            f"Foreign minister {left} {self.meet}.",
            f"“{self.shared},” {left} said. {left} added that {self.own}.",
            f"On {topic} {left} {self.demand}.",
        ]
        if self.announces:
            parts.append(f"The two {self.next}.")
        self.parts = parts
        self.text = "\n\n".join(parts) + "\n"

    def _due(self) -> date:
        return self.day + timedelta(days=10)

    def span(self, words: str, inside: str = "") -> Span:
        start = self.text.index(words, self.text.index(inside or words))
        return Span(self.id, start, start + len(words))

    def report(self) -> Report:
        blocks, at = [], 0
        for number, part in enumerate(self.parts):
            blocks.append(Block(Span(self.id, at, at + len(part)), "body" if number else "title", None))
            at += len(part) + 2
        outlet = f"Paper {self.number // OUTLETS + 1}"
        when = Published(day(self.day), "stated")
        return Report(
            self.id, f"{self.id}.txt", self.text, None, (), outlet, self.parts[0], (), "en", "article", when, None, tuple(blocks)
        )

    def marks(self) -> Marks:
        left, right = _name(self.left), _name(self.right)
        body = self.parts[1]
        mentions = (
            _person(self.span(left, body), left, 0, "foreign minister"),
            _person(self.span(right, body), right, 1),
            Mention(self.span(self.city, body), form="name", kind="place", name=self.city, entity=2),
            _person(self.span(left, f"{left} said"), left, 0),
        )
        days = [(f"{self.met:%-d %B}", self.met, body)]
        if self.announces:
            days.append((f"{self._due():%-d %B}", self._due(), self.next))
        times = tuple(
            TimeExpression(
                self.span(words, inside),
                "DATE",
                when.isoformat(),
                TimeMeaning("absolute", year=when.year, month=when.month, day=when.day),
                "test",
            )
            for words, when, inside in days
        )
        events = [
            self._event(self.meet, "met", "meet", 0),
            self._event(self.demand, "demanded", None, None),
        ]
        if self.announces:
            events.append(self._event(self.next, "meet again", "meet", 1))
        statements = (
            Statement(self.span(self.shared), "direct", None, 3, said=0),
            Statement(self.span(self.own), "indirect", None, 3, said=0),
        )
        return Marks(self.id, (), mentions, times, statements, tuple(events), ())

    def _event(self, words: str, trigger: str, mode: str | None, when: int | None) -> EventMention:
        planned = trigger == "meet again"
        return EventMention(
            self.span(words),
            self.span(trigger, words),
            type="CONSULT" if mode else "REQUEST",
            participants=(Participant(0, "initiator"), Participant(1, "recipient")),
            lemma=trigger,
            mode=mode,
            cameo=None,
            modality="future" if planned else "asserted",
            status="planned" if planned else "happened",
            when=when,
            place=2 if trigger == "met" else None,
            frame="" if planned else {"met": "meet", "demanded": "demand"}[trigger],
        )


def _person(span: Span, name: str, entity: int, title: str | None = None) -> Mention:
    return Mention(span, form="name", kind="person", name=name, entity=entity, title=title)


def _name(id_: str) -> str:
    """A name that no other person of the story has."""
    number = int(id_.rsplit("-", 1)[1])
    first, last = ("Kari", "Liv", "Luis", "Ana")[number % 4], ("Moen", "Soto", "Aas", "Vidal", "Berg")[number // 4 % 5]
    return f"{first} {last}{'' if number < 20 else ' ' + chr(65 + number // 20 % 26) + 'unn'}"


def _actors(told: list[_Told]) -> tuple[Actor, ...]:
    mentioned: dict[str, list[MentionRef]] = {}
    for one in told:
        mentioned.setdefault(one.left, []).extend((MentionRef(one.id, 0), MentionRef(one.id, 3)))
        mentioned.setdefault(one.right, []).append(MentionRef(one.id, 1))
    people = []
    for id_, refs in mentioned.items():
        state, _, country = STATES[int(id_.rsplit("-", 1)[1]) % 2]
        people.append(Actor(id_, "person", _name(id_), country, (Office("foreign minister", state, day(FIRST_DAY)),), tuple(refs)))
    states = (Actor(id_, "state", name, country, (), ()) for id_, name, country in STATES)
    return tuple(sorted((*people, *states), key=lambda a: a.id))


def _both(one: _Told) -> tuple[EventParticipant, EventParticipant]:
    return EventParticipant(one.left, "initiator"), EventParticipant(one.right, "recipient")


def _meeting(told: list[_Told]) -> Event:
    first, ids = told[0], tuple(one.id for one in told)
    values = (Value(told[0].met.isoformat(), ids[:1]), Value(told[-1].met.isoformat(), ids[1:]))
    disputed = (Disagreement("date", "conflict", values),) if len(told) > 1 else ()
    refs = tuple(EventRef(id_, MEET) for id_ in ids)
    id_, when = f"e-meeting-{first.round:03}", day(first.day)
    return Event(
        id_, "CONSULT", "meet", "040", "happened", _both(first), first.place, when, None, refs, ids, len(ids), disputed,
        ("same participants",),
    )  # fmt: skip


def _demand(one: _Told) -> Event:
    refs = (EventRef(one.id, DEMAND),)
    id_ = f"e-demand-{one.number:04}"
    return Event(id_, "DEMAND", None, "100", "happened", _both(one), None, day(one.day), None, refs, (one.id,), 1, (), ())


def _planned(one: _Told) -> tuple[Event, Plan]:
    due: Interval = day(one._due())
    id_, refs = f"e-plan-{one.number:04}", (EventRef(one.id, NEXT),)
    event = Event(id_, "CONSULT", "meet", "040", "planned", _both(one), None, due, None, refs, (one.id,), 1, (), ())
    return event, Plan(id_, "open", (one.id,), (PlanStep(one.id, due),), None)


def _group(told: list[_Told]) -> VariantGroup:
    refs = tuple(StatementRef(one.id, SHARED) for one in told)
    long, short = told[0], told[1]
    left_out = long.shared.removeprefix(short.shared).strip()
    difference = Difference("omission", refs[0], refs[1], left_out, "")
    return VariantGroup(f"v-{long.number:04}", long.left, refs, (difference,))
