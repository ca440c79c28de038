"""Which deed keeps which plan: plans and deeds that were told too differently to be one event are matched one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.intervals import Interval
from dateline.records import Event, Marks, Status
from dateline.weave.coreference import family
from dateline.weave.items import Item
from dateline.weave.places import Places
from dateline.weave.together import all_sides
from dateline.weave.weaving import Weaving
from dateline.weave.wording import words

ENOUGH = 2.0  # evidence that makes a deed the keeping of a plan where the people or both parties are the same
ENOUGH_ELSE = 2.5  # where fewer are known
SLIP = 3  # days by which a deed may miss its plan and still keep it
MOVED = 120  # days by which a plan may be put off and still be the same plan
MOVED_ACT = 400  # the same for acts told in the same words: a treaty is signed late
SOON, LATER = 45, 180  # days after its announcement within which an undated plan is kept, and may be where more speaks for it
REACH = 100  # characters of its sentence on either side of a mention that tell what it is about
CONTAINED = 0.4  # share of the shorter telling's words
EXACT = 4  # days: a plan that names no more
BESIDE = ("press", "welcome")  # what is told as a meeting too
UNDONE: tuple[Status, ...] = ("cancelled", "denied")


@dataclass(frozen=True)
class Side:
    """What all mentions of one event say of it, as far as matching needs it."""

    event: Event
    family: str
    sides: Mapping[str, frozenset[str]]
    visitors: Mapping[str, frozenset[str]]
    actors: frozenset[str]  # those who are no states
    places: frozenset[str]
    dates: tuple[Interval, ...]
    first_told: date | None
    last_told: date | None
    frames: frozenset[str]
    words: frozenset[str]


def fates_of(
    told: Iterable[tuple[Event, Sequence[Item]]],
    marks: Mapping[str, Marks],
    texts: Mapping[str, str],
    weaving: Weaving,
    places: Places,
) -> dict[str, str]:
    """What became of each plan: the id of the event that kept it or called it off, by the plan's id.

    Two must agree in who, and in where or when, and nothing may speak against them; the surest pairs come first. One deed keeps
    one plan, and what other reports told of the same plan. texts: the reports', by id.
    """

    def words_of(item: Item) -> frozenset[str]:
        return _told_words(item, marks[item.ref.report], texts[item.ref.report])

    known = [_side(event, items, lambda actor: weaving.kind(actor) == "state", words_of) for event, items in told]
    plans = [s for s in known if s.event.status in ("planned", "proposed")]
    ends = [s for s in known if s.event.status == "happened" or s.event.status in UNDONE]
    by_key: dict[object, list[int]] = defaultdict(list)
    for number, end in enumerate(ends):
        for key in _keys(end):
            by_key[key].append(number)
    pairs: list[_Pair] = []
    weaker: list[_Pair] = []
    for plan in plans:
        near = sorted({n for key in _keys(plan) for n in by_key.get(key, ())})
        for end in (ends[n] for n in near):
            score = evidence(plan, end, places)
            if score:
                pairs.append((-score, plan.event.id, end.event.id, plan, end))
            elif _may_be(plan, end, places):
                weaker.append((0.0, plan.event.id, end.event.id, plan, end))
    pairs = [p for p in pairs if p[3].sides or p[4].sides or _only_one(p, pairs)]
    surely = {p[1] for p in pairs} | {p[2] for p in pairs}
    pairs += [p for p in weaker if not surely & {p[1], p[2]} and sum(p[1] == q[1] or p[2] == q[2] for q in weaker) == 1]
    found: dict[str, str] = {}
    kept: dict[str, list[Side]] = defaultdict(list)
    for _, plan_id, end_id, plan, _ in sorted(pairs, key=lambda p: p[:3]):
        if plan_id not in found and all(_one_plan(plan, other) for other in kept[end_id]):
            found[plan_id] = end_id
            kept[end_id].append(plan)
    return found


_Pair = tuple[float, str, str, Side, Side]


def _only_one(pair: _Pair, pairs: Sequence[_Pair]) -> bool:
    """Whether what nobody is named in can mean this plan alone."""
    return not any(other[2] == pair[2] and other[1] != pair[1] and other[0] <= pair[0] for other in pairs)


def _told_words(item: Item, marks: Marks, text: str) -> frozenset[str]:
    """The content words, folded, of the sentence that tells of it, but for the word that makes it an event and its time."""
    span = item.mention.span
    sentence = next((s for s in marks.sentences if s.covers(item.mention.trigger)), span)
    times = [t.span for t in marks.times if sentence.covers(t.span)]
    aside = [item.mention.trigger, *times]
    if item.mention.type != "CONSULT":  # what was signed or voted on, not by whom
        aside += [m.span for m in marks.mentions if sentence.covers(m.span)]
    start = max(sentence.start, span.start - REACH)
    found = words(text, start, min(sentence.end, span.end + REACH))
    return frozenset(w.folded for w in found if w.kind == "content" and not any(a.start <= w.start < a.end for a in aside))


def _side(event: Event, items: Sequence[Item], is_state: Callable[[str], bool], words_of: Callable[[Item], frozenset[str]]) -> Side:
    foretold = event.status in ("planned", "proposed")
    days = [i.published for i in items if i.published and (i.deed or foretold or event.status in UNDONE)]
    dates = tuple(dict.fromkeys(i.stated for i in items if i.stated and i.stated.closed)) if foretold else ()
    date_ = event.date if event.date and event.date.closed else None
    return Side(
        event,
        "meeting" if family(items[0]) in BESIDE else family(items[0]),
        all_sides(i.sides for i in items),
        all_sides(i.visitors for i in items),
        frozenset(a for i in items for a, _ in i.participants if not is_state(a)),
        frozenset(i.place for i in items if i.place) | ({event.place} if event.place else frozenset()),
        dates or ((date_,) if date_ else ()),
        min((d.earliest for d in days if d.earliest), default=None),
        max((d.latest for d in days if d.latest), default=None),
        frozenset(i.mention.frame for i in items),
        frozenset(w for i in items for w in words_of(i)),
    )


def _keys(side: Side) -> set[object]:
    days = {("day", d.earliest) for d in side.dates if d.exact} if side.event.type == "CONSULT" else set()
    return {*side.sides, *side.actors, *days, *(("place", p) for p in side.places)}


def _one_plan(a: Side, b: Side) -> bool:
    """Whether two plans that one deed may keep can be the same plan."""
    return not a.dates or not b.dates or any(x.meet(y) for x in a.dates for y in b.dates)


def evidence(plan: Side, end: Side, places: Places) -> float:
    """How much speaks for `end` being what became of `plan`; 0 when something speaks against it or too little for it."""
    encounter = plan.event.type == "CONSULT"
    told_apart = end.event.status == "happened" and not set(plan.event.reports).isdisjoint(end.event.reports)
    if told_apart or not _same_kind(plan, end, places):
        return 0
    who = _who(plan, end)
    when = _when(plan, end, MOVED if encounter else MOVED_ACT)
    if who is None or when is None:
        return 0
    where = _where(plan, end, places, same_day=when >= 1 and who >= 2 and plan.family != "visit")
    if where is None:
        return 0
    shared = len(plan.words & end.words)
    what = 0.0 if shared < 2 else 1.5 if shared >= CONTAINED * min(len(plan.words), len(end.words)) else 1.0
    if not encounter:
        alike = bool(plan.frames & end.frames) and what > 0
        return who + where + when + what + alike if who == 2 and (alike or when >= 1) else 0
    if who == 2:
        told = where + max(when, 0) > 0 or what > 1
        return who + where + when if told and who + where + when >= ENOUGH else 0
    pointed_at = end.event.status in UNDONE and not end.sides and when > 1  # "the session planned for Thursday was cancelled"
    score = who + where + when + (what if who == 0 else 0)
    return score if when >= 1 and (pointed_at or (score >= ENOUGH_ELSE and (who or what))) else 0


def _may_be(plan: Side, end: Side, places: Places) -> bool:
    """Whether an encounter may be what became of a plan when there is no other of which that can be said."""
    told_apart = not set(plan.event.reports).isdisjoint(end.event.reports)
    if plan.event.type != "CONSULT" or end.event.status != "happened" or told_apart or not _same_kind(plan, end, places):
        return False
    who, when = _who(plan, end), _when(plan, end, MOVED)
    dated = end.event.date is not None and end.event.date.closed
    if who is None or when is None or when < 0 or (dated and when == 0):
        return False
    where = _where(plan, end, places, same_day=False)
    return where is not None and (who == 2 or (who >= 1 and where == 1))


def _same_kind(plan: Side, end: Side, places: Places) -> bool:
    if plan.family == end.family:
        return (plan.event.mode == "mediation") == (end.event.mode == "mediation")
    return bool(plan.actors & end.actors) and any(_received(v, m, places) for v, m in ((plan, end), (end, plan)))


def _received(visit: Side, meeting: Side, places: Places) -> bool:
    """Whether a meeting can be what a visit was for: they may share a place or a day, or its host is of the country visited."""
    if visit.family != "visit" or meeting.family != "meeting":
        return False
    if any(places.country(p) in visit.visitors for p in visit.places):
        return False  # who flies home keeps no meeting
    at_home = not visit.places or any(places.country(p) in meeting.sides for p in visit.places)
    same_day = any(d.meet(e) for d in visit.dates for e in meeting.dates)
    return at_home or same_day or bool(meeting.places)


def _who(plan: Side, end: Side) -> float | None:
    """2 when the people or both parties are the same, 1 for one party, 0 when they cannot be compared, None when they differ."""
    visit = plan.family == "visit"
    left, right = (plan.visitors, end.visitors if end.family == "visit" else end.sides) if visit else (plan.sides, end.sides)
    if not visit and end.family == "visit":
        left = {side: people for side, people in left.items() if side in right}  # the host stays at home
    if not left or not right:
        return 2.0 if plan.actors and plan.actors <= end.actors else 0.0
    shared = left.keys() & right.keys()
    if not shared or any(left[s] and right[s] and not left[s] & right[s] for s in shared):
        return None
    if len(left) > 1 and len(right) > 1 and not (left.keys() <= right.keys() or right.keys() <= left.keys()):
        return None
    named = any(left[s] & right[s] for s in shared)
    if visit:
        unnamed = any(bool(left[s]) != bool(right[s]) for s in shared)  # a state's delegation against a person of it
        return 2.0 if named else 0.5 if unnamed else 1.0
    if len(shared) > 1 or (plan.actors and plan.actors <= end.actors):
        return 2.0
    return 1.0


def _where(plan: Side, end: Side, places: Places, *, same_day: bool) -> float | None:
    if not plan.places or not end.places:
        return 0.0
    pairs = [(p, q) for p in plan.places for q in end.places]
    if any(p == q or (places.known(p) and places.known(q) and places.agree(p, q)) for p, q in pairs):
        return 1.0
    return 0.0 if same_day or any(places.agree(p, q) for p, q in pairs) else None


def _when(plan: Side, end: Side, most: int) -> float | None:
    """1 when the days agree, less when the plan gave none or the deed came later, None when it cannot be."""
    done = end.event.date if end.event.date and end.event.date.closed else None
    if done and plan.first_told and done.latest and done.latest < plan.first_told:
        return None
    if not done and plan.first_told and end.last_told and end.last_told <= plan.first_told:
        return None
    if end.event.status in UNDONE and not done:
        return 0.5
    if plan.dates and done:
        gap = min(d.gap(done) for d in plan.dates)
        if gap <= SLIP:
            narrow = any(d.gap(done) <= SLIP and (d.days or 999) <= EXACT for d in plan.dates)
            return 1.5 if narrow and done.exact else 1.0
        late = all(d.latest and done.earliest and d.latest < done.earliest for d in plan.dates)
        return -0.5 if gap <= most and late else None
    if plan.dates:
        return 0.0
    if done and plan.first_told and done.earliest:
        after = (done.earliest - plan.first_told).days
        return 0.5 if after <= SOON else 0.0 if after <= LATER else None
    return 0.0
