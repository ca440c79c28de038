"""The roles of lines that say what they are: "By: Jan Berg", "Date: 4 May 1977", and the coded fields of a news database."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.languages.en.bylines import byline, credited, is_name
from dateline.languages.en.head_fields import Field, code
from dateline.languages.en.stamps import stamp
from dateline.read.one_line import RoleWhy

NAME_OF_THE_PAPER = "name of the paper"
_CODED: dict[str, RoleWhy] = {
    "title": ("title", "labelled"),
    "byline": ("byline", "labelled"),
    "date": ("dateline", "a date stamp"),
    "outlet": ("furniture", NAME_OF_THE_PAPER),
}
_LABELLED: RoleWhy = ("furniture", "labelled")


def labelled(known: Field, *, head: bool) -> RoleWhy | None:
    """The role of a labelled line, None where the label decides nothing; head: it stands above the report."""
    if known.what == "byline" and (is_name(known.value) or credited(known.value) or byline("by " + known.value)):
        return "byline", "labelled"
    if head and known.what == "title" and len(known.value.split()) > 1:
        return "title", "labelled"
    if head and known.what == "date" and stamp(known.value):
        return "dateline", "a date stamp"
    if head and known.what == "dateline" and known.value:
        return "dateline", "labelled"
    if (known.what == "dropped" and (head or len(known.value) < 80)) or (head and known.what == "outlet"):
        return _LABELLED
    return None


def coded(lines: Sequence[str]) -> dict[int, RoleWhy]:
    """The roles of the lines of a news database by their number; a headline and three codes more tell one."""
    codes = {number: what for number, line in enumerate(lines) if (what := code(line))}
    found: dict[int, RoleWhy] = {}
    if len(codes) < 4 or not {"title", "body"} <= set(codes.values()):
        return found
    what = "dropped"
    for number in range(min(codes), len(lines)):
        what = codes.get(number, what)
        if number in codes or what != "body":
            found[number] = _LABELLED if number in codes else _CODED.get(what, _LABELLED)
        if number not in codes and what in ("title", "outlet"):
            what = "dropped" if what == "title" else what
    return found
