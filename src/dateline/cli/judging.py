"""Commands that correct the account."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.common import DEFAULT_STORE, Store, app, out, progress_bars, said_plainly

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so; your login name unless given.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why, for whoever reads the journal.")]


@app.command(
    epilog='Examples: `dateline judge same "Anna Berg" "Anne Bergh" --why "she married"` · `dateline judge date event-04f00c9640ba '
    '2019-05-31` · `dateline judge speaker "no precondition" "Kari Moen"` · `dateline judge no-event event-04f00c9640ba`'
)
def judge(
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="same, different, speaker, date, no-event, or name.")],
    left: Annotated[str, typer.Argument(metavar="WHAT", help="An id, a name, words of a sentence, or REPORT:START-END.")],
    right: Annotated[str, typer.Argument(metavar="[VALUE]", help="The other one, the speaker, the date, or the name.")] = "",
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Correct the account. Your word holds for ever, outranks what was worked out, and can be taken back.

    `same` and `different`: two actors or two events. `speaker`: a statement, and who said it (or nobody). `date`: an event or a
    report, and its day, month, year or interval (or unknown). `no-event`: what is none. `name`: an actor, and how to write it.
    """
    with said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, progress_bars() as report:
            command.judge(desk, verdict, left, right, by, why, report, out)  # type: ignore[arg-type]


@app.command(epilog="Example: `dateline judgements`")
def judgements(store: Store = DEFAULT_STORE) -> None:
    """List everything that was said against the account: number, when, who, what, why, and whether it holds."""
    with said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, progress_bars() as report:
            command.journal(desk, report, out)  # type: ignore[arg-type]


@app.command(epilog='Examples: `dateline undo 3` · `dateline undo 3 4 --why "misread"`')
def undo(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="Numbers from `dateline judgements`.")],
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Take judgements back. The journal keeps them, and that they were taken back."""
    with said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, progress_bars() as report:
            command.undo(desk, numbers, by, why, report, out)  # type: ignore[arg-type]


@app.command(epilog="Example: `dateline changes`")
def changes(store: Store = DEFAULT_STORE) -> None:
    """Show what the last run changed: facts that are new, gone or told otherwise, and who was put together or taken apart."""
    with said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, progress_bars() as report:
            command.changes(desk, report, out)  # type: ignore[arg-type]
