from __future__ import annotations

import io

import pytest
from rich.console import Console

from dateline.records import Account
from dateline.tell.why import show


def shown(account: Account, wanted: str) -> str:
    out = io.StringIO()
    show(account, wanted, Console(file=out, width=90))
    return " ".join(out.getvalue().split())


def test_the_words_of_every_report_and_the_reasons(account: Account) -> None:
    text = shown(account, "moen MET soto santiago")
    event = next(e for e in account.events if e.id == "e-meeting")
    assert text.startswith("Norway’s foreign minister Kari Moen met Chile’s president Luis Soto")
    assert text.count("told as “meet”, past") == 3 and "[met President Luis Soto on Thursday]" in text
    assert text.count(" one with “met” of Fjord Post: ") == 1 and text.count(" one with “met” of The Lighthouse: ") == 1
    first, last = text.index("one with “met” of The Lighthouse"), text.index("one with “met” of Fjord Post")
    assert text.index("Fjord Post, characters") < first < text.index("r-wire.txt, characters") < last
    assert "the same parties (Kari Moen and Luis Soto). Against it: days apart (91% likely)" in text
    assert "corrected" not in text
    assert len(event.links) == len(event.mentions) - 1
    assert shown(account, "e-meeting") == text


def test_no_such_event(account: Account) -> None:
    with pytest.raises(LookupError, match="no event"):
        shown(account, "nothing like it")
    with pytest.raises(LookupError):
        shown(account, " ")
