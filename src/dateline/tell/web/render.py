"""Draws a page: its template filled in, everything escaped, the style inside, a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dateline.tell import charts, words
from dateline.tell.web.addresses import Address, Href, search_for
from dateline.tell.web.downloads import FILES
from dateline.tell.web.page import Page, kinds
from dateline.tell.web.room import Room
from dateline.world import state_name

HERE = Path(__file__).parent
MENU = (
    "index",
    "stories",
    "plans",
    "disputes",
    "events",
    "statements",
    "actors",
    "outlets",
    "map",
    "reports",
)  # first things first
_NUMBERED = re.compile(r" (\(\d+\))$")  # an outlet and the number of its report stand on one line
FOOT = ("changes", "judgements", "problems", "accuracy")


def render(page: Page, at: Address, room: Room, href: Href, extra: Mapping[str, object] | None = None) -> str:
    """The page as HTML, its links as `href` makes them. `extra` adds to what the template sees."""
    return (
        _environment()
        .get_template(f"{template_of(page, at)}.html")
        .render(
            page=page,
            view=page.view,
            drawn=defaultdict(Markup, page.drawn),  # a page without a drawing shows none
            at=at,
            room=room,
            href=href,
            menu=_menu(MENU, room, href),
            foot=_menu(FOOT, room, href),
            **({"served": False, "token": "", "author": ""} | dict(extra or {})),
        )
    )


def render_plain(title: str, text: str, form: str = "") -> str:
    """A page that belongs to no account: a refusal, or the way in."""
    return _environment().get_template("plain.html").render(title=title, text=text, form=form)


def as_json(page: Page) -> bytes:
    """What the page tells, for programs: {"title", "view"} with canonical addresses."""
    return msgspec.json.format(msgspec.json.encode({"title": page.title, "view": page.view}), indent=1)


def template_of(page: Page, at: Address) -> str:
    """Templates go by what is shown: the view's class name in lower case ("EventView" is drawn by `eventview.html`)."""
    return type(page.view).__name__.lower()


def _menu(names: tuple[str, ...], room: Room, href: Href) -> list[tuple[str, str, str]]:
    """Kinds of page with a page of their own: name, label, link."""
    listed = kinds()
    return [(n, listed[n].label, href(n)) for n in names if n in listed and (n != "stories" or len(room.account.stories) > 1)]


@cache
def style() -> str:
    """All styles in one text."""
    return charts.css() + "\n".join(path.read_text("utf-8") for path in sorted((HERE / "style").glob("*.css")))


def digest(text: str) -> str:
    """A source of the Content-Security-Policy: this very text and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(script: str = "", form: str = "'none'") -> str:
    """The Content-Security-Policy of a page: its own style, and what is named here."""
    scripts = f"; script-src {script}" if script else ""
    return f"default-src 'none'; style-src {digest(style())}{scripts}; form-action {form}; base-uri 'none'"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        finalize=_steady,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "files": FILES,
        "style": Markup(style()),
        "policy": policy,
        "search_for": search_for,
        "plural": words.plural,
    }
    environment.filters |= {
        "capital": words.capital,
        "country": state_name,
        "headline": words.headline,
        "joined": lambda text: _NUMBERED.sub("\u00a0\\1", text),
        "moment": words.moment,
    }
    return environment


def _steady(value: object) -> object:
    """Text without characters that turn the reading direction; what is HTML already stays."""
    return words.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
