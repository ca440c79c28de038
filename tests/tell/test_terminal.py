from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from dateline import read
from dateline.engine import local
from dateline.records import Account
from dateline.store import Desk
from dateline.tell.terminal import show


def shown(account: Account, width: int = 80, **more: object) -> str:
    out = io.StringIO()
    show(account, Console(file=out, width=width), **more)  # type: ignore[arg-type]
    return out.getvalue()


def test_piped_has_every_part_and_no_colour(account: Account) -> None:
    text = shown(account)
    assert "\x1b" not in text
    assert max(len(line) for line in text.splitlines()) <= 80
    for heading in ("WHAT HAPPENED", "DISPUTED", "WHO SAID WHAT", "PLANS", "REPORTS", "UNRESOLVED"):
        assert heading in text
    flowing = " ".join(text.split())
    assert "DISPUTED" in flowing and "MOVED" in flowing and "COPY of" in flowing
    assert "3 reports, 2 independent" in flowing


def test_differences_are_bracketed(account: Account) -> None:
    text = " ".join(shown(account, width=100).split())
    assert "[and we are ready to talk about salmon]" in text


def test_furniture_is_not_shown(account: Account) -> None:
    assert "ADVERTISEMENT" not in shown(account)


@pytest.mark.parametrize("width", [30, 40, 200])
def test_any_width(account: Account, width: int) -> None:
    assert max(len(line) for line in shown(account, width).splitlines()) <= width


def test_limit(account: Account) -> None:
    assert "… and 2 events more" in shown(account, limit=1)


def test_report_words_do_not_steer_the_terminal(account: Account) -> None:
    evil = "Post\x1b[2J\x1b]0;owned\x07 [bold]x[/bold]\u202e"
    first = msgspec.structs.replace(account.reports[0], outlet=evil, title=evil)
    text = shown(msgspec.structs.replace(account, reports=(first, *account.reports[1:])))
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert "[bold]x[/bold]" in text


def test_unknown_story(account: Account) -> None:
    with pytest.raises(LookupError):
        shown(account, story="no such story")


def test_versions_in_the_same_words_are_one(tmp_path: Path) -> None:
    said = '"We shall never close the harbour to anybody," Norwegian Foreign Minister Anna Berg said in Geneva on 4 March 2019.\n'
    for name in ("Fjord Courier", "Lake Times"):
        body = f"{name}: Berg on harbour\n\nBy {name} staff\n\n4 March 2019\n\n{said}"
        (tmp_path / f"{name}.txt").write_text(body if name < "G" else body.replace('"', "\u201d"), "utf-8")
    with Desk(tmp_path / "desk") as desk:
        local.add(desk, read.sources(str(tmp_path)))
        text = shown(local.account(desk))
    assert "the same words in 2 reports" in " ".join(text.split())
    assert text.count("We shall never close") == 1
