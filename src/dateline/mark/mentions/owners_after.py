"""Whose office it is by the words after it: "of the Republic of Korea", "of Balkh province", "for the agency"."""

from __future__ import annotations

from dateline import world
from dateline.mark.mentions.owners import Title
from dateline.mark.mentions.parts import part_of_body
from dateline.mark.mentions.words import Found, Line

_FURTHEST = 5  # words of "of a captured Colombian" before the people's noun


def rightwards(line: Line, title: Title, taken: list[Found | None], sent: frozenset[str]) -> None:
    """Take in the words after an office that say whose it is; `sent`: offices of those sent abroad."""
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
    if title.group == "kin":
        title.country = title.country or (_somebody_of(line, step, taken) if link == "of" else None)
        return
    if found and found.kind == "place" and found.country and title.country is None and title.of is None:
        if link in ("of", "in", "for", "at") and title.normal not in sent and title.group in ("state", "body", "work"):
            title.country = found.country
            title.of, title.last = (found.name, found.last) if link == "of" else (title.of, title.last)
        return
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


def _somebody_of(line: Line, step: int, taken: list[Found | None]) -> str | None:
    """The state of somebody's relation: "the mother of a captured Colombian soldier"."""
    for number in range(step, min(step + _FURTHEST, len(line.words) - 1)):
        found = taken[number]
        if found is not None:
            told = found.kind == "state" and found.form == "metonym" and line.words[found.last + 1 :][:1]
            return found.country if told and told[0].joined else None
        if not line.words[number].joined or not line.words[number].text.islower():
            return None
    return None


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
