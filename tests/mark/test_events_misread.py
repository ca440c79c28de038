"""Idioms and abstract objects that tell of no deed, and the same words where they do."""

import pytest

from tests.mark.test_events import marked


@pytest.mark.parametrize(
    "sentence",
    [
        "The first summit of Norway and Chile will take place in Lima on 16 June.",
        "Perez, a critic of Norway, will take over from the Chilean president.",
        "Perez took over as president of Chile in 2005.",
        "Norway will take part in no more exercises of Chile.",
        "The Norwegian minister shot down the idea of a Chilean bank.",
        "The Chilean president killed the proposal of the Norwegian minister.",
        "The president of Chile executed the policy of his predecessor.",
        "The Norwegian minister fights for his political life.",
    ],
)
def test_idioms_are_no_violence_and_no_arrest(sentence: str) -> None:
    assert not [e for e in marked(sentence).events if e.type in ("ASSAULT", "COERCE")]


def test_deeds_in_the_same_words_are() -> None:
    assert [e.type for e in marked("Norwegian soldiers took over the Chilean port.").events] == ["ASSAULT"]
    assert [e.type for e in marked("Norwegian police took in two Chilean sailors.").events] == ["COERCE"]


def test_a_question_is_no_demand() -> None:
    asked = marked("A Norwegian reporter asked the Chilean president why he was confident.")
    assert not [e for e in asked.events if e.type == "REQUEST"]
    assert [e for e in marked("The Norwegian minister asked Chile to leave.").events if e.type == "REQUEST"]


def test_who_confirms_talks_has_no_part_in_them() -> None:
    found = marked("The Norwegian spokesman Ole Berg confirmed the talks with Chile.")
    assert "Berg" not in found.who(next(e for e in found.events if e.type == "CONSULT"))


def test_restraint_is_no_protest() -> None:
    assert not [e for e in marked("Norway and Chile have demonstrated restraint.").events if e.type == "PROTEST"]


def test_an_offer_not_taken_seriously_is_not_accepted() -> None:
    assert not [e for e in marked("Norway should take the Chilean offer seriously.").events if e.type == "AGREE"]


def test_the_day_of_telling_is_not_the_day_of_the_deed() -> None:
    text = "President Perez will head to Norway for his first trip abroad, the Chilean ministry announced on Friday."
    assert all(e.when is None for e in marked(text).events)


def test_who_is_named_as_the_source_has_no_part_in_it() -> None:
    found = marked("The Chilean and Norwegian presidents will meet in Geneva in June, according to the White House.")
    assert not any("White House" in found.who(e) for e in found.events)
    found = marked("(CNN) Chilean President Juan Perez met the Norwegian prime minister in Oslo.")
    assert not any("CNN" in found.who(e) for e in found.events)


def test_the_remarks_of_a_man_are_not_the_man() -> None:
    found = marked("The Norwegian minister welcomed President Juan Perez's remarks on Monday. Perez leads Chile.")
    assert not [e for e in found.events if e.type == "CONSULT"]
    found = marked("Norwegian President Ole Berg received Chilean President Juan Perez's envoy on Monday.")
    assert [e.mode for e in found.events] == ["host"]


def test_who_receives_a_letter_did_not_send_it() -> None:
    found = marked("Norwegian President Ole Berg received a letter from Chilean President Juan Perez.")
    (letter,) = [e for e in found.events if e.mode == "letter"]
    names = {found.mentions[p.mention].name: p.role for p in letter.participants}
    assert names == {"Ole Berg": "recipient", "Juan Perez": "initiator"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Norwegian leaders issued a call for a new study in Chile.",
        "Norway and Chile agreed to speak out against the abuses in Lima.",
        "President Perez of Chile called the Norwegian decision a mistake.",
        "Norwegian President Ole Berg called Chile's decision to leave inhumane.",
    ],
)
def test_calls_that_are_no_conversation(sentence: str) -> None:
    assert not [e for e in marked(sentence).events if e.type == "CONSULT"]


def test_who_will_not_attack_calls_nothing_off() -> None:
    assert "cancelled" not in {e.status for e in marked("The Norwegian minister said that Norway would not attack Chile.").events}


def test_a_bare_noun_after_due_to_is_what_is_due() -> None:
    (visit,) = marked("President Juan Perez of Chile is due to land at Oslo airport on Saturday.").events
    assert (visit.mode, visit.status) == ("visit", "planned")
    assert not marked("The talks of the Norwegian minister failed due to lack of trust in Lima.").events or all(
        e.status != "planned" for e in marked("The talks of the Norwegian minister failed due to lack of trust in Lima.").events
    )
