"""Event coreference: mentions of one event are put together, with the reasons; mentions that cannot be one are kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from dateline.records import EventLink, Status
from dateline.weave.clusters import Link, average_link, components, strongest
from dateline.weave.conflicts import WORDS_ALONE, apart, conflict
from dateline.weave.evidence import Rarity, evidence, probability
from dateline.weave.items import Item
from dateline.weave.linking import told_link
from dateline.weave.nobody import LIKELY, by_word, names_nobody, story
from dateline.weave.places import Places
from dateline.weave.reprints import printed_together
from dateline.weave.together import Group, Told, together

Links = dict[tuple[int, int], Link]

THRESHOLD = 0.5  # probability from which a link is sure enough to date reports by
TOLD_ONCE = 0.4  # mean probability from which mentions of one report are one event,
ONE = 0.3  # and from which what several reports tell is;
AGAIN = 0.5  # the same once all that is told of each is known
MISFIT = 0.4  # probability below which a mention does not fit the others of its event,
BETTER = 0.15  # and by which it must fit another event better to be of that one
ODDS = 0.2  # share of their pairs of mentions that may speak against it
MOST = 300  # mentions that may be one event of which all pairs are compared
COMMON = 60  # mentions from which a word is too common to bring them together
BACK = 0.75  # score of a back reference
REACH = 2500  # characters between a back reference and what it can mean
CALLED_OFF: tuple[Status, ...] = ("cancelled", "denied")
# Acts that are no visit and no meeting, though people come together: the welcome is not the talks after it.
APART = frozenset({"parliament", "prayer", "press", "welcome"})


def family(item: Item) -> str:
    """Mentions are compared within a family only: visits, what is done on them, calls, letters, meetings, other types each."""
    if item.mention.type == "CONSULT":
        if item.act in APART:
            return item.act
        return item.mention.mode if item.mention.mode in ("visit", "phone", "letter") else "meeting"
    return item.mention.type


# ---------------------------------------------------------------- comparing two mentions


def link(a: Item, b: Item, places: Places, rarity: Rarity) -> Link:
    """How likely two mentions tell of one event."""
    if by_word(a, b):
        return Link(LIKELY, "the same word in one story")
    return Link(probability(evidence(a, b, places, rarity)))


# ---------------------------------------------------------------- clustering


def event_links(items: Sequence[Item], places: Places) -> dict[tuple[int, int], Link]:
    """Pairs of mentions (positions in `items`) that have something in common and that nothing keeps apart."""
    rarity = Rarity(items)
    return {
        (a, b): link(items[a], items[b], places, rarity) for a, b in _near(items) if conflict(items[a], items[b], places) is None
    }


def _near(items: Sequence[Item]) -> set[tuple[int, int]]:
    """Pairs of one family that share an actor, a place or a rare word; those of one report, or one story, that name nobody."""
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    worded: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        kind = family(item)
        for key in _named(item) or {item.ref.report}:
            named[kind, key].append(index)
        if names_nobody(item) and (told := story(item)):
            named[kind, told].append(index)
        for word in item.words:
            worded[kind, word].append(index)
    return {
        pair
        for members in (*named.values(), *(m for m in worded.values() if len(m) <= COMMON))
        for pair in combinations(sorted(set(members)), 2)
    }


def _links(items: Sequence[Item], places: Places, rarity: Rarity, one: float, known: Mapping[tuple[int, int], Link]) -> Links:
    """The pairs that may be one event, and all pairs of what such pairs hold together: silence is evidence too."""
    links = {(a, b): link(items[a], items[b], places, rarity) for a, b in _near(items)}
    for pair, found in known.items():
        if pair not in links or links[pair].score < found.score:
            links[pair] = found
    kinds = [family(item) for item in items]
    for part in components(len(items), (pair for pair, found in links.items() if found.score >= one)):
        for a, b in combinations(part, 2) if len(part) <= MOST else ():
            if kinds[a] == kinds[b] and (a, b) not in links:
                links[a, b] = link(items[a], items[b], places, rarity)
    return links


def _back_references(items: Sequence[Item], places: Places) -> Iterator[tuple[tuple[int, int], Link]]:
    """A partial mention ("the meeting") and the nearest mention of its report that it can mean: one before it, else one after."""
    by_report: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if item.mention.type == "CONSULT":
            by_report[(item.ref.report, family(item))].append(index)
    for members in by_report.values():
        for position, index in enumerate(members):
            item = items[index]
            once_planned = item.retold and item.mention.nominal  # "the trip had been planned for May"
            if not item.partial and not once_planned:
                continue
            order = members[:position][::-1] + members[position + 1 :]
            fits = [m for m in order if abs(items[m].mention.span.start - item.mention.span.start) < REACH]
            fits = [m for m in fits if not conflict(item, items[m], places) and _speaks_for(item, items[m], places)]
            # A mention that names more is what a poorer one refers to.
            best = next((m for m in fits if not items[m].partial), fits[0] if fits else None)
            if best is not None:
                yield (min(index, best), max(index, best)), Link(BACK, "the same report goes on about it")


def _speaks_for(partial: Item, other: Item, places: Places) -> bool:
    """Whether a partial mention has something in common with another, or names nothing that could differ."""
    shared = partial.parties.keys() & other.parties.keys()
    if partial.parties and other.parties and not shared:
        return False
    same_place = bool(partial.place and other.place and places.agree(partial.place, other.place))
    same_date = bool(partial.stated and other.stated and partial.stated.meet(other.stated))
    elsewhere = partial.place is not None and other.partial  # "the Oslo conference" after "he spoke on Friday"
    return bool(shared) or same_place or same_date or not (partial.parties or elsewhere)


def cluster(items: Sequence[Item], places: Places) -> list[Group]:
    """Groups of mentions that tell of one event, with the links that joined them.

    First within each report, where a poor mention leans on a full one, and what reports print in the same words; then across
    reports, each report's mentions of one event taken together; once more, by all that the reports say of each; at last a mention
    that fits another event far better moves.
    """
    sure = [item for item in items if item.sure]
    if len(sure) < len(items):
        return _attached([item for item in items if not item.sure], cluster(sure, places), places, Rarity(items))
    by_report: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_report[item.ref.report].append(item)
    rarity = Rarity(items)
    told = [group for report in sorted(by_report) for group in _told_once(by_report[report], places, rarity)]
    across = _joined(printed_together(told), places, rarity, ONE, lambda a, b: apart(a.whole, b.whole, places, one_report=False))
    joined = _joined(across, places, rarity, AGAIN, lambda a, b: _at_odds(a, b, places))
    return _rehoused(joined, places, rarity)


def _at_odds(a: Told, b: Told, places: Places) -> bool:
    """Whether nothing can make them one event, or much of what is said of one speaks against the other."""
    # That two mentions have too little in common says nothing once others of both have more.
    against = sum(conflict(x, y, places) not in (None, WORDS_ALONE) for x in a.items for y in b.items)
    return against > ODDS * len(a.items) * len(b.items) or apart(a.whole, b.whole, places, one_report=False)


def _joined(
    groups: Sequence[Group], places: Places, rarity: Rarity, one: float, barred: Callable[[Told, Told], bool]
) -> list[Group]:
    """The groups, those put together that tell of one event, each taken as one mention; `barred` keeps two apart."""
    whole = [together(group, places) for group, _ in groups]
    index = {item.ref: n for n, item in enumerate(whole)}
    told = {item.ref: Told(item, groups[n][0]) for n, item in enumerate(whole)}

    def keeps_apart(a: Item, b: Item) -> bool:
        return barred(told[a.ref], told[b.ref])

    out = []
    for found, links in _groups(whole, places, rarity, one, keeps_apart):
        members = [index[item.ref] for item in found]
        within = (link for m in members for link in groups[m][1])
        out.append(([item for m in members for item in groups[m][0]], (*within, *links)))
    return out


def _rehoused(groups: Sequence[Group], places: Places, rarity: Rarity) -> list[Group]:
    """The groups, each mention that does not fit the others of its own put to the one that it fits far better.

    What joined early, by little, is seen to be wrong once all is told. A plan does not move to a deed, nor the other way round, and
    what was called off stays.
    """
    members = [list(items) for items, _ in groups]
    whole = [together(items, places) for items, _ in groups]
    links = [list(own) for _, own in groups]
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, item in enumerate(whole):
        for key in _keys(item):
            named[family(item), key].append(number)
    for home, (items, _) in enumerate(groups):
        for item in items if 1 < len(items) <= MOST and len(members[home]) > 1 else ():
            rest = [i for i in members[home] if i is not item]
            here = link(item, together(rest, places), places, rarity).score if rest else 1.0
            if here > MISFIT or item.mention.status in CALLED_OFF:
                continue
            near = {n for key in _keys(item) if len(named[family(item), key]) <= MOST for n in named[family(item), key]} - {home}
            near = {n for n in near if item.deed == whole[n].deed and not apart(item, whole[n], places, one_report=False)}
            scored = sorted((-link(item, whole[n], places, rarity).score, n) for n in near)
            for found, n in scored[:1]:
                if -found >= max(MISFIT, here + BETTER) and not _told_apart(item, members[n], places):
                    links[n].append(told_link(item, whole[n], Link(-found), places, rarity))
                    members[home], members[n] = rest, [*members[n], item]
                    whole[home], whole[n] = together(rest, places), together(members[n], places)
    return [(items, tuple(own)) for items, own in zip(members, links, strict=True) if items]


def _told_apart(item: Item, others: Iterable[Item], places: Places) -> bool:
    return any(apart(item, other, places, one_report=item.ref.report == other.ref.report) for other in others)


def _named(item: Item) -> frozenset[str]:
    """The actors and the place that a mention names."""
    return frozenset({*item.sides, *item.people, *((item.place,) if item.place else ())})


def _keys(item: Item) -> frozenset[str]:
    """What a mention names and the words of it, by which others that may be one with it are found."""
    return _named(item) | item.words


def _attached(unsure: Sequence[Item], groups: Sequence[Group], places: Places, rarity: Rarity) -> list[Group]:
    """The groups, each doubtful mention put to the one that it fits best, else to an event of its own: it joins no two."""
    whole = [together(group, places) for group, _ in groups]
    joined: dict[int, list[Item]] = defaultdict(list)
    links: list[list[EventLink]] = [list(own) for _, own in groups]
    alone: list[Item] = []
    kinds, keys = [family(item) for item in whole], [_keys(item) for item in whole]
    for item in unsure:
        kind, own = family(item), _keys(item)
        near = [n for n in range(len(whole)) if kinds[n] == kind and not own.isdisjoint(keys[n])]
        near = [n for n in near if not apart(item, whole[n], places, one_report=False)]
        scored = [(link(item, whole[n], places, rarity).score, -n) for n in near]
        best = max(scored, default=(0.0, 0))
        (joined[-best[1]] if best[0] >= ONE else alone).append(item)
        if best[0] >= ONE:
            links[-best[1]].append(told_link(item, whole[-best[1]], Link(best[0]), places, rarity))
    by_report: dict[str, list[Item]] = defaultdict(list)
    for item in alone:
        by_report[item.ref.report].append(item)
    out: list[Group] = [([*group, *joined[n]], tuple(links[n])) for n, (group, _) in enumerate(groups)]
    for report in sorted(by_report):
        out += _told_once(by_report[report], places, rarity)
    return out


def _told_once(items: Sequence[Item], places: Places, rarity: Rarity) -> list[Group]:
    """What one report's mentions tell of."""
    back = dict(_back_references(items, places))
    return _groups(items, places, rarity, TOLD_ONCE, lambda a, b: apart(a, b, places, one_report=True), back)


def _groups(
    items: Sequence[Item],
    places: Places,
    rarity: Rarity,
    one: float,
    barred: Callable[[Item, Item], bool],
    known: Mapping[tuple[int, int], Link] = MappingProxyType({}),
) -> list[Group]:
    """Mentions whose mean probability of being one reaches `one`; `known` links hold where they are surer."""
    links = _links(items, places, rarity, one, known)

    def vetoed(a: int, b: int) -> bool:
        return family(items[a]) != family(items[b]) or barred(items[a], items[b])

    groups = average_link(len(items), links, one, vetoed)
    home = {i: number for number, group in enumerate(groups) for i in group}
    told: list[list[EventLink]] = [[] for _ in groups]
    for a, b in strongest({(a, b): found for (a, b), found in links.items() if home[a] == home[b]}):
        told[home[a]].append(told_link(items[a], items[b], links[a, b], places, rarity))
    return [([items[i] for i in group], tuple(own)) for group, own in zip(groups, told, strict=True)]
