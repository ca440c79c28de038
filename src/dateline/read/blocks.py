"""A role and a reason for every line of a report: a line grammar that demotes what is surely not the report and deletes nothing.

Lines keep the role "body" when in doubt: text lost costs more than text that is too much.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from dateline.languages.en.bylines import byline, is_name, posted_by
from dateline.languages.en.captions import caption
from dateline.languages.en.furniture import addresses_reader, ends, furniture, has_press_word, normal
from dateline.languages.en.stamps import dateline, is_time_line, stamp
from dateline.languages.en.turns import turns
from dateline.read.credits import agency
from dateline.read.tongue import foreign, language
from dateline.records import BlockRole

RoleWhy = tuple[BlockRole, str | None]

BODY: RoleWhy = ("body", None)
_READ = frozenset({"body", "turn"})
_SENTENCE = re.compile(r".*[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964][\"\u201d\u2019'»)\]]*\s*$", re.DOTALL)
_STOP = re.compile(r".*[.\u3002\u06d4\u0964][\"\u201d\u2019'»)\]]*\s*$", re.DOTALL)
_OPENING = "\"\u201c\u2018'«[("
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH", "HALFWIDTH"})  # one line mixes them
_COMMENTS = re.compile(r".*\b(?:comments?|reply|thoughts?|conversation|discussion|responses?)\b.*")


def roles(lines: Sequence[str], title: str | None = None, *, chosen: bool = False) -> list[RoleWhy]:
    """The role of each line of one report, blank lines left out, and why where it is not plain body.

    title: as metadata has it. chosen: the lines are an article already taken out of its page, so only sure signs count.
    """
    return _Lines(lines, title, chosen).roles() if lines else []


class _Lines:
    """The lines of one report while their roles are being found; each method is one rule, in the order of `roles`."""

    def __init__(self, lines: Sequence[str], title: str | None, chosen: bool) -> None:
        self.lines = [line.strip() for line in lines]
        self.title = normal(title) if title else None
        self.chosen = chosen
        self.keys = [normal(line) for line in self.lines]
        self.found: list[RoleWhy] = [BODY] * len(self.lines)
        self.home = language("\n".join(line for line in self.lines if len(line) > 60))

    def roles(self) -> list[RoleWhy]:
        self._each_line()
        self._other_scripts()
        self._link_lists()
        self._after_the_end()
        self._above_the_body()
        self._inside()
        self._repeats()
        return self.found

    def _each_line(self) -> None:
        spoken = turns(self.lines)
        for number, line in enumerate(self.lines):
            if spoken[number]:
                self.found[number] = ("turn", spoken[number])
            elif self.title and self.keys[number] == self.title:
                self.found[number] = ("title", "the page's title")
            else:
                self.found[number] = _alone(line)

    def _other_scripts(self) -> None:
        scripts = [_script(line) for line in self.lines]
        count = Counter[str]()
        for script, line in zip(scripts, self.lines, strict=True):
            count[script] += len(line) if script else 0
        main = max(sorted(count), key=lambda script: count[script], default="")
        for number, script in enumerate(scripts):
            if script and script != main and not self.chosen and self.found[number] == BODY:
                self.found[number] = ("furniture", "another script")

    def _link_lists(self) -> None:
        """Three or more adjacent lines that each stand there twice are links with their picture's text."""
        number = 0
        while number < len(self.lines):
            end = number
            while end + 1 < len(self.lines) and self.keys[end] == self.keys[end + 1]:
                end += 2
            if end - number >= 6:
                self.found[number:end] = [("furniture", "list of other reports")] * (end - number)
            number = max(end, number + 1)

    def _prose(self, number: int) -> bool:
        """Whether a line reads like a paragraph or a turn of the report."""
        line, (role, _) = self.lines[number], self.found[number]
        if role == "turn":
            return True
        return role == "body" and (len(line) >= 200 or (len(line) >= 25 and _SENTENCE.match(line) is not None))

    def _after_the_end(self) -> None:
        total = sum(len(self.lines[n]) for n in range(len(self.lines)) if self._prose(n))
        before = 0
        for number, line in enumerate(self.lines):
            if self._prose(number):
                before += len(line)
            elif before > 300 and self.found[number][0] != "byline" and ends(line):
                comments = _COMMENTS.fullmatch(self.keys[number]) is not None and before > 0.2 * total
                if comments or total - before <= 0.3 * total:
                    self._cut(number)
                    break
        last = len(self.lines) - 1
        while last > 0 and not (self._prose(last) and not self._for_readers(last)):
            last -= 1
        behind = [n for n in range(last + 1, len(self.lines)) if self.found[n] == BODY or self.found[n][0] == "subhead"]
        page = any(self.found[n][0] == "furniture" for n in range(last + 1, len(self.lines)))
        for number in behind:
            line = self.lines[number]
            if is_name(line):
                self.found[number] = ("byline", "a name behind the last paragraph")
            elif why := furniture(line, after=True):
                self.found[number] = ("furniture", why)
            elif addresses_reader(line):
                self.found[number] = ("furniture", "speaks to the reader")
            elif foreign(line, self.home):
                self.found[number] = ("furniture", "another language")
            elif page and not self.chosen and len(line) <= 140 and not _STOP.match(line) and '"' not in self.keys[number]:
                self.found[number] = ("furniture", "behind the last paragraph")

    def _cut(self, start: int) -> None:
        for number in range(start, len(self.lines)):
            if self.found[number][0] not in ("byline", "furniture") or number == start:
                self.found[number] = ("furniture", "behind the end of the report")

    def _for_readers(self, number: int) -> bool:
        line = self.lines[number]
        return self.found[number][0] != "turn" and (addresses_reader(line) or furniture(line, after=True) is not None)

    def _above_the_body(self) -> None:
        first = next((n for n in range(len(self.lines)) if self._opens_body(n)), None)
        if first is None:
            first = next((n for n in range(1, len(self.lines)) if self._prose(n)), len(self.lines))
        titled = next((n for n in range(len(self.lines)) if self.found[n][0] == "title"), None)
        if titled is None and not self.chosen:
            titled = self._headline(first)
        if titled is None:
            return
        if self.found[titled][0] != "title":
            self.found[titled] = ("title", "the first headline")
        for number in range(titled):
            line = self.lines[number]
            if self.found[number] == BODY and number < first:
                masthead = _is_masthead(line)
                self.found[number] = ("furniture", "name of the paper" if masthead else "above the headline")
        for number in range(titled + 1, min(first, titled + 6)):
            line = self.lines[number]
            if self.found[number] == BODY and (is_name(line) or agency(line)):
                self.found[number] = ("byline", "a name under the headline")

    def _opens_body(self, number: int) -> bool:
        line = self.lines[number]
        if self.found[number][0] == "turn":
            return True
        return (
            self._prose(number)
            and len(line) >= 60
            and (len(line) >= 150 or _STOP.match(line) is not None or '"' in self.keys[number])
        )

    def _headline(self, first: int) -> int | None:
        """The line that is the title: one that stands there twice, else the first that can be one and is not the paper's name."""
        able = [n for n in range(first) if self.found[n] == BODY and _can_be_title(self.lines[n])]
        doubled = next((n for n in able if n + 1 < len(self.lines) and self.keys[n] == self.keys[n + 1]), None)
        if doubled is not None:
            return doubled
        own = [n for n in able if not _is_masthead(self.lines[n])]
        whole = [n for n in own if len(self.lines[n].split()) >= 4]
        return next(iter(whole or own or able), None)

    def _inside(self) -> None:
        """Subheads, and the page's words to its readers between paragraphs."""
        prose = [n for n in range(len(self.lines)) if self._prose(n)]
        if not prose:
            return
        skipping = False
        for number in range(prose[0] + 1, prose[-1]):
            line = self.lines[number]
            skipping = (self.found[number][0] == "furniture" and (skipping or ends(line))) or (skipping and number not in prose)
            if self.found[number] != BODY:
                if self.found[number][0] in _READ:
                    skipping = False
                continue
            beside = [self.found[n][0] for n in (number - 1, number + 1) if 0 <= n < len(self.lines)]
            if ends(line):
                self.found[number] = ("furniture", "heads a list of other reports")
                skipping = True
            elif "furniture" in beside and addresses_reader(line):
                self.found[number] = ("furniture", "speaks to the reader")
            elif skipping and number not in prose:
                self.found[number] = ("furniture", "list of other reports")
            elif number not in prose and _can_be_subhead(line) and (number + 1 in prose or number + 2 in prose):
                self.found[number] = ("subhead", "a short line between paragraphs")

    def _repeats(self) -> None:
        """The second copy of a line beside the first one, and any copy of the title."""
        seen: dict[str, int] = {}
        for number, key in enumerate(self.keys):
            first = seen.setdefault(key, number)
            role = self.found[number][0]
            if first == number or role == "furniture" or self.found[first][0] == "furniture":
                continue
            if number - first == 1 or self.found[first][0] == "title":
                self.found[number] = ("repeat", "the same as a line above")


def _alone(line: str) -> RoleWhy:
    """What a line says about itself, whatever stands around it."""
    if why := caption(line):
        return ("caption", why)
    if why := furniture(line):
        posted = stamp(line) or posted_by(line)
        return ("dateline", "a date stamp") if posted and why == "section label" and stamp(line) else ("furniture", why)
    if stamp(line) or is_time_line(line):
        return ("dateline", "a date stamp")
    if byline(line):
        return ("byline", "names who wrote or edited")
    head = dateline(line)
    if head and head.end >= len(line):
        return ("dateline", "a dateline on its own")
    return BODY


def _script(line: str) -> str:
    """Script of most letters of a line ("LATIN"), "" when it has fewer than three."""
    names = (unicodedata.name(c, "?").split()[0].split("-")[0] for c in line[:300] if c.isalpha())
    count = Counter("CJK" if name in _EAST_ASIAN else name for name in names)
    name, number = max(sorted(count.items()), key=lambda pair: pair[1], default=("", 0))
    return name if number >= 3 else ""


def _is_masthead(line: str) -> bool:
    words = re.findall(r"[^\W\d_]+", line)
    return (
        len(words) <= 6
        and all(w[0].isupper() or w in ("of", "the", "and", "for") for w in words)
        and has_press_word(line)
        and ":" not in line
    )


def _starts_high(line: str) -> bool:
    """Whether a line begins as a headline does: not in lower case, where its script has one."""
    first = line[1:2] if line[:1] in _OPENING else line[:1]
    return first.isdigit() or (first.isalpha() and not first.islower())


def _can_be_title(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= 40 and 10 <= len(line) <= 250 and _starts_high(line) and not line.endswith((".", ",", ";"))


def _can_be_subhead(line: str) -> bool:
    return (
        3 <= len(line) <= 80
        and len(line.split()) <= 12
        and _starts_high(line)
        and line[-1] not in ".,;:!-—–"
        and not re.search(',["\u201d]', line)
    )
