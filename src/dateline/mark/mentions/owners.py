"""Offices, and whose they are by the words before them: a state, body or person ("then-US", "Kim's")."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import languages, world
from dateline.mark.mentions.words import Found, Line, word_lists

_FORMER = frozenset(("former", "ex", "then", "late", "ousted", "deposed", "retired", "onetime", "erstwhile"))


_PART_OF_OFFICE = frozenset(("deputy", "vice", "acting", "assistant", "associate", "interim"))


_PASSED_OVER = _FORMER | frozenset(
    [
        "first",
        "senior",
        "top",
        "chief",
        "veteran",
        "longtime",
        "current",
        "outgoing",
        "incoming",
        "new",
        "newly",
        "visiting",
        "special",
        "elected",
        "appointed",
        "hardline",
        "reclusive",
        "hard-line",
        "powerful",
        "young",
        "permanent",
        "lead",
        "leading",
        "high-ranking",
        "respected",
        "renowned",
        "key",
        "principal",
        "supreme",
        "designate",
        "embattled",
        "then",
    ]
)


_OF_NO_STATE = frozenset(("pope", "patriarch", "secretary-general", "under-secretary-general", "high representative"))
_COUNTRIES = frozenset(("country", "nation", "state", "kingdom", "republic", "emirate", "sultanate", "island", "government"))
_POSSESSORS = frozenset(("his", "her", "their", "its"))


@dataclass
class Title:
    """An office in a line: words first..last with country and modifiers; core_first..core_last the office itself."""

    first: int
    last: int
    core_first: int
    core_last: int
    normal: str
    group: str  # head, state, body, work, honor, counterpart
    plural: bool = False
    country: str | None = None
    of: str | None = None
    former: bool = False
    owner: int | None = None  # word number of a possessive that names a person: "Kim's"
    owner_title: int | None = None  # last word of the office whose holder it is: "the prime minister's chief of staff"
    possessor: int | None = None  # word number of his, her, their
    indefinite: bool = False  # "a" stands before it
    determined: bool = False  # "the", "a" or a possessive stands before it
    wording: str = ""  # the office in the words of the report, lower case: "foreign secretary"


def leftwards(line: Line, language: str, title: Title, taken: list[Found | None], floor: int) -> None:
    """Take in the words before an office that are part of it or say whose it is."""
    sent = word_lists(language)["sent_abroad"]
    words = line.words
    number = title.first
    while number - 1 > floor and words[number].joined:
        before = words[number - 1]
        lower = before.text.lower()
        found = taken[number - 1]
        if found and title.country is None and title.of is None and title.owner is None and title.possessor is None:
            if (
                found.kind == "state"
                and found.country
                and not (found.form == "name" and not before.possessive and not _modifies(line, number))
            ):
                if title.normal not in _OF_NO_STATE:  # an Argentine pope is not Argentina's
                    title.country = title.of = found.country
            elif found.kind == "organization":
                title.of, title.country = found.name or found.title, found.country
                if found.title and not title.of:
                    break
            elif found.kind == "place" and before.possessive and world.capital_of(found.name):
                title.country = title.of = found.country
            elif found.kind == "place" and _of_a_place(line, title, number, sent):  # "Texas Governor", "the Kandahar police chief"
                title.country, title.of = found.country, found.name
            else:
                break
            number = found.first
        elif found:
            break
        elif lower in _PART_OF_OFFICE and not before.possessive:
            title.normal = (
                f"{'deputy' if lower in ('associate', 'assistant', 'deputy') else lower} {title.normal}"
                if lower not in ("acting", "interim")
                else title.normal
            )
            title.wording = f"{lower} {title.wording}"
            number -= 1
        elif lower in _PASSED_OVER and not before.possessive:
            title.former |= lower in _FORMER
            number -= 1
        elif before.possessive and not before.capital:  # "the agency's chief"
            title.determined = True
            described = lower not in _COUNTRIES | languages.words(language, "person_nouns")
            body = title.group in ("state", "body") and described and found is None
            title.of = title.of or (before.text.lower() if body else None)
            break
        elif before.possessive and title.country is None:
            title.owner = number - 1
            number -= 1
            while (
                number - 1 > floor
                and words[number].joined
                and words[number - 1].capital
                and not taken[number - 1]
                and not words[number].opens
            ):
                number -= 1
            break
        elif title.first == title.core_first and (wider := _portfolio(line, title, number, taken, floor)) is not None:
            number = wider
        elif lower in _POSSESSORS:
            title.possessor = number - 1
            title.determined = True
            break
        else:
            if before.text.islower() and before.token.pos_ == "ADJ" and before.joined and number - 2 > floor:
                lower = words[number - 2].text.lower()  # "the local police chief"
            title.indefinite = lower in ("a", "an", "one", "another", "some")
            title.determined = lower in ("the", "a", "an", "this", "that", "one", "another") or title.determined
            break
    if number - 1 == floor >= 0 and words[floor].possessive and words[number].joined and title.owner is None:
        title.owner_title = floor
    title.first = number
    title.determined |= title.owner is not None or title.owner_title is not None


def _of_a_place(line: Line, title: Title, number: int, sent: frozenset[str]) -> bool:
    """Whether the place before word `number` is where the office is held; an envoy is sent to one."""
    before = line.words[number - 1]
    beside = before.possessive or before.token.dep_ in ("compound", "nmod", "amod", "poss")
    return beside and title.group in ("state", "body", "work") and title.normal not in sent


_OPEN_OFFICES = frozenset(
    [
        "minister",
        "head",
        "official",
        "negotiator",
        "adviser",
        "envoy",
        "expert",
        "analyst",
        "leader",
        "commander",
        "director",
        "diplomat",
        "secretary",
        "spokesperson",
    ]
)


def _portfolio(line: Line, title: Title, number: int, taken: list[Found | None], floor: int) -> int | None:
    """Where "atomic energy" begins in "Iran's atomic energy chief": the words back to a state or body are part of the office."""
    words = line.words
    if title.normal not in _OPEN_OFFICES:
        return None
    first = number
    while (
        first - 1 > floor
        and number - first < 3
        and words[first].joined
        and not taken[first - 1]
        and words[first - 1].text.islower()
    ):
        if words[first - 1].token.pos_ not in ("NOUN", "ADJ", "PROPN") or words[first - 1].possessive:
            return None
        first -= 1
    owner = taken[first - 1] if first and words[first].joined else None
    if (
        first == number
        or owner is None
        or owner.kind not in ("state", "organization")
        or not (owner.form == "metonym" or words[first - 1].possessive)
    ):
        return None
    title.wording = line.phrase(first, title.core_last).lower()
    if title.normal in ("minister", "head", "secretary", "director"):
        title.normal = title.wording
    return first


def _modifies(line: Line, number: int) -> bool:
    """Whether a state's bare name before an office belongs to it ("North Korea leader") and is no verb's object."""
    token = line.words[number - 1].token
    return (
        token.dep_ in ("compound", "nmod", "poss", "amod", "nn")
        or token.head.i > token.i
        or line.piece.label
        or token.ent_iob_ == "I"
    )
