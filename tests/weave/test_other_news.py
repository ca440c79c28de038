"""What reports of different matters tell in the same few words is not one event, unless they name what is one."""

from __future__ import annotations

from dateline.mark.report import mark
from dateline.weave.actors import weave_actors
from dateline.weave.conflicts import OTHER_NEWS, WORDS_ALONE, conflict
from dateline.weave.events import resolve
from dateline.weave.items import Item
from dateline.weave.places import Places
from dateline.weave.reckoned import counts_of
from tests.weave.small_stories import written

CADETS = (
    "Gunmen stormed the cadet school of Tromso on 4 May. Recruits hid in the gymnasium. The attack killed nine people. "
    "Helicopters searched the snow for a banned militia."
)
MARKET = (
    "Stalls burned in the fish market of Arica. Traders fled over the harbour wall, leaving crates of shellfish. "
    "The attack frightened shoppers before the feast of Saint Peter, when crowds buy oysters."
)
AGAIN = (
    "The banned militia had threatened the cadet school for weeks. Helicopters circled over the gymnasium. "
    "The attack killed nine people."
)
BOOK = (
    "Novelist Pia Rios read from her prose in Quito. She lost her savings on horses. "
    "The attack in Tromso on 4 May killed nine people, she remembered."
)


def why_apart(left: str, right: str, word: str = "attack") -> str | None:
    """Why the two reports' "attack", or another word, cannot be one event."""
    reports = written([["2004-05-05", left], ["2004-05-06", right]])
    marks = {r.id: mark(r) for r in reports}
    places = Places(marks)
    published = {r.id: r.published for r in reports if r.published}
    items = resolve(reports, marks, weave_actors(marks.values()).weaving, places, published, counts_of(reports, marks))
    first, second = (_told(items, f"r{n}", word) for n in (0, 1))
    return conflict(first, second, places)


def _told(items: list[Item], report: str, word: str) -> Item:
    return next(i for i in items if i.ref.report == report and i.mention.lemma == word)


def test_the_dead_of_one_report_are_not_those_of_another_matter() -> None:
    assert why_apart(CADETS, MARKET) == OTHER_NEWS


def test_a_report_of_the_same_matter_may_tell_of_the_same_dead() -> None:
    assert why_apart(CADETS, AGAIN) is None


def test_who_names_place_and_day_may_tell_of_them_in_any_report() -> None:
    there = CADETS.replace("The attack", "The attack in Tromso on 4 May")
    assert why_apart(there, BOOK) is None


def test_one_verb_of_nobody_is_nothing_in_common() -> None:
    assert why_apart("The hostages were freed on the road.", "The prisoners were freed by the court.", "free") == WORDS_ALONE
    assert why_apart("The Chilean fishermen were freed.", "Chile's fishermen were freed in Oslo.", "free") is None
