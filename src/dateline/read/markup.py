"""Where the visible words of a web page stand: its text with every character mapped to the page's source. Nothing is rendered.

One pass in linear time: a page cannot make it slow by nesting deeply or leaving tags, quotes or comments open.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from dateline.read.item import LINES
from dateline.spans import Run

_TOKEN = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z])")
_TAG = re.compile(r"""</?([a-zA-Z][^\s/>]*+)((?>[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|[="'])*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_PIECE = re.compile(r"\s+|&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)|[^\s&]+(?: [^\s&]+)*|&")
_BREAKS = frozenset(
    {"address", "article", "aside", "audio", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"}
    | {
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
    }
    | {"th", "thead", "title", "tr", "ul", "video"}
)
_HIDDEN = frozenset({"script", "style", "noscript", "textarea", "template", "iframe", "noembed", "noframes", "svg"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
_CONTEXT = frozenset(
    {
        "a",
        "article",
        "aside",
        "blockquote",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
    }
    | {"li", "main", "nav", "table", "time", "title"}
)
STACK = 150  # open elements that are remembered; deeper ones keep the innermost remembered context


@dataclass
class Words:
    """A block element's visible words: their pieces of text with their place in the source, and the elements around them."""

    parts: list[tuple[str, int, int]] = field(default_factory=list)  # shown text, origin, source length
    around: frozenset[str] = frozenset()
    hints: str = ""  # class and id of the elements around, lower case
    linked: int = 0  # characters inside links

    @property
    def text(self) -> str:
        return "".join(part for part, _, _ in self.parts)


@dataclass
class Page:
    """A page's blocks in order, its metadata tags (name to content, first wins), its JSON-LD and its <time> stamps."""

    blocks: list[Words] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    linked_data: list[str] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)  # number of the block it stands in, datetime attribute
    language: str | None = None
    depth: int = 0


def scan(source: str) -> Page:
    """The blocks and metadata of an HTML page; `source` is the decoded file. Stops behind `LINES` blocks: more are no report."""
    return _Scanner(source).page


def layout(blocks: list[Words]) -> tuple[str, tuple[Run, ...], list[tuple[int, int]]]:
    """Blocks separated by blank lines: the readable text, runs that map it back, and each block's range in it."""
    texts: list[str] = []
    runs: list[Run] = []
    ranges: list[tuple[int, int]] = []
    at = 0
    for words in blocks:
        if texts:
            texts.append("\n\n")
            at += 2
        start = at
        for shown, origin, source in words.parts:
            last = runs[-1] if runs else None
            if (
                last
                and last.shown == last.source
                and len(shown) == source
                and last.origin + last.source == origin
                and last.at + last.shown == at
            ):
                runs[-1] = Run(last.at, last.shown + len(shown), last.origin, last.source + source)
            else:
                runs.append(Run(at, len(shown), origin, source))
            texts.append(shown)
            at += len(shown)
        ranges.append((start, at))
    return "".join(texts), tuple(runs), ranges


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.page = Page()
        self.stack: list[tuple[str, str]] = []  # element, class and id
        self.over = 0  # open elements beyond those that are remembered
        self.unclosed: set[str] = set()  # elements that never close from here on
        self.words = Words()
        self._run()
        self._break()

    def _run(self) -> None:
        source, at = self.source, 0
        while at < len(source):
            found = _TOKEN.search(source, at)
            if found is None:
                self._text(at, len(source))
                return
            if len(self.page.blocks) > LINES:
                return
            self._text(at, found.start())
            kind = found.group()
            if kind == "<!--":
                end = source.find("-->", found.start() + 2)
                at = end + 3 if end >= 0 else len(source)
            elif kind in ("<!", "<?"):
                end = source.find(">", found.start())
                at = end + 1 if end >= 0 else len(source)
            elif tag := _TAG.match(source, found.start()):
                at = self._tag(tag)
            else:  # a tag that never closes: browsers drop the rest as well
                return

    def _tag(self, tag: re.Match[str]) -> int:
        name = tag[1].lower()
        if self.source[tag.start() + 1] == "/":
            self._close(name)
            return tag.end()
        written = {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(tag[2][:5000])}
        if name in _HIDDEN:
            return self._skip(name, tag, written)
        self._open(name, written, closed=tag[2].rstrip().endswith("/"))
        return tag.end()

    def _skip(self, name: str, tag: re.Match[str], written: dict[str, str]) -> int:
        """Past an element whose content nobody sees."""
        if name == "svg" and tag[2].rstrip().endswith("/"):
            return tag.end()
        close = None if name in self.unclosed else re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.source, tag.end())
        if close is None:
            self.unclosed.add(name)
            return tag.end() if name in ("noscript", "template", "svg") else len(self.source)
        if name == "script" and written.get("type", "").lower() == "application/ld+json":
            self.page.linked_data.append(self.source[tag.end() : close.start()])
        return close.end()

    def _open(self, name: str, written: dict[str, str], *, closed: bool) -> None:
        if name == "html" and written.get("lang"):
            self.page.language = written["lang"][:2].lower()
        if name == "meta":
            key = (written.get("property") or written.get("name") or written.get("itemprop") or "").lower()
            if key and written.get("content", "").strip():
                self.page.meta.setdefault(key, " ".join(written["content"].split()))
        if name == "br":
            self._line_break()
        if name in _BREAKS:
            self._break()
        if name == "time" and written.get("datetime"):
            self.page.times.append((len(self.page.blocks), written["datetime"]))
        elif written.get("itemprop", "").lower() == "datepublished" and (
            stamp := written.get("content") or written.get("datetime")
        ):
            self.page.meta.setdefault("datepublished", stamp)
        if name in _BREAKS and name != "title":
            self.stack = [element for element in self.stack if element[0] != "head"] if self._in_head() else self.stack
        if name not in _VOID and not closed:
            self.page.depth = max(self.page.depth, len(self.stack) + self.over + 1)
            if len(self.stack) == STACK:
                self.over += 1
            else:
                self.stack.append((name, f"{written.get('class', '')} {written.get('id', '')}".strip().lower()[:200]))

    def _close(self, name: str) -> None:
        if name in _BREAKS:
            self._break()
        if self.over:
            self.over -= 1
            return
        for index in range(len(self.stack) - 1, max(-1, len(self.stack) - 40), -1):
            if self.stack[index][0] == name:
                del self.stack[index:]
                break

    def _in_head(self) -> bool:
        return any(name == "head" for name, _ in self.stack[:3])

    def _around(self) -> None:
        self.words.around = frozenset(name for name, _ in self.stack if name in _CONTEXT)
        self.words.hints = " ".join(hint for _, hint in self.stack[-6:] if hint)

    def _text(self, start: int, end: int) -> None:
        if end <= start or (self._in_head() and not any(name == "title" for name, _ in self.stack[-2:])):
            return
        linked = any(name == "a" for name, _ in self.stack[-8:])
        for found in _PIECE.finditer(self.source, start, end):
            shown, origin, size = found.group(), found.start(), found.end() - found.start()
            if shown[0] == "&" and len(shown) > 1:
                shown = html.unescape(shown)
                shown = shown if shown.strip() or shown == "\u200b" else " "
            if shown.isspace():
                shown = " "
                if not self.words.parts or self.words.parts[-1][0][-1:] in (" ", "\n"):
                    continue
            if shown:
                if not self.words.parts:
                    self._around()
                self.words.parts.append((shown, origin, size))
                self.words.linked += len(shown) if linked else 0

    def _line_break(self) -> None:
        """<br> ends a line; a second one ends the block, as pages without <p> mean it."""
        parts = self.words.parts
        while parts and parts[-1][0] == " ":
            parts.pop()
        if not parts or parts[-1][0] == "\n":
            self._break()
        else:
            parts.append(("\n", self._here(parts), 0))

    @staticmethod
    def _here(parts: list[tuple[str, int, int]]) -> int:
        return parts[-1][1] + parts[-1][2]

    def _break(self) -> None:
        parts = self.words.parts
        while parts and parts[-1][0] in (" ", "\n"):
            parts.pop()
        if any(part.strip("\u200b\u200c\u200d\u2060\ufeff\u00ad") for part, _, _ in parts):
            self.page.blocks.append(self.words)
        self.words = Words()
