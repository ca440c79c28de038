"""Every frame can be told, every form is of a frame that exists, and the sentences are those a careful editor would write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec
import pytest
from conftest import Reader, report

from dateline.mark.events_frames import frames
from dateline.records import Account, Actor, Event, EventParticipant, EventRef, MentionRef, Office, Place
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.own_words import past_of
from dateline.tell.sentences import event_sentence
from dateline.tell.templates import forms, telling, templates

SLOTS = {
    "home",
    "who",
    "whom",
    "all",
    "between",
    "between_whom",
    "host",
    "place",
    "to",
    "dest",
    "when",
    "thing",
    "was",
    "verb",
    "done",
}
FIELDS = {
    "nominal",
    "forms",
    "passive",
    "together",
    "joint",
    "hosting",
    "general",
    "words",
    "main",
    "things",
    "thing",
    "verbs",
    "verb",
}
FRAMES = {(f.type, f.name, f.mode) for f in frames("en")}
KEYS = [(type_, name) for type_, table in forms().items() for name in table]


def untold() -> list[str]:
    """Frames that are told in the general words of their type only."""
    return sorted(f"{t} {name}" for t, name, mode in FRAMES if name not in forms()[t] and (mode or "-") not in forms()[t])


@pytest.mark.parametrize(("type_", "name"), KEYS)
def test_every_form_is_of_a_frame_or_mode_that_exists(type_: str, name: str) -> None:
    known = {frame for t, frame, _ in FRAMES if t == type_} | {mode for t, _, mode in FRAMES if t == type_ and mode}
    assert not name or name in known, f"no frame or mode of {type_} is called {name!r}"
    assert set(forms()[type_][name]) <= FIELDS


def test_nearly_every_frame_has_its_own_form() -> None:
    """A new frame may be told in general words for a while, not many of them."""
    assert len(untold()) <= len(FRAMES) / 20, untold()


@pytest.mark.parametrize(("type_", "name"), KEYS)
def test_forms_are_whole(type_: str, name: str) -> None:
    told = telling(type_, name, None)
    for form in (*told.forms, *told.passive):
        assert "{verb}" in form or "|" in form, form
    for text in (told.nominal, *told.forms, *told.passive):
        assert set(re.findall(r"\{(\w+)\}", text)) <= SLOTS
        assert "{thing}" not in text or told.thing, f"{name}: nothing to say where the report names no thing"
        assert "{verb}" not in text or told.verb
    assert set(told.verbs) <= set(templates().past)
    assert not isinstance(told.things, str) or told.things in templates().things


def test_every_verb_that_words_are_joined_to_has_a_past() -> None:
    assert templates().saying.verbs <= set(templates().past)


def told(text: str, clause: str, trigger: str, type_: str, frame: str, who: Iterable[tuple[str, str]], **more: object) -> str:
    """The sentence on one event of one report; `who` are (words, role)."""
    reader = Reader("r-one", text)
    people = {"Berg": ("person", "NOR"), "Moen": ("person", "NOR"), "Soto": ("person", "CHL"), "Norway": ("state", "NOR")}
    people |= {"Chile": ("state", "CHL")}
    listed = [(reader.mention(words, kind=people[words][0], country=people[words][1]), role) for words, role in who]
    if "Monday" in text:
        reader.day("Monday", date(2019, 5, 27))
    about = more.pop("content", None)
    if about:
        more["content"] = reader.event(*about)  # type: ignore[misc]
    reader.event(clause, trigger, type_, listed, frame=frame, **more)
    actors = tuple(
        Actor(
            f"a-{m.name}",
            m.kind,
            m.name,
            m.country,
            (Office("minister", None, None),) * (m.kind == "person"),
            (MentionRef("r-one", i),),
        )  # type: ignore[arg-type]
        for i, m in enumerate(reader.mentions)
    )
    parts = tuple(EventParticipant(f"a-{reader.mentions[i].name}", role) for i, role in listed)  # type: ignore[arg-type]
    status = more.get("status", "happened")
    events = [
        Event(
            "e",
            type_,
            more.get("mode"),
            None,
            status,
            parts,
            None,
            None,
            None,
            (EventRef("r-one", len(reader.events) - 1),),
            ("r-one",),
            1,
            (),
            (),
        )  # type: ignore[arg-type]
    ]
    places: tuple[Place, ...] = ()
    if about:
        places = (Place("p", "Oslo", "NOR", None, None, ()),)
        events.append(
            Event("v", "CONSULT", "visit", None, "planned", (), "p", None, None, (EventRef("r-one", 0),), ("r-one",), 1, (), ())
        )
    account = Account(
        (report("r-one", text, "Post", None),), (reader.marks(),), {}, actors, places, (), tuple(events), (), (), {}, (), ()
    )
    lookup = Lookup(account)
    return event_sentence(events[0], lookup, Names(lookup, introduce=False), dated=False)


BOTH = (("Berg", "participant"), ("Soto", "participant"))


def test_what_was_signed_is_named_as_the_report_names_it() -> None:
    text = "Berg and Soto signed {} in Geneva."
    for words, said in [
        ("the long awaited peace treaty", "a peace treaty"),
        ("two frameworks for peace", "two frameworks"),
        ("the Oslo Agreement", "an agreement"),
        ("accords", "accords"),
        ("it", "an agreement"),
    ]:
        assert (
            told(text.format(words), f"signed {words}", "signed", "AGREE", "sign", BOTH, lemma="sign")
            == f"Berg and Soto signed {said}."
        )
    assert (
        told("Berg and Soto made a deal.", "made a deal", "made", "AGREE", "sign", BOTH, lemma="make")
        == "Berg and Soto concluded a deal."
    )


def test_officials_are_told_without_their_states() -> None:
    both = (*BOTH, ("Norway", "participant"), ("Chile", "participant"))
    text = "Berg and Soto signed a pact between Norway and Chile."
    assert told(text, "signed a pact", "signed", "AGREE", "sign", both, lemma="sign") == "Berg and Soto signed a pact."
    mixed = (("Berg", "participant"), ("Chile", "participant"))
    assert told(text, "signed a pact", "signed", "AGREE", "sign", mixed, lemma="sign") == "Berg and Chile signed a pact."
    held = (("Norway", "initiator"), ("Berg", "recipient"))
    assert (
        told("Norway released Berg.", "released Berg", "released", "CONCEDE", "release somebody", held) == "Norway released Berg."
    )


def test_an_office_given_up_is_a_resignation() -> None:
    one = (("Berg", "initiator"),)
    assert told("Berg stepped down.", "stepped down", "stepped down", "RETREAT", "resign", one, mode="resign") == "Berg resigned."


@pytest.mark.parametrize(
    ("text", "trigger", "lemma", "type_", "frame", "said"),
    [
        (
            "Norway promised to reopen its embassy.",
            "promised",
            "promise",
            "AGREE",
            "promise",
            "Norway promised to “reopen its embassy”.",
        ),
        ("Norway asked the council for help.", "asked", "ask", "REQUEST", "urge", "Norway asked “the council for help”."),
        ("Norway demands that troops leave.", "demands", "demand", "REQUEST", "demand", "Norway demanded that “troops leave”."),
        ("Norway agreed on Monday to open talks.", "agreed", "agree", "AGREE", "agree", "Norway agreed to “open talks”."),
    ],
)
def test_words_are_joined_to_their_verb(text: str, trigger: str, lemma: str, type_: str, frame: str, said: str) -> None:
    clause = text[text.index(trigger) : -1]
    assert told(text, clause, trigger, type_, frame, (("Norway", "initiator"),), lemma=lemma) == said


def test_a_verb_that_fits_no_frame_tells_its_deed_itself() -> None:
    text = "Norway torched the consulate of Chile."
    who = (("Norway", "initiator"), ("Chile", "recipient"))
    said = told(text, text[7:-1], "torched", "ASSAULT", "attack", who, lemma="torch", loose="verb")
    assert said == "Norway torched “the consulate of Chile”."
    text = "Norway overran the island on Monday."
    said = told(text, text[7:-1], "overran", "ASSAULT", "capture", (("Norway", "initiator"),), lemma="overrun", loose="verb")
    assert said == "Norway overran “the island on Monday”."


def test_a_noun_that_fits_no_frame_is_told_in_general_words_and_quoted() -> None:
    text = "Chile resented the ransacking of its consulate by Norway."
    who = (("Norway", "initiator"),)
    said = told(text, text[15:-1], "ransacking", "COERCE", "seize property", who, lemma="ransacking", loose="noun")
    assert said == "Norway used coercion: “the ransacking of its consulate by Norway”."


@pytest.mark.parametrize(
    ("verb", "past"),
    [("torch", "torched"), ("raze", "razed"), ("bar", "barred"), ("deny", "denied"), ("expel", "expelled"), ("loot", "looted"),
     ("fly", "flew"), ("obey", "obeyed"), ("halt", "halted"), ("free", "freed"), ("accompany", "accompanied")],
)  # fmt: skip
def test_pasts(verb: str, past: str) -> None:
    assert past_of(verb) == past


def test_those_acted_on_are_told_of_where_nobody_acts() -> None:
    one = (("Soto", "recipient"),)
    text = "Soto was named acting foreign minister."
    assert told(text, text[9:-1], "named", "SUPPORT", "appoint", one, lemma="name") == "Soto was named “acting foreign minister”."
    assert told("Soto was arrested.", "arrested", "arrested", "COERCE", "arrest", one, lemma="arrest").startswith(
        "Soto was arrested"
    )
    assert told("Soto invited.", "invited", "invited", "REQUEST", "invite", one, status="planned") == "Soto is to be invited."


def test_hosts_receive_and_guests_are_received() -> None:
    pair = (("Berg", "host"), ("Soto", "initiator"))
    assert told("Berg received Soto.", "received Soto", "received", "CONSULT", "host", pair, mode="host") == "Berg received Soto."
    guest = (("Soto", "initiator"),)
    assert told("Soto was received.", "received", "received", "CONSULT", "host", guest, mode="host") == "Soto was received."


def test_an_invitation_says_where_to() -> None:
    pair = (("Berg", "initiator"), ("Soto", "recipient"))
    content = ("visit Oslo", "visit", "CONSULT", [])
    text = "Berg invited Soto to visit Oslo."
    said = told(text, "invited Soto", "invited", "REQUEST", "invite", pair, lemma="invite", content=content)
    assert said == "Berg invited Soto to Oslo."


def test_frames_that_do_not_agree_are_told_in_general_words(account: Account) -> None:
    lookup = Lookup(account)
    event = lookup.event("e-meeting")
    assert event is not None
    names = ["sit down", "shake hands", "share a meal"]
    marks = [
        msgspec.structs.replace(
            m, events=tuple(msgspec.structs.replace(e, frame=names[i]) if e.mode == "meet" else e for e in m.events)
        )
        for i, m in enumerate(account.marks)
    ]
    changed = Lookup(msgspec.structs.replace(account, marks=tuple(marks)))
    assert "Kari Moen met Luis Soto" in event_sentence(event, changed, Names(changed, introduce=False))
