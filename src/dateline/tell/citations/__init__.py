"""Reports as things to cite: who wrote them, where and when they came out, and at which address. What is not known is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePath

from dateline.ids import content_id
from dateline.intervals import Interval
from dateline.records import Account, Record, Report
from dateline.tell import words
from dateline.tell.citations.fragments import page_link
from dateline.tell.lookup import Lookup

_BREAK = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 24  # characters of a key's name


class Citation(Record, frozen=True):
    """A report to cite. Texts are on one line.

    key: stable for the same report, ASCII letters, digits and hyphens. issued: the day it came out, an interval as everywhere;
    inferred: that day was worked out. note: what a reader should know of it, as sentences.
    """

    key: str
    kind: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    issued: Interval | None
    inferred: bool
    url: str | None
    language: str
    note: str


def citations(account: Account, reports: Collection[str] | None = None) -> tuple[Citation, ...]:
    """One for each report, or for each of these (ids), in the order of publication."""
    lookup = Lookup(account)
    return tuple(_citation(report, lookup) for report in lookup.reports if reports is None or report.id in reports)


def _citation(report: Report, lookup: Lookup) -> Citation:
    outlet = report.outlet or lookup.account.outlets.get(report.id)
    issued, inferred = lookup.published(report.id), lookup.basis(report.id) == "inferred"
    return Citation(
        key=_key(report, outlet, issued),
        kind=report.kind,
        title=_line(report.title),
        outlet=_line(outlet),
        authors=tuple(name for author in report.byline if (name := _line(author))),
        issued=issued,
        inferred=inferred,
        url=page_link(report),
        language=report.language,
        note=_note(report, issued, inferred, lookup),
    )


def _line(text: str | None) -> str | None:
    return words.visible(words.one_line(text or "")) or None


def _key(report: Report, outlet: str | None, issued: Interval | None) -> str:
    """ "harbour-courier-1977-3f9a01c2": the outlet, the year where it is known, and digits made from the report's id."""
    plain = unicodedata.normalize("NFKD", outlet or "").encode("ascii", "ignore").decode().casefold()
    name = _BREAK.sub("-", plain)[:_LONGEST_NAME].strip("-").removeprefix("the-") or "report"
    return f"{name}-{year(issued) or 'undated'}-{content_id('key', report.id)[-8:]}"


def year(issued: Interval | None) -> int | None:
    """The year, where all days of the interval lie in one."""
    if issued is None or issued.earliest is None or issued.latest is None or issued.earliest.year != issued.latest.year:
        return None
    return issued.earliest.year


def _note(report: Report, issued: Interval | None, inferred: bool, lookup: Lookup) -> str:
    told = []
    if issued and inferred:
        told.append(f"Undated; published {words.when(issued)} as far as its text tells.")
    elif issued and not issued.exact:
        told.append(f"Published {words.when(issued)}.")
    edge = lookup.copy(report.id)
    if edge and (original := lookup.report(edge.original)):
        told.append(words.stopped(f"Prints the text of {lookup.outlet_name(original)}, {lookup.title(original)}"))
    elif report.origin:
        told.append(words.stopped(f"Credited to {words.one_line(report.origin)}"))
    if page_link(report) is None:
        name = PurePath(report.source.replace("\\", "/")).name  # its folders are the user's own affair
        told.append(f"Read from {words.one_line(name) or report.id}.")
    return words.visible(" ".join(told))
