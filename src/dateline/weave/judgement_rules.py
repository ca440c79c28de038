"""What a judgement must be to be kept: whole, in words that can be shown, and about something that is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import datetime

import msgspec

from dateline.records import Judgement, Marks
from dateline.spans import Span
from dateline.weave.judged_marks import Found
from dateline.weave.judgements import days_of

LONGEST_NAME, LONGEST_WORD = 120, 2000  # characters
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


class JudgementError(ValueError):
    """A judgement that cannot be kept; the message says what is wrong and what would do."""


def checked(judgement: Judgement, reports: Collection[str], marks: Mapping[str, Marks]) -> Judgement:
    """The judgement, its words in one line each. Raises JudgementError.

    What it says of a report that is not here (`reports`: the ids of those that are) cannot be checked and is kept: it waits.
    """
    left, right = (side if isinstance(side, Span) else _line(side) for side in (judgement.left, judgement.right))
    judgement = msgspec.structs.replace(
        judgement, left=left, right=right, by=_line(judgement.by), why=_line(judgement.why), at=judgement.at.strip()
    )
    _words(judgement)
    for side in (left, right):
        if isinstance(side, Span) and not 0 <= side.start < side.end:
            raise JudgementError("The characters that it speaks of are none: an end must lie behind its start.")
    _sides(judgement, reports)
    _there(judgement, reports, marks)
    return judgement


def _line(text: str) -> str:
    return " ".join(_UNSEEN.sub(" ", text).split())


def _words(judgement: Judgement) -> None:
    if not judgement.by or len(judgement.by) > LONGEST_NAME:
        raise JudgementError(f"Say who judges, in at most {LONGEST_NAME} characters.")
    if len(judgement.why) > LONGEST_WORD:
        raise JudgementError(f"The reason is longer than {LONGEST_WORD} characters.")
    try:
        datetime.fromisoformat(judgement.at)
    except ValueError:
        raise JudgementError(f"{judgement.at!r} is no time: it wants ISO 8601, such as 2026-01-31T12:00:00Z.") from None


def _sides(judgement: Judgement, reports: Collection[str]) -> None:
    """Whether both sides are of the kind that the verdict wants."""
    left, right, verdict = judgement.left, judgement.right, judgement.verdict
    spoken = isinstance(left, Span)
    if verdict == "date":
        if not spoken and left not in reports:
            raise JudgementError(f"A date is that of an event's mention or of a report, and there is no report {left!r}.")
        if days_of(right) is None:
            raise JudgementError(f"{right!r} is no date: 2019-05-31, 2019-05, 2019, 2019-05-30/2019-06-02 and unknown are.")
    elif verdict == "withdrawn":
        if spoken or not left:
            raise JudgementError("Say which judgement to take back, by its id.")
    elif not spoken:
        raise JudgementError(f"{verdict!r} speaks of characters of a report.")
    elif verdict in ("same", "different"):
        if not isinstance(right, Span):
            raise JudgementError(f"{verdict!r} speaks of two mentions.")
        if left == right:
            raise JudgementError(
                "Both lead to the same characters: they are one already. Two mentions are told apart by REPORT:START-END of each."
            )
    elif verdict in ("speaker", "name") and not _name(right) and not (verdict == "speaker" and isinstance(right, Span)):
        raise JudgementError(f"Give a name of at most {LONGEST_NAME} characters.")


def _name(value: Span | str) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_NAME


def _there(judgement: Judgement, reports: Collection[str], marks: Mapping[str, Marks]) -> None:
    """Whether what it speaks of is among the marks, where its report is here."""
    found = Found(marks)
    event = judgement.verdict in ("date", "no event") or (judgement.verdict in ("same", "different") and judgement.of == "event")
    for side in (judgement.left, judgement.right):
        if not isinstance(side, Span) or side.report not in reports:
            continue
        if judgement.verdict == "speaker" and side == judgement.left:
            what, there = "statement", found.statement(side) is not None
        elif event:
            what, there = "mention of an event", found.event(side) is not None
        else:
            what, there = "mention of an actor", found.actor(side) is not None
        if not there:
            raise JudgementError(f"There is no {what} at characters {side.start} to {side.end} of report {side.report}.")
