"""The episodes of a story: what happened at one time, named by its main event; and the other stories of its line."""

from __future__ import annotations

from dateline.intervals import Interval
from dateline.records import Record, Story, StoryLine
from dateline.tell.lookup import Lookup
from dateline.tell.titles import event_title, main_event


class ToldEpisode(Record, frozen=True):
    """about: id of the event that it is named by. deeds, reports: how many."""

    title: str
    days: Interval
    about: str
    deeds: int
    reports: int


def line_of(story: Story, lookup: Lookup) -> StoryLine | None:
    """The line that a story is of."""
    return next((line for line in lookup.account.lines if story.id in line.stories), None)


def episodes_of(story: Story, lookup: Lookup) -> tuple[ToldEpisode, ...]:
    """The episodes that a story tells of, in the order of time; none where it is all of one time."""
    line, own = line_of(story, lookup), set(story.events)
    found = [episode for episode in line.episodes if not own.isdisjoint(episode.events)] if line else []
    told = []
    for episode in found:
        if best := main_event(episode, lookup):
            title = event_title(best, lookup, dated=False)
            told.append(ToldEpisode(title, episode.days, best.id, len(episode.events), len(episode.reports)))
    return tuple(told) if len(told) > 1 else ()


def beside(story: Story, lookup: Lookup) -> tuple[Story, ...]:
    """The other stories of a story's line, the earliest first."""
    line, by_id = line_of(story, lookup), {s.id: s for s in lookup.account.stories}
    return tuple(by_id[id_] for id_ in line.stories if id_ != story.id and id_ in by_id) if line else ()
