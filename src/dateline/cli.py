"""The commands, and the only place that prints."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

import dateline
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
def _said_plainly() -> Iterator[None]:
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
def _progress() -> Iterator[object]:
    """A bar a step on standard error; nothing when that is no terminal."""
    words = {"read": "Reading reports", "mark": "Marking", "weave": "Weaving", "pages": "Writing pages"}
    columns = (SpinnerColumn(), TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        tasks = {step: bars.add_task(word, total=None, visible=False) for step, word in words.items()}

        def report(step: str, done: int, total: int) -> None:
            bars.update(tasks[step], completed=done, total=total or None, visible=True)

        yield report


@app.command(
    epilog="Examples: `dateline add reports/` · `dateline add a.html wire.jsonl --store a.desk` · `cat a.txt | dateline add -`"
)
def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, or - for standard input.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Read reports into the desk, mark them, and weave the account again."""
    with _said_plainly():
        from dateline import read
        from dateline.engine import local
        from dateline.store import Desk

        with Desk(store) as desk, _progress() as report:
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
    with _said_plainly():
        from dateline.tell.terminal import show as tell

        tell(_account(store), out, story=story, limit=limit)


@app.command(
    epilog="Examples: `dateline brief` · `dateline brief jerusalem --format docx -o brief.docx` · `dateline brief -o brief.html` · "
    "`dateline brief --html site/`"
)
def brief(
    chosen: Annotated[
        str | None, typer.Argument(metavar="[STORY]", help="Only the story with this id, or with these words in its title.")
    ] = None,
    store: Store = DEFAULT_STORE,
    story: Annotated[str | None, typer.Option(help="The same as STORY.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="md, html or docx; as the file's name says where not given.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write pages that open without a server into this folder.")
    ] = None,
) -> None:
    """Write the brief: a page and a half of plain sentences, each with a footnote to the characters that say so."""
    with _said_plainly():
        from dateline.tell.brief import brief_of, formats

        known = formats()
        wanted = format or (output.suffix.removeprefix(".").lower() if output else "")
        writer = known.get(wanted) or (None if format else known["md"])
        if writer is None:
            err.print(f"[bold red]Error:[/] no format {escape(repr(format))}; there are: {', '.join(known)}.")
            raise typer.Exit(2)
        account = _account(store)
        if html:
            from dateline.tell.web import write_site

            _writable(html / "index.html")
            write_site(account, html)
            err.print(f"Open {escape(str(html / 'index.html'))}")
        if output or not html:
            content = writer.write(brief_of(account, chosen or story))
            if output:
                _writable(output)
                output.write_bytes(content)
            elif wanted == "docx" and sys.stdout.isatty():
                err.print("[bold red]Error:[/] a Word document is not for a terminal; name a file: -o brief.docx")
                raise typer.Exit(2)
            else:
                typer.echo(content, nl=False)


@app.command(epilog="Examples: `dateline export --format account -o account.json` · `dateline export --format csv -o tables/`")
def export(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write; a folder for csv.")],
    format: Annotated[
        str, typer.Option("--format", help="account or csv; of the reports alone bibtex, csl-json or ris.")
    ] = "account",
    store: Store = DEFAULT_STORE,
    story: Annotated[str | None, typer.Option(help="Only the story with this id, or with these words in its title.")] = None,
) -> None:
    """Write the account for other programs."""
    with _said_plainly():
        from dateline.store import DeskError
        from dateline.tell import exports

        known = exports.formats()
        if format not in known:
            err.print(f"[bold red]Error:[/] no format {escape(repr(format))}; there are: {', '.join(sorted(known))}.")
            raise typer.Exit(2)
        from dateline.tell.lookup import only

        account = only(_account(store), story)
        _writable(output)
        if output.is_file() and format == "csv":
            raise DeskError(f"{output} is a file; csv wants a folder, one table a file.")
        known[format].export(account, output)


@app.command(epilog='Examples: `dateline why event-04f00c9640ba` · `dateline why "Lavrov visited Pyongyang"`')
def why(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Its id, or words of its sentence in `dateline show`.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Show what an event rests on: the words of every report, and why they were put together."""
    with _said_plainly():
        from dateline.tell.why import show as tell

        tell(_account(store), event, out)


@app.command(epilog="Example: `dateline problems`")
def problems(store: Store = DEFAULT_STORE) -> None:
    """List what could not be read or marked, and what to do about it."""
    with _said_plainly():
        from dateline.store import Desk

        with Desk(store, create=False) as desk:
            found = desk.problems()
        for problem in found:
            out.print(f"[bold]{escape(problem.name)}[/]  {escape(problem.source)}\n    {escape(problem.detail)}")
        if not found:
            out.print("No problems.")


@app.command(epilog="Examples: `dateline site pages/` · `dateline site pages/ --store spring.desk`")
def site(
    output: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write into.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the reading room as a folder of pages that open without a server."""
    with _said_plainly():
        from dateline.tell.web import write_site

        account = _account(store)
        _writable(output / "index.html")
        with _progress() as report:
            count = write_site(account, output, report)  # type: ignore[arg-type]
        err.print(f"{count} pages. Open {escape(str(output / 'index.html'))}")


@app.command(epilog="Examples: `dateline serve` · `dateline serve --edit` · `dateline serve --host 0.0.0.0 --token-file token.txt`")
def serve(
    store: Store = DEFAULT_STORE,
    host: Annotated[str, typer.Option(help="Where to listen; beyond this machine only with a token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8017,
    edit: Annotated[bool, typer.Option("--edit", help="Let readers correct the account from the pages.")] = False,
    token: Annotated[
        str | None, typer.Option(envvar="DATELINE_TOKEN", help="What a visitor must know. Better from the environment or a file.")
    ] = None,
    token_file: Annotated[Path | None, typer.Option(metavar="FILE", help="A file whose first line is the token.")] = None,
) -> None:
    """Open the reading room in a browser: every page of the account, search, and corrections with --edit."""
    with _said_plainly():
        from dateline.store import DeskError
        from dateline.tell.web import server
        from dateline.tell.web.guard import SHORTEST_TOKEN, is_loopback

        if token_file:
            token = token_file.read_text("utf-8").partition("\n")[0].strip()
        if token is not None and len(token) < SHORTEST_TOKEN:
            raise DeskError(f"The token is too short: {SHORTEST_TOKEN} characters or more.")
        if not is_loopback(host) and not token:
            raise DeskError(f"{host} can be reached from other machines: give a token (--token-file FILE), or listen on 127.0.0.1.")
        _account(store)  # woven now, with a bar, and not at the first click
        server.run(
            server.create_app(store, edit=edit, token=token), host, port, lambda at: err.print(f"Reading room at {escape(at)}")
        )


@app.command(epilog="Example: `dateline demo --output demo`")
def demo(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write the demo.")] = Path("demo"),
) -> None:
    """Read the sample story and write its account, brief and pages."""
    with _said_plainly():
        from dateline import read
        from dateline.engine import local
        from dateline.store import Desk
        from dateline.tell.brief import brief as tell_brief
        from dateline.tell.exports.account import export as export_account
        from dateline.tell.facts import facts
        from dateline.tell.web import write_site

        output.mkdir(parents=True, exist_ok=True)
        desk_path = output / "sample.desk"
        for old in (desk_path, desk_path.with_name("sample.desk-wal"), desk_path.with_name("sample.desk-shm")):
            old.unlink(missing_ok=True)
        reports = _sample() / "reports"
        with Desk(desk_path) as desk, _progress() as progress:
            new, _, trouble = local.add(desk, read.sources(str(reports)), progress)  # type: ignore[arg-type]
            account = local.account(desk)
        for problem in trouble:
            err.print(f"[bold yellow]{escape(problem.name)}[/]: {escape(problem.source)}: {escape(problem.detail)}")
        export_account(account, output / "account.json")
        (output / "brief.md").write_text(tell_brief(account), "utf-8")
        shutil.rmtree(output / "pages", ignore_errors=True)
        write_site(account, output / "pages")
        out.print(f"Read {new} reports of the Egyptian-Israeli peace of 1977-79, written for invented outlets.\n")
        out.print("[bold]The ten most important facts[/]")
        for number, fact in enumerate(facts(account)[:10], 1):
            out.print(f"{number:3}. {escape(fact.text)}", highlight=False)
        out.print("\n[bold]Written[/]")
        for name, what in (
            ("account.json", "the account"),
            ("brief.md", "the brief"),
            ("pages/index.html", "the same as pages: open it in a browser"),
        ):
            out.print(f"  {escape(str(output / name))}  {what}", highlight=False, soft_wrap=True)
        more = f"dateline show --store {escape(str(desk_path))}"
        out.print(f"\nMore of this story: {more}", highlight=False, soft_wrap=True)
        out.print("Your own reports: dateline add FOLDER, then dateline show", highlight=False, soft_wrap=True)


def _sample() -> Path:
    """The sample story: in the installed package, or in the checkout."""
    installed = Path(dateline.__file__).parent / "sample"
    return installed if installed.is_dir() else Path(dateline.__file__).parents[2] / "examples" / "jerusalem-1977"


def _account(store: Path) -> Account:
    from dateline.engine import local
    from dateline.store import Desk

    with Desk(store, create=False) as desk, _progress() as report:
        return local.account(desk, report)  # type: ignore[arg-type]


def _writable(path: Path) -> None:
    from dateline.store import DeskError

    parent = path.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskError(f"Cannot write to {path}: {error.strerror}.") from error
    if not os.access(parent, os.W_OK):
        raise DeskError(f"Cannot write to {path}: no permission.")


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
    with _said_plainly():
        from dateline.tell.search import command

        asked = command.Asked(" ".join(query or ()), limit, format, save, saved, new, forget)
        raise typer.Exit(command.run(store, lambda: _account(store), asked, out, err))


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
    with _said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, _progress() as report:
            command.judge(desk, verdict, left, right, by, why, report, out)  # type: ignore[arg-type]


@app.command(epilog="Example: `dateline judgements`")
def judgements(store: Store = DEFAULT_STORE) -> None:
    """List everything that was said against the account: number, when, who, what, why, and whether it holds."""
    with _said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, _progress() as report:
            command.journal(desk, report, out)  # type: ignore[arg-type]


@app.command(epilog='Examples: `dateline undo 3` · `dateline undo 3 4 --why "misread"`')
def undo(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="Numbers from `dateline judgements`.")],
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Take judgements back. The journal keeps them, and that they were taken back."""
    with _said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, _progress() as report:
            command.undo(desk, numbers, by, why, report, out)  # type: ignore[arg-type]


@app.command(epilog="Example: `dateline changes`")
def changes(store: Store = DEFAULT_STORE) -> None:
    """Show what the last run changed: facts that are new, gone or told otherwise, and who was put together or taken apart."""
    with _said_plainly():
        from dateline.store import Desk
        from dateline.tell.corrections import command

        with Desk(store, create=False) as desk, _progress() as report:
            command.changes(desk, report, out)  # type: ignore[arg-type]


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        out.print(f"dateline {dateline.__version__}")
        raise typer.Exit


def main() -> None:
    """Entry point of the `dateline` command."""
    app()


if __name__ == "__main__":
    main()
