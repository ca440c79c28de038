"""Bodies of states: "the Russian Foreign Ministry", "Turkish Air Force", "the Russian side"."""

from __future__ import annotations

from dateline import world
from dateline.mark.mentions.servants import joined_peoples
from dateline.mark.mentions.words import Found, Line, word_lists

_INSTITUTIONS = frozenset(("ministry", "embassy", "ministries", "consulate"))
_JUDGING = frozenset(("court", "tribunal"))
_SEATED = frozenset((*_JUDGING, "police", "parliament", "legislature"))  # of the place that they are in
_TO_LAW = frozenset(("in", "to"))  # "appeared in court in Lima"
_FAR = 4  # words between "in" and the name of that place: "in the southern port of Lima"
_NATIONAL = frozenset(("red cross", "red crescent"))  # every state has its own


def ministries(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "the Russian Foreign Ministry", "Ministry of Defence of Ukraine", "the ministry": one organisation a state and name."""
    lists = word_lists(language)
    words = line.words
    for number, word in enumerate(words):
        noun = word.text.lower()
        after = words[number + 1] if number + 1 < len(words) else None
        if (
            noun in lists["courts"]
            and after is not None
            and after.joined
            and after.text.lower() in _JUDGING
            and not word.possessive
        ):
            continue  # "an Israeli military court"
        length = _length(line, number, lists["bodies"])
        if _settled(line, number, taken) or not length or (noun == "mission" and not word.capital):
            continue
        first, last = number - length + 1, number
        while (
            first
            and words[first].joined
            and not words[first - 1].possessive
            and not taken[first - 1]
            and (
                words[first - 1].text.lower() in (lists["courts"] if noun in _JUDGING else lists["ministry"])
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
        country, start = owner_of(line, first, taken, seated=noun in _JUDGING)
        seated = noun in _SEATED and not (first and words[first - 1].text.lower() in _TO_LAW)
        where = None if country else _after(line, last, taken, seated=seated)
        country = where.country if where is not None else country
        if country is None and noun not in _INSTITUTIONS:
            continue
        title = _usual(core)
        form = "name" if country or word.capital else "title"
        seat = taken[start] if start < first else where
        city = seat.name if seat is not None and seat.name and noun in _JUDGING and not world.state(seat.name) else ""
        name = (
            f"{city} {title}"
            if city
            else f"{world.adjective(country) or world.state_name(country)} {title}"
            if country
            else title
            if word.capital
            else ""
        )
        found = line.found(start, last, form, "organization", name, country=country, title=None if form == "name" else title)  # type: ignore[arg-type]
        for slot in range(start, last + 1):
            previous = taken[slot]
            if previous is None or previous.form == "metonym" or slot == number:
                taken[slot] = found


def _after(line: Line, last: int, taken: list[Found | None], *, seated: bool) -> Found | None:
    """The state named after a body: "the parliament of Chile"; seated: or the place that it sits in: "a court in Lima"."""
    words = line.words
    if last + 2 >= len(words) or words[last + 1].text not in (("of", "in") if seated else ("of",)):
        return None
    if words[last + 1].text == "of":
        step = last + 3 if words[last + 2].text.lower() == "the" else last + 2
        owner = taken[step] if step < len(words) else None
        return owner if owner is not None and owner.kind == "state" and owner.country else None
    for step in range(last + 2, min(last + 3 + _FAR, len(words))):
        seat, word = taken[step], words[step]
        if seat is not None and seat.form == "name":
            return seat if seat.country and seat.kind in ("state", "place") else None
        if not word.joined or (word.text.lower() != "the" and word.token.pos_ not in ("ADJ", "NOUN", "ADP", "PROPN")):
            return None
    return None


def _length(line: Line, number: int, bodies: frozenset[str]) -> int:
    """How many words up to this one make a body's noun: 2 for "air force", 0 for none."""
    words, word = line.words, line.words[number]
    before = words[number - 1] if number and word.joined else None
    if before is not None and not before.possessive and f"{before.text} {word.text}".lower() in bodies:
        return 2
    return int(word.text.lower() in bodies)


def _settled(line: Line, number: int, taken: list[Found | None]) -> bool:
    """Whether a word is of a known name, and not another state's body of that name: "the Polish Senate"."""
    known = taken[number]
    if known is None:
        return False
    country, _ = owner_of(line, known.first, taken)
    if known.kind == "organization" and known.country is None and country and _length(line, number, _NATIONAL):
        return False  # "the Iranian Red Crescent"
    return known.first != known.last or known.kind != "organization" or country is None or country == known.country


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


def owner_of(line: Line, first: int, taken: list[Found | None], *, seated: bool = False) -> tuple[str | None, int]:
    """State whose adjective or possessive stands before a word, and where the words that name it begin.

    seated: a city's bare name does too: "a Paris court".
    """
    if first == 0 or not line.words[first].joined:
        return None, first
    owner = taken[first - 1]
    if owner is None or owner.kind not in ("state", "place") or owner.country is None:
        return None, first
    if owner.kind == "place" and not line.words[first - 1].possessive and not seated:
        return None, first
    return owner.country, owner.first


_OF_ALL = ("ch", "sh", "ese", "ss", "men")  # adjectives for the whole people: "the French", "the Chinese"


def governments(line: Line, language: str, taken: list[Found | None]) -> None:
    """ "the Russian side" is Russia; so are "the Russians"."""
    lists = word_lists(language)
    words = line.words
    for number, found in enumerate(taken):
        if found is None or found.kind != "state" or found.last != number:
            continue
        after = number + 1
        if found.form == "name":
            _own_body(line, found, lists, taken)
            continue
        if found.form != "metonym" or found.name:
            continue
        if last := _national_body(line, after, lists, taken):
            body = line.found(found.first, last, "name", "organization", line.phrase(found.first, last), country=found.country)
            taken[found.first : last + 1] = [body] * (last + 1 - found.first)
        elif after < len(words) and words[after].joined and taken[after] is None and words[after].text in lists["government"]:
            wider = line.found(found.first, after, "metonym", "state", world.state_name(found.country or ""), country=found.country)
            taken[found.first : after + 1] = [wider] * (after + 1 - found.first)
            joined_peoples(line, found.first, taken)
        elif (
            (found.token.tag_ in ("NNPS", "NNS") or _nation(line, number))
            and found.first
            and words[found.first - 1].text.lower() == "the"
        ):
            found.name = world.state_name(found.country or "")
        elif _national(line, number):
            found.kind, found.form = "person", "title"


def _national(line: Line, number: int) -> bool:
    """Whether a word stands for one person of a people: "the Venezuelan said", "met the Frenchman in Rome"."""
    word, after = line.words[number], line.words[number + 1] if number + 1 < len(line.words) else None
    if number == 0 or line.words[number - 1].text.lower() != "the" or not word.joined or line.piece.label:
        return False
    if word.token.tag_ in ("NNPS", "NNS") or word.text.endswith(_OF_ALL):
        return False
    if word.possessive or after is None or not after.joined:
        return word.token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative")
    return after.text.islower() and after.token.tag_ in ("VBD", "VBZ", "MD", "IN") and after.token.dep_ != "amod"


def _nation(line: Line, number: int) -> bool:
    """Whether a word stands for a people: "the Cubans", an adjective too with a verb after it ("the French are")."""
    word, after = line.words[number], line.words[number + 1] if number + 1 < len(line.words) else None
    if word.token.tag_ in ("NNPS", "NNS"):
        return True
    return bool(
        after
        and after.joined
        and after.text.islower()
        and after.token.tag_ in ("VBP", "VBD", "MD")
        and not word.possessive
        and word.text.endswith(_OF_ALL)
    )


def _own_body(line: Line, owner: Found, lists: dict[str, frozenset[str]], taken: list[Found | None]) -> None:
    """ "Iran's Supreme National Security Council", "U.S. Interests Section": the body of the state named before it."""
    words = line.words
    first = owner.last + 1
    while first < len(words) and words[first].joined and words[first].text in lists["sides"]:
        first += 1
    last = first
    while last < len(words) and words[last].capital and words[last].joined:
        other = taken[last]
        if (other and other.kind != "organization") or (other and other.country == owner.country):
            return
        last = other.last + 1 if other else last + 1
        if words[last - 1].possessive:
            break
    last -= 1
    if last > first and words[last].text.lower() in lists["organizations"] - {"party", "house", "post", "times"}:
        if world.organization(line.phrase(owner.first, last)):
            return
        body = line.found(first, last, "name", "organization", line.phrase(first, last), country=owner.country)
        taken[first : last + 1] = [body] * (last + 1 - first)


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
