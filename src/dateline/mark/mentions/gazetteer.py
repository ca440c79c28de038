"""States, organisations and places that the lists of the world know, and capitals that stand for governments."""

from __future__ import annotations

from dateline import languages, world
from dateline.mark.mentions.bodies import governments, ministries
from dateline.mark.mentions.bodies_named import bodies_of, peoples_bodies
from dateline.mark.mentions.committees import committees, missions
from dateline.mark.mentions.compounds import institutes, named_things, outlets, venues
from dateline.mark.mentions.servants import servants
from dateline.mark.mentions.words import Found, Line, Word, given_name, word_lists
from dateline.trees import Token

_SAINT = frozenset({"St", "Ste", "Mt", "Ft"})


def world_names(line: Line, language: str, taken: list[Found | None], has_koreas: bool) -> None:
    """Put into `taken` (one slot a word) every name that the lists know; a demonym has the form "metonym" and no name."""
    named_things(line, language, taken)
    outlets(line, language, taken)
    institutes(line, language, taken)
    venues(line, language, taken)
    bodies_of(line, language, taken)
    number = 0
    while number < len(line.words):
        found = None if taken[number] else _longest(line, number, language, has_koreas)
        if found is None:
            number += 1
            continue
        taken[found.first : found.last + 1] = [found] * (found.last + 1 - found.first)
        number = found.last + 1
    ministries(line, language, taken)
    peoples_bodies(line, language, taken)
    committees(line, language, taken)
    missions(line, language, taken)
    governments(line, language, taken)
    servants(line, language, taken)


def _longest(line: Line, first: int, language: str, has_koreas: bool) -> Found | None:
    words = line.words
    word = words[first]
    if not word.capital and word.text not in ("southern", "mainland", "world"):
        return None
    if word.text in ("The", "THE"):
        return None
    written = f"{word.text}'s" if word.possessive else word.text  # "Lord's Resistance Army"
    limit = max(world.long_names().get(form, 1) for form in (word.text, word.text.title(), written, f"{word.text}."))
    last = first
    while (
        (last + 1 < len(words) and last + 2 - first <= limit and words[last + 1].gap in (" ", ", ", "  ", "-"))
        or (last + 1 < len(words) and words[last].text in _SAINT and words[last + 1].gap == ". ")
        or (last + 1 < len(words) and last + 2 - first <= limit and words[last].possessive and words[last + 1].gap == " ")
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
        if first == last and world.is_outlet(name) and _given(line, first, language):
            return None
        if body.country and (last > first or not line.headline) and _inside_a_name(line, first):
            return None
        inside = _part_of_person(line, first)
        usual = word.opens and name.lower() in languages.words(language, "common_words")
        if first == last and not name.isupper() and (usual or inside) and word.token.pos_ != "PROPN":
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
    places = () if first == last and name.lower() in word_lists(language)["other"] else world.places(name)
    if (
        places
        and (places[0].population == 0 or _looks_like_place(line, first, last, language))
        and not _part_of_person(line, first)
    ):
        hint = _country_after(line, last)
        place = world.city(name, hint) or places[0]
        return line.found(first, last, "name", "place", name, country=place.country)
    return None


def _given(line: Line, number: int, language: str) -> bool:
    """Whether an outlet's name is somebody's given name here: "Dawn Harrow"."""
    after = line.words[number + 1] if number + 1 < len(line.words) else None
    word = line.words[number]
    return bool(after and after.joined and after.capital and not word.possessive and given_name(word.text, language))


def _inside_a_name(line: Line, first: int) -> bool:
    """Whether a capitalised word that is no state's and no people's runs into this one: "Supreme National Security Council"."""
    before = line.words[first - 1] if first and line.words[first].joined else None
    return bool(
        before
        and before.capital
        and not before.possessive
        and not before.opens
        and before.text.lower() not in ("the", "u.s", "us", "senior", "former", "deputy")
        and not (world.state(before.text) or world.demonym(before.text))
    )


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


def _looks_like_place(line: Line, first: int, last: int, language: str) -> bool:
    token = line.words[last].token
    if token.ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    after = line.words[last + 1] if last + 1 < len(line.words) else None
    if after is not None and after.joined and after.text in word_lists(language)["settlements"]:
        return True  # "Balkh province"
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
        further = words[last + 2] if last + 2 < len(words) else None
        if noun in lists["venues"] or (noun == after.text and further and further.joined and further.text in lists["venues"]):
            return True  # "the Moscow summit", "the Madrid train bombings"
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in lists["reaching"]
    if token.dep_ == "conj" and token.head.ent_type_ in ("GPE", "LOC"):
        return token.head.head.lower_ in ("in", "at", "near", "from")
    return token.dep_ not in ("nsubj", "nsubjpass", "agent", "pobj", "poss", "compound", "amod", "dative", "conj")


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
        return governor in lists["parts"]
    if preposition in ("between", "with", "by", "against", "about", "over", "on", "than", "upon", "without", "towards"):
        return False
    return None
