"""One actor and those it deals with: two half rings about it, laid out by rule, so that the same account is drawn the same way."""

from __future__ import annotations

from itertools import groupby
from math import sqrt

from markupsafe import Markup

from dateline.records import Record
from dateline.tell import words
from dateline.tell.charts.legend import notes
from dateline.tell.charts.lettering import fit, width_of, wrap
from dateline.tell.charts.svg import WIDE, clean, el, frame, link, path, text

MOST = 20  # nodes; of more, a matrix says more than a drawing
_STEP = 30.0  # between two nodes of a side
_HEADING = 22.0
_RADIUS = 11.0
_STYLES = (None, "7 3", "2 3", "9 3 2 3", "12 6")  # of the lines, by kind of tie


class Tie(Record, frozen=True):
    """Somebody the actor deals with: how (`kind`, in words) and how often."""

    label: str
    kind: str
    count: int
    href: str = ""
    title: str = ""


class Ego(Record, frozen=True):
    """An actor and its ties. `left_out` are sentences on what is not drawn."""

    label: str
    ties: tuple[Tie, ...]
    title: str = ""
    desc: str = ""
    left_out: tuple[str, ...] = ()


def draw(chart: Ego, *, id: str = "ego", width: float = WIDE) -> Markup:
    """The ego network, at WIDE and at NARROW the same nodes: ties of a kind stand together, the most first, left before right."""
    shown = sorted(chart.ties, key=lambda t: (-t.count, t.label, t.href))[:MOST]
    kinds = _kinds(shown)
    shown.sort(key=lambda t: (kinds.index(t.kind), -t.count, t.label, t.href))
    sides = _sides(shown)
    height = max((_height(side) for side in sides), default=0.0) + 16
    most = max((t.count for t in shown), default=1)
    middle = (width / 2, height / 2)
    lines: list[Markup] = []
    nodes: list[Markup] = []
    for side, right in zip(sides, (False, True), strict=True):
        y = (height - _height(side)) / 2
        for kind, ties in groupby(side, key=lambda t: t.kind):
            y += _HEADING
            inset = _inset(y - 6, height, width)
            x = width - inset - _RADIUS if right else inset + _RADIUS
            nodes.append(_heading(kind, kinds.index(kind), x, y - 6, right, width))
            for tie in ties:
                inset = _inset(y + _STEP / 2, height, width)
                at = (width - inset if right else inset, y + _STEP / 2)
                lines.append(_line(middle, at, tie.count / most, kinds.index(kind)))
                nodes.append(_node(tie, at, inset, right))
                y += _STEP
    body = [*lines, *nodes, *_self(chart.label, middle, width)]
    if not shown:
        body.append(text(width / 2, height + 14, "No ties to others are known.", size=12, anchor="middle", class_="chart-soft"))
    left_out = len(chart.ties) - len(shown)
    told = [f"{words.plural(left_out, 'other')} with fewer events not drawn."] if left_out else []
    said, bottom = notes(
        ["The number is how many events they share; plans count only where nothing else does.", *told, *chart.left_out],
        height + 8,
        width,
    )
    title = chart.title or f"Who {chart.label} deals with"
    desc = chart.desc or f"{chart.label}: {'; '.join(f'{t.label}, {t.kind}, {t.count}' for t in shown)}."
    return frame(body + said, id=id, title=title, desc=desc, width=width, height=bottom + 4, kind="ego")


def _kinds(ties: list[Tie]) -> list[str]:
    """Kinds of ties, the most frequent first."""
    total = {kind: sum(t.count for t in ties if t.kind == kind) for kind in {t.kind for t in ties}}
    return sorted(total, key=lambda kind: (-total[kind], kind))


def _sides(ties: list[Tie]) -> tuple[list[Tie], list[Tie]]:
    """Left and right: cut where the two are as even in height as can be, a kind of its own on one side where that costs little."""
    if not ties:
        return [], []

    def cost(cut: int) -> tuple[float, int]:
        left, right = ties[:cut], ties[cut:]
        splits = bool(left and right and left[-1].kind == right[0].kind)
        return abs(_height(left) - _height(right)) + (_STEP * 1.5 if splits else 0), cut

    best = min(range(1, len(ties) + 1), key=cost)
    return ties[:best], ties[best:]


def _height(side: list[Tie]) -> float:
    return _STEP * len(side) + _HEADING * len(list(groupby(side, key=lambda t: t.kind)))


def _inset(y: float, height: float, width: float) -> float:
    """How far from the edge a node stands: least at half height, so that the sides are half rings."""
    part = min(1.0, abs(2 * y / height - 1)) if height else 0.0
    ring = 1 - sqrt(max(0.0, 1 - part * part))
    return width * (0.33 if width < 480 else 0.27) + min(0.05 * width, 40) * ring


def _line(middle: tuple[float, float], at: tuple[float, float], share: float, kind: int) -> Markup:
    """An edge, drawn first level and then towards the middle; wider for more events."""
    (x0, y0), (x1, y1) = middle, at
    bend = x1 + (x0 - x1) * 0.45
    style = _STYLES[min(kind, len(_STYLES) - 1)]
    d = f"M{x1:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y0:.1f} {x0:.1f} {y0:.1f}"
    return path(d, "chart-tie", stroke_width=1 + 5 * sqrt(share), stroke_dasharray=style, stroke_opacity=0.55)


def _node(tie: Tie, at: tuple[float, float], inset: float, right: bool) -> Markup:
    x, y = at
    room = inset - _RADIUS - 5
    size = 12.5
    lines = wrap(tie.label, size, room, 2) if width_of(tie.label, size) > room else [tie.label]
    lines = lines if len(lines) > 1 or width_of(lines[0], size) <= room else [fit(lines[0], size, room)]
    edge = x + _RADIUS + 4 if right else x - _RADIUS - 4
    first = y + 4.5 - (len(lines) - 1) * 6.5
    names = [text(edge, first + 13 * n, part, size=size, anchor=None if right else "end") for n, part in enumerate(lines)]
    ball = el("circle", cx=x, cy=y, r=_RADIUS, class_="chart-some")
    count = text(x, y + 4, str(tie.count) if tie.count < 1000 else "1k+", size=11, anchor="middle", class_="chart-quiet")
    title = tie.title or f"{tie.label}: {tie.kind}, {tie.count}"
    return link(Markup("").join([ball, count, *names]), tie.href, title)


def _heading(kind: str, number: int, x: float, y: float, right: bool, width: float) -> Markup:
    """The kind of the ties below it with the line they are drawn with, moved in where it would leave the drawing."""
    style = _STYLES[min(number, len(_STYLES) - 1)]
    words_ = clean(kind)
    room = width_of(words_, 11)
    x = min(x, width - room - 28) if right else max(x, room + 28)
    a, b = (x, x + 22) if right else (x - 22, x)
    stroke = path(f"M{a:.1f} {y - 4:.1f}H{b:.1f}", "chart-tie", stroke_width=2, stroke_dasharray=style)
    label = text(x + 28 if right else x - 28, y, words_, size=11, anchor=None if right else "end", class_="chart-soft")
    return el("g", stroke, label)


def _self(label: str, middle: tuple[float, float], width: float) -> list[Markup]:
    x, y = middle
    lines = wrap(label, 13, width * 0.2, 4, bold=True)
    wide = max((width_of(part, 13, bold=True) for part in lines), default=0.0) + 16
    tall = 16.0 * len(lines) + 10
    box = el("rect", x=x - wide / 2, y=y - tall / 2, width=wide, height=tall, rx=4, class_="chart-some")
    first = y + 4.5 - (len(lines) - 1) * 8
    said = [text(x, first + 16 * n, part, size=13, anchor="middle", class_="chart-strong") for n, part in enumerate(lines)]
    return [box, *said]
