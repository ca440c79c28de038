"""Whether reports are about one matter, by the words of their openings: what else they say is weighed by that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import Report
from dateline.weave.likeness import likeness

ONE_MATTER = 0.05  # likeness that nearly all reports of one story in tests/stories have, and few reports of different stories


class Alike:
    """How much alike each two reports are in their words, 0 to 1."""

    def __init__(self, reports: Sequence[Report]) -> None:
        by_id = {r.id: r for r in reports}
        self._at = {id_: n for n, id_ in enumerate(sorted(by_id))}
        self._table = likeness([by_id[id_] for id_ in self._at]).round(9)  # rounded: the last bits depend on the processor

    def mean(self, left: Iterable[str], right: Iterable[str]) -> float:
        """The mean over all pairs of reports, by id, of two sets that have none in common; 1 where they have."""
        rows, columns = {self._at[id_] for id_ in left}, {self._at[id_] for id_ in right}
        if rows & columns:
            return 1.0
        return float(self._table[sorted(rows)][:, sorted(columns)].mean())
