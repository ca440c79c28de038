"""Persons across reports: names propose, country and office decide, what stays ambiguous stays apart.

Full names first, then surnames alone, then offices with no name; each of those two goes to a person only if no other fits as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from dateline.intervals import Interval
from dateline.languages import names, offices
from dateline.weave.clusters import Link, average_link, components
from dateline.weave.known import NOBODY, Known
from dateline.weave.locals import Cluster, Held, Local, country_of, country_stated

SAME_NAME = 0.88  # names.compare of two full names that are one person, before country and office speak
ALIKE_NAME = 0.80  # enough when country and office agree
NO_DAYS: Mapping[str, Interval] = MappingProxyType({})
TERM = 60  # days that the other must be away at least, and
NEARER = 3  # times as far as he who is in office
CLEAR = 0.5  # by which one fits better than another
PROMINENT = 3.0  # times as many mentions decide between two who fit equally
SUCCESSORS = {"SUN": "RUS", "YUG": "SRB", "DDR": "DEU", "CSK": "CZE"}  # states whose people came to be those of another
_PAPER_CUT = 0.2  # share of common reports from which two names stand for two people


def persons(people: Sequence[Local], published: Mapping[str, Interval] = NO_DAYS, known: Known = NOBODY) -> list[list[Local]]:
    """Clusters of one person each; `people` sorted by `Local.order`. published: days on which reports say that they came out."""
    full = [p for p in people if p.name and not names.is_short(p.name)]
    short = [p for p in people if p.name and names.is_short(p.name)]
    bare = [p for p in people if not p.name]
    clusters = _full_names(full, known)
    clusters = _attach(clusters, short, _name_starts, _by_one_name, published, known)
    for cluster in clusters:
        country = country_of(cluster)
        for local in cluster:
            local.belongs_to(country)
    return _attach(clusters, bare, _offices_of, _by_office, published, known)


# ---------------------------------------------------------------- full names


class _Node:
    """All locals that write one name and one country alike."""

    def __init__(self, locals_: Sequence[Local], known: Known) -> None:
        self.locals = locals_
        self.reports = {local.report for local in locals_}
        self.spellings = sorted({s for local in locals_ for s in local.spellings if not names.is_short(s)})
        self.titles = _said(locals_)
        self.known = known.who(self.spellings)
        self.countries = {_today(c) for local in locals_ for c in local.countries}
        self.country = locals_[0].country and _today(locals_[0].country)


def _today(country: str) -> str:
    return SUCCESSORS.get(country, country)


def _full_names(people: Sequence[Local], known: Known) -> list[list[Local]]:
    alike: dict[tuple[tuple[str, ...], str | None], list[Local]] = defaultdict(list)
    for person in people:
        alike[(tuple(sorted(names.words(person.name))), person.country)].append(person)
    nodes = [_Node(found, known) for found in alike.values()]
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        for key in sorted({start for spelling in node.spellings for start in _starts(spelling)} | {node.known} - {""}):
            blocks[key].append(index)
    links: dict[tuple[int, int], Link] = {}
    tried: set[tuple[int, int]] = set()
    for members in blocks.values():
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                if (a, b) not in tried:
                    tried.add((a, b))
                    if link := _link(nodes[a], nodes[b]):
                        links[(a, b)] = link
    inside: dict[int, dict[tuple[int, int], Link]] = defaultdict(dict)
    parts = components(len(nodes), links)
    at = {node: (number, place) for number, part in enumerate(parts) for place, node in enumerate(part)}
    for (a, b), link in links.items():
        inside[at[a][0]][(at[a][1], at[b][1])] = link
    out = []
    for number, part in enumerate(parts):
        vetoed = partial(_vetoed, [nodes[node] for node in part])
        out += [[part[place] for place in group] for group in average_link(len(part), inside[number], ALIKE_NAME, vetoed)]
    return [[local for node in group for local in nodes[node].locals] for group in sorted(out)]


def _vetoed(nodes: Sequence[_Node], a: int, b: int) -> bool:
    return _veto(nodes[a], nodes[b])


def _starts(name: str) -> set[str]:
    """Cheap keys that two spellings of one name share: the first sounds of each of its words."""
    return {part[:2] for part in names.skeleton(name).split() if len(part) > 1} | ({names.chinese(name)} - {""})


def _likeness(a: _Node, b: _Node) -> float:
    return max((names.compare(x, y) for x in a.spellings for y in b.spellings), default=0.0)


def _one_office(left: Iterable[Held], right: Iterable[Held]) -> bool:
    """Whether some office of both is one, as far as the reports say whose it is."""
    return any(a == b and (x == y or None in (x, y)) for a, x in left for b, y in right)


def _said(locals_: Iterable[Local]) -> set[Held]:
    """Their offices, a guess at whose they are left out."""
    return {(held[0], None) if held in local.guessed else held for local in locals_ for held in local.titles}


def _link(a: _Node, b: _Node) -> Link | None:
    if a.known and b.known:  # "Pope Francis", "Jorge Mario Bergoglio"
        return Link(1.0, "one person of a list") if a.known == b.known else None
    score = _likeness(a, b)
    office = _one_office(a.titles, b.titles)
    country = a.country is not None and a.country == b.country
    if score >= SAME_NAME or (score >= ALIKE_NAME and (office or country)):
        return Link(min(1.0, score + 0.05 * office + 0.02 * country), f"names {score:.2f}" + (", same office" if office else ""))
    return None


def _veto(a: _Node, b: _Node) -> bool:
    """Two people for certain: different countries on record, or reports that name them apart."""
    common = len(a.reports & b.reports)
    if common and common >= _PAPER_CUT * min(len(a.reports), len(b.reports)):
        return True
    if a.known and b.known:
        return a.known != b.known
    if a.countries and b.countries and not a.countries & b.countries:
        return True
    return _likeness(a, b) < ALIKE_NAME - 0.1


# ---------------------------------------------------------------- surnames and offices alone


def _attach(
    clusters: list[list[Local]],
    loose: Sequence[Local],
    keys: Callable[[Cluster], Iterable[str]],
    fit: Callable[[Local, _Person], float],
    published: Mapping[str, Interval],
    known: Known,
) -> list[list[Local]]:
    """Put each loose local into the one cluster that fits best; those that fit none or several form clusters among themselves.

    Of several that fit alike the one is taken who held the office that day by a list, or is seen in it about that day.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for key in dict.fromkeys(keys(cluster)):
            index[key].append(number)
    people = [_Person(cluster) for cluster in clusters]
    chosen: list[tuple[int, Local]] = []
    rest: list[Local] = []
    for local in loose:
        near = sorted({number for key in keys([local]) for number in index.get(key, ())})
        scored = sorted(((fit(local, people[n]), people[n].prominence, -n) for n in near), reverse=True)
        best = [score for score in scored if score[0] > 0]
        rivals = [(-n, people[-n]) for score, _, n in best if score > best[0][0] - CLEAR]
        then = _listed(local, rivals, published, known)
        then = _in_office(local, rivals, published) if then is None else then
        if then is not None or (best and _decided(best)):
            chosen.append((-best[0][2] if then is None else then, local))
        else:
            local.rivals = frozenset(clusters[-number][0].refs[0] for score, _, number in best if score > best[0][0] - CLEAR)
            rest.append(local)
    for number, local in chosen:
        clusters[number].append(local)
    together: dict[tuple[object, ...], list[Local]] = defaultdict(list)
    for local in rest:
        held = sorted((h for h in local.titles if h[1]), key=str)
        if local.name:
            together[(names.skeleton(local.name), local.country)].append(local)
        elif held and len(held) == len(local.titles):
            together[tuple(held)].append(local)
        else:
            together[local.order].append(local)
    return clusters + list(together.values())


def _listed(local: Local, rivals: Sequence[tuple[int, _Person]], published: Mapping[str, Interval], known: Known) -> int | None:
    """Of several who fit, the number of the only one who held the office on the day of the report by a list."""
    day = published.get(local.report)
    if len(rivals) < 2 or day is None:
        return None
    held = [number for number, person in rivals if known.held(known.who(person.names), local.titles, day)]
    return held[0] if len(held) == 1 else None


def _in_office(local: Local, rivals: Sequence[tuple[int, _Person]], published: Mapping[str, Interval]) -> int | None:
    """Of several who fit, the number of the one seen in the same office nearest to the day of the report, if clearly nearer."""
    day = published.get(local.report)
    if len(rivals) < 2 or day is None or not local.titles:
        return None
    away: list[tuple[int, int]] = []
    for number, person in rivals:
        offices = person.held.keys() & local.titles.keys()
        seen = [published[report] for office in offices for report in person.held[office] if report in published]
        if not seen:
            return None
        away.append((min(day.gap(other) for other in seen), number))
    away.sort()
    (nearest, number), (next_one, _) = away[:2]
    return number if next_one >= TERM and nearest * NEARER <= next_one else None


def _decided(best: Sequence[tuple[float, int, int]]) -> bool:
    """Whether the first fits clearly better than the second: by what is said of them, else by how often."""
    return len(best) == 1 or best[0][0] >= best[1][0] + CLEAR or best[0][1] >= PROMINENT * max(1, best[1][1])


def _name_starts(cluster: Cluster) -> list[str]:
    return sorted({start for local in cluster for spelling in local.spellings for start in _starts(spelling)})


class _Person:
    """What all reports together say of one person."""

    def __init__(self, cluster: Cluster) -> None:
        self.reports = {local.report for local in cluster}
        self.names = sorted({s for local in cluster for s in local.spellings if not names.is_short(s)})
        self.families = sorted({part for name in self.names for part in (names.family_name(name), names.called(name)) if part})
        self.parts = {part for name in self.names if not names.family_first(name) for part in names.skeleton(name).split()}
        self.country = country_of(cluster)
        self.stated = country_stated(cluster)
        self.said = _said(cluster)
        self.held: dict[Held, set[str]] = defaultdict(set)  # each office with the reports that see it held
        for local in cluster:
            for office in local.titles.keys() - local.former:
                self.held[office].add(local.report)
        self.prominence = sum(sum(local.spellings.values()) for local in cluster)


def _by_one_name(local: Local, person: _Person) -> float:
    """How well a name of one word fits a person: it must be the family name, or exactly another word of the full name.

    Country and office then decide between namesakes; where a country is guessed, they are apart only if their offices are.
    """
    if local.report in person.reports:
        return 0.0
    score = 1.0 if max((names.compare(local.name, family) for family in person.families), default=0.0) >= SAME_NAME else 0.0
    if not score:
        score = 0.5 if names.skeleton(local.name) in person.parts else 0.0
    if not score:
        return 0.0
    office = _one_office(person.said, _said([local]))
    apart = bool(local.country and person.country) and _today(local.country or "") != _today(person.country or "")
    if apart and (not office or (local.countries and person.stated)):
        return 0.0
    return score + (local.country is not None and local.country == person.country) + 2 * office


def _offices_of(cluster: Cluster) -> list[str]:
    """States and bodies that a person holds an office of."""
    return sorted({of for local in cluster for _, of in local.titles if of})


def _by_office(local: Local, person: _Person) -> float:
    """How well an office alone ("the Chinese foreign minister") fits: 2 for one called that, 1 for a head by another word."""
    wanted = {(title, of) for title, of in local.titles if of and (title, of) not in local.former}
    if wanted & person.held.keys():
        return 2.0
    heads = offices.heads()
    if local.report in person.reports:
        return 0.0
    return 1.0 if any(t in heads and title in heads and o == of for title, of in wanted for t, o in person.held) else 0.0
