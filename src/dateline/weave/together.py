"""Several mentions of one event taken as one: all that they say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.records import EventLink
from dateline.weave.disagreements import settle_date, settle_place
from dateline.weave.items import Item
from dateline.weave.places import Places

Group = tuple[list[Item], tuple[EventLink, ...]]
"""The mentions of one event, and the links that joined them."""


@dataclass(frozen=True)
class Told:
    """Mentions of one event, taken as one and one by one."""

    whole: Item
    items: Sequence[Item]


def together(group: Sequence[Item], places: Places) -> Item:
    """One report's mentions of one event as if it had said everything at once."""
    if len(group) == 1:
        return group[0]
    fullest = min(group, key=lambda i: (not i.told, i.deed, i.partial, i.stated is None, i.ref.index))
    windows = [i.window for i in group if i.window]
    window = windows[0] if windows else None
    for other in windows[1:]:
        window = (window.meet(other) or window) if window else other
    place = settle_place(group, places)
    return replace(
        fullest,
        participants=fullest.participants or next((i.participants for i in group if i.participants), ()),
        sides=all_sides(i.sides for i in group),
        visitors=all_sides(i.visitors for i in group),
        place=place,
        country=places.country(place) if place else None,
        capital=place is not None and places.capital(place),
        stated=settle_date(group),
        inferred=next((i.inferred for i in group if i.inferred), None),
        window=window,
        head=any(i.head for i in group),
        words=frozenset().union(*(i.words for i in group)),
        lent=frozenset().union(*(i.lent for i in group)) - frozenset().union(*(i.people - i.lent for i in group)),
        kinds=frozenset().union(*(i.kinds for i in group)),
        matter=frozenset().union(*(i.matter for i in group)),
        recent=next((i.recent for i in group if i.recent), None),
        reports=frozenset().union(*(i.reports for i in group)),
    )


def all_sides(many: Iterable[Mapping[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """The sides of several mentions taken together: the people named on each."""
    found: dict[str, frozenset[str]] = {}
    for sides in many:
        for side, people in sides.items():
            found[side] = found.get(side, frozenset()) | people
    return found
