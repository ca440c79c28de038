"""Search over one account: made once, asked often."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date as Day  # `date` is a field of a hit
from itertools import chain, islice
from operator import eq, ge, gt, le, lt

from rapidfuzz import fuzz, process

from dateline.intervals import Interval
from dateline.records import Account, Record
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.facts import by_day
from dateline.tell.lookup import Lookup
from dateline.tell.search import called
from dateline.tell.search.called import ALIKE, Called
from dateline.tell.search.facets import Facet, facets
from dateline.tell.search.fold import folded
from dateline.tell.search.forms import Forms
from dateline.tell.search.hints import hints, less, nowhere
from dateline.tell.search.items import Address, HitKind, Item, items
from dateline.tell.search.marked import Piece, cut, pieces, shown_by, snippet
from dateline.tell.search.parse import parse
from dateline.tell.search.postings import Pattern, Postings
from dateline.tell.search.query import Clause, Filter, Operator, Period, Query, Sources, Term, Words, terms

HEADED = 3.0  # what a word in the sentence or headline adds to a hit's weight
MOST_HINTS = 6
_LEAST_PREFIX = 2  # letters before a * that stands for any ending
_SHORT_OF = 3  # passages of a fact that are looked through for the words that its sentence has not
_COMPARED: Mapping[str, Callable[[int, int], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt, "=": eq}


class Hit(Record, frozen=True):
    """A fact or report that was found.

    id: stable from run to run. line: the sentence without its day, or the headline. snippet: a report's own words where the line
    does not show all that is asked for, else empty. evidence: the mark, or the stretch of a report, in which these stand; else the
    best mark of the fact. sources: independent ones. address: kind and id of its page; that of one statement alone is its report's.
    told: the last day that a report of it came out, None when that is unknown.
    """

    id: str
    kind: HitKind
    date: Interval | None
    line: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    sources: int
    reports: int
    tags: tuple[str, ...]
    address: Address
    evidence: Span | None
    score: float
    told: Day | None

    @property
    def day(self) -> str:
        """The date in words."""
        return words.label(self.date)

    @property
    def text(self) -> str:
        """The line without marks."""
        return "".join(piece.text for piece in self.line)


class Found(Record, frozen=True):
    """What a query found: `hits` from `offset` on, and how many facts and reports there are in all.

    query: in canonical form. behind: reports that the facts found rest on. undated: facts that lack nothing but a known day.
    """

    query: str
    hits: tuple[Hit, ...]
    facts: int
    reports: int
    behind: int
    undated: int
    facets: tuple[Facet, ...]
    hints: tuple[str, ...]
    offset: int = 0

    @property
    def total(self) -> int:
        return self.facts + self.reports

    @property
    def counted(self) -> str:
        """ "36 facts, 22 reports"."""
        return f"{words.plural(self.facts, 'fact')}, {words.plural(self.reports, 'report')}"


class Index:
    """Everything of an account that can be found. Four bytes or so for each word of its reports and facts, and a record an item."""

    def __init__(self, account: Account | Lookup) -> None:
        self.lookup = account if isinstance(account, Lookup) else Lookup(account)
        self._items = items(self.lookup)
        self._postings = Postings()
        for item in self._items:
            self._postings.add(item.line, (words.label(item.date), *(self.lookup.text(span) for span in item.passages)))
        self._forms = Forms(self._postings.words())
        self._called: Mapping[Operator, Called] = {
            "who": called.actors(self.lookup),
            "in": called.places(self.lookup),
            "outlet": called.outlets(self.lookup),
            "story": called.stories(self.lookup),
        }
        self._kinds = sorted({kind for item in self._items for kind in item.kinds})

    def ids(self, query: Query | str) -> frozenset[str]:
        """The ids of all hits of a query. Raises QueryError when it cannot be read."""
        asked, patterns = self._read(query)
        return frozenset(self._items[n].id for n in self._all(asked.clauses, patterns))

    def find(self, query: Query | str, limit: int | None = 50, offset: int = 0, *, seen: Collection[str] = frozenset()) -> Found:
        """The facts and reports that a query asks for, but for those with ids in `seen`.

        Hits are in the order that the query asks for: the weightiest first, by date, or the newest first. Raises QueryError when it
        cannot be read.
        """
        asked, patterns = self._read(query)
        found = {n for n in self._all(asked.clauses, patterns) if self._items[n].id not in seen}
        chosen = [self._items[n] for n in sorted(found)]
        shown = [patterns[t] for t in patterns if not t.negated]
        scores = self._scores(found, shown)
        ranked = sorted(found, key=lambda n: self._rank(n, asked.sort, scores))
        undated = [c for c in asked.clauses if not any(isinstance(t, Period) for t in c)]
        dateless = [self._items[n] for n in self._all(undated, patterns) - found] if len(undated) < len(asked.clauses) else []
        facts = [item for item in chosen if item.kind != "report"]
        instead = () if chosen or seen else self._instead(asked, patterns)
        return Found(
            query=str(asked),
            hits=tuple(self._hit(n, scores[n], shown) for n in ranked[offset : None if limit is None else offset + limit]),
            facts=len(facts),
            reports=len(chosen) - len(facts),
            behind=len({report for item in facts for report in item.reports}),
            undated=sum(item.date is None and item.kind != "report" and item.id not in seen for item in dateless),
            facets=facets(chosen, asked, self._called),
            hints=tuple(islice(chain(hints(asked, self._called, self._kinds), instead), MOST_HINTS)),
            offset=offset,
        )

    def _read(self, query: Query | str) -> tuple[Query, dict[Words, Pattern]]:
        asked = parse(query) if isinstance(query, str) else query
        return asked, {term: self._pattern(term) for term in terms(asked) if isinstance(term, Words)}

    # ------------------------------------------------------------ which items

    def _all(self, clauses: Sequence[Clause], patterns: Mapping[Words, Pattern]) -> set[int]:
        found = set(range(len(self._items)))
        for clause in clauses:
            found &= set().union(*(self._having(term, patterns) for term in clause))
        return found

    def _having(self, term: Term, patterns: Mapping[Words, Pattern]) -> set[int]:
        found = self._postings.with_pattern(patterns[term]) if isinstance(term, Words) else self._with_field(term)
        return set(range(len(self._items))) - found if term.negated else found

    def _with_field(self, term: Filter | Period | Sources) -> set[int]:
        test = self._test(term)
        return {n for n, item in enumerate(self._items) if test(item)}

    def _test(self, term: Filter | Period | Sources) -> Callable[[Item], bool]:
        if isinstance(term, Sources):
            compare = _COMPARED[term.comparison]
            return lambda item: compare(item.sources, term.number)
        if isinstance(term, Period):
            window = Interval(term.interval.earliest, None) if term.operator == "from" else Interval(None, term.interval.latest)
            return lambda item: item.date is not None and item.date.meet(window) is not None
        if term.operator == "type":
            return lambda item: term.value in item.kinds
        if term.operator == "status":
            return lambda item: term.value in item.statuses
        meant = self._called[term.operator].of(term.value)
        field = {"who": "actors", "in": "places", "outlet": "outlets", "story": "stories"}[term.operator]
        return lambda item: not meant.isdisjoint(getattr(item, field))

    def _pattern(self, term: Words) -> Pattern:
        asked = folded(term.text)
        if term.exact:
            return tuple(frozenset({word}) for word in asked)
        *first, last = (self._forms.of(word) for word in asked)
        if term.text.endswith("*") and len(asked[-1]) >= _LEAST_PREFIX:
            last |= frozenset(self._forms.beginning(asked[-1]))
        return (*first, last)

    def _instead(self, asked: Query, patterns: Mapping[Words, Pattern]) -> Iterator[str]:
        """What to try when nothing was found."""
        for term in patterns:
            if not term.negated and not self._postings.with_pattern(patterns[term]):
                near = process.extract(
                    " ".join(folded(term.text)), self._postings.words(), limit=3, score_cutoff=ALIKE, scorer=fuzz.ratio
                )
                yield nowhere(term, [word for word, _, _ in near])
        yield from less(asked)

    # ------------------------------------------------------------ their order

    def _scores(self, found: set[int], shown: Sequence[Pattern]) -> dict[int, float]:
        scores = {n: self._items[n].weight for n in found}
        for pattern in shown:
            for n in self._postings.headed(pattern) & found:
                scores[n] += HEADED
        return scores

    def _rank(self, n: int, sort: str, scores: Mapping[int, float]) -> tuple[object, ...]:
        item = self._items[n]
        weighed = (-scores[n], item.date.edtf if item.date else "~", item.id)
        first, last = by_day(item.date)
        if sort == "date":
            return first, last, *weighed
        return (item.date is None, -first.toordinal(), -last.toordinal(), *weighed) if sort == "newest" else weighed

    # ------------------------------------------------------------ what is shown of them

    def _hit(self, n: int, score: float, shown: Sequence[Pattern]) -> Hit:
        item = self._items[n]
        evidence, words_ = self._words(item, shown)
        return Hit(
            id=item.id,
            kind=item.kind,
            date=item.date,
            line=pieces(words.one_line(item.line), shown),
            snippet=words_,
            sources=item.sources,
            reports=len(item.reports),
            tags=item.tags,
            address=item.address,
            evidence=evidence,
            score=round(score, 3),
            told=self._told(item),
        )

    def _words(self, item: Item, shown: Sequence[Pattern]) -> tuple[Span | None, tuple[Piece, ...]]:
        """The words of a report that show what the line does not, and where they stand."""
        best = item.passages[0] if item.passages else None
        lacking = [pattern for pattern in shown if not shown_by(item.line, [pattern])]
        passages = item.passages if item.kind == "report" else item.passages[:_SHORT_OF]
        if not lacking:
            return best, ()
        showing = [(shown_by(self.lookup.text(span), lacking), span) for span in passages]
        most = max((count for count, _ in showing), default=0)
        if most == 0:
            return best, ()
        span = next(span for count, span in showing if count == most)
        text = self.lookup.text(span)
        start, end = snippet(text, shown)
        near = Span(span.report, span.start + start, span.start + end) if item.kind == "report" else span
        return near, cut(text, start, end, shown)

    def _told(self, item: Item) -> Day | None:
        days = [published.latest for r in item.reports if (published := self.lookup.published(r)) and published.latest]
        return max(days, default=None)
