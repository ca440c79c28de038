"""How right Dateline was on texts whose truth is known: the measured figures, as the documentation gives them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

import dateline
from dateline.records import Record
from dateline.tell.web.addresses import Href
from dateline.tell.web.page import Page
from dateline.tell.web.room import Room

LABEL = "Accuracy"


class Figures(Record, frozen=True):
    """`text` is Markdown."""

    text: str


def ids(room: Room) -> Iterable[str]:
    return ("",)


def gather(room: Room, id_: str, href: Href) -> Page | None:
    text = _text()
    return Page("How accurate this is", Figures(text), {"text": _html()})


@cache
def _text() -> str:
    """The page of the documentation: in the installed package, or in the checkout."""
    root = Path(dateline.__file__).parent
    found = [p for p in (root / "docs" / "accuracy.md", root.parents[1] / "docs" / "accuracy.md") if p.is_file()]
    return found[0].read_text("utf-8") if found else "The figures are not installed."


@cache
def _html() -> Markup:
    """Our own text, with HTML in it turned off; columns of numbers by class, as no style may stand in a page."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(_text())
    for token in tokens:
        if token.attrs.pop("style", None) == "text-align:right":
            token.attrs["class"] = "num"
    body = reader.renderer.render(tokens, reader.options, {})
    return Markup(body.replace("<table>", '<div class="wide"><table>').replace("</table>", "</table></div>"))
