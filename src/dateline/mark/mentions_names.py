"""States, organisations and places by name: what the lists of the world know, ministries, and capitals that stand for governments."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from dateline import world
from dateline.mark.mentions_words import Found, Line, Word

_LANGUAGES = Path(__file__).parent.parent / "languages"
_LONGEST_NAME = 9  # words
_INSTITUTIONS = frozenset(("ministry", "embassy", "ministries", "consulate"))


@cache
def word_lists(language: str) -> dict[str, frozenset[str]]:
    """The language's lists of words that decide what a name stands for."""
    path = _LANGUAGES / language / "mention_words.toml"
    return {name: frozenset(words) for name, words in tomllib.loads(path.read_text("utf-8")).items()}


def world_names(line: Line, language: str, taken: list[Found | None], has_koreas: bool) -> None:
    """Mark in `taken` (one slot a word) every name that the lists of the world know; demonyms have the form "metonym" and no name."""
    _bodies_of(line, language, taken)
    number = 0
    while number < len(line.words):
        found = None if taken[number] else _longest(line, number, language, has_koreas)
        if found is None:
            number += 1
            continue
        taken[found.first : found.last + 1] = [found] * (found.last + 1 - found.first)
        number = found.last + 1
    _ministries(line, language, taken)
    _governments(line, language, taken)


def _longest(line: Line, first: int, language: str, has_koreas: bool) -> Found | None:
    words = line.words
    word = words[first]
    if not word.capital and word.text not in ("southern", "mainland", "world"):
        return None
    if word.text in ("The", "THE"):
        return None
    limit = max(world.long_names().get(word.text, 1), world.long_names().get(word.text.title(), 1))
    last = first
    while (last + 1 < len(words) and last + 2 - first <= limit and words[last + 1].gap in (" ", ", ", "  ", "-")) or (
        last + 1 < len(words) and last + 2 - first <= limit and words[last].possessive and words[last + 1].gap == " "
    ):
        last += 1
    for end in range(last, first - 1, -1):
        phrase = line.phrase(first, end)
        spellings = (
            (phrase, phrase.title().replace(" Of ", " of ").replace(" The ", " the ").replace("'S ", "'s "))
            if phrase.isupper()
            else (phrase,)
        )
        for spelling in spellings:
            if found := _known(line, first, end, spelling, language):
                return found
    if has_koreas and word.text in ("North", "South") and first and words[first - 1].text.lower() == "the":
        follower = words[first + 1] if first + 1 < len(words) else None
        if follower is None or not follower.capital or not follower.joined or word.possessive:
            return line.found(first, first, "name", "state", "", country="PRK" if word.text == "North" else "KOR")
    return None


def _known(line: Line, first: int, last: int, name: str, language: str) -> Found | None:
    word = line.words[last]
    if code := world.state(name):
        follower = line.words[last + 1] if last + 1 < len(line.words) else None
        if first == last and len(name) > 3 and _part_of_person(line, first):
            return None
        if follower and follower.joined and follower.text.lower() in word_lists(language)["money"]:
            return None
        return line.found(first, last, "name", "state", name, country=code)
    if code := world.demonym(name):
        return line.found(first, last, "metonym", "state", "", country=code)
    if body := world.organization(name):
        if first == last and not name.isupper() and (word.opens or _part_of_person(line, first)) and word.token.pos_ != "PROPN":
            return None
        return line.found(first, last, "name", "organization", body.name, country=body.country)
    if code := world.metonym(name):
        return line.found(first, last, "name", "organization", name, country=code)
    if first == last and name.isupper() and len(name) < 4 and not line.piece.label:
        return None
    if code := world.capital_of(name):
        if first == last and _part_of_person(line, first):
            return None
        if _is_place(line, first, last, language):
            return line.found(first, last, "name", "place", name, country=code)
        return line.found(first, last, "metonym", "state", name, country=code)
    places = world.places(name)
    if places and (places[0].population == 0 or _looks_like_place(line, first, last)) and not _part_of_person(line, first):
        hint = _country_after(line, last)
        place = world.city(name, hint) or places[0]
        return line.found(first, last, "name", "place", name, country=place.country)
    return None


def _country_after(line: Line, last: int) -> str | None:
    if last + 1 < len(line.words) and line.words[last + 1].gap == ", ":
        for end in range(min(last + 3, len(line.words) - 1), last, -1):
            if code := world.state(line.phrase(last + 1, end)):
                return code
    return None


def _part_of_person(line: Line, number: int) -> bool:
    """Whether the parser sees a person's name of several words here, none of which is a list's name ("Israel Katz")."""
    token = line.words[number].token
    if token.ent_type_ != "PERSON":
        return False
    ent = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if ent is None or len(ent) < 2:
        return False
    rest = [t for t in ent if t.i != token.i and t.is_alpha]
    return (
        bool(rest) and all(t.text[0].isupper() and not world.demonym(t.text) and t.pos_ == "PROPN" for t in rest) and len(rest) < 3
    )


def _looks_like_place(line: Line, first: int, last: int) -> bool:
    token = line.words[last].token
    if token.ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    before = line.words[first - 1].text.lower() if first and line.words[first].joined else ""
    return before in ("in", "at", "near", "outside") or (token.head.lemma_ in ("visit", "leave", "reach") and token.dep_ == "dobj")


def _is_place(line: Line, first: int, last: int, language: str) -> bool:
    """Whether a capital's name means the city here, and not its government."""
    lists = word_lists(language)
    words = line.words
    word, token = words[last], words[last].token
    after = words[last + 1] if last + 1 < len(words) else None
    if line.piece.label:
        return True
    if word.possessive:
        return bool(
            after
            and (
                after.text.lower() in lists["venues"] - {"embassy", "visit", "trip", "office"}
                or _opens_venue(line, last + 1, lists)
            )
        )
    before = words[first - 1] if first and words[first].joined else None
    if before and (decided := _by_preposition(before, token, lists)) is not None:
        return decided
    if after and after.joined and not after.possessive:
        noun = after.text.lower()
        if noun in lists["government"]:
            return False
        if noun in lists["venues"]:
            return True
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in lists["reaching"]
    if token.dep_ == "conj" and token.head.ent_type_ in ("GPE", "LOC"):
        head = token.head
        return any(child.dep_ == "prep" for child in (head.head,)) and head.head.lower_ in ("in", "at", "near", "from")
    if token.dep_ in ("nsubj", "nsubjpass", "agent", "pobj", "poss", "compound", "amod", "dative", "conj"):
        return False
    return True


def _opens_venue(line: Line, first: int, lists: dict[str, frozenset[str]]) -> bool:
    """Whether capitalised words from here end in a venue's noun ("Moscow's Red Square")."""
    last = first
    while last < len(line.words) and line.words[last].capital and (last == first or line.words[last].joined):
        last += 1
    return last > first and line.words[last - 1].text.lower() in lists["places"] | {
        "institute",
        "university",
        "hospital",
        "theatre",
    }


def _by_preposition(before: Word, token: Token, lists: dict[str, frozenset[str]]) -> bool | None:
    preposition = before.text.lower()
    head = before.token.head
    governor = head.lemma_.lower()
    if preposition in ("in", "inside", "within"):
        previous = before.token.nbor(-1) if before.token.i else None
        if previous is not None and previous.pos_ == "NOUN" and previous.lemma_.lower() in lists["attitude"]:
            return False
        return not (head.pos_ in ("NOUN", "ADJ") and governor in lists["attitude"])
    if preposition in (
        "at",
        "near",
        "outside",
        "around",
        "into",
        "across",
        "via",
        "through",
        "toward",
        "leaving",
        "visiting",
        "visited",
        "visits",
    ):
        return True
    if preposition == "from":
        return not (head.pos_ == "NOUN" and governor in lists["message"]) and head.lemma_ not in ("include", "come")
    if preposition in ("to", "for"):
        objects = {child.lemma_.lower() for child in head.children if child.dep_ in ("dobj", "attr", "nsubj")}
        moving = governor in lists["motion"] or bool(objects & {"visit", "trip", "journey", "flight", "tour", "pilgrimage"})
        return moving and not (preposition == "for" and governor not in ("leave", "depart", "head", "bind"))
    if preposition == "of":
        return governor in (
            "visit",
            "tour",
            "city",
            "capital",
            "outskirts",
            "street",
            "suburb",
            "south",
            "north",
            "east",
            "west",
            "airport",
            "part",
            "centre",
            "center",
            "town",
            "port",
        )
    if preposition in ("between", "with", "by", "against", "about", "over", "on", "than", "upon", "without", "towards"):
        return False
    return None


def _ministries(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "the Russian Foreign Ministry", "Ministry of Defence of Ukraine", "the ministry": one organisation a state and name."""
    lists = word_lists(language)
    words = line.words
    for number, word in enumerate(words):
        noun = word.text.lower()
        if taken[number] or noun not in lists["bodies"] or (noun == "mission" and not word.capital):
            continue
        first = last = number
        while (
            first
            and words[first].joined
            and not words[first - 1].possessive
            and not taken[first - 1]
            and (
                words[first - 1].text.lower() in lists["ministry"]
                or (words[first - 1].text.lower() in ("and", "state") and first < number)
            )
        ):
            first -= 1
        while words[first].text.lower() in ("and", "state"):
            first += 1
        if noun in _INSTITUTIONS and number + 1 < len(words) and words[number + 1].text == "of":
            end = number + 2
            while (
                end < len(words)
                and words[end].joined
                and (words[end].text.lower() in lists["ministry"] or words[end].text.lower() in ("and", "the"))
            ):
                end += 1
            last = end - 1 if end > number + 2 else last
        core = line.phrase(first, last)
        country, start = _owner(line, first, taken)
        if country is None and last + 2 < len(words) and words[last + 1].text == "of":
            step = last + 3 if words[last + 2].text.lower() == "the" else last + 2
            owner = taken[step] if step < len(words) else None
            country = owner.country if owner and owner.kind == "state" else None
        if country is None and noun not in _INSTITUTIONS:
            continue
        title = _usual(core)
        form = "name" if country or word.capital else "title"
        name = f"{world.adjective(country) or world.state_name(country)} {title}" if country else title if word.capital else ""
        found = line.found(start, last, form, "organization", name, country=country, title=None if form == "name" else title)  # type: ignore[arg-type]
        for slot in range(start, last + 1):
            previous = taken[slot]
            if previous is None or previous.form == "metonym":
                taken[slot] = found


def _usual(core: str) -> str:
    """One wording for a ministry: "Ministry of Foreign Affairs" and "foreign ministry" are "Foreign Ministry"."""
    lower = core.lower().replace("defense", "defence")
    if lower.startswith("ministry of "):
        subject = lower.removeprefix("ministry of ").removeprefix("the ").removeprefix("national ")
        lower = f"{subject.removesuffix(' affairs')} ministry"
    return " ".join(
        part if part in ("of", "and", "the") else part.capitalize()
        for part in lower.replace(" affairs ministry", " ministry").split()
    )


def _owner(line: Line, first: int, taken: list[Found | None]) -> tuple[str | None, int]:
    """State whose adjective or possessive stands before a word, and where the words that name it begin."""
    if first == 0 or not line.words[first].joined:
        return None, first
    owner = taken[first - 1]
    if owner is None or owner.kind not in ("state", "place") or owner.country is None:
        return None, first
    if owner.kind == "place" and not line.words[first - 1].possessive:
        return None, first
    return owner.country, owner.first


def _governments(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "the Russian side" is Russia; so are "the Russians"."""
    lists = word_lists(language)
    words = line.words
    for number, found in enumerate(taken):
        if found is None or found.form != "metonym" or found.kind != "state" or found.name or found.last != number:
            continue
        after = number + 1
        if last := _national_body(line, after, lists, taken):
            body = line.found(found.first, last, "name", "organization", line.phrase(found.first, last), country=found.country)
            taken[found.first : last + 1] = [body] * (last + 1 - found.first)
        elif after < len(words) and words[after].joined and taken[after] is None and words[after].text in lists["government"]:
            wider = line.found(found.first, after, "metonym", "state", world.state_name(found.country or ""), country=found.country)
            taken[found.first : after + 1] = [wider] * (after + 1 - found.first)
        elif found.token.tag_ in ("NNPS", "NNS") and found.first and words[found.first - 1].text.lower() == "the":
            found.name = world.state_name(found.country or "")


def _national_body(line: Line, first: int, lists: dict[str, frozenset[str]], taken: list[Found | None]) -> int | None:
    """Last word of the capitalised name that a people's adjective begins: "Turkish Air Force"."""
    last = first
    while last < len(line.words) and line.words[last].capital and line.words[last].joined and not taken[last]:
        last += 1
        if line.words[last - 1].possessive:
            break
    return (
        last - 1
        if last > first and line.words[last - 1].text.lower() in lists["organizations"] - {"party", "house", "post", "times"}
        else None
    )


def _bodies_of(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "Organization of the Black Sea Economic Cooperation": a body's noun, "of" and the capitalised words after it."""
    nouns = word_lists(language)["of_bodies"]
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
        phrase = line.phrase(number, last - 1) if last > start else ""
        if last > start and not world.organization(phrase) and not (last == start + 1 and world.state(line.phrase(start, start))):
            found = line.found(number, last - 1, "name", "organization", phrase)
            taken[number:last] = [found] * (last - number)
