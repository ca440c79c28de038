"""What the rest of a report says of its people: the state of an office that stands without one, "the Venezuelan", other names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dateline import languages, world
from dateline.languages import names
from dateline.mark.mentions.belonging import SOLE
from dateline.mark.mentions.persons import Person
from dateline.mark.mentions.titles import is_kin
from dateline.mark.mentions.words import Found, word_lists

# offices that every state has, so that in a report on one state they are its own
_EVERY_STATES = frozenset(
    {
        "president",
        "prime minister",
        "vice president",
        "deputy prime minister",
        "first lady",
        "speaker",
        "opposition leader",
        "attorney general",
        "army chief",
        "interior minister",
        "chief of staff",
        "press secretary",
        "national security adviser",
        "foreign minister",
        "defense minister",
        "finance minister",
        "justice minister",
        "information minister",
        "energy minister",
        "health minister",
        "trade minister",
        "economy minister",
        "chancellor",
        "crown prince",
        "king",
        "queen",
        "emir",
    }
)
_OF_A_SEAT = frozenset(("press secretary", "chief of staff", "national security adviser", "adviser", "spokesperson"))
_WHERE = frozenset(("in", "to", "from", "at", "near", "for", "into", "through", "across", "via", "over"))
_AROUND = 500  # characters before somebody in which the places named tell where he is
_LONGEST_LINK = 60  # characters between a name and the other name


def of_state(found: Sequence[Found], people: Sequence[Person], home: str | None, language: str) -> None:
    """Give people whose office names no state that of the seat of power beside them, or the one that the report is about."""
    seats: dict[int, set[str]] = {}
    for one in found:
        if one.kind == "organization" and one.country and world.metonym(one.name):
            seats.setdefault(one.piece, set()).add(one.country)
    for person in people:
        if person.country is not None or any(of for _, of in person.offices):
            continue
        titles = {title for title, _ in person.offices}
        near = {code for one in person.mentions for code in seats.get(one.piece, ())} if titles & _OF_A_SEAT else set()
        if len(near) == 1:
            person.assume(near.pop())
        elif any(title in _EVERY_STATES or title.endswith(" minister") for title in titles):
            person.assume(home or _spoken_of(person, found))
    _by_family(found, people)
    _by_kin(found, people, language)
    _by_scene(found, people, language)


def _by_kin(found: Sequence[Found], people: Sequence[Person], language: str) -> None:
    """Somebody's father or wife is of the same state: of whom the words say so, or who has the same family name."""
    of_mention = {id(one): person for person in people for one in person.mentions}
    for one in found:
        person = of_mention.get(id(one))
        if person is None or one.title is None or not is_kin(one.title, language) or not one.given_title:
            continue
        family = names.family_name(person.full)
        owner = of_mention.get(id(one.owner)) if one.owner is not None else None
        owner = owner or next((o for o in people if o is not person and o.country and names.family_name(o.full) == family), None)
        if owner is not None and owner is not person:
            for one_of_kin, other in ((person, owner), (owner, person)):
                if one_of_kin.country is None:
                    one_of_kin.country, one_of_kin.assumed = other.country, other.assumed


def _by_scene(found: Sequence[Found], people: Sequence[Person], language: str) -> None:
    """A police chief, a mayor or a villager is of the state whose places, and no other's, are named around him."""
    local = word_lists(language)["local_offices"]
    places = [one for one in found if one.kind == "place" and one.country]
    for person in people:
        first = next((one for one in person.mentions if one.given_title and one.title in local), None)
        if first is not None and person.country is None and not any(of for _, of in person.offices):
            near = {one.country for one in places if first.start - _AROUND < one.start < first.end + _AROUND // 2}
            person.assume(near.pop() if len(near) == 1 else None)


def _spoken_of(person: Person, found: Sequence[Found]) -> str | None:
    """The one state whose doings are told right before a bare office: "Indian officials were livid. Home Minister X ..."."""
    for one in person.mentions:
        if not one.title or one.piece < 0:
            continue
        sentence = one.token.sent
        before = sentence[0].nbor(-1).sent.start if sentence.start else sentence.start
        near = {
            other.country
            for other in found
            if other.piece == one.piece and before <= other.token.i < one.token.i and other.country and _acts(other)
        }
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _acts(other: Found) -> bool:
    """Whether a state, its government or its people are spoken of, and no mere place where something is."""
    where = other.token.dep_ == "pobj" and other.token.head.lower_ in _WHERE
    return other.kind == "group" or (other.kind in ("state", "organization") and not where)


def _by_family(found: Sequence[Found], people: Sequence[Person]) -> None:
    """A person whose family name stands first is of the one state with such names that the report speaks of."""
    spoken = {one.country for one in found if one.country and one.kind in ("state", "place")}
    for person in people:
        if person.country is None and not names.is_short(person.full) and names.family_first(person.full):
            peoples = world.family_name_states(names.family_name(person.full)) & spoken
            person.assume(min(peoples) if len(peoples) == 1 else None)


def offices_of_state(found: Sequence[Found], people: Sequence[Person], home: str | None) -> None:
    """Say whose the office is where only its holder's state is known; one that nobody named holds is the report's own state's."""
    of_mention = {id(one): person for person in people for one in person.mentions}
    for one in found:
        if (
            one.kind != "person"
            or one.of is not None
            or one.title not in _EVERY_STATES | SOLE.keys()
            or one.indefinite
            or one.plural
        ):
            continue
        person = of_mention.get(id(one))
        state = one.country or (person.country if person else SOLE.get(one.title, home))
        if state is not None and not one.counterpart:
            one.assumed |= one.country is None and (person is None or person.assumed)
            one.of, one.country = state, one.country or state


def nationals(found: Sequence[Found], people: Sequence[Person]) -> None:
    """ "the Venezuelan said": the last person named before who is one; where there is none, the state."""
    of_mention = {id(one): person for person in people for one in person.mentions}
    for position, one in enumerate(found):
        if one.kind != "person" or one.form != "title" or one.title or one.name or one.counterpart or id(one) in of_mention:
            continue
        if one.owner is not None or one.country is None:
            continue
        before = (of_mention.get(id(found[k])) for k in range(position - 1, -1, -1))
        holder = next((person for person in before if person is not None and person.country == one.country), None)
        if holder is None:
            one.kind, one.form, one.name = "state", "metonym", world.state_name(one.country)
        else:
            holder.add(one)
            of_mention[id(one)] = holder


@cache
def _other_name(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between a name and the other name of the same person, and how one begins that stands in brackets."""
    any_of = languages.alternatives(language, "other_names")
    between = (
        rf"[\s,(]*(?:(?:{any_of['also']})\s+)?(?:{any_of['known_as']}|(?:{any_of['known_by']})\s+[\w\s]{{3,30}}"
        rf"|(?:{any_of['whose']})\s+[\w\s]{{4,20}}\s+(?:{any_of['is']}))[\s,:]*[\"\u201c'\u2018]?"
    )
    return re.compile(between, re.IGNORECASE), re.compile(rf"(?:{any_of['byname']}) ")


def other_names(people: list[Person], text: str, language: str) -> list[Person]:
    """The people with those put together whom the report calls by two names: "Mahmoud Abbas, also known as Abu Mazen"."""
    known_as, byname = _other_name(language)
    of_mention = {id(one): person for person in people for one in person.mentions}
    order = sorted((one for person in people for one in person.mentions if one.form == "name"), key=lambda one: one.start)
    gone: set[int] = set()
    for left, right in pairwise(order):
        a, b = of_mention[id(left)], of_mention[id(right)]
        between = text[left.end : right.start]
        if a is b or left.piece != right.piece or len(between) > _LONGEST_LINK:
            continue
        if not (between == " (" and byname.match(right.name)) and not known_as.fullmatch(between):
            continue
        for one in b.mentions:
            a.add(one)
            of_mention[id(one)] = a
        a.offices += [held for held in b.offices if held not in a.offices]
        a.known = a.known or b.known
        a.mentions.sort(key=lambda one: one.start)
        gone.add(b.order)
    return [person for person in people if person.order not in gone]
