"""A brief as a file to keep: on a server at the brief's address with the file's ending, in a folder beside its page."""

from __future__ import annotations

from dateline.tell.brief import brief_of, formats
from dateline.tell.web.addresses import safe
from dateline.tell.web.room import Room

MEDIA = {
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def brief_file(room: Room, id_: str, ending: str) -> bytes | None:
    """The brief of the story with this name, of the whole account for ""; None when there is no such story or format."""
    story = room.story(id_) if id_ else None
    if ending not in MEDIA or (id_ and story is None):
        return None
    made: bytes = formats()[ending].write(brief_of(room.account, story.id if story else None))
    return made


def file_title(id_: str, ending: str) -> str:
    """The name under which it is kept: letters, digits and hyphens only, for it stands in a header."""
    return f"{safe(id_) if id_ else 'brief'}.{ending}"
