"""The bench's adapters on records made by hand, with no gold answers in them."""

from __future__ import annotations

import gzip
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bench
from bench import coref, gate, golds, lines, pages, speed, story
from bench.learn_events import ROOT, marked_texts, unmarked
from bench.sources import text_report
from dateline.engine import local
from dateline.mark.parse import parse
from dateline.records import Account, EventRef, StatementRef
from dateline.spans import Span
from dateline.tell.lookup import Lookup
from dateline.tell.web.room import Room

TEXT = (
    "Foreign Minister Anna Berg of Norway met her Chilean counterpart in Santiago on 4 March 2019.\n\n"
    '"We will sign the treaty next month," Berg said after the talks on Monday.\n\n'
    "Norway condemned the attack and sent aid to Chile, officials said."
)
PAGE = (
    "<html><head><title>Berg in Santiago</title></head><body><nav><a href='/'>Home</a></nav>"
    "<article><h1>Berg in Santiago</h1>{}</article></body></html>"
)
RECORDS: dict[str, dict[str, Any]] = {
    "time": {"id": "a", "text": TEXT, "dct": "2019-03-06"},
    "quotes": {"id": "a", "text": TEXT},
    "events": {"id": "a", "text": TEXT},
    "cleaning": {"id": "a"},
    "lines": {"id": "a", "doc": "d", "lines": [{"text": line} for line in ["Home | News | Sport", *TEXT.split("\n\n"), ""]]},
    "copies": {"id": "a", "text": TEXT},
    "stories": {"id": "a", "title": "Berg in Santiago", "text": TEXT, "date": "2019-03-06T00:00:00"},
    "dating": {
        "id": "a",
        "title": "Berg in Santiago",
        "text": TEXT,
        "date": "2019-03-06T00:00:00",
        "source": "a.org",
        "cluster": "1",
    },
    "coref": {"doc": "a", "text": TEXT, "mentions": [{"id": "a#0", "start": 38, "end": 41, "kind": "event"}]},
    "names": {"schema": "Person", "name1": "Anna Berg", "name2": "Berg, Anna"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    body = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT.split("\n\n"))
    (tmp_path / "pages" / "a.html.gz").write_bytes(gzip.compress(PAGE.format(body).encode()))
    return tmp_path


def predicted(stage: str, folder: Path) -> list[dict[str, Any]]:
    module = importlib.import_module(f"bench.{stage}")
    if hasattr(module, "predict_all"):
        return list(module.predict_all([RECORDS[stage]], folder / "gold.jsonl"))
    return [module.predict(RECORDS[stage])]


@pytest.mark.parametrize("stage", bench.stages())
def test_a_stage_answers_a_record_without_gold(stage: str, folder: Path) -> None:
    (answer,) = predicted(stage, folder)
    json.dumps(answer)
    if stage != "names":
        assert answer.get("id", answer.get("doc")) == "a"
    for start, end in offsets(answer):
        assert 0 <= start < end <= len(TEXT)


def offsets(value: Any) -> Iterator[tuple[int, int]]:
    """Every start and end anywhere in an answer."""
    if isinstance(value, dict):
        if {"start", "end"} <= value.keys():
            yield value["start"], value["end"]
        for inner in value.values():
            yield from offsets(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from offsets(inner)


def test_times_are_resolved_against_the_day_the_text_came_out(folder: Path) -> None:
    (answer,) = predicted("time", folder)
    found = {TEXT[one["start"] : one["end"]]: one["value"] for one in answer["timex"]}
    assert found["4 March 2019"] == "2019-03-04"
    assert found["Monday"] == "2019-03-04"


def test_a_quotation_has_its_speaker(folder: Path) -> None:
    (answer,) = predicted("quotes", folder)
    one = next(quote for quote in answer["quotes"] if "We will" in TEXT[quote["start"] : quote["end"]])
    assert TEXT[one["speaker"]["start"] : one["speaker"]["end"]].endswith("Berg")


def test_a_sentence_with_no_event_still_leans_to_one_side() -> None:
    told = importlib.import_module("bench.events").predict
    assert told({"id": "a", "text": "Gangs robbed a bakery."})["events"] == [{"plover": None, "quad": "M-CONF", "binary": "CONF"}]
    assert told({"id": "a", "text": "The sky was blue over the hills."})["events"] == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Norway met Chile in Oslo on Monday.", ["CONSULT"]),
        ("Norwegian President Anna Berg will visit Chile in May.", ["AGREE"]),
        ("Norway will not lift the ban on Chilean fish.", ["REJECT"]),
        ("Norway imposed sanctions on Chile.", ["COERCE"]),
    ],
)
def test_what_is_not_done_has_the_codebooks_root(text: str, types: list[str]) -> None:
    answer = importlib.import_module("bench.events").predict({"id": "a", "text": text})
    assert [one["plover"] for one in answer["events"]] == types


def test_a_leaning_is_no_event_on_an_irrelevant_sentence() -> None:
    gold = [{"id": name, "relevant": name == "d"} for name in "abcd"]
    lean, event = {"plover": None, "binary": "CONF"}, {"plover": "ASSAULT"}
    answers = [{"id": "a", "events": [lean]}, {"id": "b", "events": [event]}, {"id": "d", "events": [event]}]
    assert importlib.import_module("bench.events").quiet(gold, answers) == 2 / 3


def test_the_article_of_a_page_has_no_navigation_and_no_headline(folder: Path) -> None:
    (answer,) = predicted("cleaning", folder)
    assert answer["text"].split("\n\n") == TEXT.split("\n\n")


def test_lines_keep_the_report_and_count_characters(folder: Path) -> None:
    (answer,) = predicted("lines", folder)
    assert answer["lines"] == [False, True, True, True, False]
    gold = [
        {
            "id": "a",
            "doc": "d",
            "lines": [{"text": "four", "keep": True}, {"text": "sixsix", "keep": False}, {"text": "ab", "keep": True}],
        }
    ]
    figures = lines.score(gold, {"a": [True, True, False]})
    assert figures == {"precision": 0.4, "recall": 4 / 6, "f1": 0.5}
    assert lines.score(gold, {})["f1"] == 0.0
    assert lines.articles(gold, {"a": [True, False, True]}) == {"": [{"id": "d", "text": "four\nab"}]}


def test_copies_share_a_cluster_and_others_do_not() -> None:
    words = " ".join(f"word{n} of the {n}th report" for n in range(60))
    other = " ".join(f"thing{n} in another {n}th text" for n in range(60))
    records = [{"id": "a", "text": words}, {"id": "b", "text": words[: len(words) // 2]}, {"id": "c", "text": other}]
    found = {row["id"]: row["cluster"] for row in importlib.import_module("bench.copies").predict_all(records, Path("gold.jsonl"))}
    assert found["a"] == found["b"] != found["c"]


def test_dates_of_round_ups_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from bench import stories

    read: list[set[str]] = []
    monkeypatch.setattr(stories, "fields_report", lambda name, fields: read.append(set(fields)))
    for name in ("allsides2021.jsonl", "gnews_cluster.jsonl"):
        list(stories.predict_all([RECORDS["stories"]], Path(name)))
    assert read == [{"title", "text"}, {"title", "text", "date"}]


def test_the_command_writes_one_answer_a_record(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    gold.write_text(json.dumps(RECORDS["lines"]) + "\n\n" + json.dumps(RECORDS["lines"]) + "\n", "utf-8")
    subprocess.run([sys.executable, "-m", "bench", "lines", str(gold), "--out", str(out)], check=True, cwd=gate.ROOT)
    assert len(out.read_text("utf-8").splitlines()) == 2


def test_every_gold_is_of_a_stage_and_its_figures_can_be_read() -> None:
    import re

    known = golds.golds()
    assert {one.stage for one in known.values()} <= set(bench.stages())
    assert all(re.compile(pattern).groups == 1 for one in known.values() for pattern in one.figures.values())
    assert all({"GOLD", "PRED"} <= set(one.score) for one in known.values())


def test_floors_lie_a_little_under_the_figures_and_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    assert gate.floors() == {}
    floors = gate.under({"actors": 0.5678, "end to end": 1.0, "none": 0.004}, 0.01, 3)
    assert floors == {"actors": 0.557, "end to end": 0.99, "none": 0.0}
    gate.write({"oslo-1993": {"digest": "ab", "floor": floors}, "time.timebank": {"digest": "cd", "floor": {"value": 78.7}}})
    assert gate.floors()["oslo-1993"] == {"digest": "ab", "floor": floors}
    assert gate.floors()["time.timebank"]["floor"] == {"value": 78.7}
    assert gate.shortfalls("oslo-1993", {"actors": 0.6, "end to end": 0.9, "none": 0.0}, floors) == [
        "oslo-1993: end to end 0.900 is under its floor 0.990"
    ]
    assert gate.shortfalls("oslo-1993", {}, {"actors": 0.5}) == ["oslo-1993: actors has a floor and was not measured"]


def test_speed_times_every_part_of_marking(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    found = speed.reports([str(tmp_path)])
    assert len(found) == 1
    assert set(speed.parts(found)) == {"parse", "mentions", "times", "statements", "events", "quantities"}


def test_given_mentions_of_no_frame_are_woven_by_their_word() -> None:
    texts = {
        "a": "A quake shook the Chilean port of Iquique on 4 March 2019, officials said.",
        "b": "The quake happened in Iquique on 4 March 2019. It was dark when the power was cut.",
        "c": "Two trains were derailed in Norway.",
    }
    given = {"a": ["quake"], "b": ["quake", "cut"], "c": ["derailed"]}
    records: list[dict[str, Any]] = [
        {
            "doc": doc,
            "text": text,
            "mentions": [
                {"id": f"{doc}#{word}", "start": text.index(word), "end": text.index(word) + len(word), "kind": "event"}
                for word in given[doc]
            ],
        }
        for doc, text in texts.items()
    ]
    answers = coref.predict_all(records, Path("gold.jsonl"))
    clusters = {one["id"]: one["cluster"] for answer in answers for one in answer["mentions"]}
    assert clusters["a#quake"] == clusters["b#quake"]
    assert len(set(clusters.values())) == 3


def test_given_mentions_alone_are_woven_each_by_the_word_that_leads_it() -> None:
    text = "Peru invited Chile to visit Lima after the heavy storms had passed."
    report = text_report("a", text)
    assert report is not None
    spans = [(text.index(words), text.index(words) + len(words)) for words in ("invited Chile", "heavy storms")]
    mentions = [{"start": start, "end": end, "kind": "event"} for start, end in spans]
    marks = coref.given(local.step("mark").run(report), mentions, parse(report))
    assert [(e.trigger.start, e.trigger.end, e.lemma) for e in marks.events] == [(*spans[0], "invite"), (*spans[1], "storm")]
    assert [e.participants for e in marks.events] == [(), ()]  # whom a sentence names may do other things in it


def test_marks_are_read_as_they_stand_in_the_bare_text() -> None:
    text, types = unmarked("Gunmen [[freed|CONCEDE]] eleven after [[talks|CONSULT,AGREE]].")
    assert text == "Gunmen freed eleven after talks."
    assert types == {text.index("freed"): frozenset({"CONCEDE"}), text.index("talks"): frozenset({"CONSULT", "AGREE"})}


def test_every_mark_of_the_training_texts_is_a_word_and_its_types() -> None:
    known = {file.stem for file in (ROOT / "src/dateline/languages/en/frames").glob("*.toml")}
    for folder, name, marked in marked_texts():
        text, types = unmarked(marked)
        assert "[[" not in text and "]]" not in text, (folder, name, marked[:80])
        assert frozenset().union(*types.values()) <= known, (folder, name)


def _spans(account: Account) -> Iterator[Span]:
    for report in account.reports:
        yield from (block.span for block in report.blocks)
    for marks in account.marks:
        listed = (*marks.mentions, *marks.times, *marks.statements, *marks.events)
        yield from (one.span for one in listed)


def test_an_invented_story_is_a_valid_account() -> None:
    account = story.account(40)
    lookup = Lookup(account)
    texts = {r.id: r.text for r in account.reports}
    assert len(texts) == len(account.marks) == 40
    assert all(texts[s.report][s.start : s.end].strip() for s in _spans(account))
    for event in account.events:
        assert {ref.report for ref in event.mentions} == set(event.reports)
        assert all(lookup.event_mention(EventRef(ref.report, ref.index)) for ref in event.mentions)
        assert all(lookup.actor(p.actor) for p in event.participants)
    for group in account.variant_groups:
        assert len({ref.report for ref in group.statements}) == story.VERSIONS
        assert all(lookup.statement(StatementRef(ref.report, ref.index)) for ref in group.statements)
    for actor in account.actors:
        assert all((m := lookup.mention(ref)) and lookup.text(m.span) == actor.name for ref in actor.mentions)
    assert len({a.name for a in account.actors}) == len(account.actors)
    assert story.account(40) == account


def test_the_page_of_a_long_story_is_its_reports_and_the_weightiest_of_all_else() -> None:
    room = Room(story.account(160))
    view = pages.gathered(room).view
    assert (len(view.comparisons), view.after["groups"]) == (25, 15)
    assert len(view.happened.lines) == 30
    assert len(view.happened.lines) + len(view.happened.lesser) + view.happened.left == 160 + 160 // story.TOLD_BY
    assert (len(view.reports), view.reported, view.after["reports"]) == (100, 160, 60)
    assert {line.reports for line in view.happened.lines} == {1, story.TOLD_BY}
    shown = {line.about for line in view.happened.lines}
    assert {e.id for e in room.account.events if len(e.reports) > 1} <= shown
    assert "page-2" in pages.page(room)
