"""A lane an actor: what happened as boxes, plans as circles joined to their outcome; no day is drawn closer than it was told."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from dateline.intervals import Interval
from dateline.records import PlanOutcome, Record, Status
from dateline.tell import words
from dateline.tell.charts import axis
from dateline.tell.charts.axis import TimeScale
from dateline.tell.charts.legend import Sign, legend, notes
from dateline.tell.charts.lettering import fit, width_of, wrap
from dateline.tell.charts.marks import Drawn, Words, draw_bar, draw_plan
from dateline.tell.charts.svg import WIDE, clean, el, frame, join, line, link, path, text

MOST_LANES = 12
MOST_MARKS = 120  # in one lane; of more the weightiest are drawn, the others as strokes
_ROW = 19.0
_SIZE = 11.5
_ROOMS = (260.0, 150.0, 90.0)  # for the words beside a mark, the most that there is
_GAP = 7.0  # between two marks of a row
_APART = 13.0  # more where words would else seem to belong to the mark beside them


class Bar(Record, frozen=True):
    """Something that happened: it began on a day of `start` and ended on a day of `end` (the same interval for one event).

    Ends that are wide or open are drawn hollow. Of both None, nothing is drawn and it is counted. `label` stands beside the mark
    where there is room, `title` is its sentence, `weight` says which of many are labelled first; `inferred`: no report gives the
    day.
    """

    start: Interval | None
    end: Interval | None
    label: str
    href: str = ""
    title: str = ""
    status: Status = "happened"
    weight: float = 0.0
    inferred: bool = False


class PlanTrack(Record, frozen=True):
    """A plan: the days it was due, as they were given one after the other, what became of it, and when it took place."""

    due: tuple[Interval, ...]
    outcome: PlanOutcome
    label: str
    href: str = ""
    title: str = ""
    held: Interval | None = None
    weight: float = 0.0
    inferred: bool = False  # the day on which it was held is in no report


class Lane(Record, frozen=True):
    label: str
    href: str = ""
    bars: tuple[Bar, ...] = ()
    plans: tuple[PlanTrack, ...] = ()


class Timeline(Record, frozen=True):
    """Lanes in the order to be drawn. `undated` counts events without a day, `left_out` are sentences on what is not drawn."""

    lanes: tuple[Lane, ...]
    title: str = "Timeline"
    desc: str = ""
    undated: int = 0
    left_out: tuple[str, ...] = ()


@dataclass
class _Rows:
    """What is taken in each row of a lane, from left to right."""

    most: int
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def place(self, left: float, right: float) -> int | None:
        """The first row with room, None where there is none."""
        for number in range(self.most):
            if number == len(self.taken):
                self.taken.append([])
            if all(right + _GAP <= a or b + _GAP <= left for a, b in self.taken[number]):
                self.taken[number].append((left, right))
                return number
        return None


def draw(chart: Timeline, *, id: str = "timeline", width: float = WIDE) -> Markup:
    """The timeline, `width` wide. Draw it twice, at WIDE and at NARROW, and show one: below 480 the names stand above the lanes."""
    lanes = chart.lanes[:MOST_LANES]
    beside = 0.0 if width < 480 else min(150.0, max((width_of(lane.label, 13) for lane in lanes), default=0.0) + 14)
    scale = axis.time_scale(_days(lanes), beside + 18, width - 26)
    body: list[Markup] = []
    y, signs = 6.0, set[Sign]()
    if scale is None:
        body.append(text(0, 18, "No event of these has a known day.", size=13, class_="chart-soft"))
        y = 26.0
    else:
        drawn: list[Markup] = []
        rows = 6 if len(lanes) <= 4 else 4 if len(lanes) <= 8 else 3
        for lane in lanes:
            parts, y = _lane(lane, scale, y, beside, width, rows, signs)
            drawn += parts
        body += [*axis.draw_grid(scale, 2, y), *axis.draw_breaks(scale, 2, y), *drawn, *axis.draw_axis(scale, y)]
        y += axis.HEIGHT
        signs |= {"break"} if scale.breaks() else set()
    told, y = legend(sorted(signs), y + 6, width)
    body += told
    told, y = notes(_notes(chart), y, width)
    return frame(
        body + told, id=id, title=chart.title, desc=chart.desc or _description(chart), width=width, height=y + 4, kind="timeline"
    )


def _days(lanes: tuple[Lane, ...]) -> list[Interval | None]:
    bars = [interval for lane in lanes for bar in lane.bars for interval in (bar.start, bar.end)]
    return bars + [interval for lane in lanes for plan in lane.plans for interval in (*plan.due, plan.held)]


def _lane(
    lane: Lane, scale: TimeScale, top: float, beside: float, width: float, most: int, signs: set[Sign]
) -> tuple[list[Markup], float]:
    """The lane's drawing and where the next one begins."""
    parts = [line(0, top, width, top, "chart-rule")]
    name = wrap(lane.label, 13, (beside or width) - 10, 2 if beside else 1, bold=True)
    title = "" if " ".join(name) == clean(lane.label) else lane.label
    written = [text(0, top + 16 + 15 * n, words_, size=13, class_="chart-strong") for n, words_ in enumerate(name)]
    parts.append(link(join(written), lane.href, title))
    first = top + (3.0 if beside else 21.0)
    rows, rest = _Rows(most), list[Drawn]()
    for number, mark in enumerate(_marks(lane, scale)):
        placed = _placed(mark, rows, scale) if number < MOST_MARKS else None
        if placed is None:
            rest.append(mark)
            continue
        signs |= mark.signs
        row, label, left = placed
        middle = first + row * _ROW + _ROW / 2
        inner = [el("g", mark.draw(), transform=f"translate(0 {middle:.1f})")]
        if label:
            x, anchor = (mark.left - 5, "end") if left else (mark.right + 4, None)
            inner.append(text(x, middle + 4, label, size=_SIZE, anchor=anchor, class_="chart-quiet"))
        parts.append(link(join(inner), mark.words.href, _title(mark.words, label, beside > 0)))
    bottom = first + max(1, len([r for r in rows.taken if r])) * _ROW + 3
    if rest:
        signs.add("strokes")
        parts.append(_small(rest, bottom))
        bottom += 10
    return parts, max(bottom, top + 9 + 15 * len(name))


def _title(told: Words, shown: str, wide: bool) -> str:
    """What is shown on pointing at a mark: its sentence. On a telephone, where nobody points, no more than its label leaves out."""
    if wide or not shown:
        return told.title
    return "" if shown == clean(told.label) else told.label


def _small(marks: list[Drawn], top: float) -> Markup:
    """What has no room for words: a stroke for a known day, a level line for days it may be, a small circle for a plan."""
    upright = {round(m.left + m.right) / 2 for m in marks if "known" in m.signs and "plan" not in m.signs}
    plans = [m for m in marks if "plan" in m.signs]
    level = {(round(m.left), round(m.right - m.left)) for m in marks if "known" not in m.signs and m not in plans}
    rings = {round(m.left + m.right) / 2 for m in plans if m.right - m.left < 14}
    level |= {(round(m.left), round(m.right - m.left)) for m in plans if m.right - m.left >= 14}
    d = [f"M{x:g} {top:.0f}v7" for x in sorted(upright)]
    d += [f"M{x} {top + 3.5:.1f}h{wide}" for x, wide in sorted(level)]
    d += [f"M{x - 2.5:g} {top + 3.5:.1f}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0" for x in sorted(rings)]
    return path("".join(d), "chart-stroke")


def _marks(lane: Lane, scale: TimeScale) -> list[Drawn]:
    """The marks of a lane, the weightiest first."""
    found: list[tuple[float, Drawn | None]] = []
    for bar in lane.bars:
        words_ = Words(bar.label, bar.href, bar.title)
        found.append((bar.weight, draw_bar(bar.start, bar.end, bar.status, scale, words_, inferred=bar.inferred)))
    for plan in lane.plans:
        words_ = Words(plan.label, plan.href, plan.title)
        found.append((plan.weight, draw_plan(plan.due, plan.held, plan.outcome, scale, words_, inferred=plan.inferred)))
    known = [(weight, mark) for weight, mark in found if mark is not None]
    known.sort(key=lambda pair: (-pair[0], pair[1].left, pair[1].right, pair[1].words.label, pair[1].words.href))
    return [mark for _, mark in known]


def _placed(mark: Drawn, rows: _Rows, scale: TimeScale) -> tuple[int, str, bool] | None:
    """The row of a mark, its label as far as there is room for it, and whether that stands to its left; None: no row has room."""
    for label in dict.fromkeys(fit(mark.words.label, _SIZE, room) for room in _ROOMS):
        room = width_of(label, _SIZE) + 6
        if mark.right + room <= scale.right + 26 and (row := rows.place(mark.left, mark.right + room)) is not None:
            return row, label, False
        if mark.left - room >= scale.left - 18 and (row := rows.place(mark.left - room - _APART, mark.right)) is not None:
            return row, label, True
    row = rows.place(mark.left, mark.right + _APART)
    return None if row is None else (row, "", False)


def _notes(chart: Timeline) -> list[str]:
    told = list(chart.left_out)
    if len(chart.lanes) > MOST_LANES:
        told.append(f"{words.plural(len(chart.lanes) - MOST_LANES, 'lane')} more not drawn.")
    if chart.undated:
        known = "event has no known day and is" if chart.undated == 1 else "events have no known day and are"
        told.append(f"{chart.undated} {known} not drawn.")
    return told


def _description(chart: Timeline) -> str:
    marks = sum(len(lane.bars) + len(lane.plans) for lane in chart.lanes)
    names = words.and_list([lane.label for lane in chart.lanes], 6)
    return f"{words.plural(marks, 'mark')} in {words.plural(len(chart.lanes), 'lane')}{f': {names}' if names else ''}."
