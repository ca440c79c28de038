"""Ships by name, and whose flag they fly: "the Norwegian-flagged tanker Nordvik", "a Chilean trawler, the Estrella"."""

from __future__ import annotations

from dateline.mark.mentions.words import Found, Line, word_lists

_FURTHEST = 5  # words between a people's adjective and the name


def ship(line: Line, first: int, taken: list[Found | None], language: str) -> tuple[bool, str | None]:
    """Whether the name that begins at word `first` is a ship's, and the state (alpha-3) whose ship it is said to be."""
    words = line.words
    number = first - 1
    if number > 0 and words[number].text.lower() == "the" and words[first].joined:
        number -= 1 if words[number].gap.startswith(",") else 0
    if number < 0 or words[number].text.lower() not in word_lists(language)["ships"] or words[number].possessive:
        return False, None
    if not words[first].joined and words[first].gap not in (" ", ' "', " \u201c", " '", ", ", ". "):
        return False, None
    for before in range(number - 1, max(-1, number - _FURTHEST), -1):
        owner = taken[before]
        if owner is not None:
            return True, owner.country if owner.kind in ("state", "place") else None
        if words[before + 1].gap not in (" ", "-"):
            break
    return True, None
