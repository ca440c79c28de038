"""The charts of the pages: those of `tell.charts`, their links those of the page that they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from dateline.records import Actor, Event, Plan, VariantGroup
from dateline.tell.charts import NARROW, aligned, both, calendar, ego, matrix, offices, sources, timeline
from dateline.tell.charts import world as world_map
from dateline.tell.charts.from_account import aligned_of, calendar_of, ego_of, map_of, matrix_of, offices_of, timeline_of
from dateline.tell.web.addresses import Href, address
from dateline.tell.web.room import Room

FEW = 3  # dated events, or actors, from which a drawing says more than a list
LANES = 6  # the actors with most to tell
MATRIX = 16  # actors in the matrix of all


def time_line(events: Iterable[Event], room: Room, href: Href) -> Markup:
    listed = list(events)
    if sum(e.date is not None for e in listed) < FEW:
        return Markup()
    return both(timeline.draw, timeline_of(listed, room.lookup, _to(room, href), most=LANES), id="timeline-chart")


def ego_network(actor: Actor, room: Room, href: Href) -> Markup:
    made = ego_of(actor, room.lookup, _to(room, href))
    return ego.draw(made, id="ego", width=NARROW) if len(made.ties) >= FEW else Markup()


def dyads(actors: Sequence[Actor], room: Room, href: Href) -> Markup:
    if len(actors) < FEW:
        return Markup()
    return both(matrix.draw, matrix_of(actors[:MATRIX], room.lookup, _to(room, href)), id="matrix")


def world(events: Iterable[Event], room: Room, href: Href) -> Markup:
    made = map_of(events, room.lookup, _to(room, href))
    return both(world_map.draw, made, id="map") if made.spots or made.lands else Markup()


def month_calendar(plans: Iterable[Plan], room: Room, href: Href) -> Markup:
    made = calendar_of(plans, room.lookup, _to(room, href))
    return both(calendar.draw, made, id="calendar") if made.plans else Markup()


def office_bars(actor: Actor, room: Room, href: Href) -> Markup:
    made = offices_of(actor, room.lookup, _to(room, href))
    return offices.draw(made, id="office-bars", width=NARROW) if made.offices else Markup()


def word_by_word(group: VariantGroup, room: Room, href: Href) -> Markup:
    return both(aligned.draw, aligned_of(group, room.lookup, _to(room, href)), id="aligned")


def source_bar(outlets: int, origins: int) -> Markup:
    return sources.draw(sources.Sources(outlets, origins))


def _to(room: Room, href: Href) -> Callable[[str, str], str]:
    """Links as charts ask for them; actors who have no page are not linked."""

    def to(kind: str, id_: str) -> str:
        return href(room.actor_address(id_) if kind == "actors" else address(kind, id_))

    return to
