"""The name of a paper, station, blog or office as it stands at the head or the foot of an English page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline import languages
from dateline.languages.en.furniture import has_press_word, is_section
from dateline.languages.en.stamps import Stamp, stamp

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "de", "du", "la", "le", "to"})
_ISSUE = re.compile(r"\s*[,|(\u2013\u2014-]?\s*\b(?:No|Nr|Vol|Volume|Issue|Number|Edition)\b\.?\s*\d.{0,30}$", re.IGNORECASE)
_LISTED = languages.alternatives("en", "mastheads")
_OFFICE = re.compile(
    rf"(?:(?:The|Royal|Federal|National|State|European|International|Permanent) )*(?:{_LISTED['bodies']}) (?:of|for|to|on) .+"
    rf"|(?:\S+ ){{1,3}}(?:{_LISTED['body_ends']})"
)
_TOLD = re.compile(
    r"\b(?:After|As|Amid|Over|In|On|At|By|With|From|Against|Before|Says?|Despite|Into|Under|Until|To|Is|Are|Will|Not|No)\b"
)
_BEFORE = re.compile(rf"(?:{_LISTED['before']})\s+(?:the\s+(?=The\b))?", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:['\u2019]s)?\s+(?:[-\u2013\u2014]\s+)?(?:{_LISTED['behind']})$", re.IGNORECASE)
_FREQUENCY = re.compile(r"\b\d{2,4}(?:\.\d)? ?(?:[FA]M|MHz|kHz|SW)\b|\b[FA]M \d{2,4}(?:\.\d)?\b")
_CLOSED = re.compile(r"[^\W\d_]{5}\.$")  # the stop of a line that is told, not that of "Co." or "Corp."
_NUMBER = r"\W*(?:no|nr|number)?\W*\d[\d/. ()-]*(?:[A-Z]{2,}[\dA-Z/-]*)?"
_DOCUMENT = re.compile(rf"(?:{_LISTED['documents']})(?:{_NUMBER})?", re.IGNORECASE)
_SLOGAN = re.compile(r"(?P<name>[^-|:\u2013\u2014\u00bb~]{3,50}?)\s*(?P<by>:| [-\u2013\u2014|~\u00bb]|::)\s+(?P<motto>\S.{8,120})")
_RIGHTS = re.compile(rf"(?P<name>.{{3,70}}?)\s*[.,|:;\u2013\u2014-]*\s*(?:{_LISTED['rights']})", re.IGNORECASE)
_COMPANY = re.compile(
    r"[\s,]+(?:Company|Co|Ltd|Limited|Inc|LLC|LLP|Plc|PLC|Group|Corporation|Corp|GmbH|AG|SA|S\.A|AB|AS|Publications?|Pty)\b\.?.*$"
)
_HOLDER = re.compile(
    r"\s+(?:Media|Holdings?|Publishing|Publishers|Newspapers|Digital|Interactive|Enterprises|Trust|Communications|Partners|Online)$"
)
_DATED = re.compile(
    r"(?P<name>[^\d,|]{3,50}?)(?:\s*[,|\u2013\u2014-]\s+|\s+(?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)\b))\[?(?P<rest>.*\d{4}.{0,40}?)\]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Issue:
    """A paper's name and the day of its issue, on one line ("Lakeside Courier, Tuesday, October 14, 1986")."""

    name: str
    stamp: Stamp


def masthead(line: str) -> str | None:
    """The name on a line that is nothing but the name of a paper, station or office.

    Beside it may stand the number of its issue, a place ("Cape News, Tbilisi"), whose post it is ("Harbor Press Writer").
    """
    name = next(iter(_named(line)), "") if len(_named(line)) < 2 else line  # a headline may have a dash
    name = _BEHIND.sub("", _BEFORE.sub("", _ISSUE.sub("", name).strip())).strip(" -\u2013\u2014^*\u2022\u00b7")
    paper, comma, place = name.partition(", ")
    if comma and has_press_word(paper) and not has_press_word(place) and titled(place, 3):
        name = paper
    if not name or is_document(name):
        return None
    closed = _CLOSED.search(name) is not None and not name.isupper()
    if closed or not titled(name, 6) or ":" in name or name[-1:] in "?!":
        return running(name) if is_office(name) else None
    press = _FREQUENCY.search(name) is not None or any(has_press_word(word) for word in name.split() if "-" not in word)
    return running(name) if press or is_office(name) else None


def _named(line: str) -> list[str]:
    """The parts of a line that name somebody: kinds of documents are left out."""
    return [part for part in re.split(r"\s+[-|\u2013\u2014:]+\s+", line) if not is_document(part)]


def reserving(line: str) -> str | None:
    """The name before "all rights reserved", in whatever language a page says that."""
    found = _RIGHTS.match(line) if len(line) < 200 else None
    name = re.sub(r"[^\w\s'\u2019.&-].*", "", found["name"]).strip(" .") if found else ""
    return (masthead(name) or name) if titled(name, 6) and not name.isdigit() else None


def is_office(name: str) -> bool:
    """Whether a name is that of a public body by its head ("Ministry of ...") or its last word ("Coastal Commission")."""
    name = running(name)
    return titled(name, 10) and _OFFICE.fullmatch(name) is not None and _TOLD.search(name) is None


def is_document(line: str) -> bool:
    """Whether a line says only what kind of document stands under it ("Press Release No. 12")."""
    return _DOCUMENT.fullmatch(line.strip(" .:-")) is not None


def slogan(line: str) -> str | None:
    """The name that heads a page with its motto behind it ("Cold Corner - notes from a small island"); None for any other line."""
    found = _SLOGAN.fullmatch(line)
    if found is None or not titled(found["name"], 5) or is_section(found["name"]) or line[-1] in ".?!":
        return None
    motto = found["motto"].split()
    low = sum(word[0].islower() for word in motto)
    small = found["motto"][0].islower() or found["by"] == " |"
    return running(found["name"].strip()) if len(motto) > 2 and low >= 2 and small else None


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
    return 0 < len(words) <= most and words[0][0].isupper() and words[-1] not in _SMALL and all(map(_high, words))


def _high(word: str) -> bool:
    return word[0].isupper() or word in _SMALL or (word.startswith(("al-", "el-", "as-", "ad-", "ar-")) and word[3:4].isupper())


def running(name: str) -> str:
    """A name in capitals as running text has it: "THE EVENING STAR" is "The Evening Star", "HNN NEWS" is "HNN News"."""
    words = name.split()
    if not name.isupper() or (len(words) == 1 and len(name) <= 4):
        return " ".join(words)
    return " ".join(_word(word, first=number == 0) for number, word in enumerate(words))


def bare(name: str) -> str:
    """A company's name without its legal form, and without "Media" or the like where what is left still names a paper."""
    short = re.sub(r"\s[A-Z]$", "", _COMPANY.sub("", name).strip(" .,"))
    held = _HOLDER.sub("", short)
    return held if held != short and has_press_word(held) and len(held.split()) > 1 else short


def emblem(line: str, following: str | None) -> str | None:
    """A name with no press word in it that heads a page all the same: a motto, or (None) the page's own buttons, under it."""
    line = line.strip(" ~*=_\u2022\u00b7")
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
