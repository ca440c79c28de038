"""The brief: a page and a half of plain sentences, each with footnotes to the characters that say so.

`brief_of` makes its one structure; `formats/` holds one module a format, found by its file name.
"""

from __future__ import annotations

from dateline.records import Account
from dateline.tell.brief.contents import brief_of
from dateline.tell.brief.formats import formats
from dateline.tell.brief.formats.html import html_body
from dateline.tell.brief.formats.md import escape, markdown
from dateline.tell.brief.outline import Brief

__all__ = ["Brief", "brief", "brief_of", "escape", "formats", "html_body"]


def brief(account: Account, *, story: str | None = None) -> str:
    """The brief as Markdown. Raises LookupError when there is no such story."""
    return markdown(brief_of(account, story))
