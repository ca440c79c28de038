"""Actors across reports: names propose, country and office decide, what stays ambiguous stays apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline import world
from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.languages import names
from dateline.records import Actor, ActorType, Marks, Mention, MentionRef, Office, Published
from dateline.weave.clusters import Link, average_link

SAME_NAME = 0.88  # names.compare of two full names that are one person, before country and office speak
ALIKE_NAME = 0.80  # enough when country and office agree


@dataclass
class Local:
    """An actor as one report knows it: all mentions with one entity number."""

    report: str
    kind: ActorType
    refs: list[MentionRef] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    titles: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    former: set[tuple[str, str | None]] = field(default_factory=set)

    @property
    def country(self) -> str | None:
        return _most(self.countries)

    @property
    def name(self) -> str:
        """The fullest spelling, the most frequent of those."""
        return max(self.spellings, key=lambda s: (len(s.split()) > 1, self.spellings[s], len(s), s), default="")


def locals_of(marks: Marks) -> list[Local]:
    """The report's actors in order of first mention; places are not among them."""
    found: dict[int, Local] = {}
    for index, mention in enumerate(marks.mentions):
        if mention.kind == "place":
            continue
        local = found.setdefault(mention.entity, Local(marks.report, mention.kind))
        local.refs.append(MentionRef(marks.report, index))
        _note(local, mention)
    return list(found.values())


def _note(local: Local, mention: Mention) -> None:
    if mention.name and mention.form in ("name", "metonym"):
        local.spellings[mention.name] += 1
    if mention.country:
        local.countries[mention.country] += 1
    if mention.title:
        local.titles[(mention.title, mention.of)] += 1
        if mention.former:
            local.former.add((mention.title, mention.of))


def _most(counter: Counter[str]) -> str | None:
    return min(counter, key=lambda k: (-counter[k], k)) if counter else None


class Weaving:
    """Actors of all reports before they are dated: clusters of locals with an id each."""

    def __init__(self, clusters: Sequence[Sequence[Local]]) -> None:
        self.clusters = [sorted(c, key=lambda x: (x.report, x.refs[0].index)) for c in clusters]
        self.ids = _unique([_identity(c) for c in self.clusters])
        self.actor_of: dict[MentionRef, str] = {}
        self.cluster_of: dict[str, Sequence[Local]] = {}
        for id_, cluster in zip(self.ids, self.clusters, strict=True):
            self.cluster_of[id_] = cluster
            for local in cluster:
                for ref in local.refs:
                    self.actor_of[ref] = id_

    def country(self, actor: str) -> str | None:
        return _country(self.cluster_of[actor])

    def kind(self, actor: str) -> ActorType:
        return self.cluster_of[actor][0].kind

    def name(self, actor: str) -> str:
        return _name(self.cluster_of[actor])

    def named_person(self, actor: str) -> bool:
        """Whether this is a person whose name is known, not only an office."""
        cluster = self.cluster_of[actor]
        return cluster[0].kind == "person" and any(local.spellings for local in cluster)

    def records(self, published: Mapping[str, Published]) -> tuple[Actor, ...]:
        """The actors, with the days on which each office is seen to be held, sorted by id."""
        made = []
        for id_, cluster in self.cluster_of.items():
            refs = tuple(sorted((r for local in cluster for r in local.refs), key=lambda r: (r.report, r.index)))
            offices = tuple(self._offices(cluster, published))
            made.append(Actor(id_, cluster[0].kind, _name(cluster), _country(cluster), offices, refs))
        return tuple(sorted(made, key=lambda a: a.id))

    def _offices(self, cluster: Sequence[Local], published: Mapping[str, Published]) -> Iterable[Office]:
        seen: dict[tuple[str, str | None], list[Interval]] = defaultdict(list)
        for local in cluster:
            for held_title in local.titles:
                days = published.get(local.report)
                seen[held_title] += [days.interval] if days and held_title not in local.former else []
        for (title, of), intervals in sorted(seen.items(), key=lambda item: (item[0][0], item[0][1] or "")):
            held = intervals[0] if intervals else None
            for interval in intervals[1:]:
                held = held.join(interval) if held else interval
            yield Office(title, self._holder(of), held)

    def _holder(self, of: str | None) -> str | None:
        """Actor id of the state or organisation that an office belongs to, when it is an actor here."""
        if of is None:
            return None
        if len(of) == 3 and of.isupper():
            state = content_id("actor", "state", of)
            return state if state in self.cluster_of else None
        key = organization_key(of)
        return next(
            (i for i, c in sorted(self.cluster_of.items()) if c[0].kind == "organization" and organization_key(_name(c)) == key),
            None,
        )


def weave_actors(marks: Iterable[Marks]) -> Weaving:
    """One actor for each person, state, organisation and group that the reports speak of."""
    everyone = sorted((local for m in marks for local in locals_of(m)), key=lambda x: (x.report, x.refs[0].index))
    clusters: list[list[Local]] = []
    clusters += _by_key([x for x in everyone if x.kind == "state"], lambda x: x.country or x.name)
    clusters += _organizations([x for x in everyone if x.kind == "organization"])
    clusters += [[x] for x in everyone if x.kind == "group"]
    clusters += _persons([x for x in everyone if x.kind == "person"])
    return Weaving(clusters)


def _by_key(items: Sequence[Local], key: object) -> list[list[Local]]:
    grouped: dict[object, list[Local]] = defaultdict(list)
    for item in items:
        grouped[key(item)].append(item)  # type: ignore[operator]
    return list(grouped.values())


# ---------------------------------------------------------------- organisations


def organization_key(name: str) -> str:
    """An organisation's name reduced to what tells it from others: no article, case or accents, "ministry of X" as "X ministry"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'s ", " "))
    words = [w for w in words if w not in {"the", "of", "for", "and", "a"}]
    if "ministry" in words:
        words = sorted(w for w in words if world.demonym(w) is None and world.demonym(w.capitalize()) is None)
        words = ["foreign" if w in {"affairs", "external"} else w for w in words]
    return " ".join(dict.fromkeys(words)) or plain


def _organizations(items: Sequence[Local]) -> list[list[Local]]:
    def key(item: Local) -> tuple[str, str]:
        known = world.organization(item.name) if item.name else None
        if known:
            return known.name, ""
        reduced = organization_key(item.name) if item.name else "|".join(f"{t}@{o}" for t, o in sorted(item.titles, key=str))
        return reduced, (item.country or "") if "ministry" in reduced or not reduced else ""

    return _by_key(items, key)


# ---------------------------------------------------------------- persons


def _persons(people: Sequence[Local]) -> list[list[Local]]:
    named = [p for p in people if p.name]
    full = [p for p in named if len(p.name.split()) > 1]
    short = [p for p in named if len(p.name.split()) == 1]
    bare = [p for p in people if not p.name]
    clusters = _full_names(full)
    clusters = _attach(clusters, short, _same_surname)
    return _attach(clusters, bare, _same_office)


def _full_names(people: Sequence[Local]) -> list[list[Local]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, person in enumerate(people):
        for key in _name_keys(person):
            blocks[key].append(index)
    links: dict[tuple[int, int], Link] = {}
    for members in blocks.values():
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                if (a, b) not in links and (link := _person_link(people[a], people[b])):
                    links[(a, b)] = link
    groups = average_link(len(people), links, ALIKE_NAME, lambda a, b: _person_veto(people[a], people[b]))
    return [[people[i] for i in group] for group in groups]


def _name_keys(person: Local) -> set[str]:
    """Cheap keys that two spellings of one name share: the skeletons' first letters of each part of the name."""
    return {part[:2] for spelling in person.spellings for part in names.skeleton(spelling).split() if len(part) > 1}


def _person_link(a: Local, b: Local) -> Link | None:
    score = max((names.compare(x, y) for x in _full(a) for y in _full(b)), default=0.0)
    office = bool(set(a.titles) & set(b.titles))
    country = a.country is not None and a.country == b.country
    if score >= SAME_NAME or (score >= ALIKE_NAME and (office or country)):
        return Link(min(1.0, score + 0.05 * office + 0.02 * country), f"names {score:.2f}" + (", same office" if office else ""))
    return None


def _full(person: Local) -> list[str]:
    return sorted(s for s in person.spellings if len(s.split()) > 1)


def _person_veto(a: Local, b: Local) -> bool:
    """Two people for certain: different countries on record, or one report that names them apart."""
    if a.report == b.report:
        return True
    if a.country and b.country and a.country != b.country and not (a.countries.keys() & b.countries.keys()):
        return True
    return max((names.compare(x, y) for x in _full(a) for y in _full(b)), default=0.0) < ALIKE_NAME - 0.1


def _attach(clusters: list[list[Local]], loose: Sequence[Local], fits: object) -> list[list[Local]]:
    """Put each loose local into the one cluster that fits best; those that fit none or several form clusters among themselves."""
    rest: list[Local] = []
    for local in loose:
        scored = sorted(((fits(local, c), -i) for i, c in enumerate(clusters)), reverse=True)  # type: ignore[operator]
        best = [s for s in scored if s[0] > 0]
        if best and (len(best) == 1 or best[0][0] > best[1][0]):
            clusters[-best[0][1]].append(local)
        else:
            rest.append(local)
    together: dict[tuple[object, ...], list[Local]] = defaultdict(list)
    for local in rest:
        if local.name:
            together[(names.skeleton(local.name), local.country)].append(local)
        elif local.titles and all(of for _, of in local.titles):
            together[tuple(sorted(local.titles, key=str))].append(local)
        else:
            together[(local.report, local.refs[0].index)].append(local)
    return clusters + list(together.values())


def _same_surname(local: Local, cluster: Sequence[Local]) -> float:
    """How well a bare surname fits a person: the surname must be theirs, country and office then decide between namesakes."""
    if any(x.report == local.report for x in cluster):
        return 0.0
    score = max((names.compare(local.name, names.family_name(s)) for x in cluster for s in _full(x)), default=0.0)
    if score < SAME_NAME:
        return 0.0
    country = _country(cluster)
    if local.country and country and local.country != country:
        return 0.0
    titles = {t for x in cluster for t in x.titles}
    weight = sum(sum(x.spellings.values()) for x in cluster)
    return 1.0 + (local.country == country) + 2 * bool(titles & set(local.titles)) + min(weight, 99) / 1000


def _same_office(local: Local, cluster: Sequence[Local]) -> float:
    """How well a bare office ("the Chinese foreign minister") fits a person: they are called that with the same state."""
    wanted = {(t, of) for t, of in local.titles if of and (t, of) not in local.former}
    holders = Counter(title for x in cluster for title in x.titles if title not in x.former)
    return 1.0 if any(title in holders for title in wanted) else 0.0


# ---------------------------------------------------------------- identity


def _name(cluster: Sequence[Local]) -> str:
    """The name to show: a state's own, else the fullest spelling that most reports use, else the office."""
    first = cluster[0]
    country = _country(cluster)
    if first.kind == "state" and country:
        return world.state_name(country)
    counts: Counter[str] = Counter()
    reports: dict[str, set[str]] = defaultdict(set)
    for local in cluster:
        counts.update(local.spellings)
        for spelling in local.spellings:
            reports[spelling].add(local.report)
    if first.kind == "organization" and (known := next((o for s in sorted(counts) if (o := world.organization(s))), None)):
        return known.name
    if counts:
        return min(counts, key=lambda s: (first.kind == "person" and len(s.split()) < 2, -len(reports[s]), -counts[s], -len(s), s))
    titles: Counter[tuple[str, str | None]] = Counter()
    for local in cluster:
        titles.update(local.titles)
    if titles:
        title, of = min(titles, key=lambda t: (-titles[t], t[0], t[1] or ""))
        owner = world.state_name(of) if of and len(of) == 3 and of.isupper() else of
        return f"{title} of {owner}" if owner else title
    return first.kind


def _country(cluster: Sequence[Local]) -> str | None:
    counts: Counter[str] = Counter()
    for local in cluster:
        counts.update(local.countries)
    return _most(counts)


def _identity(cluster: Sequence[Local]) -> str:
    first = cluster[0]
    country = _country(cluster)
    if first.kind == "state" and country:
        return content_id("actor", "state", country)
    if first.kind in ("person", "organization") and any(x.spellings for x in cluster):
        return content_id("actor", first.kind, _name(cluster), country)
    return content_id("actor", first.kind, first.report, first.refs[0].index)


def _unique(ids: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    out = []
    for id_ in ids:
        seen[id_] += 1
        out.append(id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}")
    return out
