"""The brief as a Word document: the same words, real footnotes with the same numbers, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile

import msgspec
from docx import Document
from lxml import etree

from dateline.records import Account
from dateline.tell.brief import brief_of, formats

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(account: Account) -> bytes:
    return bytes(formats()["docx"].write(brief_of(account)))


def test_paragraphs_are_those_of_the_brief_and_have_styles(account: Account) -> None:
    document, brief = Document(io.BytesIO(made(account))), brief_of(account)
    told = [(p.style.name, p.text) for p in document.paragraphs if p.style]
    assert told[0] == ("Title", brief.title) and told[1][0] == "Subtitle"
    headings = [text for style, text in told if style == "Heading 1"]
    assert headings == [s.heading for s in brief.sections if s.heading] + ["Sources"]
    assert {style for style, _ in told} == {"Title", "Subtitle", "Heading 1", "Lead", "Body Text", "Source"}
    numbers = re.compile(r"(?<=[.”,a-z])\d+(?: \d+)*(?= |$)")  # of footnotes that are used again
    paragraphs = [" ".join(s.text for s in p.sentences) for section in brief.sections for p in section.paragraphs]
    shown = [text for style, text in told if style in ("Lead", "Body Text")]
    assert [re.sub(r"[\d ]", "", numbers.sub("", text)) for text in shown] == [re.sub(r"[\d ]", "", text) for text in paragraphs]


def test_footnotes_are_real_and_numbered_as_used(account: Account) -> None:
    brief = brief_of(account)
    with zipfile.ZipFile(io.BytesIO(made(account))) as file:
        notes = etree.fromstring(file.read("word/footnotes.xml"))
        body = etree.fromstring(file.read("word/document.xml"))
        assert b"footnotes+xml" in file.read("[Content_Types].xml")
        assert b"relationships/footnotes" in file.read("word/_rels/document.xml.rels")
    told = {n.get(f"{W}id"): "".join(n.itertext()).strip() for n in notes if n.get(f"{W}type") is None}
    assert told == {str(n.number): f"{n.words}{f' {n.link}' if n.link else ''}" for n in brief.notes}
    marks = [reference.get(f"{W}id") for reference in body.iter(f"{W}footnoteReference")]
    assert marks == [str(n.number) for n in brief.notes], "each has one mark, in the order of its number"
    bookmarks = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} <= bookmarks


def test_same_bytes_and_no_hour_in_them(account: Account) -> None:
    first = made(account)
    assert first == made(account)
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = Document(io.BytesIO(first)).core_properties
    assert (core.author, core.last_modified_by, core.created.year if core.created else None) == ("Dateline", "Dateline", 2000)


def test_what_xml_cannot_hold_is_replaced(account: Account) -> None:
    evil = "a\x00b\ufffe\ud800<w:p/>&\u202e"
    reports = tuple(msgspec.structs.replace(r, title=evil, outlet=evil) for r in account.reports)
    text = "\n".join(p.text for p in Document(io.BytesIO(made(msgspec.structs.replace(account, reports=reports)))).paragraphs)
    assert "a\ufffdb" in text and "<w:p/>&" in text
