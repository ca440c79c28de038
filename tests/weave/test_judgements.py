"""What people say outranks what was worked out: each verdict on a small story, in any order of reports, and any list of them."""

from __future__ import annotations

from functools import cache
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mark.report import mark
from dateline.records import Account, Actor, Event, Judgement, Marks, Report, Verdict
from dateline.spans import Span
from dateline.weave.judgements import in_force
from tests.weave.small_stories import events_at, woven, written

STORY = [
    [
        "2016-05-05",
        "Norwegian Foreign Minister Anna Berg met Egyptian Foreign Minister Omar Said in Oslo on 4 May 2016. "
        '"We will talk again," Berg said. Berg thanked Said because he had come.\n',
    ],
    [
        "2016-05-05",
        "Egypt's Foreign Minister Omar Said met Norway's Foreign Minister Anna Berg in Oslo on Wednesday. "
        "Said said the talks were useful.\n",
    ],
    [
        "2016-05-20",
        "Foreign Minister Anne Bergh visited Cairo on 19 May 2016 and met President Karim Nasr. "
        '"We are friends," the president said.\n',
    ],
    ["2016-05-21", "President Nasr received the Norwegian foreign minister in Cairo on 18 May 2016.\n"],
]


@cache
def story() -> tuple[tuple[Report, ...], dict[str, Marks]]:
    reports = written(STORY)
    return reports, {report.id: mark(report) for report in reports}


def at(report: int, words: str, number: int = 0) -> Span:
    text, start = str(STORY[report][1]), -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(f"r{report}", start, start + len(words))


def word(
    verdict: Verdict, left: Span | str, right: Span | str = "", of: Literal["actor", "event"] = "actor", minute: int = 0
) -> Judgement:
    return Judgement(left, right, verdict, "Ada", "I was there", f"2026-01-31T12:{minute:02}:00Z", of)


def account(*judgements: Judgement) -> Account:
    return woven(*story(), judgements)


def actor_at(account: Account, span: Span) -> Actor:
    marks = {m.report: m for m in account.marks}
    found = [a for a in account.actors for r in a.mentions if marks[r.report].mentions[r.index].span == span]
    assert found
    return found[0]


def event_at(account: Account, words: str) -> Event:
    return events_at(account, words)[0]


# ---------------------------------------------------------------- who is who


def test_without_judgements_two_spellings_are_two_people() -> None:
    plain = account()
    assert actor_at(plain, at(0, "Anna Berg")).id != actor_at(plain, at(2, "Anne Bergh")).id
    assert all(a.judged == () for a in plain.actors) and all(e.judged == () for e in plain.events)


def test_two_people_are_one() -> None:
    said = word("same", at(0, "Anna Berg"), at(2, "Anne Bergh"))
    made = account(said)
    one = actor_at(made, at(2, "Anne Bergh"))
    assert one.id == actor_at(made, at(0, "Anna Berg")).id == actor_at(made, at(1, "Anna Berg")).id
    assert one.judged == (said.id,)
    assert one.id in {p.actor for p in event_at(made, "visited Cairo").participants}
    assert made.judgements == (said,)


def test_one_person_is_two_and_each_report_keeps_its_own() -> None:
    made = account(word("different", at(0, "Omar Said"), at(1, "Omar Said")))
    first, second = actor_at(made, at(0, "Omar Said")), actor_at(made, at(1, "Omar Said"))
    assert first.id != second.id
    assert actor_at(made, at(1, "Said", 1)).id == second.id
    assert {r.report for r in first.mentions} == {"r0"} and {r.report for r in second.mentions} == {"r1"}


def test_an_office_that_was_taken_for_somebody_moves_alone() -> None:
    assert actor_at(account(), at(3, "Norwegian foreign minister")).name == "Anna Berg"
    made = account(word("same", at(3, "Norwegian foreign minister"), at(2, "Anne Bergh")))
    assert actor_at(made, at(3, "Norwegian foreign minister")).name == "Anne Bergh"
    assert actor_at(made, at(0, "Anna Berg")).name == "Anna Berg"
    made = account(word("different", at(3, "Norwegian foreign minister"), at(0, "Anna Berg")))
    assert len(actor_at(made, at(3, "Norwegian foreign minister")).mentions) == 1
    assert actor_at(made, at(0, "Anna Berg")).id == actor_at(made, at(1, "Anna Berg")).id


def test_a_pronoun_leaves_alone_and_goes_where_it_belongs() -> None:
    _, marks = story()
    he = next(m for m in marks["r2"].mentions if m.form == "title" and not m.name and m.span == at(2, "president"))
    wrong = word("different", he.span, at(2, "Karim Nasr"))
    made = account(wrong)
    assert len(actor_at(made, he.span).mentions) == 1
    made = account(wrong, word("same", he.span, at(0, "Omar Said"), minute=1))
    assert actor_at(made, he.span).name == "Omar Said"
    assert actor_at(made, at(2, "Karim Nasr")).name == "Karim Nasr"


def test_the_spelling_to_show() -> None:
    made = account(word("name", at(1, "Anna Berg"), "Anna  Bergh-Olsen"))
    shown = actor_at(made, at(0, "Anna Berg"))
    assert shown.name == "Anna Bergh-Olsen" and len(shown.judged) == 1
    assert shown.id == actor_at(account(), at(0, "Anna Berg")).id
    again = account(word("name", at(1, "Anna Berg"), "A"), word("name", at(0, "Anna Berg"), "B", minute=1))
    assert actor_at(again, at(0, "Anna Berg")).name == "B"


# ---------------------------------------------------------------- events


def test_two_events_are_one_whatever_days_they_give() -> None:
    plain = account()
    assert event_at(plain, "met President").id != event_at(plain, "received").id
    said = word("same", at(2, "met"), at(3, "received"), "event")
    one = event_at(account(said), "received")
    assert one.id == event_at(account(said), "met President").id
    assert one.judged == (said.id,) and one.reports == ("r2", "r3")
    assert "one event: you said so (Ada, 2026-01-31)" in one.why
    assert [(d.field, d.kind) for d in one.disagreements] == [("date", "conflict")]


def test_one_event_is_two() -> None:
    assert event_at(account(), "met Egyptian").reports == ("r0", "r1")
    made = account(word("different", at(0, "met"), at(1, "met"), "event"))
    assert event_at(made, "met Egyptian").reports == ("r0",)
    assert event_at(made, "met Norway").reports == ("r1",)


def test_a_date_is_what_people_say_and_says_so() -> None:
    said = word("date", at(3, "received"), "2016-05-17")
    event = event_at(account(said), "received")
    assert event.date and event.date.edtf == "2016-05-17"
    assert event.date_basis == "judged" and event.judged == (said.id,)


def test_a_mention_with_the_right_date_joins_its_event() -> None:
    made = account(word("same", at(0, "Anna Berg"), at(2, "Anne Bergh")), word("date", at(3, "received"), "2016-05-19", minute=1))
    assert event_at(made, "received").reports == ("r2", "r3")


def test_an_event_keeps_its_mentions_when_its_date_is_corrected() -> None:
    event = event_at(account(word("date", at(0, "met"), "2016-06")), "met Egyptian")
    assert event.reports == ("r0", "r1") and event.date and event.date.edtf == "2016-06"


def test_an_unknown_date_stays_unknown() -> None:
    event = event_at(account(word("date", at(3, "received"), "unknown")), "received")
    assert event.date is None and event.date_basis is None


def test_a_report_came_out_when_people_say() -> None:
    made = account(word("date", "r1", "2016-06-09"))
    assert made.published["r1"].interval.edtf == "2016-06-09" and made.published["r1"].basis == "judged"
    assert event_at(made, "met Norway").date != event_at(account(), "met Norway").date


def test_what_is_no_event_is_none() -> None:
    assert event_at(account(), "thanked")
    made = account(word("no event", at(0, "thanked")))
    assert not any(e.type == "SUPPORT" for e in made.events)
    assert len(made.events) == len(account().events) - 1


# ---------------------------------------------------------------- who said it


def speaker(account: Account, words: str) -> tuple[str | None, tuple[str, ...]]:
    for marks in account.marks:
        text = next(r.text for r in account.reports if r.id == marks.report)
        for statement in marks.statements:
            if words in statement.span.of(text):
                name = next(
                    (
                        a.name
                        for a in account.actors
                        for r in a.mentions
                        if r.report == marks.report and r.index == statement.speaker
                    ),
                    None,
                )
                return name, statement.judged
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("who", "name"),
    [
        (at(2, "Anne Bergh"), "Anne Bergh"),
        (at(0, "Omar Said"), "Omar Said"),
        ("omar said", "Omar Said"),
        ("anne  bergh", "Anne Bergh"),
        ("Norway", "Norway"),
        ("Lena Holm", "Lena Holm"),
        ("Nobody", None),
    ],
)
def test_a_statement_is_of_whom_people_say(who: Span | str, name: str | None) -> None:
    assert speaker(account(), "friends")[0] == "Karim Nasr"
    said = word("speaker", at(2, "We are friends"), who)
    assert speaker(account(said), "friends") == (name, (said.id,))
    assert speaker(account(said), "talk again")[0] == "Anna Berg"


# ---------------------------------------------------------------- words against words


def test_the_later_of_two_that_contradict_each_other_holds_and_both_are_named() -> None:
    a, b, c = at(0, "Anna Berg"), at(2, "Anne Bergh"), at(2, "Karim Nasr")
    listed = (word("same", a, b), word("same", b, c, minute=1), word("different", a, c, minute=2))
    made = woven(*story(), listed)
    assert actor_at(made, a).id != actor_at(made, c).id
    assert actor_at(made, b).id == actor_at(made, c).id
    marks = [j.id for j in made.judgements]
    assert marks == [listed[1].id, listed[2].id]


def test_a_withdrawn_word_has_never_been_said_and_can_be_said_again() -> None:
    said = word("same", at(0, "Anna Berg"), at(2, "Anne Bergh"))
    back = word("withdrawn", said.id, minute=1)
    assert account(said, back) == account()
    assert account(said, back, word("withdrawn", back.id, minute=2)) == account(said)
    assert in_force((said, back, said)) == (said,)


def test_what_is_not_here_waits() -> None:
    gone = Span("r9", 3, 9)
    waiting = (
        word("same", gone, at(0, "Anna Berg")),
        word("no event", gone),
        word("date", "r9", "2016"),
        word("date", at(0, "Oslo"), "2016"),
        Judgement("actor-1", "actor-2", "same", "me", "", "2026-01-01"),
    )
    assert account(*waiting) == account()


SPANS = [
    Span(marks.report, *ends)
    for marks in story()[1].values()
    for ends in sorted(
        {(m.span.start, m.span.end) for m in marks.mentions}
        | {(e.trigger.start, e.trigger.end) for e in marks.events}
        | {(s.span.start, s.span.end) for s in marks.statements}
    )
]
SIDES = st.sampled_from(
    [*SPANS, Span("r9", 0, 4), Span("r0", 0, 9999), "", "nobody", "Omar Said", "r1", "2016-05", "unknown", "x/"]
)
VERDICTS: list[Verdict] = ["same", "different", "speaker", "date", "no event", "name"]
JUDGEMENTS = st.lists(
    st.builds(
        Judgement,
        SIDES,
        SIDES,
        st.sampled_from(VERDICTS),
        st.just("Ada"),
        st.just(""),
        st.sampled_from(["2026-01-01", ""]),
        st.sampled_from(["actor", "event"]),
    ),
    max_size=9,
)


@settings(max_examples=40, deadline=None)
@given(JUDGEMENTS)
def test_no_list_of_judgements_breaks_the_weave_or_loses_a_mention(judgements: list[Judgement]) -> None:
    made, plain = account(*judgements), account()
    marks = {m.report: m for m in made.marks}
    refs = [(r.report, r.index) for a in made.actors for r in a.mentions]
    assert len(refs) == len(set(refs))
    assert {(r.report, r.index) for a in plain.actors for r in a.mentions} <= set(refs)
    assert all(0 <= r.index < len(marks[r.report].mentions) for a in made.actors for r in a.mentions)
    told = [(r.report, r.index) for e in made.events for r in e.mentions]
    assert sorted(told) == [(m.report, n) for m in sorted(made.marks, key=lambda m: m.report) for n in range(len(m.events))]
    assert len({a.id for a in made.actors}) == len(made.actors) and len({e.id for e in made.events}) == len(made.events)
    dropped = {e.trigger for m in plain.marks for e in m.events} - {e.trigger for m in made.marks for e in m.events}
    assert not dropped or any(j.verdict == "no event" for j in judgements)
    assert made == account(*judgements)
