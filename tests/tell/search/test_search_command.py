from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree as xml

import msgspec
import pytest
from rich.console import Console
from typer.testing import CliRunner

from dateline.cli import app
from dateline.records import Account
from dateline.store import Desk
from dateline.tell.search import Index
from dateline.tell.search.command import Asked, as_json, run
from dateline.tell.search.marked import Piece
from dateline.tell.search.terminal import show


class Shell:
    """The command over the small account, at a desk of its own."""

    def __init__(self, account: Account, store: Path) -> None:
        self.account, self.store = account, store
        Desk(store)

    def __call__(self, query: str = "", **more: object) -> tuple[int, str, str]:
        out, err = (Console(file=io.StringIO(), width=100) for _ in range(2))
        code = run(self.store, lambda: self.account, Asked(query, **{"limit": 20, **more}), out, err)  # type: ignore[arg-type]
        return code, out.file.getvalue(), err.file.getvalue()  # type: ignore[attr-defined]


@pytest.fixture
def shell(account: Account, tmp_path: Path) -> Shell:
    return Shell(account, tmp_path / "a.desk")


def test_hits_counts_and_facets_are_printed(shell: Shell) -> None:
    code, out, _ = shell("soto type:event OR type:plan", limit=1)
    assert code == 0
    out = " ".join(out.split())
    assert "31 May 2019" in out and "Kari Moen met Luis Soto in Santiago" in out
    assert "DISPUTED [3 reports, 2 independent]" in out
    assert "3 facts, 0 reports. 2 more with a larger --limit." in out
    assert "actor who: Luis Soto 3" in out


def test_nothing_found_is_no_failure_and_says_what_to_try(shell: Shell) -> None:
    code, out, _ = shell("salmonn")
    assert code == 0
    assert "No fact and no report has that." in out and "Did you mean salmon?" in out


def test_a_slip_is_shown_at_its_place(shell: Shell) -> None:
    code, out, err = shell("salmon from:2019-13")
    assert code == 2 and not out
    message, query, mark = err.splitlines()
    assert message.startswith("Error: no such day: ")
    assert query[mark.index("^") : mark.rindex("^") + 1] == "2019-13"


def test_json_and_atom_can_be_read(shell: Shell) -> None:
    made = json.loads(shell("salmon", format="json")[1])
    assert made["query"] == "salmon" and made["facts"] == 1
    assert made["facets"][0]["values"][0]["query"]
    assert len(xml.fromstring(shell("salmon", format="atom")[1])) > 5
    with pytest.raises(LookupError, match="text, json, atom"):
        shell("salmon", format="yaml")


def test_a_saved_search_tells_what_is_new(shell: Shell, account: Account) -> None:
    shell.account = msgspec.structs.replace(account, events=account.events[1:], plans=())  # before the next meeting was known
    assert "--new oslo" in shell("who:Moen in:Oslo -type:report", save=" oslo ")[2]
    assert "nothing new, 0 in all" in shell(saved=True)[1]
    shell.account = account
    assert "1 new, 1 in all" in shell(saved=True)[1]
    assert "1 new, 1 in all" in shell(saved=True)[1]  # listing is not looking
    _, out, _ = shell(new="oslo")
    assert "is to meet" in out and "New since" in out
    assert "Nothing new since" in shell(new="oslo")[1]
    assert "nothing new, 1 in all" in shell(saved=True)[1]
    assert shell(forget="oslo")[1] == "Forgotten.\n"
    assert "No search is saved." in shell(saved=True)[1]
    with pytest.raises(LookupError, match="there are: none"):
        shell(new="oslo")


def test_a_saved_query_that_no_longer_reads_is_named(shell: Shell) -> None:
    shell("salmon", save="fish")
    with Desk(shell.store) as desk:
        desk.save_search(msgspec.structs.replace(desk.searches()[0], query="status:eaten"))
    assert "unknown status" in shell(saved=True)[1]


def test_nothing_from_a_report_steers_the_terminal(account: Account) -> None:
    found = Index(account).find("salmon")
    bad = "\x1b[31m[bold]red[/bold] \u202e \x9b2J"
    hit = msgspec.structs.replace(found.hits[0], line=(Piece(bad, True),), snippet=(Piece(bad, False),))
    found = msgspec.structs.replace(found, hits=(hit,), hints=(bad,))
    for width in (40, 100):
        console = Console(file=io.StringIO(), width=width)
        show(found, console)
        printed = console.file.getvalue()  # type: ignore[attr-defined]
        assert not set("\x1b\u202e\x9b") & set(printed)
        assert "[bold]red[/bold]" in printed
    written = as_json(found)
    assert not set("\x1b\u202e\x9b") & set(written)
    assert json.loads(written)["hits"][0]["line"][0]["text"] == bad


def test_the_command_has_help_with_examples() -> None:
    result = CliRunner().invoke(app, ["search", "--help"])
    assert result.exit_code == 0
    assert "dateline search oslo" in result.output and "status:open" in result.output


def test_without_a_desk_the_command_says_how_to_make_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["search", "oslo", "--store", str(tmp_path / "none.desk")])
    assert result.exit_code == 1
    assert "dateline add" in result.output
