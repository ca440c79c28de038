"""Bodies named by their task ("Defence and Security Committee", "Interests Section"), and missions with those they are sent to."""

from __future__ import annotations

from dateline import languages
from dateline.mark.mentions.words import Found, Line, word_lists

_LONGEST = 8  # words before the noun
_JOINS = frozenset(("and", "&"))


def committees(line: Line, language: str, taken: list[Found | None]) -> None:
    """Capitalised words of the language, "and" among them, before a body's noun; the state or body before them is its owner."""
    lists = word_lists(language)
    words = line.words
    if line.headline or line.piece.label:
        return
    for number, word in enumerate(words):
        if not word.capital or taken[number] or word.text.isupper() or word.text.lower() not in lists["committees"]:
            continue
        first = _begins(line, number, language, taken)
        if first == number:
            continue
        owner = taken[first - 1] if first and words[first].joined else None
        owner = owner if owner and (owner.kind in ("organization", "state")) else None
        own = owner is not None and owner.kind == "state" and owner.form == "metonym" and not words[first - 1].possessive
        start = owner.first if own and owner else first
        found = line.found(
            start, number, "name", "organization", line.phrase(start, number), country=owner.country if owner else None
        )
        taken[start : number + 1] = [found] * (number + 1 - start)


def _begins(line: Line, last: int, language: str, taken: list[Found | None]) -> int:
    """The first word of the task that stands before a body's noun."""
    words = line.words
    first = last
    while first and last - first < _LONGEST and words[first].joined and not taken[first - 1] and not words[first - 1].possessive:
        before = words[first - 1]
        if before.text.lower() in _JOINS:
            if first < 2 or taken[first - 2] or not words[first - 1].joined or not _task(line, first - 2, language):
                break
            first -= 2
        elif _task(line, first - 1, language):
            first -= 1
        else:
            break
    return first


def _task(line: Line, number: int, language: str) -> bool:
    """Whether a word is capitalised for the body's sake alone: it is in the dictionary, or ends as nouns made of others do."""
    word = line.words[number]
    lower = word.text.lower()
    if not word.capital or word.text.isupper() or word.possessive or lower in languages.words(language, "function_words"):
        return False
    lists = word_lists(language)
    usual = lower in languages.words(language, "common_words") | lists["ministry"] | lists["organizations"]
    return usual or lower.endswith(tuple(lists["made_endings"]))


def missions(line: Line, language: str, taken: list[Found | None]) -> None:
    """A mission's name goes on to those whom it is sent to: "the Ethiopian Mission to the UN"."""
    words = line.words
    for number, found in enumerate(taken):
        if (
            found is None
            or found.kind != "organization"
            or found.last != number
            or words[number].text.lower() not in word_lists(language)["sent"]
        ):
            continue
        step = number + 1
        if step < len(words) and words[step].text == "of" and step + 1 < len(words):  # "Mission of Kenya to the UN"
            owner = taken[step + 1 + (words[step + 1].text == "the" and step + 2 < len(words))]
            step = owner.last + 1 if owner and owner.kind == "state" else step
        if step >= len(words) or words[step].text != "to" or not words[step].joined:
            continue
        step += 1 + (step + 2 < len(words) and words[step + 1].text == "the")
        host = taken[step] if step < len(words) else None
        if host and host.kind in ("organization", "state") and host.form == "name" and host.first == step:
            found.end = host.end
            found.name = f"{found.name} to {host.name}"
