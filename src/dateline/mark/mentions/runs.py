"""Runs of capitalised words that may be a name, with the office, state or outlet that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline import languages, world
from dateline.languages import names
from dateline.mark.mentions.appositions import apposition, servant
from dateline.mark.mentions.nationality import nationality, several
from dateline.mark.mentions.owners import Title
from dateline.mark.mentions.ships import ship
from dateline.mark.mentions.words import Found, Line, Word, given_name, word_lists

_VERBS = frozenset(("VBD", "VBZ", "MD"))
_BEFORE_TIMES = frozenset(
    {"in", "by", "of", "on", "since", "until", "till", "during", "from", "between", "before", "after", "around", "past"}
    | {"last", "next", "this", "late", "early", "mid", "each", "every"}
)
_AROUND_NICKNAMES = frozenset(('""', "\u201c\u201d", "''", "\u2018\u2019", "()"))
_FIXED = frozenset(
    ("al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "d", "l", "dell", "dall", "degl")
)  # "al-Thani", "d'Estaing"
_SMALL = frozenset(("DET", "ADP", "SCONJ", "CCONJ", "PRON", "ADV", "AUX"))


@dataclass
class Run:
    """Capitalised words that may be a name, and the office before or after them."""

    line: Line
    first: int
    last: int
    title: Title | None
    country: str | None  # "Russia's Vladimir Putin"
    after: Title | None = None
    of: str | None = None  # "Abiy Ahmed of Ethiopia"
    outlet: str | None = None  # "CGTN's Anna Keller"
    one_of: str | None = None  # "two Frenchmen, A and B"
    ship: bool = False  # "the tanker Nordvik"
    flag: str | None = None  # "the Norwegian-flagged tanker Nordvik"
    doubtful: bool = False  # one of the words is mostly no name: "May", "War"

    @property
    def name(self) -> str:
        return shown(self.line.phrase(self.first, self.last))


def folded(word: str) -> str:
    """A word of a name as all its spellings with and without accents share it: "Rodríguez" is "rodriguez"."""
    return "".join(names.words(word)) or word.lower()


def shown(name: str) -> str:
    """The name in running case: "Sergey Lavrov" for "SERGEY LAVROV"; short names in capitals too ("RI YONG HO")."""
    if not name.isupper() or ("." in name and len(name) < 5):
        return name
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in name.split())


def runs_of(
    line: Line, taken: list[Found | None], titles: list[Title], language: str, known: frozenset[str] = frozenset()
) -> Iterator[Run]:
    """Runs of a line in text order; `known` are words, `folded`, that are part of somebody's name in this report."""
    words = line.words
    covered = {k for title in titles for k in range(title.core_first, title.core_last + 1)}
    covered |= {k for title in titles for k in range(title.first, title.last + 1) if taken[k] or k > title.core_last}
    other = word_lists(language)["other"]
    before = {title.last: title for title in titles}
    after = {title.first: title for title in titles}

    def no_name(k: int) -> bool:
        word = words[k]
        if is_initial(word) or _initial_of_name(line, k) or _numeral(line, k, language):
            return False
        return word.text.lower() in other and not _somebody(line, k, before.get(k - 1), language, known)

    number = 0
    while number < len(words):
        if (
            not _names(words[number])
            or taken[number]
            or number in covered
            or (words[number].opens and no_name(number))
            or (words[number].opens and _common(line, number, language, known))
        ):
            number += 1
            continue
        first = last = number
        while not words[last].possessive and last + 1 < len(words):
            follower = words[last + 1]
            if _nickname(line, last, taken):
                last += 2
                continue
            if taken[last + 1] or last + 1 in covered or not _continues(follower, words[last]):
                break
            if _names(follower) and not no_name(last + 1):
                last += 1
            elif step := _past_particles(line, last, taken, language):
                last = step
            else:
                break
        while last > first and _hangs_on(words[last], words[last - 1], language, known):
            last -= 1
        number = last + 1
        while first <= last and no_name(first):
            first += 1
        while first < last and _hangs_on(words[first], words[first + 1], language, known):
            first += 1
        if first > last:
            continue
        run = _context(line, first, last, taken, before, after, titles, language)
        run.doubtful = any(no_name(k) for k in range(first, last + 1))
        yield run


def _context(
    line: Line,
    first: int,
    last: int,
    taken: list[Found | None],
    before: dict[int, Title],
    after: dict[int, Title],
    titles: list[Title],
    language: str,
) -> Run:
    words = line.words
    title = before.get(first - 1)
    if title and words[title.first].gap == ", " and title.country is None and words[title.first].capital:
        wider = before.get(title.first - 1)  # "an army spokesman, General X": the rank is part of the name
        title = wider if wider and wider.determined and not wider.plural and words[first].joined else title
    if title and title.first and words[title.first].joined and not title.country and title.owner is None and not title.plural:
        wider = before.get(title.first - 1)  # "Qatari Prime Minister Sheikh X": the style is no office beside the office
        if wider and wider.group in ("head", "state", "body") and not wider.plural and words[first].joined:
            title = wider
    gap = ", " if title and title.last < first - 1 else words[first].gap
    if title and not (words[first].joined or (gap == ", " and _stands_before(title)) or gap == ") "):
        title = None
    if title and words[first - 1].possessive:
        title = None
    if title is None or title.group == "honor":
        title = servant(line, title.first if title else first, last, titles) or title
    if title is None and gap == ") " and first > 1:
        title = before.get(first - 1) or before.get(first - 2)
    country = None
    owner = taken[first - 1] if first and words[first].joined else None
    if owner and owner.kind == "state" and (words[first - 1].possessive or not owner.name):  # "Russia's X", "the Israeli Y"
        country = owner.country
    before_name = title.first if title and words[first].joined and title.group == "work" else first
    country = country or nationality(line, before_name, last, taken, language)
    run = Run(line, first, last, title, country, apposition(line, last, titles, after))
    run.one_of = several(line, before_name, taken)
    run.country = run.country or run.one_of
    run.ship, run.flag = ship(line, first, taken, language)
    if last + 2 < len(words) and words[last + 1].text == "of" and words[last + 1].joined and not words[last].possessive:
        owner = taken[last + 2] or (taken[last + 3] if last + 3 < len(words) and words[last + 2].text == "the" else None)
        run.of = owner.country if owner and owner.form == "name" else None
    maker = taken[first - 1] if first and words[first].joined and words[first - 1].possessive else None
    run.outlet = maker.name if maker and maker.kind == "organization" and world.is_outlet(maker.name) else None
    return run


def _stands_before(title: Title) -> bool:
    """Whether an office may stand before a comma and its holder: "the foreign minister, X"; "counterparts, X and Y" are two."""
    return title.group != "honor" and (title.determined or ((title.country or title.of) is not None and not title.plural))


def _hangs_on(word: Word, beside: Word, language: str, known: frozenset[str]) -> bool:
    """Whether a capitalised word of a headline stands beside a name and is none itself: "Lima Hosts Ruiz", "Ruiz Meet in Sochi"."""
    lower = word.text.lower()
    return folded(beside.text) in known and folded(word.text) not in known and lower in languages.words(language, "common_words")


def _names(word: Word) -> bool:
    if word.capital:
        return word.text.isalpha() or not any(c.isdigit() for c in word.text)
    before, _, rest = word.text.replace("'", "-").partition("-")
    return before in _FIXED and rest[:1].isupper()


def is_initial(word: Word) -> bool:
    return len(word.text) == 1 and word.text not in ("I", "A")


def _initial_of_name(line: Line, number: int) -> bool:
    """Whether "A" or "I" is an initial between two capitalised words: with a point, or in a person's name ("Anna A Berg")."""
    words = line.words
    if words[number].text not in ("I", "A") or not 0 < number < len(words) - 1:
        return False
    before, after = words[number - 1], words[number + 1]
    person = not line.headline and before.token.ent_type_ == after.token.ent_type_ == "PERSON"
    return words[number].joined and before.capital and after.capital and (after.gap == ". " or (after.gap == " " and person))


def _numeral(line: Line, number: int, language: str) -> bool:
    """Whether the word counts bearers of a name: "Abdullah II"; not "World War II"."""
    word = line.words[number]
    if word.text.lower() not in names.SUFFIXES or not word.text.isupper() or not number or not word.joined:
        return False
    before = line.words[number - 1]
    usual = before.text.lower() in languages.words(language, "common_words")
    return before.text.istitle() and (word.token.ent_type_ == "PERSON" or before.token.ent_type_ == "PERSON" or not usual)


def _past_particles(line: Line, last: int, taken: list[Found | None], language: str) -> int | None:
    """The capitalised word that the particles after word `last` lead to: "Ursula von der Leyen", "Hamad bin al-Thani"."""
    words = line.words
    step = last + 1
    while step < len(words) - 1 and step - last < 4 and words[step].joined and words[step].text.lower() in names.PARTICLES:
        step += 1
    if step == last + 1 or not words[step].joined or not _names(words[step]) or taken[step]:
        return None
    first = words[last + 1]
    if first.text in ("a", "e", "y", "la", "las", "du") and not words[step].token.ent_type_:
        return None
    if first.token.tag_ == "IN" and first.text in languages.words(language, "function_words"):
        return None  # "the president received Petrov at Hradcany"
    return step


def _nickname(line: Line, last: int, taken: list[Found | None]) -> bool:
    """Whether one capitalised word in quotation marks or brackets and then the rest of the name follow: 'Rodrigo "Timo" Reyes'."""
    words = line.words
    if last + 2 >= len(words) or taken[last + 1] or taken[last + 2] or words[last].possessive:
        return False
    opened, closed = words[last + 1].gap, words[last + 2].gap
    return (
        len(opened) == 2
        and len(closed) == 2
        and opened[1] + closed[0] in _AROUND_NICKNAMES
        and words[last + 1].capital
        and _names(words[last + 2])
    )


def _continues(follower: Word, word: Word) -> bool:
    if follower.gap.strip() == "" and "\n" not in follower.gap:
        return True
    return follower.gap == ". " and (len(word.text) == 1 or word.text in ("Jr", "St"))


def _somebody(line: Line, number: int, title: Title | None, language: str, known: frozenset[str]) -> bool:
    """Whether a word that is mostly no name is one here: "Theresa May", "Mrs May", and "May said" where the report knows her."""
    words = line.words
    word, lower = words[number], words[number].text.lower()
    if lower not in word_lists(language)["names_too"] or not word.capital:
        return False
    after = words[number + 1] if number + 1 < len(words) else None
    if after and after.joined and after.text[:1].isdigit():
        return False
    before = words[number - 1] if number and word.joined else None
    if title and word.joined and not title.plural:
        return True
    if before is None or not before.capital:
        return folded(word.text) in known and not (before and _timely(before))
    return given_name(before.text, language) or folded(before.text) in known


def _timely(word: Word) -> bool:
    """Whether a word stands before months and seasons: "in May", "last May", "3 May", "early May"."""
    agent = word.token.dep_ == "agent"
    return word.text[:1].isdigit() or (word.text.lower() in _BEFORE_TIMES and not agent)


def _common(line: Line, number: int, language: str, known: frozenset[str]) -> bool:
    """Whether a word that opens a sentence has its capital for that alone."""
    word = line.words[number]
    lower = word.text.lower()
    if word.token.pos_ == "PROPN" or word.token.ent_type_ == "PERSON":
        return False
    here = folded(word.text) in known
    if lower in languages.words(language, "function_words") and not here:
        return True
    after = line.words[number + 1] if number + 1 < len(line.words) else None
    usual = lower in languages.words(language, "common_words")
    if line.piece.label:
        return usual  # "OLLIVIERRE: Good morning": who speaks has a name, whatever the parse makes of one word
    if here:
        acts = after is not None and after.joined and after.text.islower() and after.token.tag_ in _VERBS
        return usual and not acts and not word.possessive
    if not usual:
        if (
            after
            and after.joined
            and _names(after)
            and not word.possessive
            and after.text.lower() not in word_lists(language)["other"]
        ):
            return False
        if names.leader(word.text):
            return False
    return word.token.ent_type_ not in ("PERSON", "ORG") or word.token.pos_ in _SMALL
