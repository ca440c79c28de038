"""The days that a mention gives, read by whether it is a deed or a plan: a plan lies ahead of its report and a deed behind it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.grounding import ground
from dateline.intervals import Interval
from dateline.records import EventMention, Marks, TimeMeaning
from dateline.weave.pointers import Clause, told_then

NEARER, MONTH = 4, 31  # a month gone by this many times farther off than the next of its name, in days, is not meant
JUST_GONE = 7  # days: a plan's day just gone is when it was told


def by_timetable(mention: EventMention, marks: Marks, times: Sequence[Interval | None], published: Interval | None) -> EventMention:
    """ "The committee meets on 13 October", in a report that came out before, is a plan."""
    if mention.status != "happened" or mention.when is None or published is None:
        return mention
    days, meaning = times[mention.when], marks.times[mention.when].meaning
    if days is None or meaning is None or meaning.tense != "present" or not _before(published, days):
        return mention
    return msgspec.structs.replace(mention, status="planned", modality="future")


def stated_days(clause: Clause, times: Sequence[Interval | None], published: Interval | None, *, retold: bool) -> Interval | None:
    """The days a mention gives. A plan lies ahead of its report and a deed behind it, whatever tense the time was read with.

    A plan told in the past tense was ahead of somebody else: a date, month or year that it names is the last of that name, unless
    the next is much nearer; and "by December 17" was the day that was set.
    """
    mention, marks = clause.mention, clause.marks
    if mention.when is None:
        return None
    found, meaning = times[mention.when], marks.times[mention.when].meaning
    if not (found and published and meaning):
        return found
    if retold and meaning.base == "publication" and (meaning.unit in ("month", "season", "year") or meaning.month is not None):
        set_for = msgspec.structs.replace(meaning, bound="exact") if meaning.bound == "not after" else meaning
        last, coming = (ground(msgspec.structs.replace(set_for, tense=tense), published) for tense in ("past", "future"))
        return _nearest(coming if meaning.unit == "day" and coming else found, last, published)
    if mention.modality == "future" and not retold and meaning.shift == 0 and meaning.unit != "day":  # "hoped to meet this year"
        found = ground(msgspec.structs.replace(meaning, tense="future"), published) or found
    if mention.modality == "future" and _before(found, published):
        gap = clause.text[marks.times[mention.when].span.end : mention.trigger.start]
        if meaning.tense != "future" and told_then(gap, clause.language):
            return None
        if meaning.base == "publication":
            found = _next(meaning, published)
        # A day gone by is when the plan was told, not what it was for: a day just gone, or one named before the plan itself.
        told = marks.times[mention.when].span.start < mention.trigger.start
        return None if found and _before(found, published) and (told or found.gap(published) <= JUST_GONE) else found
    if mention.status in ("happened", "denied") and _before(published, found) and meaning.base == "publication":
        if meaning.weekday is not None and meaning.tense == "past" and found.gap(published) <= 1:
            return found  # it is that day already where it was done
        return ground(msgspec.structs.replace(meaning, tense="past"), published) or found
    if mention.status == "happened" and _before(published, found) and meaning.base == "reference":
        # "flew home in the night" goes on about a day that is over, not about one to come that was named in between.
        earlier = (ground(meaning, published, time) for time in reversed(times[: mention.when]) if time and time.closed)
        return next((f for f in earlier if f and not _before(published, f)), None)
    return found


def _next(meaning: TimeMeaning, published: Interval) -> Interval | None:
    """The next day of that name; "by Christmas" is never the last one, though it be nearer."""
    ahead = ground(msgspec.structs.replace(meaning, tense="future"), published)
    bound = meaning.bound in ("not after", "before") and meaning.month is not None and meaning.shift is None
    if ahead and bound and _before(ahead, published):
        return ground(msgspec.structs.replace(meaning, shift=1), published)
    return ahead


def _nearest(read: Interval, past: Interval | None, published: Interval) -> Interval:
    return past if past and past.gap(published) < NEARER * max(read.gap(published), MONTH) else read


def _before(a: Interval, b: Interval) -> bool:
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def from_now(stated: Interval | None, mention: EventMention, published: Interval | None) -> Interval | None:
    """ "before May" of a plan is from its report until then."""
    if (
        stated is None
        or stated.earliest
        or mention.modality != "future"
        or not (published and published.earliest and stated.latest)
    ):
        return stated
    return Interval(published.earliest, stated.latest) if published.earliest <= stated.latest else stated
