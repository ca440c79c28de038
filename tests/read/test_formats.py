"""Web pages and JSON lines: every readable character leads back to the file."""

import html
import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import read
from dateline.read.json_strings import fields, shown
from dateline.records import Problem, Report, Source
from dateline.spans import Alignment

PAGE = """<!doctype html><html lang="en"><head><title>Fish talks end | Fjord Courier</title>
<meta property="og:site_name" content="Fjord Courier"><meta property="article:published_time" content="2019-05-10T08:00:00Z">
<script>var x = "<p>not text</p>";</script><style>p { color: red }</style></head><body>
<nav><a href="/">Home</a> <a href="/fish">Fish</a></nav><article><h1>Fish talks end</h1><p class="byline">By <a>Kari Moe</a></p>
<p>LISBON &mdash; Norway&rsquo;s foreign minister   flew home on <b>Friday</b>
after two days of talks about fishing rights in the Atlantic, her office said.</p><div class="ad">Advertisement</div>
<p>&ldquo;We agreed &#38; we parted as friends,&rdquo; she told reporters at the airport before she boarded the plane.</p>
<p>Portugal has asked for a larger share of the catch since last year, which the north has always refused to give.<br
>No date was set.</p></article><aside><h3>Related links</h3><a href="/a">Bridge closed for repairs</a></aside>
<footer>&copy; 2015 Fjord Courier</footer></body></html>"""


def only(raw: str, media: str) -> Report:
    (found,) = read.read(Source(f"x.{media}", raw.encode("utf-8", "surrogatepass"), media))
    assert isinstance(found, Report), found
    return found


def check(report: Report) -> None:
    """Blocks lie in order in the text, and each piece of a block leads to source characters that stand for it."""
    alignment, original, at = Alignment(report.runs), report.original or "", 0
    for run in report.runs:
        words, source = report.text[run.at : run.at + run.shown], original[run.origin : run.origin + run.source]
        decoded = json.loads(f'"{source}"') if source[:1] == "\\" else html.unescape(source)
        assert words == source or words.split() == decoded.split() or words == "\ufffd"
        start, end = alignment.to_source(run.at, run.at + run.shown)
        assert 0 <= start <= end <= len(original) and original[start:end] == source
    for block in report.blocks:
        assert at <= block.span.start < block.span.end <= len(report.text)
        at = block.span.end
        start, end = alignment.to_source(block.span.start, block.span.end)
        assert 0 <= start < end <= len(original)


def test_a_page() -> None:
    report = only(PAGE, "html")
    check(report)
    assert (report.title, report.outlet, report.byline, report.language) == ("Fish talks end", "Fjord Courier", ("Kari Moe",), "en")
    assert report.published and report.published.interval.earliest == date(2019, 5, 10) and report.published.basis == "metadata"
    told = {block.span.of(report.text): block.role for block in report.blocks}
    assert [words for words, role in told.items() if role == "body"] == [
        "LISBON — Norway’s foreign minister flew home on Friday after two days of talks about fishing rights in the Atlantic,"
        " her office said.",
        "“We agreed & we parted as friends,” she told reporters at the airport before she boarded the plane.",
        "Portugal has asked for a larger share of the catch since last year, which the north has always refused to give.\n"
        "No date was set.",
    ]
    assert told["Fish talks end"] == "title" and told["By Kari Moe"] == "byline"
    assert {told[words] for words in ("Advertisement", "Related links", "Bridge closed for repairs")} == {"furniture"}
    assert "not text" not in report.text and "color" not in report.text


def test_a_span_of_the_page_leads_to_its_source() -> None:
    report = only(PAGE, "html")
    at = report.text.index("Norway’s")
    start, end = Alignment(report.runs).to_source(at, at + len("Norway’s"))
    assert PAGE[start:end] == "Norway&rsquo;s"


def test_a_copyright_year_dates_nothing() -> None:
    assert only(re.sub(r"<meta property=.article:pub[^>]*>", "", PAGE), "html").published is None


@pytest.mark.parametrize(
    "raw",
    [
        "<div>" * 2000
        + "<p>"
        + "The ministers met in the old town hall and agreed to meet again before the end of the summer. " * 3
        + "</p>",
        "<a " * 60_000,
        "<p>word <a x='" * 30_000,
        "<!--" * 60_000,
        "<noscript>word " * 30_000,
        "</div>" * 60_000 + "<p>word",
        "&amp" * 60_000 + "<p>word",
        "<" * 100_000 + "<p>word",
        "<p>" * 50_000 + "word",
    ],
)
def test_malformed_pages_are_read_or_named_as_problems(raw: str) -> None:
    for found in read.read(Source("x.html", raw.encode(), "html")):
        if isinstance(found, Report):
            check(found)
        else:
            assert found.name and found.detail


def test_deep_nesting_still_finds_the_body() -> None:
    report = only(
        "<div>" * 2000 + "<p>" + "The ministers met in the old town hall and agreed to meet again in the summer. " * 3 + "</p>",
        "html",
    )
    assert [block.role for block in report.blocks] == ["body"]


def test_a_page_in_another_encoding() -> None:
    raw = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Fish talks end", "Переговоры о рыбе")
    (found,) = read.read(Source("x.html", raw.replace("\u2014", "-").encode("cp1251"), "html"))
    assert isinstance(found, Report) and found.title == "Переговоры о рыбе"


def test_a_page_of_nothing() -> None:
    (found,) = read.read(Source("x.html", b"<html><script>x()</script></html>", "html"))
    assert isinstance(found, Problem) and found.name == "no text"


RECORD = {
    "url": "https://courier.example/1",
    "title": "Fish talks end",
    "source": "Fjord Courier",
    "author": "Kari Moe and Luis Prado",
    "published": "2019-05-10T08:00:00Z",
    "text": 'LISBON — Norway\'s minister said: "We parted as friends", and flew home \U0001f41f on Friday.'
    "\n\nNo date was set for a second round of talks.",
}


def test_one_record_is_the_whole_file() -> None:
    raw = json.dumps(RECORD) + "\n"
    report = only(raw, "jsonl")
    check(report)
    assert report.original == raw and report.source == "x.jsonl" and report.text == f"{RECORD['title']}\n\n{RECORD['text']}"
    assert (report.title, report.outlet, report.byline) == ("Fish talks end", "Fjord Courier", ("Kari Moe", "Luis Prado"))
    assert (
        report.published
        and report.published.basis == "metadata"
        and [block.role for block in report.blocks] == ["title", "body", "body"]
    )
    at = report.text.index("\U0001f41f")
    start, end = Alignment(report.runs).to_source(at, at + 1)
    assert raw[start:end] == "\\ud83d\\udc1f"


def test_several_lines_and_a_bad_one() -> None:
    lines = [
        json.dumps(RECORD),
        "{not json}",
        "[1, 2]",
        json.dumps({"title": "no text"}),
        json.dumps({**RECORD, "title": "Another"}),
    ]
    found = read.read(Source("f.jsonl", "\n".join(lines).encode(), "jsonl"))
    assert [one.name if isinstance(one, Problem) else one.source for one in found] == [
        "f.jsonl#1",
        "bad line",
        "bad line",
        "bad line",
        "f.jsonl#5",
    ]
    assert "Line 2" in next(one.detail for one in found if isinstance(one, Problem))
    assert isinstance(found[0], Report) and found[0].original == lines[0]


def test_a_list_is_the_wrong_format() -> None:
    (found,) = read.read(Source("f.json", json.dumps([RECORD], indent=1).encode(), "jsonl"))
    assert isinstance(found, Problem) and found.name == "wrong format"


@pytest.mark.parametrize(
    "raw", ["[" * 100_000, '{"a":' * 100_000, '{"text": "' + "\\" * 99_999, '{"a"', "{", '{"text": "\\ud800 half a pair"}']
)
def test_broken_json(raw: str) -> None:
    for found in read.read(Source("f.jsonl", raw.encode(), "jsonl")):
        assert isinstance(found, Problem) or "half a pair" in found.text


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=80), st.booleans())
def test_any_string_leads_back(words: str, ascii_only: bool) -> None:
    raw = json.dumps({"text": words}, ensure_ascii=ascii_only)
    found = fields(raw)
    assert found is not None
    text, runs = shown(raw, found["text"][1])
    assert text == re.sub("[\ud800-\udfff]", "\ufffd", words)
    assert sum(run.shown for run in runs) == len(text)
    for run in runs:
        source = raw[run.origin : run.origin + run.source]
        assert text[run.at : run.at + run.shown] in (source, json.loads(f'"{source}"'), "\ufffd")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<br>",
                "a &amp; b ",
                "&nbsp;",
                "word. ",
                "<a href=x>",
                "</a>",
                "<b",
                "\n",
                "<!-- x -->",
                "<title>t</title>",
                "é",
            ]
        ),
        max_size=40,
    )
)
def test_any_page_leads_back(parts: list[str]) -> None:
    for found in read.read(Source("x.html", "".join(parts).encode() or b" ", "html")):
        if isinstance(found, Report):
            check(found)
