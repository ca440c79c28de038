"""Reports that attack their reader, in a real browser: nothing runs, asks another machine or is added to a page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from dateline import read
from dateline.engine import local
from dateline.records import Report
from dateline.store import Desk
from dateline.tell.web.site import write_site
from dateline.tell.words import visible
from tests.browser.conftest import Served, watched

RUN = "window.planted=1;alert(1)"
FAR = "https://far.example/x"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT >",
    f"<script src={FAR}></script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script\x0c>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src={FAR}>",
    f"<img srcset='{FAR} 1x'>",
    f"<image href=x onerror='{RUN}'>",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}',
    f"' onpointerenter='{RUN}' x='",
    f"` onerror={RUN} `",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=20>x</text></a></svg>",
    f"</title></desc></text></svg><script>{RUN}</script>",
    f"<svg><foreignObject><iframe src='{FAR}'></iframe></foreignObject></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style></table></mtext></math>",
    f"<math href='javascript:{RUN}'>x</math>",
    f"<iframe src='javascript:{RUN}'></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src='{FAR}'></iframe>",
    f"<object data='{FAR}'></object>",
    f"<embed src='{FAR}'>",
    f"<link rel=stylesheet href='{FAR}'>",
    f"<link rel=prefetch href='{FAR}'>",
    f"<meta http-equiv=refresh content='0;url={FAR}'>",
    f"<base href='{FAR}/'>",
    f"<form action='{FAR}'><input name=q><button>Go</button></form>",
    f"</form><form action='{FAR}'>",
    f"<button formaction='javascript:{RUN}'>x</button>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src={FAR} autoplay>",
    f"<input autofocus onfocus={RUN}>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<style>@import '{FAR}';</style>",
    f"</style><script>{RUN}</script>",
    f"<style>body{{background:url({FAR})}}</style>",
    f"<p style='background:url({FAR});position:fixed;inset:0'>x</p>",
    f"}}}} *{{background:url({FAR})}}",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    f'{FAR}"onclick="{RUN}',
    f"[click](javascript:{RUN})",
    f"![x]({FAR})",
    f"<javascript:{RUN}>",
    "{{ 7*7 }}{% for x in config %}{{ x }}{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    f"<!-- --><script>{RUN}</script><!--",
    f"--!><script>{RUN}</script>",
    f"]]><script>{RUN}</script><![CDATA[",
    f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM '{FAR}'>]>&y;",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e",
    f"<a\x00 href=javascript:{RUN}>x</a>",
    f"\u202e<script>{RUN}</script>\u202c",
    "\u2066\u2067\u202e\u200f",
    "Z\u0301\u0302\u0303" * 40,
    "w" * 900,
    "\x00\x01\x08\x0b\x1b[31m\x7f",
    "\u2028\u2029\ufeff",
    f"</textarea></title></noscript><script>{RUN}</script>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<template><script>{RUN}</script></template>",
    "<main id=main><h1>Not ours</h1></main>",
    "<a id=keys name=forms></a><img name=querySelector>",
    '{"view": null}, "planted": true',
    "../../../../etc/passwd",
    "//far.example/x",
    "<div" + "<div>" * 100,
    f"jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk={RUN} )//%0D%0A//</stYle/</titLe/</scRipt/--!><svG/<sVg/oNloAd={RUN}//>",
)
# What no page of ours holds, whatever its reports say.
FORBIDDEN = """() => {
  const found = [];
  const never = "iframe, object, embed, img, image, video, audio, source, math, base, marquee, foreignObject, template, " +
    "animate, main main";
  for (const node of document.querySelectorAll(never)) found.push(node.outerHTML.slice(0, 80));
  for (const node of document.querySelectorAll("script"))
    if (node.textContent || node.getAttribute("src") !== "/keys.js") found.push(node.outerHTML.slice(0, 80));
  for (const node of document.querySelectorAll("meta[http-equiv]"))
    if (node.httpEquiv !== "Content-Security-Policy") found.push(node.outerHTML);
  if (document.querySelectorAll("style").length !== 1) found.push("not one style");
  for (const node of document.querySelectorAll("form"))
    if (!node.hasAttribute("method") || /far/.test(node.getAttribute("action"))) found.push(node.outerHTML.slice(0, 80));
  for (const node of document.querySelectorAll("*")) for (const { name, value } of node.attributes) {
    if (/^on/i.test(name)) found.push(`${name}=${value}`.slice(0, 80));
    if (/^(xlink:)?href$|^src$|^action$|^formaction$/.test(name) &&
        /^[\\s\\u0000-\\u0020]*(javascript|data|vbscript):/i.test(value))
      found.push(`${name}=${value}`.slice(0, 80));
  }
  if ("planted" in window) found.push("a variable was planted");
  return found;
}"""


# What a reader sees of a report with everything unfolded, and all of its characters.
SHOWN = """() => {
  for (const fold of document.querySelectorAll("#text details"))
    fold.replaceWith(...[...fold.childNodes].filter((node) => node.tagName !== "SUMMARY"));
  const text = document.querySelector("#text");
  return [text.innerText, text.textContent];
}"""


def shown(text: str) -> str:
    """A text as HTML can hold it: control characters as the sign for what cannot be shown, ends of lines as one character."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in lines)


def dense(text: str) -> str:
    return "".join(text.split())


def line(payload: str, number: int) -> str:
    """A report that holds it in every field; what is around it makes it a report of a meeting."""
    told = f"Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on May {number % 28 + 1}, 2019."
    fields = {
        "title": f"Moen meets Soto {payload}",
        "text": f'{told}\n\n{payload}\n\n"We are ready {payload} to talk," Moen said. Soto said he would visit {payload} Oslo.',
        "authors": [f"A {payload} Writer"],
        "outlet": f"Herald {payload}",
        "url": payload if number % 2 else f"https://herald.example/{payload}",
        "published": "2019-06-01",
    }
    return json.dumps(fields)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "reports.jsonl").write_text("\n".join(line(p, n) for n, p in enumerate(PAYLOADS)), "utf-8")
    path = folder / "hostile.desk"
    with Desk(path) as desk:
        local.add(desk, read.sources(str(folder / "reports.jsonl")))
    return path


@pytest.fixture(scope="module")
def served(hostile: Path) -> Iterator[Served]:
    made = Served(hostile, edit=True).start()
    yield made
    made.stop()


def chosen(hostile: Path) -> list[str]:
    """Every report and outlet, every single page, and some of each kind that is told in our words."""
    from dateline.tell.web.page import addresses
    from dateline.tell.web.room import Room

    with Desk(hostile, create=False) as desk:
        listed = list(addresses(Room(local.account(desk))))
    some = [str(at) for at in listed if not at.id or at.kind == "reports"]
    for kind in sorted({at.kind for at in listed if at.id and at.kind != "reports"}):
        some += [str(at) for at in listed if at.kind == kind and at.id][:12]
    return some


def test_there_are_enough_of_them() -> None:
    assert len(set(PAYLOADS)) >= 60


def test_served_pages_stay_inert(browser: Browser, hostile: Path, served: Served) -> None:
    context = browser.new_context()
    seen = watched(context)
    listed = chosen(hostile)
    assert sum(at.startswith("reports/") for at in listed) >= 60  # they were read, not refused
    for at in listed:
        seen.page.goto(f"{served.url}/{'' if at == 'index' else at}", wait_until="load")
        assert seen.page.evaluate(FORBIDDEN) == [], at
        if at.count("/") == 0:
            answer = context.request.get(f"{served.url}/{at}.json")
            assert answer.ok and isinstance(json.loads(answer.text())["view"], dict), at
    seen.page.goto(f"{served.url}/reports")
    assert "<script>window.planted=1;alert(1)</script>" in seen.page.inner_text("main")  # shown as the words that it is
    feed = context.request.get(f"{served.url}/search.atom?q=moen")
    assert feed.ok and ElementTree.fromstring(feed.text()).tag.endswith("feed")
    assert seen.complaints == []
    assert [url for url in seen.asked if not url.startswith(f"{served.url}/")] == []
    context.close()


def reports_of(hostile: Path) -> dict[str, Report]:
    with Desk(hostile, create=False) as desk:
        return {report.id: report for report in local.account(desk).reports}


def test_a_reader_sees_the_very_characters_of_a_report(browser: Browser, hostile: Path, served: Served, tmp_path: Path) -> None:
    """Nothing of a text is lost, added, moved or hidden, in its page on a server and in a folder."""
    with Desk(hostile, create=False) as desk:
        write_site(local.account(desk), tmp_path)
    page = browser.new_page()
    reports = reports_of(hostile)
    kept = [p for p in PAYLOADS if any(shown(p) in shown(report.text) for report in reports.values())]
    assert len(kept) >= 75, set(PAYLOADS) - set(kept)  # they were read as they are
    for report in reports.values():
        for url in (f"{served.url}/reports/{report.id}", (tmp_path / "reports" / f"{report.id}.html").as_uri()):
            page.goto(url)
            seen, all_of_it = page.evaluate(SHOWN)
            assert all_of_it == shown(report.text), url
            assert dense(seen) == dense(shown(report.text)), url
    page.close()


def test_titles_and_queries_are_shown_as_they_are(browser: Browser, hostile: Path, served: Served) -> None:
    page = browser.new_page()
    titles: list[str] = []
    for sheet in ("", "/page-2"):
        if page.goto(f"{served.url}/reports{sheet}").ok:  # type: ignore[union-attr]
            titles += page.locator(".facts .fact a").all_text_contents()
    wanted = [visible(" ".join((r.title or "").split())) for r in reports_of(hostile).values() if (r.title or "").strip()]
    assert sorted(wanted) == sorted(title for title in titles if title != "untitled")
    for payload in PAYLOADS:
        page.goto(f"{served.url}/search?q={quote(payload)}")
        asked = payload.strip()
        if page.locator("#q").count() and asked:
            assert dense(page.locator("main h1").inner_text()) == dense(visible(asked)), payload
            assert page.evaluate(FORBIDDEN) == [], payload
    page.close()


def test_pages_of_a_folder_stay_inert(browser: Browser, hostile: Path, tmp_path: Path) -> None:
    with Desk(hostile, create=False) as desk:
        write_site(local.account(desk), tmp_path)
    context = browser.new_context()
    seen = watched(context)
    for at in chosen(hostile):
        if (tmp_path / f"{at}.html").exists():
            seen.page.goto((tmp_path / f"{at}.html").as_uri(), wait_until="load")
            assert seen.page.evaluate(FORBIDDEN) == [], at
            assert isinstance(json.loads((tmp_path / f"{at}.json").read_text("utf-8"))["view"], dict), at
    assert seen.complaints == []
    assert [url for url in seen.asked if not url.startswith("file://")] == []
    context.close()
