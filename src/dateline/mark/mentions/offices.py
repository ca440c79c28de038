"""Who holds an office that stands with no name: the person of the report who is said, known or likely to hold it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import world
from dateline.languages import names
from dateline.mark.mentions.persons import Person
from dateline.mark.mentions.pointing import REACH, Pointing, named_after, near
from dateline.mark.mentions.titles import is_head
from dateline.mark.mentions.words import IDLE, Found

_NEW = frozenset(("a", "an", "another", "one", "other", "second"))
_LEADING = ("chairman", "general secretary", "prime minister", "party chief", "crown prince", "first secretary", "chancellor")


def settle_offices(found: list[Found], people: list[Person], language: str) -> None:
    """Titles without a name, and counterparts: the person of this report who holds the office, nearest first."""
    of_mention = {id(m): person for person in people for m in person.mentions}
    bare = [m for m in found if m.kind == "person" and not m.name and not m.plural]
    pointing = Pointing(found, of_mention)
    for mention in found:
        if mention.kind == "person" and mention.owner is not None and mention.country is None:
            owner = of_mention.get(id(mention.owner))
            mention.country, mention.assumed = (owner.country, owner.assumed) if owner else (None, False)
            person = of_mention.get(id(mention))
            if person is None:
                mention.of = mention.country
            elif person.country is None:
                person.country, person.assumed = mention.country, mention.assumed
    for mention in bare:
        _settle(mention, people, of_mention, pointing, language)
    for position, mention in enumerate(found):
        if mention.kind != "person" or not mention.counterpart or mention.title:
            continue
        holder = _before(found, position, of_mention)
        office = next((title for title, _ in holder.offices if title not in IDLE), None) if holder else None
        mention.title, mention.of = office or "counterpart", mention.country or mention.of
        person = of_mention.get(id(mention))
        if person and office:
            mention.given_title = True
            mention.country = mention.country or person.country
            mention.of = mention.of or mention.country
            if not any(title == office for title, _ in person.offices):
                person.offices.append((office, mention.of))
        elif office:
            _settle(mention, [p for p in people if p is not holder], of_mention, pointing, language)
    for mention in bare:
        if id(mention) not in of_mention and mention.title != "counterpart" and not mention.counterpart:
            _settle(mention, people, of_mention, pointing, language)
    for mention in found:  # whose owner was a bare office
        person = of_mention.get(id(mention))
        if mention.owner is not None and person is not None and person.country is None:
            owner = of_mention.get(id(mention.owner))
            person.country, person.assumed = (owner or mention.owner).country, (owner or mention.owner).assumed
    for person in people:
        person.mentions.sort(key=lambda m: m.start)


def _settle(mention: Found, people: list[Person], of_mention: dict[int, Person], pointing: Pointing, language: str) -> None:
    if mention.apposed is not None and (holder := of_mention.get(id(mention.apposed))) is not None:
        mention.given_title = True  # so that the second office is the person's for sure
    else:
        holder = _holder(mention, people, pointing, language) or _named_next(mention, people)
    if holder:
        holder.add(mention)
        of_mention[id(mention)] = holder
        if mention.of and mention.title and mention.title not in IDLE and (mention.title, mention.of) not in holder.offices:
            holder.offices.append((mention.title, mention.of))


def _named_next(mention: Found, people: list[Person]) -> Person | None:
    """Who is named soon after "a government spokesman" as "the spokesman, Ivan Petrov", "spokesman Ivan Petrov"."""
    if not mention.indefinite or mention.title is None:
        return None
    later = [p for p in people if p.mentions and 0 < min(m.start for m in p.mentions) - mention.end <= REACH]
    for person in sorted(later, key=lambda p: min(m.start for m in p.mentions)):
        first = min(person.mentions, key=lambda m: m.start)
        if first.title == mention.title and first.given_title and first.piece >= 0:
            apart = first.of and mention.of and first.of != mention.of
            return None if apart or _one_of_many(first) else person
    return None


def _one_of_many(named: Found) -> bool:
    """Whether a name is brought in as somebody new: "another spokesman, Ivan Petrov", "General Ivan Petrov"."""
    before = named.token.i - len(named.name.split())
    if before >= 0 and named.token.doc[before].text[:1].isupper():
        return True
    head = named.token.head if named.token.dep_ in ("appos", "compound") else named.token
    return any(c.lower_ in _NEW for noun in (named.token, head) for c in noun.children if c.dep_ in ("det", "amod"))


def _before(found: list[Found], position: int, of_mention: dict[int, Person]) -> Person | None:
    """Whose counterpart is meant: the sentence's subject if a person, else the last one before who holds an office."""
    mention = found[position]
    this = of_mention.get(id(mention))
    last: Person | None = None
    for number in range(position - 1, -1, -1):
        other = found[number]
        person = of_mention.get(id(other))
        if person is None or person is this:
            continue
        same = other.piece == mention.piece and other.token.sent.start == mention.token.sent.start
        if same and other.token.dep_ in ("nsubj", "nsubjpass"):
            return person
        if last is None and any(title not in IDLE for title, _ in person.offices):
            last = person
        if last is not None and not same:
            break
    return last


def _holder(mention: Found, people: list[Person], pointing: Pointing, language: str) -> Person | None:
    title = mention.title
    if title is None or title == "counterpart" or mention.plural or mention.indefinite:
        return None
    fits: list[tuple[float, bool, int, int, Person]] = []
    for person in people:
        score = _holds(title, mention.of, person, language, person.served if mention.former else person.serving)
        if (
            score <= 0
            or (mention.of is None and not mention.counterpart and named_after(mention, person))
            or (mention.of is None and _of_body_only(title, person, mention))
        ):
            continue
        if mention.female is not None and person.female is not None and mention.female != person.female:
            continue
        earlier = [m.start for m in person.mentions if m.start < mention.start]
        distance = mention.start - max(earlier) if earlier else 100_000 + min((m.start for m in person.mentions), default=0)
        if (
            mention.of is None
            and not earlier
            and mention.piece > _OPENING
            and not any(m.piece == mention.piece for m in person.mentions)
        ):
            score = min(score, _UNNAMED)
        weight = sum(person.names.values()) if REACH < distance < 100_000 else 0  # far off, the one spoken of most
        fits.append(
            (score, pointing.at(mention, person), -min(distance, REACH) if weight else -distance, weight or -distance, person)
        )
    if fits:
        best = max(fits, key=lambda fit: fit[:4])
        rivals = [fit for fit in fits if fit[:2] == best[:2] and fit[4] is not best[4]]
        return None if best[0] <= _OPEN and rivals else best[4]
    return None


_HEADS_OF_BODIES = frozenset(
    ("secretary-general", "director-general", "managing director", "director", "chairman", "president", "high representative")
)


_OPENING = 1  # the headline and the first paragraph may say "the president" before his name


def _of_body_only(title: str, person: Person, mention: Found) -> bool:
    """Whether the person is said to hold the office, always of some body ("the president of the bank"), and is not named near."""
    owners = {of for held, of in person.offices if held == title}
    return (
        bool(owners) and all(of is not None and not (len(of) == 3 and of.isupper()) for of in owners) and not near(mention, person)
    )


_OPEN, _KNOWN, _UNNAMED, _LATER, _LIKELY = 1.0, 0.9, 0.8, 0.6, 0.5


def _holds(title: str, of: str | None, person: Person, language: str, known_for: Sequence[world.Leader]) -> float:
    """How well a person answers to an office: 3 the office and whose it is, 2 one like it, 1 the office of an unknown state,
    0.9 an office that a well-known person of this name held, 0.6 that of one who holds
    another in this report, 0.5 somebody of that state, or of a family name of that state, of whom no office is known."""
    head = is_head(title, language)
    best = 0.0
    for held, held_of in person.offices:
        if of is not None and held_of is None and person.country is not None:
            held_of = person.country
        if of is not None and held_of is not None and of != held_of:
            continue
        known = 0.5 * (of is not None and of == held_of)
        if held in _HEADS_OF_BODIES | {"head"} and any(
            office.title == title and office.of == held_of for office in known_for
        ):  # the "UN chief"
            best = max(best, 2.5 + known)
        alike = is_head(held, language) or held.startswith(_LEADING)
        if title == "head" and held_of == of and of is not None and held in _HEADS_OF_BODIES:
            best = max(best, 2.2)
        if held == title:
            best = max(best, _OPEN if of is not None and held_of is None else 2.5 + known)
        elif of is None and held.endswith(" " + title):  # "the minister" for the foreign minister
            best = max(best, 2.0)
        elif head and alike and "leader" in (title, held):
            best = max(best, 1.8 + known if of is None or held_of == of else _OPEN)
        elif of is not None and title.startswith("chairman of") and held == "leader" and held_of == of:
            best = max(best, 1.6)
    other = any(held not in IDLE and held != "leader" for held, _ in person.offices)
    if of is None and not best and not other and any(office.title == title for office in known_for):
        best = _KNOWN
    if of is not None and any(office.of == of and (office.title == title or _first(title, office.title)) for office in known_for):
        elsewhere = any(held not in IDLE and not is_head(held, language) for held, _ in person.offices)
        best = max(best, _LATER if elsewhere else 1.5)
    if (
        best
        or of is None
        or title in IDLE
        or any(held not in IDLE for held, _ in person.offices)
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
