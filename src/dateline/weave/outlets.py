"""The outlet of a report that does not name it, told by its reporter: somebody who signs every other report for one outlet."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Report


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
