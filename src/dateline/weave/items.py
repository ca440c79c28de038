"""Event mentions with everything that other reports and other sentences add: who, where, when, and how they compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from dateline import languages
from dateline.grounding import ground_all
from dateline.intervals import Interval, day
from dateline.records import EventMention, EventRef, Marks, MentionRef, Published, Report, Role
from dateline.spans import Span
from dateline.weave.acts import act
from dateline.weave.alike import Alike
from dateline.weave.due import PutOff, due, put_off
from dateline.weave.implied import Days
from dateline.weave.lasting import lasted
from dateline.weave.matters import matter
from dateline.weave.places import Places
from dateline.weave.pointers import (
    BEFORE,
    Clause,
    day_pointed_at,
    going_on,
    harks_back,
    lies_there,
    pointed_at,
    retold,
    setting,
    told_as_news,
)
from dateline.weave.reckoned import Reckoned, by_mention
from dateline.weave.stated import by_timetable, from_now, stated_days
from dateline.weave.stays import NOWHERE, Stays
from dateline.weave.taking_part import lent, participants_of, sides_of
from dateline.weave.weaving import Weaving
from dateline.weave.wording import sense, words

FEW = 10  # days of publication that are tried one by one
NEARLY_ALL = 0.8
SURE = 0.6  # confidence from which a mention bears on plans and disputes
ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONCEDE"})  # done where the report that leads with it was written
SERIAL = frozenset({"MOBILIZE"})  # done again and again: which one is meant is told by the day alone
NEWS = 7  # days: what a lead tells without a date is no older


@dataclass(frozen=True)
class Item:
    """One event mention, resolved.

    sides: its participants by country: the people named of that country, empty when only the state or an office is. visitors: the
    same for those who travel.
    """

    ref: EventRef
    mention: EventMention
    participants: tuple[tuple[str, Role], ...]
    sides: Mapping[str, frozenset[str]]
    place: str | None
    country: str | None  # of the place
    capital: bool  # the place is a state or its capital, where many things take place
    stated: Interval | None  # the days that this mention gives
    inferred: Interval | None  # the days of the deed told just before, which it goes on about
    window: Interval | None  # the days it can be on, given when its report came out
    published: Interval | None
    head: bool  # told in the title or the first paragraphs
    visitors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()  # stems of what the clause says beside actors and times
    recent: Interval | None = None  # the days before its report, when it is told as the news
    retold: bool = False  # a plan told in the past tense: "was to meet"
    put_off: PutOff | None = None  # the clause says that the plan was moved
    scene: str | None = None  # where the report was written, when it tells of it as its news
    act: str | None = None  # what kind of act within its type
    kinds: frozenset[str] = frozenset()  # the act, or the frame of what tells no act; of mentions taken together, those of all
    matter: frozenset[str] = frozenset()  # what a deed of words is about
    implied: Interval | None = None  # the day of its report's news, where nothing near it gives another
    news: bool = False  # a deed that the head of its report tells, with no day of its own
    language: str = "en"  # of its report
    lent: frozenset[str] = frozenset()  # people whom another sentence names: those of the meeting told of before
    older: bool = False  # told as behind the time of the news: "had invited her"
    reports: frozenset[str] = frozenset()  # that tell of it
    sentence: Span | None = None
    cue: bool = False  # its word is that of a statement: "said"
    sense: str = ""  # its word, synonyms as one
    alike: Alike | None = None  # how much all reports are alike

    @property
    def sure(self) -> bool:
        """Whether there is so little doubt that it is an event that others may lean on what it says."""
        return self.mention.confidence >= SURE

    @property
    def visit(self) -> bool:
        return self.mention.mode == "visit"

    @property
    def deed(self) -> bool:
        return self.mention.status == "happened"

    @property
    def told(self) -> bool:
        """Whether the deed is told, not only named: "the visit" with no day can be a visit still to come."""
        return self.deed and not (self.mention.nominal and self.stated is None)

    @property
    def parties(self) -> Mapping[str, frozenset[str]]:
        """Those who tell this encounter from others: the visitors of a visit, both sides of a meeting."""
        return self.visitors if self.visit else self.sides

    @property
    def partial(self) -> bool:
        """Whether the words alone do not say which encounter is meant: "the meeting", "the delegation's visit"."""
        if self.visit:
            return not self.place or not any(self.visitors.values())
        return len(self.sides) < 2

    @property
    def people(self) -> frozenset[str]:
        return frozenset(p for people in self.sides.values() for p in people)

    @property
    def numbers(self) -> frozenset[str]:
        """Those of its words that are numbers."""
        return frozenset(word for word in self.words if word[:1].isdigit())


def ground_times(marks: Marks, out: Published | None) -> tuple[Interval | None, ...]:
    """The days that each time expression of a report means, given when it came out.

    A report that came out on one of a few days may mean different days on each; the days that nearly all of them give are taken,
    else all together.
    """
    published = out.interval if out else None
    whole = ground_all(marks.times, published, stamped=out is not None and out.basis == "metadata")
    if published is None or published.exact or (published.days or 99) > FEW or not published.earliest:
        return whole
    candidates = [day(published.earliest + timedelta(days=n)) for n in range(published.days or 0)]
    each = [ground_all(marks.times, candidate) for candidate in candidates]
    meant = []
    for index, hull in enumerate(whole):
        votes = Counter(found[index] for found in each)
        top, count = max(votes.items(), key=lambda v: (v[1], str(v[0])))
        meant.append(top if top is not None and count >= NEARLY_ALL * len(candidates) else hull)
    return tuple(meant)


def items_of(
    marks: Marks,
    weaving: Weaving,
    places: Places,
    published: Published | None,
    news: Sequence[Span],
    report: Report,
    counts: Sequence[Reckoned],
    alike: Alike | None = None,
) -> list[Item]:
    """The report's event mentions, resolved. `news`: where the report tells its news: headline, lead, captions.

    counts: the days that it counts from its own events.
    """
    elsewhen = languages.words(report.language, "elsewhen") if languages.known(report.language) else frozenset()
    days = published.interval if published else None
    times = ground_times(marks, published)
    until = _until(times, marks, days)
    scene = _scene(marks, places)
    stays = Stays(places, weaving.country, report)
    counted = by_mention(counts)
    made = []
    told: tuple[int, Interval] | None = None  # where the last deed with a day stands, and the day
    named = Days(report, marks, times, days, news)
    before: tuple[EventMention, str] | None = None  # the last mention with a place, and the place
    for index, mention in enumerate(marks.events):
        participants = participants_of(marks, mention, weaving)
        place = places.place_of.get(MentionRef(marks.report, mention.place)) if mention.place is not None else None
        head = any(span.covers(mention.trigger) for span in news)
        clause = Clause(mention, marks, report.text, report.language)
        if place is None and before and lies_there(before[0], clause):
            place = before[1]
        place = place or pointed_at(clause, participants, weaving, places, scene, before and before[1])
        place = place or stays.at(mention, participants)
        if place is None and mention.status == "happened" and mention.mode not in ("visit", *NOWHERE):
            place = setting(clause, places) if mention.type == "CONSULT" or mention.type in ON_THE_SPOT else None
        if place is not None:
            before = mention, place
        stays.note(mention, participants, place)
        met = mention.type == "CONSULT" and mention.mode != "visit" and mention.status == "happened"
        if place is None and head and met and not stays.elsewhere(participants, scene):
            place = scene
        if place is None and head and mention.type in ON_THE_SPOT and told_as_news(clause, elsewhen) and not mention.nominal:
            place = scene if scene and _of_there(participants, places.country(scene), weaving) else None
        mention = by_timetable(mention, marks, times, days)
        clause = replace(clause, mention=mention) if mention is not clause.mention else clause
        over = retold(clause)
        stated = stated_days(clause, times, days, retold=over) if index not in counted else None
        if mention.status == "happened":
            stated = day_pointed_at(clause, times) or stated
        if stated is None and (entry := named.of_line(mention)) and _on_its_side(entry, mention, days):
            stated = entry
        stated = lasted(mention, stated, marks, report.text, report.language)
        moved = put_off(mention, marks, times, days, report.text, report.language)
        if moved and (moved.to or stated == moved.formerly):
            stated = moved.to
        elif not over:
            stated = from_now(stated, mention, days) or due(mention, marks, times, days, report.text, report.language)
        window = _window(mention, stated, until, retold=over)
        recent = _recent(mention, days) if head and stated is None else None
        now = days is not None and days.exact and stated is None and going_on(clause)
        inferred = days if now else None
        before_it = max((one for one in (told, named.named_before(mention)) if one), default=None)
        if not now and mention.status == "happened" and stated is None and before_it and named.goes_on(before_it[0], mention):
            inferred = before_it[1]
            if mention.mode != "visit":
                window = (window.meet(inferred) or window) if window else inferred
        elif mention.status == "happened" and stated and stated.closed and (stated.days or 99) <= FEW:
            told = mention.trigger.end, stated
        initiators = tuple((a, r) for a, r in participants if r == "initiator") or participants
        implied = named.of_news(clause, head=head) if stated is None and inferred is None else None
        if implied and mention.type in SERIAL:
            window = (window.meet(implied) or window) if window else implied
        made.append(
            Item(
                ref=EventRef(marks.report, index),
                mention=mention,
                participants=participants,
                sides=sides_of(participants, weaving),
                place=place,
                country=places.country(place) if place else None,
                capital=place is not None and places.capital(place),
                stated=stated,
                inferred=inferred,
                window=window,
                published=days,
                head=head,
                visitors=sides_of(initiators, weaving),
                words=_words(marks, mention, report),
                recent=recent,
                retold=over,
                put_off=moved,
                scene=scene if head and mention.type == "AGREE" and mention.status == "happened" else None,
                act=(kind := act(report.language, mention.type, mention.frame)),
                kinds=frozenset({kind or mention.frame}),
                matter=matter(clause),
                implied=implied,
                news=head and stated is None and told_as_news(clause, elsewhen),
                language=report.language,
                lent=lent(marks, mention, weaving),
                older=harks_back(clause),
                reports=frozenset({marks.report}),
                sentence=clause.sentence,
                sense=sense(mention.lemma, report.language),
                cue=any(s.cue is not None and s.cue.overlap(mention.trigger) > 0 for s in marks.statements),
                alike=alike,
            )
        )
    return made


def _of_there(participants: Sequence[tuple[str, Role]], state: str | None, weaving: Weaving) -> bool:
    """Whether whoever has a part in a deed is of the state from whose city it is told."""
    return state is not None and all(weaving.country(actor) in (state, None) for actor, _ in participants)


def _words(marks: Marks, mention: EventMention, report: Report) -> frozenset[str]:
    """Stems of the content words and numbers of the mention's clause that are part of no actor's name and no time."""
    sentence = next((s for s in marks.sentences if s.covers(mention.trigger)), mention.span)
    start = max(sentence.start, min(mention.span.start, mention.trigger.start - BEFORE))
    taken = [m.span for m in marks.mentions if m.kind != "place"] + [t.span for t in marks.times]
    found = words(report.text, start, max(mention.span.end, mention.trigger.end), report.language)
    kept = [w for w in found if w.kind in ("content", "number") and not any(s.start < w.end and w.start < s.end for s in taken)]
    return frozenset(w.folded for w in kept)


def _on_its_side(days: Interval, mention: EventMention, published: Interval | None) -> bool:
    """Whether a deed on these days is over, and a plan for them still to come, when the report comes out."""
    if published is None:
        return mention.status == "happened"
    if mention.status == "happened":
        return bool(published.latest and days.earliest and days.earliest <= published.latest)
    return bool(published.earliest and days.latest and days.latest >= published.earliest)


def _scene(marks: Marks, places: Places) -> str | None:
    """The place of the report's dateline ("GENEVA, 4 May -"): there its lead's encounters took place unless it says otherwise."""
    for index, mention in enumerate(marks.mentions):
        if mention.dateline:
            return places.place_of.get(MentionRef(marks.report, index))
    return None


def _until(times: Sequence[Interval | None], marks: Marks, published: Interval | None) -> Interval | None:
    """The days on which the report can have been written: with the next one, if a day just gone by is that."""
    if published is None or not published.closed or published.latest is None:
        return published
    next_day = day(published.latest + timedelta(days=1))
    over = any(
        days == next_day and time.meaning and time.meaning.weekday is not None and time.meaning.tense == "past"
        for days, time in zip(times, marks.times, strict=True)
    )
    return published.join(next_day) if over else published


def _window(mention: EventMention, stated: Interval | None, published: Interval | None, *, retold: bool) -> Interval | None:
    """The days an event can be on, for when its report came out: a deed lies behind it, a plan ahead.

    A mere name ("the visit") says neither, and a plan told in the past tense may be over.
    """
    if published is None:
        return stated
    bound: Interval | None = None
    if mention.status == "happened" and published.latest and not (mention.nominal and stated is None):
        bound = Interval(None, published.latest)
    elif mention.status in ("planned", "proposed") and mention.modality == "future" and published.earliest and not retold:
        bound = Interval(published.earliest, None)
    if bound is None:
        return stated
    return (stated.meet(bound) or stated) if stated else bound


def _recent(mention: EventMention, published: Interval | None) -> Interval | None:
    """The days on which a deed told in the lead with no date of its own was most likely done: it is the report's news."""
    if not published or not published.earliest or mention.status != "happened" or mention.modality != "asserted":
        return None
    return Interval(published.earliest - timedelta(days=NEWS), published.latest)
