"""Episodes: what happened in a story line at one time. A visit in April and another in May are two episodes of one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.records import Episode, Event, Published, Story, StoryLine

BETWEEN = 7  # days without a deed that part two episodes
EXACT = 7  # days: a deed told of no more exactly than this belongs to no episode
SURE = 0.6  # confidence from which a mention is a deed that makes an episode
FEW = 2  # reports that must tell of a deed of an episode, where the line has so many: what one alone looks back to is background


def story_lines_of(
    lines: Iterable[Sequence[str]], stories: Iterable[Story], events: Iterable[Event], published: Mapping[str, Published]
) -> tuple[StoryLine, ...]:
    """Each line with its stories, those first whose reports came out first, and its episodes in the order of time."""
    home = {report: number for number, line in enumerate(lines) for report in line}
    told: dict[int, list[Story]] = defaultdict(list)
    for story in stories:
        told[home[story.reports[0]]].append(story)
    deeds: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        deeds[home[event.reports[0]]].append(event)
    found = []
    for number, line in enumerate(lines):
        ordered = sorted(told[number], key=lambda s: (_first_day(s, published), s.id))
        found.append(
            StoryLine(content_id("line", line[0]), tuple(s.id for s in ordered), tuple(episodes(deeds[number], len(line))))
        )
    return tuple(sorted(found, key=lambda line: line.id))


def _first_day(story: Story, published: Mapping[str, Published]) -> date:
    days = (published[r].interval.earliest for r in story.reports if r in published)
    return min((day for day in days if day), default=date.max)


def episodes(events: Iterable[Event], reports: int) -> list[Episode]:
    """The deeds of a line with so many reports, put together where no more than BETWEEN days lie between them."""
    dated = sorted((*days, e.id, e) for e in events if (days := _days(e)))
    runs: list[list[Event]] = []
    end = date.min
    for first, last, _, event in dated:
        if not runs or (first - end).days > BETWEEN:
            runs.append([])
        runs[-1].append(event)
        end = max(end, last)
    enough = min(FEW, reports)
    return [_episode(run) for run in runs if max(len(e.reports) for e in run) >= enough]


def _days(event: Event) -> tuple[date, date] | None:
    """The first and the last day of a deed that is told exactly enough."""
    days = event.date
    if event.status != "happened" or event.confidence < SURE or days is None or days.earliest is None or days.latest is None:
        return None
    return (days.earliest, days.latest) if (days.latest - days.earliest).days < EXACT else None


def _episode(run: Sequence[Event]) -> Episode:
    days = [of for e in run if (of := _days(e))]
    first, last = min(of[0] for of in days), max(of[1] for of in days)
    return Episode(Interval(first, last), tuple(e.id for e in run), tuple(sorted({r for e in run for r in e.reports})))
