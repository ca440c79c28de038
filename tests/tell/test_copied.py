"""What copies add and cut, and who is behind an event, as people are told it: terminal, pages, brief and the account."""

from __future__ import annotations

import io
import json
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from dateline.engine.steps import woven
from dateline.mark.report import mark
from dateline.records import Account
from dateline.spans import Span
from dateline.tell import terminal, why
from dateline.tell.brief import brief_of
from dateline.tell.exports.account import export
from dateline.tell.lookup import Lookup
from dateline.tell.web.site import pages
from tests.weave.small_stories import events_at, written

MET = "Polish Foreign Minister Jan Kowal met Norwegian Foreign Minister Kari Dahl in Oslo on 3 May 2019"
COD = "The two ministers talked for three hours about the cod stocks of the northern banks and about the dues of the harbours."
NET = "Fishermen from Bergen had hung a torn net across the front of the ministry before the guests arrived there."
LIS = "The harbour master of Gdynia, Piotr Lis, resigned on 4 May 2019 after the council had refused to lower the dues."
GHANA = "Nobody in the ports of Ghana expects the price of smoked fish to fall for what was decided so far up in the north."
TOLD = (
    ("Fjord Courier", f"{MET}. {COD} {NET}"),
    ("Gdynia Herald", f"{MET}. {COD} {LIS}"),
    ("Accra Times", f"The Fjord Courier reported that {MET}. {GHANA}"),
)


@pytest.fixture(scope="module")
def found() -> Account:
    made = written([[f"2019-05-{4 + n:02}", text] for n, (_, text) in enumerate(TOLD)])
    reports = [msgspec.structs.replace(r, outlet=outlet) for r, (outlet, _) in zip(made, TOLD, strict=True)]
    return woven(reports, {r.id: mark(r) for r in reports})


def printed(show: object, *arguments: object) -> str:
    out = io.StringIO()
    show(*arguments, Console(file=out, width=100))  # type: ignore[operator]
    return " ".join(out.getvalue().split())


def test_the_terminal_says_what_a_copy_did(found: Account) -> None:
    text = printed(terminal.show, found)
    assert "COPY of Fjord Courier: " in text and "the same, adds one passage and leaves out one" in text
    assert "3 reports, 1 independent" in text


def test_why_says_whose_word_each_report_gives(found: Account) -> None:
    text = printed(why.show, found, "Kowal met Dahl")
    assert "3 reports, 1 independent: Fjord Courier (Gdynia Herald, Accra Times)" in text
    assert text.count(", printed from Fjord Courier ") == 2  # "met", "talked"
    assert text.count(", on the word of Fjord Courier ") == 1
    assert ", its own addition" in printed(why.show, found, "Lis resigned")


def test_the_pages_show_what_was_added_and_left_out(found: Account) -> None:
    html = dict(pages(found))
    copy, original = html["reports/r1.html"], html["reports/r0.html"]
    start = TOLD[0][1].index(NET)
    assert f'href="../reports/r0.html#c{start}-{start + len(NET)}">{NET[:40]}' in copy
    assert f'<mark class="passage" id="c{start}-{start + len(NET)}" title="Left out by Gdynia Herald">' in original
    assert "Gdynia Herald: 1 added, 1 left out" in original
    added = TOLD[1][1].index(LIS)
    assert f'id="c{added}-{added + len(LIS)}" title="Not in Fjord Courier, whose text this report prints"' in copy
    assert 'class="passages"' not in html["reports/r2.html"]
    (event, *_) = events_at(found, "met Norwegian")
    assert "3 reports, 1 independent: Fjord Courier (Gdynia Herald, Accra Times)" in html[f"events/{event.id}.html"]


def test_a_text_that_is_printed_unchanged_says_by_whom(found: Account) -> None:
    made = written([["2019-05-04", TOLD[0][1]], ["2019-05-05", TOLD[0][1]]])
    html = dict(pages(woven(made, {r.id: mark(r) for r in made})))
    assert 'Unchanged: <a href="../reports/r1.html">' in html["reports/r0.html"]
    assert "It adds nothing." in html["reports/r1.html"] and "It leaves out nothing." in html["reports/r1.html"]


def test_the_brief_has_one_footnote_an_origin_and_says_what_a_copy_did(found: Account) -> None:
    brief = brief_of(found)
    remarks = {line.outlet: line.remark for line in brief.sources}
    assert remarks["Gdynia Herald"] == "It prints the text of Fjord Courier, adds one passage and leaves out one."
    told = [p for section in brief.sections if section.key in ("lead", "happened") for p in section.paragraphs]
    parts = [part for p in told for sentence in p.sentences for part in sentence.parts if "met" in part.text.split()]
    behind = [{note.span.report for note in brief.notes if note.number in part.notes} for part in parts]
    assert behind and all(reports == {"r0"} for reports in behind)


def test_the_account_has_it_all(found: Account, tmp_path: Path) -> None:
    export(found, tmp_path / "account.json")
    account = json.loads((tmp_path / "account.json").read_text("utf-8"))
    texts = {r["id"]: r["text"] for r in account["reports"]}

    def said(span: dict[str, object]) -> str:
        return texts[span["report"]][span["start"] : span["end"]]  # type: ignore[misc, index]

    copied = account["reports"][1]["copied"]
    assert copied["of"] == account["reports"][1]["copy_of"] == "r0"
    assert ([said(s) for s in copied["added"]], [said(s) for s in copied["cut"]]) == ([LIS], [NET])
    assert [(p["origin"], p["why"]) for p in account["reports"][1]["passages"]] == [("r1", "added")]
    assert [(p["origin"], p["why"]) for p in account["reports"][2]["passages"]] == [("outlet:Fjord Courier", "cited")]
    (event, *_) = events_at(found, "met Norwegian")
    told = next(e for e in account["events"] if e["id"] == event.id)
    assert told["origins"] == [{"id": "r0", "reports": ["r0", "r1", "r2"]}] and told["independent_sources"] == 1
    assert len(told["links"]) == len(told["mentions"]) - 1
    assert all({"a", "b", "score", "common", "against"} == set(link) for link in told["links"])


def test_origins_are_counted_for_the_reports_at_hand(found: Account) -> None:
    lookup = Lookup(found)
    (event, *_) = events_at(found, "met Norwegian")
    assert [o.id for o in lookup.behind(event, ["r2"])] == ["outlet:Fjord Courier"]
    assert [o.reports for o in lookup.behind(event, ["r0", "r2"])] == [("r0", "r2")]
    assert lookup.origin_name("outlet:Fjord Courier") == lookup.origin_name("r0") == "Fjord Courier"
    assert lookup.sources.passage(Span("r0", 0, 10)) is None
