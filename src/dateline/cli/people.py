"""Commands about people and their offices."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from dateline.cli.common import DEFAULT_STORE, Store, account_of, app, err, out, progress_bars, said_plainly

actors = typer.Typer(no_args_is_help=True, help="People and their offices: as the reports see them, and by lists.")
app.add_typer(actors, name="actors")


@actors.command("offices", epilog="Example: `dateline actors offices`")
def actors_offices(store: Store = DEFAULT_STORE) -> None:
    """List the offices that the reports see held: whose, by whom, from when, until when, and the words that say so."""
    with said_plainly():
        from dateline.tell.offices import show as tell

        tell(account_of(store), out)


@actors.command("import", epilog="Example: `dateline actors import people.ftm.json`")
def actors_import(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="FollowTheMoney entities, JSON lines.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Take in a list of people, their names and offices. It decides who is meant where reports leave it open, and states no facts.

    Of the file the Person, Position and Occupancy entities count. Nothing needs such a list.
    """
    with said_plainly():
        from dateline.engine import local
        from dateline.read.people import people
        from dateline.store import Desk, DeskError
        from dateline.tell.words import plural

        try:
            found = people(file.read_bytes().splitlines())
        except OSError as error:
            raise DeskError(f"Cannot read {file}: {error.strerror}.") from error
        except ValueError as error:
            raise DeskError(f"{file}: {error}.") from error
        with Desk(store, create=False) as desk, progress_bars() as report:
            desk.know(found)
            local.weave(desk, report)  # type: ignore[arg-type]
        held = sum(len(person.offices) for person in found)
        who = "1 person" if len(found) == 1 else f"{len(found)} people"
        err.print(f"{who} with {plural(held, 'office')} from {escape(str(file))} -> {escape(str(store))}.")
