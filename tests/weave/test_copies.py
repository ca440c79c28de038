"""Copies and origins, whatever the order in which the reports come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from dateline import intervals
from dateline.ids import content_id
from dateline.records import Block, Published, Report
from dateline.spans import Span
from dateline.weave import copies as weave
from dateline.weave.copies import copies
from dateline.weave.outlets import outlets


@dataclass
class Words:
    """Distinct sentences by number, so that tests can say what is shared."""

    subject: str

    def __getitem__(self, numbers: slice) -> str:
        return " ".join(
            " ".join(f"{self.subject}{n}{letter}" for letter in "abcdefgh") + "." for n in range(numbers.start or 0, numbers.stop)
        )


def report(
    name: str, text: str, *, origin: str | None = None, day: int | None = None, outlet: str | None = None, by: tuple[str, ...] = ()
) -> Report:
    ident = content_id("r", name)
    published = Published(intervals.day(date(2019, 5, day)), "metadata") if day else None
    block = Block(Span(ident, 0, len(text)), "body")
    return Report(ident, name, text, None, (), outlet, None, by, "en", "article", published, origin, (block,))


FOX, OWL = Words("fox"), Words("owl")


def test_trimmed_copy() -> None:
    whole, part, other = report("whole", FOX[:20], day=3), report("part", FOX[:8], day=2), report("other", OWL[:20])
    edges, origins = copies([whole, part, other])
    assert [(edge.copy, edge.original) for edge in edges] == [(whole.id, part.id)]  # the earlier is the original
    assert origins[whole.id] == origins[part.id] != origins[other.id] == other.id
    assert copies([other, part, whole]) == (edges, origins) == copies([part, whole, other])


def test_a_credit_makes_the_original_and_names_the_origin() -> None:
    wire, paper = report("wire", FOX[:20], origin="Coast Press Agency", day=3), report("paper", FOX[:18], day=1)
    far = report("far", OWL[:20], origin="CPA")
    edges, origins = copies([paper, wire, far])
    assert [(edge.copy, edge.original) for edge in edges] == [(paper.id, wire.id)]
    assert set(origins.values()) == {"agency:Coast Press Agency"}


def test_a_shared_paragraph_is_no_copy() -> None:
    edges, origins = copies([report("a", FOX[:20] + " " + OWL[:6]), report("b", Words("elk")[:40] + " " + OWL[:6])])
    assert edges == () and len(set(origins.values())) == 2


def test_a_shared_credit_needs_less() -> None:
    text = FOX[:20] + " " + OWL[:9], Words("elk")[:40] + " " + OWL[:9]
    edges, _ = copies([report("a", text[0], origin="AFP"), report("b", text[1], origin="AFP")])
    assert len(edges) == 1 and "AFP" in edges[0].why


def test_one_quoted_speech_is_no_copy() -> None:
    speech = f'"{Words("elk")[:30]}"'
    edges, _ = copies([report("a", f"{FOX[:8]} {speech}"), report("b", f"{OWL[:8]} {speech}")])
    assert edges == ()


def test_words_changed_throughout_do_not_hide_a_copy() -> None:
    words = FOX[:40].split()
    changed = " ".join(f"new{n}" if n % 7 == 3 else word for n, word in enumerate(words))
    edges, origins = copies([report("a", FOX[:40]), report("b", changed)])
    assert len(edges) == 1 and "words changed" in edges[0].why and edges[0].containment < 0.5
    assert len(set(origins.values())) == 1


def test_stock_phrases_are_no_reworded_copy() -> None:
    stock = Words("stock")
    told = [" ".join(f"{Words(name)[n : n + 1]} {stock[n : n + 1]}" for n in range(4)) for name in ("fox", "owl")]
    assert copies([report("a", told[0] + FOX[9:20]), report("b", told[1] + OWL[9:20])])[0] == ()


def test_a_page_of_two_texts_is_of_one_of_them_and_does_not_join_the_two() -> None:
    foxes = [report(f"fox{n}", FOX[: 20 - n], day=2) for n in range(3)]
    owls = [report(f"owl{n}", OWL[: 20 - n], day=3) for n in range(3)]
    page = report("page", FOX[:12] + " " + OWL[:10], day=1)
    _, origins = copies([*foxes, *owls, page])
    assert len({origins[r.id] for r in foxes}) == len({origins[r.id] for r in owls}) == len(set(origins.values())) - 1 == 1
    assert origins[page.id] == origins[foxes[0].id]


def test_a_report_that_is_all_headlines_is_compared_by_them() -> None:
    def headlines(name: str) -> Report:
        block = Block(Span(name, 0, len(FOX[:8])), "title")
        return Report(name, name, FOX[:8], None, (), None, None, (), "en", "article", None, None, (block,))

    assert len(copies([headlines("a"), headlines("b")])[0]) == 1


def test_five_hundred_prints_of_one_text_are_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    shared = vars(weave)["_shared"]

    def counted(long: Sequence[frozenset[int]], short: Sequence[frozenset[int]]) -> object:
        compared.append(len(long))
        return shared(long, short)

    monkeypatch.setattr(weave, "_shared", counted)
    many = [report(f"paper{n}", FOX[:20], day=1 + n % 28) for n in range(500)]
    edges, origins = copies(many)
    assert compared == [1]
    assert (len(edges), len({edge.original for edge in edges}), len(set(origins.values()))) == (499, 1, 1)


def test_furniture_is_not_compared() -> None:
    left, right = report("a", FOX[:20]), report("b", FOX[:20])
    bare = Report(**{name: getattr(right, name) for name in right.__struct_fields__ if name != "blocks"}, blocks=())
    assert copies([left, bare])[0] == ()


def test_nothing_and_one() -> None:
    assert copies([]) == ((), {})
    assert copies([report("a", "Too short.")]) == ((), {content_id("r", "a"): content_id("r", "a")})


def test_a_reporter_tells_the_outlet() -> None:
    signed, bare, two = (
        report("signed", FOX[:5], outlet="Fjord Courier", by=("Kari Moe",)),
        report("bare", OWL[:5], by=("Kari Moe",)),
        report("two", FOX[:3], by=("Luis Prado",)),
    )
    assert outlets([bare, signed, two]) == {signed.id: "Fjord Courier", bare.id: "Fjord Courier"}
    assert bare.id not in outlets([bare, signed, report("x", OWL[:2], outlet="Radio Nord", by=("Kari Moe",))])


def test_short_reports_that_contradict_each_other_are_no_copies() -> None:
    told = (
        "Juan Perez met Kari Lind in {} on {}. The talks lasted {} hours. Some {} people protested. Perez will {}sign the treaty."
    )
    one, other = (
        report("one", told.format("Oslo", "Monday", "three", "200", "")),
        report("other", told.format("Bergen", "Tuesday", "five", "900", "not ")),
    )
    edges, origins = copies([one, other])
    assert edges == () and len(set(origins.values())) == 2
