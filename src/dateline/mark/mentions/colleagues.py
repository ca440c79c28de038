"""States that people and bodies have from what stands beside them: colleagues, relations, the capital that a body is in."""

from __future__ import annotations

from dateline import world
from dateline.mark.mentions.belonging import AMERICAN, IN_CONGRESS, SOLE
from dateline.mark.mentions.persons import Person
from dateline.mark.mentions.words import Found


def share(people: list[Person]) -> None:
    """Countries from the offices of those beside them: "President A and Prime Minister B" serve one state."""
    american = any(person.country == "USA" for person in people)
    for person in people:
        for title, _ in person.offices if person.country is None else ():
            person.assume(SOLE.get(title) or ("USA" if american and title in IN_CONGRESS else None))
        if person.country is None and american and any(m.wording in AMERICAN for m in person.mentions):
            person.assume("USA")
    for person in people:
        if person.country is not None or not person.offices:
            continue
        for other in people:
            if other.country and other.offices and _colleagues(person, other):
                person.country, person.assumed = other.country, other.assumed
                break


def _colleagues(person: Person, other: Person) -> bool:
    """Whether the two stand together as "<office> A and <another office> B", neither with a state of its own."""
    for left in person.mentions:
        for right in other.mentions:
            if (
                left.given_title
                and right.given_title
                and left.piece == right.piece >= 0
                and left.title != right.title
                and left.of is None
                and right.of is None
                and _joined(*sorted((left, right), key=lambda m: m.first))
            ):
                return True
    return False


def _joined(first: Found, second: Found) -> bool:
    """Whether only "and" and the second's office stand between two names."""
    between = first.token.doc[first.token.i + 1 : second.token.i]
    return second.first - first.last <= 6 and len(between) > 0 and between[0].lower_ == "and"


def seat_bodies(found: list[Found]) -> None:
    """ "the Foreign Ministry in Havana", "the People's Assembly in Cairo": the state of the capital that follows."""
    starts = {(f.piece, f.first): f for f in found if f.kind == "place" and f.country}
    for body in found:
        if body.kind == "organization" and body.country is None and body.piece >= 0:
            place = starts.get((body.piece, body.last + 2)) or starts.get((body.piece, body.last + 3))
            between = body.token.doc[body.token.i + 1 : place.token.i] if place is not None else ()
            words = [token.lower_ for token in between]
            joined = words[-1:] == ["in"] and len(words) < 3
            if place is not None and joined and world.capital_of(place.name):
                name = body.name or body.title or ""
                noun = name.split()[-1].lower() if name else ""
                if noun in _STATE_BODIES:
                    body.country = place.country


_STATE_BODIES = frozenset(("ministry", "assembly", "parliament", "congress", "council", "senate", "presidency", "court", "academy"))
