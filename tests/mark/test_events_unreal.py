"""What is only supposed, aimed at or not done, and what things do, is no event; the same words tell of deeds elsewhere."""

import pytest

from tests.mark.test_events import Marked, by_the_frame, marked


def types(sentence: str) -> list[str]:
    return [event.type for event in marked(sentence).events]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile would suffer if it threatened Norway.",
        "He left the palace to prevent bloodshed in Norway.",
        "Only the power to threaten Norway can save Chile, Perez believes.",
        "Norway did not test a missile in May.",
        "Chile could condemn the treaty of Norway.",
        "The Chilean army wants to attack Norway.",
    ],
)
def test_what_nobody_did_or_announced_is_no_event(sentence: str) -> None:
    assert not [t for t in types(sentence) if t != "CONSULT"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Chile threatened Norway with war.", "THREATEN"),
        ("Norway attacked Chile on Monday.", "ASSAULT"),
        ("Norway tested a missile in May.", "MOBILIZE"),
        ("Chile condemned the treaty of Norway.", "ACCUSE"),
        ("Norway said it will expel four Chilean diplomats.", "SANCTION"),
        ("The Norwegian president may meet the Chilean president in May.", "CONSULT"),
        ("Norway has not withdrawn its troops from Chile.", "RETREAT"),
    ],
)
def test_what_was_done_or_announced_is(sentence: str, kind: str) -> None:
    assert kind in types(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two Norwegian missiles landed in the sea of Chile.",
        "Norwegian bombers flew from Oslo to Santiago.",
        "Norway is neutral when it comes to Chile.",
        "The president of Norway drove home the point in Santiago.",
        "Olav Berg was coordinator for trade at the Norwegian ministry in Oslo.",
        "The president of Norway spoke at a news conference in Santiago.",
    ],
)
def test_things_and_figures_of_speech_make_no_visit(sentence: str) -> None:
    assert not [e for e in marked(sentence).events if e.mode == "visit"]


def test_a_plane_that_carries_somebody_does() -> None:
    found = Marked("The president of Norway told his story on the plane which took him to Santiago.", judge=by_the_frame).events
    assert [e.mode for e in found] == ["visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway demonstrated that it could reach Chile with the missile.",
        "The Norwegian president demonstrated his skill.",
        "In a demonstration of Chilean resolve, the army of Norway was not told.",
    ],
)
def test_what_is_shown_is_no_protest(sentence: str) -> None:
    assert "PROTEST" not in types(sentence)


def test_a_claim_is_no_demand_and_a_listener_no_meeting() -> None:
    assert not types("Norway insisted that the missile posed no threat.")
    assert types("Norway insisted on the withdrawal of Chilean troops.") == ["REQUEST", "RETREAT"]
    assert not types("The president of Norway told his audience a joke.")
    assert types("The Chilean president had an audience with the king of Norway.") == ["CONSULT"]


def test_a_deal_named_after_a_state_is_its_deal() -> None:
    (deal,) = marked("The Norwegian president praised the Chile deal.").events[-1:]
    assert deal.type == "AGREE"
    assert deal.place is None
    assert len(deal.participants) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Norway fired a missile on Sunday. The launch was condemned.", 2),
        ("Norway fired a missile on Sunday. The missile was launched from Oslo.", 2),
        ("Norway's sixth nuclear test was its largest.", 1),
        ("Friday's missile test by Norway set off sirens.", 1),
        ("Chile fears Norwegian missile tests.", 0),
        ("The launch of the book was a success for Norway.", 0),
        ("The vote was a test for Norway.", 0),
    ],
)
def test_a_launch_is_told_by_its_noun(text: str, count: int) -> None:
    assert types(text).count("MOBILIZE") == count


def test_an_agency_beside_a_doer_is_whose_picture_it_is() -> None:
    found = marked("Reuters and the Norwegian president met the Chilean president in Oslo.")
    (meeting,) = [e for e in found.events if e.type == "CONSULT"]
    assert "Reuters" not in {found.mentions[p.mention].name for p in meeting.participants}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has repeatedly called Chile a pivotal partner in the effort.",
        "Norwegian spy satellites captured photos of Chilean ships.",
        "Norway flatly dismissed the claim of Chile.",
    ],
)
def test_naming_picturing_and_dismissing_are_no_calls_captures_or_concessions(sentence: str) -> None:
    assert not {"CONSULT", "ASSAULT", "CONCEDE"} & set(types(sentence))


def test_who_denies_that_he_talked_bans_nothing_and_who_has_not_entered_has_not() -> None:
    assert "COERCE" not in types("The Norwegian minister denies ever having discussed the strikes with the Chilean minister.")
    entered = marked("Berg said the Norwegian president had not entered Chile, suggesting a change of plan.").events
    assert not [e for e in entered if e.mode == "visit" and e.status == "happened"]
    assert "REJECT" in types("Norway denied the Chilean ship entry to the port.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile denied bombing Oslo on Monday.",
        "Chile denied having sent troops to Norway.",
        "Chile rejected reports that it had attacked Norway on Monday.",
        "The ministry said reports of a visit by President Perez to Oslo on Monday were false.",
        "It is not true that Chile expelled the Norwegian ambassador, the governor said.",
    ],
)
def test_what_somebody_denies_is_told_as_denied(sentence: str) -> None:
    assert "denied" in {event.status for event in marked(sentence).events}
