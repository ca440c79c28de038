from __future__ import annotations

import re

import msgspec
from markdown_it import MarkdownIt

from dateline.records import Account
from dateline.tell.brief import brief, escape
from dateline.tell.lookup import Lookup

NOTE = re.compile(r"^\[\^(\d+)\]: (.*), “.*”, .*, characters (\d+)–(\d+): “(.*)”$", re.MULTILINE)


def test_footnotes_point_at_the_characters(account: Account) -> None:
    text = brief(account)
    lookup = Lookup(account)
    by_outlet = {lookup.outlet_name(r): r for r in account.reports}
    notes = NOTE.findall(text)
    assert len(notes) >= 8
    for _, outlet, start, end, quote in notes:
        assert escape(by_outlet[outlet].text[int(start) : int(end)]) == quote
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == {number for number, *_ in notes}


def test_every_sentence_of_fact_has_a_footnote(account: Account) -> None:
    body = brief(account).split("## Who reported")[0]
    for part in body.split("\n\n")[2:]:
        assert not part or part.startswith("#") or "[^" in part, part


def test_reads_in_order(account: Account) -> None:
    text = brief(account)
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings == ["What happened", "What was said", "What is planned", "What is disputed", "Who reported"]
    assert "Three reports from three outlets, at most two of them independent" in text
    assert "first as May 2019, then as 12 June 2019" in text
    assert "(three reports, two of them independent; they differ, see below)." in text


def test_report_words_do_nothing_in_markdown(account: Account) -> None:
    evil = "# <script>alert(1)</script> [x](javascript:alert(1)) `code` *b*\x1b[31m\n- list"
    first = msgspec.structs.replace(account.reports[0], outlet=evil, title=evil)
    changed = msgspec.structs.replace(account, reports=(first, *account.reports[1:]))
    text = brief(changed)
    assert "\x1b" not in text
    html = MarkdownIt("commonmark").render(text)
    assert "<script" not in html and "href" not in html and "<code>" not in html and "<em>b" not in html


def test_nothing_to_tell(account: Account) -> None:
    empty = msgspec.structs.replace(
        account, reports=(), marks=(), events=(), plans=(), variant_groups=(), stories=(), copies=(), origins={}, published={}
    )
    assert "There are no reports." in brief(empty)
