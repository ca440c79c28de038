"""Where reports differ on a number: how long it lasted, how many came, how many died, how the vote went.

Two claims are about one thing when they belong to one event, or when what they count and what stands around them is the same: so
reports differ on a number even where the events they tell it of were not recognised as one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import combinations

import msgspec

from dateline.records import FATES, Disagreement, DisagreementKind, Event, Marks, Published, Quantity, Report, Value
from dateline.spans import Span
from dateline.weave.claims import BROAD, LASTING, PAIR, Claim, Told, claims_of
from dateline.weave.items import Item
from dateline.weave.origins import Origins
from dateline.weave.weaving import Weaving

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "week": 7.0, "year": 12.0}  # in the unit of their order
_SLIP = 3  # days by which two reports may differ on when it was
_ALIKE = 1.9  # weight of what must stand around both numbers where their events are not known to be one
_SHARE = 0.25  # and its share of what stands around the one about which less is said
_DAY = 0.7  # what one day of both is worth,
_ONLY = 1.0  # a noun that either report counts once, and few others do,
_CLOSE = 0.7  # and two numbers that are not far apart
_NEARLY = 0.75  # the smaller of which is this share of the other
_BESIDE = 0.5  # share of the weight that a word of the sentence before or after has
_FEW = 3  # reports in which such a noun is counted
_RARE = 20  # claims as few as these make no word common
_COMMON = 40  # claims beyond which a word brings none together
_FARTHEST = 3  # times the smaller number that one thing's other number may be; nobody miscounts by more,
_FARTHEST_TIME, _FARTHEST_FATE = 4, 10  # but for how long it took, and for the dead, whom early reports do not know
_LOOSE = 0.15  # and at most: "some 3,000" are no 2,500
_ROUND = 0.05  # half the span of a number that is given as approximate, where its own noughts say less


def number_disagreements(
    events: Sequence[Event],
    items: Mapping[str, Sequence[Item]],
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    published: Mapping[str, Published],
    one_place: Callable[[str, str], bool],
    origins: Origins,
) -> dict[str, tuple[Disagreement, ...]]:
    """By event id, a disagreement for each kind of number on which no two reports' values can be one.

    `one_place` says of two places by their ids whether one thing can be told of both.
    """
    told: dict[str, list[Told]] = defaultdict(list)
    for event in events:
        for item in items[event.id]:
            told[item.ref.report].append(Told(item, event))
    listed = sorted((r for r in reports if r.id in marks), key=lambda r: r.id)
    claims = [
        c for report in listed for c in claims_of(report, marks[report.id], told[report.id], weaving, published.get(report.id))
    ]
    found: dict[str, dict[str, Disagreement]] = defaultdict(dict)
    for group in _of_one_thing(claims, one_place):
        dispute, apart = _dispute(group, origins)
        if dispute:
            shared = Counter(event for claim in apart for event in claim.events)
            for event_id in {c.told.event.id for c in apart if c.told} | {event for event, n in shared.items() if n > 1}:
                found[event_id].setdefault(apart[0].kind, dispute)
    return {event: tuple(kinds[k] for k in sorted(kinds)) for event, kinds in found.items()}


# ---------------------------------------------------------------- which claims are about one thing


def _of_one_thing(claims: Sequence[Claim], one_place: Callable[[str, str], bool]) -> list[list[Claim]]:
    """Groups of claims of one kind about one thing: those of one event, and those told alike."""
    alike = _Alike(claims, one_place)
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for word in {*claim.context, *claim.around, *claim.events, *claim.people}:
            by_key[claim.kind, word].append(index)
    near = {pair for listed in by_key.values() if len(listed) <= _COMMON for pair in combinations(listed, 2)}
    group_of = list(range(len(claims)))

    def top(index: int) -> int:
        while group_of[index] != index:
            index = group_of[index]
        return index

    for a, b in sorted(near):
        if claims[a].report != claims[b].report and alike.one_thing(claims[a], claims[b]):
            group_of[max(top(a), top(b))] = min(top(a), top(b))
    groups: dict[int, list[Claim]] = defaultdict(list)
    for index, claim in enumerate(claims):
        groups[top(index)].append(claim)
    return [group for group in groups.values() if len(group) > 1]


class _Alike:
    """Whether two claims are about one thing; words that stand around many claims say little."""

    def __init__(self, claims: Sequence[Claim], one_place: Callable[[str, str], bool]) -> None:
        self._one_place = one_place
        counts = Counter(word for claim in claims for word in claim.context | claim.around)
        whole = max(len(claims), _RARE) + 1
        self._weight = {word: max(0.0, math.log(whole / n)) / math.log(whole) for word, n in counts.items()}
        by_noun: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            by_noun[claim.noun].append(claim.report)
        self._rare = {n for n, where in by_noun.items() if n and len(set(where)) == len(where) <= _FEW}

    def one_thing(self, a: Claim, b: Claim) -> bool:
        """Whether they are, as far as anybody can tell."""
        if _other_matter(a, b):
            return False
        together = bool(a.events & b.events)
        if a.kind == PAIR and not _numbers(a) & _numbers(b):
            return together and a.noun == b.noun
        if together:
            return True
        days = _days(a, b)
        if days is None or (a.place and b.place and not self._one_place(a.place, b.place)):
            return False
        if a.kind.startswith(LASTING):
            strangers = a.named and b.named and not a.named & b.named
            same = bool(a.people & b.people) if days > 0 else days == 0 and len(a.named & b.named) > 1
            return same and not strangers and _same_type(a, b)
        said = self._sum(a.context & b.context)
        least = min(self._sum(c.context) for c in (a, b))
        beside = _BESIDE * self._sum((a.around & b.around) - (a.context & b.context))
        only = a.noun == b.noun and a.noun in self._rare and a.kind not in FATES and (a.kind not in BROAD or said > 0)
        noun = _ONLY + _CLOSE * _close(a.quantity, b.quantity) if only and not _other_acts(a, b) else 0.0
        pair = _ALIKE / 2 if a.kind == PAIR else 0.0
        return said + beside + noun + pair + max(days, 0.0) * _DAY >= _ALIKE and (said >= _SHARE * least or noun + pair > 0)

    def _sum(self, shared: frozenset[str]) -> float:
        return math.fsum(self._weight[w] for w in shared)


def _other_matter(a: Claim, b: Claim) -> bool:
    """Whether two numbers cannot be counts of the same: 21 were freed, 276 kidnapped."""
    low, high = sorted((a.quantity.value * _HOURS.get(a.quantity.unit, 1.0), b.quantity.value * _HOURS.get(b.quantity.unit, 1.0)))
    far = high > low * (_FARTHEST_FATE if a.kind in FATES else _FARTHEST_TIME if a.kind.startswith(LASTING) else _FARTHEST)
    lengths = a.kind.startswith(LASTING) and a.noun and b.noun and a.noun != b.noun and not _met(a, b)  # a war, an occupation
    return bool((far and a.kind != PAIR) or a.rest != b.rest or lengths or (a.befell and b.befell and not a.befell & b.befell))


def _met(a: Claim, b: Claim) -> bool:
    return all(c.told is not None and c.told.event.type == "CONSULT" for c in (a, b))


def _numbers(claim: Claim) -> set[float]:
    return {claim.quantity.value, *([claim.quantity.against] if claim.quantity.against is not None else [])}


def _days(a: Claim, b: Claim) -> float | None:
    """1 when both are told of the same day, -1 of days close together, 0 when that is not known.

    None when they cannot be of one day, or one was done and the other only planned.
    """
    if a.told and b.told and a.told.event.type == b.told.event.type and a.told.item.deed != b.told.item.deed:
        return None
    left, right = a.when, b.when
    if not (left and right and left.closed and right.closed):
        return 0.0
    if left.gap(right) > _SLIP:
        return None
    if not left.meet(right):
        return -1.0
    return float(max(left.days or 99, right.days or 99) <= _SLIP)


def _same_type(a: Claim, b: Claim) -> bool:
    return a.told is None or b.told is None or a.told.event.type == b.told.event.type


def _other_acts(a: Claim, b: Claim) -> bool:
    """Whether they are told of two kinds of deed."""
    left, right = (c.told.item.act for c in (a, b) if c.told) if a.told and b.told else (None, None)
    return left is not None and right is not None and left != right


def _close(a: Quantity, b: Quantity) -> bool:
    return min(a.value, b.value) >= _NEARLY * max(a.value, b.value)


# ---------------------------------------------------------------- comparing values


def _dispute(group: Sequence[Claim], origins: Origins) -> tuple[Disagreement | None, list[Claim]]:
    """What the claims about one thing differ on, and those that do; who gives several numbers himself counts several things."""
    if group[0].kind in FATES and any(a.quantity.value < a.whole and _summed(a, b) for a in group for b in group):
        return None, []
    if group[0].kind not in FATES:
        group = [c for c in group if all(_agree(c.quantity, o.quantity) for o in group if o.report == c.report)]
    if not group:
        return None, []
    if apart := _apart(group, lambda a, b: _agree(a.quantity, b.quantity) or _other_matter(a, b)):
        grown = group[0].kind in FATES and not _apart(apart, lambda a, b: _agree(a.quantity, b.quantity) or _grown(a, b))
        return _record(apart, "later update" if grown else "conflict", origins), apart
    if group[0].kind in FATES and (apart := _apart(group, lambda a, b: not _grown(a, b))):
        return _record(apart, "later update", origins), apart
    if apart := _apart(group, lambda a, b: not _hedged_apart(a.quantity, b.quantity)):
        return _record(apart, "less precise", origins), apart
    return None, []


def _apart(group: Sequence[Claim], agree: Callable[[Claim, Claim], bool]) -> list[Claim]:
    """The claims of reports that have no value in common with another report."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        by_report[claim.report].append(claim)
    parted = {
        report
        for a, b in combinations(sorted(by_report), 2)
        if not any(agree(x, y) for x in by_report[a] for y in by_report[b])
        for report in (a, b)
    }
    return [claim for claim in group if claim.report in parted]


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers can be one, each taken as exactly as it is given."""
    if a.against is not None and b.against is not None and a.against != b.against:
        return False
    (low, high), (least, most) = _span(a), _span(b)
    if low == high or least == most:
        slack = 0.005 * max(high, most)
        return low - slack <= most and least - slack <= high
    return low < most and least < high


def _summed(a: Claim, b: Claim) -> bool:
    """Whether one number and what is counted beside it make the other."""
    return a.report != b.report and _agree(msgspec.structs.replace(a.quantity, value=a.whole), b.quantity)


def _grown(a: Claim, b: Claim) -> bool:
    """Whether a later report gives more than an earlier one's "at least"."""
    first, last = sorted((a, b), key=lambda c: c.published or date.max)
    earlier, later = first.published, last.published
    return bool(
        earlier and later and earlier < later and last.quantity.value > first.quantity.value and first.quantity.bound == "at least"
    )


def _hedged_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two hedges lean to each other from different numbers: "more than ten", "nearly eleven"."""
    return {a.bound, b.bound} == {"at least", "nearly"} and a.value != b.value


def _span(quantity: Quantity) -> tuple[float, float]:
    """Between which values the true number lies: an approximate one is rounded to the last of its digits that is no nought."""
    value, scale = quantity.value, _HOURS.get(quantity.unit, 1.0)
    unit = 1.0
    while value and value % (unit * 10) == 0:
        unit *= 10
    near = max(min(unit / 2, _LOOSE * value), _ROUND * value if value >= 20 else 0.0)
    low, high = {
        "exact": (value, value),
        "about": (value - near, value + near),
        "nearly": (value - max(unit / 5, _ROUND * value), value),
        "at most": (value / 2, value),
        "at least": (value, value + max(2 * unit, value / 5)),
    }[quantity.bound]
    return low * scale, high * scale


def _record(claims: Sequence[Claim], kind: DisagreementKind, origins: Origins) -> Disagreement:
    values: dict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        values[_written(claim.quantity)].append(claim.quantity.span)
    told = ((value, tuple(sorted({span.report for span in spans})), spans) for value, spans in sorted(values.items()))
    return Disagreement("number", kind, tuple(Value(value, reports, len(origins.behind(spans))) for value, reports, spans in told))


def _written(quantity: Quantity) -> str:
    if quantity.against is not None:
        return f"{quantity.value:g} to {quantity.against:g}, {quantity.about}".strip(", ")
    hedge = "" if quantity.bound == "exact" else f"{quantity.bound} "
    return f"{hedge}{quantity.value:g} {quantity.unit or quantity.about}".strip()
