"""Whose office it is: the state, body or person before it ("then-US", "Kim's") or after it ("of the Republic of Korea")."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import world
from dateline.mark.mentions.parts import part_of_body
from dateline.mark.mentions.words import Found, Line

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


def leftwards(line: Line, title: Title, taken: list[Found | None], floor: int) -> None:
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
        elif before.possessive and before.capital and title.country is None:
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
            title.indefinite = lower in ("a", "an", "one", "another", "some")
            title.determined = lower in ("the", "a", "an", "this", "that", "one", "another") or title.determined
            break
    if number - 1 == floor >= 0 and words[floor].possessive and words[number].joined and title.owner is None:
        title.owner_title = floor
    title.first = number
    title.determined |= title.owner is not None or title.owner_title is not None


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


def rightwards(line: Line, title: Title, taken: list[Found | None]) -> None:
    words = line.words
    number = title.last + 1
    if number + 1 >= len(words) or not words[number].joined or title.group in ("honor",) or words[number - 1].possessive:
        return
    link = words[number].text.lower()
    if link not in ("of", "for", "at", "to", "from", "on", "in"):
        return
    step = number + 1
    while step < len(words) - 1 and words[step].text.lower() in ("the", "a", "an") and words[step].joined:
        step += 1
    found = taken[step] if words[step].joined else None
    if found and found.kind in ("state", "organization") and found.last + 1 < len(words):
        owned = taken[found.last + 1]  # "secretary of Iran's Supreme National Security Council", "of the Duma's Budget Committee"
        if owned and owned.kind == "organization" and (words[found.last].possessive or found.kind == "organization"):
            found = owned if words[owned.first].joined else found
    if link in ("to", "on", "in", "from") and not (found and (found.kind == "organization" or link == "to")):
        return
    if link == "of" and (last := part_of_body(line, step, taken)) is not None:
        owner = taken[step]
        title.of, title.country = title.of or line.phrase(step, last), title.country or (owner.country if owner else None)
        title.last = last
        return
    if found is None:
        if link == "of" and title.normal in ("chairman", "head", "director") and words[step].capital:
            _named_body(line, title, step, taken)
        elif link in ("for", "on") and title.country and title.group in ("state", "body"):
            _task(line, title, step, taken)
        return
    if found.kind == "organization":
        body = (found.name or "").removeprefix(world.adjective(found.country or "") or "\0").strip()
        if link == "to":
            title.last = found.last
        elif (
            found.country
            and title.of is None
            and title.normal in ("chairman", "president", "head")
            and body.startswith(_STATE_BODIES)
        ):
            title.normal, title.of, title.country, title.last = (
                f"chairman of the {body.lower()}",
                found.country,
                found.country,
                found.last,
            )
        elif title.of is None:
            title.of = found.name or found.title
            title.country = title.country or found.country
            if title.normal in ("head", "director", "minister", "chairman") and "Foreign Ministry" in (
                found.name or found.title or ""
            ):
                title.normal, title.of, title.group = "foreign minister", found.country, "state"
            title.last = found.last
    elif (
        found.kind == "state"
        and link == "to"
        and title.normal in ("ambassador", "envoy", "consul general", "special representative")
    ):
        title.last = found.last
    elif (
        found.kind == "state"
        and link == "of"
        and not (found.form == "name" and _before_noun(line, found.last) and not _armed(line, found.last))
        and found.country
        and title.country is None
        and title.normal != "counterpart"
    ):
        if found.form == "metonym" and not found.name:  # "chairman of the North Korean State Affairs Commission"
            _named_body(line, title, step, taken)
            return
        title.country = title.of = found.country
        title.last = found.last
        after = found.last + 1
        if after < len(words) and words[after].gap == " (" and taken[after] is not None:  # "the Republic of Korea (ROK)"
            title.last = after


def _task(line: Line, title: Title, step: int, taken: list[Found | None]) -> None:
    """The small words after "for" belong to an office where its holder's name follows: "Chad's minister for water, X"."""
    words, last = line.words, step
    while last < min(len(words), step + 4) and words[last].joined and words[last].text.islower() and not taken[last]:
        if words[last].token.pos_ not in ("NOUN", "ADJ", "CCONJ", "PROPN"):
            return
        last += 1
    if step < last < len(words) and words[last].capital and words[last].gap in (" ", ", "):
        title.last = last - 1


_STATE_BODIES = (
    "State",
    "Council of State",
    "National Defence Commission",
    "National Defense Commission",
    "Presidium",
    "Revolutionary",
    "Sovereign Council",
)


def _armed(line: Line, number: int) -> bool:
    """Whether the soldiers of a state follow its name: "commander of U.S. forces"."""
    after = line.words[number + 1] if number + 1 < len(line.words) else None
    return after is not None and after.text in ("forces", "troops", "soldiers", "armies", "ground", "air", "naval")


def _before_noun(line: Line, number: int) -> bool:
    """Whether a noun follows that the word describes ("of the US department")."""
    after = line.words[number + 1] if number + 1 < len(line.words) else None
    owner = line.words[number]
    return bool(after and after.joined and not owner.possessive and after.token.pos_ in ("NOUN", "ADJ") and after.text.islower())


def _named_body(line: Line, title: Title, step: int, taken: list[Found | None]) -> None:
    """The capitalised words after "chairman of the" name the body; a people's adjective before them its state."""
    words = line.words
    found = taken[step]
    if found and found.kind == "state" and found.form == "metonym":
        title.country = title.of = found.country
        step = found.last + 1
    last = step
    while (
        last < len(words)
        and words[last].joined
        and (words[last].capital or words[last].text in ("and", "of", "the"))
        and not taken[last]
        and last < step + 6
    ):
        last += 1
    while last > step and not words[last - 1].capital:
        last -= 1
    if last > step:
        body = line.phrase(step, last - 1)
        if title.country is None:
            title.of = body
        title.normal = f"{title.normal} of the {body.lower()}"
        title.group = "body"
        title.last = last - 1
