"""A lean model says word for word what the model says."""

import importlib

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dateline.languages.en import MODEL, model, pipeline
from dateline.languages.lean import lean

TEXTS = [
    "The Foreign Minister of Norway, Jonas Lie, met Prime Minister Amara Diallo in Dakar on Tuesday, 4 May 2010.",
    "",
    "  ",
    "There was nothing to sign.\n\n They're gonna do it; let's see what she's got, y'all.",
    'She said: "We ain\'t done - it was the I. M. F. that wanted 3.5 million dollars," then left for New York City',
    "New York",
    "Talks",
    "UNITED NATIONS SECURITY COUNCIL VOTES 13-2 ON THE DRAFT OF GREAT BRITAIN AND NORTHERN IRELAND",
    "He had had it. Did Ms. Okafor of the Organization of African Unity and the Arab League do so on May 3? It does. 1 2 3",
    "A " + "Lima " * 40 + "and the Bay of Bengal Initiative for Multi-Sectoral Technical and Economic Cooperation Secretariat. The",
]


def told(doc: Doc) -> object:
    words = [
        (t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, str(t.morph), t.ent_type_, t.ent_iob_, t.is_sent_start) for t in doc
    ]
    return words, [(e.start, e.end, e.label_) for e in doc.ents]


def test_says_what_the_model_says() -> None:
    shipped = list(model().pipe(TEXTS))
    together = list(pipeline().pipe(TEXTS))
    assert [told(doc) for doc in together] == [told(doc) for doc in shipped]
    assert [told(pipeline()(text)) for text in TEXTS] == [told(doc) for doc in shipped]
    assert any(len(e) > 3 for doc in together for e in doc.ents)  # entities of one word, and of many, were among them


def test_slow_parts_are_replaced() -> None:
    assert {"attribute_ruler", "ner"}.isdisjoint(pipeline().pipe_names)


@pytest.fixture
def loaded() -> Language:
    return importlib.import_module(MODEL).load()  # type: ignore[no-any-return]


def test_a_ruler_that_asks_for_more_stays(loaded: Language) -> None:
    loaded.get_pipe("attribute_ruler").add([[{"SHAPE": "dd"}]], {"POS": "NUM"})  # type: ignore[attr-defined]
    assert "attribute_ruler" in lean(loaded).pipe_names


def test_a_ruler_with_more_rules_is_followed(loaded: Language) -> None:
    loaded.get_pipe("attribute_ruler").add([[{"LOWER": "lima"}, {"LOWER": "talks"}]], {"LEMMA": "parley"}, index=1)  # type: ignore[attr-defined]
    assert lean(loaded)("The Lima talks went on.")[2].lemma_ == "parley"


def test_a_recognizer_that_weighs_many_ways_stays(loaded: Language) -> None:
    loaded.get_pipe("ner").cfg["beam_width"] = 4  # type: ignore[attr-defined]
    assert "ner" in lean(loaded).pipe_names


def test_a_model_without_these_parts_is_left_alone(loaded: Language) -> None:
    for name in ("attribute_ruler", "ner"):
        loaded.disable_pipe(name)
    assert lean(loaded).pipe_names == ["tok2vec", "tagger", "parser", "lemmatizer"]
