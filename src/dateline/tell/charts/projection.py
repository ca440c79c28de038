"""From longitude and latitude to the drawing: the world as Equal Earth, a region as plain degrees, narrowed by its latitude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]  # longitude and latitude in degrees, or x and y of the drawing

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796  # B. Šavrič, T. Patterson and B. Jenny, 2018
_ROOT = sqrt(3) / 2
_WORLD_X, _WORLD_TOP, _WORLD_BOTTOM = 2.7066, 1.29, -1.06  # the Antarctic is left out
WORLD_SPAN = 120.0  # degrees; points further apart than this are shown on the whole world
LEAST_SPAN = 14.0  # a region is no smaller: the outlines are too coarse for more


@dataclass(frozen=True)
class View:
    """What of the earth is drawn, and how large. Of a region, `middle` and half of its `span` in degrees each way."""

    width: float
    height: float
    world: bool
    middle: Point = (0.0, 0.0)
    span: Point = (360.0, 180.0)

    def at(self, longitude: float, latitude: float) -> Point:
        if self.world:
            x, y = equal_earth(longitude, latitude)
            return (x + _WORLD_X) / (2 * _WORLD_X) * self.width, (_WORLD_TOP - y) / (_WORLD_TOP - _WORLD_BOTTOM) * self.height
        x = (nearest(longitude, self.middle[0]) - self.middle[0]) / self.span[0] + 0.5
        return x * self.width, (0.5 - (latitude - self.middle[1]) / self.span[1]) * self.height

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether the point is drawn."""
        (x, y), (wide, tall) = self.middle, self.span
        return self.world or (abs(nearest(longitude, x) - x) <= wide / 2 and abs(latitude - y) <= tall / 2)

    def corners(self) -> list[Point]:
        """South-west and round, in degrees."""
        (x, y), (wide, tall) = self.middle, self.span
        return [
            (nearest(x + a * wide / 2, 0), max(-90, min(90, y + b * tall / 2))) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]

    def ring(self, ring: Sequence[Point]) -> list[Point]:
        """A ring as drawn; of a region what lies in it, [] where nothing does."""
        if self.world:
            return [self.at(*point) for point in ring]
        (x, y), (wide, tall) = self.middle, self.span
        west, east = min(p[0] for p in ring), max(p[0] for p in ring)
        turn = nearest((west + east) / 2, x) - (west + east) / 2
        inside = clip([(a + turn, b) for a, b in ring], x - wide / 2, x + wide / 2, y - tall / 2, y + tall / 2)
        return [(((a - x) / wide + 0.5) * self.width, (0.5 - (b - y) / tall) * self.height) for a, b in inside]


def view_of(points: Sequence[Point], width: float) -> View:
    """The region that holds these points with room around them; the world where they lie far apart or there are none."""
    world = View(width, round(width * (_WORLD_TOP - _WORLD_BOTTOM) / (2 * _WORLD_X)), True)
    if not points:
        return world
    middle, wide = _longitudes([p[0] for p in points])
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    if wide > WORLD_SPAN or north - south > 90:
        return world
    at = (south + north) / 2
    narrow = cos(radians(max(-70.0, min(75.0, at))))
    wide, tall = max(wide * 1.4, LEAST_SPAN / narrow), max((north - south) * 1.4, LEAST_SPAN * 0.7)
    aspect = max(1.25, min(1.8, wide * narrow / tall))
    wide, tall = max(wide, aspect * tall / narrow), max(tall, wide * narrow / aspect)
    return View(width, round(width / aspect), False, (middle, at), (wide, tall))


def crowded(points: Sequence[Point], reach: float = 16.0) -> list[int]:
    """Where in `points` those are that crowd about one of them, within so many degrees; [] where fewer than four do."""
    best: list[int] = []
    for x, y in points[:200]:
        here = [n for n, (a, b) in enumerate(points) if abs(nearest(a, x) - x) <= reach and abs(b - y) <= reach * 0.6]
        best = max(best, here, key=len)
    return best if len(best) >= 4 else []


def _longitudes(longitudes: Sequence[float]) -> tuple[float, float]:
    """The middle and the width of the shortest arc that holds them all."""
    ordered = sorted(nearest(x, 0) for x in longitudes)
    gaps = [(b - a, n) for n, (a, b) in enumerate(zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True))]
    gap, number = max(gaps, key=lambda pair: (pair[0], -pair[1]))
    west = ordered[(number + 1) % len(ordered)]
    return nearest(west + (360 - gap) / 2, 0), 360 - gap


def nearest(longitude: float, to: float) -> float:
    """The same longitude, turned so often that it is less than half a turn away."""
    return (longitude - to + 180) % 360 - 180 + to


def equal_earth(longitude: float, latitude: float) -> Point:
    """The Equal Earth projection of the unit sphere, about the meridian of Greenwich."""
    theta = asin(_ROOT * sin(radians(max(-90.0, min(90.0, latitude)))))
    squared = theta * theta
    sixth = squared**3
    x = radians(longitude) * cos(theta) / (_ROOT * (_A1 + 3 * _A2 * squared + sixth * (7 * _A3 + 9 * _A4 * squared)))
    return x, theta * (_A1 + _A2 * squared + sixth * (_A3 + _A4 * squared))


def clip(ring: Sequence[Point], left: float, right: float, bottom: float, top: float) -> list[Point]:
    """The part of a polygon that lies in a rectangle (Sutherland and Hodgman, 1974)."""
    out = list(ring)
    for axis, bound, sign in ((0, left, 1.0), (0, right, -1.0), (1, bottom, 1.0), (1, top, -1.0)):
        given, out = out, []
        for before, point in zip([*given[-1:], *given[:-1]], given, strict=True):
            was, is_ = sign * (before[axis] - bound) >= 0, sign * (point[axis] - bound) >= 0
            if was != is_:
                part = (bound - before[axis]) / (point[axis] - before[axis])
                out.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
            if is_:
                out.append(point)
    return out
