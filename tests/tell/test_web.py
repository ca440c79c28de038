from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intervals import Interval, day, month
from dateline.records import Account, Block, PlanStep, Published, Report
from dateline.spans import Span
from dateline.tell.exports.account import export
from dateline.tell.labels import stages
from dateline.tell.lookup import Lookup
from dateline.tell.web import write_site
from dateline.tell.web.addresses import Address, address, beside, safe, served
from dateline.tell.web.lines import plan_lines
from dateline.tell.web.marked import Mark, marked
from dateline.tell.web.site import pages

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "'><iframe src=javascript:alert(1)></iframe>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</article></main><form action=//evil.example>",
    "<!--",
    "]]>",
    "&lt;script&gt;",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "<a href='http://evil.example'>x</a>",
    "\u202egpj.exe",
    "<base href=//evil.example>",
    "\x00<b>\x1b[31m",
]
VOID = {"meta", "link", "br", "img", "input", "base", "hr"}


class Page(HTMLParser):
    """Tags, ids, links and the text of the report, and whether tags close in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[tuple[str, dict[str, str | None]]] = []
        self.attributes: list[str] = []
        self.stack: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        assert not self.stack, self.stack

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if name := values.get("id"):
            self.ids.append(name)
        if tag == "a":
            self.links.append((values.get("href") or "", values))
        if tag not in VOID:
            self.stack.append((tag, values))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack and self.stack[-1][0] == tag, (tag, self.stack)
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        inside = any(v.get("id") == "text" for _, v in self.stack)
        if inside and not any(t == "summary" for t, _ in self.stack):
            self.text.append(data)


def text_of(html: str) -> str:
    return "".join(Page(f'<article id="text">{html}</article>').text)


def hostile(account: Account, payload: str) -> Account:
    reports = []
    for report in account.reports:
        source = payload if report.id == "r-faro" else report.source
        reports.append(
            msgspec.structs.replace(
                report, outlet=payload, title=payload, byline=(payload,), source=source, text=report.text + payload
            )
        )
    actors = tuple(msgspec.structs.replace(a, name=payload) for a in account.actors)
    places = tuple(msgspec.structs.replace(p, name=payload) for p in account.places)
    stories = tuple(msgspec.structs.replace(s, title=payload) for s in account.stories)
    problems = tuple(msgspec.structs.replace(p, source=payload, detail=payload) for p in account.problems)
    groups = tuple(
        msgspec.structs.replace(
            g, differences=tuple(msgspec.structs.replace(d, a_text=payload, b_text=payload) for d in g.differences)
        )
        for g in account.variant_groups
    )
    return msgspec.structs.replace(
        account, reports=tuple(reports), actors=actors, places=places, stories=stories, problems=problems, variant_groups=groups
    )


@pytest.fixture
def clean(account: Account) -> dict[str, tuple[set[str], set[str]]]:
    """Tags and attributes of the pages of each kind, made from plain words."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for name, html in pages(hostile(account, "words")).items():
        page = Page(html)
        tags, attributes = found.setdefault(name.partition("/")[0], (set(), set()))
        tags.update(page.tags)
        attributes.update(page.attributes)
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_only_text(account: Account, payload: str, clean: dict[str, tuple[set[str], set[str]]]) -> None:
    for name, html in pages(hostile(account, payload)).items():
        page = Page(html)
        tags, attributes = clean[name.partition("/")[0]]
        assert set(page.tags) <= tags, set(page.tags) - tags
        assert set(page.attributes) <= attributes
        assert not any(a.startswith("on") for a in page.attributes)
        assert all(not href.lower().startswith("javascript") for href, _ in page.links)
        assert "\u202e" not in html.split('id="text"')[0] or name == "accuracy.html"


def test_every_link_leads_somewhere(account: Account, tmp_path: Path) -> None:
    write_site(account, tmp_path)
    found = {p.relative_to(tmp_path).as_posix(): Page(p.read_text("utf-8")) for p in tmp_path.rglob("*.html")}
    assert {"index.html", "disputes.html", "reports/r-fjord.html", "events/e-meeting.html"} <= set(found)
    fragments = 0
    for name, page in found.items():
        assert len(page.ids) == len(set(page.ids)), "ids are unique"
        for href, _ in page.links:
            if href.startswith("https://"):
                continue
            if href.endswith((".json", ".md", ".docx", ".bib", ".ris")):
                assert (tmp_path / name).parent.joinpath(href).is_file(), href
                continue
            path, _, fragment = href.partition("#")
            target = (tmp_path / name).parent.joinpath(path).resolve().relative_to(tmp_path.resolve()).as_posix() if path else name
            assert target in found, href
            if fragment:
                fragments += 1
                assert fragment in found[target].ids, href
    assert fragments > 20


def test_nothing_is_loaded_from_anywhere(account: Account) -> None:
    for html in pages(account).values():
        page = Page(html)
        assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
        assert "url(" not in html and "@import" not in html
        for href, attributes in page.links:
            if "//" in href:
                assert href.partition("#")[0] == "https://fjord.example/moen?a=1&b=2"
                assert attributes["rel"] == "noopener noreferrer nofollow"


def test_the_text_is_whole_and_the_spans_are_right(account: Account) -> None:
    html = pages(account)
    for report in account.reports:
        name = f"reports/{safe(report.id)}.html"
        assert "".join(Page(html[name]).text) == report.text
        for start, end, inner in re.findall(r'<mark class="[^"]*" id="c(\d+)-(\d+)"[^>]*>([^<]*)</mark>', html[name]):
            assert text_of(inner) == report.text[int(start) : int(end)]


def test_furniture_is_folded_with_its_reason(account: Account) -> None:
    html = pages(account)["reports/r-fjord.html"]
    assert re.search(r"<details[^>]*><summary>Page furniture: advertisement label</summary><p[^>]*>ADVERTISEMENT</p>", html)


def test_disputes_come_before_the_facts_and_are_words(account: Account) -> None:
    html = pages(account)["index.html"]
    assert html.index('id="disputed"') < html.index('id="happened"')
    assert re.search(r'<span class="tag alert">disputed</span>', html)
    assert '<b class="differs">and we are ready to talk about salmon' in html


def test_odd_ids_stay_inside_the_folder() -> None:
    assert safe("../../etc/passwd") == safe("../../etc/passwd") != safe("../x")
    assert "/" not in safe("../../etc/passwd") and "." not in safe("../x")


def test_an_address_becomes_a_link_of_a_server_or_of_a_folder() -> None:
    to = address("reports", "r-1", "c3-9")
    assert served(to) == "/reports/r-1#c3-9" and served("index") == "/"
    assert beside(Address("events", "e-1"))(to) == "../reports/r-1.html#c3-9"
    assert beside(Address("index", ""))("disputes") == "disputes.html"
    assert beside(Address("index", ""))("search?q=x") == "", "a folder cannot search"


def plain_report(text: str, blocks: tuple[Block, ...]) -> Report:
    return Report("r", "r.txt", text, None, (), None, None, (), "en", "article", None, None, blocks)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_spans_keep_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab <&>\"'\n\u202e"), max_size=60))
    cuts = st.tuples(st.integers(0, 70), st.integers(0, 70)).map(sorted)
    roles = st.sampled_from(["title", "body", "furniture", "repeat", "subhead"])
    blocks = tuple(Block(Span("r", a, b), data.draw(roles), "why") for a, b in data.draw(st.lists(cuts, max_size=5)))  # type: ignore[arg-type]
    marks = [Mark(a, b, "event", "<t>") for a, b in data.draw(st.lists(cuts, max_size=8))]
    html = str(marked(plain_report(text, blocks), marks))
    page = Page(f'<article id="text">{html}</article>')
    assert "".join(page.text) == text
    assert len(page.ids) == len(set(page.ids))
    for mark in marks:
        inside = max(0, mark.start) < min(len(text), mark.end)
        assert (f"c{mark.start}-{mark.end}" in page.ids) == inside


def test_crossing_marks_are_cut_so_that_they_nest() -> None:
    text = "one two three four"
    html = str(
        marked(plain_report(text, (Block(Span("r", 0, 18), "body"),)), [Mark(0, 13, "event", "a"), Mark(4, 18, "statement", "b")])
    )
    assert text_of(html) == text
    assert html.count("<mark") == 3 and 'id="c0-13"' in html and 'id="c4-18"' in html


def test_two_stories_are_told_apart_and_nothing_is_lost(account: Account) -> None:
    story = account.stories[0]
    first = msgspec.structs.replace(story, events=("e-meeting",))
    second = msgspec.structs.replace(story, id="s-2", title="An invitation", reports=("r-faro",), events=("e-invitation",))
    made = pages(msgspec.structs.replace(account, stories=(first, second)))
    index, stories = made["index.html"], made["stories.html"]
    assert "met Chile’s president Luis Soto" in index and ">Invitation from Norway" in index and "3 reports, 2 independent" in index
    assert "Norway invited" in made["stories/s-2.html"] and "visited Santiago" not in made["stories/s-2.html"]
    assert stories.index("In no story") < stories.index("visited Santiago")


def test_a_day_that_was_worked_out_says_how_and_from_what(account: Account) -> None:
    """No clause on the invitation has a time: its day is the one that its report named before."""
    changed = tuple(
        msgspec.structs.replace(e, date=day(date(2019, 5, 30)), date_basis="inferred", date_rule="goes on")
        if e.id == "e-invitation"
        else e
        for e in account.events
    )
    made = pages(msgspec.structs.replace(account, events=changed))
    row = re.search(r'<tr><th scope="row">Day</th>.*?</tr>', made["events/e-invitation.html"], re.S)
    assert row and "inferred: the text goes on about this day" in row[0] and "nobody" not in row[0]
    links = re.findall(r'href="\.\./reports/r-faro\.html#(c\d+-\d+)"', row[0])
    assert links and all(f'id="{place}"' in made["reports/r-faro.html"] for place in links)


def test_days_that_a_plan_was_given_stand_once_each_with_all_their_reports(account: Account) -> None:
    plan = next(p for p in account.plans if p.event == "e-again")
    first, last = plan.history
    steps = (PlanStep("r-faro", None), PlanStep("r-fjord", None), first, last, msgspec.structs.replace(first, report="r-wire"))
    lookup = Lookup(account)
    line = plan_lines([msgspec.structs.replace(plan, history=steps)], lookup)[0]
    assert [(step.value, len(step.links)) for step in line.history] == [("May 2019", 2), ("12 June 2019", 1)]
    assert line.links == ()  # those that gave no day gave one as well


def test_days_that_can_be_the_same_are_one_stage_of_a_plan_called_by_the_closest(account: Account) -> None:
    plan = next(p for p in account.plans if p.event == "e-again")
    june, by_june, july = day(date(2019, 6, 12)), Interval(None, date(2019, 6, 30)), month(2019, 7)
    steps = tuple(map(PlanStep, ("r-faro", "r-fjord", "r-wire"), (by_june, june, july)))
    told = stages(msgspec.structs.replace(plan, history=steps), Lookup(account))
    assert told == [("12 June 2019", {"r-faro": by_june, "r-fjord": june}), ("July 2019", {"r-wire": july})]


def test_outlets_that_are_not_known_are_not_counted(account: Account) -> None:
    made = pages(account)
    assert "3 reports, 2 from 2 outlets and 1 that names none" in made["index.html"]
    assert "1 report names no outlet" in made["outlets.html"] and ".txt" not in made["outlets.html"]


def test_a_clause_stands_in_its_sentence_as_it_was_written(account: Account) -> None:
    report = next(r for r in account.reports if r.id == "r-fjord")
    written = "Norwegian Foreign Minister Kari Moen met Chilean President Luis Soto in Santiago on Friday."
    start = report.text.index(written)
    sentences = (Span(report.id, start, start + len(written)),)
    marks = tuple(msgspec.structs.replace(m, sentences=sentences) if m.report == report.id else m for m in account.marks)
    html = pages(msgspec.structs.replace(account, marks=marks))["events/e-meeting.html"]
    assert written in [re.sub(r"<[^>]*>", "", words) for words in re.findall(r'<p class="words">(.*?)</p>', html)]
    assert re.findall(r"<h1>(.*?)</h1>", html)[0].endswith("2019")  # a heading has no full stop


@pytest.mark.parametrize("titled", [True, False])
def test_a_report_has_one_heading_of_its_own(account: Account, titled: bool) -> None:
    reports = tuple(
        msgspec.structs.replace(r, blocks=tuple(b for b in r.blocks if titled or b.role != "title")) for r in account.reports
    )
    for path, html in pages(msgspec.structs.replace(account, reports=reports)).items():
        assert not path.startswith("reports/") or html.count("<h1") == 1, path


LISTS = ("actors", "disputes", "events", "map", "outlets", "places", "plans", "problems", "reports", "statements", "stories")


def told(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """What the lists of each page and of its sheets hold, with the sheet that it stands on: by the page's address.

    Sentences are left out: each sheet introduces its actors.
    """

    def known(line: object) -> str:
        return json.dumps({k: v for k, v in line.items() if k != "text"} if isinstance(line, dict) else line)

    found: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(p for p in folder.rglob("*.json") if ".csl" not in p.suffixes):
        at = path.relative_to(folder).as_posix().removesuffix(".json")
        page, _, number = at.partition("page-")
        for name, value in msgspec.json.decode(path.read_bytes())["view"].items():
            lists = value.items() if name == "happened" or name == "loose" else [(name, value)]
            for of, lines in lists:
                if of in KEPT or not isinstance(lines, list):
                    continue
                of = "facts" if of in ("lines", "lesser") else of
                found.setdefault(page.rstrip("/-"), []).extend((f"{of} {known(line)}", int(number or 1)) for line in lines)
    return found


KEPT = ("offices", "counts", "outcomes", "quoted")  # not on sheets; speakers are headings of their statements


def test_long_lists_go_on_on_further_sheets_and_nothing_is_lost(
    account: Account, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With one line a sheet, every line of every list stands on one of the sheets, and links lead to every sheet."""
    write_site(account, tmp_path / "whole")
    for module in LISTS:
        monkeypatch.setattr(f"dateline.tell.web.pages.{module}.A_SHEET", 1)
    for name in ("standing.A_SHEET", "pages.actors.OF_ONE", "pages.outlets.OF_ONE"):
        module = import_module(f"dateline.tell.web.{name.rpartition('.')[0]}")
        monkeypatch.setattr(module, name.rpartition(".")[2], dict.fromkeys(getattr(module, name.rpartition(".")[2]), 1))
    monkeypatch.setattr("dateline.tell.web.standing.MOST_FACTS", 1)
    folder = tmp_path / "cut"
    write_site(account, folder)
    whole, cut = told(tmp_path / "whole"), told(folder)
    for page, lines in whole.items():
        if not page.startswith(("events/", "reports/", "statements/", "briefs")):
            assert {line for line, _ in cut[page]} == {line for line, _ in lines}, page
    for page in ("index", "actors/a-moen", "events", "reports"):
        assert max(number for _, number in cut[page]) > 2, page
    found = {p.relative_to(folder).as_posix(): Page(p.read_text("utf-8")) for p in folder.rglob("*.html")}
    reached, todo = set(), ["index.html"]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            beside_it = [folder.joinpath(name).parent.joinpath(h.partition("#")[0]) for h, _ in found[name].links if ".html" in h]
            todo += [path.resolve().relative_to(folder.resolve()).as_posix() for path in beside_it]
    assert {name for name in found if "page-" in name} <= reached


def test_an_open_plan_says_how_far_it_lies_ahead_of_the_last_report(account: Account) -> None:
    """The last report is of 2 June 2019."""
    lookup = Lookup(account)
    plan = msgspec.structs.replace(next(p for p in account.plans if p.event == "e-again"), outcome="open")
    assert plan_lines([plan], lookup)[0].outcome == "open, due in 10 days"
    assert plan_lines([msgspec.structs.replace(plan, outcome="overdue")], lookup)[0].outcome == "due, no news"


def test_an_empty_desk_says_so_and_nothing_else(account: Account) -> None:
    nothing = {name: type(getattr(account, name))() for name in account.__struct_fields__}
    html = pages(msgspec.structs.replace(account, **nothing))["index.html"]
    assert "There are no reports yet" in html and "0 reports" not in html and "contradict" not in html


def test_a_report_of_no_known_outlet_says_so(account: Account) -> None:
    reports = tuple(msgspec.structs.replace(r, outlet=None) if r.id == "r-faro" else r for r in account.reports)
    made = pages(msgspec.structs.replace(account, reports=reports))
    assert "Outlet not known" in made["reports/r-faro.html"] and "Outlet not known" not in made["reports/r-fjord.html"]


def test_a_place_that_is_a_country_is_not_named_twice(account: Account) -> None:
    place = msgspec.structs.replace(account.places[0], name="Norway", country="NOR", latitude=None, longitude=None)
    html = pages(msgspec.structs.replace(account, places=(place, *account.places[1:])))["map.html"]
    assert "NOR" not in html and "Norway</a> <span" not in html


def test_a_report_says_which_days_surely_hold_an_inferred_one_or_that_it_is_a_guess(account: Account, tmp_path: Path) -> None:
    likeliest, surely = day(date(2019, 6, 1)), Interval(date(2019, 5, 31), date(2019, 6, 4))
    evidence = ("the same event was on 2019-05-31, told here as weekday 4", "something of month 5 day 30, told here as days -1")
    for sure, told in ((surely, "(inferred), surely 31 May – 4 June 2019: the same"), (None, "(a guess): the same event")):
        known = account.published | {"r-faro": Published(likeliest, "inferred", surely=sure, evidence=evidence)}
        changed = msgspec.structs.replace(account, published=known)
        html = pages(changed)["reports/r-faro.html"]
        export(changed, tmp_path / "account.json")
        out = next(r for r in json.loads((tmp_path / "account.json").read_text())["reports"] if r["id"] == "r-faro")["published"]
        assert (out["earliest"], out["surely"] and out["surely"]["latest"]) == ("2019-06-01", "2019-06-04" if sure else None)
        assert told in html and html.count(", surely") == (sure is not None)
        assert "told here as Friday; something of 30 May, told here as yesterday" in html and out["evidence"] == list(evidence)
