"""The brief as Markdown: footnotes that point at characters, sections in order, words of reports that do nothing."""

from __future__ import annotations

import re

import msgspec
from markdown_it import MarkdownIt

from dateline.records import Account
from dateline.tell.brief import brief, brief_of, escape, formats
from dateline.tell.lookup import Lookup

NOTE = re.compile(r"^\[\^(\d+)\]: (.*), “.*”, .*, characters (\d+)–(\d+): “(.*)”(?: <.*>)?$", re.MULTILINE)
UNFOOTED = ("lead", "unknown", "reporters")  # sections some sentences of which are about the reports themselves


def test_formats_are_found_by_file_name() -> None:
    assert list(formats()) == ["docx", "html", "md"]
    assert all(module.FORMAT and callable(module.write) for module in formats().values())


def test_footnotes_point_at_the_characters(account: Account) -> None:
    text = brief(account)
    lookup = Lookup(account)
    by_outlet = {lookup.outlet_name(r): r for r in account.reports}
    notes = NOTE.findall(text)
    assert len(notes) >= 6
    for _, outlet, start, end, quote in notes:
        assert escape(by_outlet[outlet].text[int(start) : int(end)]) == quote
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == {number for number, *_ in notes}


def test_notes_and_sources_of_the_records_fit(account: Account) -> None:
    found = brief_of(account)
    lookup = Lookup(account)
    used = {number for s in found.sections for p in s.paragraphs for one in p.sentences for number in one.notes}
    assert used == {note.number for note in found.notes} == set(range(1, len(found.notes) + 1))
    assert {note.source for note in found.notes} == {source.number for source in found.sources}
    for note in found.notes:
        assert " ".join(lookup.text(note.span).split()) == note.quote
        assert note.words.endswith(f"characters {note.start}–{note.end}: “{note.quote}”")


def test_every_sentence_of_fact_has_a_footnote(account: Account) -> None:
    for section in brief_of(account).sections:
        for paragraph in section.paragraphs:
            bare = [s.text for s in paragraph.sentences if not s.notes]
            assert section.key in UNFOOTED or not bare or bare == ["The reports give no day for what follows."], bare


def test_copies_are_one_footnote(account: Account) -> None:
    [main, *_] = brief_of(account).sections[0].paragraphs[0].sentences
    assert main.text == (
        "Norway’s foreign minister Kari Moen met Chile’s president Luis Soto in Santiago on 31 May 2019, "
        "according to two independent reports."
    )
    assert len(main.notes) == 2


def test_reads_in_order(account: Account) -> None:
    text = brief(account)
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings == [
        "What happened",
        "What was said",
        "What is planned",
        "What is disputed",
        "What is not known",
        "Who reported",
        "Sources",
    ]
    assert "Three reports, two from two outlets and one that names none, at most two of them independent" in text
    assert "reports also gave May 2019" in text
    assert re.search(
        r"Reports differ on the day of the meeting between Moen and Soto in Santiago: "
        r"30 May 2019 according to The Lighthouse,\[\^\d\] "
        r"31 May 2019 according to Fjord Post and report 3\.\[\^\d\]",
        text,
    )


def test_report_words_do_nothing_in_markdown(account: Account) -> None:
    evil = "# <script>alert(1)</script> [x](javascript:alert(1)) `code` *b*\x1b[31m\n- list"
    first = msgspec.structs.replace(account.reports[0], outlet=evil, title=evil)
    changed = msgspec.structs.replace(account, reports=(first, *account.reports[1:]))
    text = brief(changed)
    assert "\x1b" not in text
    html = MarkdownIt("commonmark").render(text)
    assert "<script" not in html and "<code>" not in html and "<em>b" not in html
    assert set(re.findall(r'href="([a-z]+):', html)) <= {"https"}


def test_nothing_to_tell(account: Account) -> None:
    empty = msgspec.structs.replace(
        account, reports=(), marks=(), events=(), plans=(), variant_groups=(), stories=(), copies=(), origins={}, published={}
    )
    assert "There are no reports." in brief(empty)


def test_same_account_same_brief_in_any_order(account: Account) -> None:
    turned = msgspec.structs.replace(account, events=account.events[::-1], reports=account.reports[::-1], marks=account.marks[::-1])
    assert brief_of(turned) == brief_of(account)


def test_references_that_lead_nowhere_do_no_harm(account: Account) -> None:
    for bare in ({"marks": ()}, {"actors": ()}, {"places": ()}, {"stories": ()}, {"reports": account.reports[:1]}, {"plans": ()}):
        changed = msgspec.structs.replace(account, **bare)
        for module in formats().values():
            assert module.write(brief_of(changed))
