"""Actors across reports: who is the same, under what name and id, and which offices they hold when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from dateline import world
from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.languages import offices
from dateline.records import Actor, ActorType, KnownPerson, Marks, MentionRef, Office, Published
from dateline.weave.judged_actors import bearing, name_wanted, regrouped
from dateline.weave.judgements import NOTHING, Said
from dateline.weave.known import Known
from dateline.weave.locals import Cluster, Held, Local, country_of, locals_of
from dateline.weave.organizations import organization_key, organizations
from dateline.weave.persons import NO_DAYS, persons
from dateline.weave.weaving import Facts, Weaving


class Actors:
    """Actors of all reports before they are dated: clusters of locals with an id each."""

    def __init__(self, clusters: Sequence[Cluster], said: Said = NOTHING) -> None:
        self._said = said
        self.clusters = [sorted(c, key=lambda x: x.order) for c in clusters]
        self.ids = _unique([_identity(c) for c in self.clusters])
        self.actor_of: dict[MentionRef, str] = {}
        self.cluster_of: dict[str, Sequence[Local]] = {}
        for id_, cluster in zip(self.ids, self.clusters, strict=True):
            self.cluster_of[id_] = cluster
            for local in cluster:
                for ref in local.refs:
                    self.actor_of[ref] = id_
        self._bodies: dict[str, str] = {}
        for id_ in sorted(self.cluster_of):
            if self.kind(id_) == "organization":
                self._bodies.setdefault(organization_key(self.name(id_)), id_)
        self._served = {id_: found for id_ in self.ids if (found := self._country_served(id_))}

    @property
    def weaving(self) -> Weaving:
        """Who is meant by each mention, in the order of reports and text, and what is known of each actor."""
        told = sorted(self.actor_of.items(), key=lambda one: (one[0].report, one[0].index))
        return Weaving(dict(told), {id_: self._facts(id_) for id_ in sorted(self.cluster_of)})

    def _facts(self, actor: str) -> Facts:
        return Facts(
            self.kind(actor),
            self.country(actor),
            self.named_person(actor),
            self._nameless(actor),
            self._state_served(actor),
            self._state_of_deed(actor),
        )

    def country(self, actor: str) -> str | None:
        """Alpha-3 of the actor's state: as the reports say it, else that of the body the actor serves."""
        return country_of(self.cluster_of[actor]) or self._served.get(actor)

    def kind(self, actor: str) -> ActorType:
        return self.cluster_of[actor][0].kind

    def name(self, actor: str) -> str:
        return _name(self.cluster_of[actor])

    def named_person(self, actor: str) -> bool:
        """Whether this is a person whose name is known, not only an office."""
        cluster = self.cluster_of[actor]
        return cluster[0].kind == "person" and any(local.spellings for local in cluster)

    def _nameless(self, actor: str) -> bool:
        """Whether one report alone knows an actor, by no name and no office of anybody: "a witness", "local sources"."""
        cluster = self.cluster_of[actor]
        if cluster[0].kind == "state" or len({local.report for local in cluster}) > 1:
            return False
        named = cluster[0].kind != "group" and any(local.spellings for local in cluster)
        return not named and not any(of for local in cluster for _, of in local.titles)

    def _state_served(self, actor: str) -> str | None:
        """The state that acts where somebody does who is known by his office in it alone: "a senior French envoy"."""
        cluster = self.cluster_of[actor]
        if cluster[0].kind != "person" or self.named_person(actor) or not (code := country_of(cluster)):
            return None
        return self._holder(code) if any(of == code for local in cluster for _, of in local.titles) else None

    def _state_of_deed(self, actor: str) -> str | None:
        """The state that acts where its leader or its forces do: "the president sent troops", "the Chilean navy seized a ship"."""
        cluster = self.cluster_of[actor]
        if not (code := country_of(cluster)):
            return None
        if cluster[0].kind == "organization":
            return self._holder(code) if offices.organs() & set(self.name(actor).lower().split()) else None
        leads = any(
            of == code and title in offices.commanders() and (title, of) not in local.former
            for local in cluster
            for title, of in local.titles
        )
        return self._holder(code) if cluster[0].kind == "person" and leads else None

    def records(self, published: Mapping[str, Published]) -> tuple[Actor, ...]:
        """The actors, with the days on which each office is seen to be held, sorted by id."""
        made = []
        for id_, cluster in self.cluster_of.items():
            refs = tuple(sorted((r for local in cluster for r in local.refs), key=lambda r: (r.report, r.index)))
            offices = tuple(self._offices(cluster, published))
            home = self.country(id_) or (world.homeland(_name(cluster)) if cluster[0].kind == "organization" else None)
            name, judged = name_wanted(refs, self._said) or _name(cluster), bearing(refs, self._said)
            made.append(Actor(id_, cluster[0].kind, name, home, offices, refs, judged, self._may_be(id_, cluster)))
        return tuple(sorted(made, key=lambda a: a.id))

    def _may_be(self, actor: str, cluster: Cluster) -> tuple[str, ...]:
        """The people, by id, that a surname or an office fits alike well; none once somebody said that it is one of them."""
        rivals = {self.actor_of[ref] for local in cluster for ref in local.rivals}
        return () if actor in rivals else tuple(sorted(rivals))

    def _country_served(self, actor: str) -> str | None:
        """The state of the one body that a person with no country holds an office of."""
        cluster = self.cluster_of[actor]
        if cluster[0].kind != "person" or country_of(cluster):
            return None
        bodies = {holder for local in cluster for _, of in local.titles if (holder := self._holder(of))}
        states = {country_of(self.cluster_of[body]) for body in bodies}
        return states.pop() if len(states) == 1 else None

    def _offices(self, cluster: Cluster, published: Mapping[str, Published]) -> Iterable[Office]:
        """Each office under its usual title and the reports' own words for it, with the days on which it is seen to be held."""
        owner = _owners(cluster)
        seen: dict[Held, list[Interval]] = defaultdict(list)
        for local in cluster:
            days = published.get(local.report)
            for held in local.titles:
                for title in (held[0], *local.wordings.get(held, ())):
                    office = (title, held[1] or owner.get(held[0]))
                    seen[office] += [days.interval] if days and held not in local.former else []
        for (title, of), intervals in sorted(seen.items(), key=lambda item: (item[0][0], item[0][1] or "")):
            held_on = intervals[0] if intervals else None
            for interval in intervals[1:]:
                held_on = held_on.join(interval) if held_on else interval
            yield Office(title, self._holder(of), held_on)

    def _holder(self, of: str | None) -> str | None:
        """Actor id of the state or organisation that an office belongs to, when it is an actor here."""
        if of is None:
            return None
        if len(of) == 3 and of.isupper():
            state = content_id("actor", "state", of)
            return state if state in self.cluster_of else None
        return self._bodies.get(organization_key(of))


def _owners(cluster: Cluster) -> dict[str, str]:
    """Whose an office is that some mentions name without saying so: the only state or body that others give."""
    given: dict[str, set[str]] = defaultdict(set)
    for local in cluster:
        for title, of in local.titles:
            if of:
                given[title].add(of)
    return {title: min(found) for title, found in given.items() if len(found) == 1}


def weave_actors(marks: Iterable[Marks]) -> Actors:
    """One actor for each person, state, organisation and group that the reports speak of."""
    return Actors(clusters_of(marks))


def as_people_said(clusters: Sequence[Cluster], marks: Mapping[str, Marks], said: Said) -> tuple[Actors, Weaving]:
    """The actors, those put together and apart of whom people said so, and what later steps ask of them."""
    actors = Actors(regrouped(clusters, marks, said), said)
    return actors, actors.weaving


def clusters_of(
    marks: Iterable[Marks], published: Mapping[str, Interval] = NO_DAYS, known: Sequence[KnownPerson] = ()
) -> list[list[Local]]:
    """Who is the same by name, country and office.

    published: days on which reports say that they came out. known: people of lists.
    """
    everyone = sorted((local for m in marks for local in locals_of(m)), key=lambda x: x.order)
    people = persons([x for x in everyone if x.kind == "person"], published, Known(known))
    served: dict[tuple[str, str], str] = {}
    for cluster in people:
        if country := country_of(cluster):
            for local in cluster:
                for _, of in sorted(local.titles, key=str):
                    if of:
                        served.setdefault((local.report, of), country)
    clusters = _by_key([x for x in everyone if x.kind == "state"], lambda x: x.country or x.name)
    clusters += organizations([x for x in everyone if x.kind == "organization"], served)
    clusters += _groups(everyone)
    return clusters + people


def _groups(everyone: Sequence[Local]) -> list[list[Local]]:
    """Groups by name and state. A camp with no state ("the opposition") is the only one of its name of a state its report names."""
    groups = [x for x in everyone if x.kind == "group"]
    named: dict[str, set[str | None]] = defaultdict(set)
    for local in everyone:
        if local.kind == "state":
            named[local.report].add(local.country)
    states: dict[str, set[str]] = defaultdict(set)
    for local in groups:
        if local.country and local.name:
            states[local.name.casefold().split()[-1]].add(local.country)

    def key(local: Local) -> Hashable:
        if not local.name:
            return local.order
        camp = local.name.casefold().split()[-1]
        own = {local.country} if local.country else states[camp] & named[local.report]
        return (camp, *own) if len(own) == 1 else local.order

    return _by_key(groups, key)


def _by_key(items: Sequence[Local], key: Callable[[Local], Hashable]) -> list[list[Local]]:
    grouped: dict[Hashable, list[Local]] = defaultdict(list)
    for item in items:
        grouped[key(item)].append(item)
    return list(grouped.values())


# ---------------------------------------------------------------- identity


def _name(cluster: Cluster) -> str:
    """The name to show: a state's own, else the fullest spelling that most reports use, else the office."""
    first = cluster[0]
    country = country_of(cluster)
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


def _identity(cluster: Cluster) -> str:
    first = cluster[0]
    country = country_of(cluster)
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
