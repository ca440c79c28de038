"""All actors and places that a report mentions, in text order, with mentions of one actor under one number.

Names first (lists of the world, then capitalised words judged by all their occurrences), then offices and groups, then who is who,
then pronouns. A capital is a place or its government as its clause has it.
"""

from __future__ import annotations

import re

from dateline.mark.mentions import belonging, collectives, groups, people, pronouns, shortforms, titles
from dateline.mark.mentions.chains import chain
from dateline.mark.mentions.gazetteer import world_names
from dateline.mark.mentions.groups import members
from dateline.mark.mentions.owners import Title
from dateline.mark.mentions.servants import governments_of
from dateline.mark.mentions.words import Found, Line, lines
from dateline.mark.parse import Parsed
from dateline.records import Mention
from dateline.spans import Span

__all__ = ["mark", "members"]
_FARTHEST_HOLDER = 8  # words from an office to its holder's name, whom it serves between them
LONGEST_ADDRESS = 12  # characters of "Mr. ", "President " that a name may have before it and still be one form of address


def mark(parsed: Parsed) -> tuple[Mention, ...]:
    """Mentions of actors and places in text order; spans may nest ("DPRK" in "DPRK's leader")."""
    language = parsed.report.language
    every = lines(parsed)
    taken: dict[int, list[Found | None]] = {line.number: [None] * len(line.words) for line in every}
    koreas = "Korea" in parsed.text or "DPRK" in parsed.text
    for line in every:
        world_names(line, language, taken[line.number], koreas)
    shortforms.explain(every, taken, language)
    offices = {line.number: titles.find(line, language, taken[line.number]) for line in every}
    named = people.find(every, taken, offices, parsed.report.byline, language)
    known = [*{id(f): f for slots in taken.values() for f in slots if f}.values(), *named]
    stated = collectives.home(known)
    own = stated if collectives.home(one for one in known if one.kind == "state") == stated else None
    of_line: dict[int, list[Found]] = {line.number: [] for line in every}
    for person in named:
        if person.kind == "person":
            of_line[person.piece].append(person)
    grouped = [one for line in every for one in groups.find(line, offices[line.number], taken[line.number], language)]
    found = [
        *{id(f): f for slots in taken.values() for f in slots if f and (f.name or f.form != "metonym")}.values(),
        *named,
        *grouped,
        *(one for line in every for one in collectives.find(line, taken[line.number], language, stated)),
    ]
    for line in every:
        found += _addressed(line, offices[line.number], of_line[line.number])
        found += _offices(line, offices[line.number], of_line[line.number])
    found = sorted([*found, *_bylines(parsed)], key=_order)
    belonging.own(found)
    belonging.serve(found)
    for line in every:
        belonging.made(line, offices[line.number], found)
    belonging.heading(found, language)
    persons = chain(found, language, own, parsed.report)
    found = sorted([*found, *governments_of(every, found, persons, language)], key=_order)
    found += pronouns.resolve(every, found, persons)
    return tuple(_mention(parsed.report.id, mention) for mention in sorted(found, key=_order))


def _order(found: Found) -> tuple[int, int, str]:
    return found.start, found.end, found.kind


def _mention(report: str, found: Found) -> Mention:
    name = found.name if found.kind != "person" or found.form == "name" else ""
    return Mention(
        Span(report, found.start, found.end),
        found.form,
        found.kind,
        name,
        found.entity,
        found.country,
        found.title,
        found.of,
        found.former,
        wording=found.wording if found.title and found.wording and found.wording != found.title else None,
        assumed=found.assumed and found.country is not None,
    )


def _offices(line: Line, offices: list[Title], named: list[Found]) -> list[Found]:
    """Offices that stand with no name, as mentions of whoever holds them."""
    ends = {found.last: found for found in named}
    starts = {found.first: found for found in named}
    out = []
    for title in offices:
        if (
            title.plural
            or title.group == "honor"
            or (title.last + 1 in starts and line.words[title.last + 1].gap in (" ", ". ", ", ", ") "))
        ):
            continue
        if title.group == "counterpart" and title.country is None and title.owner is None and title.possessor is None:
            continue
        second = next((one for one in named if one.also == title.core_first), None)
        previous = next((ends[k] for k in range(title.first - 1, max(-1, title.first - 5), -1) if k in ends), None)
        if previous and previous.title == title.normal and previous.of == title.of:
            continue  # said of the name before it
        following = (starts[k] for k in range(title.last + 1, title.last + _FARTHEST_HOLDER) if k in starts)
        if any(one.title == title.normal and one.of == title.of and one.given_title for one in following):
            continue  # "an army spokesman, General X", "a spokesman for President Y, X"
        if second is None and not (title.determined or title.country or title.of or title.owner is not None):
            continue
        if (title.group == "work" and not title.determined) or title.group == "kin" or _predicate(line, title):
            continue
        found = line.found(
            title.first,
            title.last,
            "title",
            "person",
            "",
            country=title.country,
            title=title.normal,
            of=title.of,
            former=title.former,
            wording=title.wording,
        )
        found.indefinite, found.apposed = title.indefinite, second
        found.owner_word = title.owner_title
        if title.owner is not None:
            found.owner = next((f for f in named if f.last == title.owner), None)
            if found.owner is None and title.country is None:
                continue
            found.first, found.start = (found.owner.first, found.owner.start) if found.owner else (found.first, found.start)
        if title.group == "counterpart":
            found.counterpart, found.title = True, None
            if title.possessor is not None:
                found.start = line.words[title.possessor].start + line.piece.offset
        out.append(found)
    return out


def _predicate(line: Line, title: Title) -> bool:
    """Whether the office is only said of somebody named: "becoming the first ...", "as an envoy", "is the president"."""
    token = line.words[title.core_last].token
    before = line.words[title.first - 1].text.lower() if title.first else ""
    further = line.words[title.first - 2].text.lower() if title.first > 1 else ""
    return (token.dep_ == "attr" and token.head.lemma_ in ("be", "become")) or "as" in (
        before,
        further if before in ("a", "an", "the") else "",
    )


def _addressed(line: Line, offices: list[Title], named: list[Found]) -> list[Found]:
    """ "Mr. Putin", "Pope Francis": a short title and the name after it are together a mention by title, around the one by name."""
    starts = {found.first: found for found in named}
    out = []
    for title in offices:
        person = starts.get(title.last + 1)
        if (
            person is None
            or not line.words[person.first].joined
            or title.plural
            or title.first != title.core_first
            or title.of
            or title.owner is not None
        ):
            continue
        if (
            person.start - line.words[title.core_first].start - line.piece.offset > LONGEST_ADDRESS
            or not line.words[title.core_first].capital
        ):
            continue
        made = line.found(
            title.core_first,
            person.last,
            "title",
            "person",
            person.name,
            title=person.title,
            of=person.of,
            country=person.country,
            wording=person.wording,
        )
        made.female, made.given_title = person.female, person.given_title
        out.append(made)
    return out


def _bylines(parsed: Parsed) -> list[Found]:
    """Authors in byline blocks, which are not parsed."""
    token = parsed.pieces[0].doc[0] if parsed.pieces and len(parsed.pieces[0].doc) else None
    out: list[Found] = []
    if token is None:
        return out
    for block in parsed.report.blocks:
        if block.role != "byline":
            continue
        for author in parsed.report.byline:
            for match in re.finditer(re.escape(author), parsed.text[block.span.start : block.span.end], re.IGNORECASE):
                start = block.span.start + match.start()
                out.append(
                    Found(
                        -1,
                        0,
                        0,
                        start,
                        start + len(match.group()),
                        "name",
                        "person",
                        author,
                        token,
                        title="journalist",
                        given_title=True,
                    )
                )
                break
    return out
