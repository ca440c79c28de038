"""Time expressions: where a report speaks of a day, a month, a span of time, and what it means by it.

The rules are data (`languages/<code>/times.toml`); the tense of the clause comes from the parse. `mark` does not need to know when
the report came out: its values have X where only the publication day would tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Literal

import msgspec

from dateline import languages
from dateline.grounding import ground
from dateline.intervals import Interval, day
from dateline.mark.parse import Parsed, Piece, parse
from dateline.mark.times_build import build
from dateline.mark.times_draft import Context, Draft
from dateline.mark.times_rules import Grammar, Match, grammar
from dateline.mark.times_value import value
from dateline.records import Block, Mention, Report, TimeBound, TimeExpression, TimeUnit
from dateline.spans import Span
from dateline.trees import Token

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](?:\d{4}|\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_MONTH_FIRST = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?!\d)")
_HOUR = re.compile(r"T\d")
_LEFT = 40  # characters before an expression that a bound may stand in


def mark(parsed: Parsed, names: Iterable[Mention] = ()) -> tuple[TimeExpression, ...]:
    """The report's time expressions in text order; none where a person is named ("Theresa May")."""
    persons = [mention.span for mention in names if mention.kind == "person" and mention.form == "name"]
    starts = [span.start for span in persons]  # in text order

    def person(span: Span) -> bool:
        number = bisect_right(starts, span.start) - 1
        return number >= 0 and persons[number].covers(span)

    return tuple(time for time in _mark(parsed, None) if not person(time.span))


def mark_text(text: str, published: date | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """The time expressions of a bare text that came out on a known day; values are resolved against it."""
    blocks = tuple(Block(Span("", m.start(), m.end()), "body") for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text))
    return _mark(parse(Report("", "", text, None, (), None, None, (), language, "other", None, None, blocks)), published)


def _mark(parsed: Parsed, published: date | None) -> tuple[TimeExpression, ...]:
    rules = grammar(parsed.report.language)
    day_first = _day_first(parsed.text)
    found: list[TimeExpression] = []
    reference: Interval | None = None
    for piece, match, draft in _drafts(rules, parsed, day_first):
        span = Span(parsed.report.id, piece.offset + match.start, piece.offset + match.end)
        found.append(TimeExpression(span, draft.type, _value(draft, published, reference), draft.meaning, match.rule.name))
        reference = _next_reference(draft, published, reference)
    return tuple(found)


def _drafts(rules: Grammar, parsed: Parsed, day_first: bool) -> Iterator[tuple[Piece, Match, Draft]]:
    package = languages.pack(parsed.report.language).__name__
    is_time, tense = import_module(f"{package}.time_checks").is_time, import_module(f"{package}.tense").tense
    spoken: TimeUnit | None = None
    for piece in parsed.pieces:
        if piece.label:
            continue
        text = piece.text
        matches = rules.matches(text)
        starts = [token.idx for token in piece.tokens] if matches else []
        headline = parsed.block(piece).role in ("title", "subhead")
        for match in matches:
            tokens = piece.tokens[bisect_left(starts, match.start) : bisect_left(starts, match.end)]
            left, right = text[max(0, match.start - _LEFT) : match.start], text[match.end : match.end + _LEFT]
            if not tokens or not is_time(match.rule.name, match.slots, tokens, left, right):
                continue
            context = Context(left, right, _told(tokens) or tense(_head(tokens)), day_first, headline, spoken)
            draft = build(rules, match, context)
            if draft is not None:
                draft = _with_bound(rules, draft, context)
                spoken = _spoken(draft, spoken)
                yield piece, match, draft


def _told(tokens: Sequence[Token]) -> Literal["past"] | None:
    """ "said Friday", "announced on Wednesday": the verb just before an expression tells its tense whatever the parse says."""
    index = tokens[0].i - 1
    if index > 0 and tokens[0].doc[index].lower_ == "on":
        index -= 1
    return "past" if index >= 0 and tokens[0].doc[index].tag_ == "VBD" and tokens[0].doc[index].pos_ == "VERB" else None


def _spoken(draft: Draft, before: TimeUnit | None) -> TimeUnit | None:
    meaning = draft.meaning
    if meaning is None or meaning.base in ("vague", "event", "reference"):
        return before
    return meaning.unit if meaning.unit in ("quarter", "year", "month") else before


def _head(tokens: Sequence[Token]) -> Token:
    """The token of a run that hangs from outside it."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), tokens[0])


def _with_bound(rules: Grammar, draft: Draft, context: Context) -> Draft:
    """ "since", "until", "by", "as early as" before the expression; a possessive ("after Thursday's talks") has none."""
    meaning = draft.meaning
    if meaning is None or meaning.bound != "exact" or context.right.startswith("'"):
        return draft
    left = re.sub(r"\s+", " ", context.left.lower()).removesuffix(" ")
    bounds = rules.tables["bound"]
    word = max((word for word in bounds if left.endswith(word) and not left[: -len(word)][-1:].isalpha()), key=len, default=None)
    if word is None:
        return draft
    bound: TimeBound = str(bounds[word])  # type: ignore[assignment]
    if _HOUR.match(draft.clock) and bound in ("before", "after", "about"):  # "after midnight on Sunday" is on that day
        return draft
    forward = bound == "not after" and meaning.base == "publication" and meaning.shift is None and meaning.tense != "present"
    over = meaning.tense == "past" and rules.side("over").search(context.left)
    tense = "future" if forward and not over else meaning.tense
    return replace(draft, meaning=msgspec.structs.replace(meaning, bound=bound, tense=tense))


def _value(draft: Draft, published: date | None, reference: Interval | None) -> str:
    if draft.fixed is not None or draft.meaning is None:
        return draft.fixed or ""
    day_of_it = draft.meaning.unit == "day" and reference is not None and not reference.exact
    if draft.meaning.base == "reference" and (reference is None or day_of_it) and published is not None:
        reference = day(published)
    return value(draft.meaning, published, reference) + draft.clock


def _next_reference(draft: Draft, published: date | None, reference: Interval | None) -> Interval | None:
    """The time that the text speaks of now."""
    meaning = draft.meaning
    if meaning is None or meaning.base in ("vague", "event") or draft.aside:
        return reference
    plain = msgspec.structs.replace(meaning, bound="exact")
    found = ground(plain, day(published) if published else None, reference)
    return found if found is not None and found.closed else reference


def _day_first(text: str) -> bool:
    """Whether the text writes the day before the month: by a number above 12 where there is one, else by its dates in words."""
    for first, second in _NUMERIC.findall(text):
        if int(first) > 12 >= int(second):
            return True
        if int(second) > 12 >= int(first):
            return False
    return len(_DAY_FIRST.findall(text)) >= len(_MONTH_FIRST.findall(text))
