"""How many outlets tell a fact and how many of them are independent, as a row of boxes in a line of text."""

from __future__ import annotations

from markupsafe import Markup

from dateline.records import Record
from dateline.tell import words
from dateline.tell.charts.svg import el, rect, text

MOST = 8  # boxes; of more, the number of the others stands behind them
_BOX = 7.0


class Sources(Record, frozen=True):
    outlets: int
    origins: int  # independent ones among them: an upper bound


def draw(chart: Sources, *, id: str = "", width: float = 0) -> Markup:
    """A filled box for each independent origin, an open one for each further outlet that only repeats; one size for every page."""
    outlets = max(0, chart.outlets, chart.origins)
    origins = min(max(0, chart.origins), outlets)
    title = f"{words.plural(outlets, 'outlet')}, {words.plural(origins, 'independent origin')}"
    filled = origins if outlets <= MOST else min(origins, max(1, round(MOST * origins / outlets)))
    shown = min(outlets, MOST)
    boxes = [rect(0.75 + n * (_BOX + 2), 1.5, _BOX, _BOX, "chart-known" if n < filled else "chart-some") for n in range(shown)]
    room = shown * (_BOX + 2) + 1.0
    if outlets > MOST:
        boxes.append(text(room + 2, 9, f"{origins}/{outlets}", size=10))
        room += 8 + 6 * len(f"{origins}/{outlets}")
    return el(
        "svg",
        el("title", title),
        *boxes,
        xmlns="http://www.w3.org/2000/svg",
        view_box=f"0 0 {room:g} 10",
        width=room,
        height=10,
        class_="chart chart-inline",
        role="img",
        aria_label=title,
        id=id or None,
    )
