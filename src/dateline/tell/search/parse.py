"""Reading a query: words, "phrases", operators, OR and minus, with a plain word on what is wrong and where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from dateline import intervals
from dateline.intervals import Interval
from dateline.tell.search.fold import clean, folded
from dateline.tell.search.query import Clause, Comparison, Filter, Operator, Period, Query, Sort, Sources, Term, Words

LONGEST = 1000  # characters of a query
MOST_TERMS = 60
STATUSES = (
    "happened", "planned", "proposed", "cancelled", "denied", "unknown", "open", "kept", "moved", "overdue",
    "disputed", "changed", "differs", "doubtful",
)  # fmt: skip
SORTS: tuple[Sort, ...] = ("weight", "date", "newest")
OPERATORS: Mapping[str, Operator] = {
    "who": "who", "actor": "who", "type": "type", "kind": "type", "from": "from", "since": "from", "to": "to", "until": "to",
    "in": "in", "place": "in", "outlet": "outlet", "story": "story", "src": "src", "sources": "src", "status": "status",
}  # fmt: skip
_COMPARED: Mapping[str, Comparison] = {
    ">=": ">=", "=>": ">=", "≥": ">=", "<=": "<=", "=<": "<=", "≤": "<=", ">": ">", "<": "<", "=": "=", "==": "=", ":": "=",
}  # fmt: skip
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)
_PIECE = re.compile(
    rf"""(?P<minus>[-−–‑]*)
        (?: (?P<sources>src|sources)(?P<compared>[<>=≤≥]{{1,2}}|:(?=\d))(?P<number>[^\s"]*)
          | (?P<name>{"|".join((*OPERATORS, "sort"))}): (?: "(?P<quoted>[^"]*)(?P<closed>"?) | (?P<value>[^\s"]*) )
          | "(?P<phrase>[^"]*)(?P<ended>"?)
          | (?P<word>[^\s"]+) )""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class QueryError(ValueError):
    """A query that cannot be read: `name` is short and fixed, `detail` says what to write, start..end is where, in `text`."""

    def __init__(self, name: str, detail: str, text: str, start: int, end: int) -> None:
        super().__init__(f"{name}: {detail}")
        self.name, self.detail, self.text, self.start, self.end = name, detail, text, start, end


def parse(text: str) -> Query:
    """Read a query. An empty one asks for everything. Raises QueryError, with the place of the slip.

    Operators that are not known are words; the hints of what is found say so.
    """
    line = clean(text).translate(_QUOTES)
    if len(line) > LONGEST:
        detail = f"at most {LONGEST} characters, this has {len(line)}"
        raise QueryError("query too long", detail, line[:LONGEST], LONGEST - 1, LONGEST)
    return _Reader(line).query()


class _Reader:
    """One query being read, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.clauses: list[Clause] = []
        self.sort: Sort = "weight"
        self.joint: tuple[int, int] | None = None  # where the OR or NOT stands that waits for its right side
        self.either = self.negate = False  # whether an OR, a NOT waits

    def query(self) -> Query:
        for piece in _PIECE.finditer(self.text):
            self._take(piece)
        if self.joint:
            word = self.text[slice(*self.joint)]
            raise self._slip(f"{word} without a right side", f'write a word after it, or "{word}" in quotes', *self.joint)
        if self.text and not self.clauses and self.sort == "weight":
            raise self._slip("nothing to look for", "a query needs a letter or a digit", 0, len(self.text))
        return Query(tuple(self.clauses), self.sort)

    def _take(self, piece: re.Match[str]) -> None:
        word = piece["word"]
        if word in ("AND", "OR", "NOT") and not piece["minus"]:
            self._joint(word, *piece.span())
            return
        if piece["name"] and piece["name"].casefold() == "sort":
            self._sorted(piece)
            return
        term = self._term(piece)
        if term is None:
            return
        if self.either:
            self.clauses[-1] = (*self.clauses[-1], term) if term not in self.clauses[-1] else self.clauses[-1]
        elif (term,) not in self.clauses:
            self.clauses.append((term,))
        self.joint, self.either, self.negate = None, False, False
        if sum(map(len, self.clauses)) > MOST_TERMS:
            raise self._slip("too many terms", f"a query has at most {MOST_TERMS}", *piece.span())

    def _joint(self, word: str, start: int, end: int) -> None:
        if word == "OR" and (not self.clauses or self.either):
            raise self._slip("OR without a left side", 'write a word before it, or "OR" in quotes', start, end)
        if word != "AND":
            self.joint = start, end
        self.either, self.negate = self.either or word == "OR", self.negate or word == "NOT"

    def _term(self, piece: re.Match[str]) -> Term | None:
        negated = bool(piece["minus"]) != self.negate
        if piece["sources"]:
            return self._sources(piece, negated)
        if piece["name"]:
            return self._operated(OPERATORS[piece["name"].casefold()], piece, negated)
        if piece["phrase"] is not None:
            self._closed(piece, "ended", "phrase")
            return _words(piece["phrase"], negated, exact=True)
        return _words(piece["word"] or "", negated)

    def _operated(self, operator: Operator, piece: re.Match[str], negated: bool) -> Term:
        group = "value" if piece["quoted"] is None else "quoted"
        if group == "quoted":
            self._closed(piece, "closed", "quoted")
        value, place = " ".join(piece[group].split()), piece.span(group)
        if not folded(value):
            detail = f"write it without a space: {operator}:{_EXAMPLES[operator]}"
            raise self._slip("nothing after the colon", detail, *piece.span())
        if operator in ("from", "to"):
            return Period(operator, *self._days(value, *place), negated)
        if operator == "src":
            raise self._slip("no number", "write how many independent sources: src>=2", *place)
        if operator == "status" and value.casefold() not in STATUSES:
            raise self._slip("unknown status", f"there are {', '.join(STATUSES)}", *place)
        return Filter(operator, value.casefold() if operator in ("status", "type") else value, negated)

    def _sources(self, piece: re.Match[str], negated: bool) -> Sources:
        comparison, number = _COMPARED.get(piece["compared"]), piece["number"]
        if comparison is None or not number.isdecimal() or len(number) > 6:
            raise self._slip("no number", "write how many independent sources: src>=2", *piece.span())
        return Sources(comparison, int(number), negated)

    def _days(self, value: str, start: int, end: int) -> tuple[str, Interval]:
        found = _DAY.fullmatch(value.replace("/", "-"))
        try:
            year, month, day = (int(part) if part else None for part in found.groups()) if found else (0, None, None)
            if day and month:
                days = intervals.day(date(year or 0, month, day))
            else:
                days = intervals.month(year or 0, month) if month is not None else intervals.year(year or 0)
        except ValueError as error:
            raise self._slip("no such day", "write a year, month or day: 2025, 2025-03, 2025-03-15", start, end) from error
        return days.edtf, days

    def _sorted(self, piece: re.Match[str]) -> None:
        value = (piece["value"] or piece["quoted"] or "").casefold()
        if value not in SORTS:
            raise self._slip("unknown order", f"there are {', '.join(f'sort:{name}' for name in SORTS)}", *piece.span())
        self.sort = value

    def _closed(self, piece: re.Match[str], mark: str, inside: str) -> None:
        if not piece[mark]:
            start = piece.start(inside) - 1
            raise self._slip("open quotation mark", 'a phrase ends with a second "', start, start + 1)

    def _slip(self, name: str, detail: str, start: int, end: int) -> QueryError:
        return QueryError(name, detail, self.text, start, end)


def _words(text: str, negated: bool, exact: bool = False) -> Words | None:
    """The term of a word or phrase; None when it has no letter and no digit."""
    line = " ".join(text.split())
    return Words(line, exact, negated) if folded(line) else None


_EXAMPLES: Mapping[Operator, str] = {
    "who": '"Kari Moen"', "type": "plan", "from": "2025-03", "to": "2025-03-15", "in": "Oslo", "outlet": '"Fjord Post"',
    "story": "treaty", "src": "2", "status": "open",
}  # fmt: skip
