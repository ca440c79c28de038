"""The outlet of a report that does not name it, told by its reporter: somebody who signs every other report for one outlet.

And which outlets give their pages days that are not those on which they came out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.records import Report

LATE = 7  # days after all other outlets' reports of its line that the given day of a report is late,
LATE_ONES = 2  # and such reports, more than half of all, by which an outlet is known to give such days


def outlets(reports: Sequence[Report]) -> dict[str, str]:
    """Report id to outlet: where a report states one, and where all its named writers write for one outlet only elsewhere."""
    writes_for: dict[str, set[str]] = {}
    for report in reports:
        if report.outlet:
            for name in report.byline:
                writes_for.setdefault(name.casefold(), set()).add(report.outlet)
    found: dict[str, str] = {}
    for report in sorted(reports, key=lambda report: report.id):
        known = set().union(*(writes_for.get(name.casefold(), set()) for name in report.byline))
        if report.outlet:
            found[report.id] = report.outlet
        elif len(known) == 1:
            found[report.id] = min(known)
    return found


def late_pages(lines: Iterable[Sequence[str]], reports: Sequence[Report], outlets: Mapping[str, str]) -> tuple[str, ...]:
    """Reports (ids) of outlets that date their pages when these are fetched or put up anew, weeks after what they tell.

    Who is the last to report, most times and by a week and more, does not follow the news up: its days are no days of publication.
    What a person said of a report's day stands.
    """
    given = {r.id: r.published.interval for r in reports if r.published and r.published.basis != "judged"}
    days = {id_: interval.earliest for id_, interval in given.items() if interval.earliest and interval.exact}
    told: dict[str, list[bool]] = defaultdict(list)
    for line in lines:
        dated = [id_ for id_ in line if id_ in days]
        for id_ in dated:
            others = [days[other] for other in dated if outlets.get(other) != outlets.get(id_)]
            if id_ in outlets and others:
                told[outlets[id_]].append((days[id_] - max(others)).days >= LATE)
    late = {outlet for outlet, ones in told.items() if sum(ones) >= LATE_ONES and sum(ones) > len(ones) / 2}
    kept = {r.id for r in reports if r.published and r.published.basis == "judged"}
    return tuple(sorted(r.id for r in reports if outlets.get(r.id) in late and r.id not in kept))
