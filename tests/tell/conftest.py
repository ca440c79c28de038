# ruff: noqa: E501
"""A small account made by hand: three reports of one visit, with a meeting on it, a plan that moved, a disputed day, one statement in two
versions and one copy. Names and outlets are invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from dateline.intervals import Interval, day
from dateline.records import (
    Account,
    Actor,
    Block,
    CopyEdge,
    Difference,
    Disagreement,
    Event,
    EventLink,
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
    Problem,
    Published,
    Quantity,
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

FJORD = """Moen meets Soto in Santiago

By Liv Aas

SANTIAGO, May 31, 2019 - Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on Friday.

"We welcome the end of the cod dispute, and we are ready to talk about salmon," Moen said.

Moen and Soto will meet again in Oslo on June 12.

ADVERTISEMENT
"""

FARO = """Norway's top diplomat sees president

Kari Moen arrived in Santiago for a visit and met President Luis Soto on Thursday.

"We welcome the end of the cod dispute," Moen told reporters.

Norway invited Soto to Oslo. A second meeting is expected in May.

Norway employs some 3,000 Chileans.
"""

WIRE = """Moen meets Soto in Santiago

Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on Friday.

Moen said no date had been set for a treaty.
"""


@dataclass
class Reader:
    """Makes marks of one report by quoting its text."""

    id: str
    text: str
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(self.id, start, start + len(words))

    def mention(self, words: str, inside: str | None = None, **more: object) -> int:
        outer = self.span(inside or words)
        start = self.text.index(words, outer.start)
        values = {"form": "name", "kind": "person", "name": words, "entity": len(self.mentions)} | more
        self.mentions.append(Mention(Span(self.id, start, start + len(words)), **values))  # type: ignore[arg-type]
        return len(self.mentions) - 1

    def day(self, words: str, when: date) -> int:
        meaning = TimeMeaning("absolute", year=when.year, month=when.month, day=when.day)
        self.times.append(TimeExpression(self.span(words), "DATE", when.isoformat(), meaning, "test"))
        return len(self.times) - 1

    def say(self, words: str, kind: str, speaker: int | None, **more: object) -> int:
        self.statements.append(Statement(self.span(words), kind, None, speaker, **more))  # type: ignore[arg-type]
        return len(self.statements) - 1

    def event(self, words: str, trigger: str, type_: str, who: list[tuple[int, str]], **more: object) -> int:
        values: dict[str, object] = {
            "lemma": trigger,
            "mode": None,
            "cameo": None,
            "modality": "asserted",
            "status": "happened",
        } | more
        participants = tuple(Participant(index, role) for index, role in who)  # type: ignore[arg-type]
        self.events.append(EventMention(self.span(words), self.span(trigger), type=type_, participants=participants, **values))  # type: ignore[arg-type]
        return len(self.events) - 1

    def marks(self) -> Marks:
        return Marks(
            self.id, (), tuple(self.mentions), tuple(self.times), tuple(self.statements), tuple(self.events), tuple(self.quantities)
        )


def report(id_: str, text: str, outlet: str | None, published: date | None, *, furniture: str = "", source: str = "") -> Report:
    """A report whose paragraphs are its blocks: a title, then body; a paragraph equal to `furniture` is that."""
    blocks, at = [], 0
    for part in text.split("\n"):
        if part:
            role = "title" if not blocks else "furniture" if part == furniture else "body"
            blocks.append(Block(Span(id_, at, at + len(part)), role, "advertisement label" if role == "furniture" else None))  # type: ignore[arg-type]
        at += len(part) + 1
    when = Published(day(published), "stated") if published else None
    return Report(
        id_, source or f"{id_}.txt", text, None, (), outlet, text.split("\n")[0], (), "en", "article", when, None, tuple(blocks)
    )


def build() -> Account:
    a, b, c = Reader("r-fjord", FJORD), Reader("r-faro", FARO), Reader("r-wire", WIRE)
    moen_a = a.mention("Kari Moen", title="foreign minister", of="NOR", country="NOR")
    soto_a = a.mention("Luis Soto", title="president", of="CHL", country="CHL")
    oslo_a = a.mention("Oslo", kind="place")
    santiago_a = a.mention("Santiago", inside="Luis Soto in Santiago", kind="place")
    moen_a2 = a.mention("Moen", inside="Moen said")
    nor_a = a.mention("Norwegian", kind="state", form="name", country="NOR")
    chl_a = a.mention("Chilean", kind="state", form="name", country="CHL")
    friday_a = a.day("Friday", date(2019, 5, 31))
    june_a = a.day("June 12", date(2019, 6, 12))
    meet_a = a.event(
        "met Chilean President Luis Soto in Santiago on Friday",
        "met",
        "CONSULT",
        [(moen_a, "initiator"), (soto_a, "recipient")],
        mode="meet",
        when=friday_a,
        place=santiago_a,
        frame="meet",
    )
    plan_a = a.event(
        "will meet again in Oslo on June 12",
        "meet again",
        "CONSULT",
        [(moen_a, "participant"), (soto_a, "participant")],
        mode="meet",
        when=june_a,
        place=oslo_a,
        frame="meet",
        status="planned",
        modality="future",
    )
    long = a.say("We welcome the end of the cod dispute, and we are ready to talk about salmon,", "direct", moen_a2, said=friday_a)

    moen_b = b.mention("Kari Moen", country="NOR")
    soto_b = b.mention("Luis Soto", title="president", of="CHL")
    santiago_b = b.mention("Santiago", kind="place")
    nor_b = b.mention("Norway", inside="Norway invited", kind="state", country="NOR")
    soto_b2 = b.mention("Soto", inside="Soto to Oslo")
    oslo_b = b.mention("Oslo", kind="place")
    moen_b2 = b.mention("Moen", inside="Moen told")
    thursday_b = b.day("Thursday", date(2019, 5, 30))
    visit_b = b.event(
        "arrived in Santiago for a visit",
        "arrived",
        "CONSULT",
        [(moen_b, "initiator")],
        mode="visit",
        place=santiago_b,
        frame="arrive",
    )
    meet_b = b.event(
        "met President Luis Soto on Thursday",
        "met",
        "CONSULT",
        [(moen_b, "initiator"), (soto_b, "recipient")],
        mode="meet",
        when=thursday_b,
        frame="meet",
    )
    invite_b = b.event(
        "invited Soto to Oslo", "invited", "REQUEST", [(nor_b, "initiator"), (soto_b2, "recipient")], place=oslo_b, frame="invite"
    )
    plan_b = b.event(
        "A second meeting is expected in May",
        "meeting",
        "CONSULT",
        [],
        mode="meet",
        frame="meeting",
        status="planned",
        modality="future",
    )
    short = b.say("We welcome the end of the cod dispute,", "direct", moen_b2)
    b.quantities.append(Quantity(b.span("3,000 Chileans"), 3000.0, "person", "chileans", True))

    moen_c = c.mention("Kari Moen", title="foreign minister", of="NOR")
    soto_c = c.mention("Luis Soto")
    santiago_c = c.mention("Santiago", inside="Luis Soto in Santiago", kind="place")
    moen_c2 = c.mention("Moen", inside="Moen said")
    friday_c = c.day("Friday", date(2019, 5, 31))
    meet_c = c.event(
        "met Chilean President Luis Soto in Santiago on Friday",
        "met",
        "CONSULT",
        [(moen_c, "initiator"), (soto_c, "recipient")],
        mode="meet",
        when=friday_c,
        place=santiago_c,
        frame="meet",
    )
    c.say("no date had been set for a treaty", "indirect", moen_c2)

    actors = (
        Actor("a-chile", "state", "Chile", "CHL", (), (MentionRef("r-fjord", chl_a),)),
        Actor(
            "a-moen",
            "person",
            "Kari Moen",
            "NOR",
            (Office("foreign minister", "a-norway", day(date(2019, 5, 31))),),
            (
                MentionRef("r-fjord", moen_a),
                MentionRef("r-fjord", moen_a2),
                MentionRef("r-faro", moen_b),
                MentionRef("r-faro", moen_b2),
                MentionRef("r-wire", moen_c),
                MentionRef("r-wire", moen_c2),
            ),
        ),
        Actor("a-norway", "state", "Norway", "NOR", (), (MentionRef("r-fjord", nor_a), MentionRef("r-faro", nor_b))),
        Actor(
            "a-soto",
            "person",
            "Luis Soto",
            "CHL",
            (Office("president", "a-chile", day(date(2019, 5, 31))),),
            (
                MentionRef("r-fjord", soto_a),
                MentionRef("r-faro", soto_b),
                MentionRef("r-faro", soto_b2),
                MentionRef("r-wire", soto_c),
            ),
        ),
    )
    places = (
        Place("p-oslo", "Oslo", "NOR", 59.9, 10.7, (MentionRef("r-fjord", oslo_a), MentionRef("r-faro", oslo_b))),
        Place(
            "p-santiago",
            "Santiago",
            "CHL",
            -33.4,
            -70.6,
            (MentionRef("r-fjord", santiago_a), MentionRef("r-faro", santiago_b), MentionRef("r-wire", santiago_c)),
        ),
    )
    both = (EventParticipant("a-moen", "initiator"), EventParticipant("a-soto", "recipient"))
    dispute = Disagreement("date", "conflict", (Value("2019-05-30", ("r-faro",)), Value("2019-05-31", ("r-fjord", "r-wire"))))
    visit = Event(
        "e-visit",
        "CONSULT",
        "visit",
        "042",
        "happened",
        both[:1],
        "p-santiago",
        Interval(date(2019, 5, 30), date(2019, 5, 31)),
        None,
        (EventRef("r-faro", visit_b),),
        ("r-faro",),
        1,
        (),
        (),
    )
    meeting = Event(
        "e-meeting",
        "CONSULT",
        "meet",
        "040",
        "happened",
        both,
        "p-santiago",
        day(date(2019, 5, 31)),
        "e-visit",
        (EventRef("r-faro", meet_b), EventRef("r-fjord", meet_a), EventRef("r-wire", meet_c)),
        ("r-faro", "r-fjord", "r-wire"),
        2,
        (dispute,),
        ("the same parties", "the same day"),
        links=(
            EventLink(EventRef("r-faro", meet_b), EventRef("r-fjord", meet_a), 0.914, ("the same parties",), ("days apart",)),
            EventLink(EventRef("r-fjord", meet_a), EventRef("r-wire", meet_c), 0.88, ("the same parties", "the same day")),
        ),
    )
    again = Event(
        "e-again",
        "CONSULT",
        "meet",
        "040",
        "planned",
        both,
        "p-oslo",
        day(date(2019, 6, 12)),
        None,
        (EventRef("r-faro", plan_b), EventRef("r-fjord", plan_a)),
        ("r-faro", "r-fjord"),
        2,
        (),
        (),
    )
    invitation = Event(
        "e-invitation",
        "REQUEST",
        None,
        "025",
        "happened",
        (EventParticipant("a-norway", "initiator"), EventParticipant("a-soto", "recipient")),
        "p-oslo",
        None,
        None,
        (EventRef("r-faro", invite_b),),
        ("r-faro",),
        1,
        (),
        (),
    )
    group = VariantGroup(
        "v-cod",
        "a-moen",
        (StatementRef("r-faro", short), StatementRef("r-fjord", long)),
        (
            Difference(
                "omission",
                StatementRef("r-fjord", long),
                StatementRef("r-faro", short),
                "and we are ready to talk about salmon",
                "",
            ),
        ),
    )
    moved = Plan(
        "e-again",
        "moved",
        ("r-faro", "r-fjord"),
        (PlanStep("r-faro", Interval(date(2019, 5, 1), date(2019, 5, 31))), PlanStep("r-fjord", day(date(2019, 6, 12)))),
        None,
    )
    return Account(
        reports=(
            report("r-faro", FARO, "The Lighthouse", date(2019, 5, 30)),
            report(
                "r-fjord",
                FJORD,
                "Fjord Post",
                date(2019, 5, 31),
                furniture="ADVERTISEMENT",
                source="https://fjord.example/moen?a=1&b=2",
            ),
            report("r-wire", WIRE, None, None),
        ),
        marks=(b.marks(), a.marks(), c.marks()),
        published={
            "r-faro": Published(day(date(2019, 5, 30)), "stated"),
            "r-fjord": Published(day(date(2019, 5, 31)), "stated"),
            "r-wire": Published(Interval(date(2019, 5, 31), date(2019, 6, 2)), "inferred"),
        },
        outlets={},
        actors=actors,
        places=places,
        variant_groups=(group,),
        events=(again, invitation, meeting, visit),
        plans=(moved,),
        copies=(CopyEdge("r-wire", "r-fjord", 0.8, "prints the same five-word runs"),),
        origins={"r-faro": "r-faro", "r-fjord": "r-fjord", "r-wire": "r-fjord"},
        stories=(
            Story(
                "s-1",
                "Moen meets Soto in Santiago",
                ("r-faro", "r-fjord", "r-wire"),
                ("e-again", "e-invitation", "e-meeting", "e-visit"),
            ),
        ),
        problems=(Problem("empty.txt", "read", "empty file", "The file has no text: leave it out."),),
    )


@pytest.fixture
def account() -> Account:
    return build()
