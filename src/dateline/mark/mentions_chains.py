"""Which mentions of one report are one actor: names with their variants, surnames alone, offices with no name, counterparts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dateline import languages, world
from dateline.languages import names
from dateline.mark import mentions_titles
from dateline.mark.mentions_words import Found

SAME_NAME = 0.88  # likeness above which two full names of one report are one person's, if nothing speaks against it
SAME_WORD = 0.86  # the same for surnames alone
_LEADING = ("chairman", "general secretary", "prime minister", "party chief", "crown prince", "first secretary", "chancellor")


@dataclass(eq=False)
class Person:
    """One person of the report as far as it is known: mentions and what they say of him."""

    order: int
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[Found] = field(default_factory=list)
    offices: list[tuple[str, str | None]] = field(default_factory=list)
    country: str | None = None
    female: bool | None = None
    known: tuple[world.Leader, ...] = ()

    def add(self, found: Found) -> None:
        self.mentions.append(found)
        if found.name:
            self.names[found.name] += 1
        if found.title and found.given_title and (found.title, found.of) not in self.offices:
            self.offices.append((found.title, found.of))
        self.country = self.country or found.country
        self.female = found.female if found.female is not None else self.female

    @property
    def full(self) -> str:
        return max(self.names, key=lambda name: (len(names.words(name)), self.names[name], name), default="")


def chain(found: list[Found], language: str) -> list[Person]:
    """Give every mention its entity number, in place; `found` in text order. Returns the persons."""
    people = _persons([f for f in found if f.kind == "person" and f.name], language)
    _offices(found, people, language)
    _number(found, people)
    return people


def _persons(named: list[Found], language: str) -> list[Person]:
    people: list[Person] = []
    for mention in named:
        if len(names.words(mention.name)) > 1:
            person = next((p for p in people if any(_same_full(mention, name, p) for name in p.names)), None)
            if person is None:
                person = Person(len(people))
                people.append(person)
            person.add(mention)
    for person in people:
        _gender(person, language)
    whole = list(people)
    for mention in named:
        if len(names.words(mention.name)) == 1:
            person = _by_surname(mention, whole) or next((p for p in people if p not in whole and _same_single(mention, p)), None)
            if person is None:
                person = Person(len(people))
                people.append(person)
            person.add(mention)
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
        person.known = _leader(person)
        states = {office.country for office in person.known if office.country}
        if person.country is None and len(states) == 1:
            person.country = states.pop()
    return people


def _leader(person: Person) -> tuple[world.Leader, ...]:
    """Offices that a well-known person of this name held, unless the report says another country."""
    offices = names.leader(person.full)
    if person.country and all(office.country not in (None, person.country) for office in offices):
        return ()
    return offices


def _same_full(mention: Found, name: str, person: Person) -> bool:
    if mention.name.casefold() == name.casefold():
        return True
    if mention.country and person.country and mention.country != person.country:
        return False
    if names.compare(mention.name, name) < SAME_NAME:
        return False
    a, b = names.words(mention.name), names.words(name)
    return not any(_beside(mention, other) for other in person.mentions) or len(a) != len(b)


def _beside(left: Found, right: Found) -> bool:
    """Whether the two stand in one list: "A and B"."""
    return left.piece == right.piece and 0 < max(left.start, right.start) - min(left.end, right.end) < 8


def _same_single(mention: Found, person: Person) -> bool:
    a = names.words(mention.name)[0]
    return any(names.same_word(a, names.words(name)[0]) >= 0.96 for name in person.names if names.words(name))


def _by_surname(mention: Found, people: list[Person]) -> Person | None:
    """The person whose name this one word is; with several of the name, the one whose country or office fits, then the most prominent."""
    word = names.words(mention.name)[0]
    fits: list[tuple[float, int, Person]] = []
    for person in people:
        likeness = max((_part(word, name) for name in person.names), default=0.0)
        if likeness < SAME_WORD:
            continue
        if mention.country and person.country and mention.country != person.country:
            continue
        if mention.female is not None and person.female is not None and mention.female != person.female:
            continue
        score = 4 * likeness + min(3, sum(person.names.values())) * 0.5
        score += 3 * any(title == mention.title and of == mention.of for title, of in person.offices if mention.title)
        score += 0.5 * bool(mention.country and person.country == mention.country)
        score += 1.0 * any(m.piece == 0 for m in person.mentions)
        score += 0.5 * any(mentions_titles.is_head(title, "en") or title.endswith("minister") for title, _ in person.offices)
        fits.append((score, -person.order, person))
    if not fits:
        return None
    best = max(fits, key=lambda fit: fit[:2])[2]
    if (
        mention.title
        and mention.of
        and any(of == mention.of and title != mention.title for title, of in best.offices)
        and not any(title == mention.title for title, _ in best.offices)
        and len(fits) > 1
    ):
        return None
    return best


def _part(word: str, name: str) -> float:
    """How well one word serves as short form of a full name: as the family name fully, as another part of it less."""
    family = names.family_name(name).split()
    likeness = max(_word_like(word, part) for part in family)
    if names.family_first(name):
        return likeness
    rest = [part for part in names.words(name) if part not in family and part not in names.PARTICLES]
    others = [names.same_word(word, part) for part in rest if len(part) > 2]
    return max(likeness, 0.95 * max(others, default=0.0) if max(others, default=0.0) >= 0.96 else 0.0)


def _word_like(word: str, family: str) -> float:
    if len(word) <= 3 and word != family:
        close = names.skeleton(word) == names.skeleton(family) or (abs(len(word) - len(family)) == 1 and family.startswith(word))
        return 0.9 if close else 0.0
    return names.same_word(word, family)


def _gender(person: Person, language: str) -> None:
    first = person.full.split()[0] if person.full.split() else ""
    if person.female is None and first in languages.words(language, "given_names_female"):
        person.female = True
    elif person.female is None and first in languages.words(language, "given_names_male"):
        person.female = False


def _offices(found: list[Found], people: list[Person], language: str) -> None:
    """Titles without a name, and counterparts: the person of this report who holds the office, nearest first."""
    of_mention = {id(m): person for person in people for m in person.mentions}
    bare = [m for m in found if m.kind == "person" and not m.name and not m.plural]
    for mention in bare:
        if mention.owner is not None and mention.country is None:
            owner = of_mention.get(id(mention.owner))
            mention.country = mention.of = owner.country if owner else None
    for mention in bare:
        _settle(mention, people, of_mention, language)
    for position, mention in enumerate(found):
        if mention.kind != "person" or not mention.counterpart or mention.title:
            continue
        holder = _before(found, position, of_mention)
        office = next((title for title, _ in holder.offices if title not in _IDLE), None) if holder else None
        mention.title, mention.of = office or "counterpart", mention.country or mention.of
        person = of_mention.get(id(mention))
        if person and office:
            mention.given_title = True
            mention.country = mention.country or person.country
            mention.of = mention.of or mention.country
            if not any(title == office for title, _ in person.offices):
                person.offices.append((office, mention.of))
        elif office:
            _settle(mention, [p for p in people if p is not holder], of_mention, language)
    for mention in bare:
        if id(mention) not in of_mention and mention.title != "counterpart" and not mention.counterpart:
            _settle(mention, people, of_mention, language)
    for person in people:
        person.mentions.sort(key=lambda m: m.start)


def _settle(mention: Found, people: list[Person], of_mention: dict[int, Person], language: str) -> None:
    holder = _holder(mention, people, language)
    if holder:
        holder.add(mention)
        of_mention[id(mention)] = holder
        if mention.of and mention.title and mention.title not in _IDLE and (mention.title, mention.of) not in holder.offices:
            holder.offices.append((mention.title, mention.of))


def _before(found: list[Found], position: int, of_mention: dict[int, Person]) -> Person | None:
    """Whose counterpart is meant: the subject of the sentence if a person, else the last one before who holds an office of state."""
    mention = found[position]
    this = of_mention.get(id(mention))
    last: Person | None = None
    for other in reversed(found[:position]):
        person = of_mention.get(id(other))
        if person is None or person is this:
            continue
        same = other.piece == mention.piece and other.token.sent.start == mention.token.sent.start
        if same and other.token.dep_ in ("nsubj", "nsubjpass"):
            return person
        if last is None and any(title not in _IDLE for title, _ in person.offices):
            last = person
        if last is not None and not same:
            break
    return last


def _holder(mention: Found, people: list[Person], language: str) -> Person | None:
    title = mention.title
    if title is None or title == "counterpart" or mention.plural or mention.indefinite:
        return None
    fits: list[tuple[float, float, Person]] = []
    for person in people:
        score = _holds(title, mention.of, person, language)
        if score <= 0 or (mention.female is not None and person.female is not None and mention.female != person.female):
            continue
        earlier = [m.start for m in person.mentions if m.start < mention.start]
        distance = mention.start - max(earlier) if earlier else 100_000 + min((m.start for m in person.mentions), default=0)
        fits.append((score, -distance, person))
    if fits:
        best = max(fits, key=lambda fit: fit[:2])
        rivals = [fit for fit in fits if fit[0] == best[0] and fit[2] is not best[2]]
        return None if best[0] <= _OPEN and rivals else best[2]
    return None


_IDLE = frozenset(("journalist", "analyst", "professor", "specialist", "expert", "historian", "researcher", "official", "fellow"))
_HEADS_OF_BODIES = frozenset(
    ("secretary-general", "director-general", "managing director", "director", "chairman", "president", "high representative")
)
_OPEN, _LIKELY = 1.0, 0.5


def _holds(title: str, of: str | None, person: Person, language: str) -> float:
    """How well a person answers to an office: 3 the office and whose it is, 2 one like it, 1 the office of an unknown state,
    0.5 somebody of that state, or of a family name of that state, of whom no office is known."""
    head = mentions_titles.is_head(title, language)
    best = 0.0
    for held, held_of in person.offices:
        if of is not None and held_of is None and person.country is not None:
            held_of = person.country
        if of is not None and held_of is not None and of != held_of:
            continue
        known = 0.5 * (of is not None and of == held_of)
        alike = mentions_titles.is_head(held, language) or held.startswith(_LEADING)
        if title == "head" and held_of == of and of is not None and held in _HEADS_OF_BODIES:
            best = max(best, 2.2)
        if held == title:
            best = max(best, _OPEN if of is not None and held_of is None else 2.5 + known)
        elif of is None and held.endswith(" " + title):  # "the minister" for the foreign minister
            best = max(best, 2.0)
        elif head and alike and "leader" in (title, held) and (of is None or held_of == of):
            best = max(best, 1.8 + known)
        elif of is not None and title.startswith("chairman of") and held == "leader" and held_of == of:
            best = max(best, 1.6)
    if of is not None and any(
        office.of == of and (office.title == title or _first(title, office.title)) for office in person.known
    ):
        best = max(best, 1.5)
    if (
        best
        or of is None
        or title in _IDLE
        or any(held not in _IDLE for held, _ in person.offices)
        or any(m.title == "journalist" for m in person.mentions)
    ):
        return best
    peoples = world.family_name_states(names.family_name(person.full)) if names.family_first(person.full) else frozenset()
    known_of = person.country == of or (person.country is None and of in peoples)
    return _LIKELY + 0.01 * min(9, sum(person.names.values())) if known_of else 0.0


def _first(title: str, held: str) -> bool:
    """Whether a title is another wording for a known office at the head of a state or body."""
    if title.startswith("chairman of the"):
        return held == "leader"
    return (title == "head" and held in _HEADS_OF_BODIES) or (
        title == "leader" and (held == "president" or held.startswith(_LEADING))
    )


def _number(found: list[Found], people: list[Person]) -> None:
    """Number the entities in the order of their first mention."""
    of_mention = {id(m): person for person in people for m in person.mentions}
    numbers: dict[object, int] = {}
    ministries: list[Found] = []
    for index, mention in enumerate(found):
        key: object
        if mention.kind == "person":
            person = of_mention.get(id(mention))
            if person:
                key = ("person", person.order)
                mention.country = mention.country or person.country
                if mention.title is None and mention.form == "title":
                    mention.title = person.offices[0][0] if person.offices else None
            elif (mention.of or mention.country) and not mention.indefinite and mention.title not in _IDLE | {"counterpart"}:
                key = ("office", mention.title, mention.of or mention.country)
            else:
                key = ("office", mention.title, index)
        elif mention.kind == "state":
            key = ("state", mention.country)
        elif mention.kind == "organization":
            if mention.form == "title":
                known = next((m for m in reversed(ministries) if not mention.title or m.name.endswith(mention.title)), None)
                if known:
                    mention.name, mention.country = known.name, known.country
            elif mention.name.endswith(("Ministry", "Embassy")):
                ministries.append(mention)
            key = ("organization", (mention.name or mention.title or "").casefold())
        elif mention.kind == "place":
            place = world.city(mention.name, mention.country)
            key = ("place", (place.name if place else mention.name).casefold())
        else:
            key = ("group", index)
        mention.entity = numbers.setdefault(key, len(numbers))
