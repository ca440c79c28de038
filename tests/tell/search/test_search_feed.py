from datetime import date
from xml.etree import ElementTree as xml

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Account
from dateline.tell.search import Index, Piece, feed
from dateline.tell.search.feed import ATOM
from dateline.tell.search.index import Found, Hit

NS = {"a": ATOM}
ADDRESS = "http://127.0.0.1:8000/search"


@pytest.fixture
def found(account: Account) -> Found:
    return Index(account).find("moen")


def test_a_feed_has_all_that_atom_asks_for(found: Found) -> None:
    root = xml.fromstring(feed(found, found.query, ADDRESS))
    entries = root.findall("a:entry", NS)
    assert len(entries) == len(found.hits)
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert (element.findtext(f"a:{name}", "", NS)).strip()
    assert root.findtext("a:author/a:name", "", NS)
    ids = [entry.findtext("a:id", "", NS) for entry in entries]
    assert len(set(ids)) == len(ids) and all(id_.startswith("urn:uuid:") for id_ in ids)
    assert all(entry.findtext("a:content", "", NS) for entry in entries)


def test_links_lead_to_the_feed_the_search_and_the_facts(found: Found) -> None:
    root = xml.fromstring(feed(found, 'moen who:"Luis Soto"', ADDRESS))
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NS)}
    assert links["self"] == f"{ADDRESS}.atom?q=moen%20who%3A%22Luis%20Soto%22"
    assert links["alternate"] == f"{ADDRESS}?q=moen%20who%3A%22Luis%20Soto%22"
    first = root.find("a:entry/a:link", NS)
    assert first is not None and first.get("href") == "http://127.0.0.1:8000/events/e-meeting"
    statement = [link.get("href") or "" for link in root.findall("a:entry/a:link", NS) if "#c" in (link.get("href") or "")]
    assert statement and statement[0].startswith("http://127.0.0.1:8000/reports/r-wire#c")
    assert xml.fromstring(feed(found, "moen")).find(".//a:link", NS) is None


def test_days_are_those_of_the_reports(found: Found) -> None:
    root = xml.fromstring(feed(found, found.query))
    assert root.findtext("a:updated", "", NS) == "2019-06-02T00:00:00Z"  # the last day that the undated report can have come out
    assert root.findtext("a:updated", "", NS) == max(e.findtext("a:updated", "", NS) for e in root.findall("a:entry", NS))
    later = xml.fromstring(feed(found, found.query, updated=date(2024, 2, 29)))
    assert later.findtext("a:updated", "", NS) == "2024-02-29T00:00:00Z"


def test_the_same_hits_give_the_same_feed(account: Account) -> None:
    one, other = (Index(account).find("moen") for _ in range(2))
    assert feed(one, one.query, ADDRESS) == feed(other, other.query, ADDRESS)


@given(st.text())
def test_any_text_makes_valid_xml(text: str) -> None:
    hit = Hit("e-1", "event", None, (Piece(text, False),), (Piece(text, True),), 1, 1, (text,), ("events", text), None, 1.0, None)
    made = feed(Found(text, (hit,), 1, 0, 1, 0, (), ()), text, ADDRESS)
    root = xml.fromstring(made.encode("utf-8"))
    assert len(root.findall("a:entry", NS)) == 1
    assert not any(c in made for c in "\u202e\x00\x1b")


def test_markup_in_a_fact_stays_text(found: Found) -> None:
    hit = msgspec.structs.replace(found.hits[0], line=(Piece("<script>alert(1)</script> & ]]>", False),), date=None)
    made = feed(msgspec.structs.replace(found, hits=(hit,)), "<b>")
    assert "<script" not in made
    assert xml.fromstring(made).findtext("a:entry/a:title", "", NS) == "<script>alert(1)</script> & ]]>"
