"""How actors and places are called in a sentence: names, articles, and the office before the name at first mention."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from dateline.records import Actor, Office, Place
from dateline.tell.lookup import Lookup
from dateline.tell.templates import templates

_ARTICLE = re.compile(r"^[AaEe]l-(?=\w)")
LONG_TITLE = 4  # words; a longer one does not stand before a name


def with_article(name: str) -> str:
    """The name as it stands in running text: "the United States", "the Foreign Ministry", "Norway"."""
    the = templates().the
    words = name.split()
    if not words or words[0] in ("the", "The") or name in the.without:
        return name
    takes = name in the.names or (len(words) > 1 and (words[0] in the.first or words[-1] in the.last or "of" in words))
    return f"the {name}" if takes else name


class Names:
    """Names for one text. An instance remembers whom it has introduced, so that each office is given once.

    `short`: those introduced already are called as the reports call them in short ("Sadat").
    """

    def __init__(self, lookup: Lookup, *, introduce: bool = True, short: bool = False) -> None:
        self._lookup = lookup
        self._introduce = introduce
        self._short = short
        self._introduced: set[str] = set()
        self._bearers: dict[str, set[str]] = {}

    def actor(self, actor: str) -> str:
        """The actor's name, with the office before it the first time a person is named."""
        found = self._lookup.actor(actor)
        if found is None:
            return "somebody"
        if found.type != "person":
            return plain_name(found)
        if actor in self._introduced:
            return self._in_short(found) if self._short else plain_name(found)
        if not self._introduce:
            return plain_name(found)
        self._introduced.add(actor)
        office = self._held(found) if _is_name(found.name) else None
        return self._introduction(plain_name(found), office) if office else plain_name(found)

    def in_passing(self) -> Names:
        """Names for a sentence that introduces nobody: whoever has not been introduced has the whole name and no office."""
        other = Names(self._lookup, introduce=False, short=self._short)
        other._introduced, other._bearers = self._introduced, self._bearers
        return other

    def office(self, actor: Actor) -> str | None:
        """The office that the reports give the actor most often, with whose it is: "Norway’s foreign minister"."""
        held = self._held(actor)
        return self._office_words(held) if held else None

    def _held(self, actor: Actor) -> Office | None:
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
        return max(held, key=lambda o: (given[o.title], o.of is not None, len(o.title), o.title)) if held else None

    def _titles(self, actor: Actor) -> Mapping[str, int]:
        mentions = (self._lookup.mention(ref) for ref in actor.mentions)
        return Counter(m.title for m in mentions if m and m.title)

    def _introduction(self, name: str, office: Office) -> str:
        """ "Norway’s foreign minister Kari Moen"; a long office stands in brackets after the name."""
        holder = self._lookup.actor(office.of)
        title = " ".join(office.title.split())
        if not title or title.split()[-1].casefold() in name.casefold().split():
            return name
        words = self._office_words(office)
        if len(title.split()) > LONG_TITLE:
            return f"{name} ({words})"
        if holder is None:
            return f"{title.title()} {name}" if title in templates().offices.ranks else f"the {title} {name}"
        if holder.type == "state":
            return f"{words} {name}"
        bare = plain_name(holder).removeprefix("the ")
        if " of " in f"{title} {bare}" or len(bare.split()) > LONG_TITLE:
            return f"{name} ({words})"
        return f"{bare} {title} {name}"

    def _office_words(self, office: Office) -> str:
        """The title with its owner: "US secretary of state", "the Philippines’ president", "director of the Bank of Norway"."""
        holder = self._lookup.actor(office.of)
        title = " ".join(office.title.split())
        if holder is None:
            return title
        owner = plain_name(holder)
        if holder.type != "state":
            return f"{title} of {owner}"
        short = templates().offices.short.get(holder.country or "")
        return f"{short or (f'{owner}’' if owner.endswith('s') else f'{owner}’s')} {title}"

    def _in_short(self, actor: Actor) -> str:
        """What the reports call a person most often in place of the whole name, where nobody else of theirs bears it."""
        whole = plain_name(actor)
        parts = whole.split()
        seen = (m for ref in actor.mentions if (m := self._lookup.mention(ref)) and m.form == "name")
        used = Counter(" ".join(m.name.split()) for m in seen)
        fit = [name for name in used if _part_of(name.split(), parts) and self._bearers_of(name) <= {actor.id}]
        return max(fit, key=lambda name: (used[name], len(name), name)) if fit else whole

    def _bearers_of(self, name: str) -> set[str]:
        """Ids of the people of these reports in whose names each word of it stands."""
        if not self._bearers:
            for actor in self._lookup.account.actors:
                if actor.type == "person" and any(self._lookup.marks(ref.report) for ref in actor.mentions):
                    for word in actor.name.split():
                        for form in {word.casefold(), _ARTICLE.sub("", word).casefold()}:
                            self._bearers.setdefault(form, set()).add(actor.id)
        found = [self._bearers.get(word, set()) for word in name.casefold().split()]
        return set.intersection(*found) if found else set()


def _part_of(words: list[str], whole: list[str]) -> bool:
    """Whether the words stand in a name one after the other, and are not all of it; "Gamasy" stands in "el-Gamasy" too."""
    size, bare = len(words), [_ARTICLE.sub("", word) for word in whole]
    return 0 < size < len(whole) and any(words in (n[at : at + size] for n in (whole, bare)) for at in range(len(whole) - size + 1))


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


def plural_name(actor: Actor | None) -> bool:
    """Whether a name is one of several: "the girls", "French gunmen", "the Police"."""
    if actor is None or actor.type not in ("group", "organization") or not actor.name.split():
        return False
    last = actor.name.split()[-1].casefold()
    if actor.type == "group" and last.endswith("s") and not last.endswith(("ss", "us", "is")):
        return True
    return last in templates().plurals.last or (actor.type == "group" and last.endswith("men"))


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
