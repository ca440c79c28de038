"""The outlines of countries, for maps that need no network: Natural Earth at 1:110 million."""

from __future__ import annotations

from functools import cache
from itertools import accumulate

import msgspec

from dateline.world.files import HERE

Ring = tuple[tuple[float, float], ...]  # longitude and latitude in degrees; the last point is joined to the first


class Outline(msgspec.Struct, frozen=True):
    """A country with its rings; `country` is its ISO 3166-1 alpha-3 code, "" where it has none."""

    name: str
    country: str
    rings: tuple[Ring, ...]


class _Stored(msgspec.Struct, frozen=True):
    name: str
    country: str
    rings: tuple[tuple[int, ...], ...]


class _File(msgspec.Struct, frozen=True):
    source: str
    licence: str
    outlines: tuple[_Stored, ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """Every country of the data file, by name."""
    stored = msgspec.json.decode((HERE / "outlines.json").read_bytes(), type=_File)
    return tuple(Outline(o.name, o.country, tuple(map(_ring, o.rings))) for o in stored.outlines)


def source() -> str:
    """Whose outlines these are, to be named below a map."""
    return "Outlines: Natural Earth, public domain."


def _ring(steps: tuple[int, ...]) -> Ring:
    """The file has hundredths of a degree: the first point, then the step to each next one."""
    return tuple((x / 100, y / 100) for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
