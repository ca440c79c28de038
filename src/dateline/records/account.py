"""The account: all of it."""

from __future__ import annotations

import msgspec

from dateline.records.judging import Judgement
from dateline.records.marking import Marks
from dateline.records.reading import Problem, Published, Report
from dateline.records.record import Record
from dateline.records.weaving import Actor, CopyEdge, Event, Passage, Place, Plan, Story, StoryLine, VariantGroup


class Account(Record, frozen=True):
    """Everything the reports say happened, and whether they agree."""

    reports: tuple[Report, ...]
    marks: tuple[Marks, ...]
    published: dict[str, Published]  # stated or inferred, a report id to its publication interval
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    variant_groups: tuple[VariantGroup, ...]
    events: tuple[Event, ...]
    plans: tuple[Plan, ...]
    copies: tuple[CopyEdge, ...]
    origins: dict[str, str]  # report id to the id of its independent origin
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]
    outlets: dict[str, str] = msgspec.field(default_factory=dict)  # of reports that name none themselves
    lines: tuple[StoryLine, ...] = ()
    passages: tuple[Passage, ...] = ()  # that go back to other origins than their reports
    judgements: tuple[Judgement, ...] = ()  # those that hold and were obeyed, in the order in which they were given
