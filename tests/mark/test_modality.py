"""Standing of an event: happened, planned, proposed, cancelled, denied, unknown."""

from __future__ import annotations

import pytest

from dateline import languages
from dateline.mark import modality, modality_nouns
from dateline.mark.events_frames import modals
from dateline.mark.modality_own import CANCELLED, DENIED, HAPPENED, INVITED, PLANNED, PROPOSED, UNKNOWN, Standing
from dateline.trees import Doc


def standing(text: str, word: str) -> Standing:
    doc = Doc(languages.pack("en").pipeline()(text))
    token = next(t for t in doc if t.lower_ == word)
    words = modals("en")
    return modality.of_verb(token, words) if token.pos_ in ("VERB", "AUX") else modality_nouns.of_noun(token, words)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The king met the queen in Paris.", "met", HAPPENED),
        ("The Oslo conference, once promised for this month, was not mentioned in the statement.", "conference", PLANNED),
        ("Chile says it still wants the Oslo conference to reconvene by the end of the year.", "conference", INVITED),
        ("The visit to Oslo, long planned, began on Monday.", "visit", HAPPENED),
        ("The summit, scheduled for June, took place in Lima on 4 May.", "summit", HAPPENED),
        ("The Lima summit, planned for Monday, drew protests from the opposition.", "summit", PLANNED),
        ("The Lima summit, planned for Monday, was called off.", "summit", CANCELLED),
        ("The king has met the queen.", "met", HAPPENED),
        ("The king will meet the queen on Friday.", "meet", PLANNED),
        ("The king will not meet the queen.", "meet", CANCELLED),
        ("The king did not meet the queen.", "meet", DENIED),
        ("The king might meet the queen.", "meet", PROPOSED),
        ("The king said he would meet the queen.", "meet", PLANNED),
        ("The king is due to meet the queen.", "meet", PLANNED),
        ("The king is expected to meet the queen.", "meet", PLANNED),
        ("The king was expected to meet the queen but decided not to come.", "meet", CANCELLED),
        ("The king hopes that he can meet the queen.", "meet", PROPOSED),
        ("The king offered to meet the queen.", "meet", INVITED),
        ("The king refused to meet the queen.", "meet", DENIED),
        ("The king is not coming to the funeral.", "coming", CANCELLED),
        ("May told the king that she was sorry.", "told", HAPPENED),
        ("The king telephoned the queen to congratulate her.", "congratulate", HAPPENED),
        ("The king flew to Oslo to sign the treaty.", "sign", PLANNED),
        ("The king will sign it when he meets the queen.", "meets", PLANNED),
        ("The king declined an invitation to visit Oslo.", "visit", CANCELLED),
        ("The visit has been put off until September.", "visit", PLANNED),
        ("The visit was pushed back to June.", "visit", PLANNED),
        ("The meeting was arranged in less than two weeks.", "meeting", HAPPENED),
        ("The meeting was arranged for Monday.", "meeting", PLANNED),
        ("No date has been set for the summit.", "summit", PLANNED),
        ("The talks planned for Monday fell through.", "talks", CANCELLED),
        ("The planned visit is off.", "visit", CANCELLED),
        ("The king gave up a meeting that had been set for Sunday.", "meeting", CANCELLED),
        ("The visit which the king promised is far away.", "visit", PLANNED),
        ("The withdrawal has to begin in May.", "withdrawal", PLANNED),
        ("The king began to meet the envoys.", "meet", HAPPENED),
        ("The king left without meeting the queen.", "meeting", DENIED),
        ("The king replied with an offer to hold talks.", "offer", HAPPENED),
        ("The king called a meeting for Friday.", "meeting", PLANNED),
        ("The king said that it was time to speak of the recent test.", "test", HAPPENED),
        ("The king spoke after meeting the queen.", "meeting", HAPPENED),
        ("It is not clear whether the king met the queen.", "met", UNKNOWN),
        ("If the king meets the queen, there will be peace.", "meets", PROPOSED),
        ("He accepted an invitation to visit Lima.", "visit", PLANNED),
        ("She became the first queen to visit Lima.", "visit", HAPPENED),
        ("The queen visited Lima and met the king.", "met", HAPPENED),
        ("The queen will visit Lima and meet the king.", "meet", PLANNED),
    ],
)
def test_verbs(text: str, word: str, expected: Standing) -> None:
    assert standing(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The summit took place in Lima.", "summit", HAPPENED),
        ("The summit will take place in Lima.", "summit", PLANNED),
        ("The summit may take place in Lima.", "summit", PROPOSED),
        ("The summit is planned for June.", "summit", PLANNED),
        ("The summit was cancelled.", "summit", CANCELLED),
        ("The king cancelled the summit.", "summit", CANCELLED),
        ("The storm would not delay the summit.", "summit", PLANNED),
        ("The king will not cancel the summit.", "summit", PLANNED),
        ("The king refused to postpone the summit.", "summit", PLANNED),
        ("Nothing will stop the summit.", "summit", PLANNED),
        ("The king has no plans to cancel the summit.", "summit", PLANNED),
        ("The king proposed a summit.", "summit", INVITED),
        ("They spoke about the planned summit.", "summit", PLANNED),
        ("They spoke about a possible summit.", "summit", INVITED),
        ("He came ahead of the summit.", "summit", PLANNED),
        ("He waits for the summit scheduled for June.", "summit", PLANNED),
        ("There was no summit.", "summit", DENIED),
        ("No decision has been made on a summit.", "summit", UNKNOWN),
        ("They talked about the possibility of a summit.", "summit", INVITED),
        ("The king held a summit with the queen.", "summit", HAPPENED),
        ("The king will hold a summit with the queen.", "summit", PLANNED),
    ],
)
def test_nouns(text: str, word: str, expected: Standing) -> None:
    assert standing(text, word) == expected
