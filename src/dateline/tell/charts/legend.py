"""What the signs of a chart mean, and what it leaves out, in words below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from markupsafe import Markup

from dateline.tell.charts import signs as shapes
from dateline.tell.charts.lettering import width_of, wrap
from dateline.tell.charts.svg import el, line, rect, text

Sign = Literal[
    "beyond", "break", "cancelled", "denied", "inferred", "kept", "known", "moved", "overdue", "plan", "some", "strokes", "unknown"
]
_SIZE = 11.0
_WORDS: dict[Sign, str] = {
    "known": "took place, day known",
    "inferred": "day inferred, in no report",
    "some": "some time within",
    "beyond": "or before, or after",
    "plan": "planned for",
    "kept": "plan kept",
    "moved": "moved to",
    "cancelled": "called off",
    "overdue": "due, no news",
    "denied": "denied",
    "unknown": "not clear whether",
    "strokes": "more, no room for words",
    "break": "the scale breaks or changes",
}


def legend(used: Sequence[Sign], top: float, width: float) -> tuple[list[Markup], float]:
    """The signs that the chart uses, in lines of `width`, and where they end."""
    parts: list[Markup] = []
    x, y = 0.0, top + 12
    for sign in sorted(used, key=list(_WORDS).index):
        room = 26 + width_of(_WORDS[sign], _SIZE) + 14
        if x and x + room > width + 14:
            x, y = 0.0, y + 17
        parts.append(el("g", *_shape(sign), transform=f"translate({x + 9:.1f} {y - 4:.1f})"))
        parts.append(text(x + 23, y, _WORDS[sign], size=_SIZE, class_="chart-soft"))
        x += room
    return parts, (y + 6 if parts else top)


def notes(told: Sequence[str], top: float, width: float, most: int = 12) -> tuple[list[Markup], float]:
    """Sentences, each in its own lines, and where they end."""
    parts: list[Markup] = []
    y = top
    for sentence in told[:most]:
        for words in wrap(sentence, _SIZE, width, 6):
            y += 15
            parts.append(text(0, y, words, size=_SIZE, class_="chart-soft"))
    return parts, y + 4 if parts else top


def _shape(sign: Sign) -> list[Markup]:
    joint = line(-9, 0, 9, 0, "chart-joint")
    if sign == "known":
        return [shapes.square(0, 0, 4.5)]
    if sign == "inferred":
        return [rect(-4.5, -4.5, 9, 9, "chart-inferred")]
    if sign == "some":
        return [rect(-9, -4.5, 18, 9, "chart-some")]
    if sign == "beyond":
        return [line(-9, 0, 9, 0, "chart-open")]
    if sign == "plan":
        return [shapes.circle(0, 0)]
    if sign == "kept":
        return [shapes.circle(0, 0), shapes.square(0, 0, 2.75)]
    if sign == "moved":
        return [joint, shapes.circle(6, 0, 4)]
    if sign == "cancelled":
        return [line(-9, 0, 0, 0, "chart-joint"), shapes.cross(5, 0)]
    if sign == "overdue":
        return [line(-9, 0, 0, 0, "chart-joint"), shapes.question(6, 0)]
    if sign == "denied":
        return [rect(-5, -4.5, 10, 9, "chart-some"), line(-8, 7, 8, -7, "chart-cross")]
    if sign == "unknown":
        return [rect(-9, -4.5, 9, 9, "chart-some"), shapes.question(6, 0)]
    if sign == "break":
        return [el("path", d="M-9 3H-3M4 3H9M-4 7l5 -10M1 7l5 -10", class_="chart-axis")]
    return [el("path", d="M-8 -4v8M-4 -4v8M0 0h8", class_="chart-stroke")]
