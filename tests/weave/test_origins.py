"""Who stands behind an event, a value and a statement: copies, and what is told on another's word, are no origins of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import msgspec
import pytest

from dateline.mark.report import mark
from dateline.records import Account, Event, Report
from dateline.weave.origins import Origins
from tests.weave.small_stories import events_at, woven, written

MET = "Polish Foreign Minister Jan Kowal met Norwegian Foreign Minister Kari Dahl in Oslo on 3 May 2019"
OWN = f"{MET}. Their talks lasted until the evening, and no paper was signed."


def filler(name: str) -> str:
    """Words that no other report has, so that a sentence in common makes no copy."""
    return " ".join(f"{name.split()[0].lower()}{n}" for n in range(60)) + "."


def reports(*told: tuple[str | None, str]) -> tuple[Report, ...]:
    """Reports of outlets with their texts, "r0" published first."""
    made = written([[f"2019-05-{4 + n:02}", text] for n, (_, text) in enumerate(told)])
    return tuple(msgspec.structs.replace(report, outlet=outlet) for report, (outlet, _) in zip(made, told, strict=True))


def account(*told: tuple[str | None, str], copies: bool = False) -> Account:
    made = reports(*(told if copies else ((outlet, f"{text} {filler(outlet or '')}") for outlet, text in told)))
    return woven(made, {r.id: mark(r) for r in made})


def meeting(found: Account) -> Event:
    (event, *_) = events_at(found, "met Norwegian")
    assert event.independent_sources == len(event.origins)
    assert sorted(r for origin in event.origins for r in origin.reports) == list(event.reports)
    return event


def origins(found: Account) -> list[tuple[str, tuple[str, ...]]]:
    return [(origin.id, origin.reports) for origin in meeting(found).origins]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Reuters reported on Saturday that {MET}.", "agency:Reuters"),
        (f"{MET}, according to Agence France-Presse.", "agency:AFP"),
        (f"State news agency KCNA said {MET}.", "agency:KCNA"),
        (f"The New York Times reported that {MET}.", "outlet:New York Times"),
        (f"{MET}, the BBC said.", "outlet:BBC"),
        (f"Reuters reported that AFP reported that {MET}.", "agency:AFP"),
        ("The Polish news agency PAP quoted Foreign Minister Jan Kowal as saying that he met Kari Dahl in Oslo.", "agency:PAP"),
        ("In an interview with Der Spiegel, Polish Foreign Minister Jan Kowal said there would be no talks.", "outlet:Der Spiegel"),
        (
            "Polish Foreign Minister Jan Kowal told the BBC that he had met Norwegian colleagues in Oslo on 3 May 2019.",
            "outlet:BBC",
        ),
    ],
)
def test_whose_word_it_is(text: str, source: str) -> None:
    found = account(("Tema Post", text))
    assert [(p.span.report, p.origin, p.why) for p in found.passages] == [("r0", source, "cited")]


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Tema Post", f"The International Atomic Energy Agency said {MET}."),
        ("Tema Post", f"The foreign ministry said {MET}."),
        ("Tema Post", f"Norwegian Prime Minister Ola Vik said {MET}."),
        ("The Tema Post", f"The Tema Post reported that {MET}."),
        ("Tema Post", OWN),
    ],
)
def test_who_is_no_source_of_news_and_who_cites_himself(outlet: str, text: str) -> None:
    assert account((outlet, text)).passages == ()


def test_two_that_cite_one_agency_are_one_origin() -> None:
    found = account(
        ("Tema Post", f"Reuters reported that {MET}."),
        ("Accra Times", f"{MET}, Reuters said. Ghana has no herring."),
        ("Fjord Courier", OWN),
    )
    assert origins(found) == [("agency:Reuters", ("r0", "r1")), ("r2", ("r2",))]


def test_the_report_that_is_cited_and_those_that_cite_it_are_one_origin() -> None:
    found = account(
        ("Fjord Courier", OWN),
        ("Accra Daily News", f"The Fjord Courier reported that {MET}. Ghana sells no cod."),
        ("Tema Post", f"{MET}, the Accra Daily News reported. Nobody in the port believes it."),
        ("Gdynia Herald", f"{MET}. The harbour master waited in vain for a call from either of them."),
    )
    assert origins(found) == [("r0", ("r0", "r1", "r2")), ("r3", ("r3",))]


def test_two_that_cite_each_other_are_one_origin() -> None:
    found = account(
        ("Tema Post", f"The Accra Times reported that {MET}. The port was quiet on Sunday."),
        ("Accra Times", f"{MET}, the Tema Post reported. Ghana sells no cod."),
    )
    assert len(origins(found)) == 1
    found = account(
        ("Tema Post", f"The Accra Times reported that the Tema Post reported that {MET}."),
        ("Accra Times", f"The Tema Post reported that the Accra Times reported that {MET}."),
        ("Lome Herald", f"The Lome Herald reported that {MET}."),
    )
    assert origins(found) == [("r0", ("r0",)), ("r1", ("r1",)), ("r2", ("r2",))]  # each goes back to itself


def test_where_a_report_first_tells_of_it_decides() -> None:
    found = account(
        ("Tema Post", f"Reuters reported that {MET}. Kowal met Dahl for three hours in the ministry in Oslo."),
        ("Accra Times", f"{MET}. Kowal met Dahl in Oslo at noon on 3 May, Reuters reported."),
    )
    assert origins(found) == [("agency:Reuters", ("r0",)), ("r1", ("r1",))]


COD = "The two ministers talked for three hours about the cod stocks of the northern banks and about the dues of the harbours."
NET = "Fishermen from Bergen had hung a torn net across the front of the ministry before the guests arrived there."
OWN_FIND = (
    "A porter of the old hotel by the quay saw a long black car at the back door shortly before noon on that Friday: Jan Kowal met "
    "Kari Dahl behind closed curtains there while rain fell on the empty street and nobody else was let into the house."
)


def test_what_a_copy_prints_is_the_originals_and_what_it_adds_its_own() -> None:
    wire = ("Coast Agency", f"{MET}. {COD} {NET}")
    printed = account(wire, ("Tema Post", f"{MET}. {COD} Ghana sells no cod."), copies=True)
    assert len(printed.copies) == 1 and origins(printed) == [("r0", ("r0", "r1"))]
    added = account(wire, ("Tema Post", f"{MET}. {COD} {OWN_FIND}"), copies=True)
    assert len(added.copies) == 1 and origins(added) == [("r0", ("r0",)), ("r1", ("r1",))]


def test_a_value_has_the_origins_of_where_it_is_given() -> None:
    other = f"{MET.replace('3 May', '4 May')}. {filler('Accra')}"
    texts = (f"{MET}. {COD} {NET}", f"{MET}. {COD} Ghana sells no cod.", other)
    found = account(*zip(("Coast Post", "Tema Post", "Accra Times"), texts, strict=True), copies=True)
    differing = [d for e in found.events for d in e.disagreements if d.field == "date"]
    assert differing, "the two days are told of one meeting"
    assert {v.value: (len(v.reports), v.independent_sources) for v in differing[0].values} == {
        "2019-05-03": (2, 1),
        "2019-05-04": (1, 1),
    }


def test_a_statement_has_the_origins_of_its_versions() -> None:
    said = '"We will not fish the northern banks empty before the winter," Norwegian Foreign Minister Kari Dahl'
    found = account(
        ("Tema Post", f"{said} told Reuters on Friday."),
        ("Accra Times", f"{said} told Reuters in Oslo. Ghana sells no cod."),
        ("Fjord Courier", f"{said} said on the steps of the ministry in Oslo."),
    )
    (group,) = found.variant_groups
    assert [(o.id, o.reports) for o in group.origins] == [("agency:Reuters", ("r0", "r1")), ("r2", ("r2",))]


def test_the_order_of_the_reports_changes_no_byte() -> None:
    made = reports(
        ("Fjord Courier", f"{MET}. {COD} {NET}"),
        ("Tema Post", f"{MET}. {COD} {OWN_FIND}"),
        ("Accra Times", f"The Tema Post reported that {MET}."),
        ("Lome Herald", f"{MET}, the Accra Times reported."),
    )
    marks = {r.id: mark(r) for r in made}

    def encoded(order: Sequence[Report]) -> bytes:
        found = woven(order, {r.id: marks[r.id] for r in order})
        return msgspec.json.encode(
            (found.copies, found.passages, found.origins, found.events, found.variant_groups), order="sorted"
        )

    assert len({encoded(order) for order in permutations(made)}) == 1


def test_a_headline_and_what_only_names_it_decide_nothing() -> None:
    text = f"Kowal met Dahl\n\nReuters reported that {MET}."
    (report,) = reports(("Tema Post", text))
    title = msgspec.structs.replace(report.blocks[0], span=msgspec.structs.replace(report.blocks[0].span, end=14), role="title")
    body = msgspec.structs.replace(report.blocks[0], span=msgspec.structs.replace(report.blocks[0].span, start=16))
    report = msgspec.structs.replace(report, blocks=(title, body))
    assert origins(woven([report], {report.id: mark(report)})) == [("agency:Reuters", ("r0",))]


def test_nothing_told_has_no_origin() -> None:
    assert Origins((), {}, (), {}).behind(()) == ()
