"""Bytes to reports: find the files, tell their format, and give every stretch of text a role and a reason."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.read import assemble
from dateline.read.formats import by_content, by_suffix, known
from dateline.read.item import LINES, Item
from dateline.records import Problem, Report, Source

__all__ = ["read", "sources"]

LIMIT = 1_000_000_000  # bytes taken from standard input before its format is known
OWN = (".desk", ".desk-wal", ".desk-shm", ".desk-journal")  # a desk may lie in the folder that it is fed from


def sources(argument: str) -> Iterator[Source | Problem]:
    """Everything to read at `argument`: a file, a folder with all it holds (sorted; neither hidden files nor a desk), or "-".

    Problems: "no such path", "no readable file" (a folder with none), and those of single files: "empty file", "too large",
    "wrong format" (in a folder: an ending that no format knows), "cannot be opened".
    """
    if argument == "-":
        yield _source("-", sys.stdin.buffer.read(LIMIT + 1), None)
        return
    path = Path(argument)
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield _file(path, by_suffix(path.name))
    else:
        yield Problem(argument, "read", "no such path", "There is no such file or folder. Check the spelling.")


def read(source: Source) -> list[Report | Problem]:
    """The reports in `source`, in its order, and a problem for each part that cannot be read."""
    form = known().get(source.media)
    if form is None:
        return [Problem(source.name, "read", "wrong format", f"No format is called {source.media!r}. Known: {', '.join(known())}.")]
    found: list[Report | Problem] = []
    for item in form.items(source):
        if isinstance(item, Item) and len(item.pieces) > LINES:
            item = Problem(
                item.name, "read", "too large", f"More than {LINES:,} lines in one report. Split it into one file a report."
            )
        found.append(item if isinstance(item, Problem) else assemble.report(item))
    return found or [Problem(source.name, "read", "empty file", "It holds no report.")]


def _folder(folder: Path) -> Iterator[Source | Problem]:
    readable = False
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or name.endswith(OWN):
                continue
            path, media = Path(directory) / name, by_suffix(name)
            if media is None:
                yield Problem(
                    path.as_posix(), "read", "wrong format", "No format has this ending. Name the file itself to read it as text."
                )
                continue
            found = _file(path, media)
            readable = readable or isinstance(found, Source)
            yield found
    if not readable:
        endings = ", ".join(sorted(suffix for form in known().values() for suffix in form.SUFFIXES))
        yield Problem(
            folder.as_posix(), "read", "no readable file", f"The folder holds no file that can be read. Endings known: {endings}."
        )


def _file(path: Path, media: str | None) -> Source | Problem:
    name = path.as_posix()
    try:
        if not path.is_file():
            return Problem(name, "read", "cannot be opened", "It is neither a plain file nor a folder.")
        size = path.stat().st_size
        if media is None:
            with path.open("rb") as stream:
                media = by_content(stream.read(4096))
        if size > known()[media].LIMIT:
            return _too_large(name, media)
        return _source(name, path.read_bytes(), media)
    except OSError as error:
        return Problem(name, "read", "cannot be opened", f"{error.strerror or error}. Check that you may read it.")


def _source(name: str, content: bytes, media: str | None) -> Source | Problem:
    if not content.strip():
        return Problem(name, "read", "empty file", "There is nothing in it.")
    media = media or by_content(content[:4096])
    return _too_large(name, media) if len(content) > known()[media].LIMIT else Source(name, content, media)


def _too_large(name: str, media: str) -> Problem:
    limit = known()[media].LIMIT // 1_000_000
    return Problem(
        name, "read", "too large", f"More than {limit} MB for a {media} file. Split it into one file a report, or into JSON lines."
    )
