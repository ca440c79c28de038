"""Offices set off by commas from the name of their holder: "X, the Egyptian foreign minister,", "a spokesman for Y, X, said"."""

from __future__ import annotations

from dateline.mark.mentions.nationality import MOST_DESCRIBING, describes
from dateline.mark.mentions.owners import Title
from dateline.mark.mentions.words import Line

_LONGEST_MASTER = 6  # words of "President Ivan Novak" in "a spokesman for ..., X"


def servant(line: Line, first: int, last: int, titles: list[Title]) -> Title | None:
    """The office of a name set off by commas after whom it serves: "a spokesman for President Novak, Ivan Petrov, said"."""
    words, start = line.words, first
    if words[first].gap != ", " or last + 1 >= len(words) or not words[last + 1].gap.startswith(","):
        return None
    while start > max(0, first - _LONGEST_MASTER) and words[start - 1].capital and (start == first or words[start].joined):
        start -= 1
    start -= start > 0 and words[start - 1].text == "the"
    if start == first or start < 2 or words[start - 1].text not in ("for", "to", "of") or words[first - 1].possessive:
        return None
    title = next((title for title in titles if title.last == start - 2), None)
    if title is None or not title.determined or title.plural or title.group == "honor" or title.of is not None:
        return None
    title.owner = first - 1 if title.country is None and title.owner is None else title.owner
    return title


def apposition(line: Line, last: int, titles: list[Title], after: dict[int, Title]) -> Title | None:
    """The office in "X, the Egyptian foreign minister," or in a label "X RUSSIAN FOREIGN MINISTER"."""
    words = line.words
    if last + 1 >= len(words) or words[last].possessive:
        return None
    if line.piece.label:
        return next((title for title in titles if title.first > last), None)
    if words[last + 1].gap not in (", ", " - ", " -- ", " \u2013 ", " \u2014 ", " ("):
        return None
    start = last + 1
    skipped = 0
    while (
        start < len(words)
        and words[start].text.lower() in ("the", "a", "an", "who", "is", "one", "of", "his", "her", "their")
        and skipped < 3
    ):
        start, skipped = start + 1, skipped + 1
    title = after.get(start)
    if title is None and start > last + 1 and start < len(words) and words[start].possessive:
        title = after.get(start + 1)  # ", the hospital's medical director,"
    if title is None and skipped:
        title = _described(line, start, after)
    if title and words[title.last].possessive and (owned := after.get(title.last + 1)) and owned.owner_title == title.last:
        title = owned  # ", the prime minister's chief of staff,"
    if title is None or title.plural or words[title.last].possessive or (title.owner is not None and title.group == "honor"):
        return None
    follower = words[title.last + 1] if title.last + 1 < len(words) else None
    if follower and follower.joined and follower.capital and not words[title.last].possessive:
        return None  # ", Foreign Minister Y": the next person of a list
    return title


def _described(line: Line, start: int, after: dict[int, Title]) -> Title | None:
    """The office that a few small words describe: "a ballistic missile analyst", "a former customs officer"."""
    for number in range(start, min(start + MOST_DESCRIBING, len(line.words) - 1)):
        if not describes(line.words[number]) or line.words[number].possessive or not line.words[number + 1].joined:
            return None
        if number + 1 in after:
            return after[number + 1]
    return None
