"""When a deed was done that no report gives a day: on the day that texts go on about, on that of a report's news, or between the
reports that foresee it, or tell it as their news, and the first that tells it as done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dateline.intervals import Interval
from dateline.weave.items import Item

YESTERDAY = 1  # days: what is told in a lead with no day is of the day of the report or the one before
FEW = 3  # days: a longer stretch is no date


def days_told(items: Sequence[Item]) -> Interval | None:
    """The days that the texts go on about where they tell it, the narrowest where all agree."""
    said = sorted({i.inferred for i in items if i.inferred}, key=lambda days: (days.days or 99, days))
    return said[0] if said and all(said[0].meet(other) for other in said) else None


def news_day(items: Sequence[Item]) -> Interval | None:
    """The day of the news of the first report that tells it, as narrow as the reports that agree leave it."""
    last = min((i.published.latest for i in items if i.told and i.published and i.published.latest), default=None)
    said = sorted(
        (i.published.latest, not i.head, i.implied.days or 99, i.implied)
        for i in items
        if i.implied and i.published and i.published.latest and i.sure
    )
    if not said or last is None:
        return None
    days = said[0][3]
    for *_, other in said[1:]:
        days = days.meet(other) or days
    return days if days.latest and days.latest <= last else None


def days_left(items: Sequence[Item]) -> Interval | None:
    """The few days on which an undated deed can have been done; None where they are more, or the reports do not agree."""
    last = min((i.published.latest for i in items if i.told and i.published and i.published.latest), default=None)
    news = [i.published.earliest - timedelta(days=YESTERDAY) for i in items if i.news and i.published and i.published.earliest]
    ahead = [i.published.earliest for i in items if _foreseen(i) and i.published and i.published.earliest]
    first = max([*news, *ahead], default=None)
    if first is None or last is None or first > last or (last - first).days >= FEW:
        return None
    return Interval(first, last)


def _foreseen(item: Item) -> bool:
    return item.mention.status == "planned" and item.mention.modality == "future" and not item.retold and not item.put_off
