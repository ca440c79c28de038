"""Where an English report says when it came out: date stamps on lines of their own, and the dateline that opens a dispatch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.languages.en.furniture import is_section

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:1[89]|20)\d\d)"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_SHORT_YEAR = r"(?P<year{0}>(?:(?:1[89]|20)\d\d|\d\d))"
_THIS_CENTURY = 50  # two figures under which a year is of this century
_WRITTEN = "|".join(
    (
        _MONTH.format(0) + r"\s+" + _DAY.format(0) + r"(?:,?\s+" + _YEAR.format(0) + ")?",
        _DAY.format(1) + r"(?:\s+of)?[\s-]+" + _MONTH.format(1) + r"(?:,?[\s-]+" + _YEAR.format(1) + ")?",
        r"(?P<day3>[0-3]?\d)\.(?P<month3>[01]?\d)\.(?P<year3>(?:1[89]|20)\d\d)",
        r"(?P<year2>(?:1[89]|20)\d\d)[-/.](?P<month2>[01]\d)[-/.](?P<day2>[0-3]\d)(?:T[\d:.+Z-]*)?",
        # the month stands first where the other number is too large for one, or where the hour is an American one
        rf"(?P<month4>{_MONTH_NUMBER})/(?P<day4>1[3-9]|2\d|3[01]|{_MONTH_NUMBER}(?=.{{0,20}}\b[ECMP][SD]T\b))/{_SHORT_YEAR.format(4)}",
        rf"(?P<day5>1[3-9]|2\d|3[01])/(?P<month5>{_MONTH_NUMBER})/{_SHORT_YEAR.format(5)}",
    )
)
_DATE = re.compile(rf"\b(?:{_WRITTEN})(?!\d)", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:published|posted|first published|broadcast|aired|issued|released|released on|date|filed|written|publication date"
    r"|dated|in [a-z]+ (?:at )?\d{4} gmt)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:updated|modified|last updated|revised|accessed|retrieved|corrected)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:published|posted|first published|broadcast|aired|issued|released|updated|last updated|modified|date|filed|written"
    r"|dated|publication date|on|at|by|in|the|(?:late|final|first|early|city|national|morning|evening|weekend) edition"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|gmt|utc|est|edt|e?et|cet|cest|eest|wes?t|bst|ist|msk|[cmpa]st|[cmpa]dt|akst|hst|[jks]st|sgt|hkt|pht|ict|wi[bt]|pkt|npt|irst|gst|trt"
    r"|[cew]at|sast|a[ec][sd]t|nzst|brt|art|clt|cot|pet|vet|bot|uzt|almt|azt|amt|hrs|hours|a\.?m\.?|p\.?m\.?|local time|z"
    r"|\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:[ap]m)?|\d{1,2}[ap]m|\d{4}|h)\b",
    re.IGNORECASE,
)

_SAYS_SO = r"(?:(?:last )?(?:updated|modified|published|posted|filed|issued|released)|on|at|[a-z]{3,6}day)"
_BEFORE_DATE = re.compile(rf"(?:[\s,|(:\u2013\u2014\u2022\u00b7-]++{_SAYS_SO}?+)++$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|\u00b7\u2022\u2219]\s*|\s+[-\u2013\u2014/]\s+|\s{3,}")
_AGENCY = re.compile(r"^\s*\([A-Z][\w ]{1,20}\)\s+(?=\d)")  # "(Xinhua) 09:26, May 09, 2017"
_PLACE = r"[A-Z\u00c0-\u00dd][\w.'’ -]{1,30}"
_DATELINE = re.compile(
    rf"(?P<place>[A-Z\u00c0-\u00dd][A-Z\u00c0-\u00dd.'’ -]{{2,30}}(?:[,/]\s?{_PLACE}){{0,2}}?"
    rf"|[A-Z][\w.'’-]{{2,20}}(?: [A-Z][\w.'’-]{{1,20}})?)"
    rf"(?:[,.]?\s+(?P<date>(?:{_WRITTEN})))?[.,]?\s*"
    r"(?:/(?P<slashed>[^/]{2,30})/[.\s\u2014\u2013-]*"
    r"|(?:\((?P<agency>[^()]{2,40})\)|(?P<bare>(?<=\s)[A-Z]{2,8}(?=\s*[\u2014\u2013-])))?\s*(?P<dash>\u2014|\u2013|--"
    r"|-(?=\s)|:(?=\s)|$)\s*)"
)

_BRACKETED = re.compile(
    r"(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2},? )?\((?P<name>[A-Z][\w .&'’-]{1,30})\)[\s\u2014\u2013-]*(?=[\"\u201c‘A-Z]|$)"
)


@dataclass(frozen=True)
class Stamp:
    """A date on a line of its own. `cue` when the line says "published" or the like; `later` when it only says "updated"."""

    when: date
    cue: bool
    later: bool


@dataclass(frozen=True)
class Dateline:
    """The head of a dispatch: `end` is where its words begin. `when` only where the year is written."""

    place: str
    when: date | None
    agency: str | None
    end: int


def stamp(line: str) -> Stamp | None:
    """The date of a line that holds a full date and nothing else but a weekday, a time of day, a name or "published"."""
    if len(line) > 120 or (found := _DATE.search(line)) is None or (when := _day(found)) is None:
        return None
    beside = _BESIDE.sub(" ", line[: found.start()] + " " + line[found.end() :])
    cue, later = _CUE.search(line) is not None, _LATER.search(line) is not None
    if len(re.findall(r"[^\W\d_]{2,}", beside)) > (4 if cue or later else 0):
        return None
    return Stamp(when, cue, later and not cue)


def undated(line: str) -> str:
    """A line without the date that ends it, and the weekday or hour beside that ("By JANE DOE MARCH 4, 2011")."""
    found = _last_date(line)
    return _BEFORE_DATE.sub("", line[: found.start()]) if found and found.start() else line


def ending(line: str) -> Stamp | None:
    """The full date that ends a line."""
    found = _last_date(line)
    return stamp(line[found.start() :]) if found else None


def _last_date(line: str) -> re.Match[str] | None:
    found = _DATE.search(line)
    return found if found and not re.search(r"[^\W_]", _BESIDE.sub(" ", line[found.end() :])) else None


def stamped(line: str) -> Stamp | None:
    """The date of a line that is a date stamp, or of a part of it that is one ("Jane Doe | 22 May 2008 | 11 comments")."""
    line = _AGENCY.sub("", line)
    parts = _PARTS.split(line) if len(line) < 200 else []
    found = [part for piece in parts if (part := stamp(piece))]
    if not found or max(len(piece.split()) for piece in parts) > 8:
        return stamp(line)
    cue = _CUE.search(line) is not None
    if not cue and sum(map(is_section, parts)) > 1:
        return None  # today's date in a menu
    best = next((part for part in found if not part.later), found[0])
    return Stamp(best.when, cue, best.later)


def is_time_line(line: str) -> bool:
    """Whether a line holds only a date, a weekday or a time of day, complete or not."""
    if len(line) > 60 or not re.search(r"\d", line):
        return False
    return not re.search(r"[^\W_]", _BESIDE.sub(" ", _DATE.sub(" ", line)))


def dateline(line: str) -> Dateline | None:
    """The dateline at the head of a line: "CAIRO, Nov. 10 (LPA) —", "MOSCOW, April 10. /TASS/.", "NEW DELHI —"."""
    if (found := _DATELINE.match(line[:160])) is None:
        return None
    agency = found["agency"] or found["slashed"] or found["bare"]
    dashed = found["dash"] in ("\u2014", "\u2013", "--", "-") or (found["dash"] == "" and len(line) < 160)
    place = found["place"].strip(" ,.-")
    shouted = place.split(",")[0].isupper()
    colon = found["dash"] == ":" and bool(agency or found["date"])
    sure = agency or found["date"]
    if not ((shouted and (found["slashed"] or colon or (dashed and (sure or found["dash"])))) or (dashed and sure)):
        return None
    when = _day(inner) if found["date"] and (inner := _DATE.search(found["date"])) else None
    return Dateline(place, when, agency.strip() if agency else None, found.end())


def bracketed(line: str) -> str | None:
    """The name in brackets that a report's first words stand behind: "(CNN) Ministers met", "Oslo (Radio Nord) Ministers met"."""
    found = _BRACKETED.match(line[:100])
    return found["name"] if found else None


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    for form in "012345":
        year, month, number = (parts.get(f"{name}{form}") for name in ("year", "month", "day"))
        if year and month and number:
            order = int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1
            try:
                return date(_in_full(int(year)), order, int(number))
            except ValueError:
                return None
    return None


def _in_full(year: int) -> int:
    return year if year > 99 else year + (2000 if year < _THIS_CENTURY else 1900)
