"""Commands that read reports into a desk and look into the account."""

from __future__ import annotations

from itertools import chain
from typing import Annotated

import typer
from rich.markup import escape

from dateline.cli.common import DEFAULT_STORE, Store, account_of, app, err, out, progress_bars, said_plainly


@app.command(
    epilog="Examples: `dateline add reports/` · `dateline add a.html wire.jsonl --store a.desk` · `cat a.txt | dateline add -`"
)
def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, or - for standard input.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Read reports into the desk, mark them, and weave the account again."""
    with said_plainly():
        from dateline import read
        from dateline.engine import local
        from dateline.store import Desk

        with Desk(store) as desk, progress_bars() as report:
            found = chain.from_iterable(read.sources(source) for source in sources)
            new, known, problems = local.add(desk, found, report)  # type: ignore[arg-type]
        for problem in problems:
            err.print(f"[bold yellow]{escape(problem.name)}[/]: {escape(problem.source)}: {escape(problem.detail)}")
        told = f"{new} new report{'s' * (new != 1)}" + (f", {known} known already" if known else "")
        err.print(f"{told} -> {escape(str(store))}. See them with: dateline show --store {escape(str(store))}")
        if not new and not known:
            err.print("[bold red]Error:[/] nothing could be read.")
            raise typer.Exit(1)


@app.command(epilog="Examples: `dateline show` · `dateline show --store spring.desk --limit 5` · `dateline show | less`")
def show(
    store: Store = DEFAULT_STORE,
    story: Annotated[str | None, typer.Option(help="Only the story with this id, or with these words in its title.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most this many lines in each part.")] = None,
) -> None:
    """Show the account: what happened, who said what, plans, disputes."""
    with said_plainly():
        from dateline.tell.terminal import show as tell

        tell(account_of(store), out, story=story, limit=limit)


@app.command(epilog='Examples: `dateline why event-04f00c9640ba` · `dateline why "Lavrov visited Pyongyang"`')
def why(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Its id, or words of its sentence in `dateline show`.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Show what an event rests on: the words of every report, and why they were put together."""
    with said_plainly():
        from dateline.tell.why import show as tell

        tell(account_of(store), event, out)


@app.command(epilog="Example: `dateline problems`")
def problems(store: Store = DEFAULT_STORE) -> None:
    """List what could not be read or marked, and what to do about it."""
    with said_plainly():
        from dateline.store import Desk

        with Desk(store, create=False) as desk:
            found = desk.problems()
        for problem in found:
            out.print(f"[bold]{escape(problem.name)}[/]  {escape(problem.source)}\n    {escape(problem.detail)}")
        if not found:
            out.print("No problems.")


@app.command(
    epilog="Examples: `dateline search oslo` · `dateline search 'who:\"Kari Moen\" type:plan from:2025-03 status:open'` · "
    "`dateline search '\"no precondition\" OR ceasefire -denied src>=2' --save truce` · `dateline search --saved`"
)
def search(
    query: Annotated[list[str] | None, typer.Argument(metavar="QUERY", help='Words, "phrases" and operators.')] = None,
    store: Store = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, help="At most this many hits.")] = 20,
    format: Annotated[str, typer.Option("--format", help="text, json, or atom.")] = "text",
    save: Annotated[str | None, typer.Option(metavar="NAME", help="Keep the search under this name.")] = None,
    saved: Annotated[bool, typer.Option("--saved", help="List the saved searches, each with what is new.")] = False,
    new: Annotated[str | None, typer.Option(metavar="NAME", help="Show what is new in a saved search; then it is seen.")] = None,
    forget: Annotated[str | None, typer.Option(metavar="NAME", help="Forget a saved search.")] = None,
) -> None:
    """Search facts and reports: who:, type:, from:, to:, in:, outlet:, story:, src>=2, status:, \"phrases\", -word, OR.

    All parts must hold; quote a query with spaces or signs for the shell. docs/search.md has the whole language.
    """
    with said_plainly():
        from dateline.tell.search import command

        asked = command.Asked(" ".join(query or ()), limit, format, save, saved, new, forget)
        raise typer.Exit(command.run(store, lambda: account_of(store), asked, out, err))
