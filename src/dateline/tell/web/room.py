"""The reading room of one account: what every page asks of it, worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from dateline.engine.local import Entry
from dateline.ids import content_id
from dateline.records import Account, Actor, Disagreement, Event, Place, Report, Story, VariantGroup, Weave
from dateline.tell.disputes import disputes
from dateline.tell.facts import Draft, Fact, Order, by_day, drafts, ordered, told, worded
from dateline.tell.lookup import Lookup
from dateline.tell.names import Names
from dateline.tell.positions import nouns_of
from dateline.tell.search import Index
from dateline.tell.statements import statement_refs
from dateline.tell.titles import story_title
from dateline.tell.web.addresses import address, safe

NAMED = 3  # mentions from which an actor who does and says nothing has a page


class Room:
    """An account with its indexes. `editable`: whether its reader may correct it; `journal`: what readers said against it, oldest
    first; `weaves`: what the last weavings changed, newest first; `key`: the ids of the reports that readers build on."""

    def __init__(
        self,
        account: Account,
        *,
        editable: bool = False,
        journal: Sequence[Entry] = (),
        weaves: Sequence[Weave] = (),
        key: frozenset[str] = frozenset(),
    ) -> None:
        self.account = account
        self.lookup = Lookup(account)
        self.editable = editable
        self.journal = tuple(journal)
        self.weaves = tuple(weaves)
        self.key = key

    # ------------------------------------------------------------ facts

    @cached_property
    def _drafts(self) -> dict[str, list[Draft]]:
        found: dict[str, list[Draft]] = {}
        for draft in drafts(self.account, self.lookup):
            found.setdefault(draft.key, []).append(draft)
        return found

    def facts(
        self,
        about: Iterable[str] | None = None,
        *,
        kinds: tuple[str, ...] | None = None,
        order: Order = "date",
        limit: int | None = None,
        names: Names | None = None,
        dated: bool = False,
    ) -> tuple[Fact, ...]:
        """Facts about these events and variant groups, all of the account's for None; as `tell.facts.facts` tells them."""
        return worded(self._chosen(about, kinds), names or Names(self.lookup), order=order, limit=limit, dated=dated)

    def ranked(
        self, about: Iterable[str] | None = None, *, kinds: tuple[str, ...] | None = None, order: Order = "weight"
    ) -> list[Draft]:
        """The same facts in order, not yet worded: `told` words those that a page shows."""
        return ordered(self._chosen(about, kinds), order)

    def told(self, chosen: Iterable[Draft], *, order: Order = "date", dated: bool = False) -> tuple[Fact, ...]:
        return told(ordered(chosen, order), Names(self.lookup), dated=dated)

    def _chosen(self, about: Iterable[str] | None, kinds: tuple[str, ...] | None) -> Iterator[Draft]:
        keys = self._drafts if about is None else about
        return (d for key in keys for d in self._drafts.get(key, ()) if kinds is None or d.kind in kinds)

    def disputes(self, events: Iterable[Event] | None = None) -> list[tuple[Event, Disagreement]]:
        """What the reports of these events do not agree on, of all for None: what most independent sources tell of comes first."""

        def weightiest(found: tuple[Event, Disagreement]) -> tuple[object, ...]:
            event, disagreement = found
            return -event.independent_sources, -len(event.reports), by_day(event.date), event.id, disagreement.field

        return sorted(disputes(self.account.events if events is None else events), key=weightiest)

    @cached_property
    def index(self) -> Index:
        """What a search looks in."""
        return Index(self.lookup)

    # ------------------------------------------------------------ stories

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The largest first."""
        return tuple(sorted(self.account.stories, key=lambda s: (-len(s.reports), self.titles[s.id], s.id)))

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each story is called."""
        return {s.id: story_title(s, self.lookup) for s in self.account.stories}

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """The story of a report and of an event, by id."""
        return {id_: story for story in self.account.stories for id_ in (*story.reports, *story.events)}

    @cached_property
    def _stories(self) -> dict[str, Story]:
        return {safe(s.id): s for s in self.account.stories}

    def story(self, name: str) -> Story | None:
        """The story whose page has this name."""
        return self._stories.get(name)

    # ------------------------------------------------------------ records by the name in an address

    @cached_property
    def _ids(self) -> dict[str, str]:
        reports, events, actors = self.account.reports, self.account.events, self.account.actors
        known = [*(r.id for r in reports), *(e.id for e in events), *(a.id for a in actors)]
        return {safe(id_): id_ for id_ in known}

    def report(self, name: str) -> Report | None:
        return self.lookup.report(self._ids.get(name, ""))

    def event(self, name: str) -> Event | None:
        return self.lookup.event(self._ids.get(name))

    def actor(self, name: str) -> Actor | None:
        return self.lookup.actor(self._ids.get(name))

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {safe(id_): place for id_ in self.events_at if (place := self.lookup.place(id_))}

    def place(self, name: str) -> Place | None:
        """A place where something took place."""
        return self._places.get(name)

    @cached_property
    def _groups(self) -> dict[str, VariantGroup]:
        return {safe(g.id): g for g in self.account.variant_groups}

    def group(self, name: str) -> VariantGroup | None:
        return self._groups.get(name)

    # ------------------------------------------------------------ actors

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """The events that an actor takes part in, by the actor's id."""
        found: dict[str, list[Event]] = {}
        for event in self.account.events:
            for actor in dict.fromkeys(p.actor for p in event.participants):
                found.setdefault(actor, []).append(event)
        return found

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Words that the matters of statements are told by."""
        return nouns_of(statement_refs(self.account), self.lookup)

    @cached_property
    def events_at(self) -> dict[str, list[Event]]:
        """What took place, or was to, at a place, by the place's id: where most did first."""
        found: dict[str, list[Event]] = {}
        for event in self.account.events:
            if event.place and self.lookup.place(event.place):
                found.setdefault(event.place, []).append(event)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    @cached_property
    def parts_of(self) -> dict[str, list[Event]]:
        """What was done on a visit, by its id."""
        found: dict[str, list[Event]] = {}
        for event in self.account.events:
            if event.part_of:
                found.setdefault(event.part_of, []).append(event)
        return found

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Actors who have a page: those who act first."""
        shown = [a for a in self.account.actors if a.id in self.events_of or len(a.mentions) >= NAMED]
        return tuple(sorted(shown, key=lambda a: (-len(self.events_of.get(a.id, ())), -len(a.mentions), a.name, a.id)))

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(a.id for a in self.actors)

    def actor_address(self, actor: str) -> str:
        """The address of an actor's page; "" for one who has none."""
        return address("actors", actor) if actor in self._shown else ""

    # ------------------------------------------------------------ outlets

    @cached_property
    def outlets(self) -> dict[str, tuple[str, Sequence[Report]]]:
        """Outlets that are known by the name in their address: what they are called, and their reports in order."""
        found: dict[str, tuple[str, list[Report]]] = {}
        for report in filter(self.lookup.outlet_known, self.lookup.reports):
            name = self.lookup.outlet_name(report)
            found.setdefault(outlet_id(name), (name, []))[1].append(report)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1][1]), item[1][0].casefold())))

    @cached_property
    def naming(self) -> dict[str, dict[str, Counter[str]]]:
        """How often each outlet gives an actor which name: by the outlet's name in an address and the actor's id."""
        outlets = {r.id: outlet_id(self.lookup.outlet_name(r)) for r in self.lookup.reports}
        found: dict[str, dict[str, Counter[str]]] = {}
        for actor in self.account.actors:
            for ref in actor.mentions:
                mention = self.lookup.mention(ref)
                if mention and mention.form == "name" and mention.name and ref.report in outlets:
                    of_outlet = found.setdefault(outlets[ref.report], {})
                    of_outlet.setdefault(actor.id, Counter())[" ".join(mention.name.split())] += 1
        return found

    @cached_property
    def named(self) -> dict[str, Counter[str]]:
        """How often all outlets together give an actor which name."""
        found: dict[str, Counter[str]] = {}
        for of_outlet in self.naming.values():
            for actor, names in of_outlet.items():
                found.setdefault(actor, Counter()).update(names)
        return found


def outlet_id(name: str) -> str:
    """An outlet's name in an address."""
    return content_id("outlet", name)
