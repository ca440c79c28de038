"""Which mentions are one event: whole small reports through marking and weaving."""

from __future__ import annotations

from datetime import date

from dateline.intervals import day
from dateline.mark.report import mark
from dateline.records import Block, Event, Published, Report
from dateline.spans import Span
from dateline.weave import coreference, evidence
from dateline.weave.actors import weave_actors
from dateline.weave.clusters import Link, average_link
from dateline.weave.events import resolve, weave_events
from dateline.weave.origins import Origins
from dateline.weave.places import Places
from dateline.weave.reckoned import counts_of


def report(name: str, published: date, *paragraphs: str) -> Report:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(Span(name, len(text), len(text) + len(paragraph)), "body"))
        text += paragraph + "\n\n"
    return Report(
        name, name, text, None, (), None, None, (), "en", "article", Published(day(published), "stated"), None, tuple(blocks)
    )


def events(*reports: Report) -> list[tuple[Event, set[str]]]:
    """The events, each with the words of its triggers."""
    marks = {r.id: mark(r) for r in reports}
    texts = {r.id: r.text for r in reports}
    published = {r.id: r.published for r in reports if r.published}
    woven = weave_events(
        reports, marks, weave_actors(marks.values()).weaving, Places(marks), published, Origins(reports, {}, (), {})
    )
    return [(e, {marks[m.report].events[m.index].trigger.of(texts[m.report]) for m in e.mentions}) for e in woven.events]


def one_event(word: str, other: str, *reports: Report) -> bool:
    return any(any(word in t for t in told) and any(other in t for t in told) for _, told in events(*reports))


OSLO = "Polish Foreign Minister Jan Kowal met his Norwegian counterpart Kari Dahl in Oslo on Tuesday."
FISH = "Norway and Poland signed a fisheries agreement in Bergen on 3 May 2016."


def test_two_reports_tell_one_meeting() -> None:
    later = "The ministers Jan Kowal and Kari Dahl held talks in Oslo on 3 May."
    assert one_event("met", "talks", report("a", date(2016, 5, 4), OSLO), report("b", date(2016, 5, 9), later))


def test_meetings_in_two_cities_on_two_days_are_two() -> None:
    later = "Jan Kowal and Kari Dahl held talks in Warsaw on 20 May."
    assert not one_event("met", "talks", report("a", date(2016, 5, 4), OSLO), report("b", date(2016, 5, 21), later))


def test_an_agreement_is_known_by_its_name() -> None:
    later = "The fisheries agreement signed in Bergen has changed little, fishermen say."
    told = events(report("a", date(2016, 5, 4), FISH), report("b", date(2016, 9, 1), later))
    assert any(e.type == "AGREE" and len(e.reports) == 2 for e, _ in told)


def test_a_plan_told_in_the_past_tense_can_lie_behind_its_report() -> None:
    plan = "The presidents of Ghana and Togo will meet in Accra on 10 June."
    later = "The presidents of Ghana and Togo were to meet in Accra in June, but nobody speaks of it any more."
    told = events(report("a", date(2016, 6, 1), plan), report("b", date(2016, 8, 1), later))
    assert any(e.type == "CONSULT" and len(e.reports) == 2 for e, _ in told)


def test_evidence_adds_up_and_knows_rare_words() -> None:
    assert evidence.probability({"the same place": 1.0}) > evidence.probability({"different places": 1.0})
    assert evidence.probability({}) == 0.5
    assert evidence.probability({"many days apart": 1.0}, {"many days apart": -2.0}) < 0.2


def test_links_far_apart_do_not_slow_each_other() -> None:
    links = {(i, i + 1): Link(0.9, "") for i in range(0, 400, 2)} | {(i, i + 3): Link(0.1, "") for i in range(0, 396, 2)}
    assert len(average_link(401, links, 0.5, lambda a, b: False)) == 201


def test_states_in_one_report_are_their_ministers_in_another_a_day_off() -> None:
    states = "Poland and Norway opened fisheries talks at Dale House on Thursday."
    ministers = "Jan Kowal of Poland and Kari Dahl of Norway opened fisheries talks at Dale House on 4 May."
    known = f"{OSLO} {ministers}"
    assert one_event("talks", "talks", report("a", date(2016, 5, 6), states), report("b", date(2016, 5, 20), known))


def test_an_expulsion_and_a_recall_are_two() -> None:
    first = "Poland expelled five Norwegian diplomats on Tuesday."
    then = "Poland recalled its ambassador to Norway on Tuesday."
    assert not one_event("expelled", "recalled", report("a", date(2016, 5, 4), first), report("b", date(2016, 5, 5), then))


def test_a_visit_that_was_over_when_another_was_planned_is_another() -> None:
    done = "Jan Kowal, the Polish foreign minister, visited Oslo on March 1."
    plan = "Polish Foreign Minister Jan Kowal will visit Oslo on May 20."
    assert not one_event("visited", "visit ", report("a", date(2016, 3, 4), done), report("b", date(2016, 3, 11), plan))


def test_two_ministers_who_resign_are_two_events() -> None:
    first = "Norwegian Foreign Minister Kari Dahl resigned on Tuesday."
    then = "Norwegian Defence Minister Olav Berg resigned as well on Tuesday."
    assert len([e for e, _ in events(report("a", date(2016, 5, 4), f"{first} {then}")) if e.type == "RETREAT"]) == 2


def test_talks_that_were_moved_are_those_that_were_held() -> None:
    plan = "Poland and Norway will hold talks in Bergen on 18 July, officials said."
    deed = "Poland and Norway held talks in Oslo on 18 July."
    assert one_event("talks", "talks", report("a", date(2016, 7, 1), plan), report("b", date(2016, 7, 20), deed))
    told = [e for e, _ in events(report("a", date(2016, 7, 1), plan), report("b", date(2016, 7, 20), deed)) if len(e.reports) > 1]
    assert [d.field for e in told for d in e.disagreements] == ["place"]


def test_two_who_resigned_along_the_way_do_not_share_an_act() -> None:
    told = [
        report("a", date(2016, 5, 4), "Norwegian Foreign Minister Kari Dahl resigned on Tuesday."),
        report("b", date(2016, 5, 5), "Kari Dahl, the Norwegian foreign minister, resigned on Tuesday. Olav Berg stayed."),
        report(
            "c", date(2016, 5, 9), "Norwegian Foreign Minister Kari Dahl and Defence Minister Olav Berg resigned along the way."
        ),
    ]
    counts = {len(e.reports): len(e.participants) for e, _ in events(*told) if e.type == "RETREAT"}
    assert max(counts) == 3
    assert counts[3] == 1


def test_two_states_that_condemn_the_same_are_two() -> None:
    peru = "Peru condemned the burning of the Togolese embassy on Monday."
    ghana = "Ghana denounced the burning of the Togolese embassy on Monday."
    assert not one_event("condemned", "denounced", report("a", date(2016, 5, 4), peru), report("b", date(2016, 5, 4), ghana))


def test_visits_of_two_strangers_are_two() -> None:
    kowal = "Polish Foreign Minister Jan Kowal visited Oslo in early May."
    ode = "Ghanaian President Kofi Ode visited Oslo in May."
    told = events(report("a", date(2016, 5, 20), kowal), report("b", date(2016, 5, 20), ode))
    assert all(len(e.reports) == 1 for e, _ in told)


def test_a_mention_moves_to_the_event_that_it_fits_better() -> None:
    reports = [
        report("a", date(2016, 5, 4), OSLO),
        report("b", date(2016, 5, 4), "The ministers Jan Kowal and Kari Dahl held talks in Oslo on Tuesday."),
        report("c", date(2016, 5, 4), "The Chilean president, Ana Rojas, met Brazilian envoys in Lima on 2 April 2016."),
    ]
    marks = {r.id: mark(r) for r in reports}
    places = Places(marks)
    items = resolve(
        reports,
        marks,
        weave_actors(marks.values()).weaving,
        places,
        {r.id: r.published for r in reports if r.published},
        counts_of(reports, marks),
    )
    met, held, elsewhere = items
    moved = coreference._rehoused([([met], ()), ([held, elsewhere], ())], places, evidence.Rarity(items))
    assert [[item.ref.report for item in group] for group, _ in moved] == [["a", "b"], ["c"]]
