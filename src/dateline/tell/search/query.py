"""What a query asks for, as records, and its canonical text.

A query is a list of clauses that must all hold; a clause is a list of terms of which one must hold; a term may be negated. So OR
binds the terms beside it: `oslo OR geneva visit` asks for a visit in either.
"""

from __future__ import annotations

import re
from typing import Literal

from dateline.intervals import Interval
from dateline.records import Record

Operator = Literal["who", "type", "from", "to", "in", "outlet", "story", "src", "status"]
Comparison = Literal[">=", "<=", ">", "<", "="]
Sort = Literal["weight", "date", "newest"]
_PLAIN = re.compile(r"[^\s\"]+")
_UNKNOWN = re.compile(r"([^\W\d_]+):(?!//)")


class Words(Record, frozen=True, tag="words"):
    """Words that must occur: one with all its forms ("meet" finds "met"), or, `exact`, a phrase as it is written."""

    text: str
    exact: bool = False
    negated: bool = False

    def __str__(self) -> str:
        return f"{'-' * self.negated}{_quoted(self.text) if self.exact else self.text}"


class Filter(Record, frozen=True, tag="filter"):
    """A field that must have this value: an actor, a kind, a place, an outlet, a story or a standing."""

    operator: Operator
    value: str
    negated: bool = False

    def __str__(self) -> str:
        value = self.value if _PLAIN.fullmatch(self.value) else _quoted(self.value)
        return f"{'-' * self.negated}{self.operator}:{value}"


class Period(Record, frozen=True, tag="period"):
    """Days from the first day of a year, month or day on, or up to its last."""

    operator: Literal["from", "to"]
    value: str
    interval: Interval
    negated: bool = False

    def __str__(self) -> str:
        return f"{'-' * self.negated}{self.operator}:{self.value}"


class Sources(Record, frozen=True, tag="sources"):
    """How many independent sources a fact must have."""

    comparison: Comparison
    number: int
    negated: bool = False

    def __str__(self) -> str:
        return f"{'-' * self.negated}src{self.comparison}{self.number}"


Term = Words | Filter | Period | Sources
Clause = tuple[Term, ...]


class Query(Record, frozen=True):
    """What is asked for. `str()` gives its canonical text, which reads back as the same query."""

    clauses: tuple[Clause, ...] = ()
    sort: Sort = "weight"

    def __str__(self) -> str:
        parts = [" OR ".join(map(str, clause)) for clause in self.clauses]
        return " ".join(parts if self.sort == "weight" else [*parts, f"sort:{self.sort}"])

    def narrowed(self, *terms: Term) -> Query:
        """The query with terms that must hold as well."""
        return Query((*self.clauses, *((term,) for term in terms if (term,) not in self.clauses)), self.sort)

    def widened(self, *terms: Term) -> Query:
        """The query without clauses that are just these terms."""
        return Query(tuple(clause for clause in self.clauses if clause not in [(term,) for term in terms]), self.sort)

    def has(self, *terms: Term) -> bool:
        """Whether each of these terms is a clause of its own."""
        return all((term,) in self.clauses for term in terms)


def terms(query: Query) -> list[Term]:
    """All terms of a query, in order."""
    return [term for clause in query.clauses for term in clause]


def unknown_operator(term: Term) -> str | None:
    """What stands before the colon of a word that looks like an operator and is none: "colour" of `colour:red`."""
    found = _UNKNOWN.match(term.text) if isinstance(term, Words) and not term.exact else None
    return found[1] if found else None


def _quoted(text: str) -> str:
    return f'"{text}"'
