"""Plans by the day they are due, month by month, with a sign for what became of each."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date

from markupsafe import Markup

from dateline.intervals import Interval
from dateline.records import PlanOutcome, Record
from dateline.tell import words
from dateline.tell.charts import signs
from dateline.tell.charts.legend import notes
from dateline.tell.charts.lettering import fit, width_of, wrap
from dateline.tell.charts.svg import WIDE, el, frame, join, line, link, rect, text

MOST = 24  # months
MOST_BELOW = 8  # plans with no exact day, below their month
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_CELL = 40.0  # the height of a week with plans
_EMPTY = 20.0  # and of one without
_HEAD = 40.0
_WORDS: dict[PlanOutcome, str] = {
    "open": "open",
    "kept": "kept",
    "cancelled": "called off",
    "moved": "moved",
    "overdue": "due, no news",
}


class Due(Record, frozen=True):
    """A plan and when it is due; None where no day was given."""

    when: Interval | None
    outcome: PlanOutcome
    label: str
    href: str = ""
    title: str = ""


class PlanCalendar(Record, frozen=True):
    """Plans in any order. `left_out` are sentences on what is not drawn."""

    plans: tuple[Due, ...]
    title: str = "Calendar of plans"
    desc: str = ""
    left_out: tuple[str, ...] = ()


def draw(chart: PlanCalendar, *, id: str = "calendar", width: float = WIDE) -> Markup:
    """The months that have plans: two side by side at WIDE, one below the other at NARROW."""
    months: dict[tuple[int, int], list[Due]] = defaultdict(list)
    for plan in sorted(chart.plans, key=_order):
        if at := _month_of(plan.when):
            months[at].append(plan)
    longer = [plan for plan in sorted(chart.plans, key=_order) if plan.when and _known(plan.when) and not _month_of(plan.when)]
    undated = len(chart.plans) - len(longer) - sum(map(len, months.values()))
    shown = sorted(sorted(months)[-MOST:])
    columns = 2 if width >= 640 else 1
    wide = (width - 24 * (columns - 1)) / columns
    body: list[Markup] = []
    y = 0.0
    for start in range(0, len(shown), columns):
        below = y
        for column, month in enumerate(shown[start : start + columns]):
            parts, bottom = _month(month, months[month], column * (wide + 24), y, wide)
            body += parts
            below = max(below, bottom)
        y = below + 14
    if longer:
        parts, y = _longer(longer, y, width)
        body += parts
    if not shown and not longer:
        body.append(text(0, 18, "No plan has a known day.", size=13, class_="chart-soft"))
        y = 26
    told, y = _legend({plan.outcome for plan in (*longer, *(p for month in shown for p in months[month]))}, y, width)
    hidden = len(months) - len(shown)
    left_out = [f"{words.plural(hidden, 'earlier month')} with plans not drawn."] if hidden else []
    if undated:
        left_out.append(f"{words.plural(undated, 'plan')} of which no day is known {'is' if undated == 1 else 'are'} not drawn.")
    said, bottom = notes([*left_out, *chart.left_out], y, width)
    desc = chart.desc or _description(chart.plans)
    return frame([*body, *told, *said], id=id, title=chart.title, desc=desc, width=width, height=bottom + 4, kind="calendar")


def _order(plan: Due) -> tuple[date, date, str, str]:
    when = plan.when or Interval(None, None)
    return when.latest or when.earliest or date.max, when.earliest or date.min, plan.label, plan.href


def _month_of(when: Interval | None) -> tuple[int, int] | None:
    """The month in which a plan is due, by one end where the other is open; None for days of several months, and for none."""
    ends = {(day.year, day.month) for day in (when.earliest, when.latest) if day} if when else set()
    return ends.pop() if len(ends) == 1 else None


def _known(when: Interval) -> bool:
    return when.earliest is not None or when.latest is not None


def _longer(plans: list[Due], top: float, width: float) -> tuple[list[Markup], float]:
    """Plans whose days are of more than one month, in words: they stand in none."""
    parts = [text(0, top + 14, "Some day in more than one month", size=14, class_="chart-strong")]
    y = top + 20
    for plan in plans[: 2 * MOST_BELOW]:
        drawn, y = _span(plan, 0, y, width)
        parts.append(drawn)
    if len(plans) > 2 * MOST_BELOW:
        y += 16
        parts.append(text(0, y, f"and {len(plans) - 2 * MOST_BELOW} more", size=11.5, class_="chart-soft"))
    return parts, y + 14


def _month(month: tuple[int, int], plans: list[Due], left: float, top: float, width: float) -> tuple[list[Markup], float]:
    """One month and where it ends: its days, then the plans of which only a span of days is known."""
    side = width / 7
    days: dict[int, list[Due]] = defaultdict(list)
    for plan in plans:
        if plan.when and plan.when.exact and plan.when.earliest:
            days[plan.when.earliest.day].append(plan)
    parts = [text(left, top + 14, f"{words.MONTHS[month[1] - 1]} {month[0]}", size=14, class_="chart-strong")]
    for number, name in enumerate(_DAYS):
        parts.append(text(left + number * side + 4, top + 32, name, size=11, class_="chart-soft"))
    y = top + _HEAD
    for week in _weeks(month) if days else ():
        parts.append(line(left, y, left + width, y, "chart-rule"))
        for column, day in enumerate(week):
            if day:
                parts.append(_day(day, days.get(day, []), left + column * side, y, side))
        y += _CELL if any(day in days for day in week) else _EMPTY
    if not days:
        parts, y = parts[:1], top + 20
    spans = [plan for plan in plans if not (plan.when and plan.when.exact)]
    for plan in spans[:MOST_BELOW]:
        drawn, y = _span(plan, left, y, width)
        parts.append(drawn)
    if len(spans) > MOST_BELOW:
        y += 16
        parts.append(text(left, y, f"and {len(spans) - MOST_BELOW} more", size=11.5, class_="chart-soft"))
    return parts, y


def _weeks(month: tuple[int, int]) -> list[list[int]]:
    """Days of the month by week from Monday, 0 outside it; without the first and last years, where weeks leave the calendar."""
    first = date(*month, 1).weekday()
    days = [0] * first + list(range(1, monthrange(*month)[1] + 1))
    days += [0] * (-len(days) % 7)
    return [days[n : n + 7] for n in range(0, len(days), 7)]


def _day(day: int, plans: list[Due], x: float, y: float, side: float) -> Markup:
    parts = [text(x + 4, y + 13, str(day), size=11, class_="chart-strong" if plans else "chart-soft")]
    room = max(1, int((side - 4) // 17))
    shown = plans if len(plans) <= room else plans[: room - 1]
    for number, plan in enumerate(shown):
        at = x + 12 + number * 17
        target = rect(at - 8, y + 17, 17, 20, "chart-target")
        parts.append(link(join([target, _sign(plan.outcome, at, y + 27)]), plan.href, _title(plan)))
    if len(plans) > len(shown):
        rest = text(x + 5 + len(shown) * 17, y + 31, f"+{len(plans) - len(shown)}", size=11)
        parts.append(el("g", el("title", "; ".join(_title(plan) for plan in plans[len(shown) :][:20])), rest))
    return join(parts)


def _span(plan: Due, left: float, y: float, width: float) -> tuple[Markup, float]:
    """A plan with no exact day, in words."""
    when = fit(words.label(plan.when), 11.5, width - 22)
    lines = wrap(f"{when}: {plan.label}", 11.5, width - 22, 2)
    parts = [_sign(plan.outcome, left + 8, y + 12)]
    parts += [text(left + 22, y + 16 + 14 * n, part, size=11.5, class_="chart-quiet") for n, part in enumerate(lines)]
    return link(join(parts), plan.href, _title(plan)), y + 4 + 14 * len(lines) + 2


def _title(plan: Due) -> str:
    return plan.title or f"{plan.label}, {words.label(plan.when)}: {_WORDS[plan.outcome]}"


def _sign(outcome: PlanOutcome, x: float, y: float) -> Markup:
    if outcome == "kept":
        return signs.square(x, y)
    if outcome == "cancelled":
        return signs.cross(x, y)
    if outcome == "moved":
        return signs.onward(x, y)
    return signs.question(x, y) if outcome == "overdue" else signs.circle(x, y, 5)


def _legend(used: set[PlanOutcome], top: float, width: float) -> tuple[list[Markup], float]:
    parts: list[Markup] = []
    x, y = 0.0, top + 12
    for outcome, said in _WORDS.items():
        if outcome in used:
            room = 20 + width_of(said, 11) + 14
            x, y = (0.0, y + 17) if x and x + room > width + 14 else (x, y)
            parts += [_sign(outcome, x + 7, y - 4), text(x + 18, y, said, size=11, class_="chart-soft")]
            x += room
    return parts, y + 6 if parts else top


def _description(plans: tuple[Due, ...]) -> str:
    counts = {outcome: sum(1 for p in plans if p.outcome == outcome) for outcome in _WORDS}
    return f"{words.plural(len(plans), 'plan')}: {', '.join(f'{n} {_WORDS[o]}' for o, n in counts.items() if n) or 'none'}."
