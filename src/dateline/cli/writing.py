"""Commands that write the account for others: brief, files, pages, the reading room, and the demo."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

import dateline
from dateline.cli.common import DEFAULT_STORE, Store, account_of, app, err, out, progress_bars, said_plainly, writable


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
    with said_plainly():
        from dateline.tell.brief import brief_of, formats

        known = formats()
        wanted = format or (output.suffix.removeprefix(".").lower() if output else "")
        writer = known.get(wanted) or (None if format else known["md"])
        if writer is None:
            err.print(f"[bold red]Error:[/] no format {escape(repr(format))}; there are: {', '.join(known)}.")
            raise typer.Exit(2)
        account = account_of(store)
        if html:
            from dateline.tell.web import write_site

            writable(html / "index.html")
            write_site(account, html)
            err.print(f"Open {escape(str(html / 'index.html'))}")
        if output or not html:
            content = writer.write(brief_of(account, chosen or story))
            if output:
                writable(output)
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
    with said_plainly():
        from dateline.store import DeskError
        from dateline.tell import exports

        known = exports.formats()
        if format not in known:
            err.print(f"[bold red]Error:[/] no format {escape(repr(format))}; there are: {', '.join(sorted(known))}.")
            raise typer.Exit(2)
        from dateline.tell.one_story import only

        account = only(account_of(store), story)
        writable(output)
        if output.is_file() and format == "csv":
            raise DeskError(f"{output} is a file; csv wants a folder, one table a file.")
        known[format].export(account, output)


@app.command(epilog="Examples: `dateline site pages/` · `dateline site pages/ --store spring.desk`")
def site(
    output: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write into.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the reading room as a folder of pages that open without a server."""
    with said_plainly():
        from dateline.tell.web import write_site

        account = account_of(store)
        writable(output / "index.html")
        with progress_bars() as report:
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
    with said_plainly():
        from dateline.store import DeskError
        from dateline.tell.web import server
        from dateline.tell.web.guard import SHORTEST_TOKEN, is_loopback

        if token_file:
            token = token_file.read_text("utf-8").partition("\n")[0].strip()
        if token is not None and len(token) < SHORTEST_TOKEN:
            raise DeskError(f"The token is too short: {SHORTEST_TOKEN} characters or more.")
        if not is_loopback(host) and not token:
            raise DeskError(f"{host} can be reached from other machines: give a token (--token-file FILE), or listen on 127.0.0.1.")
        account_of(store)  # woven now, with a bar, and not at the first click
        server.run(
            server.create_app(store, edit=edit, token=token), host, port, lambda at: err.print(f"Reading room at {escape(at)}")
        )


@app.command(epilog="Example: `dateline demo --output demo`")
def demo(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write the demo.")] = Path("demo"),
) -> None:
    """Read the sample story and write its account, brief and pages."""
    with said_plainly():
        from dateline import read
        from dateline.engine import local
        from dateline.store import Desk
        from dateline.tell.brief import brief as tell_brief
        from dateline.tell.exports.account import export as exportaccount
        from dateline.tell.facts import facts
        from dateline.tell.web import write_site

        output.mkdir(parents=True, exist_ok=True)
        desk_path = output / "sample.desk"
        for old in (desk_path, desk_path.with_name("sample.desk-wal"), desk_path.with_name("sample.desk-shm")):
            old.unlink(missing_ok=True)
        reports = sample() / "reports"
        with Desk(desk_path) as desk, progress_bars() as progress:
            new, _, trouble = local.add(desk, read.sources(str(reports)), progress)  # type: ignore[arg-type]
            account = local.account(desk)
        for problem in trouble:
            err.print(f"[bold yellow]{escape(problem.name)}[/]: {escape(problem.source)}: {escape(problem.detail)}")
        exportaccount(account, output / "account.json")
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


def sample() -> Path:
    """The sample story: in the installed package, or in the checkout."""
    installed = Path(dateline.__file__).parent / "sample"
    return installed if installed.is_dir() else Path(dateline.__file__).parents[2] / "examples" / "jerusalem-1977"
