"""The day of a deed whose own words give none: of its line in a chronicle, of what was told just before, of its report's news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from dateline import languages
from dateline.intervals import Interval
from dateline.records import EventMention, Marks, Report
from dateline.spans import Span
from dateline.weave.dating_case import stands_in_dateline
from dateline.weave.pointers import GOES_ON, Clause, told_as_news

FEW = 3  # days: a time wider than this, or a report known no better, dates nothing by itself
FRESH = 6  # days before its report that a lead's news lies at most
THREAD = 500  # characters within which a text goes on about the time it named
LINES = 2  # lines opened by a date that make a chronicle
YESTERDAY = timedelta(days=1)
_OPENS = re.compile(r"[\s*\u2022-]*")
_ENTRY = re.compile(r"\s*(?:[-\u2010-\u2015]|:)\s")


class Days:
    """The days that a report names as it goes on; `times` are what its time expressions mean, `lead` where it tells its news."""

    def __init__(
        self, report: Report, marks: Marks, times: Sequence[Interval | None], published: Interval | None, lead: Sequence[Span]
    ) -> None:
        self.report, self.marks, self.times, self.published = report, marks, times, published
        self._elsewhen = languages.words(report.language, "elsewhen") if languages.known(report.language) else frozenset()
        self._anchors = [(marks.times[n].span, days) for n in range(len(times)) if (days := self._day_told(n))]
        self._entries = self._lines()
        self._news = self._news_days(lead)

    def of_line(self, mention: EventMention) -> Interval | None:
        """The date that opens the mention's line, in a report of such lines: "May 3 - The two meet in Oslo"."""
        start = self.report.text.rfind("\n", 0, mention.trigger.start) + 1
        return self._entries.get(start) if len(self._entries) >= LINES else None

    def named_before(self, mention: EventMention) -> tuple[int, Interval] | None:
        """The day that was named last before a mention, and where its words end."""
        return max(((span.end, days) for span, days in self._anchors if span.end <= mention.trigger.start), default=None)

    def goes_on(self, end: int, mention: EventMention) -> bool:
        """Whether a mention goes on about a day told before it: close by, and with no word between that leads to another time."""
        between = self.report.text[end : mention.trigger.start]
        return len(between) <= GOES_ON and "\n" not in between.strip() and self._here(between)

    def of_news(self, clause: Clause, *, head: bool) -> Interval | None:
        """The day of the report's news, where a deed is told with no time near it that is another.

        That is the one day of the last week that the lead names, for the lead's own deeds the first of several, and where it names
        none the day of the report or the one before. Of deeds so told in stories with known days nine in ten have that day.
        """
        published, mention = self.published, clause.mention
        if published is None or (published.days or FEW + 1) > FEW or not published.earliest or not published.latest:
            return None
        if not told_as_news(clause, self._elsewhen) or self._spoken(mention) or self._elsewhere(clause):
            return None
        if not self._news:
            return Interval(published.earliest - YESTERDAY, published.latest) if published.exact else None
        if len(set(self._news)) == 1 or (head and self._named_since(mention) is None):
            return self._news[0]
        return None

    def _day_told(self, number: int) -> Interval | None:
        """The few days that a time expression names as past."""
        time, days = self.marks.times[number], self.times[number]
        if days is None or not days.closed or (days.days or FEW + 1) > FEW or time.type not in ("DATE", "TIME"):
            return None
        meaning, published = time.meaning, self.published
        if meaning is None or meaning.bound != "exact" or meaning.tense == "future":
            return None
        ahead = meaning.tense == "past" and meaning.weekday is not None and published is not None and days.gap(published) <= 1
        if published and published.latest and days.earliest and days.earliest > published.latest and not ahead:
            return None
        return None if stands_in_dateline(self.report.blocks, self.report.text, time.span) else days

    def _lines(self) -> dict[int, Interval]:
        """By the start of a line, the date that opens it."""
        text, found = self.report.text, {}
        for time, days in zip(self.marks.times, self.times, strict=True):
            start = text.rfind("\n", 0, time.span.start) + 1
            if days and _OPENS.fullmatch(text, start, time.span.start) and _ENTRY.match(text, time.span.end):
                found[start] = days
        return found

    def _news_days(self, lead: Sequence[Span]) -> list[Interval]:
        """The days just over that the lead names, in their order."""
        published = self.published
        body = [block.span for block in self.report.blocks if block.role in ("body", "turn")]
        return [
            days
            for span, days in self._anchors
            if days.exact
            and published
            and days.gap(published) <= FRESH
            and any(one.covers(span) for one in lead)
            and any(one.covers(span) for one in body)
        ]

    def _spoken(self, mention: EventMention) -> bool:
        """Whether a speaker tells it in his own words; on air, speakers' turns are the report."""
        own = ("indirect", "turn") if self.report.kind == "transcript" else ("indirect",)
        return any(one.kind not in own and one.span.covers(mention.trigger) for one in self.marks.statements)

    def _elsewhere(self, clause: Clause) -> bool:
        """Whether the sentence names a time, or the text goes on about days that are long over."""
        if any(clause.sentence.covers(time.span) and time.type in ("DATE", "TIME") for time in self.marks.times):
            return True
        last, published = self._named_since(clause.mention), self.published
        return bool(last and last.latest and published and published.earliest and (published.earliest - last.latest).days > FRESH)

    def _named_since(self, mention: EventMention) -> Interval | None:
        """The time that was named last, not far before a mention."""
        start = mention.trigger.start
        near = (
            (time.span.end, days)
            for time, days in zip(self.marks.times, self.times, strict=True)
            if days and time.type in ("DATE", "TIME") and start - THREAD < time.span.end <= start
        )
        return max(near, key=lambda one: one[0], default=(0, None))[1]

    def _here(self, between: str) -> bool:
        return self._elsewhen.isdisjoint(re.findall(r"\w+", between.lower()))
