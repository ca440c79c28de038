"""How actors and places are called in a sentence: names, articles, and the office in brackets at first mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dateline.records import Actor, Office, Place
from dateline.tell.lookup import Lookup
from dateline.tell.templates import templates


def with_article(name: str) -> str:
    """The name as it stands in running text: "the United States", "the Foreign Ministry", "Norway"."""
    the = templates().the
    words = name.split()
    if not words or words[0] in ("the", "The") or name in the.without:
        return name
    takes = name in the.names or (len(words) > 1 and (words[0] in the.first or words[-1] in the.last or "of" in words))
    return f"the {name}" if takes else name


class Names:
    """Names for one text. An instance remembers whom it has introduced, so that each office is given once."""

    def __init__(self, lookup: Lookup, *, introduce: bool = True) -> None:
        self._lookup = lookup
        self._introduce = introduce
        self._introduced: set[str] = set()

    def actor(self, actor: str) -> str:
        """The actor's name, with the office in brackets the first time a person is named."""
        found = self._lookup.actor(actor)
        if found is None:
            return "somebody"
        name = plain_name(found)
        if found.type != "person" or not self._introduce or actor in self._introduced:
            return name
        self._introduced.add(actor)
        office = self.office(found) if _is_name(found.name) else None
        return f"{name} ({office})" if office else name

    def office(self, actor: Actor) -> str | None:
        """The office that the reports give the actor most often: "foreign minister of Norway" as "Norway's foreign minister"."""
        given = self._titles(actor)
        known = templates().offices
        held = [
            office
            for office in actor.offices
            if office.held is not None
            and office.title
            and office.title not in known.vague
            and (self._lookup.actor(office.of) is not None or office.title not in known.of_a_state)
        ]
        if not held:
            return None
        best = max(held, key=lambda o: (given[o.title], o.of is not None, len(o.title), o.title))
        return self._office_words(best)

    def _titles(self, actor: Actor) -> Mapping[str, int]:
        mentions = (self._lookup.mention(ref) for ref in actor.mentions)
        return Counter(m.title for m in mentions if m and m.title)

    def _office_words(self, office: Office) -> str:
        holder = self._lookup.actor(office.of)
        title = " ".join(office.title.split())
        if holder is None:
            return title
        name = plain_name(holder)
        if short := templates().offices.short.get(holder.country or "") if holder.type == "state" else None:
            return f"{short} {title}"
        possessive = holder.type == "state" and not name.endswith("s") and " of " not in title
        return f"{name}’s {title}" if possessive else f"{title} of {name}"


def plain_name(actor: Actor) -> str:
    """The name without an office, with "the" where it needs one."""
    name = " ".join(actor.name.split())
    if not name or name == actor.type:
        return {"person": "somebody unnamed", "group": "a group"}.get(actor.type, f"an unnamed {actor.type}")
    if actor.type == "person":
        return name if _is_name(name) else _bare_office(name)
    if actor.type == "group" and not _is_name(name):
        return name if name.startswith(("the ", "a ", "an ")) else f"the {name}"
    return with_article(name)


def _bare_office(name: str) -> str:
    """A person known by an office only: "the foreign minister of Norway", "an official of the United States"."""
    title, of, owner = name.partition(" of ")
    owned = f"{of}{with_article(owner)}" if of else ""
    if title in templates().offices.vague:
        return f"{'an' if title[:1] in 'aeiou' else 'a'} {title}{owned}"
    return f"the {title}{owned}"


def place_name(place: Place) -> str:
    return with_article(" ".join(place.name.split()))


def where(place: Place) -> str:
    """The place as an adverb: "in Geneva", "at the Foreign Ministry"."""
    words = place.name.split()
    return f"{'at' if words and words[-1].capitalize() in templates().at.last else 'in'} {place_name(place)}"


def _is_name(name: str) -> bool:
    """Whether it is a name and not an office in lower case ("foreign minister of Norway")."""
    return not name.strip()[:1].islower() or any(part[:1].isupper() for part in name.split()[:2])
