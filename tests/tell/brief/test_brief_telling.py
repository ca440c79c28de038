"""How the sentences of a brief follow each other: names in short, days told once, deeds joined, doubt and silence said."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dateline.intervals import Interval, day, month, year
from dateline.records import Account, Event, EventParticipant, MentionRef, Plan
from dateline.tell import words
from dateline.tell.brief import brief_of
from dateline.tell.brief.said import _that
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, plural_name
from dateline.tell.sentences import event_sentence

MAY_3, MAY_4, MAY_9 = (day(date(2019, 5, n)) for n in (3, 4, 9))


def section(account: Account, key: str) -> str:
    found = [s for s in brief_of(account).sections if s.key == key]
    return "\n".join(" ".join(one.text for one in p.sentences) for s in found for p in s.paragraphs)


def changed(account: Account, event: str, **fields: object) -> Account:
    events = tuple(msgspec.structs.replace(e, **fields) if e.id == event else e for e in account.events)
    return msgspec.structs.replace(account, events=events)


@pytest.mark.parametrize(
    ("interval", "before", "told"),
    [
        (MAY_4, None, "on 4 May 2019"),
        (MAY_4, MAY_4, "the same day"),
        (MAY_4, MAY_3, "the next day"),
        (MAY_3, MAY_4, "on 3 May"),
        (MAY_9, MAY_3, "on 9 May"),
        (month(2019, 5), MAY_3, "in May"),
        (month(2019, 5), month(2019, 5), "the same month"),
        (year(2019), MAY_3, "in 2019"),
        (year(2019), year(2019), "the same year"),
        (MAY_3, day(date(2018, 5, 3)), "on 3 May 2019"),
        (Interval(date(2018, 12, 30), date(2019, 1, 2)), MAY_3, "between 30 December 2018 and 2 January 2019"),
        (Interval(None, date(2019, 5, 3)), MAY_3, "on or before 3 May 2019"),
    ],
)
def test_a_day_is_told_by_the_one_before(interval: Interval, before: Interval | None, told: str) -> None:
    assert words.then(interval, before) == told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a peace", "“a peace”"),
        ('he said "no" twice', "“he said ‘no’ twice”"),
        ('"all of it"', "“all of it”"),
        ('North Korea and its neighbours," the expert concluded', "“North Korea and its neighbours”"),
        ('them to raise their sights."', "“them to raise their sights.”"),
        ('"', "“”"),
    ],
)
def test_marks_inside_quotation_marks(text: str, shown: str) -> None:
    assert words.quoted(text) == shown


def test_a_person_is_introduced_once_and_then_called_as_the_reports_do(account: Account) -> None:
    names = Names(Lookup(account), short=True)
    assert names.in_passing().actor("a-moen") == "Kari Moen"
    assert names.actor("a-moen") == "Norway’s foreign minister Kari Moen"
    assert names.actor("a-moen") == names.in_passing().actor("a-moen") == "Moen"
    assert Names(Lookup(account)).actor("a-soto") == "Chile’s president Luis Soto"


def test_a_short_name_that_two_people_bear_is_not_used(account: Account) -> None:
    moen = next(a for a in account.actors if a.id == "a-moen")
    other = msgspec.structs.replace(moen, id="a-other", name="Jon Moen", mentions=(MentionRef("r-wire", 0),), offices=())
    both = msgspec.structs.replace(account, actors=(*account.actors, other))
    names = Names(Lookup(both), short=True)
    assert [names.actor("a-moen") for _ in range(2)] == ["Norway’s foreign minister Kari Moen", "Kari Moen"]


@pytest.mark.parametrize(
    ("title", "of", "told"),
    [
        ("general", None, "General Kari Moen"),
        ("specialist", None, "the specialist Kari Moen"),
        ("secretary of state", "a-norway", "Norway’s secretary of state Kari Moen"),
        ("first deputy minister of foreign affairs", "a-norway", "Kari Moen (Norway’s first deputy minister of foreign affairs)"),
        ("king moen", None, "Kari Moen"),
    ],
)
def test_offices_stand_before_the_name(account: Account, title: str, of: str | None, told: str) -> None:
    moen = next(a for a in account.actors if a.id == "a-moen")
    office = msgspec.structs.replace(moen.offices[0], title=title, of=of)
    actors = tuple(msgspec.structs.replace(a, offices=(office,)) if a.id == "a-moen" else a for a in account.actors)
    assert Names(Lookup(msgspec.structs.replace(account, actors=actors))).actor("a-moen") == told


def test_a_visit_and_the_meeting_on_it_are_one_sentence(account: Account) -> None:
    same = changed(changed(account, "e-visit", date=day(date(2019, 5, 31))), "e-meeting", disagreements=())
    assert "On 31 May 2019 Moen visited Santiago and met Soto there." in section(same, "happened")
    later = changed(same, "e-meeting", date=day(date(2019, 6, 1)))
    assert "On 31 May 2019 Moen visited Santiago and met Soto there the next day." in section(later, "happened")


def told_of(account: Account, *days: tuple[str, date], **fields: object) -> str:
    """What happened, of copies of events on these days."""
    events = [
        msgspec.structs.replace(e, id=f"e-{n}", date=day(when), part_of=None, disagreements=(), **fields)
        for n, (id_, when) in enumerate(days)
        for e in account.events
        if e.id == id_
    ]
    return section(msgspec.structs.replace(account, events=tuple(events), plans=()), "happened")


def test_deeds_of_others_on_one_day_stand_beside_each_other(account: Account) -> None:
    may = date(2019, 5, 3)
    told = told_of(account, ("e-visit", may), ("e-invitation", may), ("e-meeting", may))
    assert told == ("On 3 May 2019 Moen visited Santiago and met Soto there. Norway invited Soto to Oslo the same day.")
    visit = next(e for e in account.events if e.id == "e-visit")
    soto = msgspec.structs.replace(visit, id="e-soto", participants=(EventParticipant("a-soto", "initiator"),), place="p-oslo")
    more = msgspec.structs.replace(account, events=(*account.events, soto))
    assert told_of(more, ("e-meeting", may), ("e-invitation", may), ("e-soto", may)) == (
        "On 3 May 2019 Soto visited Oslo. The same day Norway invited Soto to Oslo, and Moen met Soto in Santiago."
    )


def test_what_the_account_has_twice_is_told_once(account: Account) -> None:
    may = date(2019, 5, 3)
    assert told_of(account, ("e-invitation", may), ("e-invitation", may)) == "On 3 May 2019 Norway invited Soto to Oslo."


def test_the_same_words_for_a_day_do_not_follow_each_other(account: Account) -> None:
    days = [("e-meeting", date(2019, 5, 3)), ("e-invitation", date(2019, 5, 4)), ("e-meeting", date(2019, 5, 5))]
    assert told_of(account, *days) == (
        "On 3 May 2019 Moen met Soto in Santiago. Norway invited Soto to Oslo the next day. Moen met Soto in Santiago on 5 May."
    )


def test_a_day_of_decades_is_none(account: Account) -> None:
    wide = changed(account, "e-visit", date=Interval(date(1990, 1, 1), date(2019, 5, 31)))
    told = section(wide, "happened")
    assert "1990" not in told and told.endswith(
        "The reports give no day for what follows. Moen visited Santiago. Norway invited Soto to Oslo."
    )


def test_a_visit_and_its_reception_are_told_once(account: Account) -> None:
    visit = next(e for e in account.events if e.id == "e-visit")
    both = (EventParticipant("a-moen", "initiator"), EventParticipant("a-soto", "host"))
    one = msgspec.structs.replace(visit, participants=both)
    other = msgspec.structs.replace(one, id="e-reception", mode="host")
    found = brief_of(msgspec.structs.replace(account, events=(one, other), plans=()))
    told = next(s for s in found.sections if s.key == "happened").paragraphs[0].sentences
    assert [s.text for s in told] == ["On 30 or 31 May 2019 Moen visited Santiago as a guest of Soto."]


def test_a_plan_that_was_called_off_is_not_ahead(account: Account) -> None:
    plan = msgspec.structs.replace(account.plans[0], outcome="cancelled")
    told = section(msgspec.structs.replace(account, plans=(plan,)), "planned")
    assert told.startswith("A plan for Moen to meet Soto in Oslo on 12 June 2019 was called off")


def test_what_is_disputed_stands_by_itself_and_says_so(account: Account) -> None:
    assert "Moen met Soto in Santiago the next day; reports differ on the day." in section(
        changed(account, "e-visit", date=day(date(2019, 5, 30))), "happened"
    )


def test_the_first_paragraph_can_be_read_alone(account: Account) -> None:
    lead = section(account, "lead")
    assert "Norway’s foreign minister Kari Moen met Chile’s president Luis Soto" in lead
    assert "Moen is to meet Soto in Oslo on 12 June 2019." in lead
    assert "The reports contradict each other on the day of the meeting between Moen and Soto in Santiago." in lead


def test_no_dispute_is_said_too(account: Account) -> None:
    calm = changed(account, "e-meeting", disagreements=())
    assert "On no event do the reports contradict each other outright." in section(calm, "lead")


def test_doubt_is_said(account: Account) -> None:
    lookup = Lookup(account)

    def told(event: str, **fields: object) -> str:
        found = lookup.event(event)
        assert found is not None
        changed_ = msgspec.structs.replace(found, confidence=0.4, **fields)
        return event_sentence(changed_, lookup, Names(lookup, introduce=False))

    assert told("e-meeting") == "Kari Moen may have met Luis Soto in Santiago on 31 May 2019."
    assert told("e-visit", date=None) == "Kari Moen may have visited Santiago; the day is not known."
    assert told("e-visit", participants=()) == "There may have been a visit to Santiago on 30 or 31 May 2019."
    assert told("e-invitation", participants=(EventParticipant("a-soto", "recipient"),)).startswith(
        "Luis Soto may have been invited to"
    )


def test_a_plan_whose_day_has_passed_is_not_still_ahead(account: Account) -> None:
    past = changed(account, "e-again", date=day(date(2019, 5, 20)))
    assert "Moen was to meet Soto in Oslo on 20 May 2019; no report says whether that happened." in section(past, "unknown")
    assert section(past, "planned") == "" and "is to meet" not in section(past, "lead")


def test_several_silent_plans_say_so_once(account: Account) -> None:
    again = next(e for e in account.events if e.id == "e-again")
    late = msgspec.structs.replace(again, date=day(date(2019, 5, 20)))
    other = msgspec.structs.replace(late, id="e-more", place="p-santiago")
    events = (*(e for e in account.events if e.id != "e-again"), late, other)
    plans = tuple(Plan(e, "overdue", ("r-fjord",), (), None) for e in ("e-again", "e-more"))
    told = section(msgspec.structs.replace(account, events=events, plans=plans), "unknown")
    assert told.count("no report says whether they took place") == 1 and "whether that happened" not in told
    assert told.count("Moen was to meet Soto in") == 2


def test_a_speaker_of_ones_own_deed_is_named_once(account: Account) -> None:
    marks = []
    for one in account.marks:
        events = tuple(msgspec.structs.replace(e, attributed_to=0, modality="reported") for e in one.events)
        marks.append(msgspec.structs.replace(one, events=events))
    lookup = Lookup(msgspec.structs.replace(account, marks=tuple(marks)))
    visit = lookup.event("e-visit")
    assert visit is not None
    assert event_sentence(visit, lookup, Names(lookup, short=True)).endswith("on 30 or 31 May 2019, Moen said.")


def test_reported_speech_follows_that_where_it_is_a_clause() -> None:
    assert _that("“no date had been set”") == "that "
    assert _that("“to go to Oslo”") == _that("“whether it would”") == _that("“”") == _that("“building a road”") == ""


def test_states_and_bodies_are_left_out_beside_those_who_act_for_them(account: Account) -> None:
    lookup = Lookup(account)
    meeting = lookup.event("e-meeting")
    assert meeting is not None
    everyone = (*meeting.participants, EventParticipant("a-norway", "initiator"), EventParticipant("a-chile", "recipient"))
    told = event_sentence(msgspec.structs.replace(meeting, participants=everyone), lookup, Names(lookup, introduce=False))
    assert told == "Kari Moen met Luis Soto in Santiago on 31 May 2019."


def test_a_page_and_a_half_however_much_there_is(account: Account) -> None:
    visit = next(e for e in account.events if e.id == "e-visit")
    meeting = next(e for e in account.events if e.id == "e-meeting")
    many: list[Event] = [
        msgspec.structs.replace(one, id=f"{one.id}-{n}", date=day(date(2019, 5, 1 + n % 28)), part_of=None)
        for n in range(200)
        for one in (visit, meeting)
    ]
    plans = tuple(
        msgspec.structs.replace(e, id=f"plan-{n}", status="planned", date=day(date(2019, 7, 1 + n % 28)))
        for n, e in enumerate(many)
    )
    told = brief_of(msgspec.structs.replace(account, events=(*account.events, *many, *plans)))
    assert 200 < told.length < 1000
    assert len(told.notes) < 120


@pytest.mark.parametrize(
    ("type_", "name", "many"),
    [
        ("group", "French gunmen", True),
        ("group", "the girls", True),
        ("group", "the press", False),
        ("organization", "British Police", True),
        ("organization", "United Nations", False),
        ("person", "Jones", False),
    ],
)
def test_names_of_many_take_a_verb_in_the_plural(account: Account, type_: str, name: str, many: bool) -> None:
    actor = msgspec.structs.replace(account.actors[0], type=type_, name=name)
    assert plural_name(actor) is many


def test_the_reports_say_of_themselves_what_they_lack(account: Account) -> None:
    inferred = {r: msgspec.structs.replace(p, basis="inferred") for r, p in account.published.items()}
    told = section(msgspec.structs.replace(account, published=inferred), "unknown")
    assert "None of the three reports carries a date; when they came out was worked out from what is told." in told
    assert "One of the three reports carries no date; when it came out" in section(account, "unknown")
    assert "One of the three reports names no outlet. The others are by Fjord Post and The Lighthouse." in section(
        account, "reporters"
    )


def test_a_piece_of_a_sentence_shows_that_it_is_one(account: Account) -> None:
    marks = []
    for one in account.marks:
        pieces = tuple(
            msgspec.structs.replace(s, span=msgspec.structs.replace(s.span, start=s.span.start + 3)) if s.kind == "direct" else s
            for s in one.statements
        )
        marks.append(msgspec.structs.replace(one, statements=pieces))
    assert "Moen said on 31 May 2019: “… welcome the end" in section(msgspec.structs.replace(account, marks=tuple(marks)), "said")
