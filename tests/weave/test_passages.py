"""What copies add and cut, sentence by sentence, and whose what they add is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from dateline.mark.report import mark
from dateline.records import Block, CopyEdge, Marks, Passage, Report
from dateline.spans import Span
from dateline.weave.copies import copies
from dateline.weave.passages import Text, passages
from tests.weave.small_stories import written

TALKS = "The Polish and the Norwegian foreign minister talked for three hours about the cod stocks of the northern banks."
DUES = "They spoke as well about the dues that the harbour of Gdynia has asked of foreign trawlers since the spring."
QUOTAS = "The quotas for cod and herring are to be divided anew before the winter storms begin, officials of both sides said."
NET = "Fishermen from Bergen had hung a torn net across the front of the ministry before the guests arrived."
LIS = "The harbour master of Gdynia resigned on Saturday after the council had refused to lower the dues."
GHANA = "Nobody in Accra expects the price of smoked fish to fall because of what was decided in the north."


def compared(*texts: str, origins: Sequence[str | None] = ()) -> tuple[dict[str, CopyEdge], tuple[Passage, ...], dict[str, Report]]:
    """The edges by copy, the passages and the reports, "r0" published first."""
    reports = written([[f"2019-05-{4 + n:02}", text] for n, text in enumerate(texts)])
    reports = tuple(msgspec.structs.replace(r, origin=o) for r, o in zip(reports, [*origins, *[None] * len(reports)], strict=False))
    edges, whole = copies(reports)
    found, told = passages(reports, {r.id: mark(r) for r in reports}, edges, whole)
    return {edge.copy: edge for edge in found}, told, {r.id: r for r in reports}


def words(spans: Sequence[Span], reports: dict[str, Report]) -> list[str]:
    return [span.of(reports[span.report].text) for span in spans]


def test_what_a_copy_adds_and_what_it_cuts() -> None:
    edges, told, reports = compared(" ".join([TALKS, DUES, QUOTAS, NET]), " ".join([TALKS, LIS, GHANA, QUOTAS]))
    edge = edges["r1"]
    assert edge.original == "r0"
    assert words(edge.added, reports) == [f"{LIS} {GHANA}"]  # neighbours are one passage
    assert words(edge.cut, reports) == [DUES, NET]
    assert told == (Passage(edge.added[0], "r1", "added"),)


def test_paragraphs_that_follow_each_other_are_one_passage() -> None:
    (report,) = written([["2019-05-04", "\n\n".join([TALKS, DUES, QUOTAS, NET])]])
    starts = [report.text.index(p) for p in (TALKS, DUES, QUOTAS, NET)]
    blocks = tuple(Block(Span("r0", a, a + len(p)), "body") for a, p in zip(starts, (TALKS, DUES, QUOTAS, NET), strict=True))
    whole = msgspec.structs.replace(report, blocks=blocks)
    (_, part) = written([["2019-05-04", ""], ["2019-05-05", f"{TALKS} {DUES}"]])
    edges, origins = copies([whole, part])
    ((edge,), _) = passages([whole, part], {r.id: mark(r) for r in (whole, part)}, edges, origins)
    assert edge.cut == (Span("r0", starts[2], len(report.text)),)


def test_the_same_text_adds_and_cuts_nothing() -> None:
    edges, told, _ = compared(" ".join([TALKS, DUES]), " ".join([TALKS, DUES]))
    assert (edges["r1"].added, edges["r1"].cut, told) == ((), (), ())


def test_sentences_that_an_editor_joined_moved_or_reworded_are_found() -> None:
    joined = f"{TALKS[:-1]}, and {DUES[0].lower()}{DUES[1:]}"
    reworded = QUOTAS.replace("divided", "shared out").replace("storms begin", "sets in")
    edges, _, _ = compared(" ".join([TALKS, DUES, QUOTAS, NET]), " ".join([NET, reworded, joined]))
    assert (edges["r1"].added, edges["r1"].cut) == ((), ())


def test_what_one_copy_added_is_its_own_in_the_copies_of_it() -> None:
    first = " ".join([TALKS, DUES, QUOTAS])
    second = " ".join([TALKS, DUES, QUOTAS, LIS, GHANA, NET])
    edges, told, reports = compared(first, second, " ".join([TALKS, LIS, GHANA, NET]))
    assert (edges["r1"].original, edges["r2"].original) == ("r0", "r1")
    assert [(p.span.report, p.origin, p.why) for p in told] == [("r1", "r1", "added"), ("r2", "r1", "copied")]
    assert words([told[1].span], reports) == [f"{LIS} {GHANA} {NET}"]


def test_what_is_added_under_an_agencys_credit_is_the_agencys() -> None:
    texts = " ".join([TALKS, DUES, QUOTAS]), " ".join([TALKS, DUES, LIS])
    edges, told, _ = compared(*texts, origins=["AFP", "AFP"])
    (edge,) = edges.values()
    assert len(edge.added) == 1 and told == ()
    _, told, _ = compared(*texts, origins=["AFP"])
    assert [(p.origin, p.why) for p in told] == [("r1", "added")]


def test_a_report_that_nobody_marked_is_compared_by_its_blocks() -> None:
    reports = written([["2019-05-04", " ".join([TALKS, DUES])], ["2019-05-05", " ".join([TALKS, DUES])]])
    edges, whole = copies(reports)
    none: dict[str, Marks] = {}
    ((edge,), told) = passages(reports, none, edges, whole)
    assert (edge.added, edge.cut, told) == ((), (), ())


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = written([["2019-05-04", " ".join(t)] for t in ([TALKS, DUES, QUOTAS], [TALKS, DUES, LIS], [TALKS, QUOTAS, NET])])
    marks = {r.id: mark(r) for r in reports}

    def found(listed: Sequence[Report]) -> bytes:
        edges, whole = copies(listed)
        return msgspec.json.encode(passages(listed, marks, edges, whole))

    assert found(reports) == found(reports[::-1]) == found([reports[1], reports[2], reports[0]])


def test_each_copy_is_compared_with_one_text_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    at = Text.at

    def counted(self: Text, said: Sequence[str]) -> int | None:
        nonlocal asked
        asked += 1
        return at(self, said)

    monkeypatch.setattr(Text, "at", counted)
    many = 60
    edges, _, _ = compared(*(" ".join([TALKS, DUES, QUOTAS, LIS if n % 2 else NET]) for n in range(20)))
    assert len(edges) == 19 and asked == 19 * 8
    reports = written([["2019-05-04", " ".join([TALKS, DUES, QUOTAS])] for _ in range(many)])
    edges_, whole = copies(reports)
    asked = 0
    passages(reports, {r.id: mark(reports[0]) for r in reports}, edges_, whole)
    assert asked <= 6 * (many - 1)
