"""All actors and places that a report mentions, in text order, with mentions of one actor under one number.

Names first (lists of the world, then capitalised words judged by all their occurrences), then offices and groups, then who is who,
then pronouns. A capital is a place or its government as its clause has it.
"""

from __future__ import annotations

import re

from dateline.mark import mentions_chains, mentions_groups, mentions_names, mentions_people, mentions_pronouns, mentions_titles
from dateline.mark.mentions_groups import members
from dateline.mark.mentions_titles import Title
from dateline.mark.mentions_words import Found, Line, lines
from dateline.mark.parse import Parsed
from dateline.records import Mention
from dateline.spans import Span

__all__ = ["mark", "members"]
LONGEST_ADDRESS = 12  # characters of "Mr. ", "President " that a name may have before it and still be one form of address


def mark(parsed: Parsed) -> tuple[Mention, ...]:
    """Mentions of actors and places in text order; spans may nest ("DPRK" in "DPRK's leader")."""
    language = parsed.report.language
    every = lines(parsed)
    taken: dict[int, list[Found | None]] = {line.number: [None] * len(line.words) for line in every}
    koreas = "Korea" in parsed.text or "DPRK" in parsed.text
    for line in every:
        mentions_names.world_names(line, language, taken[line.number], koreas)
    titles = {line.number: mentions_titles.find(line, language, taken[line.number]) for line in every}
    people = mentions_people.find(every, taken, titles, parsed.report.byline, language)
    offices = [found for line in every for found in _offices(line, titles[line.number], people, taken[line.number])]
    forms = [found for line in every for found in _addressed(line, titles[line.number], people)]
    groups = [found for line in every for found in mentions_groups.find(line, titles[line.number], taken[line.number])]
    known = {id(found): found for slots in taken.values() for found in slots if found and (found.name or found.form != "metonym")}
    found = sorted([*known.values(), *people, *forms, *offices, *groups, *_bylines(parsed)], key=lambda f: (f.start, f.end, f.kind))
    persons = mentions_chains.chain(found, language)
    found.extend(mentions_pronouns.resolve(parsed, every, found, persons, language))
    return tuple(_mention(parsed.report.id, f) for f in sorted(found, key=lambda f: (f.start, f.end, f.kind)))


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
    )


def _offices(line: Line, titles: list[Title], people: list[Found], taken: list[Found | None]) -> list[Found]:
    """Offices that stand with no name, as mentions of whoever holds them."""
    named = [found for found in people if found.piece == line.number and found.kind == "person"]
    ends = {found.last: found for found in named}
    starts = {found.first for found in named}
    out = []
    for title in titles:
        if (
            title.plural
            or title.group == "honor"
            or (title.last + 1 in starts and line.words[title.last + 1].gap in (" ", ". ", ", ", ") "))
        ):
            continue
        if title.group == "counterpart" and title.country is None and title.owner is None and title.possessor is None:
            continue
        previous = next((ends[k] for k in range(title.first - 1, max(-1, title.first - 5), -1) if k in ends), None)
        if previous and previous.title == title.normal and previous.of == title.of:
            continue  # said of the name before it
        if not (title.determined or title.country or title.of or title.owner is not None):
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
        )
        found.indefinite = title.indefinite
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


def _addressed(line: Line, titles: list[Title], people: list[Found]) -> list[Found]:
    """ "Mr. Putin", "Pope Francis": a short title and the name after it are together a mention by title, around the one by name."""
    starts = {found.first: found for found in people if found.piece == line.number and found.kind == "person"}
    out = []
    for title in titles:
        named = starts.get(title.last + 1)
        if (
            named is None
            or not line.words[named.first].joined
            or title.plural
            or title.first != title.core_first
            or title.of
            or title.owner is not None
        ):
            continue
        if (
            named.start - line.words[title.core_first].start - line.piece.offset > LONGEST_ADDRESS
            or not line.words[title.core_first].capital
        ):
            continue
        made = line.found(
            title.core_first, named.last, "title", "person", named.name, title=named.title, of=named.of, country=named.country
        )
        made.female, made.given_title = named.female, named.given_title
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
