"""Bodies named by whose or what they are: "Workers' Party", "Organization of the Black Sea Economic Cooperation"."""

from __future__ import annotations

from dateline import languages, world
from dateline.mark.mentions.bodies import owner_of
from dateline.mark.mentions.words import Found, Line, word_lists


def peoples_bodies(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "People's Assembly", "Workers' Party": a body of those who own it."""
    lists = word_lists(language)
    words = line.words
    for number, word in enumerate(words):
        if (
            not word.capital
            or not word.possessive
            or taken[number]
            or word.text.lower() not in languages.words(language, "common_words")
        ):
            continue
        last = number + 1
        while last < len(words) and words[last].capital and words[last].joined and not taken[last]:
            last += 1
        last -= 1
        if last > number and words[last].text.lower() in lists["organizations"]:
            country, _ = owner_of(line, number, taken)
            name = line.phrase(number, last)
            found = line.found(number, last, "name", "organization", name, country=country)
            taken[number : last + 1] = [found] * (last + 1 - number)


def bodies_of(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "Organization of the Black Sea Economic Cooperation": a body's noun, "of" and the capitalised words after it."""
    lists = word_lists(language)
    nouns = lists["of_bodies"] | lists["fighting"]
    words = line.words
    for number, word in enumerate(words):
        if (
            not word.capital
            or word.text.lower() not in nouns
            or word.possessive
            or number + 2 >= len(words)
            or words[number + 1].text not in ("of", "for")
        ):
            continue
        last = number + 2 + (words[number + 2].text == "the")
        start = last
        while last < len(words) and words[last].capital and words[last].joined:
            last += 1
            if words[last - 1].possessive:
                break
        while (
            number
            and words[number - 1].capital
            and words[number].joined
            and not words[number - 1].opens
            and not words[number - 1].possessive
        ):
            number -= 1
        own = word.text.lower() in nouns & lists["fighting"] and number < start - 2 - (words[start - 1].text == "the")
        while own | (last > start) and last + 1 < len(words) and words[last].text == "of" and words[last].joined:
            more = last + 1 + (words[last + 1].text == "the" and last + 2 < len(words))
            if not words[more].capital or words[last - 1].possessive:
                break
            last = more + 1
            while last < len(words) and words[last].capital and words[last].joined and not words[last - 1].possessive:
                last += 1
        phrase = line.phrase(number, last - 1) if last > start else ""
        listed = any(world.organization(line.phrase(number, k)) for k in range(last - 1, min(number + 9, len(words))))
        if last > start and not listed and (own or not (last == start + 1 and world.state(line.phrase(start, start)))):
            found = line.found(number, last - 1, "name", "organization", phrase, country=world.state(line.phrase(start, last - 1)))
            taken[number:last] = [found] * (last - number)
