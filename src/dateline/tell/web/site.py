"""Writes the pages: `account_page` and `report_page` gather what each shows, `templates/` and `style.css` say how it looks."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dateline.records import Account
from dateline.tell import words
from dateline.tell.lookup import Lookup
from dateline.tell.web import account_page, report_page
from dateline.tell.web.lines import page_name

HERE = Path(__file__).parent


def write_site(account: Account, folder: Path) -> None:
    """Write `index.html` and `reports/*.html` into `folder`, made when it is not there.

    The pages open from the file system, load nothing and run no script.
    """
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    for name, html in pages(account).items():
        (folder / name).write_bytes(html.encode("utf-8", "replace"))


def pages(account: Account) -> dict[str, str]:
    """Each page's path in the site and its HTML."""
    lookup = Lookup(account)
    out = {"index.html": _render("index.html", account_page.gather(account, lookup))}
    files = [page_name(report.id) for report in lookup.reports]
    for number, report in enumerate(lookup.reports):
        before = files[number - 1] if number else None
        after = files[number + 1] if number + 1 < len(files) else None
        out[f"reports/{files[number]}"] = _render(
            "report.html", report_page.gather(report, lookup) | {"before": before, "after": after}
        )
    return out


@cache
def _environment() -> Environment:
    style = (HERE / "style.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        finalize=_steady,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"style": Markup(style), "policy": f"default-src 'none'; style-src 'sha256-{digest}'"}
    return environment


def _steady(value: object) -> object:
    """Text without characters that turn the reading direction; what is HTML already stays."""
    return words.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _render(template: str, values: dict[str, object]) -> str:
    return _environment().get_template(template).render(values)
