"""The judge of candidates: it weighs what is seen, and says how sure it is."""

from __future__ import annotations

from dateline.mark.events_judge import Model, model, probability
from tests.mark.test_events import marked


def test_probability_is_of_the_weights() -> None:
    weighed = Model(0.5, -1.0, {"dated": 2.0}, {"ACCUSE": {"dated": -2.0}})
    assert probability("AGREE", {}, weighed) < 0.5 < probability("AGREE", {"dated": 1.0, "never seen": 1.0}, weighed)
    assert probability("ACCUSE", {"dated": 1.0}, weighed) == probability("ACCUSE", {}, weighed)


def test_confidence_is_kept_and_never_below_the_threshold() -> None:
    found = marked("The Norwegian foreign minister met the Chilean president in Geneva on Tuesday.").events
    assert found and all(model("en").threshold - 0.01 <= e.confidence <= 1 for e in found)


def test_a_plain_deed_is_surer_than_a_vague_one() -> None:
    plain = marked("Norway expelled three Chilean diplomats on Monday.").events
    vague = marked("Relatives of the crew handed in a letter. They went on to the harbour, where the talks had begun.").events
    assert plain[0].confidence > min((e.confidence for e in vague), default=0.0)


def test_an_event_needs_no_named_doer_where_the_report_is_of_politics() -> None:
    text = (
        "Norwegian President Jan Berg met Chilean President Carlos Perez in Geneva on Tuesday.\n"
        "The foreign ministers of Norway and Chile signed an agreement on fishing.\n"
        "Three weeks ago gunmen had kidnapped four engineers in the north.\n"
        "The captives were released after negotiations."
    )
    told = {e.span.of(marked(text).text) for e in marked(text).events}
    assert any("kidnapped" in words for words in told)
    assert any("released" in words for words in told)


def test_sport_and_private_life_are_no_events() -> None:
    text = (
        "The striker signed a new contract with the club on Friday.\n"
        "She met her husband at a cookery class and they left for the coast.\n"
        "The band released its third album after talks with two labels."
    )
    assert not [e for e in marked(text).events if e.confidence >= 0.6]
