"""Whether reports are about one matter, or tell one story: what else they say is weighed by that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import Report
from dateline.weave.likeness import likeness

ONE_MATTER = 0.05  # likeness that nearly all reports of one story in tests/stories have, and few reports of different stories


class Alike:
    """How much alike each two reports are in the words of their openings, 0 to 1, and which tell one story.

    stories: ids of the reports of each story, where that is known.
    """

    def __init__(self, reports: Sequence[Report], stories: Iterable[Sequence[str]] = ()) -> None:
        self._story = {report: ids[0] for ids in stories for report in ids}
        by_id = {r.id: r for r in reports}
        self._at = {id_: n for n, id_ in enumerate(sorted(by_id))}
        self._table = likeness([by_id[id_] for id_ in self._at]).round(9)  # rounded: the last bits depend on the processor

    def story(self, report: str) -> str | None:
        """What stands for the story that a report tells, by id; None where it is not known."""
        return self._story.get(report)

    def mean(self, left: Iterable[str], right: Iterable[str]) -> float:
        """The mean over all pairs of reports, by id, of two sets that have none in common; 1 where they have."""
        rows, columns = {self._at[id_] for id_ in left}, {self._at[id_] for id_ in right}
        if rows & columns:
            return 1.0
        return float(self._table[sorted(rows)][:, sorted(columns)].mean())
