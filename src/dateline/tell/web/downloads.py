"""A brief and its sources as files to keep: at the brief's address with the file's ending, in a folder beside its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dateline.tell.brief import Brief, brief_of, formats
from dateline.tell.citations import Citation, citations
from dateline.tell.exports import bibtex, csl_json, ris
from dateline.tell.web.addresses import safe
from dateline.tell.web.room import Room


class File(NamedTuple):
    """`of` says what it holds: "brief" its sentences, "sources" the reports that its footnotes point at."""

    of: str
    label: str
    media: str


FILES = {
    "md": File("brief", "Markdown", "text/markdown; charset=utf-8"),
    "docx": File("brief", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "csl.json": File("sources", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
    "bib": File("sources", "BibTeX", "application/x-bibtex; charset=utf-8"),
    "ris": File("sources", "RIS", "application/x-research-info-systems; charset=utf-8"),
}
"""The files of a brief by their ending."""

_OF_SOURCES: dict[str, Callable[[tuple[Citation, ...]], bytes]] = {
    "csl.json": csl_json.write,
    "bib": bibtex.write,
    "ris": ris.write,
}


def brief_files(room: Room, id_: str) -> Iterator[tuple[str, bytes]]:
    """All files of the brief of the story with this name, of the whole account for "": ending and content."""
    story = room.story(id_) if id_ else None
    if id_ and story is None:
        return
    found = brief_of(room.account, story.id if story else None)
    for ending in FILES:
        yield ending, _written(found, ending, room)


def brief_file(room: Room, id_: str, ending: str) -> bytes | None:
    """One of them; None when there is no such story or format."""
    story = room.story(id_) if id_ else None
    if ending not in FILES or (id_ and story is None):
        return None
    return _written(brief_of(room.account, story.id if story else None), ending, room)


def _written(brief: Brief, ending: str, room: Room) -> bytes:
    if FILES[ending].of == "sources":
        return _OF_SOURCES[ending](citations(room.account, {source.report for source in brief.sources}))
    made: bytes = formats()[ending].write(brief)
    return made


def parted(name: str) -> tuple[str, str]:
    """The last part of an address as a name and the ending of one of the files; ("", "") where it has none."""
    ending = next((e for e in FILES if name.endswith(f".{e}")), "")
    return (name.removesuffix(f".{ending}"), ending) if ending else ("", "")


def file_title(id_: str, ending: str) -> str:
    """The name under which it is kept: letters, digits and hyphens only, for it stands in a header."""
    return f"{safe(id_) if id_ else 'brief'}.{ending}"
