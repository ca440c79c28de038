"""What to say of a query beside what it found: words that may be slips, names that nobody bears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from dateline.tell.search.called import Called
from dateline.tell.search.parse import OPERATORS
from dateline.tell.search.query import Filter, Operator, Query, Words, terms, unknown_operator

_THINGS: Mapping[Operator, str] = {"who": "actor", "in": "place", "outlet": "outlet", "story": "story"}
_NAMED = 8  # of the values that there are
_ALL = " ".join(f"{operator}:" for operator in dict.fromkeys(OPERATORS.values()))


def hints(query: Query, called: Mapping[Operator, Called], kinds: Sequence[str]) -> Iterator[str]:
    """Plain sentences, the surest slips first."""
    for term in terms(query):
        if name := unknown_operator(term):
            near = get_close_matches(name.casefold(), OPERATORS, n=1)
            meant = f"Did you mean {near[0]}:?" if near else f"The operators are {_ALL}."
            yield f"{name}: is no operator, so it was looked for as a word. {meant}"
        elif isinstance(term, Filter) and term.operator in _THINGS and not called[term.operator].of(term.value):
            near = called[term.operator].like(term.value)
            meant = f" Did you mean {_listed(near, 'or')}?" if near else ""
            yield f"No {_THINGS[term.operator]} here is called “{term.value}”.{meant}"
        elif isinstance(term, Filter) and term.operator == "type" and term.value not in kinds:
            near = get_close_matches(term.value, kinds, n=1)
            meant = f"Did you mean {near[0]}?" if near else f"There are {_listed(kinds)}."
            yield f"Nothing here is of the type “{term.value}”. {meant}"
        elif isinstance(term, Words) and term.text == "or" and not term.exact:
            yield "To find one word or another, write OR in capitals."


def nowhere(term: Words, near: Sequence[str]) -> str:
    """That a word or phrase occurs nowhere, and what is written much like it."""
    if near:
        meant = f"Did you mean {_listed(near, 'or')}?"
    elif len(term.text.split()) > 1:
        meant = "Without the quotation marks its words are looked for one by one, in all their forms."
    else:
        meant = "Try another word, or the start of it with a star: negotiat*."
    return f"“{term.text}” occurs nowhere. {meant}"


def less(query: Query) -> Iterator[str]:
    """That a part of a query can be left out."""
    if len(query.clauses) > 1:
        yield "All parts of a query must hold for one fact or report: leave one out, or put OR between two."


def _listed(parts: Sequence[str], joint: str = "and") -> str:
    """ "a, b and c"; of many the first few."""
    kept = [*parts[:_NAMED], *(["more"] if len(parts) > _NAMED else [])]
    return f" {joint} ".join(part for part in (", ".join(kept[:-1]), kept[-1]) if part) if kept else ""
