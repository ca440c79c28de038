"""Quantities: a number, its unit and what it counts: "some 35,000 workers", "an 18km-long border", "more than 10 billion dollars".

Dates, clock times, ages and ordinals are none. Units and number words are in `languages/<code>/units.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dateline.mark.parse import Parsed, Piece
from dateline.mark.quantities_forms import pairs, tolls, took
from dateline.mark.quantities_nouns import about_words, counted
from dateline.records import CountBound, Mention, Quantity, TimeExpression
from dateline.spans import Span
from dateline.trees import Token

_RANKED = re.compile(r"(?:\b(?:resolution|article|no\.|number|flight|aged|group of|chapter|room|g|page|phase)|p5\+) ?$")
_LONGEST = 200  # characters of a name or a date
_SPANS = ("minute", "hour", "day", "week", "month", "year")  # "for an hour", "nearly a week"

_SHARES = {
    ("minute", "second"): 1 / 60,
    ("hour", "minute"): 1 / 60,
    ("day", "hour"): 1 / 24,
    ("week", "day"): 1 / 7,
    ("year", "month"): 1 / 12,
}


class Units(msgspec.Struct, frozen=True):
    """The lists of `units.toml`."""

    units: dict[str, tuple[str, ...]]
    scales: dict[str, int]
    numbers: dict[str, float]
    approximate: dict[CountBound, tuple[str, ...]]
    people: dict[str, frozenset[str]]
    fates: dict[str, str]
    fate_nouns: dict[str, str]
    fallen: dict[str, frozenset[str]]
    particles: dict[str, frozenset[str]]


@cache
def units(language: str) -> Units:
    """The language's units, number words and hedges."""
    return msgspec.toml.decode(files("dateline.languages").joinpath(language, "units.toml").read_bytes(), type=Units)


@cache
def _grammar(language: str) -> re.Pattern[str]:
    words = units(language)
    scales = "|".join(sorted(words.scales, key=len, reverse=True))
    names = "|".join(sorted(words.numbers, key=len, reverse=True))
    tens = "|".join(name for name, value in words.numbers.items() if 20 <= value < 100)
    named = sorted((u for listed in words.units.values() for u in listed), key=len, reverse=True)
    unit = "|".join(re.escape(u).replace(r"\ ", " +") for u in named if u[0].isalnum() or u == "%")
    money = r"(?:US|A|C|NZ|HK)?\$|€|£|¥"
    hedges = (h for listed in words.approximate.values() for h in listed)
    hedge = "|".join(h.replace(" ", " +") for h in sorted(hedges, key=len, reverse=True))
    spans = "|".join(form for name in _SPANS for form in words.units[name])
    fallen = "|".join(sorted(words.fallen["words"]))
    return re.compile(
        rf"(?<![\w.,/:-])(?:(?P<hedge>{hedge}) +(?:the +)?)?(?:(?P<money>{money}) ?)?"
        rf"(?:(?P<digits>\d{{1,3}}(?:[ ,.]\d{{3}})+(?:\.\d+)?|\d+,\d{{1,2}}(?= (?:{scales}))|\d+(?:\.\d+)?)"
        rf"|(?P<word>(?:{tens})-(?:{names})|(?:{names})\b(?! an? )|(?P<article>half an|(?<=for )an?|(?<=lasted )an?|(?<=nearly )an?"
        rf"|(?<=about )an?|(?<=over )an?|(?<=almost )an?|(?<=than )an?)(?= (?:{spans})\b)"
        rf"|(?<!of )(?P<round>(?:half )?an?)(?= (?:{scales})\b)))(?P<half> and a half(?= (?:{spans})))?"
        rf"(?:[ -]?(?P<scale>(?:{scales})\b))?(?P<second> (?:{scales})\b)?"
        rf"(?:[ -]?(?P<unit>(?:{unit})(?!\w)))?(?P<later_half> and a half\b)?(?: (?P<fallen>{fallen})\b)?",
        re.IGNORECASE,
    )


def mark(parsed: Parsed, mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]) -> tuple[Quantity, ...]:
    """Quantities of a report in text order. `about` is the noun phrase counted, without its number, in lower case."""
    words = units(parsed.report.language)
    dates = sorted((t.span for t in times if t.type in ("DATE", "TIME", "SET")), key=lambda s: s.start)
    names = [m.span for m in mentions if m.form == "name"]
    found: list[Quantity] = []

    def taken(span: Span) -> bool:
        return any(span.overlap(o) for o in _near(dates, span)) or any(o.covers(span) for o in _near(names, span))

    for piece in parsed.pieces:
        if piece.label:
            continue
        here: list[Quantity] = []
        for match in _grammar(parsed.report.language).finditer(piece.text):
            span = Span(parsed.report.id, piece.offset + match.start(), piece.offset + match.end())
            quantity = None if taken(span) else _read(parsed, piece, match, words)
            if quantity is not None:
                here.append(quantity)
        for quantity in _nounless(parsed, piece, here, words):
            if not taken(quantity.span):
                here = [q for q in here if not q.span.overlap(quantity.span)] + [quantity]
        found += _summed(sorted(here, key=lambda q: q.span.start), piece)
    return tuple(found)


def _summed(here: Sequence[Quantity], piece: Piece) -> list[Quantity]:
    """Lengths of time in two parts as one: "two hours and fifty minutes"."""
    out: list[Quantity] = []
    for quantity in here:
        last = out[-1] if out else None
        share = _SHARES.get((last.unit, quantity.unit)) if last else None
        if last and share and piece.text[last.span.end - piece.offset : quantity.span.start - piece.offset] in (" ", " and ", ", "):
            span = Span(last.span.report, last.span.start, quantity.span.end)
            value = last.value + quantity.value * share
            out[-1] = msgspec.structs.replace(
                last, span=span, value=value, about=quantity.about, lasting=last.lasting or quantity.lasting
            )
        else:
            out.append(quantity)
    return out


def _nounless(parsed: Parsed, piece: Piece, here: Sequence[Quantity], words: Units) -> Iterator[Quantity]:
    """Two numbers that stand together, and the numbers of the dead that stand apart from them."""
    language, number = parsed.report.language, _names(words)
    for match in pairs(piece.text, language, number):
        first, second = (_number(match[g], words) for g in ("a", "b"))
        span = Span(parsed.report.id, piece.offset + match.start(), piece.offset + match.end())
        beside = [q for q in here if q.span.overlap(span)]
        if any(q.unit not in ("", "person") for q in beside) or (_is_year(match["a"]) and _is_year(match["b"])) or first is None:
            continue
        about = next((q.about for q in beside if q.about), "votes")
        end = max([span.end, *(q.span.end for q in beside)])
        yield Quantity(msgspec.structs.replace(span, end=end), first, "", about, against=second)
    for fate, lead, start, end in tolls(piece.text, language, number):
        written = piece.text[start:end]
        value = _number(written, words)
        span = Span(parsed.report.id, piece.offset + start, piece.offset + end)
        if value is not None and not _is_year(written) and not any(q.span.overlap(span) for q in here):
            yield Quantity(span, value, "person", "dead" if fate == "killed" else fate, *_hedged(piece.text[lead:start], words))


def _number(text: str, words: Units) -> float | None:
    digits = re.sub(r"[ ,.]", "", text)
    if digits.isdigit():
        return float(digits)
    parts = [words.numbers.get(part) for part in text.lower().split("-")]
    return sum(p for p in parts if p is not None) if all(p is not None for p in parts) else None


def _is_year(text: str) -> bool:
    return re.fullmatch(r"(?:1[5-9]|20)\d\d", text) is not None


def _hedged(lead: str, words: Units) -> tuple[bool, CountBound]:
    """Whether the words before a number hedge it, and to which side."""
    hedge = re.search(rf"\b({'|'.join(re.escape(h) for listed in words.approximate.values() for h in listed)}) $", lead, re.I)
    return (True, _bound(hedge[1], words)) if hedge else (False, "exact")


def _bound(hedge: str | None, words: Units) -> CountBound:
    written = re.sub(r" +", " ", (hedge or "").lower())
    return next((bound for bound, listed in words.approximate.items() if written in listed), "exact")


def _leaning(match: re.Match[str], words: Units) -> tuple[bool, CountBound]:
    """Whether a number is not exact, and to which side: a hedge says so, and "a hundred" and "half a million" are round."""
    if match["hedge"] is None and match["round"]:
        return True, "about"
    return match["hedge"] is not None, _bound(match["hedge"], words)


def _names(words: Units) -> str:
    """The number words, as alternatives of a regular expression."""
    return "|".join(sorted((n for n in words.numbers if n != "half"), key=len, reverse=True))


def _near(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of the spans, in text order, that may touch this one."""
    first = bisect_left(spans, span.start - _LONGEST, key=lambda s: s.start)
    return spans[first : bisect_left(spans, span.end, key=lambda s: s.start)]


def _read(parsed: Parsed, piece: Piece, match: re.Match[str], words: Units) -> Quantity | None:
    doc = piece.doc
    tokens = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if tokens is None or len(tokens) == 0 or _is_name_or_rank(match):
        return None
    verb = doc[max(0, tokens[0].i - 1)].lemma_.lower()
    if match["hedge"] and verb in words.particles.get(tokens[0].lower_, ()):  # "hand over 40 rifles"
        later = _grammar(parsed.report.language).match(piece.text, tokens[1].idx)
        return _read(parsed, piece, later, words) if later else None
    value = _value(match, words)
    unit = _unit(match, words)
    if match["fallen"] and not unit:
        span = Span(parsed.report.id, piece.offset + match.start(), piece.offset + match.end())
        fallen = match["fallen"].lower()
        about = words.fates.get(tokens[-1].lemma_.lower(), fallen)
        return Quantity(span, value, "person", about, *_leaning(match, words))
    head = counted(tokens[-1])
    if not unit and match["word"] and (head is None or match["word"].lower() in ("one", "half")):
        return None
    if not unit and head is None and match["scale"] is None:
        return None
    pointed_at = tokens[0].i > 0 and doc[tokens[0].i - 1].lower_ in ("the", "these", "those", "both")
    if match["word"] and not unit and pointed_at and piece.text[match.end() : match.end() + 1] != "-":
        return None  # "the two countries" counts nothing new
    about, end = about_words(head, tokens[-1], match, unit)
    if head is not None and not unit and head.lemma_.lower() in words.people["words"]:
        unit = "person"
        about = " ".join([about, *_fate(head, words)])
    span = Span(parsed.report.id, piece.offset + match.start(), piece.offset + end)
    lasting = unit in _SPANS and took(
        piece.text, match.start(), match.end(), parsed.report.language, _names(words), named=bool(about) and match.end() + 20 > end
    )
    return Quantity(span, value, unit, about, *_leaning(match, words), lasting=lasting)


def _fate(head: Token, words: Units) -> list[str]:
    """What the clause says befell them: "41 people were killed", "killed 41 people", "the deaths of 41 people"."""
    verbs = [head.head] if head.dep_ in ("nsubj", "nsubjpass", "dobj") else []
    verbs += [c for c in head.children if c.dep_ in ("acl", "relcl", "amod")]
    after = head.doc[head.i + 1 : head.i + 2]
    verbs += [t for t in after if t.lower_ in words.fallen["words"]]  # "left 23 people dead"
    if head.dep_ in ("nsubj", "nsubjpass"):
        verbs += [c for v in verbs for c in v.children if c.dep_ == "conj"][:1]
    fallen = {word: words.fates.get(word.removesuffix("ed"), word) for word in words.fallen["words"]}
    befell = words.fates | fallen | {"dead": "killed"}
    told = [befell[form] for v in verbs for form in (v.lemma_.lower(), v.lower_) if form in befell][:1]
    noun = head.head.head.lemma_.lower() if head.dep_ == "pobj" and head.head.lower_ == "of" else ""
    return told or [fate for name, fate in words.fate_nouns.items() if name == noun]


def _is_name_or_rank(match: re.Match[str]) -> bool:
    """A year, an age, a rank, a resolution's number, a list's number."""
    text = match.string
    after = text[match.end() : match.end() + 3]
    before = text[max(0, match.start() - 12) : match.start()].lower()
    number = match["digits"]
    if re.match(r"(?:st|nd|rd|th)\b|[:/]\d|-year-old", text[match.end() : match.end() + 10]) or re.match(r"s\b|'s", after):
        return True
    if match["unit"] and match["unit"].lower().startswith("year") and text[match.end() : match.end() + 4] in ("-old", " old"):
        return True
    if number and not (match["unit"] or match["money"] or match["scale"]) and re.fullmatch(r"(?:1[5-9]|20)\d\d", number):
        return True
    return bool(_RANKED.search(before))


def _value(match: re.Match[str], words: Units) -> float:
    if match["digits"]:
        text = match["digits"]
        if re.fullmatch(r"\d+,\d{1,2}", text):  # a comma for the decimals: "1,5 million"
            text = text.replace(",", ".")
        text = text.replace(",", "").replace(" ", "")
        fraction = match["scale"] or match["unit"] or match["money"]  # of what is counted one by one, there are no thousandths
        if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}\.000" + ("" if fraction else r"|[1-9]\d{0,2}\.\d{3}"), text):
            text = text.replace(".", "")
        value = float(text)
    else:
        word = match["word"].lower()
        counted = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}
        value = counted[word] if word in counted else sum(words.numbers[part] for part in word.split("-"))
    if match["half"] or (match["later_half"] and match["unit"]):
        value += 0.5
    for scale in (match["scale"], match["second"]):
        if scale:
            value *= words.scales[scale.strip().lower()]
    return value


def _unit(match: re.Match[str], words: Units) -> str:
    written = re.sub(r" +", " ", (match["unit"] or match["money"] or "").lower())
    if match["money"]:
        written = "$" if "$" in match["money"] else match["money"]
    return next((unit for unit, forms in words.units.items() if written in forms), "") if written else ""
