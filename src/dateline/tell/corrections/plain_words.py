"""What somebody said against the account, in one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.intervals import parse
from dateline.records import Judgement
from dateline.spans import Span
from dateline.tell import words
from dateline.tell.lookup import Lookup

SHORT = 25  # characters of a trigger that says too little alone
LONGEST = 110  # characters of a quotation
_TIES = {
    ("same", "actor"): "are one actor",
    ("same", "event"): "are one event",
    ("different", "actor"): "are two actors",
    ("different", "event"): "are two events",
}


def told(judgement: Judgement, lookup: Lookup, earlier: Mapping[str, Judgement] | None = None) -> str:
    """A judgement as a sentence without a full stop. `earlier`: the journal by id, to say what a withdrawal takes back."""
    verdict, right = judgement.verdict, judgement.right
    about_event = verdict in ("date", "no event") or (verdict in ("same", "different") and judgement.of == "event")
    left = _side(judgement.left, lookup, event=about_event)
    if verdict in ("same", "different"):
        return f"{left} and {_side(right, lookup, event=about_event)} {_TIES[verdict, judgement.of]}"
    if verdict == "speaker":
        nobody = isinstance(right, str) and right.casefold() == "nobody"
        return f"nobody known said {left}" if nobody else f"{_side(right, lookup)} said {left}"
    if verdict == "date":
        if isinstance(judgement.left, Span):
            return f"{left} was {_when(right)}"
        return f"{_report(judgement.left, lookup)} came out {_when(right)}"
    if verdict == "no event":
        return f"{left} tells of no event"
    if verdict == "name":
        return f"{left} is to be shown as {words.quoted(_plain(right))}"
    back = (earlier or {}).get(_plain(judgement.left))
    return (
        f"taken back: {told(back, lookup, earlier)}" if back and back.id != judgement.id else "an earlier judgement is taken back"
    )


def _side(side: Span | str, lookup: Lookup, *, event: bool = False) -> str:
    """The words in quotation marks, and whose they are."""
    if not isinstance(side, Span):
        return words.quoted(_plain(side))
    if lookup.report(side.report) is None:
        return f"something in a report that is not here ({words.visible(side.report)})"
    text = words.shorten(lookup.text(_whole(side, lookup) if event else side), LONGEST)
    return f"{words.quoted(words.visible(text))} ({lookup.outlet(side.report)})"


def _whole(span: Span, lookup: Lookup) -> Span:
    """The clause of an event's trigger, else its sentence: the trigger alone ("met") says little."""
    marks = lookup.marks(span.report)
    clause = next((e.span for e in marks.events if e.trigger == span), None) if marks else None
    if clause is None and marks and len(span) < SHORT:
        clause = next((s for s in marks.sentences if s.covers(span)), None)
    return clause or span


def _report(report: str, lookup: Lookup) -> str:
    found = lookup.report(report)
    title = words.quoted(words.visible(lookup.title(found))) if found else words.visible(report)
    return f"the report {title} ({lookup.outlet(report)})" if found else f"the report {title}, which is not here,"


def _when(value: Span | str) -> str:
    try:
        return words.when(parse(_plain(value)))
    except ValueError:
        return "on a day that is not known"


def _plain(side: Span | str) -> str:
    return words.visible(side) if isinstance(side, str) else ""
