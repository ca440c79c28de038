"""A state acts through its forces and its leader."""

from __future__ import annotations

import pytest

from tests.weave.small_stories import events_at, told


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Chile is far. The Chilean navy seized a tanker on Monday.", "seized", True),
        ("Chile is far. Chilean President Ana Perez sent troops to Norway on Monday.", "sent troops", True),
        ("Chile is far. Chilean President Ana Perez accused Norway of spying on Monday.", "accused", False),
    ],
)
def test_the_state_behind_a_deed(text: str, words: str, state: bool) -> None:
    account = told([("2018-05-02", text)])
    names = {a.id: a.name for a in account.actors}
    assert ("Chile" in {names[p.actor] for p in events_at(account, words)[0].participants}) == state
