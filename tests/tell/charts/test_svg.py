from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from markupsafe import Markup

from dateline.tell import charts
from dateline.tell.charts import lettering, svg
from dateline.tell.charts.sources import Sources
from dateline.tell.charts.sources import draw as draw_sources
from tests.tell.charts.charting import HOSTILE, having, read


def test_an_element_escapes_its_text_and_its_attributes() -> None:
    made = svg.el("text", HOSTILE, x=1.5, font_size=12, class_=HOSTILE, view_box="0 0 1 1", missing=None)
    node = ET.fromstring(made)
    assert node.attrib["font-size"] == "12" and node.attrib["viewBox"] == "0 0 1 1" and "missing" not in node.attrib
    assert "<script>" not in made and "\u202e" not in made and "<script>" in "".join(node.itertext())


@pytest.mark.parametrize("href", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", ""])
def test_a_link_that_runs_code_is_no_link(href: str) -> None:
    assert "<a" not in svg.link(Markup("<g/>"), href, "title")


@pytest.mark.parametrize("href", ["events/event-1.html", "../events/event-1", "https://a.example/?q=1&r=2", "#s"])
def test_an_address_is_a_link(href: str) -> None:
    assert ET.fromstring(svg.link(Markup("<g/>"), href)).attrib["href"] == href


def test_a_frame_has_a_title_that_is_read_aloud_and_scales() -> None:
    made = svg.frame([svg.text(1, 2, "x")], id="a b<", title="T", desc="D", width=720, height=99.123, kind="x")
    root = read(made)
    named = root.attrib["aria-labelledby"].split()
    assert [n.text for n in root if n.attrib.get("id") in named] == ["T", "D"]
    assert root.attrib["role"] == "img" and root.attrib["viewBox"] == "0 0 720 99.12"
    linked = svg.frame([svg.link(Markup("<g/>"), "x")], id="a", title="T", desc="D", width=1, height=1, kind="x")
    assert read(linked).attrib["role"] == "group"  # the links of an image are not read aloud


def test_a_chart_stands_alone_with_its_style() -> None:
    alone = charts.standalone(svg.frame([svg.text(1, 2, ">")], id="a", title="T", desc="D", width=9, height=9, kind="x"))
    style = next(node for node in ET.fromstring(alone) if node.tag.endswith("style"))
    assert "--ink" in (style.text or "") and ".chart-known" in (style.text or "")


def test_the_style_names_only_variables_of_the_pages() -> None:
    pages = "".join(path.read_text("utf-8") for path in (svg.HERE.parent / "web").rglob("*.css"))
    used = {part.split(")")[0].strip() for part in charts.css().split("var(")[1:]}
    assert used and used <= {name for name in used if f"{name}:" in pages}


def test_the_colours_of_a_chart_alone_are_those_of_the_pages_and_can_be_read() -> None:
    pages = "".join(path.read_text("utf-8") for path in (svg.HERE.parent / "web").rglob("*.css"))
    alone = (svg.HERE / "colours.css").read_text("utf-8")
    schemes = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in alone.split("@media")]
    assert len(schemes) == 2
    for scheme in schemes:
        assert all(f"--{name}: {colour};" in pages for name, colour in scheme.items())
        for ink in ("ink", "soft", "link", "alert"):
            assert contrast(scheme[ink], scheme["page"]) >= 4.5
        shaded = mixed(scheme["ink"], scheme["page"], 0.3)  # the darkest cell of a matrix
        assert contrast(scheme["ink"], shaded) >= 4.5


def mixed(over: str, under: str, share: float) -> str:
    parts = [round(share * int(over[n : n + 2], 16) + (1 - share) * int(under[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_numbers_are_short_and_never_break_the_drawing() -> None:
    assert [svg.number(n) for n in (1.0, 1.504, -0.25, float("nan"), float("inf"))] == ["1", "1.5", "-0.25", "0", "0"]


def test_words_are_cut_and_wrapped_to_the_room() -> None:
    long = "Mohammed Abdel Ghani el-Gamasy " * 50
    assert lettering.width_of(lettering.fit(long, 12, 90), 12) <= 90
    lines = lettering.wrap(long, 12, 90, 3)
    assert len(lines) == 3 and all(lettering.width_of(line, 12) <= 90 for line in lines) and lines[-1].endswith("…")
    assert lettering.wrap("one two", 12, 500) == ["one two"]
    assert all(lettering.width_of(line, 12) <= 60 for line in lettering.wrap("x" * 10_000, 12, 60))
    assert lettering.width_of("平壤", 10) > lettering.width_of("ab", 10) > lettering.width_of("il", 10)
    assert lettering.width_of("é", 10) == lettering.width_of("e", 10)


def test_the_source_bar_fills_a_box_for_each_origin() -> None:
    root = read(draw_sources(Sources(7, 3)))
    assert len(having(root, "chart-known")) == 3 and len(having(root, "chart-some")) == 4
    assert root.attrib["aria-label"] == "7 outlets, 3 independent origins"
    many = read(draw_sources(Sources(4000, 1)))
    assert len(having(many, "chart-known")) == 1 and "1/4000" in "".join(many.itertext())
    read(draw_sources(Sources(-1, 5)))
