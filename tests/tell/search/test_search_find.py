from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.intervals import day
from dateline.records import Account, Block, Published, Report
from dateline.spans import Span
from dateline.tell.search import Found, Index, QueryError, parse
from dateline.tell.search.index import Hit

VISIT, MEETING, AGAIN, INVITATION = "e-visit", "e-meeting", "e-again", "e-invitation"
DISPUTE, SALMON, TREATY = "e-meeting date disputed", "v-cod", "statement-ea8dbbd5ad54"


@pytest.fixture
def index(account: Account) -> Index:
    return Index(account)


def ids(found: Found) -> set[str]:
    return {hit.id for hit in found.hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("salmon", {SALMON, "r-fjord"}),
        ("SALMON", {SALMON, "r-fjord"}),
        ("salm*", {SALMON, "r-fjord"}),
        ("treaties", {TREATY, "r-wire"}),
        ("arrive", {VISIT, "r-faro"}),
        ("chilean", {MEETING, DISPUTE, "r-fjord", "r-wire", "r-faro"}),
        ('"cod dispute"', {SALMON, "r-fjord", "r-faro"}),
        ('"dispute cod"', set()),
        ('"treaties"', set()),
        ("salmon OR treaty -type:report", {SALMON, TREATY}),
        ("santiago -type:report -friday", {VISIT, MEETING, DISPUTE} - {MEETING, DISPUTE}),
        ("who:Soto type:event", {MEETING, INVITATION}),
        ("who:Sotto type:event", {MEETING, INVITATION}),
        ("who:a-soto type:event", {MEETING, INVITATION}),
        ("who:NOR", {INVITATION, "r-fjord", "r-faro"}),
        ("who:Nobody", set()),
        ("type:plan", {AGAIN}),
        ("type:dispute", {DISPUTE}),
        ("type:request OR type:visit", {INVITATION, VISIT}),
        ("in:Chile -type:report", {VISIT, MEETING, DISPUTE}),
        ("in:NOR -type:report", {AGAIN, INVITATION}),
        ("outlet:lighthouse type:event", {VISIT, MEETING, INVITATION}),
        ("story:s-1 type:visit", {VISIT}),
        ("story:geneva", set()),
        ("src>=2 type:event", {MEETING}),
        ("src>1 src<=2 type:event", {MEETING}),
        ("src=1 type:event", {VISIT, INVITATION}),
        ("status:moved", {AGAIN}),
        ("status:disputed", {MEETING, DISPUTE}),
        ("status:differs", {SALMON}),
        ("from:2019-06 -type:report", {AGAIN}),
        ("from:2019-05 to:2019-05-30 -type:report", {VISIT}),
        ("advertisement", set()),
        ("top diplomat", {"r-faro"}),
    ],
)
def test_queries_find_what_they_ask_for(index: Index, query: str, expected: set[str]) -> None:
    assert ids(index.find(query)) == expected


def test_an_empty_query_finds_everything(index: Index) -> None:
    found = index.find("")
    assert (found.facts, found.reports, found.behind) == (7, 3, 3)


def test_counts_do_not_depend_on_the_page(index: Index) -> None:
    whole, part = index.find("moen", limit=None), index.find("moen", limit=2, offset=1)
    assert part.hits == whole.hits[1:3]
    assert (part.facts, part.reports, part.facets) == (whole.facts, whole.reports, whole.facets)


def test_a_word_in_the_sentence_counts_more_than_one_in_the_reports(index: Index) -> None:
    found = index.find("friday type:event OR type:report")
    assert found.hits[0].id == MEETING
    titled = index.find("type:report soto").hits
    assert titled[0].id in ("r-fjord", "r-wire") and titled[-1].id == "r-faro"


def test_order_by_time(index: Index) -> None:
    dated = [hit.date for hit in index.find("sort:date -type:report").hits]
    assert [d.latest for d in dated if d] == sorted(d.latest for d in dated if d and d.latest)
    assert dated[-1] is None
    assert index.find("sort:newest").hits[0].id == AGAIN


def test_facts_without_a_day_are_counted_apart(index: Index) -> None:
    found = index.find("from:2019 -type:report")
    assert found.undated == 2
    assert not ids(found) & {INVITATION, TREATY}


def test_what_a_hit_tells(index: Index) -> None:
    hit = next(h for h in index.find("salmon").hits if h.id == SALMON)
    assert hit.kind == "variant" and hit.address == ("statements", SALMON)
    assert (hit.sources, hit.reports, hit.tags) == (2, 2, ("versions differ",))
    assert hit.told == date(2019, 5, 31)
    assert [p.text for p in hit.line if p.hit] == ["salmon"]


def test_a_day_is_found_by_its_words_though_the_line_leaves_it_to_its_column(index: Index) -> None:
    hit = next(h for h in index.find("31 May 2019").hits if h.id == MEETING)
    assert (hit.day, hit.text) == ("31 May 2019", "Kari Moen met Luis Soto in Santiago.")


def test_one_statement_alone_is_at_its_place_in_the_report(index: Index) -> None:
    hit = next(h for h in index.find("treaty").hits if h.id == TREATY)
    assert hit.address == ("reports", "r-wire")
    assert hit.evidence is not None and index.lookup.text(hit.evidence) == "no date had been set for a treaty"


def test_a_hit_shows_the_words_that_its_sentence_lacks_at_their_place(index: Index, account: Account) -> None:
    hit = next(h for h in index.find("chilean").hits if h.id == MEETING)
    assert [p.text for p in hit.snippet if p.hit] == ["Chilean"]
    assert hit.evidence is not None
    text = {r.id: r.text for r in account.reports}[hit.evidence.report]
    assert "".join(p.text for p in hit.snippet).strip("… ") in text[hit.evidence.start : hit.evidence.end]


def test_the_snippet_of_a_report_lies_around_the_words(account: Account) -> None:
    body = f"{'Nothing here. ' * 80}The envoys spoke of herring at length. {'Nothing more. ' * 80}"
    found = Index(_with(account, "r-long", body)).find("herring envoy")
    (hit,) = found.hits
    shown = "".join(p.text for p in hit.snippet)
    assert "envoys spoke of herring" in shown and len(shown) < 300
    assert shown.startswith("… ") and shown.endswith(" …")
    assert hit.evidence is not None and "herring" in body[hit.evidence.start : hit.evidence.end]


@pytest.mark.parametrize(
    ("body", "query"),
    [
        ("Ο υπουργός συνάντησε τον πρόεδρο στη Γενεύη.", "γενευη"),
        ("Dışişleri Bakanı İstanbul’da görüştü.", "istanbul"),
        ("外交部长在北京会见了总统。", "北京"),
        ("外交部长在北京会见了总统。", '"在北京"'),
        ("Der Minister sprach in Tromsø über den Vertrag.", "TROMSO"),
        ("मंत्री ने दिल्ली में भेंट की", "दिल्ली"),
        ("The minis\u00adter came.", "minister"),
    ],
)
def test_reports_in_any_language_are_found_by_their_words(account: Account, body: str, query: str) -> None:
    assert "r-other" in ids(Index(_with(account, "r-other", body)).find(query))


def _with(account: Account, id_: str, body: str) -> Account:
    """The account with one report more that has no marks."""
    blocks = (Block(Span(id_, 0, len(body)), "body"),)
    published = Published(day(date(2020, 1, 1)), "stated")
    added = Report(id_, f"{id_}.txt", body, None, (), "Other", "Untold", (), "xx", "article", published, None, blocks)
    return msgspec.structs.replace(account, reports=(*account.reports, added))


def test_each_value_of_a_facet_narrows_to_as_many_as_it_says(index: Index) -> None:
    for query in ("", "moen", "salmon OR santiago", "type:event"):
        found = index.find(query)
        assert {"actor", "kind", "outlet"} <= {facet.name for facet in found.facets}
        for facet in found.facets:
            for value in facet.values:
                if not value.chosen:
                    assert index.find(value.query).total == value.count, value


def test_a_chosen_value_leads_back(index: Index) -> None:
    kinds = next(f for f in index.find("moen type:plan").facets if f.name == "kind")
    plan = next(v for v in kinds.values if v.label == "plan")
    assert plan.chosen and plan.query == "moen"


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("colour:red", "colour: is no operator"),
        ("form:2019", "Did you mean from:?"),
        ("who:Motta", "No actor here is called “Motta”."),
        ('who:"Karl Moen"', "Did you mean Kari Moen?"),
        ("in:Santigo", "Did you mean Santiago?"),
        ("type:visits", "Did you mean visit?"),
        ("salmon or treaty", "write OR in capitals"),
        ("salmonn", "Did you mean salmon?"),
        ("salmon diplomat", "leave one out"),
        ("zzz", "a star"),
    ],
)
def test_hints_say_what_may_be_wrong(index: Index, query: str, hint: str) -> None:
    assert hint in " ".join(index.find(query).hints)


def test_an_account_without_anything() -> None:
    empty = Account((), (), {}, (), (), (), (), (), (), {}, (), ())
    found = Index(empty).find("oslo who:Moen")
    assert (found.total, found.hits, found.facets) == (0, (), ())


PARTS = st.sampled_from(
    ["moen", "who:Moen", '"', "-", "OR", "*", "in:Chile", "(?:a+)+$", "\u202e", "\x00", "\ud800", "soto*", "ﷺ", "a*"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.lists(PARTS | st.text(max_size=20), max_size=10).map(" ".join) | st.text(min_size=900, max_size=1500))
def test_any_query_is_answered_or_named_a_slip(index: Index, query: str) -> None:
    try:
        asked = parse(query)
    except QueryError:
        return
    found = index.find(query)
    assert found.query == str(asked)
    assert found.total == len(index.ids(asked)) >= len(found.hits)
    for hit in found.hits:
        _whole(hit, index)


def _whole(hit: Hit, index: Index) -> None:
    item = next(i for i in index._items if i.id == hit.id)
    assert hit.text == " ".join(item.line.split())
    if hit.evidence:
        assert any(passage.covers(hit.evidence) for passage in item.passages)


def test_facts_and_their_order_are_the_same_in_every_run(account: Account) -> None:
    assert Index(account).find("") == Index(account).find("")
