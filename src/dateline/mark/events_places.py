"""Where an event was when its own clause says no more than "here"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mark.events_candidate import Candidate
from dateline.records import Mention


def places(found: Sequence[Candidate], mentions: Sequence[Mention]) -> None:
    """Give "here" the place that the report is filed from."""
    filed = next((i for i, m in enumerate(mentions) if m.dateline), None)
    for one in found:
        beside = (*one.trigger.children, *one.carrier.children)
        if one.place is None and filed is not None and any(c.lower_ == "here" for c in beside):
            one.place, one.where = filed, mentions[filed].name
