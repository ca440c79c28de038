"""The offices somebody held, one bar each, sure where reports show them held and hollow where they may have begun or ended."""

from __future__ import annotations

from markupsafe import Markup

from dateline.intervals import Interval
from dateline.records import Record
from dateline.tell import words
from dateline.tell.charts import axis
from dateline.tell.charts.legend import notes
from dateline.tell.charts.lettering import fit
from dateline.tell.charts.marks import Words, draw_bar
from dateline.tell.charts.svg import WIDE, clean, el, frame, join, link, text

MOST = 16
_ROW = 50.0


class Held(Record, frozen=True):
    """An office: it began on a day of `start` and ended on a day of `end`; an open end is "before" or "after"."""

    label: str
    start: Interval | None
    end: Interval | None
    href: str = ""
    title: str = ""


class Offices(Record, frozen=True):
    """Offices in the order to be drawn."""

    offices: tuple[Held, ...]
    title: str = "Offices held"
    desc: str = ""
    left_out: tuple[str, ...] = ()


def draw(chart: Offices, *, id: str = "offices", width: float = WIDE) -> Markup:
    """The office bars, each under its own name: one drawing serves every width; at NARROW it has fewer ticks."""
    known = [o for o in chart.offices if _days(o)]
    shown = known[:MOST]
    scale = axis.time_scale([i for o in shown for i in (o.start, o.end)], 28, width - 30)
    body: list[Markup] = []
    y = 4.0
    if scale:
        body += axis.draw_grid(scale, 0, len(shown) * _ROW + 8)
        body += axis.draw_breaks(scale, 0, len(shown) * _ROW + 8)
        for held in shown:
            bar = draw_bar(held.start, held.end, "happened", scale, Words(held.label, "", held.title))
            if bar is None:
                continue
            name = fit(held.label, 13, width - 4, bold=True)
            inner = [
                text(0, y + 12, name, size=13, class_="chart-halo chart-quiet chart-strong"),
                text(0, y + 26, fit(_when(held), 11, width - 4), size=11, class_="chart-halo chart-soft"),
                el("g", bar.draw(), transform=f"translate(0 {y + 37:.1f})"),
            ]
            body.append(link(join(inner), held.href, held.title or ("" if name == clean(held.label) else held.label)))
            y += _ROW
        y += 4
        body += axis.draw_axis(scale, y)
        y += axis.HEIGHT
    else:
        body.append(text(0, 18, "No office of these has a known day.", size=13, class_="chart-soft"))
        y = 26.0
    told = ["Filled: reports show the office held. Dashes: before or after, no report says how long."] if scale else []
    if len(shown) < len(chart.offices) and scale:
        told.append(f"{words.plural(len(chart.offices) - len(shown), 'office')} more not drawn.")
    said, bottom = notes([*told, *chart.left_out], y, width)
    desc = chart.desc or f"{'; '.join(f'{o.label}, {_when(o)}' for o in shown) or 'No office with a known day'}."
    return frame(body + said, id=id, title=chart.title, desc=desc, width=width, height=bottom + 4, kind="offices")


def _days(held: Held) -> bool:
    return any(interval and (interval.earliest or interval.latest) for interval in (held.start, held.end))


def _when(held: Held) -> str:
    """ "from 3 January 2025 or before until 19 March 2025 or after"."""
    start, end = held.start, held.end
    begun = start.latest or start.earliest if start else None
    ended = end.earliest or end.latest if end else None
    before = " or before" if start and start.earliest is None else ""
    after = " or after" if end and end.latest is None else ""
    if begun and begun == ended and before and after:
        return f"seen on {words.days(begun)}"
    first = f"from {words.days(begun)}{before}" if begun else ""
    return f"{first} {f'until {words.days(ended)}{after}' if ended else ''}".strip()
