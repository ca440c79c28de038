"""The commands, and the only place that prints. Each module holds some; `--help` lists them in the order of the imports."""

from __future__ import annotations

from typing import Annotated

import typer

import dateline

from dateline.cli import reading, writing, judging, people  # isort: skip
from dateline.cli.common import app, out

__all__ = ["app", "judging", "main", "people", "reading", "writing"]


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        out.print(f"dateline {dateline.__version__}")
        raise typer.Exit


def main() -> None:
    """Entry point of the `dateline` command."""
    app()
