"""Every kind of page at the width of a phone and of a desk, by day and by night; keys; and from a fact to its characters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WIDTHS, Served, Watched, watched

CHECKS = r"""
() => {
  const found = [];
  const shown = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility !== "hidden";
  const name = (node) => `${node.tagName.toLowerCase()} ${(node.innerText || node.outerHTML).slice(0, 60)}`;
  if (!document.documentElement.lang) found.push("no language");
  if (document.querySelectorAll("main").length !== 1) found.push("not one main");
  if (document.querySelectorAll("h1").length > 1) found.push("several h1");
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) found.push(`id twice: ${id}`);
  for (const node of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
    if (!node.labels?.length && !node.getAttribute("aria-label")) found.push(`no label: ${name(node)}`);
  for (const node of document.querySelectorAll("a[href], button, summary"))
    if (shown(node) && !(node.textContent || node.getAttribute("aria-label") || "").trim()) found.push(`no name: ${name(node)}`);
  for (const node of document.querySelectorAll("svg[role=img]"))
    if (!node.querySelector("title")) found.push(`no title: ${name(node)}`);
  for (const node of document.querySelectorAll("nav"))
    if (!node.getAttribute("aria-label")) found.push(`nav without a name`);
  const parse = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length && (colour.length < 4 || colour[3] === 1)) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(node) || !shown(node)) continue;
    seen.add(node);
    const svg = node.closest("svg");
    const style = getComputedStyle(node);
    const [a, b] = [light(parse(svg ? style.fill : style.color)), light(behind(svg ?? node))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) found.push(`contrast ${((a + 0.05) / (b + 0.05)).toFixed(2)}: ${name(node)}`);
  }
  return found.slice(0, 8);
}
"""

CROWDED = r"""
() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg.chart")) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const words = [...svg.querySelectorAll("text")].filter((node) => node.textContent.trim());
    const boxes = words.map((node) => ({ told: node.textContent, box: node.getBoundingClientRect() }));
    for (const { told, box } of boxes)
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.bottom > frame.bottom + 2)
        found.push(`outside ${svg.id}: ${told}`);
    for (const [n, one] of boxes.entries())
      for (const other of boxes.slice(n + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 2 && high > 4) found.push(`${svg.id}: "${one.told}" runs into "${other.told}"`);
      }
  }
  return found.slice(0, 8);
}
"""
ON_PAPER = r"""
() => {
  const found = [];
  const shown = (node) => node.getClientRects().length > 0;
  for (const node of document.querySelectorAll("nav, form, input, button, dialog, .skip"))
    if (shown(node)) found.push(node.outerHTML.slice(0, 80));
  const body = getComputedStyle(document.body);
  if (body.color !== "rgb(0, 0, 0)" || body.backgroundColor !== "rgb(255, 255, 255)")
    found.push(`${body.color} on ${body.backgroundColor}`);
  for (const svg of document.querySelectorAll("svg.chart")) {
    if (shown(svg) && svg.getBoundingClientRect().height > 920) found.push(`${svg.id} is taller than a page`);
    if (shown(svg) && svg.closest(".chart-narrow")) found.push(`${svg.id} is drawn for a phone`);
  }
  return found.slice(0, 8);
}
"""


def addresses(page: Page, room: Served) -> list[str]:
    """One page of every kind, found as a reader finds them: by links."""
    page.goto(room.url)
    found = {"/": "/"}
    todo = ["/"]
    while todo:
        page.goto(room.url + todo.pop(0))
        for link in page.eval_on_selector_all("a[href^='/']", "all => all.map((a) => a.getAttribute('href'))"):
            path = link.partition("#")[0]
            parts = path.strip("/").split("/")
            kind = f"{parts[0]}/" if len(parts) > 1 else parts[0].partition("?")[0]
            if kind not in found and not path.endswith((".json", ".atom", ".md", ".docx", ".bib", ".ris")):
                found[kind] = path
                todo.append(path)
    return list(found.values())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_every_page_holds_at_every_width(browser: Browser, room: Served, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    seen = watched(context)
    listed = addresses(seen.page, room)
    assert len(listed) >= 14, listed
    for path in listed:
        seen.page.goto(room.url + path)
        wide = seen.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{path} is {wide} wide"
        assert seen.page.evaluate(CHECKS) == [], path
        assert seen.page.evaluate(CROWDED) == [], path
    assert seen.complaints == []
    assert all(url.startswith(room.url) for url in seen.asked)
    context.close()


def test_paper_has_no_controls_and_is_black_on_white_also_by_night(browser: Browser, room: Served) -> None:
    context = browser.new_context(viewport={"width": 680, "height": 960}, color_scheme="dark")  # A4 less its margins
    page = context.new_page()
    for path in addresses(page, room):
        page.goto(room.url + path)
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(ON_PAPER) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 680, path
        page.emulate_media(media="screen")
    context.close()


def test_a_fact_opens_at_its_characters(at_desk: Watched, room: Served) -> None:
    page = at_desk.page
    page.goto(room.url)
    link = page.locator(".happened .facts .from a:not(.rests)").first
    href = link.get_attribute("href") or ""
    start, end = map(int, re.findall(r"#c(\d+)-(\d+)", href)[0])
    link.click()
    marked = page.locator(f"#c{start}-{end}")
    expect(marked).to_be_in_viewport()
    text = page.request.get(page.url.partition("#")[0] + ".json").json()["view"]["text"]
    assert text[start:end].startswith(marked.inner_text()[:20])
    folded = page.locator("details.folded summary").first
    if folded.count():
        assert ":" in folded.inner_text() or "furniture" in folded.inner_text().lower()


def test_keys_go_from_fact_to_fact_and_open_it(at_desk: Watched, room: Served) -> None:
    page = at_desk.page
    page.goto(room.url)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    current = page.locator(".fact-line.current")
    assert current.count() == 1
    page.keyboard.press("x")
    assert "chosen" in (current.get_attribute("class") or "")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/reports/.*#c\d"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_reader_without_a_mouse_reaches_the_text(at_desk: Watched, room: Served) -> None:
    page = at_desk.page
    page.goto(room.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_pages_work_without_scripts(browser: Browser, room: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(room.url)
    page.locator("a.rests").first.click()
    assert "/events/" in page.url
    assert page.locator(".clauses mark").count() > 0
    context.close()
