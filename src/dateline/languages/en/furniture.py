"""Lines of an English page that are not of the report: advertisements, notices, buttons, labels, lists of other reports."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dateline import languages

LONGEST = 700  # characters; no pattern is asked of a longer line

_HERE = Path(__file__).parent
_SPACE = re.compile(r"\s+")
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
_NO_WORDS = re.compile(r"[\W\d_]*")
_BRACKETS = re.compile(r"(?:\s*(?:\[[^\[\]]{0,120}\]|\{[^{}]{0,120}\}|\[\[[^\[\]]{0,120}\]\]|<[^<>]{1,200}>)\s*(?:\d\d?:\d\d)?)+")
_DIRECTIONS = re.compile(r"(?:[(\[][A-Z][A-Z ,'\u2019./&-]{2,80}[)\]]\s*)+|(?:\s*\([^\s().]{1,20}(?: [^\s().]{1,20}){0,2}\))+")
_CODES = re.compile(
    r"(?=.*[A-Za-z])(?=.*[\d/])(?:\s*(?:[A-Z]{2,}(?:[-/][\w/]+)+|[A-Za-z-]*\d[\w/.-]{3,}|[\w-]{2,}\d[\w-]*|\d{3,}))+|[a-z]{2,3}(?:/[a-z\d]{1,3}){1,3}"
)
_STRONG = re.compile(r"\s{2,}|\s*[|\u00b7\u2022\u2219\u00bb]\s*|\s+::\s+|\]\s*\[")
_WEAK = re.compile(r"\s+[-\u2013*/>~]\s+")
_TAGS = re.compile(r"(?:\s*(?:#\w+|tags?:?\s?\d*))+\s*")
_FILE = re.compile(r"[\w-]*\d[\w-]*_[\w-]*|\S+\.(?:jpe?g|png|gif|webp|mp[34]|svg)", re.IGNORECASE)
_MEASURE = re.compile(
    r"[\d.,: ]+ ?(?:km|mi|miles|m|k|min|mins|minutes|hrs?|kb|mb|px|%|ago|views?|am|pm|gmt)?(?: ?[/|·-] ?[\d.,]+ ?(?:km|mi|k)?)*\.?"
)
_NETWORKS = re.compile(
    r"facebook|twitter|instagram|linkedin|whatsapp|youtube|telegram|pinterest|reddit|tumblr|flipboard|tiktok|messenger"
    r"|\brss\b|vkontakte|viber|wechat|\bmail\b|\be-?mail\b|\bprint\b|\bshare\b|subscribe|donate|back to top|\bsend to\b"
    r"|\btweet\b|\bpin it\b|\bcomments?\b|write for us|about us|advertise|contact"
)
_NAVIGATION = re.compile(
    r"[^|·•»>]{1,40}(?:\s*[|·•»>]\s*[^|·•»>]{1,40}){2,}|[^|·•]{1,40}\s[|·•]\s[^|·•]{1,40}|\S[^/]{1,40}(?: / [^/]{1,40}){2,}"
)
_PAGE_WORD = re.compile(
    r"\b(?:click|tap|subscribe|subscribers?|subscribing|newsletters?|bulletins?|inbox|sign|app|browser|free|register"
    r"|membership|join|feedback|rewards?|website"
    r"|our site|log in|notifications?|alerts|premium|unlimited|trial|readers|device|card|crosswords?|privacy|terms|newsroom"
    r"|journalism|e-?mail|articles?|ad ?-?blockers?|donations?|mailing list|leave the list|unsubscribe)\b"
)
_ADDRESS = re.compile(r"\b(?:you|you're|your|yours|us|our|we|we're|please)\b")
_RIGHTS = re.compile(languages.alternatives("en", "mastheads")["rights"], re.IGNORECASE)
_POINTING = frozenset({"this", "our", "your", "us", "other", "me", "my", "more", "all", "next", "earlier", "previous", "full"})
LONGEST_ADDRESS = 300  # characters of a line that speaks to the reader about the page; longer ones are an author's own words


def normal(line: str) -> str:
    """Lower case, plain quotation marks, single spaces."""
    return _SPACE.sub(" ", line.translate(_PLAIN)).strip().casefold()


def furniture(line: str, *, after: bool = False) -> str | None:
    """Why a line is not of the report; None when nothing says so. `after`: the line stands behind the last paragraph."""
    if len(line) > LONGEST:
        return None
    plain = normal(line)
    if _NO_WORDS.fullmatch(plain) or _MEASURE.fullmatch(plain):
        return "no words"
    if _BRACKETS.fullmatch(plain) or _TAGS.fullmatch(plain) or _FILE.fullmatch(plain):
        return "tags of the page"
    if _DIRECTIONS.fullmatch(line.strip()) or _CODES.fullmatch(line.strip()):
        return "a direction or a code"
    if is_section(line):
        return "section label"
    if is_menu(line):
        return "navigation"
    columns = re.split(r"\s{3,}", line.strip())
    if len(columns) > 1 and all(furniture(column) for column in columns):
        return "navigation"
    for why, pattern in _patterns().items():
        if why.startswith("after:"):
            if after and pattern.fullmatch(plain):
                return why.removeprefix("after: ")
        elif pattern.fullmatch(plain):
            return why
    if len(plain) < 160 and plain[-1] not in '.!?"' and _shares(plain):
        return "share buttons"
    if len(plain) < 160 and _RIGHTS.search(plain):
        return "copyright"
    if asks_reader(line):
        return "speaks to the reader"
    if len(plain) < 160 and plain[-1] not in '.!?"' and not plain.startswith(("by ", "from ")) and _NAVIGATION.fullmatch(plain):
        return "navigation"
    return None


def ends(line: str) -> bool:
    """Whether a line heads the list of other reports, or the comments, that follow a report."""
    return len(line) < 100 and _ends().fullmatch(normal(line)) is not None


def addresses_reader(line: str) -> bool:
    """Whether a line without quotations speaks to the reader about the page: three words of that kind, one of them a page's."""
    if len(line) > LONGEST_ADDRESS or '"' in (plain := normal(line)):
        return False
    page, address = len(_PAGE_WORD.findall(plain)), len(_ADDRESS.findall(plain))
    return page > 0 and page + address >= 3


def asks_reader(line: str) -> bool:
    """Whether a line asks the reader to do something with the page: a verb in the imperative, and a word that only pages use.

    A word that reports use too ("story", "edition") counts beside "this", "our", "your" or the like.
    """
    plain = re.sub(r"^(?:please|yes|or|now|just),? ", "", normal(line))
    found = re.findall(r"[\w'-]+", plain)
    if len(plain) > 120 or '"' in plain or not found or found[0] not in languages.words("en", "page_verbs"):
        return False
    if not languages.words("en", "page_nouns").isdisjoint(found[1:]):
        return True
    things = languages.words("en", "page_things")
    return any(
        word in things and (found[0] == "never" or _POINTING & set(found[max(n - 2, 1) : n])) for n, word in enumerate(found)
    )


def is_menu(line: str) -> bool:
    """Whether a line is a row of short items set apart by bars, dots, dashes or gaps ("Home - Archive - About me - Contact").

    Two items are enough between bars or gaps; dashes, stars and strokes stand in headlines too, so they need three.
    """
    if len(line) > 200 or '"' in line or "\t" in line or line[:1] == "|" or line[-1:] in ".!?":
        return False
    items = [item.strip(" []") for item in _STRONG.split(line)]
    gaps = len(items) > 1
    if not gaps:
        items = [item.strip() for item in _WEAK.split(line)]
    if len(items) < (2 if gaps else 3) or items[0].casefold().startswith(("by ", "from ")):
        return False
    sizes = [len(item.split()) for item in items]
    if max(sizes) > 4 or sum(sizes) > 3 * len(sizes) or any(item[-1:] in tuple(".,;!") for item in items if item):
        return False
    high = sum(not item[:1].islower() for item in items if item)
    return high == len(items) or ("|" in line and max(sizes) <= 3)


def _shares(plain: str) -> bool:
    found = {found.group() for found in _NETWORKS.finditer(plain)}
    return len(found) >= 3 or (len(found) == 2 and ":" in plain and len(re.findall(r"[^\W\d_]+", plain)) <= 5)


def is_section(line: str) -> bool:
    """Whether a line holds only words that label sections ("International News")."""
    found = re.findall(r"[^\W\d_]+", line.casefold())
    return 0 < len(found) <= 5 and line.strip()[-1] not in ".!?" and languages.words("en", "section_words").issuperset(found)


def has_press_word(line: str) -> bool:
    """Whether a name holds a word that papers and broadcasters are called by."""
    return not languages.words("en", "press_words").isdisjoint(re.findall(r"[^\W\d_]+", line.casefold()))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    sections: dict[str, list[str]] = {}
    why = ""
    for line in (_HERE / "furniture.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and "\\" not in line and "|" not in line:
            why = line[1:-1]
        elif line.strip() and not line.startswith("#"):
            sections.setdefault(why, []).append(line)
    return {why: re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) for why, patterns in sections.items()}


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(languages.words("en", "furniture_ends"))))
