"""The name of a paper, station, blog or office as it stands at the head or the foot of an English page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline import languages
from dateline.languages.en.furniture import has_press_word, is_section
from dateline.languages.en.stamps import Stamp, stamp

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "de", "du", "la", "le", "to"})
_ISSUE = re.compile(r"\s*[,|(\u2013\u2014-]?\s*\b(?:No|Nr|Vol|Volume|Issue|Number|Edition)\b\.?\s*\d.{0,30}$", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:(?:The|Royal|Federal) )?(?:Ministry|Office|Embassy|Consulate|Department|Permanent Mission"
    r"|Permanent Representation|Presidency"
    r"|Government|Council|Commission|Secretariat|Directorate|Bureau|Delegation|Press (?:Service|Office)) (?:of|for|to) .+"
)
_COMPANY = re.compile(
    r"[\s,]+(?:Company|Co|Ltd|Limited|Inc|LLC|LLP|Plc|PLC|Group|Corporation|Corp|GmbH|AG|SA|S\.A|AB|AS|Publications?|Pty)\b\.?.*$"
)
_HOLDER = re.compile(
    r"\s+(?:Media|Holdings?|Publishing|Publishers|Newspapers|Digital|Interactive|Enterprises|Trust|Communications|Partners|Online)$"
)
_DATED = re.compile(r"(?P<name>[^\d,|]{3,50}?)\s*[,|\u2013\u2014-]\s+(?P<rest>.*\d{4}.{0,40})")


@dataclass(frozen=True)
class Issue:
    """A paper's name and the day of its issue, on one line ("Lakeside Courier, Tuesday, October 14, 1986")."""

    name: str
    stamp: Stamp


def masthead(line: str) -> str | None:
    """The name on a line that is nothing but the name of a paper, station or office, perhaps with the number of its issue."""
    name = _ISSUE.sub("", line).strip()
    if not titled(name, 6) or ":" in name or name[-1:] in "?!":
        office = len(name.split()) <= 10 and titled(name, 10) and _OFFICE.fullmatch(name)
        return running(name) if office else None
    press = any(has_press_word(word) for word in name.split() if "-" not in word)
    return running(name) if press or _OFFICE.fullmatch(running(name)) else None


def issue(line: str) -> Issue | None:
    """A line of a paper's name and a date; None for any other line."""
    found = _DATED.fullmatch(line) if len(line) < 120 else None
    if found is None or not titled(found["name"], 6) or not has_press_word(found["name"]):
        return None
    when = stamp(re.split(r"(?i),?\s+(?:page|pg?\.|section|[a-z]+ edition)\b", found["rest"])[0])
    return Issue(running(found["name"]), when) if when else None


def titled(name: str, most: int) -> bool:
    """Whether a name has up to `most` words and each begins high, small words apart."""
    words = re.findall(r"[^\W\d_][\w'\u2019.-]*", name)
    return 0 < len(words) <= most and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)


def running(name: str) -> str:
    """A name in capitals as running text has it: "THE EVENING STAR" is "The Evening Star", "HNN NEWS" is "HNN News"."""
    words = name.split()
    if not name.isupper() or (len(words) == 1 and len(name) <= 4):
        return " ".join(words)
    return " ".join(_word(word, first=number == 0) for number, word in enumerate(words))


def bare(name: str) -> str:
    """A company's name without its legal form, and without "Media" or the like where what is left still names a paper."""
    short = _COMPANY.sub("", name).strip(" .,")
    held = _HOLDER.sub("", short)
    return held if held != short and has_press_word(held) and len(held.split()) > 1 else short


def emblem(line: str, following: str | None) -> str | None:
    """A name with no press word in it that heads a page all the same: a motto, or (None) the page's own buttons, under it."""
    words = line.split()
    if not titled(line, 5) or ":" in line or line[-1:] in ".?!" or is_section(line) or (len(words) == 1 and len(line) < 4):
        return None
    if following is None:
        return running(line)
    motto = following[:1].islower() and following[-1:] not in ".!?;," and 3 <= len(following.split()) <= 14
    return running(line) if motto else None


def _word(word: str, *, first: bool) -> str:
    low = word.casefold()
    if low in _SMALL and not first:
        return low
    plain = low in _SMALL or low in languages.words("en", "press_words") or low in languages.words("en", "common_words")
    short = len(word) <= 4 and not plain and not (len(word) == 4 and re.search("[AEIOU]", word))
    return word if short else "-".join(part.capitalize() for part in word.split("-"))
