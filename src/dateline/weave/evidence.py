"""What speaks for and against two mentions being one event, and how much: weights learned from stories with known answers.

Each kind of evidence has a name, a strength (mostly 0 or 1) and a weight in evidence.toml; they add up to the log-odds of "one".
`python -m bench.evidence` learns the weights anew.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from dateline.intervals import Interval
from dateline.weave.conflicts import conflict, moved
from dateline.weave.items import Item
from dateline.weave.places import Places

NEAR = 800  # characters within which two mentions of one report lean on each other
FEW = 3  # days
MONTH = 40  # days
MUCH_ALIKE = 0.3  # share of the rare words of two clauses, from which their words are said to be alike
SHARED = (
    "a person in common",
    "two people in common",
    "a party in common",
    "two parties in common",
    "two people and the day in common",
)
MUCH = 3.0  # rare words in common beyond which more add nothing


@cache
def weights() -> Mapping[str, float]:
    """The weight of each kind of evidence."""
    found: dict[str, float] = tomllib.loads((Path(__file__).parent / "evidence.toml").read_text("utf-8"))["weights"]
    return found


class Rarity:
    """How much a word tells: the fewer mentions have it, the more, from 0 to 1."""

    def __init__(self, items: Iterable[Item]) -> None:
        listed = list(items)
        counts = Counter(word for item in listed for word in item.words)
        whole = math.log(len(listed) + 1) or 1.0
        self._of = {word: math.log((len(listed) + 1) / count) / whole for word, count in counts.items()}

    def sum(self, words: Iterable[str]) -> float:
        return math.fsum(self._of.get(word, 1.0) for word in words)


def kind(item: Item) -> str:
    """What counts as evidence differs between visits, other encounters, and everything else."""
    return "visit" if item.visit else "meeting" if item.mention.type == "CONSULT" else "other"


def evidence(a: Item, b: Item, places: Places, rarity: Rarity) -> dict[str, float]:
    """What speaks for and against, by name; what is absent is left out."""
    found = {f"a {kind(a)}": 1.0} | _parties(a, b) | _place(a, b, places) | _days(a, b) | _wording(a, b, rarity)
    if a.ref.report == b.ref.report:
        found["one report"] = 1.0
        found["close by"] = max(0.0, 1 - abs(a.mention.trigger.start - b.mention.trigger.start) / NEAR)
    found["two people and the day in common"] = found["two people in common"] * found.get("the same day", 0.0)
    found["both plans"] = float(not a.deed and not b.deed)
    found["plan and deed"] = float(a.deed != b.deed)
    found["says little"] = float(a.partial + b.partial)
    found["both named, not told"] = float(a.mention.nominal and b.mention.nominal)
    found |= _roles(a, b) | _news(a, b)
    if reason := conflict(a, b, places):
        found[f"against: {reason}"] = 1.0
        if reason in ("different people", "different parties"):
            found |= dict.fromkeys(SHARED, 0.0)
    return {name: strength for name, strength in found.items() if strength}


def probability(found: Mapping[str, float], weight: Mapping[str, float] | None = None) -> float:
    """How likely two mentions with this evidence are one event, 0 to 1; by the weights of evidence.toml unless others are given."""
    weight = weights() if weight is None else weight
    total = math.fsum(weight.get(name, 0.0) * strength for name, strength in found.items())
    return 1 / (1 + math.exp(-total))


# What a reader is told of a link, in this order: of each line the first that was seen, for it says more than those after it.
_COMMON = (
    ("the same parties", "two parties in common"),
    ("two people in common", "a person in common", "a party in common"),
    ("the same day", "the same month", "dates that meet", "told of the same days"),
    ("the same place", "one place in the other"),
    ("the same verb", "the same act"),
    ("the same number",),
    ("the same ordinal",),
    ("the news of the same days",),
    ("much the same words",),
    ("close by",),
)
_AGAINST = (
    ("no party in common",),
    ("different people",),
    ("a month apart", "many days apart", "days apart", "a plan, a month apart", "a plan, days apart", "times apart"),
    ("different places",),
    ("another act",),
    ("another doer",),
    ("another one it is done to",),
    ("other numbers",),
    ("plan and deed",),
    ("reports weeks apart",),
)


def in_common(found: Mapping[str, float]) -> tuple[str, ...]:
    """What two mentions with this evidence have in common, in words."""
    seen = {**found, "much the same words": found.get("alike", 0.0) >= MUCH_ALIKE}
    if any(seen.get(name) for name in _COMMON[0]):
        seen["a party in common"] = False  # said already
    return _told(_COMMON, seen)


def against(found: Mapping[str, float]) -> tuple[str, ...]:
    """What speaks against their being one event, in words."""
    said = _told(_AGAINST, found)
    return said + tuple(name.removeprefix("against: ") for name in found if name.startswith("against: ") and not said)


def _told(names: Sequence[Sequence[str]], seen: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(name for line in names if (name := next((n for n in line if seen.get(n)), "")))


def _parties(a: Item, b: Item) -> dict[str, float]:
    left, right = a.parties, b.parties
    shared = left.keys() & right.keys()
    people = sum(len(left[side] & right[side]) for side in shared)
    return {
        "a person in common": float(people > 0),
        "two people in common": float(people > 1),
        "a party in common": float(len(shared) > 0),
        "two parties in common": float(len(shared) > 1),
        "the same parties": float(bool(left) and left.keys() == right.keys()),
        "one names nobody": float(not left or not right),
        "different people": float(any(left[s] and right[s] and not left[s] & right[s] for s in shared)),
        "no party in common": float(bool(left and right and not shared)),
        "parties of one alone": float(min(2, len(left.keys() ^ right.keys()))) if left and right else 0.0,
    }


def _roles(a: Item, b: Item) -> dict[str, float]:
    """Who does it and to whom, where the two are told apart."""
    if kind(a) == "meeting" or (a.visit and a.act is None):
        return {}
    found: dict[str, float] = {}
    for role, name in (("initiator", "doer"), ("recipient", "one it is done to")):
        left, right = ({actor for actor, r in i.participants if r == role} for i in (a, b))
        if left and right:
            found[f"the same {name}"] = float(bool(left & right))
            found[f"another {name}"] = float(not left & right)
    return found


def _news(a: Item, b: Item) -> dict[str, float]:
    """Two reports of the same days that open with it."""
    if a.ref.report == b.ref.report or not (a.published and b.published):
        return {}
    near = a.published.gap(b.published) <= FEW
    return {
        "the news of the same days": float(near and a.head and b.head),
        "reports weeks apart": float(a.published.gap(b.published) > MONTH),
    }


def _place(a: Item, b: Item, places: Places) -> dict[str, float]:
    if not a.place or not b.place:
        return {}
    if a.place == b.place:
        return {"the same place": 1.0, "the same place, no capital": float(not a.capital)}
    if places.agree(a.place, b.place):
        return {"one place in the other": 1.0}
    return {} if moved(a, b) else {"different places": 1.0}


def _days(a: Item, b: Item) -> dict[str, float]:
    if a.stated and b.stated:
        if not a.stated.meet(b.stated):
            gap = a.stated.gap(b.stated)
            if not a.deed or not b.deed:  # a plan may move
                return {"a plan, days apart": float(gap <= MONTH), "a plan, a month apart": float(gap > MONTH)}
            return {"days apart": float(gap <= FEW), "many days apart": float(gap > FEW), "a month apart": float(gap > MONTH)}
        wide = max(_length(a.stated), _length(b.stated))
        return {"the same day": float(wide <= FEW), "the same month": float(wide <= MONTH), "dates that meet": 1.0}
    left, right = a.stated or a.recent or a.window, b.stated or b.recent or b.window
    if left and right:
        shared = left.meet(right)
        return {"times apart": float(shared is None), "told of the same days": float(shared is not None and _length(shared) <= 10)}
    return {}


def _length(days: Interval) -> int:
    return days.days or 10**6


def _wording(a: Item, b: Item, rarity: Rarity) -> dict[str, float]:
    shared = a.words & b.words
    rare = rarity.sum(shared)
    alike = rare / whole if (whole := rarity.sum(a.words | b.words)) else 0.0
    return {
        "rare words in common": min(MUCH, rare),
        "alike": alike,
        f"alike, a {kind(a)}": alike,
        "the same number": float(not a.numbers.isdisjoint(b.numbers)),
        "other numbers": float(bool(a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers))),
        "the same act": float(a.act is not None and a.act == b.act),
        "another act": float(a.act is not None and b.act is not None and a.act != b.act),
        "another frame": float(a.mention.frame != b.mention.frame),
        "the same frame": float(a.mention.frame == b.mention.frame),
        "the same verb": float(a.mention.lemma == b.mention.lemma),
        "the same ordinal": float(bool(a.mention.ordinal) and a.mention.ordinal == b.mention.ordinal),
    }
