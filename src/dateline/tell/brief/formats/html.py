"""The brief as one HTML file: no script, nothing loaded, every word of a report escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from dateline.spans import Span
from dateline.tell import words
from dateline.tell.brief.outline import Brief, Note, Section, Sentence, SourceLine

FOOT = "Made by Dateline. Every footnote points at the characters that say so; what the reports do not tell is called unknown."
FORMAT = "one HTML file that opens and prints without anything else"
_PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
<footer><p>{foot}</p></footer>
</body>
</html>
""")


def write(brief: Brief) -> bytes:
    """The page; footnotes lead to the list of sources, and from there to the pages that reports came from."""
    page = _PAGE.format(
        language=brief.language,
        policy=policy(),
        title=_text(brief.title),
        style=Markup(style()),
        body=html_body(brief, lambda span: None),
        foot=FOOT,
    )
    return page.encode("utf-8", "replace")


def html_body(brief: Brief, href: Callable[[Span], str | None], reports: str = "") -> Markup:
    """The brief as an `article` for the body of a page; `href` is where the characters of a span can be read, None for nowhere;
    `reports` where the reports are listed that no footnote points at.

    `brief.css` beside this file has its looks. Ids in it: `note-N`, `source-N`, and `ref-N` where a footnote is used first.
    """
    seen: set[int] = set()
    parts = [
        Markup('<article class="brief" lang="{}">').format(brief.language),
        Markup('<header><h1>{}</h1>\n<p class="standfirst">{}</p></header>').format(_text(brief.title), _text(brief.standfirst)),
        *(_section(section, seen) for section in brief.sections),
        _sources(brief, reports),
        _notes(brief, href),
        Markup("</article>"),
    ]
    return Markup("\n").join(part for part in parts if part)


def _text(text: str) -> Markup:
    """Escaped, without characters that turn the reading direction."""
    return escape(words.visible(text))


def _section(section: Section, seen: set[int]) -> Markup:
    heading = Markup("<h2>{}</h2>\n").format(_text(section.heading)) if section.heading else Markup("")
    paragraphs = (
        Markup("<p>{}</p>").format(Markup(" ").join(_sentence(s, seen) for s in paragraph.sentences))
        for paragraph in section.paragraphs
    )
    return Markup('<section class="{}">\n{}{}\n</section>').format(section.key, heading, Markup("\n").join(paragraphs))


def _sentence(sentence: Sentence, seen: set[int]) -> Markup:
    return Markup("").join(_text(part.text) + _marks(part.notes, seen) for part in sentence.parts)


def _marks(numbers: tuple[int, ...], seen: set[int]) -> Markup:
    """The raised numbers; the first use of each can be linked back to."""
    if not numbers:
        return Markup("")
    links = []
    for number in numbers:
        first = Markup("") if number in seen else Markup(' id="ref-{}"').format(number)
        seen.add(number)
        links.append(Markup('<a href="#note-{0}"{1}>{0}</a>').format(number, first))
    return Markup('<sup class="notes">{}</sup>').format(Markup(" ").join(links))


def _sources(brief: Brief, reports: str) -> Markup:
    if not brief.sources:
        return Markup("")
    lines = Markup("\n").join(_source(line) for line in brief.sources)
    more = words.capital(words.plural(brief.uncited, "more report", words=True)) + " not cited here." if brief.uncited else ""
    linked = Markup('<a href="{}">{}</a>').format(reports, more) if reports else escape(more)
    after = Markup('\n<p class="more">{}</p>').format(linked) if more else Markup("")
    return Markup('<section class="sources">\n<h2>Sources</h2>\n<ol>\n{}\n</ol>{}\n</section>').format(lines, after)


def _source(line: SourceLine) -> Markup:
    title = Markup("“{}”").format(_text(line.title)) if line.title else Markup("")
    if line.link and title:
        title = Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(line.link, title)
    told = Markup(", ").join(part for part in (_text(line.outlet), title, _text(line.published)) if part)
    remark = Markup(" {}").format(_text(line.remark)) if line.remark else Markup("")
    return Markup('<li id="source-{0}" value="{0}">{1}.{2}</li>').format(line.number, told, remark)


def _notes(brief: Brief, href: Callable[[Span], str | None]) -> Markup:
    if not brief.notes:
        return Markup("")
    outlets = {line.number: line.outlet for line in brief.sources}
    lines = Markup("\n").join(_note(note, outlets.get(note.source, note.span.report), href(note.span)) for note in brief.notes)
    return Markup('<section class="footnotes">\n<h2>Footnotes</h2>\n<ol>\n{}\n</ol>\n</section>').format(lines)


def _note(note: Note, outlet: str, page: str | None) -> Markup:
    """The outlet and the quoted words, linked to the report's page where there is one, else to the list of sources."""
    where = Markup('<a href="{}">{}, characters {}–{}</a>').format(
        page or f"#source-{note.source}", _text(outlet), note.start, note.end
    )
    out = Markup("")
    if note.link:
        out = Markup(' <a class="out" href="{}" rel="noopener noreferrer nofollow">at the source</a>').format(note.link)
    back = Markup('<a class="back" href="#ref-{}" aria-label="Back to the sentence">↩</a>').format(note.number)
    return Markup('<li id="note-{}">{}: <q>{}</q>{} {}</li>').format(note.number, where, _text(note.quote), out, back)


@cache
def style() -> str:
    return (Path(__file__).parent / "brief.css").read_text("utf-8")


@cache
def policy() -> str:
    """Nothing may be loaded or run but this very style."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
