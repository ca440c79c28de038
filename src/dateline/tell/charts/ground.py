"""The land of a map: outlines as one shape, and stripes over countries that are told of as a whole."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from markupsafe import Markup

from dateline.tell.charts.projection import Point, View
from dateline.tell.charts.svg import el, line, path
from dateline.world.outlines import outlines

_EMPTY = "Antarctica"


def ground(view: View, striped: set[str], id: str) -> list[Markup]:
    """All land of a view with the borders between, and stripes over the countries with these alpha-3 codes."""
    stripes = f"{id}-stripes"
    plain: list[str] = []
    over: list[Markup] = []
    for outline in outlines():
        if outline.name == _EMPTY:
            continue
        d = "".join(_shape(view.ring(ring)) for ring in outline.rings)
        plain.append(d)
        if d and outline.country in striped:
            over.append(path(d, "chart-country", fill=f"url(#{stripes})"))
    stripe = line(0, 0, 0, 7, "chart-stripe")
    pattern = el("pattern", stripe, id=stripes, width=7, height=7, pattern_units="userSpaceOnUse", pattern_transform="rotate(45)")
    return [path("".join(plain), "chart-land"), *([el("defs", pattern), *over] if over else [])]


@cache
def middle(country: str) -> Point | None:
    """About the middle of a country's largest part; None for a country without an outline."""
    rings = [ring for outline in outlines() if country and outline.country == country for ring in outline.rings]
    if not rings:
        return None
    boxes = [(min(p[0] for p in r), max(p[0] for p in r), min(p[1] for p in r), max(p[1] for p in r)) for r in rings]
    west, east, south, north = max(boxes, key=lambda box: (box[1] - box[0]) * (box[3] - box[2]))
    return (west + east) / 2, (south + north) / 2


def _shape(points: list[Point]) -> str:
    """A ring as a path in tenths of a unit, without points that fall together."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        at = (round(x * 10), round(y * 10))
        if not kept or abs(at[0] - kept[-1][0]) + abs(at[1] - kept[-1][1]) > 8:
            kept.append(at)
    if len(kept) < 3:
        return ""
    moves = " ".join(f"{(b[0] - a[0]) / 10:g} {(b[1] - a[1]) / 10:g}" for a, b in pairwise(kept))
    return f"M{kept[0][0] / 10:g} {kept[0][1] / 10:g}l{moves}z"
