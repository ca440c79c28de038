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
_SHORT = 3  # letters: what has more is small in no headline of capitals
_PAPER = re.compile(
    r"\b(?:party|newspapers?|tabloid|language|government|business|leading|opposition|independent|influential)\s+$", re.I
)
_AGE_RIGHT = re.compile(r"\s*-?\s*(?:old\b|of age\b)", re.IGNORECASE)


def is_time(rule: str, slots: Mapping[str, str], tokens: Sequence[Token], left: str, right: str) -> bool:
    """Whether a match of a time rule really speaks of time. `left` and `right` are the text on its two sides."""
    if _AGE_RIGHT.match(right) or re.search(r"\b(?:aged|age|ages)\s+$", left, re.IGNORECASE):
        return False
    if _in_a_name(slots, tokens):
        return False
    if rule == "month":
        return _is_month(slots["month"], tokens, left, right)
    if rule == "holiday":  # "Easter" and "Tet" have a capital
        return any(token.text[0].isupper() for token in tokens) and not _no_time("feast").match(right)
    if rule == "year":
        return _is_year(slots, tokens, left, right)
    if rule == "weekday":
        named = len(tokens) == 1 and (_no_time("left").search(left) or _no_time("right").match(right))
        return not named and not (len(tokens) == 1 and tokens[0].pos_ == "VERB")
    if rule == "vague":
        return _is_vague(slots["vague"], tokens, right)
    if rule == "duration" and slots.get("unit") == "second":
        return bool(slots.get("count", "")[:1].isdigit()) or tokens[-1].lower_ == "seconds"
    if rule == "weekly":  # "the party daily Granma" is a paper
        return tokens[0].pos_ != "PROPN" and not (_PAPER.search(left) and re.match(r"\s+[A-Z]", right))
    if rule in ("today", "this morning") and slots.get("deictic") in ("today", "tomorrow"):
        return not re.match(
            r"'s (?:\w+ )?(?:world|society|youth|youngsters|children|generations?|standards|terms|leaders|technolog)", right
        )
    return True


def _in_a_name(slots: Mapping[str, str], tokens: Sequence[Token]) -> bool:
    """ "This Week", "60 Minutes", "the Six-Day War": a unit with a capital amid words without one."""
    unit = slots.get("unit")
    if unit is None or not any(token.lower_.startswith(unit) and token.text[0].isupper() for token in tokens):
        return False
    document, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    near = [document[number] for number in range(max(0, first - 6), min(len(document), last + 7))]
    return not tokens[0].text[0].islower() and any(token.text.islower() and len(token.text) > _SHORT for token in near)


def _is_month(month: str, tokens: Sequence[Token], left: str, right: str) -> bool:
    token = tokens[-1]
    if (
        month == "march" and re.match(r"\s+(?:for|on|of|against|to)\b", right) and re.search(r"\b(?:the|a|annual|first)\W+$", left)
    ):  # "the March for Life"
        return False
    if month in ("may", "march"):
        if token.tag_ in ("MD", "VB", "VBP", "VBD", "VBZ"):
            return False
        if month == "may" and re.match(r"\s+(?:be|have|not|I|we|he|she|it|they|you)\b", right):
            return False
    if month in ("mar", "jan", "jun", "dec", "apr") and not re.match(r"\.", right):
        return False
    before = token.nbor(-1) if token.i > 0 else None
    first_name = before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.head is token
    if month in ("april", "may", "june", "august") and len(tokens) == 1 and first_name and not left.rstrip().endswith("day"):
        return False  # "Theresa May"
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
    if word == "the future":
        return not re.match(r"\s+of\b", right)
    if word == "soon":
        return not re.match(r"\s+(?:as|after)\b", right)
    if word == "current":
        return tokens[0].pos_ != "NOUN"
    return True


@cache
def _no_time(side: str) -> re.Pattern[str]:
    """What stands beside a day that is part of another name: "the Good Friday agreement", "the Sunday Times"."""
    return re.compile(tomllib.loads((Path(__file__).parent / "times.toml").read_text("utf-8"))["no_time"][side])


@cache
def _nouns(table: str) -> frozenset[str]:
    data = tomllib.loads((Path(__file__).parent / "times.toml").read_text("utf-8"))
    return frozenset(str(data[table]["nouns"]).split())
