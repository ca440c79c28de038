"""The brief as one HTML file: whole in itself, safe whatever reports say, every link of it leading somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from dateline.records import Account
from dateline.tell.brief import brief_of, formats, html_body
from dateline.tell.brief.formats import html as writer

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e{0}{{7*7}}'
STYLE = Path(writer.__file__).with_name("brief.css").read_text("utf-8")


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(account: Account) -> str:
    return str(formats()["html"].write(brief_of(account)).decode())


def test_well_formed_and_nothing_loaded(account: Account) -> None:
    tags = Tags(page(account))
    assert tags.open == []
    assert not {"script", "img", "link", "iframe", "form", "object"} & {tag for tag, _ in tags.found}
    assert "@import" not in STYLE and "url(" not in STYLE
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = next(a["content"] for tag, a in tags.found if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


def test_every_link_inside_leads_to_its_place(account: Account) -> None:
    tags = Tags(page(account))
    ids = [a["id"] for _, a in tags.found if a.get("id")]
    assert len(ids) == len(set(ids))
    inside = [a["href"] for tag, a in tags.found if tag == "a" and (a["href"] or "").startswith("#")]
    assert inside and {href[1:] for href in inside if href} <= set(ids)


def test_links_to_the_web_carry_their_rel(account: Account) -> None:
    out = [a for tag, a in Tags(page(account)).found if tag == "a" and not (a["href"] or "").startswith("#")]
    assert out and all(
        a["rel"] == "noopener noreferrer nofollow" and (a["href"] or "").startswith("https://fjord.example/") for a in out
    )
    assert any("#:~:text=" in (a["href"] or "") for a in out)


def test_footnotes_lead_to_report_pages_where_there_are_such(account: Account) -> None:
    body = html_body(brief_of(account), lambda span: f"../reports/{span.report}#{span.start}" if span.report == "r-faro" else None)
    assert 'href="../reports/r-faro#' in body and 'href="#source-' in body
    assert "<html" not in body and body.startswith("<article")


@pytest.mark.parametrize("field", ["title", "outlet", "source", "origin"])
def test_hostile_words_stay_words(account: Account, field: str) -> None:
    reports = tuple(msgspec.structs.replace(r, **{field: EVIL}) for r in account.reports)
    text = page(msgspec.structs.replace(account, reports=reports))
    assert "<script" not in text and "<img" not in text and "\u202e" not in text
    Tags(text)


@pytest.mark.parametrize(
    "source", ["javascript:alert(1)", "https://a.example/\"onclick='x'", "https://[", "file:///etc/passwd", "https://"]
)
def test_only_sound_addresses_are_linked(account: Account, source: str) -> None:
    reports = tuple(msgspec.structs.replace(r, source=source) for r in account.reports)
    text = page(msgspec.structs.replace(account, reports=reports))
    assert not re.search(r'href="(?!#)', text)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_by_day_and_by_night() -> None:
    themes = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)]
    for theme in themes[:2]:
        for ink in ("ink", "soft", "link"):
            light, dark = sorted((luminance(theme[ink]), luminance(theme["page"])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5
