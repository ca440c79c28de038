"""What looks like an English time expression and is none: the modal "may", a march, an age, a count of men."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from dateline.trees import Token

_YEAR_LEFT = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|to|through|during|before|after|for|the|and|or|than|late|early|between|over|with|last|its|his|their|a|an|around|about|circa|year|into|as|on|at|versus|vs\.?|was|is)|[,(;-])\s*$",
    re.IGNORECASE,
)
_AGE_RIGHT = re.compile(r"\s*-?\s*(?:old\b|of age\b)", re.IGNORECASE)


def is_time(rule: str, slots: Mapping[str, str], tokens: Sequence[Token], left: str, right: str) -> bool:
    """Whether a match of a time rule really speaks of time. `left` and `right` are the text on its two sides."""
    if _AGE_RIGHT.match(right) or re.search(r"\b(?:aged|age|ages)\s+$", left, re.IGNORECASE):
        return False
    if rule == "month":
        return _is_month(slots["month"], tokens, right)
    if rule == "year":
        return _is_year(slots, tokens, left, right)
    if rule == "weekday":
        return not (len(tokens) == 1 and tokens[0].pos_ == "VERB")
    if rule == "vague":
        return _is_vague(slots["vague"], tokens, right)
    if rule == "duration" and slots.get("unit") == "second":
        return bool(slots.get("count", "")[:1].isdigit()) or tokens[-1].lower_ == "seconds"
    if rule == "weekly":
        return tokens[0].pos_ != "PROPN"
    return True


def _is_month(month: str, tokens: Sequence[Token], right: str) -> bool:
    token = tokens[-1]
    if month in ("may", "march"):
        if token.tag_ in ("MD", "VB", "VBP", "VBD", "VBZ"):
            return False
        if month == "may" and re.match(r"\s+(?:be|have|not|I|we|he|she|it|they|you)\b", right):
            return False
    if month in ("mar", "jan", "jun", "dec", "apr") and not re.match(r"\.", right):
        return False
    person = (
        token.ent_type_ == "PERSON"
        and len(token.ent_type_) > 0
        and any(t.ent_type_ == "PERSON" for t in (token.nbor(-1),) if token.i > 0)
    )
    return not (person and month in ("april", "may", "june", "august"))


def _is_year(slots: Mapping[str, str], tokens: Sequence[Token], left: str, right: str) -> bool:
    if "year" not in slots or len(tokens) > 1:
        return True
    number = int(slots["year"])
    before = left.split()[-1].lower().strip(".,") if left.split() else ""
    after = re.match(r"\s+([A-Za-z]+)", right)
    word = after.group(1) if after else ""
    names, counted = _nouns("number_noun"), _nouns("count_noun")
    if before in names or word.lower() in counted or left.rstrip().endswith(("$", "#", "€", "£")):
        return False
    stands = bool(_YEAR_LEFT.search(left)) or not left.strip()
    if not 1900 <= number <= 2050:
        return 1500 <= number < 1900 and bool(re.search(r"\b(?:in|since|of|until|from|by)\s*$", left)) and not word
    if number % 100 == 0 and number != 2000 and word.islower() and word.endswith("s"):
        return False
    follows_month_day = bool(re.search(r"\d,?\s*$", left))
    plural = word.islower() and word.endswith("s") and tokens[0].dep_ == "nummod" and number % 10 == 0
    return (
        stands
        or follows_month_day
        or not re.match(r"\s+[a-z]", right)
        or tokens[0].dep_ in ("npadvmod", "compound", "nmod", "nummod")
    ) and not plural


def _is_vague(word: str, tokens: Sequence[Token], right: str) -> bool:
    if word == "future" or word == "this time":
        return False
    if word == "now" and re.match(r"\s+that\b", right):
        return False
    if word == "soon":
        return not re.match(r"\s+(?:as|after)\b", right)
    if word == "current":
        return tokens[0].pos_ != "NOUN"
    return True


@cache
def _nouns(table: str) -> frozenset[str]:
    data = tomllib.loads((Path(__file__).parent / "times.toml").read_text("utf-8"))
    return frozenset(str(data[table]["nouns"]).split())
