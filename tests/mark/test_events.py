"""Event mentions: each frame finds its example, and a golden file of short sentences keeps its accuracy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from dateline.mark import events, mentions, statements, times
from dateline.mark.events_candidate import Candidate
from dateline.mark.events_finder import Finder
from dateline.mark.events_frames import Frame, Modals, frames, modals
from dateline.mark.events_judge import Judge, likely
from dateline.mark.events_needs import NEEDS, enough
from dateline.mark.parse import parse
from dateline.records import Block, BlockRole, EventMention, Mention, Report, TimeExpression
from dateline.spans import Span

GOLDEN = Path(__file__).parents[1] / "golden" / "events.jsonl"
TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


class Marked:
    """The event mentions of a text of one line a block, with what they refer to."""

    def __init__(self, text: str, role: BlockRole = "body", judge: Judge = likely) -> None:
        self.text = text
        blocks, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(Span("r", start, start + len(line)), role))
            start += len(line) + 1
        report = Report("r", "r", text, None, (), None, None, (), "en", "article", None, None, tuple(blocks))
        parsed = parse(report)
        self.mentions: tuple[Mention, ...] = mentions.mark(parsed)
        self.times: tuple[TimeExpression, ...] = times.mark(parsed)
        self.events: tuple[EventMention, ...] = events.mark(
            parsed, self.mentions, self.times, statements.mark(parsed, self.mentions, self.times), judge
        )

    def one(self, type_: str, mode: str | None = None) -> EventMention:
        found = [e for e in self.events if e.type == type_ and (mode is None or e.mode == mode)]
        assert found, [(e.type, e.mode, e.span.of(self.text)) for e in self.events]
        return found[0]

    def who(self, event: EventMention) -> str:
        """Every name that the report gives the participants."""
        entities = {self.mentions[p.mention].entity for p in event.participants}
        return " | ".join(f"{m.name} {m.span.of(self.text)}" for m in self.mentions if m.entity in entities)


@cache
def marked(text: str, role: BlockRole = "body") -> Marked:
    return Marked(text, role)


def by_the_frame(one: Candidate, fits: bool, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> float:
    """What the frame asks for is there: the model that weighs all candidates may still think little of a vague word."""
    return float(fits and enough(one, finder, words, one.trigger.pos_ in ("NOUN", "PROPN"), list(earlier)))


def test_nearly_every_example_is_likely() -> None:
    likely_ = [(f.type, f.name) in {(e.type, e.frame) for e in marked(f.example).events} for f in frames("en")]
    assert sum(likely_) >= 0.98 * len(likely_)


@pytest.mark.parametrize("frame", frames("en"), ids=lambda frame: f"{frame.type}: {frame.name}")
def test_every_frame_finds_its_own_example(frame: Frame) -> None:
    found = Marked(frame.example, judge=by_the_frame)
    assert (frame.type, frame.name) in {(e.type, e.frame) for e in found.events}


def test_frames_cover_the_types_and_have_one_name_each() -> None:
    listed = frames("en")
    assert {frame.type for frame in listed} == set(TYPES)
    assert len({(frame.type, frame.name) for frame in listed}) == len(listed)
    assert all(frame.verbs or frame.nouns or frame.adjectives for frame in listed)
    assert {frame.needs for frame in listed} == set(NEEDS)
    assert modals("en").governors["planned"]


def test_golden_sentences() -> None:
    lines = [json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()]
    wanted = [line for line in lines if line["event"]]
    right = {"found": 0, "status": 0, "modality": 0, "participants": 0}
    for line in wanted:
        gold, found = line["event"], marked(line["text"])
        fits = [e for e in found.events if e.type == gold["type"] and gold["mode"] in (None, e.mode)]
        if not fits:
            continue
        best = max(fits, key=lambda e: (e.status == gold["status"], e.modality == gold["modality"]))
        right["found"] += 1
        right["status"] += best.status == gold["status"]
        right["modality"] += best.modality == gold["modality"]
        right["participants"] += all(name in found.who(best) for name in gold["participants"])
    assert len(lines) >= 120
    assert all(count >= 0.96 * len(wanted) for count in right.values()), (right, len(wanted))
    assert [line["text"] for line in lines if not line["event"] and marked(line["text"]).events] == []


def test_an_invitation_points_at_the_visit_and_covers_it() -> None:
    found = marked("Peru invited Norwegian Prime Minister Erna Solberg to visit Lima in May.")
    invited = found.one("REQUEST")
    assert invited.content is not None
    visit = found.events[invited.content]
    assert (visit.type, visit.mode, visit.status) == ("CONSULT", "visit", "proposed")
    assert "Solberg" in found.who(visit)
    assert visit.place is not None and found.mentions[visit.place].name == "Lima"
    assert invited.span.covers(visit.span)


def test_roles_of_a_passive() -> None:
    found = marked("Chilean President Michelle Bachelet was received by Norwegian Prime Minister Erna Solberg in Oslo.")
    event = found.one("CONSULT", "host")
    roles = {p.role: found.mentions[p.mention].name for p in event.participants}
    assert roles == {"host": "Erna Solberg", "initiator": "Michelle Bachelet"}


def test_each_event_has_its_own_time_and_place() -> None:
    found = marked("Norwegian Prime Minister Erna Solberg flew to Lima on Monday after visiting Santiago last week.")
    flew, visiting = found.events
    assert [found.mentions[e.place or 0].name for e in (flew, visiting)] == ["Lima", "Santiago"]
    assert [found.times[e.when or 0].span.of(found.text) for e in (flew, visiting)] == ["Monday", "last week"]


def test_since_dates_nothing() -> None:
    found = marked("It was Norwegian Prime Minister Erna Solberg's first trip to Peru since taking office in 2013.")
    trip = found.one("CONSULT", "visit")
    assert trip.when is None
    assert trip.ordinal == 1


def test_the_meeting_takes_its_people_from_the_one_before() -> None:
    found = marked(
        "Norwegian Prime Minister Erna Solberg met Chilean President Michelle Bachelet in Oslo. The meeting lasted an hour."
    )
    assert [e.mode for e in found.events] == ["meet", "meet"]
    assert {p.mention for p in found.events[0].participants} == {p.mention for p in found.events[1].participants}


def test_the_meeting_takes_nobody_from_a_doubtful_one() -> None:
    def doubting(one: Candidate, fits: bool, finder: Finder, words: Modals, earlier: Sequence[Candidate]) -> float:
        return 0.55 if one.trigger.lower_ == "greeted" else by_the_frame(one, fits, finder, words, earlier)

    text = (
        "Chilean President Carlos Perez met Norwegian Foreign Minister Kari Moen in Santiago. "
        "Perez greeted Danish King Olav Berg. The meeting lasted an hour."
    )
    found = Marked(text, judge=doubting)
    assert [e.confidence for e in found.events] == [1, 0.55, 1]
    assert {found.mentions[p.mention].name for p in found.events[2].participants} == {"Carlos Perez", "Kari Moen"}


def test_who_receives_greetings_is_no_host() -> None:
    text = "The Chilean leader received warm greetings from Olav Berg, an invitation to visit Norway, and a chest of silver."
    found = Marked(text, judge=lambda one, fits, finder, words, earlier: float(fits))
    assert not [e for e in found.events if e.mode == "host"]


def test_a_headline_reads_as_a_sentence() -> None:
    found = marked("Norwegian Prime Minister Erna Solberg Meets Chilean President Michelle Bachelet In Oslo", "title")
    event = found.one("CONSULT", "meet")
    assert event.status == "happened"
    assert "Solberg" in found.who(event) and "Bachelet" in found.who(event)


def test_a_headline_infinitive_is_a_plan() -> None:
    found = marked("Norwegian Prime Minister Erna Solberg to Visit Peru", "title")
    assert found.one("CONSULT", "visit").status == "planned"


def test_words_in_somebodys_mouth_are_attributed() -> None:
    found = marked("Norwegian Prime Minister Erna Solberg said Chile had closed its embassy in Oslo.")
    event = found.one("SANCTION")
    assert event.modality == "reported"
    assert event.attributed_to is not None and "Solberg" in found.mentions[event.attributed_to].name


def test_the_day_of_the_telling_is_not_the_day_of_the_journey() -> None:
    found = marked("Norwegian Prime Minister Erna Solberg told the assembly on Monday that she would go to Lima.")
    assert found.one("CONSULT", "visit").when is None


def test_the_invitation_is_the_one_told_of_before() -> None:
    found = marked(
        "Norwegian Prime Minister Erna Solberg invited Chilean President Carlos Perez to Oslo. The invitation was sent on Tuesday."
    )
    first, second = (e for e in found.events if e.type == "REQUEST")
    assert {p.mention for p in first.participants} == {p.mention for p in second.participants}
    assert second.when is not None


def test_joined_deeds_share_their_day_and_place() -> None:
    found = marked("Norwegian Prime Minister Erna Solberg came to Lima on Monday and met with Peruvian President Carlos Perez.")
    came, met = found.events
    assert came.when == met.when is not None
    assert came.place == met.place is not None


def test_a_conference_is_one_event_and_takes_the_time_of_its_clause() -> None:
    found = marked("The Geneva peace conference, which was to reconvene by the end of May, has no chairman.")
    (event,) = found.events
    assert (event.type, event.status) == ("CONSULT", "planned")
    assert event.when is not None and "end of May" in found.times[event.when].span.of(found.text)


def test_the_subject_stands_behind_the_dateline() -> None:
    found = marked(
        "LIMA, June 30, 2016 (Condor Wire) - Norwegian Prime Minister Erna Solberg on Thursday met President Carlos Perez."
    )
    assert "Solberg" in found.who(found.one("CONSULT", "meet"))


def test_a_place_named_beside_the_other_side_is_not_where_they_meet() -> None:
    found = marked("Norwegian Prime Minister Erna Solberg will meet the foreign ministers of the Gulf countries in Doha.")
    event = found.one("CONSULT", "meet")
    assert event.place is not None and found.mentions[event.place].name == "Doha"


def test_the_first_of_two_subjects_is_not_lost_to_a_preposition() -> None:
    found = marked("He resigned a day before President Carlos Perez and Prime Minister Erna Solberg signed two treaties in Oslo.")
    who = found.who(found.one("AGREE"))
    assert "Perez" in who and "Solberg" in who


def test_spans_stay_in_their_sentence_and_indices_in_range() -> None:
    text = (
        "Norway and Chile signed a treaty in Geneva on Friday. Peru condemned the deal.\n"
        "Kari Moen, 41, of the Norwegian foreign ministry, spoke with her Chilean counterpart and left for Lima."
    )
    found = marked(text)
    assert found.events
    starts = [e.trigger.start for e in found.events]
    assert starts == sorted(starts)
    for event in found.events:
        assert event.span.covers(event.trigger)
        assert "\n" not in event.span.of(text)
        assert all(p.mention < len(found.mentions) for p in event.participants)
        assert event.place is None or event.place < len(found.mentions)
        assert event.when is None or event.when < len(found.times)


@pytest.mark.parametrize("text", ["", " \n ", "!!! ??? ...", "Visit.", "Met " * 300, "to to to visit visit visits", "“” ‘’ — – -"])
def test_odd_text_breaks_nothing(text: str) -> None:
    assert isinstance(Marked(text).events, tuple)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The writer Kari Moen of Norway was released on Monday.", "CONCEDE"),
        ("The treaty between Norway and Chile was to have been signed by May.", "AGREE"),
        ("Norway ordered five employees of the Chilean embassy to leave.", "SANCTION"),
        ("Norway withdrew its invitation to the Chilean president.", "REJECT"),
        ("The presidents of Norway and Chile spent eleven hours together.", "CONSULT"),
        ("Norway prolonged its moratorium on nuclear tests.", "RETREAT"),
    ],
)
def test_wordings(text: str, expected: str) -> None:
    assert expected in {event.type for event in marked(text).events}


def test_pronouns_count_where_the_report_has_said_who_they_are() -> None:
    told = "President Olav Berg of Norway met President Carlos Perez of Chile in Oslo. On Tuesday he received him in the palace."
    assert [event.mode for event in marked(told).events] == ["meet", "host"]
    assert not marked("On Tuesday he received him in the palace.").events


@pytest.mark.parametrize(
    "text",
    [
        "Her brother stole a bicycle on Friday.",
        "The rain reached the valley and everybody went home.",
    ],
)
def test_what_concerns_no_state_is_no_event(text: str) -> None:
    assert not marked(text).events


def test_the_month_of_march_is_no_march() -> None:
    found = marked("The two presidents met in Oslo on March 12.").events
    assert [e.type for e in found] == ["CONSULT"]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("SANCTION", "Santiago expelled 40 of our diplomats."),
        ("SANCTION", "Oslo ordered 40 Chileans to leave Norway."),
        ("SANCTION", "Norway gave 14 Chilean diplomats a week to leave the country."),
        ("SANCTION", "40 of his diplomats must be gone by May 5."),
        ("SANCTION", "Santiago sends 40 Norwegians home."),
        ("SANCTION", "It was the largest wave of expulsions in decades."),
        ("SANCTION", "The measures come into force around May 3."),
        ("SANCTION", "The ambassador was declared persona non grata."),
        ("ACCUSE", "Chile calls in the ambassadors one by one."),
        ("ACCUSE", "Envoys from 12 countries who had been summoned came in their cars."),
        ("THREATEN", "Norway gave Chile until midnight to explain."),
        ("CONSULT", "The Norwegian foreign minister called Carlos Perez of Chile on 20 March."),
        ("CONSULT", "The Norwegian prime minister sat down with the leaders of Europe in Geneva."),
        ("CONSULT", "Norway invited Chile to talks in Geneva. The session is on 25 May."),
        ("AGREE", "What was settled in Geneva is short."),
        ("ASSAULT", "Clashes broke out on May 7."),
        ("ASSAULT", "Eleven people were killed in Thursday's fighting."),
        ("ASSAULT", "The poisoning of a former double agent shocked the town."),
        ("ASSAULT", "The militia took control of the western half of the city."),
        ("CONCEDE", "Both decisions had been revoked."),
        ("CONCEDE", "Ten spies were exchanged for four prisoners."),
        ("RETREAT", "The fighters handed their positions over to the army."),
        ("PROTEST", "A strike called by the labour federation turned violent."),
        ("COERCE", "Supporters of the movement blocked the road to the airport."),
        ("REJECT", "The delegates of the opposition walked out."),
        ("REJECT", "Kari Moen told Carlos Perez that he was no longer welcome."),
    ],
)
def test_unmistakable_words_need_no_named_actor(type_: str, text: str) -> None:
    Marked(text).one(type_)


@pytest.mark.parametrize(
    "text",
    [
        "The painter Carlos Gomez visited a farm near Exeter.",
        "The taxi driver met his wife in the hospital.",
        "The three had last sat together in a garden.",
        "Acme Industries Inc. filed a lawsuit in a court on Monday.",
    ],
)
def test_trades_and_companies_do_nothing_for_a_state(text: str) -> None:
    assert not Marked(text).events


@pytest.mark.parametrize("verb", ["may cancel", "could call off", "threatened to scrap"])
def test_what_may_be_called_off_is_not_called_off(verb: str) -> None:
    assert Marked(f"Norway {verb} the summit with Chile.").one("CONSULT", "meet").status == "unknown"


def test_an_offer_accepted_needs_no_object() -> None:
    found = Marked("Norway invited President Carlos Perez of Chile to Oslo. Perez accepted.").one("AGREE")
    assert found.frame == "accept what was offered"
