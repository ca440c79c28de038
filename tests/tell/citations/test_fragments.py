"""Text fragments as a browser reads them: split by the rules of the directive, decoded, and looked for in the text."""

from __future__ import annotations

from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Account
from dateline.spans import Span
from dateline.tell.citations.fragments import page_link, text_directive, text_link

TEXT = "Moen met Soto - again, & again.\nSoto left. Moen met Ruiz; Soto met nobody.\n"


def read(directive: str) -> tuple[str, str, str, str]:
    """Prefix, start, end, suffix."""
    parts = directive.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts[-1].startswith("-") else ""
    assert len(parts) in (1, 2)
    return unquote(prefix), unquote(parts[0]), unquote(parts[1]) if len(parts) == 2 else "", unquote(suffix)


def find(directive: str, text: str) -> str:
    """The words that a browser would mark: the first start that stands after the prefix, to the end before the suffix."""
    prefix, start, end, suffix = read(directive)
    flat = " ".join(text.split())
    at = flat.index(f"{prefix} {start}".strip()) + len(f"{prefix} ") * bool(prefix)
    last = flat.index(end, at + len(start)) + len(end) if end else at + len(start)
    assert flat[last:].strip().startswith(suffix)
    return flat[at:last]


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("Soto left", "Soto%20left"),
        ("met Ruiz; Soto", "met%20Ruiz%3B%20Soto"),
        ("again, & again", "again%2C%20%26%20again"),
        ("Soto - again", "Soto%20%2D%20again"),
        ("again.\nSoto left", "again.,Soto%20left"),
    ],
)
def test_words_that_stand_once(words: str, directive: str) -> None:
    start = TEXT.index(words)
    found = text_directive(TEXT, start, start + len(words))
    if "\n" not in words:
        assert found == directive
    assert find(found, TEXT) == " ".join(words.split())


def test_words_that_stand_twice_have_those_around_them() -> None:
    second = TEXT.index("Moen met Ruiz")
    found = text_directive(TEXT, second, second + len("Moen met"))
    assert found == "Soto%20left.-,Moen%20met,-Ruiz%3B%20Soto%20met"
    assert find(found, TEXT) == "Moen met"


def test_long_words_are_named_by_their_ends() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    found = text_directive(text, 0, len(text))
    assert found == "word0%20word1%20word2%20word3,word56%20word57%20word58%20word59"


@pytest.mark.parametrize("words", ["", " \n", "- , &"])
def test_no_words_no_directive(words: str) -> None:
    assert text_directive(words, 0, len(words)) == ""


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_span_gives_a_sound_directive(text: str, one: int, other: int) -> None:
    found = text_directive(text, min(one, other), max(one, other))
    assert found.isascii() and not set(found) & set(" \n&#\"'<>")
    if found:
        read(found)


def test_a_link_goes_to_the_page_at_its_words(account: Account) -> None:
    report = next(r for r in account.reports if r.id == "r-fjord")
    start = report.text.index("will meet again")
    span = Span(report.id, start, start + len("will meet again"))
    page = "https://fjord.example/moen?a=1&b=2"
    assert text_link(report, span) == f"{page}#:~:text=will%20meet%20again"
    assert text_link(msgspec.structs.replace(report, source=f"{page}#top"), span) == f"{page}#top:~:text=will%20meet%20again"
    assert text_link(msgspec.structs.replace(report, source="moen.html"), span) is None


@pytest.mark.parametrize(
    "source", ["", "a.txt", "javascript:alert(1)", "https://", "https://[", "http://a.example/ b", "ftp://a.example/"]
)
def test_only_addresses_of_the_web_are_pages(account: Account, source: str) -> None:
    assert page_link(msgspec.structs.replace(account.reports[0], source=source)) is None
