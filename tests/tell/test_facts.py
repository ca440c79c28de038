"""Facts say what the record says, in order of weight, and point at the characters."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dateline.intervals import Interval, day, month
from dateline.records import Account, Disagreement, EventParticipant, Plan, Value
from dateline.tell.disputes import dispute_sentence, value_words
from dateline.tell.facts import facts
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names, with_article
from dateline.tell.one_story import only
from dateline.tell.sentences import event_sentence
from dateline.tell.statements import spoken
from dateline.tell.templates import fill, forms

STATUSES = {
    "happened": "Kari Moen met Luis Soto in Santiago on 31 May 2019.",
    "planned": "Kari Moen is to meet Luis Soto in Santiago on 31 May 2019.",
    "proposed": "It is proposed that Kari Moen should meet Luis Soto in Santiago on 31 May 2019.",
    "cancelled": "A plan for Kari Moen to meet Luis Soto in Santiago on 31 May 2019 was called off.",
    "denied": "It is denied that Kari Moen met Luis Soto in Santiago on 31 May 2019.",
    "unknown": "It is not clear whether Kari Moen met Luis Soto in Santiago on 31 May 2019.",
}


def sentence(account: Account, event: str, **changes: object) -> str:
    lookup = Lookup(account)
    found = lookup.event(event)
    assert found is not None
    return event_sentence(msgspec.structs.replace(found, **changes), lookup, Names(lookup, introduce=False))


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_every_status_has_its_sentence(account: Account, status: str) -> None:
    assert sentence(account, "e-meeting", status=status) == STATUSES[status]


@pytest.mark.parametrize("type_", sorted(forms()))
@pytest.mark.parametrize("status", sorted(STATUSES))
@pytest.mark.parametrize("people", [0, 1, 2])
def test_every_type_and_frame_makes_a_sentence(account: Account, type_: str, status: str, people: int) -> None:
    both = (EventParticipant("a-moen", "initiator"), EventParticipant("a-soto", "recipient"))
    lookup = Lookup(account)
    event = lookup.event("e-visit")
    assert event is not None
    for mode in forms()[type_]:
        for place in (None, "p-oslo"):
            changed = msgspec.structs.replace(
                event, type=type_, mode=mode, status=status, participants=both[:people], place=place, mentions=()
            )
            text = event_sentence(changed, lookup, Names(lookup, introduce=False))
            assert text.endswith(".") and "{" not in text and "[" not in text and "  " not in text and " ." not in text, text
            assert text[0].isupper()
            assert "Moen" in text or people == 0 or not changed.participants, text


def test_what_is_not_known_is_not_told(account: Account) -> None:
    assert sentence(account, "e-meeting", date=None) == "Kari Moen met Luis Soto in Santiago; the day is not known."
    assert sentence(account, "e-meeting", place=None, date=month(2019, 5)) == "Kari Moen met Luis Soto in May 2019."
    alone = (EventParticipant("a-moen", "initiator"),)
    assert sentence(account, "e-meeting", participants=alone, place=None) == "Kari Moen held talks on 31 May 2019."
    assert sentence(account, "e-meeting", participants=()) == "There was a meeting in Santiago on 31 May 2019."
    assert sentence(account, "e-visit", participants=alone, place=None) == "Kari Moen made a journey on 30 or 31 May 2019."


def test_an_overdue_plan_is_not_called_broken(account: Account) -> None:
    plan = Plan("e-again", "overdue", ("r-fjord",), (), None)
    late = msgspec.structs.replace(account, plans=(plan,))
    text = sentence(late, "e-again")
    assert text == "Kari Moen was to meet Luis Soto in Oslo on 12 June 2019; no report says whether that happened."


def test_the_word_of_another_is_named(account: Account) -> None:
    marks = []
    for one in account.marks:
        events = tuple(
            msgspec.structs.replace(e, attributed_to=0, modality="reported") if e.lemma == "arrived" else e for e in one.events
        )
        marks.append(msgspec.structs.replace(one, events=events))
    changed = msgspec.structs.replace(account, marks=tuple(marks))
    assert sentence(changed, "e-visit").endswith(", Kari Moen said.")


def test_weightiest_first_and_offices_once(account: Account) -> None:
    told = facts(account)
    assert told[0].about == "e-meeting" and told[0].marks == ("disputed",)
    assert (told[0].report_count, told[0].independent_sources) == (3, 2)
    assert sum("Norway’s foreign minister" in f.text for f in told) == 1
    assert [f.weight for f in told] == sorted((f.weight for f in told), reverse=True)


def test_by_date_introduces_at_the_first_mention_told(account: Account) -> None:
    told = facts(account, kinds=("event", "plan"), order="date")
    assert [f.about for f in told] == ["e-meeting", "e-visit", "e-again", "e-invitation"] or told[0].about == "e-visit"
    assert "Norway’s foreign minister Kari Moen" in told[0].text
    assert told[-1].date is None


def test_evidence_is_the_characters(account: Account) -> None:
    lookup = Lookup(account)
    for fact in facts(account):
        assert fact.evidence
        for span in fact.evidence:
            assert lookup.text(span).strip()
    meeting = next(f for f in facts(account) if f.about == "e-meeting" and f.kind == "event")
    assert {s.report for s in meeting.evidence} == {"r-faro", "r-fjord", "r-wire"}
    assert all(lookup.text(s).startswith("met") for s in meeting.evidence)


def test_disputes_name_both_sides(account: Account) -> None:
    [dispute] = facts(account, kinds=("dispute",))
    assert "30 May 2019 (The Lighthouse)" in dispute.text and "31 May 2019 (Fjord Post and r-wire.txt)" in dispute.text


def test_statements_keep_their_words(account: Account) -> None:
    [variant] = facts(account, kinds=("variant",))
    assert "“We welcome the end of the cod dispute, and we are ready to talk about salmon”" in variant.text
    assert "two versions differ in what they leave out" in variant.text
    [reported] = facts(account, kinds=("statement",))
    assert (
        reported.text
        == "Norway’s foreign minister Kari Moen said, in the words of r-wire.txt: “no date had been set for a treaty”."
    )


def test_same_input_same_facts(account: Account) -> None:
    turned = msgspec.structs.replace(account, events=account.events[::-1], reports=account.reports[::-1], marks=account.marks[::-1])
    assert facts(turned) == facts(account)


def test_references_that_lead_nowhere_do_no_harm(account: Account) -> None:
    bare = msgspec.structs.replace(account, marks=(), actors=(), places=())
    assert facts(bare)
    assert facts(msgspec.structs.replace(account, events=(), variant_groups=(), marks=())) == ()


def test_only_one_story(account: Account) -> None:
    assert only(account, "moen meets").stories == account.stories
    with pytest.raises(LookupError, match="no story"):
        only(account, "nothing like it")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("United States", "the United States"),
        ("Norway", "Norway"),
        ("Foreign Ministry", "the Foreign Ministry"),
        ("The Hague", "The Hague"),
        ("Bank of Norway", "the Bank of Norway"),
        ("Netherlands", "the Netherlands"),
    ],
)
def test_articles(name: str, shown: str) -> None:
    assert with_article(name) == shown


def test_fill() -> None:
    assert fill("met {whom}[ in {place}]", {"whom": "A", "place": ""}) == "met A"
    assert fill("met {whom}", {"whom": ""}) is None


def test_open_dates(account: Account) -> None:
    assert sentence(account, "e-meeting", date=Interval(None, date(2019, 5, 3))).endswith("on or before 3 May 2019.")
    assert sentence(account, "e-meeting", date=day(date(2019, 5, 3))).endswith("on 3 May 2019.")


def test_a_report_that_only_announced_it_does_not_say_so(account: Account) -> None:
    marks = []
    for one in account.marks:
        events = one.events
        if one.report == "r-fjord":
            events = (msgspec.structs.replace(events[0], status="planned", modality="future"), *events[1:])
        marks.append(msgspec.structs.replace(one, events=events))
    changed = msgspec.structs.replace(account, marks=tuple(marks))
    meeting = next(f for f in facts(changed, kinds=("event",)) if f.about == "e-meeting")
    assert (meeting.report_count, meeting.announced) == (2, 1)
    assert meeting.evidence[-1].report == "r-fjord", "what only announced it is shown last"


def test_a_quotation_inside_reported_speech_is_told_once(account: Account) -> None:
    faro = account.marks[0]
    inner = faro.statements[0].span
    outer = msgspec.structs.replace(faro.statements[0], span=msgspec.structs.replace(inner, end=inner.end + 10), kind="indirect")
    marks = (msgspec.structs.replace(faro, statements=(*faro.statements, outer)), *account.marks[1:])
    changed = msgspec.structs.replace(account, marks=marks, variant_groups=())
    told = facts(changed, kinds=("statement",))
    assert inner not in {f.evidence[0] for f in told} and outer.span in {f.evidence[0] for f in told}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"No," he said, "never",', '"No," he said, "never"'),
        ("“We agree,”", "We agree,"),
        ('it was "locked and loaded', 'it was "locked and loaded'),
        ('we welcome it"', "we welcome it"),
        (",", ""),
        ("", ""),
        ('"', ""),
    ],
)
def test_marks_around_quoted_words(text: str, shown: str) -> None:
    assert spoken(text, 100) == shown


@pytest.mark.parametrize(
    ("field", "values", "said"),
    [
        (
            "status",
            ("cancelled", "happened"),
            "whether the meeting between Kari Moen and Luis Soto in Santiago took place: it was called off (The Lighthouse);",
        ),
        (
            "number",
            ("18 day", "17 day"),
            "how long the meeting between Kari Moen and Luis Soto in Santiago lasted: 18 days (The Lighthouse); 17 days",
        ),
        ("place", ("Oslo", "Santiago"), "the place of the meeting between Kari Moen and Luis Soto: Oslo (The Lighthouse);"),
        (
            "participants",
            ("a-moen", "a-soto"),
            "who took part in the meeting between Kari Moen and Luis Soto in Santiago: Kari Moen",
        ),
    ],
)
def test_every_field_in_dispute_has_its_sentence(account: Account, field: str, values: tuple[str, str], said: str) -> None:
    lookup = Lookup(account)
    event = lookup.event("e-meeting")
    assert event is not None
    dispute = Disagreement(field, "conflict", (Value(values[0], ("r-faro",)), Value(values[1], ("r-fjord",))))  # type: ignore[arg-type]
    assert said in dispute_sentence(event, dispute, lookup, Names(lookup, introduce=False))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("18 day", "18 days"),
        ("at least 50 person", "at least 50 people"),
        ("1 hour", "1 hour"),
        ("76 to 35, votes", "76 votes to 35"),
        ("5.1e+06 GBP", "5.1 million GBP"),
        ("1.5e+12 USD", "1.5 trillion USD"),
        ("12000 troops", "12,000 troops"),
        ("1e+999 troops", "1e+999 troops"),
        ("4.5 km", "4.5 km"),
    ],
)
def test_figures_as_people_write_them(account: Account, given: str, told: str) -> None:
    assert value_words("number", Value(given, ("r-faro",)), Lookup(account)) == told


def test_a_state_is_not_said_to_be_in_itself(account: Account) -> None:
    places = tuple(msgspec.structs.replace(p, name="Norway") if p.id == "p-oslo" else p for p in account.places)
    inside = msgspec.structs.replace(account, places=places)
    both = (EventParticipant("a-norway", "initiator"), EventParticipant("a-soto", "recipient"))
    assert sentence(inside, "e-meeting", place="p-oslo", participants=both) == "Norway met Luis Soto on 31 May 2019."
