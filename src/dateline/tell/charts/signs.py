"""The signs of plans and events, each told by its shape: they are read in black and white."""

from __future__ import annotations

from markupsafe import Markup

from dateline.tell.charts.svg import el, path, text


def circle(x: float, y: float, radius: float = 5.5) -> Markup:
    """Open: planned."""
    return el("circle", cx=x, cy=y, r=radius, class_="chart-some")


def square(x: float, y: float, half: float = 4.0) -> Markup:
    """Filled: it took place."""
    return el("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, class_="chart-known")


def cross(x: float, y: float, half: float = 4.0) -> Markup:
    """Called off."""
    size = 2 * half
    return path(f"M{x - half:.1f} {y - half:.1f}l{size:g} {size:g}m{-size:g} 0l{size:g} {-size:g}", "chart-cross")


def onward(x: float, y: float, half: float = 4.0) -> Markup:
    """Moved to another day."""
    return path(f"M{x - 0.7 * half:.1f} {y - half:.1f}l{1.4 * half:g} {half:g}l{-1.4 * half:g} {half:g}", "chart-cross")


def question(x: float, y: float, size: float = 13) -> Markup:
    """Due, and no report says whether it took place; or not clear whether it did."""
    return text(x, y + size * 0.36, "?", size=size, anchor="middle", class_="chart-quiet chart-strong")
