"""What is planned: what is ahead, what was called off, and what nobody reported on after its day."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.tell import words
from dateline.tell.brief.choosing import event_of, within
from dateline.tell.brief.happened import evidence
from dateline.tell.brief.notes import Notes
from dateline.tell.brief.outline import Paragraph, Sentence, sentence
from dateline.tell.facts import Fact, by_day
from dateline.tell.labels import moved
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.sentences import DOUBTFUL, assembled, worded
from dateline.tell.weights import LESSER

NO_NEWS = "The days of these plans have passed, and no report says whether they took place."


def tell(ranked: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes, budget: int) -> tuple[Paragraph, ...]:
    """A paragraph on what is ahead, and one on what was called off."""
    plans = [f for f in ranked if f.kind == "plan" and not passed(f, lookup) and _outcome(f, lookup) != "kept"]
    sure = [f for f in plans if event_of(f, lookup).confidence >= DOUBTFUL]
    told = within(budget, [f for f in sure if f.weight >= LESSER] or sure[:1], 2)
    told.sort(key=lambda f: (by_day(f.date), f.about))
    off = [f for f in told if _called_off(f, lookup)]
    ahead = [f for f in told if f not in off]
    return tuple(Paragraph(tuple(_plan(f, lookup, names, notes) for f in some)) for some in (ahead, off))


def _outcome(fact: Fact, lookup: Lookup) -> str:
    plan = lookup.plan(fact.about)
    return plan.outcome if plan else ""


def _called_off(fact: Fact, lookup: Lookup) -> bool:
    return event_of(fact, lookup).status == "cancelled" or _outcome(fact, lookup) == "cancelled"


def passed(fact: Fact, lookup: Lookup) -> bool:
    """Whether the day of a plan that no report says more of had passed when the last report came out."""
    event, plan = event_of(fact, lookup), lookup.plan(fact.about)
    if event.status != "planned" or (plan and plan.outcome in ("kept", "cancelled")):
        return False
    last = max((days.earliest for r in lookup.reports if (days := lookup.published(r.id)) and days.earliest), default=None)
    passed = bool(last and event.date and event.date.latest and event.date.latest < last)
    return passed or (plan is not None and plan.outcome == "overdue")


def _plan(fact: Fact, lookup: Lookup, names: Names, notes: Notes) -> Sentence:
    """A plan, and the days that it was given before."""
    event, plan = event_of(fact, lookup), lookup.plan(fact.about)
    days = [day for day in (moved(plan, lookup) if plan else []) if day != "no day given"]
    earlier = [day for day in days if day.removesuffix(" at the latest") != words.label(fact.date)]
    also = f"reports also gave {words.and_list(earlier)}" if earlier and fact.date and len(days) > 1 else ""
    told = worded(event, lookup, names)
    text = assembled(msgspec.structs.replace(told, tail="; ".join(part for part in (told.tail, also) if part)))
    return sentence(text, notes.refer(evidence(event, fact, lookup)))


def silent(ranked: Sequence[Fact], lookup: Lookup, names: Names, notes: Notes, budget: int) -> list[Sentence]:
    """Plans whose days have passed and of which no report says more; of several this is said once."""
    past = [f for f in ranked if f.kind == "plan" and f.weight >= LESSER and passed(f, lookup)]
    kept = within(budget, past, 2)
    told = [sentence(NO_NEWS)] if len(kept) > 1 else []
    for fact in sorted(kept, key=lambda f: (by_day(f.date), f.about)):
        parts = worded(event_of(fact, lookup), lookup, names, late=True)
        if len(kept) > 1:
            parts = msgspec.structs.replace(parts, tail="")
        told.append(sentence(assembled(parts), notes.refer(evidence(event_of(fact, lookup), fact, lookup))))
    return told
