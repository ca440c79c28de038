"""Where events took place: circles on outlines that need no network; a country is striped where nothing closer was reported."""

from __future__ import annotations

from math import sqrt

from markupsafe import Markup

from dateline.records import Record
from dateline.tell import words
from dateline.tell.charts.ground import ground, middle
from dateline.tell.charts.legend import notes
from dateline.tell.charts.lettering import fit, width_of
from dateline.tell.charts.projection import Point, View, crowded, view_of
from dateline.tell.charts.svg import WIDE, el, frame, ident, link, rect, text
from dateline.world.outlines import source

MOST = 200  # places drawn, and countries striped
_SIZE = 12.0
_LARGEST = 17.0  # radius of the circle with the most events
_LEAST = 3.5
_PLANNED = 5.0
Box = tuple[float, float, float, float]  # left, top, right, bottom


class Spot(Record, frozen=True):
    """A place by its coordinates in degrees, and how many events took place there: 0 where something is only planned."""

    label: str
    latitude: float
    longitude: float
    count: int
    href: str = ""
    title: str = ""


class Land(Record, frozen=True):
    """A country (ISO 3166-1 alpha-3) of which no closer place is known for so many events, 0 as for a place."""

    label: str
    country: str
    count: int
    href: str = ""
    title: str = ""


class WorldMap(Record, frozen=True):
    """Places and countries. `left_out` are sentences on what is not drawn."""

    spots: tuple[Spot, ...]
    lands: tuple[Land, ...] = ()
    title: str = "Where it took place"
    desc: str = ""
    left_out: tuple[str, ...] = ()


def draw(chart: WorldMap, *, id: str = "map", width: float = WIDE) -> Markup:
    """The map of the region that the places lie in, or of the world and below it the region in which they crowd.

    Draw it at WIDE and at NARROW, where fewer places are named.
    """
    spots = sorted((s for s in chart.spots if _sound(s)), key=lambda s: (-s.count, s.label, s.href))[:MOST]
    lands = sorted(chart.lands, key=lambda land: (-land.count, land.label))[:MOST]
    points = [(s.longitude, s.latitude) for s in spots]
    most = max((s.count for s in spots if s.count > 0), default=1)
    view = view_of(points or [found for land in lands if (found := middle(land.country))], width)
    close = crowded(points) if view.world else []
    detail = view_of([points[n] for n in close], width) if close else None
    parts, unnamed = _panel(spots, lands, view, most, ident(id), detail)
    y = view.height + 4
    if detail:
        inside = [s for s, point in zip(spots, points, strict=True) if detail.holds(*point)]
        more, rest = _panel(inside, [land for land in lands if _within(land, detail)], detail, most, f"{ident(id)}-detail")
        parts.append(el("g", *more, transform=f"translate(0 {y + 6:g})"))
        unnamed += rest
        y += detail.height + 8
    said, bottom = notes(_notes(chart, unnamed, len(chart.spots) - len(spots), detail is not None), y, width)
    desc = chart.desc or f"{'; '.join(_named(s) for s in spots[:30]) or 'No place'}."
    return frame([*parts, *said], id=id, title=chart.title, desc=desc, width=width, height=bottom + 4, kind="map")


def _sound(spot: Spot) -> bool:
    return -90 <= spot.latitude <= 90 and -180 <= spot.longitude <= 180


def _panel(
    spots: list[Spot], lands: list[Land], view: View, most: int, id: str, detail: View | None = None
) -> tuple[list[Markup], list[str]]:
    """A map and what there was no room to name on it; what `detail` shows larger is framed and not named."""
    parts = [rect(0, 0, view.width, view.height, "chart-sea"), *ground(view, {land.country for land in lands}, id)]
    taken: list[Box] = []
    if detail:
        corners = [view.at(*corner) for corner in detail.corners()]
        left, right = min(c[0] for c in corners), max(c[0] for c in corners)
        top, bottom = min(c[1] for c in corners), max(c[1] for c in corners)
        parts.append(rect(left, top, right - left, bottom - top, "chart-detail"))
        taken.append((left, top, right, bottom))
    circles = [(spot, view.at(spot.longitude, spot.latitude), _radius(spot.count, most)) for spot in spots]
    taken += [(x - r, y - r, x + r, y + r) for _, (x, y), r in circles]
    unnamed: list[str] = []
    named: list[Markup] = []
    for spot, at, radius in circles:
        ball = el("circle", cx=at[0], cy=at[1], r=radius, class_="chart-place" if spot.count > 0 else "chart-place chart-planned")
        title = spot.title or f"{spot.label}: {words.plural(spot.count, 'event')}"
        parts.append(link(ball, spot.href, title))
        if detail and detail.holds(spot.longitude, spot.latitude):
            continue
        written = _label(fit(_named(spot), _SIZE, view.width * 0.45), at, radius, view, taken)
        named += [link(written, spot.href)] if written else []
        unnamed += [] if written else [_named(spot)]
    for land in lands:
        if detail and _within(land, detail):
            continue
        place = middle(land.country)
        written = _country(land, view.at(*place), view, taken) if place and view.holds(*place) else None
        named += [link(written, land.href, land.title)] if written else []
        unnamed += [] if written else [_named(land)]
    return [*parts, *named], unnamed


def _named(place: Spot | Land) -> str:
    return f"{place.label} {place.count}" if place.count > 0 else f"{place.label}, planned"


def _within(land: Land, view: View) -> bool:
    place = middle(land.country)
    return place is not None and view.holds(*place)


def _radius(count: int, most: int) -> float:
    """The area is as the number of events, and never too small to be seen."""
    if count < 1:
        return _PLANNED
    return max(_LEAST, min(_LARGEST, 4.0 * sqrt(most)) * sqrt(count / most))


def _label(words_: str, at: Point, radius: float, view: View, taken: list[Box]) -> Markup | None:
    """The name beside its circle where it covers nothing; None where there is no such place."""
    x, y = at
    wide, away = width_of(words_, _SIZE), radius + 4
    for left, base in (
        (x + away, y + 4),
        (x - away - wide, y + 4),
        (x - wide / 2, y - away),
        (x - wide / 2, y + away + 9),
        (x + away * 0.7, y - away * 0.7),
        (x + away * 0.7, y + away * 0.7 + 9),
        (x - away * 0.7 - wide, y - away * 0.7),
        (x - away * 0.7 - wide, y + away * 0.7 + 9),
    ):
        if _free(box := (left, base - 10, left + wide, base + 3), view, taken):
            taken.append(box)
            return text(left, base, words_, size=_SIZE, class_="chart-halo chart-quiet")
    return None


def _country(land: Land, at: Point, view: View, taken: list[Box]) -> Markup | None:
    """The name of a country in its middle, slanting, as it is no place."""
    words_ = _named(land)
    wide = width_of(words_, 11)
    for down in (0, 14, -14, 28, -28):
        left, base = at[0] - wide / 2, at[1] + down
        if _free(box := (left, base - 9, left + wide, base + 3), view, taken):
            taken.append(box)
            return text(at[0], base, words_, size=11, anchor="middle", class_="chart-halo chart-quiet chart-italic")
    return None


def _free(box: Box, view: View, taken: list[Box]) -> bool:
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > view.width - 2 or bottom > view.height - 2:
        return False
    return all(right <= a or c <= left or bottom <= b or d <= top for a, b, c, d in taken)


def _notes(chart: WorldMap, unnamed: list[str], beyond: int, detail: bool) -> list[str]:
    told = ["A circle is a place, its area and the number beside it how many events took place there."]
    if any(spot.count < 1 for spot in chart.spots):
        told.append("Dashed circle: what is planned there, and nothing that took place.")
    if chart.lands:
        told.append("Striped: of some events no closer place than the country is reported.")
    if detail:
        told.append("Below: what the frame holds.")
    if unnamed:
        told.append(f"No room on the map to name: {', '.join(unnamed[:40])}{' …' if len(unnamed) > 40 else ''}.")
    if beyond > 0:
        told.append(f"{words.plural(beyond, 'place')} more not drawn.")
    return [*told, *chart.left_out, source()]
