"""A role and a reason for every line of a report: a line grammar that demotes what is surely not the report and deletes nothing.

Lines keep the role "body" when in doubt: text lost costs more than text that is too much.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.languages.en.bylines import Byline, about, byline, credited, introduces, is_name
from dateline.languages.en.furniture import addresses_reader, ends, furniture, normal
from dateline.languages.en.head_fields import field
from dateline.languages.en.mastheads import emblem, is_document, is_office, masthead
from dateline.languages.en.turns import turns
from dateline.read.credits import agency
from dateline.read.headline import can_be_subhead, can_be_title, closed, headline, in_title_case
from dateline.read.labelled import NAME_OF_THE_PAPER, coded, labelled
from dateline.read.one_line import BODY, RoleWhy, alone, script_of
from dateline.read.outlets import filed
from dateline.read.tongue import foreign, language

_READ = frozenset({"body", "turn"})
_SENTENCE = re.compile(r".*[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964][\"\u201d\u2019'»)\]]*\s*$", re.DOTALL)
_STOP = re.compile(r".*[.\u3002\u06d4\u0964][\"\u201d\u2019'»)\]]*\s*$", re.DOTALL)
_OPENING = "\"\u201c\u2018'«[("
_ENDED = re.compile(r"[.!?\u2026][\"\u201d\u2019'»)\]]*\s*$|[\"\u201d»][.!?]")
_ARROWS = tuple(">\u203a\u00bb\u2192\u25b6\u25ba\u2023")
_HEAD = 25  # lines in which a page's head lies
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
        self.authors: frozenset[str] = frozenset()
        self.home = language("\n".join(line for line in self.lines if len(line) > 60))

    def roles(self) -> list[RoleWhy]:
        self._each_line()
        self._fields()
        self._coded_fields()
        self._running_heads()
        self._other_scripts()
        self._link_lists()
        self._pointers()
        self._after_the_end()
        self._above_the_body()
        self._inside()
        self._repeats()
        return self.found

    def _each_line(self) -> None:
        spoken = turns(self.lines)
        for number, line in enumerate(self.lines):
            if spoken[number] and not self._quotes_above_all(number):
                self.found[number] = ("turn", spoken[number])
            elif self.title and self.keys[number] == self.title:
                self.found[number] = ("title", "the page's title")
            else:
                self.found[number] = alone(line)

    def _quotes_above_all(self, number: int) -> bool:
        """Whether what looks like the first words of a transcript is a headline that quotes: it has the capitals, or no stop."""
        high = in_title_case(self.lines[number]) or _ENDED.search(self.lines[number]) is None
        return number < _HEAD and not self.title and high and self._only_page_above(number)

    def _fields(self) -> None:
        """Labelled lines above the report, and behind it those that state nothing."""
        if self.chosen:
            return
        first = next((n for n in range(len(self.lines)) if self.found[n][0] in _READ and self._prose(n)), len(self.lines))
        for number, line in enumerate(self.lines):
            head = number < min(first, _HEAD)
            known = field(line) if head or number > first else None
            if known is None or self.found[number][0] == "turn":
                continue
            if found := labelled(known, head=head):
                self.found[number] = found

    def _coded_fields(self) -> None:
        """The fields of a news database, each under its code."""
        for number, found in coded(self.lines).items():
            self.found[number] = found

    def _running_heads(self) -> None:
        """The paper's name, perhaps with a number, three times and more apart from each other, as at the head of each page."""
        keys = [re.sub(r"\d+", "0", key) for key in self.keys]
        apart = Counter(key for key, below in zip(keys, [*keys[1:], ""], strict=True) if key != below)
        for number, line in enumerate(self.lines):
            if apart[keys[number]] >= 3 and self.found[number] == BODY and masthead(line):
                self.found[number] = ("furniture", NAME_OF_THE_PAPER)

    def _other_scripts(self) -> None:
        scripts = [script_of(line) for line in self.lines]
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

    def _pointers(self) -> None:
        """Short lines behind an arrow point to other reports, where the report itself is not quoted mail."""
        arrows = [n for n, line in enumerate(self.lines) if line[:1] in _ARROWS]
        if len(arrows) * 3 < len(self.lines):
            for number in arrows:
                if self.found[number] == BODY and len(self.lines[number]) < 120 and not _STOP.match(self.lines[number]):
                    self.found[number] = ("furniture", "pointer to another report")

    def _prose(self, number: int) -> bool:
        """Whether a line reads like a paragraph or a turn of the report."""
        line, (role, _) = self.lines[number], self.found[number]
        if role == "turn":
            return True
        if number < _HEAD and role == "body" and addresses_reader(line) and self._only_page_above(number):
            return False
        return role == "body" and (len(line) >= 200 or (len(line) >= 25 and _SENTENCE.match(line) is not None))

    def _only_page_above(self, number: int) -> bool:
        return number < _HEAD and all(self.found[n][0] in ("furniture", "title", "dateline", "byline") for n in range(number))

    def _after_the_end(self) -> None:
        self.authors = (
            frozenset(
                name
                for n, line in enumerate(self.lines)
                if self.found[n][0] == "byline" or (n < _HEAD and is_name(line))
                for name in (byline(line) or credited(line) or byline(f"by {line}") or Byline(())).names
            )
            | self._introduced()
        )
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
            if is_name(line) or credited(line):
                self.found[number] = ("byline", "a name behind the last paragraph")
            elif why := self._why_behind(line):
                self.found[number] = ("furniture", why)
            elif foreign(line, self.home):
                self.found[number] = ("furniture", "another language")
            elif page and not self.chosen and len(line) <= 140 and not _STOP.match(line) and '"' not in self.keys[number]:
                self.found[number] = ("furniture", "behind the last paragraph")

    def _introduced(self) -> frozenset[str]:
        """Who is introduced in the last three lines and named nowhere else: the author of an essay."""
        told = {n: name for n, line in enumerate(self.lines) if n >= max(len(self.lines) - 3, 4) and (name := introduces(line))}
        rest = {n: " ".join(self.lines[:n] + self.lines[n + 1 :]) for n in told}
        return frozenset(name for n, name in told.items() if not re.search(rf"\b{re.escape(name.split()[-1])}\b", rest[n]))

    def _cut(self, start: int) -> None:
        for number in range(start, len(self.lines)):
            if self.found[number][0] not in ("byline", "furniture") or number == start:
                self.found[number] = ("furniture", "behind the end of the report")

    def _for_readers(self, number: int) -> bool:
        return self.found[number][0] != "turn" and self._why_behind(self.lines[number]) is not None

    def _why_behind(self, line: str) -> str | None:
        """Why a line behind the report is not of it."""
        if addresses_reader(line):
            return "speaks to the reader"
        if about(line, self.authors):
            return "about the author"
        return furniture(line, after=True)

    def _above_the_body(self) -> None:
        first = next((n for n in range(len(self.lines)) if self._opens_body(n)), None)
        if first is None:
            first = next((n for n in range(1, len(self.lines)) if self._prose(n)), len(self.lines))
        for number in range(min(first, _HEAD)):
            if self.found[number] == BODY and addresses_reader(self.lines[number]):
                self.found[number] = ("furniture", "speaks to the reader")
        for number in range(min(first, _HEAD)):
            if self.found[number] == BODY and not self.chosen and is_document(self.lines[number]):
                self.found[number] = ("furniture", "a kind of document")
        titled = next((n for n in range(len(self.lines)) if self.found[n][0] == "title"), None)
        if titled is None and not self.chosen:
            titled = self._headline(first)
        if titled is None:
            for number in range(min(first, 3)):
                if self.found[number] == BODY and not self.chosen and is_office(self.lines[number]):
                    self.found[number] = ("furniture", NAME_OF_THE_PAPER)
            return
        if self.found[titled][0] != "title":
            self.found[titled] = ("title", "the first headline")
        for number in range(titled):
            line = self.lines[number]
            if self.found[number] == BODY and number < first:
                paper = masthead(line) or (emblem(line, self._below(number)) if self._only_page_above(number) else None)
                self.found[number] = ("furniture", NAME_OF_THE_PAPER if paper else "above the headline")
        for number in range(titled + 1, min(first, titled + 6)):
            line = self.lines[number]
            if self.found[number] == BODY and not filed(line) and (is_name(line) or credited(line) or agency(line)):
                self.found[number] = ("byline", "a name under the headline")
            elif self.found[number] == BODY and (filed(line) or masthead(line)):
                self.found[number] = ("furniture", NAME_OF_THE_PAPER)

    def _opens_body(self, number: int) -> bool:
        line = self.lines[number]
        if self.found[number][0] == "turn":
            return True
        return (
            self._prose(number)
            and len(line) >= 60
            and not in_title_case(line)
            and (len(line) >= 150 or _STOP.match(line) is not None or '"' in self.keys[number])
        )

    def _below(self, number: int) -> str | None:
        """The line under another, None when it is the page's own."""
        return None if self.found[number + 1][0] == "furniture" else self.lines[number + 1]

    def _headline(self, first: int) -> int | None:
        able = [n for n in range(first) if self.found[n] == BODY and can_be_title(self.lines[n])]
        found = headline(self.lines, able, first, lambda a, b: self.keys[a] == self.keys[b])
        return self._closed() if found is None else found

    def _closed(self) -> int | None:
        """The first line, where it is a headline that ends as a sentence does."""
        top, below = [*(n for n in range(len(self.lines)) if self.found[n] == BODY), 0, 0][:2]
        return top if top < below and self._only_page_above(top) and closed(self.lines[top], self.lines[below:]) else None

    def _inside(self) -> None:
        """Subheads, and the page's words to its readers between paragraphs."""
        prose = {n for n in range(len(self.lines)) if self._prose(n)}
        if not prose:
            return
        skipping = False
        for number in range(min(prose) + 1, max(prose)):
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
            elif number not in prose and can_be_subhead(line) and (number + 1 in prose or number + 2 in prose):
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
