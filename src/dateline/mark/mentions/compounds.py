"""Names made of a noun and the capitalised words at it: broadcasters, airports and palaces, conferences and treaties."""

from __future__ import annotations

from dateline import world
from dateline.mark.mentions.words import Found, Line, word_lists

_LONGEST = 6  # words before the noun
_OF = frozenset({"of", "de", "des", "du", "del", "della"})  # between a ground and whose it is


def outlets(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "Israel Radio", "Middle East News Agency", "Iranian state television", "Radio Free Europe", "the Lima Post": who reports."""
    lists = word_lists(language)
    words = line.words
    for number, word in enumerate(words):
        noun = word.text.lower()
        if not taken[number] and word.capital and noun in lists["papers"] and _printed_in(line, number):
            start = _leftwards(line, number)
            _put(line, start, number, taken, _country(line, start, number - 1))
        if taken[number] or noun not in lists["broadcasters"]:
            continue
        agency = noun in ("agency", "agencies")
        if agency and not (number and words[number].joined and words[number - 1].text.lower() == "news"):
            continue
        first = last = number - agency
        state = first > 0 and words[first].joined and words[first - 1].text in ("state", "public", "state-run", "state-owned")
        first -= state
        start = _leftwards(line, first)
        if start < first and (word.capital or state or agency):
            country = _country(line, start, first - 1)
            if not word.capital and not (country and start == first - 1):
                continue  # "the Xinhua news agency": the name before it says it all
            end = number
            while agency and not word.capital and end + 1 < len(words) and words[end + 1].capital and words[end + 1].joined:
                end += 1
            _put(line, start if end == number else number + 1, end, taken, country)
        elif word.capital and noun == "radio" and number + 1 < len(words):
            while last + 1 < len(words) and words[last + 1].capital and words[last + 1].joined and not words[last].possessive:
                last += 1
            if last > number:
                _put(line, number, last, taken, _country(line, number + 1, last))


def _printed_in(line: Line, number: int) -> bool:
    """Whether a paper's noun stands right behind the name of a state or a city, with "the" before both."""
    start = _leftwards(line, number)
    place = line.phrase(start, number - 1) if start < number else ""
    the = line.words[start - 1].text.lower() == "the" if start else False
    return the and bool(place and (world.state(place) or world.capital_of(place) or world.places(place)))


def _leftwards(line: Line, first: int) -> int:
    """Where the capitalised words that end before word `first` begin."""
    words = line.words
    start = first
    while (
        start
        and first - start < _LONGEST
        and words[start].joined
        and words[start].gap != ". "
        and words[start - 1].capital
        and not words[start - 1].possessive
        and words[start - 1].text not in ("The", "A", "An", "In", "On", "At", "And", "But")
    ):
        start -= 1
    return start


def _country(line: Line, first: int, last: int) -> str | None:
    """The state that words first..last name: by its name, its people's or a city of it."""
    for begin in range(first, last + 1):
        for end in range(last, begin - 1, -1):
            phrase = line.phrase(begin, end)
            code = world.state(phrase) or world.demonym(phrase) or world.capital_of(phrase)
            if code:
                return code
    return None


def _put(line: Line, first: int, last: int, taken: list[Found | None], country: str | None) -> None:
    known = world.organization(line.phrase(first, last))
    name = known.name if known else line.phrase(first, last)
    found = line.found(first, last, "name", "organization", name, country=(known.country if known else None) or country)
    taken[first : last + 1] = [found] * (last + 1 - first)


def institutes(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "Georgetown University", "Moscow State Institute": what a place's name begins and a house of learning's noun ends."""
    nouns = word_lists(language)["learning"]
    words = line.words
    for number, word in enumerate(words):
        if taken[number] or not word.capital or word.text.lower() not in nouns:
            continue
        start = _leftwards(line, number)
        first = line.phrase(start, start)
        if (
            start < number
            and not words[start].opens
            and (world.capital_of(first) or world.places(first))
            and not world.state(first)
        ):
            _put(line, start, number, taken, None)


def venues(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "Ben Gurion airport", "Palace of Nations", "St. Peter's Square": buildings and grounds by name are places."""
    lists = word_lists(language)
    words = line.words
    for number, word in enumerate(words):
        noun = word.text.lower()
        if taken[number] or noun not in lists["grounds"] or word.possessive:
            continue
        first = number
        while (
            first
            and number - first < _LONGEST
            and ((words[first].joined and "." not in words[first].gap) or words[first - 1].text in ("St", "Mt"))
            and words[first - 1].capital
            and not words[first - 1].opens | (words[first - 1].text in ("The", "A", "An"))
            and not taken[first - 1]
            and (not words[first - 1].possessive or word.capital)
        ):
            first -= 1
        last = number
        if first == number and word.capital and number + 2 < len(words) and words[number + 1].text in _OF:  # "Place de la Paix"
            last = number + 2 + (words[number + 2].text in ("the", "la"))
            last = last if last < len(words) and words[last].capital else number
        whole = line.phrase(first, last)
        if (first == last) or world.metonym(whole) or world.organization(whole):
            continue
        before = line.phrase(first, number - 1) if first < number else ""
        if not word.capital and (
            world.state(before) or world.demonym(before) or world.capital_of(before) or world.organization(before)
        ):
            continue  # "Moscow airport": the city is the place
        place = next((p for p in (*world.places(whole), *world.places(before))), None)
        country = place.country if place else _country(line, first, last)
        found = line.found(first, last, "name", "place", whole, country=country)
        taken[first : last + 1] = [found] * (last + 1 - first)


def named_things(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "Summit of the Americas", "Conference on Disarmament": names of occasions and papers hold no place or actor.

    Their words are taken by a mention that is never shown (a metonym with no name).
    """
    lists = word_lists(language)
    words = line.words
    for number, word in enumerate(words):
        if taken[number] or not word.capital or word.text.lower() not in lists["occasions"] or number + 2 >= len(words):
            continue
        if words[number + 1].text not in ("of", "on", "for") or word.possessive or not words[number + 2].joined:
            continue
        last = start = number + 2 + (words[number + 2].text == "the")
        while last < len(words) and words[last].joined and (words[last].capital or (words[last].text == "and" and last > start)):
            last += 1
        while last > start and not words[last - 1].capital:
            last -= 1
        if last > start:
            blank = line.found(number, last - 1, "metonym", "group", "")
            taken[number:last] = [blank] * (last - number)
