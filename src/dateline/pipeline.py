"""STEPS: all of Dateline on one page.

Three shapes of step. `Each`: one record in, records out; its records can be worked on anywhere, in any order. `Group`: all records
in, records out. `Parts`: the records fall into parts that have nothing to do with each other; each part is worked on as a whole,
anywhere, in any order. A step names what it takes and what it gives; an engine runs the steps in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dateline.intervals import Interval
from dateline.mark.report import mark, mark_together
from dateline.read import read
from dateline.records import (
    CopyEdge,
    Event,
    EventRef,
    KnownPerson,
    Marks,
    MentionRef,
    Plan,
    Published,
    Report,
    StatementRef,
    Story,
    VariantGroup,
)
from dateline.weave.actors import as_people_said, clusters_of
from dateline.weave.copies import copies
from dateline.weave.coreference import THRESHOLD, event_links
from dateline.weave.dating import date_reports, openings
from dateline.weave.dating_leads import told_in_openings
from dateline.weave.episodes import story_lines_of
from dateline.weave.events import WovenEvents, resolve, weave_events
from dateline.weave.judged_events import as_judged, kept_apart
from dateline.weave.judgements import NOTHING, Said, heed
from dateline.weave.keeping import fates_of
from dateline.weave.lines import Line, Woven, joined, line_by_line, story_lines
from dateline.weave.locals import Local
from dateline.weave.origins import Origins, cited, with_origins
from dateline.weave.outlets import late_pages, outlets
from dateline.weave.passages import passages
from dateline.weave.places import Places
from dateline.weave.plans import overdue, plans
from dateline.weave.reckoned import counts_of
from dateline.weave.stories import SURELY_ONE, of_one_story, stories
from dateline.weave.variants import variants
from dateline.weave.versions import Version, versions
from dateline.weave.weaving import Weaving

SAME_PEOPLE = 2  # people in common from which two reports follow each other up,
SHARE = 0.4  # and their share of the people of the report with fewer
SAFE = 0.7  # confidence from which an event mention bears on when reports came out


@dataclass(frozen=True)
class Each:
    """A step over single records. Its work is kept, keyed by the record's id and the version of the code in `packages`."""

    name: str
    run: Callable[[Any], Any]
    takes: str
    gives: str
    packages: tuple[str, ...]
    together: Callable[[Sequence[Any]], Iterable[Any]] | None = None  # the same for several records, sooner than one by one


@dataclass(frozen=True)
class Group:
    """A step over all records named in `takes`; `gives` names its results, in order.

    remembered: it costs much and never asks who speaks, so that an engine can give out again what it gave for the same records.
    """

    name: str
    run: Callable[..., Any]
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    remembered: bool = False


@dataclass(frozen=True)
class Parts:
    """A step over parts of the records in `takes` that know nothing of each other.

    part: what belongs to each part; run: the work on one of them; join: what all of them gave together, as `gives` names it. Its
    work is kept as a `result`, keyed by all that the part is and the version of the code in `packages`: a new report has only the
    parts worked out anew that it changes.
    """

    name: str
    part: Callable[..., Sequence[Any]]
    run: Callable[[Any], Any]
    join: Callable[[Sequence[Any]], tuple[Any, ...]]
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    result: type
    packages: tuple[str, ...]


def weave_people(reports: Sequence[Report], marks: Mapping[str, Marks], known: Sequence[KnownPerson]) -> list[list[Local]]:
    """Who is the same; "the foreign minister" of several is whoever is seen in office when the report says that it came out.

    known: people of lists, by whose names and offices what the reports leave open is decided.
    """
    return clusters_of(marks.values(), {r.id: r.published.interval for r in reports if r.published}, known)


def weave_dates(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    places: Places,
    edges: Sequence[CopyEdge] = (),
    said: Said = NOTHING,
    late: Collection[str] = (),
) -> dict[str, Published]:
    """Publication days, those of undated reports from what they and the others say of the same events.

    late: reports (ids) of outlets that date their pages late, whose days say nothing of the others'.
    Worked out twice: days found first tell apart, and bring together, mentions whose time was no more than "on Tuesday".
    """
    published = {r.id: r.published for r in reports if r.published}
    if len(published) == len(reports):
        return published
    people = people_of(marks, weaving)
    copied = [frozenset((edge.copy, edge.original)) for edge in edges]
    opening, counts = openings(reports, marks), counts_of(reports, marks)
    for _ in range(2):
        told = (as_judged(i, said) for i in resolve(reports, marks, weaving, places, published, counts))
        items = [i for i in told if i.mention.confidence >= SAFE]
        found = event_links(items, places)
        links = [(items[a].ref, items[b].ref) for (a, b), link in sorted(found.items()) if link.score >= THRESHOLD]
        about = told_in_openings(opening, marks, items, {**weaving.actor_of, **places.place_of})
        published = date_reports(reports, marks, links, peers(links, people), copied, about, counts, late)
    return published


def peers(links: Sequence[tuple[EventRef, EventRef]], people: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """Pairs of reports that tell at least two of the same events, or name the same people: they follow each other up."""
    shared = Counter(tuple(sorted((a.report, b.report))) for a, b in set(links) if a.report != b.report)
    pairs = {pair for pair, count in shared.items() if count > 1}
    pairs |= {(a, b) for a, b in combinations(sorted(people), 2) if _same_people(people[a], people[b])}
    return [frozenset(pair) for pair in sorted(pairs)]


def _same_people(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= max(SAME_PEOPLE, SHARE * min(len(a), len(b)))


def people_of(marks: Mapping[str, Marks], weaving: Weaving) -> dict[str, frozenset[str]]:
    """Ids of the persons that each report names."""
    people: dict[str, set[str]] = {report: set() for report in marks}
    for ref, actor in weaving.actor_of.items():
        if weaving.named_person(actor):
            people[ref.report].add(actor)
    return {report: frozenset(named) for report, named in people.items()}


def weave_variants(
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    published: Mapping[str, Published],
    origins: Mapping[str, str],
) -> tuple[VariantGroup, ...]:
    """Versions of one statement of one speaker."""
    listed = versions_of(reports, marks, weaving, published)
    return variants(listed, {r.id: r.text for r in reports}, lambda a, b: origins.get(a, a) == origins.get(b, b))


def versions_of(
    reports: Sequence[Report], marks: Mapping[str, Marks], weaving: Weaving, published: Mapping[str, Published]
) -> list[Version]:
    """All statements, ready to be compared."""

    def speaker_of(ref: StatementRef) -> str | None:
        speaker = marks[ref.report].statements[ref.index].speaker
        actor = weaving.actor_of.get(MentionRef(ref.report, speaker)) if speaker is not None else None
        return None if actor is None or weaving.nameless(actor) else actor

    def day_of(ref: StatementRef) -> Interval | None:
        days = published.get(ref.report)
        return days.interval if days else None

    def side_of(speaker: str) -> tuple[str, bool]:
        if not speaker:  # nobody knows who said it
            return speaker, True
        return weaving.country(speaker) or speaker, weaving.kind(speaker) == "person"

    return versions([marks[r] for r in sorted(marks)], {r.id: r.text for r in reports}, speaker_of, day_of, side_of)


def weave_plans(
    woven: WovenEvents,
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    places: Places,
    published: Mapping[str, Published],
    said: Said = NOTHING,
) -> tuple[Plan, ...]:
    """What was planned, and what became of it in these reports."""
    texts = {r.id: r.text for r in reports}
    fates = fates_of(((e, woven.items[e.id]) for e in woven.events), marks, texts, weaving, places)
    fates = kept_apart(fates, woven.items, said)
    return plans(woven.events, woven.items, fates, published)


def weave_lines(
    reports: Sequence[Report], marks: Mapping[str, Marks], weaving: Weaving, copies: Sequence[CopyEdge], said: Said
) -> tuple[tuple[str, ...], ...]:
    """Which reports have to do with each other."""
    return story_lines(reports, copies, people_of(marks, weaving), said)


def weave_line(line: Line) -> Woven:
    """When one line's reports came out, what they tell, in which versions, and what was planned."""
    reports, marks, weaving, places = line.reports, line.marks, line.weaving, Places(line.marks)
    published = weave_dates(reports, marks, weaving, places, line.copies, line.said, line.late)
    origins = Origins(reports, line.origins, line.passages, line.outlets)
    woven = weave_events(reports, marks, weaving, places, published, origins, line.said, stories=line.early_stories)
    versions = with_origins(weave_variants(reports, marks, weaving, published, line.origins), marks, origins)
    foreseen = weave_plans(woven, reports, marks, weaving, places, published, line.said)
    return Woven(published, places.records(), woven.events, versions, foreseen)


def weave_early_stories(
    lines: Sequence[Sequence[str]],
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    weaving: Weaving,
    edges: Sequence[CopyEdge],
) -> tuple[tuple[str, ...], ...]:
    """Which reports of a line are one story as far as their words, people and stated days tell, before any event is known."""
    published = {r.id: r.published for r in reports if r.published}
    return of_one_story(lines, reports, (), edges, published, people_of(marks, weaving), SURELY_ONE)


def weave_stories(
    lines: Sequence[Sequence[str]],
    reports: Sequence[Report],
    marks: Mapping[str, Marks],
    events: Sequence[Event],
    edges: Sequence[CopyEdge],
    published: Mapping[str, Published],
    weaving: Weaving,
) -> tuple[Story, ...]:
    """Which reports of a line are one story."""
    found = of_one_story(lines, reports, events, edges, published, people_of(marks, weaving))
    return stories(found, reports, events, published)


STEPS: tuple[Each | Group | Parts, ...] = (
    Each("read", read, "sources", "reports", ("read", "languages", "world")),
    Each("mark", mark, "reports", "marks", ("mark", "languages", "world"), mark_together),
    Group("judgements", heed, ("reports", "marks", "judgements"), ("reports", "marks", "said")),
    Group("copies", copies, ("reports",), ("copies", "origins"), remembered=True),
    Group("passages", passages, ("reports", "marks", "copies", "origins"), ("copies", "printed"), remembered=True),
    Group("outlets", outlets, ("reports",), ("outlets",)),
    Group("people", weave_people, ("reports", "marks", "known"), ("clusters",), remembered=True),
    Group("actors", as_people_said, ("clusters", "marks", "said"), ("actors", "weaving")),
    Group("sources", cited, ("reports", "marks", "actors", "origins", "outlets", "printed"), ("passages",)),
    Group("lines", weave_lines, ("reports", "marks", "weaving", "copies", "said"), ("lines",)),
    Group("late pages", late_pages, ("lines", "reports", "outlets"), ("late",)),
    Group("early stories", weave_early_stories, ("lines", "reports", "marks", "weaving", "copies"), ("early_stories",)),
    Parts(
        "line by line",
        line_by_line,
        weave_line,
        joined,
        ("lines", "reports", "marks", "weaving", "copies", "origins", "passages", "outlets", "said", "late", "early_stories"),
        ("published", "places", "events", "variants", "foreseen"),
        Woven,
        ("weave", "mark", "languages", "world"),
    ),
    Group("plans", overdue, ("foreseen", "published"), ("plans",)),
    Group("stories", weave_stories, ("lines", "reports", "marks", "events", "copies", "published", "weaving"), ("stories",)),
    Group("episodes", story_lines_of, ("lines", "stories", "events", "published"), ("story_lines",)),
)
