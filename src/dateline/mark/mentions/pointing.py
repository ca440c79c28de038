"""Which of several holders of an office a bare "the president" means: its time, and who acts in its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.mark.mentions.persons import Person
from dateline.mark.mentions.words import Found
from dateline.records import Report
from dateline.world import Leader

_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d(?![\d,]|\.\d)")
_SUBJECT = ("nsubj", "nsubjpass")
_APPOSED = 3  # characters between an office and the name of its holder
REACH = 700  # characters within which the last named holder is meant


def years(report: Report) -> frozenset[int]:
    """The years a report is of: those it was published in, where they are known, else those that it names."""
    if report.published and report.published.interval.earliest and report.published.interval.latest:
        span = report.published.interval
        return frozenset(day.year for day in (span.earliest, span.latest) if day)
    return frozenset(int(year.group()) for year in _YEAR.finditer(report.text))


def serve_in(people: Sequence[Person], when: frozenset[int]) -> None:
    """Leave well-known people the offices that they held in these years, or had held; in an undated report those of its time."""
    when = when or _shared_years(people)
    for person in people:
        person.serving = tuple(office for office in person.known if any(_held(office, year) for year in when))
        person.served = tuple(office for office in person.known if any(office.first <= year for year in when))


def _held(office: Leader, year: int) -> bool:
    return office.first <= year <= (office.last or year)


def _shared_years(people: Sequence[Person]) -> frozenset[int]:
    """The years in which most of the well-known people named were in office together; none where it is one person only."""
    counts: Counter[int] = Counter()
    for person in people:
        known = [office for office in person.known if office.last]
        counts.update({year for office in known for year in range(office.first, (office.last or office.first) + 1)})
    most = max(counts.values(), default=0)
    return frozenset(year for year, count in counts.items() if count == most > 1)


def near(mention: Found, person: Person) -> bool:
    """Whether the person is named shortly before the mention."""
    return any(0 <= mention.start - other.start <= REACH for other in person.mentions)


def named_after(mention: Found, person: Person) -> bool:
    """Whether the same sentence names the person later on, as somebody else: "the president rang up Novak"."""
    return any(
        other.form == "name"
        and other.piece == mention.piece
        and other.start > mention.end + _APPOSED
        and other.token.sent.start == mention.token.sent.start
        for other in person.mentions
    )


class Pointing:
    """Who is spoken of around a bare office, by which several holders of it are told apart."""

    def __init__(self, found: Sequence[Found], of_mention: Mapping[int, Person]) -> None:
        self._of_mention = of_mention
        self._by_token: dict[tuple[int, int], Found] = {(f.piece, f.token.i): f for f in found if f.kind != "place"}

    def at(self, mention: Found, person: Person) -> bool:
        """Whether a compatriot speaks or acts in the clauses above the mention: "Kamel told the president"."""
        return person.country is not None and person.country in self._actors(mention)

    def _actors(self, mention: Found) -> set[str]:
        """States of those who are the subject above the mention; of a pronoun there, of the sentence before."""
        out: set[str] = set()
        token = mention.token
        for above in token.ancestors:
            for child in above.children:
                if child.dep_ in _SUBJECT and child.i < token.i and not child.is_ancestor(token):
                    out |= self._state(mention.piece, child.i)
                    if child.pos_ == "PRON" and (start := token.sent.start):
                        before = token.doc[start - 1].sent.root
                        for subject in before.children:
                            out |= self._state(mention.piece, subject.i) if subject.dep_ in _SUBJECT else set()
        return out

    def _state(self, piece: int, token: int) -> set[str]:
        one = self._by_token.get((piece, token))
        if one is None:
            return set()
        person = self._of_mention.get(id(one))
        state = one.country or (person.country if person else None)
        return {state} if state else set()
