"""Groups: "the two leaders", "both sides", "the presidents of South Korea and the United States", and who is in them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import world
from dateline.mark.mentions.owners import Title
from dateline.mark.mentions.words import Found, Line, word_lists
from dateline.records import Mention

CLOSE = 300  # characters back to those whom "they" stands for
LONGEST_LINK = 5  # characters of " and " between two names of a list
_STATES = frozenset(
    [
        "countries",
        "nations",
        "states",
        "sides",
        "governments",
        "neighbours",
        "neighbors",
        "parties",
        "capitals",
        "koreas",
        "allies",
        "powers",
        "republics",
        "delegations",
        "rivals",
    ]
)
_PEOPLE = frozenset(
    [
        "leaders",
        "presidents",
        "ministers",
        "men",
        "diplomats",
        "officials",
        "premiers",
        "chancellors",
        "kings",
        "envoys",
        "counterparts",
        "negotiators",
        "heads",
        "pair",
        "women",
    ]
)
_ANYBODY = _PEOPLE - {"presidents", "ministers", "premiers", "chancellors", "kings"}
_COUNTS = frozenset(("two", "three", "four", "five", "six", "both", "seven"))
_ARTICLES = frozenset(("the", "these", "those", "both", "their", "our"))


def find(line: Line, titles: list[Title], taken: list[Found | None], language: str) -> list[Found]:
    """Group mentions of a line; `title` holds the noun ("leaders"), `states` the states named in the words."""
    words = line.words
    out: list[Found] = []
    titled = {title.core_last: title for title in titles if title.plural}
    out += _peoples(line, taken, language)
    for number, word in enumerate(words):
        noun = word.text.lower()
        if noun not in _STATES and noun not in _PEOPLE and number not in titled:
            continue
        title = titled.get(number)
        first = title.first if title else number
        counted = False
        while (
            first
            and words[first].joined
            and words[first - 1].text.lower() in _COUNTS | _ARTICLES | {"foreign", "korean", "neighbouring", "sides", "top"}
        ):
            first -= 1
            counted |= words[first].text.lower() in _COUNTS
        last = title.last if title else number
        peoples = _peoples_before(line, title.core_first if title else number, taken)
        if len(peoples) > 1:  # "his Turkish and Iranian counterparts": the adjectives are states named in the group
            first = min(first, peoples[0].first)
            for people in peoples:
                people.name = people.name or world.state_name(people.country or "")
        named: list[str] = [people.country or "" for people in peoples] if len(peoples) > 1 else []
        if number + 1 < len(words) and words[number + 1].text == "of":
            step = number + 2
            while (
                step < len(words)
                and (taken[step] or words[step].text.lower() in ("the", "and", "two", "both", "countries", "nations"))
                and words[step].gap.strip() in ("", ",")
            ):
                found = taken[step]
                if found and found.country and found.kind == "state" and found.country not in named:
                    named.append(found.country)
                counted |= words[step].text.lower() in ("two", "both")
                last = step
                step += 1
        if len(named) < 2 and (not counted or words[first].text.lower() in _COUNTS - {"two", "both"}):
            continue  # "six ministers" are nobody told of before
        mention = line.found(
            first, last, "title", "group", "", title=title.normal if title and title.group != "counterpart" else noun
        )
        mention.plural, mention.states = True, tuple(named)
        out.append(mention)
    return out


def _peoples_before(line: Line, number: int, taken: list[Found | None]) -> list[Found]:
    """The peoples named before a noun, in text order: French and German in "the French and German foreign ministers"."""
    out: list[Found] = []
    words = line.words
    while number and words[number].gap.strip() in ("", ","):
        found = taken[number - 1]
        if found is not None and found.kind == "state" and found.form == "metonym" and found.token.pos_ in ("ADJ", "PROPN"):
            out.append(found)
            number = found.first
        elif out and words[number - 1].text == "and":
            number -= 1
        else:
            break
    return out[::-1]


def _peoples(line: Line, taken: list[Found | None], language: str) -> list[Found]:
    """ "Chilean dissidents": people of a state who are not the state itself."""
    nouns = word_lists(language)["people"]
    words = line.words
    out = []
    for number, found in enumerate(taken):
        if found is None or found.kind != "state" or found.form != "metonym" or found.name or found.last != number:
            continue
        last = number + 1
        if last + 1 < len(words) and words[last].text.lower() not in nouns and words[last].text.islower() and words[last].joined:
            last += words[last].token.pos_ in ("ADJ", "NOUN")  # "Chilean political exiles"
        if last < len(words) and words[last].joined and words[last].text in nouns:
            made = line.found(found.first, last, "title", "group", line.phrase(found.first, last), country=found.country)
            made.plural = True
            out.append(made)
    return out


def members(mentions: Sequence[Mention], index: int) -> tuple[int, ...]:
    """Indexes of the mentions that a group mention ("the two leaders", "both countries", "they") takes up, in text order.

    For offices "of A and B" the holders known in the report, else the states named; otherwise the two different persons or states
    mentioned last before the group. Empty when there are fewer than two; the mention itself for anything that is no group.
    """
    group = mentions[index]
    if group.kind != "group" or group.country is not None or group.name:
        return (index,)
    after = _named_after(mentions, index)
    if len(after) > 1:
        return after
    inside = [i for i, m in enumerate(mentions) if m.kind == "state" and group.span.covers(m.span) and i != index]
    if len(inside) > 1:
        return tuple(_holder(mentions, i, group) for i in inside)
    if (group.title or "") in _STATES:
        found = _last_two(mentions, index, "state") or _states_of(mentions, _last_two(mentions, index, "person"))
        return tuple(sorted(found)) if len(found) >= 2 else ()
    unfit = _unfit(mentions, index)
    found = _last_two(mentions, index, "person", unfit)
    return tuple(sorted(found)) if len(found) > (not unfit) else ()


def _states_of(mentions: Sequence[Mention], people: Sequence[int]) -> list[int]:
    """A mention of each person's state, where the report names it; the persons where it does not name both."""
    codes = dict.fromkeys(mentions[i].country for i in people)
    named = {m.country: i for i, m in reversed(list(enumerate(mentions))) if m.kind == "state" and m.form != "pronoun"}
    return [named[code] for code in codes if code in named] if len(named.keys() & codes.keys()) > 1 else list(people)


def _unfit(mentions: Sequence[Mention], index: int) -> frozenset[int]:
    """Entities that are none of "the two presidents", "both ministers": those with offices, but no such office."""
    office = (mentions[index].title or "").removesuffix("s")
    if f"{office}s" in _ANYBODY:
        return frozenset()
    held: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.title:
            held.setdefault(mention.entity, set()).add(mention.title)
    fit = {e for e, titles in held.items() if any(t == office or t.endswith(f" {office}") for t in titles - {"prime minister"})}
    named = {m.entity for m in mentions[:index] if m.entity in fit and m.name}
    everybody = {m.entity for m in mentions if m.kind == "person"}
    return frozenset(everybody - fit) if len(named) > 1 else frozenset(held.keys() - fit) if named else frozenset()


def _named_after(mentions: Sequence[Mention], index: int) -> tuple[int, ...]:
    """Persons named right after a group: "his Turkish and Iranian counterparts, A and B"."""
    out: list[int] = []
    end = mentions[index].span.end
    for i in range(index + 1, len(mentions)):
        mention = mentions[i]
        if mention.span.start - end > LONGEST_LINK:
            break
        if mention.span.start >= end and mention.kind == "person" and mention.form == "name":
            out.append(i)
            end = mention.span.end
    return tuple(out)


def _holder(mentions: Sequence[Mention], state: int, group: Mention) -> int:
    """The person who holds the group's office of a state, the state itself when nobody is said to."""
    office, country = (group.title or "").removesuffix("s"), mentions[state].country
    for wanted in ((office,), ("president", "leader", "prime minister") if office in ("leader", "head", "president") else ()):
        for i, mention in enumerate(mentions):
            if (
                mention.kind == "person"
                and mention.title in wanted
                and country in (mention.of, mention.country if mention.of is None else None)
            ):
                return i
    return state


def _last_two(mentions: Sequence[Mention], index: int, kind: str, unfit: frozenset[int] = frozenset()) -> list[int]:
    """The two different ones named last before a group; for a pronoun those close by, where there are just two."""
    writers = {mention.entity for mention in mentions if mention.title == "journalist"}
    pronoun = mentions[index].form == "pronoun"
    found: dict[int, int] = {}
    for i in range(index - 1, -1, -1):
        mention = mentions[i]
        if pronoun and mentions[index].span.start - mention.span.end > CLOSE:
            break
        if mention.kind == "group" and pronoun and not found and mention.form != "pronoun":
            return list(members(mentions, i))
        if mention.kind == kind and mention.entity not in writers | unfit:
            found.setdefault(mention.entity, i)
        if len(found) == (3 if pronoun else 2):
            break
    return list(found.values()) if len(found) == 2 or (unfit and found) else []
