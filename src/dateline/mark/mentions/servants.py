"""Those who act for a state: "Turkish special forces", "the government in Khartoum", "the Trump administration"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline import world
from dateline.languages import names
from dateline.mark.mentions.persons import Person
from dateline.mark.mentions.words import Found, Line, word_lists

_FURTHEST = 3  # words between a people's adjective and those of the people who act for its state
_OFFICES = frozenset(("secretary", "minister"))  # "the Japanese chief cabinet secretary" is nobody's cabinet


def servants(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "Colombian jets", "a Chinese trade delegation", "the authorities in Khartoum": the state itself."""
    lists = word_lists(language)
    for number, found in enumerate(taken):
        if found is None or found.last != number or found.kind != "state" or found.form != "metonym" or found.name:
            continue
        last = _servant_after(line, number + 1, taken, lists)
        if last is not None:
            _stand(line, found.first, last, found.country, taken)
            joined_peoples(line, found.first, taken)
        elif _does(line, number + 1, lists):
            found.name = world.state_name(found.country or "")
            joined_peoples(line, found.first, taken)
    for number, word in enumerate(line.words):
        if word.text.lower() in lists["home_state"] and taken[number] is None and not word.possessive:
            seat = _seat_after(line, number, taken, lists["anywhere"])
            if seat is not None:
                capital = world.capital_of(seat.name) is not None  # "authorities in Karachi" say where it is as well
                taken[number] = _state(line, number, seat.last if capital else number, seat.country)


def _does(line: Line, first: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether what a people's adjective describes is its state's deed: "the Russian invasion", "Turkish air strikes"."""
    for number in range(first, min(first + _FURTHEST, len(line.words))):
        word = line.words[number]
        if not word.joined or word.capital or word.text in lists["private"]:
            return False
        if word.text in lists["acts"] and word.token.pos_ in ("NOUN", "PROPN"):
            after = line.words[number + 1] if number + 1 < len(line.words) else None
            if after is None or not after.joined or after.token.pos_ not in ("NOUN", "PROPN"):
                return True
        if word.token.pos_ not in ("ADJ", "NOUN") and word.token.tag_ not in ("VBN", "VBG"):
            return False
    return False


def joined_peoples(line: Line, first: int, taken: list[Found | None]) -> None:
    """ "Chilean and Peruvian forces": the peoples named before act too."""
    while first > 1 and line.words[first - 1].text in ("and", "or") and line.words[first].joined:
        other = taken[first - 2]
        if other is None or other.kind != "state" or other.form != "metonym" or other.name:
            return
        other.name, first = world.state_name(other.country or ""), other.first


def _servant_after(line: Line, first: int, taken: list[Found | None], lists: Mapping[str, frozenset[str]]) -> int | None:
    """The word that says who acts for a state: at most a few words on, none of which says that they are no servants of it."""
    words = line.words
    for number in range(first, min(first + _FURTHEST + 1, len(words))):
        word = words[number]
        if not word.joined or taken[number] is not None:
            return None
        if word.text.lower() == "cabinet" and number + 1 < len(words) and words[number + 1].text.lower() in _OFFICES:
            return None
        if word.text.lower() in lists["government"] | lists["arms"] and word.token.pos_ in ("NOUN", "PROPN"):
            return number
        if word.text.lower() in lists["private"] or word.possessive or word.capital or word.token.pos_ not in ("ADJ", "NOUN"):
            return None
    return None


def _seat_after(line: Line, number: int, taken: list[Found | None], anywhere: frozenset[str]) -> Found | None:
    """The capital in "the government in Khartoum"; of those who are found `anywhere`, the place: "authorities in Chile"."""
    words = line.words
    if number + 2 >= len(words) or words[number + 1].text.lower() not in ("in", "of"):
        return None
    seat = taken[number + 2]
    if seat is None or not seat.name or not seat.country:
        return None
    local = words[number].text.lower() in anywhere and words[number + 1].text.lower() == "in" and seat.kind in ("state", "place")
    return seat if local or world.capital_of(seat.name) else None


def _state(line: Line, first: int, last: int, country: str | None) -> Found:
    return line.found(first, last, "metonym", "state", world.state_name(country or ""), country=country)


def _stand(line: Line, first: int, last: int, country: str | None, taken: list[Found | None]) -> None:
    taken[first : last + 1] = [_state(line, first, last, country)] * (last + 1 - first)


def governments_of(lines: Sequence[Line], found: Sequence[Found], people: Sequence[Person], language: str) -> list[Found]:
    """ "the Trump administration", "Sharon's cabinet", "the government of President Uribe": the state of whoever leads it."""
    nouns = word_lists(language)["home_state"]
    of_mention = {id(one): person for person in people for one in person.mentions}
    named: dict[tuple[int, int], Found] = {}
    for one in found:
        if one.piece >= 0 and one.kind == "person" and one.form != "pronoun":
            named.setdefault((one.piece, one.last), one)
            named.setdefault((one.piece, -1 - one.first), one)
    covered = {(one.piece, n) for one in found if one.kind != "person" for n in range(one.first, one.last + 1)}
    numbers = {one.country: one.entity for one in found if one.kind == "state"}
    top = max((one.entity for one in found), default=-1)
    out = []
    for line in lines:
        for number, word in enumerate(line.words):
            if word.text.lower() not in nouns or (line.number, number) in covered:
                continue
            country = _led(line, number, named, of_mention)
            if country is None:
                continue
            made = _state(line, number, number, country)
            if country not in numbers:
                top += 1
                numbers[country] = top
            made.entity = numbers[country]
            out.append(made)
    return out


def _led(line: Line, number: int, named: Mapping[tuple[int, int], Found], of_mention: Mapping[int, Person]) -> str | None:
    """The state of the person whose government it is."""
    words = line.words
    if number and words[number].joined:
        leader = named.get((line.number, number - 1))
        if leader is not None:
            return _country(leader, of_mention)
        before = words[number - 1]
        if before.capital and not before.opens:
            states = {office.country for office in names.bearers(before.text)}
            return states.pop() if len(states) == 1 else None
    if number + 2 < len(words) and words[number + 1].text == "of":
        leader = next((f for n in range(number + 2, min(number + 7, len(words))) if (f := named.get((line.number, -1 - n)))), None)
        return _country(leader, of_mention) if leader is not None else None
    return None


def _country(leader: Found, of_mention: Mapping[int, Person]) -> str | None:
    person = of_mention.get(id(leader))
    return leader.country or (person.country if person else None)
