"""What every command shares: the app, the two consoles, the desk, and how trouble is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dateline.records import Account

# The heavy modules (the parser, the weave) are imported inside the commands, so that --help and mistakes answer at once.

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    help="Many messy reports of the same diplomacy in, one account out, every fact traceable to the characters that state it.",
    epilog="Start with `dateline demo`, or with your own folder: `dateline add FOLDER`, then `dateline show`.",
)
out = Console()
err = Console(stderr=True)

Store = Annotated[
    Path,
    typer.Option("--store", metavar="DESK", envvar="DATELINE_STORE", help="The desk: one file that keeps reports and account."),
]
DEFAULT_STORE = Path("dateline.desk")


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn what users can mend into one line and exit code 1, and Ctrl-C into a word on what is kept."""
    from dateline.store import DeskError

    try:
        yield
    except (DeskError, LookupError) as error:
        if isinstance(error, KeyError | IndexError):
            raise  # a slip of ours, not of the user's
        err.print(f"[bold red]Error:[/] {escape(str(error))}")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        err.print("\nStopped. Everything finished so far is kept; run the same command again to go on.")
        raise typer.Exit(130) from None


@contextmanager
def progress_bars() -> Iterator[object]:
    """A bar a step on standard error; nothing when that is no terminal."""
    words = {"read": "Reading reports", "mark": "Marking", "weave": "Weaving", "pages": "Writing pages"}
    columns = (SpinnerColumn(), TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        tasks = {step: bars.add_task(word, total=None, visible=False) for step, word in words.items()}

        def report(step: str, done: int, total: int) -> None:
            bars.update(tasks[step], completed=done, total=total or None, visible=True)

        yield report


def account_of(store: Path) -> Account:
    from dateline.engine import local
    from dateline.store import Desk

    with Desk(store, create=False) as desk, progress_bars() as report:
        return local.account(desk, report)  # type: ignore[arg-type]


def writable(path: Path) -> None:
    from dateline.store import DeskError

    parent = path.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskError(f"Cannot write to {path}: {error.strerror}.") from error
    if not os.access(parent, os.W_OK):
        raise DeskError(f"Cannot write to {path}: no permission.")
