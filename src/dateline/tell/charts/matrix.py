"""Actor by actor, how often they took part in the same events: a number in every cell, a shade besides."""

from __future__ import annotations

from math import log

from markupsafe import Markup

from dateline.records import Record
from dateline.tell import words
from dateline.tell.charts.legend import notes
from dateline.tell.charts.lettering import fit, width_of
from dateline.tell.charts.svg import WIDE, clean, el, frame, join, link, rect, text

MOST_WIDE = 24
MOST_NARROW = 8
_SIZE = 12.0


class Head(Record, frozen=True):
    """An actor: a row and the column of the same number."""

    label: str
    href: str = ""


class Cell(Record, frozen=True):
    """What two actors share, by their places in `heads`; given once a pair, in either order."""

    row: int
    column: int
    count: int
    href: str = ""
    title: str = ""


class Matrix(Record, frozen=True):
    """Actors in the order to be drawn and the pairs that share something. `left_out` are sentences on what is not drawn."""

    heads: tuple[Head, ...]
    cells: tuple[Cell, ...]
    title: str = "Who took part in the same events"
    desc: str = ""
    left_out: tuple[str, ...] = ()


def draw(chart: Matrix, *, id: str = "matrix", width: float = WIDE) -> Markup:
    """The matrix, a column having the number of its row. Draw it at WIDE and at NARROW: the narrow one has fewer actors."""
    heads = chart.heads[: MOST_NARROW if width < 480 else MOST_WIDE]
    count = max(1, len(heads))
    beside = min(width * (0.44 if width < 480 else 0.3), max((width_of(h.label, _SIZE) for h in heads), default=0.0) + 32)
    side = min(34.0, (width - beside) / count)
    top = 24.0
    most = max((c.count for c in chart.cells), default=1)
    body = [_row(number, head, top + number * side, side, beside) for number, head in enumerate(heads)]
    for number in range(len(heads)):
        middle = beside + (number + 0.5) * side
        body.append(text(middle, top - 7, str(number + 1), size=11, anchor="middle", class_="chart-soft"))
        body.append(rect(beside + number * side, top + number * side, side, side, "chart-self-cell"))
    for cell in _pairs(chart.cells, len(heads)):
        for row, column in ((cell.row, cell.column), (cell.column, cell.row)):
            body.append(_cell(cell, beside + column * side, top + row * side, side, most, heads, row, column))
    body += _grid(len(heads), beside, top, side)
    left_out = len(chart.heads) - len(heads)
    told = ["A column has the number of its row; a cell counts what happened with both taking part, no plans."]
    told += [f"{words.plural(left_out, 'actor')} with fewer events not drawn."] if left_out else []
    said, bottom = notes([*told, *chart.left_out], top + count * side + 4, width)
    desc = chart.desc or _description(chart, heads)
    return frame(body + said, id=id, title=chart.title, desc=desc, width=width, height=bottom + 4, kind="matrix")


def _pairs(cells: tuple[Cell, ...], count: int) -> list[Cell]:
    """The cells of two of the first `count` actors, one a pair."""
    found: dict[frozenset[int], Cell] = {}
    for cell in cells:
        if cell.row != cell.column and min(cell.row, cell.column) >= 0 and max(cell.row, cell.column) < count and cell.count > 0:
            found.setdefault(frozenset((cell.row, cell.column)), cell)
    return list(found.values())


def _row(number: int, head: Head, y: float, side: float, beside: float) -> Markup:
    name = fit(head.label, _SIZE, beside - 32)
    label = text(22, y + side / 2 + 4, name, size=_SIZE)
    place = text(15, y + side / 2 + 4, str(number + 1), size=11, anchor="end", class_="chart-soft")
    return join([place, link(label, head.href, "" if name == clean(head.label) else head.label)])


def _cell(cell: Cell, x: float, y: float, side: float, most: int, heads: tuple[Head, ...], row: int, column: int) -> Markup:
    share = log(1 + cell.count) / log(1 + most) if most else 0
    shade = rect(x, y, side, side, "chart-shade", fill_opacity=round(0.04 + 0.26 * share, 2))
    box = rect(x, y, side, side, "chart-cell")
    written = str(cell.count) if cell.count < 1000 else "1k+"
    size = min(12.0, max(8.0, side * 0.62))
    number = text(x + side / 2, y + side / 2 + size * 0.36, written, size=size, anchor="middle", class_="chart-cell-number")
    title = cell.title or f"{heads[row].label} and {heads[column].label}: {words.plural(cell.count, 'event')}"
    return link(join([shade, box, number]), cell.href, title)


def _grid(count: int, beside: float, top: float, side: float) -> list[Markup]:
    end = count * side
    d = "".join(
        f"M{beside:.1f} {top + n * side:.1f}h{end:.1f}M{beside + n * side:.1f} {top:.1f}v{end:.1f}" for n in range(count + 1)
    )
    return [el("path", d=d, class_="chart-cell", pointer_events="none")] if count else []


def _within(cell: Cell, heads: tuple[Head, ...]) -> bool:
    return 0 <= cell.row < len(heads) and 0 <= cell.column < len(heads)


def _description(chart: Matrix, heads: tuple[Head, ...]) -> str:
    inside = _pairs(chart.cells, len(heads))
    first = sorted(inside, key=lambda c: (-c.count, c.row, c.column))[:10]
    pairs = "; ".join(f"{heads[c.row].label} and {heads[c.column].label} {c.count}" for c in first)
    return f"{words.plural(len(heads), 'actor')}. {f'Most often together: {pairs}.' if pairs else 'No two took part in one event.'}"
