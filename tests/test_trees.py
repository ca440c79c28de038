"""A plain tree says of every word and every run of words what the parser's own document says."""

from __future__ import annotations

from typing import Any

import pytest

from dateline import languages
from dateline.trees import Doc, Token, TokenSpan, once

TEXTS = (
    'The king of Norway met President Perez, who had flown in, and the 14 ministers in Oslo. They won\'t sign: "Never!" he said.',
    "On 5 May, said Berg, the talks that Chile's envoys had asked for were put off  until June - and then called off.",
    "OSLO",
    "Ministers of Norway, Chile and Peru and the guests whom they had brought came, went and came back",
)
PLAIN = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ is_alpha is_punct is_quote is_space "
    "is_sent_start like_num"
)
SINGLE = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


def _places(tokens: Any) -> list[int]:
    return [token.i for token in tokens]


def _run(span: Any) -> tuple[int, int, int, int, str] | None:
    return None if span is None else (span.start, span.end, span.start_char, span.end_char, span.text)


@pytest.mark.parametrize("text", TEXTS)
def test_a_plain_tree_is_the_parse(text: str) -> None:
    parse = languages.pack("en").pipeline()(text)
    doc = Doc(parse)
    assert (doc.text, doc.lang_, len(doc)) == (parse.text, parse.lang_, len(parse))
    assert [_run(s) for s in doc.sents] == [_run(s) for s in parse.sents]
    assert [_run(s) for s in doc.ents] == [_run(s) for s in parse.ents]
    for ours, theirs in zip(doc, parse, strict=True):
        assert all(getattr(ours, name) == getattr(theirs, name) for name in PLAIN.split())
        assert all(getattr(ours, name).i == getattr(theirs, name).i for name in SINGLE)
        assert all(_places(getattr(ours, name)) == _places(getattr(theirs, name)) for name in MANY)
        assert _run(ours.sent) == _run(theirs.sent)
        assert [ours.is_ancestor(t) for t in doc] == [theirs.is_ancestor(t) for t in parse]


@pytest.mark.parametrize("text", TEXTS)
def test_runs_of_a_plain_tree_are_those_of_the_parse(text: str) -> None:
    parse = languages.pack("en").pipeline()(text)
    doc = Doc(parse)
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            ours, theirs = doc[start:end], parse[start:end]
            assert _run(ours) == _run(theirs)
            assert ours.root.i == theirs.root.i
            assert ours[-1].i == theirs[-1].i
    for start in range(-1, len(text) + 2):
        for end in range(start + 1, len(text) + 2):
            for mode in ("strict", "expand"):
                given, wanted = doc.char_span(start, end, mode), parse.char_span(start, end, alignment_mode=mode)
                assert _run(given) == _run(wanted), (start, end, mode)


def test_what_lies_outside_is_none_or_an_error() -> None:
    doc = Doc(languages.pack("en").pipeline()("They met."))
    assert isinstance(doc[0], Token) and isinstance(doc[5:2], TokenSpan)
    assert (len(doc[5:2]), doc[5:2].text, len(Doc(languages.pack("en").pipeline()("")))) == (0, "", 0)
    for place in (-4, 3):
        with pytest.raises(IndexError):
            doc[place]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[0:2][2]


def test_once_is_for_each_word_and_each_further_argument() -> None:
    asked: list[tuple[str, int]] = []

    @once
    def work(token: Token, steps: int = 0) -> str | None:
        asked.append((token.text, steps))
        return token.text if steps else None

    first, second, _ = Doc(languages.pack("en").pipeline()("They met."))
    assert [work(first), work(first), work(first, 2), work(first, steps=3), work(second), work(second)] == [
        None,
        None,
        *["They"] * 2,
        None,
        None,
    ]
    assert asked == [("They", 0), ("They", 2), ("They", 3), ("met", 0)]
