"""Events as people corrected them: which mentions are one event, and when it was, whatever speaks for or against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from dateline.records import Event, EventRef, Judgement
from dateline.weave.clusters import Link
from dateline.weave.conflicts import apart
from dateline.weave.coreference import ONE, family, link
from dateline.weave.evidence import Rarity
from dateline.weave.items import Item
from dateline.weave.judgements import EventKey, Said
from dateline.weave.linking import linked, told_link
from dateline.weave.places import Places
from dateline.weave.ties import obeying
from dateline.weave.together import Group, together


def as_judged(item: Item, said: Said) -> Item:
    """A mention with the days that people gave it, and no others."""
    word = said.dates.get(item.ref)
    if word is None:
        return item
    days = word.value
    return replace(item, stated=days, window=days, inferred=None, recent=None, implied=None, news=False, put_off=None, retold=False)


def regrouped(groups: Sequence[Group], places: Places, said: Said) -> list[Group]:
    """The groups of mentions, changed as little as what people said demands.

    A mention whose date was corrected stays with those that it was put together with; one that was alone joins the event of that
    day that it fits.
    """
    if not said.dates and not said.happenings:
        return list(groups)
    rarity = Rarity(item for items, _ in groups for item in items)
    changed = [([as_judged(item, said) for item in items], links) for items, links in groups]
    return _tied(_joined_by_date(changed, places, said, rarity), places, said, rarity)


def _joined_by_date(groups: Sequence[Group], places: Places, said: Said, rarity: Rarity) -> list[Group]:
    """The groups, each lone mention with a corrected date put to the event that it fits best, if it fits one."""
    alone = [n for n, (items, _) in enumerate(groups) if len(items) == 1 and items[0].ref in said.dates and items[0].stated]
    out: list[Group] = [(list(items), links) for items, links in groups]
    whole = {n: together(items, places) for n, (items, _) in enumerate(groups) if n not in alone} if alone else {}
    for number in alone:
        item = groups[number][0][0]
        near = [n for n, other in whole.items() if family(other) == family(item) and other.stated and item.stated]
        near = [
            n for n in near if not apart(item, whole[n], places, one_report=any(i.ref.report == item.ref.report for i in out[n][0]))
        ]
        best = max(((link(item, whole[n], places, rarity).score, -n) for n in near), default=(0.0, 0))
        if best[0] >= ONE:
            joined = told_link(item, whole[-best[1]], Link(best[0]), places, rarity)
            out[-best[1]] = [*out[-best[1]][0], item], (*out[-best[1]][1], joined)
            out[number] = [], ()
    return [group for group in out if group[0]]


def _tied(groups: Sequence[Group], places: Places, said: Said, rarity: Rarity) -> list[Group]:
    items = {_key(item.ref): item for members, _ in groups for item in members}
    ties = [tie for tie in said.happenings if tie.left in items and tie.right in items]
    if not ties:
        return list(groups)
    links = {_key(item.ref): own for members, own in groups for item in members}
    said_of = [linked(items[tie.left].ref, items[tie.right].ref, None, ("you said so",)) for tie in ties if tie.same]
    known = {tuple(_key(item.ref) for item in members) for members, _ in groups}

    def likeness(key: EventKey, others: Sequence[EventKey]) -> float:
        return max((_alike(items[key], items[other], places, rarity) for other in others), default=0.0)

    out: list[Group] = []
    for group in obeying([[_key(item.ref) for item in members] for members, _ in groups], ties, likeness):
        members = [items[key] for key in (group if tuple(group) in known else sorted(group))]
        within = dict.fromkeys(link for key in group for link in links[key])
        out.append((members, (*said_of, *within)))
    return out


def _alike(a: Item, b: Item, places: Places, rarity: Rarity) -> float:
    found = link(a, b, places, rarity).score
    return found - 1 if apart(a, b, places, one_report=a.ref.report == b.ref.report) else found


def _key(ref: EventRef) -> EventKey:
    return ref.report, ref.index


def kept_apart(fates: Mapping[str, str], items: Mapping[str, Sequence[Item]], said: Said) -> dict[str, str]:
    """What became of each plan, but for plans and deeds of which people said that they are not one."""
    apart = {frozenset((tie.left, tie.right)) for tie in said.happenings if not tie.same}
    return {
        plan: fate
        for plan, fate in fates.items()
        if not apart or not any(frozenset((_key(a.ref), _key(b.ref))) in apart for a in items[plan] for b in items[fate])
    }


def as_said(event: Event, said: Said) -> Event:
    """The event with the day that people gave it, if they did, and who said what of it."""
    judged = tuple(dict.fromkeys(id_ for ref in event.mentions for id_ in said.events.get(ref, ()))) if said.events else ()
    if not judged:
        return event
    by_id = {judgement.id: judgement for judgement in said.obeyed}
    why = tuple(dict.fromkeys((*event.why, *(_reason(by_id[id_]) for id_ in judged))))
    event = msgspec.structs.replace(event, judged=judged, why=why)
    words = [said.dates[ref] for ref in event.mentions if ref in said.dates]
    if not words:
        return event
    days = max(words, key=lambda word: word.order).value
    return msgspec.structs.replace(event, date=days, date_basis="judged" if days else None, date_rule=None)


def _reason(judgement: Judgement) -> str:
    what = {"same": "one event", "different": "not one with another event", "date": "its date"}[judgement.verdict]
    return f"{what}: you said so ({judgement.by}, {judgement.at[:10]})"
