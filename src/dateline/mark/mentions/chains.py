"""Which mentions of one report are one actor: names with their variants, surnames alone, offices with no name, counterparts."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from dateline import languages, world
from dateline.languages import names
from dateline.mark.mentions import context, pointing
from dateline.mark.mentions.colleagues import seat_bodies, share
from dateline.mark.mentions.offices import settle_offices
from dateline.mark.mentions.persons import Person
from dateline.mark.mentions.titles import is_head, is_kin
from dateline.mark.mentions.words import IDLE, Found
from dateline.records import Report

SAME_NAME = 0.88  # likeness above which two full names of one report are one person's, if nothing speaks against it
SAME_WORD = 0.86  # the same for surnames alone
MOST_ALIKE = 16  # persons that a name is held against, those whose names begin most alike first
MOST_SPELLINGS = 4  # of each


def chain(found: list[Found], language: str, home: str | None, report: Report) -> list[Person]:
    """Give every mention its entity number, in place; `found` in text order; `home` is the state the report is about."""
    people = context.other_names(_persons([f for f in found if f.kind == "person" and f.name], language), report.text, language)
    pointing.serve_in(people, pointing.years(report))
    context.of_state(found, people, home, language)
    settle_offices(found, people, language)
    share(people)
    context.offices_of_state(found, people, home)
    context.nationals(found, people)
    seat_bodies(found)
    _number(found, people)
    return people


def _persons(named: list[Found], language: str) -> list[Person]:
    people: list[Person] = []
    index: dict[str, list[Person]] = {}

    def add(mention: Found, person: Person | None) -> Person:
        if person is None:
            person = Person(len(people))
            people.append(person)
        new = mention.name not in person.names
        person.add(mention)
        for key in _keys(mention.name) if new else ():
            if person not in index.setdefault(key, []):
                index[key].append(person)
        return person

    def like(mention: Found) -> list[Person]:
        shared = Counter(person.order for key in _keys(mention.name) for person in index.get(key, ()))
        best = sorted(shared, key=lambda order: (mention.name not in people[order].names, -shared[order], order))
        return [people[order] for order in sorted(best[:MOST_ALIKE])]

    for mention in named:
        if not names.is_short(mention.name):
            add(
                mention,
                next(
                    (person for person in like(mention) if _same_full(mention, person)),
                    None,
                ),
            )
    for person in people:
        _gender(person, language)
    whole = len(people)
    given = Counter(names.words(mention.name)[0] for mention in named if names.is_short(mention.name) and names.words(mention.name))
    alone: dict[str, Person] = {}  # people known by one word only, by its sound
    for mention in sorted(named, key=lambda m: not (m.title and m.given_title)):  # who is "President Novak" is Novak too
        if names.is_short(mention.name):
            near = [person for person in like(mention) if person.order < whole]
            sound = names.skeleton(mention.name)
            found, other = _by_surname(mention, near, language, given), alone.get(sound)
            if found is None or (
                other and other.offices and _unofficial(found, language) and mention.female in (None, other.female)
            ):
                found = other
            alone.setdefault(sound, add(mention, found))
    for person in people:
        person.mentions.sort(key=lambda m: m.start)
        person.known = _leader(person) or _reigning(person)
        states = {office.country for office in person.known or _bearers(person) if office.country}
        if person.country is None and len(states) == 1:
            person.country = states.pop()
    return people


def _keys(name: str) -> list[str]:
    """Beginnings of a name's words, by which possible partners are looked up: as written and as they sound."""
    keys = {part[:2] for word in names.words(name) for part in (word, names.skeleton(word))}
    return sorted(keys | ({names.chinese(name)} - {""}))


def _leader(person: Person) -> tuple[world.Leader, ...]:
    """Offices that a well-known person of this name held, unless the report says another country."""
    offices = names.leader(person.full)
    if person.country and all(office.country not in (None, person.country) for office in offices):
        return ()
    return offices


def _reigning(person: Person) -> tuple[world.Leader, ...]:
    """Offices of the well-known person of one name whose title tells from namesakes: "King Hussein"."""
    titles = {title for title, _ in person.offices}
    found = (
        [office for office in names.bearers(_single(person.full)) if office.title in titles] if names.is_short(person.full) else []
    )
    alone = len({office.name for office in found}) == 1 and person.country in (None, found[0].country)
    return tuple(found) if alone else ()


def _bearers(person: Person) -> list[world.Leader]:
    """Offices, those that a report gives somebody of one name, of all well-known people of that name: two presidents Bush."""
    titles = {title for title, _ in person.offices}
    return (
        [office for office in names.bearers(_single(person.full)) if office.title in titles] if names.is_short(person.full) else []
    )


def _same_full(mention: Found, person: Person) -> bool:
    return any(_same_name(mention, name, person) for name in islice(person.names, MOST_SPELLINGS))


def _same_name(mention: Found, name: str, person: Person) -> bool:
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


def _by_surname(mention: Found, people: list[Person], language: str, given: Counter[str]) -> Person | None:
    """The person whose name this word is; of several, the one whose country or office fits, then the most prominent.

    `given`: how often each word stands alone as a name; a child that a report calls by its first name is not meant by its last.
    """
    word = _single(mention.name)
    fits: list[tuple[float, int, Person]] = []
    for person in people:
        likeness = max((_part(word, name) for name in islice(person.names, MOST_SPELLINGS)), default=0.0)
        if likeness < SAME_WORD or (likeness < 1 and _somebody_elses(word, person)):
            continue
        if mention.country and person.country and mention.country != person.country:
            continue
        if mention.female is not None and person.female is not None and mention.female != person.female:
            continue
        kin = any(is_kin(title, language) for title, _ in person.offices)
        if mention.title and mention.given_title and (kin or _another(mention, word, person)):
            continue  # "President Novak" is not "his wife Anna Novak"
        score = 4 * likeness + min(3, sum(person.names.values())) * 0.5
        score += 3 * any(title == mention.title and of == mention.of for title, of in person.offices if mention.title)
        score += 0.5 * bool(mention.country and person.country == mention.country)
        score += 1.0 * any(m.piece == 0 for m in person.mentions)
        score -= 3.0 * kin
        first = names.words(person.full)[0]
        score -= 6.0 * (first != word and given[first] > 1 and not person.offices)
        score += 0.5 * any(is_head(title, language) or title.endswith("minister") for title, _ in person.offices)
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


def _single(name: str) -> str:
    """The word that counts in a short name: "villepin" of "De Villepin"."""
    parts = [part for part in names.words(name) if part not in names.PARTICLES and part.rstrip(".") not in names.SUFFIXES]
    return (parts or [*names.words(name), ""])[0]


def _somebody_elses(word: str, person: Person) -> bool:
    """Whether a family name that is spelt like the person's, but not the same, is that of well-known people: "Reagan", "Regan"."""
    exact = any(word in names.words(name) for name in person.names)
    return not exact and bool(names.bearers(word)) and not names.leader(person.full)


def _unofficial(person: Person, language: str) -> bool:
    return all(is_kin(title, language) for title, _ in person.offices)


def _another(mention: Found, word: str, person: Person) -> bool:
    """Whether well-known people of this name held the office, and the full name is of somebody else."""
    held = [office for office in names.bearers(word) if office.title == mention.title]
    if not held or person.known_as(held) or any(title == mention.title for title, _ in person.offices):
        return False
    return len({office.name for office in held}) == 1 or bool(names.leader(person.full))


def _part(word: str, name: str) -> float:
    """How well one word serves as short form of a full name: as the family name fully, as another part of it less."""
    family = names.family_name(name).split()
    likeness = max(_word_like(word, part) for part in family)
    if names.family_first(name):
        return max(likeness, 0.9 * (word == names.called(name)))
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


def _number(found: list[Found], people: list[Person]) -> None:
    """Number the entities in the order of their first mention."""
    of_mention = {id(m): person for person in people for m in person.mentions}
    numbers: dict[object, int] = {}
    ministries: list[Found] = []
    for index, mention in enumerate(found):
        key: object
        if mention.kind == "person":
            person = of_mention.get(id(mention))
            if person is None and (body := _spoken_for(mention, found)):
                mention.kind, mention.name, mention.country, mention.title = body.kind, body.name, body.country, None
                key = _body_key(body)
            elif person:
                key = ("person", person.order)
                mention.assumed |= mention.country is None and person.assumed
                mention.country = mention.country or person.country
                if mention.title is None and mention.form == "title":
                    mention.title = person.offices[0][0] if person.offices else None
            elif (mention.of or mention.country) and not mention.indefinite and mention.title not in IDLE | {"counterpart"}:
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
            key = _body_key(mention)
        elif mention.kind == "place":
            place = world.city(mention.name, mention.country)
            key = ("place", (place.name if place else mention.name).casefold())
        else:
            key = ("group", mention.name.casefold() or index)
        mention.entity = numbers.setdefault(key, len(numbers))


def _body_key(mention: Found) -> tuple[str, str]:
    return "organization", (mention.name or mention.title or "").casefold()


def _spoken_for(mention: Found, found: list[Found]) -> Found | None:
    """The body in whose name an unnamed official speaks: "a senior State Department official" is the department."""
    if mention.form != "title" or not mention.indefinite or mention.title not in ("official", "spokesperson") or not mention.of:
        return None
    return next((f for f in found if f.kind == "organization" and f.name == mention.of and f.piece == mention.piece), None)
