"""Short forms of bodies that a report itself explains: "National Liberation Army (ELN)", "the Security Service, or SBU"."""

from __future__ import annotations

import re

from dateline import world
from dateline.mark.mentions.words import Found, Line, word_lists

LONGEST = 9  # words of a name that a short form in brackets stands for
_SHORT = re.compile(r"[A-Z][A-Za-z\u00c0-\u00ff-]*[A-Z][A-Za-z-]*|[A-Z]{2,}")


def explain(lines: list[Line], taken: dict[int, list[Found | None]], language: str) -> None:
    """Take every short form that some line explains for the body it stands for, in all lines; both get one name."""
    meanings: dict[str, Found] = {}
    for line in lines:
        for number in range(1, len(line.words)):
            short = line.words[number].text
            if _SHORT.fullmatch(short) and short not in meanings and (body := _body(line, number, taken[line.number], language)):
                meanings[short] = body
    for line in lines if meanings else ():
        slots = taken[line.number]
        for number, word in enumerate(line.words):
            body, found = meanings.get(word.text), slots[number]
            if body is None or (found is not None and (found.kind != "organization" or found.first != found.last)):
                continue
            if found is None:
                slots[number] = line.found(number, number, "name", "organization", body.name, country=body.country)
            else:
                found.name, found.country = body.name, body.country or found.country


def _body(line: Line, number: int, taken: list[Found | None], language: str) -> Found | None:
    """The body whose short form word `number` is; one that no list knows is put into `taken`."""
    words = line.words
    word = words[number]
    bracketed = word.gap == " (" and line.text[word.end : word.end + 1] == ")"
    between = line.text[words[number - 1].end : word.start]
    if not bracketed and not _apposed(line, number, language):
        return None
    last = number - 1 if bracketed else _apposed_to(line, number)
    before = taken[last]
    if before is not None and before.kind == "organization" and before.form == "name" and before.last == last:
        known = world.organization(word.text)
        if known and not world.organization(before.name):
            before.name, before.country = known.name, known.country or before.country
        return before if bracketed or _initials(line, before.first, last, word.text) or known else None
    if before is not None and before.kind != "state":
        return None
    first = _start(line, last, word.text, taken, language, bracketed)
    if first is None or between.count("\n"):
        return None
    known = world.organization(word.text)
    owner = next((f for f in taken[first : last + 1] if f and f.kind == "state"), taken[first - 1] if first else None)
    own = owner.country if owner and owner.kind == "state" and not (owner.form == "name" and owner.first >= first) else None
    name = known.name if known else line.phrase(first, last)
    found = line.found(first, last, "name", "organization", name, country=known.country if known else own)
    taken[first : last + 1] = [found] * (last + 1 - first)
    return found


def _apposed(line: Line, number: int, language: str) -> bool:
    last = _apposed_to(line, number)
    return last >= 0 and line.text[line.words[last].end : line.words[number].start] in word_lists(language)["explains"]


def _apposed_to(line: Line, number: int) -> int:
    """The word before ", the" or ", or" that word `number` may explain; -1 for none."""
    last = number - 1
    while last >= 0 and line.words[last].text.islower() and number - last < 5:
        last -= 1
    return last if last >= 0 and line.words[last].capital else -1


def _start(line: Line, last: int, short: str, taken: list[Found | None], language: str, bracketed: bool) -> int | None:
    """Where the name that ends at word `last` begins, its initials being the short form or its noun a body's."""
    lists = word_lists(language)
    nouns = lists["organizations"] | lists["of_bodies"] | lists["bodies"]
    words, best = line.words, None
    body = False
    for first in range(last, max(-1, last - LONGEST), -1):
        word = words[first]
        if taken[first] is not None and taken[first].kind == "organization":  # type: ignore[union-attr]
            return None
        if not word.capital and word.text not in lists["small"]:
            break
        body |= word.text.lower() in nouns
        if word.capital and word.text != "The" and first < last and body and _initials(line, first, last, short):
            best = first
        if word.possessive or (first < last and not words[first + 1].joined):
            break
    if best is not None or not bracketed or words[last].text.lower() not in lists["organizations"]:
        return best
    first = last
    while first and words[first].joined and words[first - 1].capital and not taken[first - 1] and words[first - 1].text != "The":
        first -= 1
        if words[first].possessive:
            return None
    return first if first < last else None


def _initials(line: Line, first: int, last: int, short: str) -> bool:
    """Whether the short form's capitals are the initials of the words, in order, the first with the first."""
    initials = [part[0].upper() for word in line.words[first : last + 1] for part in word.text.split("-") if part]
    capital = [letter for letter in short if letter.isupper()]
    if not capital or initials[0] != capital[0]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in capital)
