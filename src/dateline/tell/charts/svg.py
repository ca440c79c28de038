"""SVG elements as text that is always escaped, and the frame that every chart stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup, escape

from dateline.tell import words

WIDE = 720  # units, one of which is a CSS pixel where the page has room
NARROW = 320  # a telephone of 360 pixels, less the margins of the page
LONGEST = 4000  # characters of one text; nobody reads more of them in a drawing
HERE = Path(__file__).parent
_NAMES = {"view_box": "viewBox", "pattern_units": "patternUnits", "pattern_transform": "patternTransform"}
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_UNSAFE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]+")

Part = str | Markup
Value = str | float | int | None
Chart = TypeVar("Chart")


def el(name: str, *children: Part, **attributes: Value) -> Markup:
    """An element; children that are no Markup are text. `stroke_width` is `stroke-width`, `class_` is `class`; None is left out."""
    given = "".join(f' {_attribute(key)}="{escape(_value(value))}"' for key, value in attributes.items() if value is not None)
    inner = "".join(str(child) if isinstance(child, Markup) else str(escape(clean(child[:LONGEST]))) for child in children)
    return Markup(f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>")


def join(parts: list[Markup]) -> Markup:
    return Markup("").join(parts)


def clean(text: str) -> str:
    """Text on one line that is allowed in XML, with no character that turns the reading direction."""
    return words.visible(words.one_line(_UNSAFE.sub("\ufffd", text)))


def link(inner: Markup, href: str, title: str = "") -> Markup:
    """The drawing as a link, with `title` shown on pointing at it; only the title where the address is none or would run code."""
    scheme = _SCHEME.match(href)
    body = join([el("title", title), inner]) if title else inner
    if not href or (scheme and scheme[1].lower() not in ("http", "https")):
        return el("g", body)
    return el("a", body, href=href)


def text(x: float, y: float, *content: Part, size: float = 12, anchor: str | None = None, class_: str = "chart-text") -> Markup:
    """Text whose line stands on `y`; `anchor` is middle or end."""
    return el("text", *content, x=x, y=y, font_size=size, text_anchor=anchor, class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str, **more: Value) -> Markup:
    return el("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_, **more)


def rect(x: float, y: float, width: float, height: float, class_: str, **more: Value) -> Markup:
    return el("rect", x=x, y=y, width=max(0.0, width), height=max(0.0, height), class_=class_, **more)


def path(d: str, class_: str, **more: Value) -> Markup:
    return el("path", d=d, class_=class_, **more)


def ident(id: str) -> str:
    """An id that can be referred to from other attributes."""
    return _NOT_IN_ID.sub("-", id) or "chart"


def number(value: float) -> str:
    """At most two decimals, and no zeros that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value == value and abs(value) < 1e9 else "0"


def frame(body: list[Markup], *, id: str, title: str, desc: str, width: float, height: float, kind: str) -> Markup:
    """The chart: its title and description are read aloud; it shrinks with the page and never grows beyond its width.

    A chart with links is a group and not an image: of an image, a screen reader does not read the links.
    """
    name = ident(id)
    content = join(body)
    return el(
        "svg",
        el("title", title, id=f"{name}-title"),
        el("desc", desc, id=f"{name}-desc"),
        content,
        xmlns="http://www.w3.org/2000/svg",
        view_box=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_=f"chart chart-{kind}",
        id=name,
        role="group" if "<a " in content else "img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def both(draw: Callable[..., Markup], chart: Chart, *, id: str) -> Markup:
    """A chart in two widths, of which the style sheet shows the one that the page has room for; on paper the wide one."""
    wide = draw(chart, id=id, width=WIDE)
    narrow = draw(chart, id=f"{id}-narrow", width=NARROW)
    inside = Markup('<div class="chart-wide">{}</div><div class="chart-narrow">{}</div>').format(wide, narrow)
    return Markup('<div class="chart-both">{}</div>').format(inside)


def css() -> str:
    """The style of all charts, in the variables of the pages' style sheet."""
    return (HERE / "style.css").read_text("utf-8")


def standalone(chart: Markup) -> str:
    """A chart as a file of its own: its style and colours inside, light and dark."""
    colours = (HERE / "colours.css").read_text("utf-8")
    head, _, rest = str(chart).partition(">")
    return f"{head}><style>{escape(colours + css())}</style>{rest}"


def _attribute(key: str) -> str:
    return _NAMES.get(key) or key.rstrip("_").replace("_", "-")


def _value(value: str | float | int | None) -> str:
    return clean(value) if isinstance(value, str) else number(float(value or 0))
